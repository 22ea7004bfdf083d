/**
 * Environment variables in shell commands: `NAME=value command`, `export NAME=value`, `env NAME=value command`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, nodeAt, unwrap } from '../syntax/nodes.ts';
import type { Answer, CallNode, Node } from '../syntax/types.ts';
import { known, unknown } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { stringsOf } from '../values/object-view.ts';
import { HOLE } from '../values/text.ts';

/** A command that the file has run, and what it gives a variable. */
export interface CommandVariable {
  /** The text of the command, where it is written. */
  readonly node: Node;
  readonly value: Answer;
}

/** Functions that start a process, in Node, Deno, Bun and the packages around them. */
const STARTS =
  /^(?:\$|bash|cmd|(?:pty)?spawn(?:Sync|Async)?|exec(?:Sync|Async|Promise|P|Command)?|execFile(?:Sync|Async|P)?|execa(?:Sync|Command|CommandSync|Node)?|fork|runCommand|sh|shell|x)$/i;

/** What the commands of the file give a variable. */
export function variablesInCommands(ev: Evaluator, name: string): CommandVariable[] {
  const given = ev.index.calls.filter(startsProcess).flatMap((call) => commandTexts(ev, call));
  return [...given, ...taggedCommands(ev, name)].flatMap((answer): CommandVariable[] => {
    if (answer.kind !== 'known') return [];
    const [pieces] = stringsOf([answer]);
    const text = pieces?.map((piece) => piece ?? HOLE).join('') ?? '';
    const value = text.includes(name) ? variableInCommand(text, name) : undefined;
    return value === undefined ? [] : [{ node: answer.node, value: valueAnswer(value, answer.node) }];
  });
}

/**
 * The value a shell command gives a variable.
 *
 * @param command with {@link HOLE} for pieces that are not known
 */
export function variableInCommand(command: string, name: string): string | undefined {
  const assigned = new RegExp(`(?:^|[\\s;&|("'])${name}=(?:"([^"]*)"|'([^']*)'|([^\\s;&|"')]*))`).exec(
    command,
  );
  return assigned ? (assigned[1] ?? assigned[2] ?? assigned[3]) : undefined;
}

function valueAnswer(value: string, node: Node): Answer {
  if (!value.includes(HOLE)) return known({ kind: 'literal', value }, node);
  const pieces = value.split(HOLE).flatMap((piece, i) => (i === 0 ? [piece] : [null, piece]));
  const written = pieces.filter((piece) => piece !== '');
  return written.every((piece) => piece === null)
    ? unknown('computed', node, [])
    : known({ kind: 'text', pieces: written }, node);
}

function startsProcess(call: CallNode): boolean {
  return call.arguments.length > 0 && STARTS.test(calleeName(call.callee) ?? '');
}

/** The command of a call: a text, or a list of its words. */
function commandTexts(ev: Evaluator, call: CallNode): readonly Answer[] {
  return call.arguments.slice(0, 2).flatMap((argument) => {
    if (argument.type === 'SpreadElement') return [];
    const answers = ev.answers(argument, []);
    const isList = answers.some((answer) => answer.kind === 'known' && answer.value.kind === 'array');
    return isList ? ev.answers(argument, ['*']) : answers;
  });
}

/** `` $`NAME=value command` `` of zx, Bun and execa. */
function taggedCommands(ev: Evaluator, name: string): readonly Answer[] {
  const quasis = new Set<TSESTree.TemplateLiteral>();
  for (let at = ev.index.text.indexOf(name); at >= 0; at = ev.index.text.indexOf(name, at + 1)) {
    const written = nodeAt(ev, at);
    const template = written?.type === 'TemplateElement' ? written.parent : undefined;
    if (template?.type !== 'TemplateLiteral' || template.parent.type !== 'TaggedTemplateExpression') continue;
    const tag = unwrap(template.parent.tag);
    if (STARTS.test(calleeName(tag.type === 'CallExpression' ? tag.callee : tag) ?? '')) quasis.add(template);
  }
  return [...quasis].flatMap((quasi) => ev.answers(quasi, []));
}
