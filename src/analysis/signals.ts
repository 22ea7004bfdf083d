/**
 * What a file does with the API beyond the requests themselves: resources, tools, betas, endpoints, and
 * shapes that nothing else has. Each with the node to show. No opinion on any of it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallSite } from './call-sites.ts';
import { namesOf, sdkValueOf } from './clients.ts';
import type { DeclaredClients } from './clients.ts';
import { requestedPaths } from './http-calls.ts';
import { calleeName, contains, isFunction, literalText, unwrap, writtenKey } from './nodes.ts';
import { stringsOf } from './request-params.ts';
import { RESOURCES, toolTypeOf } from './sdk-surface/index.ts';
import type { Platform } from './sdk-surface/index.ts';
import type { Answer, Api, CallNode, Node, Resolved } from './types.ts';
import { isOpaque } from './values/answers.ts';
import type { Resolver } from './values/answers.ts';

/** Something found, and the node to show. */
export interface Signal {
  readonly node: Node;
  readonly platform: Platform | undefined;
}

/** A method of an API client, by its path without `beta.`: `files.upload`. */
export interface MethodSignal extends Signal {
  readonly path: string;
}

/** A tool that the API defines. */
export interface ToolSignal extends Signal {
  /** In the API's spelling: `code_execution_20250825`. */
  readonly type: string;
  /** Who may call it, as far as the tool says. */
  readonly callers: Resolved;
}

/** A beta header's value. */
export interface BetaSignal extends Signal {
  readonly value: string;
}

/** A path of the API that is requested. */
export interface EndpointSignal extends Signal {
  readonly path: string;
}

/** A module that is loaded, types excepted. */
export interface ModuleSignal extends Signal {
  readonly source: string;
}

export type ShapeName =
  | 'cache_control'
  | 'code_execution_caller'
  | 'content_mode'
  | 'direct_browser'
  | 'file_source'
  | 'mcp_servers';

/** A property, or object, that only Claude's API has. */
export interface ShapeSignal extends Signal {
  readonly shape: ShapeName;
  /** Values that the object can hold, for shapes that differ by one. */
  readonly ttl?: Resolved;
}

export interface Signals {
  readonly methods: readonly MethodSignal[];
  readonly tools: readonly ToolSignal[];
  readonly betas: readonly BetaSignal[];
  readonly endpoints: readonly EndpointSignal[];
  readonly modules: readonly ModuleSignal[];
  readonly shapes: readonly ShapeSignal[];
}

/** Collects the signals of a file. */
export function findSignals(
  r: Resolver,
  declared: DeclaredClients,
  sites: readonly CallSite[],
  evident: boolean,
): Signals {
  const platformAt = (node: Node): Platform | undefined => {
    const within = sites.filter((site) => contains(site.node, node));
    const only = new Set(sites.map((site) => site.platform));
    // Outside every call, a file that speaks to one platform only speaks to that.
    return within.at(-1)?.platform ?? (only.size === 1 ? [...only][0] : undefined);
  };
  const loaded = modules(r);
  const context: Context = {
    r,
    declared,
    platformAt,
    evident: evident || sites.length > 0,
    requests: sites.length > 0,
    alone: !loaded.some(({ source }) => OTHER_VENDORS.test(source)),
  };
  return {
    methods: methods(context, sites),
    tools: tools(context),
    betas: betas(context),
    endpoints: r.index.mentions('/v1/') ? endpoints(context) : [],
    modules: loaded,
    shapes: [...cacheControls(context), ...fileSources(context), ...mcpServers(context), ...others(context)],
  };
}

/** Packages of other vendors' clients. */
const OTHER_VENDORS =
  /^(?:openai|@google\/|@google-cloud\/|groq-sdk|@mistralai|cohere|together-ai|@azure\/openai|ollama)/;

interface Context {
  readonly r: Resolver;
  readonly declared: DeclaredClients;
  /** The platform of the request that a node belongs to, as far as the file shows it. */
  readonly platformAt: (node: Node) => Platform | undefined;
  /** The file has to do with Claude beyond doubt. */
  readonly evident: boolean;
  /** It makes requests itself. */
  readonly requests: boolean;
  /** It loads no other vendor's client, whose files and batches might be meant. */
  readonly alone: boolean;
}

// --- methods ----------------------------------------------------------------------------------------

function methods(context: Context, sites: readonly CallSite[]): MethodSignal[] {
  const { r, declared } = context;
  const found: MethodSignal[] = [];
  for (const site of sites) {
    const path = site.operation.kind === 'batch' ? 'messages.batches.create' : site.operation.id;
    if (site.via === 'http') continue;
    found.push({ path: path.replace(/^beta\./, ''), node: methodNode(site.node), platform: site.platform });
  }
  const taken = new Set(sites.map((site) => site.node));
  for (const call of r.index.calls) {
    if (taken.has(call)) continue;
    const names = chainNames(call.callee);
    const last = names.at(-1) ?? '';
    const relevant = names.some((name) => RESOURCES.has(name)) || ACTING.test(last);
    const signal = relevant && methodSignal(context, call, names, declared);
    if (signal) found.push(signal);
  }
  return found;
}

/** Names of functions that are the same as a method of a client. */
const ACTING = /^(?:files|skills|experimental_batch|anthropicPromptCachingMiddleware|cacheControl)$/;

function methodSignal(
  context: Context,
  call: CallNode,
  names: readonly string[],
  declared: DeclaredClients,
): MethodSignal | undefined {
  const { r } = context;
  for (const answer of r.answers(call.callee, [])) {
    if (answer.kind === 'known' && answer.value.kind === 'api') {
      const { api } = answer.value;
      const value = sdkValueOf(api, declared);
      if (value?.row.resource)
        return { path: pathBelowClient(api), node: methodNode(call), platform: value.platform };
      if (value?.row.actsAs !== undefined) {
        return { path: value.row.actsAs, node: methodNode(call), platform: value.platform };
      }
      if (value) return undefined;
      const shaped = shapedPath(namesOf(api), context);
      if (shaped !== undefined && isOwn(api))
        return { path: shaped, node: methodNode(call), platform: undefined };
    } else if (answer.kind === 'unknown') {
      const shaped = shapedPath(names, context);
      if (shaped !== undefined) return { path: shaped, node: methodNode(call), platform: undefined };
    }
  }
  return undefined;
}

/** A client from a module of the application's own, or from a variable nobody declares. */
function isOwn(api: Api): boolean {
  let current = api;
  while (current.from) current = current.from;
  return current.step.kind === 'module' && /^(?:\.{1,2}\/|[@~]\/|#)/.test(current.step.source);
}

/** The path from the client to the method, without `beta.`. */
function pathBelowClient(api: Api): string {
  const names = namesOf(api);
  const start = names.findIndex((name) => RESOURCES.has(name) || name === 'messages');
  return names
    .slice(start)
    .filter((name) => name !== '()')
    .join('.');
}

/** The path of a method on a client that the file does not show. */
function shapedPath(names: readonly string[], { evident, alone }: Context): string | undefined {
  const batches = names.indexOf('batches');
  if (batches > 0 && names[batches - 1] === 'messages') return names.slice(batches - 1).join('.');
  const start = names.findIndex((name) => RESOURCES.has(name));
  if (start < 1 || start === names.length - 1 || names[start - 1] === 'chat') return undefined;
  const receiver = names.slice(0, start).join(' ');
  const told =
    /anthropic|claude/i.test(receiver) || (evident && alone && /\b(?:client|this|api|ai)\b/.test(receiver));
  return told ? names.slice(start).join('.') : undefined;
}

/** Members and calls further out than this belong to something that the API only started. */
const MAX_CHAIN = 12;

/** The names a callee is written with, outermost object first. */
function chainNames(callee: Node): string[] {
  const names: string[] = [];
  let current = unwrap(callee);
  while (names.length < MAX_CHAIN) {
    if (current.type === 'MemberExpression') {
      names.push(writtenKey(current) ?? '*');
      current = unwrap(current.object);
    } else if (current.type === 'CallExpression') {
      current = unwrap(current.callee);
    } else {
      if (current.type === 'Identifier') names.push(current.name);
      if (current.type === 'ThisExpression') names.push('this');
      break;
    }
  }
  return names.reverse();
}

function methodNode(call: CallNode): Node {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

// --- tools ------------------------------------------------------------------------------------------

/** A tool type of the API: a name with a date, or the few without. Edits of the context are dated, too. */
const DATED_TOOL =
  /^(?!clear_|compact_)(?:[a-z][a-z0-9_]*_20\d{6}|mcp_toolset|tool_search_tool_(?:regex|bm25))$/;

function tools({ r, declared, platformAt }: Context): ToolSignal[] {
  const found: ToolSignal[] = [];
  for (const property of r.index.propertiesNamed('type')) {
    for (const answer of r.answers(property.value, [])) {
      const type =
        answer.kind === 'known' && answer.value.kind === 'literal' ? answer.value.value : undefined;
      if (typeof type !== 'string' || !DATED_TOOL.test(type)) continue;
      const callers = r.resolve(property.parent, ['allowed_callers', '*']);
      found.push({
        type,
        node: answer.node,
        callers: closed(r, property.parent, callers),
        platform: platformAt(property),
      });
    }
  }
  for (const call of r.index.calls) {
    const type = toolTypeOf(calleeName(call.callee) ?? '');
    if (type === undefined) continue;
    for (const answer of r.answers(call.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const value = sdkValueOf(answer.value.api, declared);
      if (!value?.row.toolFactory) continue;
      const [options] = call.arguments;
      const callers = options
        ? [...r.answers(options, ['allowedCallers', '*']), ...r.answers(options, ['allowed_callers', '*'])]
        : [];
      found.push({ type, node: methodNode(call), callers, platform: value.platform });
    }
  }
  return found;
}

/** No answer where the tool has an empty list, or none. */
function closed(r: Resolver, object: Node, callers: Resolved): Resolved {
  return r.answers(object, ['allowed_callers']).every((a) => a.kind === 'absent') ? [] : callers;
}

// --- betas and headers ------------------------------------------------------------------------------

function betas({ r, platformAt, evident }: Context): BetaSignal[] {
  const found: BetaSignal[] = [];
  const add = (value: Node): void => {
    for (const answer of [...r.answers(value, []), ...r.answers(value, ['*'])]) {
      for (const [text] of stringsOf([answer])) {
        for (const name of (text ?? '').split(',')) {
          if (name.trim() !== '')
            found.push({ value: name.trim(), node: answer.node, platform: platformAt(value) });
        }
      }
    }
  };
  for (const property of r.index.propertiesNamed('anthropic-beta')) add(property.value);
  for (const property of r.index.propertiesNamed('anthropicBeta')) add(property.value);
  if (evident) for (const property of r.index.propertiesNamed('betas')) add(property.value);
  for (const name of ['set', 'append']) {
    for (const call of r.index.callsNamed(name)) {
      const [header, value] = call.arguments;
      if (header && value && literalText(header)?.toLowerCase() === 'anthropic-beta') add(value);
    }
  }
  return found;
}

// --- endpoints and modules --------------------------------------------------------------------------

function endpoints({ r, declared }: Context): EndpointSignal[] {
  return r.index.calls.flatMap((call) =>
    requestedPaths(r, call, declared).map(({ path, platform }) => ({
      path,
      platform,
      node: call.arguments[0] ?? call,
    })),
  );
}

function modules(r: Resolver): ModuleSignal[] {
  const found: ModuleSignal[] = [];
  for (const statement of r.index.program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue;
    const types = statement.specifiers.every((s) => s.type === 'ImportSpecifier' && s.importKind === 'type');
    if (types && statement.specifiers.length > 0) continue;
    found.push({ source: statement.source.value, node: statement.source, platform: undefined });
  }
  for (const call of r.index.callsNamed('require')) {
    const source = call.arguments[0] && literalText(call.arguments[0]);
    if (source !== undefined) found.push({ source, node: call.arguments[0] as Node, platform: undefined });
  }
  return found;
}

// --- shapes -----------------------------------------------------------------------------------------

function cacheControls({ r, platformAt, evident, alone, requests }: Context): ShapeSignal[] {
  // A file that speaks to another vendor only may use the same words for that vendor's gateway.
  if (!evident && !alone) return [];
  const found: ShapeSignal[] = [];
  const add = (key: Node, value: Node, passesOn: boolean): void => {
    const ephemeral = r.answers(value, ['type']).some(isText('ephemeral'));
    // A call here is a schema that describes the field more often than it is a value.
    const given = value.type !== 'CallExpression' && r.answers(value, []).some(isOpaque);
    if (!ephemeral && !(given && passesOn)) return;
    const ttl = r.answers(value, ['ttl']);
    found.push({ shape: 'cache_control', node: key, platform: platformAt(key), ttl });
  };
  for (const property of r.index.propertiesNamed('cache_control')) {
    add(property.key, property.value, requests);
  }
  for (const property of r.index.propertiesNamed('cacheControl')) {
    if (isUnderAnthropic(property) || isToolOption(property)) add(property.key, property.value, true);
  }
  for (const { target, value } of r.index.writesToMember('cache_control')) {
    add(target.property, value, requests);
  }
  return found;
}

/** An option of a provider's tool: `tools.webSearch_20250305({ cacheControl })`. */
function isToolOption(property: TSESTree.Property): boolean {
  const call = property.parent.parent;
  return call.type === 'CallExpression' && toolTypeOf(calleeName(call.callee) ?? '') !== undefined;
}

/** `anthropic: { … }`: the options that the AI SDK hands to Anthropic's provider. */
function isUnderAnthropic(property: TSESTree.Property): boolean {
  const holder = property.parent.parent;
  return holder.type === 'Property' && writtenKey(holder) === 'anthropic';
}

function fileSources({ r, platformAt }: Context): ShapeSignal[] {
  const found: ShapeSignal[] = [];
  const push = (node: Node): void => {
    found.push({ shape: 'file_source', node, platform: platformAt(node) });
  };
  for (const property of r.index.propertiesNamed('type')) {
    const text = r.answers(property.value, []);
    if (text.some(isText('container_upload'))) push(property.value);
    if (!text.some(isText('file'))) continue;
    const holder = property.parent.parent;
    const isSource = holder.type === 'Property' && writtenKey(holder) === 'source';
    const id = r.answers(property.parent, ['file_id']);
    if (
      id.some((a) => a.kind !== 'absent') ||
      (isSource && r.answers(property.parent, ['fileId']).some((a) => a.kind !== 'absent'))
    ) {
      if (isSource || property.parent.properties.length === 2) push(property.value);
    }
  }
  // A provider reference of the AI SDK: data: { anthropic: "file_…" }.
  for (const property of r.index.propertiesNamed('anthropic')) {
    const holder = property.parent.parent;
    if (holder.type === 'Property' && writtenKey(holder) === 'data') push(property.key);
  }
  return found;
}

function mcpServers({ r, platformAt }: Context): ShapeSignal[] {
  const candidates = [
    ...r.index.propertiesNamed('mcp_servers'),
    ...r.index.propertiesNamed('mcpServers').filter(isUnderAnthropic),
  ];
  return candidates.flatMap((property): ShapeSignal[] => {
    const isList = r.answers(property.value, ['*', 'type']).some(isText('url'));
    return isList ? [{ shape: 'mcp_servers', node: property.key, platform: platformAt(property) }] : [];
  });
}

function others(context: Context): ShapeSignal[] {
  const { r, declared, platformAt, evident } = context;
  const found: ShapeSignal[] = [];
  for (const property of r.index.propertiesNamed('anthropic-dangerous-direct-browser-access')) {
    if (!r.answers(property.value, []).every(isText('false'))) {
      found.push({ shape: 'direct_browser', node: property.key, platform: platformAt(property) });
    }
  }
  for (const property of r.index.propertiesNamed('dangerouslyAllowBrowser')) {
    const on = r
      .answers(property.value, [])
      .some((a) => a.kind === 'known' && a.value.kind === 'literal' && a.value.value === true);
    const platform = clientAround(r, declared, property);
    if (on && platform) found.push({ shape: 'direct_browser', node: property.key, platform });
  }
  for (const name of ['allowed_callers', 'allowedCallers']) {
    for (const property of r.index.propertiesNamed(name)) {
      const callers = stringsOf(r.answers(property.value, ['*']));
      if (callers.some((caller) => caller[0]?.startsWith('code_execution_'))) {
        found.push({ shape: 'code_execution_caller', node: property.key, platform: platformAt(property) });
      }
    }
  }
  if (evident) {
    for (const property of r.index.propertiesNamed('content_mode')) {
      if (r.answers(property.value, []).some(isText('content'))) {
        found.push({ shape: 'content_mode', node: property.key, platform: platformAt(property) });
      }
    }
  }
  return found;
}

/** The platform of the Claude client in whose options a property stands. */
function clientAround(r: Resolver, declared: DeclaredClients, property: Node): Platform | undefined {
  for (let node = property.parent; node && !isFunction(node); node = node.parent) {
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') continue;
    for (const answer of r.answers(node.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const value = sdkValueOf(answer.value.api, declared);
      const made = value?.row.new ?? value?.row.call;
      if (value && made !== undefined && !made.startsWith('openai.'))
        return value.platform ?? platformOfClass(made);
    }
  }
  return undefined;
}

function platformOfClass(row: string): Platform | undefined {
  return /^(anthropic-aws|anthropic|bedrock|vertex|foundry|google-cloud)\./.exec(row)?.[1] as
    Platform | undefined;
}

function isText(text: string): (answer: Answer) => boolean {
  return (answer) =>
    answer.kind === 'known' && answer.value.kind === 'literal' && answer.value.value === text;
}
