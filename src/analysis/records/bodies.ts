/**
 * Whether a function that is named for audit writes anything at all. A body beats a name.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  contains,
  enclosingFunction,
  isClass,
  isFunction,
  unwrap,
  writtenKey,
} from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import { runsWithin } from '../sites/runs-within.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { comesFrom } from '../values/origins.ts';
import { isDead } from '../syntax/dead-code.ts';
import { readsOf } from '../syntax/variables.ts';
import { AUDIT } from './record-names.ts';
import { statementIn } from './statements.ts';
import { isUnsaved } from './unsaved.ts';

/** How many functions are looked into from one another. */
const MAX_DEPTH = 3;

/** Objects of the language whose functions write nothing anywhere. */
const PURE = new Set([
  'Array',
  'Boolean',
  'Date',
  'JSON',
  'Math',
  'Number',
  'Object',
  'Promise',
  'String',
  'Symbol',
  'crypto',
  'performance',
]);

/** Modules whose functions only compute. */
const PURE_MODULES =
  /^(?:node:)?(?:crypto|path|querystring|url|util)$|^(?:date-fns|lodash(?:-es)?|nanoid|uuid)(?:\/|$)/;

/** Methods of texts, lists and times that give something back and change nothing. */
const PURE_METHODS = new Set(
  (
    'at charAt concat endsWith entries flat getTime includes indexOf join keys padEnd padStart ' +
    'slice split startsWith substring toFixed toISOString toJSON toLowerCase toString toUpperCase trim values'
  ).split(' '),
);

/** Methods that call what they are handed. */
const TAKES_CALLBACK = new Set(
  'catch every filter finally flatMap forEach map reduce replace replaceAll some then'.split(' '),
);

/**
 * True when the body of a function shows that it records nothing: it calls nothing but what it is handed, what the language
 * has, and functions that record nothing themselves. False where that cannot be told.
 */
export function recordsNothing(ev: Evaluator, fn: FunctionNode, depth = 0): boolean {
  // What it only makes runs later, and what it constructs is set up.
  return depth <= MAX_DEPTH && callsNothing(ev, fn, depth, (call) => runsWithin(ev, fn, call));
}

/** As {@link recordsNothing}, of a function that makes another: neither it nor what it makes records anything. */
export function recordsNothingLater(ev: Evaluator, fn: FunctionNode): boolean {
  return callsNothing(ev, fn, 0, () => true);
}

function callsNothing(
  ev: Evaluator,
  fn: FunctionNode,
  depth: number,
  runs: (call: CallNode) => boolean,
): boolean {
  const { taggedTemplates } = ev.index.indexOf(fn);
  if (taggedTemplates.some((each) => isStatement(each) && contains(fn.body, each) && !isDead(each)))
    return false;
  const inside = ev.index
    .callsWithin(fn.body)
    .filter((call) => call.type === 'CallExpression' && runs(call) && !isDead(call));
  return inside.every((call) => {
    const callee = unwrap(call.callee);
    if (TAKES_CALLBACK.has(calleeName(callee) ?? '') && callee.type === 'MemberExpression')
      return call.arguments.every((each) => isHarmless(ev, each, fn, depth));
    if (isFunction(callee) || isPure(ev, callee) || isHandedIn(ev, callee, fn) || isRemark(ev, call))
      return true;
    if (isReading(ev, call) || gathers(ev, callee) || isUnsaved(ev, call)) return true;
    const own = functionsOf(ev, callee);
    return own.length > 0
      ? own.every((each) => each.node === fn || recordsNothing(ev, each.node, depth + 1))
      : isQuery(callee);
  });
}

/** A callback that is looked at with the rest of the body, or is known to record nothing; and what is no function. */
function isHarmless(ev: Evaluator, argument: Node, fn: FunctionNode, depth: number): boolean {
  const callback = unwrap(argument);
  if (isFunction(callback) || isPure(ev, callback) || isHandedIn(ev, callback, fn)) return true;
  const own = functionsOf(ev, callback);
  if (own.length > 0) return own.every(({ node }) => recordsNothing(ev, node, depth + 1));
  return callback.type !== 'Identifier' && callback.type !== 'MemberExpression';
}

function isPure(ev: Evaluator, callee: Node): boolean {
  if (callee.type === 'MemberExpression' && PURE_METHODS.has(writtenKey(callee) ?? '')) return true;
  const root = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  if (root.type !== 'Identifier' || ev.index.variableOf(root)) return isOfPureModule(ev, callee);
  return PURE.has(root.name) || root.name === 'structuredClone' || root.name.endsWith('Error');
}

/** Statements of SQL that change nothing. */
const READING = /^\s*(?:describe|explain|pragma|select|show)\b/i;

/** ``sql`insert into …` ``: a statement that changes something. */
export function isStatement({ quasi }: TSESTree.TaggedTemplateExpression): boolean {
  return /^\s*(?:call|exec|insert|merge|update|with)\b/i.test(quasi.quasis[0]?.value.raw ?? '');
}

/** `pool.query("SELECT …")`. */
function isReading(ev: Evaluator, call: CallNode): boolean {
  const [first] = call.arguments;
  return first !== undefined && READING.test(statementIn(ev, first, undefined) ?? '');
}

/** `columns.push(name)`: a list that a function makes and does not give back. */
function gathers(ev: Evaluator, callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || !GATHERS.test(writtenKey(callee) ?? '')) return false;
  const variable = ev.index.variableOf(unwrap(callee.object));
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== 'Variable' || !enclosingFunction(definition.node)) return false;
  const { init } = definition.node;
  const isMade = init?.type === 'ArrayExpression' || init?.type === 'NewExpression';
  return isMade && readsOf(variable).every(({ parent }) => parent?.type !== 'ReturnStatement');
}

const GATHERS = /^(?:add|push|set|unshift)$/;

const READS = /^\$?(?:aggregate|count|exists|fetch|find|get|list|load|read|select)(?![a-z])/;
const CHANGES =
  /^\$?(?:add|append|create|delete|emit|exec|insert|log|post|publish|push|put|query|record|run|save|send|set|store|track|update|upsert|write)(?![a-z])/;

/** `db.select().from(calls)`, `prisma.auditLog.count()`: what is read, and not written. */
export function isQuery(callee: Node): boolean {
  const methods: string[] = [];
  for (let node = callee; node.type === 'MemberExpression';) {
    methods.push(writtenKey(node) ?? '');
    let inner = unwrap(node.object);
    while (inner.type === 'MemberExpression') inner = unwrap(inner.object);
    node = inner.type === 'CallExpression' ? unwrap(inner.callee) : inner;
  }
  return methods.some((name) => READS.test(name)) && !methods.some((name) => CHANGES.test(name));
}

function isOfPureModule(ev: Evaluator, callee: Node): boolean {
  const answers = ev.answers(callee, []);
  return answers.length > 0 && answers.every((answer) => comesFrom([answer], PURE_MODULES));
}

/** A function that the function itself is handed: `send` of `(send) => { n++; return send(); }`. */
function isHandedIn(ev: Evaluator, callee: Node, fn: FunctionNode): boolean {
  const isInvoked = callee.type === 'MemberExpression' && /^(?:call|apply)$/.test(writtenKey(callee) ?? '');
  const target = isInvoked ? unwrap(callee.object) : callee;
  const definition = ev.index.variableOf(target)?.defs[0];
  const owner: Node | undefined = definition?.type === 'Parameter' ? definition.node : undefined;
  return owner !== undefined && isFunction(owner) && (owner === fn || contains(fn, owner));
}

/** The fields that tell a record from a line of a log. */
const MIN_FIELDS = 4;

/** Loggers by what they are called, and their methods that write a line. */
const LOGGER = /^(?:console|log|logger)$/;
const LEVEL = /^(?:debug|error|fatal|info|log|trace|warn|warning)$/;

/** `console.warn("slow", entry.task)`: a line with a word or two, and not what was handed in as a whole. */
function isRemark(ev: Evaluator, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !LEVEL.test(writtenKey(callee) ?? '')) return false;
  if (!LOGGER.test(calleeName(callee.object) ?? '')) return false;
  return call.arguments.every((argument) => isWord(ev, argument));
}

function isWord(ev: Evaluator, argument: Node): boolean {
  const node = unwrap(argument);
  if (node.type === 'TemplateLiteral') return node.expressions.every((each) => isWord(ev, each));
  if (node.type === 'MemberExpression') return true;
  // A record has more fields than that.
  if (node.type === 'ObjectExpression')
    return node.properties.length < MIN_FIELDS && node.properties.every(({ type }) => type === 'Property');
  return node.type === 'Literal' || (node.type === 'Identifier' && isPartOfParameter(ev, node));
}

/** A name that a parameter is taken apart into. */
function isPartOfParameter(ev: Evaluator, name: Node): boolean {
  const definition = ev.index.variableOf(name)?.defs[0];
  return definition?.type === 'Parameter' && definition.name.parent.type === 'Property';
}

/** True where the class or the module of a function names audit: it is meant to record, whatever its callers call it. */
export function isMeantToRecord(ev: Evaluator, fn: FunctionNode): boolean {
  const owner = fn.parent.parent?.parent;
  const name = owner && isClass(owner) ? owner.id?.name : undefined;
  const file = ev.index.indexOf(fn).path?.split(/[\\/]/).at(-1);
  return [name, file].some((each) => each !== undefined && AUDIT.test(each));
}
