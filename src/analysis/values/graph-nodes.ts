/**
 * Graphs of functions, as LangGraph has them: `new StateGraph(State).addNode("ask", ask).compile()`. What asks the graph runs its
 * nodes, each with what the graph was handed.
 */
import type { Api, CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';
import { calleeName } from '../syntax/nodes.ts';
import { makersOf, namesOf, rootOfApi } from './origins.ts';

const RUNS = /^(?:batch|invoke|stream|streamEvents)$/;
const MAX_NODES = 12;

/** The functions that a method of a graph runs, where an origin is one. */
export function nodesRunBy(ev: Evaluator, api: Api): readonly Node[] {
  const { step } = api;
  const root = rootOfApi(api);
  if (step.kind !== 'member' || !RUNS.test(step.name) || root.kind !== 'module') return [];
  if (!root.source.startsWith('@langchain/langgraph')) return [];
  const names = namesOf(api);
  if (!names.includes('StateGraph') || !names.includes('compile')) return [];
  const makers = makersOf(api).map(({ node }) => node);
  const added = makers.filter((call) => calleeName(call.callee) === 'addNode');
  return (added.length > 0 ? added : addedBeside(ev, makers))
    .flatMap(({ arguments: [, node] }) => (node && node.type !== 'SpreadElement' ? [node] : []))
    .slice(0, MAX_NODES);
}

/** `builder.addNode("ask", ask)`, a statement of its own. */
function addedBeside(ev: Evaluator, [made]: readonly CallNode[]): readonly CallNode[] {
  return made ? ev.index.indexOf(made).callsNamed('addNode') : [];
}
