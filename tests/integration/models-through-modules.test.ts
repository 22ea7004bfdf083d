/**
 * Models and clients that a module makes, one or many, asked through functions, tables and registries.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = { 'require-inference-geo': true, 'no-raw-prompt-logging': { stdout: 'report' } };
const lint = (files: object) => lintFiles(files as Record<string, string>, { rules });

describe('a model that is asked through a function with options of its own', () => {
  const model = (options: string, passed: string) => `import { ChatAnthropic } from '@langchain/anthropic';
const model = new ChatAnthropic({ model: 'claude-sonnet-4-6'${options} });
export async function ask(question, options) { return model.invoke(question, ${passed}); }
`;
  const callers = `import { ask } from './model.js';
export const pinned = () => ask('a', { inferenceGeo: 'us' });
export const elsewhere = () => ask('b', { inferenceGeo: 'eu' });
export const tagged = () => ask('c', { tags: ['x'] });
export const bare = () => ask('d');
`;
  const missing = ['4 require-inference-geo missing', '5 require-inference-geo missing'];
  const refused = '3 require-inference-geo notAllowed';

  it.each([
    ['that leaves the geography to them', '', 'options', { 'src/callers.js': [refused, ...missing] }],
    ['that adds to them', '', '{ timeout: 9, ...options }', { 'src/callers.js': [refused, ...missing] }],
    ['that is pinned', `, inferenceGeo: 'us'`, 'options', { 'src/callers.js': [refused] }],
    [
      'that passes none of them',
      '',
      '{ timeout: 9 }',
      { 'src/model.js': ['2 require-inference-geo missing'] },
    ],
  ])('%s', (_, made, passed, expected) => {
    expect(lint({ 'src/model.js': model(made, passed), 'src/callers.js': callers })).toEqual(expected);
  });
});

describe('many that one module makes', () => {
  const params = `{ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [] }`;
  const REPORTED = ['2 no-raw-prompt-logging content', '2 require-inference-geo missing'];

  it.each<[string, string, string]>([
    [
      'a table of clients',
      `export const clients = { a: new Anthropic({ apiKey: process.env.A }), b: new Anthropic() };`,
      `clients[name]`,
    ],
    [
      'a client for each tenant',
      `const kept = new Map();
export function clients(tenant) {
  let client = kept.get(tenant);
  if (!client) kept.set(tenant, (client = new Anthropic({ apiKey: tenant.key })));
  return client;
}`,
      `clients(name)`,
    ],
    [
      'a registry',
      `class Registry { #all = new Map(); add(name, client) { this.#all.set(name, client); return this; } get(name) { return this.#all.get(name); } }
export const clients = new Registry().add('a', new Anthropic());`,
      `clients.get(name)`,
    ],
  ])('%s', (_, made, read) => {
    const use = `import { clients } from './clients.js';
export const ask = async (name) => { const message = await ${read}.messages.create(${params}); console.log(message); };
`;
    const files = {
      'src/clients.js': `import Anthropic from '@anthropic-ai/sdk';\n${made}\n`,
      'src/use.js': use,
    };
    expect(lint(files)).toEqual({ 'src/use.js': REPORTED });
  });

  it('a table of tasks', () => {
    const tasks = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const send = async (content, model) => (await client.messages.create({ model, max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content }] })).content[0].text;
export const tasks = { sum: (text) => send(text, 'claude-sonnet-4-6'), rate: (text) => send(text, 'claude-haiku-5-5') };
`;
    const use = `import { tasks } from './tasks.js';
export const run = async (name, text) => { console.log(await tasks[name](text)); };
`;
    expect(lint({ 'src/tasks.js': tasks, 'src/use.js': use })).toEqual({
      'src/use.js': ['2 no-raw-prompt-logging content'],
    });
  });
});

describe('a model that another module makes and asks', () => {
  const chat = `import { ChatAnthropic } from '@langchain/anthropic';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
export function createChat() {
  const model = new ChatAnthropic({ model: 'claude-sonnet-4-6', inferenceGeo: 'us' });
  return { say: async (system, human) => (await model.invoke([new SystemMessage(system), new HumanMessage(human)])).content };
}
`;
  const use = (sent: string, logged: string) => `import { createChat } from './chat.js';
import { redact } from './redact.js';
const chat = createChat();
export async function POST(request) {
  const { note } = await request.json();
  ${logged}
  return Response.json({ answer: await chat.say('Write a summary.', ${sent}) });
}
`;
  const lintUse = (sent: string, logged = '') =>
    lintFiles(
      {
        'src/chat.js': chat,
        'src/redact.js': `export const redact = (text) => text.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]');\n`,
        'src/use.js': use(sent, logged),
      },
      {
        rules: {
          ...rules,
          'require-redaction': true,
          'require-approved-model': { models: ['claude-sonnet-4-6'] },
        },
      },
    );

  it('is handed content by its callers, and no model', () => {
    expect(lintUse('redact(note)')).toEqual({});
    expect(lintUse('note')).toEqual({ 'src/use.js': ['7 require-redaction body'] });
    expect(lintUse('redact(note)', 'console.log(note);')).toEqual({
      'src/use.js': ['6 no-raw-prompt-logging content'],
    });
  });
});

it('what is read of a request piece by piece is not its address', () => {
  const text = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function handle(request) {
  let raw = '';
  for await (const chunk of request) raw += chunk.toString('utf8');
  const { note } = JSON.parse(raw);
  await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content: note }] });
  console.log(request.url);
  console.log(raw);
}
`;
  expect(lint({ 'src/a.js': text })).toEqual({ 'src/a.js': ['9 no-raw-prompt-logging content'] });
});
