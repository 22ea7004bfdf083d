/**
 * What maps and sets of the file hold: everything that is put into them, whatever its key.
 */
import { literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex, Variable } from '../syntax/syntax-index.ts';
import type { Frame, Node, Path } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Origin, Tracer } from './types.ts';

/** Classes whose instances keep what is put into them by `set` or `add`. */
const STORES = /^(?:Weak)?(?:Map|Set)$|Cache$|^LRU\w*$/;
/** Methods that put something in, and the argument that is what they put. */
const PUTS: ReadonlyMap<string, number> = new Map([
  ['add', 0],
  ['set', 1],
]);
/** Steps of a path that read an entry by its key. */
const READS_ENTRY = /^(?:get|take|peek)\(/;

/** True for a value that is made as a store: `new Map()`. */
export function isStore(made: Node | null | undefined): boolean {
  if (!made) return false;
  const node = unwrap(made);
  return node.type === 'NewExpression' && node.callee.type === 'Identifier' && STORES.test(node.callee.name);
}

/** What stores hold that the variable stands for. */
export function storedInVariable(
  t: Tracer,
  variable: Variable,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const definition = variable.defs[0];
  if (definition?.type !== 'Variable' || !isStore(definition.node.init)) return [];
  return storedOrigins(t, usesOf(variable), path, frame);
}

/** The uses of a member of `this`, by its name. */
export function usesOfThisMember(index: SyntaxIndex, key: string): readonly Node[] {
  return index.members.filter(
    (member) => writtenKey(member) === key && unwrap(member.object).type === 'ThisExpression',
  );
}

/**
 * What is put into a store.
 *
 * @param uses where the store is named
 * @param path what is read of it: `get(k)`, or `*` for an element or a pair of key and value
 */
export function storedOrigins(
  t: Tracer,
  uses: readonly Node[],
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const [step, half, ...below] = path;
  const paths: Path[] = [];
  if (step === undefined) paths.push([]);
  else if (READS_ENTRY.test(step)) paths.push(path.slice(1));
  else if (step === '*') paths.push(path.slice(1), ...(half === '1' ? [below] : []));
  return uses.flatMap((use) => {
    const put = putInto(use);
    return put ? paths.flatMap((p) => t.trace(put, p, frame)) : [];
  });
}

/** `value` of `store.set(key, value)`. */
function putInto(store: Node): Node | undefined {
  const outer = wrapped(store);
  const member = outer.parent;
  if (member?.type !== 'MemberExpression' || member.object !== outer) return undefined;
  const callee = wrapped(member);
  const call = callee.parent;
  if (call?.type !== 'CallExpression' || unwrap(call.callee) !== member) return undefined;
  const position = PUTS.get(writtenKey(member) ?? '');
  const value = position === undefined ? undefined : call.arguments[position];
  return value && literalText(value) === undefined ? value : undefined;
}
