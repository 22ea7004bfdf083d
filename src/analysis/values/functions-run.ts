/**
 * Functions that something of a package runs, which was handed them when it was made: the nodes of a graph, as LangGraph has it
 * (`new StateGraph(State).addNode("ask", ask).compile()`), what stands behind a breaker (`new CircuitBreaker(ask).fire(question)`).
 * Each gets what the call is handed that runs it.
 */
import type { Api, CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';
import { calleeName } from '../syntax/nodes.ts';
import { makersOf, namesOf, rootOfApi } from './origins.ts';

const RUNS = /^(?:batch|invoke|stream|streamEvents)$/;
const MAX_NODES = 12;

/** Methods that run the function that something was made with. */
const FIRES = /^(?:call|exec|execute|fire|invoke|run)$/;

/** An expression that is a function, and the frame to read it in. */
interface RunNode {
  readonly node: Node;
  readonly frame: Frame | undefined;
}

/** The functions that a method runs which something was made with. */
export function functionsRunBy(ev: Evaluator, api: Api): readonly RunNode[] {
  const { step, from } = api;
  if (step.kind === 'call' && calleeName(step.node.callee) === 'promisify') {
    const [first] = step.node.arguments;
    return first && comesOfUtil(api) ? [{ node: first, frame: step.frame }] : [];
  }
  if (step.kind === 'member' && FIRES.test(step.name) && from?.step.kind === 'new') {
    const [first] = from.step.node.arguments;
    const isFunction =
      first &&
      /^(?:ArrowFunctionExpression|FunctionExpression|Identifier|MemberExpression)$/.test(first.type);
    return isFunction && rootOfApi(api).kind === 'module' ? [{ node: first, frame: from.step.frame }] : [];
  }
  return nodesRunBy(ev, api).map((node) => ({ node, frame: undefined }));
}

/** `util.promisify(complete)`: what it gives calls the function, with a callback behind what it is handed. */
function comesOfUtil(api: Api): boolean {
  const root = rootOfApi(api);
  return root.kind === 'module' && /^(?:node:)?util$/.test(root.source);
}

function nodesRunBy(ev: Evaluator, api: Api): readonly Node[] {
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
