/**
 * From what a file does to the catalogue's rows: which features it uses, what it may use, and what no row names.
 */
import { methodNode } from '../../analysis/syntax/nodes.ts';
import { callPathsOf, camelCase, helperPathsOf, pathsOf } from '../../analysis/sdk-surface/index.ts';
import type { Platform } from '../../analysis/sdk-surface/index.ts';
import type { CallSite, FileAnalysis, Signals } from '../../analysis/index.ts';
import type { Answer, Known, Node, Unknown } from '../../analysis/syntax/types.ts';
import { literalOf } from '../../analysis/values/answers.ts';
import { namesOf } from '../../analysis/values/origins.ts';
import { CHECKED_ON, FEATURES, featureById } from './index.ts';
import type { Feature, ParamMarker } from './types.ts';

/** A use of a feature, and the node that shows it. */
export interface FeatureUse {
  readonly feature: Feature;
  readonly node: Node;
  /** The request that the node is handed to, when it stands outside of it. */
  readonly sentBy: CallSite | undefined;
  /** It reads what was stored before. */
  readonly reads?: true;
}

/** A request of which the file does not show everything. */
export interface Undecided {
  readonly site: CallSite;
  readonly answer: Unknown;
}

/** A tool type or beta that no row names. */
export interface Unclassified {
  readonly kind: 'beta' | 'tool';
  readonly value: string;
  readonly node: Node;
  /** The day the catalogue was last checked. */
  readonly date: string;
}

export interface Matches {
  readonly uses: readonly FeatureUse[];
  readonly undecided: readonly Undecided[];
  readonly unclassified: readonly Unclassified[];
}

/** True where another provider's contract applies, not the arrangement with Anthropic. */
export function isOtherContract(platform: Platform): boolean {
  return OTHER_CONTRACTS.has(platform);
}

const OTHER_CONTRACTS: ReadonlySet<Platform> = new Set<Platform>(['bedrock', 'foundry', 'gateway', 'vertex']);

/**
 * Matches everything a file does against the catalogue.
 *
 * @param isOfInterest the rows to look for
 * @param isAsked those of them for which it matters that a request is not shown as a whole
 */
export function matchFeatures(
  analysis: FileAnalysis,
  isOfInterest: (feature: Feature) => boolean,
  isAsked: (feature: Feature) => boolean,
): Matches {
  const signals = ours(analysis.signals());
  const sites = [...analysis.callSites, ...analysis.handedSites()].filter(
    (site) => !isOtherContract(site.platform),
  );
  const isWanted = remembered(isOfInterest);
  const matters = remembered(isAsked);
  const uses = new Map<string, FeatureUse>();
  const undecided = new Map<CallSite, Undecided>();
  const put = (feature: Feature, use: Omit<FeatureUse, 'feature'>): void => {
    // What a function of another module writes is told there.
    if (isWanted(feature) && analysis.pathOf(use.node) === undefined)
      uses.set(`${feature.id}@${String(use.node.range[0])}`, { feature, ...use });
  };
  const add = (feature: Feature, node: Node): void => {
    put(feature, { node, sentBy: analysis.sentBy(node) });
  };
  if (signals.shapes.length + signals.betas.length > 0) {
    for (const feature of SHOWN) for (const node of shown(feature, signals)) add(feature, node);
  }
  for (const feature of CALLED) for (const use of called(feature, signals)) put(feature, use);
  for (const { feature, marker } of signals.updates.length > 0 ? PARAMS : []) {
    for (const answer of signals.updates.flatMap((update) => update.get(marker.path)))
      if (answer.kind !== 'absent' && answer.property && applies(answer, marker))
        add(feature, writtenAt(answer));
  }
  for (const { feature, marker } of sites.length > 0 ? PARAMS : []) {
    for (const site of sites) {
      if (site.operation.impliedField === marker.path && isImplied(site, marker.path))
        add(feature, methodNode(site.node));
      // A whole part of the request may be missing; what one of its tools says is not of that kind.
      const asks = !/[.[]/.test(marker.path) && matters(feature);
      if (isWanted(feature)) for (const node of helped(site, marker)) add(feature, node);
      if (!asks && !(isMentioned(site, marker.path) && isWanted(feature))) continue;
      for (const answer of readings(site, marker)) {
        if (answer.kind === 'unknown' && !answer.property) {
          if (asks) undecided.set(site, { site, answer });
        } else if (answer.kind !== 'absent') {
          add(feature, writtenAt(answer));
        }
      }
    }
  }
  for (const tool of signals.tools) {
    const row = rowOfTool(tool.type);
    const instead = row?.markers.directAs;
    if (instead !== undefined && isDirectOnly(tool.callers)) {
      const feature = featureById(instead);
      if (feature) add(feature, tool.node);
    } else if (row) {
      add(row, tool.node);
    }
  }
  return {
    uses: [...uses.values()],
    undecided: [...undecided.values()],
    unclassified: unclassified(signals),
  };
}

/** Answers once for each row: rows have several markers, and files several requests. */
function remembered(ask: (feature: Feature) => boolean): (feature: Feature) => boolean {
  const known = new Map<Feature, boolean>();
  return (feature) => {
    let answer = known.get(feature);
    if (answer === undefined) known.set(feature, (answer = ask(feature)));
    return answer;
  };
}

/** The property or assignment that puts a value into the request; else the value. */
function writtenAt(answer: Known | Unknown): Node {
  if (answer.property) return answer.property.key;
  const assignment = answer.kind === 'known' ? answer.assignment : undefined;
  const target = assignment?.type === 'AssignmentExpression' ? assignment.left : undefined;
  return target?.type === 'MemberExpression' ? target.property : answer.node;
}

/** The rows by what shows them. */
const SHOWN = FEATURES.filter(({ markers }) => markers.shapes ?? markers.betas);
const CALLED = FEATURES.filter(({ markers }) => markers.methods ?? markers.endpoints ?? markers.modules);
const PARAMS = FEATURES.flatMap((feature) =>
  (feature.markers.params ?? []).map((marker) => ({ feature, marker })),
);

/** The last key of each path, in any SDK's spelling. */
const KEYS = new Map(
  PARAMS.map(({ marker }) => {
    const key = (marker.path.split('.').at(-1) ?? '').replace(/\[\*\]$/, '');
    return [marker.path, [...new Set([key, camelCase(key)])]] as const;
  }),
);

/** Whether the file has the last key of a path at all. */
function isMentioned(site: CallSite, path: string): boolean {
  return path === 'model' || KEYS.get(path)?.some((key) => site.params.hasKey(key)) === true;
}

/** What is not under another provider's contract. */
function ours({ methods, tools, betas, endpoints, shapes, ...others }: Signals): Signals {
  const isOurs = ({ platform }: { readonly platform: Platform | undefined }): boolean =>
    !platform || !isOtherContract(platform);
  return {
    methods: methods.filter(isOurs),
    tools: tools.filter(isOurs),
    betas: betas.filter(isOurs),
    endpoints: endpoints.filter(isOurs),
    shapes: shapes.filter(isOurs),
    ...others,
  };
}

/** Parts of requests that show a feature by something other than a field or a tool. */
function shown(feature: Feature, signals: Signals): Node[] {
  const { shapes = [], ttl, betas } = feature.markers;
  return [
    ...signals.shapes.filter((s) => shapes.includes(s.shape) && hasTtl(s.ttl, ttl)),
    ...signals.betas.filter(({ value }) => betas?.test(value) === true && rowOfBeta(value) === feature),
  ].map(({ node }) => node);
}

/** Deleting, archiving and cancelling: what is stored goes. */
const CLEANS = /^(?:archive|cancel|del|delete|deleteAll|remove)$/;
/** What shows that something is stored, and stores nothing itself. */
const READS = /^(?:content|download|get|list|results|retrieve\w*)$/;

/** What looks at an organization from outside: nothing that an application stored. */
const OVERSEES = /^(?:\/v1\/)?(?:compliance|organizations?)\b/;

/** Requests and modules that are uses by themselves; clean-up is none. */
function called(feature: Feature, signals: Signals): Omit<FeatureUse, 'feature'>[] {
  const { methods = [], endpoints = [], modules = [] } = feature.markers;
  const found: { readonly node: Node; readonly does: string }[] = [
    ...signals.methods
      .filter(({ path }) => methods.some((pattern) => isMethod(path, pattern)))
      .map(({ node, path }) => ({ node, does: OVERSEES.test(path) ? '' : (path.split('.').at(-1) ?? '') })),
    ...signals.endpoints
      .filter(({ path }) => endpoints.some((e) => isBelow(path, e)))
      .map(({ node, path, verb }) => ({ node, does: deedOf(path, verb) })),
    // One report says it for the whole file.
    ...signals.modules
      .filter(({ source }) => modules.some((m) => source === m || source.startsWith(`${m}/`)))
      .slice(0, 1)
      .map(({ node }) => ({ node, does: '' })),
  ];
  return found.flatMap(({ node, does }) => {
    if (CLEANS.test(does)) return [];
    return [{ node, sentBy: undefined, ...(READS.test(does) && { reads: true as const }) }];
  });
}

/** What a request over HTTP does, as the SDK calls it. */
function deedOf(path: string, verb: string | undefined): string {
  if (OVERSEES.test(path)) return '';
  if (verb === 'DELETE') return 'delete';
  return /\/(archive|cancel)(?=$|[/?])/.exec(path)?.[1] ?? (verb === 'GET' ? 'list' : '');
}

function isMethod(path: string, pattern: string): boolean {
  const wanted = pattern.replace(/^beta\./, '');
  return wanted.endsWith('.*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}

function isBelow(path: string, endpoint: string): boolean {
  const rest = path.startsWith(endpoint) ? path.slice(endpoint.length) : undefined;
  return rest !== undefined && /^(?:$|[/?\u0000])/.test(rest);
}

/** Whether a cache entry has the lifetime that a row is about: an hour if it can be one, else five minutes. */
function hasTtl(found: readonly Answer[] | undefined, wanted: '1h' | '5m' | undefined): boolean {
  const long = (found ?? []).some((a) => literalOf(a) === '1h');
  return wanted === undefined || long === (wanted === '1h');
}

function rowOfTool(type: string): Feature | undefined {
  return FEATURES.find((f) => f.markers.tools?.test(type));
}

function rowOfBeta(value: string): Feature | undefined {
  return FEATURES.find((f) => f.id !== UNLISTED && f.markers.betas?.test(value) === true);
}

const UNLISTED = 'beta_unlisted';

/** What the site's request and the calls on what it makes hold at a marker, values that mean "off" left out. */
function readings(site: CallSite, marker: ParamMarker): Answer[] {
  if (marker.path === 'model') return site.models().filter((a) => applies(a, marker));
  const found = [
    ...pathsOf(site.operation, marker.path).flatMap((path) => site.params.get(path)),
    ...callPathsOf(site.operation, marker.path).flatMap((path) => site.perCall.flatMap((p) => p.get(path))),
  ];
  return found.filter((answer) => applies(answer, marker) && !isListOfNone(site, marker.path, answer));
}

/** A batch of no requests, which is known to have none of their fields. */
function isListOfNone({ operation, params }: CallSite, path: string, answer: Answer): boolean {
  if (operation.kind !== 'batch' && !path.includes('[*]')) return false;
  const list = answer.kind === 'known' && answer.value.kind === 'array' ? answer.value.node : undefined;
  return list !== undefined && params.roots.some(({ node }) => node === list);
}

/** Options of an SDK's own that put the field into the request. */
function helped({ operation, params, perCall }: CallSite, { path, is }: ParamMarker): Node[] {
  if (is !== undefined) return [];
  return helperPathsOf(operation, path).flatMap((own) => {
    const key = own.split('.').at(-1) ?? own;
    if (!params.hasKey(key)) return [];
    return [params, ...perCall]
      .flatMap((view) => view.get(own))
      .filter((answer) => applies(answer, { path }) && (own !== 'output' || givesSchema(answer)))
      .map((answer) => (answer.kind === 'absent' ? answer.node : writtenAt(answer)));
  });
}

/** `Output.object({ schema })` and its like; `Output.text()` and `Output.json()` have none. */
function givesSchema(answer: Answer): boolean {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
  return /^(?:array|choice|object)$/.test(namesOf(answer.value.api).at(-2) ?? '');
}

function applies(answer: Answer, { is }: ParamMarker): boolean {
  if (answer.kind === 'absent') return false;
  if (answer.kind === 'unknown') return is === undefined || !answer.property;
  const value = literalOf(answer);
  if (is === undefined) {
    if (answer.value.kind === 'array') return true;
    return answer.value.kind !== 'literal' || (value !== null && value !== undefined && value !== false);
  }
  if (is instanceof RegExp) return typeof value === 'string' && is.test(value);
  return value === is;
}

/** The request says nothing of the field, which then is on. */
function isImplied(site: CallSite, path: string): boolean {
  return site.params
    .get(path)
    .some((answer) => answer.kind === 'absent' || (answer.kind === 'unknown' && !answer.property));
}

function isDirectOnly(callers: readonly Answer[]): boolean {
  return callers.length > 0 && callers.every((caller) => literalOf(caller) === 'direct');
}

function unclassified(signals: Signals): Unclassified[] {
  const found = new Map<string, Unclassified>();
  const add = (kind: Unclassified['kind'], value: string, node: Node): void => {
    found.set(`${value}@${String(node.range[0])}`, { kind, value, node, date: CHECKED_ON });
  };
  for (const { type, node, certain } of signals.tools) {
    if (certain && rowOfTool(type) === undefined) add('tool', type, node);
  }
  for (const { value, node, certain } of signals.betas) {
    if (certain && rowOfBeta(value) === undefined) add('beta', value, node);
  }
  return [...found.values()];
}
