/**
 * What the fields of an audit record show, as plain words: hashes and how they are made, times, where values come from.
 */
import type { AuditRecord } from './records.ts';
import { namesIn } from './record-names.ts';
import { givesBackAll } from '../content-flow/given-back.ts';
import { LEVELS } from '../content-flow/sink-table.ts';
import { wordsOf } from '../syntax/words.ts';
import { calleeName, isFunction, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import { alternatives } from '../values/alternatives.ts';
import { frameOf } from '../values/frames.ts';
import { functionsOf } from '../values/functions.ts';
import type { ObjectField } from '../values/object-fields.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';

/** One field of a record. */
export interface FieldFacts {
  readonly words: readonly string[];
  /** Its value is a hash; `unknown`: of a kind that the file does not show; `none`: what makes it gives back what it is handed. */
  readonly hash: 'keyed' | 'none' | 'plain' | 'unknown' | undefined;
  /** Words of what is hashed. */
  readonly hashedWords: readonly string[];
  readonly isDate: boolean;
  /** Its value is written out. */
  readonly isText: boolean;
  /** The text or number that it always is, as text; undefined where it can be anything else. */
  readonly constant: string | undefined;
  /** The names that its value is read from, the last alone and the last two together. */
  readonly valueWords: readonly (readonly string[])[];
  /** Where its value is written. */
  readonly node: Node;
}

/** One record. */
export interface RecordFacts {
  readonly fields: readonly FieldFacts[];
  /** Words of the function that writes it, and of texts it is handed. */
  readonly says: readonly string[];
  /** It is handed a text of its own, which names the event. */
  readonly hasText: boolean;
  /** What writes it (a database, a logger) can set the time without being told. */
  readonly stampsItself: boolean;
}

/** Methods of databases that can fill in a time of their own. */
const STORES = /^(?:create|createMany|insert|insertMany|insertOne|save|values)$/;

/** Reads a record. */
export function factsOf(ev: Evaluator, record: AuditRecord): RecordFacts {
  const calls = [...new Set([record.call, record.writer])];
  const methods = calls.map((call) => namesIn(call.callee).at(-1));
  const given = calls.flatMap((call) => call.arguments);
  const texts = [...given, ...record.fields.map(({ value }) => value)].map(literalText);
  return {
    fields: record.fields.map((field) => fieldFacts(ev, record, field)),
    says: [...methods, ...texts].flatMap((text) => (text === undefined ? [] : wordsOf(text))),
    hasText: calls.some((call) => (call.arguments.slice(0, 1).map(literalText)[0] ?? '') !== ''),
    stampsItself: calls.some(stampsItself),
  };
}

/** True for a call that can set a time without being told. */
function stampsItself(call: CallNode): boolean {
  const names = namesIn(call.callee);
  const method = names.at(-1) ?? '';
  return (
    call.type === 'NewExpression' ||
    (names.length > 1 && STORES.test(method)) ||
    (LEVELS.has(method) && /logger$|^(?:console|log|pino|winston)$/i.test(names.at(-2) ?? ''))
  );
}

function fieldFacts(ev: Evaluator, { call }: AuditRecord, { name, value, frame }: ObjectField): FieldFacts {
  const written = [unwrap(value), ...madeBy(ev, value, frame)];
  const parts = written.map((each) => partsOf(ev, each, frame));
  const kinds = parts.map(hashIn);
  const found = (['keyed', 'plain', 'unknown'] as const).find((kind) => kinds.includes(kind));
  const hash = found ?? (isPassedOn(ev, value, frame) ? 'none' : undefined);
  return {
    words: wordsOf(name),
    hash,
    hashedWords: found === undefined ? [] : parts.flatMap((part) => part.names.flatMap(wordsOf)),
    isDate: parts.some(
      ({ calls, texts }) =>
        calls.some((each) => TIMES.test(each)) || texts.some((text) => SQL_TIME.test(text)),
    ),
    isText: literalText(unwrap(value)) !== undefined,
    constant: constantIn(ev, value, frame),
    valueWords: valueNames(value),
    // What another module writes is shown by the call that has it written.
    node: ev.index.indexOf(value) === ev.index.indexOf(call) ? value : call.callee,
  };
}

/** `h(text)` with a function of the project that gives its argument back. A body beats a name. */
function isPassedOn(ev: Evaluator, value: Node, frame: Frame | undefined): boolean {
  const call = unwrap(value);
  const own = call.type === 'CallExpression' ? functionsOf(ev, call.callee, frame) : [];
  return own.length > 0 && own.every(({ node }) => givesBackAll(ev, node));
}

function constantIn(ev: Evaluator, value: Node, frame: Frame | undefined): string | undefined {
  const [first, ...others] = ev.answers(value, [], frame).map(literalOf);
  const isConstant =
    (typeof first === 'string' || typeof first === 'number' || first === null) &&
    others.every((each) => each === first);
  return isConstant ? String(first) : undefined;
}

/** The expressions that make what a variable holds or a function of the project returns, on each of its ways. */
function madeBy(ev: Evaluator, value: Node, frame: Frame | undefined): Node[] {
  const ways = alternatives(value);
  if (ways.length > 0) return ways.flatMap((way) => madeBy(ev, way, frame));
  if (!/^(?:CallExpression|Identifier|MemberExpression)$/.test(value.type)) return [];
  return ev.answers(value, [], frame).flatMap((answer) => {
    const isPart =
      answer.kind === 'known' &&
      answer.value.kind === 'api' &&
      !/^(?:call|new)$/.test(answer.value.api.step.kind);
    return isPart ? [] : [answer.elsewhere ?? answer.node];
  });
}

/** What a statement of SQL calls the time. */
const SQL_TIME =
  /\b(?:(?:now|getdate|getutcdate|sysdatetime|utc_timestamp)\(\)|(?:current|local)_?timestamp\b|sysdate\b)/i;

const TIMES =
  /^(?:Date|now|toISOString|serverTimestamp|dayjs|moment|DateTime|utc|timestamp|isoNow|nowIso|getTime)$/i;
const KEYED = /hmac|keyed|^sign$/i;
const PLAIN = /^(?:createHash|sha(?:1|2|224|256|384|512)\w*|md5\w*|blake\w*|digest)$/i;
const HASH = /hash|digest|fingerprint|checksum/i;
const SECRET = /salt|pepper|secret|key/i;

interface Parts {
  /** Names of the functions called in it. */
  readonly calls: readonly string[];
  /** All other names in it. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

const MAX_PARTS = 200;

/** The names an expression is made of. Of a function of the project its body says more than its name. */
function partsOf(ev: Evaluator, expression: Node, frame: Frame | undefined): Parts {
  const calls: string[] = [];
  const names: string[] = [];
  const texts: string[] = [];
  const stack: { readonly node: Node; readonly at: Frame | undefined }[] = [{ node: expression, at: frame }];
  const entered = new Set<Node>();
  for (let next = stack.pop(), seen = 0; next && seen < MAX_PARTS; next = stack.pop(), seen += 1) {
    const { node, at } = next;
    if (isFunction(node)) continue;
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const own = functionsOf(ev, node.callee, at).filter(({ node: fn }) => !entered.has(fn));
      if (own.length === 0) calls.push(calleeName(node.callee) ?? '');
      for (const { node: fn, frame: outer } of own) {
        entered.add(fn);
        const inner = frameOf(ev, { node: fn, frame: outer }, node, at);
        for (const returned of ev.index.returnsOf(fn))
          if (returned) stack.push({ node: returned, at: inner });
      }
    } else if (node.type === 'Identifier') names.push(node.name);
    else if (node.type === 'MemberExpression') names.push(writtenKey(node) ?? '');
    else if (node.type === 'TemplateElement') texts.push(node.value.raw);
    else {
      const text = literalText(node);
      if (text !== undefined) texts.push(text);
    }
    for (const child of ev.childrenOf(node)) stack.push({ node: child, at });
  }
  return { calls, names, texts };
}

function hashIn({ calls, names }: Parts): FieldFacts['hash'] {
  if (calls.some((name) => KEYED.test(name))) return 'keyed';
  if (calls.some((name) => PLAIN.test(name)))
    return names.some((name) => SECRET.test(name)) ? 'unknown' : 'plain';
  return calls.some((name) => HASH.test(name)) || names.some((name) => HASH.test(name))
    ? 'unknown'
    : undefined;
}

/** `user`, `id` of `req.user.id`: the words of the last name, and of the last two. */
function valueNames(value: Node): (readonly string[])[] {
  let node = unwrap(value);
  // `session?.user?.id ?? "anonymous"`
  while (node.type === 'LogicalExpression') node = unwrap(node.left);
  if (node.type === 'CallExpression') node = unwrap(node.callee);
  if (node.type === 'Identifier') return [wordsOf(node.name)];
  if (node.type !== 'MemberExpression') return [];
  const last = writtenKey(node) ?? '';
  const object = unwrap(node.object);
  const before =
    object.type === 'Identifier'
      ? object.name
      : object.type === 'MemberExpression'
        ? (writtenKey(object) ?? '')
        : '';
  return [wordsOf(last), [...wordsOf(before), ...wordsOf(last)]];
}
