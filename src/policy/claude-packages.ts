/**
 * Which packages lead to Claude, by their names in a package.json.
 */
import { SURFACE_MODULES } from '../analysis/sdk-surface/index.ts';

/** The name of a package, without what follows it in a specifier. */
export function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const KNOWN: ReadonlySet<string> = new Set(
  SURFACE_MODULES.flatMap(({ packages }) => packages.map(packageNameOf)),
);

/** Whether a package leads to Claude: `claude`, to nobody else; `models`, to models of many vendors. */
export type Reach = 'claude' | 'models';

/** Where a dependency leads. */
export function reachOf(name: string): Reach | undefined {
  if (!KNOWN.has(name)) return undefined;
  return /anthropic|claude/i.test(name) ? 'claude' : 'models';
}

/** A dependency of a package, with the way of keys to it. */
export interface Dependency {
  readonly name: string;
  readonly keys: readonly [section: string, name: string];
  readonly reach: Reach | undefined;
  /** Another package of the same project, by the way its version is written. */
  readonly isOwn: boolean;
  /** What is there to build with, and does not run. */
  readonly isForBuilding: boolean;
}

const SECTIONS = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'];

/** The dependencies that a package.json lists. */
export function dependenciesIn(content: Readonly<Record<string, unknown>>): Dependency[] {
  return SECTIONS.flatMap((section) => {
    const listed = content[section];
    if (typeof listed !== 'object' || listed === null) return [];
    return Object.entries(listed).map(([name, version]: [string, unknown]) => ({
      name,
      keys: [section, name] as const,
      reach: reachOf(name),
      isOwn: typeof version === 'string' && /^(?:workspace|file|link|portal):/.test(version),
      isForBuilding: section === 'devDependencies',
    }));
  });
}
