/**
 * Where what an expression holds comes from: the way back through variables, functions and operations that keep
 * content, to the places where it enters the file. Demand-driven and bounded, like the evaluation of values.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isClass, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Frame, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { boundedWalk } from '../values/bounded-walk.ts';
import { alternatives } from '../values/alternatives.ts';
import { ownerOfThis } from '../values/class-members.ts';
import { callbackFrame, frameOf } from '../values/frames.ts';
import { yieldedOrigins } from './boxes.ts';
import { callOrigins } from './calls.ts';
import { typeDrops } from './closed-values.ts';
import { isIdName } from './names.ts';
import { parameterOrigins } from './parameter-origins.ts';
import { mergedOrigins } from './merged-objects.ts';
import { memberOfThis } from './this-members.ts';
import { resultElsewhere, resultOfInstance } from './results.ts';
import type { HttpHooks } from './http-hooks.ts';
import type { Middleware } from './procedure-middleware.ts';
import type { GlobalName, Origin, ResultSource, Tracer, Watch } from './types.ts';
import { variableOrigins } from './variable-origins.ts';

/** How deep the way back is followed. Documented in docs/limits.md. */
const MAX_DEPTH = 70;
/** How many steps one file may take; the rest of it is not followed. Documented in docs/limits.md. */
const MAX_STEPS = 32_000;
/** How many origins of one expression are kept apart. */
const MAX_ORIGINS = 64;
/** How many same-file calls are entered from one another. */
const MAX_FRAMES = 6;

/** What a tracer is asked for. */
export interface TracerOptions {
  /** Names of functions that redact (`true`) or do not (`false`), by settings. */
  readonly redactors: Readonly<Record<string, boolean>>;
  /** Ids are not followed: what is asked about is text. */
  readonly passesIds?: boolean;
  /** Redactors do not end the way. */
  readonly passesRedactors?: boolean;
  readonly watch?: Watch;
  /** The file asks models or agents that other modules make. */
  readonly asksElsewhere?: boolean;
  readonly hooks?: HttpHooks;
  readonly middleware?: Middleware;
}

/** Makes the tracer of one file. */
export function createTracer(
  ev: Evaluator,
  results: ReadonlyMap<CallNode, ResultSource>,
  {
    redactors,
    passesIds = false,
    passesRedactors = false,
    watch,
    asksElsewhere = false,
    hooks,
    middleware,
  }: TracerOptions,
): Tracer {
  const globals = globalsOf(ev);
  let callersAsked = true;
  let isAside = false;
  const walk = boundedWalk<readonly Origin[]>({
    maxDepth: MAX_DEPTH,
    maxSteps: MAX_STEPS,
    stepsPer: 'walk',
    remembersFrames: true,
    follow: (node, path, frame) => distinct(expressionOrigins(t, node, path, frame)),
    beyond: () => [],
    inCycle: [],
  });
  const t: Tracer = {
    ev,
    results,
    resultAt: (call) => results.get(call) ?? hooks?.sending.get(call) ?? resultElsewhere(ev, call),
    hooks,
    middleware,
    hasMakers: asksElsewhere || [...results.values()].some((source) => source.shape === 'maker'),
    redactors,
    passesIds,
    passesRedactors,
    isForText: watch !== undefined,
    get isSpent() {
      return walk.isSpent;
    },
    trace: (node, path, frame) =>
      walk.visit(node, path, frame, `${callersAsked ? '' : 'own'}${isAside ? ' aside' : ''}`),
    withinFunction(node, path) {
      callersAsked = false;
      try {
        return t.trace(node, path);
      } finally {
        callersAsked = true;
      }
    },
    aside(node, path, frame) {
      const before = isAside;
      isAside = true;
      try {
        return t.trace(node, path, frame);
      } finally {
        isAside = before;
      }
    },
    enter(own, call, argsFrame, handed) {
      const frame = handed
        ? callbackFrame(ev, own, call, handed, argsFrame)
        : frameOf(ev, own, call, argsFrame);
      return frame.depth > MAX_FRAMES ? undefined : frame;
    },
    parameter: (fn, name, path, frame) => parameterOrigins(t, { fn, name, callersAsked }, path, frame),
    global(name) {
      let global = globals.get(name);
      if (!global) globals.set(name, (global = { name }));
      return global;
    },
  };
  if (watch) {
    const trace = t.trace.bind(t);
    t.trace = (node, path, frame) =>
      isAside ? trace(node, path, frame) : watch(node, path, () => trace(node, path, frame), frame);
  }
  return t;
}

const globalsMemory = new WeakMap<Evaluator, Map<string, GlobalName>>();

/** The globals that were asked for so far, the same for all tracers of a file. */
function globalsOf(ev: Evaluator): Map<string, GlobalName> {
  let globals = globalsMemory.get(ev);
  if (!globals) globalsMemory.set(ev, (globals = new Map<string, GlobalName>()));
  return globals;
}

function distinct(origins: readonly Origin[]): readonly Origin[] {
  if (origins.length <= 1) return origins;
  const seen = new Map<object, Set<string>>();
  const kept: Origin[] = [];
  for (const each of origins) {
    const key = `${each.kind}\u0001${each.path.join('\u0000')}`;
    const keys = seen.get(each.at);
    if (keys?.has(key)) continue;
    if (keys) keys.add(key);
    else seen.set(each.at, new Set([key]));
    kept.push(each);
    if (kept.length === MAX_ORIGINS) break;
  }
  return kept;
}

/** One step back from an expression. */
function expressionOrigins(t: Tracer, node: Node, path: Path, frame: Frame | undefined): readonly Origin[] {
  const from = (inner: Node): readonly Origin[] => t.trace(inner, path, frame);
  switch (node.type) {
    case 'Identifier': {
      const variable = t.ev.index.variableOf(node);
      if (variable) return variableOrigins(t, variable, path, node, frame);
      return node.name === 'undefined' ? [] : [{ kind: 'global', at: t.global(node.name), path }];
    }
    case 'MemberExpression':
      return memberOrigins(t, node, path, frame);
    case 'TemplateLiteral':
      return node.expressions.flatMap(from);
    case 'TaggedTemplateExpression': {
      const source = resultOfTag(t, node);
      if (source) return [{ kind: 'result', at: source, path }];
      // What is asked for is not what comes back.
      return isStatement(node)
        ? [{ kind: 'global', at: t.global('sql'), path: ['sql()', ...path] }]
        : node.quasi.expressions.flatMap(from);
    }
    case 'BinaryExpression':
      return node.operator === '+' ? operandsOfSum(node).flatMap(from) : [];
    case 'ObjectExpression':
      return mergedOrigins(t, node.properties, path, frame);
    case 'ArrayExpression':
      return arrayOrigins(t, node, path, frame);
    case 'SpreadElement':
      return from(node.argument);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return typeDrops(t.ev, node.typeAnnotation, path) ? [] : from(node.expression);
    case 'CallExpression':
    case 'NewExpression':
      return callOrigins(t, node, path, frame);
    case 'Super':
    case 'ThisExpression':
      return instanceOrigins(t, node, path);
    case 'YieldExpression':
      return yieldedOrigins(t, node, path, frame) ?? [];
    default:
      return alternatives(node).flatMap(from);
  }
}

/** What a command gives that a template starts: `` $`claude -p ${note}` ``. */
function resultOfTag(t: Tracer, { quasi }: TSESTree.TaggedTemplateExpression): ResultSource | undefined {
  return [...t.results.values()].find(({ node }) => node.arguments[0] === quasi);
}

/** What `this` and `super` are, in a class that extends a model or an agent of a package. */
function instanceOrigins(t: Tracer, node: Node, path: Path): readonly Origin[] {
  if (!t.hasMakers) return [];
  const owner = ownerOfThis(t.ev, node);
  const source = owner && isClass(owner) ? resultOfInstance(t, owner, undefined) : undefined;
  return source ? [{ kind: 'result', at: source, path }] : [];
}

/** ``sql`select … where ssn = ${ssn}` ``: a statement of a database. */
function isStatement({ tag, quasi }: TSESTree.TaggedTemplateExpression): boolean {
  const name = calleeName(tag.type === 'CallExpression' ? tag.callee : tag) ?? '';
  return (
    /^(?:sql|SQL|\$?(?:query|execute)(?:Raw)?)$/.test(name) &&
    /^\s*(?:select|insert|update|delete|with|call|exec(?:ute)?|merge|upsert)\b/i.test(
      quasi.quasis[0]?.value.raw ?? '',
    )
  );
}

/** The operands of a `+`, without recursion over long chains. */
function operandsOfSum(node: TSESTree.BinaryExpression): Node[] {
  const operands: Node[] = [];
  let current: Node = node;
  while (current.type === 'BinaryExpression' && current.operator === '+') {
    operands.push(current.right);
    current = unwrap(current.left);
  }
  return [...operands, current];
}

function memberOrigins(
  t: Tracer,
  node: TSESTree.MemberExpression,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const key = writtenKey(node) ?? '*';
  if (key === 'length' || key === 'size' || key === 'byteLength') return [];
  if (t.passesIds && isIdName(key)) return [];
  if (unwrap(node.object).type === 'ThisExpression') return memberOfThis(t, node, path, frame);
  return t.trace(node.object, [key, ...path], frame);
}

function arrayOrigins(
  t: Tracer,
  node: TSESTree.ArrayExpression,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const [key, ...rest] = path;
  const fixed =
    key !== undefined && /^\d+$/.test(key) && !node.elements.some((e) => e?.type === 'SpreadElement');
  const items = fixed ? [node.elements[Number(key)]] : node.elements;
  return items.flatMap((item) => {
    if (!item) return [];
    return item.type === 'SpreadElement' ? t.trace(item.argument, path, frame) : t.trace(item, rest, frame);
  });
}
