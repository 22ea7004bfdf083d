/**
 * Whether a part of a member's value is set by other names for it: `const { p } = this; p.x = …`, `pin(this.p)`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, literalText, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, Key, Node, Path } from '../syntax/types.ts';
import { isMissing } from './answers.ts';
import type { Evaluator } from './answers.ts';
import { functionsOf } from './functions.ts';
import { parsePath } from './object-view.ts';
import { allWritesTo } from './variable-writes.ts';
import { wayOfWriting, writesByName } from './writing-names.ts';

/** How many names and functions are followed from one another. */
const MAX_NAMES = 4;

/** The members that are read of `this` in a file, by name. */
const memory = new WeakMap<SyntaxIndex, Map<Key, TSESTree.MemberExpression[]>>();

/**
 * True where some name for the value of `this.key` may be used to set a part of it.
 *
 * @param path of the part
 * @param isOwn true where `this` means the object that is asked about
 */
export function isSetByOtherNames(
  ev: Evaluator,
  file: SyntaxIndex,
  key: Key,
  path: Path,
  isOwn: (node: Node) => boolean,
): boolean {
  return (
    readsOfThis(file, key).some((read) => isOwn(read) && isSetThrough(ev, read, path, 0)) ||
    file.patternKeys.some(({ key: name, value, parent: pattern }) => {
      if (!file.mentions('this') || name.type !== 'Identifier' || name.name !== key) return false;
      const self = pattern.parent.type === 'VariableDeclarator' ? pattern.parent.init : undefined;
      return self?.type === 'ThisExpression' && isOwn(self) && isSetByName(ev, value, path, 0);
    })
  );
}

function readsOfThis(file: SyntaxIndex, key: Key): readonly TSESTree.MemberExpression[] {
  let byName = memory.get(file);
  if (!byName) {
    memory.set(file, (byName = new Map<Key, TSESTree.MemberExpression[]>()));
    for (const member of file.members) {
      const name = member.object.type === 'ThisExpression' ? writtenKey(member) : undefined;
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), member]);
    }
  }
  return byName.get(key) ?? [];
}

/** An expression for the value, as an argument of a call or under a name of its own. */
function isSetThrough(ev: Evaluator, read: Node, path: Path, depth: number): boolean {
  if (depth > MAX_NAMES) return false;
  const outer = wrapped(read);
  const { parent } = outer;
  if (parent?.type === 'VariableDeclarator' && parent.init === outer)
    return isSetByName(ev, parent.id, path, depth);
  if (parent?.type !== 'CallExpression') return false;
  const argument = parent.arguments.findIndex((each) => each === outer);
  return argument >= 0 && isSetByCall(ev, parent, argument, path, depth);
}

function isSetByCall(ev: Evaluator, call: CallNode, argument: number, path: Path, depth: number): boolean {
  const own = functionsOf(ev, call.callee);
  if (own.length > 0) {
    return own.some(({ node: fn }) => {
      const parameter = fn.params[argument];
      return parameter !== undefined && isSetByName(ev, parameter, path, depth);
    });
  }
  const name = calleeName(call.callee) ?? '';
  if (argument > 0 || !writesByName(name)) return false;
  const [, ...given] = call.arguments;
  const [where] = given;
  switch (wayOfWriting(name)) {
    case 'sets': {
      const text = where && literalText(where);
      return text === undefined || isOnTheWay(parsePath(text), path);
    }
    case 'merges':
      return given.some((source) =>
        ev
          .answers(source.type === 'SpreadElement' ? source.argument : source, path)
          .some((a) => !isMissing(a, path)),
      );
    default:
      return true;
  }
}

/** A variable or parameter that holds the value. */
function isSetByName(ev: Evaluator, name: Node, path: Path, depth: number): boolean {
  const variable = name.type === 'Identifier' ? ev.index.variableOf(name) : undefined;
  if (!variable || depth > MAX_NAMES) return false;
  return allWritesTo(ev, variable).some((write) => {
    if (!('keys' in write)) return false;
    if (write.kind === 'handed')
      return (
        isOnTheWay(write.keys, path) &&
        isSetByCall(ev, write.call, write.argument, path.slice(write.keys.length), depth + 1)
      );
    return write.kind !== 'append' && write.kind !== 'delete' && isOnTheWay(write.keys, path);
  });
}

function isOnTheWay(keys: Path, path: Path): boolean {
  return keys.length <= path.length && keys.every((key, i) => key === '*' || key === path[i]);
}
