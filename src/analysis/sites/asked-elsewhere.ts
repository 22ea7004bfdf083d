/**
 * The clients that a file makes and hands out, and through which other modules ask Claude: `export const gateway = new OpenAI({ … })`.
 */
import type { ClientHere } from '../clients/client.ts';
import { findCallSites } from '../requests/call-sites.ts';
import { makersBehind } from '../requests/clients-of.ts';
import { isClaudeText } from '../sdk-surface/model-names.ts';
import { isFunction } from '../syntax/nodes.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** What makes the clients for any vendor's models through which modules that import the file ask Claude. */
export function makersAskedElsewhere(ev: Evaluator, clients: readonly ClientHere[]): ReadonlySet<CallNode> {
  const shared = clients.filter(({ makes, takes }) => makes && takes.vendors !== undefined);
  if (shared.length === 0 || !ev.mayBeSaidAbove(ev.index, saysClaude)) return new Set();
  const names = new Set(shared.flatMap(({ call }) => namesAround(call)));
  const users = new Set([...names].flatMap((name) => ev.usersOf(ev.index, name, 'named') ?? []));
  return makersBehind(
    ev,
    clients,
    // A module that asks need not say so in its text: client and model may both come from others.
    [...users].flatMap((file) => findCallSites(ev, file, file.calls)),
  );
}

/** Pure, and one function: answers are remembered by it. */
function saysClaude(text: string): boolean {
  return isClaudeText([text]);
}

/** The names under which others may have what a node is in: of the constant, the function or the class around it. */
function namesAround(node: Node): string[] {
  const found = ['default'];
  for (let current = node.parent; current; current = current.parent) {
    const named = isFunction(current) || /^(?:ClassDeclaration|VariableDeclarator)$/.test(current.type);
    if (named && 'id' in current && current.id?.type === 'Identifier') found.push(current.id.name);
  }
  return found;
}
