/**
 * Finds the calls that write down what they are handed.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { namesOf, rootOfApi } from '../values/origins.ts';
import { literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import { stringsOf } from '../values/object-view.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import {
  FILE_WRITERS,
  LEVELS,
  LOG_FILES,
  LOGGER_SETUP,
  LOGGING_FUNCTIONS,
  SAME_LOGGER,
  SINK_ROWS,
  STDOUT_METHODS,
} from './sink-table.ts';
import type { SinkRow } from './sink-table.ts';
import { wordsOf } from '../syntax/words.ts';
import type { Sink } from './types.ts';

/** Names in settings: those that count (`true`) and those that do not (`false`). */
export type Names = Readonly<Record<string, boolean>>;

/** What settings say about where things may be written. */
export interface SinkSettings {
  readonly loggers: Names;
  /** Where content may go by intent; empty unless the user names something. */
  readonly auditLoggers: Names;
}

/** Any spelling of a call that writes something down; a file without one is not analysed. */
export const MENTIONS_SINK =
  /log|console|std(?:out|err)|debug|consola|signale|roarr|pino|winston|entry|bugsnag|rollbar|newrelic|capture|track|mixpanel|posthog|analytics|amplitude|span|attribute|telemetry|trace|langfuse|langsmith|llmobs|appendFile|writeFile|generation/i;

/** A call that writes down what it is handed. */
export interface SinkCall {
  readonly call: CallNode;
  readonly sink: Sink;
}

/** Every call of the file that writes down what it is handed, in source order. */
export function findSinks(ev: Evaluator, settings: SinkSettings): SinkCall[] {
  const rows = importedRows(ev);
  return ev.index.calls.flatMap((call) => {
    const sink = sinkOf(ev, call, settings, rows);
    return sink ? [{ call, sink }] : [];
  });
}

/** The rows of whose packages the file imports something: only then are values worth following. */
function importedRows({ index }: Evaluator): readonly SinkRow[] {
  const sources = index.program.body.flatMap((s) => (s.type === 'ImportDeclaration' ? [s.source.value] : []));
  for (const { arguments: given } of index.callsNamed('require')) {
    const source = given[0] && literalText(given[0]);
    if (source !== undefined) sources.push(source);
  }
  return SINK_ROWS.filter((row) => sources.some((source) => row.packages.test(source)));
}

/** The sink that a call is; undefined for every other call. */
function sinkOf(
  ev: Evaluator,
  call: CallNode,
  settings: SinkSettings,
  imported: readonly SinkRow[],
): Sink | undefined {
  if (call.type !== 'CallExpression' || call.arguments.length === 0) return undefined;
  const callee = unwrap(call.callee);
  const names = chainOf(callee);
  if (names.length === 0 || named(settings.auditLoggers, names) === true) return undefined;
  const said = named(settings.loggers, names);
  if (said === false) return undefined;
  return said === true
    ? { kind: 'log', content: call.arguments }
    : byTable(ev, call, callee, names, imported);
}

/** What settings say of a callee: by its whole chain, its receiver, or its own name. */
function named(said: Names, names: readonly string[]): boolean | undefined {
  for (const name of [names.join('.'), names.slice(0, -1).join('.'), names.at(-2), names.at(-1), names[0]]) {
    if (name !== undefined && name !== '' && Object.hasOwn(said, name)) return said[name];
  }
  return undefined;
}

/** The names a callee is written with: `this.logger.info` → this, logger, info; empty when it is computed. */
function chainOf(callee: Node): string[] {
  const names: string[] = [];
  let current = unwrap(callee);
  for (;;) {
    if (current.type === 'MemberExpression') {
      const key = writtenKey(current);
      if (key === undefined) return [];
      names.unshift(key.replace(/^#/, ''));
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

function byTable(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  callee: Node,
  names: readonly string[],
  imported: readonly SinkRow[],
): Sink | undefined {
  const method = names.at(-1) ?? '';
  const given = call.arguments;
  if (callee.type !== 'MemberExpression') return byFunction(ev, call, callee, method, imported);
  const receiver = names.at(-2) ?? '';
  if (receiver === 'console' && names.length === 2 && LEVELS.has(method) && isGlobal(ev, callee.object)) {
    const rest = method === 'assert' ? given.slice(1) : given;
    return { kind: STDOUT_METHODS.has(method) ? 'stdout' : 'log', content: rest };
  }
  if (method === 'write' && (receiver === 'stdout' || receiver === 'stderr'))
    return { kind: receiver === 'stdout' ? 'stdout' : 'log', content: given.slice(0, 1) };
  const file = fileSink(ev, call, method);
  if (file) return file;
  const own = SAME_LOGGER.has(receiver) ? (names.at(-3) ?? '') : receiver;
  const last = wordsOf(own).at(-1) ?? '';
  const found =
    byPackage(
      ev,
      callee.object,
      imported.filter((row) => writes(row, method)),
    ) ?? SINK_ROWS.find((row) => row.receivers.has(last) && writes(row, method));
  return found && { kind: found.kind, content: given };
}

/** The row of the package that a value comes from. */
function byPackage(ev: Evaluator, value: Node, rows: readonly SinkRow[]): SinkRow | undefined {
  const source = rows.length > 0 ? moduleBehind(ev, value) : undefined;
  return source === undefined ? undefined : rows.find((row) => row.packages.test(source));
}

/** A team's own logger may name its methods as it likes. */
function writes(row: SinkRow, method: string): boolean {
  return (
    row.methods.has(method) || (row.kind === 'log' && row.callable === true && !LOGGER_SETUP.test(method))
  );
}

/** `debug("ns")("…")`, `const log = debug("ns"); log("…")`, `logEvent("…")`. */
function byFunction(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  callee: Node,
  name: string,
  imported: readonly SinkRow[],
): Sink | undefined {
  const file = fileSink(ev, call, name);
  if (file) return file;
  if (imported.length === 0 && !LOGGING_FUNCTIONS.test(name)) return undefined;
  const answers = ev.answers(callee, []);
  if (answers.some((a) => a.kind === 'known' && a.value.kind === 'function')) return undefined;
  for (const answer of answers) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const root = rootOfApi(answer.value.api);
    if (root.kind !== 'module') continue;
    const row = imported.find((each) => each.packages.test(root.source));
    const path = namesOf(answer.value.api);
    const isMethod = row?.methods.has(path.at(-1) ?? '') === true;
    const isMade = row?.callable === true && path.at(-1) === '()';
    if (row && (isMethod || isMade)) return { kind: row.kind, content: call.arguments };
  }
  return callee.type === 'Identifier' && LOGGING_FUNCTIONS.test(name)
    ? { kind: 'log', content: call.arguments }
    : undefined;
}

/** Writing to a file whose name says that it is a log. */
function fileSink(ev: Evaluator, call: TSESTree.CallExpression, method: string): Sink | undefined {
  const position = FILE_WRITERS.get(method);
  const [path] = call.arguments;
  const content = position === undefined ? undefined : call.arguments[position];
  if (!path || !content) return undefined;
  const known = stringsOf(ev.answers(path, [])).map((pieces) => pieces.map((piece) => piece ?? '…').join(''));
  const target = unwrap(path);
  const name =
    target.type === 'Identifier'
      ? target.name
      : target.type === 'MemberExpression'
        ? (writtenKey(target) ?? '')
        : '';
  const words = wordsOf(name);
  const isLog =
    known.some((text) => LOG_FILES.test(text)) || words.some((word) => word === 'log' || word === 'logs');
  return isLog ? { kind: 'file', content: [content] } : undefined;
}

function isGlobal(ev: Evaluator, node: Node): boolean {
  return ev.index.variableOf(unwrap(node)) === undefined;
}

/** The module a value comes from, as far as the file shows it. */
function moduleBehind(ev: Evaluator, node: Node): string | undefined {
  for (const answer of ev.answers(node, [])) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const root = rootOfApi(answer.value.api);
    if (root.kind === 'module') return root.source;
  }
  return undefined;
}
