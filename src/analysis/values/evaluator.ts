/**
 * Static evaluation: from an expression and the keys to follow into its value, to every answer
 * the file allows. Demand-driven, bounded, and free of any knowledge of Claude.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, Api, Frame, Key, Node, Path } from '../syntax/types.ts';
import {
  follow,
  globalApi,
  isMissing,
  isNullish,
  known,
  literal,
  literalOf,
  stringMember,
  unknown,
} from './answers.ts';
import type { Answers, Evaluator, DeclaredClients } from './answers.ts';
import { resolveCall } from './call-results.ts';
import { memberOf, selfOf, superOf } from './class-members.ts';
import { withTyped } from './declared-types.ts';
import { moduleNamed } from './imports.ts';
import { element, lookup } from './objects.ts';
import { rawTemplate } from './string-methods.ts';
import { joinText } from './text.ts';
import { resolveVariable } from './variables.ts';

/** How deep evaluation follows before it answers `complex`. Documented in docs/limits.md. */
const MAX_DEPTH = 60;
/** How many steps one question may take before the rest of it is answered `complex`. */
const MAX_STEPS = 4000;
/** How many answers are kept apart before they collapse into `complex`. */
const MAX_ANSWERS = 48;

/**
 * Makes the evaluator of one file.
 *
 * @param declared the modules that settings declare as clients
 */
export function createEvaluator(
  sourceCode: Readonly<TSESLint.SourceCode>,
  index: SyntaxIndex,
  declared: DeclaredClients,
): Evaluator {
  const memory = new Map<Node, Map<string, Answers>>();
  const active = new Map<Node, Set<string>>();
  const frameIds = new Map<Frame, number>();
  const childMemory = new Map<Node, readonly Node[]>();
  let depth = 0;
  let steps = 0;
  /** A cycle was cut since the question was put: only the outermost answer is complete. */
  let cut = false;

  const keyOf = (path: Path, frame: Frame | undefined): string => {
    if (!frame) return path.join('\u0000');
    let id = frameIds.get(frame);
    if (id === undefined) {
      id = frameIds.size + 1;
      frameIds.set(frame, id);
    }
    return `${path.join('\u0000')}\u0001${String(id)}`;
  };

  const evaluator: Evaluator = {
    index,
    declared,
    answers(node, path, frame) {
      if (depth === 0) {
        steps = 0;
        cut = false;
      }
      const key = keyOf(path, frame);
      const known = frame ? undefined : memory.get(node)?.get(key);
      if (known) return known;
      const running = active.get(node);
      if (running?.has(key)) {
        cut = true;
        return [];
      }
      steps += 1;
      if (depth >= MAX_DEPTH || steps > MAX_STEPS || path.length > 24) {
        return [unknown('complex', node, path)];
      }
      if (running) running.add(key);
      else active.set(node, new Set([key]));
      depth += 1;
      try {
        const answers = bounded(evaluate(evaluator, node, path, frame), node, path);
        if (!frame && (depth === 1 || (!cut && steps <= MAX_STEPS))) {
          const perNode = memory.get(node);
          if (perNode) perNode.set(key, answers);
          else memory.set(node, new Map([[key, answers]]));
        }
        return answers;
      } finally {
        depth -= 1;
        active.get(node)?.delete(key);
      }
    },
    resolve(node, path, frame) {
      const answers = evaluator.answers(node, path, frame);
      return answers.length > 0 ? answers : [unknown('complex', node, path)];
    },
    childrenOf(node) {
      const listed = childMemory.get(node);
      if (listed) return listed;
      const children: Node[] = [];
      for (const name of sourceCode.visitorKeys[node.type] ?? []) {
        const child = (node as unknown as Record<string, unknown>)[name];
        if (Array.isArray(child)) children.push(...(child as (Node | null)[]).filter((c) => c !== null));
        else if (child) children.push(child as Node);
      }
      childMemory.set(node, children);
      return children;
    },
  };
  return evaluator;
}

function bounded(answers: Answers, node: Node, path: Path): Answers {
  if (answers.length <= 1) return answers;
  const distinct: Answer[] = [];
  const seen = new Map<Node, Answer[]>();
  for (const answer of answers) {
    const twins = seen.get(answer.node);
    if (twins?.some((twin) => sameAnswer(twin, answer))) continue;
    if (twins) twins.push(answer);
    else seen.set(answer.node, [answer]);
    distinct.push(answer);
  }
  if (distinct.length <= MAX_ANSWERS) return distinct;
  return [...distinct.slice(0, MAX_ANSWERS), unknown('complex', node, path)];
}

function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'known' && b.kind === 'known') {
    if (a.property !== b.property || a.value.kind !== b.value.kind) return false;
    if (a.value.kind === 'literal' && b.value.kind === 'literal') return a.value.value === b.value.value;
    if (a.value.kind === 'api' && b.value.kind === 'api') return sameApi(a.value.api, b.value.api);
    if (a.value.kind === 'text' && b.value.kind === 'text') {
      return a.value.pieces.join('\u0000') === b.value.pieces.join('\u0000');
    }
    const frames = [a.value, b.value].map((v) => ('frame' in v ? v.frame : undefined));
    return frames[0] === frames[1];
  }
  return true;
}

function sameApi(a: Api, b: Api): boolean {
  if (a === b) return true;
  if (a.step.kind !== b.step.kind) return false;
  const same =
    'name' in a.step && 'name' in b.step
      ? a.step.name === b.step.name
      : 'source' in a.step && 'source' in b.step
        ? a.step.source === b.step.source
        : 'node' in a.step && 'node' in b.step && a.step.node === b.step.node;
  if (!same || !a.from || !b.from) return same && a.from === b.from;
  return sameApi(a.from, b.from);
}

function evaluate(ev: Evaluator, node: Node, path: Path, frame: Frame | undefined): Answers {
  switch (node.type) {
    case 'Literal':
      return literal('value' in node ? (node.value as string) : undefined, node, path);
    case 'TemplateLiteral':
      return path.length > 0 ? stringMember(node, path) : joinText(ev, node, frame);
    case 'TaggedTemplateExpression':
      return (
        (path.length === 0 ? rawTemplate(ev, node, frame) : undefined) ?? [unknown('untracked', node, path)]
      );
    case 'BinaryExpression':
      return path.length > 0 ? [unknown('computed', node, path)] : joinText(ev, node, frame);
    case 'Identifier':
      return identifier(ev, node, path, frame);
    case 'MemberExpression':
      return memberAccess(ev, node, path, frame);
    case 'ThisExpression':
      return selfOf(ev, node, path, frame);
    case 'ObjectExpression':
      return path.length === 0
        ? [known({ kind: 'object', node, frame }, node)]
        : lookup(ev, node, path, frame);
    case 'ArrayExpression':
      return path.length === 0
        ? [known({ kind: 'array', node, frame }, node)]
        : element(ev, node, path, frame);
    case 'ConditionalExpression':
      return [...ev.answers(node.consequent, path, frame), ...ev.answers(node.alternate, path, frame)];
    case 'LogicalExpression':
      return logical(ev, node, path, frame);
    case 'AssignmentExpression':
      if (node.operator === '=') return ev.answers(node.right, path, frame);
      if (node.operator.length === 3 && node.operator !== '**=') {
        return [...ev.answers(node.left, path, frame), ...ev.answers(node.right, path, frame)];
      }
      return [unknown('computed', node, path)];
    case 'SequenceExpression':
      return ev.answers(node.expressions.at(-1) as Node, path, frame);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return cast(ev, node, path, frame);
    case 'CallExpression':
    case 'NewExpression':
      return resolveCall(ev, node, path, frame);
    case 'ImportExpression':
      return moduleNamed(ev, node.source, node, path, frame);
    case 'MetaProperty':
      return [known({ kind: 'api', api: follow(globalApi('import.meta'), path) }, node)];
    case 'UnaryExpression':
      return node.operator === 'void' ? literal(undefined, node, path) : [unknown('computed', node, path)];
    default: {
      const inner = unwrap(node);
      if (inner !== node) return ev.answers(inner, path, frame);
      if (isFunction(node)) {
        return path.length === 0
          ? [known({ kind: 'function', node, frame }, node)]
          : [unknown('untracked', node, path)];
      }
      if (isClass(node)) {
        return path.length === 0
          ? [known({ kind: 'class', node, frame }, node)]
          : memberOf(ev, node, path, frame);
      }
      return [unknown('untracked', node, path)];
    }
  }
}

function identifier(ev: Evaluator, node: TSESTree.Identifier, path: Path, frame: Frame | undefined): Answers {
  const variable = ev.index.variableOf(node);
  if (variable) return resolveVariable(ev, variable, path, node, frame);
  if (node.name === 'undefined') return literal(undefined, node, path);
  return [known({ kind: 'api', api: follow(globalApi(node.name), path) }, node)];
}

function memberAccess(
  ev: Evaluator,
  node: TSESTree.MemberExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  if (node.object.type === 'Super') return superOf(ev, node, [writtenKey(node) ?? '*', ...path], frame);
  const written = writtenKey(node);
  if (written !== undefined) return ev.answers(node.object, [written, ...path], frame);
  const keys = new Set<Key>();
  for (const key of ev.answers(node.property, [], frame)) {
    const value = literalOf(key);
    keys.add(typeof value === 'string' || typeof value === 'number' ? String(value) : '*');
  }
  if (keys.has('*') || keys.size === 0) return ev.answers(node.object, ['*', ...path], frame);
  return [...keys].flatMap((key) => ev.answers(node.object, [key, ...path], frame));
}

function logical(
  ev: Evaluator,
  node: TSESTree.LogicalExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const left = ev.answers(node.left, [], frame);
  const test = node.operator === '??' ? isNullish : isFalsy;
  const verdicts = left.map(test);
  const certainly = verdicts.length > 0 && verdicts.every((v) => v === true);
  const never = verdicts.length > 0 && verdicts.every((v) => v === false);
  if (node.operator === '&&') {
    if (certainly) return ev.answers(node.left, path, frame);
    const right = ev.answers(node.right, path, frame);
    if (never) return right;
    return [...right, ...literal(undefined, node.left, path)];
  }
  if (never) return ev.answers(node.left, path, frame);
  const right = ev.answers(node.right, path, frame);
  if (certainly) return right;
  const kept = ev.answers(node.left, path, frame).filter((a) => {
    return path.length === 0 ? test(a) !== true : !isMissing(a, path);
  });
  return [...kept, ...right];
}

function cast(
  ev: Evaluator,
  node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion,
  path: Path,
  frame: Frame | undefined,
): Answers {
  return withTyped(ev, node.typeAnnotation, path, ev.answers(node.expression, path, frame));
}

function isFalsy(answer: Answer): boolean | undefined {
  if (answer.kind === 'known' && answer.value.kind === 'literal') return !answer.value.value;
  return isNullish(answer);
}
