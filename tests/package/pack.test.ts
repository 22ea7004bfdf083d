import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, npm, run, writeFiles } from './npm.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NAME = 'eslint-plugin-claude-compliance';
const INSTALLING_MS = 180_000;

/** All that is published. Each pattern stands for at least one file. */
const PUBLISHED: readonly RegExp[] = [
  /^dist\/.+\.js$/,
  /^dist\/.+\.d\.ts$/,
  /^dist\/audit\/diagram\/layout\.LICENSE\.txt$/,
  /^docs\/.+$/,
  /^schemas\/.+\.schema\.json$/,
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^CHANGELOG\.md$/,
];

/** All that the built code may import, beside its own modules and Node. */
const RUNTIME_PACKAGES = ['@eslint-community/eslint-utils', 'get-tsconfig', 'resolve-pkg-maps'];

/** All that the types may refer to besides: what every user of the plugin has. */
const TYPE_PACKAGES = ['eslint'];

const UNPINNED = `const client = new Anthropic();

export const ask = (content) =>
  client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 64, messages: [{ role: 'user', content }] });

export const askInTheUnitedStates = (content) =>
  client.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 64,
    inference_geo: 'us',
    messages: [{ role: 'user', content }],
  });

export const askAnywhere = (content) =>
  client.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 64,
    inference_geo: 'global',
    messages: [{ role: 'user', content }],
  });
`;

const ESM_PROJECT = {
  'esm/package.json': '{ "private": true, "type": "module" }',
  'esm/eslint.config.js': `import { defineConfig } from 'eslint/config';
import plugin from '${NAME}';

export default defineConfig({ plugins: { 'claude-compliance': plugin }, extends: ['claude-compliance/hipaa'] });
`,
  'esm/src/ask.js': `import Anthropic from '@anthropic-ai/sdk';\n${UNPINNED}`,
};

const COMMONJS_PROJECT = {
  'commonjs/package.json': '{ "private": true }',
  'commonjs/eslint.config.cjs': `const plugin = require('${NAME}');

module.exports = [...plugin.configs.hipaa];
`,
  'commonjs/src/ask.js': `const Anthropic = require('@anthropic-ai/sdk');\n${UNPINNED.replaceAll(/export const (\w+)/g, 'exports.$1')}`,
};

const PROJECT = { 'package.json': '{ "private": true }', ...ESM_PROJECT, ...COMMONJS_PROJECT };

const EXPECTED = [
  { file: 'ask.js', ruleId: 'claude-compliance/require-inference-geo', messageId: 'missing', line: 5 },
  { file: 'ask.js', ruleId: 'claude-compliance/require-audit-log', messageId: 'missing', line: 5 },
  { file: 'ask.js', ruleId: 'claude-compliance/require-audit-log', messageId: 'missing', line: 8 },
  { file: 'ask.js', ruleId: 'claude-compliance/require-audit-log', messageId: 'missing', line: 16 },
  { file: 'ask.js', ruleId: 'claude-compliance/require-inference-geo', messageId: 'notAllowed', line: 19 },
];

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly Linter.LintMessage[];
}

interface PackedFile {
  readonly path: string;
}

let folder: string;
let tarball: string;
let packed: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claude-compliance-'));
  const report = await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT);
  const [archive] = JSON.parse(report) as { filename: string; files: PackedFile[] }[];
  if (!archive) throw new Error(`npm pack reported no archive: ${report}`);
  tarball = join(folder, archive.filename);
  packed = archive.files.map(({ path }) => path);
}, INSTALLING_MS);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the archive', () => {
  it('holds nothing but what is published', () => {
    expect(packed.filter((path) => !PUBLISHED.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it.each(PUBLISHED)('holds %s', (pattern) => {
    expect(packed.some((path) => pattern.test(path))).toBe(true);
  });

  it('points to no source map', async () => {
    for (const path of packed) {
      expect(await readFile(join(ROOT, path), 'utf8'), path).not.toContain('sourceMappingURL');
    }
  });

  it('satisfies publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: ROOT, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
});

describe('the built files', () => {
  /** Every import in the packed files that end so, except of other packed files. */
  const foreignImports = async (ending: '.d.ts' | '.js'): Promise<[path: string, source: string][]> => {
    const foreign: [path: string, source: string][] = [];
    for (const path of packed.filter((name) => name.startsWith('dist/') && name.endsWith(ending))) {
      const { importedFiles } = ts.preProcessFile(await readFile(join(ROOT, path), 'utf8'), true, true);
      for (const { fileName } of importedFiles) {
        const target = posix.join(posix.dirname(path), fileName).replace(/\.[jt]s$/, ending);
        // What the command writes into a config is no import of its own.
        if (fileName.startsWith('${')) continue;
        if (!(fileName.startsWith('.') && packed.includes(target))) foreign.push([path, fileName]);
      }
    }
    return foreign;
  };

  it('import only each other, Node and the declared packages', async () => {
    const foreign = await foreignImports('.js');
    expect(
      foreign.filter(([, source]) => !isNodeModule(source) && !RUNTIME_PACKAGES.includes(source)),
    ).toEqual([]);
  });

  it('have types that need only each other and ESLint', async () => {
    const foreign = await foreignImports('.d.ts');
    expect(foreign.filter(([, source]) => !TYPE_PACKAGES.includes(source))).toEqual([]);
  });
});

describe.each(['10.15.0', '9.22.0'])('installed beside ESLint %s', { timeout: INSTALLING_MS }, (version) => {
  let project: string;

  beforeAll(async () => {
    project = await projectWith([`eslint@${version}`]);
  }, INSTALLING_MS);

  it('reports from an ESM config that extends a pack by name', async () => {
    expect(await lint(project, 'esm')).toEqual(EXPECTED);
  });

  it('reports from a CommonJS config', async () => {
    expect(await lint(project, 'commonjs')).toEqual(EXPECTED);
  });

  it('is the plugin itself where it is required', async () => {
    const { stdout, stderr } = await run(
      process.execPath,
      [
        '-e',
        `console.log(JSON.stringify(Object.entries(require('${NAME}')).map(([k, v]) => [k, Object.keys(v)])))`,
      ],
      project,
    );
    expect(stderr).toBe('');
    const required = Object.fromEntries(JSON.parse(stdout) as [string, string[]][]);
    expect(Object.keys(required).sort()).toEqual(['configs', 'languages', 'meta', 'rules']);
    expect(required['rules']).toContain('require-inference-geo');
    expect(required['configs']).toEqual(expect.arrayContaining(['recommended', 'hipaa', 'finserv', 'gov']));
  });

  it('is one and the same object for import and require', async () => {
    const code = `import plugin from '${NAME}';
import { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('${NAME}');
console.log(plugin === required, Object.values(plugin.configs).flat().every((config) => config.plugins['claude-compliance'] === plugin));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], project);
    expect(stdout.trim()).toBe('true true');
  });

  it('brings neither TypeScript nor typescript-eslint', () => {
    expect(existsSync(join(project, 'node_modules/typescript'))).toBe(false);
    expect(existsSync(join(project, 'node_modules/@typescript-eslint'))).toBe(false);
  });
});

describe('installed beside TypeScript 7', { timeout: INSTALLING_MS }, () => {
  let project: string;

  beforeAll(async () => {
    project = await projectWith(['eslint@10.15.0', 'typescript@7.0.2']);
  }, INSTALLING_MS);

  it('brings no second TypeScript', async () => {
    const versions = await Promise.all(
      (await foldersNamed('typescript', join(project, 'node_modules'))).map(async (path) => {
        const { version } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as {
          version: string;
        };
        return version;
      }),
    );
    expect(versions).toEqual(['7.0.2']);
  });

  it.each(['esm', 'commonjs'])('reports from the %s config', async (config) => {
    expect(await lint(project, config)).toEqual(EXPECTED);
  });

  const typeErrors = async (config: string): Promise<string> => {
    await writeFiles(project, { 'esm/typed-config.ts': config });
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck'];
    const tsc = join(project, 'node_modules/typescript/bin/tsc');
    return (await run(process.execPath, [tsc, ...options, 'typed-config.ts'], join(project, 'esm'))).stdout;
  };

  it('has types for a config in TypeScript', async () => {
    const config = `import { defineConfig } from 'eslint/config';
import type { Linter } from 'eslint';
import plugin from '${NAME}';

export const pack: Linter.Config[] = plugin.configs.hipaa;
export const named = defineConfig({ plugins: { 'claude-compliance': plugin }, extends: ['claude-compliance/gov'] });
export const listed = defineConfig([plugin.configs.recommended, ...plugin.configs.finserv]);
`;
    expect(await typeErrors(config)).toBe('');
  });

  it('has types that know the packs', async () => {
    const config = `import plugin from '${NAME}';\n\nexport const misspelt = plugin.configs.hippa;\n`;
    expect(await typeErrors(config)).toContain("Property 'hippa' does not exist");
  });
});

function isNodeModule(source: string): boolean {
  return source.startsWith('node:') && builtinModules.includes(source.slice('node:'.length));
}

/** A new project with the packed plugin and other packages. */
async function projectWith(packages: readonly string[]): Promise<string> {
  const project = await mkdtemp(join(folder, 'project-'));
  await writeFiles(project, PROJECT);
  await install(project, [tarball, ...packages]);
  return project;
}

/** Runs the project's own ESLint, as a user would. */
async function lint(project: string, config: string): Promise<object[]> {
  const eslint = join(project, 'node_modules/eslint/bin/eslint.js');
  const { exitCode, stdout, stderr } = await run(
    process.execPath,
    [eslint, '-f', 'json', 'src'],
    join(project, config),
  );
  if (exitCode > 1) throw new Error(`ESLint failed:\n${stderr}`);
  return (JSON.parse(stdout) as LintedFile[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, messageId, line }) => ({
      file: posix.basename(filePath),
      ruleId,
      messageId,
      line,
    })),
  );
}

/** Every package of this name, at whichever depth. */
async function foldersNamed(name: string, modules: string): Promise<string[]> {
  const manifests = await readdir(modules, { recursive: true });
  return manifests
    .filter((path) => path === `${name}/package.json` || path.endsWith(`node_modules/${name}/package.json`))
    .map((path) => dirname(join(modules, path)));
}
