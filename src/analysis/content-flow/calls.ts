/**
 * What the result of a call holds: of its receiver, of its arguments, of what Claude answered.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isFunction, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import {
  DROPPING_FUNCTIONS,
  DROPPING_METHODS,
  DROPPING_OBJECTS,
  KEEPING_FUNCTIONS,
  KEEPING_METHODS,
  MERGING_METHODS,
  PICKING_METHODS,
  treatmentOf,
} from './names.ts';
import { schemaDrops } from './schemas.ts';
import { origin } from './origins.ts';
import type { Origin, ResultSource, Tracer } from './types.ts';

/** Where the result of a call comes from. */
export function callOrigins(
  t: Tracer,
  call: CallNode,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const source = t.results.get(call);
  if (source) return [origin('result', source, path)];
  const name = calleeName(call.callee) ?? '';
  const callee = unwrap(call.callee);
  const treatment = treatmentOf(name, t.redactors);
  if (treatment === 'drops' || isDigest(callee)) {
    const checked = pathOfChecked(name, path);
    return checked ? given(t, call, checked, frame) : [];
  }
  const transpiled = transpiledChain(t, call, name, path, frame);
  if (transpiled) return transpiled;
  if (call.type === 'NewExpression') return constructed(t, call, path, frame);
  if (callee.type === 'Identifier' && !t.ev.index.variableOf(callee)) {
    if (DROPPING_FUNCTIONS.has(name)) return [];
    if (KEEPING_FUNCTIONS.has(name)) return given(t, call, path, frame);
  }
  const ownFunction =
    t.ev.index.namesFunction(name) || callee.type === 'CallExpression' || mayBeAlias(t, callee)
      ? functionOf(t, call)
      : undefined;
  if (ownFunction) return returned(t, call, ownFunction.fn, ownFunction.outer, path, frame);
  if (callee.type === 'MemberExpression') return ofMethod(t, call, callee, name, path, frame);
  if (KEEPING_FUNCTIONS.has(name)) return given(t, call, path, frame);
  const outside = [origin('call', call, path), ...calledInside(t, call, path, frame)];
  if (treatment === 'keeps') return [...outside, ...given(t, call, path, frame)];
  return [...outside, ...handedOn(t, call, path, frame)];
}

/** `createHash("sha256").update(text).digest("hex")`: the end of a chain that makes a hash. */
function isDigest(callee: Node): boolean {
  for (let node = callee; node.type === 'MemberExpression';) {
    const inner = unwrap(node.object);
    if (inner.type !== 'CallExpression') return false;
    if (
      treatmentOf(calleeName(inner.callee) ?? '', {}) === 'drops' &&
      /hash|hmac|digest/i.test(calleeName(inner.callee) ?? '')
    )
      return true;
    node = unwrap(inner.callee);
  }
  return false;
}

/**
 * What transpilers make of `a?.b.c()` and `a ?? b`: `_optionalChain([a, "optionalAccess", (_) => _.b, …])`,
 * `_nullishCoalesce(a, () => b)`.
 */
function transpiledChain(
  t: Tracer,
  call: CallNode,
  name: string,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] | undefined {
  const [first, second] = call.arguments;
  if (name === '_nullishCoalesce' && first) {
    const otherwise = second && isFunction(second) ? t.ev.index.returnsOf(second) : [];
    return [first, ...otherwise].flatMap((n) => (n ? t.trace(n, path, frame) : []));
  }
  if (name !== '_optionalChain' || first?.type !== 'ArrayExpression') return undefined;
  const [start, ...steps] = first.elements;
  const keys = steps.flatMap((step) => {
    if (!step || !isFunction(step)) return [];
    if (step.body.type === 'MemberExpression') return [writtenKey(step.body) ?? '*'];
    return step.body.type === 'CallExpression' ? ['()'] : [];
  });
  // A call follows the access that names what is called.
  const read = keys.flatMap((key, i) => (key === '()' ? [] : [keys[i + 1] === '()' ? `${key}()` : key]));
  if (read.some((key) => key === 'length' || DROPPING_METHODS.has(key.replace('()', '')))) return [];
  const kept = read.filter((key) => !key.endsWith('()') || !KEEPING_METHODS.has(key.slice(0, -2)));
  return start ? t.trace(start, [...kept, ...path], frame) : [];
}

/** Keys under which validators give back what they were handed. */
const CHECKED: ReadonlySet<string> = new Set(['body', 'data', 'output', 'parsed', 'value', 'values']);

/** What is read of the value that a validator gives back: `validate(schema, body).data.note`; undefined for a verdict. */
function pathOfChecked(name: string, path: Path): Path | undefined {
  const [first] = path;
  if (first === undefined || !name.startsWith('validate')) return undefined;
  if (CHECKED.has(first)) return path.slice(1);
  return first === '*' ? path : undefined;
}

interface OwnFunction {
  readonly fn: FunctionNode;
  readonly outer: Frame | undefined;
}

/** True for a local name that may stand for a function of another name: a parameter, `const f = g`. */
function mayBeAlias(t: Tracer, callee: Node): boolean {
  const definition = t.ev.index.variableOf(callee)?.defs[0];
  return definition !== undefined && definition.type !== 'ImportBinding';
}

/** The function of the file that is called; undefined where several or none are known. */
function functionOf(t: Tracer, call: CallNode): OwnFunction | undefined {
  for (const answer of t.ev.answers(call.callee, [])) {
    if (answer.kind === 'known' && answer.value.kind === 'function')
      return { fn: answer.value.node, outer: answer.value.frame };
  }
  return undefined;
}

function returned(
  t: Tracer,
  call: CallNode,
  fn: FunctionNode,
  outer: Frame | undefined,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const inner = t.enter(fn, call, outer, frame);
  if (!inner) return [];
  if (fn.generator) {
    const [, ...rest] = path;
    return t.ev.index
      .yieldsOf(fn)
      .flatMap((n) =>
        t.trace(n, n.parent?.type === 'YieldExpression' && n.parent.delegate ? path : rest, inner),
      );
  }
  return t.ev.index.returnsOf(fn).flatMap((n) => (n ? t.trace(n, path, inner) : []));
}

/** What all arguments hold. */
function given(t: Tracer, call: CallNode, path: Path, frame: Frame | undefined): readonly Origin[] {
  return call.arguments.flatMap((argument) => (isFunction(argument) ? [] : t.trace(argument, path, frame)));
}

/** Objects built by a constructor hold what they were given. */
function constructed(t: Tracer, call: CallNode, path: Path, frame: Frame | undefined): readonly Origin[] {
  const name = calleeName(call.callee) ?? '';
  if (DROPPING_FUNCTIONS.has(name) || name === 'Promise')
    return name === 'Promise' ? promised(t, call, path, frame) : [];
  if (/(?:Client|SDK|Anthropic|OpenAI|Agent|Service|Controller|Logger)$/.test(name))
    return handedOn(t, call, path, frame);
  return given(t, call, [], frame);
}

/** `new Promise((resolve) => resolve(x))`. */
function promised(t: Tracer, call: CallNode, path: Path, frame: Frame | undefined): readonly Origin[] {
  const [executor] = call.arguments;
  const resolve = executor && isFunction(executor) ? executor.params[0] : undefined;
  const variable = resolve?.type === 'Identifier' ? t.ev.index.variableOf(resolve) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const holder = (identifier as Node).parent;
    const [value] = holder?.type === 'CallExpression' && holder.callee === identifier ? holder.arguments : [];
    return value ? t.trace(value, path, frame) : [];
  });
}

function ofMethod(
  t: Tracer,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  name: string,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const receiver = unwrap(callee.object);
  if (receiver.type === 'Identifier') {
    const qualified = `${receiver.name}.${name}`;
    if (KEEPING_FUNCTIONS.has(qualified)) return ofLanguage(t, call, qualified, path, frame);
    const isGlobal = !t.ev.index.variableOf(receiver) || isImported(t, receiver);
    if (isGlobal && DROPPING_OBJECTS.has(receiver.name)) return [];
  }
  if (DROPPING_METHODS.has(name)) return [];
  const dropped = schemaDrops(t, callee, name, path);
  if (dropped !== undefined) return dropped ? [] : given(t, call, path, frame);
  const through = callbackResult(t, call, receiver, name, path, frame);
  if (through) return through;
  if (name === 'entries') {
    const [element, half, ...rest] = path;
    return half === '0' ? [] : t.trace(receiver, element === undefined ? [] : ['*', ...rest], frame);
  }
  if (KEEPING_METHODS.has(name) && !isQuery(call, name)) {
    const kept = t.trace(receiver, PICKING_METHODS.has(name) ? ['*', ...path] : path, frame);
    return MERGING_METHODS.has(name) ? [...kept, ...given(t, call, path, frame)] : kept;
  }
  return ofOtherMethod(t, call, receiver, name, path, frame);
}

/** `Patient.find()`, `repository.find({ where })`: of lists, `find` and `filter` take a function. */
function isQuery({ arguments: [first] }: TSESTree.CallExpression, name: string): boolean {
  if (name !== 'find' && name !== 'filter') return false;
  return first === undefined || unwrap(first).type === 'ObjectExpression';
}

function isImported(t: Tracer, receiver: Node): boolean {
  return t.ev.index.variableOf(receiver)?.defs[0]?.type === 'ImportBinding';
}

/** Functions of the language that hold what they are given. */
function ofLanguage(
  t: Tracer,
  call: TSESTree.CallExpression,
  name: string,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const [first, second] = call.arguments;
  if (!first) return [];
  switch (name) {
    case 'Object.entries':
      return path[1] === '0' ? [] : t.trace(first, ['*', ...path.slice(2)], frame);
    case 'Object.values':
      return t.trace(first, path.length > 0 ? ['*', ...path.slice(1)] : [], frame);
    case 'Promise.allSettled':
      return path[1] === 'value'
        ? t.trace(first, [path[0] as string, ...path.slice(2)], frame)
        : path.length > 1
          ? []
          : t.trace(first, path, frame);
    case 'Array.from':
      return second && isFunction(second)
        ? t.ev.index.returnsOf(second).flatMap((n) => (n ? t.trace(n, path.slice(1), frame) : []))
        : t.trace(first, path, frame);
    case 'JSON.parse':
    case 'JSON.stringify':
      // A list of keys says what is written.
      return t.trace(first, path, frame);
    default:
      return given(t, call, path, frame);
  }
}

const MAPPING: ReadonlySet<string> = new Set(['flatMap', 'map']);

/** The results of callbacks: `.map(f)`, `.then(f)`, `.reduce(f, x)`. */
function callbackResult(
  t: Tracer,
  call: TSESTree.CallExpression,
  receiver: Node,
  name: string,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] | undefined {
  const [first, second] = call.arguments;
  const results = (callback: Node | undefined, p: Path): readonly Origin[] => {
    if (!callback) return [];
    return t.ev.answers(callback, []).flatMap((answer) => {
      if (answer.kind !== 'known' || answer.value.kind !== 'function') return [];
      const { node } = answer.value;
      // A function by name: its parameter is the element.
      return t.ev.index.returnsOf(node).flatMap((n) => (n ? t.trace(n, p, frame) : []));
    });
  };
  if (MAPPING.has(name) && first) return results(first, path.slice(1));
  if (name === 'then') return [...results(first, path), ...results(second, path)];
  if (name === 'catch') return [...t.trace(receiver, path, frame), ...results(first, path)];
  if (name === 'finally') return t.trace(receiver, path, frame);
  if (name === 'reduce' || name === 'reduceRight')
    return [...results(first, path), ...(second ? t.trace(second, path, frame) : [])];
  return undefined;
}

/** A method of unknown insides: what it gives is a part of its receiver, or something of its own. */
function ofOtherMethod(
  t: Tracer,
  call: TSESTree.CallExpression,
  receiver: Node,
  name: string,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const literals = call.arguments.map((argument) => literalText(argument));
  const step = literals.every((l) => l !== undefined) ? `${name}(${literals.join()})` : `${name}()`;
  const own = t.trace(receiver, [step, ...path], frame);
  const settled = call.arguments.length === 0 || step !== `${name}()`;
  if (settled && own.length > 0) return own;
  const carried = own.filter((each) => each.kind === 'result' || each.kind === 'typed');
  const kept = treatmentOf(name, t.redactors) === 'keeps' ? given(t, call, path, frame) : [];
  if (carried.length > 0) return [...carried, ...kept];
  const inside = calledInside(t, call, path, frame);
  return [origin('call', call, path), ...inside, ...kept, ...handedOn(t, call, path, frame)];
}

/** What a function written in place gives, for calls that run it: `retry(() => ask())`, `limit(() => ask())`. */
function calledInside(t: Tracer, call: CallNode, path: Path, frame: Frame | undefined): readonly Origin[] {
  return call.arguments.flatMap((argument) => {
    if (!isFunction(argument)) return [];
    return t.ev.index.returnsOf(argument).flatMap((n) => (n ? t.trace(n, path, frame) : []));
  });
}

/**
 * A model or an agent handed to a call goes on in its result (`prompt.pipe(model)`), and what is sent to it comes
 * back as the result of sending (`client.send(command)`).
 */
function handedOn(t: Tracer, call: CallNode, path: Path, frame: Frame | undefined): readonly Origin[] {
  if (!t.hasMakers) return [];
  const step = `${calleeName(call.callee) ?? ''}()`;
  return call.arguments.flatMap((argument) => {
    if (isFunction(argument)) return [];
    return t
      .trace(argument, [], frame)
      .filter(
        (each) =>
          each.kind === 'result' && (each.at as ResultSource).shape === 'maker' && !each.path.some(isTurn),
      )
      .map((each) => ({ ...each, path: [...each.path, step, ...path] }));
  });
}

/** Methods by which something made once is asked. */
export const TURNS: ReadonlySet<string> = new Set(
  (
    'ask batch batchAsCompleted call chat claim complete done generate generateLegacy invoke network parse predict query respond run ' +
    'runUntilDone send stream streamEvents streamLegacy streamLog'
  ).split(' '),
);

/** True for the step of a path that asks something made before. */
export function isTurn(step: string): boolean {
  return step.includes('(') && TURNS.has(step.slice(0, step.indexOf('(')));
}
