/**
 * The published packages that are linted, and their files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm ci --prefix ecosystem` puts them. */
export const INSTALLED = fileURLToPath(new URL('node_modules', import.meta.url));

/** Their names, with the globs of their own sources. */
export const PACKAGES = JSON.parse(readFileSync(new URL('packages.json', import.meta.url), 'utf8'));

/** The sources of a package, as paths below it, sorted. */
export function filesOf(name, globs) {
  const root = join(INSTALLED, name);
  const wanted = globs.filter((g) => !g.startsWith('!')).map(pattern);
  const unwanted = globs.filter((g) => g.startsWith('!')).map((g) => pattern(g.slice(1)));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.slice(root.length).includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => wanted.some((w) => w.test(file)) && !unwanted.some((u) => u.test(file)))
    .sort();
}

/** `*` does not cross `/`; `**` and a slash stands for any number of folders; `{a,b}` for either. */
function pattern(glob) {
  const source = glob
    .replace(/[.+^$()|]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, list) => `(?:${list.split(',').join('|')})`)
    .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`);
}
