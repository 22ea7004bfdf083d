// Lints the packages of packages.json with every rule and compares the findings with findings.json,
// the reviewed list. Prints what was found and missed against the labels of call-sites.json.
//
//   node ecosystem/run.mjs            compare; exit 1 on a finding that is new or gone
//   node ecosystem/run.mjs --update   write findings.json anew; new entries ask for a review
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../dist/index.js';
import { filesOf, INSTALLED, PACKAGES } from './files.mjs';

const { values: flags } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
const here = new URL('./', import.meta.url).pathname;
const read = (name) => JSON.parse(readFileSync(join(here, name), 'utf8'));

const labels = read('call-sites.json');
const reviewed = existsSync(join(here, 'findings.json')) ? read('findings.json') : [];

if (!existsSync(INSTALLED)) {
  console.error('The packages are not installed. Run: npm ci --prefix ecosystem');
  process.exit(2);
}

// These ask for something that no published package has; they report every request, which says nothing of the rule.
const ASKED_OF_EVERY_REQUEST = new Set(['require-approved-model', 'require-attestation', 'require-audit-log', 'require-data-classification']);

const linter = new Linter({ configType: 'flat', cwd: INSTALLED });
// As strict as it gets: every package counts as marked, and what is not known is reported as well.
const settings = { 'claude-compliance': { zdr: true, hipaa: true } };
const rules = Object.fromEntries(
  Object.entries(plugin.rules).filter(([name]) => !ASKED_OF_EVERY_REQUEST.has(name)).map(([name, { meta }]) => {
    const options = meta.schema[0].properties;
    const strict = ['qualified', 'unclassified', 'errors', 'stdout'].filter((key) => key in options).map((key) => [key, 'report']);
    return [`claude-compliance/${name}`, ['error', Object.fromEntries(strict)]];
  }),
);

let files = 0;
const failures = [];
const findings = PACKAGES.flatMap(({ name, globs }) =>
  filesOf(name, globs).flatMap((file) => lint(name, file)),
);

const keyOf = (f) => [f.package, f.file, f.line, f.rule, f.messageId].join('|');
const known = new Map(reviewed.map((f) => [keyOf(f), f]));
const current = new Set(findings.map(keyOf));
const added = findings.filter((f) => !known.has(keyOf(f)));
const gone = reviewed.filter((f) => !current.has(keyOf(f)));

if (flags.update) {
  const entries = findings.map((f) => known.get(keyOf(f)) ?? { ...f, ...firstVerdict(f) });
  writeFileSync(join(here, 'findings.json'), `${JSON.stringify(entries, null, 2)}\n`);
  console.log(`findings.json: ${entries.length} findings, ${added.length} new, ${gone.length} gone.`);
}

report();
const failed = !flags.update && (added.length > 0 || gone.length > 0);
for (const f of flags.update ? [] : added) console.log(`NEW   ${keyOf(f)}`);
for (const f of flags.update ? [] : gone) console.log(`GONE  ${keyOf(f)}`);
for (const failure of failures) console.log(`PARSE ${failure}`);
process.exitCode = failed || failures.length > 0 ? 1 : 0;

function lint(name, file) {
  files += 1;
  const code = readFileSync(join(INSTALLED, name, file), 'utf8');
  const extension = extname(file);
  const config = {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    plugins: { 'claude-compliance': plugin },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: extension !== '.ts' } } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules,
    settings,
  };
  const messages = linter.verify(code, [config], { filename: join(INSTALLED, name, file) });
  if (messages.some((m) => m.fatal)) failures.push(`${name}/${file}`);
  return messages
    .filter((m) => m.ruleId)
    .map(({ line, ruleId, messageId }) => ({
      package: name,
      file,
      line,
      rule: ruleId.split('/')[1],
      messageId,
    }));
}

/** The label whose call a finding lies in. */
function labelOf(finding) {
  return labels.find(
    (l) =>
      l.package === finding.package &&
      l.file === finding.file &&
      l.line <= finding.line &&
      finding.line <= l.endLine,
  );
}

function firstVerdict(finding) {
  const label = finding.rule === 'require-inference-geo' ? labelOf(finding) : undefined;
  if (!label) return { verdict: 'wrong', reason: 'NOT REVIEWED' };
  return { verdict: label.shouldReport ? 'right' : 'wrong', reason: label.why };
}

function report() {
  const verdicts = findings.map((f) => known.get(keyOf(f))?.verdict ?? firstVerdict(f).verdict);
  const right = verdicts.filter((v) => v === 'right').length;
  console.log(
    `${PACKAGES.length} packages, ${files} files, ${findings.length} findings: ${right} right, ${findings.length - right} wrong.`,
  );

  const due = labels.filter((l) => l.shouldReport);
  const hit = (l) => findings.some((f) => f.rule === 'require-inference-geo' && labelOf(f) === l);
  const groups = [
    ['told by the file alone', (l) => !l.visibility && !l.doubt],
    ['told by the file alone, label debatable', (l) => !l.visibility && l.doubt],
    ['through a helper of the same file', (l) => l.visibility === 'wrapper'],
    ['only another file tells', (l) => l.visibility === 'cross-file'],
  ];
  console.log('\nRequests without a geography, by what shows that they reach Claude:');
  for (const [title, test] of groups) {
    const group = due.filter(test);
    const found = group.filter(hit).length;
    const share = group.length > 0 ? ((100 * found) / group.length).toFixed(1) : '-';
    console.log(
      `  ${title.padEnd(42)} ${String(found).padStart(3)} of ${String(group.length).padStart(3)} reported (${share} %)`,
    );
  }
  for (const label of due.filter((l) => !l.visibility && !l.doubt && !hit(l))) {
    console.log(`  MISSED ${label.package}/${label.file}:${label.line} ${label.api}`);
  }
}
