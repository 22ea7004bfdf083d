// Holds our tables against the newest SDKs: npm run facts (installs facts/ first; needs the network and is not part of `npm test`).
//
//   node scripts/facts.mjs [--modules facts/node_modules] [--days 90] [--write-extract file] [--write-reviewed]
//
// Exits 1 naming what the SDKs have and neither a row nor facts/reviewed.json knows, and what our rows say that they contradict.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CREDENTIAL_VARIABLES, HOSTS, REROUTES } from '../dist/analysis/sdk-surface/index.js';
import { FEATURES } from '../dist/policy/features/index.js';
import { GENERATIONS } from '../dist/policy/models.js';
import { WAYS } from '../facts/ways.mjs';
import { compare, oldRows } from './facts/compare.mjs';
import { datedRows, tablesIn } from './facts/dated.mjs';
import { extract } from './facts/extract.mjs';

const root = new URL('..', import.meta.url).pathname;
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const modules = option('modules', join(root, 'facts/node_modules'));
if (!existsSync(modules)) {
  console.error(`${modules} is not there: npm ci --prefix facts`);
  process.exit(2);
}
const reviewed = JSON.parse(readFileSync(join(root, 'facts/reviewed.json'), 'utf8'));
const found = extract(modules);
const out = option('write-extract');
if (out) writeFileSync(out, `${compact(found)}\n`);

const { unknown, wrong, gone } = compare(
  found,
  {
    features: FEATURES,
    generations: GENERATIONS,
    hosts: HOSTS,
    variables: [...Object.keys(REROUTES), ...CREDENTIAL_VARIABLES],
  },
  reviewed,
);
console.log(
  Object.entries(found.packages)
    .map(([name, version]) => `${name} ${version}`)
    .join('\n'),
);
for (const [kind, names] of Object.entries(unknown))
  console.log(`\nIn no row and not reviewed: ${kind}\n${names.map((name) => `  ${name}`).join('\n')}`);
if (wrong.length > 0)
  console.log(`\nContradicted by the SDKs\n${wrong.map((text) => `  ${text}`).join('\n')}`);
for (const [kind, names] of Object.entries(gone))
  console.log(`\nNamed by rows, in no SDK: ${kind}\n${names.map((name) => `  ${name}`).join('\n')}`);

const rows = datedRows({ ...(await tablesIn(join(root, 'dist'))), 'facts/ways.mjs': { WAYS } });
const days = Number(option('days', '90'));
const old = oldRows(rows, days, new Date().toISOString());
if (old.length > 0)
  console.log(`\nChecked more than ${days} days ago\n${old.map((text) => `  ${text}`).join('\n')}`);
process.exitCode = Object.keys(unknown).length + wrong.length > 0 ? 1 : 0;

/** One line a method or list, so that a change shows as lines. */
function compact(value) {
  const lines = Object.entries(value).map(([key, inner]) => {
    const list = Object.entries(inner).map(
      ([name, names]) => `    ${JSON.stringify(name)}: ${JSON.stringify(names)}`,
    );
    return `  ${JSON.stringify(key)}: ${Array.isArray(inner) ? JSON.stringify(inner) : `{\n${list.join(',\n')}\n  }`}`;
  });
  return `{\n${lines.join(',\n')}\n}`;
}
