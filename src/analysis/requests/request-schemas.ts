/**
 * The JSON and Zod schemas that requests hand to the API to be compiled, and the values written in them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { spreadOut } from '../clients/arguments.ts';
import type { CallSite } from './call-site.ts';
import { makersOf, rootOfApi } from '../values/origins.ts';
import { calleeName, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import { writesBelow } from '../values/object-fields.ts';
import type { Answer, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { mayCarrySchema, schemaAnswers } from './schema-places.ts';
import { isRunTime } from './run-time-values.ts';
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

/** Methods that make a list of what a function gives. */
const MAPS_LISTS = /^(?:flatMap|from|map)$/;

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
  const search: Search = { ev, site, found: [], seen: new Set(), isHidden: false };
  const answers = schemaAnswers(site).filter((answer) => answer.kind !== 'absent');
  for (const answer of answers) {
    const node = expressionBehind(answer);
    if (node) visit(search, node, undefined);
    else if (isElsewhere(answer)) search.isHidden = true;
  }
  if (answers.length === 0) search.isHidden = mayCarrySchema(site);
  const state = search.isHidden ? 'hidden' : answers.length > 0 ? 'shown' : 'none';
  return { site, values: search.found, state };
}

/** One search through the schemas of a request. */
interface Search {
  readonly ev: Evaluator;
  readonly site: CallSite;
  readonly found: SchemaValue[];
  readonly seen: Set<Node>;
  /** Something that belongs to a schema is not shown. */
  isHidden: boolean;
}

function put({ ev, site, found }: Search, node: Node, keyword: string, property: string | undefined): void {
  const sources = sourcesOf(ev, node);
  const runTime = sources.filter((s) => isRunTime(ev, s)).map((s) => s.names);
  found.push({ site, node, keyword, property, sources, runTime });
}

/** Follows a name to the objects and calls that the file shows behind it. */
function behind(search: Search, node: Node, look: (node: Node) => void): void {
  for (const answer of search.ev.answers(node, [])) {
    const target = expressionBehind(answer);
    if (target && target !== node) look(target);
    else if (!target && isElsewhere(answer)) search.isHidden = true;
  }
}

/** Goes through an object that maps names of properties to schemas. */
function visitMap(search: Search, expression: Node): void {
  const { seen } = search;
  const node = unwrap(expression);
  if (seen.has(node) || seen.size > MAX_NODES) return;
  if (node.type !== 'ObjectExpression') {
    visitMadeMap(search, node);
    return;
  }
  seen.add(node);
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      visitMap(search, property.argument);
      continue;
    }
    const name = writtenKey(property);
    if (name === undefined) put(search, property.key, PROPERTY_NAMES, undefined);
    visit(search, property.value, name);
  }
}

/** A map that is built, or that a name stands for. */
function visitMadeMap(search: Search, node: Node): void {
  const { ev, seen } = search;
  if (node.type === 'CallExpression') {
    if (calleeName(node.callee) === 'fromEntries') {
      put(search, node, PROPERTY_NAMES, undefined);
      return;
    }
    seen.add(node);
    for (const value of returnedBy(ev, node.callee)) visitMap(search, value);
  } else if (node.type === 'Identifier' || node.type === 'MemberExpression') {
    behind(search, node, (target) => {
      visitMap(search, target);
    });
    visitWrites(search, node, true);
  }
}

/**
 * What is put into a schema, or into a map of them, after it was made: `schema.properties.who = { … }`.
 *
 * @param isMap the name stands for an object that maps names of properties to schemas
 */
function visitWrites(search: Search, name: Node, isMap: boolean): void {
  for (const { path, target, value } of writesBelow(search.ev, name)) {
    if (search.seen.has(target)) continue;
    search.seen.add(target);
    let inMap = isMap;
    let property: string | undefined;
    for (const key of path.slice(0, -1)) {
      if (inMap) property = key;
      inMap = !inMap && key !== undefined && MAPS.has(key);
    }
    const last = path.at(-1);
    if (!inMap) visitKeyword(search, { key: last, value }, property);
    else {
      if (last === undefined) put(search, target.property, PROPERTY_NAMES, undefined);
      visit(search, value, last);
    }
  }
}

/** What stands for the keyword of a name that only exists at run time. */
const PROPERTY_NAMES = 'property names';

/** Goes through a schema, or a part of one. */
function visit(search: Search, expression: Node, property: string | undefined): void {
  const { seen } = search;
  const node = unwrap(expression);
  if (seen.has(node) || seen.size > MAX_NODES) return;
  switch (node.type) {
    case 'ObjectExpression':
      seen.add(node);
      for (const each of node.properties) {
        if (each.type === 'SpreadElement') visit(search, each.argument, property);
        else visitKeyword(search, { key: writtenKey(each), value: each.value }, property);
      }
      return;
    case 'ArrayExpression':
      seen.add(node);
      for (const element of node.elements)
        if (element && element.type !== 'SpreadElement') visit(search, element, property);
      return;
    case 'CallExpression':
      seen.add(node);
      visitCall(search, node, property);
      return;
    case 'SequenceExpression':
      visit(search, node.expressions.at(-1) as Node, property);
      return;
    case 'ConditionalExpression':
      visit(search, node.consequent, property);
      visit(search, node.alternate, property);
      return;
    case 'Identifier':
    case 'MemberExpression':
      behind(search, node, (target) => {
        visit(search, target, property);
      });
      visitWrites(search, node, false);
      return;
    default:
  }
}

/** A keyword of a schema; undefined where it is computed. */
interface Keyword {
  readonly key: string | undefined;
  readonly value: Node;
}

function visitKeyword(search: Search, { key, value }: Keyword, property: string | undefined): void {
  if (key !== undefined && KEYWORDS.has(key)) put(search, value, key, property);
  else if (key !== undefined && MAPS.has(key)) visitMap(search, value);
  else visit(search, value, property);
}

function visitCall(search: Search, node: TSESTree.CallExpression, property: string | undefined): void {
  const name = calleeName(node.callee) ?? '';
  const callee = unwrap(node.callee);
  const given = spreadOut(search.ev, node.arguments);
  const [first] = given;
  const keyword = Object.hasOwn(KEYWORD_CALLS, name) ? KEYWORD_CALLS[name] : undefined;
  const before = search.found.length;
  for (const value of returnedBy(search.ev, node.callee)) visit(search, value, property);
  if (search.found.length > before) return;
  if (callee.type === 'MemberExpression') visit(search, callee.object, property);
  if (!first || first.type === 'SpreadElement') return;
  if (keyword !== undefined) put(search, first, keyword, property);
  else if (MAP_CALLS.has(name) && !isHelperOptions(first)) visitMap(search, first);
  else {
    for (const argument of given) {
      if (argument.type === 'SpreadElement') continue;
      if (!isFunction(unwrap(argument))) visitArgument(search, argument, property);
      // z.union(staff.map((person) => z.literal(person.name)))
      else if (MAPS_LISTS.test(name))
        for (const value of returnedBy(search.ev, argument)) visit(search, value, property);
    }
  }
}

/** `Output.object({ schema })`, `jsonSchema({ … })`. */
function visitArgument(search: Search, argument: Node, property: string | undefined): void {
  const held = SCHEMA_KEYS.flatMap((key) => search.ev.answers(argument, [key])).filter(
    (a) => a.kind !== 'absent',
  );
  const isHolder = held.some((a) => a.property !== undefined);
  for (const answer of isHolder ? held : []) {
    const node = expressionBehind(answer);
    if (node) visit(search, node, property);
  }
  if (!isHolder) visit(search, argument, property);
}

function isHelperOptions(argument: Node): boolean {
  const node = unwrap(argument);
  return (
    node.type === 'ObjectExpression' &&
    node.properties.some((p) => p.type === 'Property' && writtenKey(p) === 'schema')
  );
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

/** What a function of the file returns: `buildSchema` of `buildSchema(categories)`. */
function returnedBy(ev: Evaluator, fn: Node): Node[] {
  return functionsOf(ev, fn).flatMap(({ node }) =>
    ev.index.returnsOf(node).filter((value) => value !== undefined),
  );
}

/** The expression in which the file writes what an answer stands for. */
function expressionBehind(answer: Answer): Node | undefined {
  if (answer.kind !== 'known') return undefined;
  if (answer.value.kind === 'api') {
    const { api } = answer.value;
    return api.step.kind === 'call' ? makersOf(api)[0]?.node : undefined;
  }
  return answer.value.kind === 'object' || answer.value.kind === 'array' ? answer.value.node : undefined;
}
