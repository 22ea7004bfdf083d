/**
 * Gateways in other packages, as data: in settings, or in the package.json of the installed package.
 */
import { describe, expect, it } from 'vitest';
import { readMarker } from '../../src/declared/package-marker.ts';
import { readSettings } from '../../src/declared/settings.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { folderWith, write } from '../helpers/folders.ts';
import { lintFiles, lintFolder } from '../helpers/projects.ts';
import type { Report } from '../helpers/projects.ts';

const RULES = {
  'require-inference-geo': true,
  'require-approved-model': { models: ['claude-opus-5*'], unverifiable: 'report' },
  'require-approved-region': true,
  'require-audit-log': true,
  'require-redaction': true,
  'require-data-classification': true,
  'no-raw-prompt-logging': true,
};
const EVERYTHING = ['audit', 'geography', 'label', 'model', 'redaction', 'region', 'retention'];

/** Lints a route that asks the gateway of an installed package. */
function lint(
  declared: object,
  route: string,
  { settings, more = {} }: { readonly settings?: object; readonly more?: object } = {},
): Record<string, Report> {
  return lintFiles(
    {
      'node_modules/@acme/llm/package.json': { name: '@acme/llm', [NAMESPACE]: { gateways: declared } },
      'src/route.ts': route,
      ...more,
    },
    settings ? { rules: RULES, settings } : { rules: RULES },
  );
}

const ROUTE = `import { complete } from '@acme/llm';
export async function POST(request: Request) {
  const { note } = await request.json();
  const answer = await complete({ prompt: note, tier: 'fast' });
  return Response.json({ answer });
}
`;
const LOGS = ROUTE.replace('return ', 'console.info(answer);\n  return ');

describe('a call of a declared gateway', () => {
  it('is not asked for what the gateway provides', () => {
    expect(lint({ complete: { sends: ['0.prompt'], provides: EVERYTHING } }, ROUTE)).toEqual({});
  });

  it('is asked for all that it does not', () => {
    expect(lint({ complete: { sends: ['0.prompt'] } }, ROUTE)).toEqual({
      'src/route.ts': [
        '4 require-approved-model leftOpen',
        '4 require-audit-log missing',
        '4 require-data-classification missing',
        '4 require-inference-geo leftOpen',
        '4 require-redaction body',
      ],
    });
  });

  it('is asked for the region on a cloud, and not for the geography', () => {
    const provides = EVERYTHING.filter((each) => each !== 'geography' && each !== 'region');
    const reports = lint({ complete: { platform: 'bedrock', provides } }, ROUTE);
    expect(reports).toEqual({ 'src/route.ts': ['4 require-approved-region leftOpen'] });
  });

  it('sends what it declares, and nothing else', () => {
    const provides = EVERYTHING.filter((each) => each !== 'redaction');
    expect(lint({ complete: { sends: ['0.prompt'], provides } }, ROUTE)).toEqual({
      'src/route.ts': ['4 require-redaction body'],
    });
    expect(lint({ complete: { sends: ['0.system'], provides } }, ROUTE)).toEqual({});
    expect(lint({ complete: { provides } }, ROUTE)).toEqual({ 'src/route.ts': ['4 require-redaction body'] });
  });

  it('gives back content, unless it declares otherwise', () => {
    expect(lint({ complete: { provides: EVERYTHING } }, LOGS)).toEqual({
      'src/route.ts': ['5 no-raw-prompt-logging content'],
    });
    for (const returns of ['reference', 'nothing'])
      expect(lint({ complete: { returns, provides: EVERYTHING } }, LOGS)).toEqual({});
  });

  it.each([
    ['a method of an instance', `import { Llm } from '@acme/llm';`, 'new Llm({}).ask'],
    ['a static method', `import { Llm } from '@acme/llm';`, 'Llm.ask'],
    ['an instance that is kept', `import { Llm } from '@acme/llm';\nconst llm = new Llm();`, 'llm.ask'],
    ['a namespace', `import * as acme from '@acme/llm';`, 'acme.complete'],
    ['another name', `import { complete as ask } from '@acme/llm';`, 'ask'],
    ['require', `const { complete } = require('@acme/llm');`, 'complete'],
    ['a subpath', `import { complete } from '@acme/llm/batch';`, 'complete'],
    ['the default', `import send from '@acme/llm';`, 'send'],
  ])('is found as %s', (_, imports, callee) => {
    const declared = Object.fromEntries(
      ['complete', 'Llm.ask', 'default'].map((name) => [name, { provides: EVERYTHING }]),
    );
    const route = `${imports}\nexport const f = async (note) => console.info(await ${callee}(note));\n`;
    expect(
      Object.values(lint(declared, route))
        .flat()
        .map((each) => each.replace(/^\d+ /, '')),
    ).toEqual(['no-raw-prompt-logging content']);
  });

  it('is declared in settings as well, and they come first', () => {
    const settings = {
      gateways: { '@acme/llm': { complete: { sends: ['0.prompt'], provides: EVERYTHING } } },
    };
    expect(lint({ complete: {} }, ROUTE, { settings })).toEqual({});
    const other = ROUTE.replace('@acme/llm', '@acme/models');
    expect(lint({}, other, { settings: { gateways: { '@acme/models': { complete: {} } } } })).toMatchObject({
      'src/route.ts': expect.arrayContaining(['4 require-inference-geo leftOpen']) as unknown,
    });
  });

  it('is one that the package exports, and not another', () => {
    expect(lint({ embed: {} }, ROUTE)).toEqual({});
    expect(lint({ complete: {} }, ROUTE.replace('@acme/llm', '@acme/text'))).toEqual({});
    expect(lint({ toString: {} }, ROUTE.replaceAll('complete', 'constructor'))).toEqual({});
  });

  it('is followed where its package is of the project: a body beats a declaration', () => {
    const gateway = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const complete = ({ prompt }) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: prompt }] });
`;
    const files = {
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'packages/llm/package.json': {
        name: '@acme/llm',
        main: 'index.ts',
        [NAMESPACE]: { gateways: { complete: { provides: EVERYTHING } } },
      },
      'packages/llm/index.ts': gateway,
      'packages/web/package.json': { name: '@acme/web' },
      'packages/web/src/route.ts': ROUTE,
    };
    const reports = lintFiles(files, { rules: { 'require-inference-geo': true, 'require-redaction': true } });
    expect(reports).toEqual({
      'packages/llm/index.ts': ['3 require-inference-geo missing', '3 require-redaction claim'],
      'packages/web/src/route.ts': ['4 require-redaction body'],
    });
  });

  it('is none where the package declares something that is not allowed', () => {
    expect(lint({ complete: { provides: ['everything'] } }, ROUTE)).toEqual({});
  });
});

describe('a declaration that changes', () => {
  const ASK = `import { ask } from './ask.ts';\nexport const f = (note) => console.info(ask(note));\n`;
  const files = {
    'package.json': { name: 'acme' },
    'node_modules/@acme/llm/package.json': { name: '@acme/llm' },
    'src/ask.ts': `import { complete } from '@acme/llm';\nexport const ask = (prompt) => complete(prompt);\n`,
    'src/route.ts': `// Asks Claude.\n${ASK}`,
  };
  const rules = { 'no-raw-prompt-logging': true };

  it.each(['follow', 'ignore'])('in settings counts at once, with imports: %s', (imports) => {
    const root = folderWith(files);
    const declared = { '@acme/llm': { complete: { provides: EVERYTHING } } };
    const code = `import { complete } from '@acme/llm';\nexport const f = (note) => console.info(complete(note));\n`;
    const direct = { 'src/direct.ts': code };
    expect(lintFolder(root, direct, { rules, settings: { imports } })).toEqual({});
    expect(lintFolder(root, direct, { rules, settings: { imports, gateways: declared } })).toEqual({
      'src/direct.ts': ['2 no-raw-prompt-logging content'],
    });
    expect(lintFolder(root, direct, { rules, settings: { imports } })).toEqual({});
  });

  it('in settings counts in modules that are not parsed again', () => {
    const root = folderWith(files);
    const asked = { 'src/route.ts': files['src/route.ts'] };
    const gateways = { '@acme/llm': { complete: { provides: EVERYTHING } } };
    expect(lintFolder(root, asked, { rules })).toEqual({});
    expect(lintFolder(root, asked, { rules, settings: { gateways } })).toEqual({
      'src/route.ts': ['3 no-raw-prompt-logging content'],
    });
  });

  it.each(['follow', 'ignore'])('in the package counts at once, with imports: %s', async (imports) => {
    const root = folderWith(files);
    const code = `import { complete } from '@acme/llm';\nexport const f = (note) => console.info(complete(note));\n`;
    const lintAgain = async (): Promise<Record<string, Report>> => {
      // As an editor does, between one look and the next.
      await new Promise((resolve) => setImmediate(resolve));
      return lintFolder(root, { 'src/direct.ts': code }, { rules, settings: { imports } });
    };
    expect(await lintAgain()).toEqual({});
    write(`${root}/node_modules/@acme/llm/package.json`, {
      name: '@acme/llm',
      [NAMESPACE]: { gateways: { complete: { provides: EVERYTHING } } },
    });
    expect(await lintAgain()).toEqual({ 'src/direct.ts': ['2 no-raw-prompt-logging content'] });
  });
});

describe('the package of a gateway', () => {
  /** Lints the package whose marker says that its function sees to an aspect. */
  const claim = (provides: string, code: string, name = 'complete') =>
    lintFiles(
      {
        'package.json': {
          name: '@acme/llm',
          [NAMESPACE]: { gateways: { [name]: { provides: [provides] } } },
        },
        'src/index.ts': `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n${code}`,
      },
      {
        rules: {
          'require-inference-geo': { unverifiable: 'ignore' },
          'require-approved-model': { models: ['claude-opus-5*'] },
          'require-redaction': true,
        },
      },
    )['src/index.ts'] ?? [];
  const request = (more: string, content = 'prompt') =>
    `client.messages.create({ max_tokens: 8, messages: [{ role: 'user', content: ${content} }], ${more} })`;
  const PINNED = `model: 'claude-opus-5', inference_geo: 'us'`;
  const complete = (more: string, content?: string) =>
    `export const complete = (prompt, geo, model) => ${request(more, content)};`;

  it.each([
    [
      'geography',
      complete(PINNED),
      complete(`model: 'claude-opus-5', inference_geo: geo`),
      'require-inference-geo',
    ],
    ['model', complete(PINNED), complete(`model, inference_geo: 'us'`), 'require-approved-model'],
    ['redaction', complete(PINNED, 'redactPhi(prompt)'), complete(PINNED), 'require-redaction'],
  ])('is held to its claim of %s', (aspect, kept, broken, rule) => {
    expect(claim(aspect, kept)).toEqual([]);
    expect(claim(aspect, broken)).toEqual([`3 ${rule} claim`]);
    expect(claim('retention', broken).filter((each) => each.includes('claim'))).toEqual([]);
  });

  it('is held to claims of methods', () => {
    const code = `export class Llm { ask(prompt, geo) { return ${request(`model: 'claude-opus-5', inference_geo: geo`)}; } }`;
    expect(claim('geography', code, 'Llm.ask')).toEqual(['3 require-inference-geo claim']);
    expect(claim('geography', code, 'ask')).toEqual([]);
  });
});

describe('what may be declared', () => {
  const refused: readonly (readonly [name: string, gateways: unknown, says: RegExp])[] = [
    ['no object', ['complete'], /gateways.*must be an object/],
    ['an unknown key', { complete: { sent: ['0'] } }, /unknown key "sent".*sends/],
    ['an unknown aspect', { complete: { provides: ['all'] } }, /provides\[0\] must be "audit" or/],
    ['no place', { complete: { sends: ['prompt'] } }, /sends\[0\] must be a place in the arguments/],
    ['no list', { complete: { provides: 'audit' } }, /provides must be a list/],
    ['an unknown platform', { complete: { platform: 'openai' } }, /platform must be "anthropic"/],
  ];

  it.each(refused)('is refused in package.json: %s', (_, gateways, says) => {
    const folder = folderWith({ 'package.json': { name: 'llm', [NAMESPACE]: { gateways } } });
    const reading = readMarker(`${folder}/src/index.ts`);
    expect('problem' in reading ? reading.problem : 'accepted').toMatch(says);
  });

  it.each(refused)('is refused in settings: %s', (_, gateways, says) => {
    expect(() => readSettings({ [NAMESPACE]: { gateways: { '@acme/llm': gateways } } })).toThrow(says);
  });
});

describe('a declared gateway that a module of the project hands on', () => {
  const declared = { complete: { sends: ['0.prompt'] }, 'Assistant.ask': { sends: ['0'] } };
  const rules = { 'require-inference-geo': true, 'no-raw-prompt-logging': { stdout: 'report' } };
  const lintThrough = (module: string, use: string, dependencies = { '@acme/llm': '*' }) =>
    lintFiles(
      {
        'package.json': { name: 'app', type: 'module', dependencies },
        'node_modules/@acme/llm/package.json': { name: '@acme/llm', [NAMESPACE]: { gateways: declared } },
        'src/llm.ts': module,
        'src/use.ts': use,
      },
      { rules },
    );
  const BOTH = ['2 no-raw-prompt-logging content', '2 require-inference-geo leftOpen'];

  it.each([
    ['again', `export { complete } from '@acme/llm';`, `complete({ prompt: 'a' })`],
    ['under another name', `export { complete as ask } from '@acme/llm';`, `ask({ prompt: 'a' })`],
    ['all of it', `export * from '@acme/llm';`, `complete({ prompt: 'a' })`],
    [
      'an instance',
      `import { Assistant } from '@acme/llm';\nexport const assistant = new Assistant();`,
      `assistant.ask('a')`,
    ],
    [
      'in an object',
      `import { complete } from '@acme/llm';\nexport const llm = { complete };`,
      `llm.complete({ prompt: 'a' })`,
    ],
  ])('counts: %s', (_, module, call) => {
    const name = /^\w+/.exec(call)?.[0] ?? '';
    const use = `import { ${name} } from './llm.js';\nexport const run = async () => console.log(await ${call});\n`;
    expect(lintThrough(module, use)).toEqual({ 'src/use.ts': BOTH });
  });

  it('is what settings declare, whatever the package depends on', () => {
    const files = {
      'package.json': { name: 'app', type: 'module' },
      'src/llm.ts': `export { complete } from 'acme-llm';\n`,
      'src/use.ts': `import { complete } from './llm.js';\nexport const run = async () => console.log(await complete('a'));\n`,
    };
    const settings = { gateways: { 'acme-llm': { complete: {} } } };
    expect(lintFiles(files, { rules, settings })).toEqual({ 'src/use.ts': BOTH });
  });
});
