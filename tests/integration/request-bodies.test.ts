/**
 * What reaches a server without a route of its own: server functions, remote functions, actions.
 */
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/require-redaction.ts';
import { lintEmbedded } from '../helpers/embedded.ts';
import { lintFiles } from '../helpers/projects.ts';
import { claude } from '../helpers/rule-tester.ts';

/** The function that asks, in front of what is under test; the request is on one line. */
const ASK = `const ask = (text) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: text }] });\n`;

function said(code: string, filename = 'src/a.ts'): string[] {
  return lintEmbedded(rule, filename, code).map(({ messageId, message }) => messageId ?? message);
}

/** Text that somebody sent. */
const SENT: readonly (readonly [name: string, code: string])[] = [
  [
    'a server function of TanStack Start',
    `export const summarize = createServerFn({ method: 'POST' }).validator((d) => d).handler(async ({ data }) => ask(data.note));`,
  ],
  [
    'a server function whose data is text',
    `export const summarize = createServerFn().inputValidator(z.string()).handler(async ({ data }) => ask(data));`,
  ],
  [
    'a server function with its context whole',
    `export const summarize = createServerFn().middleware([auth]).validator(check).handler((ctx) => ask(ctx.data.text));`,
  ],
  [
    'a server function taken apart',
    `export const summarize = createServerFn().validator(check).handler(async ({ data: { note } }) => ask(note));`,
  ],
  [
    'a command of SvelteKit',
    `import { command } from '$app/server';\nexport const send = command(schema, async ({ note }) => ask(note));`,
  ],
  [
    'a query of SvelteKit, without a schema',
    `import { query } from '$app/server';\nexport const send = query('unchecked', async (question) => ask(question));`,
  ],
  [
    'a form of SvelteKit',
    `import { form } from '$app/server';\nexport const send = form(async (data) => ask(data.get('note')));`,
  ],
  [
    'a query of SvelteKit under another name',
    `import { query as remote } from '$app/server';\nexport const send = remote(schema, async (question) => ask(question));`,
  ],
  [
    'a batch of SvelteKit',
    `import { query } from '$app/server';\nexport const send = query.batch(schema, async (notes) => ask(notes.join()));`,
  ],
  [
    'an action of Astro',
    `export const server = { send: defineAction({ input: z.object({ note: z.string() }), handler: async (input) => ask(input.note) }) };`,
  ],
  [
    'an action of Astro, taken apart, as a method',
    `export const server = { send: defineAction({ accept: 'form', async handler({ note }, context) { return ask(note); } }) };`,
  ],
  [
    'an argument of a resolver of GraphQL',
    `export const resolvers = { Query: { explain: (_, args, context) => ask(args.question) } };`,
  ],
  [
    'an argument of a mutation, taken apart',
    `export const Mutation = { note: async (_parent, { text }) => ask(text) };`,
  ],
  [
    'an argument of a resolver of NestJS',
    `export class Notes { summarize(@Args('note') note: string) { return ask(note); } }`,
  ],
  [
    'a form by its type',
    `'use server';\nexport async function send(_: State, data: FormData) { return ask(String(data.get('note'))); }`,
  ],
  [
    'a form as an object',
    `'use server';\nexport async function send(formData: FormData) { const { note } = Object.fromEntries(formData); return ask(note); }`,
  ],
  [
    'a form as an object, checked by a schema',
    `'use server';\nexport async function send(form: FormData) { const data = schema.parse(Object.fromEntries(form.entries())); return ask(data.note); }`,
  ],
  [
    'an argument of a module of actions',
    `'use server';\nexport async function summarize(note: string) { return ask(note); }`,
  ],
  [
    'a second argument',
    `'use server';\nexport async function summarize(patientId: string, input: { note: string }) { return ask(input.note); }`,
  ],
  [
    'a text that a function of unknown insides gives back',
    `'use server';\nexport async function rate(note: string) { const { notes } = await load(); return ask(\`\${await notes.summary(note)}\`); }`,
  ],
  [
    'an arrow function of a module of actions',
    `'use server';\nexport const summarize = async (note: string) => ask(note);`,
  ],
  [
    'an argument of an action in a component',
    `export function Page() { async function save(note: string) { 'use server'; await ask(note); } return save; }`,
  ],
  [
    'an action of next-safe-action',
    `export const send = actionClient.schema(schema).action(async ({ parsedInput }) => ask(parsedInput.note));`,
  ],
  [
    'an action of next-safe-action, taken apart',
    `export const send = actionClient.inputSchema(schema).action(async ({ parsedInput: { note } }) => ask(note));`,
  ],
  [
    'a server function that was begun before',
    `import { createServerFn } from '@tanstack/react-start';\nconst base = createServerFn({ method: 'POST' }).middleware([auth]);\nexport const run = base.inputValidator(check).handler(async ({ data }) => ask(data.text.trim()));`,
  ],
  [
    'a server function whose handler has a name',
    `async function handle({ data }) { return ask(data.text); }\nexport const run = createServerFn().validator(check).handler(handle);`,
  ],
  [
    'a command of SvelteKit whose function has a name',
    `import { command } from '$app/server';\nasync function summarize(note) { return ask(note); }\nexport const send = command(schema, summarize);`,
  ],
  [
    'an action of Astro whose handler has a name',
    `async function summarize({ note }) { return ask(note); }\nexport const server = defineAction({ input: schema, handler: summarize });`,
  ],
  [
    'an action that is exported further down',
    `'use server';\nasync function act(text: string) { return ask(text); }\nexport { act };`,
  ],
  [
    'all arguments',
    `'use server';\nexport async function act(...notes: string[]) { return ask(notes.join(' ')); }`,
  ],
  [
    'what a schema lets through of a form',
    `'use server';\nexport async function act(prev: unknown, fd: FormData) { const parsed = S.safeParse(Object.fromEntries(fd)); return parsed.success ? ask(parsed.data.note) : undefined; }`,
  ],
];

/** Nothing that somebody sent, or nothing that is text. */
const NOT_SENT: readonly (readonly [name: string, code: string])[] = [
  ['redacted', `'use server';\nexport async function summarize(note: string) { return ask(redact(note)); }`],
  ['an id', `'use server';\nexport async function summarize(patientId: string) { return ask(patientId); }`],
  [
    'what is stored under an id',
    `'use server';\nexport async function rate(surveyId: string) { const { votes } = await load(); return ask(\`\${(await votes.summary(surveyId)).mean}\`); }`,
  ],
  ['a number', `'use server';\nexport async function summarize(amount: number) { return ask(amount); }`],
  ['a flag', `'use server';\nexport async function summarize(brief: boolean) { return ask(String(brief)); }`],
  [
    'a helper that is not exported',
    `'use server';\nasync function helper(what: string) { return ask(what); }\nexport const run = async () => helper('fixed');`,
  ],
  [
    'a function of a module without the directive',
    `export async function summarize(what: string) { return ask(what); }`,
  ],
  [
    'a query of somebody else',
    `import { query } from './db';\nexport const rows = query(sql, async (row) => ask(row.summary));`,
  ],
  [
    'the context of a server function',
    `export const summarize = createServerFn().middleware([tenant]).handler(async ({ context }) => ask(context.greeting));`,
  ],
  [
    'the second parameter of an action',
    `export const server = { send: defineAction({ handler: async (_, context) => ask(context.routePattern) }) };`,
  ],
  [
    'whether a form has a field',
    `'use server';\nexport async function send(formData: FormData) { return ask(formData.has('note') ? 'yes' : 'no'); }`,
  ],
  [
    'the state that a form had',
    `'use server';\nexport async function send(prevState: string, formData: FormData) { return ask(prevState); }`,
  ],
  [
    'a handler of another table',
    `export const routes = define({ handler: async (row) => ask(row.summary) });`,
  ],
];

describe('text that somebody sent', () => {
  it.each(SENT)('%s', (_, code) => {
    const directive = code.startsWith(`'use server'`) ? `'use server';\n` : '';
    expect(said(directive + claude`${ASK}${code}`)).toEqual(['body']);
  });

  it('the request of a page of Astro', () => {
    const page = (read: string): string => `---\n${claude`${ASK}${read}`}\n---\n<p>a</p>\n`;
    expect(
      said(page(`const { note } = await Astro.request.json();\nawait ask(note);`), 'src/pages/a.astro'),
    ).toEqual(['body']);
    expect(
      said(
        page(`const data = await Astro.request.formData();\nawait ask(data.get('note'));`),
        'src/pages/a.astro',
      ),
    ).toEqual(['body']);
    expect(said(page(`await ask(Astro.props.title);`), 'src/pages/a.astro')).toEqual([]);
  });
});

describe('through another module', () => {
  it('is told where the action hands it on, and not where the page calls it', () => {
    const sdk = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
    const found = lintFiles(
      {
        'src/llm.ts': `${sdk}export const ask = (text: string) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: text }] });\n`,
        'src/actions.ts': `'use server';\nimport { ask } from './llm.js';\nexport async function act(note: string) { return ask(note); }\n`,
        'src/page.ts': `'use client';\nimport { act } from './actions.js';\nexport const onClick = (note: string) => act(note);\n`,
      },
      { rules: { 'require-redaction': true } },
    );
    expect(found).toEqual({ 'src/actions.ts': ['3 require-redaction body'] });
  });
});

describe('what nobody sent', () => {
  it.each(NOT_SENT)('%s', (_, code) => {
    const directive = code.startsWith(`'use server'`) ? `'use server';\n` : '';
    expect(said(directive + claude`${ASK}${code}`)).toEqual([]);
  });
});

/** A team's own wrapper of handlers, and a route that uses it. */
const WRAPPERS: Readonly<Record<string, readonly [wrapper: string, route: string]>> = {
  'named body, direct': [
    `export function createProtectedRoute(handler: any) {\n  return async (request: Request) => {\n    const body = await request.json();\n    return handler({ body, user: 1 });\n  };\n}\n`,
    `export const POST = createProtectedRoute(async ({ body }) => ask(body.note));`,
  ],
  'schema parsed': [
    `export function createProtectedRoute(schema: any, handler: any) {\n  return async (request: Request) => {\n    const parsed = schema.safeParse(await request.json());\n    if (!parsed.success) return new Response(null, { status: 400 });\n    return handler({ input: parsed.data, user: 1 });\n  };\n}\n`,
    `export const POST = createProtectedRoute(schema, async ({ input }) => ask(input.note));`,
  ],
  'options object': [
    `export const createProtectedRoute = (options: any) => async (request: Request) => {\n    const body = options.schema.parse(await request.json());\n    return options.handler({ body, session: 1 });\n  };\n`,
    `export const POST = createProtectedRoute({ schema, handler: async ({ body }) => ask(body.note) });`,
  ],
  'options destructured': [
    `export function createProtectedRoute({ schema, handler }: any) {\n  return async function (request: Request) {\n    const body = schema.parse(await request.json());\n    return await handler({ body });\n  };\n}\n`,
    `export const POST = createProtectedRoute({ schema, handler: async ({ body }) => ask(body.note) });`,
  ],
  'withAuth req': [
    `export function createProtectedRoute(handler: any) {\n  return async (request: NextRequest, context: any) => {\n    const user = await auth();\n    return handler(request, { user });\n  };\n}\n`,
    `export const POST = createProtectedRoute(async (r, { user }) => { const { note } = await r.json(); return ask(note); });`,
  ],
  'withAuth req named': [
    `export function createProtectedRoute(handler: any) {\n  return async (request: NextRequest, context: any) => {\n    return handler(request);\n  };\n}\n`,
    `export const POST = createProtectedRoute(async (req) => { const { note } = await req.json(); return ask(note); });`,
  ],
  'try catch inside, named inner': [
    `export function createProtectedRoute(handler: any) {\n  async function wrapped(request: Request) {\n    try {\n      const body = await request.json();\n      const result = await handler({ request, body });\n      return Response.json(result);\n    } catch (e) { return new Response(); }\n  }\n  return wrapped;\n}\n`,
    `export const POST = createProtectedRoute(async ({ body }) => ask(body.note));`,
  ],
  curried: [
    `export const createProtectedRoute = (schema: any) => (handler: any) => async (request: Request) => handler(schema.parse(await request.json()));\n`,
    `export const POST = createProtectedRoute(schema)(async (data) => ask(data.note));`,
  ],
  'handler by name': [
    `export function createProtectedRoute(handler: any) {\n  return async (request: Request) => {\n    const body = await request.json();\n    return handler({ body, user: 1 });\n  };\n}\n`,
    `async function post({ body }) { return ask(body.note); }\nexport const POST = createProtectedRoute(post);`,
  ],
  'context object spread': [
    `export function createProtectedRoute(handler: any) {\n  return async (request: Request, ctx: any) => {\n    const context = { ...ctx, body: await request.json() };\n    return handler(request, context);\n  };\n}\n`,
    `export const POST = createProtectedRoute(async (_, { body }) => ask(body.note));`,
  ],
  'express wrapper': [
    `export const createProtectedRoute = (fn: any) => (req: any, res: any, next: any) => Promise.resolve(fn(req, res, next)).catch(next);\n`,
    `router.post('/x', createProtectedRoute(async (r, res) => { res.json(await ask(r.body.note)); }));`,
  ],
  'two wrappers': [
    `import { withBody } from './body.js';\nexport const createProtectedRoute = (handler: any) => withBody(async (body: any, request: Request) => handler({ body, user: await auth(request) }));\n`,
    `export const POST = createProtectedRoute(async ({ body }) => ask(body.note));`,
  ],
  class: [
    `class Routes { post(handler: any) { return async (request: Request) => handler({ body: await request.json() }); } }\nexport const createProtectedRoute = new Routes();\n`,
    `export const POST = createProtectedRoute.post(async ({ body }) => ask(body.note));`,
  ],
  formData: [
    `export function createProtectedRoute(handler: any) {\n  return async (request: Request) => handler({ form: await request.formData() });\n}\n`,
    `export const POST = createProtectedRoute(async ({ form }) => ask(form.get('note')));`,
  ],
  'unknown request name': [
    `export function createProtectedRoute(handler: (i: { input: any }) => any) {\n  return async function POST(r: Request) {\n    return handler({ input: await r.json() });\n  };\n}\n`,
    `export const POST = createProtectedRoute(async ({ input }) => ask(input.note));`,
  ],
  'method on ctx': [
    `export function createProtectedRoute(handler: any) {\n  return async (request: Request) => handler({ readBody: () => request.json() });\n}\n`,
    `export const POST = createProtectedRoute(async (ctx) => { const data = await ctx.readBody(); return ask(data.note); });`,
  ],
};

describe('what a wrapper of the team hands to a handler', () => {
  const asking = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n${ASK}`;
  const body = `export function withBody(handler: any) { return async (request: Request) => handler(await request.json(), request); }\n`;
  const found = [expect.stringMatching(/^\d+ require-redaction body$/)];

  it.each(Object.entries(WRAPPERS))(
    'is read from its body, in a module of its own or not: %s',
    (_, [wrapper, route]) => {
      const files = {
        'src/wrap.ts': wrapper,
        'src/body.ts': body,
        'src/route.ts': `import { createProtectedRoute } from './wrap.js';\n${asking}${route}\n`,
        'src/one.ts': `${wrapper}${asking}${route}\n`,
      };
      expect(lintFiles(files, { rules: { 'require-redaction': true } })).toEqual({
        'src/route.ts': found,
        'src/one.ts': found,
      });
    },
  );

  it('is read from its body where the handler stands in a module of its own', () => {
    const [wrapper] = WRAPPERS['named body, direct'] ?? [''];
    const files = {
      'src/wrap.ts': wrapper,
      'src/handle.ts': `${asking}export async function handle({ body }) { return ask(body.note); }\n`,
      'src/route.ts': `import { createProtectedRoute } from './wrap.js';\nimport { handle } from './handle.js';\nexport const POST = createProtectedRoute(handle);\n`,
    };
    expect(Object.values(lintFiles(files, { rules: { 'require-redaction': true } }))).toEqual([found]);
  });

  it('is nothing where the wrapper hands on what is redacted, or no text', () => {
    const route = (wrapper: string, handler: string): object =>
      lintFiles(
        {
          'src/wrap.ts': wrapper,
          'src/route.ts': `import { wrap } from './wrap.js';\n${asking}export const POST = wrap(${handler});\n`,
        },
        { rules: { 'require-redaction': true } },
      );
    const redacted = `import { redactPhi } from '@acme/redact';\nexport const wrap = (handler: any) => async (request: Request) => handler({ body: redactPhi(await request.json()), user: 1 });\n`;
    const user = `export const wrap = (handler: any) => async (request: Request) => handler({ body: await request.json(), level: 'high' });\n`;
    expect(route(redacted, 'async ({ body }) => ask(body.note)')).toEqual({});
    expect(route(user, 'async ({ level }) => ask(level)')).toEqual({});
  });
});

describe('what a wrapper checks by the schema that it is handed', () => {
  const route = (read: string, sent: string): object =>
    lintFiles(
      {
        'src/wrap.ts': `import type { ZodType } from 'zod';\nexport const wrap = <T>(schema: ZodType<T>, run: any) => defineEventHandler(async (event) => { ${read} return run({ event, body }); });\n`,
        'src/route.ts': `import { z } from 'zod';
import { wrap } from './wrap.js';
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const Body = z.object({ note: z.string(), audience: z.enum(['patient', 'colleague']) });
${ASK}export default wrap(Body, async ({ body }) => ask(${sent}));
`,
        'src/other.ts': `import { z } from 'zod';\nimport { wrap } from './wrap.js';\nexport default wrap(z.object({ audience: z.string() }), async ({ body }) => body.audience.length);\n`,
      },
      { rules: { 'require-redaction': true } },
    );

  it.each([
    `const body = await readValidatedBody(event, schema.parse);`,
    `const body = await readValidatedBody(event, (each) => schema.parse(each));`,
    `const body = schema.parse(await readBody(event));`,
  ])('is one of its words, and else text: %s', (read) => {
    expect(route(read, 'body.audience')).toEqual({});
    expect(route(read, 'body.note')).toEqual({
      'src/route.ts': [expect.stringMatching(/^\d+ require-redaction body$/)],
    });
  });
});
