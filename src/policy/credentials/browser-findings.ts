/**
 * What of a file brings a credential of Claude, or the request itself, into the browser.
 */
import type { FileAnalysis } from '../../analysis/index.ts';
import { contains, literalText } from '../../analysis/syntax/nodes.ts';
import { variableRead } from '../../analysis/clients/environment.ts';
import type { CallNode, Node } from '../../analysis/syntax/types.ts';
import { isPublicClaudeKey, PUBLIC_PREFIXES, publicPrefix } from './public-variables.ts';

/** One way in which a file exposes the API or its key. */
export type BrowserFinding =
  | { readonly kind: 'client'; readonly node: Node; readonly call: CallNode }
  | { readonly kind: 'header' | 'switch'; readonly node: Node }
  | { readonly kind: 'variable'; readonly node: Node; readonly name: string; readonly framework: string };

/**
 * Everything that exposes the API to browsers, each place once.
 *
 * @param text of the file: most name neither a switch nor a public variable, which spares the search for them
 */
export function browserFindings(analysis: FileAnalysis, text: string): BrowserFinding[] {
  const switched =
    NAMES_SWITCH.test(text) || analysis.mentions('dangerouslyAllowBrowser')
      ? analysis.signals().shapes.filter(({ shape }) => shape === 'direct_browser')
      : [];
  const found: BrowserFinding[] = switched.map(({ node }) => ({
    kind: /^anthropic-/i.test(literalText(node) ?? '') ? 'header' : 'switch',
    node,
  }));
  if (PUBLIC_PREFIXES.some(({ prefix }) => text.includes(prefix))) found.push(...publicVariables(analysis));
  if (isClientFile(analysis)) {
    const clients = analysis.credentialTakers().map(({ call }) => call);
    const http = analysis.callSites.filter(({ via }) => via === 'http').map(({ node }) => node);
    const makers =
      clients.length + http.length > 0 ? [...clients, ...http] : analysis.callSites.map(({ node }) => node);
    for (const call of makers) {
      // What is said of its options says enough of the client.
      if (found.some(({ node }) => contains(call, node))) continue;
      found.push({ kind: 'client', node: call.callee, call });
    }
  }
  return found;
}

const NAMES_SWITCH = /dangerouslyAllowBrowser|direct-browser-access/i;

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

/** The file says that it runs in the browser. */
function isClientFile({ program }: FileAnalysis): boolean {
  return program.body.some(
    (statement) => statement.type === 'ExpressionStatement' && statement.directive === 'use client',
  );
}
