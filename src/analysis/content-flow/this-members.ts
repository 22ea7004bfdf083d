/**
 * What the members of `this` hold, over all that the class or object writes to them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { keysOf, ownerOfThis } from '../values/class-members.ts';
import { below } from './path-steps.ts';
import { isStore, storedOrigins, usesOfThisMember } from './stores.ts';
import type { Origin, Tracer } from './types.ts';

/**
 * Everything that the class, or object, writes to a member of `this`.
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
  const key = writtenKey(node) ?? '*';
  const path = [key, ...rest];
  const found: Origin[] = [];
  let isWritten = false;
  const add = (value: Node, p: Path): void => {
    isWritten = true;
    found.push(...t.trace(value, p, frame));
  };
  for (const declared of membersOf(owner)) {
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
  const file = t.ev.index.indexOf(owner);
  for (const { target, value } of file.thisWritesTo(key)) {
    const keys = keysOf(target);
    const remaining = keys[0] === key && ownerOfThis(t.ev, target) === owner ? below(keys, path) : undefined;
    if (remaining) add(value, remaining);
  }
  for (const name of ['push', 'unshift']) {
    for (const call of file.callsNamed(name)) {
      const callee = unwrap(call.callee);
      const list = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
      if (list?.type !== 'MemberExpression' || writtenKey(list) !== key) continue;
      if (unwrap(list.object).type !== 'ThisExpression' || ownerOfThis(t.ev, list) !== owner) continue;
      for (const value of call.arguments) add(value, rest.slice(1));
    }
  }
  const isKept = membersOf(owner).some(
    (each) => each.type === 'member' && writtenKey(each.member) === key && isStore(each.member.value),
  );
  if (isKept) {
    const uses = usesOfThisMember(file, key).filter((use) => ownerOfThis(t.ev, use) === owner);
    return [...found, ...storedOrigins(t, uses, rest, frame)];
  }
  return isWritten ? found : [{ kind: 'field', at: owner, path }];
}

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
