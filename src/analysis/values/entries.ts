/**
 * What lists of pairs and maps hold: `Object.fromEntries(…)`, `new Map([…]).get(key)`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, CallNode, Frame, Key, Node, Path } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import { isMissing, isOpaque, literal, literalOf, perhaps, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { takesAnyKey } from './any-key.ts';
import { makersOf, namesOf } from './origins.ts';

/** What is read of one entry of a list of pairs. */
interface EntryRead {
  readonly ev: Evaluator;
  /** `*`: of every entry. */
  readonly key: Key;
  readonly path: Path;
}

/** What a list of pairs has for a key. */
interface Entry {
  readonly answers: Answers;
  /** There may be an entry, or another one, that the file does not show. */
  readonly open: boolean;
}

const OPEN: Entry = { answers: [], open: true };
/** Methods of lists whose result has the same pairs. */
const SAME_PAIRS = new Set(['reverse', 'slice', 'sort', 'toReversed', 'toSorted']);
/** Uses of a map that leave it as it is; `set` is looked for. */
const READS_MAP = new Set(['entries', 'forEach', 'get', 'has', 'keys', 'set', 'size', 'values']);

/** Follows `path` from `Object.fromEntries(list)`. */
export function fromEntries(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  list: Node,
  [key = '*', ...path]: Path,
  frame: Frame | undefined,
): Answers {
  const { answers, open } = entryOf({ ev, key, path }, list, frame);
  if (open) return [...answers.filter((a) => !isMissing(a, path)), unknown('computed', call, [key, ...path])];
  return answers.length > 0 || key === '*'
    ? answers.map((a): Answer => (isWhole(a, path) ? { ...a, missing: [key, ...path], node: call } : a))
    : [{ kind: 'absent', node: call, missing: [key, ...path] }];
}

/** True where the entry itself is not there. */
function isWhole(answer: Answer, path: Path): answer is Extract<Answer, { kind: 'absent' }> {
  return answer.kind === 'absent' && answer.missing.length > path.length;
}

/** Follows `path` from `map.get(key)`; undefined where the receiver is no map that the file makes. */
export function mapEntry(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  receiver: Node,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const [wanted] = call.arguments;
  if (!wanted || wanted.type === 'SpreadElement') return undefined;
  const maps = ev.answers(receiver, [], frame).map(makerOfMap);
  if (maps.length === 0 || maps.includes(undefined)) return undefined;
  const keys = new Set<Key>();
  for (const answer of ev.answers(wanted, [], frame)) {
    const value = literalOf(answer);
    keys.add(typeof value === 'string' || typeof value === 'number' ? String(value) : '*');
  }
  const asked = keys.has('*') || keys.size === 0 ? ['*'] : [...keys];
  const isAny = asked[0] === '*' && path.length === 0 && takesAnyKey(ev, wanted);
  return maps.flatMap((maker) =>
    asked.flatMap((key): Answers => {
      const { answers, open } = maker ? inMap({ ev, key, path }, maker.node, maker.frame) : OPEN;
      const found = open ? [...answers, unknown('untracked', call, path)] : answers;
      if (key !== '*') return found.length > 0 ? found : literal(undefined, call, path);
      return perhaps(found).map((a) => (isAny && a.kind === 'known' ? { ...a, mayBeLeftOut: true } : a));
    }),
  );
}

/** The `new Map(…)` that an answer is. */
function makerOfMap(answer: Answer): ReturnType<typeof makersOf>[number] | undefined {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return undefined;
  const { api } = answer.value;
  if (api.step.kind !== 'new' || namesOf(api).join() !== 'Map,()') return undefined;
  return makersOf(api)[0];
}

/** What a map was made with, and what is put into it later. */
function inMap(read: EntryRead, made: CallNode, frame: Frame | undefined): Entry {
  const { ev, key, path } = read;
  const [pairs] = made.arguments;
  const first = pairs ? entryOf(read, pairs, frame) : { answers: [], open: false };
  const later = ev.index
    .indexOf(made)
    .callsNamed('set')
    .flatMap(({ callee, arguments: [name, value] }): Entry[] => {
      const target = unwrap(callee);
      if (target.type !== 'MemberExpression' || !name || !value) return [];
      if (!ev.answers(target.object, []).some((a) => makerOfMap(a)?.node === made)) return [];
      const named = key === '*' ? true : isNamed(ev.answers(name, []), key);
      if (named === false) return [];
      return [{ answers: ev.answers(value, path), open: named === undefined }];
    });
  const all = [first, ...later];
  return {
    answers: all.flatMap(({ answers }) => answers),
    open:
      all.some(({ open }) => open) ||
      (all.every(({ answers }) => answers.length === 0) && isHandedOn(ev, made)),
  };
}

/** True where more is done with a map than its own methods do, so that other code may put something into it. */
function isHandedOn(ev: Evaluator, made: CallNode): boolean {
  const declarator = made.parent;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return true;
  return usesOf(ev.index.variableOf(declarator.id)).some((use) => {
    const member = use.parent;
    if (use === declarator.id) return false;
    return member?.type !== 'MemberExpression' || !READS_MAP.has(writtenKey(member) ?? '');
  });
}

/** Whether what can be a key is the one that is asked for; undefined where it is not known. */
function isNamed(keys: Answers, key: Key): boolean | undefined {
  const texts = keys.map((a) => {
    const value = literalOf(a);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  });
  if (texts.length === 0 || texts.includes(undefined)) return undefined;
  return texts.includes(key);
}

/** What an expression that gives a list of pairs has for a key. */
function entryOf(read: EntryRead, list: Node, frame: Frame | undefined): Entry {
  const { ev, key, path } = read;
  const node = unwrap(list);
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  if (node.type === 'CallExpression' && callee?.type === 'MemberExpression') {
    const method = writtenKey(callee) ?? '';
    const [first] = node.arguments;
    if (method === 'entries' && first && isGlobalObject(ev, callee.object)) {
      const answers = ev.answers(first, [key, ...path], frame);
      return { answers: answers.filter((a) => !isOpaque(a)), open: answers.some(isOpaque) };
    }
    if (method === 'entries' && !first) return entryOf(read, callee.object, frame);
    if (SAME_PAIRS.has(method)) return entryOf(read, callee.object, frame);
    if (method === 'filter' && first) {
      const kept = entryOf(read, callee.object, frame);
      return { ...kept, open: kept.open || (key !== '*' && mayDrop(ev, first, key)) };
    }
  }
  const maps = ev.answers(node, [], frame).flatMap((a) => makerOfMap(a) ?? []);
  if (maps.length > 0) return inMap(read, (maps[0] as (typeof maps)[0]).node, frame);
  return amongPairs(read, ev.answers(node, ['*'], frame));
}

/** What the pairs of a list have for a key. */
function amongPairs({ ev, key, path }: EntryRead, pairs: Answers): Entry {
  const found: Entry[] = pairs.map((pair) => {
    if (pair.kind !== 'known' || pair.value.kind !== 'array') return OPEN;
    const { node, frame } = pair.value;
    const named = key === '*' ? true : isNamed(ev.answers(node, ['0'], frame), key);
    if (named === false) return { answers: [], open: false };
    return { answers: ev.answers(node, ['1', ...path], frame), open: named === undefined };
  });
  return { answers: found.flatMap(({ answers }) => answers), open: found.some(({ open }) => open) };
}

function isGlobalObject(ev: Evaluator, node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'Object' && !ev.index.variableOf(node);
}

/** True where a filter of pairs can drop one for its key: it looks at keys, for more than to leave out another one. */
function mayDrop(ev: Evaluator, callback: Node, key: Key): boolean {
  const fn = unwrap(callback);
  if (fn.type === 'Identifier') return fn.name !== 'Boolean';
  if (!isFunction(fn)) return true;
  const [pair] = fn.params;
  if (pair?.type === 'Identifier')
    return usesOf(ev.index.variableOf(pair)).some((use) => {
      const member = use.parent;
      return use !== pair && (member?.type !== 'MemberExpression' || writtenKey(member) !== '1');
    });
  if (pair?.type !== 'ArrayPattern') return true;
  const [name] = pair.elements;
  if (!name) return false;
  if (name.type !== 'Identifier') return true;
  return usesOf(ev.index.variableOf(name)).some((use) => {
    const test = use.parent;
    if (use === name) return false;
    if (test?.type !== 'BinaryExpression' || !test.operator.startsWith('!=')) return true;
    return isNamed(ev.answers(test.left === use ? test.right : test.left, []), key) !== false;
  });
}
