// Applies the suggestions of every snippet in facts/ways.mjs and checks the types of the results against the packages in
// facts/: npm run ways. Needs `npm ci --prefix facts`, so it is no part of `npm test`.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import ts from 'typescript';
import plugin from '../dist/index.js';
import { GIVEN, WAYS } from '../facts/ways.mjs';

const facts = new URL('../facts/', import.meta.url).pathname;
if (!existsSync(join(facts, 'node_modules'))) {
  console.error('facts/node_modules is not there: npm ci --prefix facts');
  process.exit(2);
}
const folder = join(facts, '.ways');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const linter = new Linter();
const lint = (code) =>
  linter.verify(
    code,
    {
      files: ['**'],
      languageOptions: { parser },
      plugins: { cc: plugin },
      rules: { 'cc/require-inference-geo': 'error' },
    },
    { filename: 'way.ts' },
  );

const files = WAYS.filter(({ typed }) => typed !== false).flatMap(({ code, packages }, i) => {
  const whole = GIVEN + code;
  const suggested = lint(whole).flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix }) => whole.slice(0, fix.range[0]) + fix.text + whole.slice(fix.range[1])),
  );
  return [whole, ...suggested].map((text, j) => {
    const path = join(folder, `${i}-${j === 0 ? 'as-written' : `suggestion-${j}`}.ts`);
    writeFileSync(path, `${text}\n`);
    return { path, packages };
  });
});
const program = ts.createProgram(
  files.map(({ path }) => path),
  {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    typeRoots: [join(facts, '../node_modules/@types')],
  },
);
let failed = 0;
for (const { path, packages } of files) {
  for (const { code, messageText } of ts.getPreEmitDiagnostics(program, program.getSourceFile(path))) {
    failed += 1;
    console.log(
      `${packages}, ${path.slice(folder.length + 1)}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`,
    );
  }
}
console.log(`${files.length} files, ${failed} errors`);
process.exitCode = failed > 0 ? 1 : 0;
