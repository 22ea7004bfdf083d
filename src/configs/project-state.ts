/**
 * What a verdict depends on beside the linted file, as settings: so that it is part of the key of ESLint's cache.
 */
import { lstatSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { mentionsClaude } from '../analysis/index.ts';
import { readMarker } from '../declared/package-marker.ts';
import type { MarkerReading } from '../declared/package-marker.ts';
import { NAMESPACE } from '../meta.ts';
import { projectTexts } from '../project/module-texts.ts';
import { packageDigests } from '../project/package-digests.ts';
import { packageFoldersBelow } from '../project/package-folders.ts';

/** A config object that carries the state of one package. */
export interface StateConfig {
  readonly name: string;
  readonly files: string[];
  readonly ignores: string[];
  /** Rules look at the disk, and take from here only that somebody has looked already. */
  readonly settings: Readonly<Record<string, State>>;
}

interface State {
  readonly zdr?: boolean;
  readonly hipaa?: boolean;
  readonly marker?: Readonly<Record<string, unknown>>;
  readonly modules?: string;
}

/** The markers of the packages below a folder, outer packages first. */
export function markerConfigs(base: string): StateConfig[] {
  projectTexts.enterAnew(base);
  const folders = packageFoldersBelow(projectTexts.disk, base);
  const readings = new Map(folders.map((folder) => [folder, readingIn(folder)]));
  return folders.flatMap((folder) => {
    const reading = readings.get(folder);
    const state = reading && stateOf(reading, folder, base);
    if (!state) return [];
    // A package inside this one follows its own marker, or none, unless it inherits this one.
    const nested = folders.filter((other) => {
      const inner = readings.get(other);
      const inherits = inner && 'path' in inner && inner.path === join(folder, 'package.json');
      return other !== folder && other.startsWith(folder + sep) && !inherits;
    });
    return [configOf('marker', base, folder, nested, state)];
  });
}

/** The digests of the modules of the packages below a folder. */
export function moduleConfigs(base: string): StateConfig[] {
  const digests = packageDigests(projectTexts, base, mentionsClaudeItself);
  const folders = [base, ...packageFoldersBelow(projectTexts.disk, base)];
  return [...digests].map(([folder, modules]) => {
    const nested = folders.filter((other) => other.startsWith(folder + sep));
    return configOf('modules', base, folder, nested, { modules });
  });
}

const mentionsClaudeItself = (text: string): boolean => mentionsClaude(text, {});

function configOf(
  what: string,
  base: string,
  folder: string,
  nested: readonly string[],
  state: State,
): StateConfig {
  const place = placeOf(base, folder);
  return {
    name: `${NAMESPACE}/${what} of ${place === '' ? 'the root package' : relative(base, folder)}`,
    // Not `**`, which makes ESLint lint everything that it finds.
    files: [place === '' ? '**/*' : `${place}/**/*`],
    ignores: nested.map((other) => `${placeOf(base, other)}/**`),
    settings: { [NAMESPACE]: state },
  };
}

/** A package.json that is a link to nowhere has nothing to say, which is not the same as saying nothing. */
function readingIn(folder: string): MarkerReading {
  const path = join(folder, 'package.json');
  try {
    if (lstatSync(path).isSymbolicLink() && !statSync(path, { throwIfNoEntry: false })) {
      return { problem: `${path} is a link that leads nowhere`, path };
    }
  } catch {
    return { problem: `${path} cannot be read`, path };
  }
  return readMarker(path);
}

/** The whole marker: whatever of it changes may change a verdict. */
function stateOf(reading: MarkerReading, folder: string, base: string): State | undefined {
  if ('problem' in reading) {
    return { marker: { problem: reading.problem.replaceAll(base + sep, '').replaceAll('\\', '/') } };
  }
  const { marker, path } = reading;
  if (!marker || path !== join(folder, 'package.json')) return undefined;
  const { zdr, hipaa } = marker;
  return { ...(zdr !== undefined && { zdr }), ...(hipaa !== undefined && { hipaa }), marker: { ...marker } };
}

/** A folder as the start of a glob; characters that globs give a meaning are escaped. */
function placeOf(base: string, folder: string): string {
  return relative(base, folder)
    .split(sep)
    .join('/')
    .replace(/[\\{}()[\]*?!+@]/g, '\\$&');
}
