/**
 * What comes out of a request to Claude, and which parts of it are content.
 */
import type { CallSite } from '../requests/call-site.ts';
import { isHandedSite } from '../sites/handed-sites.ts';
import { siteAt } from '../sites/file-sites.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { GIVES_BODY } from '../sdk-surface/http-packages.ts';
import { comesFrom, namesOf } from '../values/origins.ts';
import { calleeName } from '../syntax/nodes.ts';
import type { CallNode, ClassNode, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { makersOfInstance } from '../values/extended-packages.ts';
import { indirectAsks } from './indirect-asks.ts';
import { isTurn } from './makers.ts';
import { callsOfModels, holdsMiddleware } from './middleware.ts';
import { isListedCode, isMetadataName, isNameOfThing } from './names.ts';
import { ASKED, HOLDS_CONTENT, leftOut } from './path-steps.ts';
import { closedBySchema } from './structured-results.ts';
import type { ResultSource, Tracer } from './types.ts';

/** Methods of the API, outside requests, that hand out what Claude wrote. */
const FETCHED: readonly string[] = [
  // A flagged message, with what was asked and answered (SDK 1.14.0).
  'compliance.review.items.retrieve',
  'files.download',
  'memoryStores.memories.retrieve',
  'messages.batches.results',
  'sessions.events.list',
  'sessions.events.stream',
];
const FETCHED_NAMES = ['download', 'results', 'retrieve', 'list', 'stream'];

/** Every call of the file that gives back content, or something that will. */
export function resultSources(ev: Evaluator, callSites: readonly CallSite[]): Map<CallNode, ResultSource> {
  const sources = new Map<CallNode, ResultSource>();
  for (const site of callSites)
    // What a function of another module gives is followed into it.
    if (site.via !== 'handed') sources.set(site.node, { node: site.node, shape: shapeOf(site), site });
    else if (isHandedSite(site) && site.through)
      sources.set(site.request.node, { node: site.node, shape: shapeOf(site.request), site });
  const byModel = callSites.find(({ operation }) => operation.sdk === 'ai-sdk');
  // What a model of the AI SDK gives by itself, and to middleware.
  for (const node of byModel || holdsMiddleware(ev) ? callsOfModels(ev) : [])
    if (!sources.has(node)) sources.set(node, { node, shape: 'message', site: byModel });
  for (const ask of indirectAsks(ev, callSites)) sources.set(ask.node, ask);
  for (const name of FETCHED_NAMES) {
    for (const node of ev.index.callsNamed(name)) {
      if (sources.has(node)) continue;
      const fetched = ev.answers(node.callee, []).some((answer) => {
        if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
        const { api } = answer.value;
        const names = namesOf(api).join('.');
        return (
          FETCHED.some((path) => names.endsWith(`.${path}`)) && sdkValueOf(api, ev.declared) !== undefined
        );
      });
      if (fetched) sources.set(node, { node, shape: 'events', site: undefined });
    }
  }
  return sources;
}

/** What a call of another module gives that asks Claude; undefined for all others, and for those of the asking file. */
export function resultElsewhere(ev: Evaluator, call: CallNode): ResultSource | undefined {
  if (ev.index.indexOf(call) === ev.index) return undefined;
  const site = siteAt(ev, call);
  return site && { node: call, shape: shapeOf(site), site };
}

/**
 * What an instance of a class gives that extends a model, an agent or a client of a package.
 *
 * @param maker what makes the instance; undefined for `this`
 */
export function resultOfInstance(
  t: Pick<Tracer, 'ev' | 'results'>,
  owner: ClassNode,
  maker: CallNode | undefined,
): ResultSource | undefined {
  if (!owner.superClass) return undefined;
  for (const { node } of makersOfInstance(t.ev, owner, maker && { node: maker, frame: undefined })) {
    const source = t.results.get(node) ?? resultElsewhere(t.ev, node);
    if (source) return source;
  }
  return undefined;
}

function shapeOf({ contract, operation, node, via }: CallSite): ResultSource['shape'] {
  if (via === 'http') return 'response';
  if (via === 'command') return 'message';
  if (contract) return (contract.returns ?? 'content') === 'content' ? 'message' : 'metadata';
  if (operation.kind !== 'inference') return 'metadata';
  if (
    operation.askedLater ||
    node.type === 'NewExpression' ||
    node.callee.type === 'Super' ||
    operation.perCall
  )
    return 'maker';
  return operation.sdk === 'agent-sdk' ? 'events' : 'message';
}

/** Steps that read the body of an HTTP response. */
const BODY =
  /^(?:arrayBuffer|blob|body|bytes|data|getContentText|getReader|iter_lines|json|text|on\(data\)|on\(readable\))(?:\(|$)/;
/** Functions whose result does not show its body when it is printed. */
const HIDES_BODY = /^(?!ofetch$|\$fetch$).*(?:fetch|request$|^get$)/i;

/** True when what stands at `path` of a result is, or holds, content. */
export function isContentOf(source: ResultSource, path: Path, ev: Evaluator): boolean {
  switch (source.shape) {
    case 'metadata':
      return false;
    case 'maker': {
      if (path[0] === 'tool()' || path[0] === 'on()' || path[0] === ASKED) return isContentPath(path);
      const turn = path.findIndex(isTurn);
      return turn >= 0 && isContentPath(path.slice(turn + 1));
    }
    case 'response':
      return inBody(path, HIDES_BODY.test(calleeName(source.node.callee) ?? '') && !givesBody(ev, source));
    default:
      return !(source.site && closedBySchema(ev, source.site, path)) && inMessage(path);
  }
}

/** It comes from a package whose clients hand out the body itself, whatever they are named. */
function givesBody(ev: Evaluator, { node }: ResultSource): boolean {
  return comesFrom(ev.answers(node.callee, []), GIVES_BODY);
}

function inBody(path: Path, hidden: boolean): boolean {
  if (path[0] === 'tool()' || path[0] === 'on()') return isContentPath(path);
  const body = path[0] === '*' ? 0 : path.findIndex((step) => BODY.test(step));
  if (body < 0) return !hidden && isContentPath(path);
  return !path.slice(0, body).some(isMetadataName) && isContentPath(path.slice(body + 1));
}

function inMessage(path: Path): boolean {
  const raw = path.findIndex((step) => step === 'asResponse()');
  if (raw >= 0) return inBody(path.slice(raw + 1), true);
  const both = path.findIndex((step) => step === 'withResponse()');
  if (both >= 0) {
    const [key, ...rest] = path.slice(both + 1);
    return key === 'response' ? inBody(rest, true) : key === 'data' ? isContentPath(rest) : key === undefined;
  }
  return isContentPath(path);
}

/** False as soon as a step is the name of something that describes content only. */
function isContentPath(path: Path): boolean {
  return !path.some((step, i) => {
    const without = leftOut(step);
    if (without) return without.some((key) => HOLDS_CONTENT.has(key));
    const name = step.replace(/\(.*$/, '');
    if (step === '*' || /^\d+$/.test(step) || step === 'tool()' || step.startsWith('on(') || isTurn(step))
      return false;
    return (
      isMetadataName(name) ||
      isNameOfThing(name) ||
      isListedCode(name, path[i - 1]) ||
      // What the model writes into a call of a tool is all its own.
      (path[0] !== 'tool()' && NAMES_IN_RESULTS.has(name))
    );
  });
}

/** Further keys that stand for metadata in what an API gives back. */
const NAMES_IN_RESULTS = new Set(
  'controller ended error errors metadata $metadata metrics name providerMetadata subtype usage_metadata response_metadata warnings'.split(
    ' ',
  ),
);
