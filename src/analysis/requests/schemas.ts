/**
 * The JSON and Zod schemas that requests hand to the API to be compiled, and the values written in them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallSite } from './call-site.ts';
import { makersOf, rootOfApi } from '../values/origins.ts';
import { calleeName, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import { writesInto } from '../values/object-fields.ts';
import { pathsOf } from '../sdk-surface/index.ts';
import type { Answer, Node } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { sourcesOf } from '../values/value-sources.ts';
import type { Source } from '../values/value-sources.ts';

/** A place in a schema that holds a value, or the name of a property that is computed. */
export interface SchemaValue {
  readonly site: CallSite;
  readonly node: Node;
  /** The keyword: `enum`, `description`, … */
  readonly keyword: string;
  /** The property of the schema that it belongs to, when there is one. */
  readonly property: string | undefined;
  /** What the value is made of. */
  readonly sources: readonly Source[];
  /** The names of the parts of it that only exist at run time. */
  readonly runTime: readonly (readonly string[])[];
}

/** Keywords of JSON Schema that hold values. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'const',
  'default',
  'description',
  'enum',
  'examples',
  'pattern',
  'title',
]);

/** Keywords whose value maps names of properties to schemas. */
const MAPS: ReadonlySet<string> = new Set(['$defs', 'definitions', 'properties']);

/** Calls of Zod and the keyword that each stands for. */
const KEYWORD_CALLS: Readonly<Record<string, string>> = {
  catch: 'default',
  default: 'default',
  describe: 'description',
  enum: 'enum',
  literal: 'const',
  nativeEnum: 'enum',
  prefault: 'default',
  regex: 'pattern',
};

/** Calls of Zod whose first argument maps names to schemas. */
const MAP_CALLS: ReadonlySet<string> = new Set([
  'extend',
  'looseObject',
  'object',
  'safeExtend',
  'strictObject',
]);

/** Helpers that are given a schema among other things. */
const SCHEMA_KEYS = ['schema', 'inputSchema', 'parameters'];

const OUTPUT_PATHS = ['output_config.format', 'output_format'];
const AI_SDK_PATHS = ['schema', 'output', 'experimental_output'];

const MAX_NODES = 2000;

/** The schemas of one request. */
export interface RequestSchemas {
  readonly site: CallSite;
  /** Every value in those that the file shows. */
  readonly values: readonly SchemaValue[];
  /** `hidden`: there is one, or may be, that the file does not show as a whole. */
  readonly state: 'hidden' | 'none' | 'shown';
}

/** The schemas that the file's requests carry, request by request. */
export function requestSchemas(ev: Evaluator, sites: readonly CallSite[]): RequestSchemas[] {
  return sites.map((site) => schemasOf(ev, site));
}

function schemasOf(ev: Evaluator, site: CallSite): RequestSchemas {
  const found: SchemaValue[] = [];
  const seen = new Set<Node>();
  let isHidden = false;

  const put = (node: Node, keyword: string, property: string | undefined): void => {
    const sources = sourcesOf(ev, node);
    found.push({
      site,
      node,
      keyword,
      property,
      sources,
      runTime: sources.filter((s) => isRunTime(ev, s)).map((s) => s.names),
    });
  };

  /** Follows a name to the objects and calls that the file shows behind it. */
  const behind = (node: Node, look: (node: Node) => void): void => {
    for (const answer of ev.answers(node, [])) {
      const target = written(answer);
      if (target && target !== node) look(target);
      else if (!target && isElsewhere(answer)) isHidden = true;
    }
  };

  const visitMap = (expression: Node): void => {
    const node = unwrap(expression);
    if (seen.has(node) || seen.size > MAX_NODES) return;
    if (node.type !== 'ObjectExpression') {
      if (node.type === 'CallExpression' && calleeName(node.callee) === 'fromEntries')
        put(node, 'property names', undefined);
      else if (node.type === 'CallExpression') {
        seen.add(node);
        returnedBy(ev, node).forEach(visitMap);
      } else if (node.type === 'Identifier' || node.type === 'MemberExpression') {
        behind(node, visitMap);
        for (const { target, value } of writesInto(ev, node)) {
          const name = writtenKey(target);
          if (name === undefined) put(target.property, 'property names', undefined);
          visit(value, name);
        }
      }
      return;
    }
    seen.add(node);
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        visitMap(property.argument);
        continue;
      }
      const name = writtenKey(property);
      if (name === undefined) put(property.key, 'property names', undefined);
      visit(property.value, name);
    }
  };

  const visit = (expression: Node, property: string | undefined): void => {
    const node = unwrap(expression);
    if (seen.has(node) || seen.size > MAX_NODES) return;
    switch (node.type) {
      case 'ObjectExpression':
        seen.add(node);
        for (const each of node.properties) {
          if (each.type === 'SpreadElement') visit(each.argument, property);
          else visitKeyword(each, property);
        }
        return;
      case 'ArrayExpression':
        seen.add(node);
        for (const element of node.elements)
          if (element && element.type !== 'SpreadElement') visit(element, property);
        return;
      case 'CallExpression':
        seen.add(node);
        visitCall(node, property);
        return;
      case 'ConditionalExpression':
        visit(node.consequent, property);
        visit(node.alternate, property);
        return;
      case 'Identifier':
      case 'MemberExpression':
        behind(node, (target) => {
          visit(target, property);
        });
        return;
      default:
    }
  };

  const visitKeyword = (each: TSESTree.Property, property: string | undefined): void => {
    const key = writtenKey(each);
    if (key !== undefined && KEYWORDS.has(key)) put(each.value, key, property);
    else if (key !== undefined && MAPS.has(key)) visitMap(each.value);
    else visit(each.value, property);
  };

  const visitCall = (node: TSESTree.CallExpression, property: string | undefined): void => {
    const name = calleeName(node.callee) ?? '';
    const callee = unwrap(node.callee);
    const [first] = node.arguments;
    const keyword = Object.hasOwn(KEYWORD_CALLS, name) ? KEYWORD_CALLS[name] : undefined;
    const before = found.length;
    for (const value of returnedBy(ev, node)) visit(value, property);
    if (found.length > before) return;
    if (callee.type === 'MemberExpression') visit(callee.object, property);
    if (!first || first.type === 'SpreadElement') return;
    if (keyword !== undefined) put(first, keyword, property);
    else if (MAP_CALLS.has(name) && !isHelper(first)) visitMap(first);
    else {
      for (const argument of node.arguments) {
        if (argument.type !== 'SpreadElement' && !isFunction(unwrap(argument)))
          visitArgument(argument, property);
      }
    }
  };

  /** `Output.object({ schema })`, `jsonSchema({ … })`. */
  const visitArgument = (argument: Node, property: string | undefined): void => {
    const held = SCHEMA_KEYS.flatMap((key) => ev.answers(argument, [key])).filter((a) => a.kind !== 'absent');
    const isHolder = held.some((a) => a.property !== undefined);
    for (const answer of isHolder ? held : []) {
      const node = written(answer);
      if (node) visit(node, property);
    }
    if (!isHolder) visit(argument, property);
  };

  const isHelper = (argument: Node): boolean => {
    const node = unwrap(argument);
    return (
      node.type === 'ObjectExpression' &&
      node.properties.some((p) => p.type === 'Property' && writtenKey(p) === 'schema')
    );
  };

  const answers = schemaAnswers(site).filter((answer) => answer.kind !== 'absent');
  for (const answer of answers) {
    const node = written(answer);
    if (node) visit(node, undefined);
    else if (isElsewhere(answer)) isHidden = true;
  }
  if (answers.length === 0) isHidden = mayCarryOne(site);
  const state = isHidden ? 'hidden' : answers.length > 0 ? 'shown' : 'none';
  return { site, values: found, state };
}

/** True for what stands in another file, is handed in, or is made at run time. */
function isElsewhere(answer: Answer): boolean {
  if (answer.kind === 'unknown') return true;
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
  const root = rootOfApi(answer.value.api);
  return root.kind !== 'module' || !SCHEMA_LIBRARIES.test(root.source);
}

/** Packages whose exports make schemas, and are none. */
const SCHEMA_LIBRARIES =
  /^(?:zod(?:\/.*)?|valibot|arktype|yup|ai|effect|@sinclair\/typebox|@ai-sdk\/.*|@anthropic-ai\/.*)$/;

/** A request that is not shown as a whole may carry a schema. */
function mayCarryOne({ operation, params }: CallSite): boolean {
  return OUTPUT_PATHS.flatMap((path) => pathsOf(operation, path)).some((path) =>
    params.get(path).some((answer) => answer.kind === 'unknown'),
  );
}

/** Where a request carries schemas: structured outputs, and tools that are strict. */
function schemaAnswers(site: CallSite): readonly Answer[] {
  const { operation, params, perCall } = site;
  const outputs = OUTPUT_PATHS.flatMap((path) => pathsOf(operation, path)).filter((path) =>
    isMentioned(site, path),
  );
  const own =
    operation.sdk === 'ai-sdk' ? AI_SDK_PATHS : operation.sdk === 'agent-sdk' ? ['options.outputFormat'] : [];
  const tools = operation.sdk === 'ai-sdk' ? ['tools.*'] : pathsOf(operation, 'tools[*]');
  const strict = params.mentions('strict')
    ? tools.flatMap((path) =>
        params.get(path).flatMap((tool) => {
          if (tool.kind !== 'known' || !isStrict(site, tool.node)) return [];
          return ['input_schema', 'inputSchema', 'parameters'].flatMap((key) => params.below(tool.node, key));
        }),
      )
    : [];
  return [
    ...[...outputs, ...own].flatMap((path) => params.get(path)),
    ...(operation.sdk === 'ai-sdk' ? perCall.flatMap((options) => options.get('output')) : []),
    ...strict,
  ];
}

function isMentioned({ params }: CallSite, path: string): boolean {
  return params.mentions(path.split('.').at(-2) ?? path) || params.mentions('output_format');
}

function isStrict({ params }: CallSite, tool: Node): boolean {
  return params.below(tool, 'strict').some((a) => literalOf(a) === true);
}

/** What a function of the file returns to a call: `buildSchema(categories)`. */
function returnedBy(ev: Evaluator, call: TSESTree.CallExpression): Node[] {
  return ev
    .answers(call.callee, [])
    .flatMap((answer) =>
      answer.kind === 'known' && answer.value.kind === 'function'
        ? ev.index.returnsOf(answer.value.node).filter((node) => node !== undefined)
        : [],
    );
}

/** The expression in which the file writes what an answer stands for. */
function written(answer: Answer): Node | undefined {
  if (answer.kind !== 'known') return undefined;
  if (answer.value.kind === 'api') {
    const { api } = answer.value;
    return api.step.kind === 'call' ? makersOf(api)[0]?.node : undefined;
  }
  return answer.value.kind === 'object' || answer.value.kind === 'array' ? answer.node : undefined;
}

/** A parameter, or what a call that is waited for gives: nothing that the file fixes. */
function isRunTime(ev: Evaluator, source: Source): boolean {
  if (source.text !== undefined) return false;
  const { node } = source;
  if (source.isResult) return isAwaited(node);
  return ev.answers(node, []).some((a) => {
    if (a.kind === 'known')
      return a.value.kind === 'api' && makersOf(a.value.api).some((maker) => isAwaited(maker.node));
    if (a.kind !== 'unknown') return false;
    return a.reason === 'parameter' ? !isNumeric(ev, a.node) : a.path.length > 0 && isAwaited(a.node);
  });
}

function isAwaited(node: Node): boolean {
  return node.parent?.type === 'AwaitExpression';
}

/** A parameter that is declared to be a number or a flag says nothing of anybody. */
function isNumeric(ev: Evaluator, node: Node): boolean {
  const definition = ev.index.variableOf(node)?.defs[0];
  const name = definition?.name as Node | undefined;
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation.type : undefined;
  return type === 'TSNumberKeyword' || type === 'TSBooleanKeyword';
}
