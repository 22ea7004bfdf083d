/**
 * What is put into the value of a member after it was made: `this.p = { ...this.p, ...x }`, `Object.assign(this.p, x)`,
 * `this.p[key] = x`, and fields of it that methods and other code set. Their order is not followed.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, enclosingFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, ClassNode, Frame, Key, Node, Path } from '../syntax/types.ts';
import { isMissing, isOpaque, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { isSetByOtherNames } from './member-aliases.ts';

/** A member of a class or of an object, and what is read of its value. */
export interface MemberRead {
  readonly owner: ClassNode | TSESTree.ObjectExpression;
  readonly key: Key;
  readonly rest: Path;
  readonly frame: Frame | undefined;
  /** True where `this` means the owner. */
  readonly isOwn: (node: Node) => boolean;
}

/** What a member can hold that `found` was written to, if later code puts something into it: what is not there may be. */
export function withUpdates(ev: Evaluator, read: MemberRead, found: readonly Answer[]): Answers {
  if (read.rest.length === 0 || !found.some((a) => a.kind === 'absent')) return found;
  const file = ev.index.indexOf(read.owner);
  const updates = [...assigned(ev, read, file), ...merges(ev, read, file)];
  if (updates.length === 0 && !isSetByOtherNames(ev, file, read.key, read.rest, read.isOwn)) return found;
  const added = updates.flatMap(({ answers }) => answers);
  if (updates.some(({ node, isCertain }) => isCertain && runsFirst(read.owner, node)))
    return [...found.filter((a) => a.kind !== 'absent'), ...added];
  return [
    ...found.map((a): Answer => (a.kind === 'absent' ? unknown('untracked', a.node, a.missing) : a)),
    ...added,
  ];
}

/** What an object holds that is written out, if its own methods and accessors put something into it: what is not there may be. */
export function withOwnUpdates(
  ev: Evaluator,
  owner: TSESTree.ObjectExpression,
  read: Omit<MemberRead, 'owner'> & { readonly byThis: boolean },
  found: readonly Answer[],
): Answers {
  const { key, rest, frame, isOwn } = read;
  const path = [key, ...rest];
  const file = ev.index.indexOf(owner);
  const whole = file.thisWritesTo(key).flatMap(({ target, value }): Answers => {
    if (!isOwn(target) || keysBelow(target).length > 0) return [];
    return ev.answers(value, rest, frame).filter((a) => !isMissing(a, rest));
  });
  const outside = (): Answers =>
    file.writesToMember(key).flatMap(({ target, value }): Answers => {
      const isIt = ev
        .answers(target.object, [])
        .some((a) => a.kind === 'known' && a.value.kind === 'object' && a.value.node === owner);
      return isIt ? ev.answers(value, rest, frame).filter((a) => !isMissing(a, rest)) : [];
    });
  const anywhere = file.thisWritesTo('*').some(({ target }) => isOwn(target));
  const added = [
    ...whole,
    ...(read.byThis ? outside() : []),
    ...(anywhere ? [unknown('computed', owner, path)] : []),
    ...assignedToSelf(ev, path, { owner, frame, isOwn }),
  ];
  const updated = withUpdates(ev, { owner, ...read }, found);
  if (added.length === 0) return updated;
  return [
    ...updated.map((a): Answer => (a.kind === 'absent' ? unknown('untracked', a.node, a.missing) : a)),
    ...added,
  ];
}

/** What `Object.assign(this, …)` gives an instance; empty where no source of one may have it. */
export function assignedToSelf(
  ev: Evaluator,
  path: Path,
  { owner, frame, isOwn }: Pick<MemberRead, 'frame' | 'isOwn' | 'owner'>,
): Answers {
  return ev.index
    .indexOf(owner)
    .callsNamed('assign')
    .flatMap(({ arguments: [target, ...sources] }) => {
      if (target?.type !== 'ThisExpression' || !isOwn(target)) return [];
      return sources.flatMap((source) =>
        source.type === 'SpreadElement'
          ? []
          : mergedIn(ev, source, path, frame).flatMap(({ answers }) => answers),
      );
    });
}

interface Update {
  readonly node: Node;
  readonly answers: Answers;
  /** It surely sets what is asked for. */
  readonly isCertain: boolean;
}

/** Runs whenever the class is made: in its constructor or a static block, under no condition. */
function runsFirst(owner: Node, node: Node): boolean {
  const statement = node.parent;
  const block = statement?.parent;
  if (statement?.type !== 'ExpressionStatement' || !block || !contains(owner, block)) return false;
  if (block.type === 'StaticBlock') return true;
  const fn = enclosingFunction(node);
  const member = fn?.parent;
  return fn?.body === block && member?.type === 'MethodDefinition' && member.kind === 'constructor';
}

/** Assignments below the member, by `this` and from outside, and of the member to what it held and more. */
function assigned(ev: Evaluator, { key, rest, frame, isOwn }: MemberRead, file: SyntaxIndex): Update[] {
  const own = file.thisWritesTo(key).flatMap(({ target, value }): Update[] => {
    if (!isOwn(target)) return [];
    const below = keysBelow(target);
    const node = target.parent;
    if (below.length === 0)
      return addedBy(ev, value, key, rest, frame).map((update) => ({ ...update, node }));
    // What is set by its name is among what was found.
    if (below.length > rest.length || below.some((each, i) => each !== rest[i] && each !== '*')) return [];
    const isNamed = !below.includes('*');
    return [{ node, answers: isNamed ? [] : [unknown('computed', target, rest)], isCertain: isNamed }];
  });
  const outside = file.writesToMember(rest[0] ?? '').flatMap(({ target, value }): Update[] => {
    const holder = unwrap(target.object);
    if (holder.type !== 'MemberExpression' || writtenKey(holder) !== key) return [];
    return [{ node: target.parent, answers: ev.answers(value, rest.slice(1)), isCertain: false }];
  });
  return [...own, ...outside];
}

/** The keys of a chain from `this`, below the first. */
function keysBelow(target: TSESTree.MemberExpression): Key[] {
  const keys: Key[] = [];
  for (let node: Node = target; node.type === 'MemberExpression'; node = unwrap(node.object))
    keys.unshift(writtenKey(node) ?? '*');
  return keys.slice(1);
}

/** What an object puts over the member that it spreads: `{ ...this.p, ...x }`. */
function addedBy(
  ev: Evaluator,
  value: Node,
  key: Key,
  rest: Path,
  frame: Frame | undefined,
): Omit<Update, 'node'>[] {
  const object = unwrap(value);
  if (object.type !== 'ObjectExpression') return [];
  const at = object.properties.findIndex(
    (each) => each.type === 'SpreadElement' && isMember(each.argument, key),
  );
  if (at < 0) return [];
  return object.properties.slice(at + 1).flatMap((each): Omit<Update, 'node'>[] => {
    if (each.type === 'SpreadElement') return mergedIn(ev, each.argument, rest, frame);
    const name = writtenKey(each);
    if (name === undefined) return [{ answers: [unknown('computed', each, rest)], isCertain: false }];
    return name === rest[0] ? [{ answers: [], isCertain: true }] : [];
  });
}

/** Calls of `Object.assign` with the member, or with `this`, for their target. */
function merges(ev: Evaluator, { key, rest, frame, isOwn }: MemberRead, file: SyntaxIndex): Update[] {
  return file.callsNamed('assign').flatMap((call): Update[] => {
    const [target, ...sources] = call.arguments;
    if (!target || !isMember(target, key) || !isOwn(target)) return [];
    return sources.flatMap((source) =>
      mergedIn(ev, source.type === 'SpreadElement' ? source.argument : source, rest, frame).map((update) => ({
        ...update,
        node: call,
      })),
    );
  });
}

function mergedIn(ev: Evaluator, source: Node, rest: Path, frame: Frame | undefined): Omit<Update, 'node'>[] {
  const answers = ev.answers(source, rest, frame);
  const there = answers.filter((a) => !isMissing(a, rest));
  if (there.length === 0) return [];
  return [{ answers: there, isCertain: there.length === answers.length && !there.some(isOpaque) }];
}

/** `this.key`. */
function isMember(node: Node, key: Key): boolean {
  const member = unwrap(node);
  return (
    member.type === 'MemberExpression' &&
    unwrap(member.object).type === 'ThisExpression' &&
    writtenKey(member) === key
  );
}
