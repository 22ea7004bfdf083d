/**
 * Requests that a file makes through functions of other modules: a call of a function that hands its arguments on to
 * Claude is a request for what it hands in.
 */
import { callSite } from '../requests/call-site.ts';
import type { CallSite } from '../requests/call-site.ts';
import { siteFor } from '../requests/call-sites.ts';
import { asksOf } from '../requests/per-call-options.ts';
import type { Ask } from '../requests/per-call-options.ts';
import type { CallNode, Frame, FunctionNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { frameOf } from '../values/frames.ts';
import { functionsOf } from '../values/functions.ts';
import { requestParams } from '../values/object-view.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import { runsLater } from './callers.ts';
import { deadEndsOf } from './dead-ends.ts';
import type { DeadEnds } from './dead-ends.ts';
import { decidedHere, isHandedOn } from './decided-here.ts';
import { httpSiteFor, siteAt, sitesWithin } from './file-sites.ts';
import { mayLeadOut } from './leading-out.ts';
import { requestsMadeWith } from './made-with.ts';
import { runsWithin } from './runs-within.ts';

/**
 * A request that another module makes for a call of this file, seen from the call. It shows what the call decides:
 * where the other module decides, its questions have no answers.
 */
export interface HandedSite extends CallSite {
  readonly via: 'handed';
  /** The request, as its own module has it. */
  readonly request: CallSite;
  /** What the functions on the way were called with; undefined where there are none. */
  readonly frame: Frame | undefined;
  /** The functions on the way, from the one that is called to the one that holds the request. */
  readonly way: readonly FunctionNode[];
  /** The calls on the way in other modules, the request itself last. */
  readonly calls: readonly CallNode[];
  /** What a call of another module hands to a model or an agent that was made before. */
  readonly asked?: RequestRoot | undefined;
  /** False where the call only makes a function that asks. */
  readonly runs: boolean;
  /** What asks was made before, by another call of the file, and is handed in. */
  readonly isPassedOn: boolean;
}

/** True for a request that another module makes for a call of the asking file. */
export function isHandedSite(site: CallSite): site is HandedSite {
  return site.via === 'handed';
}

/**
 * True for a request of another module that is asked where it stands: in a route, a listener or a job, and not where that is set
 * up; or where what asks was made before.
 */
export function isServedThere(site: CallSite): boolean {
  return isHandedSite(site) && (site.calls.some(runsLater) || (site.isPassedOn && !site.runs));
}

/** True for a request that its own module makes as it is, whoever calls for it: what is missing of all calls is missing there. */
export function isAskedAsItIs(ev: Evaluator, { asked, calls, request, runs }: HandedSite): boolean {
  return (
    runs && asked === undefined && calls.at(-1) === request.node && siteAt(ev, request.node) !== undefined
  );
}

/** How many functions a request may be handed through. Documented in docs/limits.md. */
const MAX_FUNCTIONS = 6;
/** How many requests one call may lead to. */
const MAX_SITES = 12;

/** Other modules of the project are at hand. */
function isOfProject(ev: Evaluator): boolean {
  return ev.leadsOut || ev.importers().length > 0;
}

/** What is handed in by a type may be made by any module of the project. */
const TYPED = /\b(?:abstract|class|implements|interface)\b|[\w)\]}?]\s{0,9}:\s{0,9}[A-Z]/;

const memory = new WeakMap<Evaluator, readonly HandedSite[]>();

/**
 * Every such request of the asking file, in source order. Empty where it imports no module that makes one, and in tests: what a test
 * hands in is made up, and what it calls is often a stand-in.
 */
export function handedSites(ev: Evaluator): readonly HandedSite[] {
  if (ev.isTest) return [];
  if (!ev.leadsToRequests && !(TYPED.test(ev.index.text) && isOfProject(ev))) return [];
  let found = memory.get(ev);
  if (!found) {
    memory.set(ev, []);
    found = ev.payingFor('modules', () =>
      withoutSteps(
        ev.index.calls.flatMap((call) => [
          ...sitesAsked(ev, call),
          ...sitesMade(ev, call),
          ...(mayLeadOut(ev, call) ? sitesBehind(ev, call) : []),
        ]),
      ),
    );
    memory.set(ev, found);
  }
  return found;
}

/** `askIn('global')('claude-opus-5')`: what a call of a call leads to is told there, once; so is what is made and asked in one file. */
function withoutSteps(sites: readonly HandedSite[]): HandedSite[] {
  const isStep = (inner: HandedSite, outer: HandedSite): boolean =>
    outer !== inner && outer.request === inner.request && outer.node.callee === inner.node;
  const isAskedHere = (made: HandedSite): boolean =>
    made.way.length === 0 &&
    sites.some((each) => each.runs && !each.isPassedOn && each.request === made.request);
  return sites.filter(
    (site) => site.runs || !(isAskedHere(site) || sites.some((outer) => isStep(site, outer))),
  );
}

/** What was made in another module, a model or an agent, and is asked by a call of this file. */
function sitesAsked(ev: Evaluator, call: CallNode): HandedSite[] {
  return asksOf(ev, call, undefined, (node) => siteElsewhere(ev, node)).map((ask) =>
    askingSite(ev, call, ask, { frame: undefined, way: [], calls: [], runs: true, isPassedOn: false }),
  );
}

/** What a class of another module asks that a call makes: what it is made with is decided here. */
function sitesMade(ev: Evaluator, call: CallNode): HandedSite[] {
  return requestsMadeWith(ev, call, undefined).map(({ site, frame }) =>
    handedSite(ev, call, site, { frame, way: [], calls: [site.node], runs: false, isPassedOn: false }),
  );
}

function siteElsewhere(ev: Evaluator, node: CallNode): CallSite | undefined {
  return ev.index.indexOf(node) === ev.index ? undefined : siteAt(ev, node);
}

/**
 * A call that asks what was made elsewhere: the maker decides all but the options that the call passes. Where its own module leaves
 * the geography to these, what the maker lacks is missing here.
 */
function askingSite(
  ev: Evaluator,
  node: CallNode,
  { maker, params }: Ask,
  handed: Omit<Way, 'frame'> & Pick<HandedSite, 'asked' | 'frame'>,
  isLeftOpen = false,
): HandedSite {
  const { operation, platform } = maker;
  const { geo } = operation;
  const isGeography = (path: string): boolean =>
    geo?.kind === 'field' && (path === geo.path || geo.also?.includes(path) === true);
  const own: RequestParams = {
    ...requestParams(ev, [], node),
    get: (path) => (isLeftOpen && isGeography(path) ? maker.params.get(path) : []),
    below: () => [],
  };
  const site = callSite(ev, { node, operation, platform, via: 'handed', params: own, perCall: [params] });
  return { ...site, via: 'handed', request: maker, ...handed };
}

/** The requests that functions of other modules make for a call, of the asking file or of one that it leads to. */
export function sitesBehind(ev: Evaluator, call: CallNode): readonly HandedSite[] {
  const search = new SearchBehind(ev, call);
  search.enter(call, { frame: undefined, way: [], calls: [], runs: true, isPassedOn: false });
  return search.found;
}

/** From a call into the functions that it enters, and on into those that they call. */
class SearchBehind {
  readonly found: HandedSite[] = [];
  readonly #ev: Evaluator;
  readonly #call: CallNode;
  readonly #seen = new Set<FunctionNode>();
  readonly #deadEnds: DeadEnds;

  /** @param call the one that requests are shown at */
  constructor(ev: Evaluator, call: CallNode) {
    this.#ev = ev;
    this.#call = call;
    this.#deadEnds = deadEndsOf(ev);
  }

  /** True where nothing was found, whichever functions the call enters. */
  enter(at: CallNode, from: Omit<Way, 'frame'> & { readonly frame: Frame | undefined }): boolean {
    const { frame, way } = from;
    if (way.length >= MAX_FUNCTIONS) return true;
    if (this.found.length >= MAX_SITES) return false;
    let isDeadEnd = true;
    for (const own of functionsOf(this.#ev, at.callee, frame)) {
      const { node: fn, frame: outer } = own;
      // A function of the asking file is looked at where it stands.
      if (this.#ev.index.indexOf(fn) === this.#ev.index) continue;
      const entered = frameOf(this.#ev, own, at, frame);
      if (this.#deadEnds.has(entered, way.length)) continue;
      const isPassedOn = from.isPassedOn || (way.length > 0 && isMadeBefore(outer, frame));
      if (this.#seen.has(fn) || !this.#within({ ...from, frame: entered, way: [...way, fn], isPassedOn }))
        isDeadEnd = false;
    }
    return isDeadEnd;
  }

  #within(at: Way): boolean {
    const { frame, way, calls } = at;
    const { fn } = frame;
    this.#seen.add(fn);
    const before = this.found.length;
    let isDeadEnd = true;
    const sites = sitesWithin(this.#ev, fn);
    for (const site of sites) {
      const runs = at.runs && runsWithin(this.#ev, fn, site.node);
      this.#show(site, { ...at, runs, calls: [...calls, site.node] });
    }
    for (const inner of this.#ev.index.callsWithin(fn)) {
      if (sites.some((site) => site.node === inner)) continue;
      const here: Way = { ...at, calls: [...calls, inner], runs: at.runs && runsWithin(this.#ev, fn, inner) };
      this.#ask(inner, here);
      for (const { site, frame: made } of requestsMadeWith(this.#ev, inner, frame))
        this.found.push(handedSite(this.#ev, this.#call, site, { ...here, frame: made, runs: false }));
      if (inner.type === 'CallExpression' && !this.enter(inner, here)) isDeadEnd = false;
    }
    isDeadEnd &&= this.found.length === before && !this.#ev.isSpent;
    if (isDeadEnd) this.#deadEnds.add(frame, way.length - 1);
    return isDeadEnd;
  }

  /** A request of another module: the very one that it is for this caller, where what is handed in says what is asked. */
  #show(site: CallSite, here: Way): void {
    if (site.via !== 'http') {
      this.found.push(handedSite(this.#ev, this.#call, site, here));
      return;
    }
    const shown = httpSiteFor(this.#ev, site.node, here.frame);
    if (shown?.operation === site.operation)
      this.found.push(handedSite(this.#ev, this.#call, site, here, shown.params.roots));
    else if (shown) this.#own(shown, here);
  }

  /** A request that is one for this caller alone. */
  #own(request: CallSite, here: Way): void {
    const { frame } = here;
    const through = { call: request.node, frame };
    this.found.push({ ...request, via: 'handed', node: this.#call, through, ...here, request });
  }

  /** What a call on the way is a request for, for this caller alone, or asks that was made before. */
  #ask(inner: CallNode, here: Way): void {
    const ev = this.#ev;
    const { frame } = here;
    // A helper that sends to wherever it is told: the call says itself that it asks Claude.
    const isShownHere = siteAt(ev, this.#call)?.via === 'http';
    const shown = siteFor(ev, inner, frame) ?? (isShownHere ? undefined : httpSiteFor(ev, inner, frame));
    if (shown) this.#own(shown, here);
    const asked = askedOf(inner, frame);
    for (const ask of asksOf(ev, inner, frame, (node) => siteElsewhere(ev, node)))
      this.found.push(askingSite(ev, this.#call, ask, { ...here, asked }, isLeftToCallers(ev, inner, ask)));
  }
}

function askedOf({ arguments: [first] }: CallNode, frame: Frame): RequestRoot | undefined {
  return first && first.type !== 'SpreadElement' ? { node: first, path: [], frame } : undefined;
}

/** True where the options of a call on something made in the same module are what callers hand in, and may have a geography. */
function isLeftToCallers(ev: Evaluator, inner: CallNode, { maker }: Ask): boolean {
  if (ev.index.indexOf(inner) !== ev.index.indexOf(maker.node)) return false;
  const geo = maker.operation.perCall?.geo;
  const asked = asksOf(ev, inner, undefined, (node) => siteElsewhere(ev, node));
  return (
    geo !== undefined && asked.some((ask) => ask.maker === maker && ask.params.get(geo.path).some(isHandedOn))
  );
}

/** The way from a call to a function of another module. */
type Way = Pick<HandedSite, 'calls' | 'isPassedOn' | 'runs' | 'way'> & { readonly frame: Frame };

/** True for a closure that was not made on the way: it came in with an argument. */
function isMadeBefore(outer: Frame | undefined, frame: Frame | undefined): boolean {
  if (!outer) return false;
  for (let at = frame; at; at = at.argsFrame) if (at === outer || at.fn === outer.fn) return false;
  return true;
}

function rootsIn({ params }: CallSite, frame: Frame): RequestRoot[] {
  return params.roots.map((root) => ({ ...root, frame }));
}

/** @param roots what the request is read from, in the frame of the call */
function handedSite(
  ev: Evaluator,
  node: CallNode,
  request: CallSite,
  at: Way,
  roots: readonly RequestRoot[] = rootsIn(request, at.frame),
): HandedSite {
  const framed = requestParams(ev, roots, node);
  // What was made before says what it was told where it was made.
  const params = at.isPassedOn
    ? { ...framed, get: () => [], below: () => [] }
    : decidedHere(ev, request.params, framed);
  const { operation, platform } = request;
  const site = callSite(ev, { node, operation, platform, via: 'handed', params });
  return { ...site, ...at, via: 'handed', request };
}
