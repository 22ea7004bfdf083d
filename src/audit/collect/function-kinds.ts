/**
 * By what kind of function content enters a program: what frameworks call when somebody asks.
 */
import { calleeName, isFunction, nameOfFunction, wrapped, writtenKey } from '../../analysis/syntax/nodes.ts';
import type { FunctionNode, Node } from '../../analysis/syntax/types.ts';
import type { PlaceKind } from '../words.ts';
import { calleePath } from './places.ts';

const METHODS = /^(?:all|delete|get|patch|post|put|use)$/;
const HTTP = /^(?:GET|POST|PUT|PATCH|DELETE|loader|action)$/;

/** What builders of RPC are handed a procedure by. */
const PROCEDURES = /^(?:mutation|query|subscription)$/;
/** The types of GraphQL under which resolvers stand. */
const RESOLVED = /^(?:Mutation|Query|Subscription)$/;

/** What kind of function content comes in by. */
export function kindOfFunction(fn: FunctionNode | undefined): PlaceKind {
  if (!fn) return 'unknown';
  const name = nameOfFunction(fn) ?? '';
  const holder = wrapped(fn).parent;
  if (holder?.type === 'CallExpression' || holder?.type === 'NewExpression') {
    const path = calleePath(holder.callee).split('.');
    const method = path.at(-1) ?? '';
    if (path.length > 1 && METHODS.test(method) && /app|router|server|fastify|route|api/i.test(path[0] ?? ''))
      return 'route';
    if (path.length > 1 && PROCEDURES.test(method)) return 'route';
    if (/^(?:consume|process|subscribe|on|Worker)$/.test(method)) return 'queue';
    if (/cron|schedule/i.test(path.join('.'))) return 'schedule';
    if (/^(?:action)$/.test(method) && /program|command|cli/i.test(path[0] ?? '')) return 'command';
  }
  if (HTTP.test(name) && isExportedFunction(fn)) return 'route';
  if (isDecoratedRoute(fn) || isResolver(fn)) return 'route';
  if (fn.body.type === 'BlockStatement' && fn.body.body.some(isServerDirective)) return 'action';
  if (isExportedFunction(fn) && statementsAround(fn).some(isServerDirective)) return 'action';
  return isExportedFunction(fn) ? 'export' : 'caller';
}

/** Decorators of methods that serve requests. */
const ROUTE_DECORATORS = /^(?:All|Delete|Get|Mutation|Patch|Post|Put|Query|Sse|Subscription)$/;

/** `@Post('notes') draft(@Body() body) { … }`. */
function isDecoratedRoute({ parent }: FunctionNode): boolean {
  if (parent.type !== 'MethodDefinition') return false;
  // Parsers of plain JavaScript have none.
  const { decorators } = parent as Partial<typeof parent>;
  return (decorators ?? []).some(({ expression }) => {
    const callee = expression.type === 'CallExpression' ? expression.callee : expression;
    return ROUTE_DECORATORS.test(calleeName(callee) ?? '');
  });
}

/** `{ Query: { explain: async (parent, args) => … } }`. */
function isResolver(fn: FunctionNode): boolean {
  const { parent } = wrapped(fn);
  const holder = parent?.type === 'Property' ? parent.parent.parent : undefined;
  return holder?.type === 'Property' && RESOLVED.test(writtenKey(holder) ?? '');
}

/** The statements of the file around a function. */
function statementsAround(fn: FunctionNode): readonly Node[] {
  let node: Node = fn.parent;
  while (node.type !== 'Program') node = node.parent;
  return node.body;
}

function isServerDirective(statement: Node): boolean {
  return statement.type === 'ExpressionStatement' && statement.directive === 'use server';
}

function isExportedFunction(fn: FunctionNode): boolean {
  for (let node: Node | undefined = fn.parent; node; node = node.parent) {
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') return true;
    if (node.type === 'AssignmentExpression' && /^(?:module\.)?exports(?:\.|$)/.test(calleePath(node.left)))
      return true;
    if (isFunction(node)) return false;
  }
  return false;
}
