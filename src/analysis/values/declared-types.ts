/**
 * What type annotations say about a value that comes from a module: `client: Anthropic`.
 * Read from the syntax alone; no type checker is asked.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, writtenKey } from '../syntax/nodes.ts';
import type { Answer, CallNode, ClassNode, Node, Path } from '../syntax/types.ts';
import { follow, isNullish, known, moduleApi } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { overridden } from './subclasses.ts';
import { implementationsOf, typeDeclaration } from './type-declarations.ts';
import type { Contract } from './type-declarations.ts';

/** Type operators that leave a value's members as they are. */
const TRANSPARENT = new Set([
  'Awaited',
  'NonNullable',
  'Partial',
  'Promise',
  'PromiseLike',
  'Readonly',
  'Required',
  'Pick',
  'Omit',
  'Mocked',
  'DeepPartial',
]);

const MAX_DEPTH = 12;

/**
 * Follows `path` from a value of the annotated type.
 *
 * @returns answers for values that come from a module; empty where the annotation does not tell
 */
export function resolveTyped(ev: Evaluator, type: Node, path: Path, depth = 0): Answers {
  if (depth > MAX_DEPTH) return [];
  const next = (inner: Node, p: Path = path): Answers => resolveTyped(ev, inner, p, depth + 1);
  switch (type.type) {
    case 'TSTypeReference':
      return reference(ev, type, path, next);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap((t) => next(t));
    case 'TSArrayType':
      return path[0] === '*' || /^\d+$/.test(path[0] ?? '') ? next(type.elementType, path.slice(1)) : [];
    case 'TSTypeOperator':
      return type.typeAnnotation ? next(type.typeAnnotation) : [];
    case 'TSTypeQuery':
      return outside(entity(ev, type.exprName, path));
    case 'TSTypeLiteral':
      return members(type.members, path, next);
    case 'TSImportType':
      return importedType(type, path);
    case 'TSIndexedAccessType': {
      const key = type.indexType.type === 'TSLiteralType' ? type.indexType.literal : undefined;
      return key?.type === 'Literal' ? next(type.objectType, [String(key.value), ...path]) : [];
    }
    default:
      return [];
  }
}

type Next = (inner: Node, path?: Path) => Answers;

function reference(ev: Evaluator, type: TSESTree.TSTypeReference, path: Path, next: Next): Answers {
  const name = type.typeName;
  const parameters = type.typeArguments?.params ?? [];
  const variable = name.type === 'Identifier' ? ev.index.variableOf(name) : undefined;
  if (name.type === 'Identifier' && !variable) {
    const [first] = parameters;
    if (!first) return [];
    if (TRANSPARENT.has(name.name)) return next(first);
    if (name.name === 'Array' || name.name === 'ReadonlyArray') {
      return path[0] === '*' ? next(first, path.slice(1)) : [];
    }
    if (name.name === 'Record' && parameters[1])
      return path.length > 0 ? next(parameters[1], path.slice(1)) : [];
    if (name.name === 'InstanceType' && first.type === 'TSTypeQuery') {
      return instances(entity(ev, first.exprName, []), type, path);
    }
    if (name.name === 'ReturnType' && first.type === 'TSTypeQuery') return returned(ev, first, path);
    return [];
  }
  const declaration = typeDeclaration(ev, name);
  if (declaration?.type === 'TSTypeAliasDeclaration') {
    const aliased = next(declaration.typeAnnotation);
    return aliased.length > 0 ? aliased : madeFor(ev, declaration, path);
  }
  if (declaration?.type === 'TSInterfaceDeclaration') return contract(ev, declaration, type, path, next);
  if (declaration) return memberOfInstance(ev, declaration, path);
  return instances(entity(ev, name, []), type, path);
}

/** A value of an interface: what its members say, else what stands behind it. */
function contract(
  ev: Evaluator,
  declaration: TSESTree.TSInterfaceDeclaration,
  type: Node,
  path: Path,
  next: Next,
): Answers {
  const own = members(declaration.body.body, path, next);
  if (own.length > 0) return own;
  const made = madeFor(ev, declaration, path);
  if (made.length > 0) return made;
  return declaration.extends.flatMap((base) => {
    return base.expression.type === 'Identifier'
      ? instances(ev.answers(base.expression, []), type, path)
      : [];
  });
}

/** What the project puts in place of a type: members of the classes that implement it, and functions that stand in what gives it. */
function madeFor(ev: Evaluator, declaration: Contract, path: Path): Answers {
  // Of most types somebody makes objects; only what is called of them is known by the type.
  if (path.length === 0 && !isOfFunction(declaration)) return [];
  const { classes, values } = implementationsOf(ev, declaration);
  return [
    ...classes.flatMap((each) => memberOfInstance(ev, each, path)),
    ...values.flatMap((node) => ev.answers(node, path).filter(isCallable)),
  ];
}

function isOfFunction(declaration: Contract): boolean {
  return declaration.type === 'TSTypeAliasDeclaration'
    ? declaration.typeAnnotation.type === 'TSFunctionType'
    : declaration.body.body.some(({ type }) => type === 'TSCallSignatureDeclaration');
}

function isCallable(answer: Answer): boolean {
  return answer.kind === 'known' && (answer.value.kind === 'function' || answer.value.kind === 'instance');
}

/** A value of a class that the project declares: what the class says, for want of the instance. */
function memberOfInstance(ev: Evaluator, owner: ClassNode, path: Path): Answers {
  if (path.length === 0) return [];
  return [
    ...ev.answers(owner, path).filter((a) => a.kind !== 'absent'),
    ...overridden(ev, owner, path, undefined),
  ];
}

/** Values of the classes and interfaces that `answers` names. */
function instances(answers: Answers, node: Node, path: Path): Answers {
  return answers.flatMap((answer): Answers => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const from = answer.value.api;
    return [known({ kind: 'api', api: follow({ from, step: { kind: 'typed', node } }, path) }, node)];
  });
}

/** `import("@anthropic-ai/sdk").Anthropic`. */
function importedType(type: TSESTree.TSImportType, path: Path): Answers {
  const keys: string[] = [];
  let name = type.qualifier;
  while (name?.type === 'TSQualifiedName') {
    keys.unshift(name.right.name);
    name = name.left;
  }
  if (name?.type === 'Identifier') keys.unshift(name.name);
  const from = follow(moduleApi(type.source.value), keys);
  return [known({ kind: 'api', api: follow({ from, step: { kind: 'typed', node: type } }, path) }, type)];
}

/** The result of a function that the project declares: `ReturnType<typeof createClient>`. */
function returned(ev: Evaluator, query: TSESTree.TSTypeQuery, path: Path): Answers {
  return entity(ev, query.exprName, []).flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') return [];
    const { node } = answer.value;
    const results = ev.index.returnsOf(node).flatMap((n) => (n ? ev.answers(n, path) : []));
    return results.filter((each) => isOutside(each) || isCallable(each));
  });
}

/** Functions of packages that give what their type argument names, by way of a process or a worker: `proxyActivities<typeof activities>()`. */
const PROXIES = /^(?:proxyActivities|proxyLocalActivities|wrap)$/;

/** What such a call gives at a path, as the project shows it; empty for all other calls. */
export function proxiedBy(ev: Evaluator, call: CallNode, path: Path): Answers {
  const [type] = call.typeArguments?.params ?? [];
  if (!type || path.length === 0 || !PROXIES.test(calleeName(call.callee) ?? '')) return [];
  const given = type.type === 'TSTypeQuery' ? entity(ev, type.exprName, path) : resolveTyped(ev, type, path);
  return given.filter(isCallable);
}

function members(list: readonly TSESTree.TypeElement[], path: Path, next: Next): Answers {
  const [key, ...rest] = path;
  if (key === undefined) return [];
  return list.flatMap((member) => {
    if (member.type !== 'TSPropertySignature' || writtenKey(member) !== key) return [];
    return member.typeAnnotation ? next(member.typeAnnotation.typeAnnotation, rest) : [];
  });
}

/** A name used as a type or after `typeof`, followed along `path`. */
function entity(ev: Evaluator, name: Node, path: Path): Answers {
  if (name.type === 'Identifier') return ev.index.variableOf(name) ? ev.answers(name, path) : [];
  if (name.type === 'TSQualifiedName') return entity(ev, name.left, [name.right.name, ...path]);
  return [];
}

/** Only what comes from a module: a type says nothing about local values. */
function outside(answers: Answers): Answers {
  return answers.filter(isOutside);
}

function isOutside(answer: Answer): boolean {
  return answer.kind === 'known' && answer.value.kind === 'api';
}

/**
 * The answers, with what an annotation adds where they come from elsewhere or are unknown.
 *
 * @param type the annotated type; undefined where there is none
 */
export function withTyped(ev: Evaluator, type: Node | undefined, path: Path, answers: Answers): Answers {
  const open = answers.some((a) => a.kind === 'unknown' || (a.kind === 'known' && a.value.kind === 'api'));
  // `let client: Anthropic;` says nothing; an object without the key, or a function that gives one, does.
  const told = answers.some(
    (a) => (a.kind === 'known' && isNullish(a) !== true) || (a.kind === 'absent' && !isDeclaration(a.node)),
  );
  if (!type || (told && !open)) return answers;
  const typed = resolveTyped(ev, type, path);
  return typed.length > 0 ? [...answers.filter((a) => a.kind !== 'unknown'), ...typed] : answers;
}

function isDeclaration(node: Node): boolean {
  return node.type === 'VariableDeclarator' || node.type === 'PropertyDefinition';
}
