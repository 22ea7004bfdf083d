/**
 * Tools that a model is given: what it writes into a call of one is content.
 */
import { calleeName, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
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

/** What the model wrote into a call of a tool. */
export function toolInput(t: Tracer, path: Path): readonly Origin[] {
  const [source] = t.results.values();
  return source ? [{ kind: 'result', at: source, path: ['tool()', ...path] }] : [];
}
