/**
 * What audits by its name whatever it is handed: wrappers, middleware, decorators, clients.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, isClass, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import { functionsOf } from '../values/functions.ts';
import { recordsNothingLater } from './bodies.ts';
import { objectsBehind } from './objects-apart.ts';
import { namesAudit, namesIn } from './record-names.ts';
import type { Walk } from './types.ts';

/** The call that something is written into, as an argument or in an object or list that is one. */
export function callTaking(fn: Node): { readonly call: CallNode; readonly argument: Node } | undefined {
  let argument: Node = fn;
  for (let node = fn.parent; node; argument = node, node = node.parent) {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return { call: node, argument };
    if (!/^(?:ArrayExpression|ObjectExpression|Property|TS\w+Expression)$/.test(node.type)) return undefined;
  }
  return undefined;
}

export const HOOKS =
  /^(?:on[A-Z]\w*|callbacks?|handlers?|hooks?|middlewares?|plugins?|interceptors?|fetch|model|client|transport|logger)$/;

/** True for a call that audits what it is handed: by its own name, or by another of its arguments (middleware). */
export function isAuditing(walk: Walk, call: CallNode, around: Node): boolean {
  if (saysAudit(walk, call.callee)) return true;
  return call.arguments.some(
    (argument) =>
      !contains(argument, around) &&
      !isFunction(unwrap(argument)) &&
      /^(?:CallExpression|Identifier|MemberExpression|NewExpression)$/.test(unwrap(argument).type) &&
      saysAudit(walk, argument),
  );
}

/** True when the names of an expression, calls in it included, say that it audits. */
export function saysAudit({ loggers }: Walk, node: Node): boolean {
  const target = unwrap(node);
  const names =
    target.type === 'CallExpression' || target.type === 'NewExpression'
      ? namesIn(target.callee)
      : namesIn(target);
  const inner =
    target.type === 'MemberExpression' && unwrap(target.object).type === 'CallExpression'
      ? namesIn(target.object)
      : [];
  return namesAudit([...inner, ...names], loggers);
}

export function mentionsAudit(walk: Walk, value: Node): boolean {
  const stack: Node[] = [value];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isFunction(node)) continue;
    if (
      /^(?:CallExpression|Identifier|MemberExpression|NewExpression)$/.test(node.type) &&
      saysAudit(walk, node)
    )
      return true;
    stack.push(...walk.ev.childrenOf(node));
  }
  return false;
}

/** `auditedClient.messages.create(…)`, `const client = withAudit(new Anthropic())`. */
export function auditedReceiver(walk: Walk, call: Node): boolean {
  if (call.type !== 'CallExpression') return false;
  let root = unwrap(call.callee);
  const names = namesIn(root).slice(0, -1);
  if (names.length > 0 && namesAudit(names, walk.loggers)) return true;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const variable = walk.ev.index.variableOf(root);
  return (variable?.references ?? []).some(({ writeExpr }) => {
    const made = writeExpr ? unwrap(writeExpr) : undefined;
    return (
      made !== undefined &&
      (made.type === 'CallExpression' || made.type === 'NewExpression') &&
      (saysAudit(walk, made) || mentionsAuditIn(walk, made))
    );
  });
}

/** Options of a client under which something can watch its requests. */
function mentionsAuditIn(walk: Walk, made: CallNode): boolean {
  const objects = made.arguments.flatMap((argument) => [argument, ...objectsBehind(walk.ev, argument)]);
  return objects.some(
    (object) =>
      object.type === 'ObjectExpression' &&
      object.properties.some(
        (property) =>
          property.type === 'Property' &&
          HOOKS.test(writtenKey(property) ?? '') &&
          mentionsAudit(walk, property.value),
      ),
  );
}

/** `@Audit()` on the method or its class. */
export function isDecorated(fn: FunctionNode): boolean {
  const member = fn.parent;
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return false;
  const owner = member.parent.parent;
  return [...decoratorsOf(member), ...(isClass(owner) ? decoratorsOf(owner) : [])].some(({ expression }) => {
    const names =
      expression.type === 'CallExpression'
        ? [...namesIn(expression.callee), ...expression.arguments.flatMap((argument) => namesIn(argument))]
        : namesIn(expression);
    return names.some((name) => /audit/i.test(name));
  });
}

/** Parsers of plain JavaScript leave the list out. */
function decoratorsOf(node: {
  readonly decorators?: readonly TSESTree.Decorator[];
}): readonly TSESTree.Decorator[] {
  return node.decorators ?? [];
}

/** `export const POST = withAudit(handler)`, `router.post("/", auditTrail, handler)`, `router.use(auditTrail)`. */
export function passedToAudit(walk: Walk, fn: FunctionNode): boolean {
  const { ev } = walk;
  const declaration = fn.type === 'FunctionDeclaration' ? fn : fn.parent;
  const [variable] =
    declaration.type === 'FunctionDeclaration' || declaration.type === 'VariableDeclarator'
      ? ev.index.declaredBy(declaration)
      : [];
  const handed = usesOf(variable).some((use) => {
    const call = use.parent;
    if (call?.type !== 'CallExpression' || call.callee === use || !isAuditing(walk, call, use)) return false;
    const own = functionsOf(ev, call.callee);
    return own.length === 0 || !own.every(({ node }) => recordsNothingLater(ev, node));
  });
  if (handed) return true;
  const router = callTaking(fn)?.call.callee;
  if (router?.type !== 'MemberExpression') return false;
  const [name] = namesIn(router);
  return ev.index
    .callsNamed('use')
    .some(
      (call) =>
        namesIn(call.callee)[0] === name && call.arguments.some((argument) => saysAudit(walk, argument)),
    );
}
