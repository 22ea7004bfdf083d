// The code whose suggestions scripts/ways.mjs applies: the documented ways, the roads and kinds of the tests, and the rules' pages.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { GIVEN, WAYS } from '../../facts/ways.mjs';

/**
 * @typedef {object} Snippet
 * @property {string} name
 * @property {string} code
 * @property {boolean} [whole] It has to type-check as it is; of all others only what a suggestion adds is an error.
 * @property {string} [rule] The one rule that it is about.
 * @property {unknown} [options]
 * @property {object} [settings]
 * @property {Record<string, string>} [files] Other modules, by their paths.
 */

const root = new URL('../../', import.meta.url).pathname;

/** @returns {Promise<Snippet[]>} */
export async function snippets() {
  return [...ways(), ...(await roads()), ...kinds(), ...pages()];
}

function ways() {
  return WAYS.filter(({ typed }) => typed !== false).map(({ code, packages, row }) => ({
    name: `way: ${row} of ${packages}`,
    code: GIVEN + code,
    whole: true,
  }));
}

async function roads() {
  const folder = join(root, 'tests/field/roads');
  const names = readdirSync(folder).filter((name) => name !== 'types.ts');
  const modules = await Promise.all(names.map((name) => imported(join(folder, name))));
  return modules
    .flatMap((each) => Object.values(each).flat())
    .filter(({ commonjs }) => !commonjs)
    .map(({ name, code, files }) => ({
      name: `road: ${name}`,
      code: code.replaceAll(/ *\/\/!.*/g, ''),
      files,
    }));
}

/** A module of TypeScript that imports nothing but types. */
async function imported(path) {
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

function kinds() {
  return ['kinds.json', 'kinds-forms.json']
    .flatMap((name) => JSON.parse(readFileSync(join(root, 'tests/field', name), 'utf8')))
    .filter(({ filename }) => /\.tsx?$/.test(filename))
    .map(({ name, ...kind }) => ({ name: `kind: ${name}`, ...kind }));
}

/** The blocks of the rules' pages. */
function pages() {
  const folder = join(root, 'docs/rules');
  return readdirSync(folder).flatMap((page) =>
    [...readFileSync(join(folder, page), 'utf8').matchAll(/^```tsx?\n([^]*?)^```$/gm)].map(([, code], i) => ({
      name: `page: ${page} ${i + 1}`,
      code,
      rule: page.replace(/\.md$/, ''),
    })),
  );
}

const BUILT_IN = new Set(builtinModules);

/** The packages that a snippet imports. */
export function packagesOf({ code, files = {} }) {
  const specifiers = [code, ...Object.values(files)].flatMap((text) =>
    [...text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*['"]([^'"]+)['"]/g)].map(
      ([, name]) => name,
    ),
  );
  return [...new Set(specifiers)]
    .filter((name) => !/^(?:node:|[./~]|@\/|#)/.test(name) && !BUILT_IN.has(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0]);
}
