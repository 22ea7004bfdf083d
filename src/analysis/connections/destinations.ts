/**
 * Where a file sends prompts: the platforms of its clients and requests, their addresses, and variables of the
 * environment that it sets to send them elsewhere.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { HandedSite } from '../sites/handed-sites.ts';
import type { Pieces } from '../values/text.ts';
import { textsOfAnswer } from '../http/urls.ts';
import { variablesSet } from '../clients/environment.ts';
import { REROUTES } from '../sdk-surface/index.ts';
import type { Platform, Reroute } from '../sdk-surface/index.ts';
import { baseUrlsOf, isGeneral } from '../clients/client.ts';
import type { Client, ClientHere } from '../clients/client.ts';
import type { HandedOptions } from './handed-options.ts';
import type { Answer, CallNode, Known, Node, Unknown } from '../syntax/types.ts';
import { isNullish } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';

/** One address that something is given. */
export interface Address {
  readonly node: Node;
  /** Undefined: not known. */
  readonly url: Pieces | undefined;
  /** Why it is not known. */
  readonly answer: Known | Unknown | undefined;
}

/** A client, or a request that goes through none of the file's. */
export interface Destination {
  readonly call: CallNode;
  /** Undefined: the client is made elsewhere. */
  readonly platform: Platform | undefined;
  /** Empty: the platform's own. */
  readonly addresses: readonly Address[];
  /** The first part of a model string that names somebody who passes the request on. */
  readonly router: string | undefined;
}

/** A variable of the environment that the file sets, and that moves requests. */
export interface SetReroute {
  readonly name: string;
  readonly reroute: Reroute;
  readonly addresses: readonly Address[];
}

/** The requests of a file and the clients they go through. */
export interface Senders {
  readonly callSites: readonly CallSite[];
  /** Those that other modules make for calls of the file. */
  handedSites(): readonly HandedSite[];
  sdkClients(): readonly Client[];
  clientsOf(site: CallSite): readonly Client[];
  /** The clients that functions of other modules make of what the file hands them. */
  handedOptions(): readonly HandedOptions[];
  /** Clients of classes that extend an SDK's, by the calls that tell them their options. */
  extendedClients(): readonly ClientHere[];
  /** The texts that an answer can be, URLs that are put together included. */
  textsOf(answer: Answer): readonly Pieces[];
  /** True when what a call makes is handed out to other modules. */
  isHandedOut(made: Node): boolean;
  /** The path of the module that a node stands in; undefined for nodes of the file itself. */
  pathOf(node: Node): string | undefined;
}

/** Every place that a file sends prompts to, each once. */
export function destinationsOf(analysis: Senders): Destination[] {
  const made = analysis.sdkClients().filter((client) => !isGeneral(client));
  const told = (client: Client, call: CallNode, given: readonly Answer[]): readonly Destination[] => {
    const addresses = isGeneral(client) ? [] : addressesOf(given, analysis);
    return addresses.length > 0 ? [{ call, platform: client.platform, addresses, router: undefined }] : [];
  };
  return [
    ...analysis.extendedClients().flatMap((client) => told(client, client.call, baseUrlsOf(client))),
    ...made.flatMap((client) =>
      client.node
        ? [
            {
              call: client.node,
              platform: client.platform,
              addresses: addressesOf(baseUrlsOf(client), analysis),
              router: undefined,
            },
          ]
        : [],
    ),
    ...analysis.handedOptions().flatMap(({ call, client, given }) =>
      told(
        client,
        call,
        client.takes.baseUrls.flatMap((path) => given(path)),
      ),
    ),
    ...analysis.callSites.flatMap((site) => {
      const clients = analysis.clientsOf(site);
      // What another module makes is said there.
      const isSaid = ({ node, shown }: Client): boolean =>
        node !== undefined &&
        (made.some((client) => client.node === node) || (shown && analysis.pathOf(node) !== undefined));
      return clients.some((client) => isSaid(client) && !isGeneral(client))
        ? []
        : [destinationOf(site, clients, analysis)];
    }),
  ];
}

function destinationOf(site: CallSite, clients: readonly Client[], reader: TextReader): Destination {
  const { operation, node, params, url, via } = site;
  const given = [
    ...clients.flatMap((client) => baseUrlsOf(client)),
    ...(operation.baseUrls ?? []).flatMap((path) => params.get(path).filter((a) => isAddress(a, path))),
  ];
  const [argument] = node.arguments;
  const own = url && argument ? [{ node: argument, url, answer: undefined }] : [];
  // A client for any vendor has no address of Claude's own: the environment gives it one.
  const addressless = operation.evidence?.kind === 'base-url' && given.length === 0;
  const elsewhere = via === 'shape' || (via === 'http' && !url) || addressless;
  return {
    call: node,
    platform:
      elsewhere || (clients.length > 0 && clients.every((c) => !c.shown && c.node))
        ? undefined
        : site.platform,
    addresses: [...own, ...addressesOf(given, reader)],
    router: site.gateway,
  };
}

/** False for what is not there, and for the insides of a value that is not known to have any. */
function isAddress(answer: Answer, path: string): boolean {
  if (answer.kind === 'unknown') return answer.property !== undefined || !path.includes('.');
  return answer.kind === 'known';
}

type TextReader = Pick<Senders, 'textsOf'>;

function addressesOf(answers: readonly Answer[], { textsOf }: TextReader): Address[] {
  return answers.flatMap((answer) => {
    if (answer.kind === 'absent' || isNullish(answer) === true) return [];
    const [url] = textsOf(answer);
    return [{ node: url ? answer.node : (answer.property?.value ?? answer.node), url, answer }];
  });
}

/** The variables of the environment that a file sets. */
export function reroutesOf(ev: Evaluator): SetReroute[] {
  return Object.entries(REROUTES).flatMap(([name, reroute]) =>
    variablesSet(ev, name)
      .filter(({ certain, by }) => certain && by !== 'stub')
      .map(({ value }) => ({
        name,
        reroute,
        addresses: addressesOf(value, {
          textsOf: (answer) => textsOfAnswer(ev, answer).map(({ pieces }) => pieces),
        }),
      })),
  );
}
