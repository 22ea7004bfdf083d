/**
 * What the plugin costs, as ratios; README.md tells how to read them. `--help` lists the options.
 */
import { execFile, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { ALL_RULES, CONTROL, EMPTY, PARSER_ONLY, YARDSTICK } from './configurations.mjs';
import { CORPORA, PUBLISHED } from './generate.mjs';
import { median, percent, ratio, spread, table } from './figures.mjs';
import { arePublishedAtHand } from './published.mjs';

const HELP = `Usage: node bench/run.mjs [options]

  --rounds N          rounds for each corpus, every one a fresh process (default 2)
  --files N           files without Claude; half as many with it (default 600)
  --slopes            only how the cost of one file grows with what it holds; takes a minute
  --audit             only the audit of 10,000 files; takes two minutes
  --quick             1 round over 240 files, unless told otherwise
  --plugin FILE       the built plugin (default dist/index.js)
  --json FILE         write all figures to FILE
  --max-ratio NAME=R  exit with 1 when a figure is above R; may be given several times.
                      NAME is a corpus (${Object.keys(CORPORA).join(', ')}), for all that it measures against the
                      empty rule; a configuration, as hipaa; both, as plain/hipaa; or import
  --help              show this`;

const BASE_IMPORT = '@eslint-community/eslint-utils';
const PLUGIN = 'the plugin';
/**
 * One thread, so that the processor time of a turn is all its own; room enough for the garbage of a
 * turn, so that it is collected at the end.
 */
const NODE_FLAGS = ['--expose-gc', '--single-threaded', '--min-semi-space-size=64', '--max-semi-space-size=64'];
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

const options = await readOptions();
const started = performance.now();
// A project folder to lint in, for rules that look for a package.json.
const root = mkdtempSync(path.join(tmpdir(), 'bench-'));
try {
  writeFileSync(path.join(root, 'package.json'), '{ "name": "bench", "private": true, "type": "module" }\n');
  await run();
} finally {
  rmSync(root, { recursive: true });
}

async function run() {
  const version = (name) => JSON.parse(readFileSync(here(`../node_modules/${name}/package.json`), 'utf8')).version;
  const info = {
    node: process.version,
    eslint: version('eslint'),
    parser: version('@typescript-eslint/parser'),
    cores: availableParallelism(),
    rounds: options.rounds,
  };
  console.log(
    `node ${info.node}, eslint ${info.eslint}, @typescript-eslint/parser ${info.parser}, ${info.cores} cores, rounds: ${info.rounds}`,
  );

  const imports = await importTimes();
  printImports(imports);
  const corpora = {};
  for (const corpus of Object.keys(CORPORA)) {
    corpora[corpus] = await measureCorpus(corpus);
    printCorpus(corpora[corpus]);
  }
  if (arePublishedAtHand()) {
    const { name } = PUBLISHED;
    corpora[name] = await measureCorpus(name);
    printCorpus(corpora[name]);
  } else console.log(`\n${PUBLISHED.name}: not measured, as the packages are not installed: npm ci --prefix ecosystem`);
  console.log(`\ntook ${Math.round((performance.now() - started) / 1000)} s`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ info, imports, corpora }, null, 1)}\n`);
  checkLimits(imports, corpora);
}

async function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      files: { type: 'string' },
      quick: { type: 'boolean', default: false },
      slopes: { type: 'boolean', default: false },
      audit: { type: 'boolean', default: false },
      plugin: { type: 'string', default: here('../dist/index.js') },
      json: { type: 'string' },
      'max-ratio': { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const count = (name, fallback) => {
    const value = Number(values[name] ?? fallback);
    if (!Number.isInteger(value) || value < 1) fail(`--${name} must be a whole number above 0`);
    return value;
  };
  const limits = values['max-ratio'].map((text) => {
    const [, name, limit] = /^(.+)=(\d+(?:\.\d+)?)$/.exec(text) ?? fail(`--max-ratio must look like plain/hipaa=1.05`);
    return { name, limit: Number(limit) };
  });
  if (!existsSync(values.plugin)) fail(`${values.plugin} is missing: run \`npm run build\``);
  if (values.slopes) {
    const { slopes } = await import('./slopes.mjs');
    process.exit((await slopes(pathToFileURL(path.resolve(values.plugin)).href)) ? 0 : 1);
  }
  if (values.audit) {
    const { auditCost } = await import('./audit.mjs');
    auditCost(path.join(path.dirname(path.resolve(values.plugin)), 'cli.js'), count('rounds', 1));
    process.exit(0);
  }
  return {
    rounds: count('rounds', values.quick ? 1 : 2),
    files: count('files', values.quick ? 240 : 600),
    plugin: pathToFileURL(path.resolve(values.plugin)).href,
    imports: values.quick ? 5 : 9,
    json: values.json,
    limits,
  };
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

// --- import ------------------------------------------------------------------------------------------

/** Each import in fresh processes, taking turns. */
async function importTimes() {
  const times = { [BASE_IMPORT]: [], [PLUGIN]: [] };
  const once = async (specifier) => {
    const { stdout } = await promisify(execFile)(process.execPath, [here('import-time.mjs'), specifier]);
    return Number(stdout);
  };
  // The first turn reads the files from disk, and is left out.
  for (let turn = 0; turn <= options.imports; turn += 1) {
    for (const name of Object.keys(times)) {
      const time = await once(name === PLUGIN ? options.plugin : name);
      if (turn > 0) times[name].push(time);
    }
  }
  const [base, own] = [median(times[BASE_IMPORT]), median(times[PLUGIN])];
  return { base, own, ratio: own / base, times };
}

function printImports({ base, own, ratio: times }) {
  console.log(`\nimport, median of ${options.imports} fresh processes`);
  const rows = [
    [BASE_IMPORT, base.toFixed(1), '1.00'],
    [PLUGIN, own.toFixed(1), times.toFixed(2)],
  ];
  console.log(table(['module', 'ms', 'ratio'], rows));
}

// --- linting -----------------------------------------------------------------------------------------

async function measureCorpus(corpus) {
  const { title } = CORPORA[corpus] ?? PUBLISHED;
  const files = corpus === 'plain' ? options.files : Math.ceil(options.files / 2);
  const rounds = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    process.stderr.write(`${corpus}, round ${round} of ${options.rounds} …\n`);
    rounds.push(await child({ corpus, files, round, root, plugin: options.plugin }));
  }
  const [{ linted, characters, lines, lanes }] = rounds;
  /** For each round, a configuration's figures chunk by chunk. */
  const chunksOf = (name) => rounds.map((round) => round.lanes.find((lane) => lane.name === name).chunks);
  const [parserOnly, empty] = [chunksOf(PARSER_ONLY), chunksOf(EMPTY)];
  return {
    corpus,
    title,
    files: linted,
    characters,
    lines,
    rows: lanes.map(({ name, reports }) => {
      const chunks = chunksOf(name);
      return {
        name,
        ms: median(chunks.flat()),
        toParser: ratio(chunks, parserOnly),
        vsEmpty: ratio(chunks, empty),
        reports,
      };
    }),
    rounds,
  };
}

function child(job) {
  return new Promise((resolve, reject) => {
    const round = fork(here('measure.mjs'), [JSON.stringify(job)], { execArgv: NODE_FLAGS });
    let result;
    round.on('message', (message) => (result = message));
    round.on('error', reject);
    round.on('exit', (code) => (result ? resolve(result) : reject(new Error(`a round ended with code ${code}`))));
  });
}

function printCorpus({ corpus, title, files, characters, lines, rows }) {
  const [each, long] = [(characters / files / 1000).toFixed(1), Math.round(lines / files)];
  console.log(`\n${corpus}: ${files} ${title}, ${each} KB and ${long} lines each`);
  const alone = options.rounds === 1;
  const body = rows.map(({ name, ms, toParser, vsEmpty, reports }) => [
    name,
    ms.toFixed(2),
    toParser.value.toFixed(3),
    name === PARSER_ONLY || alone ? '' : spread(toParser),
    name === PARSER_ONLY ? '' : vsEmpty.value.toFixed(3),
    name === PARSER_ONLY || name === EMPTY || alone ? '' : spread(vsEmpty),
    name === PARSER_ONLY ? '' : vsEmpty.sums.toFixed(3),
    String(reports),
  ]);
  const head = ['configuration', 'ms/file', 'to-parser', 'low..high', 'vs-empty', 'low..high', 'of sums', 'reports'];
  console.log(table(head, body));
  const { vsEmpty } = rows.find(({ name }) => name === CONTROL);
  console.log(
    `noise: "${CONTROL}" equals "${EMPTY}" and came out ${percent(vsEmpty.value)} from it${
      alone ? '' : ` (single rounds ${percent(vsEmpty.low)} to ${percent(vsEmpty.high)})`
    };\n` +
      '       a vs-empty nearer to 1 than this says nothing',
  );
}

// --- limits ------------------------------------------------------------------------------------------

function checkLimits(imports, corpora) {
  const figures = [{ names: ['import'], value: imports.ratio }];
  for (const { corpus, rows } of Object.values(corpora)) {
    for (const { name, vsEmpty } of rows) {
      if ([PARSER_ONLY, EMPTY, CONTROL, YARDSTICK].includes(name)) continue;
      figures.push({ names: [`${corpus}/${name}`, corpus, name], value: vsEmpty.value });
    }
  }
  for (const { name, limit } of options.limits) {
    const meant = figures.filter(({ names }) => names.includes(name));
    if (meant.length === 0) fail(`--max-ratio ${name}: nothing measured has this name ("${ALL_RULES}" is one)`);
    for (const { names, value } of meant.filter((figure) => figure.value > limit)) {
      console.error(`${names[0]} is ${value.toFixed(3)}, above ${limit}`);
      process.exitCode = 1;
    }
  }
}
