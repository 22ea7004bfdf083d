/**
 * Law, guidance and vendor facts that are no longer what the source documents, or habit, say. Dated; shown in the coverage
 * and on the pages of the packs, never read while linting.
 */
import type { Fact } from './facts.ts';

export interface Moved extends Fact {
  readonly id: string;
  /** What is still said. */
  readonly said: string;
  /** What holds. */
  readonly now: string;
  /** The day from which it holds, ISO 8601, where it is one day. */
  readonly since?: string;
  /** What follows for the user. */
  readonly effect: string;
  /** Lines of the coverage that are stale because of it. */
  readonly lines: readonly string[];
  /** Packs whose users should know. */
  readonly packs: readonly string[];
}

const CHECKED = '2026-11-21';
const RETENTION_PAGE = 'https://platform.claude.com/docs/en/manage-claude/api-and-data-retention';
const RESIDENCY_PAGE = 'https://platform.claude.com/docs/en/manage-claude/data-residency';

export const MOVED: readonly Moved[] = [
  {
    id: 'prompt-caching',
    said: 'Prompt caching is not eligible under zero data retention.',
    now: 'The vendor’s table lists it as eligible under zero data retention and under HIPAA readiness.',
    effect:
      'The rules report it as stricter than the vendor, and say so. `baseline: "vendor"` follows the vendor.',
    lines: ['A22'],
    packs: ['hipaa', 'finserv', 'gov', 'gdpr', 'soc2'],
    source: RETENTION_PAGE,
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'zdr-blocks-nothing',
    said: 'The API returns an error for features that zero data retention does not cover.',
    now: 'Under zero data retention nothing is blocked. Organizations with HIPAA readiness are answered with 400, though not for every feature.',
    effect: 'In packages under zero data retention the rule may be the only gate.',
    lines: ['A26'],
    packs: ['hipaa', 'finserv', 'gov', 'gdpr', 'soc2'],
    source: RETENTION_PAGE,
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'hipaa-basis',
    said: 'PHI needs zero data retention.',
    now: 'HIPAA readiness is an alternative, with a feature list of its own. It is not offered on Claude Platform on AWS or Foundry, nor for Claude Code, and one organization cannot have both.',
    effect:
      'The pack holds code to both lists until the package says which applies: mark the one that does not with `false`.',
    lines: ['A36'],
    packs: ['hipaa'],
    source: `${RETENTION_PAGE}, https://support.claude.com/en/articles/15455031`,
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'retention-header',
    said: 'A response header shows whether zero data retention is on.',
    now: 'No vendor page or SDK names such a header; the contract or the account team says it.',
    effect: 'No rule reads it. Declare the arrangement with a reference to the document.',
    lines: ['A27'],
    packs: ['hipaa', 'finserv', 'gov'],
    source: `${RETENTION_PAGE}, npm @anthropic-ai/sdk`,
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'geo-sample',
    said: 'A sample sends `inference_geo` to a Sonnet 4 model, with an API version of 2024-01-01.',
    now: 'The field needs Claude 4.6 or later and is answered with 400 before; that API version was never published.',
    effect: 'Do not copy the sample: `require-inference-geo` reports it.',
    lines: ['A30'],
    packs: ['recommended', 'hipaa', 'finserv', 'gov'],
    source: RESIDENCY_PAGE,
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'default-retention',
    said: 'Prompts and completions are kept 30 days, and 90 more in backups.',
    now: 'The vendor’s API page says that content is not retained by default, but for Covered Models (30 days) and flagged content (up to two years); the periods of the source document were not confirmed.',
    effect: 'Quote the vendor’s page and its date, not the source document.',
    lines: ['A02', 'A03', 'A07'],
    packs: ['hipaa', 'finserv', 'gov', 'gdpr', 'soc2'],
    source: RETENTION_PAGE,
    checkedOn: CHECKED,
    certainty: 'B',
  },
  {
    id: 'model-risk',
    said: 'Model risk follows SR 11-7 / OCC 2011-12.',
    now: 'Rescinded by SR 26-2, OCC Bulletin 2026-13 and FDIC FIL-15-2026, which leave generative and agentic AI out expressly and aim at banks above USD 30 bn.',
    since: '2026-04-17',
    effect:
      'Cite the new numbers and the exclusion, the old ones as history; lean on the guidance on third-party risk (OCC Bulletin 2023-17 / SR 23-4 / FIL-29-2023).',
    lines: ['A63'],
    packs: ['finserv'],
    source:
      'OCC Bulletin 2026-13 in a stored copy; the numbers of the Fed and the FDIC from secondary sources',
    checkedOn: CHECKED,
    certainty: 'B',
  },
  {
    id: 'soc2-criteria',
    said: 'The vendor holds a SOC 2 Type II certification over five criteria.',
    now: 'SOC 2 is a report of an auditor, not a certificate; the second source document names three criteria. The report decides.',
    effect: 'Do not print the criteria as a fact: read them in the report.',
    lines: ['A45'],
    packs: ['soc2', 'finserv'],
    source: 'the two source documents, compared',
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'fedramp-terms',
    said: 'FedRAMP authorization.',
    now: 'The Consolidated Rules for 2026 speak of FedRAMP Certification, in classes A to D.',
    since: '2026-06-24',
    effect: 'Use both terms once. A geography in the request is neither.',
    lines: ['A66'],
    packs: ['gov'],
    source: 'secondary sources; read the final rules before quoting',
    checkedOn: CHECKED,
    certainty: 'C',
  },
  {
    id: 'audit-fields',
    said: 'HIPAA asks for five fields in the audit trail.',
    now: '164.312(b) asks for audit controls. The five fields are a choice of design that also fits AU-3 and PCI DSS 10.2.2.',
    effect: 'Say that they support the control.',
    lines: ['B06'],
    packs: ['hipaa'],
    source: '45 CFR 164.312(b)',
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'bedrock-region',
    said: 'The chosen region decides where inference runs.',
    now: 'Only for use within the region. Global and geographic inference profiles route wider, and eu-west-2 and eu-central-2 are outside the EU.',
    effect: '`require-approved-region` looks at region and profile, and at exact region ids.',
    lines: ['B16'],
    packs: ['hipaa', 'finserv', 'gov', 'gdpr'],
    source: 'https://platform.claude.com/docs/en/build-with-claude/claude-in-amazon-bedrock',
    checkedOn: CHECKED,
    certainty: 'B',
  },
  {
    id: 'processor',
    said: 'Claude is listed as sub-processor, under Anthropic’s agreement.',
    now: 'On Bedrock and on Vertex AI as Google manages it the cloud provider is the processor. A controller lists a processor or recipient; a sub-processor is listed by a processor.',
    effect: 'The record of processing follows the platform of each client.',
    lines: ['B19'],
    packs: ['gdpr'],
    source: 'GDPR Art. 28 and 30',
    checkedOn: CHECKED,
    certainty: 'B',
  },
  {
    id: 'no-eu-geo',
    said: 'A request can be pinned to the EU.',
    now: '`inference_geo` knows `us` and `global`, no value in the EU. Regions in the EU exist on Bedrock and on Vertex AI.',
    effect: 'Every call of Anthropic’s own API is a transfer to a third country that has to be documented.',
    lines: [],
    packs: ['gdpr'],
    source: RESIDENCY_PAGE,
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'geo-is-a-place',
    said: '`inference_geo: "us"` answers FedRAMP, CJIS or ITAR.',
    now: 'It is a place. It is no FedRAMP boundary and shows nothing of who has access; vendor pages send FedRAMP High, IL4 and IL5 work to Bedrock.',
    effect: 'Keep the answer of the authorization apart from the answer of the place.',
    lines: [],
    packs: ['gov'],
    source: 'https://platform.claude.com/docs/en/build-with-claude/claude-platform-on-aws',
    checkedOn: CHECKED,
    certainty: 'A',
  },
  {
    id: 'federal-logging',
    said: 'Federal logging follows M-21-31.',
    now: 'Replaced by M-26-14. The FedRAMP profile of 2024 still names the old memorandum at AU-11.',
    since: '2026-05-22',
    effect: 'Read M-26-14 before quoting a period.',
    lines: [],
    packs: ['gov'],
    source: 'secondary sources agree; the memorandum was not read',
    checkedOn: CHECKED,
    certainty: 'C',
  },
  {
    id: 'cjis-numbers',
    said: 'CJIS asks for storage within the United States at 5.10.1.4.',
    now: 'Since v5.9.5 the policy follows the numbers of SP 800-53: the clause is at SC-28. v6.1 of 25 June 2026 is current according to two secondary sources.',
    effect: 'Read v6.1 before quoting a number.',
    lines: [],
    packs: ['gov'],
    source: 'CJIS Security Policy v5.9.5, and secondary sources for v6.1',
    checkedOn: CHECKED,
    certainty: 'C',
  },
  {
    id: 'hipaa-proposal',
    said: 'The new HIPAA Security Rule makes all specifications required.',
    now: 'The proposal of January 2025 (RIN 0945-AA22) was still a proposal in every source up to August 2026: required and addressable stand.',
    effect: 'Do not cite it as law.',
    lines: [],
    packs: ['hipaa'],
    source: 'stored copies up to August 2026',
    checkedOn: CHECKED,
    certainty: 'B',
  },
  {
    id: 'ai-act-date',
    said: 'The duties of the AI Act’s Annex III apply from August 2026.',
    now: 'Regulation (EU) 2026/1744 moved them to 2 December 2027.',
    effect: 'Logging by deployers (Art. 26(6)) is due from then for high-risk uses.',
    lines: [],
    packs: ['gdpr'],
    source: 'Regulation (EU) 2026/1744',
    checkedOn: CHECKED,
    certainty: 'B',
  },
];
