/**
 * The JSON schema of evidence, published as `schemas/evidence-1.schema.json`. Each string has a list of words or a grammar: this is
 * what keeps prompts, literals and secrets out by construction.
 */
import { PACK_NAMES } from '../configs/packs/index.ts';
import { STANDING_SENTENCE } from '../policy/claims.ts';
import { FRAMEWORKS } from '../policy/controls/index.ts';
import { RULE_NAMES } from '../rules/names.ts';
import { COUNT, FLAG, list, mapOf, object, oneOf, ref, text } from './json-schema.ts';
import type { RootSchema, Schema } from './json-schema.ts';
import { EVIDENCE_SCHEMA } from './model.ts';
import * as words from './words.ts';

const keys = (record: object): readonly string[] => Object.keys(record);

/** No control, format, line-separator, private or unassigned characters, no half pairs. */
const SEEN = '[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]';

const ARRANGEMENTS = ['hipaa', 'zdr'];
const ELIGIBILITIES = ['no', 'qualified', 'unknown', 'yes'];

const KINDS: Readonly<Record<string, Schema>> = {
  codeName: {
    ...text('^(?:\\(unnamed\\)|…?[\\p{L}\\p{N}_$#@.:/<>()\\[\\]*?\\-]*)$', 120),
    description: 'A name of code. Has no room for spaces and quotes, so no literal fits in.',
  },
  path: text(`^(?!/)(?!.*\\\\)${SEEN}+$`, 400),
  sentence: text(`^${SEEN}+$`, 400),
  declared: { ...text(`^${SEEN}*$`, 400), description: 'What a person wrote for others to read.' },
  value: {
    ...text('^[\\p{L}\\p{N}_.:/@…*\\-]+$', 120),
    description: 'A model, a geography, a region, a label.',
  },
  packageName: text('^[\\p{L}\\p{N}_.@/~\\-]+$', 214),
  host: text('^[\\p{L}\\p{N}.\\-]+(?::\\d+)?$', 253),
  day: text('^\\d{4}-\\d{2}-\\d{2}$', 10),
  commit: text('^[0-9a-f]{7,64}$', 64),
  digest: text('^(?:git|sha256):[0-9a-f]{7,64}$', 80),
  siteId: text('^cs:[0-9a-f]{8,64}$', 67),
  findingId: text('^fi:[0-9a-f]{8,64}$', 67),
  word: text('^[A-Za-z][A-Za-z0-9 .+#_\\-]*$', 60),
  place: object({ file: ref('path'), 'line?': COUNT, 'column?': COUNT, 'function?': ref('codeName') }),
  named: object({ name: ref('codeName'), at: ref('place') }),
  factState: oneOf(keys(words.FACT_STATES)),
  resultState: oneOf(words.RESULT_STATE_NAMES),
  why: oneOf(keys(words.WHY)),
  counts: object(Object.fromEntries(words.RESULT_STATE_NAMES.map((name) => [name, COUNT]))),
};

const fact = (value: Schema): Schema =>
  object({
    state: ref('factState'),
    'value?': value,
    'values?': list(value),
    'from?': ref('place'),
    'how?': oneOf(keys(words.HOW)),
    'why?': ref('why'),
  });

const RUN: Readonly<Record<string, Schema>> = {
  provenance: object({
    asOf: ref('day'),
    repository: text('^[\\p{L}\\p{N}_.:/@~+\\-]+$', 300),
    'commit?': ref('commit'),
    'branch?': text(`^(?!.*\\s)${SEEN}+$`, 250),
    dirty: FLAG,
    shallow: FLAG,
    tools: object({
      plugin: ref('value'),
      eslint: ref('value'),
      node: ref('value'),
      parsers: list(text('^[\\w./@+\\-]+$', 120)),
    }),
    command: list(ref('declared')),
    packs: list(oneOf(PACK_NAMES)),
    config: object({ source: oneOf(['pack', 'project']), 'file?': ref('path'), digest: ref('digest') }),
    facts: list(object({ table: ref('word'), checkedOn: ref('day') })),
    completeness: oneOf(['complete', 'incomplete', 'interrupted']),
  }),
  scope: object({
    linted: COUNT,
    concerned: COUNT,
    unconcerned: COUNT,
    ignored: object({ files: COUNT, by: list(object({ pattern: ref('declared'), files: COUNT })) }),
    unparsed: list(ref('place')),
    unreadable: list(ref('path')),
    otherLanguages: list(object({ language: ref('word'), files: list(ref('path')) })),
  }),
  population: object({
    dependencies: list(
      object({
        package: ref('packageName'),
        name: ref('packageName'),
        'range?': ref('declared'),
        reaches: list(oneOf(keys(words.PROCESSORS))),
        sites: COUNT,
      }),
    ),
    candidates: list(object({ callee: ref('codeName'), at: ref('place'), why: ref('why') })),
    gaps: list(
      object({ kind: oneOf(keys(words.GAP_KINDS)), 'at?': ref('place'), 'name?': ref('packageName') }),
    ),
  }),
  packages: list(
    object({
      name: ref('packageName'),
      folder: ref('path'),
      arrangement: list(oneOf(ARRANGEMENTS)),
      'label?': ref('value'),
    }),
  ),
  rules: list(
    object({
      name: oneOf(RULE_NAMES),
      severity: oneOf(['error', 'off', 'warn']),
      'notRun?': oneOf(keys(words.NOT_RUN)),
      packs: list(oneOf(PACK_NAMES)),
      options: ref('digest'),
    }),
  ),
  deviations: list(
    object({
      id: text('^D[1-9]\\d*$', 8),
      kind: oneOf(keys(words.DEVIATION_KINDS)),
      'rule?': oneOf(RULE_NAMES),
      'at?': ref('place'),
      'commit?': ref('commit'),
      'from?': ref('declared'),
      'to?': ref('declared'),
      sites: list(ref('siteId')),
    }),
  ),
  waivers: list(
    object({
      id: text('^W[1-9]\\d*$', 8),
      source: oneOf(['file', 'inline']),
      rule: ref('codeName'),
      at: ref('place'),
      sites: list(ref('siteId')),
      state: oneOf(keys(words.WAIVER_STATES)),
      faults: list(oneOf(keys(words.WAIVER_FAULTS))),
      'owner?': ref('declared'),
      'ref?': ref('declared'),
      'until?': ref('day'),
      'reason?': ref('declared'),
      'commit?': ref('commit'),
      'writtenOn?': ref('day'),
    }),
  ),
  attestations: list(
    object({
      package: ref('packageName'),
      name: ref('value'),
      state: oneOf(keys(words.ATTESTATION_STATES)),
      'at?': ref('place'),
      'reference?': ref('declared'),
      'expires?': ref('declared'),
    }),
  ),
};

const SITE = object({
  id: ref('siteId'),
  identity: object({
    file: ref('path'),
    function: ref('codeName'),
    operation: ref('codeName'),
    ordinal: COUNT,
  }),
  at: ref('place'),
  'blob?': ref('digest'),
  package: ref('packageName'),
  kind: oneOf(['caller', 'direct', 'gateway']),
  foundBy: oneOf(['declared', 'http', 'import', 'shape']),
  certainty: oneOf(keys(words.CERTAINTIES)),
  callee: ref('codeName'),
  operation: object({ id: ref('codeName'), kind: oneOf(['agent', 'batch', 'count', 'inference']) }),
  callers: list(
    object({
      id: text('^ca:[0-9a-f]{8,64}$', 67),
      at: ref('place'),
      package: ref('packageName'),
      redaction: ref('factState'),
      'by?': ref('named'),
    }),
  ),
  provider: fact(oneOf(keys(words.PROCESSORS))),
  'host?': ref('host'),
  model: fact(ref('value')),
  geography: fact(ref('value')),
  region: fact(ref('value')),
  label: fact(ref('value')),
  arrangement: list(oneOf(ARRANGEMENTS)),
  features: list(
    object({ id: ref('value'), at: ref('place'), zdr: oneOf(ELIGIBILITIES), hipaa: oneOf(ELIGIBILITIES) }),
  ),
  audit: object({
    success: ref('factState'),
    failure: ref('factState'),
    'why?': ref('why'),
    writers: list(ref('named')),
    fields: object({ shown: list(ref('word')), absent: list(ref('word')), unknown: list(ref('word')) }),
  }),
  redaction: object({
    state: ref('factState'),
    'why?': ref('why'),
    by: list(ref('named')),
    shownFor: COUNT,
    of: COUNT,
  }),
  logging: object({
    state: ref('factState'),
    'why?': ref('why'),
    sinks: list(object({ kind: oneOf(keys(words.SINK_KINDS)), name: ref('codeName'), at: ref('place') })),
    followed: COUNT,
  }),
  entries: list(
    object({
      kind: oneOf(keys(words.PLACE_KINDS)),
      'name?': ref('codeName'),
      at: ref('place'),
      redaction: ref('factState'),
      'by?': ref('named'),
    }),
  ),
  returns: list(
    object({
      kind: oneOf(keys(words.PLACE_KINDS)),
      'name?': ref('codeName'),
      at: ref('place'),
      state: ref('factState'),
    }),
  ),
  results: mapOf(
    oneOf(RULE_NAMES),
    object({
      state: ref('resultState'),
      'certainty?': oneOf(keys(words.CERTAINTIES)),
      'why?': oneOf([
        ...new Set([...keys(words.WHY), ...keys(words.NOT_RUN), ...keys(words.NOT_APPLICABLE)]),
      ]),
      'findings?': list(ref('findingId')),
    }),
  ),
});

const FINDING = object({
  id: ref('findingId'),
  rule: oneOf(RULE_NAMES),
  messageId: ref('codeName'),
  kind: oneOf(['cannot-tell', 'finding']),
  severity: oneOf(['error', 'warning']),
  certainty: oneOf(keys(words.CERTAINTIES)),
  message: ref('sentence'),
  at: ref('place'),
  sites: list(ref('siteId')),
  'why?': ref('why'),
  'cause?': ref('named'),
  'way?': list(ref('place')),
  'waiver?': text('^W[1-9]\\d*$', 8),
});

const DERIVED: Readonly<Record<string, Schema>> = {
  totals: object({
    callSites: COUNT,
    packages: COUNT,
    openFindings: COUNT,
    cannotTell: COUNT,
    waived: COUNT,
    deviations: COUNT,
    gaps: COUNT,
    results: ref('counts'),
  }),
  controls: list(
    object({
      framework: oneOf(keys(FRAMEWORKS)),
      id: ref('sentence'),
      why: ref('sentence'),
      rules: list(oneOf(RULE_NAMES)),
      state: ref('resultState'),
      applicable: COUNT,
      sites: ref('counts'),
      elsewhere: COUNT,
      'caution?': ref('sentence'),
      'supplemental?': FLAG,
    }),
  ),
  lines: list(
    object({
      id: text('^[AB]\\d{2}$', 3),
      state: oneOf(keys(words.LINE_STATES)),
      counts: object(Object.fromEntries(words.RESULT_STATE_NAMES.map((name) => [`${name}?`, COUNT]))),
      declared: list(text('^[\\p{L}\\p{N}_.@/~\\-]+:[a-z0-9-]+$', 250)),
    }),
  ),
};

/** The schema of sealed evidence. */
export const EVIDENCE_JSON_SCHEMA: RootSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/eslint-plugin-claude-compliance/schemas/evidence-1.schema.json',
  title: 'Evidence about code that calls Claude',
  $defs: { ...KINDS, callSite: SITE, finding: FINDING },
  ...object({
    schema: { type: 'string', const: EVIDENCE_SCHEMA },
    statement: { type: 'string', const: STANDING_SENTENCE },
    ...RUN,
    callSites: list(ref('callSite')),
    findings: list(ref('finding')),
    ...DERIVED,
  }),
  description: STANDING_SENTENCE,
};
