/**
 * Environment variables in shell commands: `NAME=value command`, `export NAME=value`, `env NAME=value command`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, unwrap } from '../syntax/nodes.ts';
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

/** Functions, tags and classes that start a program, in Node, Deno, Bun and the packages around them. */
const STARTS =
  /^(?:(?:exec|execFile|spawn)(?:Sync|Async|Promise|P)?|execCommand|execa\w*|fork|ptySpawn|runCommand|run|bash|cmd|Command|sh|shell|\$|x|zx)$/;

/** True for a name by which programs are started: `execSync`, `execa`, `$`. */
export function startsProgram(name: string): boolean {
  return STARTS.test(name);
}

/** The name of a template's tag, or of what makes the tag: `$` of `` $`…` `` and of `` $({ quiet: true })`…` ``. */
export function tagName({ tag }: TSESTree.TaggedTemplateExpression): string {
  const written = unwrap(tag);
  return calleeName(written.type === 'CallExpression' ? written.callee : written) ?? '';
}

/** What the commands of the file give a variable. */
export function variablesInCommands(ev: Evaluator, name: string): CommandVariable[] {
  const given = ev.index.calls.filter(startsProcess).flatMap((call) => commandTexts(ev, call));
  return [...given, ...taggedCommands(ev)].flatMap((answer): CommandVariable[] => {
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
  return call.arguments.length > 0 && startsProgram(calleeName(call.callee) ?? '');
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
function taggedCommands(ev: Evaluator): readonly Answer[] {
  return ev.index.taggedTemplates
    .filter((tagged) => startsProgram(tagName(tagged)))
    .flatMap(({ quasi }) => ev.answers(quasi, []));
}
