// Every row with a day on which it was checked, of whatever table: what a module exports, and what that holds.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where tables of facts are, below the built package. */
const FOLDERS = ['analysis/sdk-surface', 'policy'];

/** The modules of the built package that can hold rows, by their paths. */
export async function tablesIn(dist) {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(dist, folder), { recursive: true })
      .filter((path) => path.endsWith('.js'))
      .map((path) => join(folder, path)),
  );
  const modules = await Promise.all(paths.map((path) => import(pathToFileURL(join(dist, path)).href)));
  return Object.fromEntries(paths.map((path, i) => [path, modules[i]]));
}

/**
 * The dated rows of some tables, each once, with a name to find it by.
 *
 * @param {Record<string, unknown>} tables
 * @returns {{ name: string, checkedOn: string }[]}
 */
export function datedRows(tables) {
  const seen = new Set();
  const rows = [];
  const visit = (value, name) => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) {
      [...value.entries()].forEach(([key, inner]) => visit(inner, `${name} ${String(key)}`));
      return;
    }
    if (typeof value.checkedOn === 'string')
      rows.push({ name: nameOf(value, name), checkedOn: value.checkedOn });
    for (const [key, inner] of Object.entries(value))
      visit(inner, Array.isArray(value) ? name : `${name} ${key}`);
  };
  for (const [path, table] of Object.entries(tables)) visit(table, path);
  return rows;
}

function nameOf({ id, name, pattern, title }, otherwise) {
  const own = id ?? name ?? title ?? pattern?.source;
  return own === undefined ? otherwise : `${otherwise}: ${own}`;
}
