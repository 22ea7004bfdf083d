/**
 * Where API clients are made and changed, and where they are printed.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClaudeApi } from '../clients/client.ts';
import type { ClientHere } from '../clients/client.ts';
import { isAtAnthropic } from '../clients/hosts.ts';
import { namesOf, rootOfApi } from '../values/origins.ts';
import { calleeName, unwrap } from '../syntax/nodes.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** The API clients of Claude's that the file makes, each once; the OpenAI client counts where it talks to Claude. */
export function apiClients(clients: readonly ClientHere[]): ClientHere[] {
  const found = new Map<CallNode, ClientHere>();
  for (const client of clients) {
    const { call, sdk, options, takes } = client;
    if (!sdk || found.has(call)) continue;
    if (sdk === 'openai' && !isAtAnthropic(options, takes.baseUrls)) continue;
    found.set(call, client);
  }
  return [...found.values()];
}

/** True where an expression may be a client of Claude's. */
export function mayBeClient(ev: Evaluator, node: Node): boolean {
  return ev
    .answers(node, [])
    .some((a) => a.kind === 'known' && a.value.kind === 'api' && isClaudeApi(a.value.api, ev.declared));
}

const CONSOLE = /^(?:debug|dir|error|group|info|log|trace|warn)$/;

/** Clients handed to the console, a logger or `util.inspect`. */
export function printedClients(ev: Evaluator): Node[] {
  return ev.index.calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || !isPrinter(ev, call)) return [];
    return call.arguments.flatMap(piecesOf).filter((piece) => mayBeClient(ev, piece));
  });
}

function isPrinter(ev: Evaluator, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = calleeName(callee) ?? '';
  if (callee.type === 'MemberExpression') {
    const object = calleeName(callee.object) ?? '';
    if (CONSOLE.test(name)) return /^(?:console|log|logger)$/i.test(object);
  }
  return (name === 'inspect' || name === 'format') && isOfUtil(ev, callee);
}

function isOfUtil(ev: Evaluator, callee: Node): boolean {
  return ev.answers(callee, []).some((a) => {
    if (a.kind !== 'known' || a.value.kind !== 'api') return false;
    const root = rootOfApi(a.value.api);
    return root.kind === 'module' && /^(?:node:)?util$/.test(root.source) && namesOf(a.value.api).length <= 2;
  });
}

/** An argument, and what stands directly in an object or list given as one. */
function piecesOf(argument: Node): Node[] {
  const node = unwrap(argument);
  switch (node.type) {
    case 'Identifier':
    case 'MemberExpression':
      return [node];
    case 'ObjectExpression':
      return node.properties.flatMap((p) => (p.type === 'Property' ? piecesOf(p.value).filter(isName) : []));
    case 'ArrayExpression':
      return node.elements.flatMap((e) => (e ? piecesOf(e).filter(isName) : []));
    default:
      return [];
  }
}

function isName(node: Node): boolean {
  return node.type === 'Identifier' || node.type === 'MemberExpression';
}
