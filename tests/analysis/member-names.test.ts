/**
 * Whether a text gives a name to something of its own: where none does, `list.find(…)` is the language's.
 */
import { describe, expect, it } from 'vitest';
import { givingName, isOfLanguage } from '../../src/analysis/values/member-names.ts';

describe('names that a text gives', () => {
  const GIVING = [
    'class Store { find(id) { return rows[id]; } }',
    'class Store { find<T>(id: string): T { return rows[id]; } }',
    'class Store { #find(id) {} }',
    'class Store { find = (id) => rows[id]; }',
    'interface Store { find: (id: string) => Row }',
    'interface Store { find?(id: string): Row }',
    'export const store = { find };',
    'export const store = { add, find, drop };',
    "const store = { 'find': byId };",
    'const store = Object.fromEntries([["find", byId]]);',
    'Store.prototype.find = byId;',
    'store.find ??= byId;',
    "import { find } from './rows';",
    'export { byId as find };',
    'export const find = (id) => rows[id];',
    'const store = { async find(id: string): Promise<Row> {} };',
    'const store = { find: wrap(byId) };',
    'const store = { find: open ? byId : byName };',
    'const store: Store = { rows: [], drop: (id) => {}, find };',
    'class Store { find!: (id: string) => Row }',
    'interface Store { readonly find: Finder }',
    'constructor(private readonly find: Find) {}',
  ];
  it.each(GIVING)('%s', (text) => {
    expect(givingName('find')(text)).toBe(true);
  });

  const READING = [
    'rows.find((row) => row.id === id)',
    'rows?.find(isOpen)',
    'if (rows.find == undefined) return;',
    'if (rows.find === byId) return;',
    'const check = rows.find => rows;',
    'rows.findLast(isOpen); const finder = 1; refind();',
    '// We find the row here.',
    'export { find as byId };',
    'const store = { ...find(rows) };',
    'const row = find(id); drop(row, find);',
    'const rows = [find, drop];',
    'const find = rows[0];',
    'let find: Find = rows[0];',
    'interface Query { find: string; limit: number }',
    'interface Query { find?: boolean }',
    'const query = { find: { name: 1 }, limit: 4 };',
    'const query = { find: "open", limit: 4 };',
    'const schema = z.object({ find: z.string() });',
    '',
  ];
  it.each(READING)('%s', (text) => {
    expect(givingName('find')(text)).toBe(false);
  });

  it('knows the methods of the language', () => {
    for (const name of ['map', 'trim', 'then', 'get', 'add', 'exec', 'toFixed', 'toISOString'])
      expect(isOfLanguage(name), name).toBe(true);
    // Functions are handed on by these: what they stand on is followed.
    for (const name of ['bind', 'call', 'apply', 'create', 'complete'])
      expect(isOfLanguage(name), name).toBe(false);
  });
});
