/**
 * Pieces of messages that several rules need. Never more than a short quote of code.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { CallNode, Known, Node, Unknown, UnknownReason } from '../../analysis/syntax/types.ts';
import { originReason } from '../../analysis/values/origins.ts';

const MAX_QUOTE = 48;

/** What is called, as the file writes it: `client.messages.create`. */
export function callName(sourceCode: Readonly<TSESLint.SourceCode>, call: CallNode): string {
  const prefix = call.type === 'NewExpression' ? 'new ' : '';
  return prefix + quote(sourceCode.getText(call.callee));
}

/** What rules say that follow content, of a file that they could not follow to its end. */
export const NOT_FOLLOWED =
  'This file takes more steps to follow than the analysis may take, so this rule may miss something here. Split it, or leave it out of linting if it is generated.';

/** What every rule says of a file on which it fails. */
export const FAILED =
  'This file could not be judged: the rule failed. Run ESLint with DEBUG=claude-compliance and report what it prints.';

/**
 * What a rule says of a package marker that cannot be used.
 *
 * @param unknown what the rule does not know without it, as a clause
 */
export function markerMessage(unknown: string): { readonly marker: string } {
  return { marker: `{{problem}}. Until it is mended, this rule does not know ${unknown}.` };
}

/** A call somewhere else in the file: `` `client.messages.create` on line 12 ``. */
export function placeName(sourceCode: Readonly<TSESLint.SourceCode>, call: CallNode): string {
  return `\`${callName(sourceCode, call)}\` on line ${String(call.loc.start.line)}`;
}

/** Text on one line, cut to a short quote. */
export function quote(code: string): string {
  const line = code.replace(/\s*\n\s*/g, '').replace(/\s+/g, ' ');
  return line.length > MAX_QUOTE ? `…${line.slice(1 - MAX_QUOTE)}` : line;
}

/** What a query is made with, as a short quote. The callee alone: arguments can hold values. */
export function fetchName(code: string): string {
  return code.replace(/^await\s+/, '').replace(/\(.*$/s, '');
}

/** ` (line N)` when something stands outside the call that is reported; else nothing. */
export function lineNote(call: Node, place: Node): string {
  const inside = call.range[0] <= place.range[0] && place.range[1] <= call.range[1];
  return inside || place.type === 'Program' ? '' : ` (line ${String(place.loc.start.line)})`;
}

/** `"us" or "eu"`: values, as code writes them. */
export function oneOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(' or ');
}

/** `"us", "eu"`: values, as code writes them. */
export function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

const MAX_LISTED = 3;

/** `a`, `b`, `c`: names of the code. */
export function codeListed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** `a`, `b` or `c`; a long list is cut short. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} or another of the ${String(names.length)} listed`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}` : shown.join('');
}

/** `` `message` on line 12, `notes` on line 14 and 2 more ``, for fields and the places where they stand. */
export function placesListed(places: readonly { readonly node: Node; readonly field: string }[]): string {
  const all = [
    ...new Set(places.map(({ node, field }) => `\`${quote(field)}\` on line ${String(node.loc.start.line)}`)),
  ];
  const rest = all.length - MAX_LISTED;
  if (rest > 0) return `${all.slice(0, MAX_LISTED).join(', ')} and ${String(rest)} more`;
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}` : all.join('');
}

const REASONS: Readonly<Record<UnknownReason, string>> = {
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
