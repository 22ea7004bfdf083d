/**
 * Functions of the file that are not called where they are named: handed on by their names, put into objects, called through them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, nameOfFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex, Variable } from '../syntax/syntax-index.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import { readsOf, specifierOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { isExported } from '../values/visibility.ts';

/** Places where one function is named are looked at up to this number. */
const MAX_PLACES = 40;

/** Every expression by which a function is handed to a call, or given as a property, under its name. */
export function placesHandedOn(ev: Evaluator, fn: FunctionNode): readonly Node[] {
  const own = [...readsOfFunction(ev, fn), ...membersThatAre(ev, fn)].slice(0, MAX_PLACES).flatMap(handedAt);
  if (ev.index.indexOf(fn) === ev.index) return [...own, ...readsElsewhere(ev, fn).flatMap(handedAt)];
  return [...new Set([...own, ...(importsHandedOn(ev).get(fn) ?? [])])];
}

/** The expression by which a function is handed on where it is named; none where it is not. */
export function handedAt(use: Node): readonly Node[] {
  const value = boundOrItself(use);
  return isHandedOn(value) ? [value] : [];
}

const importsOf = new WeakMap<Evaluator, ReadonlyMap<FunctionNode, readonly Node[]>>();

/** Every expression by which the asking file hands on a function of another module under the name that it imports it by. */
export function importsHandedOn(ev: Evaluator): ReadonlyMap<FunctionNode, readonly Node[]> {
  const known = importsOf.get(ev);
  if (known) return known;
  const found = new Map<FunctionNode, Node[]>();
  importsOf.set(ev, found);
  for (const name of namesImported(ev))
    for (const place of readsOf(name).map(memberOf).flatMap(handedAt))
      for (const { node } of functionsOf(ev, place))
        if (ev.index.indexOf(node) !== ev.index) found.set(node, [...(found.get(node) ?? []), place]);
  return found;
}

/** `listeners.message` of `listeners`: the longest chain of names that begins with one. */
function memberOf(name: Node): Node {
  let member = name;
  for (
    let { parent } = member;
    parent?.type === 'MemberExpression' && parent.object === member;
    { parent } = member
  ) {
    if (writtenKey(parent) === 'bind') return member;
    member = parent;
  }
  return member;
}

/** The names by which a file imports from modules of the project. */
function namesImported(ev: Evaluator): readonly Variable[] {
  const { index } = ev;
  return index.program.body
    .flatMap((statement) => {
      if (statement.type === 'ImportDeclaration')
        return statement.importKind === 'type' ? [] : index.declaredBy(statement);
      return statement.type === 'VariableDeclaration'
        ? statement.declarations.flatMap((each) => index.declaredBy(each))
        : [];
    })
    .filter((variable) => {
      const [name] = variable.identifiers;
      const source = name && specifierOf(index, name);
      return source !== undefined && ev.moduleAt(source, index.program) !== undefined;
    });
}

/** Calls that reach a function through an object that it is put into: `{ print }`, `handlers[type](x)`. */
export function callsThroughObjects(ev: Evaluator, fn: FunctionNode): readonly CallNode[] {
  const holders = [wrapped(fn), ...readsOfFunction(ev, fn)].map((each) => wrapped(each).parent);
  const properties = holders.flatMap((holder) =>
    holder?.type === 'Property' && holder.parent.type === 'ObjectExpression' ? [holder] : [],
  );
  if (properties.length === 0) return [];
  const named = properties.flatMap((property) => {
    // Calls by the name of a property that holds the function itself are found with its callers.
    const name = property.value === fn ? undefined : writtenKey(property);
    return name === undefined ? [] : filesOf(ev, fn).flatMap((file) => file.callsNamed(name));
  });
  return [...named, ...filesOf(ev, fn).flatMap(computedCalls)]
    .slice(0, MAX_PLACES)
    .filter((call) => functionsOf(ev, call.callee).some(({ node }) => node === fn));
}

/** Where a function is named: in its own file, and in the one that asks. */
function filesOf(ev: Evaluator, fn: FunctionNode): readonly SyntaxIndex[] {
  return [...new Set([ev.index.indexOf(fn), ev.index])];
}

/** `f` of `f.bind(x)`: the whole of it; any other expression as it is, with the wrappers around it. */
function boundOrItself(use: Node): Node {
  const outer = wrapped(use);
  const member = outer.parent;
  const call = member?.type === 'MemberExpression' && member.object === outer ? member.parent : undefined;
  const isBind =
    member?.type === 'MemberExpression' && writtenKey(member) === 'bind' && call?.type === 'CallExpression';
  return isBind && call.callee === member ? wrapped(call) : outer;
}

function isHandedOn(value: Node): boolean {
  const holder = value.parent;
  if (holder?.type === 'Property') return holder.value === value && holder.parent.type === 'ObjectExpression';
  return (holder?.type === 'CallExpression' || holder?.type === 'NewExpression') && holder.callee !== value;
}

/** The places where a function that has a name of its own is read. */
function readsOfFunction(ev: Evaluator, fn: FunctionNode): readonly Node[] {
  const holder = wrapped(fn).parent;
  const declaration = fn.type === 'FunctionDeclaration' ? fn : holder;
  if (declaration?.type !== 'FunctionDeclaration' && declaration?.type !== 'VariableDeclarator') return [];
  const name = declaration.id;
  return name?.type === 'Identifier' ? readsOf(ev.index.variableOf(name)) : [];
}

/** The places where modules read a function of the asking file that they import by its name: `withAuth(ask)`. */
function readsElsewhere(ev: Evaluator, fn: FunctionNode): readonly Node[] {
  const name = nameOfFunction(fn);
  const declaration = fn.type === 'FunctionDeclaration' ? fn : wrapped(fn).parent;
  if (name === undefined || !declaration || !isExported(ev, declaration)) return [];
  return (ev.usersOf(ev.index, name, 'handed') ?? [])
    .flatMap(({ program }) => program.body)
    .flatMap((statement) => (statement.type === 'ImportDeclaration' ? statement.specifiers : []))
    .filter((each) => each.type === 'ImportSpecifier' && writtenImport(each) === name)
    .flatMap((each) => readsOf(ev.index.declaredBy(each)[0]))
    .slice(0, MAX_PLACES)
    .filter((use) => functionsOf(ev, use).some(({ node }) => node === fn));
}

function writtenImport({ imported }: TSESTree.ImportSpecifier): string {
  return imported.type === 'Identifier' ? imported.name : imported.value;
}

/** `this.log`, `support.log`, where they are not called. */
function membersThatAre(ev: Evaluator, fn: FunctionNode): readonly Node[] {
  const { parent } = fn;
  const isMember =
    parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property';
  const name = isMember ? writtenKey(parent) : undefined;
  if (name === undefined) return [];
  return filesOf(ev, fn)
    .flatMap((file) => membersHandedOn(file).get(name) ?? [])
    .slice(0, MAX_PLACES)
    .filter((member) => functionsOf(ev, member).some(({ node }) => node === fn));
}

const membersOf = new WeakMap<SyntaxIndex, ReadonlyMap<string, readonly Node[]>>();

/** Every member access of the file that is handed on as a value, by the name that it ends in. */
function membersHandedOn(file: SyntaxIndex): ReadonlyMap<string, readonly Node[]> {
  const known = membersOf.get(file);
  if (known) return known;
  const found = new Map<string, Node[]>();
  for (const member of file.members) {
    const name = writtenKey(member);
    if (name === undefined || !isHandedOn(boundOrItself(member))) continue;
    const list = found.get(name);
    if (list) list.push(member);
    else found.set(name, [member]);
  }
  membersOf.set(file, found);
  return found;
}

const computedCallsOf = new WeakMap<SyntaxIndex, readonly CallNode[]>();

/** `handlers[type](x)` */
function computedCalls(file: SyntaxIndex): readonly CallNode[] {
  let known = computedCallsOf.get(file);
  if (!known) {
    known = file.calls.filter((call) => {
      const callee = unwrap(call.callee);
      return callee.type === 'MemberExpression' && callee.computed && writtenKey(callee) === undefined;
    });
    computedCallsOf.set(file, known);
  }
  return known;
}

/** Functions written among the arguments of a call that makes what a variable stands for: `const ask = memoize(async (q) => …)`. */
export function functionsWrappedIn(ev: Evaluator, callee: Node): readonly FunctionNode[] {
  const variable = ev.index.variableOf(unwrap(callee));
  const definition = variable?.defs[0];
  const made: Node | null | undefined = definition?.type === 'Variable' ? definition.node.init : undefined;
  const call = made && unwrap(made);
  return call?.type === 'CallExpression' ? call.arguments.filter((argument) => isFunction(argument)) : [];
}
