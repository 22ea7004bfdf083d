/**
 * Which expressions are the environment of a process: the one that the file runs in, or one that it makes for a process
 * it starts.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  contains,
  enclosingFunction,
  isFunction,
  nameOfFunction,
  unwrap,
  wrapped,
  writtenKey,
} from '../syntax/nodes.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { Api, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { namesOf, rootOfApi } from '../values/origins.ts';

/** Modules whose exports are the environment. */
const MODULES = /^(?:\$env\/|node:process$|process$|@env$|react-native-config$|astro:env\/)/;

/** `env`, `childEnv`, `environment`, `envVars`, `ENV_VARIABLES`. */
const NAME = /env(?:ironment)?(?:s|_?var(?:iable)?s?)?$/i;

/** How many names, objects and functions an environment goes through on its way to a process. */
const MAX_STEPS = 5;

/** True for a word that names an environment. */
export function namesEnvironment(name: string): boolean {
  return NAME.test(name);
}

/** True for an expression whose name says that it is an environment: `process.env`, `this.childEnv`, `env`. */
export function isNamedEnvironment(node: Node): boolean {
  return namesEnvironment(calleeName(node) ?? '');
}

/** True for an origin that is the environment, or something read of it. */
export function isOfEnvironment(api: Api): boolean {
  const root = rootOfApi(api);
  return (
    namesOf(api).includes('env') ||
    (root.kind === 'module' && MODULES.test(root.source)) ||
    (root.kind === 'global' && root.name === 'import.meta')
  );
}

/** True for an expression that is an environment, by its name, its origin or what it is made of. */
export function isEnvironment(ev: Evaluator, node: Node): boolean {
  return isNamedEnvironment(node) || holdsEnvironment(ev, node, 0);
}

/** True for what variables are read from: also a part of an environment (`config.env.server`) and a call that gives one. */
export function isReadEnvironment(ev: Evaluator, node: Node): boolean {
  const names = writtenNames(node);
  return names.includes('env') || namesEnvironment(names.at(-1) ?? '') || holdsEnvironment(ev, node, 0);
}

function holdsEnvironment(ev: Evaluator, node: Node, steps: number): boolean {
  return ev.answers(node, []).some((answer) => {
    if (answer.kind !== 'known') return false;
    const { value } = answer;
    if (value.kind === 'api') return namesOf(value.api).at(-1) === 'env' && isOfEnvironment(value.api);
    return value.kind === 'object' && becomesEnvironment(ev, value.node, steps + 1);
  });
}

/**
 * True for an object that is, or ends up as, the environment of a process.
 *
 * @param object an object literal, or a call that puts objects together
 */
export function becomesEnvironment(ev: Evaluator, object: Node, steps = 0): boolean {
  if (steps > MAX_STEPS) return false;
  const parts =
    object.type === 'ObjectExpression'
      ? object.properties.flatMap((p) => (p.type === 'SpreadElement' ? [p.argument] : []))
      : object.type === 'CallExpression'
        ? object.arguments
        : [];
  if (parts.some((part) => isEnvironmentItself(ev, part))) return true;
  return standsAsEnvironment(ev, object, steps);
}

/** The environment under its own name, or under another. */
function isEnvironmentItself(ev: Evaluator, node: Node): boolean {
  if (node.type === 'SpreadElement') return false;
  return (
    isNamedEnvironment(node) ||
    ev
      .answers(node, [])
      .some(
        (a) =>
          a.kind === 'known' &&
          a.value.kind === 'api' &&
          namesOf(a.value.api).at(-1) === 'env' &&
          isOfEnvironment(a.value.api),
      )
  );
}

/** True where an expression stands in a place that wants an environment, or is handed on to one. */
function standsAsEnvironment(ev: Evaluator, node: Node, steps: number): boolean {
  if (steps > MAX_STEPS) return false;
  const outer = wrapped(node);
  const holder = outer.parent;
  switch (holder?.type) {
    case 'SpreadElement':
      return holder.parent.type === 'ObjectExpression' && becomesEnvironment(ev, holder.parent, steps + 1);
    case 'ConditionalExpression':
      return holder.test !== outer && standsAsEnvironment(ev, holder, steps);
    case 'LogicalExpression':
      return standsAsEnvironment(ev, holder, steps);
    case 'Property':
      return holder.value === outer && namesEnvironment(writtenKey(holder) ?? '');
    case 'PropertyDefinition':
      return namesEnvironment(writtenKey(holder) ?? '');
    case 'VariableDeclarator':
      return isNamedEnvironment(holder.id) || variableBecomes(ev, holder.id, steps);
    case 'AssignmentExpression':
      return holder.right === outer && isNamedEnvironment(holder.left);
    case 'AssignmentPattern':
      return isNamedEnvironment(holder.left);
    case 'CallExpression':
      return argumentBecomes(ev, holder, outer, steps);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return resultBecomes(ev, isFunction(holder) ? holder : enclosingFunction(holder), steps);
    default:
      return false;
  }
}

function variableBecomes(ev: Evaluator, name: Node, steps: number): boolean {
  const references = ev.index.variableOf(name)?.references ?? [];
  return references.some(
    (reference) => reference.isRead() && standsAsEnvironment(ev, reference.identifier, steps + 1),
  );
}

function argumentBecomes(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  argument: Node,
  steps: number,
): boolean {
  if (call.callee === argument) return false;
  // setEnv({ … }), dotenv.populate(process.env, { … }), Object.assign(childEnv, { … })
  if (isNamedEnvironment(call.callee)) return true;
  if (call.arguments.some((other) => other !== argument && isEnvironmentItself(ev, other))) return true;
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression' && calleeName(callee.object) === 'Object') {
    return calleeName(callee) === 'entries'
      ? isLoopedInto(ev, call)
      : standsAsEnvironment(ev, call, steps + 1);
  }
  const position = call.arguments.findIndex((other) => other === argument);
  return functionsOf(ev, call.callee).some((fn) => {
    const parameter = fn.params[position];
    const name = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
    return name?.type === 'Identifier' && variableBecomes(ev, name, steps);
  });
}

/** What a function gives back: by the function's own name, or where its calls stand. */
function resultBecomes(ev: Evaluator, fn: FunctionNode | undefined, steps: number): boolean {
  const name = fn && nameOfFunction(fn);
  if (name === undefined) return false;
  return (
    namesEnvironment(name) ||
    ev.index.callsNamed(name).some((call) => standsAsEnvironment(ev, call, steps + 1))
  );
}

/** `for (const [name, value] of Object.entries(…)) process.env[name] = value`, and the same with `forEach`. */
function isLoopedInto(ev: Evaluator, entries: Node): boolean {
  let loop: Node | undefined = wrapped(entries).parent;
  while (loop?.type === 'MemberExpression' || loop?.type === 'ChainExpression') loop = loop.parent;
  if (loop?.type !== 'ForOfStatement' && loop?.type !== 'CallExpression') return false;
  const body = loop;
  return ev.index.members.some(
    (member) =>
      member.computed &&
      contains(body, member) &&
      member.parent.type === 'AssignmentExpression' &&
      member.parent.left === member &&
      isEnvironmentItself(ev, member.object),
  );
}

/** The functions of the file that an expression can be. */
export function functionsOf(ev: Evaluator, callee: Node): FunctionNode[] {
  return ev
    .answers(callee, [])
    .flatMap((a) => (a.kind === 'known' && a.value.kind === 'function' ? [a.value.node] : []));
}
