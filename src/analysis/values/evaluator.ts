/**
 * Static evaluation: from an expression and the keys to follow into its value, to every answer
 * the file allows. Demand-driven, bounded, and free of any knowledge of Claude.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import { indexModule } from '../syntax/syntax-index.ts';
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
  perhaps,
  stringMember,
  unknown,
} from './answers.ts';
import type { Answers, Evaluator, Surroundings } from './answers.ts';
import { boundedWalk } from './bounded-walk.ts';
import { resolveCall } from './call-results.ts';
import { memberOf, selfOf, superOf } from './class-members.ts';
import { isDeclared } from './declared-modules.ts';
import { withTyped } from './declared-types.ts';
import { importedNames, moduleNamed } from './imports.ts';
import { element, lookup } from './objects.ts';
import { rawTemplate } from './string-methods.ts';
import { joinText } from './text.ts';
import { resolveVariable } from './variables.ts';

/** How deep evaluation follows before it answers `complex`. Documented in docs/limits.md. */
const MAX_DEPTH = 60;
/** How many steps one question may take before the rest of it is answered `complex`. */
const MAX_STEPS = 4000;
/** How many imports one file's questions may follow. Documented in docs/limits.md. */
const MAX_MODULES = 400;
/** How many answers are kept apart before they collapse into `complex`. */
const MAX_ANSWERS = 48;

/** Makes the evaluator of one file. */
export function createEvaluator(index: SyntaxIndex, surroundings: Surroundings): Evaluator {
  const { filename, declared, modules } = surroundings;
  const opened = new Map<string, SyntaxIndex | undefined>();
  let reachable: readonly string[] | undefined;
  let importers: readonly string[] | undefined;
  let follows = false;
  let leadsOut: boolean | undefined;
  const isForeign = (node: Node): boolean => index.indexOf(node) !== index;
  /** Notes, of answers that stand in other files, the expression of the asking file through which they come. */
  const entered = (answers: Answers, node: Node): Answers => {
    if (!follows || isForeign(node)) return answers;
    return answers.map((a) => (a.entry || !isForeign(a.node) ? a : { ...a, entry: node }));
  };

  const walk = boundedWalk<Answers>({
    maxDepth: MAX_DEPTH,
    maxSteps: MAX_STEPS,
    stepsPer: 'question',
    remembersFrames: false,
    follow: (node, path, frame) => entered(bounded(evaluate(evaluator, node, path, frame), node, path), node),
    beyond: (node, path) => [unknown('complex', node, path)],
    inCycle: [],
  });

  const evaluator: Evaluator = {
    index,
    declared,
    answers(node, path, frame) {
      const isQuestion = !walk.isRunning;
      const answers = walk.visit(node, path, frame);
      return isQuestion ? evaluator.placed(answers, node) : answers;
    },
    resolve(node, path, frame) {
      const answers = evaluator.answers(node, path, frame);
      return answers.length > 0 ? answers : [unknown('complex', node, path)];
    },
    childrenOf: (node) => index.childrenOf(node),
    moduleAt(specifier, from) {
      if (!modules || isDeclared(specifier, declared)) return undefined;
      const asking = index.indexOf(from).path ?? filename;
      const key = `${asking}\u0000${specifier}`;
      if (opened.has(key)) return opened.get(key);
      const module = opened.size < MAX_MODULES ? modules.open(specifier, asking) : undefined;
      const found = module && indexModule(module, module.path);
      // A file that imports itself is the file at hand.
      const followed = found && found.path !== filename ? found : undefined;
      opened.set(key, followed);
      if (followed) follows = true;
      return followed;
    },
    get leadsOut() {
      return (leadsOut ??= importedNames(index).some((name) => evaluator.moduleAt(name, index.program)));
    },
    files: () => [index, ...new Set([...opened.values()].filter((file) => file !== undefined))],
    mentions(word) {
      if (index.mentions(word)) return true;
      reachable ??= modules?.texts(index.text, filename) ?? [];
      return reachable.some((text) => text.includes(word));
    },
    hasKey: (name) => index.hasKey(name) || (modules !== undefined && evaluator.mentions(name)),
    importers: () => (importers ??= modules?.importers(filename) ?? []),
    placed(answers, entry) {
      if (!follows || isForeign(entry)) return answers;
      return answers.map((a) => (isForeign(a.node) ? placedAt(a, a.entry ?? entry, isForeign) : a));
    },
  };
  return evaluator;
}

/** An answer that stands in another file, as the asking file sees it. */
function placedAt(answer: Answer, node: Node, isForeign: (node: Node) => boolean): Answer {
  const elsewhere = answer.node;
  const spreadInto = answer.spreadInto && !isForeign(answer.spreadInto) ? answer.spreadInto : undefined;
  if (answer.kind === 'absent') return { ...answer, node, elsewhere, spreadInto };
  const { property, ...rest } = answer;
  const assignment = 'assignment' in rest ? rest.assignment : undefined;
  const isWritten = answer.isWritten ?? ((property ?? assignment) ? true : undefined);
  const own = property && !isForeign(property) ? property : undefined;
  if (answer.kind === 'unknown') return { ...answer, node, elsewhere, spreadInto, property: own, isWritten };
  const here = assignment && !isForeign(assignment) ? assignment : undefined;
  return { ...answer, node, elsewhere, spreadInto, property: own, assignment: here, isWritten };
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
    if (a.mayBeMissing !== b.mayBeMissing) return false;
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
      return moduleNamed(ev, { source: node.source, call: node }, path, frame);
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
  if (keys.has('*') || keys.size === 0) return perhaps(ev.answers(node.object, ['*', ...path], frame));
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
  const literal = answer.kind === 'known' && answer.value.kind === 'literal' ? answer.value : undefined;
  if (literal && !literal.value) return true;
  return isNullish(answer);
}
