/**
 * Which package a writer comes from.
 */
import { rootOf, unwrap, wrapped } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { specifierOf } from '../syntax/variables.ts';
import { moduleBehind } from '../values/origins.ts';
import type { SinkRow } from './sink-table.ts';

/** The row of the package that a value comes from; undefined where none of them is it. */
export function byPackage(ev: Evaluator, value: Node, rows: readonly SinkRow[]): SinkRow | undefined {
  const isOpen = rows.length > 0 && mayComeFrom(ev, value, rows);
  const source = isOpen
    ? ev
        .answers(value, [])
        .map(moduleBehind)
        .find((each) => each !== undefined)
    : undefined;
  return source === undefined ? undefined : rows.find((row) => row.packages.test(source));
}

/** Methods that nobody but a scope, a span or an event of a tracker has. */
const OF_SPANS = /^(?:add|record|set)[A-Z]/;

/**
 * The row of the package that hands a function what it writes to: `Sentry.withScope((s) => s.setExtra("prompt", text))`. Of what else
 * packages call with something, tools that wrap a function above all, it is not known whose the argument is.
 *
 * @param method the name of what is called of it
 */
export function handedByPackage(
  ev: Evaluator,
  value: Node,
  method: string,
  rows: readonly SinkRow[],
): SinkRow | undefined {
  const definition = OF_SPANS.test(method) ? ev.index.variableOf(unwrap(value))?.defs[0] : undefined;
  if (definition?.type !== 'Parameter') return undefined;
  const outer = wrapped(definition.node);
  const call = outer.parent;
  if (call?.type !== 'CallExpression' || !call.arguments.some((each) => each === outer)) return undefined;
  const callee = unwrap(call.callee);
  return byPackage(ev, callee.type === 'MemberExpression' ? callee.object : callee, rows);
}

/** False for what is declared to be something else: a name from another package, a function, a value that is written out. */
function mayComeFrom(ev: Evaluator, value: Node, rows: readonly SinkRow[]): boolean {
  const root = rootOf(unwrap(value));
  const source = specifierOf(ev.index, root);
  if (source !== undefined)
    return rows.some((row) => row.packages.test(source)) || ev.moduleAt(source, root) !== undefined;
  const definition = root.type === 'Identifier' ? ev.index.variableOf(root)?.defs[0] : undefined;
  switch (definition?.type) {
    case 'FunctionName':
      return false;
    case 'Variable': {
      const { init } = definition.node;
      return !init || definition.parent.kind !== 'const' || !WRITTEN_OUT.has(unwrap(init).type);
    }
    default:
      return true;
  }
}

/** Values that come from no package. */
const WRITTEN_OUT: ReadonlySet<string> = new Set(['ArrayExpression', 'Literal', 'TemplateLiteral']);
