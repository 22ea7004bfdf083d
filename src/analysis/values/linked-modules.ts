/**
 * The modules of the project that one file leads to, as far as its questions have followed them.
 */
import { indexModule } from '../syntax/syntax-index.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator, Surroundings } from './answers.ts';
import { isDeclared } from './declared-modules.ts';
import { importedNames } from './imports.ts';

/** How many imports one file's questions may follow. Documented in docs/limits.md. */
const MAX_MODULES = 400;
/** How much text of modules they may open. Documented in docs/limits.md. */
const MAX_TEXT = 500_000;

/** What an evaluator says of modules, and whether any was followed yet. */
export interface LinkedModules extends Pick<
  Evaluator,
  'files' | 'hasKey' | 'importers' | 'leadsOut' | 'mentions' | 'moduleAt'
> {
  /** Some import was followed: answers may stand in other files. */
  readonly isFollowing: boolean;
}

/** The modules that a file leads to. */
export function linkedModules(index: SyntaxIndex, surroundings: Surroundings): LinkedModules {
  const { filename, declared, modules } = surroundings;
  const opened = new Map<string, SyntaxIndex | undefined>();
  const read = new Set<string>();
  let textRead = 0;
  let reachable: readonly string[] | undefined;
  let importers: readonly string[] | undefined;
  let isFollowing = false;
  let leadsOut: boolean | undefined;

  const moduleAt = (specifier: string, from: Node): SyntaxIndex | undefined => {
    if (!modules || isDeclared(specifier, declared)) return undefined;
    const asking = index.indexOf(from).path ?? filename;
    const key = `${asking}\u0000${specifier}`;
    if (opened.has(key)) return opened.get(key);
    const mayOpen = opened.size < MAX_MODULES && textRead < MAX_TEXT;
    const module = mayOpen ? modules.open(specifier, asking) : undefined;
    if (module && !read.has(module.path)) {
      read.add(module.path);
      textRead += module.text.length;
    }
    const found = module && indexModule(module, module.path);
    // A file that imports itself is the file at hand.
    const followed = found && found.path !== filename ? found : undefined;
    opened.set(key, followed);
    if (followed) isFollowing = true;
    return followed;
  };
  const mentions = (word: string): boolean => {
    if (index.mentions(word)) return true;
    reachable ??= modules?.texts(index.text, filename) ?? [];
    return reachable.some((text) => text.includes(word));
  };

  return {
    get isFollowing() {
      return isFollowing;
    },
    moduleAt,
    get leadsOut() {
      return (leadsOut ??= importedNames(index).some((name) => moduleAt(name, index.program)));
    },
    files: () => [index, ...new Set([...opened.values()].filter((file) => file !== undefined))],
    mentions,
    hasKey: (name) => index.hasKey(name) || (modules !== undefined && mentions(name)),
    importers: () => (importers ??= modules?.importers(filename) ?? []),
  };
}
