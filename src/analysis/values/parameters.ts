/**
 * What a parameter can hold: the arguments of every call the file shows.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, isClass, isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, ClassNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { resolveTyped } from './declared-types.ts';
import { patternSteps, through } from './patterns.ts';

/** More callers than this are not told apart. */
const MAX_CALLERS = 40;

/** How far up a chain of classes the makers of a class are looked for. */
const MAX_CLASSES = 4;

/** Methods that hand the elements of their receiver to a callback's first parameter. */
const ELEMENT_CALLBACKS = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flatMap',
  'forEach',
  'map',
  'some',
]);

/** Follows `path` from a parameter's value. */
export function resolveParameter(
  ev: Evaluator,
  fn: FunctionNode,
  name: Node,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const { steps, root } = patternSteps(name);
  const position = fn.params.indexOf(root as TSESTree.Parameter) - (hasThisParameter(fn) ? 1 : 0);
  const read = (p: Path): Answers => argument(ev, fn, root, position, p, name, frame);
  return through(ev, read, steps, path, frame);
}

/** TypeScript's `function f(this: T, …)`: no argument is passed for it. */
function hasThisParameter(fn: FunctionNode): boolean {
  const [first] = fn.params;
  return first?.type === 'Identifier' && first.name === 'this';
}

function argument(
  ev: Evaluator,
  fn: FunctionNode,
  root: Node,
  position: number,
  path: Path,
  name: Node,
  frame: Frame | undefined,
): Answers {
  for (let f = frame; f; f = f.outer) {
    if (f.fn === fn) return fromArguments(ev, f.args, root, position, path, f.argsFrame, name);
  }
  const inline = inlineCallback(ev, fn, position, path, frame);
  if (inline) return inline;

  const { calls, complete } = callersOf(ev, fn);
  const found = calls.flatMap((call) =>
    fromArguments(ev, call.arguments, root, position, path, undefined, name),
  );
  if (complete && calls.length > 0) return found;
  // Callers that the file does not show: the annotation is all there is to say of them.
  const annotation = annotationOf(root);
  const typed = annotation ? resolveTyped(ev, annotation, path) : [];
  return [...found, ...(typed.length > 0 ? typed : [unknown('parameter', name, path)])];
}

function annotationOf(root: Node): Node | undefined {
  let target: Node = root;
  if (target.type === 'TSParameterProperty') target = target.parameter;
  if (target.type === 'AssignmentPattern') target = target.left;
  return 'typeAnnotation' in target && target.typeAnnotation?.type === 'TSTypeAnnotation'
    ? target.typeAnnotation.typeAnnotation
    : undefined;
}

function fromArguments(
  ev: Evaluator,
  args: readonly Node[],
  root: Node,
  position: number,
  path: Path,
  frame: Frame | undefined,
  name: Node,
): Answers {
  const spread = args.findIndex((a) => a.type === 'SpreadElement');
  if (root.type === 'RestElement') {
    const [key, ...rest] = path;
    if (key === undefined) return [unknown('parameter', name, path)];
    const passed = args.slice(position);
    const picked = /^\d+$/.test(key) ? passed.slice(Number(key), Number(key) + 1) : passed;
    return picked.flatMap((a) => ev.answers(a.type === 'SpreadElement' ? a.argument : a, rest, frame));
  }
  if (spread >= 0 && spread <= position) return [unknown('parameter', args[spread] as Node, path)];
  const given = args[position];
  if (given) return ev.answers(given, path, frame);
  return path.length === 0
    ? [{ kind: 'known', value: { kind: 'literal', value: undefined }, node: name }]
    : [{ kind: 'absent', node: name, missing: path }];
}

/** Parameters of a function written in place as an argument: `.map(x => …)`, `.then(x => …)`. */
function inlineCallback(
  ev: Evaluator,
  fn: FunctionNode,
  position: number,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  if (fn.type === 'FunctionDeclaration') return undefined;
  const outer = wrapped(fn);
  const call = outer.parent;
  if (call?.type !== 'CallExpression') return undefined;
  if (call.callee === outer) {
    const given = call.arguments[position];
    return given ? ev.answers(given, path, frame) : [{ kind: 'absent', node: fn, missing: path }];
  }
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const method = writtenKey(callee) ?? '';
  if (position === 0 && call.arguments[0] === outer) {
    if (method === 'then') return ev.answers(callee.object, path, frame);
    if (ELEMENT_CALLBACKS.has(method)) return ev.answers(callee.object, ['*', ...path], frame);
  }
  if (method === 'reduce' && position === 1) return ev.answers(callee.object, ['*', ...path], frame);
  if (method === 'from' && call.arguments[1] === outer && position === 0 && call.arguments[0]) {
    return ev.answers(call.arguments[0], ['*', ...path], frame);
  }
  return undefined;
}

/** The calls of a function in this file, and whether there can be no others. */
export function callersOf(
  ev: Evaluator,
  fn: FunctionNode,
): { readonly calls: readonly CallNode[]; readonly complete: boolean } {
  let memory = callersMemory.get(ev);
  if (!memory) callersMemory.set(ev, (memory = new Map<FunctionNode, Callers>()));
  let callers = memory.get(fn);
  if (!callers) {
    // Entered before it is computed, so that a function that calls itself ends.
    memory.set(fn, { calls: [], complete: false });
    callers = findCallers(ev, fn);
    memory.set(fn, callers);
  }
  return callers;
}

interface Callers {
  readonly calls: readonly CallNode[];
  readonly complete: boolean;
}

const callersMemory = new WeakMap<Evaluator, Map<FunctionNode, Callers>>();
const NONE: Callers = { calls: [], complete: false };

function findCallers(ev: Evaluator, fn: FunctionNode): Callers {
  const holder = fn.parent;
  if (holder.type === 'MethodDefinition' || holder.type === 'PropertyDefinition') {
    const owner = holder.parent.parent;
    if (!isClass(owner)) return NONE;
    const name = writtenKey(holder);
    if (holder.type === 'MethodDefinition' && holder.kind === 'constructor') return constructions(ev, owner);
    if (name === undefined || (holder.type === 'MethodDefinition' && holder.kind !== 'method')) return NONE;
    const hidden =
      name.startsWith('#') || holder.accessibility === 'private' || !hasExportedInstance(ev, owner);
    return byName(ev, fn, name, hidden);
  }
  if (holder.type === 'Property' && holder.value === fn) {
    const name = writtenKey(holder);
    return name === undefined ? NONE : byName(ev, fn, name, false);
  }
  if (fn.type === 'FunctionDeclaration') return references(ev, fn, fn);
  const outer = wrapped(fn);
  if (outer.parent?.type === 'VariableDeclarator' && outer.parent.init === outer) {
    return references(ev, outer.parent, fn);
  }
  // const ask = useCallback((prompt) => …), cache(async () => …): the wrapper passes arguments on.
  const wrapper = outer.parent;
  if (
    wrapper?.type === 'CallExpression' &&
    wrapper.arguments[0] === outer &&
    wrapper.parent.type === 'VariableDeclarator'
  ) {
    return { ...references(ev, wrapper.parent, fn), complete: false };
  }
  return NONE;
}

/** Calls through a property: every `x.name()` whose callee evaluates to this function. */
function byName(ev: Evaluator, fn: FunctionNode, name: string, complete: boolean): Callers {
  const candidates = ev.index.indexOf(fn).callsNamed(name);
  if (candidates.length > MAX_CALLERS) return NONE;
  const calls = candidates.filter((call) =>
    ev
      .answers(call.callee, [])
      .some((a) => a.kind === 'known' && a.value.kind === 'function' && a.value.node === fn),
  );
  return { calls, complete };
}

/** Calls through the name a declaration gives the function. */
function references(ev: Evaluator, declaration: Node, fn: FunctionNode): Callers {
  const variables = ev.index.declaredBy(declaration);
  const variable = variables.find((v) =>
    v.identifiers.some((id) => (declaration as { id?: Node | null }).id === (id as Node)),
  );
  if (!variable) return NONE;
  let complete = !isExported(ev, declaration);
  const calls: CallNode[] = [];
  for (const reference of variable.references) {
    const identifier = reference.identifier as Node;
    if (reference.isWrite() && !reference.isRead()) continue;
    const outer = wrapped(identifier);
    const parent = outer.parent;
    if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === outer) {
      if (parent !== fn.parent) calls.push(parent);
    } else {
      complete = false;
    }
  }
  return calls.length > MAX_CALLERS ? NONE : { calls, complete };
}

/** `new C(…)` for a class, and `super(…)` in the classes that extend it, in its own file and in the one that asks. */
function constructions(ev: Evaluator, owner: ClassNode, depth = 0): Callers {
  const named = owner.type === 'ClassDeclaration' ? owner : owner.parent;
  const [variable] = ev.index.declaredBy(named);
  const calls: CallNode[] = [];
  let complete = !isExported(ev, owner);
  for (const { identifier } of variable?.references ?? []) {
    const name = identifier as Node;
    const { parent } = name;
    if (parent?.type === 'NewExpression' && parent.callee === name) calls.push(parent);
    else if (parent && isClass(parent) && parent.superClass === name)
      calls.push(...handedUp(ev, parent, depth));
    else if (parent && !parent.type.startsWith('TS') && parent.type !== 'ExportSpecifier') complete = false;
  }
  if (ev.index.indexOf(owner) !== ev.index) calls.push(...madeElsewhere(ev, owner));
  return calls.length > MAX_CALLERS ? NONE : { calls, complete };
}

/** The `super(…)` of a class; where it has no constructor, what makes it makes its base class. */
function handedUp(ev: Evaluator, subclass: ClassNode, depth = 0): readonly CallNode[] {
  if (depth >= MAX_CLASSES) return [];
  const constructor = subclass.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  if (!constructor) return constructions(ev, subclass, depth + 1).calls;
  return ev.index
    .indexOf(subclass)
    .calls.filter((call) => call.callee.type === 'Super' && contains(constructor, call));
}

/** The places in the asking file that make a class of another file, or extend it. */
function madeElsewhere(ev: Evaluator, owner: ClassNode): CallNode[] {
  const isOwner = (node: Node): boolean =>
    ev
      .answers(node, [])
      .some((a) => a.kind === 'known' && a.value.kind === 'class' && a.value.node === owner);
  return [
    ...ev.index.calls.filter((call) => call.type === 'NewExpression' && isOwner(call.callee)),
    ...ev.index.classes
      .filter(({ superClass }) => superClass && isOwner(superClass))
      .flatMap((subclass) => handedUp(ev, subclass)),
  ];
}

/** True when other files can name what this node declares. */
export function isExported(ev: Evaluator, declaration: Node): boolean {
  for (let node: Node | undefined = declaration; node; node = node.parent) {
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') return true;
    if (node !== declaration && isFunction(node)) break;
  }
  const named =
    isClass(declaration) && declaration.type === 'ClassExpression' ? declaration.parent : declaration;
  return ev.index.declaredBy(named).some((variable) =>
    variable.references.some((reference) => {
      const parent = (reference.identifier as Node).parent;
      if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true;
      return reachesExports(reference.identifier);
    }),
  );
}

/** True when other files can get hold of an instance of the class. */
function hasExportedInstance(ev: Evaluator, owner: Node): boolean {
  if (isExported(ev, owner)) return true;
  const named = owner.type === 'ClassExpression' ? owner.parent : owner;
  return ev.index.declaredBy(named).some((variable) =>
    variable.references.some((reference) => {
      for (let node = (reference.identifier as Node).parent; node && !isFunction(node); node = node.parent) {
        if (node.type === 'VariableDeclarator' && isExported(ev, node)) return true;
        if (node.type === 'ExportDefaultDeclaration' || reachesExports(node)) return true;
      }
      return false;
    }),
  );
}

/** `module.exports = { name }`, `exports.name = name`. */
function reachesExports(identifier: Node): boolean {
  let node: Node = identifier;
  while (node.parent?.type === 'Property' || node.parent?.type === 'ObjectExpression') node = node.parent;
  const assignment = node.parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.right !== node) return false;
  let target: Node = assignment.left;
  while (target.type === 'MemberExpression') target = target.object;
  return target.type === 'Identifier' && (target.name === 'module' || target.name === 'exports');
}
