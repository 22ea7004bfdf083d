/**
 * What a request holds at a path: every way of writing a value, and the answers an auditor may rely on.
 *
 * Each row is a name, code that ends in a request `p` (or makes the request itself), and the answers for `geo`:
 * values, `absent`, and `?reason` for unknown; `?` alone takes any reason.
 */
import { describe, expect, it } from 'vitest';
import { answerText, callSitesOf } from '../helpers/analyze.ts';
import type { ParserName } from '../helpers/analyze.ts';

type Row = readonly [name: string, code: string, expected: string, path?: string];

const PRELUDE = `import Anthropic from '@anthropic-ai/sdk';\nconst claude = new Anthropic();\n`;

function answersAt(code: string, path: string, parser: ParserName): string[] {
  const request = code.includes('claude.messages') ? '' : '\nclaude.messages.create(p);';
  const sites = callSitesOf(PRELUDE + code + request, { parser });
  expect(sites).toHaveLength(1);
  const texts = sites.flatMap(({ params }) => params.get(path).map(answerText));
  return [...new Set(texts)].sort();
}

function expectAnswers([, code, expected, path = 'geo']: Row, parser: ParserName): void {
  const wanted = expected === '' ? [] : expected.split(' | ').sort();
  const anyReason = wanted.includes('?');
  const actual = answersAt(code, path, parser).map((text) =>
    anyReason && text.startsWith('?') ? '?' : text,
  );
  expect([...new Set(actual)].sort()).toEqual(wanted);
}

/** Syntax that both parsers read. */
const SHARED: Readonly<Record<string, readonly Row[]>> = {
  'literals and keys': [
    ['a string', `const p = { geo: 'us' };`, 'us'],
    ['a property that is not there', `const p = { model: 'm' };`, 'absent'],
    ['an empty object', `const p = {};`, 'absent'],
    ['null', `const p = { geo: null };`, 'null'],
    ['undefined', `const p = { geo: undefined };`, 'undefined'],
    ['void', `const p = { geo: void 0 };`, 'undefined'],
    ['a quoted key', `const p = { 'geo': 'us' };`, 'us'],
    ['a computed literal key', `const p = { ['geo']: 'us' };`, 'us'],
    ['a computed template key', 'const p = { [`geo`]: "us" };', 'us'],
    ['a computed constant key', `const KEY = 'geo'; const p = { [KEY]: 'us' };`, 'us'],
    [
      'a computed key from an object',
      `const KEYS = { where: 'geo' }; const p = { [KEYS.where]: 'us' };`,
      'us',
    ],
    ['a computed key that is another name', `const KEY = 'model'; const p = { [KEY]: 'us' };`, 'absent'],
    ['a computed key nobody knows', `import { key } from './keys.js'; const p = { [key]: 'us' };`, '?'],
    ['the last of two equal keys', `const p = { geo: 'global', geo: 'us' };`, 'us'],
    ['shorthand', `const geo = 'us'; const p = { geo };`, 'us'],
    ['a nested path', `const p = { a: { b: { c: 'us' } } };`, 'us', 'a.b.c'],
    ['a nested path that ends early', `const p = { a: { b: {} } };`, 'absent', 'a.b.c'],
    ['a path below a string', `const p = { a: 'x' };`, 'absent', 'a.b'],
    ['a getter of an object literal', `const p = { get geo() { return 'us'; } };`, 'us'],
    ['a prototype, which is not sent', `const p = { __proto__: { geo: 'us' } };`, 'absent'],
  ],
  constants: [
    ['a constant', `const GEO = 'us'; const p = { geo: GEO };`, 'us'],
    ['a chain of constants', `const A = 'us'; const B = A; const C = B; const p = { geo: C };`, 'us'],
    [
      'a constant declared later in the file',
      `function ask() { claude.messages.create({ geo: GEO }); }\nconst GEO = 'us';\nask();`,
      'us',
    ],
    ['a frozen object', `const config = Object.freeze({ geo: 'us' }); const p = { geo: config.geo };`, 'us'],
    ['a lookup with a known key', `const GEOS = { a: 'us', b: 'global' }; const p = { geo: GEOS.a };`, 'us'],
    [
      'a lookup with a constant key',
      `const K = 'b'; const GEOS = { a: 'us', b: 'global' }; const p = { geo: GEOS[K] };`,
      'global',
    ],
    ['an index of an array', `const GEOS = ['us', 'global']; const p = { geo: GEOS[1] };`, 'global'],
    ['an index beyond the array', `const GEOS = ['us']; const p = { geo: GEOS[3] };`, 'absent'],
    ['an imported constant', `import { GEO } from './config.js'; const p = { geo: GEO };`, '?imported'],
    [
      'an imported object',
      `import config from './config.js'; const p = { geo: config.claude.geo };`,
      '?imported',
    ],
    ['a required object', `const config = require('./config'); const p = { geo: config.geo };`, '?'],
    ['the environment', `const p = { geo: process.env.CLAUDE_GEO };`, '?environment'],
    [
      'the environment by destructuring',
      `const { CLAUDE_GEO } = process.env; const p = { geo: CLAUDE_GEO };`,
      '?environment',
    ],
    ['import.meta.env', `const p = { geo: import.meta.env.GEO };`, '?environment'],
    ['a global nobody declares', `const p = { geo: SOME_GLOBAL };`, '?'],
    ['a variable declared with var twice', `var g = 'global'; var g = 'us'; const p = { geo: g };`, 'us'],
    [
      'a constant shadowed in the request’s scope',
      `const GEO = 'us'; { const GEO = 'global'; claude.messages.create({ geo: GEO }); }`,
      'global',
    ],
  ],
  text: [
    ['a template without expressions', 'const p = { geo: `us` };', 'us'],
    ['a template of constants', "const A = 'u'; const p = { geo: `${A}s` };", 'us'],
    ['a concatenation', `const p = { geo: 'u' + 's' };`, 'us'],
    ['a template with an unknown piece', "import { n } from './n.js'; const p = { geo: `us-${n}` };", 'us-…'],
    ['a template with two ways', "const p = { geo: `${flag ? 'u' : 'x'}s` };", 'us | xs'],
    ['String()', `const p = { geo: String('us') };`, 'us'],
    ['toLowerCase', `const p = { geo: 'US'.toLowerCase() };`, '?'],
    ['join', `const p = { geo: ['u', 's'].join('') };`, 'us'],
    ['join of an unknown list', `const p = { geo: list.join('') };`, '?'],
    ['concat', `const p = { geo: 'u'.concat('s') };`, 'us'],
    ['base64', `const p = { geo: atob('dXM=') };`, 'us'],
    ['a buffer', `const p = { geo: Buffer.from('dXM=', 'base64').toString() };`, 'us'],
    ['a buffer from elsewhere', `const p = { geo: Buffer.from(x, 'base64').toString() };`, '?'],
    ['a method on an unknown string', `const p = { geo: process.env.GEO.toLowerCase() };`, '?'],
  ],
  'spreads and Object.assign': [
    ['a spread', `const base = { geo: 'us' }; const p = { ...base, model: 'm' };`, 'us'],
    [
      'a property after a spread wins',
      `const base = { geo: 'us' }; const p = { ...base, geo: 'global' };`,
      'global',
    ],
    [
      'a spread after a property wins',
      `const base = { geo: 'us' }; const p = { geo: 'global', ...base };`,
      'us',
    ],
    [
      'a spread without it keeps the property',
      `const base = { model: 'm' }; const p = { geo: 'us', ...base };`,
      'us',
    ],
    [
      'spreads in order',
      `const a = { geo: 'us' }; const b = { geo: 'global' }; const p = { ...b, ...a };`,
      'us',
    ],
    [
      'spreads of spreads',
      `const a = { geo: 'us' }; const b = { ...a }; const c = { ...b }; const p = { ...c };`,
      'us',
    ],
    ['an unknown spread', `import { base } from './base.js'; const p = { ...base };`, '?imported'],
    [
      'a property after an unknown spread',
      `import { base } from './base.js'; const p = { ...base, geo: 'us' };`,
      'us',
    ],
    [
      'a property before an unknown spread',
      `import { base } from './base.js'; const p = { geo: 'us', ...base };`,
      'us | ?imported',
    ],
    ['a spread of null', `const p = { geo: 'us', ...null };`, 'us'],
    ['a spread of undefined', `const p = { ...undefined };`, 'absent'],
    ['a spread that undefines it', `const p = { geo: 'us', ...{ geo: undefined } };`, 'undefined'],
    ['a conditional spread', `const p = { ...(flag ? { geo: 'us' } : {}) };`, 'us | absent'],
    [
      'a conditional spread of two values',
      `const p = { ...(flag ? { geo: 'us' } : { geo: 'global' }) };`,
      'us | global',
    ],
    ['a guarded spread', `const p = { ...(flag && { geo: 'us' }) };`, 'us | absent'],
    [
      'a guarded spread over a value',
      `const p = { geo: 'global', ...(flag && { geo: 'us' }) };`,
      'us | global',
    ],
    ['a nested spread', `const d = { a: { geo: 'us' } }; const p = { a: { ...d.a, x: 1 } };`, 'us', 'a.geo'],
    [
      'a shallow spread replaces the level below',
      `const d = { a: { geo: 'us' } }; const p = { ...d, a: { x: 1 } };`,
      'absent',
      'a.geo',
    ],
    ['Object.assign into an empty object', `const p = Object.assign({}, { geo: 'us' });`, 'us'],
    [
      'Object.assign in order',
      `const p = Object.assign({ geo: 'global' }, { geo: 'us' }, { model: 'm' });`,
      'us',
    ],
    [
      'Object.assign with an unknown source',
      `import { o } from './o.js'; const p = Object.assign({ geo: 'us' }, o);`,
      'us | ?imported',
    ],
    ['Object.assign onto a variable', `const p = { model: 'm' }; Object.assign(p, { geo: 'us' });`, 'us'],
    [
      'Object.assign onto a variable under a condition',
      `const p = {}; if (flag) Object.assign(p, { geo: 'us' });`,
      'us | absent',
    ],
    ['Object.fromEntries', `const p = Object.fromEntries([['geo', 'us']]);`, 'us'],
    [
      'defineProperty',
      `const p = {}; Object.defineProperty(p, 'geo', { value: 'us', enumerable: true });`,
      '?',
    ],
  ],
  'conditions and operators': [
    ['both branches of a condition', `const p = { geo: flag ? 'us' : 'global' };`, 'us | global'],
    [
      'nested conditions',
      `const p = { geo: a ? 'us' : b ? 'global' : undefined };`,
      'us | global | undefined',
    ],
    ['a condition of whole requests', `const p = flag ? { geo: 'us' } : {};`, 'us | absent'],
    ['?? with an unknown left', `const p = { geo: process.env.GEO ?? 'us' };`, '?environment | us'],
    ['|| with an unknown left', `const p = { geo: process.env.GEO || 'us' };`, '?environment | us'],
    ['?? with a nullish left', `const p = { geo: undefined ?? 'us' };`, 'us'],
    ['?? with a known left', `const p = { geo: 'us' ?? 'global' };`, 'us'],
    ['?? keeps a falsy value', `const p = { geo: false ?? 'us' };`, 'false'],
    ['|| with a falsy left', `const p = { geo: '' || 'us' };`, 'us'],
    ['&& with an unknown left', `const p = { geo: flag && 'us' };`, 'us | undefined'],
    ['&& with a truthy left', `const p = { geo: 'yes' && 'us' };`, 'us'],
    ['a comma', `const p = { geo: (log(), 'us') };`, 'us'],
    ['an assignment as expression', `let g; const p = { geo: (g = 'us') };`, 'us'],
    ['??=', `let g; g ??= 'us'; const p = { geo: g };`, 'us'],
    ['||= on a known value', `let g = 'us'; g ||= 'global'; const p = { geo: g };`, 'us'],
    ['??= on a property', `const p = {}; p.geo ??= 'us';`, 'us'],
    [
      'optional chaining',
      `const config = { claude: { geo: 'us' } }; const p = { geo: config?.claude?.geo };`,
      'us',
    ],
    ['optional chaining into nothing', `const config = {}; const p = { geo: config.claude?.geo };`, 'absent'],
    [
      'a whole-request fallback',
      `import { preset } from './preset.js'; const p = preset ?? { geo: 'us' };`,
      'us | ?imported',
    ],
  ],
  'assignments to a variable': [
    ['one later assignment', `let g; g = 'us'; const p = { geo: g };`, 'us'],
    ['the last of several', `let g = 'x'; g = 'global'; g = 'us'; const p = { geo: g };`, 'us'],
    [
      'an assignment after the request does not count',
      `let g = 'us'; claude.messages.create({ geo: g }); g = 'global';`,
      'us',
    ],
    ['if without else', `let g = 'global'; if (flag) g = 'us'; const p = { geo: g };`, 'us | global'],
    [
      'if and else',
      `let g = 'x'; if (flag) { g = 'us'; } else { g = 'global'; } const p = { geo: g };`,
      'us | global',
    ],
    [
      'if that leaves early',
      `function ask() { let g = 'us'; if (flag) { g = 'global'; return; } claude.messages.create({ geo: g }); }`,
      'us',
    ],
    [
      'if that throws',
      `let g = 'us'; if (flag) { g = 'global'; throw new Error('no'); } const p = { geo: g };`,
      'us',
    ],
    [
      'a request inside the branch',
      `let g = 'global'; if (flag) { g = 'us'; claude.messages.create({ geo: g }); }`,
      'us',
    ],
    [
      'a loop before the request',
      `let g = 'us'; for (const x of list) { g = 'global'; } const p = { geo: g };`,
      'us | global',
    ],
    [
      'a loop around the request',
      `let g = 'us'; for (const x of list) { claude.messages.create({ geo: g }); g = 'global'; }`,
      'us | global',
    ],
    [
      'a while loop around the request',
      `let g = 'us'; while (more()) { claude.messages.create({ geo: g }); if (flag) g = 'global'; }`,
      'us | global',
    ],
    [
      'do while always runs',
      `let g = 'global'; do { g = 'us'; } while (more()); const p = { geo: g };`,
      'us',
    ],
    [
      'try and catch',
      `let g = 'us'; try { work(); } catch { g = 'global'; } const p = { geo: g };`,
      'us | global',
    ],
    [
      'an assignment inside try',
      `let g = 'us'; try { work(); g = 'global'; work(); } catch {} const p = { geo: g };`,
      'us | global',
    ],
    ['finally', `let g = 'global'; try { work(); } finally { g = 'us'; } const p = { geo: g };`, 'us'],
    [
      'switch with default',
      `let g; switch (kind) { case 1: g = 'us'; break; default: g = 'global'; } const p = { geo: g };`,
      'us | global',
    ],
    [
      'switch without default',
      `let g = 'x'; switch (kind) { case 1: g = 'us'; break; case 2: g = 'global'; break; } const p = { geo: g };`,
      'x | us | global',
    ],
    [
      'a closure that assigns',
      `let g = 'us'; function relax() { g = 'global'; } relax(); const p = { geo: g };`,
      'us | global',
    ],
    [
      'a callback that assigns',
      `let g = 'us'; bus.on('relax', () => { g = 'global'; }); function ask() { claude.messages.create({ geo: g }); }`,
      'us | global',
    ],
    [
      'a request in a closure',
      `let g = 'us'; const ask = () => claude.messages.create({ geo: g }); ask(); g = 'global'; ask();`,
      'us | global',
    ],
    ['destructuring assignment', `let g; ({ geo: g } = { geo: 'us' }); const p = { geo: g };`, 'us'],
    ['array destructuring assignment', `let g; [g] = ['us']; const p = { geo: g };`, 'us'],
    ['a swapped pair', `let a = 'us', b = 'global'; [a, b] = [b, a]; const p = { geo: b };`, 'us'],
    ['never assigned', `let g; const p = { geo: g };`, 'undefined'],
    [
      'a for-of variable over literals',
      `for (const g of ['us', 'global']) claude.messages.create({ geo: g });`,
      'us | global',
    ],
    [
      'a for-of variable over something unknown',
      `import { list } from './list.js'; for (const g of list) claude.messages.create({ geo: g });`,
      '?',
    ],
    ['replacing the whole request', `let p = { geo: 'global' }; p = { geo: 'us' };`, 'us'],
    ['extending the request by itself', `let p = { geo: 'us' }; p = { ...p, model: 'm' };`, 'us'],
    [
      'replacing the request under a condition',
      `let p = { geo: 'us' }; if (flag) p = { model: 'm' };`,
      'us | absent',
    ],
    ['an addition', `let g = 'us'; g += suffix; const p = { geo: g };`, '?'],
    [
      'a fall through cases',
      `let g = 'x'; switch (kind) { case 1: g = 'us'; case 2: g = 'global'; break; default: g = 'us'; } const p = { geo: g };`,
      'us | global',
    ],
    [
      'var in both branches',
      `if (flag) { var g = 'us'; } else { var g = 'global'; } const p = { geo: g };`,
      'us | global',
    ],
    [
      'a parameter assigned in the body',
      `export function ask(geo) { geo = 'us'; claude.messages.create({ geo }); }`,
      'us',
    ],
    [
      'a parameter completed in the body',
      `export function ask(geo) { geo = geo ?? 'us'; claude.messages.create({ geo }); }`,
      'us | ?parameter',
    ],
  ],
  'assignments to a property': [
    ['a property set later', `const p = { model: 'm' }; p.geo = 'us';`, 'us'],
    ['a quoted property set later', `const p = {}; p['geo'] = 'us';`, 'us'],
    ['a constant key set later', `const K = 'geo'; const p = {}; p[K] = 'us';`, 'us'],
    [
      'an unknown key set later',
      `import { k } from './k.js'; const p = { geo: 'us' }; p[k] = 'global';`,
      'us | ?',
    ],
    ['a property overwritten', `const p = { geo: 'global' }; p.geo = 'us';`, 'us'],
    ['set after the request', `const p = {}; claude.messages.create(p); p.geo = 'us';`, 'absent'],
    ['set under a condition', `const p = {}; if (flag) p.geo = 'us';`, 'us | absent'],
    [
      'set in both branches',
      `const p = {}; if (flag) { p.geo = 'us'; } else { p.geo = 'global'; }`,
      'us | global',
    ],
    [
      'set in a branch that leaves',
      `function ask() { const p = { geo: 'us' }; if (flag) { p.geo = 'global'; return; } claude.messages.create(p); }`,
      'us',
    ],
    ['set in a loop', `const p = {}; for (const x of list) { p.geo = 'us'; }`, 'us | absent'],
    ['set in try', `const p = {}; try { work(); p.geo = 'us'; } catch { log(); }`, 'us | absent'],
    [
      'set in a switch',
      `const p = {}; switch (kind) { case 1: p.geo = 'us'; break; default: p.geo = 'global'; }`,
      'us | global',
    ],
    [
      'set in a closure',
      `const p = { geo: 'us' }; const relax = () => { p.geo = 'global'; }; relax();`,
      'us | global',
    ],
    ['set on a nested object', `const p = { a: {} }; p.a.geo = 'us';`, 'us', 'a.geo'],
    ['the object replaced below', `const p = { a: { geo: 'global' } }; p.a = { geo: 'us' };`, 'us', 'a.geo'],
    ['set through an alias', `const p = {}; const q = p; q.geo = 'us';`, 'us'],
    ['set through a same-file helper', `function pin(o) { o.geo = 'us'; } const p = {}; pin(p);`, 'us'],
    [
      'handed to an unknown helper whose name says that it writes',
      `import { pin } from './pin.js'; const p = { geo: 'global' }; pin(p);`,
      'global | ?call',
    ],
    [
      'handed to an unknown helper',
      `import { check } from './check.js'; const p = { geo: 'global' }; check(p);`,
      'global',
    ],
    ['completed where it is missing', `const p = {}; if (!p.geo) p.geo = 'us';`, 'us'],
    ['completed where it is undefined', `const p = {}; if (p.geo === undefined) { p.geo = 'us'; }`, 'us'],
    [
      'a caller’s request completed',
      `export function ask(p) { if (!p.geo) p.geo = 'us'; claude.messages.create(p); }`,
      'us | ?parameter',
    ],
    [
      'a caller’s request completed by ??=',
      `export function ask(p) { p.geo ??= 'us'; claude.messages.create(p); }`,
      'us | ?parameter',
    ],
    ['set to undefined', `const p = { geo: 'us' }; p.geo = undefined;`, 'undefined'],
    [
      'keys copied in a loop',
      `import { o } from './o.js'; const p = { geo: 'us' }; for (const k in o) p[k] = o[k];`,
      'us | ?',
    ],
    ['deleted', `const p = { geo: 'us' }; delete p.geo;`, 'absent'],
    ['deleted under a condition', `const p = { geo: 'us' }; if (flag) delete p.geo;`, 'us | absent'],
    ['set again after being deleted', `const p = { geo: 'global' }; delete p.geo; p.geo = 'us';`, 'us'],
    [
      'set on the source after the copy',
      `const base = { geo: 'us' }; const p = { ...base }; base.geo = 'global';`,
      'us',
    ],
    ['set on the copy', `const base = { geo: 'global' }; const p = { ...base }; p.geo = 'us';`, 'us'],
  ],
  'destructuring and parameters': [
    ['destructuring', `const { geo } = { geo: 'us' }; const p = { geo };`, 'us'],
    ['destructuring with a new name', `const { where: geo } = { where: 'us' }; const p = { geo };`, 'us'],
    ['a default that is used', `const { geo = 'us' } = {}; const p = { geo };`, 'us'],
    ['a default that is not used', `const { geo = 'us' } = { geo: 'global' }; const p = { geo };`, 'global'],
    ['a default for undefined', `const { geo = 'us' } = { geo: undefined }; const p = { geo };`, 'us'],
    ['a default does not replace null', `const { geo = 'us' } = { geo: null }; const p = { geo };`, 'null'],
    [
      'a default behind an import',
      `import config from './config.js'; const { geo = 'us' } = config; const p = { geo };`,
      'us | ?imported',
    ],
    ['nested destructuring', `const { a: { geo } } = { a: { geo: 'us' } }; const p = { geo };`, 'us'],
    ['an array pattern', `const [, geo] = ['global', 'us']; const p = { geo };`, 'us'],
    ['rest keeps the others', `const { model, ...p } = { model: 'm', geo: 'us' };`, 'us'],
    ['rest loses what was taken out', `const { geo, ...p } = { model: 'm', geo: 'us' };`, 'absent'],
    ['array rest', `const [, ...rest] = ['global', 'us']; const p = { geo: rest[0] };`, 'us'],
    ['a parameter of one caller', `function ask(p) { claude.messages.create(p); } ask({ geo: 'us' });`, 'us'],
    [
      'a parameter of several callers',
      `function ask(p) { claude.messages.create(p); } ask({ geo: 'us' }); ask({ geo: 'global' }); ask({});`,
      'us | global | absent',
    ],
    [
      'a parameter of an exported function',
      `export function ask(p) { claude.messages.create(p); } ask({ geo: 'us' });`,
      'us | ?parameter',
    ],
    [
      'a parameter of an exported function nobody calls',
      `export const ask = (p) => claude.messages.create(p);`,
      '?parameter',
    ],
    [
      'a parameter of a function that is passed on',
      `const ask = (p) => claude.messages.create(p); queue.process(ask);`,
      '?parameter',
    ],
    [
      'a property from the caller',
      `function ask(geo) { claude.messages.create({ geo }); } ask('us'); ask('global');`,
      'us | global',
    ],
    ['a missing argument', `function ask(geo) { claude.messages.create({ geo }); } ask();`, 'undefined'],
    [
      'a default parameter',
      `function ask(geo = 'us') { claude.messages.create({ geo }); } ask(); ask('global');`,
      'us | global',
    ],
    [
      'a default parameter of an exported function',
      `export function ask(geo = 'us') { claude.messages.create({ geo }); }`,
      'us | ?parameter',
    ],
    [
      'a default in a parameter pattern',
      `function ask({ geo = 'us' }) { claude.messages.create({ geo }); } ask({}); ask({ geo: 'global' });`,
      'us | global',
    ],
    [
      'a default of the whole pattern',
      `function ask({ geo = 'us' } = {}) { claude.messages.create({ geo }); } ask();`,
      'us',
    ],
    [
      'a rest parameter',
      `function ask(...args) { claude.messages.create(args[1]); } ask('x', { geo: 'us' });`,
      'us',
    ],
    [
      'a rest of a parameter pattern',
      `function ask({ prompt, ...more }) { claude.messages.create({ ...more }); } ask({ prompt: 'x', geo: 'us' });`,
      'us',
    ],
    ['a spread argument', `const args = [{ geo: 'us' }]; claude.messages.create(...args);`, 'us'],
    ['arguments', `function ask() { claude.messages.create(arguments[0]); } ask({ geo: 'us' });`, '?'],
    [
      'a property after the caller’s spread',
      `export function ask(p) { claude.messages.create({ ...p, geo: 'us' }); }`,
      'us',
    ],
    [
      'a parameter of a default export',
      `export default function ask(p) { claude.messages.create(p); }`,
      '?parameter',
    ],
    [
      'a parameter of a function exported later',
      `function ask(p) { claude.messages.create(p); } ask({ geo: 'us' }); export { ask };`,
      'us | ?parameter',
    ],
    [
      'a parameter of a function exported under another name',
      `function ask(p) { claude.messages.create(p); } ask({ geo: 'us' }); export { ask as send };`,
      'us | ?parameter',
    ],
    [
      'a parameter of a default export by name',
      `const ask = (p) => claude.messages.create(p); ask({ geo: 'us' }); export default ask;`,
      'us | ?parameter',
    ],
    [
      'a parameter behind module.exports',
      `function ask(p) { claude.messages.create(p); } ask({ geo: 'us' }); module.exports = { ask };`,
      'us | ?parameter',
    ],
    [
      'a parameter behind exports.name',
      `exports.ask = function (p) { claude.messages.create(p); };`,
      '?parameter',
    ],
    [
      'a parameter of an exported object’s method',
      `export const api = { ask(p) { claude.messages.create(p); } }; api.ask({ geo: 'us' });`,
      'us | ?parameter',
    ],
    [
      'a parameter of a returned function',
      `export function make() { return (p) => claude.messages.create(p); } make()({ geo: 'us' });`,
      '?parameter',
    ],
    [
      'a parameter behind a hook',
      `const ask = useCallback((p) => claude.messages.create(p), []); ask({ geo: 'us' });`,
      'us | ?',
    ],
    [
      'a callback of forEach over literals',
      `[{ geo: 'us' }, { geo: 'global' }].forEach((p) => claude.messages.create(p));`,
      'us | global',
    ],
    [
      'a callback of map over something imported',
      `import { list } from './list.js'; list.map((p) => claude.messages.create(p));`,
      '?',
    ],
    [
      'a property before the caller’s spread',
      `export function ask(p) { claude.messages.create({ geo: 'us', ...p }); }`,
      'us | ?parameter',
    ],
    [
      'a parameter set before use',
      `export function ask(p) { p.geo = 'us'; claude.messages.create(p); }`,
      'us',
    ],
    [
      'a wrapper of a wrapper',
      `const inner = (p) => claude.messages.create({ ...p }); const outer = (p) => inner({ ...p, geo: 'us' }); outer({});`,
      'us',
    ],
    ['a catch parameter', `try { work(); } catch (e) { claude.messages.create({ geo: e.geo }); }`, '?'],
    ['call', `function ask(p) { claude.messages.create(p); } ask.call(null, { geo: 'us' });`, '?parameter'],
    [
      'apply',
      `function ask(p) { claude.messages.create(p); } ask.apply(null, [{ geo: 'us' }]);`,
      '?parameter',
    ],
    [
      'bind',
      `function ask(geo, p) { claude.messages.create({ ...p, geo }); } const askUs = ask.bind(null, 'us'); askUs({});`,
      '?parameter',
    ],
  ],
  'functions that build requests': [
    ['a function', `function build() { return { geo: 'us' }; } const p = build();`, 'us'],
    ['an arrow', `const build = () => ({ geo: 'us' }); const p = build();`, 'us'],
    [
      'several returns',
      `function build() { if (flag) return { geo: 'us' }; return {}; } const p = build();`,
      'us | absent',
    ],
    ['a parameter in the result', `const build = (geo) => ({ geo }); const p = build('us');`, 'us'],
    [
      'only this caller’s argument',
      `const build = (geo) => ({ geo }); const other = build('global'); const p = build('us');`,
      'us',
    ],
    [
      'an exported builder, called here',
      `export const build = (geo) => ({ geo }); const p = build('us');`,
      'us',
    ],
    [
      'an extension of the argument',
      `const withGeo = (o) => ({ ...o, geo: 'us' }); const p = withGeo({ model: 'm' });`,
      'us',
    ],
    ['the argument itself', `const same = (o) => o; const p = same({ geo: 'us' });`, 'us'],
    ['a default argument', `const build = (geo = 'us') => ({ geo }); const p = build();`, 'us'],
    [
      'a builder of builders',
      `const a = () => ({ geo: 'us' }); const b = () => a(); const c = () => ({ ...b() }); const p = c();`,
      'us',
    ],
    [
      'a local variable of the builder',
      `function build() { const o = {}; o.geo = 'us'; return o; } const p = build();`,
      'us',
    ],
    [
      'a builder that mutates its argument',
      `function build(o) { o.geo = 'us'; return o; } const p = build({});`,
      'us',
    ],
    ['a factory', `const make = (geo) => () => ({ geo }); const p = make('us')();`, 'us'],
    [
      'a factory kept in a variable',
      `const make = (geo) => () => ({ geo }); const us = make('us'); make('global'); const p = us();`,
      'us',
    ],
    ['an IIFE', `const p = (() => ({ geo: 'us' }))();`, 'us'],
    ['an IIFE with arguments', `const p = ((geo) => ({ geo }))('us');`, 'us'],
    ['no return', `function build() {} const p = { ...build() };`, 'absent'],
    ['an imported builder', `import { build } from './build.js'; const p = build();`, '?call'],
    [
      'an imported builder’s argument is not its result',
      `import { build } from './build.js'; const p = build({ geo: 'us' });`,
      '?call',
    ],
    ['an async builder', `async function build() { return { geo: 'us' }; } const p = await build();`, 'us'],
    ['a promise', `const p = await Promise.resolve({ geo: 'us' });`, 'us'],
    ['then', `Promise.resolve({ geo: 'us' }).then((p) => claude.messages.create(p));`, 'us'],
    [
      'then of an async builder',
      `async function build() { return { geo: 'us' }; } build().then((p) => claude.messages.create(p));`,
      'us',
    ],
    ['Promise.all', `const [p] = await Promise.all([{ geo: 'us' }]);`, 'us'],
    [
      'a generator',
      `function* each() { yield { geo: 'us' }; } for (const p of each()) claude.messages.create(p);`,
      '?',
    ],
    ['structuredClone', `const p = structuredClone({ geo: 'us' });`, 'us'],
    ['JSON there and back', `const p = JSON.parse(JSON.stringify({ geo: 'us' }));`, 'us'],
    [
      'JSON from elsewhere',
      `import { readFileSync } from 'node:fs'; const p = JSON.parse(readFileSync('p.json', 'utf8'));`,
      '?',
    ],
    ['Object.freeze', `const p = Object.freeze({ geo: 'us' });`, 'us'],
    ['Object.seal', `const p = Object.seal({ geo: 'us' });`, 'us'],
    ['Object.create', `const p = Object.create({ geo: 'us' });`, '?'],
    [
      'recursion with an end',
      `function build(n) { return n === 0 ? { geo: 'us' } : build(n - 1); } const p = build(3);`,
      'us | ?complex',
    ],
    ['recursion without an end', `function build(n) { return build(n - 1); } const p = build(3);`, '?'],
    [
      'mutual recursion',
      `const a = (n) => (n ? b(n - 1) : { geo: 'us' }); const b = (n) => (n ? a(n - 1) : {}); const p = a(4);`,
      'us | absent | ?complex',
    ],
    ['an object that spreads itself', `let p = {}; p = { ...p }; p = { ...p };`, 'absent'],
    ['variables in a circle', `let a = b; var b = a; const p = { geo: a };`, '?'],
  ],
  'lists of requests': [
    ['a literal list', `const p = { requests: [{ geo: 'us' }, {}] };`, 'us | absent', 'requests[*].geo'],
    ['an empty list', `const p = { requests: [] };`, 'array', 'requests[*].geo'],
    ['no list', `const p = {};`, 'absent', 'requests[*].geo'],
    [
      'map',
      `import { docs } from './docs.js'; const p = { requests: docs.map((d) => ({ geo: 'us', d })) };`,
      'us',
      'requests[*].geo',
    ],
    [
      'map with a block',
      `import { docs } from './docs.js'; const p = { requests: docs.map((d) => { return { d }; }) };`,
      'absent',
      'requests[*].geo',
    ],
    [
      'map with a named function',
      `import { docs } from './docs.js'; const toRequest = (d) => ({ geo: 'us', d }); const p = { requests: docs.map(toRequest) };`,
      'us',
      'requests[*].geo',
    ],
    [
      'map over a literal',
      `const p = { requests: ['us', 'global'].map((geo) => ({ geo })) };`,
      'us | global',
      'requests[*].geo',
    ],
    [
      'map after filter',
      `const p = { requests: [{ geo: 'us' }].filter(Boolean).map((o) => ({ ...o })) };`,
      'us',
      'requests[*].geo',
    ],
    [
      'filter',
      `const p = { requests: [{ geo: 'us' }, { geo: 'global' }].filter((o) => o.x) };`,
      'us | global',
      'requests[*].geo',
    ],
    [
      'concat',
      `const p = { requests: [{ geo: 'us' }].concat([{ geo: 'global' }]) };`,
      'us | global',
      'requests[*].geo',
    ],
    [
      'a spread list',
      `const first = [{ geo: 'us' }]; const p = { requests: [...first, { geo: 'global' }] };`,
      'us | global',
      'requests[*].geo',
    ],
    [
      'an unknown spread list',
      `import { more } from './more.js'; const p = { requests: [{ geo: 'us' }, ...more] };`,
      'us | ?imported',
      'requests[*].geo',
    ],
    [
      'flatMap',
      `import { docs } from './docs.js'; const p = { requests: docs.flatMap((d) => [{ geo: 'us', d }]) };`,
      'us',
      'requests[*].geo',
    ],
    ['slice', `const p = { requests: [{ geo: 'us' }].slice(0, 1) };`, 'us', 'requests[*].geo'],
    [
      'push',
      `const list = []; list.push({ geo: 'us' }); const p = { requests: list };`,
      'us',
      'requests[*].geo',
    ],
    [
      'push in a loop',
      `import { docs } from './docs.js'; const list = []; for (const d of docs) { list.push({ geo: 'us', d }); } const p = { requests: list };`,
      'us',
      'requests[*].geo',
    ],
    [
      'push of several kinds',
      `const list = [{ geo: 'us' }]; list.push({}, { geo: 'global' }); const p = { requests: list };`,
      'us | absent | global',
      'requests[*].geo',
    ],
    [
      'unshift',
      `const list = []; list.unshift({ geo: 'us' }); const p = { requests: list };`,
      'us',
      'requests[*].geo',
    ],
    [
      'push in forEach',
      `import { docs } from './docs.js'; const list = []; docs.forEach((d) => list.push({ geo: 'us' })); const p = { requests: list };`,
      'us',
      'requests[*].geo',
    ],
    [
      'assignment by index',
      `const list = []; list[0] = { geo: 'us' }; const p = { requests: list };`,
      'us',
      'requests[*].geo',
    ],
    [
      'push into the property',
      `const p = { requests: [] }; p.requests.push({ geo: 'us' });`,
      'us',
      'requests[*].geo',
    ],
    [
      'Array.from with a function',
      `import { docs } from './docs.js'; const p = { requests: Array.from(docs, () => ({ geo: 'us' })) };`,
      'us',
      'requests[*].geo',
    ],
    [
      'reduce into a list',
      `import { docs } from './docs.js'; const p = { requests: docs.reduce((all, d) => [...all, { geo: 'us' }], []) };`,
      '?',
      'requests[*].geo',
    ],
    [
      'a list extended in a loop',
      `import { docs } from './docs.js'; let list = []; for (const d of docs) list = [...list, { geo: 'us' }]; const p = { requests: list };`,
      'us',
      'requests[*].geo',
    ],
    [
      'push of a spread list',
      `import { more } from './more.js'; const list = [{ geo: 'us' }]; list.push(...more); const p = { requests: list };`,
      'us | ?imported',
      'requests[*].geo',
    ],
    [
      'push in a helper',
      `const list = []; const add = (d) => { list.push({ geo: 'us', d }); }; add(1); const p = { requests: list };`,
      'us',
      'requests[*].geo',
    ],
    [
      'push into a field',
      `class A { list = []; add() { this.list.push({ geo: 'us' }); } send() { claude.messages.create({ requests: this.list }); } }`,
      '?',
      'requests[*].geo',
    ],
    ['at', `const p = { geo: ['us'].at(0) };`, 'us'],
    ['find', `const p = [{ geo: 'us' }, { geo: 'global' }].find((o) => o.x);`, 'us | global'],
    ['an element assigned later', `const list = [{}]; list[0].geo = 'us'; const p = list[0];`, 'us'],
    [
      'values of an object',
      `const p = { requests: Object.values({ a: { geo: 'us' }, b: { geo: 'global' } }) };`,
      'us | global',
      'requests[*].geo',
    ],
    [
      'an imported list',
      `import { requests } from './requests.js'; const p = { requests };`,
      '?imported',
      'requests[*].geo',
    ],
  ],
  'classes and objects with methods': [
    ['a field', `class A { geo = 'us'; ask() { claude.messages.create({ geo: this.geo }); } }`, 'us'],
    [
      'a field that a method changes',
      `class A { geo = 'us'; relax() { this.geo = 'global'; } ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us | global',
    ],
    [
      'a private field',
      `class A { #geo = 'us'; ask() { claude.messages.create({ geo: this.#geo }); } }`,
      'us',
    ],
    [
      'a static field',
      `class A { static GEO = 'us'; ask() { claude.messages.create({ geo: A.GEO }); } }`,
      'us',
    ],
    [
      'a field of a whole request',
      `class A { base = { geo: 'us' }; ask() { claude.messages.create({ ...this.base }); } }`,
      'us',
    ],
    [
      'an assignment in the constructor',
      `class A { constructor() { this.geo = 'us'; } ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us',
    ],
    [
      'a constructor argument',
      `class A { constructor(geo) { this.geo = geo; } ask() { claude.messages.create({ geo: this.geo }); } } new A('us').ask();`,
      'us',
    ],
    [
      'a constructor argument of an exported class',
      `export class A { constructor(geo) { this.geo = geo; } ask() { claude.messages.create({ geo: this.geo }); } }`,
      '?parameter',
    ],
    [
      'a constructor default',
      `export class A { constructor({ geo = 'us' } = {}) { this.geo = geo; } ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us | ?parameter',
    ],
    [
      'a getter',
      `class A { get geo() { return 'us'; } ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us',
    ],
    [
      'a method',
      `class A { params() { return { geo: 'us' }; } ask() { claude.messages.create(this.params()); } }`,
      'us',
    ],
    [
      'a method with arguments',
      `class A { params(geo) { return { geo }; } ask() { claude.messages.create(this.params('us')); } }`,
      'us',
    ],
    [
      'a private method',
      `class A { #params() { return { geo: 'us' }; } ask() { claude.messages.create(this.#params()); } }`,
      'us',
    ],
    ['a static method', `class A { static params() { return { geo: 'us' }; } } const p = A.params();`, 'us'],
    [
      'an arrow field',
      `class A { params = () => ({ geo: 'us' }); ask() { claude.messages.create(this.params()); } }`,
      'us',
    ],
    [
      'an inherited field',
      `class B { geo = 'us'; } class A extends B { ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us',
    ],
    [
      'an overridden field',
      `class B { geo = 'global'; } class A extends B { geo = 'us'; ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us',
    ],
    [
      'a field a subclass overrides',
      `class B { geo = 'us'; ask() { claude.messages.create({ geo: this.geo }); } } class A extends B { geo = 'global'; }`,
      'us | global',
    ],
    [
      'super',
      `class B { params() { return { geo: 'us' }; } } class A extends B { ask() { claude.messages.create({ ...super.params() }); } }`,
      'us',
    ],
    [
      'a field of an imported base class',
      `import { B } from './b.js'; class A extends B { ask() { claude.messages.create({ geo: this.geo }); } }`,
      '?',
    ],
    ['a field of an instance', `class C { geo = 'us'; } const c = new C(); const p = { geo: c.geo };`, 'us'],
    [
      'a method of an instance',
      `class C { build() { return { geo: 'us' }; } } const p = new C().build();`,
      'us',
    ],
    [
      'this in a nested arrow',
      `class A { geo = 'us'; ask() { return [1].map(() => claude.messages.create({ geo: this.geo })); } }`,
      'us',
    ],
    [
      'this as that',
      `class A { geo = 'us'; ask() { const that = this; claude.messages.create({ geo: that.geo }); } }`,
      'us',
    ],
    [
      'this destructured',
      `class A { geo = 'us'; ask() { const { geo } = this; claude.messages.create({ geo }); } }`,
      'us',
    ],
    [
      'a parameter of a method',
      `class A { ask(p) { claude.messages.create(p); } } new A().ask({ geo: 'us' });`,
      'us',
    ],
    [
      'a parameter of a method called on this',
      `class A { ask(p) { claude.messages.create(p); } run() { this.ask({ geo: 'us' }); } }`,
      'us',
    ],
    [
      'a parameter of an exported class’s method',
      `export class A { ask(p) { claude.messages.create(p); } }`,
      '?parameter',
    ],
    [
      'a prototype method',
      `function A() { this.geo = 'us'; } A.prototype.ask = function () { claude.messages.create({ geo: this.geo }); };`,
      'us',
    ],
    ['a method of an object', `const o = { build() { return { geo: 'us' }; } }; const p = o.build();`, 'us'],
    [
      'this in a method of an object',
      `const o = { geo: 'us', build() { return { geo: this.geo }; } }; const p = o.build();`,
      'us',
    ],
    ['an arrow of an object', `const o = { build: (geo) => ({ geo }) }; const p = o.build('us');`, 'us'],
    [
      'a request in a method of an object',
      `const o = { geo: 'us', ask() { claude.messages.create({ geo: this.geo }); } };`,
      'us',
    ],
    ['a class expression', `const A = class { geo = 'us'; }; const p = { geo: new A().geo };`, 'us'],
    [
      'a parameter of a method on an exported instance',
      `class A { ask(p) { claude.messages.create(p); } } export const a = new A(); a.ask({ geo: 'us' });`,
      'us | ?parameter',
    ],
    [
      'a parameter of a method of a class exported later',
      `class A { ask(p) { claude.messages.create(p); } } new A().ask({ geo: 'us' }); export { A };`,
      'us | ?parameter',
    ],
    [
      'a parameter of a method of a class in module.exports',
      `class A { ask(p) { claude.messages.create(p); } } module.exports = A;`,
      '?parameter',
    ],
    [
      'two instances',
      `class A { constructor(geo) { this.geo = geo; } ask() { claude.messages.create({ geo: this.geo }); } } new A('us').ask(); new A('global').ask();`,
      'us | global',
    ],
    [
      'a field set from outside',
      `class A { geo = 'us'; ask() { claude.messages.create({ geo: this.geo }); } } const a = new A(); a.geo = 'global'; a.ask();`,
      'us | global',
    ],
    [
      'a setter',
      `class A { geo = 'us'; set where(v) { this.geo = v; } ask() { claude.messages.create({ geo: this.geo }); } } new A().where = 'global';`,
      'us | ?parameter',
    ],
    ['a static block', `class A { static GEO; static { A.GEO = 'us'; } } const p = { geo: A.GEO };`, 'us'],
    ['a Map', `const m = new Map([['geo', 'us']]); const p = { geo: m.get('geo') };`, 'us'],
  ],
};

/** Syntax of TypeScript. */
const TYPED: Readonly<Record<string, readonly Row[]>> = {
  'casts and annotations': [
    ['as const', `const GEO = 'us' as const; const p = { geo: GEO };`, 'us'],
    ['as', `const p = { geo: 'us' } as Params;`, 'us'],
    ['as unknown as', `const p = { geo: 'us' } as unknown as Params;`, 'us'],
    ['satisfies', `const p = { geo: 'us' } satisfies Params;`, 'us'],
    ['a type assertion in angle brackets', `const p = <Params>{ geo: 'us' };`, 'us'],
    ['non-null', `const config = { geo: 'us' }; const p = { geo: config!.geo! };`, 'us'],
    ['a cast of something unknown', `const p = { geo: process.env.GEO as string };`, '?environment'],
    ['a type parameter', `function id<T>(x: T): T { return x; } const p = id<Params>({ geo: 'us' });`, 'us'],
    [
      'an annotation that allows one value only says nothing about a request',
      `export function ask(p: { geo: string }) { claude.messages.create(p); }`,
      '?parameter',
    ],
  ],
  'enums and lookups': [
    ['an enum', `enum Geo { Us = 'us', Any = 'global' } const p = { geo: Geo.Us };`, 'us'],
    ['a const enum', `const enum Geo { Us = 'us' } const p = { geo: Geo.Us };`, 'us'],
    ['an enum by quoted name', `enum Geo { Us = 'us' } const p = { geo: Geo['Us'] };`, 'us'],
    [
      'an enum with an unknown key',
      `enum Geo { Us = 'us', Any = 'global' } export const ask = (k: keyof typeof Geo) => claude.messages.create({ geo: Geo[k] });`,
      'us | global',
    ],
    [
      'a lookup with an unknown key',
      `const GEOS = { a: 'us', b: 'global' } as const; export const ask = (k: keyof typeof GEOS) => claude.messages.create({ geo: GEOS[k] });`,
      'us | global',
    ],
    [
      'a lookup with one value',
      `const GEOS = { a: 'us', b: 'us' } as const; export const ask = (k: keyof typeof GEOS) => claude.messages.create({ geo: GEOS[k] });`,
      'us',
    ],
    [
      'an array with an unknown index',
      `const GEOS = ['us', 'global'] as const; export const ask = (i: number) => claude.messages.create({ geo: GEOS[i] });`,
      'us | global',
    ],
    [
      'a lookup of whole requests',
      `const PRESETS = { a: { geo: 'us' }, b: { model: 'm' } } as const; export const ask = (k: keyof typeof PRESETS) => claude.messages.create({ ...PRESETS[k] });`,
      'us | absent',
    ],
    ['a namespace', `namespace Config { export const geo = 'us'; } const p = { geo: Config.geo };`, 'us'],
  ],
  'classes of TypeScript': [
    [
      'a parameter property',
      `class A { constructor(private readonly geo: string) {} ask() { claude.messages.create({ geo: this.geo }); } } new A('us').ask();`,
      'us',
    ],
    [
      'a parameter property with a default',
      `class A { constructor(private readonly geo = 'us') {} ask() { claude.messages.create({ geo: this.geo }); } } new A().ask();`,
      'us',
    ],
    [
      'a parameter property of an exported class',
      `export class A { constructor(private readonly geo: string) {} ask() { claude.messages.create({ geo: this.geo }); } }`,
      '?parameter',
    ],
    [
      'a declared field assigned in the constructor',
      `class A { private geo: string; constructor() { this.geo = 'us'; } ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us',
    ],
    [
      'a private method called inside',
      `export class A { private ask(p: object) { claude.messages.create(p); } run() { this.ask({ geo: 'us' }); } }`,
      'us',
    ],
    [
      'an abstract member',
      `export abstract class A { abstract geo: string; ask() { claude.messages.create({ geo: this.geo }); } }`,
      '?',
    ],
    [
      'an accessor field',
      `class A { accessor geo = 'us'; ask() { claude.messages.create({ geo: this.geo }); } }`,
      'us',
    ],
    [
      'overloads',
      `function build(a: string): object; function build(a: string, b?: string): object { return { geo: a }; } const p = build('us');`,
      'us',
    ],
    [
      'a this parameter',
      `function ask(this: void, p: object) { claude.messages.create(p); } ask({ geo: 'us' });`,
      'us',
    ],
  ],
};

describe.each(Object.entries(SHARED))('%s', (_, rows) => {
  describe.each<ParserName>(['typescript', 'espree'])('%s', (parser) => {
    it.each(rows)('%s', (...row) => {
      expectAnswers(row as unknown as Row, parser);
    });
  });
});

describe.each(Object.entries(TYPED))('%s', (_, rows) => {
  it.each(rows)('%s', (...row) => {
    expectAnswers(row as unknown as Row, 'typescript');
  });
});
