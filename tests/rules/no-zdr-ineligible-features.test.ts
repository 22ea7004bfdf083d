import { describe, expect, it } from 'vitest';
import { CHECKED_ON } from '../../src/policy/features/index.ts';
import rule from '../../src/rules/no-zdr-ineligible-features.ts';
import { dataOf, findingAt, formCases, settingsOf, silentCases } from '../helpers/eligibility.ts';
import type { Id, Invalid, Options, Valid } from '../helpers/eligibility.ts';
import { parseMarks } from '../helpers/feature-forms.ts';
import { claude, lintWith, runRule } from '../helpers/rule-tester.ts';

const forms = formCases('zdr');

describe('forms', () => {
  runRule('no-zdr-ineligible-features', rule, {
    valid: [...forms.valid, ...silentCases('zdr')],
    invalid: forms.invalid,
  });
});

const ZDR = settingsOf({ zdr: true });
const BATCHES = parseMarks(claude`client.messages.batches.«~batches|list»();`);
const CACHED = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, «prompt_caching_5m|cache_control»: { type: 'ephemeral' } });`,
);
const CACHED_LONG = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, «prompt_caching_1h|cache_control»: { type: 'ephemeral', ttl: '1h' } });`,
);
const SCHEMA = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, output_config: { «structured_outputs|format»: { type: 'json_schema', schema } } });`,
);
const STRICT = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, tools: [{ name: 'find', input_schema: {}, «strict_tools|strict»: true }] });`,
);
const DIAGNOSTICS = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, «cache_diagnostics|diagnostics»: { previous_message_id: id } });`,
);
const PROFILES = parseMarks(claude`client.beta.userProfiles.«~user_profiles|list»();`);
const MEMORY = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, tools: [{ type: «memory_tool|'memory_20250818'», name: 'memory' }] });`,
);
const FINE_TUNING = parseMarks(claude`client.fineTuning.jobs.«fine_tuning|create»({});`);
const NEW_TOOL = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, tools: [{ type: «new|'quantum_20271231'», name: 'quantum' }] });`,
);
const NEW_BETA = parseMarks(
  claude`client.beta.messages.create({ model: 'claude-opus-5', messages, betas: [«new|'new-thing-2027-01-01'»] });`,
);
const HIDDEN = claude`export const ask = (params) => client.messages.create(params);`;
const HIDDEN_REST = claude`import { rest } from './rest.js';
  client.messages.create({ model: 'claude-opus-5', messages, ...rest });`;

type Marked = ReturnType<typeof parseMarks>;

/** The findings of marked code, one for each use. */
const all = ({ code, uses }: Marked, messageId: Id = 'ineligible') =>
  uses.flatMap((use) => use.ids.map((id) => findingAt(code, use, messageId, dataOf(id, 'zdr'))));

const unnamed = ({ code, uses }: Marked) =>
  uses.map((use) =>
    findingAt(code, use, 'unclassified', { title: `\`${use.text.slice(1, -1)}\``, date: CHECKED_ON }),
  );

const silent = (
  name: string,
  { code }: Pick<Marked, 'code'>,
  own: Readonly<Record<string, unknown>>,
  options?: Options,
): Valid => ({
  name,
  code,
  settings: settingsOf(own),
  ...(options && { options: [options] }),
});

describe('options and settings', () => {
  runRule('no-zdr-ineligible-features', rule, {
    valid: [
      { name: 'a package without a mark', code: BATCHES.code },
      silent('marked for HIPAA only', BATCHES, { hipaa: true }),
      silent('marked with false', BATCHES, { zdr: false }),
      silent(
        'marked with false, where all packages are checked',
        BATCHES,
        { zdr: false },
        { when: 'always' },
      ),
      silent('prompt caching under the baseline of the vendor', CACHED, { zdr: true, baseline: 'vendor' }),
      silent('prompt caching for an hour under the baseline of the vendor', CACHED_LONG, {
        zdr: true,
        baseline: 'vendor',
      }),
      silent('prompt caching that is allowed', CACHED, { zdr: true, features: { prompt_caching: 'allow' } }),
      silent('prompt caching for an hour that is allowed', CACHED_LONG, {
        zdr: true,
        features: { prompt_caching: 'allow' },
      }),
      silent('one row that is allowed', CACHED, { zdr: true, features: { prompt_caching_5m: 'allow' } }),
      silent('a row in a forbidden group that is allowed by itself', CACHED, {
        zdr: true,
        features: { prompt_caching: 'forbid', prompt_caching_5m: 'allow' },
      }),
      silent('batches that are allowed', BATCHES, { zdr: true, features: { batches: 'allow' } }),
      silent('a qualified feature', SCHEMA, { zdr: true }),
      silent('a qualified tool', STRICT, { zdr: true }),
      silent(
        'a qualified feature under the baseline of the vendor',
        SCHEMA,
        { zdr: true, baseline: 'vendor' },
        { qualified: 'report' },
      ),
      silent(
        'a qualified feature that is allowed',
        SCHEMA,
        { zdr: true, features: { structured_outputs: 'allow' } },
        { qualified: 'report' },
      ),
      silent(
        'a loose tool',
        {
          code: claude`client.messages.create({ model: 'claude-opus-5', messages, tools: [{ name: 'find', input_schema: {}, strict: false }] });`,
        },
        { zdr: true },
        { qualified: 'report' },
      ),
      silent('a feature without a statement', PROFILES, { zdr: true }),
      silent('a tool that no row knows', NEW_TOOL, { zdr: true }),
      silent('a beta that no row knows', NEW_BETA, { zdr: true }),
      silent(
        'betas that are allowed wholesale',
        NEW_BETA,
        { zdr: true, features: { beta_unlisted: 'allow' } },
        { unclassified: 'report' },
      ),
      silent(
        'a known beta',
        {
          code: claude`client.beta.messages.create({ model: 'claude-opus-5', messages, betas: ['context-1m-2025-08-07', 'interleaved-thinking-2025-05-14'] });`,
        },
        { zdr: true },
        { unclassified: 'report' },
      ),
      silent(
        'a dated name in a file without Claude',
        { code: `export const migration = { type: 'add_users_20250101', up() {} };` },
        { zdr: true },
        { unclassified: 'report' },
      ),
      silent(
        'a dated event beside a request',
        {
          code: claude`track({ type: 'summary_requested_20260101' }); client.messages.create({ model: 'claude-opus-5', messages });`,
        },
        { zdr: true },
        { unclassified: 'report' },
      ),
      silent(
        'betas of the application',
        {
          code: claude`const flags = { betas: ['new-dashboard', 'dark-mode'] }; client.messages.create({ model: 'claude-opus-5', messages });`,
        },
        { zdr: true },
        { unclassified: 'report' },
      ),
      silent('fine-tuning under the baseline of the vendor', FINE_TUNING, { zdr: true, baseline: 'vendor' }),
      silent('a request of which nothing is known', { code: HIDDEN }, { zdr: true }),
      silent(
        'a request of which all is known',
        { code: claude`client.messages.create({ model: 'claude-opus-5', messages });` },
        { zdr: true },
        { unverifiable: 'report' },
      ),
      silent(
        'an unknown text, model and system prompt',
        {
          code: claude`export const ask = (model, system, messages) => client.messages.create({ model, system, messages });`,
        },
        { zdr: true },
        { unverifiable: 'report' },
      ),
    ],
    invalid: [
      {
        name: 'a package without a mark, where all are checked',
        code: BATCHES.code,
        options: [{ when: 'always' }],
        errors: all(BATCHES),
      },
      {
        name: 'settings beside the option',
        code: BATCHES.code,
        options: [{ when: 'marked' }],
        settings: ZDR,
        errors: all(BATCHES),
      },
      {
        name: 'one row that is allowed and another',
        code: CACHED_LONG.code,
        settings: settingsOf({ zdr: true, features: { prompt_caching_5m: 'allow' } }),
        errors: all(CACHED_LONG),
      },
      {
        name: 'batches under the baseline of the vendor',
        code: BATCHES.code,
        settings: settingsOf({ zdr: true, baseline: 'vendor' }),
        errors: all(BATCHES),
      },
      {
        name: 'prompt caching that is forbidden in spite of the vendor',
        code: CACHED.code,
        settings: settingsOf({ zdr: true, baseline: 'vendor', features: { prompt_caching: 'forbid' } }),
        errors: all(CACHED),
      },
      {
        name: 'an eligible tool that is forbidden',
        code: MEMORY.code,
        settings: settingsOf({ zdr: true, features: { memory_tool: 'forbid' } }),
        errors: all(MEMORY),
      },
      {
        name: 'a qualified feature that is forbidden',
        code: SCHEMA.code,
        settings: settingsOf({ zdr: true, features: { structured_outputs: 'forbid' } }),
        errors: all(SCHEMA),
      },
      ...[SCHEMA, STRICT, DIAGNOSTICS].map((marked): Invalid => ({
        name: `qualified: ${String(marked.uses[0]?.ids)}`,
        code: marked.code,
        options: [{ qualified: 'report' }],
        settings: ZDR,
        errors: all(marked, 'qualified'),
      })),
      {
        name: 'a feature without a statement',
        code: PROFILES.code,
        options: [{ unclassified: 'report' }],
        settings: ZDR,
        errors: all(PROFILES, 'unclassified'),
      },
      {
        name: 'fine-tuning under the baseline of the vendor',
        code: FINE_TUNING.code,
        options: [{ unclassified: 'report' }],
        settings: settingsOf({ zdr: true, baseline: 'vendor' }),
        errors: all(FINE_TUNING, 'unclassified'),
      },
      {
        name: 'a tool that no row knows',
        code: NEW_TOOL.code,
        options: [{ unclassified: 'report' }],
        settings: ZDR,
        errors: unnamed(NEW_TOOL),
      },
      {
        name: 'a beta that no row knows',
        code: NEW_BETA.code,
        options: [{ unclassified: 'report' }],
        settings: ZDR,
        errors: unnamed(NEW_BETA),
      },
    ],
  });
});

describe('requests of which the file does not show everything', () => {
  it.each([
    ['a parameter', HIDDEN],
    ['an imported spread', HIDDEN_REST],
  ])('%s', (_, code) => {
    const [message, ...more] = lintWith(rule, code, { settings: ZDR, options: [{ unverifiable: 'report' }] });
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      messageId: 'unverifiable',
      message: expect.stringContaining('`client.messages.create`') as unknown,
    });
  });
});

describe('what the message says', () => {
  const textOf = (code: string, own: object): string | undefined =>
    lintWith(rule, code, { settings: settingsOf({ zdr: true, ...own }) })[0]?.message;

  it('feature, arrangement and what to do instead', () => {
    const text = textOf(BATCHES.code.replace('list', 'create'), {});
    for (const part of ['Message Batches API', 'ZDR', 'one by one']) expect(text).toContain(part);
  });
});
