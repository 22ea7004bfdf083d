/**
 * The catalogue: complete, sourced, and every row against which somebody speaks is seen in code.
 */
import { describe, expect, it } from 'vitest';
import {
  CHECKED_ON,
  FEATURES,
  FEATURE_GROUPS,
  FEATURE_NAMES,
  eligibilityOf,
  featureById,
  isStricterThanVendor,
} from '../../src/policy/features/index.ts';
import type { Arrangement, Feature } from '../../src/policy/features/index.ts';
import { rules } from '../../src/rules/index.ts';
import { FACTS, isForbidden, settingsOf } from '../helpers/eligibility.ts';
import { FORMS } from '../helpers/feature-forms.ts';
import type { FormSdk } from '../helpers/feature-forms.ts';
import { claude, lintWith } from '../helpers/rule-tester.ts';

const RULE_OF = {
  hipaa: rules['no-hipaa-ineligible-features'],
  zdr: rules['no-zdr-ineligible-features'],
} as const;
const ARRANGEMENTS: readonly Arrangement[] = ['zdr', 'hipaa'];

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** What a rule reports about code, as text and place, without the rule's name. */
function reported(
  arrangement: Arrangement,
  code: string,
  own: Readonly<Record<string, unknown>> = {},
  options: Readonly<Record<string, unknown>> = {},
): string[] {
  const settings = settingsOf({ [arrangement]: true, ...own });
  return lintWith(RULE_OF[arrangement], code, { settings, options: [options] }).map(
    ({ line, column, message }) => `${String(line)}:${String(column)} ${message}`,
  );
}

/** A message that names the title, whole or cut short for its measure. */
const mentions = (text: string, title: string): boolean =>
  text.includes(title) ||
  Array.from({ length: title.length }, (_, length) => length).some(
    (length) => length > 8 && text.includes(`${title.slice(0, length)}…`),
  );

const names = (texts: readonly string[], id: string): boolean =>
  texts.some((text) => mentions(text, titleOf(id)));

/** A title as messages have it. */
function titleOf(id: string): string {
  const feature = featureById(id);
  return feature?.short ?? feature?.title ?? '?';
}

describe('the catalogue', () => {
  it('has exactly the rows that were researched', () => {
    expect(FACTS).toHaveLength(69);
    expect(ids(FEATURES).sort()).toEqual(ids(FACTS).sort());
    expect(new Set(ids(FEATURES)).size).toBe(FEATURES.length);
  });

  it.each(FACTS)('says of $id what research found', ({ id, zdr, hipaa, seed }) => {
    const feature = featureById(id);
    expect([feature?.zdr, feature?.hipaa, feature?.sourceDocument]).toEqual([zdr, hipaa, seed]);
  });

  it.each(FEATURES.map((feature) => [feature.id, feature] as const))(
    '%s has title, source, date and note',
    (_, feature) => {
      expect(feature.title).toMatch(/\S/);
      // In a message it stands beside the call, the arrangements and the action.
      expect((feature.short ?? feature.title).length).toBeLessThanOrEqual(28);
      expect(feature.source).toMatch(/\S/);
      expect(feature.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(new Date(feature.checkedOn).toISOString().slice(0, 10)).toBe(feature.checkedOn);
      expect(typeof feature.note).toBe('string');
      expect(['A', 'B', 'C']).toContain(feature.certainty);
    },
  );

  it.each(
    FEATURES.filter((f) =>
      ['no', 'qualified'].some((v) => [f.zdr, f.hipaa, f.sourceDocument].includes(v as 'no')),
    ).map((f) => [f.id, f] as const),
  )('%s says what happens to the data and what to use instead', (_, { kept, instead }: Feature) => {
    // Both stand inside a sentence.
    expect(kept).toMatch(/^[^.]*[^.\s]$/);
    expect(instead).toMatch(/^[a-z`][^.]*(?:\.\w[^.]*)*[^.\s]$/);
  });

  it('knows the day of its latest check', () => {
    expect(CHECKED_ON).toBe(
      [...FEATURES]
        .map((f) => f.checkedOn)
        .sort()
        .at(-1),
    );
  });

  it('has groups of existing rows, under names of their own', () => {
    for (const [group, members] of Object.entries(FEATURE_GROUPS)) {
      expect(featureById(group)).toBeUndefined();
      for (const member of members) expect(featureById(member)).toBeDefined();
    }
    expect(FEATURE_GROUPS['prompt_caching']).toEqual(['prompt_caching_5m', 'prompt_caching_1h']);
    expect([...FEATURE_NAMES].sort()).toEqual([...ids(FACTS), ...Object.keys(FEATURE_GROUPS)].sort());
  });

  it('has no pattern that remembers where it was', () => {
    for (const { markers } of FEATURES) {
      for (const pattern of [markers.tools, markers.betas, ...(markers.params ?? []).map(({ is }) => is)]) {
        if (pattern instanceof RegExp) expect(pattern.flags).not.toMatch(/[gy]/);
      }
    }
  });
});

/** The tool types of SDK 1.12.0, and the row that each belongs to. */
const TOOL_TYPES: Readonly<Record<string, string>> = {
  code_execution_20250522: 'code_execution',
  code_execution_20250825: 'code_execution',
  code_execution_20260120: 'code_execution',
  code_execution_20260521: 'code_execution',
  web_search_20250305: 'web_search_basic',
  web_search_20260209: 'web_search_dynamic',
  web_search_20260318: 'web_search_dynamic',
  web_fetch_20250910: 'web_fetch_basic',
  web_fetch_20260209: 'web_fetch_dynamic',
  web_fetch_20260309: 'web_fetch_dynamic',
  web_fetch_20260318: 'web_fetch_dynamic',
  memory_20250818: 'memory_tool',
  tool_search_tool_regex_20251119: 'tool_search',
  tool_search_tool_regex: 'tool_search',
  tool_search_tool_bm25_20251119: 'tool_search',
  tool_search_tool_bm25: 'tool_search',
  computer_20241022: 'computer_use',
  computer_20250124: 'computer_use',
  computer_20251124: 'computer_use',
  computer_toolset_20260801: 'computer_use',
  browser_toolset_20260801: 'browser_use',
  bash_20241022: 'bash',
  bash_20250124: 'bash',
  text_editor_20241022: 'text_editor',
  text_editor_20250124: 'text_editor',
  text_editor_20250429: 'text_editor',
  text_editor_20250728: 'text_editor',
  advisor_20260301: 'advisor',
  mcp_toolset: 'mcp_connector',
};

/** Beta values that research lists, and the row that each belongs to. */
const BETAS: Readonly<Record<string, string>> = {
  'files-api-2025-04-14': 'files',
  'skills-2025-10-02': 'agent_skills',
  'code-execution-2025-05-22': 'code_execution',
  'code-execution-2025-08-25': 'code_execution',
  'mcp-client-2025-04-04': 'mcp_connector',
  'mcp-client-2026-09-15': 'mcp_connector',
  'message-threads-2026-08-12': 'message_threads',
  'message-batches-2024-09-24': 'batches',
  'output-300k-2026-03-24': 'batches',
  'prompt-caching-2024-07-31': 'prompt_caching_5m',
  'extended-cache-ttl-2025-04-11': 'prompt_caching_1h',
  'cache-diagnosis-2026-04-07': 'cache_diagnostics',
  'context-management-2025-06-27': 'context_editing',
  'compact-2026-01-12': 'compaction',
  'compact-2026-09-04': 'compaction',
  'managed-agents-2026-04-01': 'managed_agents',
  'agent-memory-2026-07-22': 'managed_agents',
  'dreaming-2026-04-21': 'managed_agents',
  'mcp-tunnels-2026-06-22': 'mcp_tunnels',
  'server-side-fallback-2026-07-01': 'server_side_fallback',
  'advisor-tool-2026-03-01': 'advisor',
  'fast-mode-2026-02-01': 'fast_mode',
  'web-fetch-2025-09-10': 'web_fetch_basic',
  'context-1m-2025-08-07': 'context_1m',
  'interleaved-thinking-2025-05-14': 'thinking',
  'pdfs-2024-09-25': 'pdf',
  'token-counting-2024-11-01': 'token_counting',
};

describe('patterns', () => {
  it.each(Object.entries(TOOL_TYPES))('%s belongs to %s alone', (type, id) => {
    expect(ids(FEATURES.filter(({ markers }) => markers.tools?.test(type)))).toEqual([id]);
  });

  it.each([
    'code_execution',
    'xcode_execution_20250825',
    'code_execution_20250825_beta',
    'web_search',
    'custom',
    'memory_2025',
    'mcp_toolset_20251120',
  ])('%s belongs to no row', (type) => {
    expect(ids(FEATURES.filter(({ markers }) => markers.tools?.test(type)))).toEqual([]);
  });

  it.each(Object.entries(BETAS))('the beta %s belongs to %s first', (beta, id) => {
    expect(FEATURES.find(({ markers }) => markers.betas?.test(beta))?.id).toBe(id);
  });

  it('matches any other beta last', () => {
    expect(FEATURES.find(({ markers }) => markers.betas?.test('something-new-2027-01-01'))?.id).toBe(
      'beta_unlisted',
    );
  });
});

/** Where each row against which somebody speaks can occur, by SDK. Every one has to be shown by a form. */
const OCCURS: Readonly<Record<string, readonly FormSdk[]>> = {
  prompt_caching_5m: [
    'anthropic-sdk',
    'http',
    'ai-sdk',
    'mastra',
    'langchain',
    'llamaindex',
    'genkit',
    'effect',
    'tanstack',
    'none',
  ],
  prompt_caching_1h: ['anthropic-sdk', 'ai-sdk', 'none'],
  cache_diagnostics: ['anthropic-sdk', 'http'],
  batches: ['anthropic-sdk', 'http', 'ai-sdk', 'effect'],
  fine_tuning: ['anthropic-sdk', 'http'],
  evals: ['anthropic-sdk', 'http'],
  files: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain', 'genkit', 'effect', 'none'],
  code_execution: [
    'anthropic-sdk',
    'http',
    'ai-sdk',
    'mastra',
    'langchain',
    'llamaindex',
    'genkit',
    'effect',
    'tanstack',
    'none',
  ],
  containers: ['anthropic-sdk', 'http', 'ai-sdk', 'mastra', 'langchain', 'llamaindex', 'genkit', 'effect'],
  programmatic_tool_calling: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain', 'none'],
  web_search_dynamic: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain'],
  web_fetch_basic: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain'],
  web_fetch_dynamic: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain', 'none'],
  advisor: ['anthropic-sdk', 'http', 'ai-sdk'],
  tool_search: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain'],
  mcp_connector: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain', 'genkit', 'tanstack', 'none'],
  mcp_tunnels: ['anthropic-sdk', 'http'],
  agent_skills: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain', 'effect'],
  browser_use: ['anthropic-sdk', 'http'],
  compaction: ['anthropic-sdk', 'http', 'ai-sdk'],
  context_editing: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain'],
  message_threads: ['anthropic-sdk', 'http', 'ai-sdk', 'genkit'],
  managed_agents: ['anthropic-sdk', 'http'],
  server_side_fallback: ['anthropic-sdk', 'http', 'ai-sdk'],
  fallback_credit: ['anthropic-sdk', 'http'],
  covered_models: ['anthropic-sdk', 'http', 'ai-sdk', 'langchain', 'llamaindex', 'genkit'],
  claude_code_agent_sdk: ['agent-sdk'],
  telemetry_content: ['anthropic-sdk'],
  org_webhooks_plugins: ['anthropic-sdk'],
  usage_analytics: ['anthropic-sdk'],
};

/**
 * Betas that no row names are reported as unclassified (design.md, section 6), and calls from a browser are
 * `no-browser-client`'s to report: the rules' own tests show both.
 */
const ELSEWHERE = ['beta_unlisted', 'browser_cors'];

const FORBIDDEN = FEATURES.filter(
  ({ id }) => ARRANGEMENTS.some((arrangement) => isForbidden(id, arrangement)) && !ELSEWHERE.includes(id),
);

describe('every row against which somebody speaks', () => {
  it('is in the table of places', () => {
    expect(Object.keys(OCCURS).sort()).toEqual(ids(FORBIDDEN).sort());
  });

  const cases = ids(FORBIDDEN).flatMap((id) =>
    (OCCURS[id] ?? []).flatMap((sdk) =>
      ARRANGEMENTS.filter((a) => isForbidden(id, a)).map((arrangement) => ({ id, sdk, arrangement })),
    ),
  );

  it.each(cases)('$id is reported in $sdk under $arrangement', ({ id, sdk, arrangement }) => {
    const forms = FORMS.filter((form) => form.sdk === sdk && form.uses.some((use) => use.ids.includes(id)));
    expect(forms.length).toBeGreaterThan(0);
    const seen = forms.filter(({ code }) => names(reported(arrangement, code), id));
    expect(seen.length).toBeGreaterThan(0);
  });
});

describe('the baseline of the vendor', () => {
  const DISPUTED = FACTS.filter(({ seed, zdr }) => seed === 'no' && zdr !== 'no').map(({ id }) => id);

  it('differs in the rows that the source document adds', () => {
    expect(DISPUTED).toEqual(['prompt_caching_5m', 'prompt_caching_1h', 'fine_tuning', 'evals']);
    for (const feature of FEATURES) {
      const verdicts = (['strict', 'vendor'] as const).map((baseline) =>
        eligibilityOf(feature, 'zdr', { baseline, overrides: {} }),
      );
      expect(verdicts[0] !== verdicts[1]).toBe(DISPUTED.includes(feature.id));
      expect(eligibilityOf(feature, 'hipaa', { baseline: 'strict', overrides: {} })).toBe(feature.hipaa);
      expect(isStricterThanVendor(feature, 'zdr')).toBe(feature.id.startsWith('prompt_caching_'));
    }
  });

  it('reports the same on all forms, but for those rows', () => {
    const titles = DISPUTED.map(titleOf);
    for (const { code } of FORMS) {
      const strict = reported('zdr', code);
      const vendor = reported('zdr', code, { baseline: 'vendor' });
      expect(vendor).toEqual(strict.filter((text) => !titles.some((title) => mentions(text, title))));
      expect(reported('hipaa', code, { baseline: 'vendor' })).toEqual(reported('hipaa', code));
    }
  });
});

describe('what settings say of a feature', () => {
  const [caching] = FEATURES.filter(({ id }) => id === 'prompt_caching_1h') as [Feature];
  const under = (overrides: Readonly<Record<string, 'allow' | 'forbid'>>) =>
    eligibilityOf(caching, 'zdr', { baseline: 'strict', overrides });

  it('comes first, that of the row before that of its group', () => {
    expect(under({})).toBe('no');
    expect(under({ prompt_caching: 'allow' })).toBe('yes');
    expect(under({ prompt_caching: 'allow', prompt_caching_1h: 'forbid' })).toBe('no');
    expect(under({ prompt_caching: 'forbid', prompt_caching_1h: 'allow' })).toBe('yes');
    expect(under({ prompt_caching_5m: 'allow' })).toBe('no');
  });

  const request = (fields: string): string =>
    claude`client.messages.create({ model: 'claude-opus-5', messages, ${fields} });`;
  const content = (block: string): string =>
    claude`client.messages.create({ model: 'claude-opus-5', messages: [{ role: 'user', content: [${block}] }] });`;

  /** Eligible features, each with code that uses it: a contract may forbid more than the vendor does. */
  const ELIGIBLE: Readonly<Record<string, string>> = {
    messages: request('max_tokens: 8'),
    streaming: request('stream: true'),
    system_prompts: request(`system: 'Answer briefly.'`),
    mid_conversation_system: claude`client.messages.create({ model: 'claude-opus-5', messages: [{ role: 'user', content }, { role: 'system', content }] });`,
    custom_tool_use: request(`tools: [{ name: 'find', input_schema: {} }]`),
    vision: content(`{ type: 'image', source: { type: 'base64', media_type: 'image/png', data } }`),
    pdf: content(`{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data } }`),
    citations: content(
      `{ type: 'document', source: { type: 'text', media_type: 'text/plain', data }, citations: { enabled: true } }`,
    ),
    search_results: content(`{ type: 'search_result', source: url, title, content: [] }`),
    data_residency: request(`inference_geo: 'us'`),
    token_counting: claude`client.messages.countTokens({ model: 'claude-opus-5', messages });`,
    thinking: request(`thinking: { type: 'enabled', budget_tokens: 2000 }`),
    adaptive_thinking: request(`thinking: { type: 'adaptive' }`),
    effort: request(`output_config: { effort: 'low' }`),
    fast_mode: request(`speed: 'fast'`),
    fine_grained_tool_streaming: request(
      `tools: [{ name: 'find', input_schema: {}, eager_input_streaming: true }]`,
    ),
    context_1m: request(`betas: ['context-1m-2025-08-07']`),
    web_search_basic: request(`tools: [{ type: 'web_search_20250305', name: 'web_search' }]`),
    memory_tool: request(`tools: [{ type: 'memory_20250818', name: 'memory' }]`),
    computer_use: request(`tools: [{ type: 'computer_20251124', name: 'computer' }]`),
    bash: request(`tools: [{ type: 'bash_20250124', name: 'bash' }]`),
    text_editor: request(`tools: [{ type: 'text_editor_20250728', name: 'edit' }]`),
  };

  it('can be said of every eligible feature', () => {
    expect(Object.keys(ELIGIBLE).sort()).toEqual(
      ids(FACTS.filter(({ zdr, hipaa, seed }) => zdr === 'yes' && hipaa === 'yes' && seed !== 'no')).sort(),
    );
  });

  it.each(Object.entries(ELIGIBLE))('%s is reported where it is forbidden, and only there', (id, code) => {
    for (const arrangement of ARRANGEMENTS) {
      expect(reported(arrangement, code)).toEqual([]);
      expect(names(reported(arrangement, code, { features: { [id]: 'forbid' } }), id)).toBe(true);
    }
  });
});

describe('a batch of no requests', () => {
  it('has none of the fields of one', () => {
    const code = claude`client.messages.batches.create({ requests: [] });`;
    for (const arrangement of ARRANGEMENTS) {
      const found = reported(arrangement, code, {}, { qualified: 'report', unclassified: 'report' });
      expect(found).toHaveLength(1);
      expect(names(found, 'batches')).toBe(true);
    }
  });
});
