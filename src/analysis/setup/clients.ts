/**
 * Where API clients are made and changed, and where they are printed.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { namesOf, rootOfApi, sdkValueOf } from '../clients.ts';
import type { DeclaredClients } from '../clients.ts';
import { calleeName, isClass, unwrap } from '../nodes.ts';
import { requestParams, stringsOf } from '../request-params.ts';
import type { RequestParams } from '../request-params.ts';
import { ROWS } from '../sdk-surface/index.ts';
import type { SurfaceRow } from '../sdk-surface/index.ts';
import type { Answer, Api, ApiStep, CallNode, Node } from '../types.ts';
import type { Resolver } from '../values/answers.ts';
import { isByFlag } from './conditions.ts';
import type { ClientSetup } from './types.ts';

const CLIENT_ROWS: ReadonlySet<SurfaceRow> = new Set(
  [...ROWS].filter(([name]) => name.endsWith('.client')).map(([, row]) => row),
);

/** Every place where options are given to a client of Claude's. */
export function clientSetups(r: Resolver, declared: DeclaredClients): ClientSetup[] {
  return r.index.calls.flatMap((call) => {
    if (!mayMakeClient(call)) return [];
    const made = madeBy(r, call, declared);
    if (!made) return [];
    const [first] = call.arguments;
    const roots =
      first && first.type !== 'SpreadElement' ? [{ node: first, frame: undefined, path: [] }] : [];
    const options = requestParams(r, roots, call);
    const sdk = made.platform === 'openai-compatible' ? 'openai' : 'anthropic-sdk';
    if (sdk === 'openai' && !isAtAnthropic(options)) return [];
    return [{ node: call, options, sdk, byFlag: isByFlag(r, call) }];
  });
}

function isAtAnthropic(options: RequestParams): boolean {
  return stringsOf(options.get('baseURL')).some((url) =>
    /^https:\/\/(?:[\w-]+\.)*anthropic\.com/i.test(url[0] ?? ''),
  );
}

function mayMakeClient(call: CallNode): boolean {
  if (call.type === 'NewExpression' || call.callee.type === 'Super') return true;
  const callee = unwrap(call.callee);
  return callee.type === 'Identifier' || calleeName(callee) === 'withOptions';
}

/** The row of the client that a call makes. */
function madeBy(r: Resolver, call: CallNode, declared: DeclaredClients): SurfaceRow | undefined {
  const callee = call.callee.type === 'Super' ? superClassAround(call) : call.callee;
  const how = call.type === 'NewExpression' || call.callee.type === 'Super' ? 'new' : 'call';
  for (const answer of callee ? r.answers(callee, []) : []) {
    const row = makes(r, answer, { kind: how, node: call, frame: undefined }, declared, 0);
    if (row) return row;
  }
  return undefined;
}

/** Classes further up a chain of inheritance than this do not occur. */
const MAX_CLASSES = 4;

function makes(
  r: Resolver,
  answer: Answer,
  step: ApiStep,
  declared: DeclaredClients,
  depth: number,
): SurfaceRow | undefined {
  if (answer.kind !== 'known' || depth > MAX_CLASSES) return undefined;
  if (answer.value.kind === 'class') {
    const { superClass, body } = answer.value.node;
    const own = body.body.some((m) => m.type === 'MethodDefinition' && m.kind === 'constructor');
    if (own || !superClass) return undefined;
    return r
      .answers(superClass, [])
      .map((base) => makes(r, base, step, declared, depth + 1))
      .find((row) => row !== undefined);
  }
  if (answer.value.kind !== 'api') return undefined;
  const row = sdkValueOf({ from: answer.value.api, step }, declared)?.row;
  return row && CLIENT_ROWS.has(row) ? row : undefined;
}

function superClassAround(node: Node): Node | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (isClass(at)) return at.superClass ?? undefined;
  }
  return undefined;
}

/** True for an API client of Claude's. */
export function isClient(api: Api, declared: DeclaredClients): boolean {
  const row = sdkValueOf(api, declared)?.row;
  return row !== undefined && CLIENT_ROWS.has(row) && row.platform !== 'openai-compatible';
}

/** True where an expression may be a client of Claude's. */
export function mayBeClient(r: Resolver, node: Node, declared: DeclaredClients): boolean {
  return r
    .answers(node, [])
    .some((a) => a.kind === 'known' && a.value.kind === 'api' && isClient(a.value.api, declared));
}

const CONSOLE = /^(?:debug|dir|error|group|info|log|trace|warn)$/;

/** Clients handed to the console, a logger or `util.inspect`. */
export function printedClients(r: Resolver, declared: DeclaredClients): Node[] {
  return r.index.calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || !isPrinter(r, call)) return [];
    return call.arguments.flatMap(piecesOf).filter((piece) => mayBeClient(r, piece, declared));
  });
}

function isPrinter(r: Resolver, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = calleeName(callee) ?? '';
  if (callee.type === 'MemberExpression') {
    const object = calleeName(callee.object) ?? '';
    if (CONSOLE.test(name)) return /^(?:console|log|logger)$/i.test(object);
  }
  return (name === 'inspect' || name === 'format') && isOfUtil(r, callee);
}

function isOfUtil(r: Resolver, callee: Node): boolean {
  return r.answers(callee, []).some((a) => {
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
