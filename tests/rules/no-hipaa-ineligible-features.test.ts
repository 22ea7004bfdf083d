import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-hipaa-ineligible-features.ts';
import { dataOf, findingAt, formCases, settingsOf, silentCases } from '../helpers/eligibility.ts';
import type { Id, Invalid, Options, Valid } from '../helpers/eligibility.ts';
import { parseMarks } from '../helpers/feature-forms.ts';
import { claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';

const forms = formCases('hipaa');

describe('forms', () => {
  runRule('no-hipaa-ineligible-features', rule, {
    valid: [...forms.valid, ...silentCases('hipaa')],
    invalid: forms.invalid,
  });
});

type Marked = ReturnType<typeof parseMarks>;

const HIPAA = settingsOf({ hipaa: true });
const SKILLS = parseMarks(claude`client.skills.«~agent_skills|list»();`);
const CACHED = parseMarks(
  claude`client.messages.create({ model: 'claude-opus-5', messages, «prompt_caching_5m|cache_control»: { type: 'ephemeral' } });`,
);
const FALLBACKS = parseMarks(
  claude`client.beta.messages.create({ model: 'claude-opus-5', messages, «server_side_fallback|fallbacks»: 'default' });`,
);
const COMPATIBLE = parseMarks(dedent`
  import OpenAI from 'openai';
  const openai = new OpenAI({ baseURL: 'https://api.anthropic.com/v1/' });
  openai.chat.completions.«openai_compat|create»({ model: 'claude-opus-5', messages });
`);
const SCHEMA = claude`client.messages.create({ model: 'claude-opus-5', messages, output_config: { format: { type: 'json_schema', schema } } });`;
const COVERED = claude`client.messages.create({ model: 'claude-fable-5', messages });`;
const USAGE = claude`
  fetch('https://api.anthropic.com/v1/organizations/usage_report/messages', { headers });
  client.beta.organization.users.list();
`;

const all = ({ code, uses }: Marked, messageId: Id = 'ineligible') =>
  uses.flatMap((use) => use.ids.map((id) => findingAt(code, use, messageId, dataOf(id, 'hipaa'))));

const silent = (
  name: string,
  code: string,
  own: Readonly<Record<string, unknown>>,
  options?: Options,
): Valid => ({
  name,
  code,
  settings: settingsOf(own),
  ...(options && { options: [options] }),
});

const unclassified = (name: string, marked: Marked): Invalid => ({
  name,
  code: marked.code,
  options: [{ unclassified: 'report' }],
  settings: HIPAA,
  errors: all(marked, 'unclassified'),
});

describe('options and settings', () => {
  runRule('no-hipaa-ineligible-features', rule, {
    valid: [
      { name: 'a package without a mark', code: SKILLS.code },
      silent('marked for zero data retention only', SKILLS.code, { zdr: true }),
      silent(
        'marked with false, where all packages are checked',
        SKILLS.code,
        { hipaa: false },
        { when: 'always' },
      ),
      silent(
        'prompt caching, which no document speaks against here',
        CACHED.code,
        { hipaa: true },
        { qualified: 'report', unclassified: 'report' },
      ),
      silent('structured outputs, which are covered', SCHEMA, { hipaa: true }, { qualified: 'report' }),
      silent('a Covered Model', COVERED, { hipaa: true }, { qualified: 'report', unclassified: 'report' }),
      silent(
        'the Admin API, which is covered',
        USAGE,
        { hipaa: true },
        { qualified: 'report', unclassified: 'report' },
      ),
      silent('fallbacks, of which nothing is known', FALLBACKS.code, { hipaa: true }),
      silent('skills that are allowed', SKILLS.code, { hipaa: true, features: { agent_skills: 'allow' } }),
    ],
    invalid: [
      {
        name: 'a package without a mark, where all are checked',
        code: SKILLS.code,
        options: [{ when: 'always' }],
        errors: all(SKILLS),
      },
      {
        name: 'the baseline of the vendor',
        code: SKILLS.code,
        settings: settingsOf({ hipaa: true, baseline: 'vendor' }),
        errors: all(SKILLS),
      },
      {
        name: 'prompt caching that is forbidden',
        code: CACHED.code,
        settings: settingsOf({ hipaa: true, features: { prompt_caching: 'forbid' } }),
        errors: all(CACHED),
      },
      unclassified('fallbacks', FALLBACKS),
      unclassified('the endpoint in the manner of OpenAI', COMPATIBLE),
    ],
  });
});

it('says feature, arrangement and what to do instead', () => {
  const [message] = lintWith(rule, SKILLS.code.replace('list', 'create'), { settings: HIPAA });
  for (const part of ['Agent Skills', 'HIPAA readiness', 'into the prompt'])
    expect(message?.message).toContain(part);
  expect(message?.message).not.toMatch(/vendor/);
});

it.each(['`code_execution_${VERSION}`', `'code_execution_' + VERSION`])(
  'knows a type that is put together: %s',
  (type) => {
    const code = claude`const VERSION = '20250825'; client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [], tools: [{ type: ${type}, name: 'code_execution' }] });`;
    expect(lintWith(rule, code, { settings: HIPAA }).map(({ messageId }) => messageId)).toEqual([
      'ineligible',
    ]);
  },
);
