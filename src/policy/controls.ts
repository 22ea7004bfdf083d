/**
 * Rule → controls it supports: identifiers with a paraphrase in our own words. No standard's text is quoted, and
 * no rule equals a control. Read by the documentation, never while linting.
 */

export interface Framework {
  /** How the identifiers were checked, and what to do before printing them. */
  readonly confidence: string;
  readonly checkedOn: string;
}

export interface Control {
  readonly framework: FrameworkName;
  readonly id: string;
  /** In which way the rule supports it. */
  readonly why: string;
  /** Baselines that select the control; empty lists: an overlay or the organisation has to. */
  readonly baselines?: { readonly nist: readonly string[]; readonly fedramp: readonly string[] };
}

export const FRAMEWORKS = {
  'HIPAA (45 CFR Part 164)': {
    confidence: 'known text, spot-checked in stored copies',
    checkedOn: '2026-11-21',
  },
  'GLBA Safeguards Rule (16 CFR 314.4)': {
    confidence: 'paragraph numbers spot-checked in secondary copies',
    checkedOn: '2026-11-21',
  },
  'NYDFS 23 NYCRR 500': {
    confidence: 'known text as amended Nov 2023; older prints zero-pad (500.06)',
    checkedOn: '2026-11-21',
  },
  'DORA (EU) 2022/2554': { confidence: 'checked against the regulation text', checkedOn: '2026-11-21' },
  'NIST SP 800-53 Rev 5': {
    confidence:
      'checked against the OSCAL/Rev 5 catalogue (Release 5.2.0 of Aug 2025 adds SA-15(13), SA-24, SI-2(7); none used here)',
    checkedOn: '2026-11-21',
  },
  'NIST SP 800-171 Rev 3': { confidence: 'checked against a catalogue copy', checkedOn: '2026-11-21' },
  'NIST SP 800-171 Rev 2 (CMMC L2)': {
    confidence: 'checked against a catalogue copy; CMMC L2 uses Rev 2',
    checkedOn: '2026-11-21',
  },
  'CJIS Security Policy v6.x': {
    confidence:
      'control ids checked in v5.9.5; v6.1 (25 June 2026) is current according to two secondary sources',
    checkedOn: '2026-11-21',
  },
  'ITAR (22 CFR)': { confidence: 'text seen in a stored copy', checkedOn: '2026-11-21' },
  DFARS: { confidence: 'known clause', checkedOn: '2026-11-21' },
  'SOC 2 TSC 2017 (rev. 2022)': { confidence: 'checked against a catalogue copy', checkedOn: '2026-11-21' },
  GDPR: { confidence: 'checked against the regulation text', checkedOn: '2026-11-21' },
  'ISO/IEC 27001:2022 Annex A': {
    confidence: 'checked against a catalogue copy (titles only)',
    checkedOn: '2026-11-21',
  },
  'HITRUST CSF v11 (control reference)': {
    confidence: 'from memory, licensed text: check before printing',
    checkedOn: '2026-11-21',
  },
  'PCI DSS 4.0.1': { confidence: 'checked against a v4.0.1 copy', checkedOn: '2026-11-21' },
  'DORA RTS (EU) 2024/1774': { confidence: 'checked against the regulation text', checkedOn: '2026-11-21' },
  'ISO/IEC 42001:2023 Annex A': {
    confidence: 'checked against a catalogue copy (titles only)',
    checkedOn: '2026-11-21',
  },
  'Model risk guidance': {
    confidence: 'OCC bulletin seen in a stored copy; Fed and FDIC numbers from secondary sources',
    checkedOn: '2026-11-21',
  },
  'Interagency third-party risk guidance': {
    confidence: 'known',
    checkedOn: '2026-11-21',
  },
  FINRA: {
    confidence: 'known text',
    checkedOn: '2026-11-21',
  },
  OMB: {
    confidence: 'secondary sources agree; read the memo before quoting',
    checkedOn: '2026-11-21',
  },
  'OWASP LLM Top 10 2025': {
    confidence: "checked against the project's source",
    checkedOn: '2026-11-21',
  },
  'FedRAMP 20x KSI': {
    confidence: 'checked against FedRAMP data 0.9.43-beta (8 Apr 2026); final 2026 rules may renumber',
    checkedOn: '2026-11-21',
  },
  'OWASP ASVS 5.0.0': {
    confidence: 'checked against the v5.0.0 source',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, Framework>;

export type FrameworkName = keyof typeof FRAMEWORKS;

const ROWS: Readonly<Record<string, readonly Control[]>> = {
  'require-inference-geo': [
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(a)(1)(ii)(A)',
      why: 'Risk analysis has to know where ePHI is processed; the rule makes the place visible per call (HIPAA itself sets no residency duty).',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(b)(1)',
      why: 'Location terms agreed with the business associate are held to in code.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(f)(2)',
      why: 'Service-provider safeguards agreed by contract, location included, are applied at the call.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.11',
      why: 'Third-party provider policy: contractual location terms are followed.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '30(2)(b)',
      why: 'Contracts must name the regions or countries of processing; code must not drift from them.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '28(3)',
      why: 'Feeds the register of information on ICT services with the real processing place.',
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9(5)',
      why: 'Limits processing and storage places of an external service to those the organisation allows.',
      baselines: { nist: [], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9(8)',
      why: 'Limits processing and storage to places under US jurisdiction.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-12',
      why: 'Records where information is processed, per component.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-12(1)',
      why: 'An automated tool supports the record of information location.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-4',
      why: 'Enforces an approved information flow (to an allowed geography only).',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.16.03',
      why: 'External service providers handling CUI meet the set requirements, place included.',
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.04.11',
      why: 'CUI processing locations are identified and kept current.',
    },
    {
      framework: 'NIST SP 800-171 Rev 2 (CMMC L2)',
      id: '3.1.3',
      why: 'CUI flows only along approved paths.',
    },
    {
      framework: 'CJIS Security Policy v6.x',
      id: 'SC-28',
      why: "Cloud clause: CJI is stored only inside APB-member countries (US, territories, Tribes, Canada) under a member agency's authority; in v5.9.4 and before this was 5.10.1.4.",
    },
    {
      framework: 'ITAR (22 CFR)',
      id: '120.54(a)(2)',
      why: 'A transfer inside the US to a US person is no export; US geo is needed for that reading but does not by itself show US-person access.',
    },
    {
      framework: 'DFARS',
      id: '252.239-7010',
      why: "Government data in a contractor's cloud stays in the US or outlying areas unless allowed in writing.",
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC6.7',
      why: 'Restricts where information may be transmitted or moved.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC9.2',
      why: 'Vendor commitments (place of processing) are managed.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 44',
      why: "Any third-country transfer needs a Chapter V basis; the call's geo shows whether there is one to document.",
    },
    {
      framework: 'GDPR',
      id: 'Art. 30(1)(e)',
      why: 'The processing record names third countries; the inventory supplies them.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.23',
      why: 'Use of cloud services follows set requirements, location included.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.31',
      why: 'Legal and contractual location duties are met.',
    },
  ],
  'no-zdr-ineligible-features': [
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.502(e)',
      why: 'PHI may go to a business associate only under satisfactory assurances; features outside the BAA are outside them.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.504(e)',
      why: 'The BAA sets which uses are permitted; uncovered features fall outside it.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(b)(1)',
      why: 'Security-rule assurances reach only what the BAA covers.',
    },
    { framework: 'HIPAA (45 CFR Part 164)', id: '164.314(a)', why: 'Required security terms of the BAA.' },
    {
      framework: 'HITRUST CSF v11 (control reference)',
      id: '05.k',
      why: 'Third-party agreement terms are followed in use.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(c)(6)',
      why: 'Retention and disposal limits on customer information, also where a provider keeps it.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(f)(2)',
      why: 'Provider safeguards are those contracted for.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.13(b)',
      why: 'Nonpublic information not needed is disposed of; provider-side stores count.',
    },
    {
      framework: 'PCI DSS 4.0.1',
      id: '3.2.1',
      why: 'Account data storage is kept to a minimum in every location, provider stores included.',
    },
    { framework: 'DORA (EU) 2022/2554', id: '28(4)', why: 'Use stays within the assessed service.' },
    {
      framework: 'DORA RTS (EU) 2024/1774',
      id: '11(2)(k)',
      why: 'Requirements set for provider-run services are implemented.',
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-7',
      why: 'Prohibits functions and services outside those approved.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-4(9)',
      why: 'Functions and services in use are identified early.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9',
      why: 'External service use follows the agreed controls.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH', 'PRIVACY'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SI-12',
      why: 'Retention follows law and policy.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH', 'PRIVACY'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.04.06',
      why: 'Only mission-essential capability is enabled.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'C1.2',
      why: 'Confidential information is disposed of as committed.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'P4.2',
      why: 'Personal information is kept no longer than stated.',
    },
    { framework: 'SOC 2 TSC 2017 (rev. 2022)', id: 'CC9.2', why: 'Vendor terms are managed.' },
    { framework: 'GDPR', id: 'Art. 5(1)(e)', why: 'Storage limitation, also at the processor.' },
    {
      framework: 'GDPR',
      id: 'Art. 28(3)',
      why: 'Processor acts only as instructed and deletes or returns data; stateful features change that.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.8.10',
      why: 'Information is deleted when no longer required.',
    },
    { framework: 'ISO/IEC 27001:2022 Annex A', id: 'A.5.23', why: 'Cloud feature use is governed.' },
    {
      framework: 'ISO/IEC 42001:2023 Annex A',
      id: 'A.10.3',
      why: 'Supplier use matches the supplier terms.',
    },
  ],
  'require-approved-model': [
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.502(e)',
      why: 'PHI goes only to services under assurance; models outside the BAA are not.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(b)(1)',
      why: 'Security assurances cover named services.',
    },
    {
      framework: 'HITRUST CSF v11 (control reference)',
      id: '05.k',
      why: 'Third-party agreement scope.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(f)(1)',
      why: 'Providers are selected with care.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(c)(7)',
      why: 'Change management: a new model is a change.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.11',
      why: 'Third-party service policy.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.13(a)',
      why: 'Asset inventory.',
    },
    {
      framework: 'Model risk guidance',
      id: 'SR 26-2 / OCC Bulletin 2026-13 / FDIC FIL-15-2026',
      why: 'Inventory ideas carry over by policy although generative AI is out of scope; cite SR 11-7 / OCC 2011-12 only as history.',
    },
    {
      framework: 'Interagency third-party risk guidance',
      id: 'OCC Bulletin 2023-17 / SR 23-4 / FIL-29-2023',
      why: 'Third-party life cycle: planned, due-diligenced, monitored use.',
    },
    {
      framework: 'FINRA',
      id: 'Rule 3110',
      why: 'Supervision covers which tools are approved (Regulatory Notice 24-09).',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '8(6)',
      why: 'Inventories are kept.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '28(3)',
      why: 'Register of ICT services.',
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-7(5)',
      why: 'Allow by exception.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-8',
      why: 'Inventory.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-3',
      why: 'Change control.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-4',
      why: 'Acquired services meet requirements.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH', 'PRIVACY'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9',
      why: 'External services.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH', 'PRIVACY'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'OMB',
      id: 'M-25-21',
      why: 'Agency AI use inventory and minimum practices for high-impact AI.',
    },
    {
      framework: 'OMB',
      id: 'M-25-22',
      why: 'Acquired AI meets contract terms.',
    },
    {
      framework: 'OMB',
      id: 'M-26-04',
      why: 'Procured LLMs meet the two unbiased-AI contract principles.',
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.04.08',
      why: 'Allow by exception.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC8.1',
      why: 'Changes are authorised.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC9.2',
      why: 'Vendor risk.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 28(1)',
      why: 'Only processors with sufficient guarantees.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.23',
      why: 'Cloud service use.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.8.32',
      why: 'Change management.',
    },
    {
      framework: 'ISO/IEC 42001:2023 Annex A',
      id: 'A.6.2.5',
      why: 'Deployment is controlled.',
    },
    {
      framework: 'ISO/IEC 42001:2023 Annex A',
      id: 'A.10.3',
      why: 'Suppliers.',
    },
    {
      framework: 'OWASP LLM Top 10 2025',
      id: 'LLM03:2025',
      why: 'Supply chain.',
    },
  ],
  'require-approved-region': [
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9(5)',
      why: 'Allowed processing places (FedRAMP High value: US or US jurisdiction).',
      baselines: { nist: [], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9(8)',
      why: 'US jurisdiction.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-12',
      why: 'Information location.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-4',
      why: 'Approved flow.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-20',
      why: 'External system terms.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.16.03',
      why: 'External provider requirements.',
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.04.11',
      why: 'CUI location.',
    },
    {
      framework: 'CJIS Security Policy v6.x',
      id: 'SC-28',
      why: "Cloud clause: CJI is stored only inside APB-member countries (US, territories, Tribes, Canada) under a member agency's authority; in v5.9.4 and before this was 5.10.1.4.",
    },
    {
      framework: 'DFARS',
      id: '252.239-7010',
      why: 'Government data stays in the US or outlying areas.',
    },
    {
      framework: 'ITAR (22 CFR)',
      id: '120.54(a)(2)',
      why: 'US-to-US transfers; the encrypted-transit carve-out (a)(5) cannot cover inference, which needs plaintext.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(a)(1)(ii)(A)',
      why: 'Known place of processing.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(f)(2)',
      why: 'Contracted safeguards.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.11',
      why: 'Third-party policy.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '30(2)(b)',
      why: 'Named regions or countries.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC6.7',
      why: 'Restricted movement.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC9.2',
      why: 'Vendor commitments.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 44',
      why: 'Transfer rules.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 45',
      why: 'Adequacy (e.g. UK, Switzerland, DPF-certified US firms).',
    },
    {
      framework: 'GDPR',
      id: 'Art. 46',
      why: 'Safeguards such as SCCs.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 28(3)(a)',
      why: 'Transfers only on documented instruction.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 30(1)(e)',
      why: 'Recorded transfers.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.23',
      why: 'Cloud use.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.31',
      why: 'Legal duties.',
    },
  ],
  'require-approved-provider': [
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.502(e)',
      why: 'Each platform needs its own BAA party; HIPAA readiness is not offered on Claude Platform on AWS or Foundry.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(b)(1)',
      why: 'Assurances per provider.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(f)(1)',
      why: 'Providers chosen with care.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.11',
      why: 'Third-party policy.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '28(3)',
      why: 'Register of information.',
    },
    {
      framework: 'PCI DSS 4.0.1',
      id: '12.8.1',
      why: 'List of third-party providers.',
    },
    {
      framework: 'Interagency third-party risk guidance',
      id: 'OCC Bulletin 2023-17 / SR 23-4 / FIL-29-2023',
      why: 'Third-party life cycle.',
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9',
      why: 'External services.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH', 'PRIVACY'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-20',
      why: 'External systems.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SC-7(5)',
      why: 'Deny by default, allow by exception.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'FedRAMP 20x KSI',
      id: 'KSI-SCR-MIT',
      why: 'Supply-chain risk.',
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.01.20',
      why: 'External systems are authorised.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC9.2',
      why: 'Vendors.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'P6.4',
      why: 'Third-party privacy commitments.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 28(1)',
      why: 'Processor guarantees.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 28(2)',
      why: 'Sub-processor authorisation.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.19',
      why: 'Supplier relationships.',
    },
    {
      framework: 'OWASP ASVS 5.0.0',
      id: '13.2.4',
      why: 'Allow-listed external services.',
    },
  ],
};

/** The controls of every rule. Both eligibility rules support the same ones, each for its arrangement. */
export const CONTROLS: Readonly<Record<string, readonly Control[]>> = {
  ...ROWS,
  'no-hipaa-ineligible-features': ROWS['no-zdr-ineligible-features'] ?? [],
};
