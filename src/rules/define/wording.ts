/**
 * Pieces of messages that several rules need, and what holds every message to its measure. Never source text: names, paths
 * and short quotes.
 */
import { relative } from 'node:path';
import { CREDENTIAL_PIECES } from '../../policy/credentials/index.ts';
import { shapesIn } from '../../policy/identifiers/index.ts';
import { contains } from '../../analysis/syntax/nodes.ts';
import { homeOf, sameFile } from '../../analysis/syntax/files.ts';
import { writtenPath } from '../../analysis/syntax/written-names.ts';
import type { CallNode, Known, Node, Unknown, UnknownReason } from '../../analysis/syntax/types.ts';
import { originReason } from '../../analysis/values/origins.ts';

/** Characters that a rendered message may have. */
export const MAX_MESSAGE = 120;
/** Characters that a quote of a value may have. */
const MAX_QUOTE = 24;
/** Characters that a name or a path of names may have. */
const MAX_NAME = 44;

/** Characters that a path may have, where fewer than all of its folders tell the file. */
const MAX_PATH = 32;

/** Characters that move a cursor, change a direction or show nothing: control, format, separators, halves of pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The text with characters escaped that a terminal or an editor would obey. */
export function escaped(text: string): string {
  return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** What is called, as a path of names: `client.messages.create`, `new Anthropic`. Arguments are never part of it. */
export function callName(call: CallNode): string {
  const prefix = call.type === 'NewExpression' ? 'new ' : '';
  return prefix + nameOf(writtenPath(call.callee));
}

/** A name of the code; of a long one the end, which tells most. */
export function nameOf(name: string): string {
  const safe = escaped(name);
  return safe.length > MAX_NAME ? `…${safe.slice(1 - MAX_NAME)}` : safe;
}

/** Words of labels and places, which are capitalised as names are. */
const NOBODY =
  /\b(?:access|classified|confidential|controlled|data|general|highly|internal|level|official|only|personal|private|protected|public|region|regulated|restricted|secret|sensitive|strictly|top|unclassified|use)\b/i;

/** True for a text that may name a person: two or three capitalised words, an address, a number of one. */
function mayNamePerson(value: string): boolean {
  const isName = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u.test(value.trim());
  return (isName && !NOBODY.test(value)) || value.includes('@') || shapesIn(value).length > 0;
}

/** A value of the code, escaped and cut; nothing of what looks like a credential, or may name a person. */
export function quote(value: string): string {
  if (CREDENTIAL_PIECES.test(value) || mayNamePerson(value)) return '…';
  const safe = escaped(value.slice(0, MAX_QUOTE));
  return safe.length < MAX_QUOTE || safe === value ? safe : `${safe.slice(0, MAX_QUOTE - 1)}…`;
}

/** A model id: longer than other values, and made of few characters. Anything else is quoted as any value. */
export function modelName(id: string): string {
  return /^[\w.:/@*[\]…-]{1,200}$/.test(id) && /claude/i.test(id) ? nameOf(id) : quote(id);
}

/** What rules say of a file that they could not follow to its end. */
export const NOT_FOLLOWED = '{{what}} is too large to follow to its end. {{mend}}.';

/** Characters from which on a file is long enough to be the reason itself. */
const LONG_FILE = 40_000;

/** The data of {@link NOT_FOLLOWED}: a short file is led far by what it calls. */
export function notFollowed(text: string): Record<'mend' | 'what', string> {
  return text.length > LONG_FILE
    ? { what: 'This file', mend: 'Split it, or leave it out of linting' }
    : { what: 'What this file calls', mend: 'Call the module that asks Claude directly' };
}

/** What every rule says of a file on which it fails. */
export const FAILED =
  'This file could not be judged: the rule failed. Run ESLint with `DEBUG=claude-compliance`.';

/** What is said of a call of a declared gateway that is not declared to see to what a rule asks for. */
export const LEFT_OPEN =
  'The gateway behind `{{call}}` is not declared to provide `{{aspect}}`. Declare it where it does.';

/** What is said of a gateway in its own package that does not see to what the package declares. */
export const CLAIM =
  'The marker says that `{{name}}` provides `{{aspect}}`; this leaves it open. Provide it here.';

/** What a rule says of a package marker that cannot be used: where it stands, and in files that cannot be judged for it. */
export const MARKER = {
  marker: '{{problem}}. Mend the marker.',
  unjudged: 'The marker in {{file}} cannot be used, and decides about this file. Mend it.',
} as const;

/**
 * What is wrong with a marker, as a message says it: the first sentence, with the path of the file from the folder of the run.
 */
export function markerProblem(problem: string, cwd: string): string {
  const [first = ''] = problem.split(/\. (?=[A-Z])/);
  return first
    .replace(/^"claude-compliance" in /, '')
    .replace(/(?:[a-z]:)?[\\/](?:[^"\\/]+[\\/])*package\.json/i, (path) => {
      const near = relative(cwd, path).replaceAll('\\', '/');
      return near.startsWith('..') ? 'package.json' : nameOf(near.split('/').slice(-2).join('/'));
    });
}

/**
 * A call somewhere else: `` `client.messages.create` on line 12 ``.
 *
 * @param cwd the folder of the run, for places in other files
 */
export function placeName(call: CallNode, cwd: string): string {
  return `\`${callName(call)}\` ${homeOf(call) === undefined ? 'on ' : 'in '}${place(call, cwd)}`;
}

/** `line 4`, or `src/settings.ts:4` for a node of another file. */
function place(node: Node, cwd: string): string {
  const line = String(node.loc.start.line);
  const path = pathOf(homeOf(node));
  return path === undefined
    ? `line ${line}`
    : `${pathName(relative(cwd, path).replaceAll('\\', '/'))}:${line}`;
}

/** A path; of a long one the last folders, which tell most. */
function pathName(path: string): string {
  const parts = escaped(path).split('/');
  let kept = parts.length;
  while (kept > 2 && parts.slice(-kept).join('/').length > MAX_PATH) kept -= 1;
  return nameOf((kept < parts.length ? '…/' : '') + parts.slice(-kept).join('/'));
}

/** The path of a module; undefined for the linted file. */
function pathOf(home: object | undefined): string | undefined {
  return home && 'path' in home && typeof home.path === 'string' ? home.path : undefined;
}

/** ` (line 4)` or ` (src/settings.ts:4)` when something stands outside the call that is reported; else nothing. */
export function lineNote(call: Node, node: Node, cwd: string): string {
  const isElsewhere = pathOf(homeOf(node)) !== undefined && !sameFile(call, node);
  if (!isElsewhere && (contains(call, node) || node.type === 'Program')) return '';
  return ` (${place(node, cwd)})`;
}

/** The same for a value that comes from another file; nothing for one of this file. */
export function originNote(node: Node | undefined, cwd: string): string {
  return node && pathOf(homeOf(node)) !== undefined ? ` (${place(node, cwd)})` : '';
}

/** `"us" or "eu"`: values, as code writes them. */
export function oneOf(values: readonly string[]): string {
  return values.map((value) => `"${quote(value)}"`).join(' or ');
}

const MAX_LISTED = 2;

/** `a`, `b` and 3 more: names of the code. */
export function codeListed(names: readonly string[]): string {
  return counted(names.map((name) => `\`${nameOf(name)}\``));
}

/** The first of the approved ones, as an action names it. */
export function firstOf(names: readonly string[]): string {
  const [first] = names;
  return first === undefined ? '' : `\`${nameOf(first)}\``;
}

function counted(all: readonly string[]): string {
  const rest = all.length - MAX_LISTED;
  if (rest > 0) return `${all.slice(0, MAX_LISTED).join(', ')} and ${String(rest)} more`;
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}` : all.join('');
}

/** The first of several actions: what stands before `, or`. */
export function firstAction(action: string): string {
  return action.replace(/, or .*$/s, '');
}

/** A clause as a sentence begins. */
export function capitalised(clause: string): string {
  return clause.replace(/^[a-z]/, (first) => first.toUpperCase());
}

type Data = Readonly<Record<string, string>>;

/** A message as ESLint renders it. */
export function rendered(message: string, data: Data): string {
  return message.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, key: string) => data[key] ?? all);
}

/**
 * The data of a message with which it keeps to its measure: control characters are escaped, and the longest texts are cut
 * for as long as it is too long.
 */
export function fitted(message: string, data: Data): Data {
  const fit: Record<string, string> = {};
  for (const [key, text] of Object.entries(data)) fit[key] = escaped(text);
  for (;;) {
    const excess = rendered(message, fit).length - MAX_MESSAGE;
    const [key, longest = ''] = longestOf(message, fit);
    if (excess <= 0 || key === undefined || longest.length <= SHORTEST) return fit;
    // One character stands for what is cut. Ends of names tell most, beginnings of sentences.
    const keep = Math.max(SHORTEST, longest.length - excess) - 1;
    fit[key] = longest.includes(' ') ? `${longest.slice(0, keep)}…` : `…${longest.slice(-keep)}`;
  }
}

/** What a cut leaves at least. */
const SHORTEST = 8;

function longestOf(message: string, data: Data): [key?: string, text?: string] {
  const used = Object.entries(data).filter(([key]) => message.includes(`{{${key}}}`));
  const [longest] = used.sort(([, a], [, b]) => b.length - a.length);
  return longest ?? [];
}

const REASONS: Readonly<Record<UnknownReason, string>> = {
  bound: 'the file takes more steps to follow than the analysis may take',
  call: 'it comes from a call whose result is not in this file',
  complex: 'the code that builds it is too involved to follow',
  computed: 'it is computed at run time',
  environment: 'the environment decides',
  imported: 'it comes from another file',
  inherited: 'it comes from a base class in another file',
  parameter: 'the caller decides',
  untracked: 'it is set in a way that is not followed',
};

/** Why the analysis cannot tell, as a clause. */
export function reasonText(answer: Known | Unknown): string {
  if (answer.kind === 'unknown') return REASONS[answer.reason];
  if (answer.value.kind === 'api') return REASONS[originReason(answer.value.api)];
  return REASONS.computed;
}
