/**
 * Claude Code started as a program: `claude -p …` through child processes, execa, zx, Bun and Deno.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { movedTo } from '../requests/agent-switches.ts';
import { callSite } from '../requests/call-site.ts';
import type { CallSite } from '../requests/call-site.ts';
import { startsProgram, tagName } from '../clients/commands.ts';
import { CLAUDE_COMMAND } from '../sdk-surface/index.ts';
import { calleeName, contains, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import { asCall } from '../syntax/tagged-templates.ts';
import type { Answer, CallNode, Known, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { known } from '../values/answers.ts';
import { requestParams, stringsOf } from '../values/object-view.ts';
import type { RequestRoot } from '../values/object-view.ts';
import { HOLE } from '../values/text.ts';
import type { Pieces } from '../values/text.ts';
import { writtenTo } from './payloads.ts';

/** The program, however it is found. */
const PROGRAM = /^(?:.*[/\\])?claude(?:\.cmd|\.exe)?$|^@anthropic-ai\/claude-code(?:@.*)?$/;
/** Programs that start the one that is named next. */
const RUNNERS = /^(?:.*[/\\])?(?:npx|bunx|pnpx|pnpm|yarn|sudo|env|time|timeout)$/;
/** One command in a line of shell. */
const LINE =
  /(?:^|[|;&(]|\b(?:npx|bunx|pnpm dlx|yarn dlx|sudo|time)\s)\s*(?:-y\s+|--yes\s+)?(?:\S*\/)?(?:claude|@anthropic-ai\/claude-code(?:@\S+)?)\s+([^|;&]*)/;
/** The switch that asks once and prints the answer, and those that go with it alone. */
const PRINT = /(?:^|\s)(?:-p|--(?:print|(?:in|out)put-format))(?=$|[\s=\u0000])/;

/** Finds the places that start Claude Code with a prompt, among calls and tagged templates. */
export function findCommands(
  ev: Evaluator,
  { calls, taggedTemplates }: Pick<SyntaxIndex, 'calls' | 'taggedTemplates'>,
): CallSite[] {
  const sites = calls.flatMap((call) => {
    if (!startsProgram(calleeName(call.callee) ?? '')) return [];
    return ofCall(ev, call) ?? [];
  });
  return [...sites, ...taggedTemplates.flatMap((tagged) => ofTemplate(ev, tagged) ?? [])];
}

/** One way a program is started: its words as far as they are known, and the expressions they are written in. */
interface Command {
  readonly words: readonly string[];
  readonly parts: readonly Node[];
  /** Some words are not known. */
  readonly open: boolean;
}

function ofCall(ev: Evaluator, call: CallNode): CallSite | undefined {
  const [first, second, third] = call.arguments;
  if (!first || first.type === 'SpreadElement') return undefined;
  for (const answer of ev.answers(first, [])) {
    const command = isKnownAs(answer, 'array')
      ? listCommand(ev, first, [], answer)
      : isKnownAs(answer, 'object')
        ? listOf(ev, first, [['cmd']])
        : textCommand(ev, answer, first, second);
    if (!command || !asksClaude(command)) continue;
    const options = [second, third].flatMap((each) => (each && each.type !== 'SpreadElement' ? [each] : []));
    return siteOf(ev, call, command, options);
  }
  return undefined;
}

/** `$\`claude -p ${note}\``: read as a call of the tag with the template. */
function ofTemplate(ev: Evaluator, tagged: TSESTree.TaggedTemplateExpression): CallSite | undefined {
  const name = tagName(tagged);
  if (!startsProgram(name) && name !== 'sync') return undefined;
  const { quasis, expressions } = tagged.quasi;
  const text = quasis
    .map(({ value }, i) => (value.cooked ?? '') + (expressions[i] ? wordsIn(ev, expressions[i]) : ''))
    .join('');
  const command = lineCommand(text, expressions);
  if (!command || !asksClaude(command)) return undefined;
  return siteOf(ev, asCall(tagged), command, []);
}

/** What an expression puts into a line of shell: the words of a list, else something that is not known. */
function wordsIn(ev: Evaluator, expression: Node): string {
  const answers = ev.answers(expression, []);
  const list = answers.find((answer) => isKnownAs(answer, 'array'));
  if (list) return listCommand(ev, expression, [], list).words.join(' ');
  // It is one word, whatever stands in it.
  const [text = HOLE] = stringsOf(answers).map(asText);
  return /\s/.test(text) ? HOLE : text;
}

const asText = (pieces: Pieces): string => pieces.map((piece) => piece ?? HOLE).join('');

function textCommand(
  ev: Evaluator,
  answer: Answer,
  node: Node,
  following: Node | undefined,
): Command | undefined {
  const [pieces] = stringsOf([answer]);
  if (!pieces) return undefined;
  const text = asText(pieces);
  if (!PROGRAM.test(text) && !RUNNERS.test(text)) return lineCommand(text, [node]);
  const list = following && listOf(ev, following);
  return { words: [text, ...(list?.words ?? [])], parts: list?.parts ?? [], open: list?.open ?? false };
}

function isKnownAs(answer: Answer, kind: 'array' | 'object'): answer is Known {
  return answer.kind === 'known' && answer.value.kind === kind;
}

/** The list of words that an argument is, or holds as `args`. */
function listOf(ev: Evaluator, node: Node, paths: readonly Path[] = [[], ['args']]): Command | undefined {
  for (const path of paths) {
    for (const answer of ev.answers(node, path)) {
      if (isKnownAs(answer, 'array')) return listCommand(ev, node, path, answer);
      if (answer.kind === 'unknown' && path.length === 0) return { words: [], parts: [node], open: true };
    }
  }
  return undefined;
}

/** The words of a list that stands at `path` of an expression: those it is written with, and those that are put onto it. */
function listCommand(ev: Evaluator, holder: Node, path: Path, { node }: Known): Command {
  const list = unwrap(node);
  if (list.type !== 'ArrayExpression') return { words: [], parts: [holder], open: true };
  const written = list.elements.filter((element) => element !== null);
  const added = ev.answers(holder, [...path, '*']).filter((answer) => !contains(list, answer.node));
  const words = written.map((part) => {
    const [text = HOLE] = part.type === 'SpreadElement' ? [] : stringsOf(ev.answers(part, [])).map(asText);
    return text;
  });
  return {
    words: [...words, ...added.map((answer) => stringsOf([answer]).map(asText)[0] ?? HOLE)],
    parts: added.length > 0 ? [...written, holder] : written,
    open: written.some((part) => part.type === 'SpreadElement'),
  };
}

function lineCommand(text: string, parts: readonly Node[]): Command | undefined {
  const rest = LINE.exec(text)?.[1];
  return rest === undefined ? undefined : { words: ['claude', ...rest.split(/\s+/)], parts, open: false };
}

/** True for the program itself, told to ask once, or told something that is not known. */
function asksClaude({ words, open }: Command): boolean {
  const at = words.findIndex((word) => PROGRAM.test(word));
  if (at < 0 || words.slice(0, at).some((word) => !RUNNERS.test(word) && !/^-|^dlx$|^exec$/.test(word)))
    return false;
  const rest = words.slice(at + 1);
  return PRINT.test(rest.join(' ')) || (open && rest.length === 0);
}

/** What is written to the program's input. */
function inputOf(ev: Evaluator, options: Node): RequestRoot[] {
  return ev.answers(options, ['input']).some((a) => a.kind !== 'absent')
    ? [{ node: options, frame: undefined, path: ['input'] }]
    : [];
}

function siteOf(
  ev: Evaluator,
  call: CallNode,
  { words, parts }: Command,
  options: readonly Node[],
): CallSite {
  const roots = parts.map((part): RequestRoot => {
    const node = part.type === 'SpreadElement' ? part.argument : part;
    return { node, frame: undefined, path: [] };
  });
  const inputs = [...options.flatMap((each) => inputOf(ev, each)), ...writtenTo(ev, call, { member: 'stdin' })];
  const model = modelOf(words);
  const at = parts.find((part) => part.type === 'Literal' && part.value === model) ?? call;
  const models: Answer =
    model === undefined
      ? { kind: 'absent', node: call, missing: ['--model'] }
      : model.includes(HOLE)
        ? { kind: 'unknown', reason: 'computed', node: call, path: [] }
        : known({ kind: 'literal', value: model }, at);
  return callSite(ev, {
    operation: CLAUDE_COMMAND,
    platform:
      movedTo(ev, call, (variable) => options.flatMap((each) => ev.answers(each, ['env', variable]))) ??
      'anthropic',
    node: call,
    via: 'command',
    params: requestParams(ev, [...roots, ...inputs], call),
    models: () => [models],
    modelNames: () => (model === undefined || model.includes(HOLE) ? [] : [model]),
  });
}

/** What stands behind `--model`. */
function modelOf(words: readonly string[]): string | undefined {
  const at = words.indexOf('--model');
  return at >= 0
    ? words[at + 1]
    : words.find((word) => word.startsWith('--model='))?.slice('--model='.length);
}
