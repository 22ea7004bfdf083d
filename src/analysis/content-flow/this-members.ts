/**
 * What the members of `this` hold, over all that the class or object writes to them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { ClassNode, Frame, FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import { keysOf, ownerOfThis } from '../values/class-members.ts';
import { selfAt } from '../values/frames.ts';
import { chainOf, subclassesOf } from '../values/subclasses.ts';
import { resultOfInstance } from './results.ts';
import { below } from './path-steps.ts';
import { isStore, storedOrigins, usesOfThisMember } from './stores.ts';
import type { Origin, Tracer } from './types.ts';

/**
 * Everything that the class, or object, writes to a member of `this`, what it inherits there, and what subclasses put in its place.
 *
 * @param rest what is read of the member
 */
export function memberOfThis(
  t: Tracer,
  node: TSESTree.MemberExpression,
  rest: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const owner = ownerOfThis(t.ev, node);
  if (!owner) return [];
  const path = [writtenKey(node) ?? '*', ...rest];
  const self = selfAt(frame, node);
  return isClass(owner)
    ? memberOfClass(t, self && chainOf(t.ev, self).includes(owner) ? self : owner, path, frame)
    : (writtenTo(t, owner, path, frame) ?? [{ kind: 'field', at: owner, path }]);
}

/** As {@link memberOfThis}, of an instance of a class. */
export function memberOfClass(
  t: Tracer,
  owner: ClassNode,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const instead = subclassesOf(t.ev, owner).flatMap((each) => {
    const written = writtenTo(t, each, path, frame);
    return written ? [written] : [];
  });
  for (const each of chainOf(t.ev, owner)) {
    const written = writtenTo(t, each, path, frame);
    if (written) return [...written, ...instead.flat()];
  }
  if (instead.length > 0) return instead.flat();
  const inherited = resultOfInstance(t, owner, undefined);
  return inherited ? [{ kind: 'result', at: inherited, path }] : [{ kind: 'field', at: owner, path }];
}

/** What a class or object itself writes to a member; undefined where it does not. */
function writtenTo(
  t: Tracer,
  owner: MemberOwner,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] | undefined {
  const [key = '*', ...rest] = path;
  const members = membersOf(owner);
  const file = t.ev.index.indexOf(owner);
  const found: Origin[] = [];
  let isWritten = false;
  const add = (value: Node, p: Path): void => {
    isWritten = true;
    found.push(...t.trace(value, p, frame));
  };
  for (const declared of members) {
    if (declared.type === 'parameter') {
      if (declared.name.name === key) {
        isWritten = true;
        found.push(...t.parameter(declared.fn, declared.name, rest, undefined));
      }
    } else if (writtenKey(declared.member) === key && declared.member.value) {
      const { value } = declared.member;
      if ('kind' in declared.member && declared.member.kind === 'get' && isFunction(value)) {
        for (const returned of t.ev.index.returnsOf(value)) if (returned) add(returned, rest);
      } else if (!isFunction(value)) add(value, rest);
    }
  }
  for (const { target, value } of file.thisWritesTo(key)) {
    const keys = keysOf(target);
    const remaining = keys[0] === key && ownerOfThis(t.ev, target) === owner ? below(keys, path) : undefined;
    if (remaining) add(value, remaining);
  }
  for (const value of appendedTo(t, owner, key)) add(value, rest.slice(1));
  const isKept = members.some(
    (each) => each.type === 'member' && writtenKey(each.member) === key && isStore(each.member.value),
  );
  if (isKept) {
    const uses = usesOfThisMember(file, key).filter((use) => ownerOfThis(t.ev, use) === owner);
    return [...found, ...storedOrigins(t, uses, rest, frame)];
  }
  return isWritten ? found : undefined;
}

/** What is put into a list that a member is: `this.turns.push(x)`. */
function appendedTo(t: Tracer, owner: MemberOwner, key: Key): readonly Node[] {
  const file = t.ev.index.indexOf(owner);
  return ['push', 'unshift'].flatMap((name) =>
    file.callsNamed(name).flatMap((call): readonly Node[] => {
      const callee = unwrap(call.callee);
      const list = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
      if (list?.type !== 'MemberExpression' || writtenKey(list) !== key) return [];
      if (unwrap(list.object).type !== 'ThisExpression' || ownerOfThis(t.ev, list) !== owner) return [];
      return call.arguments;
    }),
  );
}

/** What `this` can mean. */
type MemberOwner = ClassNode | FunctionNode | TSESTree.ObjectExpression;

type DeclaredMember =
  | {
      readonly type: 'member';
      readonly member: TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition;
    }
  | { readonly type: 'parameter'; readonly fn: FunctionNode; readonly name: TSESTree.Identifier };

function membersOf(owner: Node): DeclaredMember[] {
  if (owner.type === 'ObjectExpression') {
    return owner.properties.flatMap((member): DeclaredMember[] =>
      member.type === 'Property' ? [{ type: 'member', member }] : [],
    );
  }
  if (!isClass(owner)) return [];
  return owner.body.body.flatMap((member): DeclaredMember[] => {
    if (member.type === 'PropertyDefinition') return [{ type: 'member', member }];
    if (member.type !== 'MethodDefinition') return [];
    const body: Node = member.value;
    if (member.kind !== 'constructor' || !isFunction(body)) return [{ type: 'member', member }];
    return body.params.flatMap((parameterNode): DeclaredMember[] => {
      if (parameterNode.type !== 'TSParameterProperty') return [];
      const inner = parameterNode.parameter;
      const name = inner.type === 'AssignmentPattern' ? inner.left : inner;
      return [{ type: 'parameter', fn: body, name }];
    });
  });
}
