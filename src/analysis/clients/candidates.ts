/**
 * Which calls are worth a look: those whose name, or whose variable, can lead to an SDK.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { declaredExports } from '../values/declared-modules.ts';
import { calleeName, rootOf, unwrap } from '../syntax/nodes.ts';
import { moduleOf, ROWS, SURFACE_MODULES } from '../sdk-surface/index.ts';
import { specifierOf } from '../syntax/variables.ts';
import { once } from '../syntax/once.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** Names a call must be written with to be looked at, unless it calls a plain name. */
const methodNames = once(
  (): ReadonlySet<string> =>
    new Set([
      ...[...ROWS.values()].flatMap((row) => (row.members ? Object.keys(row.members) : [])),
      // `lc.createAgent(…)` of a module that is imported as a whole.
      ...SURFACE_MODULES.flatMap(({ exports }) => Object.keys(exports)),
    ]),
);

/** Functions that are passed on under a name like their own: `this.queryFn`, `deps.generateTextImpl`. */
const PASSED_ON = /^_?(?:query|generateText|streamText|generateObject|streamObject)/;

/** False for calls that cannot be a request, whatever their arguments. */
export function isCandidate(ev: Evaluator, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return mayLeadOut(ev, callee);
  const name = calleeName(callee);
  if (call.type === 'NewExpression') return mayBeMade(ev, rootOf(callee));
  if (name === undefined) return true;
  return methodNames().has(name) || PASSED_ON.test(name);
}

/** False for classes of modules of the project in which no request can stand. */
function mayBeMade(ev: Evaluator, root: Node): boolean {
  const source = specifierOf(ev.index, root);
  return source === undefined || isOfSurface(ev, source) || ev.mayAskAt(source, root);
}

function isOfSurface(ev: Evaluator, source: string): boolean {
  return moduleOf(source) !== undefined || declaredExports(source, ev.declared) !== undefined;
}

/** Whether a plain name can stand for something of an SDK: an import from one, or a variable that may hold it. */
function mayLeadOut(ev: Evaluator, name: TSESTree.Identifier): boolean {
  const source = specifierOf(ev.index, name);
  if (source !== undefined) {
    // Modules are opened for the asking file alone.
    return isOfSurface(ev, source) || (ev.index.indexOf(name) === ev.index && ev.mayAskAt(source, name));
  }
  const definition = ev.index.variableOf(name)?.defs[0];
  switch (definition?.type) {
    case 'ImportBinding':
      return true;
    case 'Variable': {
      const init = definition.node.init && unwrap(definition.node.init);
      return !init || !MADE_HERE.has(init.type);
    }
    case 'Parameter':
      // A default may lead out: `(Client = Anthropic) => …`.
      return PASSED_ON.test(name.name) || definition.name.parent.type === 'AssignmentPattern';
    case 'ClassName':
      // What a class has no constructor for, the one that it extends is made with.
      return definition.node.superClass !== null;
    default:
      return false;
  }
}

/** Values that this file makes itself. */
const MADE_HERE: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
  'FunctionExpression',
  'Literal',
  'ObjectExpression',
  'TemplateLiteral',
]);
