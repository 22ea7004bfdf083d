/**
 * Reads of environment variables, by the name of the variable.
 */
import { namesOf, rootOfApi } from '../values/origins.ts';
import { nodeAt } from '../syntax/nodes.ts';
import type { Answer, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** A read of one variable. */
export interface EnvironmentRead {
  readonly name: string;
  readonly node: Node;
}

/** Modules whose exports are the environment. */
const MODULES = /^(?:\$env\/|node:process$|process$|@env$|react-native-config$|astro:env\/)/;

/** The variable that a value is read from; undefined for values from elsewhere. */
export function environmentRead({ kind, ...answer }: Answer): EnvironmentRead | undefined {
  if (kind !== 'known' || !('value' in answer) || answer.value.kind !== 'api') return undefined;
  const { api } = answer.value;
  const names = namesOf(api).filter((name) => name !== '()');
  const root = rootOfApi(api);
  const isEnvironment =
    names.includes('env') ||
    (root.kind === 'module' && MODULES.test(root.source)) ||
    (root.kind === 'global' && root.name === 'import.meta');
  const name = names.at(-1);
  return isEnvironment && name !== undefined && /^[A-Z][A-Z0-9_]+$/.test(name)
    ? { name, node: wholeRead(answer.node) }
    : undefined;
}

/** Every read of a variable whose name matches, in whatever way the file gets at its environment. */
export function environmentReads(ev: Evaluator, wanted: (name: string) => boolean): EnvironmentRead[] {
  return [...ev.index.text.matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g)].flatMap(({ 0: name, index }) => {
    if (!wanted(name)) return [];
    const written = nodeAt(ev, index);
    const member = written?.parent;
    if (member?.type !== 'MemberExpression' || member.property !== written) return [];
    const [from, to] = member.object.range;
    return /\benv\b/.test(ev.index.text.slice(from, to)) ? [{ name, node: member }] : [];
  });
}

/** `process.env.X` around `process`. */
function wholeRead(node: Node): Node {
  let current = node;
  while (
    (current.parent?.type === 'MemberExpression' && current.parent.object === current) ||
    current.parent?.type === 'MetaProperty'
  ) {
    current = current.parent;
  }
  return current;
}
