/**
 * The `claude-compliance` key of the nearest package.json: what a team declares about a package.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NAMESPACE } from '../meta.ts';
import type { Arrangement } from '../policy/features/index.ts';
import type { Settings } from './settings.ts';
import { flag, mapOf, objectOf, text } from './validation.ts';

/** A document that somebody signed, declared and never checked here. */
export interface Attestation {
  readonly reference: string;
  /** The day it ends, ISO 8601. */
  readonly expires?: string;
}

/** What a package declares about itself. */
export interface PackageMarker {
  readonly zdr?: boolean;
  readonly hipaa?: boolean;
  readonly dataClassification?: string;
  readonly attestations?: Readonly<Record<string, Attestation>>;
}

export type MarkerReading =
  | {
      readonly marker: PackageMarker | undefined;
      /** The package.json that applies; undefined where there is none. */
      readonly path?: string;
    }
  /** The file is there and cannot be used; says which, where and what would be right. */
  | { readonly problem: string };

const CHECKS = {
  attestations: mapOf(
    objectOf({ expires: text, reference: text }, 'an object with "reference" and "expires"'),
    'an object such as { "baa": { "reference": "…", "expires": "2027-01-31" } }',
  ),
  dataClassification: text,
  hipaa: flag,
  zdr: flag,
};

interface Remembered {
  readonly stamp: string;
  readonly reading: MarkerReading;
  /** The package installs commands. */
  readonly hasCommands: boolean;
  readonly isClaudeLibrary: boolean;
}

/** By the path of a package.json, as long as the file is the same: editors lint for hours. */
const remembered = new Map<string, Remembered>();

/**
 * Reads the marker that applies to a file: that of the nearest package.json at or above it.
 *
 * Never throws. Looks at the disk each time, so that a changed marker counts at once.
 */
export function readMarker(filename: string): MarkerReading {
  return nearestManifest(filename)?.reading ?? { marker: undefined };
}

/** True when the package of a file installs commands (`bin` in its package.json). Never throws. */
export function hasCommands(filename: string): boolean {
  return nearestManifest(filename)?.hasCommands ?? false;
}

/**
 * True when a file belongs to a library that is published for others and brings a client of Claude along: its
 * package.json is not private, says what it offers, and depends on the client. Never throws.
 */
export function isClaudeLibrary(filename: string): boolean {
  return nearestManifest(filename)?.isClaudeLibrary ?? false;
}

/** What is known of the package.json at or above a file. */
function nearestManifest(filename: string): Remembered | undefined {
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    const stamp = stampOf(path);
    if (stamp !== undefined) {
      const known = remembered.get(path);
      if (known?.stamp === stamp) return known;
      const manifest = readManifest(path);
      const content = 'content' in manifest && isObject(manifest.content) ? manifest.content : {};
      const found: Remembered = {
        stamp,
        reading: markerIn(manifest, path),
        hasCommands: content['bin'] !== undefined,
        isClaudeLibrary: offersClient(content),
      };
      remembered.set(path, found);
      return found;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Whether a file belongs to a package under an arrangement. The package's own marker wins over settings.
 *
 * @returns undefined where nobody says
 */
export function isUnder(
  arrangement: Arrangement,
  reading: MarkerReading,
  settings: Settings,
): boolean | undefined {
  const marker = 'marker' in reading ? reading.marker : undefined;
  // What markedPackages read when the config was loaded is older than the disk.
  const isCopy = settings.marker?.[arrangement] !== undefined;
  return marker?.[arrangement] ?? (isCopy ? undefined : settings[arrangement]);
}

let dayOfJudgement: string | undefined;

/** Has what depends on the day judged as of a day, ISO 8601; undefined: as of the present one. For runs that have to be repeatable. */
export function judgeAsOf(day: string | undefined): void {
  dayOfJudgement = day;
}

/** The day to judge by, ISO 8601: the present one as the world clock has it, the same for everybody who lints. */
export function today(): string {
  return dayOfJudgement ?? new Date().toISOString().slice(0, 10);
}

function stampOf(path: string): string | undefined {
  try {
    // Throwing for every folder without a package.json would cost more than all else here.
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return undefined;
    const { mtimeMs, size, ino } = found;
    return `${String(mtimeMs)}:${String(size)}:${String(ino)}`;
  } catch (error) {
    // A folder that cannot be entered is not the same as a file that is not there.
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'unreadable' : undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function offersClient(manifest: Readonly<Record<string, unknown>>): boolean {
  const needed = ['dependencies', 'peerDependencies'].flatMap((key) => {
    const packages = manifest[key];
    return isObject(packages) ? Object.keys(packages) : [];
  });
  const offers = ['exports', 'files', 'types', 'typings'].some((key) => manifest[key] !== undefined);
  const isPublished = manifest['private'] !== true && typeof manifest['version'] === 'string';
  return isPublished && offers && needed.some((name) => name.startsWith('@anthropic-ai/'));
}

type Manifest = { readonly content: unknown } | { readonly problem: string };

function readManifest(path: string): Manifest {
  try {
    return { content: JSON.parse(readFileSync(path, 'utf8')) };
  } catch (error) {
    const what = error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    return { problem: `${path} ${what}` };
  }
}

function markerIn(manifest: Manifest, path: string): MarkerReading {
  if ('problem' in manifest) return manifest;
  const { content } = manifest;
  if (!isObject(content)) {
    return { problem: `${path} is not a JSON object` };
  }
  const own = content[NAMESPACE];
  if (own === undefined) return { marker: undefined, path };
  try {
    objectOf(CHECKS)(own, `"${NAMESPACE}" in ${path}`);
    return { marker: own as PackageMarker, path };
  } catch (error) {
    return { problem: (error as Error).message.replace(/\.$/, '') };
  }
}
