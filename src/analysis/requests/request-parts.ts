/**
 * What a request is made of, wherever it is written: for whoever finds something at a place and asks which requests it is about.
 */
import type { Client } from '../clients/client.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import type { CallSite } from './call-site.ts';

/** Values of one request. Real requests have some dozens. */
const MAX_PARTS = 256;

/**
 * The call that sends a request, the calls that make its client, and the objects, lists and values that it is read from, in
 * the file itself and in other modules.
 */
export function partsOf(ev: Evaluator, site: CallSite, clients: readonly Client[]): readonly Node[] {
  const views = [site.params, ...(site.defaults ? [site.defaults] : []), ...site.perCall];
  const ofClients = clients.flatMap((client) => partsOfClient(ev, client));
  return [site.node, ...ofClients, ...piecesOf(ev, views)];
}

/** The call that makes a client, and the objects, lists and values that its options are read from. */
export function partsOfClient(ev: Evaluator, { node, options }: Client): readonly Node[] {
  return [...(node ? [node] : []), ...piecesOf(ev, [options])];
}

function piecesOf(ev: Evaluator, views: readonly RequestParams[]): readonly Node[] {
  const parts = new Set<Node>();
  const pending: RequestRoot[] = views.flatMap(({ roots }) => roots);
  for (let next = pending.shift(); next && parts.size < MAX_PARTS; next = pending.shift()) {
    for (const answer of ev.answers(next.node, next.path, next.frame)) {
      if (answer.kind !== 'known') continue;
      const { value } = answer;
      const isHolder = value.kind === 'object' || value.kind === 'array';
      const part = isHolder ? value.node : answer.node;
      if (parts.has(part)) continue;
      parts.add(part);
      if (isHolder)
        pending.push(...heldBy(part).map((node): RequestRoot => ({ node, frame: value.frame, path: [] })));
    }
  }
  return [...parts];
}

/** The expressions that an object or a list is put together from. */
function heldBy(node: Node): readonly Node[] {
  const spreadOf = (each: Node): Node => (each.type === 'SpreadElement' ? each.argument : each);
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.map((each) => (each.type === 'Property' ? each.value : spreadOf(each)));
    case 'ArrayExpression':
      return node.elements.flatMap((each) => (each ? [spreadOf(each)] : []));
    case 'CallExpression':
      return node.arguments.map(spreadOf);
    default:
      return [];
  }
}
