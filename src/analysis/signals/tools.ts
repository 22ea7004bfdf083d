/**
 * Tools that the API defines, by their type.
 */
import { sdkValueOf } from '../clients/sdk-values.ts';
import { namesOf } from '../values/origins.ts';
import { calleeName, methodNode } from '../syntax/nodes.ts';
import { toolTypeOf } from '../sdk-surface/index.ts';
import type { Node, Resolved } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import type { Context, ToolSignal } from './types.ts';

/** A tool type of the API: a name with a date, or the few without. Edits of the context are dated in the same way. */
const DATED_TOOL = /^(?:[a-z][a-z0-9_]*_20\d{6}|mcp_toolset|tool_search_tool_(?:regex|bm25))$/;

/** A type may be put together: `code_execution_${VERSION}`. */
const MENTIONS_TOOL = /20\d{6}|mcp_toolset|tool_search_tool/;

/** Tools that the API defines, as objects or from a provider's factory. */
export function tools({ ev, platformAt, evident }: Context): ToolSignal[] {
  const found: ToolSignal[] = [];
  for (const property of ev.leadsOut || MENTIONS_TOOL.test(ev.index.text)
    ? ev.index.propertiesNamed('type')
    : []) {
    for (const answer of ev.answers(property.value, [])) {
      const type = literalOf(answer);
      if (typeof type !== 'string' || !DATED_TOOL.test(type)) continue;
      const callers = ev.resolve(property.parent, ['allowed_callers', '*']);
      found.push({
        type,
        certain: evident && ev.answers(property.parent, ['name']).some((a) => a.kind !== 'absent'),
        node: answer.node,
        callers: closed(ev, property.parent, callers),
        platform: platformAt(property),
      });
    }
  }
  for (const call of ev.index.calls) {
    const type = toolTypeOf(calleeName(call.callee) ?? '');
    if (type === undefined) continue;
    for (const answer of ev.answers(call.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const value = sdkValueOf(answer.value.api, ev.declared);
      // A provider from another file of the application: nobody else dates the names of tools.
      const shared = !value && namesOf(answer.value.api).includes('tools');
      if (!value?.row.toolFactory && !shared) continue;
      const [options] = call.arguments;
      const callers = options ? callersIn(ev, options) : [];
      found.push({ type, certain: true, node: methodNode(call), callers, platform: value?.platform });
    }
  }
  return found;
}

/** The callers that the options of a factory name, in either spelling. */
function callersIn(ev: Evaluator, options: Node): Resolved {
  const found = [
    ...ev.answers(options, ['allowedCallers', '*']),
    ...ev.answers(options, ['allowed_callers', '*']),
  ];
  return found.filter((a) => a.kind !== 'absent');
}

/** No answer where the tool has an empty list, or none. */
function closed(ev: Evaluator, object: Node, callers: Resolved): Resolved {
  return ev.answers(object, ['allowed_callers']).every((a) => a.kind === 'absent') ? [] : callers;
}
