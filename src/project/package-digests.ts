/**
 * One short text per package that changes when a module changes which its files may depend on.
 */
import { relative } from 'node:path';
import { implementersOf } from './implementers.ts';
import { moduleFilesBelow } from './importers.ts';
import type { ModuleTexts, TextPredicate } from './module-texts.ts';
import { innermost, packageFoldersBelow } from './package-folders.ts';
import { puttersFor } from './put-names.ts';
import { remembered } from './remembered.ts';

/**
 * The digests of the packages below a folder.
 *
 * A module is part of it when it has a wanted text, imports one that has, reaches one by a name, or is imported by such modules at any depth: these
 * are the files that are analysed, and those that they show. A package's digest covers its own modules, those of packages that
 * it imports from, and those of packages that import from it, since callers show what a function is handed.
 *
 * @returns by the folder of the package; those without such modules are left out. The same on every machine
 */
export function packageDigests(
  texts: ModuleTexts,
  root: string,
  wanted: TextPredicate,
): ReadonlyMap<string, string> {
  texts.enterAnew(root);
  const folders = new Set([root, ...packageFoldersBelow(texts.disk, root)]);
  const packageOf = (file: string): string => innermost(folders, file) ?? root;
  /** What a file reaches by a name alone: classes behind interfaces, what a framework hands around. */
  const byName = (file: string): readonly string[] => {
    const asked = { text: texts.textOf(file) ?? '', from: file, cwd: root };
    return [...implementersOf(texts, asked, wanted), ...puttersFor(texts, asked, wanted)];
  };
  const named = new Map<string, readonly string[]>();
  const concerned = moduleFilesBelow(texts.disk, root).filter((file) => {
    if (texts.concerns(file, wanted)) return true;
    const found = byName(file);
    if (found.length > 0) named.set(file, found);
    return found.length > 0;
  });
  const modules = [...texts.closureOf(concerned)].sort();
  const lines = new Map<string, string[]>();
  const links = new Map<string, Set<string>>();
  const place = (file: string): string => relative(root, file).replaceAll('\\', '/');
  for (const file of modules) {
    const own = packageOf(file);
    const imported = texts.importsAt(file);
    const text = hashOf([texts.textOf(file) ?? '', ...imported.map(place)]);
    remembered(lines, own, () => []).push(`${place(file)} ${text}`);
    const linked = remembered(links, own, () => new Set<string>());
    for (const other of [...imported, ...(named.get(file) ?? [])]) linked.add(packageOf(other));
  }
  const owners = new Set(concerned.map(packageOf));
  return new Map(
    [...owners].sort().map((own) => {
      const related = relatedTo(own, links);
      return [own, hashOf([...lines].filter(([each]) => related.has(each)).flatMap(([, all]) => all))];
    }),
  );
}

/** A package, those that reach it, and all that these reach. */
function relatedTo(own: string, links: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const callers = new Set([own]);
  for (const each of callers) {
    for (const [other, linked] of links) if (linked.has(each)) callers.add(other);
  }
  const related = new Set(callers);
  for (const each of related) for (const linked of links.get(each) ?? []) related.add(linked);
  return related;
}

function hashOf(parts: readonly string[]): string {
  // Loaded when a digest is asked for: it costs a tenth of what the plugin costs to load.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}
