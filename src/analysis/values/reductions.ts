/**
 * Lists that are folded into one object: `parts.reduce((all, part) => ({ ...all, ...part }), {})`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Frame, Node, Path } from '../syntax/types.ts';
import { known } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { callOf } from './frames.ts';
import { functionsOf } from './functions.ts';
import { merged } from './objects.ts';

/** Follows `path` from a call of `reduce`; undefined where it does not put objects together, or their order is not seen. */
export function reduced(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  list: Node,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const [callback, start] = call.arguments;
  if (!callback || !merges(ev, callback, frame)) return undefined;
  const parts = partsOf(ev, list, frame);
  if (!parts) return undefined;
  if (path.length === 0) return [known({ kind: 'object', node: call, frame }, call)];
  const found: Answer[] = [];
  const outcome = merged(ev, parts.nodes, path, parts.frame, found);
  if (outcome === 'settled') return found;
  const first = start ? merged(ev, [start], path, frame, found) : 'missing';
  if (outcome === 'missing' && first === 'missing') found.push({ kind: 'absent', node: call, missing: path });
  return found;
}

/** A callback that puts each element over what there is: spreads, or `Object.assign`. */
function merges(ev: Evaluator, callback: Node, frame: Frame | undefined): boolean {
  const [fn, ...others] = functionsOf(ev, callback, frame);
  if (!fn || others.length > 0) return false;
  const [all, part, ...more] = fn.node.params;
  const [result, ...further] = ev.index.returnsOf(fn.node);
  if (all?.type !== 'Identifier' || part?.type !== 'Identifier' || more.length > 0) return false;
  if (
    !result ||
    further.length > 0 ||
    (fn.node.body.type === 'BlockStatement' && fn.node.body.body.length > 1)
  )
    return false;
  const names = mergedNames(unwrap(result));
  return names?.length === 2 && names[0] === all.name && names[1] === part.name;
}

/** The names of the objects that an expression puts over one another, in order. */
function mergedNames(node: Node): (string | undefined)[] | undefined {
  if (node.type === 'ObjectExpression')
    return node.properties.map((each) => (each.type === 'SpreadElement' ? nameOf(each.argument) : undefined));
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return undefined;
  if (nameOf(callee.object) !== 'Object' || writtenKey(callee) !== 'assign') return undefined;
  const isNew = (each: Node): boolean => each.type === 'ObjectExpression' && each.properties.length === 0;
  return node.arguments.filter((each, i) => i > 0 || !isNew(each)).map(nameOf);
}

function nameOf(node: Node): string | undefined {
  const inner = unwrap(node);
  return inner.type === 'Identifier' ? inner.name : undefined;
}

/** The elements of a list in their order, with the frame to read them in: those written out, or what a rest parameter is passed. */
function partsOf(
  ev: Evaluator,
  list: Node,
  frame: Frame | undefined,
): { readonly nodes: readonly Node[]; readonly frame: Frame | undefined } | undefined {
  const passed = restArguments(ev, list, frame);
  if (passed) return passed;
  const [only, ...others] = ev.answers(list, [], frame);
  if (only?.kind !== 'known' || only.value.kind !== 'array' || others.length > 0) return undefined;
  const { node } = only.value;
  if (node.type !== 'ArrayExpression' || isAddedTo(ev, list)) return undefined;
  return { nodes: node.elements.filter((each) => each !== null), frame: only.value.frame };
}

function restArguments(ev: Evaluator, list: Node, frame: Frame | undefined): ReturnType<typeof partsOf> {
  const definition = ev.index.variableOf(unwrap(list))?.defs[0];
  const owner: Node | undefined = definition?.type === 'Parameter' ? definition.node : undefined;
  if (!owner || !isFunction(owner)) return undefined;
  const position = owner.params.findIndex(
    (each) => each.type === 'RestElement' && each.argument === definition?.name,
  );
  const entered = position < 0 ? undefined : callOf(frame, owner);
  return entered && { nodes: entered.args.slice(position), frame: entered.argsFrame };
}

/** `parts.push(…)` */
function isAddedTo(ev: Evaluator, list: Node): boolean {
  const references = ev.index.variableOf(unwrap(list))?.references ?? [];
  return references.some(({ identifier }) => {
    const member = identifier.parent;
    return member.type === 'MemberExpression' && /^(?:push|unshift|splice)$/.test(writtenKey(member) ?? '*');
  });
}
