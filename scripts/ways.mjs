// Applies the suggestions for every way to call Claude that the documentation, the rules' pages and the tests have, as far as facts/
// holds the packages, and checks the types of the results and that the finding is gone: npm run ways. Needs
// `npm ci --prefix facts`, so it is no part of `npm test`.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import ts from 'typescript';
import plugin from '../dist/index.js';
import { packagesOf, snippets } from './ways/snippets.mjs';

const facts = new URL('../facts/', import.meta.url).pathname;
if (!existsSync(join(facts, 'node_modules'))) {
  console.error('facts/node_modules is not there: npm ci --prefix facts');
  process.exit(2);
}
const folder = join(facts, '.ways');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const SUGGESTING = Object.entries(plugin.rules)
  .filter(([, { meta }]) => meta.hasSuggestions)
  .map(([name]) => name);
const MARKED = { zdr: true };

function linted(code, path, { rule, options, settings = MARKED }) {
  const rules = (rule ? [rule] : SUGGESTING).map((name) => [
    `cc/${name}`,
    options ? ['error', options] : 'error',
  ]);
  return new Linter({ cwd: dirname(path), configType: 'flat' }).verify(
    code,
    {
      files: ['**'],
      languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      plugins: { cc: plugin },
      settings: { 'claude-compliance': settings },
      rules: Object.fromEntries(rules),
    },
    { filename: path },
  );
}

/** What is said more than once is said by so many findings. */
const countOf = (messages, { ruleId, messageId }) =>
  messages.filter((each) => each.ruleId === ruleId && each.messageId === messageId).length;

const known = (await snippets()).filter((snippet) =>
  packagesOf(snippet).every((name) => existsSync(join(facts, 'node_modules', name))),
);
const failures = [];
const files = [];
let applied = 0;
known.forEach((snippet, i) => {
  const { code, files: others = {}, name, whole = false } = snippet;
  const extension = /<\/|\/>/.test(code) ? 'tsx' : 'ts';
  const write = (text, base) => {
    const path = join(folder, String(i), 'src', `${base}.${extension}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, /^(?:import|export)\b/m.test(text) ? text : `${text}\nexport {};\n`);
    return path;
  };
  const written = write(code, 'main');
  for (const [path, text] of Object.entries(others)) {
    const at = join(folder, String(i), path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
  writeFileSync(join(folder, String(i), 'package.json'), '{ "name": "way", "type": "module" }');
  const messages = linted(code, written, snippet);
  const results = messages.flatMap((message) =>
    (message.suggestions ?? []).map(({ desc, fix }) => {
      const text = code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
      applied += 1;
      // A suggestion that renames a key or adds a field settles its finding.
      if (countOf(linted(text, written, snippet), message) >= countOf(messages, message))
        failures.push(`${name}: "${desc}" leaves "${message.message}"`);
      return { desc, path: write(text, `suggestion-${applied}`) };
    }),
  );
  if (whole || results.length > 0) files.push({ name, whole, path: written, results });
});

const program = ts.createProgram(
  files.flatMap(({ path, results }) => [path, ...results.map((result) => result.path)]),
  {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowJs: true,
    jsx: ts.JsxEmit.Preserve,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    typeRoots: [join(facts, '../node_modules/@types')],
  },
);
const errorsOf = (path) =>
  ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map(
      ({ code, messageText }) =>
        `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`,
    );

/** The kind of an error, without the types that it quotes. */
const kindOf = (error) => error.slice(0, 50).replace(/'.*/, '');

/** What only a suggestion adds: fixtures leave parameters without types, and name what nothing declares. */
function added(before, after) {
  const left = before.map(kindOf);
  return after.filter((error) => {
    const at = left.indexOf(kindOf(error));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

for (const { name, path, results, whole } of files) {
  const before = errorsOf(path);
  if (whole) failures.push(...before.map((error) => `${name}, as written: ${error}`));
  for (const result of results)
    failures.push(
      ...added(before, errorsOf(result.path)).map((error) => `${name}, "${result.desc}": ${error}`),
    );
}
console.log(failures.join('\n'));
console.log(
  `${known.length} snippets whose packages are in facts/, ${applied} suggestions applied, ${failures.length} failures`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
