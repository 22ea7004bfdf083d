/**
 * What a file says of the connections to Claude: base URLs, and switches for TLS on clients, their agents and the
 * whole process. What of it is safe is not decided here.
 */
import type { CallSite } from '../requests/call-site.ts';
import { makersOf, rootOfApi } from '../values/origins.ts';
import type { Pieces } from '../values/text.ts';
import { connectionOf } from '../http/http-call.ts';
import type { ClientHere } from '../clients/client.ts';
import { calleeName, contains, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import { besideModel } from './configurations.ts';
import { refusesNothing } from './identity-checks.ts';
import { stringsOf } from '../values/object-view.ts';
import type { RequestRoot } from '../values/object-view.ts';
import { variablesSet } from '../clients/environment.ts';
import { BASE_URL_VARIABLES } from '../sdk-surface/index.ts';
import type { Answer, FunctionNode, Known, Literal, Node, Path } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';

/** One thing that a file sets for connections. */
export interface TransportSetting {
  /** As the file names it: `baseURL`, `rejectUnauthorized`, `NODE_OPTIONS`. */
  readonly name: string;
  readonly kind: 'switch' | 'url';
  /** The text, with `null` for unknown pieces; undefined where it is none. */
  readonly text: Pieces | undefined;
  /** The primitive that it is, when it is one. */
  readonly literal: Literal;
  /** It is a function that refuses nothing. */
  readonly acceptsAll: boolean;
  /** It holds for every connection of the process. */
  readonly everywhere: boolean;
  /** Where the value is written. */
  readonly node: Node;
  /** The property or assignment that sets it. */
  readonly setter: Node | undefined;
}

/** Options of `tls.connect`, which every agent passes on. */
const TLS_OPTIONS = [
  'checkServerIdentity',
  'maxVersion',
  'minVersion',
  'rejectUnauthorized',
  'secureProtocol',
];

/** Where options for TLS stand in what makes an agent, or in the options of a request. */
const TLS_PLACES: readonly Path[] = [
  [],
  ['connect'],
  ['https'],
  ['options'],
  ['proxyTls'],
  ['requestTls'],
  ['tls'],
];

/** Where an agent, or more options, stand in the options of a client or of a request. */
const AGENT_PLACES: readonly Path[] = [
  ['agent'],
  ['agent', 'https'],
  ['clientOptions'],
  ['dispatcher'],
  ['fetchOptions'],
  ['httpAgent'],
  ['httpsAgent'],
  ['requestHandler'],
];

/** How many agents may stand inside one another. */
const MAX_AGENTS = 4;

/** Variables and globals that decide about every connection of the process. */
const PROCESS_VARIABLES = ['NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED'];
const PROCESS_DEFAULTS = ['DEFAULT_MAX_VERSION', 'DEFAULT_MIN_VERSION'];

/** Without one of these words a file says nothing about a connection that could matter. */
const WORDS = ['http:', 'tls-', 'TLS', ...TLS_OPTIONS, ...PROCESS_DEFAULTS];

/** Collects the settings of a file, in no particular order. */
export function findTransport(
  ev: Evaluator,
  sites: readonly CallSite[],
  clients: () => readonly ClientHere[],
): TransportSetting[] {
  const plainModule = ev.mentions("http'") || ev.mentions('http"');
  if (!plainModule && !WORDS.some((word) => ev.mentions(word))) return [];
  const found = new Map<string, TransportSetting>();
  const add = (setting: TransportSetting): void => {
    found.set(`${setting.name}:${(setting.setter ?? setting.node).range.join(':')}`, setting);
  };
  const made = clients();
  for (const { options, takes } of made) {
    for (const path of takes.baseUrls) {
      for (const answer of options.get(path)) addUrl(path.split('.').at(-1) ?? path, answer, add);
    }
    for (const root of options.roots) readOptions(ev, root, 0, add);
  }
  for (const name of BASE_URL_VARIABLES)
    for (const answer of variableValues(ev, name)) addUrl(name, answer, add);
  for (const site of sites) {
    if (site.via === 'http') readHttp(ev, site, add);
    else for (const node of site.node.arguments.slice(1)) readOptions(ev, rootAt(node), 0, add);
  }
  if (sites.length > 0 || made.length > 0) readProcess(ev, add);
  // Clients and requests come first: of what they are given they say more.
  const told = new Set([...found.values()].map(({ node }) => node));
  for (const property of ev.mentions('http:') ? besideModel(ev, ADDRESS_NAMES) : []) {
    for (const answer of ev.answers(addressIn(property.value), []))
      if (answer.kind === 'known' && !told.has(answer.node))
        addUrl(writtenKey(property) ?? 'url', { ...answer, property }, add);
  }
  return [...found.values()];
}

/** `"http://…"` of `new URL("http://…")`. */
function addressIn(value: Node): Node {
  const node = unwrap(value);
  const [first] = node.type === 'NewExpression' && calleeName(node.callee) === 'URL' ? node.arguments : [];
  return first ?? value;
}

/** How configuration calls the address of a model. */
const ADDRESS_NAMES = ['apiUrl', 'api_url', 'baseURL', 'baseUrl', 'base_url', 'endpoint', 'url'];

type Add = (setting: TransportSetting) => void;

const rootAt = (node: Node): RequestRoot => ({ node, frame: undefined, path: [] });

function setting(name: string, answer: Known, more: Partial<TransportSetting> = {}): TransportSetting {
  return {
    name,
    kind: 'switch',
    text: stringsOf([answer])[0],
    literal: literalOf(answer),
    acceptsAll: false,
    everywhere: false,
    node: answer.node,
    setter: answer.property ?? answer.assignment,
    ...more,
  };
}

function addUrl(name: string, answer: Answer, add: Add): void {
  if (answer.kind === 'known' && stringsOf([answer]).length > 0) add(setting(name, answer, { kind: 'url' }));
}

/** A request over HTTP: where it goes, and what its connection is made with. */
function readHttp(ev: Evaluator, { node }: CallSite, add: Add): void {
  const { urls, options, by } = connectionOf(ev, node);
  const root = by && rootOfApi(by);
  // `node:http` has no TLS at all, whatever the host is.
  const plain = root?.kind === 'module' && /^(?:node:)?http$/.test(root.source);
  for (const { pieces, node: place } of urls) {
    const [scheme = ''] = pieces;
    const text = plain ? [(scheme ?? '').replace(/^https:/, 'http:'), ...pieces.slice(1)] : pieces;
    add({
      ...setting('URL', { kind: 'known', value: { kind: 'text', pieces: text }, node: place }),
      kind: 'url',
    });
  }
  for (const option of options) readOptions(ev, option, 0, add);
}

/** Options of a client, a request or an agent, and the agents in them. */
function readOptions(ev: Evaluator, { node, frame, path }: RequestRoot, depth: number, add: Add): void {
  const given = TLS_OPTIONS.filter((name) => ev.hasKey(name));
  if (given.length === 0) return;
  for (const place of TLS_PLACES) {
    if (!place.every((key) => ev.hasKey(key) || key === 'options')) continue;
    for (const name of given) {
      for (const answer of ev.answers(node, [...path, ...place, name], frame)) {
        if (answer.kind !== 'known' || !(answer.property ?? answer.assignment ?? answer.isWritten)) continue;
        add(
          setting(name, answer, { acceptsAll: name === 'checkServerIdentity' && refusesNothing(ev, answer) }),
        );
      }
    }
  }
  if (depth === MAX_AGENTS) return;
  for (const place of AGENT_PLACES) {
    if (!place.every((key) => ev.hasKey(key))) continue;
    for (const answer of ev.answers(node, [...path, ...place], frame)) readAgent(ev, answer, depth + 1, add);
  }
  if (ev.hasKey('fetch')) {
    for (const answer of ev.answers(node, [...path, 'fetch'], frame)) {
      if (answer.kind === 'known' && answer.value.kind === 'function')
        readFetch(ev, answer.value.node, depth + 1, add);
    }
  }
}

/** What an agent was made with; a function is asked for the agent it gives. */
function readAgent(ev: Evaluator, answer: Answer, depth: number, add: Add): void {
  if (answer.kind !== 'known') return;
  switch (answer.value.kind) {
    case 'object':
      readOptions(ev, { node: answer.value.node, frame: answer.value.frame, path: [] }, depth, add);
      break;
    case 'api': {
      const [maker] = makersOf(answer.value.api);
      for (const node of maker?.node.arguments ?? []) {
        if (node.type !== 'SpreadElement')
          readOptions(ev, { node, frame: maker?.frame, path: [] }, depth, add);
      }
      break;
    }
    case 'function':
      if (depth >= MAX_AGENTS) break;
      for (const given of ev.index.returnsOf(answer.value.node)) {
        if (given) for (const inner of ev.answers(given, [])) readAgent(ev, inner, depth + 1, add);
      }
      break;
    default:
  }
}

/** A `fetch` of the application's own, given to a client: what it hands on. */
function readFetch(ev: Evaluator, fn: FunctionNode, depth: number, add: Add): void {
  if (depth > MAX_AGENTS) return;
  for (const call of ev.index.calls) {
    if (!contains(fn, call)) continue;
    for (const node of call.arguments) if (!isFunction(node)) readOptions(ev, rootAt(node), depth, add);
  }
}

/** Variables and defaults that hold for the whole process. */
function readProcess(ev: Evaluator, add: Add): void {
  const values = [
    ...PROCESS_VARIABLES.map((name) => ({ name, answers: variableValues(ev, name) })),
    ...PROCESS_DEFAULTS.map((name) => ({ name, answers: defaultsGiven(ev, name) })),
  ];
  for (const { name, answers } of values) {
    for (const answer of answers) {
      if (answer.kind === 'known') add(setting(name, answer, { everywhere: true }));
    }
  }
  const everywhere: Add = (each) => {
    add({ ...each, everywhere: true });
  };
  for (const call of ev.index.callsNamed('setGlobalDispatcher')) {
    const [agent] = call.arguments;
    if (agent) for (const answer of ev.answers(agent, [])) readAgent(ev, answer, 1, everywhere);
  }
  for (const { target, value } of ev.index.writesToMember('rejectUnauthorized')) {
    // https.globalAgent.options.rejectUnauthorized = false
    if (!memberNames(target).includes('globalAgent')) continue;
    for (const answer of ev.answers(value, [])) {
      if (answer.kind === 'known')
        everywhere(setting('rejectUnauthorized', answer, { setter: target.parent }));
    }
  }
  for (const name of ['globalAgent', 'httpsAgent']) {
    // https.globalAgent = agent, axios.defaults.httpsAgent = agent
    for (const { target, value } of ev.index.writesToMember(name)) {
      if (name === 'httpsAgent' && !memberNames(target).includes('defaults')) continue;
      for (const answer of ev.answers(value, [])) readAgent(ev, answer, 1, everywhere);
    }
  }
}

function memberNames(node: Node): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type !== 'MemberExpression') return [];
  return [...memberNames(node.object), ...memberNames(node.property)];
}

/** What the file gives a variable of the environment, each value with what sets it. */
function variableValues(ev: Evaluator, name: string): Answer[] {
  return variablesSet(ev, name).flatMap(({ by, node, value }) =>
    value.map((answer): Answer => {
      if (answer.kind !== 'known') return answer;
      const property = by === 'property' && node.type === 'Property' ? node : undefined;
      const isSetter = by !== 'property' && by !== 'command';
      return { ...answer, property, assignment: isSetter ? node : undefined };
    }),
  );
}

/** What the file gives to properties of a name, by assignment or as an option. */
function defaultsGiven(ev: Evaluator, name: string): Answer[] {
  const given = [
    ...ev.index.propertiesNamed(name).map((property) => ({ property, value: property.value })),
    ...ev.index
      .writesToMember(name)
      .map(({ target, value }) => ({ property: undefined, assignment: target.parent, value })),
  ];
  return given.flatMap(({ value, ...setter }) =>
    ev.answers(value, []).map((answer) => (answer.kind === 'known' ? { ...answer, ...setter } : answer)),
  );
}
