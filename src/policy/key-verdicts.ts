/**
 * What is wrong with the way a file takes keys from the environment.
 */
import type { CallNode } from '../analysis/syntax/types.ts';
import type { EnvironmentKeys, KeyFallback, KeyRead } from '../analysis/connections/environment-keys.ts';
import { environmentNamed, environmentOfVariable } from './key-variables.ts';

interface KeyFault {
  readonly read: KeyRead;
  /** The environment that is served. */
  readonly first: string;
  /** The other one that the key belongs to. */
  readonly second: string;
}

export type KeyVerdict =
  | (KeyFault & { readonly fault: 'fallback'; readonly fallback: KeyFallback })
  | (KeyFault & { readonly fault: 'mismatch' | 'shared' });

/** The keys that serve more than one environment; at most one verdict for each read. */
export function keyVerdicts({ choices, fallbacks, named: holders }: EnvironmentKeys): KeyVerdict[] {
  const verdicts: KeyVerdict[] = [];
  const judged = new Set<KeyRead>();
  const add = (verdict: KeyVerdict): void => {
    if (judged.has(verdict.read)) return;
    judged.add(verdict.read);
    verdicts.push(verdict);
  };
  for (const branches of choices) {
    const owners = new Map<string, string>();
    const shared = new Set<string>();
    for (const { environment, reads } of branches) {
      for (const read of reads) {
        const first = owners.get(read.name);
        if (first === undefined) owners.set(read.name, environment);
        if (first === undefined || first === environment || shared.has(read.name)) continue;
        shared.add(read.name);
        add({ fault: 'shared', read, first, second: environment });
      }
    }
  }
  for (const { environment, reads } of [...choices.flat(), ...holders]) {
    for (const read of reads) {
      const named = environmentOfVariable(read.name);
      // "any other" and "not production" are no environments to compare with.
      if (named === undefined || !environmentNamed(environment) || named === environment) continue;
      add({ fault: 'mismatch', read, first: environment, second: named });
    }
  }
  for (const fallback of fallbacks) {
    const first = environmentOfVariable(fallback.from.name);
    const second = environmentOfVariable(fallback.to.name);
    if (first === undefined || second === undefined || first === second) continue;
    add({ fault: 'fallback', read: fallback.to, first, second, fallback });
  }
  return verdicts;
}

/** What is said of one read: `undefined` where nothing is wrong with it. */
export type ReadVerdict =
  | KeyVerdict
  | { readonly fault: 'implicit'; readonly read: KeyRead; readonly by: CallNode }
  | { readonly fault: 'inTest' | 'notListed' | undefined; readonly read: KeyRead };

/** Where a key is read, and which variables hold the keys of the project; none: nobody says. */
export interface KeyPlace {
  readonly isTest: boolean;
  readonly listed: readonly string[];
}

/** Judges every read of a key, each once: keys that serve several environments come first. */
export function readVerdicts(keys: EnvironmentKeys, place: KeyPlace): ReadVerdict[] {
  const shared = keyVerdicts(keys);
  const judged = new Set(shared.map(({ read }) => read));
  return [
    ...shared,
    ...keys.reads.filter((read) => !judged.has(read)).map((read) => readVerdict(read, place)),
  ];
}

function readVerdict(read: KeyRead, { isTest, listed }: KeyPlace): ReadVerdict {
  if (isTest && environmentOfVariable(read.name) === 'production') return { fault: 'inTest', read };
  if (listed.length === 0 || listed.includes(read.name)) return { fault: undefined, read };
  return read.by ? { fault: 'implicit', read, by: read.by } : { fault: 'notListed', read };
}
