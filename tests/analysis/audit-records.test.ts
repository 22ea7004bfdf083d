/**
 * What counts as an audit record, which fields it has, and when it runs.
 */
import { describe, expect, it } from 'vitest';
import { findAuditRecords } from '../../src/analysis/records/records.ts';
import type { AuditLoggers } from '../../src/analysis/records/record-names.ts';
import type { AuditRecord } from '../../src/analysis/records/records.ts';
import { recordsAround } from '../../src/analysis/records/surroundings.ts';
import { indexSyntax } from '../../src/analysis/syntax/syntax-index.ts';
import { createEvaluator } from '../../src/analysis/values/evaluator.ts';
import { inspect } from '../helpers/analyze.ts';

function records<T>(
  code: string,
  look: (record: AuditRecord, text: (node: { readonly range: readonly [number, number] }) => string) => T,
  loggers?: AuditLoggers,
): T[] {
  return inspect(code, (sourceCode) => {
    const ev = createEvaluator(indexSyntax(sourceCode), {
      filename: 'file.ts',
      declared: {},
      modules: undefined,
    });
    return findAuditRecords(ev, { loggers }).map((record) =>
      look(record, ({ range }) => sourceCode.text.slice(...range)),
    );
  });
}

const fields = (code: string, loggers?: AuditLoggers): string[] =>
  records(
    code,
    (record) => record.fields.map(({ name }) => name).join(' ') + (record.open ? ' …' : ''),
    loggers,
  );

describe('an audit record', () => {
  it.each([
    'audit({ a: 1 })',
    'audit.record({ a: 1 })',
    'await this.auditLog.write({ a: 1 })',
    'writeAuditEvent({ a: 1 })',
    'logAudit("claude", { a: 1 })',
    'createAuditLog({ a: 1 })',
    'recordAuditTrail("asked", { a: 1 })',
    'ctx.services.auditTrail.append({ a: 1 })',
    'logger.audit({ a: 1 })',
    'auditLogger.info({ a: 1 }, "asked")',
    'AuditLog.create({ a: 1 })',
    'new AuditEvent({ a: 1 }).save()',
    'db.insert(auditLogs).values({ a: 1 })',
    'supabase.from("audit_log").insert({ a: 1 })',
    'emitter.emitAudit({ a: 1 })',
    'audit?.record({ a: 1 })',
    'AUDIT.push({ a: 1 })',
    'const entry = { a: 1 }; audit.record(entry)',
    'const base = { a: 1 }; audit.record({ ...base })',
    'audit.record(Object.freeze({ a: 1 }))',
  ])('%s', (code) => {
    expect(fields(code)).toEqual(['a']);
  });

  it.each([
    'getAuditLogs({ a: 1 })',
    'audit.list({ a: 1 })',
    'auditLog.findMany({ where: { a: 1 } })',
    'new AuditLogger({ a: 1 })',
    'createAuditLogger({ a: 1 })',
    'runAudit({ a: 1 })',
    'seoAudit({ a: 1 })',
    'auditions.record({ a: 1 })',
    'auditorium.add({ a: 1 })',
    'logger.info({ a: 1 })',
    'renderAuditTable({ a: 1 })',
    'useAuditLog({ a: 1 })',
    'audit.record()',
    'audit.record("asked")',
    'audit.on("entry", () => ({ a: 1 }))',
  ])('not %s', (code) => {
    expect(fields(code)).toEqual([]);
  });

  it('follows the settings', () => {
    const code =
      'trail.add({ a: 1 }); auditScreen.log({ b: 1 }); this.trail.add({ c: 1 }); remember({ d: 1 }); audit.log({ e: 1 })';
    expect(fields(code, { 'trail.add': true, remember: true, 'auditScreen.log': false })).toEqual([
      'a',
      'c',
      'd',
      'e',
    ]);
  });
});

describe('its fields', () => {
  it.each<[code: string, expected: string[]]>([
    ['audit.record({ a: 1, b, c() {}, "d-e": 2 })', ['a b c d-e']],
    ['prisma.auditLog.create({ data: { a: 1, b: 2 } })', ['data a b']],
    ['audit.record({ event: "x", details: { a: 1, more: { b: 2 } } })', ['event details a more']],
    ['audit("asked", { a: 1 }, { b: 2 })', ['a b']],
    ['audit.record({ a: 1, ...rest })', ['a …']],
    ['audit.record(entry)', [' …']],
    ['audit.record({ a: 1, [key]: 2 })', ['a …']],
    ['audit.record({ payload: build() })', ['payload …']],
    ['function write(fields) { audit.record({ ...fields, a: 1 }); } write({ b: 2 });', ['b a']],
  ])('%s', (code, expected) => {
    expect(fields(code)).toEqual(expected);
  });
});

describe('when it runs', () => {
  it.each<[code: string, guards: string[], part: string | undefined]>([
    ['async function f() { await ask(); audit.record({ a }); }', [], undefined],
    ['async function f() { try { await ask(); audit.record({ a }); } catch {} }', [], 'try'],
    ['async function f() { try { await ask(); } catch (e) { audit.record({ a }); } }', [], 'catch'],
    ['async function f() { try { await ask(); } finally { audit.record({ a }); } }', [], 'finally'],
    ['async function f() { if (verbose) audit.record({ a }); }', ['verbose'], undefined],
    ['async function f() { if (audit.record({ a })) ask(); }', [], undefined],
    ['async function f() { verbose && audit.record({ a }); }', ['verbose'], undefined],
    ['async function f() { on ? audit.record({ a }) : ask(); }', ['on'], undefined],
    ['async function f() { switch (kind) { case 1: audit.record({ a }); } }', ['kind'], undefined],
    [
      'async function f() { for (const x of list) { if (x) audit.record({ a }); } }',
      ['x', 'list'],
      undefined,
    ],
    [
      'async function f() { try { if (x) { try { ask(); } catch { audit.record({ a }); } } } finally {} }',
      ['x'],
      'catch',
    ],
  ])('%s', (code, guards, part) => {
    expect(
      records(code, (record, text) => ({
        guards: record.guards.map(text),
        part: record.part,
        owned: record.owner !== undefined,
      })),
    ).toEqual([{ guards, part, owned: true }]);
  });
});

describe('around a call', () => {
  const around = (code: string): boolean =>
    inspect(code, (sourceCode) => {
      const ev = createEvaluator(indexSyntax(sourceCode), {
        filename: 'file.ts',
        declared: {},
        modules: undefined,
      });
      const [call] = ev.index.callsNamed('ask');
      return call !== undefined && recordsAround(ev, findAuditRecords(ev), call).length > 0;
    });

  it.each([
    'async function f() { await ask(); audit({ a }); }',
    'async function f() { await ask().then(() => audit({ a })); }',
    'async function f() { await retry(() => ask()); audit({ a }); }',
    'async function f() { after(() => { audit({ a }); }); await ask(); }',
    'const go = () => ask(); async function f() { await go(); audit({ a }); }',
    'class C { #go() { return ask(); } async f() { await this.#go(); audit({ a }); } }',
    'await ask(); audit({ a });',
    'const go = () => ask(); await go(); audit({ a });',
  ])('%s', (code) => {
    expect(around(code)).toBe(true);
  });

  it.each([
    'async function f() { await ask(); } function g() { audit({ a }); }',
    'const go = () => ask(); const f = () => go(); function g() { f(); audit({ a }); }',
    'app.get("/a", async () => { await ask(); }); app.get("/b", () => { audit({ a }); });',
    'function routes(app) { app.get("/a", async () => { await ask(); }); app.get("/b", () => { audit({ a }); }); }',
  ])('not %s', (code) => {
    expect(around(code)).toBe(false);
  });
});
