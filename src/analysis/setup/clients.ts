/**
 * Where API clients are made and changed, and where they are printed.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { namesOf, rootOfApi } from '../values/origins.ts';
import { calleeName, unwrap } from '../syntax/nodes.ts';
import { isAtAnthropic } from '../clients/hosts.ts';
import { optionsAt } from '../clients/sdk-calls.ts';
import type { SdkCall } from '../clients/sdk-calls.ts';
import { ROWS } from '../sdk-surface/index.ts';
import type { SurfaceRow } from '../sdk-surface/index.ts';
import type { Api, CallNode, Node } from '../syntax/types.ts';
import type { Evaluator, DeclaredClients } from '../values/answers.ts';
import { isByFlag } from './conditions.ts';
import type { ClientSetup } from './types.ts';

const CLIENT_ROWS: ReadonlySet<SurfaceRow> = new Set(
  [...ROWS].filter(([name]) => name.endsWith('.client')).map(([, row]) => row),
);

/** Every place where options are given to a client of Claude's. */
export function clientSetups(ev: Evaluator, calls: readonly SdkCall[]): ClientSetup[] {
  const found = new Map<CallNode, ClientSetup>();
  for (const { node, result } of calls) {
    if (!result || !CLIENT_ROWS.has(result.row) || found.has(node)) continue;
    const options = optionsAt(ev, node, 0);
    const sdk = result.platform === 'openai-compatible' ? 'openai' : 'anthropic-sdk';
    if (sdk === 'openai' && !isAtAnthropic(options, ['baseURL'])) continue;
    found.set(node, { node, options, sdk, byFlag: isByFlag(ev, node) });
  }
  return [...found.values()];
}

/** True for an API client of Claude's. */
export function isClient(api: Api, declared: DeclaredClients): boolean {
  const row = sdkValueOf(api, declared)?.row;
  return row !== undefined && CLIENT_ROWS.has(row) && row.platform !== 'openai-compatible';
}

/** True where an expression may be a client of Claude's. */
export function mayBeClient(ev: Evaluator, node: Node): boolean {
  return ev
    .answers(node, [])
    .some((a) => a.kind === 'known' && a.value.kind === 'api' && isClient(a.value.api, ev.declared));
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
