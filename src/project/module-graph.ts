/**
 * The modules of a project as the linted files see them: where an import leads, and what stands there, parsed.
 */
import { getHeapStatistics } from 'node:v8';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Stamp } from './disk.ts';
import type { GraphHost } from './host.ts';
import { implementersOf } from './implementers.ts';
import { importersOf } from './importers.ts';
import { MAX_BYTES, projectTexts } from './module-texts.ts';
import type { TextPredicate } from './module-texts.ts';
import { isMentioned } from './mentions.ts';
import { isModuleFile, parseModule } from './parse.ts';
import { putsIn, puttersFor } from './put-names.ts';
import type { PutName } from './put-names-scan.ts';
import { remembered } from './remembered.ts';
import { mayCompose } from './uses-in-text.ts';

export { hostOf } from './host.ts';
export type { GraphHost } from './host.ts';

/** A module of the project, parsed. Nodes have their `parent`. */
export interface ProjectModule {
  /** Without symbolic links. */
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopeManager: TSESLint.Scope.ScopeManager | null;
  /** As `SourceCode` has it. */
  readonly visitorKeys: TSESLint.SourceCode.VisitorKeys;
}

/** A file of the project that is found by what it imports or does. */
export interface ImportingModule {
  /** Without symbolic links. */
  readonly path: string;
  readonly text: string;
  /** Undefined where it cannot be parsed, or too many were. */
  load(): ProjectModule | undefined;
}

/** Why a module is not followed. */
export type NotFollowed =
  'bounded' | 'declaration' | 'no-parser' | 'not-found' | 'package' | 'too-large' | 'unparsed' | 'unreadable';

/** What stands behind an import. */
export type Opened =
  | { readonly kind: 'module'; readonly module: ProjectModule }
  | { readonly kind: 'closed'; readonly reason: NotFollowed; readonly path?: string };

/** Questions about the modules of a project. None throws; what the disk says now is what they answer. */
export interface ModuleGraph {
  /** Changes when the disk is looked at anew: what was read of it before may be believed until then. */
  readonly epoch: number;
  /**
   * Resolves and parses what an import means. The same object for an unchanged module.
   *
   * @param from the importing file, absolute
   */
  open(specifier: string, from: string): Opened;
  /** Only where it leads: the real path of a module of the project; undefined for packages, builtins, and what is not found. */
  locate(specifier: string, from: string): string | undefined;
  /** The paths of the local modules that a text imports, re-exports, requires or imports at run time, by a scan of the text. */
  imports(text: string, from: string): readonly string[];
  /**
   * True when some local module that the text imports, at any depth within the bound, has a text that is wanted.
   *
   * @param wanted pure, and the same function each time: answers are remembered by it
   */
  reaches(text: string, from: string, wanted: TextPredicate): boolean;
  /** The same of a module, its own text included. */
  concerns(path: string, wanted: TextPredicate): boolean;
  /** The texts of all local modules that the file reaches within the bound, nearest first. */
  reachableTexts(text: string, from: string): readonly string[];
  /**
   * The files of the project that import a module, directly or through modules that export it again, tests left out.
   *
   * @param path of the module, absolute
   */
  importersOf(path: string): readonly string[];
  /** These files, each to be parsed where somebody asks for it. */
  importingModules(path: string): readonly ImportingModule[];
  /** The files of the project that put something under a name, tests left out: see {@link PutName}. */
  puttingModules(name: PutName, from: string): readonly ImportingModule[];
  /** True where some module of the project of a file has a text that is wanted, tests left out. */
  isMentioned(from: string, wanted: TextPredicate): boolean;
  /** True when a text reads a name under which a module of the project puts something that concerns what is wanted. */
  readsPut(text: string, from: string, wanted: TextPredicate): boolean;
  /** True when a class that concerns what is wanted implements an interface that the text imports, or extends a class of it. */
  isImplemented(text: string, from: string, wanted: TextPredicate): boolean;
  /** True when a module that concerns what is wanted imports the file and may make something of it, of parts that it hands in. */
  isComposed(text: string, from: string, wanted: TextPredicate): boolean;
}

/** Modules parsed for one linted file at most. */
const MAX_PARSED_A_PASS = 400;

/**
 * Trees that are kept, and the characters of text behind them: with its scopes and its index a tree weighs some seventy bytes for each.
 * Files of one application lead to the same modules, which takes more than a small heap has room for.
 */
const MAX_TREES = 400;
const MAX_TREE_CHARACTERS = getHeapStatistics().heap_size_limit > 1.5e9 ? 2_500_000 : 1_500_000;

interface Entry {
  readonly stamp: Stamp | undefined;
  readonly opened: Opened;
}

const texts = projectTexts;
const graphs = new Map<unknown, Map<string, ModuleGraph>>();
/** Last used, last forgotten. */
const trees = new Map<string, Entry>();
let treeCharacters = 0;
let graphCount = 0;
/**
 * The object of the pass that is on. No WeakRef: what one is made for stays until the running code pauses, and whoever lints
 * from memory never does.
 */
let lastPass = new WeakSet<object>();

/**
 * The graph for a parser and a folder.
 *
 * @param pass the same object for everything that is asked while one file is linted once (its Program): another begins
 *   to look at the disk anew. Without it, that happens when the running code has come to its end
 */
export function moduleGraph(host: GraphHost, pass?: object): ModuleGraph {
  if (pass && !lastPass.has(pass)) {
    lastPass = new WeakSet([pass]);
    texts.endPass();
  }
  const byHost = remembered(graphs, host.parser, () => new Map<string, ModuleGraph>());
  const { cwd, ecmaVersion, sourceType, parserOptions } = host;
  const key = JSON.stringify([cwd, ecmaVersion, sourceType, parserOptions['ecmaFeatures']]);
  return remembered(byHost, key, () => {
    graphCount += 1;
    return createGraph(host, String(graphCount));
  });
}

function createGraph(host: GraphHost, id: string): ModuleGraph {
  const { resolution } = texts;
  const openPath = opener(host, id);
  const toOpen = (path: string): ImportingModule[] => {
    const text = texts.textOf(path);
    const load = (): ProjectModule | undefined => {
      const opened = openPath(path);
      return opened.kind === 'module' ? opened.module : undefined;
    };
    return text === undefined ? [] : [{ path, text, load }];
  };
  return {
    get epoch() {
      return texts.epoch;
    },
    open(specifier, from) {
      texts.enter(from);
      const located = resolution.locate(specifier, from);
      if (located.kind === 'file') return openPath(located.path);
      const { reason, path } = located;
      return { kind: 'closed', reason, ...(path !== undefined && { path }) };
    },
    locate(specifier, from) {
      texts.enter(from);
      const located = resolution.locate(specifier, from);
      return located.kind === 'file' ? located.path : undefined;
    },
    imports(text, from) {
      texts.enter(from);
      return texts.importsOf(text, from);
    },
    reaches(text, from, wanted) {
      texts.enter(from);
      return texts.reaches(text, from, wanted);
    },
    concerns(path, wanted) {
      texts.enter(path);
      return texts.concerns(path, wanted);
    },
    reachableTexts(text, from) {
      texts.enter(from);
      return texts.reachable(text, from).flatMap((path) => texts.textOf(path) ?? []);
    },
    importersOf(path) {
      texts.enter(path);
      return importersOf(texts, path, host.cwd);
    },
    importingModules(path) {
      texts.enter(path);
      return importersOf(texts, path, host.cwd).flatMap(toOpen);
    },
    puttingModules(name, from) {
      texts.enter(from);
      return (putsIn(texts, from, host.cwd).get(name) ?? []).flatMap(toOpen);
    },
    isMentioned(from, wanted) {
      texts.enter(from);
      return isMentioned(texts, { from, cwd: host.cwd }, wanted);
    },
    readsPut(text, from, wanted) {
      texts.enter(from);
      return puttersFor(texts, { text, from, cwd: host.cwd }, wanted).length > 0;
    },
    isImplemented(text, from, wanted) {
      texts.enter(from);
      return implementersOf(texts, { text, from, cwd: host.cwd }, wanted).length > 0;
    },
    isComposed(text, from, wanted) {
      texts.enter(from);
      const composes = mayCompose(text);
      return (
        composes !== undefined &&
        importersOf(texts, from, host.cwd).some(
          (path) => composes(texts.textOf(path) ?? '') && texts.concerns(path, wanted),
        )
      );
    },
  };
}

/** Parses a file, or gives back the tree that there is of it. */
function opener(host: GraphHost, id: string): (path: string) => Opened {
  const { disk } = texts;
  const read = (path: string, before: Opened | undefined): Opened => {
    if (!isModuleFile(path)) return { kind: 'closed', reason: 'no-parser', path };
    const file = disk.read(path, MAX_BYTES);
    if (typeof file === 'string') return { kind: 'closed', reason: file, path };
    // Touched, and still the same.
    if (before?.kind === 'module' && before.module.text === file.text) return before;
    const tree = parseModule(file.text, path, host);
    if (typeof tree === 'string') return { kind: 'closed', reason: tree, path };
    const { ast, scopeManager, visitorKeys } = tree;
    return { kind: 'module', module: { path, text: file.text, ast, scopeManager, visitorKeys } };
  };

  const openPath = (path: string): Opened => {
    const key = `${id}\0${path}`;
    const stamp = disk.stamp(path);
    const known = trees.get(key);
    if (known && known.stamp === stamp) {
      trees.delete(key);
      trees.set(key, known);
      return known.opened;
    }
    if (!texts.mayParse(MAX_PARSED_A_PASS)) return { kind: 'closed', reason: 'bounded', path };
    const opened = read(path, known?.opened);
    keep(key, { stamp: disk.stamp(path), opened });
    return opened;
  };
  return openPath;
}

function keep(key: string, entry: Entry): void {
  forget(key);
  trees.set(key, entry);
  treeCharacters += weightOf(entry);
  for (const oldest of trees.keys()) {
    if (trees.size <= MAX_TREES && treeCharacters <= MAX_TREE_CHARACTERS) return;
    if (oldest !== key) forget(oldest);
  }
}

function forget(key: string): void {
  const entry = trees.get(key);
  if (!entry) return;
  trees.delete(key);
  treeCharacters -= weightOf(entry);
}

function weightOf({ opened }: Entry): number {
  return opened.kind === 'module' ? opened.module.text.length : 0;
}
