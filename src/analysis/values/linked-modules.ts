/**
 * The modules of the project that one file leads to, as far as its questions have followed them.
 */
import { importedPackages } from '../../project/installed-packages.ts';
import { once } from '../syntax/once.ts';
import { indexModule } from '../syntax/syntax-index.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator, LoadedModule, Surroundings } from './answers.ts';
import { remembered } from '../../project/remembered.ts';
import { mayCompose, mayUse } from '../../project/uses-in-text.ts';
import { isDeclared } from './declared-modules.ts';
import { importedNames } from './imports.ts';
import { givingName } from './member-names.ts';

/** How many imports one file's questions may follow. Documented in docs/limits.md. */
const MAX_MODULES = 400;
/** How much text of modules they may open. Documented in docs/limits.md. */
const MAX_TEXT = 500_000;
/** How many modules that import a file are looked at for one name of it. Documented in docs/limits.md. */
const MAX_USERS = 16;
/** How many modules from which something can be handed in are asked for a name. */
const MAX_ABOVE = 1_000;

/** What an evaluator says of modules, and whether any was followed yet. */
export interface LinkedModules extends Pick<
  Evaluator,
  | 'concerns'
  | 'files'
  | 'givesName'
  | 'hasKey'
  | 'importers'
  | 'isAbove'
  | 'leadsOut'
  | 'leadsToRequests'
  | 'mayAskAt'
  | 'mayBeSaidAbove'
  | 'mentions'
  | 'moduleAt'
  | 'putting'
  | 'usersOf'
> {
  /** Some import was followed: answers may stand in other files. */
  readonly isFollowing: boolean;
}

/** The modules that a file leads to. */
export function linkedModules(index: SyntaxIndex, surroundings: Surroundings): LinkedModules {
  const opened = openedModules(index, surroundings);
  const { hasInReach, isGivenInReach, ...texts } = textsInReach(index, surroundings);
  const mentions = (word: string): boolean =>
    index.mentions(word) ||
    hasInReach(word) ||
    // What is found by who imports it, or by a name, is not among what the file reaches.
    opened.files().some((file) => file.mentions(word));
  return {
    get isFollowing() {
      return opened.isFollowing;
    },
    get leadsOut() {
      return texts.leadsOut();
    },
    get leadsToRequests() {
      return texts.leadsToRequests();
    },
    moduleAt: opened.moduleAt,
    files: opened.files,
    usersOf: opened.usersOf,
    putting: opened.putting,
    concerns: texts.concerns,
    mayAskAt: texts.mayAskAt,
    mayBeSaidAbove: (file, wanted) => texts.isSaidAbove(file.path ?? surroundings.filename, wanted),
    isAbove: (file) =>
      file === index || (file.path !== undefined && texts.above(file.path).has(surroundings.filename)),
    importers: texts.importers,
    mentions,
    hasKey: (name) => index.hasKey(name) || (surroundings.modules !== undefined && mentions(name)),
    givesName: (name) =>
      isGivenInReach(name) ||
      opened.files().some((file) => file !== index && texts.concerns(file, givingName(name))),
  };
}

/** Modules as they are opened, in so far as they may be. */
function openedModules(
  index: SyntaxIndex,
  { filename, declared, modules }: Surroundings,
): Pick<LinkedModules, 'files' | 'isFollowing' | 'moduleAt' | 'putting' | 'usersOf'> {
  const opened = new Map<string, SyntaxIndex | undefined>();
  const read = new Set<string>();
  const users = new Map<string, readonly SyntaxIndex[] | undefined>();
  let textRead = 0;
  let isFollowing = false;

  /** Opens a module, once for each key. */
  const enter = (key: string, load: () => LoadedModule | undefined): SyntaxIndex | undefined => {
    if (opened.has(key)) return opened.get(key);
    const module = opened.size < MAX_MODULES && textRead < MAX_TEXT ? load() : undefined;
    if (module && !read.has(module.path)) {
      read.add(module.path);
      textRead += module.text.length;
    }
    // What imports the file at hand leads back to it.
    const found = module && (module.path === filename ? index : indexModule(module, module.path));
    opened.set(key, found);
    if (found && found !== index) isFollowing = true;
    return found;
  };
  return {
    get isFollowing() {
      return isFollowing;
    },
    moduleAt(specifier, from) {
      if (!modules || isDeclared(specifier, declared)) return undefined;
      const path = index.indexOf(from).path ?? filename;
      return enter(`${path}\u0000${specifier}`, () => modules.open(specifier, path));
    },
    files: () => [...new Set([index, ...[...opened.values()].filter((file) => file !== undefined)])],
    usersOf(file, name, use, most = MAX_USERS) {
      const path = file.path ?? filename;
      const key = `${path}\u0000${name}\u0000${use}\u0000${String(most)}`;
      if (users.has(key)) return users.get(key);
      const isUser = mayUse(name, use);
      const named = (modules?.importers(path) ?? []).filter(
        (each) => each.path !== filename && isUser(each.text),
      );
      const found =
        named.length > most
          ? undefined
          : named.flatMap((each) => enter(`\u0000${each.path}`, () => each.load()) ?? []);
      users.set(key, found);
      return found;
    },
    putting: (name) =>
      (modules?.putting(name) ?? [])
        .slice(0, MAX_USERS)
        .flatMap((each) =>
          each.path === filename ? index : (enter(`\u0000${each.path}`, () => each.load()) ?? []),
        ),
  };
}

interface TextsInReach extends Pick<LinkedModules, 'concerns' | 'importers' | 'mayAskAt'> {
  /** Whether some module that the file reaches has a word anywhere. */
  readonly hasInReach: (word: string) => boolean;
  /** Whether the file, some module that it reaches, or one that imports it, directly or through others, gives a name to something. */
  readonly isGivenInReach: (name: string) => boolean;
  readonly leadsOut: () => boolean;
  readonly leadsToRequests: () => boolean;
  /** A module and those from which it is reached, as far as they are looked for. */
  readonly above: (path: string) => ReadonlySet<string>;
  /** Whether a module, directly or through others that import it, is imported by one that has a text that is wanted, or reaches it. */
  readonly isSaidAbove: (path: string, wanted: (text: string) => boolean) => boolean;
}

/** What the texts of modules tell before any of them is parsed. */
function textsInReach(index: SyntaxIndex, { filename, declared, modules }: Surroundings): TextsInReach {
  const words = new Map<string, boolean>();
  const asking = new Map<string, boolean>();
  const importers = new Map<string, readonly string[]>();
  const names = once(() => importedNames(index).filter((name) => !isDeclared(name, declared)));
  const texts = once(() => modules?.texts(index.text, filename) ?? []);
  const readsPut = once(() => modules?.readsPut(index.text) === true);
  const isHandedParts = once(() => {
    const composes = mayCompose(index.text);
    return composes !== undefined && modules?.importers(filename).some(({ text }) => composes(text)) === true;
  });
  const given = new Map<string, boolean>();
  const higher = new Map<string, ReadonlySet<string>>();
  const isGiven = (name: string): boolean => {
    const wanted = givingName(name);
    if (wanted(index.text)) return true;
    if (!modules) return false;
    // What is put on an application by a name can be any module's.
    return readsPut() || modules.concerns(filename, wanted) || isSaidAbove(filename, wanted);
  };
  const above = (start: string): ReadonlySet<string> =>
    remembered(higher, start, () => {
      const found = new Set([start]);
      for (const path of found) {
        if (found.size > MAX_ABOVE) break;
        for (const importer of modules?.importers(path) ?? []) found.add(importer.path);
      }
      return found;
    });
  const isSaidAbove = (start: string, wanted: (text: string) => boolean): boolean => {
    const found = above(start);
    const isSaid = (path: string): boolean => path !== start && modules?.concerns(path, wanted) === true;
    return found.size > MAX_ABOVE || [...found].some(isSaid);
  };
  const mayAskAt = (specifier: string, from: Node): boolean => {
    if (!modules || isDeclared(specifier, declared)) return false;
    const path = index.indexOf(from).path ?? filename;
    return remembered(asking, `${path}\u0000${specifier}`, () => modules.mayAsk(specifier, path));
  };
  return {
    above,
    isSaidAbove,
    isGivenInReach: (name) => remembered(given, name, () => isGiven(name)),
    hasInReach: (word) => remembered(words, word, () => texts().some((text) => text.includes(word))),
    leadsOut: once(
      () => names().some((name) => modules?.has(name, filename) === true) || readsPut() || isHandedParts(),
    ),
    leadsToRequests: once(
      () => names().some((name) => mayAskAt(name, index.program)) || readsPut() || isHandedParts(),
    ),
    concerns: (file, wanted) => modules?.concerns(file.path ?? filename, wanted) ?? wanted(file.text),
    mayAskAt,
    importers(file) {
      const path = file?.path ?? filename;
      return remembered(importers, path, () => modules?.importers(path).map(({ text }) => text) ?? []);
    },
  };
}

/** The packages with declared gateways that modules import which a file reaches: an instance of one may be handed on by these. */
export function gatewaysReached(
  index: SyntaxIndex,
  { filename, gateways, modules }: Surroundings,
): readonly string[] {
  if (!modules || !gateways?.hasAny(filename)) return [];
  const named = new Set(modules.texts(index.text, filename).flatMap(importedPackages));
  return [...named].filter((specifier) => gateways.of(specifier, filename) !== undefined);
}
