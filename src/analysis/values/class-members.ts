/**
 * What `this` and its members hold, over all that the class writes to them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, Api, ClassNode, Frame, FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import { follow, isNullish, known, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { resolveTyped } from './declared-types.ts';
import { selfAt } from './frames.ts';
import { injectedField } from './injected.ts';
import { assignedToSelf, withOwnUpdates, withUpdates } from './member-updates.ts';
import { resolveParameter } from './parameters.ts';
import { asMade, stepOfSuper } from './extended-packages.ts';
import { chainOf, overridden } from './subclasses.ts';

/** Follows `path` from `this`. */
export function selfOf(ev: Evaluator, node: Node, path: Path, frame: Frame | undefined): Answers {
  const self = ownerOfThis(ev, node);
  if (!self || path.length === 0) return [unknown('untracked', node, path)];
  if (isClass(self)) return memberOfSelf(ev, self, { node, path, frame });
  if (self.type === 'ObjectExpression')
    return updatedByItself(ev, self, { path, frame, byThis: true }, ev.answers(self, path, frame));
  return functionMember(ev, self, path, frame, node);
}

/** What is read of an object, and whether its own methods read it. */
interface ObjectRead {
  readonly path: Path;
  readonly frame: Frame | undefined;
  readonly byThis: boolean;
}

/** What was found in an object that is written out, with what its own methods and accessors put into it. */
export function updatedByItself(
  ev: Evaluator,
  object: TSESTree.ObjectExpression,
  { path, frame, byThis }: ObjectRead,
  found: Answers,
): Answers {
  const [key = '*', ...rest] = path;
  const hasThis = (each: TSESTree.ObjectLiteralElement): boolean =>
    each.type === 'Property' && each.value.type === 'FunctionExpression';
  if (key === '*' || !found.some((a) => a.kind === 'absent') || !object.properties.some(hasThis))
    return found;
  const isOwn = (node: Node): boolean => ownerOfThis(ev, node) === object;
  return withOwnUpdates(ev, object, { key, rest, frame, isOwn, byThis }, found);
}

/** What `this` has is what its class says, or what a subclass puts in place of that. */
function memberOfSelf(
  ev: Evaluator,
  owner: ClassNode,
  { node, path, frame }: { readonly node: Node; readonly path: Path; readonly frame: Frame | undefined },
): Answers {
  const self = selfAt(frame, node);
  if (self && chainOf(ev, self).includes(owner))
    return asMade(ev, self, undefined, memberOf(ev, self, path, frame));
  const own = asMade(ev, owner, undefined, memberOf(ev, owner, path, frame));
  const instead = overridden(ev, owner, path, frame);
  if (instead.length === 0) return own;
  const isOwn = ({ kind, node: of }: Answer): boolean =>
    of !== owner || kind === 'known' || !(owner.abstract || isAbstract(owner, path[0]));
  return [...own.filter(isOwn), ...instead];
}

/** True for a member that a class leaves to those that extend it. */
function isAbstract(owner: ClassNode, key: Key | undefined): boolean {
  return owner.body.body.some((member) => member.type.startsWith('TSAbstract') && keyOf(member) === key);
}

function keyOf(member: TSESTree.ClassElement): string | undefined {
  return member.type === 'StaticBlock' || member.type === 'TSIndexSignature' ? undefined : writtenKey(member);
}

/** Follows `path` from `super`. */
export function superOf(ev: Evaluator, node: Node, path: Path, frame: Frame | undefined): Answers {
  const self = ownerOfThis(ev, node);
  if (!self || !isClass(self)) return [unknown('untracked', node, path)];
  return asMade(ev, self, undefined, inherited(ev, self, path, frame, node));
}

/** Follows `path` from an instance of the class, or from the class itself for static members. */
export function memberOf(ev: Evaluator, owner: ClassNode, path: Path, frame: Frame | undefined): Answers {
  const [key = '*', ...rest] = path;
  const found: Answer[] = [];
  let declared = false;
  let type: Node | undefined;
  for (const member of owner.body.body) {
    if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') continue;
    if (writtenKey(member) !== key) {
      if (isConstructor(member)) found.push(...parameterProperty(ev, member.value, key, rest, frame));
      continue;
    }
    declared = true;
    if (member.type === 'MethodDefinition') {
      if (!isFunction(member.value)) continue;
      if (member.kind === 'get') {
        found.push(...ev.index.returnsOf(member.value).flatMap((n) => (n ? ev.answers(n, rest, frame) : [])));
      } else if (member.kind === 'method') {
        found.push(...ev.answers(member.value, rest, frame));
      }
    } else if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') {
      found.push(
        ...(member.value ? ev.answers(member.value, rest, frame) : (injectedField(ev, member, rest) ?? [])),
      );
      type = member.typeAnnotation?.typeAnnotation;
    }
  }
  for (const { target, value } of ev.index.indexOf(owner).thisWritesTo(key)) {
    const keys = keysOf(target);
    if (keys[0] !== key || ownerOfThis(ev, target) !== owner) continue;
    if (keys.length - 1 > rest.length || keys.slice(1).some((k, i) => k !== rest[i])) continue;
    declared = true;
    found.push(...ev.answers(value, rest.slice(keys.length - 1), frame));
  }
  found.push(...fromOutside(ev, owner, key, rest, frame));
  if (type && !found.some(isShown)) {
    const typed = resolveTyped(ev, type, rest);
    if (typed.length > 0) return typed;
  }
  const isOwn = (node: Node): boolean => ownerOfThis(ev, node) === owner;
  if (found.length > 0) return withUpdates(ev, { owner, key, rest, frame, isOwn }, found);
  if (declared) return [unknown('untracked', owner, path)];
  const copied = assignedToSelf(ev, path, { owner, frame, isOwn });
  if (copied.length > 0) return copied;
  return inherited(ev, owner, path, frame, owner);
}

/** A value beats an annotation, but for one that only holds the place: `client: Anthropic | null = null`. */
function isShown(answer: Answer): boolean {
  if (answer.kind === 'known') return isNullish(answer) !== true;
  return answer.kind === 'absent' && answer.node.type === 'ObjectExpression';
}

/** Writes to an instance from outside its class. */
function fromOutside(
  ev: Evaluator,
  owner: ClassNode,
  key: Key,
  rest: Path,
  frame: Frame | undefined,
): Answers {
  const files = filesOf(ev, owner);
  return files
    .flatMap((file) => file.writesToMember(key))
    .flatMap(({ target, value }) => {
      const concerns = ev.answers(target.object, []).some((a) => {
        if (a.kind !== 'known') return false;
        return a.value.kind === 'instance'
          ? a.value.of === owner
          : a.value.kind === 'class' && a.value.node === owner;
      });
      return concerns ? ev.answers(value, rest, frame) : [];
    });
}

/** Where instances of a class are used: in its own file, and in the one that asks. */
function filesOf(ev: Evaluator, owner: Node): readonly SyntaxIndex[] {
  const own = ev.index.indexOf(owner);
  return own === ev.index ? [own] : [own, ev.index];
}

/** Members of a constructor function: `this.x = …` in it and in its prototype's methods. */
function functionMember(
  ev: Evaluator,
  owner: FunctionNode,
  path: Path,
  frame: Frame | undefined,
  node: Node,
): Answers {
  const [key, ...rest] = path;
  const found = ev.index
    .indexOf(owner)
    .thisWritesTo(key ?? '')
    .flatMap(({ target, value }) => {
      const keys = keysOf(target);
      return keys.length === 1 && keys[0] === key && ownerOfThis(ev, target) === owner
        ? ev.answers(value, rest, frame)
        : [];
    });
  return found.length > 0 ? found : [unknown('untracked', node, path)];
}

/** True for the constructor of a class. */
export function isConstructor(member: TSESTree.ClassElement): member is TSESTree.MethodDefinition {
  return member.type === 'MethodDefinition' && member.kind === 'constructor';
}

/** `constructor(private readonly client: Anthropic)`. */
function parameterProperty(
  ev: Evaluator,
  body: Node,
  key: Key,
  rest: Path,
  frame: Frame | undefined,
): Answers {
  if (!isFunction(body)) return [];
  for (const parameter of body.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner = parameter.parameter;
    const name = inner.type === 'AssignmentPattern' ? inner.left : inner;
    if (name.name === key) return resolveParameter(ev, body, name, rest, frame);
  }
  return [];
}

function inherited(
  ev: Evaluator,
  owner: ClassNode,
  path: Path,
  frame: Frame | undefined,
  node: Node,
): Answers {
  if (!owner.superClass) {
    return [{ kind: 'absent', node, missing: path }];
  }
  return ev.answers(owner.superClass, [], frame).flatMap((base): Answers => {
    if (base.kind === 'known' && base.value.kind === 'class' && base.value.node !== owner) {
      // As a question of its own: classes that extend one another in a circle end there.
      return ev.answers(base.value.node, path, base.value.frame);
    }
    if (base.kind === 'known' && base.value.kind === 'api') {
      const instance: Api = {
        from: base.value.api,
        step: stepOfSuper(ev, owner) ?? { kind: 'typed', node: owner },
      };
      return [known({ kind: 'api', api: follow(instance, path) }, node)];
    }
    return [unknown('inherited', node, path)];
  });
}

/** The keys of a member chain from `this`, outermost object first. */
export function keysOf(target: TSESTree.MemberExpression): Key[] {
  const keys: Key[] = [];
  let current: Node = target;
  while (current.type === 'MemberExpression') {
    keys.unshift(writtenKey(current) ?? '*');
    current = unwrap(current.object);
  }
  return keys;
}

/** The class, object literal or constructor function that `this` means at `node`. */
export function ownerOfThis(
  ev: Evaluator,
  node: Node,
): ClassNode | FunctionNode | TSESTree.ObjectExpression | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (isClass(current)) return current;
    if (!isFunction(current) || current.type === 'ArrowFunctionExpression') continue;
    const holder = current.parent;
    if (holder.type === 'MethodDefinition' || holder.type === 'PropertyDefinition') continue;
    if (holder.type === 'Property')
      return holder.parent.type === 'ObjectExpression' ? holder.parent : undefined;
    if (holder.type === 'AssignmentExpression') return prototypeOwner(ev, holder.left) ?? current;
    return current;
  }
  return undefined;
}

/** The constructor function whose prototype an assignment extends: `Service.prototype.ask = …`. */
function prototypeOwner(ev: Evaluator, target: Node): FunctionNode | undefined {
  if (target.type !== 'MemberExpression') return undefined;
  const prototype = target.object;
  if (prototype.type !== 'MemberExpression' || writtenKey(prototype) !== 'prototype') return undefined;
  const name = prototype.object.type === 'Identifier' ? prototype.object.name : undefined;
  for (const statement of ev.index.indexOf(target).program.body) {
    if (statement.type === 'FunctionDeclaration' && statement.id.name === name) return statement;
  }
  return undefined;
}
