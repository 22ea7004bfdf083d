import { describe, expect, it } from 'vitest';
import type { SchemaPolicy } from '../../src/policy/schema-values.ts';
import rule from '../../src/rules/no-phi-in-schema.ts';
import { claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<SchemaPolicy>;

const REST = `model: 'claude-opus-5', max_tokens: 8, messages: []`;
const CREATE = 'client.messages.create';
const SSN = ['536', '22', '8141'].join('-');
const MAIL = ['rosa.okafor', 'stjohns-clinic.org'].join('@');

/** A request whose schema has these properties. */
const output = (properties: string, before = ''): string =>
  claude`${before}export const f = async (patients, patient, count, max) => client.messages.create({ ${REST}, output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: ${properties} } } } });`;
const strict = (properties: string, flag = 'strict: true, '): string =>
  claude`export const f = (patients) => client.messages.create({ ${REST}, tools: [{ name: 'pick', ${flag}input_schema: { type: 'object', properties: ${properties} } }] });`;
const ai = (rest: string): string =>
  `import { anthropic } from '@ai-sdk/anthropic';\nimport { generateObject, generateText, Output, tool } from 'ai';\nimport { z } from 'zod';\nconst model = anthropic('claude-opus-5');\n${rest}\n`;

const dynamic = (at: Finding<Id>['at'], keyword: string, call = CREATE): Finding<Id> => ({
  messageId: 'dynamic',
  at,
  data: { call, keyword },
});
const identifying = (at: Finding<Id>['at'], keyword: string, kind: string, call = CREATE): Finding<Id> => ({
  messageId: 'identifying',
  at,
  data: { call, keyword, kind },
});

const valid: ValidCase<Options>[] = [
  {
    name: 'fixed values',
    code: output(`{ severity: { type: 'string', enum: ['low', 'high'], description: 'How bad it is.' } }`),
  },
  {
    name: 'fields that are called so',
    code: output(
      `{ ssn: { type: 'string', pattern: '^\\\\d{3}-\\\\d{2}-\\\\d{4}$' }, email: { type: 'string' }, dob: { type: 'string', format: 'date' } }`,
    ),
  },
  {
    name: 'a list of the file',
    code: output(`{ severity: { enum: LEVELS } }`, `const LEVELS = ['low', 'high']; `),
  },
  {
    name: 'a list of the file, mapped',
    code: output(
      `{ severity: { enum: LEVELS.map((l) => l.id), description: 'One of ' + LEVELS.join(', ') } }`,
      `const LEVELS = [{ id: 'low' }]; `,
    ),
  },
  {
    name: 'the keys of an object of the file',
    code: output(`{ severity: { enum: Object.keys(LEVELS) } }`, `const LEVELS = { low: 1 }; `),
  },
  {
    name: 'an imported list',
    code: `import { LEVELS } from './levels.js';\n${output(`{ severity: { enum: LEVELS } }`)}`,
  },
  {
    name: 'an imported schema',
    code: claude`import { schema } from './schema.js'; client.messages.create({ ${REST}, output_config: { format: { type: 'json_schema', schema } } });`,
  },
  {
    name: 'a schema that the caller passes',
    code: claude`export const f = (schema) => client.messages.create({ ${REST}, output_config: { format: { type: 'json_schema', schema } } });`,
  },
  { name: 'a number of things', code: output('{ items: { description: `At most ${count}.` } }') },
  { name: 'the day', code: output('{ day: { description: `Today is ${new Date().toISOString()}.` } }') },
  {
    name: 'examples that are nobody’s',
    code: output(
      `{ email: { examples: ['user@example.com'] }, ssn: { description: 'as 123-45-6789' }, phone: { examples: ['(503) 555-0142'] } }`,
    ),
  },
  { name: 'a date that is no date of birth', code: output(`{ visit: { examples: ['2026-01-15'] } }`) },
  { name: 'a tool that is not strict', code: strict(`{ who: { enum: patients } }`, '') },
  { name: 'a strict tool with fixed values', code: strict(`{ who: { enum: ['a', 'b'] } }`) },
  {
    name: 'Zod',
    code: ai(
      `generateObject({ model, prompt, schema: z.object({ ssn: z.string().regex(/^\\d{3}-\\d{2}-\\d{4}$/), level: z.enum(['low', 'high']).describe('How bad it is.') }) });`,
    ),
  },
  {
    name: 'a description beside a schema',
    code: ai(
      'export const ask = (options) => generateText({ model, prompt, output: Output.object({ schema: options.schema, description: options.about }) });',
    ),
  },
  {
    name: 'another vendor',
    code: `import { openai } from '@ai-sdk/openai'; import { generateObject } from 'ai'; import { z } from 'zod'; export const claude = (names) => generateObject({ model: openai('gpt-5'), schema: z.object({ who: z.enum(names) }) });`,
  },
  {
    name: 'a function that builds a schema of fixed values',
    code: output(
      'build(LEVELS)',
      `const LEVELS = ['low']; const build = (levels) => ({ level: { enum: levels } }); `,
    ),
  },
  {
    name: 'a list of a module that is loaded later',
    code: output('{ level: { enum: LEVELS } }', `const { LEVELS } = await import('./levels.js'); `),
  },
  {
    name: 'fixed names written one by one',
    code: ai(
      `const shape = {}; for (const level of ['low', 'high']) shape[level] = z.boolean(); generateObject({ model, prompt, schema: z.object(shape) });`,
    ),
  },
  {
    name: 'functions that call themselves',
    code: ai(
      'function shapeOf(n) { if (n.next) return shapeOf(n.next); return { a: z.string() }; }\nexport const f = (n) => generateObject({ model, prompt, schema: z.object(shapeOf(n)) });',
    ),
  },
  {
    name: 'run-time values, when that is fine',
    code: output(`{ who: { enum: patients } }`),
    options: [{ dynamic: 'ignore' }],
  },
];

const invalid: InvalidCase<Options, Id>[] = [
  {
    name: 'an enum from a caller',
    code: output(`{ who: { type: 'string', enum: patients } }`),
    errors: [dynamic(['patients', 2], 'enum')],
  },
  {
    name: 'an enum made of records',
    code: output(`{ who: { enum: patients.map((p) => p.name) } }`),
    errors: [dynamic('patients.map((p) => p.name)', 'enum')],
  },
  {
    name: 'an enum from a database',
    code: output(`{ who: { enum: names } }`, `const names = await db.patients.names(); `),
    errors: [dynamic(['names', 3], 'enum')],
  },
  {
    name: 'a description',
    code: output('{ who: { description: `The doctor of ${patient.name}.` } }'),
    errors: [dynamic('`The doctor of ${patient.name}.`', 'description')],
  },
  {
    name: 'a constant',
    code: output('{ who: { const: patient.id } }'),
    errors: [dynamic('patient.id', 'const')],
  },
  {
    name: 'names of properties',
    code: output('{ [patient.name]: { type: "string" } }'),
    errors: [dynamic('patient.name', 'property names')],
  },
  {
    name: 'properties made of records',
    code: output('Object.fromEntries(patients.map((p) => [p.name, {}]))'),
    errors: [dynamic('Object.fromEntries(patients.map((p) => [p.name, {}]))', 'property names')],
  },
  {
    name: 'deeper down',
    code: output(
      `{ list: { type: 'array', items: { anyOf: [{ type: 'object', properties: { who: { default: patient.email } } }] } } }`,
    ),
    errors: [dynamic('patient.email', 'default')],
  },
  {
    name: 'a function that builds the schema',
    code: output(
      'build(patients)',
      `const build = (people) => ({ who: { enum: people.map((p) => p.name) } }); `,
    ),
    errors: [dynamic('people.map((p) => p.name)', 'enum')],
  },
  {
    name: 'a function that builds it with Zod',
    code: ai(
      'function build(names) { return z.object({ who: z.enum(names) }); }\nexport const f = (names) => generateObject({ model, prompt, schema: build(names) });',
    ),
    errors: [dynamic(['names', 2], 'enum', 'generateObject')],
  },
  {
    name: 'names that are written one by one',
    code: ai(
      'export const f = (fields) => { const shape = {}; for (const field of fields) shape[field.name] = z.string().describe(field.label); return generateObject({ model, prompt, schema: z.object(shape) }); };',
    ),
    errors: [
      dynamic('field.name', 'property names', 'generateObject'),
      dynamic('field.label', 'description', 'generateObject'),
    ],
  },
  {
    name: 'an enum from a request body',
    code: output('{ who: { enum: body.names } }', 'const body = await request.json(); '),
    errors: [dynamic('body.names', 'enum')],
  },
  {
    name: 'a schema that goes through a function of which little is known',
    code: ai(
      'const copyOf = (schema) => { const out = {}; for (const key in schema) out[key] = schema[key]; return out; };\nexport const f = (names) => generateObject({ model, prompt, schema: z.object({ who: copyOf(z.enum(names)) }) });',
    ),
    errors: [dynamic(['names', 2], 'enum', 'generateObject')],
  },
  {
    name: 'an enum put together with a fixed value',
    code: output(
      '{ who: { enum: all } }',
      `export const names = (list) => list; const people = await load(); const all = [...people, 'nobody']; `,
    ),
    errors: [dynamic(['all', 2], 'enum')],
  },
  {
    name: 'properties that are added later',
    code: output(
      'props',
      `const props = {}; const extra = await load(); props.who = { enum: extra.names }; `,
    ),
    errors: [dynamic('extra.names', 'enum')],
  },
  {
    name: 'a strict tool',
    code: strict('{ who: { enum: patients } }'),
    errors: [dynamic(['patients', 2], 'enum')],
  },
  {
    name: 'the older place',
    code: claude`export const f = (names) => client.beta.messages.create({ ${REST}, output_format: { type: 'json_schema', schema: { type: 'object', properties: { who: { enum: names } } } } });`,
    errors: [dynamic(['names', 2], 'enum', 'client.beta.messages.create')],
  },
  {
    name: 'in a batch',
    code: claude`export const f = (names) => client.messages.batches.create({ requests: [{ custom_id: 'a', params: { ${REST}, output_config: { format: { type: 'json_schema', schema: { properties: { who: { enum: names } } } } } } }] });`,
    errors: [dynamic(['names', 2], 'enum', 'client.messages.batches.create')],
  },
  {
    name: 'Zod in the SDK',
    code: `import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';\nimport { z } from 'zod';\n${claude`export const f = (names) => client.messages.parse({ ${REST}, output_config: { format: zodOutputFormat(z.object({ who: z.enum(names) })) } });`}`,
    errors: [dynamic(['names', 2], 'enum', 'client.messages.parse')],
  },
  {
    name: 'Zod in the AI SDK',
    code: ai(
      'export const f = (names) => generateObject({ model, prompt, schema: z.object({ who: z.enum(names), why: z.string().describe("Why") }) });',
    ),
    errors: [dynamic(['names', 2], 'enum', 'generateObject')],
  },
  {
    name: 'an output of the AI SDK',
    code: ai(
      'export const f = (patient) => generateText({ model, prompt, output: Output.object({ schema: z.object({ why: z.string().describe(`Why ${patient.name} came`) }) }) });',
    ),
    errors: [dynamic('`Why ${patient.name} came`', 'description', 'generateText')],
  },
  {
    name: 'the Agent SDK',
    code: dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; export const f = (names) => query({ prompt, options: { outputFormat: { type: 'json_schema', schema: { properties: { who: { enum: names } } } } } });`,
    errors: [dynamic(['names', 2], 'enum', 'query')],
  },
  {
    name: 'over HTTP',
    code: dedent`export const f = (names) => fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ ${REST}, output_config: { format: { type: 'json_schema', schema: { properties: { who: { enum: names } } } } } }) });`,
    errors: [dynamic(['names', 2], 'enum', 'fetch')],
  },
  {
    name: 'a number of a person',
    code: output(`{ ssn: { default: '${SSN}' } }`),
    errors: [identifying(`'${SSN}'`, 'default', 'a Social Security number')],
  },
  {
    name: 'an address among examples',
    code: output(`{ mail: { examples: ['a@example.com', '${MAIL}'] } }`),
    errors: [identifying(`['a@example.com', '${MAIL}']`, 'examples', 'an e-mail address')],
  },
  {
    name: 'an address in a description',
    code: output(`{ mail: { description: 'such as ${MAIL}' } }`),
    options: [{ dynamic: 'ignore' }],
    errors: [identifying(`'such as ${MAIL}'`, 'description', 'an e-mail address')],
  },
  {
    name: 'a date of birth',
    code: output(`{ dateOfBirth: { default: '1984-02-12' } }`),
    errors: [identifying(`'1984-02-12'`, 'default', 'a date of birth')],
  },
  {
    name: 'a number in Zod',
    code: ai(`generateObject({ model, prompt, schema: z.object({ ssn: z.string().default('${SSN}') }) });`),
    errors: [identifying(`'${SSN}'`, 'default', 'a Social Security number', 'generateObject')],
  },
];

runRule('no-phi-in-schema', rule, { valid, invalid });

describe('the messages', () => {
  it('quote no value', () => {
    const [message] = lintWith(rule, output(`{ ssn: { default: '${SSN}' } }`));
    expect(message?.message).not.toContain(SSN);
  });
});
