/**
 * Values whose schema or type says that they are numbers, flags or one of a few written words: what is left of
 * content there is a verdict, not the text.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { namesOf, rootOfApi } from '../values/origins.ts';
import { calleeName, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Api, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { CallRead, Tracer } from './types.ts';

/** Builders of schema libraries whose values hold no free text. */
const CLOSED = new Set(
  'bigint boolean coerce date enum int literal nativeEnum null number stringbool void'.split(' '),
);
const SCHEMA_MODULES = /^(?:zod|valibot|yup|@sinclair\/typebox|joi|arktype)(?:\/|$)/;
const MAX_DEPTH = 8;

/**
 * What a schema's `parse` leaves of the content it is given.
 *
 * @returns true when nothing is left at `path`, false when text is, undefined when it is no schema's `parse`
 */
export function schemaDrops(
  t: Tracer,
  callee: TSESTree.MemberExpression,
  { name, path, frame }: Pick<CallRead, 'frame' | 'name' | 'path'>,
): boolean | undefined {
  if (!PARSES.test(name)) return undefined;
  const answers = shownOf(t.ev.answers(callee.object, [], frame));
  const isSchema = answers.some((a) => schemaOf(a) !== undefined);
  if (!isSchema) return undefined;
  return isClosed(t.ev, answers, name.startsWith('safe') ? path.slice(1) : path);
}

const PARSES = /^(?:parse|safeParse)(?:Async)?$/;
/** Functions that are handed a schema beside what they read, and give what that lets through. */
const CHECKS = /^(?:check|get|parse|read|validate)[A-Z]\w*$|^(?:parse|validate)$/;

/** True where a function of a package is handed a schema that leaves nothing of content at `path`: `readValidatedBody(event, Body.parse)`. */
export function checkedBySchema({ ev }: Tracer, { call, name, path, frame }: CallRead): boolean {
  return (
    CHECKS.test(name) &&
    call.arguments.some((argument) => {
      const parsing = parsingIn(argument);
      const answers = parsing ? shownOf(ev.answers(parsing.schema, [], frame)) : [];
      return isClosed(ev, answers, parsing?.isSafe === true ? path.slice(1) : path);
    })
  );
}

/** Without what only an annotation says (`schema: ZodType<T>`), where a value is shown. */
function shownOf(answers: readonly Answer[]): readonly Answer[] {
  const shown = answers.filter((each) => {
    if (each.kind !== 'known' || each.value.kind !== 'api') return true;
    return !stepsOf(each.value.api).some(({ kind }) => kind === 'typed');
  });
  return shown.length > 0 ? shown : answers;
}

function stepsOf({ from, step }: Api): readonly Api['step'][] {
  return from ? [step, ...stepsOf(from)] : [step];
}

/** The schema of `Body`, `Body.parse` and `(body) => Body.parse(body)`. */
function parsingIn(argument: Node): { readonly schema: Node; readonly isSafe: boolean } | undefined {
  const node = unwrap(argument);
  if (node.type === 'ArrowFunctionExpression') {
    const body = unwrap(node.body);
    return body.type === 'CallExpression' ? parsingIn(body.callee) : undefined;
  }
  if (node.type === 'MemberExpression') {
    const key = writtenKey(node) ?? '';
    if (PARSES.test(key)) return { schema: node.object, isSafe: key.startsWith('safe') };
  }
  return /^(?:Identifier|MemberExpression)$/.test(node.type) ? { schema: node, isSafe: false } : undefined;
}

/** True when all that a schema lets through at `path` is closed: numbers, flags, listed words. */
export function isClosed(ev: Evaluator, answers: readonly Answer[], path: Path, depth = 0): boolean {
  if (answers.length === 0 || depth > MAX_DEPTH) return false;
  return answers.every((answer) => {
    const schema = schemaOf(answer);
    if (!schema) return false;
    const [key, ...rest] = path;
    const builder = builderOf(schema);
    if (key === undefined) return CLOSED.has(builder.name);
    const [inner] = builder.arguments;
    if (!inner) return CLOSED.has(builder.name);
    if (builder.name === 'array') return isClosed(ev, ev.answers(inner, []), rest, depth + 1);
    return builder.name === 'object' || builder.name === 'strictObject' || builder.name === 'looseObject'
      ? isClosed(ev, ev.answers(inner, [key]), rest, depth + 1)
      : CLOSED.has(builder.name);
  });
}

function schemaOf(answer: Answer): Api | undefined {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return undefined;
  const root = rootOfApi(answer.value.api);
  return root.kind === 'module' &&
    SCHEMA_MODULES.test(root.source) &&
    namesOf(answer.value.api).includes('()')
    ? answer.value.api
    : undefined;
}

/** The first call of a chain of builders: `object` of `z.object({…}).strict().optional()`. */
function builderOf(schema: Api): { name: string; arguments: readonly Node[] } {
  let first: { name: string; arguments: readonly Node[] } = { name: '', arguments: [] };
  for (let api: Api | undefined = schema; api; api = api.from) {
    if (api.step.kind === 'call')
      first = { name: calleeName(api.step.node.callee) ?? '', arguments: api.step.node.arguments };
  }
  return first;
}

/** True when an annotation says that the value at `path` is a number, a flag or one of a few written words. */
export function typeDrops(ev: Evaluator, type: Node, path: Path, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const next = (inner: Node, p: Path = path): boolean => typeDrops(ev, inner, p, depth + 1);
  const [key, ...rest] = path;
  switch (type.type) {
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSVoidKeyword':
    case 'TSLiteralType':
      return true;
    case 'TSTemplateLiteralType':
    case 'TSUnionType':
      return type.types.every((each) => next(each));
    case 'TSArrayType':
      return next(type.elementType, rest);
    case 'TSTypeOperator':
      if (type.operator === 'keyof') return true;
      return type.typeAnnotation !== undefined && next(type.typeAnnotation);
    case 'TSIndexedAccessType':
      return indexedDrops(ev, type, path, next);
    case 'TSIntersectionType':
      return type.types.some((each) => next(each));
    case 'TSTypeLiteral':
      return key !== undefined && memberDrops(type.members, key, rest, next);
    case 'TSTypeReference': {
      const inferred = schemaInferred(type);
      if (inferred) return isClosed(ev, ev.answers(inferred, []), path);
      const name = type.typeName.type === 'Identifier' ? type.typeName : undefined;
      const [parameter] = type.typeArguments?.params ?? [];
      if (name && parameter && SAME.test(name.name)) return next(parameter);
      if (name && parameter && LISTS.test(name.name)) return next(parameter, rest);
      const [, values] = type.typeArguments?.params ?? [];
      if (name?.name === 'Record' && values) return key !== undefined && next(values, rest);
      const declaration: Node | undefined = name && ev.index.variableOf(name)?.defs[0]?.node;
      if (declaration?.type === 'TSTypeAliasDeclaration') return next(declaration.typeAnnotation);
      if (declaration?.type === 'TSEnumDeclaration') return true;
      return declaration?.type === 'TSInterfaceDeclaration' && key !== undefined
        ? memberDrops(declaration.body.body, key, rest, next)
        : false;
    }
    default:
      return false;
  }
}

/** Types that have the members of another, or some of its alternatives. */
const SAME = /^(?:Awaited|Exclude|Extract|NonNullable|Partial|Pick|Promise|Readonly|Required)$/;
const LISTS = /^(?:Array|ReadonlyArray|ReadonlySet|Set)$/;

/** `(typeof LEVELS)[number]`, `Reading["level"]`. */
function indexedDrops(
  ev: Evaluator,
  { objectType, indexType }: TSESTree.TSIndexedAccessType,
  path: Path,
  next: (type: Node, path: Path) => boolean,
): boolean {
  const key = indexType.type === 'TSLiteralType' ? literalText(indexType.literal) : undefined;
  if (objectType.type === 'TSTypeQuery') {
    if (objectType.exprName.type !== 'Identifier') return false;
    const values = ev.answers(objectType.exprName, [key ?? '*', ...path]);
    return values.length > 0 && values.every((a) => a.kind === 'known' && a.value.kind === 'literal');
  }
  return next(objectType, [key ?? '*', ...path]);
}

/** `Schema` of `z.infer<typeof Schema>`. */
function schemaInferred(type: TSESTree.TSTypeReference): Node | undefined {
  const [parameter] = type.typeArguments?.params ?? [];
  const { typeName } = type;
  const last = typeName.type === 'TSQualifiedName' ? typeName.right.name : '';
  if (parameter?.type !== 'TSTypeQuery' || !/^(?:infer|input|output|InferOutput)$/.test(last))
    return undefined;
  return parameter.exprName.type === 'Identifier' ? parameter.exprName : undefined;
}

function memberDrops(
  members: readonly TSESTree.TypeElement[],
  key: string,
  rest: Path,
  next: (type: Node, path: Path) => boolean,
): boolean {
  return members.some((member) => {
    if (member.type !== 'TSPropertySignature' || writtenKey(member) !== key || !member.typeAnnotation)
      return false;
    return next(unwrap(member.typeAnnotation.typeAnnotation), rest);
  });
}
