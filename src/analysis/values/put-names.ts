/**
 * What modules put under a name on what a framework hands around, and others read there: `app.decorate("llm", client)` and `app.llm`
 * of Fastify, `app.locals`, `app.set` and `app.get` of Express, `c.set`, `c.get` and `c.var` of Hono, `ctx.state` and `app.context` of
 * Koa, `server.app`, `server.decorate` and `server.method` of Hapi, `decorate`, `derive` and `resolve` of Elysia.
 */
import { isFunction, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, CallNode, FunctionNode, Node, Path } from '../syntax/types.ts';
import type { Answers, Evaluator } from './answers.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { rootOfApi } from './origins.ts';
import { patternSteps } from './patterns.ts';

/** Names that code gives to what frameworks hand around. */
const HANDED_AROUND =
  /^(?:app|application|server|fastify|instance|api|router|ctx|context|c|h|req|request|res|reply|response)$/;

/** Members by which one thing that is handed around leads to another. */
const LEADING = /^(?:app|server|instance|ctx|context|request|req)$/;

/** Members under which everything that is put stands, and how it is put there. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ['locals', 'locals'],
  ['methods', 'method'],
  ['state', 'state'],
  ['var', 'set'],
]);

/** Methods that put something on an application, a request or a reply; and how else something is put. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  decorate: ['decorate', 'decorateRequest', 'decorateReply'],
  derive: ['decorate', 'derive', 'resolve'],
  method: ['method'],
  set: ['set'],
};

/** Where what is read by its name alone can have been put. */
const BY_NAME = ['decorate', 'derive', 'context', 'app'];

/**
 * What is read of something that a framework hands around, where one place of the project puts it there.
 *
 * @param of how the thing is called where it is read
 * @returns `answers` where no place does, or several, and where these know better
 */
export function orPutThere(ev: Evaluator, of: Node, path: Path, answers: Answers): Answers {
  const isOpen =
    answers.length > 0 &&
    answers.every(
      (answer) => answer.kind === 'unknown' || (answer.kind === 'known' && isOfFramework(answer)),
    );
  if (!isOpen || path.length === 0) return answers;
  const isHandedAround =
    HANDED_AROUND.test(nameOf(of)) || isOfHandler(of) || answers.every((answer) => answer.kind === 'known');
  return (isHandedAround ? putAlong(ev, path) : undefined) ?? answers;
}

/** The same of `c.get("llm")`. */
export function orPutBefore(ev: Evaluator, call: CallNode, path: Path, answers: Answers): Answers {
  const callee = unwrap(call.callee);
  const [first] = call.arguments;
  const name = first && call.arguments.length === 1 ? literalText(first) : undefined;
  if (name === undefined || callee.type !== 'MemberExpression' || writtenKey(callee) !== 'get')
    return answers;
  if (!HANDED_AROUND.test(nameOf(callee.object))) return answers;
  const isOpen = answers.every(
    (answer) => answer.kind === 'unknown' || (answer.kind === 'known' && answer.value.kind === 'api'),
  );
  return (isOpen ? put(ev, `set:${name}`, path) : undefined) ?? answers;
}

/** `app.post("/ask", async ({ body, llm }) => …)`: what a handler is handed, taken apart. */
function isOfHandler(name: Node): boolean {
  const { root } = patternSteps(name);
  const fn = root.type === 'ObjectPattern' ? root.parent : undefined;
  const call = fn && isFunction(fn) && fn.params[0] === root ? wrapped(fn).parent : undefined;
  return (
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    call.arguments[0] !== undefined &&
    literalText(call.arguments[0]) !== undefined
  );
}

function nameOf(node: Node): string {
  const target = unwrap(node);
  if (target.type === 'Identifier') return target.name;
  return target.type === 'MemberExpression' ? (writtenKey(target) ?? '') : '';
}

function isOfFramework(answer: Extract<Answer, { kind: 'known' }>): boolean {
  if (answer.value.kind !== 'api') return false;
  const root = rootOfApi(answer.value.api);
  return root.kind === 'module' && FRAMEWORKS.test(root.source);
}

function putAlong(ev: Evaluator, path: Path): Answers | undefined {
  const at = path.findIndex((key) => !LEADING.test(key));
  const [key, ...rest] = at < 0 ? [] : path.slice(at);
  if (key === undefined) return undefined;
  const kind = HOLDERS.get(key);
  if (kind === undefined) {
    for (const way of BY_NAME) {
      const found = put(ev, `${way}:${key}`, rest);
      if (found) return found;
    }
    return undefined;
  }
  const [name, ...further] = rest;
  return name === undefined ? undefined : put(ev, `${kind}:${name}`, further);
}

/** Something that is put: the values it may be, and the keys that lead into each. */
interface Put {
  readonly values: readonly Node[];
  readonly path: Path;
}

/** What one place of the project puts under a name; undefined where none does, or several. */
function put(ev: Evaluator, name: string, path: Path): Answers | undefined {
  const found = ev.putting(name).flatMap((file) => putIn(ev, file, name));
  const [only] = found;
  return only && found.length === 1
    ? only.values.flatMap((node) => ev.answers(node, [...only.path, ...path]))
    : undefined;
}

/** What a file puts under a name, place by place; of an accessor, what it gives. */
function putIn(ev: Evaluator, file: SyntaxIndex, put: string): readonly Put[] {
  const [kind = '', name = ''] = put.split(':');
  const methods = METHODS[kind];
  if (methods) {
    return methods
      .flatMap((method) => file.callsNamed(method))
      .flatMap((call) => (kind === 'derive' ? derived(ev, call, name) : named(ev, call, kind, name)));
  }
  return file.writesToMember(name).flatMap(({ target, value }) => {
    const holder = unwrap(target.object);
    return holder.type === 'MemberExpression' && writtenKey(holder) === kind
      ? [{ values: [value], path: [] }]
      : [];
  });
}

/** `app.decorate("llm", client)`, `server.decorate("request", "llm", client)` of Hapi. */
function named(ev: Evaluator, { arguments: given }: CallNode, kind: string, name: string): readonly Put[] {
  const at = given.slice(0, 2).findIndex((each) => literalText(each) === name);
  const value = given[at + 1];
  if (at < 0 || !value || isNothing(value) || (at > 0 && !isHapis(given))) return [];
  return [{ values: kind === 'decorate' ? givenBy(ev, value) : [value], path: [] }];
}

function isHapis([first]: readonly Node[]): boolean {
  return (
    first !== undefined && /^(?:handler|request|response|server|toolkit)$/.test(literalText(first) ?? '')
  );
}

/** `app.decorate({ llm })`, `app.derive(() => ({ llm }))` of Elysia. */
function derived(ev: Evaluator, { arguments: given }: CallNode, name: string): readonly Put[] {
  const last = given.at(-1);
  const value = last && unwrap(last);
  if (!value) return [];
  const objects = isFunction(value) ? ev.index.returnsOf(value) : [value];
  const holding = objects.flatMap((each) => (each && hasOwn(unwrap(each), name) ? [each] : []));
  return holding.length > 0 ? [{ values: holding, path: [name] }] : [];
}

function hasOwn(object: Node, name: string): boolean {
  return (
    object.type === 'ObjectExpression' &&
    object.properties.some((each) => each.type === 'Property' && writtenKey(each) === name)
  );
}

/** `decorateRequest("user", null)` says only that there will be one. */
function isNothing(value: Node): boolean {
  return value.type === 'Literal' && value.value === null;
}

/** `decorate("llm", { getter() { return client; } })` */
function givenBy(ev: Evaluator, value: Node): readonly Node[] {
  const object = unwrap(value);
  if (object.type !== 'ObjectExpression') return [value];
  const getter = object.properties.flatMap((each): FunctionNode[] =>
    each.type === 'Property' && writtenKey(each) === 'getter' && isFunction(each.value) ? [each.value] : [],
  )[0];
  return getter ? ev.index.returnsOf(getter).filter((node) => node !== undefined) : [value];
}

/** True for a function that is put under a name for others to call: `app.decorate("ask", async (question) => …)`. */
export function isPutForOthers(fn: FunctionNode): boolean {
  const outer = fn.parent.type === 'Property' ? fn.parent.parent : fn;
  const holder = outer.parent;
  if (holder.type === 'CallExpression') {
    const [first] = holder.arguments;
    const method = unwrap(holder.callee);
    const name = method.type === 'MemberExpression' ? (writtenKey(method) ?? '') : '';
    const isValue = holder.arguments
      .slice(1, isHapis(holder.arguments) ? 3 : 2)
      .some((each) => each === outer);
    return isValue && first !== undefined && literalText(first) !== undefined && PUTTING.test(name);
  }
  if (holder.type !== 'AssignmentExpression' || holder.right !== outer) return false;
  const target = holder.left.type === 'MemberExpression' ? unwrap(holder.left.object) : undefined;
  return (
    target?.type === 'MemberExpression' && /^(?:app|locals|state|context)$/.test(writtenKey(target) ?? '')
  );
}

const PUTTING = /^(?:decorate(?:Request|Reply)?|method|set)$/;
