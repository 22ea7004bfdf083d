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
  'FedRAMP 20x KSI': {
    confidence: 'checked against FedRAMP data 0.9.43-beta (8 Apr 2026); final 2026 rules may renumber',
    checkedOn: '2026-11-21',
  },
  'OWASP ASVS 5.0.0': { confidence: 'checked against the v5.0.0 source', checkedOn: '2026-11-21' },
  'CUI rule (32 CFR 2002)': { confidence: 'known', checkedOn: '2026-11-21' },
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
  'no-insecure-transport': [
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.312(e)(1)',
      why: 'Transmission security.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.312(e)(2)(ii)',
      why: 'Encryption in transit (addressable).',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(c)(3)',
      why: 'Encryption in transit over external networks.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.15',
      why: 'Encryption of nonpublic information.',
    },
    {
      framework: 'PCI DSS 4.0.1',
      id: '4.2.1',
      why: 'Strong cryptography, valid certificates.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '9(3)(a)',
      why: 'Secure means of transfer.',
    },
    {
      framework: 'DORA RTS (EU) 2024/1774',
      id: '14(1)(a)',
      why: 'Confidentiality in network transmission.',
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SC-8',
      why: 'Confidentiality and integrity in transit.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SC-8(1)',
      why: 'Cryptographic protection.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SC-23',
      why: 'Session authenticity.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'FedRAMP 20x KSI',
      id: 'KSI-SVC-SNT',
      why: 'Traffic is encrypted.',
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.13.08',
      why: 'Cryptography in transmission.',
    },
    {
      framework: 'CJIS Security Policy v6.x',
      id: 'SC-8',
      why: 'CJI in transit.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC6.7',
      why: 'Protected transmission.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 32(1)(a)',
      why: 'Encryption.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.8.24',
      why: 'Cryptography.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.14',
      why: 'Information transfer.',
    },
  ],
  'require-environment-keys': [
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.312(a)(1)',
      why: 'Test software gets no path to production ePHI.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(a)(4)',
      why: 'Access authorisation by role.',
    },
    {
      framework: 'HITRUST CSF v11 (control reference)',
      id: '09.d',
      why: 'Separate development, test and operational environments.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(c)(1)',
      why: 'Access control.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(c)(7)',
      why: 'Change management.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.7',
      why: 'Access privileges.',
    },
    {
      framework: 'PCI DSS 4.0.1',
      id: '6.5.3',
      why: 'Pre-production is separated with access control.',
    },
    {
      framework: 'PCI DSS 4.0.1',
      id: '8.6.3',
      why: 'System account secrets change at a risk-based rate.',
    },
    {
      framework: 'DORA RTS (EU) 2024/1774',
      id: '8(2)(b)(v)',
      why: 'Separation of production and non-production.',
    },
    {
      framework: 'DORA RTS (EU) 2024/1774',
      id: '16(5)',
      why: 'Non-production holds no plain production data.',
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'CM-4(1)',
      why: 'Separate test environments.',
      baselines: { nist: ['HIGH'], fedramp: ['HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-6',
      why: 'Least privilege.',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'IA-5',
      why: 'Authenticator management.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-3(2)',
      why: 'Live data in pre-production is controlled.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.05.12',
      why: 'Authenticator management.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC6.1',
      why: 'Credentials.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC6.3',
      why: 'Least privilege.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC8.1',
      why: 'Changes tested apart from production.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 32(1)(b)',
      why: 'Confidentiality.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.8.31',
      why: 'Separated environments.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.17',
      why: 'Authentication information.',
    },
    {
      framework: 'OWASP ASVS 5.0.0',
      id: '13.3.4',
      why: 'Secrets expire and rotate.',
    },
  ],
  'require-data-classification': [
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-16',
      why: 'Security and privacy attributes are associated with information.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-4(1)',
      why: 'Attributes drive flow decisions.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'AC-4(6)',
      why: 'Metadata drives flow decisions.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SC-16',
      why: 'Attributes travel with exchanged information.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'RA-2',
      why: 'Information is categorised.',
      baselines: { nist: ['LOW', 'MODERATE', 'HIGH'], fedramp: ['LOW', 'MODERATE', 'HIGH'] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'PT-2(1)',
      why: 'Tags state permitted processing.',
      baselines: { nist: [], fedramp: [] },
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'MP-3',
      why: 'Marking (media analogue).',
      baselines: { nist: ['MODERATE', 'HIGH'], fedramp: ['MODERATE', 'HIGH'] },
    },
    {
      framework: 'CUI rule (32 CFR 2002)',
      id: '2002.20',
      why: 'CUI marking by those who handle it.',
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.08.04',
      why: 'CUI markings.',
    },
    {
      framework: 'NIST SP 800-171 Rev 2 (CMMC L2)',
      id: '3.8.4',
      why: 'CUI markings.',
    },
    {
      framework: 'NIST SP 800-171 Rev 3',
      id: '03.01.03',
      why: 'Flow by authorisation.',
    },
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(a)(1)(ii)(A)',
      why: 'Risk analysis starts from which data goes where.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(c)(2)',
      why: 'Data is identified and managed by importance.',
    },
    {
      framework: 'NYDFS 23 NYCRR 500',
      id: '500.3(b)',
      why: 'Policy covers data governance, classification and retention.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '8(1)',
      why: 'Information assets are identified and classified.',
    },
    {
      framework: 'DORA RTS (EU) 2024/1774',
      id: '11(2)',
      why: 'Controls follow the classification.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'C1.1',
      why: 'Confidential information is identified.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 30(1)(c)',
      why: 'Categories of data are recorded.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.12',
      why: 'Classification.',
    },
    {
      framework: 'ISO/IEC 27001:2022 Annex A',
      id: 'A.5.13',
      why: 'Labelling.',
    },
    {
      framework: 'OWASP ASVS 5.0.0',
      id: '14.1.1',
      why: 'Sensitive data is identified and classified.',
    },
  ],
  'require-attestation': [
    {
      framework: 'HIPAA (45 CFR Part 164)',
      id: '164.308(b)(1)',
      why: 'The agreement with the business associate is declared, with the day it ends.',
    },
    {
      framework: 'GDPR',
      id: 'Art. 28(3)',
      why: 'The contract with the processor is declared, with the day it ends.',
    },
    {
      framework: 'DORA (EU) 2022/2554',
      id: '30(2)',
      why: 'Names the contract whose content the article prescribes.',
    },
    {
      framework: 'SOC 2 TSC 2017 (rev. 2022)',
      id: 'CC9.2',
      why: 'The review of the vendor’s report is declared.',
    },
    {
      framework: 'NIST SP 800-53 Rev 5',
      id: 'SA-9',
      why: 'The agreement with an external service is named and dated.',
    },
    {
      framework: 'GLBA Safeguards Rule (16 CFR 314.4)',
      id: '314.4(f)(3)',
      why: 'A declaration that has ended is reported, so that providers are assessed again.',
    },
    {
      framework: 'PCI DSS 4.0.1',
      id: '12.8.4',
      why: 'The status of a provider is declared with a day on which to look again.',
    },
  ],
};

/** The controls of every rule. Both eligibility rules support the same ones, each for its arrangement. */
export const CONTROLS: Readonly<Record<string, readonly Control[]>> = {
  ...ROWS,
  'no-hipaa-ineligible-features': ROWS['no-zdr-ineligible-features'] ?? [],
};
