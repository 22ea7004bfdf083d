/**
 * Whether callers in other modules decide: what a file cannot tell because a function of it is handed it, and what a
 * function that they call leaves to them.
 */
import { calleeName, isClass, isFunction, nameOfFunction, wrapped } from '../syntax/nodes.ts';
import type { FunctionNode, Node, Unknown } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { hasExportedInstance, isExported } from '../values/visibility.ts';

/** True when a parameter decides, of a function that other modules of the project call. */
export function callersDecide(ev: Evaluator, { reason, node }: Pick<Unknown, 'node' | 'reason'>): boolean {
  const fn = reason === 'parameter' ? functionOfParameter(node) : undefined;
  return fn !== undefined && isCalledElsewhere(ev, fn);
}

/** True when a piece of code runs in a function that is handed to what calls it later: a route, a listener, a job. */
export function runsLater(piece: Node): boolean {
  for (let node = piece.parent; node; node = node.parent) if (isFunction(node) && isEntry(node)) return true;
  return false;
}

/** True when a piece of code runs in a function that other modules of the project call. */
export function runsForCallers(ev: Evaluator, piece: Node): boolean {
  for (let node = piece.parent; node; node = node.parent) {
    if (!isFunction(node)) continue;
    if (isEntry(node)) return false;
    if (isCalledElsewhere(ev, node)) return true;
  }
  return false;
}

/** Methods and functions that keep what they are handed, for whatever comes in later: requests, events, jobs, the clock. */
const KEEPING =
  /^(?:action|add(?:Event)?Listener|addHook|all|command|consume|createServer|cron|del|delete|every|get|handle|head|listen|on|once|options|patch|post|process|put|route|schedule|serve|setInterval|setTimeout|subscribe|use)$/;

/**
 * True for a function that is handed to what calls it later, whoever called the code around it: `router.post("/ask", async (req, res) => …)`.
 */
export function isEntry(fn: FunctionNode): boolean {
  const outer = wrapped(fn);
  const call = outer.parent;
  return (
    call?.type === 'CallExpression' && call.callee !== outer && KEEPING.test(calleeName(call.callee) ?? '')
  );
}

/** The names by which other packages call the functions around a node: `complete`, `default`, `Assistant.ask`. */
export function exportsAround(ev: Evaluator, piece: Node): readonly string[] {
  const found: string[] = [];
  for (let node = piece.parent; node; node = node.parent) {
    if (!isFunction(node)) continue;
    const owner = classAround(node);
    const names = exportedNames(ev, node).map((name) => (name === '' ? 'default' : name));
    found.push(...(owner === undefined ? names : names.map((name) => `${owner}.${name}`)));
  }
  return found;
}

/** The name of the class that a function is a method of. */
function classAround(fn: FunctionNode): string | undefined {
  const { parent } = wrapped(fn);
  const isMember = parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition';
  const owner = isMember ? parent.parent.parent : undefined;
  return owner && isClass(owner) ? owner.id?.name : undefined;
}

/** True when what a call makes is a constant of its module that others import. */
export function isHandedOut(ev: Evaluator, made: Node): boolean {
  const holder = wrapped(made).parent;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  const { name } = holder.id;
  return isExported(ev, holder) && ev.importers().some((text) => text.includes(name));
}

/** The function that a name, or a pattern around it, is a parameter of. */
function functionOfParameter(name: Node): FunctionNode | undefined {
  let node: Node = name;
  for (let { parent } = node; parent; { parent } = node) {
    if (isFunction(parent)) return parent.params.some((each) => each === node) ? parent : undefined;
    node = parent;
  }
  return undefined;
}

/** Other modules can get at the function, and some that import this one name it. */
function isCalledElsewhere(ev: Evaluator, fn: FunctionNode): boolean {
  if (ev.importers().length === 0) return false;
  const names = exportedNames(ev, fn);
  return names.length > 0 && ev.importers().some((text) => names.some((name) => text.includes(name)));
}

/** The names by which other modules can call a function; empty where they cannot. */
function exportedNames(ev: Evaluator, fn: FunctionNode): readonly string[] {
  const outer = wrapped(fn);
  const holder = outer.parent;
  if (!holder) return [];
  const own = nameOfFunction(fn);
  const names = own === undefined ? [] : [own];
  switch (holder.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const owner = holder.parent.parent;
      if (holder.accessibility === 'private' || !isClass(owner) || !hasExportedInstance(ev, owner)) return [];
      return holder.type === 'MethodDefinition' && holder.kind === 'constructor'
        ? [owner.id?.name ?? '']
        : names;
    }
    case 'ExportDefaultDeclaration':
      return [''];
    default:
      return isExported(ev, declarationAround(fn)) ? [...names, ''].slice(0, 1) : [];
  }
}

/** The declaration through which a function is named: its own, that of the object it stands in, or what returns it. */
function declarationAround(fn: FunctionNode): Node {
  if (fn.type === 'FunctionDeclaration') return fn;
  for (let node: Node | undefined = fn.parent; node; node = node.parent) {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') return node;
    if (node.type === 'AssignmentExpression' || node.type === 'ClassDeclaration') return node;
  }
  return fn;
}
