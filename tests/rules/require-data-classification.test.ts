import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { isLabelName, labelVerdict } from '../../src/policy/classification.ts';
import type { ClassificationPolicy } from '../../src/policy/classification.ts';
import rule from '../../src/rules/require-data-classification.ts';
import { folderWith } from '../helpers/folders.ts';
import { dedent, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<ClassificationPolicy>;
type Valid = ValidCase<Options>;
type Invalid = InvalidCase<Options, Id>;

const HEAD = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const CALL = `client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages })`;
const NAME = 'client.messages.create';
const LABELS = '"public", "internal", "confidential", "restricted"';
const PLACES =
  'on what sends it (a parameter, header or metadata) or in its audit record or in the marker of package.json';

const missing = (
  at: Finding<Id>['at'] = NAME,
  call = NAME,
  places = PLACES,
  labels = LABELS,
): Finding<Id> => ({
  messageId: 'missing',
  at,
  data: { call, labels, places },
});
const wrong = (
  messageId: 'refused' | 'unlisted',
  label: string,
  at = `'${label}'`,
  labels = LABELS,
): Finding<Id> => ({
  messageId,
  at,
  data: { what: 'The label', label, labels },
});

/** Code in which the request carries a label. */
const LABELLED: readonly (readonly [name: string, code: string, typed?: true])[] = [
  [
    'a header of the client',
    `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic({ defaultHeaders: { 'x-data-classification': 'restricted' } });\n${CALL};`,
  ],
  [
    'a header of the request',
    `${HEAD}client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'X-Data-Classification': 'Internal' } });`,
  ],
  [
    'a header among arguments that are listed',
    `${HEAD}client.messages.create(...[{ model: 'claude-opus-5', messages }, { headers: { 'x-data-classification': 'internal' } }]);\nReflect.apply(client.messages.create, client.messages, [{ model: 'claude-opus-5', messages }, { headers: { 'x-data-classification': 'internal' } }]);`,
  ],
  [
    'a header with the name of a company',
    `${HEAD}client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'x-acme-data-label': level } });`,
  ],
  ['a parameter', `${HEAD}export function ask(messages, dataClassification) {\n  return ${CALL};\n}`],
  [
    'a parameter with a default',
    `${HEAD}export function ask(messages, classification = 'internal') {\n  return ${CALL};\n}`,
  ],
  [
    'a destructured parameter',
    `${HEAD}export async function ask({ messages, data_classification }) {\n  return ${CALL};\n}`,
  ],
  [
    'a property of a parameter',
    `${HEAD}export async function ask(input) {\n  check(input.dataSensitivity);\n  return ${CALL};\n}`,
  ],
  [
    'a typed parameter',
    `${HEAD}export async function ask(input: { messages: Message[]; dataClassification: Label }) {\n  return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: input.messages });\n}`,
    true,
  ],
  [
    'an interface of this file',
    `${HEAD}export interface Ask { messages: Message[]; dataClassification: Label }\nexport async function ask(input: Readonly<Ask>) {\n  return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: input.messages });\n}`,
    true,
  ],
  [
    'the caller in this file',
    `${HEAD}async function ask(options) {\n  return ${CALL};\n}\nask({ prompt, dataClassification: 'public' });`,
  ],
  ['a wrapping call', `${HEAD}await governed({ classification: 'confidential' }, () => ${CALL});`],
  [
    'a field of the class',
    dedent`
    import Anthropic from '@anthropic-ai/sdk';
    export class Notes {
      dataClassification = 'restricted';
      #client = new Anthropic();
      ask(messages) {
        return this.#client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });
      }
    }
  `,
  ],
  [
    'an audit record',
    `${HEAD}export async function ask(messages) {\n  const answer = await ${CALL};\n  await audit.record({ event: 'claude.request', dataClassification: 'restricted' });\n  return answer;\n}`,
  ],
  [
    'an audit record one level down',
    `${HEAD}export async function ask(messages) {\n  const answer = await ${CALL};\n  await prisma.auditLog.create({ data: { action: 'ask', dataLabel: 'internal' } });\n  return answer;\n}`,
  ],
  [
    'an audit record of the caller',
    `${HEAD}const ask = (messages) => ${CALL};\nexport async function summarize(messages) {\n  const answer = await ask(messages);\n  writeAuditEvent({ classification: label });\n  return answer;\n}`,
  ],
  [
    'an audit record in a callback',
    `${HEAD}export function ask(messages) {\n  return ${CALL}.then((answer) => {\n    auditLog.write({ dataClassification: 'public' });\n    return answer;\n  });\n}`,
  ],
  [
    'the AI SDK',
    `import { anthropic } from '@ai-sdk/anthropic';\nimport { generateText } from 'ai';\nawait generateText({ model: anthropic('claude-opus-5'), prompt, headers: { 'x-data-classification': 'internal' } });`,
  ],
  [
    'metadata of its telemetry',
    `import { anthropic } from '@ai-sdk/anthropic';\nimport { generateText } from 'ai';\nawait generateText({ model: anthropic('claude-opus-5'), prompt, experimental_telemetry: { metadata: { dataClassification: 'internal' } } });`,
  ],
  [
    'LangChain',
    `import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ model: 'claude-opus-5', metadata: { dataClassification: 'internal' } });`,
  ],
  [
    'LangChain, in an object that is filled later',
    `import { ChatAnthropic } from '@langchain/anthropic';\nconst metadata = {};\nmetadata.dataClassification = 'internal';\nexport const model = new ChatAnthropic({ model: 'claude-opus-5', metadata });`,
  ],
  [
    'HTTP',
    `await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'anthropic-version': '2023-06-01', 'x-data-classification': 'internal' }, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) });`,
  ],
  [
    'a Headers object',
    `const headers = new Headers({ 'anthropic-version': '2023-06-01', 'X-Data-Classification': 'internal' });\nawait fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) });`,
  ],
  [
    'a header that is set',
    `const headers = new Headers({ 'anthropic-version': '2023-06-01' });\nheaders.set('x-data-classification', 'internal');\nawait fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) });`,
  ],
  [
    'a constant',
    `${HEAD}const LABEL = 'Restricted';\nexport const ask = (messages) => client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'x-data-classification': LABEL } });`,
  ],
  [
    'a label from the environment',
    `${HEAD}client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'x-data-classification': process.env.DATA_LABEL } });`,
  ],
];

const valid: readonly Valid[] = [
  ...LABELLED.map(([name, code, typed]): Valid => ({ name, code, ...(typed && { typed }) })),
  {
    name: 'no request',
    code: `import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic();`,
  },
  {
    name: 'counting tokens',
    code: `${HEAD}client.messages.countTokens({ model: 'claude-opus-5', messages });`,
  },
  {
    name: 'another vendor',
    code: `import OpenAI from 'openai'; // not claude\nnew OpenAI().chat.completions.create({ model: 'gpt-5', messages });`,
  },
  {
    name: 'a scheme of its own',
    code: `${HEAD}client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'x-data-classification': 'CUI//SP-PRVCY' } });`,
    options: [{ labels: ['CUI//SP…'] }],
  },
  {
    name: 'an audit logger of the settings',
    code: `${HEAD}export async function ask(messages) {\n  await trail.add({ dataClassification: 'public' });\n  return ${CALL};\n}`,
    settings: { 'claude-compliance': { auditLoggers: { 'trail.add': true } } },
  },
];

/** Code in which something is called much like a label and is none. */
const UNLABELLED: readonly (readonly [name: string, code: string])[] = [
  ['nothing', `${HEAD}await ${CALL};`],
  [
    'a label of another function',
    `${HEAD}export const ask = (messages) => ${CALL};\nexport function store(dataClassification) {\n  return dataClassification;\n}`,
  ],
  [
    'a label in the result that is asked for',
    `${HEAD}client.messages.create({ model: 'claude-opus-5', messages, tools: [{ name: 'sort', input_schema: { type: 'object', properties: { classification: { type: 'string' } } } }] });`,
  ],
  [
    'an audit record without one',
    `${HEAD}export async function ask(messages) {\n  audit.record({ event: 'ask' });\n  return ${CALL};\n}`,
  ],
  [
    'an audit record elsewhere',
    `${HEAD}export const ask = (messages) => ${CALL};\nexport function login() {\n  audit.record({ event: 'login', dataClassification: 'public' });\n}`,
  ],
  [
    'something that is no audit record',
    `${HEAD}export async function ask(messages) {\n  auditions.record({ dataClassification: 'public' });\n  logger.info({ dataClassification: 'public' });\n  return ${CALL};\n}`,
  ],
  [
    'the result of another classification',
    `${HEAD}export async function generate(classification) {\n  const { messages } = templates[classification.documentType];\n  return ${CALL};\n}`,
  ],
  [
    'another header',
    `${HEAD}client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'x-label': 'internal', 'x-sensitivity': 'high' } });`,
  ],
  ['a variable that nothing uses', `${HEAD}const dataClassification = 'public';\nawait ${CALL};`],
];

const invalid: readonly Invalid[] = [
  ...UNLABELLED.map(([name, code]): Invalid => ({ name: `missing: ${name}`, code, errors: [missing()] })),
  {
    name: 'missing: each request',
    code: `${HEAD}await ${CALL};\nawait client.messages.stream({ model: 'claude-opus-5', messages });`,
    errors: [missing(), missing('client.messages.stream', 'client.messages.stream')],
  },
  {
    name: 'missing: an audit logger that the settings take away',
    code: `${HEAD}export async function ask(messages) {\n  auditScreen.log({ dataClassification: 'public' });\n  return ${CALL};\n}`,
    settings: { 'claude-compliance': { auditLoggers: { 'auditScreen.log': false } } },
    errors: [missing()],
  },
  {
    name: 'missing: only audit records count',
    code: `${HEAD}export const ask = (messages, dataClassification) => ${CALL};`,
    options: [{ where: ['audit'] }],
    errors: [missing(NAME, NAME, 'in its audit record')],
  },
  ...['secret-sauce', 'high', ''].map((label): Invalid => ({
    name: `unlisted: "${label}"`,
    code: `${HEAD}client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'x-data-classification': '${label}' } });`,
    errors: [wrong('unlisted', label)],
  })),
  {
    name: 'unlisted: in one case',
    code: `${HEAD}client.messages.create({ model: 'claude-opus-5', messages }, { headers: { 'x-data-classification': inside ? 'internal' : 'outside' } });`,
    errors: [wrong('unlisted', 'outside')],
  },
  ...['SECRET', 'Top Secret', 'TOP_SECRET', 'SECRET//NOFORN', 'CONFIDENTIAL//REL TO USA'].map(
    (label): Invalid => ({
      name: `refused: ${label}`,
      code: `${HEAD}export async function ask(messages) {\n  audit.record({ dataClassification: '${label}' });\n  return ${CALL};\n}`,
      options: [{ refuse: ['CONFIDENTIAL//…', 'SECRET', 'TOP SECRET'] }],
      errors: [wrong('refused', label)],
    }),
  ),
  {
    name: 'refused: once for two requests',
    code: `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic({ defaultHeaders: { 'x-data-classification': 'SECRET' } });\nawait ${CALL};\nawait ${CALL};`,
    options: [{ refuse: ['SECRET'] }],
    errors: [wrong('refused', 'SECRET')],
  },
];

runRule('require-data-classification', rule, { valid, invalid });

describe('the package', () => {
  const root = folderWith({
    'marked/package.json': { 'claude-compliance': { dataClassification: 'Restricted' } },
    'odd/package.json': { 'claude-compliance': { dataClassification: 'odd' } },
    'secret/package.json': { 'claude-compliance': { dataClassification: 'SECRET//SI' } },
    'broken/package.json': { 'claude-compliance': { dataClassification: 7 } },
    'none/package.json': {},
  });
  const lint = (folder: string, options: Options = {}) =>
    new Linter({ cwd: '/' })
      .verify(
        `${HEAD}await ${CALL};\nawait ${CALL};`,
        {
          files: ['**'],
          plugins: { test: { rules: { rule: rule as never } } },
          rules: { 'test/rule': ['error', options] },
        },
        join(root, folder, 'a.js'),
      )
      .map(({ messageId }) => messageId);

  it.each<readonly [folder: string, options: Options, expected: readonly string[]]>([
    ['marked', {}, []],
    ['marked', { where: ['wrapper', 'audit'] }, ['missing', 'missing']],
    // Its package.json says it.
    ['odd', {}, []],
    ['secret', { refuse: ['SECRET'] }, ['refused']],
    ['secret', { refuse: ['SECRET'], where: ['wrapper'] }, ['missing', 'refused', 'missing']],
    ['none', {}, ['missing', 'missing']],
    ['broken', {}, ['missing', 'missing', 'unjudged']],
  ])('%s with %j', (folder, options, expected) => {
    expect(lint(folder, options).sort()).toEqual([...expected].sort());
  });
});

describe('a package in which nothing is labelled', () => {
  const manifest = { name: 'acme', dependencies: { '@anthropic-ai/sdk': '^1.14.0' } };
  const code = `${HEAD}export const ask = (messages) => ${CALL};\nexport const tell = (messages) => ${CALL};\n`;
  const labelled = `${HEAD}export const ask = (messages, dataClassification) => ${CALL};\n`;
  const classified = `export const taxonomy = (email) => ({ classifications: classify(email) });\n`;
  const lint = (
    files: Readonly<Record<string, object | string>>,
    file: string,
    options: Options = {},
  ): string[] => {
    const root = folderWith({ 'package.json': manifest, ...files });
    const path = join(root, file);
    return new Linter({ cwd: root })
      .verify(
        readFileSync(path, 'utf8'),
        {
          files: ['**'],
          plugins: { test: { rules: { rule: rule as never } } },
          rules: { 'test/rule': ['error', options] },
        },
        path,
      )
      .map(({ messageId }) => messageId ?? '?');
  };

  it.each<
    readonly [
      name: string,
      files: Readonly<Record<string, object | string>>,
      expected: readonly string[],
      options: Options,
    ]
  >([
    ['is asked in its package.json', { 'src/a.js': code }, [], {}],
    ['is asked there, whatever else it classifies', { 'src/a.js': code, 'src/b.js': classified }, [], {}],
    [
      'is asked once a file where only requests can be labelled',
      { 'src/a.js': code },
      ['missing'],
      { where: ['wrapper'] },
    ],
    [
      'is asked at each request once one is labelled',
      { 'src/a.js': code, 'src/b.js': labelled },
      ['missing', 'missing'],
      {},
    ],
    [
      'is asked at each request where labels stand in tests alone, as if there were none',
      { 'src/a.js': code, 'tests/b.test.js': labelled },
      [],
      {},
    ],
    [
      'is asked in code where package.json does not show that it reaches Claude',
      {
        'package.json': { name: 'acme' },
        'src/a.js': `export const ask = (client, model, messages) => client.messages.create({ model, max_tokens: 8, messages });`,
      },
      ['missing'],
      {},
    ],
    [
      'is a library, and asked in code',
      {
        'package.json': { ...manifest, version: '1.0.0', exports: './src/a.js' },
        'src/a.js': code,
      },
      ['missing', 'missing'],
      {},
    ],
  ])('%s', (_, files, expected, options) => {
    expect(lint(files, 'src/a.js', options)).toEqual(expected);
  });

  it('is not asked in tests', () => {
    expect(lint({ 'tests/a.test.js': code }, 'tests/a.test.js', { where: ['wrapper'] })).toEqual([]);
  });

  it('is asked where a route stands, and not where routes are set up', () => {
    const routes = `${HEAD}export function register(app) {\n  app.post('/ask', async (req, res) => {\n    const messages = req.body;\n    res.json(await ${CALL});\n  });\n}\n`;
    const files = {
      'src/routes.js': routes,
      'src/main.js': `import express from 'express';\nimport { register } from './routes.js';\nconst app = express();\nregister(app);\n`,
    };
    const options: Options = { where: ['wrapper'] };
    expect(lint(files, 'src/main.js', options)).toEqual([]);
    expect(lint(files, 'src/routes.js', options)).toEqual(['missing']);
  });
});

describe('names and labels', () => {
  it.each([
    'dataClassification',
    'data_classification',
    'DATA_CLASSIFICATION',
    'classification',
    'dataLabel',
    'data_sensitivity',
    'x-data-classification',
    'X-Classification',
    'x-acme-data-label',
  ])('%s carries a label', (name) => {
    expect(isLabelName(name)).toBe(true);
  });
  it.each([
    'label',
    'x-label',
    'sensitivity',
    'classifications',
    'classify',
    'data',
    'x-data',
    'imageClassification',
    '',
  ])('%s does not', (name) => {
    expect(isLabelName(name)).toBe(false);
  });
  const policy = { labels: ['a.b', 'x*'], refuse: ['SECRET//…'], where: [] } as const;
  it.each([
    ['A.B', 'allowed'],
    ['a-b', 'unlisted'],
    ['xyz', 'allowed'],
    ['secret//x', 'refused'],
    ['secret', 'unlisted'],
    [' a.b ', 'allowed'],
  ])('%s is %s', (label, verdict) => {
    expect(labelVerdict(label, policy)).toBe(verdict);
  });
});
