/**
 * Records that a statement of SQL inserts: the columns are its fields, and what is handed beside it their values.
 */
import { unwrap } from '../syntax/nodes.ts';
import type { Frame, Node } from '../syntax/types.ts';
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

/** What stands for the part of a statement that is put in. */
const PUT_IN = '__part__';

/** The text of a statement; undefined for what is no text, and for texts that are put together. */
export function statementIn(ev: Evaluator, argument: Node, frame: Frame | undefined): string | undefined {
  const node = unwrap(argument);
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join(PUT_IN);
  if (!/^(?:Identifier|Literal|MemberExpression)$/.test(node.type)) return undefined;
  const [first, ...others] = ev.answers(node, [], frame).map(literalOf);
  return typeof first === 'string' && others.length === 0 ? first : undefined;
}

/**
 * The fields of what a call inserts by a statement among its arguments.
 *
 * @returns undefined where there is no such statement, or not everything of it is shown
 */
export function insertedFields(
  ev: Evaluator,
  given: readonly Node[],
  frame: Frame | undefined,
): ObjectFields | undefined {
  const [first, second] = given.flatMap((argument) => queryParts(ev, argument, frame));
  const statement = first && statementIn(ev, first.node, first.frame);
  if (!first || statement === undefined) return undefined;
  if (INSERT_SET.test(statement)) return second && fieldsOf(ev, second.node, second.frame);
  const match = INSERT.exec(statement);
  const columns = match?.groups?.['columns'];
  if (!match || columns === undefined) return undefined;
  const names = columns.split(',').map((name) => name.replace(/["`\s]/g, ''));
  // What a column holds as a whole is looked at as what is handed over; columns that are put together are not shown.
  if (names.some((name) => PACKED.test(name) || name.includes(PUT_IN))) return undefined;
  const values = splitList(statement.slice(match.index + match[0].length));
  const parameters = second ? listed(ev, second) : [];
  if (!parameters || values.length !== names.length) return undefined;
  let next = 0;
  const fields = names.flatMap((name, i): ObjectField[] => {
    const value = values[i] ?? '';
    const position = placeOf(value, () => next++);
    // What the statement itself says: `now()`, a word.
    if (position === undefined) return [{ name, value: first.node, frame: first.frame, node: first.node }];
    const parameter = typeof position === 'number' ? parameters[position] : named(parameters, position);
    return parameter ? [{ ...parameter, name }] : [];
  });
  return { fields, open: false };
}

/** Something that is handed to a query, and the frame to read it in. */
interface Handed {
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
  return elements.flatMap((element, i): ObjectField[] =>
    element ? [{ name: String(i), value: element, frame: value.frame, node: element }] : [],
  );
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
