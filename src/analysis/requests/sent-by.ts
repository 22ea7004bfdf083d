/**
 * Which request a piece of code ends up in, for messages that speak of both.
 */
import type { CallSite } from './call-site.ts';
import { contains, isFunction, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex, Variable } from '../syntax/syntax-index.ts';
import type { Node } from '../syntax/types.ts';

/** Variables on the way from a piece to its request. Real code needs two or three. */
const MAX_VARIABLES = 32;

/**
 * The first request that is handed the piece through variables and functions of the file.
 *
 * Undefined when the piece stands in a request already, or when no way to one is seen.
 */
export function sentBy(index: SyntaxIndex, sites: readonly CallSite[], piece: Node): CallSite | undefined {
  if (sites.length === 0 || sites.some((site) => contains(site.node, piece))) return undefined;
  const seen = new Set<Variable>();
  const places = [piece];
  for (let place = places.shift(); place && seen.size < MAX_VARIABLES; place = places.shift()) {
    const at = place;
    const site = sites.find(({ node }) => node.arguments.some((argument) => contains(argument, at)));
    if (site) return site;
    const holder = holderOf(index, at);
    if (!holder || seen.has(holder)) continue;
    seen.add(holder);
    for (const reference of holder.references) if (reference.isRead()) places.push(reference.identifier);
  }
  return undefined;
}

/** The variable or named function through which other code gets what stands here. */
function holderOf(index: SyntaxIndex, piece: Node): Variable | undefined {
  let returned = false;
  for (let child = piece, node = piece.parent; node; child = node, node = node.parent) {
    if (node.type === 'VariableDeclarator')
      return node.id.type === 'Identifier' ? index.variableOf(node.id) : undefined;
    if (node.type === 'AssignmentExpression') return index.variableOf(rootOf(node.left));
    if (node.type === 'ReturnStatement') returned = true;
    else if (isFunction(node)) {
      // What a callback returns goes on to wherever its call goes.
      if (!returned && node.body !== child) return undefined;
      if (node.type === 'FunctionDeclaration')
        return node.id && returned ? index.variableOf(node.id) : undefined;
      returned = false;
    } else if (node.type === 'ExpressionStatement') {
      return changedBy(index, unwrap(node.expression));
    } else if (!returned && node.type.endsWith('Statement')) return undefined;
  }
  return undefined;
}

/** The variable that a call made for its effect changes: `list.push(…)`, `Object.assign(block, …)`. */
function changedBy(index: SyntaxIndex, call: Node): Variable | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const [target] = call.arguments;
  return index.variableOf(rootOf(call.callee)) ?? (target && index.variableOf(rootOf(target)));
}

/** `list` of `list[0].items` and of `list.at(-1).items`. */
function rootOf(node: Node): Node {
  let root = unwrap(node);
  for (;;) {
    if (root.type === 'MemberExpression') root = unwrap(root.object);
    else if (root.type === 'CallExpression' && root.callee.type === 'MemberExpression')
      root = unwrap(root.callee.object);
    else return root;
  }
}
