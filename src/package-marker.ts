/**
 * The `claude-compliance` key of the nearest package.json: what a team declares about a package.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NAMESPACE } from './meta.ts';
import type { Arrangement } from './policy/features/index.ts';
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
  | { readonly marker: PackageMarker | undefined }
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
}

/** By the path of a package.json, as long as the file is the same: editors lint for hours. */
const remembered = new Map<string, Remembered>();

/**
 * Reads the marker that applies to a file: that of the nearest package.json at or above it.
 *
 * Never throws. Looks at the disk each time, so that a changed marker counts at once.
 */
export function readMarker(filename: string): MarkerReading {
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    const stamp = stampOf(path);
    if (stamp !== undefined) {
      const known = remembered.get(path);
      if (known?.stamp === stamp) return known.reading;
      const reading = parseMarker(path);
      remembered.set(path, { stamp, reading });
      return reading;
    }
    if (folder === dirname(folder)) return { marker: undefined };
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

/** Reads one package.json. */
export function parseMarker(path: string): MarkerReading {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    return { problem: `${path} ${what}, so the marker of this package is unknown` };
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    return { problem: `${path} is not a JSON object, so the marker of this package is unknown` };
  }
  const own = (manifest as Record<string, unknown>)[NAMESPACE];
  if (own === undefined) return { marker: undefined };
  try {
    objectOf(CHECKS)(own, `"${NAMESPACE}" in ${path}`);
    return { marker: own as PackageMarker };
  } catch (error) {
    return { problem: (error as Error).message.replace(/\.$/, '') };
  }
}
