/**
 * What a module puts under a name on what a framework hands around, and what others read there; and what a file knows by an interface
 * or by the class of a message alone.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = {
  'no-raw-prompt-logging': { stdout: 'report' },
  'require-inference-geo': true,
  'require-redaction': true,
};
const dependsOn = (...names: string[]) => ({
  'package.json': {
    name: 'app',
    type: 'module',
    dependencies: Object.fromEntries(['@anthropic-ai/sdk', ...names].map((name) => [name, '*'])),
  },
});
const ask = (geo: string) =>
  `async (content) => (await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9${geo}, messages: [{ role: 'user', content }] })).content[0].text`;
const US = `, inference_geo: 'us'`;
const fastify = (plugin: string, route: string) =>
  lintFiles({ ...dependsOn('fastify'), 'src/plugin.ts': plugin, 'src/route.ts': route }, { rules });
const plugin = (value: string) => `import Anthropic from '@anthropic-ai/sdk';
import fp from 'fastify-plugin';
const client = new Anthropic();
const ask = ${ask(US)};
export default fp(async (app) => {
  app.decorate('llm', ${value});
});
`;
const route = (body: string) => `import type { FastifyInstance } from 'fastify';
export default async function routes(app: FastifyInstance) {
  app.post('/notes', async (request, reply) => {
    ${body}
  });
}
`;

describe('what a plugin of Fastify decorates an application with', () => {
  it.each<[string, string, string, object]>([
    [
      'a client, read of the application',
      'client',
      `const m = await app.llm.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [] }); return m;`,
      { 'src/route.ts': ['4 require-inference-geo missing'] },
    ],
    [
      'a client, read of the request',
      'client',
      `const m = await request.server.llm.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9${US}, messages: [] }); request.log.info(m);`,
      { 'src/route.ts': ['4 no-raw-prompt-logging content'] },
    ],
    [
      'a function',
      'ask',
      `const answer = await app.llm('hello'); request.log.info({ answer }); return answer;`,
      { 'src/route.ts': ['4 no-raw-prompt-logging content'] },
    ],
    [
      'a function, for a body',
      'ask',
      `return app.llm(request.body.note);`,
      { 'src/route.ts': ['4 require-redaction body'] },
    ],
    [
      'an object with methods',
      '{ ask }',
      `const answer = await request.server.llm.ask('hello'); console.log(answer);`,
      { 'src/route.ts': ['4 no-raw-prompt-logging content'] },
    ],
    [
      'an accessor',
      '{ getter() { return { ask }; } }',
      `const { ask } = app.llm; console.log(await ask('hello'));`,
      { 'src/route.ts': ['4 no-raw-prompt-logging content'] },
    ],
    [
      'what is used as it may be',
      'ask',
      `const answer = await app.llm('hello'); request.log.info({ length: answer.length }); return answer;`,
      {},
    ],
    ['something else of that name', 'ask', `console.log(await request.body.llm('hello'));`, {}],
  ])('is followed: %s', (_, value, body, expected) => {
    expect(fastify(plugin(value), route(body))).toEqual(expected);
  });

  it('is not known where two places put it there', () => {
    const two = plugin('ask').replace(
      '});\n',
      `  if (process.env.DRY) app.decorate('llm', async () => 'nothing');\n});\n`,
    );
    expect(fastify(two, route(`console.log(await app.llm('hello'));`))).toEqual({});
  });

  it('decides what it is not handed, where it stands', () => {
    expect(fastify(plugin('ask').replace(US, ''), route(`return app.llm('hello');`))).toEqual({
      'src/plugin.ts': ['4 require-inference-geo missing'],
    });
  });
});

describe('what others put on an application, a request or a context', () => {
  const files = (framework: string, put: string, read: string) =>
    lintFiles(
      {
        ...dependsOn(framework),
        'src/setup.ts': `import Anthropic from '@anthropic-ai/sdk';
import framework from '${framework}';
const client = new Anthropic();
const ask = ${ask(US)};
export const app = new framework();
${put}
`,
        'src/routes.ts': `export function routes(router) {
  ${read}
}
`,
      },
      { rules },
    );
  const LOGGED = { 'src/routes.ts': ['2 no-raw-prompt-logging content'] };

  it.each<[string, string, string, string]>([
    [
      'locals',
      'express',
      `app.locals.llm = { ask };`,
      `router.get('/', async (req, res) => { console.log(await req.app.locals.llm.ask('hello')); });`,
    ],
    [
      'locals, taken apart',
      'express',
      `app.locals.llm = { ask };`,
      `router.get('/', async (req, res) => { const { llm } = req.app.locals; console.log(await llm.ask('hello')); });`,
    ],
    [
      'settings',
      'express',
      `app.set('llm', { ask });`,
      `router.get('/', async (req, res) => { console.log(await req.app.get('llm').ask('hello')); });`,
    ],
    [
      'variables',
      'hono',
      `app.use(async (c, next) => { c.set('llm', { ask }); await next(); });`,
      `router.get('/', async (c) => { console.log(await c.get('llm').ask('hello')); });`,
    ],
    [
      'variables by member',
      'hono',
      `app.use(async (c, next) => { c.set('llm', { ask }); await next(); });`,
      `router.get('/', async (c) => { console.log(await c.var.llm.ask('hello')); });`,
    ],
    [
      'state',
      'koa',
      `app.use(async (ctx, next) => { ctx.state.llm = { ask }; await next(); });`,
      `router.get('/', async (ctx) => { console.log(await ctx.state.llm.ask('hello')); });`,
    ],
    [
      'the context',
      'koa',
      `app.context.llm = { ask };`,
      `router.get('/', async (ctx) => { console.log(await ctx.llm.ask('hello')); });`,
    ],
  ])('is followed: %s', (_, framework, put, read) => {
    expect(files(framework, put, read)).toEqual(LOGGED);
  });

  it('is not looked for in a package without such a framework', () => {
    const read = `router.get('/', async (req, res) => { console.log(await req.app.locals.llm.ask('hello')); });`;
    expect(files('restify', `app.locals.llm = { ask };`, read)).toEqual({});
  });
});

describe('what a file knows by an interface alone', () => {
  const ports = `export interface Model { complete(text: string): Promise<string> }\n`;
  const model = (content: string) => `import Anthropic from '@anthropic-ai/sdk';
import type { Model } from './domain/index.js';
const client = new Anthropic();
export class ClaudeModel implements Model {
  async complete(text: string) {
    const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9${US}, messages: [{ role: 'user', content: ${content} }] });
    return message.content[0].text;
  }
}
`;
  const handler = (body: string) => `import type { Model } from './domain/index.js';
export class Draft {
  constructor(readonly id: string, readonly guidance: string) {}
}
export class DraftHandler {
  constructor(private readonly model: Model) {}
  async execute({ id, guidance }: Draft) {
    ${body}
  }
}
`;
  const controller = `import { Draft } from './handler.js';
export const draft = (bus) => async (req, res) => {
  res.json(await bus.execute(new Draft(req.params.id, req.body.guidance)));
};
`;
  const lint = (body: string, content = 'text') =>
    lintFiles(
      {
        ...dependsOn(),
        'src/domain/ports.ts': ports,
        'src/domain/index.ts': `export * from './ports.js';\n`,
        'src/claude-model.ts': model(content),
        'src/handler.ts': handler(body),
        'src/controller.ts': controller,
      },
      { rules },
    );

  it('is followed into the class behind it', () => {
    expect(lint(`const text = await this.model.complete('Draft a letter.'); console.log(id, text);`)).toEqual(
      {
        'src/handler.ts': ['8 no-raw-prompt-logging content'],
      },
    );
  });

  it('knows a message by where it is made', () => {
    expect(lint('return this.model.complete(guidance);')).toEqual({
      'src/handler.ts': ['8 require-redaction body'],
    });
    expect(lint('return this.model.complete(guidance);', 'redact(text)')).toEqual({});
    expect(lint('return this.model.complete(id);')).toEqual({});
  });
});
