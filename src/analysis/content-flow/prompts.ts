/**
 * What goes into a request to Claude: the places in the file where its content comes from. What comes from there is
 * content everywhere in the file, before the request as well as after it.
 */
import type { CallSite } from '../requests/call-site.ts';
import { isHandedSite } from '../sites/handed-sites.ts';
import { calleeName, literalText, writtenKey } from '../syntax/nodes.ts';
import { parsePath } from '../values/object-view.ts';
import type { RequestRoot } from '../values/object-view.ts';
import { promptPathsOf } from '../sdk-surface/index.ts';
import type { Gateway } from '../syntax/declared-gateways.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
import { TURNS } from './makers.ts';
import { isMetadataName, isNameOfThing, isReading } from './names.ts';
import { leftOut } from './path-steps.ts';
import type { Origin, Tracer } from './types.ts';

/** Where content that some request sends comes from. */
export type PromptOrigin = Origin & {
  /** The call that sends it. */
  readonly sentBy: CallNode;
  /** It is the list of turns as a whole. */
  readonly isTurns: boolean;
};

/** The origins of everything the file sends to Claude, by the place they come from. */
export function promptOrigins(t: Tracer, callSites: readonly CallSite[]): Map<object, PromptOrigin[]> {
  const found = new Map<object, PromptOrigin[]>();
  const add = (origins: readonly Origin[], sentBy: CallNode, isTurns = false): void => {
    for (const each of origins) {
      if (!isContent(each)) continue;
      const list = found.get(each.at);
      if (list) list.push({ ...each, sentBy, isTurns });
      else found.set(each.at, [{ ...each, sentBy, isTurns }]);
    }
  };
  for (const { node, path, frame, sentBy } of sentRoots(t, callSites))
    add(t.trace(node, path, frame), sentBy, LISTS_TURNS.has(path.at(-1) ?? ''));
  const [first] = callSites;
  if (first) for (const content of writtenTurns(t)) add(t.trace(content, []), first.node);
  return found;
}

/** Keys of requests under which the turns of a conversation stand. */
const LISTS_TURNS: ReadonlySet<string> = new Set(['contents', 'messages', 'uiMessages']);

/** Where a request holds what the model is to read: `path` of the value of `node`. */
export interface SentRoot extends RequestRoot {
  /** The call that sends it. */
  readonly sentBy: CallNode;
}

/** Every place of the file's requests that holds what the model is to read. */
export function* sentRoots(t: Tracer, callSites: readonly CallSite[]): Generator<SentRoot> {
  for (const site of callSites) {
    if (site.contract) {
      yield* declaredRoots(site, site.contract);
      continue;
    }
    const { asked } = isHandedSite(site) ? site : {};
    if (asked) yield { ...asked, sentBy: site.node };
    for (const { node, path, frame } of site.params.roots) {
      // Every word of a command line can be what is asked.
      if (site.via === 'command') yield { node, path, frame, sentBy: site.node };
      else
        for (const place of promptPathsOf(site.operation.sdk))
          yield { node, path: [...path, ...parsePath(place)], frame, sentBy: site.node };
    }
  }
  for (const { node: sentBy, asks = [], site } of t.results.values()) {
    for (const { node, path, frame } of asks) {
      yield { node, path, frame, sentBy };
      for (const place of promptPathsOf(site?.operation.sdk))
        yield { node, path: [...path, ...parsePath(place)], frame, sentBy };
    }
  }
  if (!t.hasMakers) return;
  for (const call of t.ev.index.calls) {
    const asked = askedOf(t, call);
    if (asked) yield { node: asked, path: [], frame: undefined, sentBy: call };
  }
}

/** The arguments of which a gateway declares that they are sent. */
function* declaredRoots({ node: sentBy }: CallSite, { sends = ['0'] }: Gateway): Generator<SentRoot> {
  for (const place of sends) {
    const [position = '', ...path] = place.split('.');
    const node = sentBy.arguments[Number(position)];
    if (node && node.type !== 'SpreadElement') yield { node, path, frame: undefined, sentBy };
  }
}

/** True for a call that asks a model or an agent which another module makes. */
export function asksMade({ via, operation }: CallSite): boolean {
  return via === 'handed' && operation.perCall !== undefined;
}

/** Roles of the turns of a conversation. */
const ROLES: ReadonlySet<string> = new Set(['assistant', 'system', 'tool', 'user']);

/** Contents of turns and tool results that are written out anywhere in the file, whatever list they are put into. */
function* writtenTurns({ ev }: Tracer): Generator<Node> {
  for (const mark of ['role', 'tool_use_id']) {
    for (const property of ev.index.propertiesNamed(mark)) {
      if (mark === 'role' && !ROLES.has(literalText(property.value) ?? '')) continue;
      for (const sibling of property.parent.type === 'ObjectExpression' ? property.parent.properties : []) {
        if (sibling.type === 'Property' && writtenKey(sibling) === 'content') yield sibling.value;
      }
    }
  }
}

/** What a call hands to a model or an agent that was made before. */
function askedOf(t: Tracer, call: CallNode): Node | undefined {
  const name = calleeName(call.callee) ?? '';
  const { callee } = call;
  const [asked] = call.arguments;
  if (!TURNS.has(name) || callee.type !== 'MemberExpression' || !asked) return undefined;
  const isMade = t
    .trace(callee.object, [])
    .some((each) => each.kind === 'result' && each.at.shape === 'maker');
  return isMade ? asked : undefined;
}

/** False for what is content already, for settings, and for names that only describe content. */
function isContent(each: Origin): boolean {
  switch (each.kind) {
    case 'caught':
    case 'result':
      return false;
    case 'global':
      if (each.at.name === 'process' && each.path[0] !== 'argv') return false;
      break;
    case 'import':
      // A value imported as it is was written in some source file.
      if (!each.path.some((step) => step.includes('('))) return false;
      break;
    default:
  }
  const names = [nameOf(each.at), ...each.path.map(stepName)].filter((name) => name !== undefined);
  const last = names.at(-1);
  if (last === undefined) return true;
  return !isMetadataName(last) && !isNameOfThing(last, names.at(-2));
}

/** The name a step of a path reads by: `message` of `[0]` has none. */
export function stepName(step: string): string | undefined {
  if (step === '*' || /^\d+$/.test(step) || leftOut(step)) return undefined;
  return /\((.+)\)$/.exec(step)?.[1] ?? step.replace(/\(.*$/, '');
}

function nameOf(at: Origin['at']): string | undefined {
  if (!('type' in at)) return 'name' in at ? at.name : undefined;
  let node = at;
  if (node.type === 'AssignmentPattern') node = node.left;
  if (node.type === 'RestElement') node = node.argument;
  if (node.type === 'Identifier') return node.name;
  const name = node.type === 'CallExpression' ? calleeName(node.callee) : undefined;
  // What reads a file, or fetches a URL, gives what is there.
  return name !== undefined && isReading(name) ? undefined : name;
}

/**
 * True when a value holds, or is part of, what is sent.
 *
 * @param path what is read of the place that both come from
 */
export function isSent(path: Path, sent: Path): boolean {
  const without = leftOut(path.at(-1) ?? '');
  if (without) return !without.includes(sent[path.length - 1] ?? '') && isSent(path.slice(0, -1), sent);
  const shared = Math.min(path.length, sent.length);
  if (!path.slice(0, shared).every((step, i) => sameStep(step, sent[i] ?? ''))) return false;
  // What is sent by the piece, `for await (const chunk of request)`, is not what `request.url` says.
  const [first = ''] = path;
  if (sent[0] === '*' && first !== '*' && isMetadataName(stepName(first) ?? '')) return false;
  const more = path.slice(shared);
  if (more.length > 0) {
    // The name of a block of a message is that of a tool.
    if (sent.at(-1) === 'content' && more.at(-1) === 'name') return false;
    return !more.some(
      (step, i) => isMetadataName(stepName(step) ?? '') || isNameOfThing(step, more[i - 1] ?? sent.at(-1)),
    );
  }
  // The whole shows what it holds, the entries of a form or a map as well, but not what another call on it would give.
  return !sent.slice(shared).some((step) => step.includes('(') && !/^get(?:All)?\(/.test(step));
}

function sameStep(a: string, b: string): boolean {
  return (
    a === b || ((a === '*' || /^\d+$/.test(a)) && (b === '*' || /^\d+$/.test(b))) || a === '*' || b === '*'
  );
}
