/**
 * Values that go into a request whole, and not by fields that were chosen: serialized, interpolated, spread.
 */
import { calleeName, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
import { annotationOf, usesOf } from '../syntax/variables.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { fetchAlong, fetchOf } from './fetches.ts';
import type { Fetch } from './fetches.ts';
import { wordsOf } from '../syntax/words.ts';
import { visitSent } from './sent.ts';
import { isComposed, namesOfPart } from './sent-names.ts';
import type { SentContent, SentPart } from './sent.ts';
import { isOverwritten, leftOut } from './path-steps.ts';
import type { Origin } from './types.ts';

/** A value of which every field is sent, as far as the file shows. */
export interface WholeValue {
  readonly node: Node;
  /** The names it is read by, outermost first. */
  readonly names: readonly string[];
  /** How it becomes text: written out with its fields, as a field of something that is, or put into a text as it is. */
  readonly as: 'fields' | 'member' | 'text';
  /** Whether the file uses it as an object, as an object of any keys, or as a text; undefined where it shows neither. */
  readonly used: 'dictionary' | 'object' | 'text' | undefined;
  /** The calls that fetch it. */
  readonly fetched: readonly Fetch[];
}

/** Functions that write out everything they are handed. */
const SERIALIZERS =
  /^(?:stringify|inspect|dump|structuredClone|cloneDeep|entries|values|assign|fromEntries|from|of|all|resolve|toString|encode|YAML|toYAML|serialize)$/;
/** Functions that give back the very object that they are handed. */
const KEEPS_AS_IS = /^(?:freeze|preventExtensions|seal)$/;
/** Functions that leave a part of what they are handed. */
const PICKS =
  /^(?:pick|omit|select|choose|project|extract|only|limit|minimi[sz]e|summari[sz]e|filter|subset|slim|trim|compact|to|as|map)(?=$|[A-Z_])/;
/** Steps below which a fetched record stands. */
const HOLDERS =
  /^(?:\d+|\*|data|rows|row|result|results|items|Item|Items|body|entry|resource|docs|(?:data|json|lean|toObject|toJSON|get|exec|execute|first|at|then|single|maybeSingle|limit|orderBy|where|whereIn|eq|order|sort|populate|select)\(.*\))$/s;

/**
 * Every value that a call sends whole, in source order. The parts of what is judged are not looked at.
 *
 * @param judge whether a value is one to report; only then, what it is made of is left alone
 */
export function wholeValues(
  ev: Evaluator,
  content: SentContent,
  judge: (value: WholeValue) => boolean,
): WholeValue[] {
  const found: WholeValue[] = [];
  const variableOf = (node: Node): Variable | undefined => ev.index.variableOf(node);
  visitSent<Way>(content, { as: 'text', left: [] }, (part, way) => {
    const { node, path } = part;
    if (way.left.includes(node) || part.origins.length === 0 || path.some(isTakenOut)) return undefined;
    const inner = unwrap(node);
    if (inner.type === 'CallExpression') {
      const name = calleeName(inner.callee) ?? '';
      if (picks(inner, name)) return undefined;
      if (KEEPS_AS_IS.test(name)) return way;
      if (node !== inner) return way;
      const serializes = SERIALIZERS.test(name) || name === 'String' || writesOut(inner, name);
      const next: Way = serializes
        ? { as: name === 'String' ? 'text' : 'fields', left: [] }
        : { as: way.as, left: inner.arguments };
      return isLeaf(part) && asValue(part, way) ? undefined : next;
    }
    if (inner.type === 'TemplateLiteral' || inner.type === 'BinaryExpression')
      return { as: 'text', left: [] };
    if (inner.type === 'ObjectExpression' && way.as === 'fields') return { ...way, as: 'member' };
    if ((inner.type === 'Identifier' || inner.type === 'MemberExpression') && asValue(part, way))
      return undefined;
    return way;
  });
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);

  function asValue(part: SentPart, { as }: Way): boolean {
    if (!part.path.every(isHolder) || isComposed(part)) return false;
    const fetched = part.origins.flatMap((each) => fetchBehind(ev, each) ?? []);
    const isPicked = part.origins.some((origin) => {
      if (origin.path.some(isTakenOut)) return true;
      if (origin.kind !== 'call') return false;
      const name = calleeName(origin.at.callee) ?? '';
      return name !== '' && picks(origin.at, name) && !fetchOf(origin.at);
    });
    if (isPicked || fetched.some(({ projected }) => projected !== false)) return true;
    const { names } = namesOfPart(part);
    const value: WholeValue = {
      node: part.node,
      names: names.length > 0 ? names : [],
      as,
      used: useOf(part.node, variableOf),
      fetched,
    };
    if (!judge(value)) return false;
    found.push(value);
    return true;
  }
}

/** True for a step that leaves out what a pattern took: what is left was chosen. */
function isTakenOut(step: string): boolean {
  return leftOut(step) !== undefined && !isOverwritten(step);
}

function isHolder(step: string): boolean {
  return isOverwritten(step) || HOLDERS.test(step);
}

/** The fetch that an origin is all of. */
function fetchBehind(ev: Evaluator, origin: Origin): Fetch | undefined {
  const { kind, at, path } = origin;
  const holds = (read: Path): boolean => read.every(isHolder);
  if (kind === 'call' && holds(path)) return fetchOf(at, path, (node) => namedText(ev, node));
  const along = fetchAlong(rootName(origin), path);
  return along && holds(along.read) ? along.fetch : undefined;
}

/** The text that a name stands for: `TABLE`, `TABLES.contacts`. */
function namedText(ev: Evaluator, node: Node): string | undefined {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined;
  const [answer, ...others] = ev.answers(node, []);
  const value = answer && others.length === 0 ? literalOf(answer) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The name of what an origin starts from, where it has one. */
function rootName({ kind, at }: Origin): string | undefined {
  if (kind === 'global' || kind === 'import') return at.name;
  return 'type' in at && at.type === 'Identifier' ? at.name : undefined;
}

interface Way {
  readonly as: WholeValue['as'];
  /** Arguments of a call of which it is not known what it leaves of them. */
  readonly left: readonly Node[];
}

/** `util.format("%j", patient)` */
function writesOut({ arguments: [first] }: CallNode, name: string): boolean {
  return name === 'format' && first !== undefined && /%[joO]/.test(literalText(first) ?? '');
}

/** Nothing that the file shows is behind it. */
function isLeaf(part: SentPart): boolean {
  return part.origins.some(({ kind, at }) => kind === 'call' && at === unwrap(part.node));
}

/** `pick(x, […])`, `JSON.stringify(x, ["name"])`, `x.toSummary()`. */
function picks(call: CallNode, name: string): boolean {
  if (name === 'stringify') {
    const [, replacer] = call.arguments;
    return replacer !== undefined && !isNothing(replacer);
  }
  if (name === 'map' || name === 'filter' || name === 'select' || name === 'trim' || name === 'limit')
    return false;
  if (name === 'toString' || name === 'toJSON' || name === 'toObject' || name === 'toArray' || name === 'asc')
    return false;
  return PICKS.test(name) || /^(?:summary|dto|view)$/.test(wordsOf(name).at(-1) ?? '');
}

function isNothing(node: Node): boolean {
  return (
    (node.type === 'Literal' && node.value === null) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  );
}

const TEXT_METHODS = new Set(
  'charAt endsWith localeCompare match matchAll normalize padEnd padStart replace replaceAll split startsWith substr substring toLowerCase toUpperCase trim trimEnd trimStart'.split(
    ' ',
  ),
);
const LIST_MEMBERS = new Set(
  'at concat every filter find flatMap forEach includes indexOf join lastIndexOf length map push reduce slice some sort'.split(
    ' ',
  ),
);

/** How the file uses the variable that a value is read from. */
function useOf(node: Node, variableOf: (node: Node) => Variable | undefined): WholeValue['used'] {
  const target = unwrap(node);
  if (target.type !== 'Identifier') return undefined;
  const variable = variableOf(target);
  const declared: Node | undefined = variable?.identifiers[0];
  const type = annotationOf(variable);
  if (type?.type === 'TSStringKeyword') return 'text';
  const holder = declared?.parent;
  const cast =
    holder?.type === 'VariableDeclarator' && holder.init?.type === 'TSAsExpression'
      ? holder.init.typeAnnotation
      : undefined;
  if (
    [type, cast].some(
      (each) =>
        each?.type === 'TSTypeReference' &&
        each.typeName.type === 'Identifier' &&
        each.typeName.name === 'Record',
    )
  )
    return 'dictionary';
  if (type?.type === 'TSTypeReference' || type?.type === 'TSTypeLiteral' || type?.type === 'TSArrayType')
    return 'object';
  let used: WholeValue['used'];
  for (const use of usesOf(variable)) {
    const holder = wrapped(use).parent;
    if (holder?.type !== 'MemberExpression' || unwrap(holder.object) !== use) continue;
    const key = writtenKey(holder) ?? '';
    if (TEXT_METHODS.has(key)) return 'text';
    // One `slice` is of a text, the other of a list.
    if (key === 'slice' && !/s$/i.test(target.name)) return 'text';
    if (!LIST_MEMBERS.has(key)) used = 'object';
  }
  return used;
}
