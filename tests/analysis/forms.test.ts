/**
 * The same request in other forms: services, maps, lists of pairs, merges, namespaces, promises, other names for an object. A
 * geography that is in sight is known; one that some other code may set is not missing.
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../helpers/analyze.ts';

const HEAD = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const base = { model: 'claude-opus-5', max_tokens: 8, messages: [] };
`;
const PINNED = "{ ...base, inference_geo: 'us' }";

/** What is read of the geography of all requests. */
const geographyOf = (code: string): readonly string[] => [
  ...new Set(analyze(HEAD + code).flatMap(({ geography }) => geography)),
];

describe('in sight', () => {
  it.each([
    `const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(${PINNED});`,
    `const svc = { ask: (p) => client.messages.create(p) }; svc.ask(${PINNED});`,
    `const svc = { async ask(p) { return await client.messages.create({ ...base, ...p }); } }; async function f() { await svc.ask({ inference_geo: 'us' }); } f();`,
    `const svc = { client, ask(p) { return this.client.messages.create(p); } }; svc.ask(${PINNED});`,
    `const svc = Object.freeze({ ask(p) { return client.messages.create(p); } }); svc.ask(${PINNED});`,
    `const svc = { llm: { ask(p) { return client.messages.create(p); } } }; svc.llm.ask(${PINNED});`,
    `const svc = { ask(p) { return client.messages.create(p); }, sum(t) { return this.ask(${PINNED}); } }; svc.sum('x');`,
    `function makeService(c) { return { ask(p) { return c.messages.create(p); } }; } const svc = makeService(client); svc.ask(${PINNED});`,
    `const makeService = (geo) => ({ ask: (messages) => client.messages.create({ ...base, messages, inference_geo: geo }) }); makeService('us').ask([]);`,
    `const svc = { ask(p) { return client.messages.create(p); } } as const; svc.ask(${PINNED});`,
    `const svc = { ask(p) { return client.messages.create(p); } } satisfies Service; const { ask } = svc; ask(${PINNED});`,
    `const P = new Map([['a', ${PINNED}]]); client.messages.create(P.get('a'));`,
    `const GEO = new Map([['eu', 'us'], ['us', 'us']]); client.messages.create({ ...base, inference_geo: GEO.get('us') });`,
    `const GEO = new Map([['a', 'us'], ['b', 'us']]); export const f = (k) => client.messages.create({ ...base, inference_geo: GEO.get(k) });`,
    `const GEO = new Map([['a', 'global'], ['b', 'us']]); client.messages.create({ ...base, inference_geo: GEO.get('b') });`,
    `const GEO = new Map(Object.entries({ a: 'us' })); client.messages.create({ ...base, inference_geo: GEO.get('a') ?? 'us' });`,
    `const GEO = new Map(); GEO.set('a', 'us'); client.messages.create({ ...base, inference_geo: GEO.get('a') });`,
    `const GEO = new Map<string, string>([['a', 'us']]); client.messages.create({ ...base, inference_geo: GEO.get('a')! });`,
    `class S { #p = new Map([['a', ${PINNED}]]); ask() { return client.messages.create(this.#p.get('a')); } } new S().ask();`,
    `client.messages.create(Object.fromEntries(Object.entries(${PINNED}).filter(([, v]) => v !== undefined)));`,
    `const clean = (o) => Object.fromEntries(Object.entries(o).filter(([k, v]) => v != null)); client.messages.create(clean(${PINNED}));`,
    `client.messages.create(Object.fromEntries([['model', 'claude-opus-5'], ['max_tokens', 8], ['messages', []], ['inference_geo', 'us']]));`,
    `client.messages.create({ ...base, ...Object.fromEntries([['inference_geo', 'us']]) });`,
    `client.messages.create({ ...base, ...Object.fromEntries(Object.entries({ inference_geo: 'us' })) });`,
    `client.messages.create({ ...base, ...Object.fromEntries(new Map([['inference_geo', 'us']])) });`,
    `client.messages.create([base, { inference_geo: 'us' }].reduce((a, b) => ({ ...a, ...b }), {}));`,
    `client.messages.create([base, { inference_geo: 'us' }].reduce((a, b) => ({ ...a, ...b })));`,
    `client.messages.create([base, { inference_geo: 'us' }].reduce((a, b) => Object.assign(a, b), {}));`,
    `const parts = [base, { inference_geo: 'us' }]; const merge = (a, b) => ({ ...a, ...b }); client.messages.create(parts.reduce(merge, {}));`,
    `function merge(...parts) { return parts.reduce((a, b) => ({ ...a, ...b }), {}); } client.messages.create(merge(base, { inference_geo: 'us' }));`,
    `namespace Llm { export const params = ${PINNED}; } client.messages.create(Llm.params);`,
    `namespace Llm { export const geo = 'us'; } client.messages.create({ ...base, inference_geo: Llm.geo });`,
    `namespace Llm { export function params() { return ${PINNED}; } } client.messages.create(Llm.params());`,
    `namespace Config { export namespace Geo { export const us = 'us'; } } client.messages.create({ ...base, inference_geo: Config.Geo.us });`,
    `namespace Cfg { const geo = 'us'; export const p = { ...base, inference_geo: geo }; } client.messages.create({ ...Cfg.p });`,
    `namespace Llm { export class Svc { ask() { return client.messages.create(${PINNED}); } } } new Llm.Svc().ask();`,
    `async function f() { const p = await new Promise((resolve) => resolve(${PINNED})); return client.messages.create(p); }`,
    `async function f() { const p = await new Promise((resolve, reject) => { resolve(${PINNED}); }); return client.messages.create(p); }`,
    `async function f() { const p = await new Promise((resolve) => setTimeout(() => resolve(${PINNED}), 10)); return client.messages.create(p); }`,
    `const load = () => new Promise((res) => { setTimeout(() => { res({ inference_geo: 'us' }); }, 5); }); async function f() { return client.messages.create({ ...base, ...(await load()) }); }`,
    `new Promise((resolve) => resolve(${PINNED})).then((p) => client.messages.create(p));`,
    `const o = { p: { ...base } }; function pin(x) { x.p.inference_geo = 'us'; } pin(o); client.messages.create(o.p);`,
    `const o = { p: { ...base } }; const q = o.p; q.inference_geo = 'us'; client.messages.create(o.p);`,
    `const o = { p: { ...base } }; const { p } = o; p.inference_geo = 'us'; client.messages.create(o.p);`,
    `import set from 'lodash/set'; const p = { ...base }; set(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `import _ from 'lodash'; const p = { ...base }; _.set(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `import * as _ from 'lodash'; const p = { ...base }; _.assign(p, { inference_geo: 'us' }); client.messages.create(p);`,
    `import { merge } from 'lodash'; const p = { ...base }; merge(p, { inference_geo: 'us' }); client.messages.create(p);`,
    `import dset from 'dset'; const p = { ...base }; dset(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `import { dset } from 'dset'; const p = { ...base }; dset(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `const gateway = { complete: async (messages, opts = { inference_geo: 'us' }) => client.messages.create({ ...base, messages, ...opts }) }; gateway.complete([]);`,
    `const llm = { send: function (p) { return client.messages.create(p); }, summarize(t) { return llm.send(${PINNED}); }, classify(t) { return llm.send(${PINNED}); } }; llm.summarize('a'); llm.classify('b');`,
    `function createLlm() { const send = (p) => client.messages.create(p); return { ask: (m) => send({ ...base, messages: m, inference_geo: 'us' }) }; } const llm = createLlm(); llm.ask([]);`,
    `const createLlm = ({ client }) => ({ ask: (p) => client.messages.create({ ...base, ...p }) }); const llm = createLlm({ client }); llm.ask({ inference_geo: 'us' });`,
    `const handlers = { chat: (p) => client.messages.create(p), ping: () => 'pong' }; app.get('/ping', handlers.ping); handlers.chat(${PINNED});`,
    `const llm = { geo: 'us', ask() { return client.messages.create({ ...base, inference_geo: this.geo }); } }; llm.ask();`,
    `const MODELS: ReadonlyMap<string, any> = new Map([['sum', ${PINNED}], ['cls', ${PINNED}]]); export async function run(task: string) { const p = MODELS.get(task); if (!p) throw new Error('no'); return client.messages.create(p); }`,
    `const m = new Map(); m.set('geo', 'us'); m.set('other', 'global'); client.messages.create({ ...base, inference_geo: m.get('geo') });`,
    `const KEY = 'geo'; const m = new Map([[KEY, 'us']]); client.messages.create({ ...base, inference_geo: m.get(KEY) });`,
    `const presets = new Map(Object.entries({ fast: ${PINNED} })); client.messages.create(presets.get('fast'));`,
    `const settings = { geo: new Map([['prod', 'us']]) }; client.messages.create({ ...base, inference_geo: settings.geo.get('prod') });`,
    `const geos = new Map([['a', 'us']]); client.messages.create({ ...base, inference_geo: geos.get(tenant) ?? 'us' });`,
    `const m = new Map<string, string>(); for (const t of tenants) m.set(t, 'us'); client.messages.create({ ...base, inference_geo: m.get(tenant)! });`,
    `const cache = new Map(); function paramsFor(k) { let p = cache.get(k); if (!p) { p = ${PINNED}; cache.set(k, p); } return p; } client.messages.create(paramsFor('a'));`,
    `const omitNil = (obj) => Object.fromEntries(Object.entries(obj).filter(([, value]) => value !== undefined && value !== null)); client.messages.create(omitNil({ ...base, temperature: undefined, inference_geo: 'us' }));`,
    `const pairs = [['inference_geo', 'us']]; client.messages.create({ ...base, ...Object.fromEntries(pairs) });`,
    `const pairs = []; pairs.push(['inference_geo', 'us']); client.messages.create({ ...base, ...Object.fromEntries(pairs) });`,
    `const without = Object.fromEntries(Object.entries(${PINNED}).filter(([k]) => k !== 'debug')); client.messages.create(without);`,
    `const layers = [defaults(), { inference_geo: 'us' }]; function defaults() { return base; } client.messages.create(layers.reduce((acc, l) => ({ ...acc, ...l }), {}));`,
    `const mergeAll = (...objs) => objs.reduce((acc, o) => Object.assign({}, acc, o), {}); client.messages.create(mergeAll(base, { inference_geo: 'us' }));`,
    `const p = [base, { inference_geo: 'us' }].reduce((acc, o) => { return { ...acc, ...o }; }, {}); client.messages.create(p);`,
    `const p = [{ inference_geo: 'global' }, base, { inference_geo: 'us' }].reduce((acc, o) => ({ ...acc, ...o }), {}); client.messages.create(p);`,
    `namespace Defaults { export const GEO = 'us' as const; export const build = (m) => ({ ...base, messages: m, inference_geo: GEO }); } client.messages.create(Defaults.build([]));`,
    `namespace Defaults { export let geo; export function init(g) { geo = g; } } Defaults.init('us'); client.messages.create({ ...base, inference_geo: Defaults.geo });`,
    `namespace Api { export const client2 = new Anthropic(); export async function ask(p: any) { return client2.messages.create(p); } } export async function run() { return Api.ask(${PINNED}); }`,
    `const delay = (v, ms) => new Promise((resolve) => setTimeout(() => resolve(v), ms)); async function f() { const p = await delay(${PINNED}, 5); return client.messages.create(p); }`,
    `function loadParams() { return new Promise((resolve, reject) => { if (!ready) { reject(new Error('x')); return; } resolve(${PINNED}); }); } async function f() { client.messages.create(await loadParams()); }`,
    `const p = Promise.resolve(${PINNED}); p.then((x) => client.messages.create(x));`,
    `import objectPath from 'object-path'; const p = { ...base }; objectPath.set(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `import { setProperty } from 'dot-prop'; const p = { ...base }; setProperty(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `import { setWith } from 'lodash'; const p = { ...base }; setWith(p, 'inference_geo', 'us', Object); client.messages.create(p);`,
    `const _ = require('lodash'); const p = { ...base }; _.set(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `const set = require('lodash/set'); const p = { ...base }; set(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `const q = { body: { ...base } }; const pinned = (o) => { o.body.inference_geo = 'us'; }; pinned(q); client.messages.create(q.body);`,
    `const tap = (x, fn) => { fn(x); return x; }; client.messages.create(tap({ ...base }, (p) => { p.inference_geo = 'us'; }));`,
    `const p = { ...base }; const { metadata = {}, ...rest } = { ...p, inference_geo: 'us' }; client.messages.create(rest);`,
    `const p = Object.assign(Object.create(null), base); p['inference_' + 'geo'] = 'us'; client.messages.create(p);`,
    `const p = { ...base }; pinAll(p); function pinAll(x) { pinGeo(x); } function pinGeo(x) { x.inference_geo = 'us'; } client.messages.create(p);`,
  ])('%s', (code) => {
    expect(geographyOf(code)).toEqual(['us']);
  });
});

describe('set in a way that is not followed', () => {
  it.each([
    `export const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(${PINNED});`,
    `const svc = { ask(p) { return client.messages.create(p); } }; register(svc); svc.ask(${PINNED});`,
    `const svc = { ask(p) { return client.messages.create(p); } }; export default svc; svc.ask(${PINNED});`,
    `const svc = { ask(p) { return client.messages.create(p); } }; module.exports = { svc };`,
    `const GEO = new Map([['a', 'global'], ['b', 'us']]); export const f = (k) => client.messages.create({ ...base, inference_geo: GEO.get(k) });`,
    `const GEO = new Map(load()); client.messages.create({ ...base, inference_geo: GEO.get('a') });`,
    `client.messages.create({ ...base, ...Object.fromEntries(Object.entries(opts).map(([k, v]) => [snake(k), v])) });`,
    `client.messages.create({ ...base, ...Object.fromEntries(Object.entries({ inferenceGeo: 'us' }).map(([k, v]) => [snake(k), v])) });`,
    `client.messages.create({ ...base, ...Object.fromEntries(pairs) });`,
    `client.messages.create([base, ...extras()].reduce((a, b) => ({ ...a, ...b }), {}));`,
    `const steps = [(p) => ({ ...p, inference_geo: 'us' })]; client.messages.create(steps.reduce((p, f) => f(p), base));`,
    `client.messages.create(['inference_geo'].reduce((p, k) => ({ ...p, [k]: 'us' }), base));`,
    `client.messages.create([['inference_geo', 'us']].reduce((p, [k, v]) => ({ ...p, [k]: v }), base));`,
    `client.messages.create([['inference_geo', 'us']].reduce((p, [k, v]) => { p[k] = v; return p; }, { ...base }));`,
    `const load = () => new Promise((res, rej) => fs.readFile('x', (e, d) => e ? rej(e) : res(JSON.parse(d)))); async function f() { return client.messages.create({ ...base, ...(await load()) }); }`,
    `const o = { p: { ...base }, setGeo(g) { this.p.inference_geo = g; return this; } }; client.messages.create(o.setGeo('us').p);`,
    `const o = { p: { ...base }, set geo(g) { o.p = { ...o.p, inference_geo: g }; } }; o.geo = 'us'; client.messages.create(o.p);`,
    `const o = { p: { ...base }, setGeo(g) { this.p = { ...this.p, inference_geo: g }; } }; o.setGeo('us'); client.messages.create(o.p);`,
    `const o = { p: { ...base }, with(x) { Object.assign(this.p, x); return this; } }; client.messages.create(o.with({ inference_geo: 'us' }).p);`,
    `const o = { p: { ...base }, put(k, v) { this.p[k] = v; return this; } }; client.messages.create(o.put('inference_geo', 'us').p);`,
    `const o = { ...base, set geo(g) { this.inference_geo = g; } }; o.geo = 'us'; client.messages.create(o);`,
    `const o = { ...base, pin() { this.inference_geo = 'us'; return this; } }; client.messages.create(o.pin());`,
    `import { set } from 'lodash-es'; const p = { ...base }; set(p, ['inference_geo'], 'us'); client.messages.create(p);`,
    `import _ from 'lodash'; const p = _.merge({}, base, { inference_geo: 'us' }); client.messages.create(p);`,
    `import _ from 'lodash'; client.messages.create(_.set({ ...base }, 'inference_geo', 'us'));`,
    `import { produce } from 'immer'; const p = produce(base, (d) => { d.inference_geo = 'us'; }); client.messages.create(p);`,
    `import { pin } from '@acme/llm'; const p = { ...base }; pin(p); client.messages.create(p);`,
    `import { defaultsDeep } from 'lodash'; const p = { ...base }; defaultsDeep(p, { inference_geo: 'us' }); client.messages.create(p);`,
    `import deepmerge from 'deepmerge'; client.messages.create(deepmerge(base, { inference_geo: 'us' }));`,
    `const p = { ...base }; Reflect.set(p, 'inference_geo', 'us'); client.messages.create(p);`,
    `const p = { ...base }; Object.defineProperty(p, 'inference_geo', { value: 'us', enumerable: true }); client.messages.create(p);`,
    `const p = { ...base }; ['inference_geo'].forEach((k) => (p[k] = 'us')); client.messages.create(p);`,
    `const p = new Proxy({ ...base }, { get: (t, k) => (k === 'inference_geo' ? 'us' : t[k]) }); client.messages.create(p);`,
    `const p = Object.create({ inference_geo: 'us' }); Object.assign(p, base); client.messages.create(p);`,
    `const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(${PINNED}); items.map(svc.ask);`,
    `const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(${PINNED}); app.use(svc);`,
    `const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(${PINNED}); exports.svc = svc;`,
    `const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(${PINNED}); const other = { ...svc }; go(other);`,
    `export function createLlm() { return { ask(p) { return client.messages.create(p); } }; } createLlm().ask(${PINNED});`,
    `const llm = { geo: undefined, init(g) { this.geo = g; }, ask() { return client.messages.create({ ...base, inference_geo: this.geo }); } }; llm.init('us'); llm.ask();`,
    `const m = new Map(); fill(m); client.messages.create({ ...base, inference_geo: m.get('geo') });`,
    `const only = Object.fromEntries(Object.entries(${PINNED}).filter(([k]) => ALLOWED.has(k))); client.messages.create(only);`,
    `client.messages.create({ ...base, ...Object.fromEntries(new URLSearchParams(q)) });`,
    `client.messages.create({ ...base, ...Object.fromEntries(await load()) });`,
    `const p = [base, { inference_geo: 'us' }].reduce((acc, o) => { for (const k in o) acc[k] = o[k]; return acc; }, {}); client.messages.create(p);`,
    `const p = [base].concat(extra).reduce((acc, o) => ({ ...acc, ...o }), {}); client.messages.create(p);`,
    `async function f() { const p = await new Promise((resolve) => emitter.once('params', resolve)); return client.messages.create(p); }`,
    `import { pinGeo } from './pin'; const p = { ...base }; pinGeo(p); client.messages.create(p);`,
    `import * as helpers from './helpers'; const p = { ...base }; helpers.setGeo(p, 'us'); client.messages.create(p);`,
    `const { merge } = require('lodash'); const p = { ...base }; merge(p, cfg); client.messages.create(p);`,
    `const o = { get p() { return { ...base, ...this.extra }; }, extra: {} }; o.extra = { inference_geo: 'us' }; client.messages.create(o.p);`,
    `const o = { _p: { ...base }, geo(g) { this._p.inference_geo = g; return this; }, build() { return { ...this._p }; } }; client.messages.create(o.geo('us').build());`,
    `const builder = () => ({ p: { ...base }, geo(g) { this.p.inference_geo = g; return this; }, build() { return this.p; } }); client.messages.create(builder().geo('us').build());`,
    `const state = { params: { ...base } }; function configure(fn) { fn(state.params); } configure((p) => { p.inference_geo = 'us'; }); client.messages.create(state.params);`,
    `const p = { ...base }; [pinGeo].forEach((f) => f(p)); function pinGeo(x) { x.inference_geo = 'us'; } client.messages.create(p);`,
    `function P() { Object.assign(this, base); } P.prototype.geo = function (g) { this.inference_geo = g; return this; }; client.messages.create(new P().geo('us'));`,
    `class Q { params = { ...base }; constructor(private fn) { fn(this.params); } } client.messages.create(new Q((p) => { p.inference_geo = 'us'; }).params);`,
    `import { set } from 'lodash'; class B { p = { ...base }; geo(g) { set(this.p, 'inference_geo', g); return this; } } client.messages.create(new B().geo('us').p);`,
    `class B { p = { ...base }; geo(g) { const { p } = this; p.inference_geo = g; return this; } } client.messages.create(new B().geo('us').p);`,
    `class B { p = { ...base }; geo(g) { const self = this; self.p.inference_geo = g; return this; } } client.messages.create(new B().geo('us').p);`,
  ])('%s', (code) => {
    expect(geographyOf(code)).not.toContain('absent');
    expect(geographyOf(code).length).toBeGreaterThan(0);
  });
});

describe('set before a block is left', () => {
  it.each([
    `function f() { let g = 'global'; try { h(); g = 'us'; } finally { client.messages.create({ ...base, inference_geo: g }); } }`,
    `async function f() { let g = 'global'; try { const r = await h(); g = 'us'; return r; } finally { client.messages.create({ ...base, inference_geo: g }); } }`,
    `async function f() { let g = 'global'; try { if (h()) { g = 'us'; return 1; } } catch (e) { throw e; } finally { client.messages.create({ ...base, inference_geo: g }); } }`,
    `async function f() { let g = 'global'; try { g = 'us'; return await h(); } catch (e) { return client.messages.create({ ...base, inference_geo: g }); } }`,
  ])('%s', (code) => {
    expect([...geographyOf(code)].sort()).toEqual(['global', 'us']);
  });
});

describe('read in a closure of a block that is left', () => {
  it.each([
    [
      'global',
      `function f(x) { const p = { ...base }; if (x) { p.inference_geo = 'global'; const s = () => client.messages.create(p); return retry(s); } p.inference_geo = 'us'; return p; }`,
    ],
    [
      'us',
      `function f(x) { const p = { ...base }; p.inference_geo = 'us'; if (x) { return retry(() => client.messages.create(p)); } p.inference_geo = 'global'; return p; }`,
    ],
    [
      'absent',
      `function f(x) { const p = { ...base }; if (x) { return retry(() => client.messages.create(p)); } p.inference_geo = 'global'; return p; }`,
    ],
  ])('%s: %s', (expected, code) => {
    expect(geographyOf(code)).toEqual([expected]);
  });
});

describe('missing', () => {
  it.each([
    `const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(base);`,
    `const svc = { ask(p) { return client.messages.create(p); } }; svc.ask(base); svc.ask(${PINNED});`,
    `const clean = (o) => Object.fromEntries(Object.entries(o).filter(([k, v]) => v != null)); client.messages.create(clean(base));`,
    `client.messages.create([base, { top_k: 1 }].reduce((a, b) => ({ ...a, ...b }), {}));`,
    `const o = { p: { ...base }, set k(g) { this.p.top_k = g; } }; o.k = 1; client.messages.create(o.p);`,
    `import _ from 'lodash'; const p = { ...base }; _.set(p, 'top_k', 1); client.messages.create(p);`,
    `const p = { ...base }; console.log(p); client.messages.create(p);`,
    `import { z } from 'zod'; const p = { ...base }; z.object({}).parse(p); client.messages.create(p);`,
    `const llm = { send(p) { return client.messages.create(p); }, summarize(t) { return llm.send(${PINNED}); }, classify(t) { return llm.send(base); } }; llm.summarize('a'); llm.classify('b');`,
    `const MODELS = new Map([['sum', ${PINNED}], ['cls', base]]); export async function run(task) { const p = MODELS.get(task); if (!p) throw new Error('no'); return client.messages.create(p); }`,
    `function pickDefined(o) { return Object.fromEntries(Object.entries(o).filter((e) => e[1] != null)); } client.messages.create({ ...pickDefined(base), top_k: 1 });`,
    `const p = [base, flag ? { inference_geo: 'us' } : {}].reduce((acc, o) => ({ ...acc, ...o }), {}); client.messages.create(p);`,
    `namespace Defaults { export const p = base; } client.messages.create(Defaults.p);`,
    `async function f() { const p = await new Promise((resolve) => resolve(base)); return client.messages.create(p); }`,
    `const p = { ...base }; logger.debug(p); validate(p); client.messages.create(p);`,
    `import { validate } from './v'; const p = { ...base }; validate(p); client.messages.create(p);`,
    `const o = { p: { ...base }, count: 0, bump() { this.count = this.count + 1; } }; o.bump(); client.messages.create(o.p);`,
    `const o = { p: { ...base } }; const { p } = o; p.top_k = 1; client.messages.create(o.p);`,
  ])('%s', (code) => {
    expect(geographyOf(code)).toContain('absent');
  });
});
