/**
 * What containers hand in: under a token, `@Inject(LLM)` of NestJS, `@inject(TYPES.Llm)` of Inversify and tsyringe; by the name of
 * what is taken, as Awilix does; on demand, `container.get(TYPES.Llm)`. What is bound there is known where one place of the project
 * binds it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isFunction, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, FunctionNode, Node, Path } from '../syntax/types.ts';
import { annotationOfParameter } from '../syntax/variables.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { Answers, Evaluator } from './answers.ts';
import { functionsOf } from './functions.ts';

/** Decorators of parameters and fields that name a token. */
const DECORATOR = /^[Ii]nject$/;

/** What is asked for what it holds, and how. */
const CONTAINER = /^(?:app|container|Container|cradle|di|diContainer|injector|ioc|moduleRef|registry|scope)$/;
const ASKS = /^(?:get|getInstance|inject|resolve)$/;

/** How Awilix wraps what is registered. */
const WRAPS = /^as(?:Class|Function|Value)$/;

/**
 * What a container hands in for a parameter of a function that the project does not call.
 *
 * @returns undefined where no place binds it, or several
 */
export function injectedInto(
  ev: Evaluator,
  fn: FunctionNode,
  { root, position }: { readonly root: Node; readonly position: number },
  path: Path,
): Answers | undefined {
  const token = tokenBeside(root) ?? tokenOfFactory(fn, position) ?? typeToken(root);
  const byToken = token === undefined ? undefined : bound(ev, token, path);
  if (byToken || position !== 0) return byToken;
  // `({ claude, audit }) => …`
  const [key, ...rest] = path;
  return key === undefined || root.type !== 'ObjectPattern' ? undefined : bound(ev, key, rest, WRAPS);
}

/** What a container hands in for a field: `@Inject(LLM) private readonly llm: Llm`. */
export function injectedField(ev: Evaluator, field: Node, path: Path): Answers | undefined {
  const token = tokenBeside(field);
  return token === undefined ? undefined : bound(ev, token, path);
}

/** What a call asks a container for: `container.get<Anthropic>(TYPES.Claude)`, `container.cradle.claude` aside. */
export function askedOfContainer(ev: Evaluator, call: CallNode, path: Path): Answers | undefined {
  const callee = unwrap(call.callee);
  const [first] = call.arguments;
  if (!first || callee.type !== 'MemberExpression' || !ASKS.test(writtenKey(callee) ?? '')) return undefined;
  if (!CONTAINER.test(writtenNames(callee.object).at(-1) ?? '')) return undefined;
  const token = tokenName(first);
  return token === undefined ? undefined : bound(ev, token, path);
}

function tokenBeside(node: Node): string | undefined {
  const decorators = 'decorators' in node ? node.decorators : [];
  for (const { expression } of decorators) {
    if (expression.type !== 'CallExpression' || !DECORATOR.test(calleeName(expression.callee) ?? ''))
      continue;
    const [token] = expression.arguments;
    return token && tokenName(token);
  }
  return undefined;
}

/** `inject: [CONFIG, LLM]` beside `useFactory: (config, llm) => …`. */
function tokenOfFactory(fn: FunctionNode, position: number): string | undefined {
  const property = wrapped(fn).parent;
  if (property?.type !== 'Property' || writtenKey(property) !== 'useFactory') return undefined;
  const list = property.parent.type === 'ObjectExpression' ? valueAt(property.parent, 'inject') : undefined;
  const token = list?.type === 'ArrayExpression' ? list.elements[position] : undefined;
  return token ? tokenName(token) : undefined;
}

/** The name of a class or an interface that a parameter is annotated with. */
function typeToken(root: Node): string | undefined {
  const named = annotationOfParameter(root);
  return named?.type === 'TSTypeReference' && named.typeName.type === 'Identifier'
    ? named.typeName.name
    : undefined;
}

/** The name of a token: of a text, a constant, a class, a member of a table of tokens. */
function tokenName(token: Node): string | undefined {
  return literalText(token) ?? writtenNames(token).at(-1);
}

const MAX_HOPS = 3;

/** What one place of the project binds to a token; undefined where none does, or several. */
function bound(ev: Evaluator, token: string, path: Path, only?: RegExp, hops = 0): Answers | undefined {
  const found = ev.putting(`bind:${token}`).flatMap((file) => bindingsIn(ev, file, token, only));
  const [binding] = found;
  if (!binding || found.length > 1 || hops > MAX_HOPS) return undefined;
  if (binding.kind === 'token') return bound(ev, binding.token, path, only, hops + 1);
  return binding.values.flatMap((value) => ev.answers(value, path));
}

/** What is bound: values, of a class the class itself; or another token. */
type Binding =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'values'; readonly values: readonly Node[] };

function bindingsIn(ev: Evaluator, file: SyntaxIndex, token: string, only: RegExp | undefined): Binding[] {
  const isToken = (node: Node | undefined): boolean => node !== undefined && tokenName(node) === token;
  const wrappedIn = registeredIn(ev, file, token, isToken);
  if (only) return wrappedIn;
  const provided = file
    .propertiesNamed('provide')
    .flatMap(({ value, parent }) =>
      isToken(value) && parent.type === 'ObjectExpression' ? (provision(ev, parent) ?? []) : [],
    );
  const bindings = file.callsNamed('bind').flatMap((call) => {
    const [first] = call.arguments;
    return isToken(first) ? (inversified(ev, call) ?? []) : [];
  });
  const registered = ['register', 'registerInstance', 'registerSingleton', 'set'].flatMap((method) =>
    file.callsNamed(method).flatMap(({ arguments: [first, value] }): Binding[] => {
      const given = value && unwrap(value);
      if (!given || !isToken(first) || isWrapped(given)) return [];
      const made = given.type === 'ObjectExpression' ? provision(ev, given) : undefined;
      return [made ?? values([given])];
    }),
  );
  return [...provided, ...bindings, ...registered, ...wrappedIn];
}

const values = (nodes: readonly Node[]): Binding => ({ kind: 'values', values: nodes });

/** `{ provide: LLM, useFactory: … }` of NestJS, `{ useValue: … }` of tsyringe. */
function provision(ev: Evaluator, object: TSESTree.ObjectExpression): Binding | undefined {
  const value = valueAt(object, 'useValue') ?? valueAt(object, 'useClass');
  if (value) return values([value]);
  const factory = valueAt(object, 'useFactory');
  if (factory) return values(givenBy(ev, factory));
  const other = valueAt(object, 'useExisting') ?? valueAt(object, 'useToken');
  const token = other && tokenName(other);
  return token === undefined ? undefined : { kind: 'token', token };
}

/** `container.bind(TYPES.Llm).to(ClaudeLlm).inSingletonScope()`. */
function inversified(ev: Evaluator, bind: CallNode): Binding | undefined {
  const member = bind.parent;
  const call = member.type === 'MemberExpression' && member.object === bind ? member.parent : undefined;
  const [given] = call?.type === 'CallExpression' && call.callee === member ? call.arguments : [];
  if (!given || member.type !== 'MemberExpression') return undefined;
  switch (writtenKey(member)) {
    case 'to':
    case 'toConstantValue':
      return values([given]);
    case 'toDynamicValue':
    case 'toResolvedValue':
      return values(givenBy(ev, given));
    case 'toService': {
      const token = tokenName(given);
      return token === undefined ? undefined : { kind: 'token', token };
    }
    default:
      return undefined;
  }
}

/** `container.register({ llm: asFunction(makeLlm).singleton() })`, `container.register("llm", asValue(llm))` of Awilix. */
function registeredIn(
  ev: Evaluator,
  file: SyntaxIndex,
  token: string,
  isToken: (node: Node | undefined) => boolean,
): Binding[] {
  const listed = file.propertiesNamed(token).flatMap(({ value }) => unwrapped(ev, value) ?? []);
  const single = file
    .callsNamed('register')
    .flatMap(({ arguments: [first, value] }) =>
      value && isToken(first) ? (unwrapped(ev, unwrap(value)) ?? []) : [],
    );
  return [...listed, ...single];
}

function isWrapped(node: Node): boolean {
  return wrapperIn(node) !== undefined;
}

function unwrapped(ev: Evaluator, node: Node): Binding | undefined {
  const call = wrapperIn(node);
  const [given] = call?.arguments ?? [];
  if (!call || !given) return undefined;
  return values(calleeName(call.callee) === 'asFunction' ? givenBy(ev, given) : [given]);
}

/** `asFunction(…)` of `asFunction(…).singleton().disposer(…)`. */
function wrapperIn(node: Node): CallNode | undefined {
  let call = unwrap(node);
  while (call.type === 'CallExpression') {
    if (WRAPS.test(calleeName(call.callee) ?? '')) return call;
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression') return undefined;
    call = unwrap(callee.object);
  }
  return undefined;
}

/** What a factory gives; of the name of a class, the class. */
function givenBy(ev: Evaluator, factory: Node): readonly Node[] {
  return functionsOf(ev, factory).flatMap(({ node }) =>
    isFunction(node) ? ev.index.returnsOf(node).filter((each) => each !== undefined) : [],
  );
}

function valueAt(object: TSESTree.ObjectExpression, name: string): Node | undefined {
  for (const each of object.properties)
    if (each.type === 'Property' && writtenKey(each) === name) return unwrap(each.value);
  return undefined;
}
