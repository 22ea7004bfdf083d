/**
 * The frameworks whose controls are named, with how their identifiers were checked.
 */
import type { Baselines, Framework, Relation } from './types.ts';

/** The day of the last check of all rows. */
const CHECKED = '2026-11-21';

export const FRAMEWORKS = {
  'HIPAA (45 CFR Part 164)': {
    sector: 'health',
    confidence: 'known text, spot-checked in stored copies',
    checkedOn: CHECKED,
  },
  'HITRUST CSF v11 (control reference)': {
    sector: 'health',
    confidence: 'from memory',
    caution: 'licensed text, and the references were not seen at their origin',
    checkedOn: CHECKED,
  },
  'GLBA Safeguards Rule (16 CFR 314.4)': {
    sector: 'finance',
    confidence: 'paragraph numbers spot-checked in secondary copies',
    checkedOn: CHECKED,
  },
  SEC: {
    sector: 'finance',
    confidence: 'known text, spot-checked in secondary copies',
    checkedOn: CHECKED,
  },
  FINRA: { sector: 'finance', confidence: 'known text', checkedOn: CHECKED },
  'Regulation B': { sector: 'finance', confidence: 'known', checkedOn: CHECKED },
  'NYDFS 23 NYCRR 500': {
    sector: 'finance',
    confidence: 'known text as amended Nov 2023; older prints zero-pad (500.06)',
    checkedOn: CHECKED,
  },
  'PCI DSS 4.0.1': {
    sector: 'finance',
    confidence: 'checked against a v4.0.1 copy',
    caution:
      'licensed text; 8.6.2 speaks of accounts with interactive login only, so it is a near case for API keys',
    checkedOn: CHECKED,
  },
  'DORA (EU) 2022/2554': {
    sector: 'finance',
    confidence: 'checked against the regulation text',
    checkedOn: CHECKED,
  },
  'DORA RTS (EU) 2024/1774': {
    sector: 'finance',
    confidence: 'checked against the regulation text',
    checkedOn: CHECKED,
  },
  'Interagency third-party risk guidance': { sector: 'finance', confidence: 'known', checkedOn: CHECKED },
  'Model risk guidance': {
    sector: 'finance',
    confidence: 'OCC bulletin seen in a stored copy; Fed and FDIC numbers from secondary sources',
    caution: 'the numbers of the Fed and the FDIC were not seen at their origin',
    checkedOn: CHECKED,
  },
  'NIST SP 800-53 Rev 5': {
    sector: 'government',
    confidence:
      'checked against the OSCAL/Rev 5 catalogue (Release 5.2.0 of Aug 2025 adds SA-15(13), SA-24, SI-2(7); none used here)',
    checkedOn: CHECKED,
  },
  'FedRAMP 20x KSI': {
    sector: 'government',
    confidence: 'checked against FedRAMP data 0.9.43-beta (8 Apr 2026)',
    caution: 'the final rules of 2026 may number them anew',
    checkedOn: CHECKED,
  },
  'NIST SP 800-171 Rev 3': {
    sector: 'government',
    confidence: 'checked against a catalogue copy',
    checkedOn: CHECKED,
  },
  'NIST SP 800-171 Rev 2 (CMMC L2)': {
    sector: 'government',
    confidence: 'checked against a catalogue copy; CMMC L2 uses Rev 2',
    checkedOn: CHECKED,
  },
  'CJIS Security Policy v6.x': {
    sector: 'government',
    confidence:
      'control ids checked in v5.9.5; v6.1 (25 June 2026) is current according to two secondary sources',
    caution: 'the ids of v6.1 were not seen at their origin',
    checkedOn: CHECKED,
  },
  'ITAR (22 CFR)': { sector: 'government', confidence: 'text seen in a stored copy', checkedOn: CHECKED },
  DFARS: { sector: 'government', confidence: 'known clause', checkedOn: CHECKED },
  OMB: {
    sector: 'government',
    confidence: 'secondary sources agree',
    caution: 'the memoranda, and the periods of M-26-14, were not read',
    checkedOn: CHECKED,
  },
  'CUI rule (32 CFR 2002)': { sector: 'government', confidence: 'known', checkedOn: CHECKED },
  'SOC 2 TSC 2017 (rev. 2022)': {
    sector: 'assurance',
    confidence: 'checked against a catalogue copy',
    caution: 'licensed text',
    checkedOn: CHECKED,
  },
  'ISO/IEC 27001:2022 Annex A': {
    sector: 'assurance',
    confidence: 'checked against a catalogue copy (titles only)',
    caution: 'licensed text, of which only the titles were seen',
    checkedOn: CHECKED,
  },
  'ISO/IEC 42001:2023 Annex A': {
    sector: 'assurance',
    confidence: 'checked against a catalogue copy (titles only)',
    caution: 'licensed text, of which only the titles were seen',
    checkedOn: CHECKED,
  },
  GDPR: { sector: 'privacy', confidence: 'checked against the regulation text', checkedOn: CHECKED },
  'EU AI Act (EU) 2024/1689': {
    sector: 'privacy',
    confidence: 'checked; dates per Reg. (EU) 2026/1744',
    checkedOn: CHECKED,
  },
  'OWASP ASVS 5.0.0': {
    sector: 'application-security',
    confidence: 'checked against the v5.0.0 source',
    checkedOn: CHECKED,
  },
  'OWASP LLM Top 10 2025': {
    sector: 'application-security',
    confidence: 'checked against the project’s source',
    checkedOn: CHECKED,
  },
} as const satisfies Record<string, Framework>;

export type FrameworkName = keyof typeof FRAMEWORKS;

/** What a rule has to do with one control. */
export interface Control extends Omit<Framework, 'sector'> {
  readonly framework: FrameworkName;
  readonly id: string;
  readonly relation: Relation;
  /** In which way the rule supports it, in our own words. */
  readonly why: string;
  /** Baselines that select the control; empty lists: an overlay or the organisation has to. */
  readonly baselines?: Baselines;
}

/** Rule → framework → control id → in which way. */
export type ControlRows = Readonly<
  Record<string, Readonly<Partial<Record<FrameworkName, Readonly<Record<string, string>>>>>>
>;
