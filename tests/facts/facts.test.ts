/**
 * The tables against what the SDKs name: an extract of the newest ones, and what an update from SDK 1.12 to 1.14 would have
 * told. `npm run facts` does the same with what is installed in facts/.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CREDENTIAL_VARIABLES, HOSTS, REROUTES } from '../../src/analysis/sdk-surface/index.ts';
import { FEATURES } from '../../src/policy/features/index.ts';
import type { Feature } from '../../src/policy/features/index.ts';
import { GENERATIONS } from '../../src/policy/models.ts';

type Named = Readonly<Record<string, readonly string[]>>;
type Reviewed = Readonly<Record<string, Named>>;

interface Extract {
  readonly methods: Named;
  readonly [kind: string]: Named | readonly string[];
}

interface Comparison {
  readonly unknown: Named;
  readonly wrong: readonly string[];
  readonly gone: Named;
}

interface Compare {
  readonly compare: (extract: Extract, tables: object, reviewed: Reviewed) => Comparison;
  readonly oldRows: (
    rows: readonly { readonly name: string; readonly checkedOn: string }[],
    days: number,
    today: string,
  ) => readonly string[];
}

interface Dated {
  readonly datedRows: (
    tables: Readonly<Record<string, unknown>>,
  ) => readonly { readonly name: string; readonly checkedOn: string }[];
  readonly tablesIn: (dist: string) => Promise<Readonly<Record<string, unknown>>>;
}

const scriptAt = (path: string): string => new URL(`../../scripts/facts/${path}`, import.meta.url).href;
const { compare, oldRows } = (await import(scriptAt('compare.mjs'))) as Compare;
const { datedRows, tablesIn } = (await import(scriptAt('dated.mjs'))) as Dated;

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../facts/${path}`, import.meta.url), 'utf8'));
}

const NEWEST = json('extracts/newest.json') as Extract;
const OLD = json('extracts/anthropic-sdk-1.12.0.json') as Extract;
const REVIEWED = json('reviewed.json') as Reviewed;
const VARIABLES = [...Object.keys(REROUTES), ...CREDENTIAL_VARIABLES];

const tablesOf = (features: readonly Feature[], variables: readonly string[] = VARIABLES): object => ({
  features,
  generations: GENERATIONS,
  hosts: HOSTS,
  variables,
});

describe('the newest SDKs', () => {
  const found = compare(NEWEST, tablesOf(FEATURES), REVIEWED);

  it('name nothing that neither a row nor the reviewed list knows', () => {
    expect(found.unknown).toEqual({});
  });

  it('contradict no row', () => {
    expect(found.wrong).toEqual([]);
  });

  it('have all that rows name', () => {
    expect(found.gone).toEqual({});
  });

  it('are reviewed with a reason', () => {
    for (const kinds of Object.values(REVIEWED)) {
      for (const [reason, names] of Object.entries(kinds)) {
        expect(reason.length).toBeGreaterThan(8);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });
});

/** Rows and markers that SDK 1.13 and 1.14 made necessary. */
const NEW_ROWS = new Set([
  'admin_betas',
  'compliance_review',
  'external_storage',
  'message_betas',
  'usage_analytics',
]);

/** The tables as they were when SDK 1.12 was read. */
const FORMER: readonly Feature[] = FEATURES.filter(({ id }) => !NEW_ROWS.has(id)).map((feature) => {
  switch (feature.id) {
    case 'compliance_api':
      return { ...feature, markers: { endpoints: feature.markers.endpoints ?? [] } };
    case 'covered_models':
      return { ...feature, note: '', instead: 'use a model that is not a Covered Model' };
    case 'mid_conversation_system':
      return { ...feature, markers: { params: feature.markers.params ?? [] } };
    case 'tool_search':
      return { ...feature, markers: { tools: feature.markers.tools as RegExp } };
    default:
      return feature;
  }
});

/** What had been reviewed then: only what SDK 1.12 had. */
function formerlyReviewed(): Reviewed {
  const then = new Set([
    ...Object.entries(OLD.methods).flatMap(([method, keys]) => {
      const bare = method.replace(/^beta\./, '');
      return [bare, ...keys.map((key) => `${bare}(${key})`)];
    }),
    ...Object.values(OLD).flatMap((names) => (Array.isArray(names) ? (names as readonly string[]) : [])),
  ]);
  return Object.fromEntries(
    Object.entries(REVIEWED).map(([kind, reasons]) => [
      kind,
      Object.fromEntries(
        Object.entries(reasons).map(([reason, names]) => [reason, names.filter((name) => then.has(name))]),
      ),
    ]),
  );
}

describe('SDK 1.14 against the tables of SDK 1.12', () => {
  const statements = {
    ...formerlyReviewed(),
    absent: {
      ...REVIEWED['absent'],
      AnthropicBedrockMantle: ['messages.batches', 'messages.countTokens'],
    },
  } as Reviewed;
  const former = VARIABLES.filter(
    (name) => !/GOOGLE_CLOUD_BASE_URL|USE_(?:ANTHROPIC|MANTLE|GATEWAY)/.test(name),
  );
  const { unknown, wrong } = compare(NEWEST, tablesOf(FORMER, former), statements);

  it('tells of analytics that HIPAA readiness refuses', () => {
    expect(wrong).toEqual(
      expect.arrayContaining([
        expect.stringContaining('beta.organization.analytics.cost.list'),
        expect.stringContaining('beta.organization.analytics.usage.list'),
      ]),
    );
  });

  it('tells of clients that have what notes deny', () => {
    expect(wrong).toEqual(
      expect.arrayContaining([
        expect.stringContaining('AnthropicBedrockMantle.messages.batches'),
        expect.stringContaining('AnthropicBedrockMantle.messages.countTokens'),
      ]),
    );
  });

  it('names the methods, fields and words that are new', () => {
    expect(unknown['methods']).toEqual(
      expect.arrayContaining([
        'compliance.review.items.retrieve',
        'organization.externalStorage.create',
        'organization.analytics.cost.list',
      ]),
    );
    expect(unknown['parameters']).toContain('organization.workspaces.create(inference_data_privacy)');
    expect(unknown['data']).toEqual(
      expect.arrayContaining([
        'data_retention_exemption',
        'inference_data_privacy',
        'safeguards_storage',
        'transcripts_storage',
      ]),
    );
  });

  it('names every beta without a row', () => {
    const betas = (
      'admin-user-sign-out analytics-usage-cost ce-claude-code-managed-settings ce-user-management dev-full-thinking efs ' +
      'experimental-claude-tag google-managed-data-controls mid-conversation-output-config mid-conversation-system ' +
      'mid-conversation-system-clear-at model-context-window-exceeded output-128k spend-limit-reads ' +
      'thinking-binding-controls thinking-display-updates thinking-token-count token-efficient-tools tool-search-tool'
    ).split(' ');
    const named = (unknown['betas'] ?? []).map((value) => value.replace(/-\d{4}-\d{2}-\d{2}$/, ''));
    expect(named).toEqual(expect.arrayContaining(betas));
  });

  it('names the switches that were missing', () => {
    expect(unknown['variables']).toEqual(
      expect.arrayContaining([
        'ANTHROPIC_GOOGLE_CLOUD_BASE_URL',
        'CLAUDE_CODE_USE_ANTHROPIC_AWS',
        'CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD',
        'CLAUDE_CODE_USE_GATEWAY',
        'CLAUDE_CODE_USE_MANTLE',
      ]),
    );
  });
});

describe('the age of rows', () => {
  it('is told in days', () => {
    const rows = [
      { name: 'old', checkedOn: '2026-08-01' },
      { name: 'new', checkedOn: '2026-11-29' },
    ];
    expect(oldRows(rows, 90, '2026-11-30T00:00:00Z')).toEqual(['old (2026-08-01)']);
  });

  it('is told of the rows of every table, however deep they stand', () => {
    const row = { id: 'deep', checkedOn: '2026-01-01' };
    const tables = { 'policy/a.js': { A: [{ rows: { deep: row } }], again: row, pattern: /x/ } };
    expect(datedRows(tables)).toEqual([{ name: 'policy/a.js A rows deep: deep', checkedOn: '2026-01-01' }]);
  });

  it('is known of all tables of the package', async () => {
    const rows = datedRows(await tablesIn(new URL('../../dist', import.meta.url).pathname));
    const names = rows.map(({ name }) => name).join('\n');
    for (const table of [
      'credentials/families',
      'features',
      'gateways',
      'geos',
      'models',
      'providers',
      'regions',
      'switches',
    ])
      expect(names).toContain(table);
    expect(rows.length).toBeGreaterThan(FEATURES.length);
    for (const { checkedOn } of rows) expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
