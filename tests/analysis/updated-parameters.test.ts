/**
 * Parameters that are put together in steps: a geography that some step may set is never missing, and known where the steps
 * are in order.
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../helpers/analyze.ts';

const HEAD = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const base = { model: 'claude-opus-5', max_tokens: 8, messages: [] };
`;

/** What is read of the geography of the only request. */
const geographyOf = (code: string): readonly string[] => analyze(HEAD + code)[0]?.geography ?? [];

const ASK = 'ask() { return client.messages.create(this.p); }';

describe('set in a constructor', () => {
  it.each([
    `class S { constructor(geo) { const p = { ...base }; p.inference_geo = geo; this.p = p; } ${ASK} } new S('us').ask();`,
    `class S { constructor(geo) { this.p = { ...base }; this.p.inference_geo = geo; } ${ASK} } new S('us').ask();`,
    `class S { constructor(x) { this.p = { ...base }; this.p = { ...this.p, ...x }; } ${ASK} } new S({ inference_geo: 'us' }).ask();`,
    `class S { constructor(x) { this.p = { ...base }; Object.assign(this.p, x); } ${ASK} } new S({ inference_geo: 'us' }).ask();`,
    `class S { constructor(x) { Object.assign(this, base, x); } } client.messages.create(new S({ inference_geo: 'us' }));`,
    `class S { static p = { ...base }; static { this.p.inference_geo = 'us'; } } client.messages.create(S.p);`,
    `class A { p = { ...base }; } class B extends A { constructor() { super(); this.p.inference_geo = 'us'; } ${ASK} } new B().ask();`,
  ])('%s', (code) => {
    expect(geographyOf(code)).toEqual(['us']);
  });
});

describe('set by methods, accessors, closures, and by names that are computed', () => {
  const built = `client.messages.create(new B().set('us').build());`;
  it.each([
    `class B { p = { ...base }; set(g) { this.p.inference_geo = g; return this; } build() { return this.p; } } ${built}`,
    `class B { #p = { ...base }; set(g) { this.#p.inference_geo = g; return this; } build() { return { ...this.#p }; } } ${built}`,
    `class B { p = { ...base }; set(g) { this.p = { ...this.p, inference_geo: g }; return this; } build() { return this.p; } } ${built}`,
    `class B { p = { ...base }; set(g) { Object.assign(this.p, { inference_geo: g }); return this; } build() { return this.p; } } ${built}`,
    `class B { p = { ...base }; put(k, v) { this.p[k] = v; return this; } } client.messages.create(new B().put('inference_geo', 'us').p);`,
    `class B { p = { ...base }; set geo(g) { this.p.inference_geo = g; } } const b = new B(); b.geo = 'us'; client.messages.create(b.p);`,
    `class B { static p = { ...base }; } B.p.inference_geo = 'us'; client.messages.create(B.p);`,
    `class B { p = { ...base }; } const b = new B(); b.p.inference_geo = 'us'; client.messages.create(b.p);`,
    `function b() { const p = { ...base }; return { set(g) { p.inference_geo = g; return this; }, build() { return p; } }; } client.messages.create(b().set('us').build());`,
    `const b = () => { let p = { ...base }; const api = { set: (g) => { p = { ...p, inference_geo: g }; return api; }, build: () => p }; return api; }; client.messages.create(b().set('us').build());`,
    `const p = { ...base }; for (const [k, v] of Object.entries({ inference_geo: 'us' })) p[k] = v; client.messages.create(p);`,
    `const p = { ...base }; const pin = { inference_geo: 'us' }; for (const k in pin) p[k] = pin[k]; client.messages.create(p);`,
    `const p = { ...base }; const pin = { inference_geo: 'us' }; Object.keys(pin).forEach((k) => { p[k] = pin[k]; }); client.messages.create(p);`,
  ])('%s', (code) => {
    expect(geographyOf(code)).not.toContain('absent');
    expect(geographyOf(code).length).toBeGreaterThan(0);
  });
});

describe('set by one of a list of functions', () => {
  const p = 'const p = { ...base };';
  it.each([
    `import { mutators } from './mutators.js'; ${p} for (const m of mutators) m(p); client.messages.create(p);`,
    `export function ask(mutators) { ${p} mutators.forEach((each) => each(p)); client.messages.create(p); }`,
    `export async function ask(steps) { ${p} for (const step of steps) await step(p); client.messages.create(p); }`,
    `export function ask(steps) { ${p} for (let i = 0; i < steps.length; i += 1) steps[i](p); client.messages.create(p); }`,
    `const list = [(q) => { q.inference_geo = 'us'; }, (q) => { q.top_k = 1; }]; ${p} for (const f of list) f(p); client.messages.create(p);`,
  ])('%s', (code) => {
    expect(geographyOf(code)).not.toContain('absent');
    expect(geographyOf(code).length).toBeGreaterThan(0);
  });

  it.each([
    `const list = [(q) => { q.top_k = 1; }]; ${p} for (const f of list) f(p); client.messages.create(p);`,
    `import { validators } from './validators.js'; ${p} for (const validate of validators) validate(p); client.messages.create(p);`,
    `import { listeners } from './listeners.js'; ${p} listeners.forEach((each) => each(p)); client.messages.create(p);`,
    `import { mutators } from './mutators.js'; ${p} for (const m of mutators) m({ ...p }); client.messages.create(p);`,
  ])('not: %s', (code) => {
    expect(geographyOf(code)).toEqual(['absent']);
  });
});

describe('other parts are set', () => {
  it.each([
    `class B { p = { ...base }; set(u) { this.p.user = u; return this; } } client.messages.create(new B().set('a').p);`,
    `class B { p = { ...base }; set(u) { this.p = { ...this.p, user: u }; return this; } } client.messages.create(new B().set('a').p);`,
    `class B { p = { ...base }; set() { Object.assign(this.p, { top_k: 1 }); return this; } } client.messages.create(new B().set().p);`,
    `class S { constructor(x) { this.p = { ...base }; } ${ASK} } new S({ inference_geo: 'us' }).ask();`,
    `const p = { ...base }; function tune() { p.top_k = 1; } tune(); export const ask = () => client.messages.create(p);`,
  ])('%s: missing', (code) => {
    expect(geographyOf(code)).toContain('absent');
  });
});

describe('a hook that sibling classes fill in', () => {
  const base_ = `class Base { stream(o) { return this.send(this.build(o)); } }`;
  const claude = (build: string): string =>
    `export class A extends Base { build(o) { return ${build}; } send(p) { return client.messages.create(p); } }`;
  const other = `export class B extends Base { build(o) { return { model: 'other', messages: o.messages }; } send(p) { return this.vendor.ask(p); } }`;

  it.each([
    `${base_} ${claude('{ ...base, ...o.extra }')} ${other}`,
    `${base_} ${claude('{ ...base, inference_geo: o.geo }')} ${other}`,
  ])('lacks for one of them what it has for the other: %s', (code) => {
    expect(geographyOf(code).length).toBeGreaterThan(0);
    expect(geographyOf(code)).not.toContain('absent');
  });
});

describe('options beside a request', () => {
  it.each([
    `export const ask = (opts) => client.messages.create({ ...base }, opts);`,
    `import { options } from './options.js'; client.messages.create({ ...base }, options());`,
    `export const ask = (opts: Anthropic.RequestOptions) => client.messages.create({ ...base }, opts);`,
  ])('do not replace it unless they show a body: %s', (code) => {
    expect(geographyOf(code)).toEqual(['absent']);
  });

  it('replace it by a body that is written out', () => {
    expect(
      geographyOf(`client.messages.create({ ...base }, { body: { ...base, inference_geo: 'us' } });`),
    ).toEqual(['us']);
  });
});
