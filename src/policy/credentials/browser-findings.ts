/**
 * What of a file brings a credential of Claude, or the request itself, into the browser.
 */
import type { CallSite, FileAnalysis, HandedSite } from '../../analysis/index.ts';
import { contains, literalText } from '../../analysis/syntax/nodes.ts';
import { isOnServer, saysClient } from '../../analysis/syntax/directives.ts';
import { variableRead } from '../../analysis/clients/environment.ts';
import { publicEntryRead } from '../../analysis/clients/runtime-config.ts';
import type { CallNode, Node } from '../../analysis/syntax/types.ts';
import { isKeyVariable } from '../key-variables.ts';
import { isPublicClaudeKey, PUBLIC_PREFIXES, publicPrefix } from './public-variables.ts';

/** One way in which a file exposes the API or its key. */
export type BrowserFinding =
  /** `where`: what makes the browser run it; undefined for a directive. */
  | {
      readonly kind: 'client';
      readonly node: Node;
      readonly call: CallNode;
      readonly where: string | undefined;
    }
  | { readonly kind: 'header' | 'switch'; readonly node: Node }
  | { readonly kind: 'config'; readonly node: Node; readonly name: string }
  | { readonly kind: 'variable'; readonly node: Node; readonly name: string; readonly framework: string };

/**
 * Everything that exposes the API to browsers, each place once.
 *
 * @param text of the file: most name neither a switch nor a public variable, which spares the search for them
 * @param kind what the file is that browsers load, by its name
 */
export function browserFindings(
  analysis: FileAnalysis,
  text: string,
  kind: string | undefined,
): BrowserFinding[] {
  const switched =
    NAMES_SWITCH.test(text) || analysis.mentions('dangerouslyAllowBrowser')
      ? analysis.signals().shapes.filter(({ shape }) => shape === 'direct_browser')
      : [];
  const found: BrowserFinding[] = switched.map(({ node }) => ({
    kind: /^anthropic-/i.test(literalText(node) ?? '') ? 'header' : 'switch',
    node,
  }));
  if (PUBLIC_PREFIXES.some(({ prefix }) => text.includes(prefix))) found.push(...publicVariables(analysis));
  if (text.includes('untimeConfig')) found.push(...publicConfig(analysis));
  const isMarked = saysClient(analysis.program);
  if (!isMarked && kind === undefined && !CLIENT_FUNCTIONS.test(text)) return found;
  for (const call of senders(analysis)) {
    const where = isMarked ? undefined : (kind ?? (isInClientFunction(call) ? 'a function' : undefined));
    if (!isMarked && where === undefined) continue;
    // What is said of its options says enough of the client.
    if (isOnServer(call) || found.some(({ node }) => contains(call, node))) continue;
    found.push({ kind: 'client', node: call.callee, call, where });
  }
  return found;
}

const NAMES_SWITCH = /dangerouslyAllowBrowser|direct-browser-access/i;

/** What makes clients and what sends without one; where there is neither, what asks. */
function senders(analysis: FileAnalysis): readonly CallNode[] {
  const own = analysis.callSites.filter((site) => !isToOwnServer(site));
  const clients = analysis.credentialTakers().map(({ call }) => call);
  const http = own.filter(({ via }) => via === 'http').map(({ node }) => node);
  const makers = clients.length + http.length > 0 ? [...clients, ...http] : own.map(({ node }) => node);
  const handed = analysis
    .handedSites()
    .filter((site) => !isAskedOfServer(site))
    .map(({ node }) => node);
  return [...new Set([...makers, ...handed])];
}

/** A request without a host goes to where the page comes from. */
function isToOwnServer({ via, url }: CallSite): boolean {
  return via === 'http' && /^\/(?!\/)/.test(url?.[0] ?? '');
}

/** What another module asks for this file, where the network lies between the two. */
function isAskedOfServer({ request, calls }: HandedSite): boolean {
  return isToOwnServer(request) || [request.node, ...calls].some(isOnServer);
}

/** Functions that React Router and Remix run in the browser. */
const CLIENT_FUNCTIONS = /\bclient(?:Action|Loader)\b/;

function isInClientFunction(call: Node): boolean {
  for (let node: Node | undefined = call; node; node = node.parent) {
    const named =
      node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' ? node.id : undefined;
    if (named?.type === 'Identifier' && /^client(?:Action|Loader)$/.test(named.name)) return true;
  }
  return false;
}

function publicVariables(analysis: FileAnalysis): BrowserFinding[] {
  const given = analysis
    .credentialUses()
    .flatMap(({ answers }) => answers.flatMap((answer) => variableRead(answer) ?? []))
    .filter(({ name }) => publicPrefix(name) !== undefined);
  const reads = analysis.environmentReads(isPublicClaudeKey);
  const nodes = new Set<Node>();
  const names = new Set(given.map(({ name }) => name));
  return [...given, ...reads].flatMap(({ name, node }, i): BrowserFinding[] => {
    // A read that goes to no client in this file publishes the key as well; once is enough.
    if (nodes.has(node) || (i >= given.length && names.has(name))) return [];
    nodes.add(node);
    names.add(name);
    return [{ kind: 'variable', node, name, framework: publicPrefix(name)?.framework ?? '' }];
  });
}

/** Keys in the part of Nuxt's configuration that every page is sent. */
function publicConfig(analysis: FileAnalysis): BrowserFinding[] {
  const given = analysis
    .credentialUses()
    .flatMap(({ answers }) => answers.flatMap((answer) => publicEntryRead(answer) ?? []));
  const reads = analysis.environmentReads(isKeyVariable).map(({ node }) => node);
  const written = analysis
    .publicEntries()
    .filter(({ name, value }) => isClaudeKey(name) || reads.some((node) => value && contains(value, node)));
  const seen = new Set<Node>();
  return [...given, ...written].flatMap(({ node, name }): BrowserFinding[] => {
    if (seen.has(node)) return [];
    seen.add(node);
    return [{ kind: 'config', node, name }];
  });
}

/** `anthropicApiKey`, as Nuxt's own variables spell it: `ANTHROPIC_API_KEY`. */
function isClaudeKey(name: string): boolean {
  return isKeyVariable(name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase());
}
