// Renders the generated parts of the documentation from the built plugin and its data.
//
//   node scripts/docs.mjs           write them
//   node scripts/docs.mjs --check   exit 1 when a committed part differs
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from '../dist/index.js';
import { PACKS } from '../dist/configs/packs/index.js';
import { EVIDENCE_JSON_SCHEMA } from '../dist/audit/schema.js';
import { AUDIT_FIELDS } from '../dist/policy/audit-fields.js';
import { roomPictures } from './rooms.mjs';
import { CONTROLS, FRAMEWORKS } from '../dist/policy/controls/index.js';
import { FEATURES, isStricterThanVendor } from '../dist/policy/features/index.js';
import { GEOS, PLATFORM_GEO } from '../dist/policy/geos.js';
import { ALIASES, GENERATIONS } from '../dist/policy/models.js';
import { MULTI_REGIONS, PLACES, PROFILES, REGIONS, REGION_SOURCES } from '../dist/policy/regions.js';
import { SWITCHES } from '../dist/policy/switches/index.js';
import { TRANSPORT } from '../dist/policy/transport.js';
import { coverageLines, coverageMeans, coverageSummary } from './coverage-page.mjs';
import { code, confidenceOf, selectionOf, table } from './markdown.mjs';
import { packPage, packTable, pairTable } from './pack-pages.mjs';
import { settingsPage } from './settings-page.mjs';
import { waysSnippets, waysTable } from './ways-page.mjs';

const root = new URL('..', import.meta.url).pathname;
const check = process.argv.includes('--check');
const rules = Object.entries(plugin.rules).sort(([a], [b]) => (a < b ? -1 : 1));
const problems = [];

const packsOf = (rule) => Object.entries(PACKS).filter(([, pack]) => pack.rules[rule]);

function header(rule, { meta }) {
  const lines = [`# ${rule}`, '', `${meta.docs.description}.`, ''];
  for (const [name, pack] of packsOf(rule)) {
    const { severity, options } = pack.rules[rule];
    lines.push(`- ${severity === 'error' ? 'Error' : 'Warning'} in the ${code(name)} pack${options ? `, with ${code(JSON.stringify(options))}` : ''}.`);
  }
  if (packsOf(rule).length === 0) lines.push('- In no pack.');
  if (meta.hasSuggestions) lines.push('- Offers suggestions in the editor. Nothing is changed by `--fix`.');
  return lines.join('\n');
}

function options({ meta }) {
  const rows = optionRows(meta);
  return rows.length === 0 ? 'None.' : table(['Option', 'Values', 'Default', 'Meaning'], rows);
}

function optionRows(meta) {
  const [schema] = meta.schema;
  const defaults = meta.defaultOptions?.[0] ?? {};
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => [
    code(name),
    valuesOf(property),
    name in defaults ? code(JSON.stringify(defaults[name])) : 'none',
    property.description,
  ]);
}

function valuesOf(property) {
  if (property.enum) return property.enum.map((v) => code(JSON.stringify(v))).join(', ');
  if (property.type === 'array') return `list of ${property.items.enum ? valuesOf(property.items) : code(property.items.type)}`;
  return code(property.type);
}

function controls(rule) {
  if (!CONTROLS[rule]) return 'None is claimed for this rule: it makes the statements of the others easier to show.';
  const rows = CONTROLS[rule].map(({ framework, id, why, baselines }) => [framework, id, why + selectionOf(baselines)]);
  const cautions = [...new Set(CONTROLS[rule].map((c) => c.framework))].map(
    (name) => `- ${name}: ${confidenceOf(FRAMEWORKS[name])}`,
  );
  return [
    'The rule supports these controls; it does not fulfil any. Identifiers with our own paraphrase:',
    '',
    table(['Framework', 'Control', 'In which way'], rows),
    '',
    'How the identifiers were checked:',
    '',
    ...cautions,
  ].join('\n');
}

const ruleTable = () =>
  table(
    ['Rule', 'What it reports', ...Object.keys(PACKS).map(code)],
    rules.map(([name, rule]) => [
      `[${code(name)}](docs/rules/${name}.md)`,
      rule.meta.docs.description,
      ...Object.values(PACKS).map((pack) => pack.rules[name]?.severity ?? ''),
    ]),
  );

const fact = ({ source, checkedOn, certainty }) => [source, checkedOn, certainty];
const geoFacts = () =>
  [
    table(['Value', 'Promise', 'Source', 'Checked on', 'Certainty'], GEOS.map((g) => [code(g.id), g.promise, ...fact(g)])),
    '',
    table(
      ['Platform', 'Honours `inference_geo`', 'Source', 'Checked on', 'Certainty'],
      Object.entries(PLATFORM_GEO).map(([name, p]) => [code(name), p.honours ? 'yes' : 'no', ...fact(p)]),
    ),
    '',
    table(
      ['Models', 'Take `inference_geo`', 'Source', 'Checked on', 'Certainty'],
      GENERATIONS.map((g) => [g.title, g.takesGeo ? 'yes' : 'no, answered with 400', ...fact(g)]),
    ),
  ].join('\n');

const aliasFacts = () =>
  table(
    ['Normalised id', 'Why it is an alias', 'Source', 'Checked on', 'Certainty'],
    ALIASES.map((a) => [code(a.pattern.source), a.why, ...fact(a)]),
  );

const CLOUDS = { aws: 'Amazon Bedrock', google: 'Vertex AI' };
const regionFacts = () =>
  [
    table(
      ['Cloud', 'Place', 'Regions', 'Source', 'Checked on', 'Certainty'],
      Object.entries(CLOUDS).flatMap(([cloud, title]) =>
        Object.keys(PLACES)
          .map((place) => [place, REGIONS[cloud].filter((r) => r.place === place)])
          .filter(([, regions]) => regions.length > 0)
          .map(([place, regions]) => [title, code(place), regions.map((r) => `${code(r.id)} (${r.title})`).join(', '), ...fact(REGION_SOURCES[cloud])]),
      ),
    ),
    '',
    table(
      ['Wider than a region', 'On', 'Place', 'Source', 'Checked on', 'Certainty'],
      [...PROFILES.map((p) => [p, CLOUDS.aws]), ...MULTI_REGIONS.map((p) => [p, CLOUDS.google])].map(([p, on]) => [code(p.id), on, p.place ? code(p.place) : 'none: anywhere', ...fact(p)]),
    ),
    '',
    `Places that hold others: ${Object.entries(PLACES).filter(([, within]) => within.length > 0).map(([place, within]) => `${code(place)} (${within.map(code).join(', ')})`).join('; ')}.`,
  ].join('\n');

const transportFacts = () =>
  table(
    ['What has to hold', 'Source', 'Checked on', 'Certainty'],
    TRANSPORT.map((t) => [t.demand, ...fact(t)]),
  );

const VERDICTS = { yes: 'yes', no: '**no**', qualified: 'qualified', unknown: 'no statement' };
const featureTable = () =>
  table(
    ['Feature', 'Id', 'Zero data retention', 'HIPAA readiness', 'Source document (ZDR)', 'What happens to the data', 'Instead', 'Checked on', 'Certainty'],
    FEATURES.map((f) => [
      f.title,
      code(f.id),
      VERDICTS[f.zdr],
      VERDICTS[f.hipaa],
      f.sourceDocument ?? 'nothing',
      f.kept ?? '',
      f.instead ?? '',
      f.checkedOn,
      f.certainty,
    ]),
  );

const featureDifferences = () =>
  FEATURES.filter((f) => f.sourceDocument === 'no' && f.zdr !== 'no')
    .map((f) => `- ${code(f.id)}: the source document says no, the vendor ${f.zdr === 'unknown' ? 'says nothing' : `says ${f.zdr}`}${isStricterThanVendor(f, 'zdr') ? ' (reported under `baseline: "strict"`, and said so in the message)' : ''}. ${f.note}`)
    .join('\n');

const featureNotes = () =>
  FEATURES.map((f) => `- ${code(f.id)}: ${f.note === '' ? '' : `${f.note} `}Source: ${f.source}`).join('\n');

const switchTable = () =>
  table(
    ['Switch', 'What it writes', 'Read in', 'Source', 'Checked on', 'Certainty'],
    SWITCHES.map((s) => [
      `${code(s.title)}${s.message === 'content' ? '' : ' left out'}`,
      `${s.writes} ${s.to}`,
      s.packages,
      ...fact(s),
    ]),
  );

/** Replaces what stands between the markers of each part of a page. */
function render(file, parts) {
  const path = join(root, file);
  if (!existsSync(path)) {
    problems.push(`${file} does not exist`);
    return;
  }
  const before = readFileSync(path, 'utf8');
  let after = before;
  for (const [name, text] of Object.entries(parts)) {
    const marked = new RegExp(`(<!-- begin generated ${name} -->\n)[\\s\\S]*?(\n<!-- end generated ${name} -->)`);
    if (!marked.test(after)) problems.push(`${file} has no part "${name}"`);
    after = after.replace(marked, (_, begin, end) => `${begin}${text}${end}`);
  }
  keep(file, before, after);
}

/** A page of which nothing is written by hand. */
function page(file, text) {
  const path = join(root, file);
  keep(file, existsSync(path) ? readFileSync(path, 'utf8') : undefined, text);
}

function keep(file, before, after) {
  if (after === before) return;
  if (check) problems.push(`${file} is out of date; run: npm run docs`);
  else writeFileSync(join(root, file), after);
}

const words = (list) => list.map(code).join(' ');
const auditFieldTable = () =>
  table(
    ['Field', 'Tells', 'One of these words', 'With nothing but', 'And one of', 'Source', 'Checked on'],
    AUDIT_FIELDS.map((f) => [
      code(f.id),
      f.meaning,
      words(f.about),
      words(f.beside),
      words(f.needs ?? []) || '–',
      f.source,
      f.checkedOn,
    ]),
  );

for (const [name, rule] of rules) {
  render(`docs/rules/${name}.md`, { header: header(name, rule), options: options(rule), controls: controls(name) });
}
for (const page of readdirSync(join(root, 'docs/rules'))) {
  if (!plugin.rules[page.replace(/\.md$/, '')]) problems.push(`docs/rules/${page} belongs to no rule`);
}
render('docs/rules/no-sdk-content-logging.md', { switches: switchTable() });
for (const name of Object.keys(PACKS)) page(`docs/packs/${name}.md`, packPage(name));
for (const name of readdirSync(join(root, 'docs/packs'))) {
  if (name !== 'README.md' && !PACKS[name.replace(/\.md$/, '')]) problems.push(`docs/packs/${name} belongs to no pack`);
}
render('docs/packs/README.md', { packs: packTable(''), pairs: pairTable() });
render('docs/coverage.md', { summary: coverageSummary(), means: coverageMeans(), lines: coverageLines() });
render('docs/rules/require-audit-log.md', { fields: auditFieldTable() });
render('README.md', { rules: ruleTable(), packs: packTable('docs/packs/') });
render('docs/facts.md', { geography: geoFacts(), aliases: aliasFacts(), regions: regionFacts(), transport: transportFacts() });
render('docs/ways-to-call.md', { ways: waysTable(), snippets: waysSnippets() });
render('docs/how-it-works.md', { rooms: roomPictures() });
render('docs/features.md', { table: featureTable(), differences: featureDifferences(), notes: featureNotes() });
page('docs/settings.md', settingsPage(Object.fromEntries(rules.map(([name, { meta }]) => [name, optionRows(meta)]))));
page('schemas/evidence-1.schema.json', `${JSON.stringify(EVIDENCE_JSON_SCHEMA, null, 2)}\n`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
