/**
 * The `claude-compliance` key of the nearest package.json: what a team declares about a package.
 */
import { dirname } from 'node:path';
import { NAMESPACE } from '../meta.ts';
import type { Arrangement } from '../policy/features/index.ts';
import { manifestsAbove, packageOf, workspaceRootOf } from '../project/manifests.ts';
import type { Manifest } from '../project/manifests.ts';
import type { Settings } from './settings.ts';
import type { GatewayExports } from '../analysis/index.ts';
import { gatewayExports } from './gateways.ts';
import { PROVIDER_IDS } from '../policy/providers.ts';
import { manifestContent, packageName } from '../project/manifest-text.ts';
import { flag, listOf, mapOf, objectOf, oneOf, oneOrMore, text } from './validation.ts';

/** A document that somebody signed, declared and never checked here. */
export interface Attestation {
  readonly reference: string;
  /** The day it ends, ISO 8601. */
  readonly expires?: string;
  /** With whom it is, as `require-approved-provider` names them. Left out: with everybody whom the package reaches. */
  readonly provider?: string | readonly string[];
}

/** What a package declares about itself. */
export interface PackageMarker {
  readonly zdr?: boolean;
  readonly hipaa?: boolean;
  readonly dataClassification?: string;
  readonly attestations?: Readonly<Record<string, Attestation>>;
  /** What the package's own functions send, give back and see to, for whoever calls them. */
  readonly gateways?: GatewayExports;
  /** What the agreements cover. */
  readonly approved?: { readonly models?: readonly string[] };
}

export type MarkerReading =
  | {
      readonly marker: PackageMarker | undefined;
      /** The package.json that applies; undefined where there is none. */
      readonly path?: string;
    }
  /** The file is there and cannot be used; says which, where and what would be right. */
  | { readonly problem: string; readonly path: string };

const CHECKS = {
  approved: objectOf({ models: listOf(text) }),
  attestations: mapOf(
    objectOf(
      { expires: text, provider: oneOrMore(oneOf(...PROVIDER_IDS)), reference: text },
      'an object with "reference" and "expires"',
    ),
    'an object such as { "baa": { "reference": "…", "expires": "2027-01-31" } }',
  ),
  dataClassification: text,
  gateways: gatewayExports,
  hipaa: flag,
  zdr: flag,
};

/**
 * Reads the marker that applies to a file: that of the nearest package.json with one, up to the file's package; for a
 * package without a marker that is a member of a workspace, that of the workspace's root.
 *
 * Never throws. Looks at the disk each time, so that a changed marker counts at once.
 */
export function readMarker(filename: string): MarkerReading {
  const own = packageOf(filename);
  if (!own) return { marker: undefined };
  for (const manifest of manifestsAbove(filename)) {
    // A file that only says how modules are read may carry the marker, and ends nothing.
    if (saysMarker(manifest)) return markerIn(manifest);
    if (manifest.name !== undefined) break;
  }
  const root = workspaceRootOf(own);
  return root && saysMarker(root) ? markerIn(root) : { marker: undefined, path: own.path };
}

/**
 * True when a file belongs to a library that is published for others and brings a client of Claude along: its
 * package.json is not private, says what it offers, and depends on the client. Never throws.
 */
export function isClaudeLibrary(filename: string): boolean {
  const { content } = packageOf(filename) ?? {};
  if (!content) return false;
  const needed = ['dependencies', 'peerDependencies'].flatMap((key) => {
    const packages = content[key];
    return isObject(packages) ? Object.keys(packages) : [];
  });
  const offers = ['exports', 'files', 'types', 'typings'].some((key) => content[key] !== undefined);
  const isPublished = content['private'] !== true && typeof content['version'] === 'string';
  return isPublished && offers && needed.some((name) => name.startsWith('@anthropic-ai/'));
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** It has a marker, or cannot be used and may have one. */
function saysMarker({ content, problem }: Manifest): boolean {
  return problem !== undefined || content[NAMESPACE] !== undefined;
}

/** The marker in the text of one package.json, with no look at those around it. */
export function markerInText(written: string, path: string): MarkerReading {
  const content = manifestContent(written);
  const folder = dirname(path);
  return typeof content === 'string'
    ? markerIn({ path, folder, name: undefined, content: {}, problem: content })
    : markerIn({ path, folder, name: packageName(content), content, problem: undefined });
}

function markerIn({ content, path, problem }: Manifest): MarkerReading {
  if (problem !== undefined) return { problem: `${path} ${problem}`, path };
  const own = content[NAMESPACE];
  if (own === undefined) return { marker: undefined, path };
  try {
    objectOf(CHECKS)(own, `"${NAMESPACE}" in ${path}`);
    return { marker: own as PackageMarker, path };
  } catch (error) {
    return { problem: (error as Error).message.replace(/\.$/, ''), path };
  }
}
