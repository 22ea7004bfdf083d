/**
 * Lists that are folded into one object: `parts.reduce((all, part) => ({ ...all, ...part }), {})`, and those of functions that each put
 * something in.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { known } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { folded, partsOf, stepOf } from './folds.ts';
import type { Part } from './folds.ts';
import { functionsOf } from './functions.ts';
import { layered } from './layered-functions.ts';
import { merged } from './objects.ts';
import type { Merged } from './objects.ts';

/** Follows `path` from a call of `reduce`; undefined where it does not put objects together, or their order is not seen. */
export function reduced(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  list: Node,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const [callback, start] = call.arguments;
  const [fn, ...others] = callback ? functionsOf(ev, callback, frame) : [];
  if (!fn || others.length > 0) return undefined;
  const step = stepOf(ev, fn.node);
  const isFromRight = calleeName(call.callee) === 'reduceRight';
  const around = step && start && layered(ev, { step, list, frame, start, call, isFromRight }, path);
  if (around ?? isFromRight) return around;
  const parts = step || !merges(ev, fn.node) ? undefined : partsOf(ev, list, frame);
  if (!step && !parts) return undefined;
  if (path.length === 0) return [known({ kind: 'object', node: call, frame }, call)];
  const found: Answer[] = [];
  const outcome = step
    ? folded(ev, { step, list, frame }, path, found)
    : mergedParts(ev, parts ?? [], path, found);
  if (outcome === 'settled') return found;
  const first = start ? merged(ev, [start], path, frame, found) : 'missing';
  if (outcome === 'missing' && first === 'missing') found.push({ kind: 'absent', node: call, missing: path });
  return found;
}

/** Looks `path` up in parts that are put over one another, last first. */
function mergedParts(ev: Evaluator, parts: readonly Part[], path: Path, found: Answer[]): Merged {
  let open = false;
  for (const { node, frame } of parts.toReversed()) {
    const outcome = merged(ev, [node], path, frame, found);
    if (outcome === 'settled') return outcome;
    open ||= outcome === 'open';
  }
  return open ? 'open' : 'missing';
}

/** A callback that puts each element over what there is: spreads, or `Object.assign`. */
function merges(ev: Evaluator, fn: FunctionNode): boolean {
  const [all, part, ...more] = fn.params;
  const [result, ...further] = ev.index.returnsOf(fn);
  if (all?.type !== 'Identifier' || part?.type !== 'Identifier' || more.length > 0) return false;
  if (!result || further.length > 0 || (fn.body.type === 'BlockStatement' && fn.body.body.length > 1))
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
