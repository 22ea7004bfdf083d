/**
 * Which of the clients a request can go through.
 */
import { clientBehind, isGeneral } from '../clients/client.ts';
import type { Client } from '../clients/client.ts';
import { unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Answer, CallNode, Node } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { makerOptions } from '../clients/sdk-calls.ts';
import { makersOf } from '../values/origins.ts';
import type { Evaluator } from '../values/answers.ts';
import type { CallSite } from './call-site.ts';

/** The clients that a request can go through, as far as the file shows them. Empty: not shown. */
export function clientsOf(ev: Evaluator, clients: readonly Client[], site: CallSite): readonly Client[] {
  const { operation, node, params, through } = site;
  if (operation.sdk === 'bedrock-runtime' && node.type === 'NewExpression') {
    const sending = behind(
      ev,
      sendersOf(ev, node).flatMap((sender) => ev.answers(sender, [])),
      0,
    );
    if (sending.length > 0) return sending;
    // Nothing says who sends the command: any client of its kind in the file may.
    return [...clients, ...importedSenders(ev)].filter((c) => c.platform === 'bedrock' && isGeneral(c));
  }
  const made = operation.clientFactory === undefined ? [] : params.get(operation.clientFactory);
  const factory = behind(
    ev,
    made.flatMap((answer) => givenBy(ev, answer)),
    0,
  );
  if (factory.length > 0) return factory;
  // What is made is the client itself: `new ChatBedrockConverse({ region })`.
  const own = clients.filter((client) => client.node === node);
  if (own.length > 0) return own;
  if (operation.sdk === 'genkit') return pluginsOf(ev, node).filter((c) => c.platform === site.platform);
  const found = behind(ev, ev.answers((through?.call ?? node).callee, [], through?.frame), 0);
  if (found.length > 0 || operation.evidence?.kind !== 'model') return found;
  const { path } = operation.evidence;
  const [first] = node.arguments;
  if (path !== '@0') return behind(ev, [...params.get(path), ...params.get(`${path}[*].model`)], 0);
  return first && first.type !== 'SpreadElement' ? behind(ev, ev.answers(first, []), 0) : [];
}

/** The plugins that give an instance its models: `genkit({ plugins: [vertexModelGarden({ location })] })`. */
function pluginsOf(ev: Evaluator, { callee }: CallNode): readonly Client[] {
  const plugins = ev.answers(callee, []).flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    return makersOf(answer.value.api).flatMap((maker) => makerOptions(ev, maker)?.get('plugins[*]') ?? []);
  });
  return behind(ev, plugins, 0).filter(isGeneral);
}

/** What makes the clients that requests go through. */
export function makersBehind(
  ev: Evaluator,
  clients: readonly Client[],
  sites: readonly CallSite[],
): ReadonlySet<CallNode> {
  return new Set(sites.flatMap((site) => clientsOf(ev, clients, site).flatMap(({ node }) => node ?? [])));
}

/** The clients of other modules on which the file calls `send`. */
function importedSenders(ev: Evaluator): readonly Client[] {
  if (!ev.leadsOut) return [];
  const answers = ev.index.callsNamed('send').flatMap(({ callee }) => ev.answers(unwrap(callee), []));
  return behind(ev, answers, 0).filter(
    ({ node }) => node !== undefined && ev.index.indexOf(node) !== ev.index,
  );
}

/** What a command is sent by: `client` of `client.send(command)`, where the file shows that. */
function sendersOf(ev: Evaluator, command: CallNode): readonly Node[] {
  const outer = wrapped(command);
  const holder = outer.parent;
  const uses =
    holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier'
      ? usesOf(ev.index.variableOf(holder.id)).map(wrapped)
      : [outer];
  return uses.flatMap((use) => {
    const call = use.parent;
    if (call?.type !== 'CallExpression' || call.arguments[0] !== use) return [];
    const callee = unwrap(call.callee);
    return callee.type === 'MemberExpression' && writtenKey(callee) === 'send' ? [callee.object] : [];
  });
}

/** What a function gives that makes a client: `createClient: () => vertex`. */
function givenBy(ev: Evaluator, answer: Answer): readonly Answer[] {
  if (answer.kind !== 'known' || answer.value.kind !== 'function') return [];
  const { node, frame } = answer.value;
  return ev.index.returnsOf(node).flatMap((given) => (given ? ev.answers(given, [], frame) : []));
}

function behind(ev: Evaluator, answers: readonly Answer[], depth: number): Client[] {
  return answers.flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const { api } = answer.value;
    const client = clientBehind(ev, api);
    if (client) return [client];
    const [maker] = makersOf(api);
    const [first] = maker?.node.arguments ?? [];
    if (!maker || !first || first.type === 'SpreadElement' || depth > MAX_WRAPPERS) return [];
    if (sdkValueOf(api, ev.declared)?.row.model !== 'wrapped') return [];
    return behind(ev, ev.answers(first, ['model'], maker.frame), depth + 1);
  });
}

const MAX_WRAPPERS = 4;
