/**
 * The evidence of a project that keeps to the rules, and of its copies with one thing changed.
 */
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/audit/model.ts';
import { auditFiles } from '../../helpers/audits.ts';
import { API_KEY } from '../../helpers/credentials.ts';
import { LETTERS, lettersWith } from '../../helpers/letters.ts';

const rulesOf = ({ findings }: Evidence): string[] => [...new Set(findings.map(({ rule }) => rule))].sort();

it('shows of the project what its code shows, across its files', async () => {
  const { callSites, population, provenance, totals, scope, attestations } = await auditFiles(LETTERS);
  expect(callSites).toHaveLength(1);
  expect(callSites[0]).toMatchObject({
    kind: 'gateway',
    callee: 'client.messages.create',
    at: { file: 'src/llm/send.ts', line: 9, function: 'sendToClaude' },
    package: '@acme/letters',
    provider: { state: 'shown', value: 'anthropic' },
    model: { state: 'shown', value: 'claude-opus-4-6', from: { file: 'src/llm/settings.ts', line: 2 } },
    geography: {
      state: 'shown',
      value: 'us',
      how: 'imported',
      from: { file: 'src/llm/settings.ts', line: 1 },
    },
    region: { state: 'not-applicable' },
    arrangement: ['hipaa'],
    label: { value: 'phi' },
    audit: { success: 'shown', failure: 'shown' },
    redaction: { state: 'shown', shownFor: 1, of: 1, by: [{ name: 'redactNames' }] },
    logging: { state: 'none-seen' },
    callers: [{ at: { file: 'src/api/letters.ts', function: 'POST' }, redaction: 'shown' }],
    entries: [{ kind: 'route', name: 'POST' }],
    results: {
      'require-inference-geo': { state: 'no-finding' },
      'require-audit-log': { state: 'no-finding', certainty: 'by-name' },
      'require-approved-region': { state: 'not-applicable', why: 'platform' },
      'require-data-classification': { state: 'not-run', why: 'not-in-pack' },
      'require-approved-model': { state: 'finding' },
    },
  });
  expect(population.gaps).toEqual([]);
  expect(population.dependencies).toMatchObject([{ name: '@anthropic-ai/sdk', sites: 1 }]);
  expect(provenance).toMatchObject({ completeness: 'complete', dirty: false });
  expect(scope.unconcerned).toBeGreaterThan(0);
  expect(totals.callSites).toBe(1);
  expect(attestations).toMatchObject([{ name: 'baa', state: 'declared' }]);
});

const PLANTED = [
  ['require-inference-geo', 'src/llm/settings.ts', "GEO = 'us'", "GEO = 'global'"],
  ['require-inference-geo', 'src/llm/send.ts', '      inference_geo: GEO,\n', ''],
  [
    'require-redaction',
    'src/privacy/names.ts',
    "return text.replace(/[A-Z][a-z]+ [A-Z][a-z]+/g, '[NAME]')",
    'return text',
  ],
  ['require-redaction', 'src/api/letters.ts', 'redactNames(body.notes)', 'body.notes'],
  ['require-audit-log', 'src/llm/send.ts', 'await recordExchange(userId, prompt, answer, outcome);', ''],
  ['require-audit-log', 'src/records/write.ts', '      outcome,\n', ''],
  [
    'no-raw-prompt-logging',
    'src/llm/send.ts',
    '    return answer;\n',
    '    console.log(answer);\n    return answer;\n',
  ],
  [
    'no-raw-prompt-logging',
    'src/api/letters.ts',
    'return Response',
    'console.info(text);\n  return Response',
  ],
  ['no-hardcoded-api-key', 'src/llm/client.ts', 'timeout: 60_000', `apiKey: '${API_KEY}'`],
  ['no-insecure-transport', 'src/llm/client.ts', 'timeout: 60_000', "baseURL: 'http://llm.example.org'"],
  ['require-approved-provider', 'src/llm/client.ts', 'timeout: 60_000', "baseURL: 'https://llm.example.org'"],
  ['require-attestation', 'package.json', '2027-06-30', '2026-06-30'],
  [
    'no-hipaa-ineligible-features',
    'src/llm/send.ts',
    'max_tokens: 1000,',
    "max_tokens: 1000,\n      tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],",
  ],
] as const;

describe('a planted violation', () => {
  it.each(PLANTED)('%s in %s', async (rule, file, before, after) => {
    const good = await auditFiles(LETTERS);
    const bad = await auditFiles(lettersWith([file, before, after]));
    expect(rulesOf(good)).not.toContain(rule);
    const those = bad.findings.filter((finding) => finding.rule === rule);
    expect(those.length).toBeGreaterThan(0);
    expect(bad.totals.openFindings + bad.totals.cannotTell).toBeGreaterThan(good.totals.openFindings);
    // What the page shows of the call site changes with it, where it is about the call site.
    for (const { sites, kind } of those)
      for (const id of sites)
        expect(bad.callSites.find((site) => site.id === id)?.results[rule]?.state).toBe(
          kind === 'finding' ? 'finding' : 'cannot-tell',
        );
    expect(JSON.stringify(bad)).not.toContain(API_KEY);
  });
});

it('keeps ids of call sites over moves of lines and edits inside', async () => {
  const moved = await auditFiles(
    lettersWith(
      ['src/llm/send.ts', 'export async', '// A gateway.\n\nexport async'],
      ['src/llm/send.ts', '1000', '2000'],
    ),
  );
  const before = await auditFiles(LETTERS);
  expect(moved.callSites.map(({ id }) => id)).toEqual(before.callSites.map(({ id }) => id));
  expect(moved.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id));
});
