/**
 * The calls of a function, as far as the file shows them, and whether there can be others.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  contains,
  isClass,
  isFunction,
  nameOfFunction,
  unwrap,
  wrapped,
  writtenKey,
} from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import { literalOf } from './answers.ts';
import type { Evaluator } from './answers.ts';
import { isConstructor } from './class-members.ts';
import { functionsOf } from './functions.ts';
import { isOnlyCalled } from './object-uses.ts';
import { chainOf, superCalls } from './subclasses.ts';
import { hasExportedInstance, isDefaultExport, isExported } from './visibility.ts';

/** More callers than this are not told apart. */
const MAX_CALLERS = 40;

/** How far up a chain of classes the makers of a class are looked for. */
const MAX_CLASSES = 4;

/** The calls of a function. */
export interface Callers {
  readonly calls: readonly CallNode[];
  /** There can be no others, but for those of `handedIn`. */
  readonly complete: boolean;
  /**
   * Calls in modules that import a class or a function, where the calls are those of a constructor, or of a function that only makes
   * another: what they pass to be called is looked up, while values are asked where they are passed.
   */
  readonly handedIn?: readonly CallNode[];
}

/** The calls of a function in this file, and whether there can be no others. */
export function callersOf(ev: Evaluator, fn: FunctionNode): Callers {
  let memory = callersMemory.get(ev);
  if (!memory) callersMemory.set(ev, (memory = new Map<FunctionNode, Callers>()));
  let callers = memory.get(fn);
  if (!callers) {
    // Entered before it is computed, so that a function that calls itself ends.
    memory.set(fn, { calls: [], complete: false });
    callers = withCallsHere(ev, fn, findCallers(ev, fn));
    memory.set(fn, callers);
  }
  return callers;
}

const callersMemory = new WeakMap<Evaluator, Map<FunctionNode, Callers>>();
const NONE: Callers = { calls: [], complete: false };

/** With the calls in the asking file of a function of another one that only makes something: what it makes is used without its frame. */
function withCallsHere(ev: Evaluator, fn: FunctionNode, callers: Callers): Callers {
  const name = nameOfFunction(fn);
  if (name === undefined || callers.complete || ev.index.indexOf(fn) === ev.index || !composes(ev, fn))
    return callers;
  const here = callsOfIn(ev, fn, name, ev.index).filter((call) => !callers.calls.includes(call));
  if (here.length === 0 || here.length > MAX_CALLERS) return callers;
  // What other modules hand in is not in what this one has made.
  return { ...callers, calls: [...callers.calls, ...here], ...(callers.handedIn && { handedIn: [] }) };
}

/** The calls of a function in a file, by the names that it has there. */
function callsOfIn(ev: Evaluator, fn: FunctionNode, name: string, file: SyntaxIndex): readonly CallNode[] {
  return [name, ...file.aliasesOf(name)]
    .flatMap((each) => file.callsNamed(each))
    .filter((call) => functionsOf(ev, call.callee).some(({ node }) => node === fn));
}

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
    const own = byName(ev, fn, name, hidden);
    return hidden || !isCalledHereOnly(ev, fn, name, own) ? own : { ...own, complete: true };
  }
  if (holder.type === 'Property' && holder.value === fn) {
    const name = writtenKey(holder) ?? computedKey(ev, holder);
    return name === undefined ? NONE : byName(ev, fn, name, isMethodInSight(ev, holder, name));
  }
  if (fn.type === 'FunctionDeclaration') return withNamespace(ev, fn, references(ev, fn, fn));
  const outer = wrapped(fn);
  if (outer.parent?.type === 'VariableDeclarator' && outer.parent.init === outer) {
    return references(ev, outer.parent, fn);
  }
  if (isDefaultExport(ev, fn) && composes(ev, fn))
    return { ...NONE, handedIn: composedByUsers(ev, fn, ['default']) };
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

/**
 * True for a method of something that a module fills itself and hands out, `profiles.set('triage', { … })`: it is called there, the class
 * is the module's own, and of the modules that import it none calls anything by that name.
 */
function isCalledHereOnly(ev: Evaluator, fn: FunctionNode, name: string, { calls }: Callers): boolean {
  const owner = fn.parent.parent?.parent;
  if (calls.length === 0 || !owner || isExported(ev, owner)) return false;
  const file = ev.index.indexOf(fn);
  // What nobody of the project imports is for others.
  if (ev.importers(file).length === 0) return false;
  const isHere = file === ev.index;
  return (isHere || ev.index.callsNamed(name).length === 0) && ev.usersOf(file, name, 'called')?.length === 0;
}

/** `emit` of `{ [KEY]: … }` with `const KEY = "emit"`. */
function computedKey(ev: Evaluator, { computed, key }: TSESTree.Property): string | undefined {
  const [only, ...others] = computed ? ev.answers(key, []).map(literalOf) : [];
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}

/** True where an object literal that has the method is used in this file alone, and the method is only called. */
function isMethodInSight(ev: Evaluator, { parent: object }: TSESTree.Property, name: string): boolean {
  const callsOf = (fn: FunctionNode): readonly CallNode[] | undefined => {
    const { calls, complete } = callersOf(ev, fn);
    return complete ? calls : undefined;
  };
  return object.type === 'ObjectExpression' && isOnlyCalled({ ev, callsOf }, object, [name]);
}

/** A function that a namespace exports is called through the namespace, too. */
function withNamespace(ev: Evaluator, fn: TSESTree.FunctionDeclaration, own: Callers): Callers {
  const name =
    fn.parent.type === 'ExportNamedDeclaration' && fn.parent.parent.type === 'TSModuleBlock' && fn.id?.name;
  if (!name) return own;
  const through = byName(ev, fn, name, own.complete);
  return { calls: [...new Set([...own.calls, ...through.calls])], complete: through.complete };
}

/** Calls through a property: every `x.name()` whose callee evaluates to this function. */
function byName(ev: Evaluator, fn: FunctionNode, name: string, complete: boolean): Callers {
  const candidates = [...ev.index.indexOf(fn).callsNamed(name), ...callsInBases(ev, fn, name)];
  if (candidates.length > MAX_CALLERS) return NONE;
  const calls = candidates.filter((call) =>
    ev
      .answers(call.callee, [])
      .some((a) => a.kind === 'known' && a.value.kind === 'function' && a.value.node === fn),
  );
  return { calls, complete };
}

/** `this.name()` in the classes of other files that the class of a method extends: there it is called by what they have in common. */
function callsInBases(ev: Evaluator, fn: FunctionNode, name: string): readonly CallNode[] {
  const owner = fn.parent.parent?.parent;
  if (!owner || !isClass(owner) || !owner.superClass) return [];
  const own = ev.index.indexOf(owner);
  return chainOf(ev, owner).flatMap((base) => {
    const file = ev.index.indexOf(base);
    return file === own ? [] : file.callsNamed(name).filter((call) => contains(base, call));
  });
}

/** Calls through the name a declaration gives the function. */
function references(ev: Evaluator, declaration: Node, fn: FunctionNode): Callers {
  const variables = ev.index.declaredBy(declaration);
  const name = 'id' in declaration ? declaration.id : undefined;
  const variable = variables.find((v) => v.identifiers.some((id: Node) => id === name));
  if (!variable) return NONE;
  let complete = !isExported(ev, declaration);
  const calls: CallNode[] = [];
  for (const reference of variable.references) {
    if (reference.isWrite() && !reference.isRead()) continue;
    const outer = wrapped(reference.identifier);
    const parent = outer.parent;
    if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === outer) {
      if (parent !== fn.parent) calls.push(parent);
    } else {
      complete = false;
    }
  }
  if (calls.length > MAX_CALLERS) return NONE;
  const isComposing = !complete && name?.type === 'Identifier' && composes(ev, fn);
  return isComposing
    ? { calls, complete, handedIn: composedByUsers(ev, fn, namesAbroad(ev, declaration, name.name)) }
    : { calls, complete };
}

const MADE = /^(?:NewExpression|ObjectExpression)$/;

/** True for a function that only makes another, or an object, of what it is handed: `({ client, audit }) => async (task) => …`. */
function composes(ev: Evaluator, fn: FunctionNode): boolean {
  const returned = ev.index.returnsOf(fn);
  return (
    returned.length > 0 &&
    returned.every((node) => {
      const made = node && unwrap(node);
      if (made?.type === 'Identifier') {
        const definition: Node | undefined = ev.index.variableOf(made)?.defs[0]?.node;
        return definition !== undefined && isFunction(definition);
      }
      return made !== undefined && (isFunction(made) || MADE.test(made.type));
    })
  );
}

/** The names by which other modules import what a declaration of this name exports. */
function namesAbroad(ev: Evaluator, declaration: Node, name: string): readonly string[] {
  return isDefaultExport(ev, declaration) ? [name, 'default'] : [name];
}

/** The modules, beside the asking one, that import a file and use something of it that has these names. */
function usersOfAny(
  ev: Evaluator,
  file: SyntaxIndex,
  names: readonly string[],
  use: 'called' | 'made',
): readonly SyntaxIndex[] {
  return [...new Set(names.flatMap((name) => ev.usersOf(file, name, use) ?? []))];
}

/** The calls of such a function in modules that import its file, and in the asking one. */
function composedByUsers(ev: Evaluator, fn: FunctionNode, names: readonly string[]): readonly CallNode[] {
  const own = ev.index.indexOf(fn);
  const files = [...(own === ev.index ? [] : [ev.index]), ...usersOfAny(ev, own, names, 'called')];
  const found = files.flatMap((file) => names.flatMap((name) => callsOfIn(ev, fn, name, file)));
  return found.length > MAX_CALLERS ? [] : [...new Set(found)];
}

/** `new C(…)` for a class, and `super(…)` in the classes that extend it, in its own file and in the one that asks. */
function constructions(ev: Evaluator, owner: ClassNode, depth = 0): Callers {
  const named = owner.type === 'ClassDeclaration' ? owner : owner.parent;
  const calls: CallNode[] = [];
  let complete = !isExported(ev, owner) || isMadeByItself(owner);
  // The name that a class has within itself is a variable of its own.
  for (const name of ev.index.declaredBy(named).flatMap(usesOf)) {
    const { parent } = name;
    if (parent?.type === 'NewExpression' && parent.callee === name) calls.push(parent);
    else if (parent && isClass(parent) && parent.superClass === name)
      calls.push(...handedUp(ev, parent, depth));
    else if (parent && !parent.type.startsWith('TS') && parent.type !== 'ExportSpecifier') complete = false;
  }
  if (ev.index.indexOf(owner) !== ev.index) calls.push(...madeElsewhere(ev, owner));
  if (calls.length > MAX_CALLERS) return NONE;
  return complete ? { calls, complete } : { calls, complete, handedIn: madeByUsers(ev, owner, depth) };
}

/** True for a class whose constructor is private: only what stands in it makes one. */
function isMadeByItself({ body }: ClassNode): boolean {
  return body.body.some((member) => isConstructor(member) && member.accessibility === 'private');
}

/** The places in modules that import the file of a class, the asking file aside, that make the class or extend it. */
function madeByUsers(ev: Evaluator, owner: ClassNode, depth: number): readonly CallNode[] {
  const name = owner.id?.name;
  if (name === undefined || depth >= MAX_CLASSES) return [];
  const abroad = namesAbroad(ev, owner, name);
  const found = usersOfAny(ev, ev.index.indexOf(owner), abroad, 'made').flatMap((file) => {
    const names = new Set([...abroad, ...abroad.flatMap((each) => file.aliasesOf(each))]);
    const isOwner = (node: Node): boolean => {
      const written = node.type === 'Identifier' ? node.name : calleeName(node);
      return written !== undefined && names.has(written) && isClassOf(ev, node, owner);
    };
    return [
      ...file.calls.filter((call) => call.type === 'NewExpression' && isOwner(call.callee)),
      ...file.classes
        .filter(({ superClass }) => superClass && isOwner(superClass))
        .flatMap((subclass) => handedUpIn(ev, subclass, depth + 1)),
    ];
  });
  return found.length > MAX_CALLERS ? [] : found;
}

/** The `super(…)` of a class; where it has no constructor, what makes it makes its base class. */
function handedUp(ev: Evaluator, subclass: ClassNode, depth = 0): readonly CallNode[] {
  return superCalls(ev, subclass) ?? constructionsOf(ev, subclass, depth).calls;
}

/** As {@link handedUp}, with what modules make that import the subclass. */
function handedUpIn(ev: Evaluator, subclass: ClassNode, depth: number): readonly CallNode[] {
  const handed = superCalls(ev, subclass);
  if (handed) return handed;
  const { calls, handedIn = [] } = constructionsOf(ev, subclass, depth);
  return [...calls, ...handedIn];
}

function constructionsOf(ev: Evaluator, subclass: ClassNode, depth: number): Callers {
  return depth >= MAX_CLASSES ? NONE : constructions(ev, subclass, depth + 1);
}

/** The places in the asking file that make a class of another file, or extend it. */
function madeElsewhere(ev: Evaluator, owner: ClassNode): CallNode[] {
  const isOwner = (node: Node): boolean => isClassOf(ev, node, owner);
  return [
    ...ev.index.calls.filter((call) => call.type === 'NewExpression' && isOwner(call.callee)),
    ...ev.index.classes
      .filter(({ superClass }) => superClass && isOwner(superClass))
      .flatMap((subclass) => handedUp(ev, subclass)),
  ];
}

function isClassOf(ev: Evaluator, node: Node, owner: ClassNode): boolean {
  return ev
    .answers(node, [])
    .some((a) => a.kind === 'known' && a.value.kind === 'class' && a.value.node === owner);
}
