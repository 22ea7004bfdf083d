// Makes small faults in the code, one at a time, and asks the tests nearest to it whether they see them: npm run mutants. Works in a copy
// of the tree, .mutants/, so that nothing of the checkout is ever changed. `npm run mutants -- 40 7 src/policy` makes 40 with the seed 7.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, mutantsOf, numbersOf } from './mutants/mutations.mjs';

const root = new URL('../', import.meta.url).pathname;
const folder = join(root, '.mutants');
const COPIED = ['src', 'tests', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/** What is mutated, and the tests that concern it, the quickest first; a mutant lives that all of them let pass. */
const VALUES = [
  'analysis/values',
  'analysis/values-bounds',
  'analysis/updated-parameters',
  'rules/require-inference-geo',
  'analysis/forms',
  'field/kinds',
];
const FLOW = [
  'analysis/content-flow',
  'analysis/redactor-bodies',
  'rules/require-redaction',
  'rules/no-raw-prompt-logging',
  'rules/no-full-record',
  'field/kinds',
];
const AUDIT = ['policy/audit-fields', 'rules/require-audit-log', 'analysis/audit-records'];
const TESTS = {
  'src/policy/geo-verdicts.ts': ['policy/geos', 'rules/require-inference-geo'],
  'src/policy/region-verdicts.ts': ['policy/regions', 'rules/require-approved-region'],
  'src/policy/model-verdicts.ts': ['policy/models', 'rules/require-approved-model'],
  'src/policy/key-verdicts.ts': ['rules/require-environment-keys'],
  'src/policy/audit-verdicts.ts': AUDIT,
  'src/analysis/values/': VALUES,
  'src/analysis/content-flow/': FLOW,
};
/** Each has the same share of the mutants, however large it is. */
const ROOMS = ['src/policy/', 'src/analysis/values/', 'src/analysis/content-flow/'];

const [count = '40', seed = '1', under = 'src/'] = process.argv.slice(2);

function mutantsUnder(room) {
  return readdirSync(join(root, room), { recursive: true })
    .map((name) => join(room, name))
    .filter((file) => file.endsWith('.ts') && file.startsWith(under))
    .sort()
    .flatMap((file) => {
      const tests = Object.entries(TESTS).find(([start]) => file.startsWith(start))?.[1];
      if (!tests) return [];
      return mutantsOf(readFileSync(join(root, file), 'utf8')).map((one) => ({ file, tests, ...one }));
    });
}

/** Whether these tests pass in the copy. A run that takes three minutes went round in circles: somebody would have noticed. */
function pass(tests, most = 180_000) {
  return new Promise((resolve) => {
    const words = [
      'vitest',
      'run',
      '--bail',
      '1',
      '--maxWorkers',
      '1',
      ...tests.map((test) => `tests/${test}.test.ts`),
    ];
    const run = spawn('npx', words, { cwd: folder, stdio: 'ignore', detached: true });
    const stop = () => process.kill(-run.pid);
    const late = setTimeout(stop, most);
    process.once('exit', stop);
    run.on('close', (code) => {
      clearTimeout(late);
      process.off('exit', stop);
      resolve(code === 0);
    });
  });
}

function copy() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
copy();
const rooms = ROOMS.map(mutantsUnder).filter((room) => room.length > 0);
const next = numbersOf(Number(seed));
const chosen = rooms.flatMap((room, i) =>
  drawn(
    room,
    Math.round((Number(count) * (i + 1)) / rooms.length) - Math.round((Number(count) * i) / rooms.length),
    next,
  ),
);
console.log(`${chosen.length} of ${rooms.flat().length} mutants, seed ${seed}.`);
const untouched = [...new Set(chosen.flatMap(({ tests }) => tests))];
if (!(await pass(untouched, 900_000))) {
  console.error('The tests fail without any mutant.');
  process.exit(2);
}
let killed = 0;
for (const [i, { file, line, kind, was, becomes, mutated, tests }] of chosen.entries()) {
  writeFileSync(join(folder, file), mutated);
  const lives = await pass(tests);
  cpSync(join(root, file), join(folder, file));
  if (!lives) killed += 1;
  const what = `${kind}: ${was.trim()} -> ${becomes.trim() || '(nothing)'}`
    .replace(/\s+/g, ' ')
    .slice(0, 160);
  console.log(`${i + 1} ${lives ? 'SURVIVED' : 'killed'} ${file}:${line} ${what}`);
}
console.log(`${killed} of ${chosen.length} killed.`);
