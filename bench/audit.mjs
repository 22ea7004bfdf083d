/**
 * What the audit of a large repository costs, beside what nobody can do without: parsing the files that concern Claude, as ESLint
 * does, and reading the others.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateFiles } from './generate.mjs';

const FILES = 10_000;
const USING_CLAUDE = 300;
const MAX_OUTPUT = 1e8;

/** Said by a process at its end: its processor time in ms, of all its threads, and the most memory that it took, in kB. */
const TELL = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();
process.stderr.write('\\n'+JSON.stringify({ms:(user+system)/1000,kb:process.resourceUsage().maxRSS,clock:performance.now()}))})`.replace(
  /\n/g,
  '',
);

/**
 * Prints the costs and their ratio: where nothing else leads to the files that use Claude, and where 600 others call them.
 *
 * @param {string} command the built command
 * @param {number} rounds of which the cheapest counts
 */
export function auditCost(command, rounds) {
  for (const calling of [0, 600]) measure(command, rounds, calling);
}

function measure(command, rounds, calling) {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-audit-'));
  try {
    const concerned = layOut(root, calling);
    const out = path.join(root, 'evidence');
    const audit = () => run([command, 'audit', 'src', '--pack', 'hipaa', '--out', out, '--quiet'], root);
    const yardstick = () => run([fileURLToPath(new URL('audit-yardstick.mjs', import.meta.url)), root, ...concerned], root);
    const taken = Array.from({ length: rounds }, () => ({ base: yardstick(), audit: audit() }));
    const least = (key) => taken.map((each) => each[key]).reduce((a, b) => (b.ms < a.ms ? b : a));
    const [base, cost] = [least('base'), least('audit')];
    const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
    console.log(
      `audit of ${FILES} files, ${USING_CLAUDE} of which use Claude and ${calling} call these: ${seconds(cost.ms)} of processor time, ` +
        `${seconds(cost.clock)} by the clock, ${Math.round(cost.kb / 1000)} MB; ` +
        `parsing these ${concerned.length} and reading the others: ${seconds(base.ms)}; ratio ${(cost.ms / base.ms).toFixed(2)}`,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** @returns the paths of the files that use Claude, and of those that call them */
function layOut(root, calling) {
  const using = generateFiles('claude', USING_CLAUDE);
  const exported = using.flatMap(({ name, text }) => {
    const found = /^export (?:async )?function (\w+)/m.exec(text);
    return found ? [{ name, call: found[1] }] : [];
  });
  const others = generateFiles('plain', FILES - USING_CLAUDE).map(({ name, text }, i) => {
    if (i >= calling) return { name, text };
    const called = exported[i % exported.length];
    const from = path.posix.relative(path.posix.dirname(name), called.name).replace(/\.ts$/, '.js');
    const specifier = from.startsWith('.') ? from : `./${from}`;
    return {
      name,
      text: `import { ${called.call} as asked } from '${specifier}';\n${text}\nexport const askedFor = (value) => asked(value);\n`,
    };
  });
  const write = ({ name, text }) => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const dependencies = { '@anthropic-ai/sdk': '*' };
  const manifest = { name: 'bench', private: true, type: 'module', dependencies, 'claude-compliance': { hipaa: true } };
  write({ name: 'package.json', text: JSON.stringify(manifest) });
  const written = others.map(write);
  return [...using.map(write), ...written.slice(0, calling)];
}

function run(args, cwd) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Findings are no failure.
  if (status !== 0 && status !== 1) throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
  return JSON.parse(stderr.trim().split('\n').at(-1));
}
