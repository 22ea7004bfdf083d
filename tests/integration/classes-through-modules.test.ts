/**
 * Classes over several modules: base classes with template methods, what subclasses put in place, what constructors are handed where
 * the program is put together, interfaces with one class behind them, loggers that are closures.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = {
  'no-raw-prompt-logging': { stdout: 'report' },
  'require-audit-log': { fields: ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome'] },
  'require-redaction': { content: 'all' },
};
const send = `client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content }] })`;
const claude = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function ask(content: string) {
  const message = await ${send};
  return message.content[0].text;
}
`;
const logging = (rule = 'no-raw-prompt-logging') => ({ rules: { [rule]: rules['no-raw-prompt-logging'] } });
const redacting = { rules: { 'require-redaction': rules['require-redaction'] } };
const auditing = { rules: { 'require-audit-log': rules['require-audit-log'] } };

/** A base class that knows nothing of Claude, and one that asks. */
const base = (inner = '') => `import { print } from './print.js';
export abstract class Task<In, Out> {
  async execute(input: In): Promise<Out> {
    const out = await this.perform(input);
    ${inner}
    await this.after(input, out);
    return out;
  }
  protected abstract perform(input: In): Promise<Out>;
  protected async after(_input: In, _out: Out): Promise<void> {}
}
`;
const asking = `import { ask } from './claude.js';
import { Task } from './task.js';
export abstract class AskingTask<In> extends Task<In, string> {
  protected abstract promptFor(input: In): string;
  protected async perform(input: In) {
    return ask(this.promptFor(input));
  }
}
`;
const summary = (prompt: string, after: string) => `import { AskingTask } from './asking-task.js';
import { print } from './print.js';
export class Summary extends AskingTask<{ id: string; notes: string }> {
  protected promptFor({ id, notes }) {
    ${prompt}
    return notes;
  }
  protected async after(input, out) {
    ${after}
  }
}
`;
const print = `export const print = (message: string, more?: unknown) => { console.log(message, more); };\n`;
const tasks = (over: object) =>
  lintFiles(
    {
      'src/claude.ts': claude,
      'src/print.ts': print,
      'src/task.ts': base(),
      'src/asking-task.ts': asking,
      'src/summary.ts': summary('', ''),
      ...over,
    },
    logging(),
  );

describe('a base class with template methods', () => {
  it.each<[string, object, object]>([
    ['says nothing of what is not written down', {}, {}],
    [
      'hands the answer to a hook of a subclass',
      { 'src/summary.ts': summary('', `print('done', out);`) },
      { 'src/summary.ts': ['9 no-raw-prompt-logging content'] },
    ],
    [
      'hands a hook what it may write',
      { 'src/summary.ts': summary(`print('asking', id);`, `print(input.id, out.length);`) },
      {},
    ],
    [
      'sends what a subclass makes',
      { 'src/summary.ts': summary(`console.info(notes);`, '') },
      { 'src/summary.ts': ['5 no-raw-prompt-logging content'] },
    ],
    [
      'hands the hook what is sent',
      { 'src/summary.ts': summary('', `print('sent', input.notes);`) },
      { 'src/summary.ts': ['9 no-raw-prompt-logging content'] },
    ],
    [
      'is told of at the class that gives it something of Claude',
      { 'src/task.ts': base(`print('out', out);`) },
      { 'src/asking-task.ts': ['3 no-raw-prompt-logging content'] },
    ],
    ['may write what is no content', { 'src/task.ts': base(`print('out', typeof out);`) }, {}],
  ])('%s', (_, over, expected) => {
    expect(tasks(over)).toEqual(expected);
  });

  it('is the same in one file', () => {
    const text = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
abstract class Task {
  async execute(input) {
    const out = await this.perform(input);
    await this.after(out);
    return out;
  }
  abstract perform(content);
  async after(out) {}
}
export class Summary extends Task {
  async perform(content) {
    const message = await ${send};
    return message.content[0].text;
  }
  async after(out) { console.log(out); }
}
`;
    expect(lintFiles({ 'src/a.ts': text }, logging())).toEqual({
      'src/a.ts': ['17 no-raw-prompt-logging content'],
    });
  });
});

describe('a logger that is a closure', () => {
  const service = (call: string) => `import { ask } from './claude.js';
import type { Say } from './say.js';
export class Service {
  constructor(private readonly say: Say) {}
  async summarize(text: string) {
    const answer = await ask(text);
    ${call}
    return answer;
  }
}
`;
  const say = (body: string) => `import pino from 'pino';
export type Say = (what: string, fields?: object) => void;
export function sayFor(part: string): Say {
  const root = pino();
  return (what, fields = {}) => { ${body} };
}
`;
  const main = `import { sayFor } from './say.js';
import { Service } from './service.js';
export const service = new Service(sayFor('main'));
`;
  const closures = (call: string, body: string) =>
    lintFiles(
      {
        'src/claude.ts': claude,
        'src/say.ts': say(body),
        'src/service.ts': service(call),
        'src/main.ts': main,
      },
      logging(),
    );

  it('writes what it is handed where a class is made', () => {
    expect(closures(`this.say('done', { answer });`, `root.info({ part, ...fields }, what);`)).toEqual({
      'src/service.ts': ['7 no-raw-prompt-logging content'],
    });
  });

  it('writes no more than its body shows', () => {
    expect(closures(`this.say('done', { answer });`, `root.info({ part }, what);`)).toEqual({});
    expect(
      closures(`this.say('done', { answer: answer.length });`, `root.info({ part, ...fields }, what);`),
    ).toEqual({});
  });

  it('is followed where a module makes it for itself', () => {
    const own = `import { ask } from './claude.js';
import { sayFor } from './say.js';
const say = sayFor('own');
export async function summarize(text: string) {
  const answer = await ask(text);
  say('done', { answer });
}
`;
    const files = {
      'src/claude.ts': claude,
      'src/say.ts': say(`root.info({ ...fields }, what);`),
      'src/own.ts': own,
    };
    expect(lintFiles(files, logging())).toEqual({ 'src/own.ts': ['6 no-raw-prompt-logging content'] });
  });
});

describe('what a constructor is handed where the program is put together', () => {
  const gateway = `import type Anthropic from '@anthropic-ai/sdk';
import type { Cleaner } from './cleaner.js';
export class Gateway {
  readonly #cleaner: Cleaner;
  constructor(private readonly client: Anthropic, { cleaner }: { cleaner: Cleaner }) {
    this.#cleaner = cleaner;
  }
  async complete(text: string) {
    const content = this.#cleaner.redact(text);
    const message = await this.${send};
    return message.content[0].text;
  }
}
`;
  const cleaner = `export interface Cleaner { redact(text: string): string }
export class Patterns implements Cleaner {
  redact(text: string) { return text.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]'); }
}
export class Nothing implements Cleaner {
  redact(text: string) { return text; }
}
`;
  const main = (made: string) => `import Anthropic from '@anthropic-ai/sdk';
import { Gateway } from './gateway.js';
import { Nothing, Patterns } from './cleaner.js';
const gateway = new Gateway(new Anthropic(), { cleaner: ${made} });
export const handler = async (request: Request) => gateway.complete(await request.text());
`;
  const put = (made: string) =>
    lintFiles({ 'src/gateway.ts': gateway, 'src/cleaner.ts': cleaner, 'src/main.ts': main(made) }, redacting);

  it.each([
    ['a class that redacts', 'new Patterns()', {}],
    ['a class that does not', 'new Nothing()', { 'src/main.ts': ['5 require-redaction body'] }],
    [
      'an object that does not',
      '{ redact: (text: string) => text }',
      { 'src/main.ts': ['4 require-redaction body'] },
    ],
  ])('is looked up: %s', (_, made, expected) => {
    expect(put(made)).toEqual(expected);
  });
});

describe('an interface with one class behind it', () => {
  const port = `export interface Trail { append(entry: object): Promise<void> }
export interface Model { complete(text: string): Promise<string> }
`;
  const model = `import type Anthropic from '@anthropic-ai/sdk';
import type { Model, Trail } from './ports.js';
export class ClaudeModel implements Model {
  constructor(private readonly client: Anthropic, private readonly trail: Trail) {}
  async complete(content: string) {
    try {
      const message = await this.${send};
      const output = message.content[0].text;
      await this.trail.append({ input: content, output, outcome: 'success' });
      return output;
    } catch (error) {
      await this.trail.append({ input: content, output: '', outcome: 'failure' });
      throw error;
    }
  }
}
`;
  const trail = (body: string) => `import { createHmac } from 'node:crypto';
import type { Trail } from './ports.js';
const hmac = (text: string) => createHmac('sha256', process.env.KEY!).update(text).digest('hex');
export class AuditTrail implements Trail {
  constructor(private readonly db: { query(sql: string, values: unknown[]): Promise<void> }) {}
  async append({ input, output, outcome }) { ${body} }
}
`;
  const written = `await this.db.query('INSERT INTO audit_log VALUES ($1)', [{ inputHash: hmac(input), outputHash: hmac(output), outcome, userId: currentUser(), timestamp: new Date() }]);`;
  const ports = (files: object) =>
    lintFiles({ 'src/ports.ts': port, 'src/claude-model.ts': model, ...files }, auditing);

  it('is that class', () => {
    expect(ports({ 'src/audit-trail.ts': trail(written) })).toEqual({});
    expect(ports({ 'src/audit-trail.ts': trail(`if (!outcome) throw new Error();`) })).toEqual({
      'src/claude-model.ts': ['7 require-audit-log missing'],
    });
  });

  it('is any of those that implement it, tests left out', () => {
    const other = trail('').replace('AuditTrail', 'NoTrail');
    const both = { 'src/audit-trail.ts': trail(written), 'src/no-trail.ts': other };
    expect(ports(both)).toEqual({});
    const hollow = trail(`if (!outcome) throw new Error();`);
    const test = trail(written).replace('./ports', '../src/ports');
    expect(ports({ 'src/audit-trail.ts': hollow, 'test/memory-trail.test.ts': test })).toEqual({
      'src/claude-model.ts': ['7 require-audit-log missing'],
    });
  });
});
