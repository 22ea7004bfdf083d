/**
 * What the result of a method holds: of lists, texts and promises, of functions of the language, of values of unknown make.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isFunction, literalText, unwrap } from '../syntax/nodes.ts';
import type { Frame, FunctionNode, Handed, Node, Path } from '../syntax/types.ts';
import { isImported } from '../syntax/variables.ts';
import { functionsOf } from '../values/functions.ts';
import { boxMethodOrigins } from './boxes.ts';
import { schemaDrops, typeDrops } from './closed-values.ts';
import { writtenBy } from './chosen-keys.ts';
import { givesBackAll } from './given-back.ts';
import { handedOn } from './makers.ts';
import { mergedOrigins, partsOfAssign } from './merged-objects.ts';
import {
  DROPPING_METHODS,
  DROPPING_OBJECTS,
  isHashing,
  isIdName,
  KEEPING_FUNCTIONS,
  KEEPING_METHODS,
  MERGING_METHODS,
  PICKING_METHODS,
  treatmentOf,
} from './names.ts';
import { predicateOf } from './narrowing.ts';
import { isStore } from './stores.ts';
import { groupOf, patternsOf, showsInput, takesOutNumbers } from './text-patterns.ts';
import type { CallRead, Origin, Tracer } from './types.ts';

/** Where the result of a method comes from that the file does not show from within. */
export function methodOrigins(
  t: Tracer,
  callee: TSESTree.MemberExpression,
  read: CallRead,
): readonly Origin[] {
  const { call, name, path, frame } = read;
  const receiver = unwrap(callee.object);
  if (receiver.type === 'Identifier') {
    const qualified = `${receiver.name}.${name}`;
    if (KEEPING_FUNCTIONS.has(qualified)) return languageOrigins(t, { ...read, name: qualified });
    const isGlobal = !t.ev.index.variableOf(receiver) || isImported(t.ev.index, receiver);
    if (isGlobal && DROPPING_OBJECTS.has(receiver.name)) return [];
  }
  // `post(url).set(header, value).send(body)`; and a queue gives what the function gives that it runs: `queue.add(() => ask())`.
  const gives =
    (name === 'set' && receiver.type === 'CallExpression') ||
    (name === 'add' && call.arguments.some(isFunction));
  if (DROPPING_METHODS.has(name) && !gives) return [];
  const dropped = schemaDrops(t, callee, read);
  if (dropped !== undefined) return dropped ? [] : given(t, read);
  const extracted = byPattern(t, receiver, read);
  if (extracted) return extracted;
  const [first] = call.arguments;
  if (first && name === 'filter' && path[0] === '*' && isListedBy(t, first, path.slice(1))) return [];
  const through = boxMethodOrigins(t, receiver, read) ?? callbackResult(t, receiver, read);
  if (through) return through;
  if (name === 'entries') {
    const [element, half, ...rest] = path;
    return half === '0' ? [] : t.trace(receiver, element === undefined ? [] : ['*', ...rest], frame);
  }
  if (KEEPING_METHODS.has(name) && !isQuery(call.arguments, name)) {
    const kept = t.trace(receiver, PICKING_METHODS.has(name) ? ['*', ...path] : path, frame);
    return MERGING_METHODS.has(name) ? [...kept, ...given(t, read)] : kept;
  }
  return DATE_TEXT.test(name) && isNow(t, receiver, read) ? [] : otherOrigins(t, receiver, read);
}

/** Methods by which a date becomes a text. */
const DATE_TEXT = /^to(?:GMT|ISO|Locale|UTC)?(?:Date|Time)?String$/;

/** `new Date()`: when the program runs. */
function isNow({ ev }: Tracer, receiver: Node, { frame }: CallRead): boolean {
  const answers = ev.answers(receiver, [], frame);
  return (
    answers.length > 0 &&
    answers.every(({ node: made }) => {
      const node = unwrap(made);
      return (
        node.type === 'NewExpression' && node.arguments.length === 0 && calleeName(node.callee) === 'Date'
      );
    })
  );
}

/** What a regular expression takes out of a text: `re.exec(text)`, `text.match(re)`; undefined for all other calls. */
function byPattern(
  t: Tracer,
  receiver: Node,
  { call, name, path, frame }: CallRead,
): readonly Origin[] | undefined {
  const [first] = call.arguments;
  const isExec = name === 'exec';
  if (!first || !(isExec || name === 'match' || name === 'matchAll')) return undefined;
  const patterns = patternsOf(t.ev, isExec ? receiver : first);
  const whole = path.length === 0;
  if (patterns.length > 0 && patterns.every((p) => takesOutNumbers(p) && !(whole && showsInput(p))))
    return [];
  const [group = ''] = name === 'matchAll' ? path.slice(1) : path[0] === 'groups' ? path.slice(1) : path;
  const groups = patterns.map((pattern) => groupOf(pattern, group));
  if (groups.length > 0 && groups.every((each) => each && takesOutNumbers(each))) return [];
  if (!isExec) return undefined;
  // Databases and shells have an `exec` as well.
  const readsMatch = path.length === 1 && /^(?:\d+|groups)$/.test(path[0] ?? '');
  return patterns.length > 0 || readsMatch ? t.trace(first, path, frame) : undefined;
}

/** `filter(isReading)`, where the function says that what it lets through has a type without free text there. */
function isListedBy(t: Tracer, callback: Node, path: Path): boolean {
  return functionsOf(t.ev, callback).some(({ node }) => {
    const type = predicateOf(node, 0);
    return type !== undefined && typeDrops(t.ev, type, path);
  });
}

/** What all arguments of a call hold. */
export function given(t: Tracer, { call, path, frame }: CallRead): readonly Origin[] {
  return call.arguments.flatMap((argument) => (isFunction(argument) ? [] : t.trace(argument, path, frame)));
}

/**
 * What a call of unknown insides, whose name says that it keeps what it is handed, holds of its arguments. What has parts, of an id
 * alone, is what is stored under it: `votes.summary(surveyId).mean`.
 */
export function keptByName(t: Tracer, read: CallRead): readonly Origin[] {
  if (treatmentOf(read.name, t.redactors) !== 'keeps') return [];
  const [part] = read.path;
  const hasParts = part !== undefined && !part.endsWith(')');
  const ofIds = read.call.arguments.every((argument) => isIdName(calleeName(argument) ?? ''));
  return hasParts && ofIds ? [] : given(t, read);
}

/** `Patient.find()`, `repository.find({ where })`: of lists, `find` and `filter` take a function. */
function isQuery([first]: readonly Node[], name: string): boolean {
  if (name !== 'find' && name !== 'filter') return false;
  return first === undefined || unwrap(first).type === 'ObjectExpression';
}

/** Functions of the language that hold what they are given. */
function languageOrigins(t: Tracer, read: CallRead): readonly Origin[] {
  const { call, name, path, frame } = read;
  const [first, second] = call.arguments;
  const [element, half, ...below] = path;
  if (!first) return [];
  switch (name) {
    case 'Object.assign':
      return mergedOrigins(t, partsOfAssign(call.arguments), path, frame);
    case 'Object.entries':
      return half === '0' ? [] : t.trace(first, ['*', ...below], frame);
    case 'Object.values':
      return t.trace(first, element === undefined ? [] : ['*', ...path.slice(1)], frame);
    case 'Promise.allSettled':
      if (element === undefined || half === undefined) return t.trace(first, path, frame);
      return half === 'value' ? t.trace(first, [element, ...below], frame) : [];
    case 'Array.from':
      return second && isFunction(second)
        ? t.ev.index.returnsOf(second).flatMap((n) => (n ? t.trace(n, path.slice(1), frame) : []))
        : t.trace(first, path, frame);
    case 'JSON.parse':
      return t.trace(first, path, frame);
    case 'JSON.stringify':
      return writtenBy(t, read);
    default:
      return given(t, read);
  }
}

const MAPPING: ReadonlySet<string> = new Set(['flatMap', 'map']);

/** The results of callbacks: `.map(f)`, `.then(f)`, `.reduce(f, x)`. */
function callbackResult(
  t: Tracer,
  receiver: Node,
  { call, name, path, frame }: CallRead,
): readonly Origin[] | undefined {
  const [first, second] = call.arguments;
  const results = (callback: Node | undefined, p: Path, handed?: Path): readonly Origin[] =>
    callback && handed && !isFunction(callback)
      ? namedResults(t, callback, { call, name, path: p, frame }, { node: receiver, path: handed })
      : (callback ? functionsOf(t.ev, callback) : []).flatMap(({ node }) =>
          t.ev.index.returnsOf(node).flatMap((n) => (n ? t.trace(n, p, frame) : [])),
        );
  if (MAPPING.has(name) && first) return results(first, path.slice(1), ['*']);
  if (name === 'then') return [...results(first, path, []), ...results(second, path)];
  if (name === 'catch') return [...t.trace(receiver, path, frame), ...results(first, path)];
  if (name === 'finally') return t.trace(receiver, path, frame);
  if (name === 'reduce' || name === 'reduceRight') {
    // What it starts with goes through the function, unless there is nothing in the list.
    const start = second && !hasElements(t, receiver, frame) ? t.trace(second, path, frame) : [];
    return [...results(first, path), ...start];
  }
  return undefined;
}

/** What a function gives that is handed on by its name, where it is called with what a method has: `notes.map(anonymize)`. */
function namedResults(
  t: Tracer,
  callback: Node,
  { call, path, frame }: CallRead,
  handed: Handed,
): readonly Origin[] {
  const own = functionsOf(t.ev, callback, frame);
  const name = calleeName(callback) ?? '';
  const treatment = treatmentOf(name, t.redactors);
  const isRedactor =
    treatment === 'settled' ||
    (treatment === 'redacts' && !own.every(({ node }) => givesBackAll(t.ev, node)));
  if (isRedactor && (!t.passesRedactors || isHashing(name))) return [];
  return own.flatMap((each) => {
    const inner = t.enter(each, call, frame, handed);
    return t.ev.index.returnsOf(each.node).flatMap((n) => (n && inner ? t.trace(n, path, inner) : []));
  });
}

/** True for a list of functions in which there is something, whatever else. */
function hasElements(t: Tracer, list: Node, frame: Frame | undefined): boolean {
  const first = t.ev.answers(list, ['0'], frame);
  return (
    first.length > 0 && first.every((answer) => answer.kind === 'known' && answer.value.kind === 'function')
  );
}

/** A method of unknown insides: what it gives is a part of its receiver, or something of its own. */
function otherOrigins(t: Tracer, receiver: Node, read: CallRead): readonly Origin[] {
  const { call, name, path, frame } = read;
  const literals = call.arguments.map((argument) => literalText(argument));
  const step = literals.every((l) => l !== undefined) ? `${name}(${literals.join()})` : `${name}()`;
  const own = t.trace(receiver, [step, ...path], frame);
  if (name === 'get' && isStoreIn(t, receiver)) return own;
  const settled = call.arguments.length === 0 || step !== `${name}()`;
  if (settled && own.length > 0) return own;
  const carried = own.filter((each) => each.kind === 'result' || each.kind === 'typed');
  const kept = keptByName(t, read);
  if (carried.length > 0) return [...carried, ...kept];
  const run = givenByRun(t, read);
  if (run) return run;
  return [{ kind: 'call', at: call, path }, ...calledInside(t, read), ...kept, ...handedOn(t, read)];
}

/**
 * What a function written in place gives, for calls that run it: `retry(() => ask())`, `limit(() => ask())`.
 *
 * @param more functions that run with the call, beside its arguments
 */
export function calledInside(
  t: Tracer,
  { call, path, frame }: CallRead,
  more: readonly FunctionNode[] = [],
): readonly Origin[] {
  return [...call.arguments.filter((argument) => isFunction(argument)), ...more].flatMap((fn) =>
    t.ev.index.returnsOf(fn).flatMap((n) => (n ? t.trace(n, path, frame) : [])),
  );
}

/** Names of what runs a function and gives what that gives. */
const RUNNERS =
  /^(?:\$?transaction|attempt|batch|bulkhead|in[A-Z]\w*(?:Span|Transaction)|limit|measure|memo\w*|once|retry|run|run[A-Z]\w*|schedule|start(?:Active)?Span|trace|wrap|with[A-Z]\w*)$/;

/**
 * What the function gives that is written in place as an argument of a call which by its name runs it: `step.run("load", async () => …)`,
 * `db.transaction(async (tx) => …)`; undefined for all other calls.
 */
export function givenByRun(t: Tracer, read: CallRead): readonly Origin[] | undefined {
  if (!RUNNERS.test(read.name)) return undefined;
  const [fn] = read.call.arguments.filter((argument) => isFunction(argument));
  const gives = fn !== undefined && t.ev.index.returnsOf(fn).some((each) => each !== undefined);
  return gives ? calledInside(t, read) : undefined;
}

/** True for a name that stands for a store of the project, whose entries are all in sight. */
function isStoreIn(t: Tracer, receiver: Node): boolean {
  if (receiver.type === 'MemberExpression' && unwrap(receiver.object).type === 'ThisExpression') return true;
  const definition = t.ev.index.variableOf(receiver)?.defs[0];
  if (definition?.type === 'Variable' && isStore(definition.node.init)) return true;
  const answers = t.ev.answers(receiver, []);
  return (
    answers.length > 0 &&
    answers.every((answer) => {
      const made = answer.kind === 'known' ? (answer.elsewhere ?? answer.node) : undefined;
      return made !== undefined && isStore(made) && isFilledWhereMade(t, made);
    })
  );
}

/** True for a store into which no other module puts anything. */
function isFilledWhereMade({ ev }: Tracer, made: Node): boolean {
  const file = ev.index.indexOf(made);
  const puts = ['add', 'set'];
  return puts.every(
    (name) =>
      (file === ev.index || ev.index.callsNamed(name).length === 0) &&
      ev.usersOf(file, name, 'called')?.length === 0,
  );
}
