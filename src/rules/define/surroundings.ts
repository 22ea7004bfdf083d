/**
 * What a rule's context says of the file's surroundings: where it lies, which other modules can be had, what settings
 * declare. And whether the file concerns any rule at all.
 */
import { dirname, isAbsolute } from 'node:path';
import {
  isHandingAround,
  mayAsk,
  mayHandOutClient,
  mentionsClaude,
  mentionsToImporters,
  MIDDLEWARE_TEXT,
} from '../../analysis/index.ts';
import type { DeclaredClients, GatewayDirectory, ModuleLoader, Surroundings } from '../../analysis/index.ts';
import { gatewayDirectory } from '../../declared/gateways.ts';
import { importedPackages } from '../../project/installed-packages.ts';
import { dependenciesIn, reachOf } from '../../policy/claude-packages.ts';
import { packageOf, workspaceRootOf } from '../../project/manifests.ts';
import type { Manifest } from '../../project/manifests.ts';
import { isTestFile } from '../../project/test-files.ts';
import { declaredClients } from '../../declared/settings.ts';
import type { Settings } from '../../declared/settings.ts';
import { once, oncePer } from '../../analysis/syntax/once.ts';
import type { FileInput } from './file.ts';
import { hostOf, moduleGraph } from '../../project/module-graph.ts';
import type { ModuleGraph } from '../../project/module-graph.ts';

/** One object for all rules of a pass: it stands for the modules as they are on the disk now. */
const loaders = new WeakMap<object, ModuleLoader>();

/** What answers about a file depend on beside the file itself. */
export function surroundingsOf(file: FileInput, settings: Settings): Surroundings {
  const { filename } = file;
  return {
    filename,
    isTest: isTestFile(filename),
    declared: declaredClients(settings),
    modules: loaderOf(file, settings),
    gateways: gatewayDirectory(settings.gateways),
  };
}

function loaderOf(file: FileInput, settings: Settings): ModuleLoader | undefined {
  const graph = graphOf(file, settings);
  if (!graph) return undefined;
  const { ast } = file.sourceCode;
  const known = loaders.get(ast);
  if (known) return known;
  const handsAround = (): boolean => dependenciesAround(file.filename, graph).handsAround;
  const declared = declaredClients(settings);
  const callsGateways = once(() => gatewayDirectory(settings.gateways).hasAny(file.filename));
  const loader: ModuleLoader = {
    concerns: (path, wanted) => graph.concerns(path, wanted),
    has: (specifier, from) => graph.locate(specifier, from) !== undefined,
    mayAsk(specifier, from) {
      const path = graph.locate(specifier, from);
      return path !== undefined && (callsGateways() || graph.concerns(path, asksFor(declared)));
    },
    open(specifier, from) {
      const opened = graph.open(specifier, from);
      return opened.kind === 'module' ? opened.module : undefined;
    },
    texts: (text, from) => graph.reachableTexts(text, from),
    importers: (path) => graph.importingModules(path),
    putting: (name) => (handsAround() ? graph.puttingModules(name, file.filename) : []),
    isMentioned: (wanted) => graph.isMentioned(file.filename, wanted),
    readsPut: (text) => handsAround() && graph.readsPut(text, file.filename, mentionsToImporters),
  };
  loaders.set(ast, loader);
  return loader;
}

/** One question of texts for each object of settings. */
const asksFor = oncePer((declared: DeclaredClients) => (text: string) => mayAsk(text, declared));

/** Undefined where imports are not to be followed, and for text that lies nowhere. */
function graphOf(file: FileInput, settings: Settings): ModuleGraph | undefined {
  const { filename } = file as Partial<FileInput>;
  if (settings.imports === 'ignore' || filename === undefined || !isAbsolute(filename)) return undefined;
  return moduleGraph(hostOf(file), file.sourceCode.ast);
}

/** Every rule asks this of the same file in turn. */
const concerning = new WeakMap<object, boolean>();

/**
 * True where a file mentions Claude, or imports, at any depth within the bound, a module of the project that does. Costs a scan
 * of the text, and of the texts of what it imports.
 */
export function concernsClaude(file: FileInput, settings: Settings): boolean {
  const { text, ast } = file.sourceCode;
  if (mentionsClaude(text, declaredClients(settings))) return true;
  const graph = graphOf(file, settings);
  if (graph) {
    let known = concerning.get(ast);
    if (known === undefined) concerning.set(ast, (known = leadsToClaude(file.filename, text, graph)));
    if (known) return true;
  }
  return usesGateway(file, settings, graph);
}

/** The same of a file that was not parsed yet. */
export function textConcernsClaude(
  filename: string,
  text: string,
  settings: Settings,
  graph: ModuleGraph | undefined,
): boolean {
  if (mentionsClaude(text, declaredClients(settings))) return true;
  if (graph && leadsToClaude(filename, text, graph)) return true;
  return importsGateway(filename, text, gatewayDirectory(settings.gateways), graph);
}

/**
 * By its imports; in a package that depends on Claude, by a class behind an interface, by what a module of Claude's hands to it, by a
 * name that a framework hands around, or as middleware or a client that a module of Claude's imports.
 */
function leadsToClaude(filename: string, text: string, graph: ModuleGraph): boolean {
  if (graph.reaches(text, filename, mentionsToImporters)) return true;
  const { reachesClaude, handsAround } = dependenciesAround(filename, graph);
  if (!reachesClaude) return false;
  return (
    graph.isImplemented(text, filename, mentionsToImporters) ||
    graph.isComposed(text, filename, mentionsToImporters) ||
    (handsAround && graph.readsPut(text, filename, mentionsToImporters)) ||
    ((MIDDLEWARE_TEXT.test(text) || mayHandOutClient(text)) &&
      graph.importersOf(filename).some((path) => graph.concerns(path, mentionsToImporters)))
  );
}

/** What the package of a file, or the root of its workspace, depends on. */
interface Depends {
  /** Itself, or through other packages of the workspace. */
  readonly reachesClaude: boolean;
  /** On a framework that hands around what modules put on an application, a request or a context, or bind in a container. */
  readonly handsAround: boolean;
}

let dependsBy = { epoch: -1, folders: new Map<string, Depends>() };

function dependenciesAround(filename: string, graph: ModuleGraph): Depends {
  const { epoch } = graph;
  if (dependsBy.epoch !== epoch) dependsBy = { epoch, folders: new Map() };
  const folder = dirname(filename);
  let known = dependsBy.folders.get(folder);
  if (!known) {
    const own = packageOf(filename);
    const root = own && workspaceRootOf(own);
    const folderOfPackage = own?.folder ?? folder;
    known = dependsBy.folders.get(folderOfPackage) ?? dependenciesOf(filename, graph, own, root);
    dependsBy.folders.set(folderOfPackage, known);
    dependsBy.folders.set(folder, known);
  }
  return known;
}

function dependenciesOf(
  filename: string,
  graph: ModuleGraph,
  own: Manifest | undefined,
  root: Manifest | undefined,
): Depends {
  const names = [own, root].flatMap((each) => (each ? namesOf(each) : []));
  return {
    reachesClaude:
      names.some((name) => reachOf(name) !== undefined) ||
      (root !== undefined && isReachedThrough(names, filename, graph, new Set())),
    handsAround: names.some(isHandingAround),
  };
}

function namesOf({ content }: Manifest): readonly string[] {
  return dependenciesIn(content).map(({ name }) => name);
}

/** True where a package of the workspace that is depended on, at any depth, depends on Claude. */
function isReachedThrough(
  names: readonly string[],
  from: string,
  graph: ModuleGraph,
  seen: Set<string>,
): boolean {
  return names.some((name) => {
    if (seen.has(name)) return false;
    seen.add(name);
    const entry = graph.locate(name, from);
    const member = entry === undefined ? undefined : packageOf(entry);
    if (entry === undefined || member?.name !== name) return false;
    const further = namesOf(member);
    return (
      further.some((each) => reachOf(each) !== undefined) || isReachedThrough(further, entry, graph, seen)
    );
  });
}

/** The same, by what is declared. */
const callingGateways = new WeakMap<GatewayDirectory, WeakMap<object, boolean>>();

/** True where a file imports a gateway that is declared, in settings or by its own package, itself or by modules that it reaches. */
function usesGateway(
  { sourceCode, filename }: Partial<FileInput>,
  settings: Settings,
  graph: ModuleGraph | undefined,
): boolean {
  if (!sourceCode || filename === undefined || !isAbsolute(filename)) return false;
  const directory = gatewayDirectory(settings.gateways);
  let byFile = callingGateways.get(directory);
  if (!byFile) callingGateways.set(directory, (byFile = new WeakMap()));
  const { ast, text } = sourceCode;
  let uses = byFile.get(ast);
  if (uses === undefined) {
    uses = importsGateway(filename, text, directory, graph);
    byFile.set(ast, uses);
  }
  return uses;
}

function importsGateway(
  filename: string,
  text: string,
  directory: GatewayDirectory,
  graph: ModuleGraph | undefined,
): boolean {
  const isGateway = (specifier: string): boolean => directory.of(specifier, filename) !== undefined;
  const reached = (): readonly string[] =>
    graph && directory.hasAny(filename) ? graph.reachableTexts(text, filename).flatMap(importedPackages) : [];
  return importedPackages(text).some(isGateway) || [...new Set(reached())].some(isGateway);
}
