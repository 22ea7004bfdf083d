/**
 * Static evaluation: from an expression and the keys to follow into its value, to every answer
 * the file allows. Demand-driven, bounded, and free of any knowledge of Claude.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Frame, Node, Path } from '../syntax/types.ts';
import { follow, globalApi, known, literal, stringMember, unknown } from './answers.ts';
import type { Answers, Evaluator, Surroundings } from './answers.ts';
import { boundedWalk } from './bounded-walk.ts';
import { resolveCall } from './call-results.ts';
import { memberOf, selfOf, updatedByItself } from './class-members.ts';
import { withTyped } from './declared-types.ts';
import { distinctAnswers } from './distinct-answers.ts';
import { moduleNamed } from './imports.ts';
import { gatewaysReached, linkedModules } from './linked-modules.ts';
import { once } from '../syntax/once.ts';
import { element, lookup } from './objects.ts';
import { assignment, logical, memberAccess } from './operators.ts';
import { placedAt } from './placed-answers.ts';
import { pursesOfFile } from './purses.ts';
import { rawTemplate } from './string-methods.ts';
import { joinText } from './text.ts';
import { writtenTruth } from './written-truth.ts';
import { resolveVariable } from './variables.ts';

/** How deep evaluation follows before it answers `complex`. Documented in docs/limits.md. */
const MAX_DEPTH = 60;
/** How many steps one question may take before the rest of it is answered `complex`. */
const MAX_STEPS = 4000;

/** Makes the evaluator of one file. */
export function createEvaluator(index: SyntaxIndex, surroundings: Surroundings): Evaluator {
  const linked = linkedModules(index, surroundings);
  const purses = pursesOfFile();
  let isSpent = false;
  const isForeign = (node: Node): boolean => index.indexOf(node) !== index;
  /** Notes, of answers that stand in other files, the expression of the asking file through which they come. */
  const entered = (answers: Answers, node: Node): Answers => {
    if (!linked.isFollowing || isForeign(node)) return answers;
    return answers.map((a) => (a.entry || !isForeign(a.node) ? a : { ...a, entry: node }));
  };

  const walk = boundedWalk<Answers>({
    maxDepth: MAX_DEPTH,
    maxSteps: MAX_STEPS,
    stepsPer: 'question',
    purse: purses.current,
    unpaid(node, path) {
      isSpent = true;
      return [unknown('bound', node, path)];
    },
    remembersFrames: true,
    follow: (node, path, frame) =>
      entered(distinctAnswers(evaluate(evaluator, node, path, frame), node, path), node),
    beyond: (node, path) => [unknown('complex', node, path)],
    inCycle: [],
  });

  const {
    moduleAt,
    files,
    mentions,
    hasKey,
    givesName,
    importers,
    isAbove,
    mayBeSaidAbove,
    putting,
    usersOf,
  } = linked;
  const evaluator: Evaluator = {
    index,
    declared: surroundings.declared,
    get isSpent() {
      return isSpent;
    },
    payingFor: purses.payingFor,
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
    isTest: surroundings.isTest === true,
    moduleAt,
    gatewaysOf: (specifier) => surroundings.gateways?.of(specifier, surroundings.filename),
    gatewaysReached: once(() => gatewaysReached(index, surroundings)),
    get leadsOut() {
      return linked.leadsOut;
    },
    get leadsToRequests() {
      return linked.leadsToRequests;
    },
    concerns: linked.concerns,
    isMentioned: (wanted) => surroundings.modules?.isMentioned(wanted) ?? wanted(index.text),
    mayAskAt: linked.mayAskAt,
    files,
    mentions,
    hasKey,
    givesName,
    importers,
    putting,
    usersOf,
    isAbove,
    mayBeSaidAbove,
    placed(answers, entry) {
      if (!linked.isFollowing || isForeign(entry)) return answers;
      return answers.map((a) => (isForeign(a.node) ? placedAt(a, a.entry ?? entry, isForeign) : a));
    },
  };
  return evaluator;
}

function evaluate(ev: Evaluator, node: Node, path: Path, frame: Frame | undefined): Answers {
  switch (node.type) {
    case 'Literal':
      return literal(node.value, node, path);
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
    case 'ConditionalExpression':
      return branches(ev, node).flatMap((branch) => ev.answers(branch, path, frame));
    case 'LogicalExpression':
      return logical(ev, node, path, frame);
    case 'AssignmentExpression':
      return assignment(ev, node, path, frame);
    case 'SequenceExpression':
      return ev.answers(node.expressions.at(-1) ?? node, path, frame);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return withTyped(ev, node.typeAnnotation, path, ev.answers(node.expression, path, frame));
    case 'CallExpression':
    case 'NewExpression':
      return resolveCall(ev, node, path, frame);
    case 'ImportExpression':
      return moduleNamed(ev, { source: node.source, call: node }, path, frame);
    case 'MetaProperty':
      return [known({ kind: 'api', api: follow(globalApi('import.meta'), path) }, node)];
    case 'UnaryExpression':
      return unary(ev, node, path);
    default: {
      const inner = unwrap(node);
      return inner === node ? writtenOut(ev, node, path, frame) : ev.answers(inner, path, frame);
    }
  }
}

/** The branches of a condition that can be taken. */
function branches(ev: Evaluator, { test, consequent, alternate }: TSESTree.ConditionalExpression): Node[] {
  const holds = writtenTruth(ev, test);
  return holds === undefined ? [consequent, alternate] : [holds ? consequent : alternate];
}

function unary(ev: Evaluator, node: TSESTree.UnaryExpression, path: Path): Answers {
  if (node.operator === 'void') return literal(undefined, node, path);
  const truth = node.operator === '!' ? writtenTruth(ev, node) : undefined;
  return truth === undefined ? [unknown('computed', node, path)] : literal(truth, node, path);
}

/** A value that is written out where it is made: an object, an array, a function, a class. */
function writtenOut(ev: Evaluator, node: Node, path: Path, frame: Frame | undefined): Answers {
  const isWhole = path.length === 0;
  if (node.type === 'ObjectExpression') {
    return isWhole
      ? [known({ kind: 'object', node, frame }, node)]
      : updatedByItself(ev, node, { path, frame, byThis: false }, lookup(ev, node, path, frame));
  }
  if (node.type === 'ArrayExpression') {
    return isWhole ? [known({ kind: 'array', node, frame }, node)] : element(ev, node, path, frame);
  }
  if (isClass(node)) {
    return isWhole ? [known({ kind: 'class', node, frame }, node)] : memberOf(ev, node, path, frame);
  }
  if (isFunction(node) && isWhole) return [known({ kind: 'function', node, frame }, node)];
  return [unknown('untracked', node, path)];
}

function identifier(ev: Evaluator, node: TSESTree.Identifier, path: Path, frame: Frame | undefined): Answers {
  const variable = ev.index.variableOf(node);
  if (variable) return resolveVariable(ev, variable, path, node, frame);
  if (node.name === 'undefined') return literal(undefined, node, path);
  return [known({ kind: 'api', api: follow(globalApi(node.name), path) }, node)];
}
