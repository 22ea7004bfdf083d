/**
 * Evidence as a run would collect it, made up from a number: the same number makes the same evidence.
 */
import type {
  AuditFacts,
  CallSite,
  Collected,
  Entry,
  Fact,
  Finding,
  Place,
  SiteResult,
} from '../../src/audit/model.ts';
import { sealEvidence } from '../../src/audit/seal.ts';
import type { Evidence } from '../../src/audit/model.ts';
import { sha256, shortId } from '../../src/audit/text.ts';
import type { FactState, PlaceKind, ProviderName } from '../../src/audit/words.ts';
import { RULE_NAMES } from '../../src/rules/names.ts';

const COMMIT = 'd20ace7968ba43c0219f62d71334c1095bab1602';

const PACKAGES = [
  ['@acme/letters', 'packages/letters', 'draftLetter writeLetter shortenLetter translateLetter'],
  ['@acme/triage', 'packages/triage', 'triageMessage rankUrgency askNurse'],
  ['@acme/intake', 'packages/intake', 'readReferral extractFields checkForm'],
  ['@acme/billing', 'packages/billing', 'explainBill codeVisit appealDenial'],
  ['@acme/portal', 'apps/portal', 'answerPatient summarizeVisit suggestSlots'],
  ['@acme/research', 'apps/research', 'labelNotes clusterReports scorePaper'],
  ['@acme/llm', 'packages/llm', 'sendToClaude streamFromClaude countTokens'],
  ['@acme/support', 'apps/support', 'replyToTicket routeTicket rateReply'],
  ['@acme/coding', 'services/coding', 'suggestCodes reviewCodes'],
  ['@acme/scheduler', 'services/scheduler', 'remindPatient planFollowUp'],
  ['@acme/documents', 'services/documents', 'readScan fileDocument splitBundle'],
  ['@acme/contracts', 'services/contracts', 'compareClauses flagRisk'],
] as const;

const ENTRIES: readonly PlaceKind[] = ['route', 'action', 'queue', 'file', 'database', 'schedule', 'export'];

/** Numbers in [0, 1), the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Wanted {
  readonly sites: number;
  readonly seed?: number;
  readonly packages?: number;
  /** Parts that replace those that are made up. */
  readonly with?: Partial<Collected>;
}

/** What a run over made-up code collects. */
export function collected({ sites, seed = 7, packages = 12, with: given = {} }: Wanted): Collected {
  const next = numbers(seed);
  const findings: Finding[] = [];
  const callSites = Array.from({ length: sites }, (_, i) => site(i, packages, next, findings));
  return { ...run(callSites, packages), callSites, findings: [...findings, credential()], ...given };
}

export function evidence(wanted: Wanted): Evidence {
  return sealEvidence(collected(wanted));
}

export const SMALL: Wanted = { sites: 3, packages: 2, seed: 3 };
export const MEDIUM: Wanted = { sites: 24, packages: 5 };
export const LARGE: Wanted = { sites: 300 };

function site(i: number, packages: number, next: () => number, findings: Finding[]): CallSite {
  const [name, folder, functions] = PACKAGES[i % Math.min(packages, PACKAGES.length)] ?? PACKAGES[0];
  const names = functions.split(' ');
  const fn = names[Math.floor(i / packages) % names.length] ?? 'send';
  const file = `${folder}/src/${fn.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}${i > 60 ? `-${String(i)}` : ''}.ts`;
  const at: Place = { file, line: 12 + Math.floor(next() * 80), column: 20, function: fn };
  const identity = { file, function: fn, operation: 'messages.create', ordinal: i };
  const id = shortId('cs', Object.values(identity));
  const platform: ProviderName = next() < 0.6 ? 'anthropic' : next() < 0.6 ? 'bedrock' : 'vertex';
  const own = platform === 'anthropic';
  const geo = own ? geography(next()) : ({ state: 'not-applicable' } as const);
  const region: Fact = own
    ? { state: 'not-applicable' }
    : next() < 0.8
      ? { state: 'shown', value: platform === 'bedrock' ? 'us-east-1' : 'us-east5', how: 'client' }
      : { state: 'cannot-tell', why: 'environment' };
  const redaction = pick<FactState>(next(), ['shown', 'shown', 'shown', 'absent', 'cannot-tell']);
  const success = pick<FactState>(next(), ['shown', 'shown', 'shown', 'absent', 'cannot-tell']);
  const made: CallSite = {
    id,
    identity,
    at,
    blob: `git:${sha256(file).slice(7, 47)}`,
    package: name,
    kind: name === '@acme/llm' ? 'gateway' : 'direct',
    foundBy: 'import',
    certainty: next() < 0.9 ? 'shown' : 'by-name',
    callee: own ? 'client.messages.create' : 'bedrock.send',
    operation: { id: 'messages.create', kind: 'inference' },
    callers: [],
    provider: { state: 'shown', value: platform, how: 'package' },
    model: model(next()),
    geography: geo,
    region,
    label: { state: 'shown', value: 'phi', from: { file: `${folder}/package.json` }, how: 'marker' },
    arrangement: ['hipaa'],
    features: next() < 0.3 ? [{ id: 'prompt-caching-5m', at, zdr: 'yes', hipaa: 'yes' }] : [],
    audit: audit(success, next()),
    redaction: {
      state: redaction,
      by: redaction === 'shown' ? [redactor()] : [],
      shownFor: redaction === 'shown' ? 1 : 0,
      of: 1,
      ...(redaction === 'cannot-tell' && { why: 'imported' as const }),
    },
    logging: logging(next(), file),
    entries: [entry(next(), { file, line: 6, column: 1, function: fn }, redaction)],
    returns: [{ kind: 'response', name: fn, at: { ...at, line: (at.line ?? 0) + 9 }, state: 'shown' }],
    results: {},
  };
  return { ...made, results: resultsOf(made, findings, next) };
}

function pick<T>(at: number, from: readonly [T, ...T[]]): T {
  return from[Math.floor(at * from.length)] ?? from[0];
}

function geography(at: number): Fact {
  if (at < 0.7) {
    return {
      state: 'shown',
      value: 'us',
      how: 'imported',
      from: { file: 'packages/llm/src/settings.ts', line: 4 },
    };
  }
  if (at < 0.8) return { state: 'shown', value: 'global', how: 'literal' };
  return at < 0.9 ? { state: 'absent' } : { state: 'cannot-tell', why: 'parameter' };
}

function model(at: number): Fact {
  if (at < 0.85)
    return { state: 'shown', value: at < 0.5 ? 'claude-opus-5' : 'claude-sonnet-4-6', how: 'constant' };
  return { state: 'cannot-tell', why: 'environment' };
}

function redactor(): { readonly name: string; readonly at: Place } {
  return {
    name: 'withoutNames',
    at: { file: 'packages/privacy/src/names.ts', line: 14, function: 'withoutNames' },
  };
}

function audit(success: FactState, at: number): AuditFacts {
  const failure = success === 'shown' && at < 0.25 ? 'absent' : success;
  return {
    success,
    failure,
    ...(success === 'cannot-tell' && { why: 'imported' as const }),
    writers:
      success === 'shown'
        ? [
            {
              name: 'recordExchange',
              at: { file: 'packages/records/src/write.ts', line: 9, function: 'recordExchange' },
            },
          ]
        : [],
    fields: {
      shown: success === 'shown' ? ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome'] : [],
      absent: success === 'absent' ? ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome'] : [],
      unknown: [],
    },
  };
}

function logging(at: number, file: string): CallSite['logging'] {
  if (at < 0.12) {
    return {
      state: 'shown',
      sinks: [{ kind: 'log', name: 'logger.info', at: { file, line: 44, column: 5 } }],
      followed: 2,
    };
  }
  return at < 0.2
    ? { state: 'cannot-tell', why: 'call', sinks: [], followed: 2 }
    : { state: 'none-seen', sinks: [], followed: 3 };
}

function entry(at: number, place: Place, redaction: FactState): Entry {
  const kind = pick<PlaceKind>(at, ['route', ...ENTRIES]);
  return {
    kind,
    name: place.function ?? 'handler',
    at: place,
    redaction,
    ...(redaction === 'shown' && { by: redactor() }),
  };
}

/** What each rule says, with a finding for each that has one. */
function resultsOf(made: CallSite, findings: Finding[], next: () => number): Record<string, SiteResult> {
  const results: Record<string, SiteResult> = {};
  for (const rule of RULE_NAMES) results[rule] = resultOf(rule, made);
  for (const [rule, result] of Object.entries(results)) {
    if (result.state !== 'finding' && result.state !== 'cannot-tell') continue;
    const id = shortId('fi', [rule, made.id]);
    const waived = result.state === 'finding' && next() < 0.06;
    findings.push(findingOf(id, rule, made, result, waived));
    results[rule] = {
      ...result,
      ...(waived && { state: 'waived' }),
      findings: [id],
      certainty: made.certainty,
    };
  }
  return results;
}

function findingOf(id: string, rule: string, made: CallSite, result: SiteResult, waived: boolean): Finding {
  const content = rule === 'no-raw-prompt-logging' || rule === 'require-redaction';
  return {
    id,
    rule,
    messageId: result.state === 'finding' ? 'missing' : 'unverifiable',
    kind: result.state === 'finding' ? 'finding' : 'cannot-tell',
    severity: rule === 'require-audit-log' ? 'warning' : 'error',
    certainty: made.certainty,
    message: MESSAGES[rule]?.[result.state === 'finding' ? 0 : 1] ?? 'Something stands here. Change it.',
    at: made.at,
    sites: [made.id],
    ...(result.state === 'cannot-tell' && { why: 'parameter' as const }),
    ...(rule === 'require-audit-log' && {
      cause: {
        name: 'sendToClaude',
        at: { file: 'packages/llm/src/send.ts', line: 23, function: 'sendToClaude' },
      },
    }),
    ...(content && { way: [{ ...made.at, line: 8 }, { ...made.at, line: 10 }, made.at] }),
    ...(waived && { waiver: 'W1' }),
  };
}

const MESSAGES: Readonly<Record<string, readonly [string, string]>> = {
  'require-inference-geo': [
    '`client.messages.create` sets no `inference_geo`. Set it to "us".',
    'Cannot tell where `client.messages.create` is processed: the caller decides. Set `inference_geo` to "us" at the call.',
  ],
  'require-audit-log': [
    '`client.messages.create` leaves no audit record when it fails. Write one in a `finally`.',
    'Cannot tell whether `client.messages.create` leaves an audit record. Name the writer in `settings.auditLoggers`.',
  ],
  'require-redaction': [
    '`patient.name` reaches `client.messages.create` without a redactor. Pass it through `withoutNames`.',
    'Cannot tell whether `notes` is redacted: it comes from another file. Redact it where it is sent.',
  ],
  'no-raw-prompt-logging': [
    'What `client.messages.create` answers reaches `logger.info`. Log its id instead.',
    'Cannot tell whether `answer` is logged: the function it is handed to is not followed. Return the answer alone.',
  ],
  'require-approved-model': [
    '`claude-3-5-haiku-20241022` is not on your list. Use one that is.',
    'Cannot tell which model `client.messages.create` asks for: the environment decides. Compare it with your list.',
  ],
};

function resultOf(rule: string, made: CallSite): SiteResult {
  const fromFact = (state: FactState): SiteResult =>
    state === 'absent'
      ? { state: 'finding' }
      : state === 'cannot-tell'
        ? { state: 'cannot-tell', why: 'parameter' }
        : state === 'not-applicable'
          ? { state: 'not-applicable', why: 'platform' }
          : { state: 'no-finding' };
  switch (rule) {
    case 'require-inference-geo':
      return made.geography.value === 'global' ? { state: 'finding' } : fromFact(made.geography.state);
    case 'require-approved-region':
      return fromFact(made.region.state);
    case 'require-approved-model':
      return fromFact(made.model.state);
    case 'require-audit-log':
      return fromFact(made.audit.failure);
    case 'require-redaction':
      return fromFact(made.redaction.state);
    case 'no-raw-prompt-logging':
      return made.logging.state === 'shown' ? { state: 'finding' } : fromFact(made.logging.state);
    case 'require-data-classification':
      return { state: 'not-run', why: 'not-in-pack' };
    case 'no-sdk-content-logging':
      return { state: 'not-run', why: 'off' };
    case 'require-attestation':
    case 'require-environment-keys':
    case 'no-hardcoded-api-key':
      return { state: 'not-applicable', why: 'no-subject' };
    default:
      return { state: 'no-finding' };
  }
}

function credential(): Finding {
  return {
    id: shortId('fi', ['no-hardcoded-api-key']),
    rule: 'no-hardcoded-api-key',
    messageId: 'key',
    kind: 'finding',
    severity: 'error',
    certainty: 'shown',
    message:
      'An Anthropic API key stands in this file (ends in "A9"). Revoke it, and read it from the environment.',
    at: { file: 'scripts/try.ts', line: 3, column: 17 },
    sites: [],
  };
}

function run(sites: readonly CallSite[], packages: number): Omit<Collected, 'callSites' | 'findings'> {
  const used = PACKAGES.slice(0, packages);
  const some = sites.slice(0, 2).map(({ id }) => id);
  return {
    provenance: {
      asOf: '2026-11-29',
      repository: 'https://git.example/acme/health',
      commit: COMMIT,
      branch: 'main',
      dirty: false,
      shallow: false,
      tools: { plugin: '0.1.0', eslint: '10.15.0', node: '22.13.0', parsers: ['typescript-eslint@8.72.0'] },
      command: ['audit', '.', '--pack', 'hipaa', '--config', '--out', 'evidence', '--as-of', '2026-11-29'],
      packs: ['hipaa'],
      config: { source: 'project', file: 'eslint.config.js', digest: sha256('config') },
      facts: [
        { table: 'Eligibility of features', checkedOn: '2026-11-21' },
        { table: 'Models', checkedOn: '2026-11-21' },
        { table: 'Regions', checkedOn: '2026-11-21' },
      ],
      completeness: 'complete',
    },
    scope: {
      linted: 1204,
      concerned: 318,
      unconcerned: 886,
      ignored: { files: 14, by: [{ pattern: '**/generated/**', files: 14 }] },
      unparsed: [{ file: 'packages/letters/src/legacy.js', line: 7 }],
      unreadable: [],
      otherLanguages: [{ language: 'Python', files: ['tools/batch/classify.py', 'tools/batch/export.py'] }],
    },
    population: {
      dependencies: used.map(([name], i) => ({
        package: name,
        name: i % 3 === 1 ? '@aws-sdk/client-bedrock-runtime' : '@anthropic-ai/sdk',
        range: '^0.95.0',
        reaches: [i % 3 === 1 ? 'bedrock' : 'anthropic'],
        sites: sites.filter((one) => one.package === name).length,
      })),
      candidates: [
        {
          callee: 'generateText',
          at: { file: 'apps/portal/src/hints.ts', line: 31, column: 10, function: 'hintFor' },
          why: 'environment',
        },
      ],
      gaps: [
        { kind: 'candidate', at: { file: 'apps/portal/src/hints.ts', line: 31 }, name: 'generateText' },
        { kind: 'other-language', at: { file: 'tools/batch/classify.py' }, name: 'Python' },
        { kind: 'other-language', at: { file: 'tools/batch/export.py' }, name: 'Python' },
        { kind: 'unparsed', at: { file: 'packages/letters/src/legacy.js', line: 7 } },
        {
          kind: 'dependency-without-sites',
          at: { file: 'services/ocr/package.json' },
          name: '@ai-sdk/anthropic',
        },
      ],
    },
    packages: used.map(([name, folder]) => ({ name, folder, arrangement: ['hipaa'], label: 'phi' })),
    rules: RULE_NAMES.map((name) => ({
      name,
      severity: name === 'no-sdk-content-logging' ? 'off' : 'error',
      ...(name === 'require-data-classification' && { notRun: 'not-in-pack' as const }),
      ...(name === 'no-sdk-content-logging' && { notRun: 'off' as const }),
      packs: name === 'require-data-classification' ? [] : ['hipaa'],
      options: sha256(name),
    })),
    deviations: deviations(some),
    waivers: waivers(some),
    attestations: [
      {
        package: '@acme/letters',
        name: 'baa',
        state: 'declared',
        at: { file: 'packages/letters/package.json' },
        reference: 'GRC-88',
        expires: '2027-06-30',
      },
      {
        package: '@acme/triage',
        name: 'baa',
        state: 'ended',
        at: { file: 'packages/triage/package.json' },
        reference: 'GRC-61',
        expires: '2026-10-31',
      },
      { package: '@acme/letters', name: 'zdr', state: 'missing' },
    ],
  };
}

function deviations(some: readonly string[]): Collected['deviations'] {
  return [
    {
      id: 'D1',
      kind: 'rule-off',
      rule: 'no-sdk-content-logging',
      at: { file: 'eslint.config.js', line: 14 },
      commit: '4be1c0ffee21',
      from: '"error"',
      to: '"off"',
      sites: some,
    },
    {
      id: 'D2',
      kind: 'options',
      rule: 'require-inference-geo',
      at: { file: 'eslint.config.js', line: 21 },
      commit: '9a0b1c2d3e4f',
      from: '{"allowed":["us"],"unverifiable":"report"}',
      to: '{"allowed":["us","global"],"unverifiable":"report"}',
      sites: some,
    },
    {
      id: 'D3',
      kind: 'ignores',
      at: { file: 'eslint.config.js', line: 6 },
      to: '["**/generated/**"]',
      sites: [],
    },
  ];
}

function waivers(some: readonly string[]): Collected['waivers'] {
  const base = { source: 'inline', rule: 'require-audit-log', sites: some, faults: [] } as const;
  return [
    {
      ...base,
      id: 'W1',
      at: { file: 'packages/letters/src/draft-letter.ts', line: 30 },
      state: 'live',
      owner: '@acme/privacy',
      ref: 'SEC-123',
      until: '2027-03-31',
      reason: 'The record is written by the queue that calls this, until the move to the gateway.',
      commit: '0123456789ab',
      writtenOn: '2026-09-02',
    },
    {
      ...base,
      id: 'W2',
      at: { file: 'packages/triage/src/triage-message.ts', line: 18 },
      state: 'ending',
      owner: '@acme/triage',
      ref: 'SEC-140',
      until: '2026-12-15',
      reason: 'Pilot with made-up patients only.',
    },
    {
      ...base,
      id: 'W3',
      rule: 'no-full-record',
      at: { file: 'apps/portal/src/answer-patient.ts', line: 9 },
      state: 'ended',
      owner: '@acme/portal',
      ref: 'SEC-99',
      until: '2026-11-01',
      reason: 'The treating team needs the whole chart.',
    },
    {
      ...base,
      id: 'W4',
      sites: [],
      at: { file: 'apps/portal/src/suggest-slots.ts', line: 1 },
      state: 'malformed',
      faults: ['no-owner', 'no-until', 'too-wide'],
      reason: 'legacy',
    },
  ];
}
