/**
 * What the text of a module shows of how it uses a name: whoever does not use it so is not parsed for it.
 */
import { describe, expect, it } from 'vitest';
import { mayUse } from '../../src/project/uses-in-text.ts';
import type { Use } from '../../src/project/uses-in-text.ts';

describe('uses that a text may show', () => {
  const SHOWN: readonly (readonly [Use, string])[] = [
    ['made', 'const store = new Store(db);'],
    ['made', 'const store = new db.Store(db);'],
    ['made', 'const store = new (stores_1.Store)(db);'],
    ['made', 'class Notes extends Store {}'],
    ['made', "import { Store as Base } from './store';"],
    ['made', "const { Store: Base } = require('./store');"],
    ['extended', 'export class Notes extends stores.Store<Note> {}'],
    ['implemented', 'class Files extends Base implements Closing, Store {'],
    ['implemented', 'export function openStore(db: Db): Store {'],
    ['implemented', 'const open = async (db: Db): Promise<Store> => ({ find });'],
    ['implemented', 'const store: Store = { find };'],
    ['implemented', 'export const store = { find } satisfies Store;'],
    ['called', 'const store = Store({ db });'],
    ['called', 'const store = stores.Store<Note>({ db });'],
    ['called', 'Store?.(db)'],
  ];
  it.each(SHOWN)('%s: %s', (use, text) => {
    expect(mayUse('Store', use)(text)).toBe(true);
  });

  const NOT_SHOWN: readonly (readonly [Use, string])[] = [
    ['made', "import { Store } from './store'; function use(store: Store) {}"],
    ['made', 'const store = new StoreFile(); const other = new MyStore();'],
    ['made', '// The Store is made elsewhere.'],
    ['extended', 'const store = new Store();'],
    ['implemented', 'class Files implements Closing { constructor(store: Store) {} }'],
    ['implemented', 'let store: Store; const use = (store: Store, more) => store.find();'],
    ['called', 'const stores = [Store]; Storehouse();'],
  ];
  it.each(NOT_SHOWN)('not %s: %s', (use, text) => {
    expect(mayUse('Store', use)(text)).toBe(false);
  });

  it('takes names with signs as they are', () => {
    expect(mayUse('$store', 'made')('new $store()')).toBe(true);
    expect(mayUse('$store', 'made')('new store()')).toBe(false);
  });
});
