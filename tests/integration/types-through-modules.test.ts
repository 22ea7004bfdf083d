/**
 * What stands behind a type: functions that are declared to return it, values that are declared to be of it, the function that
 * `ReturnType` names. And objects whose methods call one another, results and effects in boxes, graphs of functions.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';
import type { ProjectOptions } from '../helpers/projects.ts';

const MANIFEST = { name: 'project', type: 'module', dependencies: { '@anthropic-ai/sdk': '^1.0.0' } };

/** What is reported, each with its file. */
const linted = (files: Readonly<Record<string, string>>, options: ProjectOptions): string[] =>
  Object.entries(lintFiles({ 'package.json': MANIFEST, ...files }, options)).flatMap(([file, reports]) =>
    reports.map((report) => `${file} ${report}`),
  );

const send = `client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content }] })`;
const claude = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const ask = (content: string) => ${send};
`;
const text = `(message) => message.content.map((block) => block.text).join('')`;
const logging = { rules: { 'no-raw-prompt-logging': { stdout: 'report' } } };
const redacting = { rules: { 'require-redaction': { content: 'all' } } };

const port = `export interface Model { complete(content: string): Promise<string> }
export type Scrub = (text: string) => string;
`;
const adapter = (scrub: string) => `import type { Model, Scrub } from './port.js';
import { ask } from './claude.js';
export const makeScrub = (): Scrub => (text) => ${scrub};
export function makeModel({ scrub }: { scrub: Scrub }): Model {
  return {
    async complete(content) {
      const message = await ask(scrub(content));
      return message.content[0].text;
    },
  };
}
`;
const service = (logged: string) => `import type { Model } from './port.js';
export function makeService({ model }: { model: Model }) {
  return async (note: string) => {
    const summary = await model.complete(note);
    console.info(${logged});
    return summary;
  };
}
export type Service = ReturnType<typeof makeService>;
`;

describe('what stands behind a type', () => {
  it('is what functions give that are declared to return it', () => {
    const files = (logged: string) => ({
      'src/port.ts': port,
      'src/claude.ts': claude,
      'src/adapter.ts': adapter("text.replace(/\\d+/g, '[n]')"),
      'src/service.ts': service(logged),
    });
    expect(linted(files('summary.length'), logging)).toEqual([]);
    expect(linted(files('summary'), logging)).toEqual(['src/service.ts 5 no-raw-prompt-logging content']);
  });

  it('tells a redactor from a function that gives back what it gets', () => {
    const files = (scrub: string) => ({
      'src/port.ts': port,
      'src/claude.ts': claude,
      'src/adapter.ts': adapter(scrub),
      'src/main.ts': `import type { Model } from './port.js';
export const route = (model: Model) => (req, res) => model.complete(req.body.note).then((text) => res.json({ text }));
`,
    });
    expect(linted(files("text.replace(/\\d+/g, '[n]')"), redacting)).toEqual([]);
    expect(linted(files('text.trim()'), redacting)).toContain('src/main.ts 2 require-redaction body');
  });

  it('is what the function returns that ReturnType names', () => {
    expect(
      linted(
        {
          'src/port.ts': port,
          'src/claude.ts': claude,
          'src/adapter.ts': adapter('text'),
          'src/service.ts': service('summary.length'),
          'src/route.ts': `import type { Service } from './service.js';
export const route = (service: Service) => async (req, res) => {
  const text = await service(req.body.note);
  console.info(text);
  res.json({ text });
};
`,
        },
        logging,
      ),
    ).toEqual(['src/route.ts 4 no-raw-prompt-logging content']);
  });

  it('is not told where there are many of it', () => {
    const more = [1, 2, 3, 4]
      .map((n) => `export const other${String(n)} = (): Scrub => (text) => text;`)
      .join('\n');
    expect(
      linted(
        {
          'src/port.ts': port,
          'src/claude.ts': claude,
          'src/adapter.ts': adapter('text'),
          'src/others.ts': `import type { Scrub } from './port.js';\n${more}\n`,
          'src/main.ts': `import type { Model } from './port.js';
export const route = (model: Model) => (req, res) => model.complete(req.body.note).then((text) => res.json({ text }));
`,
        },
        redacting,
      ),
    ).toEqual([]);
  });
});

it('an object whose methods call one another is of its own class', () => {
  const files = (which: string) => ({
    'src/claude.ts': claude,
    'src/task.ts': `import { ask } from './claude.js';
export abstract class Task<Out> {
  protected abstract understand(answer: string): Out;
  async run(content: string) {
    const message = await ask(content);
    return this.understand(message.content[0].text);
  }
}
`,
    'src/tasks.ts': `import { Task } from './task.js';
const LANES = ['fraud', 'service'] as const;
export class Sort extends Task<string> {
  protected understand(answer: string) {
    return LANES.find((lane) => lane === answer) ?? 'other';
  }
}
export class Letter extends Task<string> {
  protected understand(answer: string) {
    return answer.trim();
  }
}
`,
    'src/main.ts': `import { Letter, Sort } from './tasks.js';
const task = new ${which}();
export async function go(note: string) {
  console.info(await task.run(note));
}
`,
  });
  expect(linted(files('Sort'), logging)).toEqual([]);
  expect(linted(files('Letter'), logging)).toEqual(['src/main.ts 4 no-raw-prompt-logging content']);
});

const BOXES: Readonly<Record<string, readonly [imported: string, code: string]>> = {
  'a step of a result': [
    `import { ResultAsync } from 'neverthrow';`,
    `ResultAsync.fromPromise(ask(note), String).map(${text}).map((summary) => { console.info(summary); return summary; });`,
  ],
  'the value of a result': [
    `import { ResultAsync } from 'neverthrow';`,
    `ResultAsync.fromPromise(ask(note), String).map(${text}).then((result) => { if (result.isOk()) console.info(result.value); });`,
  ],
  'both ends of a result': [
    `import { ResultAsync } from 'neverthrow';`,
    `ResultAsync.fromPromise(ask(note), String).map(${text}).match((summary) => console.info(summary), (error) => error);`,
  ],
  'a step of a pipe': [
    `import { Effect, pipe } from 'effect';`,
    `pipe(Effect.tryPromise(() => ask(note)), Effect.map(${text}), Effect.tap((summary) => console.info(summary)));`,
  ],
  'a step of a method of that name': [
    `import { Effect } from 'effect';`,
    `Effect.tryPromise(() => ask(note)).pipe(Effect.map(${text}), Effect.tap((summary) => console.info(summary)));`,
  ],
};

describe('an answer is followed through', () => {
  it.each(Object.entries(BOXES))('%s', (_, [imported, code]) => {
    const told = (body: string) =>
      linted(
        {
          'src/claude.ts': claude,
          'src/main.ts': `import { ask } from './claude.js';\n${imported}\nexport const go = (note: string) =>\n  ${body}\n`,
        },
        logging,
      );
    expect(told(code)).toEqual(['src/main.ts 4 no-raw-prompt-logging content']);
    expect(told(code.replace(/info\((\w+(?:\.value)?)\)/, 'info($1.length)'))).toEqual([]);
  });

  it('the nodes of a graph', () => {
    const files = (logged: string) => ({
      'src/claude.ts': claude,
      'src/nodes.ts': `import { ask } from './claude.js';
export async function advise(state) {
  const message = await ask(state.note);
  return { advice: message.content[0].text, done: true };
}
`,
      'src/graph.ts': `import { END, START, StateGraph } from '@langchain/langgraph';
import { advise } from './nodes.js';
export const graph = new StateGraph(State).addNode('advise', advise).addEdge(START, 'advise').addEdge('advise', END).compile();
`,
      'src/main.ts': `import { graph } from './graph.js';
export async function go(note: string) {
  const state = await graph.invoke({ note });
  console.info(${logged});
}
`,
    });
    expect(linted(files('state.done'), logging)).toEqual([]);
    expect(linted(files('state.advice'), logging)).toEqual(['src/main.ts 4 no-raw-prompt-logging content']);
  });
});

/** Functions that something else runs, with the file that it stands in. */
const RUNS: Readonly<Record<string, readonly [other: string, code: string]>> = {
  'a queue': [
    `import PQueue from 'p-queue';\nexport const queue = new PQueue();`,
    `const message = await other.queue.add(() => ask(note));`,
  ],
  'a breaker behind a function of the project': [
    `import CircuitBreaker from 'opossum';
export function guarded(action) {
  const breaker = new CircuitBreaker(action, { timeout: 9 });
  return (...args) => breaker.fire(...args);
}`,
    `const send = other.guarded((text) => ask(text));\n  const message = await send(note);`,
  ],
};

describe('what runs a function gives what it gives', () => {
  it.each(Object.entries(RUNS))('%s', (_, [other, code]) => {
    const told = (logged: string) =>
      linted(
        {
          'src/claude.ts': claude,
          'src/other.ts': other,
          'src/main.ts': `import { ask } from './claude.js';
import * as other from './other.js';
export async function go(note: string) {
  ${code.replace('\n  ', ' ')}
  console.info(${logged});
}
`,
        },
        logging,
      );
    expect(told('message.content')).toEqual(['src/main.ts 5 no-raw-prompt-logging content']);
    expect(told('message.id')).toEqual([]);
  });

  it('activities that a workflow knows by their type', () => {
    expect(
      linted(
        {
          'src/claude.ts': claude,
          'src/activities.ts': `import { ask } from './claude.js';
export const summarize = async (note: string) => (await ask(note)).content[0].text;
`,
          'src/workflow.ts': `import { log, proxyActivities } from '@temporalio/workflow';
import type * as activities from './activities.js';
const { summarize } = proxyActivities<typeof activities>({ startToCloseTimeout: '1 minute' });
export async function run(note: string) {
  const text = await summarize(note);
  console.info(text);
}
`,
        },
        logging,
      ),
    ).toEqual(['src/workflow.ts 6 no-raw-prompt-logging content']);
  });

  it('a function of the project that hands something to it', () => {
    const files = (body: string) => ({
      'src/claude.ts': claude,
      'src/unit.ts': `export class Trail {
  append(entry) {
    ${body}
  }
}
export const unitOfWork = (work) => prisma.$transaction((tx) => work({ audit: new Trail(tx) }));
`,
      'src/main.ts': `import { ask } from './claude.js';
import { unitOfWork } from './unit.js';
export async function go(note: string, userId: string) {
  const message = await ask(note);
  await unitOfWork(({ audit }) => audit.append({ userId, outcome: 'ok', at: new Date(), inputHash: hmac(note) }));
  return message;
}
`,
    });
    const auditing = { rules: { 'require-audit-log': { fields: ['userId'], errorPath: false } } };
    expect(linted(files('return db.insert(entry);'), auditing)).toEqual([]);
    expect(linted(files('return Promise.resolve(entry);'), auditing)).toEqual([
      'src/main.ts 4 require-audit-log missing',
    ]);
  });

  it('an emitter, for who listens', () => {
    const files = (logged: string) => ({
      'src/claude.ts': claude,
      'src/events.ts': `import { EventEmitter } from 'node:events';\nexport const events = new EventEmitter();\n`,
      'src/ask.ts': `import { ask } from './claude.js';
import { events } from './events.js';
export async function go(note: string) {
  const message = await ask(note);
  events.emit('answered', { id: message.id, answer: message.content });
}
`,
      'src/main.ts': `import { go } from './ask.js';
import { events } from './events.js';
events.on('answered', ({ id, answer }) => {
  console.info(${logged});
});
export const run = (note: string) => go(note);
`,
    });
    expect(linted(files('id'), logging)).toEqual([]);
    expect(linted(files('answer'), logging)).toEqual(['src/main.ts 4 no-raw-prompt-logging content']);
  });
});

it('what a comparison lets through is one of a few words', () => {
  const told = (body: string) =>
    linted(
      {
        'src/claude.ts': claude,
        'src/main.ts': `import { ask } from './claude.js';
const WORDS = ['high', 'low'];
export async function go(note: string) {
  const answer = (await ask(note)).content[0].text;
  ${body}
}
`,
      },
      logging,
    );
  expect(told(`console.info(answer === 'high' || answer === 'low' ? answer : 'other');`)).toEqual([]);
  expect(told(`console.info(WORDS.includes(answer) ? answer : 'other');`)).toEqual([]);
  expect(told(`if (answer !== 'high') return;\n  console.info(answer);`)).toEqual([]);
  expect(told(`switch (answer) { case 'high': console.info(answer); }`)).toEqual([]);
  expect(told(`console.info(answer === 'high' || note ? answer : 'other');`)).toHaveLength(1);
  expect(told(`console.info(note.includes(answer) ? answer : 'other');`)).toHaveLength(1);
});
