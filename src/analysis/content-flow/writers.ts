/**
 * Functions that write down what they are called with: known by their packages, by the names of what holds them, by settings.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { Answer, FunctionNode, Node } from '../syntax/types.ts';
import { wordsOf } from '../syntax/words.ts';
import { literalOf } from '../values/answers.ts';
import { alternatives } from '../values/alternatives.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf, isMethodOfData } from '../values/functions.ts';
import { namesOf, rootOfApi } from '../values/origins.ts';
import { isHashing } from './names.ts';
import { handedOnBy } from './own-bodies.ts';
import { byPackage, handedByPackage } from './writer-packages.ts';
import {
  FILE_WRITERS,
  LEVELS,
  LOGGER_SETUP,
  LOGGING_FUNCTIONS,
  SAME_LOGGER,
  SINK_ROWS,
  STDOUT_METHODS,
  STORES,
} from './sink-table.ts';
import type { SinkRow } from './sink-table.ts';
import type { SinkKind } from './types.ts';

/** Names in settings: those that count (`true`) and those that do not (`false`). */
export type Names = Readonly<Record<string, boolean>>;

/** What settings say about where things may be written. */
export interface SinkSettings {
  readonly loggers: Names;
  /** Where content may go by intent; empty unless the user names something. */
  readonly auditLoggers: Names;
}

/** One search through a file. */
export interface SinkSearch {
  readonly ev: Evaluator;
  readonly settings: SinkSettings;
  /** The rows of whose packages the file imports something. */
  readonly imported: readonly SinkRow[];
  /** Functions of the file that are named like writers, and the parameters of which their bodies do not show what becomes. */
  readonly judged: Map<FunctionNode, ReadonlySet<Node>>;
}

/** A function that writes down what it is called with. */
interface Writer {
  readonly kind: SinkKind;
  /** The first argument that it writes, and the first after it that it does not; undefined for all. */
  readonly from?: number;
  readonly to?: number;
  /** Whether it writes the argument at a position; undefined for every one. */
  readonly writes?: (position: number) => boolean;
}

/** A key that is computed. */
const ANY = '*';
/** Objects that hold the globals. */
const GLOBAL_OBJECTS = new Set(['global', 'globalThis', 'self', 'window']);
const CONSOLE_MODULE = /^(?:node:)?console$/;

/** What settings say of a callee: it logs, it does not count, or nothing. */
export function saidOf(settings: SinkSettings, names: readonly string[]): 'log' | 'none' | undefined {
  if (named(settings.auditLoggers, names) === true) return 'none';
  const said = named(settings.loggers, names);
  return said === undefined ? undefined : said ? 'log' : 'none';
}

/** What names say of a callee: by its whole chain, its receiver, or its own name. */
function named(said: Names, names: readonly string[]): boolean | undefined {
  for (const name of [names.join('.'), names.slice(0, -1).join('.'), names.at(-2), names.at(-1), names[0]]) {
    if (name !== undefined && name !== '' && Object.hasOwn(said, name)) return said[name];
  }
  return undefined;
}

/** The names a callee is written with: `this.logger.info` → this, logger, info; a computed one is `*`. */
export function namesOfCallee(callee: Node): string[] {
  const names: string[] = [];
  let current = unwrap(callee);
  for (;;) {
    if (current.type === 'MemberExpression') {
      names.unshift((writtenKey(current) ?? ANY).replace(/^#/, ''));
      current = unwrap(current.object);
    } else if (current.type === 'CallExpression') {
      current = unwrap(current.callee);
    } else {
      if (current.type === 'Identifier') names.unshift(current.name);
      else if (current.type === 'ThisExpression') names.unshift('this');
      return names;
    }
  }
}

/** True for `logger.info`, `this.log.warn`: a level of what is named like a logger, whatever stands behind it. */
export function isLevelOfLogger(callee: Node): boolean {
  const names = namesOfCallee(callee);
  if (!LEVELS.has(names.at(-1) ?? '')) return false;
  const receiver = names.at(-2) ?? '';
  const own = SAME_LOGGER.has(receiver) ? (names.at(-3) ?? receiver) : receiver;
  const last = wordsOf(own).at(-1) ?? '';
  return SINK_ROWS.some((row) => row.kind === 'log' && row.receivers.has(last));
}

/** The writer that an expression names; undefined for functions that write nothing down, or of which it is not known. */
export function writerAt(search: SinkSearch, fn: Node): Writer | undefined {
  if (fn.type === 'MemberExpression') return byMember(search, fn);
  return fn.type === 'Identifier' ? byName(search, fn) : anyOf(search, alternatives(fn));
}

/** `debug ? console.log : () => {}`: a writer on some way. */
function anyOf(search: SinkSearch, fns: readonly Node[]): Writer | undefined {
  for (const fn of fns) {
    const writer = writerAt(search, unwrap(fn));
    if (writer) return writer;
  }
  return undefined;
}

function byMember(search: SinkSearch, fn: TSESTree.MemberExpression): Writer | undefined {
  const { ev, imported } = search;
  const names = namesOfCallee(fn);
  const method = names.at(-1) ?? '';
  const receiver = names.at(-2) ?? '';
  if ((method === ANY && !canBeLevel(ev, fn)) || isMethodOfData(ev, fn)) return undefined;
  const printer = consoleMethod(search, fn.object, names);
  if (printer) return printer;
  if (method === 'write' && (receiver === 'stdout' || receiver === 'stderr'))
    return { kind: receiver === 'stdout' ? 'stdout' : 'log', to: 1 };
  const own = SAME_LOGGER.has(receiver) ? (names.at(-3) ?? receiver) : receiver;
  const last = wordsOf(own).at(-1) ?? '';
  const rows = imported.filter((row) => writes(row, method));
  const named =
    byPackage(ev, fn.object, rows) ??
    SINK_ROWS.find((row) => row.receivers.has(last) && writes(row, method)) ??
    handedByPackage(ev, fn.object, method, rows);
  const judged = named && judgedByBody(search, fn, method, named);
  return judged ?? (isWrittenObject(ev, fn.object) ? anyAnswer(search, ev.answers(fn, [])) : undefined);
}

/** `const out = { info: console.log }` */
function isWrittenObject(ev: Evaluator, object: Node): boolean {
  const definition = ev.index.variableOf(unwrap(object))?.defs[0];
  const made: Node | null | undefined = definition?.type === 'Variable' ? definition.node.init : undefined;
  return made?.type === 'ObjectExpression';
}

/** `console.log`, and the same through `globalThis`, `node:console` or another name. */
function consoleMethod({ ev }: SinkSearch, object: Node, names: readonly string[]): Writer | undefined {
  const method = names.at(-1) ?? '';
  const [root = '', ...steps] = GLOBAL_OBJECTS.has(names[0] ?? '') ? names.slice(1) : names;
  if (steps.length !== 1) return undefined;
  const receiver = unwrap(object);
  const definition = ev.index.variableOf(receiver)?.defs[0];
  if (definition === undefined || isConsole(ev, definition))
    return root === 'console' || definition ? consoleWriter(method) : undefined;
  const declaration: Node | null | undefined =
    definition.type === 'ImportBinding' ? definition.parent : undefined;
  const isModule = declaration?.type === 'ImportDeclaration' && CONSOLE_MODULE.test(declaration.source.value);
  return isModule ? consoleWriter(method) : undefined;
}

/** `const out = console` */
function isConsole(ev: Evaluator, definition: Variable['defs'][number]): boolean {
  if (definition.type !== 'Variable' || definition.node.id !== definition.name || !definition.node.init)
    return false;
  const made = unwrap(definition.node.init);
  return made.type === 'Identifier' && made.name === 'console' && !ev.index.variableOf(made);
}

function consoleWriter(method: string): Writer | undefined {
  if (method !== ANY && !LEVELS.has(method)) return undefined;
  return { kind: STDOUT_METHODS.has(method) ? 'stdout' : 'log', ...(method === 'assert' && { from: 1 }) };
}

/** False where the name is computed and known to be no level of a logger. */
function canBeLevel(ev: Evaluator, member: TSESTree.MemberExpression): boolean {
  const texts = ev.answers(member.property, []).map(literalOf);
  return texts.length === 0 || texts.some((text) => typeof text !== 'string' || LEVELS.has(text));
}

/** A writer by its name, as far as its body leaves open what it writes, where it is a function of the file; undefined where it does not. */
function judgedByBody(search: SinkSearch, fn: Node, method: string, named: Writer): Writer | undefined {
  const { ev } = search;
  if (method !== ANY && !ev.leadsOut && !ev.index.namesFunction(method) && !ev.index.hasKey(method))
    return named;
  const own = functionsOf(ev, fn);
  if (own.length === 0) return named;
  const left = own.map(({ node }) => ({ params: node.params, open: leftOpen(search, node) }));
  if (left.every(({ open }) => open.size === 0)) return undefined;
  const isOpen = (position: number): boolean =>
    left.some(({ params, open }) => {
      const last = params.at(-1);
      const parameter = params[position] ?? (last?.type === 'RestElement' ? last : undefined);
      return parameter !== undefined && open.has(parameter);
    });
  return { kind: named.kind, writes: isOpen };
}

/** The parameters of which the body of a function does not show what becomes. */
function leftOpen(search: SinkSearch, fn: FunctionNode): ReadonlySet<Node> {
  const { ev, judged } = search;
  let open = judged.get(fn);
  if (open === undefined) {
    // A logger that calls itself decides nothing.
    judged.set(fn, new Set(fn.params));
    open = handedOnBy(
      ev,
      fn,
      (call) => call.type === 'CallExpression' && isPlaceOfItsOwn(search, unwrap(call.callee)),
    );
    judged.set(fn, open);
  }
  return open;
}

/** True for what is judged itself: a writer, a function of the project; for a table, and for what makes a hash. */
function isPlaceOfItsOwn(search: SinkSearch, callee: Node): boolean {
  return (
    writerAt(search, callee) !== undefined ||
    functionsOf(search.ev, callee).length > 0 ||
    namesOfCallee(callee).some((name) => STORES.test(name) || FILE_WRITERS.has(name) || isHashing(name))
  );
}

/** A team's own logger may name its methods as it likes. */
function writes(row: SinkRow, method: string): boolean {
  if (method === ANY) return row.kind === 'log';
  return (
    row.methods.has(method) || (row.kind === 'log' && row.callable === true && !LOGGER_SETUP.test(method))
  );
}

/** `debug("ns")`, `const log = debug("ns")`, `const log = console.log`, `logEvent`. */
function byName(search: SinkSearch, fn: TSESTree.Identifier): Writer | undefined {
  const { ev, imported } = search;
  const isLogging = LOGGING_FUNCTIONS.test(fn.name);
  if (imported.length === 0 && !isLogging && !isAlias(ev, fn)) return undefined;
  const named = anyOf(search, membersNamed(ev, fn));
  if (named) return named;
  const answers = ev.answers(fn, []);
  const writer = anyAnswer(search, answers);
  if (writer) return writer;
  if (answers.some((a) => a.kind === 'known' && a.value.kind === 'function')) return undefined;
  return isLogging ? { kind: 'log' } : undefined;
}

/** True for a name that is given to something that has another one: `const log = console.log`, `const { info } = logger`. */
function isAlias(ev: Evaluator, fn: Node): boolean {
  const definition = ev.index.variableOf(fn)?.defs[0];
  if (definition?.type === 'ImportBinding') return ev.index.mentions('console');
  if (definition?.type !== 'Variable') return false;
  const made: Node | undefined = definition.node.init ? unwrap(definition.node.init) : undefined;
  return made !== undefined && made.type !== 'ArrowFunctionExpression' && made.type !== 'FunctionExpression';
}

/** `logger.info` of `const info = logger.info`, of `logger.info.bind(logger)`, and of either on a condition. */
function membersNamed(ev: Evaluator, fn: Node): readonly Node[] {
  const definition = ev.index.variableOf(fn)?.defs[0];
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier' || !definition.node.init)
    return [];
  const made = unwrap(definition.node.init);
  const ways = alternatives(made);
  return (ways.length > 0 ? ways : [made]).flatMap((way) => {
    const bound = boundFunction(unwrap(way));
    return bound?.type === 'MemberExpression' ? [bound] : [];
  });
}

/** `f` of `f` and of `f.bind(x)`, for a function that is named. */
export function boundFunction(callback: Node): Node | undefined {
  if (callback.type === 'Identifier' || callback.type === 'MemberExpression') return callback;
  const bind = callback.type === 'CallExpression' ? unwrap(callback.callee) : undefined;
  return bind?.type === 'MemberExpression' && writtenKey(bind) === 'bind' ? unwrap(bind.object) : undefined;
}

function anyAnswer(search: SinkSearch, answers: readonly Answer[]): Writer | undefined {
  for (const answer of answers) {
    const writer = byAnswer(search, answer);
    if (writer) return writer;
  }
  return undefined;
}

/** The writer that a value is, where the file shows what it comes from. */
function byAnswer({ imported }: SinkSearch, answer: Answer): Writer | undefined {
  if (answer.kind === 'unknown' && answer.path.length === 1) {
    // const info = logger.info.bind(logger), of a logger that is handed in
    const names = [...namesOfCallee(answer.node), ...answer.path];
    const last = wordsOf(names.at(-2) ?? '').at(-1) ?? '';
    const method = names.at(-1) ?? '';
    return LEVELS.has(method)
      ? SINK_ROWS.find((row) => row.kind === 'log' && row.receivers.has(last))
      : undefined;
  }
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return undefined;
  const root = rootOfApi(answer.value.api);
  const path = namesOf(answer.value.api);
  const method = path.at(-1) ?? '';
  if (root.kind === 'global') {
    const [object, ...steps] = GLOBAL_OBJECTS.has(path[0] ?? '') ? path.slice(1) : path;
    return object === 'console' && steps.length === 1 ? consoleWriter(method) : undefined;
  }
  if (root.kind !== 'module') return undefined;
  if (CONSOLE_MODULE.test(root.source)) return consoleWriter(method);
  const row = imported.find((each) => each.packages.test(root.source));
  if (!row) return undefined;
  return row.methods.has(method) || (row.callable === true && method === '()')
    ? { kind: row.kind }
    : undefined;
}
