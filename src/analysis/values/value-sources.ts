/**
 * What a value is made of: the names it is read from, the texts in it, and the calls it passes through. No opinion on any.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { functionsOf } from './functions.ts';
import { namesOf } from './origins.ts';
import { calleeName, isFunction, literalText, unwrap } from '../syntax/nodes.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';

/** One thing that goes into a value. */
export interface Source {
  readonly node: Node;
  /** The text, when it is one that the file shows. */
  readonly text?: string;
  /** The names it is read by, outermost first: `user`, `email`. Of a call: those of what is called. */
  readonly names: readonly string[];
  /** Calls between it and the value, innermost first; of a call, its own name comes first. */
  readonly calls: readonly string[];
  /** It is the result of a call that no further source explains. */
  readonly isResult: boolean;
}

/** Expressions behind a name that say more than the name. */
const FOLLOWED: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BinaryExpression',
  'CallExpression',
  'Identifier',
  'Literal',
  'MemberExpression',
  'TemplateLiteral',
]);

const MAX_DEPTH = 12;
const MAX_SOURCES = 64;

/** Collects what an expression's value is made of. */
export function sourcesOf(ev: Evaluator, expression: Node): readonly Source[] {
  const found: Source[] = [];
  const seen = new Set<Node>();

  const put = (source: Source): void => {
    if (found.length < MAX_SOURCES) found.push(source);
  };

  const visit = (written: Node, calls: readonly string[], depth: number, frame?: Frame): void => {
    const node = unwrap(written);
    if (depth > MAX_DEPTH || seen.has(node) || found.length >= MAX_SOURCES) return;
    seen.add(node);
    const text = literalText(node);
    if (text !== undefined) {
      put({ node, text, names: [], calls, isResult: false });
      return;
    }
    switch (node.type) {
      case 'TemplateLiteral':
        for (const quasi of node.quasis)
          put({ node, text: quasi.value.raw, names: [], calls, isResult: false });
        for (const part of node.expressions) visit(part, calls, depth + 1, frame);
        return;
      case 'BinaryExpression':
        if (node.operator !== '+') return;
        visit(node.left, calls, depth + 1, frame);
        visit(node.right, calls, depth + 1, frame);
        return;
      case 'LogicalExpression':
        if (node.operator !== '&&') visit(node.left, calls, depth + 1, frame);
        visit(node.right, calls, depth + 1, frame);
        return;
      case 'ConditionalExpression':
        visit(node.consequent, calls, depth + 1, frame);
        visit(node.alternate, calls, depth + 1, frame);
        return;
      case 'ArrayExpression':
        for (const element of node.elements)
          if (element)
            visit(element.type === 'SpreadElement' ? element.argument : element, calls, depth + 1, frame);
        return;
      case 'CallExpression':
      case 'NewExpression': {
        if (node.type === 'CallExpression' && intoBody(node, calls, depth, frame)) return;
        const name = calleeName(node.callee) ?? '';
        const through = [name, ...calls];
        put({ node, names: writtenNames(node.callee), calls: through, isResult: true });
        const callee = unwrap(node.callee);
        if (callee.type === 'MemberExpression') visit(callee.object, through, depth + 1, frame);
        for (const argument of node.arguments) {
          if (argument.type !== 'SpreadElement' && !isFunction(unwrap(argument)))
            visit(argument, through, depth + 1, frame);
        }
        return;
      }
      case 'Identifier':
      case 'MemberExpression':
        readFrom(node, calls, depth, frame);
        return;
      default:
    }
  };

  /** What a function of the file gives back: its body says more than its name. True where there is one. */
  const intoBody = (
    call: TSESTree.CallExpression,
    calls: readonly string[],
    depth: number,
    argsFrame: Frame | undefined,
  ): boolean => {
    const own = functionsOf(ev, call.callee);
    if (own.length === 0 || own.some(({ node }) => node.generator)) return false;
    for (const { node: fn, frame: outer } of own) {
      const frame: Frame = { fn, args: call.arguments, argsFrame, outer, depth: (argsFrame?.depth ?? 0) + 1 };
      for (const returned of ev.index.returnsOf(fn)) if (returned) visit(returned, calls, depth + 1, frame);
    }
    return true;
  };

  /** A name, and what the file shows behind it. */
  const readFrom = (node: Node, calls: readonly string[], depth: number, frame?: Frame): void => {
    const names = writtenNames(node);
    let explained = false;
    for (const answer of ev.answers(node, [], frame)) {
      if (answer.kind === 'absent') continue;
      const behind = unwrap(answer.elsewhere ?? answer.node);
      if (answer.kind === 'unknown' && answer.path.length > 0) {
        put({ node, names: [...writtenNames(behind), ...answer.path], calls, isResult: false });
        continue;
      }
      const api = answer.kind === 'known' && answer.value.kind === 'api' ? answer.value.api : undefined;
      if (api && api.step.kind !== 'call' && behind !== node) {
        put({ node, names: namesOf(api).filter((name) => name !== '()'), calls, isResult: false });
        continue;
      }
      if (behind === node || !FOLLOWED.has(behind.type)) continue;
      // What a call gives is named by the call; anything else may have got a better name here.
      if (behind.type !== 'Identifier' && behind.type !== 'MemberExpression') explained = true;
      visit(behind, calls, depth + 1);
    }
    if (!explained) put({ node, names, calls, isResult: false });
  };

  visit(expression, [], 0);
  return found;
}
