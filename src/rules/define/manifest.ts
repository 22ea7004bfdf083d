/**
 * A package.json as rules ask about it: what it declares, whether the package reaches Claude, and where its keys stand.
 */
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { mentionsClaude } from '../../analysis/index.ts';
import { markerInText, readMarker } from '../../declared/package-marker.ts';
import type { MarkerReading, PackageMarker } from '../../declared/package-marker.ts';
import { declaredClients } from '../../declared/settings.ts';
import type { Settings } from '../../declared/settings.ts';
import { writeMember } from '../../edits/json-members.ts';
import type { Edit } from '../../edits/properties.ts';
import { NAMESPACE } from '../../meta.ts';
import { dependenciesIn } from '../../policy/claude-packages.ts';
import type { Dependency } from '../../policy/claude-packages.ts';
import { asksPlainly, mayAskByName } from '../../policy/claude-texts.ts';
import { memberAt, parseJson } from '../../project/json-tree.ts';
import { manifestContent } from '../../project/manifest-text.ts';
import { isWorkspaceRoot, manifestIn, packageOf, workspaceRootOf } from '../../project/manifests.ts';
import type { Manifest } from '../../project/manifests.ts';
import { packageMentions } from '../../project/package-mentions.ts';
import { isClaudeLibrary } from '../../declared/package-marker.ts';
import type { Place, Subject } from './assessment.ts';
import type { LintedFile } from './file.ts';

/** How a package comes to Claude, as far as its package.json and its sources show. */
export type Reaching =
  /** It depends on what leads to Claude, and to nobody else. */
  | { readonly kind: 'dependency'; readonly by: Dependency }
  /** Its sources have an import, a host or a model of Claude. */
  | { readonly kind: 'sources' }
  /** Neither, and nothing else that could. */
  | { readonly kind: 'nothing' }
  /** It depends on packages of the project, or has more sources than are looked at. */
  | { readonly kind: 'unknown' };

/** A package.json. */
export interface ManifestFile extends LintedFile {
  /** What this very file declares. */
  readonly reading: MarkerReading;
  /** What the root of its workspace declares for it. */
  readonly inherited: PackageMarker | undefined;
  readonly isLibrary: boolean;
  readonly isRoot: boolean;
  /** The run takes in the root of its workspace, which reaches Claude itself: what is missing there is missing here. */
  readonly isAskedAtRoot: boolean;
  /** How the package reaches Claude. May look at its sources. */
  reaching(): Reaching;
  /** The package as a subject. */
  readonly package: Subject;
  /** Where the innermost of these keys stands that is there: its name. */
  placeOf(keys: readonly string[]): Place;
  /** Writes a value under keys, with the levels that are missing. */
  write(keys: readonly string[], value: unknown): Edit | undefined;
}

/** True for a package.json. Text that lies nowhere has no name. */
export function isManifest(filename: string | undefined): boolean {
  return filename !== undefined && basename(filename) === 'package.json';
}

/** Opens a package.json, as it is being written. */
export function openManifest(file: LintedFile): ManifestFile {
  const { text, filename, settings } = file;
  const { body } = parseJson(text);
  const parsed = manifestContent(text);
  const content = typeof parsed === 'string' ? {} : parsed;
  const reading = markerInText(text, filename);
  const dependencies = dependenciesIn(content);
  const placeOf = (keys: readonly string[]): Place => {
    const { member } = memberAt(body, keys);
    return member ? file.locOf(member.name.range) : file.whole.at;
  };
  const inherited = (): PackageMarker | undefined => {
    const around = readMarker(filename);
    return 'marker' in around && around.path !== filename ? around.marker : undefined;
  };
  return {
    ...file,
    reading,
    get inherited() {
      return inherited();
    },
    get isLibrary() {
      return isClaudeLibrary(filename);
    },
    get isRoot() {
      return isWorkspaceRoot(dirname(filename));
    },
    get isAskedAtRoot() {
      const own = manifestIn(dirname(filename));
      const root = own && workspaceRootOf(own);
      return root !== undefined && isWithin(root.folder, file.cwd) && isAsked(root, settings);
    },
    reaching: () => reachingOf(dependencies, dirname(filename), settings),
    package: { kind: 'package', at: placeOf([NAMESPACE]) },
    placeOf,
    write: (keys, value) => writeMember(text, body, keys, value),
  };
}

function reachingOf(dependencies: readonly Dependency[], folder: string, settings: Settings): Reaching {
  const by = dependencies.find((each) => each.reach === 'claude' && !each.isForBuilding);
  if (by) return { kind: 'dependency', by };
  const asksModels = dependencies.some(({ isForBuilding, reach }) => reach !== undefined && !isForBuilding);
  if (packageMentions(folder, asksModels ? mayAskByName : asksPlainly) === true) return { kind: 'sources' };
  const declared = declaredClients(settings);
  const mentioned = packageMentions(folder, (text) => mentionsClaude(text, declared));
  const isOpen = mentioned !== false || dependencies.some(({ isOwn, reach }) => isOwn || reach !== undefined);
  return { kind: isOpen ? 'unknown' : 'nothing' };
}

/** The keys that a problem of a marker is about, as far as its words name them. */
export function keysOfProblem(problem: string): string[] {
  const [, way = ''] = /^"claude-compliance" in .*?package\.json((?:\.\w+|\[[^\]]*\])*)/.exec(problem) ?? [];
  const [, unknownKey] = /has the unknown key "([^"]+)"/.exec(problem) ?? [];
  const keys = [...way.matchAll(/\.(\w+)|\["((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, plain, quoted]) => plain ?? quoted ?? '',
  );
  return [NAMESPACE, ...keys, ...(unknownKey === undefined ? [] : [unknownKey])];
}

/** True for code of a package: its package.json is where facts about the package are said. Text that lies nowhere has none. */
export function hasManifest(filename: string, reading: MarkerReading): boolean {
  return isAbsolute(filename) && reading.path !== undefined;
}

/**
 * The folder of the package of a file whose package.json is asked for facts about it: one that is seen to reach Claude, and is no
 * library. Undefined for others, and for text that lies nowhere.
 */
export function askedPackage({
  filename,
  settings,
}: Pick<LintedFile, 'filename' | 'settings'>): string | undefined {
  const own = isAbsolute(filename) ? packageOf(filename) : undefined;
  return own && isAsked(own, settings) ? own.folder : undefined;
}

/** True for a package that is seen to reach Claude, and is no library. */
function isAsked({ path, folder, content }: Manifest, settings: Settings): boolean {
  if (isClaudeLibrary(path)) return false;
  const { kind } = reachingOf(dependenciesIn(content), folder, settings);
  return kind === 'dependency' || kind === 'sources';
}

function isWithin(folder: string, around: string): boolean {
  return !relative(around, folder).startsWith('..');
}

/** A package.json as messages name it: from the folder of the run. */
export function manifestName(path: string, cwd: string): string {
  const near = relative(cwd, path).split(sep).join('/');
  return near.startsWith('..') ? 'package.json' : near;
}
