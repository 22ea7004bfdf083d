/**
 * One round, in a process of its own: lints the files of one corpus with every configuration.
 *
 * Started by run.mjs. By hand, to profile one configuration:
 *   node --cpu-prof bench/measure.mjs '{"corpus":"claude","files":300,"only":["hipaa"]}'
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { configurations } from './configurations.mjs';
import { generateFiles, PROJECT_FILES, PUBLISHED } from './generate.mjs';
import { layOutPublished, publishedFiles } from './published.mjs';
import { createRandom } from './random.mjs';

/**
 * Files one configuration lints before the next has its turn. Few, so that a busy moment of the machine
 * hits all alike; two, so that none finds a text that the one before has just looked at.
 */
const CHUNK = 2;

const {
  corpus,
  files: count,
  round = 0,
  warmup = 50,
  root = tmpdir(),
  plugin: pluginUrl = new URL('../dist/index.js', import.meta.url).href,
  only,
} = JSON.parse(process.argv[2]);

const { default: plugin } = await import(pluginUrl);
const lanes = [...configurations(plugin)]
  .filter(([name]) => !only || only.includes(name))
  .map(([name, overrideConfig], at) => ({
    name,
    /** Each has files of its own: a file that is linted again ends what is remembered of the disk. */
    folder: path.join(root, `lane-${at}`),
    eslint: new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig }),
    /** Milliseconds of processor time for a file, one figure a chunk. */
    chunks: [],
    reports: 0,
  }));
const files = corpus === PUBLISHED.name ? publishedFiles(count) : generateFiles(corpus, count);
if (corpus === 'modules') writeProjects();
if (corpus === PUBLISHED.name) for (const { folder } of lanes) layOutPublished(folder);
const random = createRandom(round);

/** The files of each lane on the disk, where their imports lead. */
function writeProjects() {
  for (const { folder } of lanes) {
    for (const { name, text } of files) {
      const filePath = path.join(folder, name);
      mkdirSync(path.dirname(filePath), { recursive: true });
      writeFileSync(filePath, text);
      const [project] = name.split('/');
      for (const [own, content] of Object.entries(PROJECT_FILES)) writeFileSync(path.join(folder, project, own), content);
    }
  }
}

async function lint({ name: lane, eslint, folder }, chunk) {
  let reports = 0;
  for (const { name, text } of chunk) {
    const filePath = path.join(folder, name);
    const [result] = await eslint.lintText(text, { filePath });
    const broken = result?.messages.find((message) => message.fatal || message.ruleId === null);
    if (!result || broken) throw new Error(`${lane}: ${filePath}: ${broken?.message ?? 'not linted'}`);
    reports += result.messages.length;
  }
  return reports;
}

/** Every configuration over the same chunk, in a new order each time: none always follows the same one. */
async function pass(list, record) {
  for (let at = 0; at < list.length; at += CHUNK) {
    const chunk = list.slice(at, at + CHUNK);
    for (const lane of random.shuffle(lanes)) {
      const start = process.cpuUsage();
      const reports = await lint(lane, chunk);
      // Each pays for its own garbage, and nobody for what the one before left.
      globalThis.gc?.({ type: 'minor' });
      const { user, system } = process.cpuUsage(start);
      if (!record) continue;
      lane.chunks.push((user + system) / 1000 / chunk.length);
      lane.reports += reports;
    }
  }
}

await pass(files.slice(0, warmup), false);
await pass(files, true);

const result = {
  linted: files.length,
  characters: files.reduce((sum, { text }) => sum + text.length, 0),
  lines: files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0),
  lanes: lanes.map(({ name, chunks, reports }) => ({ name, chunks, reports })),
};
if (process.send) process.send(result);
else console.log(JSON.stringify(result));
