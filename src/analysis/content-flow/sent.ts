/**
 * What goes into requests, piece by piece: from the request back to where each piece enters the file, with the names
 * it is read by on the way. Redactors end the way.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { CallNode, Frame, Node, Path } from '../syntax/types.ts';
import { isFromQueue } from './queue-messages.ts';
import { queuesRedacted } from './queued-texts.ts';
import type { Evaluator } from '../values/answers.ts';
import { PlaceMemory } from '../values/place-memory.ts';
import { isFunction, unwrap } from '../syntax/nodes.ts';
import { once } from '../syntax/once.ts';
import { callersOf } from '../values/callers.ts';
import { callersDecide, callsElsewhere } from '../sites/callers.ts';
import { isHandedSite } from '../sites/handed-sites.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import { isCallStep } from './path-steps.ts';
import { asksMade, sentRoots } from './prompts.ts';
import { asksRedactingModel } from './model-middleware.ts';
import { isRedacting, isSplitAtSign } from './redactors.ts';
import { isFromBody } from './request-bodies.ts';
import type { Names } from './sinks.ts';
import { isBodyToldWhereHandedIn } from './told-there.ts';
import { toolResults } from './tools.ts';
import { createTracer } from './trace.ts';
import type { Followed, Origin, ResultSource, Watch } from './types.ts';

/** One expression through which something gets into a request. */
export interface SentPart {
  readonly node: Node;
  /** What is read of it. */
  readonly path: Path;
  /** The expressions that it is made of, in no order. */
  readonly parts: ReadonlySet<SentPart>;
  /** Where it comes from outside the source, redacted values left out. */
  readonly origins: readonly Origin[];
  /** It stands in the asking file, or in one that this hands what asks, and not in a module that it calls. */
  readonly isOwn: boolean;
  /** It is what callers in other modules hand in: each is asked in its own file. */
  isLeftToCallers(): boolean;
  /** It is text of a body that callers in other modules read, and hand in. */
  isBodyOfCallers(): boolean;
  /** It waited in a queue, and some module of the project puts into one what a redactor gives: which of it is not known here. */
  isRedactedInQueue(): boolean;
  /** It comes from a call of a function of another module that the asking file does not hand it to: what that fetches. */
  isFetchedElsewhere(): boolean;
}

/** What one call sends. */
export interface SentContent {
  readonly call: CallNode;
  readonly parts: readonly SentPart[];
  /** What asks is handed in by a module that imports the asking file, and tells there what is done with a body. */
  isBodyToldThere(): boolean;
}

/** Everything that the file's requests send for the model to read. */
export function sentContents(
  ev: Evaluator,
  callSites: readonly CallSite[],
  results: ReadonlyMap<CallNode, ResultSource>,
  redactors: Names,
): Followed<SentContent> {
  interface Part extends SentPart {
    readonly parts: Set<SentPart>;
    origins: readonly Origin[];
  }
  const own = ownFiles(ev, callSites);
  const newPart = (node: Node, path: Path): Part => {
    const part: Part = {
      node,
      path,
      parts: new Set(),
      origins: [],
      isOwn: own.has(ev.index.indexOf(node)),
      isLeftToCallers: () => isLeft(ev, part.origins, own),
      isBodyOfCallers: () =>
        isLeft(ev, part.origins, own) && part.origins.every((each) => isOfCallers(ev, each, own)),
      isRedactedInQueue: () => part.origins.every(isFromQueue) && ev.isMentioned(queuesRedacted),
      isFetchedElsewhere: () =>
        part.origins.length > 0 &&
        part.origins.every(({ kind, at }) => kind === 'call' && !own.has(ev.index.indexOf(at))),
    };
    return part;
  };
  const memory = new PlaceMemory<Part>();
  const open: Part[] = [];
  // What one call hands to a function is no part of what another one hands it.
  const partAt = (node: Node, path: Path, frame: Frame | undefined): Part => {
    const key = memory.keyOf(path, frame, '');
    let part = memory.get(node, key);
    if (!part) memory.set(node, key, (part = newPart(node, path)));
    return part;
  };
  const watch: Watch = (node, path, goOn, frame) => {
    const part = partAt(node, path, frame);
    open.at(-1)?.parts.add(part);
    if (isRedacting(ev, node, redactors, frame)) return [];
    // const [, domain] = email.split("@")
    if (path[0] === '1' && isSplitAtSign(unwrap(node))) return [];
    open.push(part);
    try {
      const origins = goOn();
      const outside = origins.filter(isFromOutside);
      if (outside.length > part.origins.length) part.origins = outside;
      return origins;
    } finally {
      open.pop();
    }
  };
  const t = createTracer(ev, results, { redactors, watch, asksElsewhere: callSites.some(asksMade) });
  const sent = new Map<CallNode, SentPart[]>();
  const asking = callSites.filter((site) => !asksRedactingModel(ev, site, redactors));
  const [asked] = asking;
  const answered = asked
    ? toolResults(ev).map((node) => ({ node, path: [], frame: undefined, sentBy: asked.node }))
    : [];
  for (const { node, path, frame, sentBy } of [...sentRoots(t, asking), ...answered]) {
    t.trace(node, path, frame);
    const list = sent.get(sentBy);
    const part = partAt(node, path, frame);
    if (list) list.push(part);
    else sent.set(sentBy, [part]);
  }
  const found = [...sent].map(([call, parts]): SentContent => {
    const isBodyToldThere = once(() => isBodyToldWhereHandedIn(ev, call, callSites));
    return { call, parts, isBodyToldThere };
  });
  return { found, complete: !t.isSpent };
}

/** The asking file, and those that it hands what asks: they do not know that they ask Claude. */
function ownFiles(ev: Evaluator, callSites: readonly CallSite[]): ReadonlySet<SyntaxIndex> {
  const handed = callSites.filter(isHandedSite).filter(({ isPassedOn }) => isPassedOn);
  return new Set([
    ev.index,
    ...handed.flatMap(({ way: [first] }) => (first ? [ev.index.indexOf(first)] : [])),
  ]);
}

/**
 * Goes through what a call sends, from the request back.
 *
 * @param enter told of each part, with what it returned for the part that this one goes into; `undefined` ends the way
 */
export function visitSent<State>(
  { parts }: SentContent,
  start: State,
  enter: (part: SentPart, state: State) => State | undefined,
): void {
  const seen = new Set<SentPart>();
  const visit = (part: SentPart, state: State): void => {
    if (seen.has(part)) return;
    seen.add(part);
    const next = enter(part, state);
    if (next === undefined) {
      // Another way to the same part may go on.
      seen.delete(part);
      return;
    }
    for (const inner of part.parts) visit(inner, next);
  };
  for (const part of parts) visit(part, start);
}

/**
 * Where a parameter of the file is among the origins, those in other modules came in with it.
 *
 * @param own the files that are asked
 */
function isLeft(ev: Evaluator, origins: readonly Origin[], own: ReadonlySet<SyntaxIndex>): boolean {
  const here = origins.filter(({ at }) => !('type' in at) || own.has(ev.index.indexOf(at)));
  const asked = here.length > 0 ? here : origins;
  return asked.length > 0 && asked.every((each) => isHandedIn(ev, each));
}

/** What a call on a parameter gives is fetched where that call stands, and not by who hands in what is called. */
function isHandedIn(ev: Evaluator, { kind, at, path }: Origin): boolean {
  if (kind !== 'parameter' || path.some(isCallStep)) return false;
  return callersDecide(ev, { reason: 'parameter', node: at }) || areCallersHere(ev, at);
}

/** True for a parameter of which the file shows every call: what those hand in is among the origins. */
function areCallersHere(ev: Evaluator, parameter: Node): boolean {
  const fn = parameter.parent;
  if (!fn || !isFunction(fn)) return false;
  const { calls, complete } = callersOf(ev, fn);
  return complete && calls.length > 0;
}

/**
 * False for a parameter of the file of which other modules do not show every call, a handler that a bus finds by the kind of a message;
 * and for a body that the file reads itself, or a module that it hands its handler to.
 */
function isOfCallers(ev: Evaluator, origin: Origin, own: ReadonlySet<SyntaxIndex>): boolean {
  if (!('type' in origin.at)) return true;
  const file = ev.index.indexOf(origin.at);
  if (isFromBody(origin)) return !ev.isAbove(file);
  if (!own.has(file)) return true;
  return areCallersHere(ev, origin.at) || (callsElsewhere(ev, origin.at)?.length ?? 0) > 0;
}

/** True for a part that something is fetched through: a client of a database, the request whose body is read. */
export function isHandle({ path }: SentPart): boolean {
  return path.some(isCallStep);
}

/** False for what Claude answered, for errors, for the configuration, and for what is written in some source file. */
function isFromOutside(origin: Origin): boolean {
  const { kind, at, path } = origin;
  if (kind === 'result' || kind === 'caught') return false;
  if (kind === 'import') return path.some((step) => step.includes('('));
  return kind !== 'global' || at.name !== 'process' || path[0] === 'argv';
}
