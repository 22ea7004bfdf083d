/**
 * Finds the calls that write down what they are handed.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isClass, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import { remembered } from '../../project/remembered.ts';
import { stringsOf } from '../values/object-view.ts';
import { makersOf } from '../values/origins.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import {
  AUDIT_TABLE_WORDS,
  FILE_WRITERS,
  LOG_FILES,
  LOG_TABLE_WORDS,
  SINK_ROWS,
  STORES,
} from './sink-table.ts';
import type { SinkRow } from './sink-table.ts';
import { boundFunction, namesOfCallee, saidOf, writerAt } from './writers.ts';
import type { SinkSearch, SinkSettings } from './writers.ts';
import { wordsOf } from '../syntax/words.ts';
import type { Sink } from './types.ts';

export type { Names, SinkSettings } from './writers.ts';

/** Any spelling of a call that writes something down; a file without one is not analysed. */
export const MENTIONS_SINK =
  /log|console|std(?:out|err)|debug|consola|signale|roarr|pino|winston|entry|bugsnag|rollbar|newrelic|capture|track|mixpanel|posthog|analytics|amplitude|span|attribute|telemetry|trace|langfuse|langsmith|llmobs|appendFile|writeFile|generation/i;

/** A call that writes down what it is handed, or that is handed a function that does. */
export interface SinkCall {
  readonly call: CallNode;
  readonly sink: Sink;
  /** The function that writes, where the call is handed it: `.then(console.log)`. */
  readonly callback?: Node;
}

/** Finds which calls of a file write down what they are handed. */
export type SinkFinder = (calls: readonly CallNode[]) => readonly SinkCall[];

/** The search for such calls in one file. */
export function sinkFinder(ev: Evaluator, file: SyntaxIndex, settings: SinkSettings): SinkFinder {
  const search: SinkSearch = { ev, settings, imported: importedRows(ev, file), judged: new Map() };
  const found = new Map<CallNode, readonly SinkCall[]>();
  const sinksAt = (call: CallNode): readonly SinkCall[] => {
    const sink = sinkOf(search, call);
    return [...(sink ? [{ call, sink }] : []), ...callbacksIn(search, call)];
  };
  return (calls) => calls.flatMap((call) => remembered(found, call, () => sinksAt(call)));
}

/** The rows of whose packages the file imports something: only then are values worth following. */
function importedRows(ev: Evaluator, index: SyntaxIndex): readonly SinkRow[] {
  // What a module of the project exports may come from any package.
  if (ev.leadsOut) return SINK_ROWS;
  const sources = index.program.body.flatMap((s) => (s.type === 'ImportDeclaration' ? [s.source.value] : []));
  for (const { arguments: given } of index.callsNamed('require')) {
    const source = given[0] && literalText(given[0]);
    if (source !== undefined) sources.push(source);
  }
  return SINK_ROWS.filter((row) => sources.some((source) => row.packages.test(source)));
}

/** The sink that a call is; undefined for every other call. */
function sinkOf(search: SinkSearch, call: CallNode): Sink | undefined {
  if (call.type !== 'CallExpression' || call.arguments.length === 0) return undefined;
  const { fn, given } = calledWith(call);
  const names = namesOfCallee(fn);
  const said = saidOf(search.settings, names);
  if (said === 'none') return undefined;
  if (said === undefined) {
    const file = fileSink(search.ev, call, names.at(-1) ?? '');
    if (file) return file;
    const table = tableSink(call, fn, names.at(-1) ?? '');
    if (table) return table;
  }
  const writer = said === 'log' ? ({ kind: 'log' } as const) : writerAt(search, fn);
  if (!writer) return undefined;
  const written = given.filter((_, position) => writer.writes?.(position) ?? true);
  return { kind: writer.kind, content: written.slice(writer.from ?? 0, writer.to) };
}

/** Calls of functions that they are handed, with the first argument that they hand on to them. */
const RUNNERS: ReadonlyMap<string, number> = new Map([
  ['Reflect.apply', 2],
  ['process.nextTick', 1],
  ['setImmediate', 1],
  ['setTimeout', 2],
]);

/** The function that is called, and what with: `f` and `x` of `f(x)`, `f.call(self, x)`, `setTimeout(f, 9, x)`. */
function calledWith(call: TSESTree.CallExpression): { readonly fn: Node; readonly given: readonly Node[] } {
  const fn = unwrap(call.callee);
  const [first] = call.arguments;
  const from = RUNNERS.get(namesOfCallee(fn).join('.'));
  if (from !== undefined && first) return { fn: unwrap(first), given: call.arguments.slice(from) };
  const method = fn.type === 'MemberExpression' ? writtenKey(fn) : undefined;
  if (fn.type !== 'MemberExpression' || (method !== 'call' && method !== 'apply'))
    return { fn, given: call.arguments };
  return { fn: unwrap(fn.object), given: call.arguments.slice(1) };
}

/** Calls that hand a function on to be called with a value that they have. */
const TAKES_CALLBACK =
  /^(?:addEventListener|addListener|catch|flatMap|forEach|map|on|once|prependListener|subscribe|tap|then)$/;

/** Functions that write, among what a call is handed: `.then(console.log)`, `{ onFinish: console.log }`. */
function callbacksIn(search: SinkSearch, call: CallNode): SinkCall[] {
  const takes = TAKES_CALLBACK.test(calleeName(call.callee) ?? '');
  const callbacks = call.arguments.flatMap((argument): Node[] => {
    if (argument.type !== 'ObjectExpression') return takes ? [argument] : [];
    return argument.properties.flatMap((property) =>
      property.type === 'Property' && /^on[A-Z]/.test(writtenKey(property) ?? '') ? [property.value] : [],
    );
  });
  return callbacks.flatMap((callback) => {
    const fn = boundFunction(unwrap(callback));
    const said = fn && saidOf(search.settings, namesOfCallee(fn));
    if (!fn || said === 'none') return [];
    const writer = said === 'log' ? ({ kind: 'log' } as const) : writerAt(search, fn);
    const isWritten = writer?.writes?.(0) ?? true;
    return writer && isWritten ? [{ call, sink: { kind: writer.kind, content: [] }, callback }] : [];
  });
}

/** Putting a row into a table that is a log: `prisma.promptLog.create`, `from("prompt_logs").insert`, `INSERT INTO llm_logs`. */
function tableSink(call: TSESTree.CallExpression, fn: Node, method: string): Sink | undefined {
  if (!STORES.test(method) || fn.type !== 'MemberExpression') return undefined;
  const [statement, ...values] = call.arguments;
  const text = statement && (literalText(statement) ?? startOf(statement));
  const table = text === undefined ? undefined : /\binsert\s+into\s+([\w".`]+)/i.exec(text)?.[1];
  if (table !== undefined) return isLogTable(table) ? { kind: 'log', content: values } : undefined;
  const holder = unwrap(fn.object);
  const named =
    holder.type === 'CallExpression'
      ? holder.arguments.map((each) => literalText(each) ?? calleeName(each))
      : [calleeName(holder)];
  return named.some((name) => name !== undefined && isLogTable(name))
    ? { kind: 'log', content: call.arguments }
    : undefined;
}

function startOf(node: Node): string | undefined {
  return node.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw : undefined;
}

function isLogTable(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (words.length < 2) return false;
  return (
    (/^logs?$/.test(last) && words.every((word) => LOG_TABLE_WORDS.has(word))) ||
    (words.includes('audit') && AUDIT_TABLE_WORDS.has(last))
  );
}

/** Writing to a file whose name says that it is a log. */
function fileSink(ev: Evaluator, call: TSESTree.CallExpression, method: string): Sink | undefined {
  const position = FILE_WRITERS.get(method);
  const path = position === undefined ? pathOfStream(ev, call, method) : call.arguments[0];
  const content = call.arguments[position ?? 0];
  if (!path || !content) return undefined;
  const target = unwrap(path);
  // path.join(dir, "last-prompt.txt")
  const parts = target.type === 'CallExpression' ? target.arguments : [target];
  const known = parts
    .flatMap((part) => stringsOf(ev.answers(part, [])))
    .map((pieces) => pieces.map((piece) => piece ?? '…').join(''));
  const name =
    target.type === 'Identifier'
      ? target.name
      : target.type === 'MemberExpression'
        ? (writtenKey(target) ?? '')
        : '';
  const words = wordsOf(name);
  const isLog =
    known.some((text) => LOG_FILES.test(text)) ||
    words.some((word) => word === 'log' || word === 'logs') ||
    (known.length === 0 && isOfLogger(call));
  return isLog ? { kind: 'file', content: [content] } : undefined;
}

/** The path that a stream was made with: `createWriteStream("logs/claude.log").write(text)`. */
function pathOfStream(ev: Evaluator, { callee }: TSESTree.CallExpression, method: string): Node | undefined {
  const member = unwrap(callee);
  if ((method !== 'write' && method !== 'end') || member.type !== 'MemberExpression') return undefined;
  if (!ev.index.mentions('createWriteStream')) return undefined;
  for (const answer of ev.answers(member.object, [])) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const maker = makersOf(answer.value.api).find(
      ({ node }) => calleeName(node.callee) === 'createWriteStream',
    );
    if (maker) return maker.node.arguments[0];
  }
  return undefined;
}

/** True within a class that is named for a log: it writes that, whatever the path that it was made with. */
function isOfLogger(call: CallNode): boolean {
  for (let node: Node | undefined = call.parent; node; node = node.parent)
    if (isClass(node)) return /^log(?:ger|s)?$/.test(wordsOf(node.id?.name ?? '').at(-1) ?? '');
  return false;
}
