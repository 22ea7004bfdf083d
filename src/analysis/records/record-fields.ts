/**
 * The fields of an audit record: those of the objects that a call is handed, however they are packed.
 */
import { isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { fieldsOf, writesInto } from '../values/object-fields.ts';
import type { ObjectField, ObjectFields } from '../values/object-fields.ts';
import { unpacked } from './record-names.ts';
import { insertedFields } from './statements.ts';

/** The field of an audit record that a name stands for; undefined for all other names. */
export type FieldNamed = (name: string) => string | undefined;

/** Fields that hold further fields of the record. */
const NESTED: ReadonlySet<string> = new Set([
  'attributes',
  'context',
  'data',
  'detail',
  'details',
  'event',
  'extra',
  'fields',
  'meta',
  'metadata',
  'payload',
  'values',
]);

/** Fields of a record that one object has to hold, to be known by them alone. */
const MIN_FIELDS = 4;
/** As many tell a record from an envelope, at a place that is known for records. */
const MIN_SHOWN = 2;
/** How deep a record may be packed, and how many objects are looked at. */
const MAX_PACKED = 6;
const MAX_OBJECTS = 24;

/** What a call is handed as a record: `fields` of its objects, those one level down included. */
export interface HandedFields extends ObjectFields {
  /** They were found in what is packed: a command, a message of a queue, a statement. */
  readonly packed: boolean;
}

/** The fields of what a call is handed. */
export function handedFields(
  ev: Evaluator,
  call: CallNode,
  fieldNamed: FieldNamed | undefined,
  frame: Frame | undefined,
): HandedFields {
  const given = argumentsOf(call);
  const inserted = insertedFields(ev, call, frame);
  if (inserted) return { ...inserted, packed: true };
  const parts = given.flatMap((argument) => [
    fieldsOf(ev, unpacked(argument), frame),
    assignedTo(ev, argument, frame),
  ]);
  const own = withNested(ev, joined(parts));
  const inside =
    fieldNamed && !isRecord(own.fields, fieldNamed) ? packedIn(ev, given, fieldNamed, frame) : [];
  if (inside.length === 0) return { ...own, packed: false };
  const found = joined(inside);
  return { fields: [...own.fields, ...found.fields], open: found.open, packed: true };
}

/** True for a call that hands on an object with the fields of a record, whatever it is called. */
export function holdsFields(
  ev: Evaluator,
  call: CallNode,
  fieldNamed: FieldNamed,
  frame: Frame | undefined,
): boolean {
  const given = argumentsOf(call);
  const inserted = insertedFields(ev, call, frame);
  if (inserted) return isRecord(inserted.fields, fieldNamed);
  return (
    given.some((argument) =>
      isRecord(withNested(ev, fieldsOf(ev, unpacked(argument), frame)).fields, fieldNamed),
    ) || packedIn(ev, given, fieldNamed, frame).length > 0
  );
}

function argumentsOf(call: CallNode): Node[] {
  return call.arguments.filter(
    (argument) => argument.type !== 'SpreadElement' && !isFunction(unwrap(argument)),
  );
}

function joined(parts: readonly ObjectFields[]): ObjectFields {
  return { fields: parts.flatMap((part) => part.fields), open: parts.some((part) => part.open) };
}

function withNested(ev: Evaluator, { fields, open }: ObjectFields): ObjectFields {
  const nested = fields
    .filter(({ name }) => NESTED.has(name))
    .map(({ value, frame }) => fieldsOf(ev, value, frame));
  return joined([{ fields, open }, ...nested]);
}

function isRecord(fields: readonly ObjectField[], fieldNamed: FieldNamed): boolean {
  const names = fields.map(({ name }) => name);
  const found = fieldsAmong(names, fieldNamed);
  const isOfRequest = TELLS.some((field) => found.has(field)) || names.some((name) => TOKENS.test(name));
  return found.size >= MIN_FIELDS && isOfRequest && !onlyMeasures(names, found);
}

/** What a row of the application's own has none of, an appointment or a lead: those have a status, a user and a time as well. */
const TELLS = ['inputHash', 'outputHash', 'model', 'eventType', 'requestId', 'purpose', 'dataClassification'];
/** What is counted of a request alone. */
const TOKENS = /(?:completion|input|output|prompt|total)_?tokens?/i;

/** True where names are enough for a record to be known by its fields alone. */
export function areOfRecord(names: readonly string[], fieldNamed: FieldNamed): boolean {
  return fieldsAmong(names, fieldNamed).size >= MIN_FIELDS;
}

function fieldsAmong(names: readonly string[], fieldNamed: FieldNamed): ReadonlySet<string> {
  return new Set(names.flatMap((name) => fieldNamed(name) ?? []));
}

/** What is measured of a request for its bill or its speed. */
const MEASURES =
  /tokens?(?:_?(?:count|used|usage))?$|^tokens?_?[a-z]|cost|_?usd$|latency|duration|elapsed|(?:_|[a-z])ms$/i;
/** What such a row has to show to be more than that: what was sent or came back, or both who asked and how it ended. */
const CONTENT_FIELDS = ['inputHash', 'outputHash'];
const WITNESS_FIELDS = ['userId', 'outcome'];

/** True for a row of a usage log: it measures, and does not tell what an audit record tells. */
function onlyMeasures(names: readonly string[], found: ReadonlySet<string>): boolean {
  return (
    names.some((name) => MEASURES.test(name)) &&
    !CONTENT_FIELDS.some((field) => found.has(field)) &&
    !WITNESS_FIELDS.every((field) => found.has(field))
  );
}

/** True where what goes to a place of records is the record itself, and not something that it is packed into. */
export function hasSomeOfRecord(fields: readonly ObjectField[], fieldNamed: FieldNamed | undefined): boolean {
  const names = fields.map(({ name }) => name);
  return fieldNamed !== undefined && fieldsAmong(names, fieldNamed).size >= MIN_SHOWN;
}

/** Names that can be those of fields. */
const NAMES = /[\w$]+(?=\s*[:,}])/g;
/** How many characters the fields of one record may take, comments included. */
const MAX_SPREAD = 1000;

/** True where a text has the names of so many fields of a record near to one another, as they stand in an object. */
export function hasFieldsTogether(text: string, fieldNamed: FieldNamed): boolean {
  const last = new Map<string, number>();
  for (const { 0: name, index } of text.matchAll(NAMES)) {
    const field = fieldNamed(name);
    if (field === undefined) continue;
    last.set(field, index);
    let near = 0;
    for (const position of last.values()) if (index - position <= MAX_SPREAD) near += 1;
    if (near >= MIN_FIELDS) return true;
  }
  return false;
}

/**
 * Records within what a call is handed: `send(new PutCommand({ Item: { … } }))`, `produce({ messages: [{ value: JSON.stringify(entry) }] })`.
 */
function packedIn(
  ev: Evaluator,
  given: readonly Node[],
  fieldNamed: FieldNamed,
  frame: Frame | undefined,
): ObjectFields[] {
  const found: ObjectFields[] = [];
  let looked = 0;
  const visit = (written: Node, at: Frame | undefined, depth: number): void => {
    const node = unwrap(written);
    if (depth > MAX_PACKED || looked > MAX_OBJECTS) return;
    switch (node.type) {
      case 'Identifier':
      case 'ObjectExpression': {
        looked += 1;
        const each = withNested(ev, fieldsOf(ev, node, at));
        if (isRecord(each.fields, fieldNamed)) found.push(each);
        else if (node.type === 'ObjectExpression')
          for (const field of each.fields) visit(field.value, field.frame, depth + 1);
        break;
      }
      // A line of a file: `${JSON.stringify(entry)}\n`, `JSON.stringify(entry) + EOL`.
      case 'TemplateLiteral':
        for (const part of node.expressions) visit(part, at, depth + 1);
        break;
      case 'BinaryExpression':
        for (const part of [node.left, node.right]) visit(part, at, depth + 1);
        break;
      case 'ArrayExpression':
        for (const element of node.elements) if (element) visit(element, at, depth + 1);
        break;
      case 'CallExpression':
      case 'NewExpression':
        // What a function of the project makes of it is not what it is handed.
        if (node.type === 'NewExpression' || functionsOf(ev, node.callee, at).length === 0)
          for (const argument of argumentsOf(node)) visit(argument, at, depth + 1);
        break;
      default:
    }
  };
  for (const argument of given) visit(textHeld(ev, argument) ?? argument, frame, 0);
  return found;
}

/** The text that a constant holds: `const line = JSON.stringify(entry) + EOL`. */
function textHeld(ev: Evaluator, argument: Node): Node | undefined {
  const node = unwrap(argument);
  const definition = node.type === 'Identifier' ? ev.index.variableOf(node)?.defs[0] : undefined;
  const init = definition?.type === 'Variable' ? definition.node.init : null;
  return init && /^(?:BinaryExpression|CallExpression|TemplateLiteral)$/.test(init.type) ? init : undefined;
}

/** Fields that are put into a variable's object afterwards: `entry.outcome = "error"`. */
function assignedTo(ev: Evaluator, argument: Node, frame: Frame | undefined): ObjectFields {
  const fields = writesInto(ev, unwrap(unpacked(argument))).flatMap(({ target, value }): ObjectField[] => {
    const name = writtenKey(target);
    return name === undefined ? [] : [{ name, value, frame, node: target.parent }];
  });
  return { fields, open: false };
}
