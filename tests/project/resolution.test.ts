/**
 * Where imports lead, compared with what TypeScript says of the same projects.
 */
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { Disk } from '../../src/project/disk.ts';
import { Resolution } from '../../src/project/resolution.ts';
import { folderWith } from '../helpers/folders.ts';

/** A monorepo with what teams have: aliases, barrels, built packages, references, subpath imports. */
const FILES = {
  'package.json': { name: 'acme', private: true, workspaces: ['packages/*', 'apps/*', '!packages/old'] },
  'tsconfig.base.json': `{
    // Comments and commas, as people write them.
    "compilerOptions": {
      "strict": true,
      "paths": { "@acme/flags": ["./packages/flags/src/main.ts"], "~shared/*": ["./packages/shared/src/*", "./legacy/shared/*"], },
    },
  }`,
  'legacy/shared/dates.ts': '',

  'apps/api/package.json': {
    name: '@acme/api',
    imports: {
      '#config': './src/config.ts',
      '#lib/*': './src/lib/*.js',
      '#llm': '@acme/llm',
      '#by-condition': { node: './src/config.ts', default: './src/missing.ts' },
    },
  },
  'apps/api/tsconfig.json': {
    extends: '../../tsconfig.base.json',
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      resolveJsonModule: true,
      allowJs: true,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
  },
  'apps/api/src/index.ts': '',
  'apps/api/src/config.ts': '',
  'apps/api/src/both.ts': '',
  'apps/api/src/both.js': '',
  'apps/api/src/both/index.ts': '',
  'apps/api/src/view.tsx': '',
  'apps/api/src/plain.js': '',
  'apps/api/src/widget.jsx': '',
  'apps/api/src/esm.mts': '',
  'apps/api/src/node.cts': '',
  'apps/api/src/old.cjs': '',
  'apps/api/src/settings.json': '{}',
  'apps/api/src/typed.js': '',
  'apps/api/src/typed.d.ts': '',
  'apps/api/src/only-types.d.ts': '',
  'apps/api/src/lib/index.ts': '',
  'apps/api/src/lib/redact.ts': '',
  'apps/api/src/lib/audit.service.ts': '',
  'apps/api/src/deep/folder/package.json': { main: './entry.js' },
  'apps/api/src/deep/folder/entry.ts': '',
  'apps/api/src/jsfolder/index.js': '',
  'apps/api/src/empty/readme.md': '',

  'apps/web/package.json': { name: '@acme/web' },
  'apps/web/tsconfig.json': {
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'preserve',
      allowJs: true,
      paths: { '@/*': ['./src/*'], 'llm-alias': ['../../packages/llm/src/index'], '*.svg': ['./src/svg.ts'] },
    },
  },
  'apps/web/src/page.tsx': '',
  'apps/web/src/svg.ts': '',
  'apps/web/src/components/chat.tsx': '',
  'apps/web/src/components/index.ts': '',

  'apps/old/package.json': { name: 'old-app' },
  'apps/old/jsconfig.json': { compilerOptions: { baseUrl: 'src' } },
  'apps/old/src/main.js': '',
  'apps/old/src/services/claude.js': '',
  'apps/old/src/services/index.js': '',

  'apps/vite/package.json': { name: 'vite-app' },
  'apps/vite/tsconfig.json': {
    files: [],
    references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }],
  },
  'apps/vite/tsconfig.app.json': {
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      allowJs: true,
      paths: { '@/*': ['./src/*'] },
    },
    include: ['src'],
  },
  'apps/vite/tsconfig.node.json': {
    compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./tools/*'] } },
    include: ['vite.config.ts', 'tools'],
  },
  'apps/vite/vite.config.ts': '',
  'apps/vite/src/main.ts': '',
  'apps/vite/src/api.ts': '',
  'apps/vite/tools/api.ts': '',

  'packages/llm/package.json': {
    name: '@acme/llm',
    exports: {
      '.': { types: './src/index.ts', default: './src/index.ts' },
      './client': './src/client.ts',
      './prompts/*': './src/prompts/*.ts',
      './internal/*': null,
    },
  },
  'packages/llm/src/index.ts': '',
  'packages/llm/src/client.ts': '',
  'packages/llm/src/prompts/note.ts': '',
  'packages/llm/src/internal/secret.ts': '',

  'packages/shared/package.json': { name: '@acme/shared', main: './src/index.ts' },
  'packages/shared/src/index.ts': '',
  'packages/shared/src/logger.ts': '',

  'packages/flags/package.json': { name: '@acme/flags' },
  'packages/flags/src/main.ts': '',

  'packages/built/package.json': {
    name: '@acme/built',
    exports: {
      '.': { types: './dist/index.d.ts', import: './dist/index.js' },
      './audit': { types: './dist/audit.d.ts', import: './dist/audit.js' },
    },
  },
  'packages/built/dist/index.js': '',
  'packages/built/dist/index.d.ts': '',
  'packages/built/src/index.ts': '',
  'packages/built/src/audit.ts': '',

  'packages/compiled/package.json': {
    name: '@acme/compiled',
    main: 'out/main.js',
    types: 'out/main.d.ts',
  },
  'packages/compiled/tsconfig.json': { compilerOptions: { outDir: 'out', rootDir: 'source' } },
  'packages/compiled/source/main.ts': '',

  'packages/typed/package.json': { name: '@acme/typed', types: './index.d.ts' },
  'packages/typed/index.d.ts': '',

  'packages/old/package.json': { name: '@acme/old', main: './index.js' },
  'packages/old/index.js': '',

  'node_modules/react/package.json': { name: 'react', main: 'index.js', types: 'index.d.ts' },
  'node_modules/react/index.js': '',
  'node_modules/react/index.d.ts': '',
  'node_modules/plain-js/index.js': '',
  'node_modules/plain-js/package.json': { name: 'plain-js', main: 'index.js' },
} as const;

const root = folderWith(FILES);
mkdirSync(join(root, 'node_modules/@acme'), { recursive: true });
for (const name of ['llm', 'shared', 'built', 'compiled', 'typed', 'api']) {
  symlinkSync(
    join(root, name === 'api' ? 'apps/api' : `packages/${name}`),
    join(root, 'node_modules/@acme', name),
  );
}

/** [importing file, specifier, where it leads, where TypeScript says it leads if that is another place and why]. */
type Row = readonly [from: string, specifier: string, to: string, typescript?: string | null];

const API = 'apps/api/src/index.ts';
const DEEP = 'apps/api/src/lib/redact.ts';
const WEB = 'apps/web/src/page.tsx';
const OLD = 'apps/old/src/main.js';
const VITE = 'apps/vite/src/main.ts';

const RELATIVE: readonly Row[] = [
  [API, './config', 'apps/api/src/config.ts'],
  [API, './config.js', 'apps/api/src/config.ts'],
  [API, './config.ts', 'apps/api/src/config.ts'],
  [API, './view', 'apps/api/src/view.tsx'],
  [API, './view.js', 'apps/api/src/view.tsx'],
  [API, './view.jsx', 'apps/api/src/view.tsx'],
  [API, './both', 'apps/api/src/both.ts'],
  [API, './both.js', 'apps/api/src/both.ts'],
  [API, './both/', 'apps/api/src/both/index.ts'],
  [API, './both/index', 'apps/api/src/both/index.ts'],
  [API, './plain', 'apps/api/src/plain.js'],
  [API, './plain.js', 'apps/api/src/plain.js'],
  [API, './widget', 'apps/api/src/widget.jsx'],
  [API, './widget.jsx', 'apps/api/src/widget.jsx'],
  [API, './esm.mjs', 'apps/api/src/esm.mts'],
  [API, './esm.mts', 'apps/api/src/esm.mts'],
  [API, './node.cjs', 'apps/api/src/node.cts'],
  [API, './old.cjs', 'apps/api/src/old.cjs'],
  [API, './settings.json', 'apps/api/src/settings.json'],
  [API, './lib', 'apps/api/src/lib/index.ts'],
  [API, './lib/', 'apps/api/src/lib/index.ts'],
  [API, './lib/audit.service', 'apps/api/src/lib/audit.service.ts'],
  [API, './lib/audit.service.js', 'apps/api/src/lib/audit.service.ts'],
  [API, './jsfolder', 'apps/api/src/jsfolder/index.js'],
  [API, './deep/folder', 'apps/api/src/deep/folder/entry.ts'],
  [API, './only-types', 'declaration', 'apps/api/src/only-types.d.ts'],
  [API, './missing', 'not-found'],
  [API, './empty', 'not-found'],
  [API, './config/nothing', 'not-found'],
  [API, '.', 'apps/api/src/index.ts'],
  [DEEP, '..', 'apps/api/src/index.ts'],
  [DEEP, '.', 'apps/api/src/lib/index.ts'],
  [DEEP, '../config', 'apps/api/src/config.ts'],
  [DEEP, '../../../../packages/llm/src', 'packages/llm/src/index.ts'],
  // Code beats the declaration beside it.
  [API, './typed', 'apps/api/src/typed.js', 'apps/api/src/typed.d.ts'],
  [API, './typed.js', 'apps/api/src/typed.js', 'apps/api/src/typed.d.ts'],
  // What Node's require and bundlers try beyond TypeScript.
  [API, './settings', 'apps/api/src/settings.json', null],
  [API, './esm', 'apps/api/src/esm.mts', null],
];

const ALIASES: readonly Row[] = [
  [WEB, '@/components/chat', 'apps/web/src/components/chat.tsx'],
  [WEB, '@/components/chat.js', 'apps/web/src/components/chat.tsx'],
  [WEB, '@/components', 'apps/web/src/components/index.ts'],
  [WEB, '@/components/missing', 'not-found'],
  [WEB, 'llm-alias', 'packages/llm/src/index.ts'],
  [WEB, 'logo.svg', 'apps/web/src/svg.ts'],
  ['apps/web/src/components/chat.tsx', '@/page', 'apps/web/src/page.tsx'],
  [API, '@acme/flags', 'packages/flags/src/main.ts'],
  [API, '~shared/logger', 'packages/shared/src/logger.ts'],
  [API, '~shared/dates', 'legacy/shared/dates.ts'],
  [API, '~shared/missing', 'not-found'],
  [API, '@/config', 'package'],
  [OLD, 'services/claude', 'apps/old/src/services/claude.js'],
  [OLD, 'services', 'apps/old/src/services/index.js'],
  [OLD, 'main', 'apps/old/src/main.js'],
  [VITE, '@/api', 'apps/vite/src/api.ts'],
  ['apps/vite/vite.config.ts', '@/api', 'apps/vite/tools/api.ts'],
];

const PACKAGES: readonly Row[] = [
  [API, '#config', 'apps/api/src/config.ts'],
  [API, '#lib/redact', 'apps/api/src/lib/redact.ts'],
  [API, '#by-condition', 'apps/api/src/config.ts', null],
  [API, '#llm', 'packages/llm/src/index.ts'],
  [API, '#nothing', 'not-found'],
  [API, '@acme/llm', 'packages/llm/src/index.ts'],
  [WEB, '@acme/llm', 'packages/llm/src/index.ts'],
  [WEB, '@acme/llm/client', 'packages/llm/src/client.ts'],
  [WEB, '@acme/llm/prompts/note', 'packages/llm/src/prompts/note.ts'],
  [WEB, '@acme/llm/internal/secret', 'not-found'],
  [WEB, '@acme/llm/not-exported', 'not-found'],
  [WEB, '@acme/shared', 'packages/shared/src/index.ts'],
  [WEB, '@acme/shared/src/logger', 'packages/shared/src/logger.ts'],
  ['packages/llm/src/client.ts', '@acme/llm', 'packages/llm/src/index.ts'],
  ['packages/llm/src/client.ts', '@acme/llm/client', 'packages/llm/src/client.ts'],
  [WEB, 'react', 'package', 'node_modules/react/index.d.ts'],
  [WEB, 'react/index', 'package', 'node_modules/react/index.d.ts'],
  [WEB, 'plain-js', 'package', 'node_modules/plain-js/index.js'],
  [WEB, '../../../node_modules/plain-js/index.js', 'package', 'node_modules/plain-js/index.js'],
  [WEB, 'not-installed', 'package'],
  [WEB, '@scope/not-installed/deep', 'package'],
  [WEB, 'node:fs', 'package'],
  [WEB, 'fs/promises', 'package'],
  [WEB, 'https://esm.sh/zod', 'package'],
  [WEB, 'virtual:pwa-register', 'package'],
  // The source, not what was built from it or is yet to be built.
  [WEB, '@acme/built', 'packages/built/src/index.ts', 'packages/built/dist/index.d.ts'],
  [WEB, '@acme/built/audit', 'packages/built/src/audit.ts', null],
  [WEB, '@acme/compiled', 'packages/compiled/source/main.ts', null],
  [WEB, '@acme/typed', 'declaration', 'packages/typed/index.d.ts'],
  // Workspaces that nobody has linked.
  [WEB, 'vite-app/src/api', 'apps/vite/src/api.ts', null],
  [WEB, '@acme/old', 'package'],
];

const resolution = new Resolution(new Disk());

function located(from: string, specifier: string): string {
  const found = resolution.locate(specifier, join(root, from));
  return found.kind === 'file' ? relative(root, found.path) : found.reason;
}

/** What TypeScript says, with the options of the configuration that it takes for the file. */
function typescript(from: string, specifier: string): string | null {
  const file = join(root, from);
  const config = configFor(file);
  const options = config
    ? ts.parseJsonConfigFileContent(
        ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
        ts.sys,
        dirname(config),
      ).options
    : {};
  const { resolvedModule } = ts.resolveModuleName(
    specifier,
    file,
    {
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      module: ts.ModuleKind.ESNext,
      allowJs: true,
      ...options,
    },
    ts.sys,
  );
  return resolvedModule ? relative(root, realpathSync(resolvedModule.resolvedFileName)) : null;
}

function configFor(file: string): string | undefined {
  if (file.includes('apps/vite')) {
    return join(
      root,
      file.includes('/src/') ? 'apps/vite/tsconfig.app.json' : 'apps/vite/tsconfig.node.json',
    );
  }
  const name = file.endsWith('.js') ? 'jsconfig.json' : 'tsconfig.json';
  return ts.findConfigFile(dirname(file), (path) => ts.sys.fileExists(path), name);
}

describe.each<readonly [kind: string, rows: readonly Row[]]>([
  ['relative imports', RELATIVE],
  ['aliases of tsconfig', ALIASES],
  ['packages', PACKAGES],
])('%s', (_, rows) => {
  it.each(rows.map(([from, specifier, to, other]) => ({ from, specifier, to, other })))(
    '$from: $specifier → $to',
    ({ from, specifier, to, other }) => {
      expect(located(from, specifier)).toBe(to);
      const nowhere = ['not-found', 'package', 'declaration'].includes(to);
      expect(typescript(from, specifier)).toBe(other === undefined ? (nowhere ? null : to) : other);
    },
  );
});
