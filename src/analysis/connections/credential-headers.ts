/**
 * Headers that carry a credential to Claude, in whatever form the file writes them.
 */
import type { ClientHere } from '../clients/client.ts';
import type { CallSite } from '../requests/call-site.ts';
import { isClaudeText } from '../sdk-surface/model-names.ts';
import { hostOf, keyVariableAt, platformOfUrl, urlsIn } from '../clients/hosts.ts';
import type { Pieces } from '../values/text.ts';
import { addressesOf, httpCallAt } from '../http/http-call.ts';
import { calleeName, contains, literalText, nodeAt, writtenKey } from '../syntax/nodes.ts';
import { BUILDERS } from '../sdk-surface/http-packages.ts';
import { rootOfApi } from '../values/origins.ts';
import { CLAUDE_HEADERS, CREDENTIAL_HEADERS, headerVariable } from '../sdk-surface/index.ts';
import type { Platform } from '../sdk-surface/index.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** A header with the expression of its value. */
export interface HeaderUse {
  readonly name: string;
  readonly variable: string | undefined;
  readonly value: Node;
}

/** Methods that set one header. */
const SETS = new Set(['append', 'header', 'set', 'setHeader', 'setRequestHeader']);

/** The name of a header with a credential, in quotes or without. */
const WRITTEN_HEADER = new RegExp(`["'\`]?\\b(${CREDENTIAL_HEADERS.join('|')})\\b["'\`]?`, 'gi');

/** Every header with a credential whose place shows that it goes to Claude. */
export function credentialHeaders(
  ev: Evaluator,
  clients: readonly ClientHere[],
  sites: readonly CallSite[],
): HeaderUse[] {
  const written = [...ev.index.text.matchAll(WRITTEN_HEADER)].flatMap((match): HeaderUse[] => {
    const name = (match[1] ?? '').toLowerCase();
    const at = nodeAt(ev, match.index + (/^["'`]/.test(match[0]) ? 1 : 0));
    const text = at?.type === 'Identifier' ? at.name : at && literalText(at);
    const value = at && text?.toLowerCase() === name ? headerValue(at) : undefined;
    const target = at && value ? claudeAt(ev, at, clients, sites) : undefined;
    return value && target ? [{ name, variable: variableOf(target, name), value }] : [];
  });
  return [...written, ...builtHeaders(ev, clients, sites)];
}

/** `wretch(url).auth(key)`: the header is named by the method. */
function builtHeaders(
  ev: Evaluator,
  clients: readonly ClientHere[],
  sites: readonly CallSite[],
): HeaderUse[] {
  const name = 'authorization';
  return BUILDERS.flatMap(({ authorization, module }) =>
    authorization
      .flatMap((method) => ev.index.callsNamed(method))
      .flatMap((call): HeaderUse[] => {
        const [value] = call.arguments;
        const isBuilt = ev.answers(call.callee, []).some((answer) => {
          const root = answer.kind === 'known' && answer.value.kind === 'api' && rootOfApi(answer.value.api);
          return root && root.kind === 'module' && module.test(root.source);
        });
        if (!isBuilt || !value || value.type === 'SpreadElement') return [];
        const target = claudeAt(ev, value, clients, sites);
        return target ? [{ name, variable: variableOf(target, name), value }] : [];
      }),
  );
}

/** Where a header goes. */
interface Target {
  readonly platform: Platform;
  readonly url?: Pieces | undefined;
}

function variableOf({ platform, url }: Target, header: string): string | undefined {
  const anyVendor = platform === 'gateway' || platform === 'openai-compatible';
  return (anyVendor && url ? keyVariableAt(url) : undefined) ?? headerVariable(platform, header);
}

/** The value of the header whose name is written here: in an object, a list, a call or an assignment. */
export function headerValue(name: Node): Node | undefined {
  const parent = name.parent;
  switch (parent?.type) {
    case 'Property':
      return parent.key === name && parent.parent.type === 'ObjectExpression' ? parent.value : undefined;
    case 'ArrayExpression':
      return parent.elements[parent.elements.findIndex((each) => each === name) + 1] ?? undefined;
    case 'CallExpression':
      return parent.arguments[0] === name && SETS.has(calleeName(parent.callee) ?? '')
        ? parent.arguments[1]
        : undefined;
    case 'MemberExpression': {
      const assignment = parent.parent;
      return parent.property === name &&
        assignment.type === 'AssignmentExpression' &&
        assignment.left === parent
        ? assignment.right
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Where the header goes; undefined unless that is Claude. */
function claudeAt(
  ev: Evaluator,
  name: Node,
  clients: readonly ClientHere[],
  sites: readonly CallSite[],
): Target | undefined {
  const client = clients.find(({ call }) => contains(call, name) && call.callee.range[1] <= name.range[0]);
  if (client) return { platform: client.takes.vendors === 'by-url' ? 'openai-compatible' : 'anthropic' };
  const site = sites.find(({ node }) => contains(node, name) || takesHeaders(ev, node, name));
  if (site) return site;
  const around = callAround(name);
  if (around) {
    const hosts = addressesOf(httpCallAt(ev, around)).filter((url) => hostOf(url) !== undefined);
    if (hosts.length > 0) {
      const platform = hosts.map(claudeHost).find((each) => each !== undefined);
      return platform && { platform };
    }
  }
  const beside = siblings(name).some((key) => CLAUDE_HEADERS.has(key.toLowerCase()));
  return beside || speaksToClaudeOnly(ev) ? { platform: 'anthropic' } : undefined;
}

/** True when an argument of a call has the headers in which the name stands. */
function takesHeaders(ev: Evaluator, call: CallNode, name: Node): boolean {
  return call.arguments.some(
    (argument) =>
      argument.type !== 'SpreadElement' &&
      ev
        .answers(argument, ['headers'])
        .some((answer) => answer.kind === 'known' && contains(answer.node, name)),
  );
}

/** The platform of a URL, if nothing but Claude is at it. */
function claudeHost(url: Pieces): Platform | undefined {
  const platform = platformOfUrl(url);
  if (platform === 'other') return undefined;
  const shared = platform === 'bedrock' || platform === 'vertex' || platform === 'foundry';
  return shared && !isClaudeText(url) ? undefined : platform;
}

/** The nearest call that the header is an argument of; a `Headers` object passes on to the next. */
function callAround(name: Node): CallNode | undefined {
  for (let node = name.parent; node; node = node.parent) {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const callee = calleeName(node.callee) ?? '';
    if (callee !== 'Headers' && !SETS.has(callee) && callee !== 'fromEntries') return node;
  }
  return undefined;
}

/** The names of the headers beside one in an object, or set on the same receiver. */
function siblings(name: Node): string[] {
  const parent = name.parent;
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression') {
    return parent.parent.properties.flatMap((p) => (p.type === 'Property' ? [writtenKey(p) ?? ''] : []));
  }
  return [];
}

const claudeOnly = new WeakMap<Evaluator, boolean>();

/** The file names Claude's API or its version header, and no host of anybody else's. */
function speaksToClaudeOnly(ev: Evaluator): boolean {
  let found = claudeOnly.get(ev);
  if (found === undefined) {
    const { text } = ev.index;
    const urls = urlsIn(text);
    const names = /anthropic-version/i.test(text) || urls.some(({ url }) => claudeHost(url) === 'anthropic');
    found = names && urls.every(({ url, bare }) => bare || claudeHost(url) !== undefined);
    claudeOnly.set(ev, found);
  }
  return found;
}
