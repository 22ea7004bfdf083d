import { describe, expect, it } from 'vitest';
import type { GeoPolicy } from '../../src/policy/geo-verdicts.ts';
import rule from '../../src/rules/require-inference-geo.ts';
import { applied, claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<GeoPolicy>;
type Valid = ValidCase<Options>;
type Invalid = InvalidCase<Options, Id>;
type Suggestions = NonNullable<Finding<Id>['suggestions']>;

const CREATE = 'client.messages.create';
const PATH = 'inference_geo';
const AI_PATH = 'providerOptions.anthropic.inferenceGeo';

/** A suggestion to set the geography. */
const set = (output: string, value = 'us', path = PATH): Suggestions => [
  { messageId: 'set', data: { path, value }, output },
];
const rename = (output: string, key = PATH): Suggestions => [{ messageId: 'rename', data: { key }, output }];

interface Details {
  readonly at?: Finding<Id>['at'];
  readonly call?: string;
  readonly path?: string;
  readonly where?: string;
  readonly allowed?: string;
  readonly suggestions?: Suggestions;
}

/** What only some messages say. */
interface MoreData {
  readonly found?: string;
  readonly model?: string;
  readonly reason?: string;
  readonly value?: string;
  readonly why?: string;
}

/** A finding at the callee of `client.messages.create`, unless told otherwise. */
function finding(messageId: Id, { at, suggestions, ...data }: Details & MoreData): Finding<Id> {
  const call = data.call ?? CREATE;
  return {
    messageId,
    at: at ?? call,
    data: { call, path: PATH, where: '', allowed: '"us"', ...data },
    ...(suggestions && { suggestions }),
  };
}

const missing = (details: Details = {}): Finding<Id> => finding('missing', details);
const nullish = (details: Details): Finding<Id> => finding('nullish', details);
const unverifiable = (reason: string, details: Details = {}): Finding<Id> =>
  finding('unverifiable', { ...details, reason });
const misspelt = (found: string, details: Details): Finding<Id> => finding('misspelt', { ...details, found });
const modelTooOld = (model: string, details: Details = {}): Finding<Id> =>
  finding('modelTooOld', { ...details, model });
const pinOnOldModel = (model: string, details: Details): Finding<Id> =>
  finding('pinOnOldModel', { ...details, model });
const notAllowed = (value: string, details: Details = {}): Finding<Id> =>
  finding('notAllowed', {
    at: `'${value}'`,
    value,
    why: ['us', 'global'].includes(value) ? 'which is not allowed' : 'which the API refuses',
    ...details,
  });
const cannotPin = (what: string, instead: string, at: string): Finding<Id> => ({
  messageId: 'cannotPin',
  at,
  data: { what, instead: instead.replace(/, or .*$/, '') },
});

const NEW = `model: 'claude-sonnet-4-6', max_tokens: 8, messages: []`;
const WORKSPACE = 'set `default_inference_geo` on the workspace';

// --- requests of the SDK -----------------------------------------------------------------------------

const sdk: { valid: Valid[]; invalid: Invalid[] } = {
  valid: [
    { name: 'pinned', code: claude`client.messages.create({ ${NEW}, inference_geo: 'us' });` },
    {
      name: 'pinned by a constant',
      code: claude`const GEO = 'us'; client.messages.create({ ${NEW}, inference_geo: GEO });`,
    },
    {
      name: 'pinned by a spread',
      code: claude`const base = { inference_geo: 'us' }; client.messages.create({ ...base, ${NEW} });`,
    },
    {
      name: 'pinned in both branches',
      code: claude`client.messages.create({ ${NEW}, inference_geo: flag ? 'us' : 'us' });`,
    },
    {
      name: 'pinned after an unknown spread',
      code: claude`export const f = (p) => client.messages.create({ ...p, inference_geo: 'us' });`,
    },
    {
      name: 'pinned later',
      code: claude`const p = { ${NEW} }; p.inference_geo = 'us'; client.messages.create(p);`,
    },
    {
      name: 'pinned in a helper',
      code: claude`const pin = (p) => ({ ...p, inference_geo: 'us' }); client.messages.create(pin({ ${NEW} }));`,
    },
    {
      name: 'pinned by every caller',
      code: claude`function f(p) { client.messages.create(p); } f({ ${NEW}, inference_geo: 'us' });`,
    },
    {
      name: 'pinned in RequestOptions.body',
      code: claude`client.messages.create({ ${NEW} }, { body: { ${NEW}, inference_geo: 'us' } });`,
    },
    {
      name: 'counting tokens',
      code: claude`client.messages.countTokens({ model: 'claude-opus-5', messages: [] });`,
    },
    {
      name: 'counting tokens in beta',
      code: claude`client.beta.messages.countTokens({ model: 'claude-opus-5', messages: [] });`,
    },
    {
      name: 'a toolRunner',
      code: claude`client.beta.messages.toolRunner({ ${NEW}, tools: [], inference_geo: 'us' });`,
    },
    {
      name: 'a BetaToolRunner',
      code: dedent`import Anthropic, { BetaToolRunner } from '@anthropic-ai/sdk'; new BetaToolRunner(new Anthropic(), { ${NEW}, inference_geo: 'us' });`,
    },
    {
      name: 'client.post',
      code: claude`client.post('/v1/messages', { body: { ${NEW}, inference_geo: 'us' } });`,
    },
    { name: 'client.post to another endpoint', code: claude`client.post('/v1/files', { body: {} });` },
    { name: 'a code base without Claude', code: `fetch('https://example.com', { method: 'POST' });` },
    {
      name: 'a client of another vendor',
      code: `import OpenAI from 'openai'; new OpenAI().chat.completions.create({ model: 'gpt-5', max_tokens: 8, messages: [] });`,
    },
    { name: 'a shadowed name', code: claude`function f(client) { client.messages.list(); }` },
    {
      name: 'a class of the same name',
      code: `class Anthropic { messages = { create() {} }; } new Anthropic().messages.create({ ${NEW} });`,
    },
    {
      name: 'a typed client',
      typed: true,
      code: `import type Anthropic from '@anthropic-ai/sdk'; export const f = (c: Anthropic) => c.messages.create({ ${NEW}, inference_geo: 'us' } satisfies object);`,
    },
  ],
  invalid: [
    {
      name: 'a request without it',
      code: claude`await client.messages.create({ ${NEW} });`,
      errors: [
        missing({ suggestions: set(claude`await client.messages.create({ ${NEW}, inference_geo: 'us' });`) }),
      ],
    },
    {
      name: 'a stream without it',
      code: claude`client.messages.stream({ ${NEW} });`,
      errors: [
        missing({
          call: 'client.messages.stream',
          suggestions: set(claude`client.messages.stream({ ${NEW}, inference_geo: 'us' });`),
        }),
      ],
    },
    {
      name: 'a request in a variable',
      code: claude`
        const params = { ${NEW} };
        client.messages.create(params);
      `,
      errors: [
        missing({
          where: ' (line 3)',
          suggestions: set(claude`
            const params = { ${NEW}, inference_geo: 'us' };
            client.messages.create(params);
          `),
        }),
      ],
    },
    {
      name: 'one branch without it',
      code: claude`client.messages.create(flag ? { ${NEW}, inference_geo: 'us' } : { ${NEW} });`,
      errors: [
        missing({
          suggestions: set(
            claude`client.messages.create(flag ? { ${NEW}, inference_geo: 'us' } : { ${NEW}, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'null',
      code: claude`client.messages.create({ ${NEW}, inference_geo: null });`,
      errors: [
        nullish({ suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`) }),
      ],
    },
    {
      name: 'undefined',
      code: claude`client.messages.create({ ${NEW}, inference_geo: undefined });`,
      errors: [
        nullish({ suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`) }),
      ],
    },
    {
      name: 'a condition that may leave undefined',
      code: claude`client.messages.create({ ${NEW}, inference_geo: flag ? 'us' : undefined });`,
      errors: [
        nullish({
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: flag ? 'us' : 'us' });`),
        }),
      ],
    },
    {
      name: 'another geography',
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'global' });`,
      errors: [
        notAllowed('global', {
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`),
        }),
      ],
    },
    {
      name: 'a geography the API does not know',
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'eu' });`,
      errors: [
        notAllowed('eu', {
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`),
        }),
      ],
    },
    {
      name: 'a geography no model offers, where several are allowed',
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'eu' });`,
      options: [{ allowed: ['us', 'global'] }],
      errors: [finding('notOffered', { at: "'eu'", value: 'eu' })],
    },
    {
      name: 'a geography in capitals',
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'US' });`,
      errors: [
        notAllowed('US', {
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`),
        }),
      ],
    },
    {
      name: 'a value that is not a geography is cut short',
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'somebody put a whole sentence here' });`,
      errors: [
        finding('notAllowed', {
          at: `'somebody put a whole sentence here'`,
          value: 'somebody put a whole se…',
          why: 'which the API refuses',
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`),
        }),
      ],
    },
    {
      name: 'another geography in one branch',
      code: claude`client.messages.create({ ${NEW}, inference_geo: flag ? 'us' : 'global' });`,
      errors: [
        notAllowed('global', {
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: flag ? 'us' : 'us' });`),
        }),
      ],
    },
    {
      name: 'a constant with another geography',
      code: claude`
        const GEO = 'global';
        client.messages.create({ ${NEW}, inference_geo: GEO });
      `,
      errors: [notAllowed('global', { at: ['GEO', 2] })],
    },
    {
      name: 'two values that are allowed one by one, in the order of the option',
      options: [{ allowed: ['global', 'us'] }],
      code: claude`client.messages.create({ ${NEW} });`,
      errors: [
        missing({
          allowed: '"global" or "us"',
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'global' });`, 'global'),
        }),
      ],
    },
    {
      name: 'a camelCase key',
      code: claude`client.messages.create({ ${NEW}, inferenceGeo: 'us' });`,
      errors: [
        misspelt('inferenceGeo', {
          at: 'inferenceGeo',
          suggestions: rename(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`),
        }),
      ],
    },
    {
      name: 'a camelCase key, shorthand',
      code: claude`const inferenceGeo = 'us'; client.messages.create({ ${NEW}, inferenceGeo });`,
      errors: [
        misspelt('inferenceGeo', {
          at: ['inferenceGeo', 2],
          suggestions: rename(
            claude`const inferenceGeo = 'us'; client.messages.create({ ${NEW}, inference_geo: inferenceGeo });`,
          ),
        }),
      ],
    },
    {
      name: 'a quoted camelCase key',
      code: claude`client.messages.create({ ${NEW}, "inferenceGeo": 'us' });`,
      errors: [
        misspelt('inferenceGeo', {
          at: '"inferenceGeo"',
          suggestions: rename(claude`client.messages.create({ ${NEW}, "inference_geo": 'us' });`),
        }),
      ],
    },
    {
      name: 'inside metadata',
      code: claude`client.messages.create({ ${NEW}, metadata: { inference_geo: 'us' } });`,
      errors: [misspelt('metadata.inference_geo', { at: PATH })],
    },
    {
      name: 'an argument of an exported function',
      code: claude`export const f = (geo) => client.messages.create({ ${NEW}, inference_geo: geo });`,
      errors: [unverifiable('the caller decides')],
    },
    {
      name: 'the environment',
      code: claude`client.messages.create({ ${NEW}, inference_geo: process.env.GEO });`,
      errors: [unverifiable('the environment decides')],
    },
    {
      name: 'the environment with a fallback',
      code: claude`client.messages.create({ ${NEW}, inference_geo: process.env.GEO ?? 'us' });`,
      errors: [unverifiable('the environment decides')],
    },
    {
      name: 'an import',
      code: claude`import { GEO } from './geo.js'; client.messages.create({ ${NEW}, inference_geo: GEO });`,
      errors: [unverifiable('it comes from another file')],
    },
    {
      name: 'an unknown spread',
      code: claude`import { base } from './base.js'; client.messages.create({ ...base, messages: [] });`,
      errors: [
        unverifiable('it comes from another file', {
          suggestions: set(
            claude`import { base } from './base.js'; client.messages.create({ ...base, messages: [], inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a spread from the caller',
      code: claude`export const f = (p) => client.messages.create({ ...p, messages: [] });`,
      errors: [
        unverifiable('the caller decides', {
          where: ' (line 3)',
          suggestions: set(
            claude`export const f = (p) => client.messages.create({ ...p, messages: [], inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'an unknown spread last',
      code: claude`import { base } from './base.js'; client.messages.create({ messages: [], ...base });`,
      errors: [
        unverifiable('it comes from another file', {
          suggestions: set(
            claude`import { base } from './base.js'; client.messages.create({ messages: [], ...base, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a pin before an unknown spread',
      code: claude`import { base } from './base.js'; client.messages.create({ inference_geo: 'us', messages: [], ...base });`,
      errors: [
        unverifiable('it comes from another file', {
          suggestions: set(
            claude`import { base } from './base.js'; client.messages.create({ messages: [], ...base, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a refused value that an unknown spread may replace',
      options: [{ unverifiable: 'ignore' }],
      code: claude`import { rest } from './rest.js'; client.messages.create({ inference_geo: 'eu', ...rest });`,
      errors: [
        notAllowed('eu', {
          suggestions: set(
            claude`import { rest } from './rest.js'; client.messages.create({ inference_geo: 'us', ...rest });`,
          ),
        }),
      ],
    },
    {
      name: 'a whole request from the caller',
      code: claude`export const f = (params) => client.messages.create(params);`,
      errors: [
        unverifiable('the caller decides', {
          where: ' (line 3)',
          suggestions: set(
            claude`export const f = (params) => client.messages.create({ ...params, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a whole request from a field',
      code: claude`export const f = (o) => client.messages.create(o.params);`,
      errors: [
        unverifiable('the caller decides', {
          where: ' (line 3)',
          suggestions: set(
            claude`export const f = (o) => client.messages.create({ ...o.params, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a whole request from a call',
      code: claude`import { build } from './build.js'; client.messages.create(build());`,
      errors: [unverifiable('it comes from a call whose result is not in this file', {})],
    },
    {
      name: 'RequestOptions.body replaces the request',
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'us' }, { body: { model: 'claude-opus-5' } });`,
      errors: [
        missing({
          suggestions: set(
            claude`client.messages.create({ ${NEW}, inference_geo: 'us' }, { body: { model: 'claude-opus-5', inference_geo: 'us' } });`,
          ),
        }),
      ],
    },
    {
      name: 'a toolRunner without it',
      code: claude`client.beta.messages.toolRunner({ ${NEW}, tools: [] });`,
      errors: [
        missing({
          call: 'client.beta.messages.toolRunner',
          suggestions: set(
            claude`client.beta.messages.toolRunner({ ${NEW}, tools: [], inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a BetaToolRunner without it',
      code: claude`import { BetaToolRunner } from '@anthropic-ai/sdk'; new BetaToolRunner(client, { ${NEW} });`,
      errors: [
        missing({
          at: ['BetaToolRunner', 2],
          call: 'new BetaToolRunner',
          suggestions: set(
            claude`import { BetaToolRunner } from '@anthropic-ai/sdk'; new BetaToolRunner(client, { ${NEW}, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'client.post without it',
      code: claude`client.post('/v1/messages', { body: { ${NEW} } });`,
      errors: [
        missing({
          call: 'client.post',
          suggestions: set(claude`client.post('/v1/messages', { body: { ${NEW}, inference_geo: 'us' } });`),
        }),
      ],
    },
    {
      name: 'the legacy completions',
      code: claude`client.completions.create({ model: 'claude-2.1', prompt: '' });`,
      errors: [
        cannotPin('This endpoint', `use the Messages API, or ${WORKSPACE}`, 'client.completions.create'),
      ],
    },
    {
      name: 'a client from another file',
      code: dedent`import { claude } from './claude.js'; claude.messages.create({ ${NEW} });`,
      errors: [
        missing({
          call: 'claude.messages.create',
          suggestions: set(
            dedent`import { claude } from './claude.js'; claude.messages.create({ ${NEW}, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a typed client and a cast request',
      typed: true,
      code: `import type Anthropic from '@anthropic-ai/sdk'; export const f = (c: Anthropic) => c.messages.create({ ${NEW} } as const);`,
      errors: [
        missing({
          call: 'c.messages.create',
          suggestions: set(
            `import type Anthropic from '@anthropic-ai/sdk'; export const f = (c: Anthropic) => c.messages.create({ ${NEW}, inference_geo: 'us' } as const);`,
          ),
        }),
      ],
    },
  ],
};

// --- options -----------------------------------------------------------------------------------------

const options: { valid: Valid[]; invalid: Invalid[] } = {
  valid: [
    {
      name: 'another allowed value',
      options: [{ allowed: ['us', 'global'] }],
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'global' });`,
    },
    {
      name: 'only global allowed',
      options: [{ allowed: ['global'] }],
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'global' });`,
    },
    {
      name: 'pinned at the workspace, left out',
      options: [{ workspaceDefault: 'us' }],
      code: claude`client.messages.create({ ${NEW} });`,
    },
    {
      name: 'pinned at the workspace, null',
      options: [{ workspaceDefault: 'us' }],
      code: claude`client.messages.create({ ${NEW}, inference_geo: null });`,
    },
    {
      name: 'pinned at the workspace, unknown request',
      options: [{ workspaceDefault: 'us' }],
      code: claude`export const f = (p) => client.messages.create(p);`,
    },
    {
      name: 'pinned at the workspace, old model',
      options: [{ workspaceDefault: 'us' }],
      code: claude`client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 8, messages: [] });`,
    },
    {
      name: 'pinned at the workspace, an SDK that cannot pin',
      options: [{ workspaceDefault: 'us' }],
      code: dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt: 'x' });`,
    },
    {
      name: 'an agent that a switch moves to a cloud, where the region decides',
      code: dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt: 'x', options: { env: { CLAUDE_CODE_USE_VERTEX: '1' } } });`,
    },
    {
      name: 'an allowed global default',
      options: [{ allowed: ['us', 'global'], workspaceDefault: 'global' }],
      code: claude`client.messages.create({ ${NEW} });`,
    },
    {
      name: 'unverifiable ignored, a whole request',
      options: [{ unverifiable: 'ignore' }],
      code: claude`export const f = (p) => client.messages.create(p);`,
    },
    {
      name: 'unverifiable ignored, a value',
      options: [{ unverifiable: 'ignore' }],
      code: claude`client.messages.create({ ${NEW}, inference_geo: process.env.GEO });`,
    },
  ],
  invalid: [
    {
      name: 'pinned at the workspace, another value',
      options: [{ workspaceDefault: 'us' }],
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'global' });`,
      errors: [
        notAllowed('global', {
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`),
        }),
      ],
    },
    {
      name: 'pinned at the workspace, an unknown value',
      options: [{ workspaceDefault: 'us' }],
      code: claude`client.messages.create({ ${NEW}, inference_geo: process.env.GEO });`,
      errors: [unverifiable('the environment decides')],
    },
    {
      name: 'a default that is not allowed does not help',
      options: [{ allowed: ['us'], workspaceDefault: 'global' }],
      code: claude`client.messages.create({ ${NEW} });`,
      errors: [
        missing({ suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`) }),
      ],
    },
    {
      name: 'us where only global is allowed',
      options: [{ allowed: ['global'] }],
      code: claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`,
      errors: [
        notAllowed('us', {
          allowed: '"global"',
          suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'global' });`, 'global'),
        }),
      ],
    },
    {
      name: 'unverifiable ignored, what is certain stays',
      options: [{ unverifiable: 'ignore' }],
      code: claude`client.messages.create({ ${NEW} });`,
      errors: [
        missing({ suggestions: set(claude`client.messages.create({ ${NEW}, inference_geo: 'us' });`) }),
      ],
    },
    {
      name: 'pinned at the workspace, a pin on an old model',
      options: [{ workspaceDefault: 'us' }],
      code: claude`client.messages.create({ model: 'claude-haiku-4-5', inference_geo: 'us' });`,
      errors: [pinOnOldModel('claude-haiku-4-5', { at: `'us'` })],
    },
  ],
};

// --- batches, agents, threads ------------------------------------------------------------------------

const BATCH = 'client.messages.batches.create';
const BATCH_PATH = 'requests[].params.inference_geo';
const AGENT_PATH = 'model.inference_geo';
const SESSION_PATH = 'agent.model.inference_geo';

const compound: { valid: Valid[]; invalid: Invalid[] } = {
  valid: [
    {
      name: 'a batch, every request pinned',
      code: claude`client.messages.batches.create({ requests: [{ custom_id: 'a', params: { ${NEW}, inference_geo: 'us' } }] });`,
    },
    { name: 'an empty batch', code: claude`client.messages.batches.create({ requests: [] });` },
    {
      name: 'a batch by map',
      code: claude`export const f = (docs) => client.messages.batches.create({ requests: docs.map((d) => ({ custom_id: d.id, params: { ${NEW}, inference_geo: 'us' } })) });`,
    },
    {
      name: 'a batch by push',
      code: claude`
      import { docs } from './docs.js';
      const requests = [];
      for (const d of docs) requests.push({ custom_id: d.id, params: { ${NEW}, inference_geo: 'us' } });
      client.messages.batches.create({ requests });
    `,
    },
    {
      name: 'an agent',
      code: claude`client.beta.agents.create({ name: 'a', model: { id: 'claude-opus-5', inference_geo: 'us' } });`,
    },
    {
      name: 'an update that leaves the model',
      code: claude`client.beta.agents.update('id', { name: 'b' });`,
    },
    {
      name: 'an update that pins again',
      code: claude`client.beta.agents.update('id', { model: { id: 'claude-opus-5', inference_geo: 'us' } });`,
    },
    { name: 'a session of an agent', code: claude`client.beta.sessions.create({ agent: 'id' });` },
    {
      name: 'a session with an agent reference',
      code: claude`client.beta.sessions.create({ agent: { type: 'agent', id: 'id', version: 2 } });`,
    },
    {
      name: 'a session that overrides and pins',
      code: claude`client.beta.sessions.create({ agent: { type: 'agent_with_overrides', id: 'id', model: { id: 'claude-opus-5', inference_geo: 'us' } } });`,
    },
    {
      name: 'a session that overrides something else',
      code: claude`client.beta.sessions.create({ agent: { type: 'agent_with_overrides', id: 'id', system: 'x' } });`,
    },
    {
      name: 'a thread pinned at its start',
      code: claude`const t = client.beta.messages.thread({ ${NEW}, inference_geo: 'us' }); t.send('x');`,
    },
    {
      name: 'a thread pinned at every turn',
      code: claude`const t = client.beta.messages.thread({ ${NEW} }); t.send('x', { inference_geo: 'us' }); t.stream('y', { inference_geo: 'us' });`,
    },
    {
      name: 'several batches in one list',
      code: claude`
      const one = (id) => ({ custom_id: id, params: { ${NEW}, inference_geo: 'us' } });
      client.messages.batches.create({ requests: [one('a'), one('b')] });
    `,
    },
  ],
  invalid: [
    {
      name: 'one request of a batch',
      code: claude`client.messages.batches.create({ requests: [{ params: { ${NEW}, inference_geo: 'us' } }, { params: { model: 'claude-opus-5' } }] });`,
      errors: [
        missing({
          at: `{ model: 'claude-opus-5' }`,
          call: BATCH,
          path: BATCH_PATH,
          suggestions: set(
            claude`client.messages.batches.create({ requests: [{ params: { ${NEW}, inference_geo: 'us' } }, { params: { model: 'claude-opus-5', inference_geo: 'us' } }] });`,
            'us',
            BATCH_PATH,
          ),
        }),
      ],
    },
    {
      name: 'a batch by map',
      code: claude`export const f = (docs) => client.messages.batches.create({ requests: docs.map((d) => ({ params: { model: 'claude-opus-5' } })) });`,
      errors: [
        missing({
          at: `{ model: 'claude-opus-5' }`,
          call: BATCH,
          path: BATCH_PATH,
          suggestions: set(
            claude`export const f = (docs) => client.messages.batches.create({ requests: docs.map((d) => ({ params: { model: 'claude-opus-5', inference_geo: 'us' } })) });`,
            'us',
            BATCH_PATH,
          ),
        }),
      ],
    },
    {
      name: 'a batch by push in a loop',
      code: claude`
        import { docs } from './docs.js';
        const requests = [];
        for (const d of docs) {
          requests.push({ params: { model: 'claude-opus-5' } });
        }
        client.messages.batches.create({ requests });
      `,
      errors: [
        missing({
          call: BATCH,
          path: BATCH_PATH,
          where: ' (line 6)',
          suggestions: set(
            claude`
              import { docs } from './docs.js';
              const requests = [];
              for (const d of docs) {
                requests.push({ params: { model: 'claude-opus-5', inference_geo: 'us' } });
              }
              client.messages.batches.create({ requests });
            `,
            'us',
            BATCH_PATH,
          ),
        }),
      ],
    },
    {
      name: 'a batch from the caller',
      code: claude`export const f = (requests) => client.messages.batches.create({ requests });`,
      errors: [unverifiable('the caller decides', { where: ' (line 3)', call: BATCH, path: BATCH_PATH })],
    },
    {
      name: 'a batch of an old and a new model, each told apart',
      code: claude`client.messages.batches.create({ requests: [{ params: { model: 'claude-3-haiku-20240307' } }, { params: { model: 'claude-opus-5' } }] });`,
      errors: [
        modelTooOld('claude-3-haiku-20240307', {
          at: `{ model: 'claude-3-haiku-20240307' }`,
          call: BATCH,
          path: BATCH_PATH,
        }),
        missing({
          at: `{ model: 'claude-opus-5' }`,
          call: BATCH,
          path: BATCH_PATH,
          suggestions: set(
            claude`client.messages.batches.create({ requests: [{ params: { model: 'claude-3-haiku-20240307' } }, { params: { model: 'claude-opus-5', inference_geo: 'us' } }] });`,
            'us',
            BATCH_PATH,
          ),
        }),
      ],
    },
    {
      name: 'a batch whose new model is rightly pinned',
      code: claude`client.messages.batches.create({ requests: [{ params: { model: 'claude-3-haiku-20240307' } }, { params: { model: 'claude-opus-5', inference_geo: 'us' } }] });`,
      errors: [
        modelTooOld('claude-3-haiku-20240307', {
          at: `{ model: 'claude-3-haiku-20240307' }`,
          call: BATCH,
          path: BATCH_PATH,
        }),
      ],
    },
    {
      name: 'a batch pinned at its top',
      code: claude`client.messages.batches.create({ inference_geo: 'us', requests: [{ params: { ${NEW} } }] });`,
      errors: [misspelt(PATH, { at: PATH, path: BATCH_PATH })],
    },
    {
      name: 'a batch pinned beside its params',
      code: claude`client.messages.batches.create({ requests: [{ inference_geo: 'us', params: { ${NEW} } }] });`,
      errors: [misspelt(`requests[].${PATH}`, { at: PATH, path: BATCH_PATH })],
    },
    {
      name: 'an agent with a model string',
      code: claude`client.beta.agents.create({ name: 'a', model: 'claude-opus-5' });`,
      errors: [
        missing({
          call: 'client.beta.agents.create',
          path: AGENT_PATH,
          suggestions: set(
            claude`client.beta.agents.create({ name: 'a', model: { id: 'claude-opus-5', inference_geo: 'us' } });`,
            'us',
            AGENT_PATH,
          ),
        }),
      ],
    },
    {
      name: 'an agent with a model object',
      code: claude`client.beta.agents.create({ name: 'a', model: { id: 'claude-opus-5' } });`,
      errors: [
        missing({
          call: 'client.beta.agents.create',
          path: AGENT_PATH,
          suggestions: set(
            claude`client.beta.agents.create({ name: 'a', model: { id: 'claude-opus-5', inference_geo: 'us' } });`,
            'us',
            AGENT_PATH,
          ),
        }),
      ],
    },
    {
      name: 'an agent pinned beside its model',
      code: claude`client.beta.agents.create({ name: 'a', model: 'claude-opus-5', inference_geo: 'us' });`,
      errors: [misspelt(PATH, { at: PATH, path: AGENT_PATH })],
    },
    {
      name: 'an agent with an old model',
      code: claude`client.beta.agents.create({ name: 'a', model: 'claude-sonnet-4-5' });`,
      errors: [modelTooOld('claude-sonnet-4-5', { call: 'client.beta.agents.create', path: AGENT_PATH })],
    },
    {
      name: 'an update that drops the pin',
      code: claude`client.beta.agents.update('id', { model: { id: 'claude-opus-5' } });`,
      errors: [
        missing({
          call: 'client.beta.agents.update',
          path: AGENT_PATH,
          suggestions: set(
            claude`client.beta.agents.update('id', { model: { id: 'claude-opus-5', inference_geo: 'us' } });`,
            'us',
            AGENT_PATH,
          ),
        }),
      ],
    },
    {
      name: 'an update to a model string',
      code: claude`client.beta.agents.update('id', { model: 'claude-opus-5' });`,
      errors: [
        missing({
          call: 'client.beta.agents.update',
          path: AGENT_PATH,
          suggestions: set(
            claude`client.beta.agents.update('id', { model: { id: 'claude-opus-5', inference_geo: 'us' } });`,
            'us',
            AGENT_PATH,
          ),
        }),
      ],
    },
    {
      name: 'an agent from elsewhere: its model may be a string',
      code: claude`export const f = (agent) => client.beta.agents.create(agent);`,
      errors: [
        unverifiable('the caller decides', {
          call: 'client.beta.agents.create',
          path: AGENT_PATH,
          where: ' (line 3)',
        }),
      ],
    },
    {
      name: 'an update from elsewhere: it may leave the model alone',
      code: claude`export const f = (update) => client.beta.agents.update('id', update);`,
      errors: [
        unverifiable('the caller decides', {
          call: 'client.beta.agents.update',
          path: AGENT_PATH,
          where: ' (line 3)',
        }),
      ],
    },
    {
      name: 'a session that overrides the model',
      code: claude`client.beta.sessions.create({ agent: { type: 'agent_with_overrides', id: 'id', model: { id: 'claude-opus-5' } } });`,
      errors: [
        missing({
          call: 'client.beta.sessions.create',
          path: SESSION_PATH,
          suggestions: set(
            claude`client.beta.sessions.create({ agent: { type: 'agent_with_overrides', id: 'id', model: { id: 'claude-opus-5', inference_geo: 'us' } } });`,
            'us',
            SESSION_PATH,
          ),
        }),
      ],
    },
    {
      name: 'a thread without it',
      code: claude`const t = client.beta.messages.thread({ ${NEW} }); t.send('x');`,
      errors: [
        missing({
          call: 'client.beta.messages.thread',
          suggestions: set(
            claude`const t = client.beta.messages.thread({ ${NEW}, inference_geo: 'us' }); t.send('x');`,
          ),
        }),
      ],
    },
    {
      name: 'a thread with one turn unpinned',
      code: claude`const t = client.beta.messages.thread({ ${NEW} }); t.send('x', { inference_geo: 'us' }); t.send('y');`,
      errors: [
        missing({
          call: 'client.beta.messages.thread',
          suggestions: set(
            claude`const t = client.beta.messages.thread({ ${NEW}, inference_geo: 'us' }); t.send('x', { inference_geo: 'us' }); t.send('y');`,
          ),
        }),
      ],
    },
    {
      name: 'a pinned thread with a turn elsewhere',
      code: claude`const t = client.beta.messages.thread({ ${NEW}, inference_geo: 'us' }); t.send('x', { inference_geo: 'global' });`,
      errors: [
        notAllowed('global', {
          suggestions: set(
            claude`const t = client.beta.messages.thread({ ${NEW}, inference_geo: 'us' }); t.send('x', { inference_geo: 'us' });`,
          ),
        }),
      ],
    },
  ],
};

// --- platforms ---------------------------------------------------------------------------------------

const on = (pkg: string, name: string, more = ''): string =>
  `import { ${name} } from '${pkg}';\nnew ${name}().messages.create({ ${NEW}${more} });`;

const platforms: { valid: Valid[]; invalid: Invalid[] } = {
  valid: [
    { name: 'Bedrock decides by region', code: on('@anthropic-ai/bedrock-sdk', 'AnthropicBedrock') },
    {
      name: 'Bedrock Mantle decides by region',
      code: on('@anthropic-ai/bedrock-sdk', 'AnthropicBedrockMantle'),
    },
    {
      name: 'Bedrock with an old model and a pin',
      code: on('@anthropic-ai/bedrock-sdk', 'AnthropicBedrock', `, inference_geo: 'eu'`).replace(
        'claude-sonnet-4-6',
        'anthropic.claude-3-haiku-20240307-v1:0',
      ),
    },
    { name: 'Vertex decides by region', code: on('@anthropic-ai/vertex-sdk', 'AnthropicVertex') },
    { name: 'Foundry decides by deployment', code: on('@anthropic-ai/foundry-sdk', 'AnthropicFoundry') },
    {
      name: 'Bedrock runtime',
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'; new InvokeModelCommand({ modelId: 'anthropic.claude-opus-5', body: '{}' });`,
    },
    {
      name: 'Bedrock through the AI SDK',
      code: `import { generateText } from 'ai'; import { bedrock } from '@ai-sdk/amazon-bedrock'; generateText({ model: bedrock('anthropic.claude-opus-5') });`,
    },
    {
      name: 'Vertex through the AI SDK',
      code: `import { generateText } from 'ai'; import { vertexAnthropic } from '@ai-sdk/google-vertex/anthropic'; generateText({ model: vertexAnthropic('claude-opus-5') });`,
    },
    {
      name: 'Bedrock by declared client',
      settings: { 'claude-compliance': { clients: { '@acme/llm': { llm: 'bedrock' } } } },
      code: `import { llm } from '@acme/llm'; llm.messages.create({ ${NEW} });`,
    },
    {
      name: 'Claude Platform on AWS, pinned',
      code: on('@anthropic-ai/aws-sdk', 'AnthropicAws', `, inference_geo: 'us'`),
    },
    {
      name: 'Google Cloud, pinned',
      code: on('@anthropic-ai/google-cloud-sdk', 'AnthropicGoogleCloud', `, inference_geo: 'us'`),
    },
    {
      name: 'another vendor behind the SDK',
      code: `import Anthropic from '@anthropic-ai/sdk'; new Anthropic({ baseURL: 'https://api.deepseek.com/anthropic' }).messages.create({ model: 'deepseek-chat', max_tokens: 8, messages: [] });`,
    },
  ],
  invalid: [
    ...(
      [
        ['@anthropic-ai/aws-sdk', 'AnthropicAws'],
        ['@anthropic-ai/google-cloud-sdk', 'AnthropicGoogleCloud'],
      ] as const
    ).map(([pkg, name]) => ({
      name: `${name} is the first-party API`,
      code: on(pkg, name),
      errors: [
        missing({
          at: `new ${name}().messages.create`,
          call: `new ${name}().messages.create`,
          suggestions: set(on(pkg, name, `, inference_geo: 'us'`)),
        }),
      ],
    })),
    {
      name: 'a proxy of one’s own is still Claude',
      code: `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic({ baseURL: 'https://llm.corp.example' });\nclient.messages.create({ ${NEW} });`,
      errors: [
        missing({
          suggestions: set(
            `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic({ baseURL: 'https://llm.corp.example' });\nclient.messages.create({ ${NEW}, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
    {
      name: 'a declared client',
      settings: { 'claude-compliance': { clients: { '@acme/llm': { llm: 'anthropic' } } } },
      code: `import { llm } from '@acme/llm'; llm.messages.create({ model, messages: [] });`,
      errors: [
        missing({
          call: 'llm.messages.create',
          suggestions: set(
            `import { llm } from '@acme/llm'; llm.messages.create({ model, messages: [], inference_geo: 'us' });`,
          ),
        }),
      ],
    },
  ],
};

// --- models ------------------------------------------------------------------------------------------

const OLD_MODELS = [
  'claude-instant-1.2',
  'claude-2.0',
  'claude-2.1',
  'claude-3-haiku-20240307',
  'claude-3-opus-20240229',
  'claude-3-5-sonnet-20241022',
  'claude-3-5-haiku-latest',
  'claude-3-7-sonnet-latest',
  'claude-sonnet-4-20250514',
  'claude-sonnet-4-0',
  'claude-opus-4-0',
  'claude-opus-4-1',
  'claude-opus-4-1-20250805',
  'claude-sonnet-4-5',
  'claude-sonnet-4-5-20250929',
  'claude-haiku-4-5',
  'claude-opus-4-5-20251101',
];
const NEW_MODELS = [
  'claude-opus-4-6',
  'claude-sonnet-4-6',
  'claude-opus-4-7',
  'claude-opus-5',
  'claude-sonnet-5-20260901',
  'claude-haiku-5',
];

const asked = (model: string, more = ''): string =>
  claude`client.messages.create({ model: '${model}', max_tokens: 8${more} });`;
const gateway = (model: string, more = ''): string =>
  `import { generateText } from 'ai'; generateText({ model: '${model}'${more} });`;
const AI_PIN = `, providerOptions: { anthropic: { inferenceGeo: 'us' } }`;

const models: { valid: Valid[]; invalid: Invalid[] } = {
  valid: [
    ...NEW_MODELS.map((model) => ({
      name: `a pin on ${model}`,
      code: asked(model, `, inference_geo: 'us'`),
    })),
    { name: 'a pin on a new model at the gateway', code: gateway('anthropic/claude-opus-4.6', AI_PIN) },
    ...OLD_MODELS.map((model) => ({
      name: `no pin on ${model}, where any geography is allowed`,
      code: asked(model),
      options: [{ allowed: ['us', 'global'] as const }] as const,
    })),
    {
      name: 'a pin on a model nobody knows',
      code: claude`client.messages.create({ model: process.env.MODEL, max_tokens: 8, inference_geo: 'us' });`,
    },
  ],
  invalid: [
    ...OLD_MODELS.map((model) => ({
      name: `no pin on ${model}: move on first`,
      code: asked(model),
      errors: [modelTooOld(model)],
    })),
    ...OLD_MODELS.map((model) => ({
      name: `a pin on ${model} fails`,
      code: asked(model, `, inference_geo: 'us'`),
      errors: [pinOnOldModel(model, { at: `'us'` })],
    })),
    ...NEW_MODELS.map((model) => ({
      name: `no pin on ${model}`,
      code: asked(model),
      errors: [missing({ suggestions: set(asked(model, `, inference_geo: 'us'`)) })],
    })),
    {
      name: 'an old model at the gateway',
      code: gateway('anthropic/claude-sonnet-4.5'),
      errors: [
        modelTooOld('anthropic/claude-sonnet-4.5', {
          call: 'generateText',
          at: ['generateText', 2],
          path: AI_PATH,
        }),
      ],
    },
    {
      name: 'a pin on an old model at the gateway',
      code: gateway('anthropic/claude-sonnet-4.5', AI_PIN),
      errors: [pinOnOldModel('anthropic/claude-sonnet-4.5', { at: `'us'`, path: AI_PATH })],
    },
    {
      name: 'one of two models is old',
      code: claude`client.messages.create({ model: fast ? 'claude-haiku-4-5' : 'claude-opus-5', max_tokens: 8 });`,
      errors: [modelTooOld('claude-haiku-4-5')],
    },
    {
      name: 'an old model as fallback of the environment',
      code: claude`client.messages.create({ model: process.env.MODEL ?? 'claude-sonnet-4-5', max_tokens: 8 });`,
      errors: [modelTooOld('claude-sonnet-4-5')],
    },
    {
      name: 'an old model in a constant',
      code: claude`const MODEL = 'claude-3-5-sonnet-20241022'; client.messages.create({ model: MODEL, inference_geo: null });`,
      errors: [modelTooOld('claude-3-5-sonnet-20241022')],
    },
    {
      name: 'another geography on an old model: no value helps',
      code: claude`client.messages.create({ model: 'claude-haiku-4-5', inference_geo: 'global' });`,
      errors: [notAllowed('global')],
    },
    {
      name: 'a misspelt pin on an old model is not renamed into an error',
      code: claude`client.messages.create({ model: 'claude-haiku-4-5', inferenceGeo: 'us' });`,
      errors: [misspelt('inferenceGeo', { at: 'inferenceGeo' })],
    },
    {
      name: 'an old model that an unknown spread may replace',
      code: claude`import { rest } from './rest.js'; client.messages.create({ model: 'claude-haiku-4-5', ...rest });`,
      errors: [unverifiable('it comes from another file')],
    },
    {
      name: 'callers with an old and with a new model, the new one pinned',
      code: claude`
        const ask = (p) => client.messages.create(p);
        ask({ model: 'claude-3-haiku-20240307' });
        ask({ model: 'claude-opus-5', inference_geo: 'us' });
      `,
      errors: [modelTooOld('claude-3-haiku-20240307', { where: ' (line 4)' })],
    },
    {
      name: 'an unknown request with an old model',
      code: claude`import { base } from './base.js'; client.messages.create({ ...base, model: 'claude-haiku-4-5' });`,
      errors: [unverifiable('it comes from another file')],
    },
  ],
};

// --- other SDKs --------------------------------------------------------------------------------------

const ai = (more = ''): string =>
  `import { generateText } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\ngenerateText({ model: anthropic('claude-opus-5')${more} });`;
const aiCall: Details = { call: 'generateText', at: ['generateText', 2], path: AI_PATH };
const lang = (fields: string, rest = ''): string =>
  `import { ChatAnthropic } from '@langchain/anthropic';\nconst model = new ChatAnthropic(${fields});${rest}`;
const langCall: Details = { call: 'new ChatAnthropic', at: ['ChatAnthropic', 2], path: 'inferenceGeo' };

const others: { valid: Valid[]; invalid: Invalid[] } = {
  valid: [
    { name: 'AI SDK', code: ai(AI_PIN) },
    {
      name: 'AI SDK agent',
      code: `import { ToolLoopAgent } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; new ToolLoopAgent({ model: anthropic('claude-opus-5')${AI_PIN} });`,
    },
    {
      name: 'AI SDK with another vendor',
      code: `import { generateText } from 'ai'; import { openai } from '@ai-sdk/openai'; generateText({ model: openai('gpt-5'), prompt: 'claude' });`,
    },
    { name: 'LangChain constructor', code: lang(`{ model: 'claude-opus-5', inferenceGeo: 'us' }`) },
    {
      name: 'LangChain invocationKwargs',
      code: lang(`{ model: 'claude-opus-5', invocationKwargs: { inference_geo: 'us' } }`),
    },
    {
      name: 'LangChain call option',
      code: lang(`{ model: 'claude-opus-5' }`, `\nmodel.invoke('x', { inferenceGeo: 'us' });`),
    },
    {
      name: 'Genkit',
      code: `import { genkit } from 'genkit'; import { anthropic } from '@genkit-ai/anthropic'; genkit({}).generate({ model: anthropic.model('claude-opus-5'), config: { inference_geo: 'us' } });`,
    },
    {
      name: 'Mastra',
      code: `import { Agent } from '@mastra/core/agent'; new Agent({ model: 'anthropic/claude-opus-5', defaultOptions: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } });`,
    },
    {
      name: 'LlamaIndex',
      code: `import { Anthropic } from '@llamaindex/anthropic'; new Anthropic({ model: 'claude-opus-5', additionalChatOptions: { inference_geo: 'us' } });`,
    },
    {
      name: 'fetch',
      code: `fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ ${NEW}, inference_geo: 'us' }) });`,
    },
    {
      name: 'counting tokens over HTTP',
      code: `fetch('https://api.anthropic.com/v1/messages/count_tokens', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5' }) });`,
    },
  ],
  invalid: [
    {
      name: 'AI SDK without it',
      code: ai(),
      errors: [missing({ ...aiCall, suggestions: set(ai(AI_PIN), 'us', AI_PATH) })],
    },
    {
      name: 'AI SDK with other options',
      code: ai(`, providerOptions: { anthropic: { thinking } }`),
      errors: [
        missing({
          ...aiCall,
          suggestions: set(
            ai(`, providerOptions: { anthropic: { thinking, inferenceGeo: 'us' } }`),
            'us',
            AI_PATH,
          ),
        }),
      ],
    },
    {
      name: 'AI SDK with options of another provider',
      code: ai(`, providerOptions: { openai: {} }`),
      errors: [
        missing({
          ...aiCall,
          suggestions: set(
            ai(`, providerOptions: { openai: {}, anthropic: { inferenceGeo: 'us' } }`),
            'us',
            AI_PATH,
          ),
        }),
      ],
    },
    {
      name: 'AI SDK with the spelling of the API',
      code: ai(`, providerOptions: { anthropic: { inference_geo: 'us' } }`),
      errors: [
        misspelt('providerOptions.anthropic.inference_geo', {
          at: PATH,
          path: AI_PATH,
          suggestions: rename(ai(AI_PIN), 'inferenceGeo'),
        }),
      ],
    },
    {
      name: 'AI SDK at the top level',
      code: ai(`, inferenceGeo: 'us'`),
      errors: [misspelt('inferenceGeo', { at: 'inferenceGeo', path: AI_PATH })],
    },
    {
      name: 'AI SDK with another value',
      code: ai(`, providerOptions: { anthropic: { inferenceGeo: 'eu' } }`),
      errors: [notAllowed('eu', { path: AI_PATH, suggestions: set(ai(AI_PIN), 'us', AI_PATH) })],
    },
    {
      name: 'LangChain without it',
      code: lang(`{ model: 'claude-opus-5' }`),
      errors: [
        missing({
          ...langCall,
          suggestions: set(lang(`{ model: 'claude-opus-5', inferenceGeo: 'us' }`), 'us', 'inferenceGeo'),
        }),
      ],
    },
    {
      name: 'LangChain without fields',
      code: lang(''),
      errors: [
        missing({ ...langCall, suggestions: set(lang(`{ inferenceGeo: 'us' }`), 'us', 'inferenceGeo') }),
      ],
    },
    {
      name: 'LangChain with only a model name',
      code: lang(`'claude-opus-5'`),
      errors: [
        missing({
          ...langCall,
          suggestions: set(lang(`'claude-opus-5', { inferenceGeo: 'us' }`), 'us', 'inferenceGeo'),
        }),
      ],
    },
    {
      name: 'LangChain with the spelling of the API',
      code: lang(`{ model: 'claude-opus-5', inference_geo: 'us' }`),
      errors: [
        misspelt(PATH, {
          at: PATH,
          path: 'inferenceGeo',
          suggestions: rename(lang(`{ model: 'claude-opus-5', inferenceGeo: 'us' }`), 'inferenceGeo'),
        }),
      ],
    },
    {
      name: 'LangChain, one call of two',
      code: lang(
        `{ model: 'claude-opus-5' }`,
        `\nmodel.invoke('x', { inferenceGeo: 'us' });\nmodel.invoke('y');`,
      ),
      errors: [
        missing({
          ...langCall,
          suggestions: set(
            lang(
              `{ model: 'claude-opus-5', inferenceGeo: 'us' }`,
              `\nmodel.invoke('x', { inferenceGeo: 'us' });\nmodel.invoke('y');`,
            ),
            'us',
            'inferenceGeo',
          ),
        }),
      ],
    },
    {
      name: 'LangChain, a call that overrules the constructor',
      code: lang(
        `{ model: 'claude-opus-5', inferenceGeo: 'us' }`,
        `\nmodel.invoke('x', { inferenceGeo: 'global' });`,
      ),
      errors: [
        notAllowed('global', {
          path: 'inferenceGeo',
          suggestions: set(
            lang(
              `{ model: 'claude-opus-5', inferenceGeo: 'us' }`,
              `\nmodel.invoke('x', { inferenceGeo: 'us' });`,
            ),
            'us',
            'inferenceGeo',
          ),
        }),
      ],
    },
    {
      name: 'an AI SDK agent, a call that overrules the constructor',
      code: `import { ToolLoopAgent } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nconst agent = new ToolLoopAgent({ model: anthropic('claude-opus-5')${AI_PIN} });\nagent.generate({ prompt, providerOptions: { anthropic: { inferenceGeo: 'global' } } });`,
      errors: [
        notAllowed('global', {
          path: AI_PATH,
          suggestions: set(
            `import { ToolLoopAgent } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nconst agent = new ToolLoopAgent({ model: anthropic('claude-opus-5')${AI_PIN} });\nagent.generate({ prompt, providerOptions: { anthropic: { inferenceGeo: 'us' } } });`,
            'us',
            AI_PATH,
          ),
        }),
      ],
    },
    {
      name: 'AI SDK with an unknown spread',
      code: `import { generateText } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nexport const f = (rest) => generateText({ ...rest, model: anthropic('claude-opus-5') });`,
      errors: [unverifiable('the caller decides', { ...aiCall, where: ' (line 3)' })],
    },
    {
      name: 'initChatModel without it',
      code: `import { initChatModel } from 'langchain'; await initChatModel('anthropic:claude-opus-5');`,
      errors: [
        missing({
          call: 'initChatModel',
          at: ['initChatModel', 2],
          path: 'inferenceGeo',
          suggestions: set(
            `import { initChatModel } from 'langchain'; await initChatModel('anthropic:claude-opus-5', { inferenceGeo: 'us' });`,
            'us',
            'inferenceGeo',
          ),
        }),
      ],
    },
    {
      name: 'createAgent with a model string',
      code: `import { createAgent } from 'langchain'; createAgent({ model: 'anthropic:claude-opus-5', tools: [] });`,
      errors: [
        {
          messageId: 'cannotPin',
          at: ['createAgent', 2],
          data: {
            what: 'A model named by a string',
            instead: 'pass `new ChatAnthropic({ inferenceGeo: … })` as the model',
          },
        },
      ],
    },
    {
      name: 'Genkit with the spelling of other SDKs',
      code: `import { genkit } from 'genkit'; import { anthropic } from '@genkit-ai/anthropic'; genkit({}).generate({ model: anthropic.model('claude-opus-5'), config: { inferenceGeo: 'us' } });`,
      errors: [
        misspelt('config.inferenceGeo', {
          at: 'inferenceGeo',
          path: 'config.inference_geo',
          suggestions: rename(
            `import { genkit } from 'genkit'; import { anthropic } from '@genkit-ai/anthropic'; genkit({}).generate({ model: anthropic.model('claude-opus-5'), config: { inference_geo: 'us' } });`,
          ),
        }),
      ],
    },
    {
      name: 'genkitx-anthropic',
      code: `import { genkit } from 'genkit'; import { claudeOpus5 } from 'genkitx-anthropic'; const ai = genkit({}); ai.generate({ model: claudeOpus5 });`,
      errors: [
        cannotPin(
          '`genkitx-anthropic`',
          `move to \`@genkit-ai/anthropic\` with \`config.inference_geo\`, or ${WORKSPACE}`,
          'ai.generate',
        ),
      ],
    },
    {
      name: 'TanStack',
      code: `import { anthropicText as text } from '@tanstack/ai-anthropic'; text('claude-opus-5');`,
      errors: [
        {
          messageId: 'cannotPin',
          at: ['text', 2],
          data: {
            what: '`@tanstack/ai-anthropic`',
            instead: 'call `messages.create` of `@anthropic-ai/sdk`',
          },
        },
      ],
    },
    {
      name: 'the Agent SDK',
      code: `import { query as ask } from '@anthropic-ai/claude-agent-sdk'; ask({ prompt: 'x' });`,
      errors: [
        {
          messageId: 'cannotPin',
          at: ['ask', 2],
          data: { what: 'The Claude Agent SDK', instead: WORKSPACE },
        },
      ],
    },
    {
      name: 'agents that only a setting of the workspace pins, said once a file',
      code: `import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt: 'x' }); query({ prompt: 'y' });`,
      errors: [
        {
          messageId: 'cannotPin',
          at: ['query', 2],
          data: { what: 'The Claude Agent SDK', instead: WORKSPACE },
        },
      ],
    },
    {
      name: 'the OpenAI-compatible endpoint',
      code: `import OpenAI from 'openai'; const c = new OpenAI({ baseURL: 'https://api.anthropic.com/v1/' }); c.chat.completions.create({ model: 'claude-opus-5' });`,
      errors: [
        cannotPin(
          'The OpenAI-compatible endpoint',
          `use \`@anthropic-ai/sdk\`, or ${WORKSPACE}`,
          'c.chat.completions.create',
        ),
      ],
    },
    {
      name: 'fetch without it',
      code: `fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ ${NEW} }) });`,
      errors: [
        missing({
          call: 'fetch',
          suggestions: set(
            `fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ ${NEW}, inference_geo: 'us' }) });`,
          ),
        }),
      ],
    },
    {
      name: 'fetch with a body from elsewhere',
      code: `export const f = (body) => fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body });`,
      errors: [unverifiable('the caller decides', { call: 'fetch', where: ' (line 1)' })],
    },
    {
      name: 'axios without it',
      code: `import axios from 'axios'; axios.post('https://api.anthropic.com/v1/messages', { ${NEW} });`,
      errors: [
        missing({
          call: 'axios.post',
          suggestions: set(
            `import axios from 'axios'; axios.post('https://api.anthropic.com/v1/messages', { ${NEW}, inference_geo: 'us' });`,
          ),
        }),
      ],
    },
  ],
};

// --- style of suggestions ----------------------------------------------------------------------------

const style: { valid: Valid[]; invalid: Invalid[] } = {
  valid: [],
  invalid: (
    [
      [
        'double quotes',
        claude`client.messages.create({ model: "claude-opus-5" });`,
        claude`client.messages.create({ model: "claude-opus-5", inference_geo: "us" });`,
      ],
      [
        'quoted keys',
        claude`client.messages.create({ 'model': 'claude-opus-5' });`,
        claude`client.messages.create({ 'model': 'claude-opus-5', 'inference_geo': 'us' });`,
      ],
      [
        'an empty object',
        claude`client.messages.create({});`,
        claude`client.messages.create({ inference_geo: 'us' });`,
      ],
      [
        'no argument',
        claude`client.messages.create();`,
        claude`client.messages.create({ inference_geo: 'us' });`,
      ],
      [
        'a trailing comma on one line',
        claude`client.messages.create({ model: 'claude-opus-5', });`,
        claude`client.messages.create({ model: 'claude-opus-5', inference_geo: 'us', });`,
      ],
      [
        'no spaces',
        claude`client.messages.create({model:'claude-opus-5'});`,
        claude`client.messages.create({model:'claude-opus-5', inference_geo: 'us'});`,
      ],
      [
        'shorthand properties',
        claude`const model = 'claude-opus-5'; client.messages.create({ model });`,
        claude`const model = 'claude-opus-5'; client.messages.create({ model, inference_geo: 'us' });`,
      ],
      [
        'several lines with a trailing comma',
        claude`
          client.messages.create({
            model: 'claude-opus-5',
            max_tokens: 8,
          });
        `,
        claude`
          client.messages.create({
            model: 'claude-opus-5',
            max_tokens: 8,
            inference_geo: 'us',
          });
        `,
      ],
      [
        'several lines without a trailing comma',
        claude`
          client.messages.create({
            model: 'claude-opus-5',
            max_tokens: 8
          });
        `,
        claude`
          client.messages.create({
            model: 'claude-opus-5',
            max_tokens: 8,
            inference_geo: 'us'
          });
        `,
      ],
      [
        'a comment after the last property',
        claude`
          client.messages.create({
            model: 'claude-opus-5', // the best
          });
        `,
        claude`
          client.messages.create({
            model: 'claude-opus-5',
            inference_geo: 'us', // the best
          });
        `,
      ],
      [
        'a last property of several lines',
        claude`
          client.messages.create({
            model: 'claude-opus-5',
            messages: [
              { role: 'user', content: 'x' },
            ],
          });
        `,
        claude`
          client.messages.create({
            model: 'claude-opus-5',
            messages: [
              { role: 'user', content: 'x' },
            ],
            inference_geo: 'us',
          });
        `,
      ],
      [
        'a known spread last',
        claude`const more = { max_tokens: 8 }; client.messages.create({ model: 'claude-opus-5', ...more });`,
        claude`const more = { max_tokens: 8 }; client.messages.create({ model: 'claude-opus-5', ...more, inference_geo: 'us' });`,
      ],
      [
        'an apostrophe in a text does not choose the quotes',
        `import Anthropic from "@anthropic-ai/sdk";\nconst client = new Anthropic();\nclient.messages.create({ system: \`don't\`, model: "claude-opus-5" });`,
        `import Anthropic from "@anthropic-ai/sdk";\nconst client = new Anthropic();\nclient.messages.create({ system: \`don't\`, model: "claude-opus-5", inference_geo: "us" });`,
      ],
    ] as const
  ).map(([name, code, output]) => ({ name, code, errors: [missing({ suggestions: set(output) })] })),
};

const GROUPS = { sdk, options, compound, platforms, models, others, style };

for (const [group, cases] of Object.entries(GROUPS)) {
  describe(group, () => {
    // ESLint's tester wants at least one of each.
    const valid = cases.valid.length > 0 ? cases.valid : [{ name: `nothing (${group})`, code: '' }];
    runRule<Options, Id>('require-inference-geo', rule, { valid, invalid: cases.invalid });
  });
}

/** Code whose requests are put together in ways that make a suggestion easy to get wrong. */
const TRICKY: readonly {
  readonly name: string;
  readonly code: string;
  readonly options?: readonly [Options];
}[] = [
  {
    name: 'options with a default',
    code: claude`export const f = (options = {}) => client.messages.create({ model: 'claude-opus-5', ...options });`,
  },
  {
    name: 'a setting read from options with a default',
    code: claude`
    export function f(options = {}) {
      const params = { model: 'claude-opus-5' };
      if (options.geo) params.inference_geo = options.geo;
      client.messages.create(params);
    }
  `,
  },
  {
    name: 'a value read from options with a default',
    code: claude`export const f = ({ geo } = {}) => client.messages.create({ model: 'claude-opus-5', inference_geo: geo });`,
  },
  {
    name: 'a value read from a constant object',
    code: claude`const config = {}; client.messages.create({ model: 'claude-opus-5', inference_geo: config.geo });`,
  },
  {
    name: 'a value read from a nested constant object',
    code: claude`const config = { claude: {} }; client.messages.create({ model: 'claude-opus-5', inference_geo: config.claude.geo });`,
  },
  {
    name: 'a destructured constant object',
    code: claude`const { geo } = {}; client.messages.create({ model: 'claude-opus-5', inference_geo: geo });`,
  },
  {
    name: 'an object that serves two requests',
    code: claude`const p = { model: 'claude-opus-5' }; client.messages.create(p); client.messages.countTokens(p);`,
  },
  {
    name: 'a deleted property',
    code: claude`const p = { model: 'claude-opus-5', inference_geo: 'us' }; delete p.inference_geo; client.messages.create(p);`,
  },
  {
    name: 'a property overwritten later',
    code: claude`const p = { model: 'claude-opus-5', inference_geo: 'us' }; p.inference_geo = 'global'; client.messages.create(p);`,
  },
  {
    name: 'a property set to undefined later',
    code: claude`const p = { model: 'claude-opus-5', inference_geo: 'us' }; p.inference_geo = undefined; client.messages.create(p);`,
  },
  {
    name: 'a rest that lost it',
    code: claude`const { inference_geo, ...p } = { model: 'claude-opus-5', inference_geo: 'us' }; client.messages.create(p);`,
  },
  {
    name: 'a guarded spread',
    code: claude`client.messages.create({ model: 'claude-opus-5', ...(flag && { inference_geo: 'us' }) });`,
  },
  {
    name: 'a spread that undefines it',
    code: claude`client.messages.create({ model: 'claude-opus-5', inference_geo: 'us', ...{ inference_geo: undefined } });`,
  },
  {
    name: 'Object.assign of literals',
    code: claude`client.messages.create(Object.assign({ model: 'claude-opus-5' }, { max_tokens: 8 }));`,
  },
  {
    name: 'Object.assign over it',
    code: claude`client.messages.create(Object.assign({ inference_geo: 'us' }, { inference_geo: 'global' }));`,
  },
  {
    name: 'a request built by a method',
    code: claude`class A { build() { return { model: 'claude-opus-5' }; } f() { client.messages.create(this.build()); } }`,
  },
  {
    name: 'an awaited request',
    code: claude`export const f = async (p) => client.messages.create(await p);`,
  },
  { name: 'spread arguments', code: claude`export const f = (...args) => client.messages.create(...args);` },
  {
    name: 'a frozen request',
    code: claude`const p = Object.freeze({ model: 'claude-opus-5' }); client.messages.create(p);`,
  },
  {
    name: 'an agent in a constant',
    code: claude`const model = 'claude-opus-5'; client.beta.agents.create({ name: 'a', model });`,
  },
  {
    name: 'an agent model from the caller',
    code: claude`export const f = (model) => client.beta.agents.create({ name: 'a', model });`,
  },
  {
    name: 'an agent with a template string',
    code: claude`client.beta.agents.create({ name: 'a', model: \`claude-opus-5\` });`,
  },
  {
    name: 'a batch with a shorthand request',
    code: claude`const params = { model: 'claude-opus-5' }; client.messages.batches.create({ requests: [{ custom_id: 'a', params }] });`,
  },
  {
    name: 'provider options in a constant',
    code: `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; const providerOptions = { anthropic: {} }; generateText({ model: anthropic('claude-opus-5'), providerOptions });`,
  },
  {
    name: 'provider options from the caller',
    code: `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; export const f = (o) => generateText({ model: anthropic('claude-opus-5'), providerOptions: o });`,
  },
  {
    name: 'provider options that spread',
    code: `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; export const f = (o) => generateText({ model: anthropic('claude-opus-5'), providerOptions: { anthropic: { ...o } } });`,
  },
  {
    name: 'both spellings',
    code: claude`client.messages.create({ model: 'claude-opus-5', inferenceGeo: 'us', inference_geo: 'global' });`,
  },
  {
    name: 'both spellings, the right one pinned',
    code: claude`client.messages.create({ model: 'claude-opus-5', inferenceGeo: 'global', inference_geo: 'us' });`,
  },
  {
    name: 'a wrong spelling with a wrong value',
    code: claude`client.messages.create({ model: 'claude-opus-5', inferenceGeo: 'eu' });`,
  },
  {
    name: 'a LangChain constructor with a spread',
    code: `import { ChatAnthropic } from '@langchain/anthropic'; export const f = (o = {}) => new ChatAnthropic({ model: 'claude-opus-5', ...o });`,
  },
  {
    name: 'a body in a variable',
    code: `const body = { model: 'claude-opus-5' }; fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify(body) });`,
  },
];

describe('suggestions', () => {
  const all = Object.values(GROUPS).flatMap(({ invalid }) => invalid);
  it.each(TRICKY.map((example) => [example.name, example] as const))(
    'leave code that is reported less: %s',
    (_, { code }) => {
      const before = lintWith(rule, code);
      expect(before).not.toEqual([]);
      for (const suggestion of before.flatMap(({ suggestions = [] }) => suggestions)) {
        const after = lintWith(rule, applied(code, suggestion));
        expect(after.filter(({ fatal }) => fatal)).toEqual([]);
        // Where the name is put right, the value may still be wrong.
        if (suggestion.messageId === 'rename')
          expect(after.map(({ messageId }) => messageId)).not.toContain('misspelt');
        else expect(after.length, applied(code, suggestion)).toBeLessThan(before.length);
      }
    },
  );

  it.each(all.map((example) => [example.name, example] as const))(
    'leave code that is no longer reported: %s',
    (_, { code, options: given = [], settings = {} }) => {
      const lint = (text: string) => lintWith(rule, text, { options: given, settings });
      const before = lint(code);
      for (const { suggestions = [] } of before) {
        for (const suggestion of suggestions) {
          const after = lint(applied(code, suggestion));
          expect(after.filter(({ fatal }) => fatal)).toEqual([]);
          expect(after.length).toBeLessThan(before.length);
        }
      }
    },
  );

  it('are never automatic fixes', () => {
    expect(rule.meta.fixable).toBeUndefined();
    expect(rule.meta.hasSuggestions).toBe(true);
  });

  it('every message is covered by a case', () => {
    const used = new Set(
      all.flatMap(({ errors }) =>
        errors.flatMap((e) => [e.messageId, ...(e.suggestions ?? []).map((s) => s.messageId)]),
      ),
    );
    expect([...used].sort()).toEqual(
      Object.keys(rule.meta.messages)
        .filter((id) => !['claim', 'failed', 'leftOpen', 'notFollowed'].includes(id))
        .sort(),
    );
  });
});

it('says what is certain, and nothing of what is not known beside it', () => {
  const code = claude`
    const base = { model: 'claude-opus-5', max_tokens: 8, messages: [] };
    client.messages.create(flag ? base : other());
  `;
  expect(lintWith(rule, code).map(({ messageId }) => messageId)).toEqual(['missing']);
});
