/**
 * What must not be said of an organization, a control or a vendor because code was linted; and what is said instead. A test
 * holds messages, packs and documentation to it.
 */

export interface ForbiddenPhrase {
  readonly pattern: RegExp;
  /** Why, or what to say instead. */
  readonly instead: string;
}

/** Stands in everything that is handed to an auditor. */
export const STANDING_SENTENCE =
  'Static analysis of source only. It does not show legal conformity, run-time behaviour, contract status or the quality of redaction. Decisions rest with the organization and its assessor.';

/** Phrases that claim more than source code can show. */
export const FORBIDDEN_PHRASES: readonly ForbiddenPhrase[] = [
  {
    // Not the name of the plugin or of a pack: "compliance" is no claim, "compliant" is.
    pattern: /\bcompliant\b/i,
    instead: 'No finding of a rule in the linted files is all that can be said: "supports", "helps to show".',
  },
  {
    pattern: /\b(?:ensur|guarante)(?:e|es|ed|ing)\b/i,
    instead: 'The tool sees source, not traffic: "asks for", "reports", "helps to show".',
  },
  {
    pattern: /\bcertified\b/i,
    instead: 'A linter certifies nothing, and SOC 2 is the report of an auditor.',
  },
  { pattern: /\baudit[- ]ready\b/i, instead: 'Whether evidence is enough is for the auditor to say.' },
  {
    pattern:
      /\b(?:pass(?:es|ed)?|meets?|satisf(?:y|ies)|fulfils?) (?:HIPAA|GDPR|SOC 2|FedRAMP|CJIS|ITAR|PCI|DORA|NIST)\b/i,
    instead: 'Name the control and say "supports".',
  },
  {
    pattern: /\d\s?%\s(?:complian|conform|of (?:HIPAA|GDPR|SOC 2|NIST|PCI))/i,
    instead:
      'Give counts of call sites, with those that are unknown: "18 of 20 resolvable call sites, 2 unknown".',
  },
  { pattern: /\bcompliance (?:score|percentage|seal)\b/i, instead: 'Counts of call sites per rule.' },
  {
    pattern: /\bFedRAMP[- ]authori[sz]ed\b/i,
    instead: 'A geography is a place, not an authorization.',
  },
  { pattern: /\bGDPR[- ]safe\b/i, instead: 'Say where the region is.' },
  { pattern: /\bNIST[- ]approved\b/i, instead: 'NIST approves no products of this kind.' },
  {
    pattern: /\bno PHI is sent\b|\bdata is redacted\b|\bno data leaves\b|\ball calls are covered\b/i,
    instead:
      'The tool sees only code that it can resolve: "no call was found that …", with the unknown ones.',
  },
  {
    pattern: /\bZDR is active\b|\bBAA (?:is )?in (?:place|force)\b|\bDPA (?:is )?in (?:place|force)\b/i,
    instead: 'A fact of a contract: "declared by … on …, not checked".',
  },
  {
    pattern: /\bcontrols? [^.|]{0,24}\b(?:is|are) (?:satisfied|implemented|met)\b/i,
    instead: 'A rule supports a control.',
  },
  {
    pattern: /\brequired by HIPAA\b/i,
    instead: 'HIPAA sets no fields of an audit record, no residency and no zero data retention.',
  },
  {
    pattern: /\b(?:approved|endorsed|certified|recommended) by Anthropic\b/i,
    instead: 'The tables are dated copies; the vendor’s pages and the contract rule.',
  },
];
