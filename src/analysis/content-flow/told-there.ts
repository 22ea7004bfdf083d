/**
 * What another module writes down and says itself, when it is judged: its callers have nothing to add to that.
 */
import { handedSites, isHandedSite } from '../sites/handed-sites.ts';
import { siteAt, sitesWithin } from '../sites/file-sites.ts';
import { contains, enclosingFunction } from '../syntax/nodes.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { isSent } from './prompts.ts';
import type { CallSite } from '../requests/call-site.ts';
import type { Tracer } from './types.ts';

/**
 * True where the function around a sink of another module sends what it writes down: there it is known as a prompt, whoever
 * calls the function.
 *
 * @param written what reaches the sink
 */
export function isSentThere(t: Tracer, sink: CallNode, written: Node): boolean {
  const origins = t.withinFunction(written, []);
  if (origins.length === 0) return false;
  return requestsAround(t, sink).some((request) =>
    request.arguments.some((argument) =>
      t
        .withinFunction(argument, [])
        .some((sent) => origins.some(({ at, path }) => at === sent.at && isSent(path, sent.path))),
    ),
  );
}

/**
 * True for a request of a module that imports the asking file: what asks is handed in from there, and there it is told what this file
 * does with it.
 *
 * @param sites the requests of the asking file
 */
export function isToldWhereHandedIn(ev: Evaluator, request: CallNode, sites: readonly CallSite[]): boolean {
  const site = sites.find(({ node }) => node === request);
  const file = ev.index.indexOf(site && isHandedSite(site) ? site.request.node : request);
  return file !== ev.index && ev.importers().includes(file.text);
}

/**
 * The same of a body: also where a function between the two stands in a module that imports the asking file, a handler that is handed
 * to this one, which is asked there for what it gets.
 */
export function isBodyToldWhereHandedIn(ev: Evaluator, call: CallNode, sites: readonly CallSite[]): boolean {
  const site = sites.find(({ node }) => node === call);
  const way = site && isHandedSite(site) ? site.way.map((fn) => ev.index.indexOf(fn)) : [];
  const isOfImporter = way.some((file) => file !== ev.index && ev.importers().includes(file.text));
  return isOfImporter || isToldWhereHandedIn(ev, call, sites);
}

/** The calls by which the function around a call of another module asks Claude, itself or through others. */
function requestsAround({ ev }: Tracer, call: CallNode): readonly CallNode[] {
  const fn = enclosingFunction(call);
  if (!fn) return [];
  const further = handedSites(ev)
    .filter(({ request }) => isSeenThere(ev, request))
    .flatMap(({ calls }) => calls.filter((each) => contains(fn, each)));
  return [...sitesWithin(ev, fn).map(({ node }) => node), ...further];
}

/** False for what a function sends to wherever its caller says: its own module does not know that it asks Claude. */
function isSeenThere(ev: Evaluator, { via, node }: CallSite): boolean {
  return via !== 'http' || siteAt(ev, node) !== undefined;
}
