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

  it.each<[string, string, string, string]>([
    [
      'the application of Hapi',
      '@hapi/hapi',
      `export const plugin = { name: 'llm', register(server) { server.app.llm = { ask }; } };`,
      `router.route({ method: 'GET', path: '/', handler: async (request, h) => { console.log(await request.server.app.llm.ask('hello')); } });`,
    ],
    [
      'a decoration of Hapi',
      '@hapi/hapi',
      `export const plugin = { name: 'llm', register(server) { server.decorate('request', 'llm', { ask }); } };`,
      `router.route({ method: 'GET', path: '/', handler: async (request, h) => { console.log(await request.llm.ask('hello')); } });`,
    ],
    [
      'a method of Hapi',
      '@hapi/hapi',
      `export const plugin = { name: 'llm', register(server) { server.method('ask', ask); } };`,
      `router.route({ method: 'GET', path: '/', handler: async (request, h) => { console.log(await request.server.methods.ask('hello')); } });`,
    ],
    [
      'a decoration of Elysia',
      'elysia',
      `export const plugin = new framework({ name: 'llm' }).decorate('llm', { ask });`,
      `router.get('/', async ({ llm }) => { console.log(await llm.ask('hello')); });`,
    ],
    [
      'decorations of Elysia',
      'elysia',
      `export const plugin = new framework({ name: 'llm' }).decorate({ llm: { ask }, limit: 3 });`,
      `router.get('/', async ({ llm: model }) => { console.log(await model.ask('hello')); });`,
    ],
    [
      'what Elysia derives',
      'elysia',
      `export const plugin = new framework({ name: 'llm' }).derive({ as: 'scoped' }, async ({ headers }) => { const limit = 3; return { llm: { ask }, limit }; });`,
      `router.get('/', async (context) => { console.log(await context.llm.ask('hello')); });`,
    ],
    [
      'what Elysia resolves',
      'elysia',
      `export const plugin = new framework({ name: 'llm' }).resolve(() => ({ llm: { ask } }));`,
      `router.post('/', async ({ body, llm }) => { console.log(await llm.ask('hello')); });`,
    ],
    [
      'a decoration, of what a handler takes apart',
      'fastify',
      `export default async (app) => { app.decorateRequest('llm', { getter() { return { ask }; } }); };`,
      `router.get('/', async ({ llm }, reply) => { console.log(await llm.ask('hello')); });`,
    ],
  ])('is followed further: %s', (_, framework, put, read) => {
    expect(files(framework, put, read)).toEqual(LOGGED);
  });

  it.each<[string, string]>([
    [
      'an object that is no context',
      `const tools = { llm: { ask: async (text) => text } }; console.log(await tools.llm.ask('hello'));`,
    ],
    [
      'what a plain function is handed',
      `const run = async ({ llm }) => { console.log(await llm.ask('hello')); }; await run({ llm: { ask: async () => 1 } });`,
    ],
  ])('is not taken for something else of that name: %s', (_, body) => {
    const put = `export const plugin = new framework({ name: 'llm' }).decorate('llm', { ask });`;
    expect(files('elysia', put, `router.get('/', async () => { ${body} });`)).toEqual({});
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

describe('what an application reads that depends on Claude through a package of its workspace', () => {
  const lint = (own: object) =>
    lintFiles(
      {
        'package.json': { name: 'root', private: true, workspaces: ['packages/*', 'apps/*'] },
        'packages/ai/package.json': {
          name: '@app/ai',
          type: 'module',
          exports: './src/index.ts',
          dependencies: { '@anthropic-ai/sdk': '*' },
        },
        'packages/ai/src/index.ts': `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nexport const ask = ${ask(US)};\n`,
        'packages/desk/package.json': {
          name: '@app/desk',
          type: 'module',
          exports: './src/index.ts',
          dependencies: { '@app/ai': 'workspace:*' },
        },
        'packages/desk/src/index.ts': `export { ask } from '@app/ai';\n`,
        'apps/api/package.json': { name: 'api', type: 'module', dependencies: { fastify: '*', ...own } },
        'apps/api/src/plugin.ts': `import { ask } from '@app/desk';\nexport default async (app) => { app.decorate('llm', { ask }); };\n`,
        'apps/api/src/route.ts': route(`console.log(await app.llm.ask('hello'));`),
      },
      { rules },
    );

  it('is followed', () => {
    expect(lint({ '@app/desk': 'workspace:*' })).toEqual({
      'apps/api/src/route.ts': ['4 no-raw-prompt-logging content'],
    });
  });

  it('is not looked for where no package leads to Claude', () => {
    expect(lint({})).toEqual({});
  });
});
