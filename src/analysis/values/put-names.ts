/**
 * What modules put under a name on what a framework hands around, and others read there: `app.decorate("llm", client)` and `app.llm`
 * of Fastify, `app.locals`, `app.set` and `app.get` of Express, `c.set`, `c.get` and `c.var` of Hono, `ctx.state` and `app.context` of Koa.
 */
import { isFunction, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, CallNode, FunctionNode, Node, Path } from '../syntax/types.ts';
import type { Answers, Evaluator } from './answers.ts';
import { rootOfApi } from './origins.ts';

const FRAMEWORKS = /^(?:@?fastify|express|hono|koa)(?:[-/]|$)/;

/** Names that code gives to what frameworks hand around. */
const HANDED_AROUND =
  /^(?:app|application|server|fastify|instance|api|router|ctx|context|c|req|request|res|reply|response)$/;

/** Members by which one thing that is handed around leads to another. */
const LEADING = /^(?:app|server|instance|ctx|context|request|req)$/;

/** Members under which everything that is put stands, and how it is put there. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ['locals', 'locals'],
  ['state', 'state'],
  ['var', 'set'],
]);

/** Methods of Fastify that put something on an application, a request or a reply. */
const DECORATES = ['decorate', 'decorateRequest', 'decorateReply'];

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
  const isHandedAround = HANDED_AROUND.test(nameOf(of)) || answers.every((answer) => answer.kind === 'known');
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
  if (kind === undefined) return put(ev, `decorate:${key}`, rest) ?? put(ev, `context:${key}`, rest);
  const [name, ...further] = rest;
  return name === undefined ? undefined : put(ev, `${kind}:${name}`, further);
}

/** What one place of the project puts under a name; undefined where none does, or several. */
function put(ev: Evaluator, name: string, path: Path): Answers | undefined {
  const values = ev.putting(name).flatMap((file) => valuesPut(ev, file, name));
  const [value] = values;
  return value && values.length === 1 ? value.flatMap((node) => ev.answers(node, path)) : undefined;
}

/** What a file puts under a name, place by place; of an accessor, what it gives. */
function valuesPut(ev: Evaluator, file: SyntaxIndex, put: string): readonly (readonly Node[])[] {
  const [kind = '', name = ''] = put.split(':');
  if (kind === 'decorate' || kind === 'set') {
    return (kind === 'set' ? ['set'] : DECORATES)
      .flatMap((method) => file.callsNamed(method))
      .flatMap(({ arguments: [first, value] }) => {
        if (!first || !value || literalText(first) !== name || isNothing(value)) return [];
        return [kind === 'decorate' ? givenBy(ev, value) : [value]];
      });
  }
  return file.writesToMember(name).flatMap(({ target, value }) => {
    const holder = unwrap(target.object);
    return holder.type === 'MemberExpression' && writtenKey(holder) === kind ? [[value]] : [];
  });
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
    const [first, value] = holder.arguments;
    const method = unwrap(holder.callee);
    const name = method.type === 'MemberExpression' ? (writtenKey(method) ?? '') : '';
    return value === outer && first !== undefined && literalText(first) !== undefined && PUTTING.test(name);
  }
  if (holder.type !== 'AssignmentExpression' || holder.right !== outer) return false;
  const target = holder.left.type === 'MemberExpression' ? unwrap(holder.left.object) : undefined;
  return target?.type === 'MemberExpression' && /^(?:locals|state|context)$/.test(writtenKey(target) ?? '');
}

const PUTTING = /^(?:decorate(?:Request|Reply)?|set)$/;
