/**
 * The `claude-compliance` key of the nearest package.json: what a team declares about a package.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NAMESPACE } from './meta.ts';
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
  const nearest = nearestManifest(filename);
  if (!nearest) return { marker: undefined };
  const { path, stamp } = nearest;
  const known = remembered.get(path);
  if (known?.stamp === stamp) return known.reading;
  const reading = parseMarker(path);
  remembered.set(path, { stamp, reading });
  return reading;
}

/**
 * True when a file belongs to a library that is published for others and brings a client of Claude along: its
 * package.json is not private, says what it offers, and depends on the client.
 *
 * Never throws.
 */
export function isClaudeLibrary(filename: string): boolean {
  const nearest = nearestManifest(filename);
  if (!nearest) return false;
  try {
    const manifest = JSON.parse(readFileSync(nearest.path, 'utf8')) as Readonly<Record<string, unknown>>;
    const needed = Object.keys({
      ...(manifest['dependencies'] as object | undefined),
      ...(manifest['peerDependencies'] as object | undefined),
    });
    const offers = ['exports', 'files', 'types', 'typings'].some((key) => manifest[key] !== undefined);
    return (
      manifest['private'] !== true &&
      typeof manifest['version'] === 'string' &&
      offers &&
      needed.some((name) => name.startsWith('@anthropic-ai/'))
    );
  } catch {
    return false;
  }
}

/** The package.json at or above a file, with what changes when it does. */
function nearestManifest(filename: string): { readonly path: string; readonly stamp: string } | undefined {
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    const stamp = stampOf(path);
    if (stamp !== undefined) return { path, stamp };
    if (folder === dirname(folder)) return undefined;
  }
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
