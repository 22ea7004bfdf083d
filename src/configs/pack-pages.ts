/**
 * What the pages of the packs say beside their rules. Read by the documentation, never while linting.
 */
import type { Sector } from '../policy/controls/index.ts';
import type { AttestationKind } from '../policy/coverage/index.ts';
import type { PackName } from './packs/index.ts';

/** A document that stands behind a statement and that source code cannot show. */
export interface Expected {
  /** Its name in the marker; left out: kept by the organization elsewhere. */
  readonly attestation?: AttestationKind;
  readonly what: string;
}

export interface PackPage {
  /** Whose controls the page shows. */
  readonly sectors: readonly Sector[];
  /** What users of the pack may believe it checks, and it does not. */
  readonly notChecked: readonly string[];
  readonly expects: readonly Expected[];
}

const ROTATION: Expected = {
  what: 'Rotation of keys, and who may have them: policy of the secret manager and of access management.',
};

export const PACK_PAGES: Readonly<Record<PackName, PackPage>> = {
  recommended: {
    sectors: ['application-security'],
    notChecked: [
      'Nothing of a sector: which data may be sent, where it may be processed, what has to be recorded.',
      'Requests without a geography: a project without a duty may leave it to the workspace.',
    ],
    expects: [ROTATION],
  },
  hipaa: {
    sectors: ['health'],
    notChecked: [
      'Whether a business associate agreement is signed, and what it covers.',
      'Whether redaction is good enough: the rule sees that a redactor stands on the way, not what it removes. An expression for SSNs is no de-identification.',
      'Whether a disclosure is for treatment, where minimum necessary does not bind.',
      'Encryption at rest, access control, training, breach response and risk analysis.',
      'That an audit record is stored, kept for its time and cannot be changed.',
      'Storage: `inference_geo` says where a request is processed, the workspace’s own geography where data is kept.',
      'The contract of other platforms: HIPAA readiness is about Anthropic’s own API.',
    ],
    expects: [
      {
        attestation: 'baa',
        what: 'The business associate agreement with the provider of each platform in use.',
      },
      {
        attestation: 'zdr',
        what: 'Where the arrangement is zero data retention: that it is on for the organization whose keys are used.',
      },
      { what: 'Training of the workforce on PHI with AI (164.308(a)(5), 164.530(b)).' },
      { what: 'Which models the agreement covers: the list for `require-approved-model`.' },
      ROTATION,
    ],
  },
  finserv: {
    sectors: ['finance'],
    notChecked: [
      'Model risk: the guidance in force leaves generative AI out; policy of the firm decides.',
      'Record-keeping. 17 CFR 240.17a-4 and FINRA Rule 4511 may ask for the very text that `no-raw-prompt-logging` keeps out of logs: keep it in the archive, and take that sink out by name.',
      'Immutability and retention of audit records.',
      'Due diligence on the provider, and what the contract says of the place of processing.',
      'Decisions themselves: whether they are explained, fair, or reviewed by a person.',
    ],
    expects: [
      { attestation: 'soc2', what: 'The provider’s latest SOC 2 report, reviewed.' },
      {
        attestation: 'dpa',
        what: 'The agreement on data processing, with what it says of training on data.',
      },
      {
        attestation: 'zdr',
        what: 'Where packages are marked `zdr`. Under it, the duty to keep records is the firm’s alone.',
      },
      { what: 'The register of third parties and of AI use cases.' },
      ROTATION,
    ],
  },
  gov: {
    sectors: ['government'],
    notChecked: [
      'Authorization: whether a service is on the FedRAMP marketplace, in which class, and within the boundary.',
      'Who has access: a place in the United States says nothing of US persons (ITAR, CJIS).',
      'Whether a label is right for its data.',
      'Controls marked as supplemental are in no baseline: an overlay or the agency has to select them.',
      'Retention and protection of audit records.',
      'Classified data. No commercial endpoint is for it; the rule stops on its markings where it can see them.',
    ],
    expects: [
      { what: 'The authorization of the service, and the agency’s decision to use it.' },
      { what: 'That the jurisdiction of `us` is enough for the contract.' },
      { attestation: 'baa', what: 'Where the agency holds health data: the business associate agreement.' },
      { attestation: 'zdr', what: 'Where packages are marked `zdr`.' },
      ROTATION,
    ],
  },
  gdpr: {
    sectors: ['privacy'],
    notChecked: [
      'Legal bases, transfers and their safeguards, impact assessments, rights of data subjects.',
      'Whether a recipient in a third country is covered by an adequacy decision.',
      'Pseudonymization: whether a token or hash can be turned back.',
      'Privacy notices (Art. 13 and 14), and the notice to users of a chat (AI Act, Art. 50).',
      'Retention at the provider beyond what the features in use say of it.',
    ],
    expects: [
      {
        attestation: 'dpa',
        what: 'The contract with the processor: Anthropic’s, or the cloud provider’s on Bedrock and Vertex AI.',
      },
      { what: 'The record of processing (Art. 30), with processor and third countries per platform.' },
      { what: 'The basis of each transfer (Art. 44 to 46).' },
    ],
  },
  soc2: {
    sectors: ['assurance'],
    notChecked: [
      'Whether a control operated over the period: a lint run that gates each change is evidence of one, not of the others.',
      'Which criteria are in scope, and what the firm committed to.',
      'The provider’s report: its criteria, its period, its exceptions.',
    ],
    expects: [
      { attestation: 'soc2', what: 'The provider’s report, reviewed, with the end of its period.' },
      { attestation: 'dpa', what: 'The agreement on data processing.' },
      ROTATION,
    ],
  },
  all: {
    sectors: [],
    notChecked: [
      'Nothing is tuned to a sector: lists have their defaults, which are the United States and Anthropic’s own API.',
      'A new rule joins this pack in the version that brings it. For a gate, choose the packs that apply.',
    ],
    expects: [],
  },
};
