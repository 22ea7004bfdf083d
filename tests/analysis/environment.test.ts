/**
 * Where a file sets variables of the environment, and where it reads them: one reader for every rule.
 */
import { describe, expect, it } from 'vitest';
import { environmentReads, variablesSet } from '../../src/analysis/clients/environment.ts';
import { variableInCommand } from '../../src/analysis/clients/commands.ts';
import { indexSyntax } from '../../src/analysis/syntax/syntax-index.ts';
import { createEvaluator } from '../../src/analysis/values/evaluator.ts';
import type { Evaluator } from '../../src/analysis/values/answers.ts';
import { answerText, inspect } from '../helpers/analyze.ts';

const evaluated = <T>(code: string, look: (ev: Evaluator) => T): T =>
  inspect(code, (source) =>
    look(createEvaluator(indexSyntax(source), { filename: 'file.ts', declared: {}, modules: undefined })),
  );

const NAME = 'ANTHROPIC_BASE_URL';
const URL = 'https://llm.example.net';

/** What a file gives the variable, where it is seen to be one. */
const setsOf = (code: string): string[] =>
  evaluated(code, (ev) =>
    variablesSet(ev, NAME)
      .filter(({ certain }) => certain)
      .map(({ by, value }) => `${by} ${value.map(answerText).join('|')}`),
  );

describe('a file sets a variable', () => {
  it.each<readonly [name: string, by: string, code: string]>([
    ['of its own process', 'assignment', `process.env.${NAME} = '${URL}';`],
    ['in brackets', 'assignment', `process.env['${NAME}'] = '${URL}';`],
    ['by a name in a constant', 'assignment', `const KEY = '${NAME}';\nprocess.env[KEY] = '${URL}';`],
    ['unless it is set', 'assignment', `process.env.${NAME} ??= '${URL}';`],
    ['in Bun', 'assignment', `Bun.env.${NAME} = '${URL}';`],
    ['in a bundle', 'assignment', `import.meta.env.${NAME} = '${URL}';`],
    [
      'of an imported environment',
      'assignment',
      `import { env as e } from 'node:process';\ne.${NAME} = '${URL}';`,
    ],
    [
      'of an environment under another name',
      'assignment',
      `const vars = process.env;\nvars.${NAME} = '${URL}';`,
    ],
    [
      'of a copy for a child',
      'assignment',
      `const childEnv = { ...process.env };\nchildEnv.${NAME} = '${URL}';\nspawn('claude', ['-p'], { env: childEnv });`,
    ],
    [
      'of a copy whose name says nothing',
      'assignment',
      `const vars = { ...process.env };\nvars.${NAME} = '${URL}';\nspawn('claude', ['-p'], { env: vars });`,
    ],
    [
      'of an empty object that becomes an environment',
      'assignment',
      `const vars: Record<string, string> = {};\nvars.${NAME} = '${URL}';\nspawn('claude', { env: vars });`,
    ],
    [
      'of a copy by Object.assign',
      'assignment',
      `const vars = Object.assign({}, process.env);\nvars.${NAME} = '${URL}';\nfork('agent.js', { env: vars });`,
    ],
    ['of a field', 'assignment', `class A { env = {}; start() { this.env.${NAME} = '${URL}'; } }`],
    ['in Deno', 'call', `Deno.env.set('${NAME}', '${URL}');`],
    ['by Reflect.set', 'call', `Reflect.set(process.env, '${NAME}', '${URL}');`],
    [
      'by Object.defineProperty',
      'call',
      `Object.defineProperty(process.env, '${NAME}', { value: '${URL}', enumerable: true });`,
    ],
    ['by a helper of a package', 'call', `import { setEnv } from './env';\nsetEnv('${NAME}', '${URL}');`],
    [
      'for later steps of a workflow',
      'call',
      `import * as core from '@actions/core';\ncore.exportVariable('${NAME}', '${URL}');`,
    ],
    [
      'by a helper of its own',
      'call',
      `function define(key: string, value: string) { process.env[key] = value; }\ndefine('${NAME}', '${URL}');\ndefine('OTHER', 'x');`,
    ],
    [
      'by a helper of its own, in Deno',
      'call',
      `const put = (name: string, value: string) => { Deno.env.set(name, value); };\nput('${NAME}', '${URL}');`,
    ],
    ['in a test', 'stub', `vi.stubEnv('${NAME}', '${URL}');`],
    ['by Object.assign', 'property', `Object.assign(process.env, { ${NAME}: '${URL}' });`],
    [
      'by Object.assign of a constant',
      'property',
      `const overrides = { ${NAME}: '${URL}' };\nObject.assign(process.env, overrides);`,
    ],
    ['by dotenv', 'property', `dotenv.populate(process.env, { ${NAME}: '${URL}' });`],
    ['for a child', 'property', `spawn('claude', { env: { ...process.env, ${NAME}: '${URL}' } });`],
    ['for a child, quoted', 'property', `execa('claude', { env: { '${NAME}': '${URL}' } });`],
    [
      'for a child, by a computed name',
      'property',
      `const KEY = '${NAME}';\nspawn('claude', { env: { ...process.env, [KEY]: '${URL}' } });`,
    ],
    [
      'for a child, where it is given',
      'property',
      `fork('a.js', { env: { ...process.env, ...(gateway && { ${NAME}: '${URL}' }) } });`,
    ],
    [
      'for a child, in a constant before',
      'property',
      `const base = { ${NAME}: '${URL}' };\nconst merged = { ...process.env, ...base };\nspawn('claude', { env: merged });`,
    ],
    [
      'for a child, by a function',
      'property',
      `function childEnv() { return { ...process.env, ${NAME}: '${URL}' }; }\nspawn('claude', { env: childEnv() });`,
    ],
    [
      'for a child, by a function whose name says nothing',
      'property',
      `const forAgent = () => ({ PATH: '/bin', ${NAME}: '${URL}' });\nspawn('claude', { env: forAgent() });`,
    ],
    [
      'for a child, through a function of its own',
      'property',
      `function run(vars: object) { spawn('claude', { env: { ...process.env, ...vars } }); }\nrun({ ${NAME}: '${URL}' });`,
    ],
    [
      'in a loop',
      'property',
      `const overrides = { ${NAME}: '${URL}' };\nfor (const [key, value] of Object.entries(overrides)) process.env[key] = value;`,
    ],
    [
      'in a loop with forEach',
      'property',
      `Object.entries({ ${NAME}: '${URL}' }).forEach(([key, value]) => { process.env[key] = value; });`,
    ],
    ['in a field', 'property', `class Runner { private readonly env = { ${NAME}: '${URL}' }; }`],
    [
      'in the environment of an agent',
      'property',
      `query({ prompt, options: { env: { ${NAME}: '${URL}' } } });`,
    ],
    ['in a shell of Bun', 'property', `$\`claude -p\`.env({ ...process.env, ${NAME}: '${URL}' });`],
    ['of a container', 'property', `new Task({ environment: [{ name: '${NAME}', value: '${URL}' }] });`],
    [
      'of a bundle',
      'property',
      `export default { define: { 'process.env.${NAME}': JSON.stringify('${URL}') } };`,
    ],
    ['in a command', 'command', `execSync("${NAME}=${URL} claude -p hi");`],
    ['in a command with quotes', 'command', `exec('${NAME}="${URL}" claude -p hi');`],
    [
      'in a command in a constant',
      'command',
      `const command = '${NAME}=${URL} claude -p';\nexecSync(command);`,
    ],
    ['in a command put together', 'command', `exec(\`cd \${dir} && ${NAME}=${URL} claude -p\`);`],
    ['in a command that exports', 'command', `execSync('export ${NAME}=${URL} && claude -p hi');`],
    ['in the words of a command', 'command', `spawn('env', ['${NAME}=${URL}', 'claude', '-p']);`],
    ['in a command of a shell', 'command', `spawnSync('sh', ['-c', '${NAME}=${URL} claude -p']);`],
    ['in a container', 'command', `execFile('docker', ['run', '-e', '${NAME}=${URL}', 'agent']);`],
    ['in a shell template', 'command', `await $\`${NAME}=${URL} claude -p \${prompt}\`;`],
    ['in a shell template with options', 'command', `await $({ quiet: true })\`${NAME}=${URL} claude -p\`;`],
    ['in a shell template of zx', 'command', `await zx.$\`export ${NAME}=${URL}; claude -p\`;`],
  ])('%s', (_, by, code) => {
    expect(setsOf(code)).toEqual([`${by} ${URL}`]);
  });

  it('to a value that is known in part, or not at all', () => {
    expect(setsOf(`exec(\`${NAME}=https://\${host}/v1 claude -p\`);`)).toEqual(['command https://…/v1']);
    expect(setsOf(`exec(\`${NAME}=\${url} claude -p\`);`)).toEqual(['command ?computed']);
    expect(setsOf(`process.env.${NAME} = url;`)).toEqual(['assignment ?untracked']);
    expect(setsOf(`process.env.${NAME} = config.url ?? '${URL}';`)).toEqual([`assignment ?untracked|${URL}`]);
  });
});

describe('a file does not set a variable', () => {
  it.each<readonly [name: string, code: string]>([
    ['that it reads', `const url = process.env.${NAME};`],
    ['that it compares', `if (process.env.${NAME} === '${URL}') start();`],
    ['that it deletes', `delete process.env.${NAME};`],
    ['in a table', `export const PRESETS = { other: { ${NAME}: '${URL}' } };`],
    ['in a schema', `const schema = z.object({ ${NAME}: z.string() });`],
    ['in headers', `fetch(url, { headers: { ${NAME}: '${URL}' } });`],
    ['in an object that is only printed', `const defaults = { ${NAME}: '${URL}' };\nconsole.log(defaults);`],
    ['on an object of its own', `config.${NAME} = '${URL}';`],
    ['on a field', `class A { constructor() { this.${NAME} = '${URL}'; } }`],
    ['in a text that is no command', `console.log('${NAME}=${URL} claude');`],
    ['in a template that is no command', `const help = html\`<p>${NAME}=${URL}</p>\`;`],
    ['of another name that ends like it', `execSync('MY_${NAME}=${URL} claude');`],
    ['of another name in the environment', `process.env.MY_${NAME} = '${URL}';`],
    ['in a store', `store.set('${NAME}', '${URL}');`],
    [
      'by a function that is told another',
      `function define(key, value) { process.env[key] = value; }\ndefine('X', '${NAME}');`,
    ],
    [
      'by a function that only looks',
      `function show(key, value) { console.log(process.env[key], value); }\nshow('${NAME}', '${URL}');`,
    ],
    ['in a list of names', `spawn('env', ['-u', '${NAME}', 'claude']);`],
  ])('%s', (_, code) => {
    expect(setsOf(code)).toEqual([]);
  });
});

describe('a file reads a variable', () => {
  const readsOf = (code: string): string[] =>
    evaluated(code, (ev) => environmentReads(ev, (name) => name === NAME).map(({ node }) => node.type));

  it.each<readonly [name: string, node: string, code: string]>([
    ['of its process', 'MemberExpression', `f(process.env.${NAME});`],
    ['in brackets', 'MemberExpression', `f(process.env['${NAME}']);`],
    ['of a bundle', 'MemberExpression', `f(import.meta.env.${NAME});`],
    [
      'of an environment under another name',
      'MemberExpression',
      `const vars = process.env;\nf(vars.${NAME});`,
    ],
    ['of a worker', 'MemberExpression', `export default { fetch(request, env) { f(env.${NAME}); } };`],
    ['of a context', 'MemberExpression', `f(c.env.${NAME});`],
    ['of a part of an environment', 'MemberExpression', `f(config.env.server.${NAME});`],
    ['of what a function gives', 'MemberExpression', `f(getEnv().${NAME});`],
    ['by taking it apart', 'Property', `const { ${NAME} } = process.env;`],
    ['by taking it apart under another name', 'Property', `const { ${NAME}: url } = process.env;`],
    ['in Deno', 'CallExpression', `f(Deno.env.get('${NAME}'));`],
    ['of a service', 'CallExpression', `f(this.configService.getOrThrow('${NAME}'));`],
    ['by a helper', 'CallExpression', `f(requireEnv('${NAME}'));`],
  ])('%s', (_, node, code) => {
    expect(readsOf(code)).toEqual([node]);
  });

  it.each<readonly [name: string, code: string]>([
    ['on an object of its own', `f(config.${NAME});`],
    ['of an object that is taken apart', `const { ${NAME} } = defaults;`],
    ['from a store', `f(cache.get('${NAME}'));`],
    ['that a test stubs', `vi.stubEnv('${NAME}', '${URL}');`],
  ])('not %s', (_, code) => {
    expect(readsOf(code)).toEqual([]);
  });
});

describe('what a command gives a variable', () => {
  it.each<readonly [command: string, value: string | undefined]>([
    ['X=1 node a.js', '1'],
    ['cross-env X=1 node a.js', '1'],
    ['cd a && X="a b" node b.js', 'a b'],
    ["sh -c 'X=1 node a.js'", '1'],
    ["X='a b' node b.js", 'a b'],
    ['set X=1&& node a.js', '1'],
    ['X= node a.js', ''],
    ['AX=1 node a.js', undefined],
    ['node a.js --X=1', undefined],
    ['node a.js', undefined],
  ])('%s', (command, value) => {
    expect(variableInCommand(command, 'X')).toBe(value);
  });
});
