/**
 * Values behind an encoding: what a text is the JSON of, what a buffer is made of.
 */
import { calleeName, unwrap } from '../syntax/nodes.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';
import { isJsonStringify } from './call-results.ts';
import type { RequestRoot } from './object-view.ts';
import { makersOf } from './origins.ts';

/** How many encodings may stand inside one another: a loop can make a body of itself. */
const MAX_ENCODINGS = 4;

/** The value that a body is the JSON of. */
export function decoded(
  ev: Evaluator,
  node: Node,
  path: readonly string[],
  frame?: Frame,
  depth = 0,
): RequestRoot[] {
  const roots: RequestRoot[] = [];
  for (const answer of ev.answers(node, path, frame)) {
    if (answer.kind === 'absent') continue;
    const api = answer.kind === 'known' && answer.value.kind === 'api' ? answer.value.api : undefined;
    const [maker] = api ? makersOf(api) : [];
    const [first] = maker?.node.arguments ?? [];
    const encoded = maker && first && api?.step.kind === 'call' && encodes(ev, maker.node);
    if (encoded && depth < MAX_ENCODINGS) {
      roots.push(...decoded(ev, first, [], maker.frame, depth + 1));
    } else {
      roots.push({ node, frame, path });
    }
  }
  return roots.filter(
    (root, i) => roots.findIndex((o) => o.node === root.node && o.frame === root.frame) === i,
  );
}

/** `JSON.stringify(x)`, `Buffer.from(x)`, `encoder.encode(x)`. */
function encodes(ev: Evaluator, call: CallNode): boolean {
  const name = calleeName(call.callee) ?? '';
  return (
    isJsonStringify(ev, call) || name === 'encode' || (name === 'from' && namesOfCallee(call) === 'Buffer')
  );
}

function namesOfCallee(call: CallNode): string {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : '';
}
