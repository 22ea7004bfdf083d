/**
 * What the result of a call holds: of its receiver, of its arguments, of what Claude answered.
 */
import { calleeName, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, ClassNode, Frame, Node, Path } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import { comesFrom } from '../values/origins.ts';
import { functionsOf } from '../values/functions.ts';
import { callsOfParameter } from '../values/parameters.ts';
import type { OwnFunction } from '../values/functions.ts';
import { boxedOrigins, pipeOrigins } from './boxes.ts';
import { pickedOrigins } from './chosen-keys.ts';
import { checkedBySchema, typeDrops } from './closed-values.ts';
import { functionsWrappedIn } from './handed-on.ts';
import { handedOn, isMaker } from './makers.ts';
import { calledInside, given, givenByRun, keptByName, methodOrigins } from './methods.ts';
import {
  DROPPING_FUNCTIONS,
  DROPPING_METHODS,
  isHashing,
  KEEPING_FUNCTIONS,
  KEEPING_METHODS,
  treatmentOf,
} from './names.ts';
import { returnTypeOf } from './narrowing.ts';
import { givenToMiddleware } from './procedure-middleware.ts';
import { keepsAll } from './given-back.ts';
import { resultOfInstance } from './results.ts';
import { memberOfClass } from './this-members.ts';
import type { CallRead, Origin, ResultSource, Tracer } from './types.ts';

/** Where the result of a call comes from. */
export function callOrigins(
  t: Tracer,
  call: CallNode,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const source = t.resultAt(call) ?? instanceOf(t, call);
  if (source) return [{ kind: 'result', at: source, path }];
  const around = givenToMiddleware(t, call, path);
  if (around) return around;
  const name = calleeName(call.callee) ?? '';
  const read: CallRead = { call, name, path, frame };
  const callee = unwrap(call.callee);
  const own = ownFunctions(t, call, name, frame);
  const treatment = treatmentOf(name, t.redactors);
  const isRedactor =
    treatment === 'settled' ||
    (treatment === 'redacts' &&
      !(own.length > 0 && own.every((each) => keepsAll(t.ev, each, read.call, read.frame))));
  // What a redactor is handed is what will be sent.
  const isPassed = t.passesRedactors && isRedactor && !isHashing(name) && !isDigest(callee);
  if (own.length > 0 && (isPassed || !isRedactor)) return own.flatMap((each) => returned(t, each, read));
  if (isPassed) return given(t, read);
  // `request.validateUsing(schema)` of Adonis: what it is asked of is what is validated.
  if (name === 'validateUsing' && callee.type === 'MemberExpression')
    return t.trace(callee.object, [`${name}()`, ...path], frame);
  if (treatment === 'drops' || treatment === 'redacts' || treatment === 'settled' || isDigest(callee)) {
    const checked = pathOfChecked(name, path);
    return checked ? given(t, { ...read, path: checked }) : [];
  }
  const told =
    transpiledChain(t, read) ?? pickedOrigins(t, read) ?? boxedOrigins(t, read) ?? pipeOrigins(t, read);
  if (told) return told;
  if (call.type === 'NewExpression') return constructed(t, read);
  if (callee.type === 'Identifier' && !t.ev.index.variableOf(callee)) {
    if (DROPPING_FUNCTIONS.has(name)) return [];
    if (KEEPING_FUNCTIONS.has(name)) return given(t, read);
  }
  if (callee.type === 'MemberExpression') return methodOrigins(t, callee, read);
  if (KEEPING_FUNCTIONS.has(name)) return given(t, read);
  const run = givenByRun(t, read);
  if (run) return run;
  if (checkedBySchema(t, read)) return [];
  const outside: Origin[] = [
    { kind: 'call', at: call, path },
    ...calledInside(t, read, functionsWrappedIn(t.ev, callee)),
  ];
  const [stream] = call.arguments;
  if (stream && isStreamReader(t, callee)) return t.trace(stream, [`${name}()`, ...path], frame);
  return [...outside, ...(treatment === 'keeps' ? keptByName(t, read) : handedOn(t, read))];
}

/** Functions that one call may enter, at most. */
const MAX_OWN = 4;

/** The functions of the project that a call can enter. */
function ownFunctions(
  t: Tracer,
  call: CallNode,
  name: string,
  frame: Frame | undefined,
): readonly OwnFunction[] {
  if (call.type === 'NewExpression') return [];
  const callee = unwrap(call.callee);
  const mayBeOwn =
    isFunction(callee) ||
    t.ev.leadsOut ||
    t.ev.index.namesFunction(name) ||
    callee.type === 'CallExpression' ||
    mayBeAlias(t, callee);
  return mayBeOwn ? functionsOf(t.ev, callee, frame).slice(0, MAX_OWN) : [];
}

/** `text(res)`, `json(res)` of `node:stream/consumers`. */
function isStreamReader(t: Tracer, callee: Node): boolean {
  return comesFrom(t.ev.answers(callee, []), /^(?:node:)?stream\/consumers$/);
}

/** `createHash("sha256").update(text).digest("hex")`: the end of a chain that makes a hash. */
function isDigest(callee: Node): boolean {
  for (let node = callee; node.type === 'MemberExpression';) {
    const inner = unwrap(node.object);
    if (inner.type !== 'CallExpression') return false;
    if (
      treatmentOf(calleeName(inner.callee) ?? '', {}) === 'redacts' &&
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
function transpiledChain(t: Tracer, { call, name, path, frame }: CallRead): readonly Origin[] | undefined {
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

/** Keys under which they give their verdict. */
const VERDICT =
  /^(?:count|errors?|is[A-Z]\w*|issues?|length|messages?|name|ok|reasons?|status|success|then|valid|warnings?)$|\(/;

/**
 * What is read of the value that a validator gives back: `validate(schema, body).data.note`, `(await schema.validate(body)).note`;
 * undefined for a verdict.
 */
function pathOfChecked(name: string, path: Path): Path | undefined {
  const [first] = path;
  if (first === undefined || !name.startsWith('validate')) return undefined;
  if (CHECKED.has(first)) return path.slice(1);
  if (first === '*') return path;
  return /^validate(?:Async|Sync)?$/.test(name) && !VERDICT.test(first) ? path : undefined;
}

/** True for a local name that may stand for a function of another name: a parameter, `const f = g`. */
function mayBeAlias(t: Tracer, callee: Node): boolean {
  const definition = t.ev.index.variableOf(callee)?.defs[0];
  return definition !== undefined && definition.type !== 'ImportBinding';
}

/** What a function of the file gives back. */
function returned(t: Tracer, fn: OwnFunction, { call, path, frame }: CallRead): readonly Origin[] {
  const type = returnTypeOf(fn.node);
  if (type && typeDrops(t.ev, type, path)) return [];
  const inner = t.enter(fn, call, frame);
  if (!inner) return [];
  if (fn.node.generator) {
    const [, ...rest] = path;
    return t.ev.index
      .yieldsOf(fn.node)
      .flatMap((n) =>
        t.trace(n, n.parent?.type === 'YieldExpression' && n.parent.delegate ? path : rest, inner),
      );
  }
  const given = t.ev.index.returnsOf(fn.node).filter((node) => node !== undefined);
  // `promisify(complete)(text)`: what the function hands to the callback that it is not handed here.
  const isLacking = given.length === 0 && fn.node.params.length === call.arguments.length + 1;
  const handed = isLacking ? callsOfParameter(t.ev, fn.node, call.arguments.length) : [];
  return [...given, ...handed.flatMap(({ arguments: [, value] }) => value ?? [])].flatMap((node) =>
    t.trace(node, path, inner),
  );
}

/** What a class gives that extends a model or an agent of a package, made by its own constructor. */
function instanceOf(t: Tracer, call: CallNode): ResultSource | undefined {
  if (!t.hasMakers || call.type !== 'NewExpression') return undefined;
  for (const answer of t.ev.answers(call.callee, [])) {
    if (answer.kind !== 'known' || answer.value.kind !== 'class') continue;
    const source = resultOfInstance(t, answer.value.node, call);
    if (source) return source;
  }
  return undefined;
}

/** Objects built by a constructor hold what they were given. */
function constructed(t: Tracer, read: CallRead): readonly Origin[] {
  const { name, path, frame } = read;
  if (name === 'Promise') return promised(t, read);
  const fields =
    path.length > 0 ? classesMade(t, read).flatMap((owner) => fieldOf(t, owner, path, frame)) : [];
  if (fields.length > 0) return fields;
  if (DROPPING_FUNCTIONS.has(name)) return [];
  if (/(?:Client|SDK|Anthropic|OpenAI|Agent|Service|Controller|Logger)$/.test(name)) return handedOn(t, read);
  // A chain that is made around a model is asked in its place.
  const holds = given(t, { ...read, path: [] }).filter((each) => !isMaker(each));
  return [...holds, ...handedOn(t, read)];
}

/** The classes of the project that a construction can be of. */
function classesMade(t: Tracer, { call, frame }: CallRead): readonly ClassNode[] {
  return t.ev
    .answers(call.callee, [], frame)
    .flatMap((answer) =>
      answer.kind === 'known' && answer.value.kind === 'class' ? [answer.value.node] : [],
    );
}

/** What a class writes to a field of its instances. */
function fieldOf(t: Tracer, owner: ClassNode, path: Path, frame: Frame | undefined): readonly Origin[] {
  return memberOfClass(t, owner, path, frame).filter(({ kind }) => kind !== 'field');
}

/** `new Promise((resolve) => resolve(x))`. */
function promised(t: Tracer, { call, path, frame }: CallRead): readonly Origin[] {
  const [executor] = call.arguments;
  const resolve = executor && isFunction(executor) ? executor.params[0] : undefined;
  const variable = resolve?.type === 'Identifier' ? t.ev.index.variableOf(resolve) : undefined;
  return usesOf(variable).flatMap((use) => {
    const holder = use.parent;
    const [value] = holder?.type === 'CallExpression' && holder.callee === use ? holder.arguments : [];
    return value ? t.trace(value, path, frame) : [];
  });
}
