/**
 * The files that are linted: TypeScript put together from the pieces in `pieces/`, the same for the
 * same numbers on every machine. Only the projects of `modules` are written to disk, where their imports lead.
 */
import { readFileSync } from 'node:fs';
import { createRandom } from './random.mjs';

/** What each corpus is made of: ordinary code of about `size` characters, and pieces that use Claude. */
export const CORPORA = {
  plain: { seed: 1, size: 4000, claude: [0], title: 'files that never mention Claude' },
  claude: { seed: 2, size: 4000, claude: [1, 1, 1, 1, 2, 2, 2, 3, 3, 4], title: 'files that use Claude' },
  modules: { seed: 3, size: 2000, claude: [0], title: 'files of projects that keep client, gateway, redactor, audit and routes apart' },
};

/** The corpus that is not made here: see published.mjs. */
export const PUBLISHED = { name: 'published', title: 'sources of published packages that use Claude' };

const NEVER_IN_PLAIN = /anthropic|claude|max_tokens|messages\.create/i;

const NOUNS =
  'Account Agreement Appointment Asset Booking Campaign Carrier Catalog Contract Course Coupon Customer Delivery Device Document Employee Expense Facility Forecast Incident Inspection Invoice Lease License Meeting Member Order Parcel Patient Payment Policy Product Project Quote Receipt Refund Report Shipment Supplier Ticket Vehicle Visit Voucher Warehouse'.split(' ');
const KINDS = ['', '', '', 'Bulk', 'Draft', 'Late', 'Local', 'Partner', 'Yearly'];
const VERBS = ['archive', 'check', 'collect', 'count', 'load', 'merge', 'publish', 'refresh', 'resolve', 'sync'];
const MODELS = ['claude-opus-4-6', 'claude-sonnet-4-6', 'claude-sonnet-4-6', 'claude-haiku-4-5'];
/** The geography of a request: most name one. */
const GEOS = ['us', 'us', 'us', 'us', 'us', 'us', 'global', undefined, undefined, undefined];

const ordinary = readPieces('ordinary');
const claude = readPieces('claude');
const modules = readModules();

/**
 * Files of a corpus. File number n is the same however many are asked for.
 *
 * @param {keyof typeof CORPORA} corpus
 * @param {number} count
 * @returns {{ name: string, text: string }[]}
 */
export function generateFiles(corpus, count) {
  if (corpus === 'modules') return generateProjects(count);
  return Array.from({ length: count }, (_, i) => {
    const text = generateFile(CORPORA[corpus], createRandom(CORPORA[corpus].seed * 1_000_003 + i));
    if (corpus === 'plain' && NEVER_IN_PLAIN.test(text)) throw new Error(`plain file ${i} mentions Claude`);
    // A round trip gives the flat string that reading a file would give.
    return { name: `src/part-${i % 20}/${corpus}-${i}.ts`, text: Buffer.from(text).toString() };
  });
}

/** Whole projects, until there are enough files: the modules of each, with ordinary code behind them, and aliases. */
function generateProjects(count) {
  const { seed, size } = CORPORA.modules;
  return Array.from({ length: count }, (_, i) => {
    const project = Math.floor(i / modules.length);
    const { path, text } = modules[i % modules.length];
    const random = createRandom(seed * 1_000_003 + project);
    const fill = filler(random, random.pick(KINDS), random.pick(NOUNS));
    const ordinaryCode = generateFile({ size, claude: [0] }, createRandom(seed * 2_000_003 + i));
    return { name: `project-${project}/${path}`, text: Buffer.from(`${fill(text)}\n${ordinaryCode}`).toString() };
  });
}

/** What stands beside the files of such a project. */
export const PROJECT_FILES = {
  'package.json': '{ "name": "project", "private": true, "type": "module" }',
  'tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "paths": { "@/*": ["./src/*"] } } }',
};

function generateFile({ size, claude: amounts }, random) {
  const chosen = [];
  let length = 0;
  for (const piece of random.shuffle(ordinary.pieces)) {
    if (length >= size) break;
    chosen.push({ piece, setups: ordinary.setups });
    length += piece.length;
  }
  for (const piece of random.shuffle(claude.pieces).slice(0, random.pick(amounts))) {
    chosen.push({ piece, setups: claude.setups });
  }

  const nouns = random.shuffle(NOUNS);
  const imports = new Map();
  const setups = new Map();
  const bodies = random.shuffle(chosen).map(({ piece, setups: available }) => {
    const kind = random.pick(KINDS);
    const fill = filler(random, kind, nouns.pop());
    const body = takeImports(fill(piece), imports);
    return body.replace(/^\/\/ uses (\w+)\n+/gm, (_, name) => {
      if (!setups.has(name)) setups.set(name, takeImports(fill(available.get(name)), imports));
      return '';
    });
  });
  const sections = [renderImports(imports), ...setups.values(), ...bodies];
  return `${sections.map((s) => s.trim()).filter(Boolean).join('\n\n')}\n`;
}

/** Reads a file of pieces: each begins with `=== name`, what several may share with `=== setup name`. */
function readPieces(name) {
  const source = readFileSync(new URL(`pieces/${name}.ts.txt`, import.meta.url), 'utf8');
  const pieces = [];
  const setups = new Map();
  for (const section of source.split(/^=== /m).slice(1)) {
    const end = section.indexOf('\n');
    const [kind, setup] = section.slice(0, end).split(' ');
    const text = section.slice(end + 1);
    if (kind === 'setup') setups.set(setup, text);
    else pieces.push(text);
  }
  return { pieces, setups };
}

/** Reads the modules of a project: each begins with `=== path`. */
function readModules() {
  const source = readFileSync(new URL('pieces/modules.ts.txt', import.meta.url), 'utf8');
  return source
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      return { path: section.slice(0, end), text: section.slice(end + 1) };
    });
}

/** Fills the `{{…}}` places of a piece. A line with nothing else in it goes when its place stays empty. */
function filler(random, kind, noun) {
  const Noun = kind + noun;
  const geo = (write) => {
    const value = random.pick(GEOS);
    return value === undefined ? '' : write(value);
  };
  const places = {
    Noun: () => Noun,
    noun: () => Noun[0].toLowerCase() + Noun.slice(1),
    NOUN: () => (kind ? `${kind}_${noun}` : noun).toUpperCase(),
    verb: () => random.pick(VERBS),
    int: (range) => random.int(...range.split(' ').map(Number)),
    pick: (choices) => random.pick(choices.split('|')),
    model: () => random.pick(MODELS),
    geo: () => geo((value) => `inference_geo: '${value}',`),
    geoWrite: () => geo((value) => `params.inference_geo = '${value}';`),
    geoAi: () => geo((value) => `providerOptions: { anthropic: { inferenceGeo: '${value}' } },`),
    geoLangchain: () => geo((value) => `inferenceGeo: '${value}',`),
  };
  const fill = (text) => text.replace(/\{\{(\w+)(?: ([^{}]*))?\}\}/g, (_, place, detail) => String(places[place](detail)));
  return (piece) =>
    piece
      .split('\n')
      .map((line) => ({ line, filled: fill(line) }))
      .filter(({ line, filled }) => line.trim() === '' || filled.trim() !== '')
      .map(({ filled }) => filled)
      .join('\n');
}

/** Moves the import lines of a piece into `imports`: module → name → whether for types only. */
function takeImports(text, imports) {
  return text.replace(/^import (type )?(?:(\w+)|\{ (.+) \}) from '(.+)';\n/gm, (_, type, whole, named, module) => {
    if (!imports.has(module)) imports.set(module, new Map());
    const names = imports.get(module);
    for (const name of whole ? [`${whole} as default`] : named.split(', ')) {
      names.set(name, type !== undefined && names.get(name) !== false);
    }
    return '';
  });
}

function renderImports(imports) {
  const lines = [];
  for (const [module, names] of imports) {
    for (const type of [false, true]) {
      const wanted = [...names.keys()].filter((name) => names.get(name) === type);
      const named = wanted.filter((name) => !name.endsWith(' as default'));
      for (const name of wanted) {
        if (!named.includes(name)) lines.push(`import ${type ? 'type ' : ''}${name.split(' ')[0]} from '${module}';`);
      }
      if (named.length > 0) lines.push(`import ${type ? 'type ' : ''}{ ${named.join(', ')} } from '${module}';`);
    }
  }
  return lines.join('\n');
}
