/**
 * Origins outside the file: what a chain of steps is rooted in, by which names and calls it leads on.
 */
import type { Answer, Api, ApiStep, CallNode, Frame, UnknownReason } from '../syntax/types.ts';

/** The call or construction that made something. */
export interface Maker {
  readonly node: CallNode;
  readonly frame: Frame | undefined;
}

/** The calls that led to this value, last first: `new C().withOptions(x)` → withOptions, new. */
export function makersOf(api: Api): Maker[] {
  const makers: Maker[] = [];
  for (let current: Api | undefined = api; current; current = current.from) {
    const { step } = current;
    if (step.kind === 'call' || step.kind === 'new') makers.push({ node: step.node, frame: step.frame });
  }
  return makers;
}

/** The module or global an origin starts from. */
export function rootOfApi(api: Api): ApiStep {
  let current = api;
  while (current.from) current = current.from;
  return current.step;
}

/** The module that a value comes from, as the file names it; undefined for values of the project, of the language, and unknown ones. */
export function moduleBehind(answer: Answer): string | undefined {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return undefined;
  const root = rootOfApi(answer.value.api);
  return root.kind === 'module' ? root.source : undefined;
}

/** True where a value can come from a module of such a name. */
export function comesFrom(answers: readonly Answer[], modules: RegExp): boolean {
  return answers.some((answer) => {
    const source = moduleBehind(answer);
    return source !== undefined && modules.test(source);
  });
}

/** The names of an origin's steps, outermost first; calls appear as `()`. */
export function namesOf(api: Api): string[] {
  const names: string[] = [];
  for (let current: Api | undefined = api; current; current = current.from) {
    const { step } = current;
    if (step.kind === 'member' || step.kind === 'global') names.unshift(step.name);
    else if (step.kind === 'call' || step.kind === 'new') names.unshift('()');
  }
  return names;
}

/** Why a value of this origin is not known in this file. */
export function originReason(api: Api): UnknownReason {
  for (let current: Api | undefined = api; current; current = current.from) {
    if (current.step.kind === 'typed') return 'parameter';
  }
  const root = rootOfApi(api);
  if (root.kind === 'module') return namesOf(api).includes('()') ? 'call' : 'imported';
  if (root.kind === 'global' && ENVIRONMENTS.has(root.name)) return 'environment';
  return 'untracked';
}

export const ENVIRONMENTS: ReadonlySet<string> = new Set(['Bun', 'Deno', 'env', 'import.meta', 'process']);
