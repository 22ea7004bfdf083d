/**
 * Whether callers in other modules decide: what a file cannot tell because a function of it is handed it, and what a
 * function that they call leaves to them.
 */
import {
  calleeName,
  enclosingFunction,
  isClass,
  isFunction,
  nameOfFunction,
  wrapped,
  writtenKey,
} from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, ClassNode, FunctionNode, Node, Unknown } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { isPutForOthers } from '../values/put-names.ts';
import { answersOfParts, isHandedOn } from './decided-here.ts';
import { chainOf } from '../values/subclasses.ts';
import { exportedName, typeDeclaration } from '../values/type-declarations.ts';
import { hasExportedInstance, isExported } from '../values/visibility.ts';

/** True when a parameter decides, as a whole or in part, of a function that other modules of the project call; not of a route or a job. */
export function callersDecide(ev: Evaluator, { reason, node }: OpenAnswer): boolean {
  const fn = reason === 'parameter' ? functionOfParameter(node) : undefined;
  if (fn) return !isEntry(fn) && isCalledElsewhere(ev, fn);
  return answersOfParts(ev, node).some((each) => {
    const owner = isHandedOn(each) ? functionOfParameter(each.node) : undefined;
    return owner !== undefined && !isEntry(owner) && isCalledElsewhere(ev, owner);
  });
}

/** What is not known, or not to its end. */
interface OpenAnswer {
  readonly node: Node;
  readonly reason?: Unknown['reason'];
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

/**
 * False where no module that can call for a piece of code, itself or through others, has, or reaches by its imports, a text that is
 * wanted: pure, and the same function each time. True as well where the asking file is not seen to be one of them.
 */
export function mayBeSaidAbove(ev: Evaluator, piece: Node, wanted: (text: string) => boolean): boolean {
  let isAbove = ev.index.indexOf(piece) === ev.index;
  for (let node = piece.parent; node; node = node.parent) {
    if (!isFunction(node)) continue;
    const files = filesNaming(ev, node);
    if (isPut(ev, node) || files.some((file) => ev.mayBeSaidAbove(file, wanted))) return true;
    isAbove ||= files.some((file) => ev.isAbove(file));
  }
  return !isAbove;
}

/** How many modules are looked at for the calls of one function. */
const MAX_USERS = 96;

/**
 * The calls, in other modules of the project, of the functions that a piece of code runs in for these.
 *
 * @returns undefined where they are not all known: a class behind an interface, a function without a name of its own, too many modules
 */
export function callsElsewhere(ev: Evaluator, piece: Node): readonly CallNode[] | undefined {
  const found: CallNode[] = [];
  for (let node = piece.parent; node; node = node.parent) {
    if (!isFunction(node)) continue;
    if (isEntry(node)) break;
    // `retry(async () => …)` runs when what is around it does.
    if (isHandedToCall(node) || !isCalledElsewhere(ev, node)) continue;
    const calls = callsByUsers(ev, node);
    if (!calls) return undefined;
    found.push(...calls);
  }
  return found;
}

/** True for a function that one around it hands to a call: it runs for whoever calls that one. */
export function isHandedToCall(fn: FunctionNode): boolean {
  const outer = wrapped(fn);
  const call = outer.parent;
  return (
    call?.type === 'CallExpression' &&
    call.callee !== outer &&
    !isEntry(fn) &&
    enclosingFunction(call) !== undefined
  );
}

function callsByUsers(ev: Evaluator, fn: FunctionNode): readonly CallNode[] | undefined {
  const own = ev.index.indexOf(fn);
  if (isPut(ev, fn) || contractsAround(ev, fn).length > 0) return undefined;
  const [name = ''] = exportedNames(ev, fn);
  const users = name === '' ? undefined : ev.usersOf(own, name, 'called', MAX_USERS);
  if (!users) return undefined;
  const naming = ev.usersOf(own, name, 'named', MAX_USERS) ?? [];
  if (naming.some((file) => file !== own && isKeptIn(ev, file, name))) return undefined;
  const calls: CallNode[] = [];
  for (const file of new Set([...users, ...(own === ev.index ? [] : [ev.index])])) {
    for (const call of new Set([name, ...file.aliasesOf(name)].flatMap((each) => file.callsNamed(each)))) {
      const called = functionsOf(ev, call.callee);
      if (called.length === 0) return undefined;
      if (called.some(({ node }) => node === fn)) calls.push(call);
    }
  }
  return calls;
}

/**
 * True where a module puts what it imports by a name somewhere, to be called under another: `providers = { claude: complete }`,
 * `ask = layered(complete, audited)`.
 */
function isKeptIn(ev: Evaluator, file: SyntaxIndex, name: string): boolean {
  return file.program.body.some(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      statement.specifiers.some(
        (each) =>
          exportedName(each) === name && ev.index.declaredBy(each).flatMap(readsOf).some(isPutSomewhere),
      ),
  );
}

function isPutSomewhere(use: Node): boolean {
  const { parent } = use;
  if (parent?.type === 'CallExpression') {
    const { callee } = parent;
    const isAround =
      callee.type !== 'MemberExpression' || /^reduce(?:Right)?$/.test(calleeName(callee) ?? '');
    return callee !== use && isAround && wrapped(parent).parent?.type === 'VariableDeclarator';
  }
  return parent?.type === 'Property' || parent?.type === 'ArrayExpression';
}

/** Methods and functions that keep what they are handed, for whatever comes in later: requests, events, jobs, the clock. */
const KEEPING =
  /^(?:action|add(?:Event)?Listener|addHook|all|command|consume|createServer|cron|del|delete|every|get|handle|handler|head|listen|mutation|on|once|options|patch|post|process|put|query|route|schedule|serve|setInterval|setTimeout|stateAction|subscribe|subscription|use)$/;

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
  if (isPut(ev, fn)) return true;
  const texts = textsCalling(ev, fn);
  if (texts.length === 0) return false;
  const names = exportedNames(ev, fn);
  const isMember = wrapped(fn).parent?.type === 'Property';
  return (
    names.length > 0 &&
    texts.some((text) =>
      names.some(
        (name) =>
          text.includes(name) &&
          !isOnlyHandedOn(text, name) &&
          !isOnlyServed(text, name) &&
          (!isMember || takesMember(text, name)),
      ),
    )
  );
}

/** True where a text takes a member of a name out of something: `desk.triage`, `const { triage } = desk`, `desk['triage']`. */
function takesMember(text: string, name: string): boolean {
  return (
    !/^[\w$]+$/.test(name) ||
    new RegExp(`(?:\\.|['"\`]|[{,])\\s*${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text)
  );
}

/** True for a function that others get at without an import of its module. */
function isPut(ev: Evaluator, fn: FunctionNode): boolean {
  return isPutForOthers(fn) || isBoundMethod(ev, fn);
}

/** True for a method of a class that a container makes for those who ask it for one: they import nothing of it. */
function isBoundMethod(ev: Evaluator, fn: FunctionNode): boolean {
  const holder = wrapped(fn).parent;
  if (holder?.type !== 'MethodDefinition' || holder.accessibility === 'private') return false;
  const name = holder.parent.parent.id?.name;
  if (name === undefined) return false;
  const bound = new RegExp(
    `(?:\\bas(?:Class|Function)|\\.to)\\s*\\(\\s*${name}\\b|\\buseClass:\\s*${name}\\b`,
  );
  return ev.importers(ev.index.indexOf(fn)).some((text) => bound.test(text));
}

/** `export { ask } from './ask'`, `export * from './ask'`. */
const HANDING_ON = /\bexport\s*(?:type\s*)?(?:\{[^{}]*\}|\*(?:\s*as\s+\w+)?)\s*from\s*['"][^'"]+['"]/g;

/** True where a module only hands a function on to who imports it from there: those are looked at themselves. */
function isOnlyHandedOn(text: string, name: string): boolean {
  if (!text.includes('export')) return false;
  const rest = text.replace(HANDING_ON, '');
  if (rest.length === text.length) return false;
  return name === '' ? !/\b(?:import|require)\b/.test(rest) : !rest.includes(name);
}

/**
 * True where a module only hands a function to what calls it when something comes in, or when a container needs what it makes:
 * `app.post('/ask', ask)`, `{ handler: ask }`, `asFunction(makeDesk)`.
 * Nobody in sight calls it, so that it is asked where it stands.
 */
function isOnlyServed(text: string, name: string): boolean {
  if (!/^\w+$/.test(name) || new RegExp(`\\b${name}\\s*(?:\\?\\.)?\\(`).test(text)) return false;
  const served = `[\\s,([.]${name}\\s*(?:\\.bind\\([^)]*\\))?\\s*[,)\\]]`;
  return new RegExp(
    `\\.(?:${SERVING})\\s*\\([^;]{0,400}?${served}|\\bnew\\s+Worker\\b[^;]{0,300}?${served}|\\b(?:as(?:Class|Function)\\(|(?:eachBatch|eachMessage|handleMessage|handler|useClass|useFactory):)\\s*(?:\\w+\\.)?${name}\\b`,
  ).test(text);
}

/** Methods that serve what is sent to a server, or comes out of a queue. */
const SERVING = 'all|consume|del|delete|get|handle|head|on|options|patch|post|process|put|subscribe|use';

/**
 * The texts of the modules that can call a function: those that import its file, or the file of an interface or a class by which it
 * is known to them.
 */
function textsCalling(ev: Evaluator, fn: FunctionNode): readonly string[] {
  return filesNaming(ev, fn).flatMap((file) => ev.importers(file));
}

/** Its file, and those of the contracts of its class. */
function filesNaming(ev: Evaluator, fn: FunctionNode): readonly SyntaxIndex[] {
  const known = contractsAround(ev, fn).map((each) => ev.index.indexOf(each));
  return [...new Set([ev.index.indexOf(fn), ...known])];
}

function contractsAround(ev: Evaluator, fn: FunctionNode): readonly Node[] {
  const owner = wrapped(fn).parent?.parent?.parent;
  return owner && isClass(owner) ? contractsOf(ev, owner) : [];
}

/** The interfaces of other modules that a class implements, and the classes that it extends. */
function contractsOf(ev: Evaluator, owner: ClassNode): readonly Node[] {
  const interfaces = namedInterfaces(owner).flatMap(({ expression }) =>
    expression.type === 'Identifier' ? (typeDeclaration(ev, expression) ?? []) : [],
  );
  return [...interfaces, ...chainOf(ev, owner).slice(1)];
}

/** Parsers of plain JavaScript leave the list out. */
function namedInterfaces(owner: { readonly implements?: ClassNode['implements'] }): ClassNode['implements'] {
  return owner.implements ?? [];
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
      // What a class puts in place for its base to call, nobody else calls.
      if (holder.accessibility === 'protected' && isPutInPlace(ev, owner, writtenKey(holder))) return [];
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

function isPutInPlace(ev: Evaluator, owner: ClassNode, key: string | undefined): boolean {
  return chainOf(ev, owner)
    .slice(1)
    .some(({ body }) => body.body.some((member) => 'key' in member && writtenKey(member) === key));
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
