/**
 * The closed vocabularies of the evidence, each word with what a reader sees. Never "proven", never a word that says of an
 * organization that it conforms: `policy/claims.ts` holds everything here to that.
 */

/** What the code shows of one question about a call site. */
export const FACT_STATES = {
  shown: 'shown',
  absent: 'not there',
  'none-seen': 'none seen',
  'cannot-tell': 'cannot tell',
  'not-applicable': 'not applicable',
} as const;

export type FactState = keyof typeof FACT_STATES;

/** What a rule says of a call site, or of a control over all of them. Ordered from what asks for an act to what asks for none. */
export const RESULT_STATES = {
  finding: 'finding',
  'cannot-tell': 'cannot tell',
  waived: 'waived',
  'not-run': 'not run',
  'no-finding': 'no finding',
  'not-applicable': 'not applicable',
} as const;

export type ResultState = keyof typeof RESULT_STATES;

export const RESULT_STATE_NAMES = Object.keys(RESULT_STATES) as readonly ResultState[];

/** Whether an outcome rests on what the code does, or on what something in it is called. */
export const CERTAINTIES = { shown: 'shown by the code', 'by-name': 'rests on a name' } as const;

export type Certainty = keyof typeof CERTAINTIES;

/** How a value became known. */
export const HOW = {
  literal: 'written at the call',
  constant: 'a constant of this file',
  imported: 'a constant of another file',
  client: 'an option of the client',
  'call-option': 'an option of each call',
  default: 'the default of the SDK',
  package: 'the package that is imported',
  model: 'the model it asks for',
  address: 'the address it is sent to',
  environment: 'the environment, with the value the code sets',
  marker: 'the mark in package.json',
  setting: 'a setting of the plugin',
  gateway: 'what the gateway declares',
  call: 'a call on the way',
  name: 'what it is called',
} as const;

export type How = keyof typeof HOW;

/** Why the code does not decide something, and the change that would. */
export const WHY = {
  call: {
    title: 'the result of a call that is not followed',
    decide: 'Pass the value from where it is made, or let the function return it plainly.',
  },
  complex: {
    title: 'code too involved to follow',
    decide: 'Split the function, or build the value in one place.',
  },
  computed: {
    title: 'computed at run time',
    decide: 'Choose between written values, so that each of them can be judged.',
  },
  environment: {
    title: 'the environment decides',
    decide: 'Compare the variable with the allowed values in code before it is used.',
  },
  imported: {
    title: 'comes from another file that is not followed',
    decide: 'Import it by a relative path or an alias of tsconfig, from a file of the project.',
  },
  inherited: {
    title: 'comes from a base class that is not followed',
    decide: 'Set it in the class that sends.',
  },
  parameter: {
    title: 'the caller decides, and a caller is not known',
    decide: 'Set it in the function that sends, or export that function to callers in this repository only.',
  },
  untracked: {
    title: 'set in a way that is not followed',
    decide: 'Set it in the object that is passed.',
  },
  bound: {
    title: 'beyond what the analysis may follow',
    decide: 'Split the file, or the chain of re-exports.',
  },
  unparsed: { title: 'a file could not be parsed', decide: 'Give ESLint a parser that reads the file.' },
  'node-modules': {
    title: 'decided in an installed package',
    decide: 'Let the package declare its gateways in its own package.json.',
  },
  unreadable: { title: 'a file could not be read', decide: 'Give the audit the right to read it.' },
  'not-configured': {
    title: 'nothing is configured to compare with',
    decide: 'Set the option that the page of the rule names.',
  },
} as const;

export type Why = keyof typeof WHY;

/** Why a rule was not run, or does not apply. */
export const NOT_RUN = {
  off: 'the rule is off in the configuration',
  'not-in-pack': 'no chosen pack has the rule',
  ignored: 'the file is ignored by the configuration',
  unparsed: 'the file could not be parsed',
  inline: 'a comment in the file turns the rule off',
  interrupted: 'the run was interrupted before',
  failed: 'the rule failed on the file',
} as const;

export type NotRun = keyof typeof NOT_RUN;

export const NOT_APPLICABLE = {
  platform: 'says nothing of this platform',
  operation: 'says nothing of this operation',
  arrangement: 'the package is not under the arrangement',
  'no-content': 'no content passes through this operation',
  'no-subject': 'nothing of the kind is at this call site',
  excused: 'an option excuses it',
} as const;

export type NotApplicable = keyof typeof NOT_APPLICABLE;

/** Who receives a request. Ids of `policy/providers.ts`, and what is outside it. */
export const PROCESSORS = {
  anthropic: { title: 'Anthropic API', processor: 'Anthropic' },
  'anthropic-aws': { title: 'Claude Platform on AWS', processor: 'Anthropic, through AWS' },
  bedrock: { title: 'Amazon Bedrock', processor: 'Amazon Web Services' },
  foundry: { title: 'Microsoft Foundry', processor: 'Microsoft' },
  'google-cloud': { title: 'Claude Models on Google Cloud', processor: 'Anthropic, through Google Cloud' },
  'langsmith-gateway': { title: 'LangSmith gateway', processor: 'LangChain' },
  'openai-compatible': { title: 'Anthropic’s OpenAI-compatible endpoint', processor: 'Anthropic' },
  'vercel-gateway': { title: 'Vercel AI Gateway', processor: 'Vercel' },
  vertex: { title: 'Vertex AI', processor: 'Google Cloud' },
  other: { title: 'another host', processor: 'the operator of the host' },
} as const;

export type ProviderName = keyof typeof PROCESSORS;

/** Where content enters, and where it goes from there. */
export const PLACE_KINDS = {
  route: 'HTTP route',
  action: 'server action',
  queue: 'queue or event',
  schedule: 'scheduled job',
  command: 'command line',
  file: 'file',
  database: 'database',
  form: 'form or page',
  export: 'exported function',
  response: 'response',
  caller: 'calling code',
  unknown: 'not followed',
} as const;

export type PlaceKind = keyof typeof PLACE_KINDS;

/** Where content is written down beside the answer. */
export const SINK_KINDS = {
  log: 'log',
  stdout: 'standard output',
  errors: 'error tracker',
  analytics: 'analytics',
  trace: 'trace',
  file: 'file',
  response: 'response to a client',
  sdk: 'the SDK’s own logging',
} as const;

export type SinkName = keyof typeof SINK_KINDS;

export const DEVIATION_KINDS = {
  'rule-off': 'a rule of the pack is off',
  'rule-milder': 'a rule of the pack is milder',
  options: 'options differ from the pack',
  ignores: 'files are left out of linting',
  files: 'the pack is limited to some files',
  inline: 'a comment changes a rule',
  bulk: 'findings are suppressed in bulk',
  setting: 'a setting excuses code',
} as const;

export type DeviationKind = keyof typeof DEVIATION_KINDS;

export const WAIVER_STATES = {
  live: 'live',
  ending: 'ends soon',
  ended: 'ended: the finding is back',
  malformed: 'malformed: it waives nothing',
  unused: 'unused: it meets no finding',
} as const;

export type WaiverState = keyof typeof WAIVER_STATES;

export const WAIVER_FAULTS = {
  'no-owner': 'names no owner',
  'no-ref': 'names no reference',
  'no-until': 'names no last day',
  'no-reason': 'gives no reason of at least 15 characters',
  'bad-date': 'its last day is no day of the calendar',
  'too-wide': 'covers more than one line or more than one rule',
  'too-long': 'runs longer than the team allows',
  'unknown-site': 'names a call site that is not here',
  'unknown-rule': 'names a rule that is not ours',
} as const;

export type WaiverFault = keyof typeof WAIVER_FAULTS;

export const ATTESTATION_STATES = {
  declared: 'declared, not checked',
  ended: 'declared, and past its own end',
  'no-end': 'declared without an end, not checked',
  'bad-date': 'declared with an end that is no day',
  missing: 'asked for and not declared',
} as const;

export type AttestationState = keyof typeof ATTESTATION_STATES;

/** What in the scope or the population asks for a second look. */
export const GAP_KINDS = {
  'dependency-without-sites': 'a dependency can reach Claude and no call site was found',
  candidate: 'may reach Claude, and the code does not show whom it reaches',
  'import-without-sites': 'a file imports a Claude SDK and shows no call site',
  'other-language': 'a file in a language that is not analysed mentions Claude',
  unparsed: 'a file that mentions Claude could not be parsed',
  ignored: 'a file that mentions Claude is left out of linting',
  unreadable: 'a file could not be read, or is larger than 8 MB',
  changed: 'a file was changed while the run went on: run it again',
  bound: 'a file was not followed to its end',
} as const;

export type GapKind = keyof typeof GAP_KINDS;

/** What a run says of one line of the user's documents. */
export const LINE_STATES = {
  finding: 'finding',
  'cannot-tell': 'cannot tell',
  waived: 'waived',
  'not-run': 'not run',
  'no-finding': 'no finding',
  'not-applicable': 'not applicable',
  evidence: 'served by this file',
  declared: 'declared, not checked',
  'not-declared': 'not declared',
  'not-in-source': 'nothing in source shows it',
} as const;

export type LineState = keyof typeof LINE_STATES;

const BECAUSE: Readonly<Record<string, string>> = {
  ...NOT_RUN,
  ...NOT_APPLICABLE,
  ...Object.fromEntries(Object.entries(WHY).map(([name, { title }]) => [name, title])),
};

/** A reason of any kind in words; empty where there is none. */
export function because(why: NotApplicable | NotRun | Why | undefined): string {
  return why === undefined ? '' : (BECAUSE[why] ?? '');
}

/** Counts by state in words: `2 findings, 5 cannot tell, 17 without a finding`. */
export function countsInWords(counts: Readonly<Partial<Record<ResultState, number>>>): string {
  return RESULT_STATE_NAMES.flatMap((name) => {
    const n = counts[name] ?? 0;
    if (n === 0) return [];
    const word =
      name === 'finding'
        ? n === 1
          ? 'finding'
          : 'findings'
        : name === 'no-finding'
          ? 'without a finding'
          : RESULT_STATES[name];
    return [`${String(n)} ${word}`];
  }).join(', ');
}
