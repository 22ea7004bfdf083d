/**
 * What goes into requests, piece by piece: from the request back to where each piece enters the file, with the names
 * it is read by on the way. Redactors end the way.
 */
import type { CallSite } from '../requests/call-site.ts';
import { calleeName, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersDecide } from '../sites/callers.ts';
import { isHandedSite } from '../sites/handed-sites.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import { isFromBody } from './request-bodies.ts';
import { fetchOf } from './fetches.ts';
import { isMetadataName, isNameOfThing } from './names.ts';
import { isCallStep, isOverwritten, leavesOutContent } from './path-steps.ts';
import { asksMade, sentRoots, stepName } from './prompts.ts';
import { asksRedactingModel } from './redacting-models.ts';
import { isRedacting } from './redactors.ts';
import type { Names } from './sinks.ts';
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
}

/** What one call sends. */
export interface SentContent {
  readonly call: CallNode;
  readonly parts: readonly SentPart[];
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
    };
    return part;
  };
  const parts = new Map<Node, Map<string, Part>>();
  const open: Part[] = [];
  const partAt = (node: Node, path: Path): Part => {
    let ofNode = parts.get(node);
    if (!ofNode) parts.set(node, (ofNode = new Map<string, Part>()));
    const key = path.join('\u0000');
    let part = ofNode.get(key);
    if (!part) ofNode.set(key, (part = newPart(node, path)));
    return part;
  };
  const watch: Watch = (node, path, goOn, frame) => {
    const part = partAt(node, path);
    open.at(-1)?.parts.add(part);
    if (isRedacting(ev, node, redactors, frame)) return [];
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
  for (const { node, path, frame, sentBy } of sentRoots(t, asking)) {
    t.trace(node, path, frame);
    const list = sent.get(sentBy);
    if (list) list.push(partAt(node, path));
    else sent.set(sentBy, [partAt(node, path)]);
  }
  return { found: [...sent].map(([call, list]) => ({ call, parts: list })), complete: !t.isSpent };
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
  return (
    kind === 'parameter' && !path.some(isCallStep) && callersDecide(ev, { reason: 'parameter', node: at })
  );
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

/** Calls whose name speaks of what they give: `getSsn(patient)`, `patient.getEmail()`. */
const GETTERS = /^(?:decrypt|fetch|format|get|load|lookup|read)(?=[A-Z_])/;

/**
 * The names by which a part is read, outermost first: `patient`, `name`, `family` of `patient.name[0].family`. For a value in
 * an object that is put together, `key` is what it is called there.
 */
export function namesOfPart(part: SentPart): PartNames {
  let known = namesOf.get(part);
  if (!known) namesOf.set(part, (known = readNames(part)));
  return known;
}

/** How a part is called: see {@link namesOfPart}. */
export interface PartNames {
  readonly names: readonly string[];
  readonly key: string | undefined;
}

/** Several requests can send the same part. */
const namesOf = new WeakMap<SentPart, PartNames>();

function readNames(part: SentPart): PartNames {
  const { node, path } = part;
  if (unwrap(node) !== node) return { names: [], key: undefined };
  const outer = wrapped(node);
  const holder = outer.parent;
  const key =
    holder?.type === 'Property' && holder.value === outer && holder.parent.type === 'ObjectExpression'
      ? writtenKey(holder)
      : undefined;
  const steps = path.map(nameOfStep).filter((name) => name !== undefined);
  return {
    names: [...namesAsWritten(part), ...steps].flatMap(shownName),
    key: path.length === 0 ? key : undefined,
  };
}

/** `note` of `get(note)`, by which forms are read; of other calls, the name of what is called. */
function nameOfStep(step: string): string | undefined {
  if (isOverwritten(step)) return undefined;
  return step.includes('(') && !/^get(?:All)?\(\w/.test(step) ? step.replace(/\(.*$/s, '') : stepName(step);
}

/** Names as programs have them. */
const NAME = /^#?[\p{L}_$][\w\p{L}$-]*$/u;
/** Which of several is read: an index, or any. */
const POSITION = /^(?:\d+|\*)$/;
/** Any other key is a field as well, but what stands in its quotes can be a value, and is not shown. */
const OTHER_KEY = '[…]';

function shownName(name: string): string[] {
  if (NAME.test(name)) return [name];
  return POSITION.test(name) ? [] : [OTHER_KEY];
}

function namesAsWritten({ node, origins }: SentPart): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'MemberExpression') return writtenNames(node);
  if (node.type !== 'CallExpression') return [];
  const names = writtenNames(node.callee);
  const own = names.at(-1) ?? '';
  // What the file shows from within is named by what it gives.
  const isOutside = origins.some(
    (each) =>
      (each.kind === 'call' && each.at === node) || each.path.some((step) => step.startsWith(`${own}(`)),
  );
  return isOutside && GETTERS.test(own) ? [...names.slice(0, -1), own.replace(GETTERS, '')] : [];
}

/**
 * What a part reads of the body of a request to the file's own server, as text.
 *
 * @returns the name it is read by; undefined for everything else, for what is put together of several values, and for fields whose
 *   name says that they are an id, a number, a locale or one of a few words
 */
export function bodyFieldOf(part: SentPart): string | undefined {
  const { type } = part.node;
  if (type !== 'Identifier' && type !== 'MemberExpression' && type !== 'CallExpression') return undefined;
  const fields = part.origins
    .filter((each) => isFromBody(each) && !leavesOutContent(each.path))
    .map(
      ({ path }) =>
        path
          .map(stepName)
          .filter((name) => name !== undefined)
          .at(-1) ?? 'body',
    );
  const field = fields.find((name) => !isMetadataName(name) && !isNameOfThing(name));
  if (field === undefined || isComposed(part)) return undefined;
  const { names } = namesOfPart(part);
  const last = names.at(-1) ?? '';
  if (isMetadataName(last) || isNameOfThing(last)) return undefined;
  // What it is called in the body, where the name here is another.
  const isNamed = names.length > 0 && (field === 'body' || names.at(-1) === field);
  return isNamed ? names.join('.') : field;
}

/** The text that the file writes there, if any. */
export function textOfPart({ node }: SentPart): string | undefined {
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('\u0000');
  return literalText(node);
}

const composed = new WeakSet<SentPart>();

/** True when more than one value goes into the part: texts, objects, lists that are put together. */
export function isComposed(part: SentPart, seen = new Set<SentPart>()): boolean {
  if (composed.has(part)) return true;
  if (seen.has(part)) return false;
  seen.add(part);
  const node = unwrap(part.node);
  // What is parsed is one value, of however many pieces its text was put together; so is what is fetched.
  if (isParsedText(node) || (node.type === 'CallExpression' && fetchOf(node) !== undefined)) return false;
  const found = putsTogether(node) || [...part.parts].some((inner) => isComposed(inner, seen));
  if (found) composed.add(part);
  return found;
}

/** `JSON.parse(text)`, `response.json()`; a schema that parses an object leaves it the fields it has. */
function isParsedText(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const names = writtenNames(node.callee);
  return names.join('.') === 'JSON.parse' || (names.at(-1) === 'json' && node.arguments.length === 0);
}

function putsTogether(node: Node): boolean {
  switch (node.type) {
    case 'TemplateLiteral':
      return node.expressions.length > 0;
    case 'ObjectExpression':
      return node.properties.length > 0;
    case 'ArrayExpression':
      return node.elements.length > 0;
    case 'CallExpression':
      // A template that is filled in.
      return (
        /^(?:concat|replace|replaceAll)$/.test(calleeName(node.callee) ?? '') &&
        node.arguments.some((a) => literalText(a) === undefined && !isPattern(a))
      );
    default:
      return node.type === 'BinaryExpression' && node.operator === '+';
  }
}

function isPattern(node: Node): boolean {
  return node.type === 'Literal' && 'regex' in node;
}
