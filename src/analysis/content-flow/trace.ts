/**
 * Where what an expression holds comes from: the way back through variables, functions and operations that keep
 * content, to the places where it enters the file. Demand-driven and bounded, like the evaluation of values.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { CallNode, Frame, FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/parameters.ts';
import { patternSteps } from '../values/patterns.ts';
import type { PatternStep } from '../values/patterns.ts';
import { visitWrites } from '../values/variables.ts';
import type { Write } from '../values/writes.ts';
import { callbackOrigins } from './callbacks.ts';
import { callOrigins } from './calls.ts';
import { isConstantName } from './names.ts';
import { below, origin, restStep } from './origins.ts';
import { typeDrops } from './schemas.ts';
import { memberOfThis } from './this-members.ts';
import type { Origin, ResultSource, Tracer, Watch } from './types.ts';

/** How deep the way back is followed. Documented in docs/limits.md. */
const MAX_DEPTH = 70;
/** How many steps one file may take; the rest of it is not followed. Documented in docs/limits.md. */
const MAX_STEPS = 12_000;
/** How many origins of one expression are kept apart. */
const MAX_ORIGINS = 64;
/** How many same-file calls are entered from one another. */
const MAX_FRAMES = 5;

/** Makes the tracer of one file. */
export function createTracer(
  ev: Evaluator,
  results: ReadonlyMap<CallNode, ResultSource>,
  redactors: Readonly<Record<string, boolean>>,
  watch?: Watch,
): Tracer {
  const globals = new Map<string, object>();
  const memory = new Map<Node, Map<string, readonly Origin[]>>();
  const active = new Map<Node, Set<string>>();
  const frames = new Map<Frame, number>();
  const framesOf = new Map<CallNode, Frame[]>();
  const hasMakers = [...results.values()].some((source) => source.shape === 'maker');
  let callersAsked = true;
  let depth = 0;
  let steps = 0;
  let cut = false;

  const keyOf = (path: Path, frame: Frame | undefined): string => {
    let id = 0;
    if (frame) {
      id = frames.get(frame) ?? frames.size + 1;
      frames.set(frame, id);
    }
    return `${callersAsked ? '' : '-'}${String(id)}\u0001${path.join('\u0000')}`;
  };

  const t: Tracer = {
    ev,
    results,
    hasMakers,
    redactors,
    get isSpent() {
      return steps > MAX_STEPS;
    },
    trace(node, path, frame) {
      if (depth === 0) cut = false;
      const key = keyOf(path, frame);
      const known = memory.get(node)?.get(key);
      if (known) return known;
      const running = active.get(node);
      if (running?.has(key)) {
        cut = true;
        return [];
      }
      steps += 1;
      if (depth >= MAX_DEPTH || steps > MAX_STEPS || path.length > 24) return [];
      if (running) running.add(key);
      else active.set(node, new Set([key]));
      depth += 1;
      try {
        const origins = distinct(expression(t, node, path, frame, globals));
        if (!cut || depth === 1) {
          const perNode = memory.get(node);
          if (perNode) perNode.set(key, origins);
          else memory.set(node, new Map([[key, origins]]));
        }
        return origins;
      } finally {
        depth -= 1;
        active.get(node)?.delete(key);
      }
    },
    withinFunction(node, path) {
      callersAsked = false;
      try {
        return t.trace(node, path);
      } finally {
        callersAsked = true;
      }
    },
    enter(fn, call, outer, argsFrame) {
      const depth = Math.max(argsFrame?.depth ?? 0, outer?.depth ?? 0) + 1;
      if (depth > MAX_FRAMES) return undefined;
      let entered = framesOf.get(call);
      if (!entered) framesOf.set(call, (entered = []));
      let frame = entered.find((f) => f.fn === fn && f.outer === outer && f.argsFrame === argsFrame);
      if (!frame) entered.push((frame = { fn, args: call.arguments, argsFrame, outer, depth }));
      return frame;
    },
    parameter(fn, name, path, frame) {
      return parameter(t, fn, name, path, frame, callersAsked);
    },
  };
  if (watch) {
    const trace = t.trace.bind(t);
    t.trace = (node, path, frame) => watch(node, path, () => trace(node, path, frame));
  }
  return t;
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

function expression(
  t: Tracer,
  node: Node,
  path: Path,
  frame: Frame | undefined,
  globals: Map<string, object>,
): readonly Origin[] {
  const from = (inner: Node, p: Path = path): readonly Origin[] => t.trace(inner, p, frame);
  switch (node.type) {
    case 'Identifier': {
      const variable = t.ev.index.variableOf(node);
      if (variable) return variableOrigins(t, variable, path, node, frame);
      if (node.name === 'undefined') return [];
      let global = globals.get(node.name);
      if (!global) globals.set(node.name, (global = { name: node.name }));
      return [origin('global', global, path)];
    }
    case 'MemberExpression':
      return member(t, node, path, frame);
    case 'TemplateLiteral':
      return node.expressions.flatMap((e) => from(e));
    case 'TaggedTemplateExpression':
      return node.quasi.expressions.flatMap((e) => from(e));
    case 'BinaryExpression':
      return node.operator === '+' ? concatenated(node).flatMap((e) => from(e)) : [];
    case 'LogicalExpression':
      // What `a && b` gives of `a` is falsy: nothing.
      return node.operator === '&&' ? from(node.right) : [...from(node.left), ...from(node.right)];
    case 'ConditionalExpression':
      return [...from(node.consequent), ...from(node.alternate)];
    case 'AssignmentExpression':
      return node.operator === '=' ? from(node.right) : [...from(node.left), ...from(node.right)];
    case 'SequenceExpression':
      return from(node.expressions.at(-1) as Node);
    case 'ObjectExpression':
      return object(t, node, path, frame);
    case 'ArrayExpression':
      return array(t, node, path, frame);
    case 'SpreadElement':
      return from(node.argument);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return typeDrops(t.ev, node.typeAnnotation, path) ? [] : from(node.expression);
    case 'CallExpression':
    case 'NewExpression':
      return callOrigins(t, node, path, frame);
    default: {
      const inner = unwrap(node);
      return inner === node ? [] : from(inner);
    }
  }
}

/** The operands of a `+`, without recursion over long chains. */
function concatenated(node: TSESTree.BinaryExpression): Node[] {
  const operands: Node[] = [];
  let current: Node = node;
  while (current.type === 'BinaryExpression' && current.operator === '+') {
    operands.push(current.right);
    current = unwrap(current.left);
  }
  return [...operands, current];
}

function member(
  t: Tracer,
  node: TSESTree.MemberExpression,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const key = writtenKey(node) ?? '*';
  if (key === 'length' || key === 'size' || key === 'byteLength') return [];
  if (unwrap(node.object).type === 'ThisExpression') return memberOfThis(t, node, [key, ...path], frame);
  return t.trace(node.object, [key, ...path], frame);
}

function object(
  t: Tracer,
  node: TSESTree.ObjectExpression,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const [key, ...rest] = path;
  const found: Origin[] = [];
  for (const property of [...node.properties].reverse()) {
    if (property.type === 'SpreadElement') {
      found.push(...t.trace(property.argument, path, frame));
      continue;
    }
    const written = writtenKey(property);
    if (key === undefined || key === '*' || written === undefined)
      found.push(...t.trace(property.value, rest, frame));
    else if (written === key) return [...found, ...t.trace(property.value, rest, frame)];
  }
  return found;
}

function array(
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

function variableOrigins(
  t: Tracer,
  variable: Variable,
  path: Path,
  use: Node,
  frame: Frame | undefined,
): readonly Origin[] {
  const definition = variable.defs[0];
  switch (definition?.type) {
    case 'ImportBinding':
      return isConstantName(variable.name) ? [] : [origin('import', variable, path)];
    case 'Parameter':
    case 'Variable':
    case 'CatchClause': {
      const type = annotated(variable);
      if (type && typeDrops(t.ev, type, path)) return [];
      if (type && isTypedContent(t, variable)) return [origin('typed', type, path)];
      const found: Origin[] = [];
      visitWrites(t.ev, variable, path[0] ?? '*', use, (write) => {
        const { origins, settles } = written(t, write, path, frame, 0);
        found.push(...origins);
        return settles;
      });
      return found;
    }
    default:
      return [];
  }
}

interface Written {
  readonly origins: readonly Origin[];
  /** Nothing written before remains. */
  readonly settles: boolean;
}

function written(t: Tracer, write: Write, path: Path, frame: Frame | undefined, handed: number): Written {
  switch (write.kind) {
    case 'define': {
      if (!write.source) return { origins: [], settles: true };
      const source = write.source;
      const origins = through(t, (p) => t.trace(source, p, frame), write.steps, path, frame);
      return {
        origins: write.keeps ? [...origins, ...t.trace(write.keeps, path, frame)] : origins,
        settles: true,
      };
    }
    case 'parameter':
      return { origins: t.parameter(write.fn, write.name, path, frame), settles: true };
    case 'untracked':
      return {
        origins: untracked(t, write.node, path, frame),
        settles: write.node.type !== 'AssignmentExpression',
      };
    case 'set': {
      const rest = below(write.keys, path);
      if (!rest) return { origins: [], settles: false };
      return {
        origins: t.trace(write.value, rest, frame),
        settles: path.length >= write.keys.length && !write.keys.includes('*') && !path.includes('*'),
      };
    }
    case 'touched': {
      const assignment = write.node.type === 'AssignmentExpression' ? write.node.right : undefined;
      return {
        origins: assignment && below(write.keys, path) ? t.trace(assignment, [], frame) : [],
        settles: false,
      };
    }
    case 'merge': {
      const rest = below(write.keys, path);
      return { origins: rest ? write.sources.flatMap((s) => t.trace(s, rest, frame)) : [], settles: false };
    }
    case 'append': {
      const rest = below([...write.keys, '*'], path);
      return { origins: rest ? write.values.flatMap((v) => t.trace(v, rest, frame)) : [], settles: false };
    }
    case 'handed':
      return { origins: handed < 3 ? changedBy(t, write, path, frame, handed) : [], settles: false };
    default:
      return { origins: [], settles: false };
  }
}

/** What a function of the file writes to the object it is handed. */
function changedBy(
  t: Tracer,
  write: Extract<Write, { kind: 'handed' }>,
  path: Path,
  frame: Frame | undefined,
  depth: number,
): readonly Origin[] {
  return t.ev.answers(write.call.callee, []).flatMap((callee): readonly Origin[] => {
    if (callee.kind !== 'known' || callee.value.kind !== 'function') return [];
    const parameterNode = callee.value.node.params[write.argument];
    const variable = parameterNode?.type === 'Identifier' && t.ev.index.variableOf(parameterNode);
    if (!variable) return [];
    const inner = t.enter(callee.value.node, write.call, callee.value.frame, frame);
    if (!inner) return [];
    const found: Origin[] = [];
    visitWrites(t.ev, variable, path[0] ?? '*', callee.value.node.body, (part) => {
      if (part.kind !== 'parameter') found.push(...written(t, part, path, inner, depth + 1).origins);
      return false;
    });
    return found;
  });
}

/** `x += y`, `catch (e)`, `for (k in o)`, `n++`. */
function untracked(t: Tracer, node: Node, path: Path, frame: Frame | undefined): readonly Origin[] {
  if (node.type === 'AssignmentExpression')
    return node.operator === '+=' ? t.trace(node.right, path, frame) : [];
  const clause = catchOf(node);
  return clause ? [origin('caught', clause, [...patternKeys(node), ...path])] : [];
}

function catchOf(name: Node): Node | undefined {
  let current: Node | undefined = name;
  while (current && current.type !== 'CatchClause') {
    if (isFunction(current)) return undefined;
    current = current.parent;
  }
  return current;
}

/** The keys by which a pattern takes a name out of its value. */
function patternKeys(name: Node): Key[] {
  return patternSteps(name).steps.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
}

/** Follows a binding pattern from the value it takes apart to one of its names. */
function through(
  t: Tracer,
  read: (path: Path) => readonly Origin[],
  steps: readonly PatternStep[],
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const step = steps.at(-1);
  if (!step) return read(path);
  const outer = (p: Path): readonly Origin[] => through(t, read, steps.slice(0, -1), p, frame);
  switch (step.kind) {
    case 'key':
      return step.key === 'length' ? [] : outer([step.key, ...path]);
    case 'rest':
      if (path.length === 0) return outer([restStep(step.except)]);
      return step.except.includes(path[0] as Key) ? [] : outer(path);
    case 'tail':
      return outer(
        /^\d+$/.test(path[0] ?? '') ? [String(Number(path[0]) + step.from), ...path.slice(1)] : path,
      );
    case 'default':
      return [...outer(path), ...t.trace(step.value, path, frame)];
  }
}

function parameter(
  t: Tracer,
  fn: FunctionNode,
  name: Node,
  path: Path,
  frame: Frame | undefined,
  callersAsked: boolean,
): readonly Origin[] {
  const { steps, root } = patternSteps(name);
  const hasThis = fn.params[0]?.type === 'Identifier' && fn.params[0].name === 'this' ? 1 : 0;
  const position = fn.params.indexOf(root as TSESTree.Parameter) - hasThis;
  const read = (p: Path): readonly Origin[] => {
    for (let f = frame; f; f = f.outer)
      if (f.fn === fn) return argument(t, f.args, root, position, p, f.argsFrame);
    const called = callbackOrigins(t, fn, position, p, frame);
    if (called) return called;
    const own = origin('parameter', root, p);
    if (!callersAsked) return [own];
    const { calls, complete } = callersOf(t.ev, fn);
    const given = calls.flatMap((call) => argument(t, call.arguments, root, position, p, undefined));
    return complete && calls.length > 0 && given.length === 0 ? [] : [own, ...given];
  };
  return through(t, read, steps, path, frame);
}

function argument(
  t: Tracer,
  args: readonly Node[],
  root: Node,
  position: number,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  if (root.type === 'RestElement')
    return args.slice(position).flatMap((a) => t.trace(a, path.slice(1), frame));
  const spread = args.findIndex((a) => a.type === 'SpreadElement');
  if (spread >= 0 && spread <= position) return t.trace(args[spread] as Node, ['*', ...path], frame);
  const given = args[position];
  return given ? t.trace(given, path, frame) : [];
}

/** Types of the SDK whose values hold what was asked or answered. */
const CONTENT_TYPES =
  /^(?:Beta)?(?:Message|MessageParam|ContentBlock|ContentBlockParam|TextBlock|TextBlockParam|ThinkingBlock|ToolUseBlock|ToolResultBlockParam|DocumentBlockParam|RawMessageStreamEvent|MessageStreamEvent|MessageStream|MessageCreateParams(?:NonStreaming|Streaming|Base)?)$/;

/** True when the variable is annotated as something that a request holds or gives back. */
function isTypedContent(t: Tracer, variable: Variable): boolean {
  const annotation = annotated(variable);
  if (!annotation || variable.defs[0]?.type !== 'Parameter') return false;
  let type: Node = annotation;
  if (type.type === 'TSArrayType') type = type.elementType;
  if (type.type !== 'TSTypeReference') return false;
  let name: Node = type.typeName;
  const last =
    name.type === 'TSQualifiedName' ? name.right.name : name.type === 'Identifier' ? name.name : '';
  if (!CONTENT_TYPES.test(last)) return false;
  while (name.type === 'TSQualifiedName') name = name.left;
  const definition = t.ev.index.variableOf(name)?.defs[0];
  const declaration =
    definition?.type === 'ImportBinding' ? (definition.parent as Node | undefined) : undefined;
  return declaration?.type === 'ImportDeclaration' && declaration.source.value.startsWith('@anthropic-ai/');
}

function annotated(variable: Variable): Node | undefined {
  const [name] = variable.identifiers as Node[];
  return name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
}
