/**
 * Lists of functions each of which gives back what it is handed with its part in it: `options.reduce((all, option) => option(all), {})`,
 * `for (const option of options) request = option(request)`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, CallNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import { alternatives } from './alternatives.ts';
import { isMissing, isOpaque, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { callOf, frameOf } from './frames.ts';
import { functionsOf } from './functions.ts';
import type { OwnFunction } from './functions.ts';
import { isNamed } from './looped-steps.ts';
import { lookup } from './objects.ts';
import type { Merged } from './objects.ts';

/** How many lists are spread into one another. */
const MAX_LISTS = 4;

/** An element of a list, or a list that is spread into it, and where to read it. */
export interface Part {
  readonly node: Node;
  readonly frame: Frame | undefined;
}

/** The elements of a list in their order: those written out, or what a rest parameter is passed; undefined where that is not seen. */
export function partsOf(
  ev: Evaluator,
  list: Node,
  frame: Frame | undefined,
  depth = 0,
): readonly Part[] | undefined {
  if (depth > MAX_LISTS) return undefined;
  const listed = restArguments(ev, list, frame) ?? listElements(ev, list, frame);
  if (!listed) return undefined;
  const parts = listed.map((part): readonly Part[] | undefined =>
    part.node.type === 'SpreadElement' ? partsOf(ev, part.node.argument, part.frame, depth + 1) : [part],
  );
  return parts.includes(undefined) ? undefined : parts.flatMap((each) => each ?? []);
}

function listElements(ev: Evaluator, list: Node, frame: Frame | undefined): readonly Part[] | undefined {
  const [only, ...others] = ev.answers(list, [], frame);
  if (only?.kind !== 'known' || only.value.kind !== 'array' || others.length > 0) return undefined;
  const { node, frame: inner } = only.value;
  if (node.type !== 'ArrayExpression' || isAddedTo(ev, list)) return undefined;
  return node.elements.flatMap((each) => (each ? [{ node: each, frame: inner }] : []));
}

function restArguments(ev: Evaluator, list: Node, frame: Frame | undefined): readonly Part[] | undefined {
  const definition = ev.index.variableOf(unwrap(list))?.defs[0];
  const owner: Node | undefined = definition?.type === 'Parameter' ? definition.node : undefined;
  if (!owner || !isFunction(owner)) return undefined;
  const position = owner.params.findIndex(
    (each) => each.type === 'RestElement' && each.argument === definition?.name,
  );
  const entered = position < 0 ? undefined : callOf(frame, owner);
  return entered?.args.slice(position).map((node) => ({ node, frame: entered.argsFrame }));
}

/** `parts.push(…)` */
function isAddedTo(ev: Evaluator, list: Node): boolean {
  return usesOf(ev.index.variableOf(unwrap(list))).some((use) => {
    const member = use.parent;
    return member?.type === 'MemberExpression' && /^(?:push|unshift|splice)$/.test(writtenKey(member) ?? '*');
  });
}

/** A list of functions that are called one after the other, each with what the one before it gave. */
export interface Fold {
  /** The call of each of them. */
  readonly step: CallNode;
  readonly list: Node;
  readonly frame: Frame | undefined;
}

/** `option(all)` of `(all, option) => option(all)`; undefined for any other callback. */
export function stepOf(ev: Evaluator, fn: FunctionNode): CallNode | undefined {
  const [all, part] = fn.params;
  const [result, ...others] = ev.index.returnsOf(fn);
  const call = result && unwrap(result);
  if (others.length > 0 || call?.type !== 'CallExpression' || !all || !part) return undefined;
  return isNamed(call.callee, part) && isNamed(call.arguments[0], all) ? call : undefined;
}

/** Looks `path` up in what the functions of a list put in, last first. What none of them sets is as it was before: missing. */
export function folded(ev: Evaluator, { step, list, frame }: Fold, path: Path, found: Answer[]): Merged {
  const parts = partsOf(ev, list, frame);
  if (!parts) {
    found.push(unknown('call', step, path));
    return 'settled';
  }
  // Every way through one function asks for what those before it leave behind.
  const known = new Map<number, Merged>();
  return before(parts.length);

  /** What the functions before a position leave behind. */
  function before(position: number): Merged {
    const outcome = known.get(position) ?? leftBefore(position);
    known.set(position, outcome);
    return outcome;
  }

  function leftBefore(position: number): Merged {
    const part = parts?.[position - 1];
    if (!part) return 'missing';
    const functions = functionsOf(ev, part.node, part.frame);
    if (functions.length === 0) {
      found.push(unknown('call', part.node, path));
      return 'settled';
    }
    const rest = (): Merged => before(position - 1);
    return worst(functions.map((own) => given(own, rest)));
  }

  function given(own: OwnFunction, rest: () => Merged): Merged {
    const [parameter] = own.node.params;
    const returns = ev.index.returnsOf(own.node);
    if (!parameter || returns.length === 0 || returns.includes(undefined)) {
      found.push(unknown('call', step, path));
      return 'settled';
    }
    const inner = frameOf(ev, own, step, frame);
    const ways = returns.flatMap((node) => (node ? waysOf(node) : []));
    return worst(ways.map((node) => givenBy({ node, parameter, frame: inner }, rest)));
  }

  function givenBy({ node, parameter, frame: inner }: Given, rest: () => Merged): Merged {
    if (isNamed(node, parameter)) return rest();
    const parts = partsOfObject(node);
    const at = parts?.findIndex((each) => each.type === 'SpreadElement' && isNamed(each.argument, parameter));
    if (!parts || at === undefined || at < 0) {
      return outcomeOf(ev.answers(node, path, inner), path, found);
    }
    const object = node as TSESTree.ObjectExpression;
    const over = lookup(ev, { ...object, properties: [...parts.slice(at + 1)] }, path, inner);
    const first = outcomeOf(over, path, found);
    if (first === 'settled') return first;
    const second = rest();
    if (second === 'settled') return first === 'open' ? 'open' : second;
    const under = lookup(ev, { ...object, properties: [...parts.slice(0, at)] }, path, inner);
    return worst([first === 'open' ? first : second, outcomeOf(under, path, found)]);
  }
}

/** What a function gives, by one way through it. */
interface Given {
  readonly node: Node;
  readonly parameter: Node;
  readonly frame: Frame;
}

function waysOf(written: Node, depth = 0): readonly Node[] {
  const node = unwrap(written);
  const ways = depth > MAX_LISTS ? [] : alternatives(node);
  return ways.length > 0 && node.type !== 'ObjectExpression'
    ? ways.flatMap((each) => waysOf(each, depth + 1))
    : [node];
}

function partsOfObject(node: Node): readonly TSESTree.ObjectLiteralElement[] | undefined {
  return node.type === 'ObjectExpression' ? node.properties : undefined;
}

function outcomeOf(answers: Answers, path: Path, found: Answer[]): Merged {
  const missing = answers.filter((each) => isMissing(each, path));
  found.push(...answers.filter((each) => !missing.includes(each)));
  if (answers.some(isOpaque)) return 'open';
  return missing.length > 0 ? 'missing' : 'settled';
}

/** What can be said of several ways together. */
function worst(outcomes: readonly Merged[]): Merged {
  if (outcomes.includes('open')) return 'open';
  return outcomes.includes('missing') ? 'missing' : 'settled';
}
