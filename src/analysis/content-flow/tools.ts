/**
 * Tools that a model is given: what it writes into a call of one is content.
 */
import { calleeName, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import type { Origin, Tracer } from './types.ts';

/** True for a call that makes a tool for a model: `tool(…)`, `betaZodTool(…)`. */
export function isToolMaker(call: CallNode): boolean {
  return /(?:^tool|Tool)s?$|^(?:betaTool|betaZodTool|DynamicStructuredTool|DynamicTool)$/.test(
    calleeName(call.callee) ?? '',
  );
}

/** `{ name, description, input_schema, execute }`. */
export function looksLikeTool(object: Node): boolean {
  if (object.type !== 'ObjectExpression') return false;
  const keys = new Set(object.properties.map((p) => (p.type === 'Property' ? writtenKey(p) : undefined)));
  return (
    keys.has('description') &&
    (keys.has('inputSchema') || keys.has('input_schema') || keys.has('parameters') || keys.has('schema'))
  );
}

/** Members of a tool that are run with what the model wrote, and give back what it reads. */
export const TOOL_BODIES: ReadonlySet<string> = new Set([
  'call',
  'execute',
  'func',
  'handler',
  'invoke',
  'run',
]);

/** What the tools of a file give back for the model to read: `execute: async ({ id }) => patients.byId(id)`. */
export function toolResults(ev: Evaluator): readonly Node[] {
  const inObjects = [...TOOL_BODIES].flatMap((name) =>
    ev.index
      .propertiesNamed(name)
      .filter((property) => looksLikeTool(property.parent))
      .map(({ value }) => value),
  );
  // tool(async ({ id }) => patients.byId(id), { name, schema })
  const inCalls = ev.index.calls.flatMap((call) => (isToolMaker(call) ? call.arguments.slice(0, 1) : []));
  return [...inObjects, ...inCalls].flatMap((body) =>
    isFunction(unwrap(body))
      ? functionsOf(ev, body).flatMap(({ node }) =>
          ev.index.returnsOf(node).filter((each) => each !== undefined),
        )
      : [],
  );
}

/** What the model wrote into a call of a tool. */
export function toolInput(t: Tracer, path: Path): readonly Origin[] {
  const [source] = t.results.values();
  return source ? [{ kind: 'result', at: source, path: ['tool()', ...path] }] : [];
}
