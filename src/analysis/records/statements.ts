/**
 * Records that a statement of SQL inserts: the columns are its fields, and what is handed beside it their values.
 */
import { calleeName, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { fieldsOf } from '../values/object-fields.ts';
import type { ObjectField, ObjectFields } from '../values/object-fields.ts';

const INSERT = /\binsert\s+(?:ignore\s+)?into\s+[\w".`]+\s*\((?<columns>[^()]*)\)\s*values\s*\(/i;
/** MySQL's `INSERT INTO audit_log SET ?`. */
const INSERT_SET = /\binsert\s+into\s+[\w".`]+\s+set\s+\?/i;

/** Columns that hold a record as a whole. */
const PACKED =
  /^(?:body|content|data|details?|doc|document|entry|event|json|log|message|meta(?:data)?|payload|record|value)$/i;

/** What stands for the parts of a statement that are put in, by their place. */
const PUT_IN = '__part';
const PART = /__part(\d+)__/;

/** The text of a statement; undefined for what is no text, and for texts that are put together. */
export function statementIn(ev: Evaluator, argument: Node, frame: Frame | undefined): string | undefined {
  const node = unwrap(argument);
  if (node.type === 'TemplateLiteral')
    return node.quasis
      .map(({ value }, i) => (i > 0 ? `${PUT_IN}${String(i - 1)}__` : '') + value.raw)
      .join('');
  if (!/^(?:Identifier|Literal|MemberExpression)$/.test(node.type)) return undefined;
  const [first, ...others] = ev.answers(node, [], frame).map(literalOf);
  return typeof first === 'string' && others.length === 0 ? first : undefined;
}

/** What is asked of a database: the text of a statement, and what stands for its parameters. */
export interface Statement {
  readonly text: string;
  readonly at: Handed;
  /** The list or the object of values; undefined where there is none. */
  readonly values?: Handed | undefined;
  /** Values that are handed one by one, or put into the text. */
  readonly single: readonly Node[];
}

/**
 * The fields of what a call inserts by a statement among its arguments, or by one that was prepared before.
 *
 * @returns undefined where there is no such statement, or not everything of it is shown
 */
export function insertedFields(
  ev: Evaluator,
  call: CallNode,
  frame: Frame | undefined,
): ObjectFields | undefined {
  const statement = statementOf(ev, call, frame);
  if (!statement) return undefined;
  const { text, at, values: second, single } = statement;
  if (INSERT_SET.test(text)) return second && fieldsOf(ev, second.node, second.frame);
  const match = INSERT.exec(text);
  const columns = match?.groups?.['columns'];
  if (!match || columns === undefined) return undefined;
  const names = columns.split(',').map((name) => name.replace(/["`\s]/g, ''));
  // What a column holds as a whole is looked at as what is handed over; columns that are put together are not shown.
  if (names.some((name) => PACKED.test(name) || name.includes(PUT_IN))) return undefined;
  const values = splitList(text.slice(match.index + match[0].length));
  const parameters = second ? listed(ev, second) : single.map((node, i) => fieldAt(i, node, at.frame));
  if (!parameters || values.length !== names.length) return undefined;
  let next = 0;
  const fields = names.flatMap((name, i): ObjectField[] => {
    const value = values[i] ?? '';
    const part = placeOfPart(at.node, value);
    if (part) return [{ name, value: part, frame: at.frame, node: part }];
    const position = placeOf(value, () => next++);
    // What the statement itself says: `now()`, a word.
    if (position === undefined) return [{ name, value: at.node, frame: at.frame, node: at.node }];
    const parameter = typeof position === 'number' ? parameters[position] : named(parameters, position);
    return parameter ? [{ ...parameter, name }] : [];
  });
  return { fields, open: false };
}

/** Methods that run a statement which was prepared before, or hand it its values. */
const RUNS = /^(?:all|bind|each|execute|finalize|get|run|runAsync|values)$/;

/** `insert into …` of `db.prepare("insert into …")`: what it only prepares, it does not write. */
export function isPreparing(call: CallNode): boolean {
  return /^prepare(?:Async|Query)?$/.test(calleeName(call.callee) ?? '');
}

/** The statement that a call runs: one that it is handed, or one that was prepared before. */
export function statementOf(ev: Evaluator, call: CallNode, frame: Frame | undefined): Statement | undefined {
  if (call.type === 'CallExpression' && RUNS.test(calleeName(call.callee) ?? '')) {
    const prepared = preparedFor(ev, call, frame);
    if (prepared) return prepared;
  }
  const given = call.arguments.filter(
    (argument) => argument.type !== 'SpreadElement' && !isFunction(unwrap(argument)),
  );
  const [at, values] = given.flatMap((argument) => queryParts(ev, argument, frame));
  const text = at && statementIn(ev, at.node, at.frame);
  return at && text !== undefined ? { text, at, values, single: [] } : undefined;
}

/** The statement that a call runs which was prepared before; undefined where it has been given its values already. */
function preparedFor(ev: Evaluator, call: CallNode, frame: Frame | undefined): Statement | undefined {
  const callee = unwrap(call.callee);
  const preparing = callee.type === 'MemberExpression' ? preparationOf(ev, callee.object, frame) : undefined;
  const [written] = preparing?.arguments ?? [];
  const text = written && statementIn(ev, written, undefined);
  if (!written || text === undefined) return undefined;
  const given = call.arguments.filter((argument) => argument.type !== 'SpreadElement');
  const [first, ...others] = given;
  const at: Handed = { node: written, frame };
  if (first && others.length === 0 && isList(ev, first, frame))
    return { text, at, values: { node: first, frame }, single: [] };
  return { text, at, single: given };
}

/** `db.prepare(…)` behind `insert` or `this.insert`, and in `db.prepare(…).bind(…)`. */
function preparationOf(ev: Evaluator, receiver: Node, frame: Frame | undefined): CallNode | undefined {
  const node = unwrap(receiver);
  if (node.type === 'CallExpression') return isPreparing(node) ? node : undefined;
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined;
  const written = ev.answers(node, [], frame).map(({ node: at, elsewhere }) => elsewhere ?? at);
  // A field that is declared to be a statement is known by its type first.
  const key =
    node.type === 'MemberExpression' && node.object.type === 'ThisExpression' ? writtenKey(node) : undefined;
  const given =
    key === undefined
      ? []
      : ev.index
          .indexOf(node)
          .thisWritesTo(key)
          .map(({ value }) => value);
  const made = [...written, ...given].map(unwrap).filter((each) => each.type === 'CallExpression');
  return made.find(isPreparing);
}

function isList(ev: Evaluator, given: Node, frame: Frame | undefined): boolean {
  return ev
    .answers(given, [], frame)
    .some((answer) => answer.kind === 'known' && /^(?:array|object)$/.test(answer.value.kind));
}

/** The expression that is put into a text at the place of a value: `${userId}`. */
function placeOfPart(statement: Node, value: string): Node | undefined {
  const written = unwrap(statement);
  const part = PART.exec(value)?.[1];
  return part !== undefined && written.type === 'TemplateLiteral'
    ? written.expressions[Number(part)]
    : undefined;
}

const fieldAt = (position: number, value: Node, frame: Frame | undefined): ObjectField => ({
  name: String(position),
  value,
  frame,
  node: value,
});

/** Something that is handed to a query, and the frame to read it in. */
export interface Handed {
  readonly node: Node;
  readonly frame: Frame | undefined;
}

/** `query(text, values)`, `query({ text, values })`, `query({ sql, values })`. */
function queryParts(ev: Evaluator, argument: Node, frame: Frame | undefined): readonly Handed[] {
  const node = unwrap(argument);
  if (node.type !== 'ObjectExpression') return [{ node, frame }];
  const { fields } = fieldsOf(ev, node, frame);
  const text = fields.find(({ name }) => /^(?:sql|statement|text)$/.test(name));
  const values = fields.find(({ name }) => /^(?:args|parameters|params|values)$/.test(name));
  if (!text) return [{ node, frame }];
  return [text, values].flatMap((each) => (each ? [{ node: each.value, frame: each.frame }] : []));
}

/** The values of a list, by their place, or those of an object; undefined where it is not shown as a whole. */
function listed(ev: Evaluator, { node, frame }: Handed): readonly ObjectField[] | undefined {
  const answers = ev.answers(node, [], frame);
  const [answer] = answers;
  if (answer?.kind !== 'known' || answers.length > 1) return undefined;
  const { value } = answer;
  if (value.kind === 'object') {
    const { fields, open } = fieldsOf(ev, node, frame);
    return open ? undefined : fields;
  }
  if (value.kind !== 'array' || value.node.type !== 'ArrayExpression') return undefined;
  const { elements } = value.node;
  if (elements.some((element) => !element || element.type === 'SpreadElement')) return undefined;
  return elements.flatMap((element, i) => (element ? [fieldAt(i, element, value.frame)] : []));
}

function named(parameters: readonly ObjectField[], name: string): ObjectField | undefined {
  return parameters.find((each) => each.name === name);
}

/** Which parameter a value is made of: `$2` and `?2` the second, `?` the next, `:user` the one of that name. */
function placeOf(value: string, next: () => number): number | string | undefined {
  if (value.startsWith("'")) return undefined;
  const [, numbered, name] = /[$?](\d+)|(?<!:)[:@$]([a-z_]\w*)/i.exec(value) ?? [];
  if (numbered !== undefined) return Number(numbered) - 1;
  if (name !== undefined) return name;
  return value.includes('?') ? next() : undefined;
}

/** The parts of a list up to the bracket that closes it, parted by commas outside of brackets and quotes. */
function splitList(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === "'") isQuoted = !isQuoted;
    if (!isQuoted && character === '(') depth += 1;
    if (!isQuoted && character === ')') {
      if (depth === 0) break;
      depth -= 1;
    }
    if (!isQuoted && depth === 0 && character === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.map((part) => part.trim());
}
