/**
 * Requests that a file makes through functions of other modules: a call of a function that hands its arguments on to
 * Claude is a request for what it hands in.
 */
import { callSite } from '../requests/call-site.ts';
import type { CallSite } from '../requests/call-site.ts';
import { siteFor } from '../requests/call-sites.ts';
import { asksOf } from '../requests/per-call-options.ts';
import type { Ask } from '../requests/per-call-options.ts';
import { contains, rootOf, unwrap } from '../syntax/nodes.ts';
import type { Answer, CallNode, Frame, FunctionNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { frameOf } from '../values/frames.ts';
import { requestParams } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { sitesIn } from './file-sites.ts';

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
}

/** True for a request that another module makes for a call of the asking file. */
export function isHandedSite(site: CallSite): site is HandedSite {
  return site.via === 'handed';
}

/** How many functions a request may be handed through. Documented in docs/limits.md. */
const MAX_FUNCTIONS = 6;
/** How many requests one call may lead to. */
const MAX_SITES = 12;

const memory = new WeakMap<Evaluator, readonly HandedSite[]>();

/** Every such request of the asking file, in source order. Empty where it imports no module that makes one. */
export function handedSites(ev: Evaluator): readonly HandedSite[] {
  let found = memory.get(ev);
  if (!found) {
    memory.set(ev, []);
    found = ev.payingFor('modules', () =>
      ev.index.calls.flatMap((call) =>
        mayLeadOut(ev, call) ? [...sitesAsked(ev, call), ...sitesBehind(ev, call)] : [],
      ),
    );
    memory.set(ev, found);
  }
  return found;
}

/**
 * Whether a call can enter a function of another module: false for calls of what the file itself declares as a function, of
 * globals, and of names from packages.
 */
export function mayLeadOut(ev: Evaluator, call: CallNode): boolean {
  if (call.type !== 'CallExpression') return false;
  const root = rootOf(unwrap(call.callee));
  if (root.type === 'ThisExpression' || root.type === 'NewExpression') return true;
  if (root.type === 'CallExpression') return mayLeadOut(ev, root);
  const definition = ev.index.variableOf(root)?.defs[0];
  switch (definition?.type) {
    case 'ImportBinding': {
      const declaration = definition.parent;
      return (
        declaration.type !== 'ImportDeclaration' || ev.moduleAt(declaration.source.value, root) !== undefined
      );
    }
    case 'FunctionName':
    case 'ClassName':
      return call.callee !== root;
    case undefined:
      return false;
    default:
      return true;
  }
}

/** What was made in another module, a model or an agent, and is asked by a call of this file. */
function sitesAsked(ev: Evaluator, call: CallNode): HandedSite[] {
  if (!ev.leadsOut) return [];
  return asksOf(ev, call, undefined, (node) => siteElsewhere(ev, node)).map((ask) =>
    askingSite(ev, call, ask, { frame: undefined, way: [], calls: [] }),
  );
}

function siteElsewhere(ev: Evaluator, node: CallNode): CallSite | undefined {
  const file = ev.index.indexOf(node);
  return file === ev.index ? undefined : sitesIn(ev, file).find((site) => site.node === node);
}

/** A call that asks what was made elsewhere: the maker decides all but the options that the call passes. */
function askingSite(
  ev: Evaluator,
  node: CallNode,
  { maker, params }: Ask,
  handed: Pick<HandedSite, 'calls' | 'frame' | 'way'>,
): HandedSite {
  const { operation, platform } = maker;
  const own: RequestParams = { ...requestParams(ev, [], node), get: () => [], below: () => [] };
  const site = callSite(ev, { node, operation, platform, via: 'handed', params: own, perCall: [params] });
  return { ...site, via: 'handed', request: maker, ...handed };
}

function sitesBehind(ev: Evaluator, call: CallNode): HandedSite[] {
  const found: HandedSite[] = [];
  const seen = new Set<FunctionNode>();

  const enter = (
    at: CallNode,
    frame: Frame | undefined,
    way: readonly FunctionNode[],
    calls: readonly CallNode[],
  ): void => {
    if (way.length >= MAX_FUNCTIONS || found.length >= MAX_SITES) return;
    for (const answer of ev.answers(at.callee, [], frame)) {
      if (answer.kind !== 'known' || answer.value.kind !== 'function') continue;
      const { node: fn, frame: outer } = answer.value;
      // A function of the asking file is looked at where it stands.
      if (seen.has(fn) || ev.index.indexOf(fn) === ev.index) continue;
      seen.add(fn);
      within(frameOf(ev, { node: fn, frame: outer }, at, frame), [...way, fn], calls);
    }
  };

  const within = (frame: Frame, way: readonly FunctionNode[], calls: readonly CallNode[]): void => {
    const { fn } = frame;
    const file = ev.index.indexOf(fn);
    const sites = sitesIn(ev, file);
    for (const site of sites)
      if (contains(fn, site.node))
        found.push(handedSite(ev, call, site, { frame, way, calls: [...calls, site.node] }));
    for (const inner of file.calls) {
      if (!contains(fn, inner) || inner.type !== 'CallExpression') continue;
      if (sites.some((site) => site.node === inner)) continue;
      const shown = siteFor(ev, inner, frame);
      if (shown) {
        const handed = { frame, way, calls: [...calls, inner], request: shown };
        found.push({ ...shown, via: 'handed', node: call, through: { call: inner, frame }, ...handed });
      }
      for (const ask of asksOf(ev, inner, frame, (node) => siteElsewhere(ev, node)))
        found.push(askingSite(ev, call, ask, { frame, way, calls: [...calls, inner] }));
      enter(inner, frame, way, [...calls, inner]);
    }
  };

  enter(call, undefined, [], []);
  return found;
}

function handedSite(
  ev: Evaluator,
  node: CallNode,
  request: CallSite,
  { frame, way, calls }: Pick<HandedSite, 'calls' | 'frame' | 'way'>,
): HandedSite {
  const roots = request.params.roots.map((root) => ({ ...root, frame }));
  const params = decidedHere(ev, request.params, requestParams(ev, roots, node));
  const { operation, platform } = request;
  const site = callSite(ev, { node, operation, platform, via: 'handed', params });
  return { ...site, via: 'handed', request, frame, way, calls };
}

/**
 * The view of a request from one of its callers.
 *
 * @param own the request in its own module, without a word of the caller
 * @param framed the same with what the caller hands in
 */
function decidedHere(ev: Evaluator, own: RequestParams, framed: RequestParams): RequestParams {
  return {
    ...framed,
    get(path) {
      const before = own.get(path);
      if (!before.some(isHandedOn)) return [];
      return framed.get(path).filter(({ kind, elsewhere }) => {
        return !elsewhere || !before.some((each) => each.kind === kind && each.node === elsewhere);
      });
    },
    below: (node, path) => (ev.index.indexOf(node) === ev.index ? framed.below(node, path) : []),
  };
}

/** The caller decides. */
function isHandedOn(answer: Answer): boolean {
  return answer.kind === 'unknown' && answer.reason === 'parameter';
}
