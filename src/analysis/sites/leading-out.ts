/**
 * Which calls can lead to functions of other modules.
 */
import { rootOf, unwrap } from '../syntax/nodes.ts';
import { specifierOf } from '../syntax/variables.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/**
 * Whether a call can enter a function of another module: false for calls of what the file itself declares as a function, of
 * globals, and of names from packages.
 */
export function mayLeadOut(ev: Evaluator, call: CallNode): boolean {
  if (call.type !== 'CallExpression') return false;
  const root = rootOf(unwrap(call.callee));
  if (root.type === 'ThisExpression' || root.type === 'NewExpression') return true;
  const source = specifierOf(ev.index, root);
  if (source !== undefined) {
    // A function without a request in sight may be handed one.
    const mayAsk = ev.mayAskAt(source, root) || call.arguments.some((each) => mayBeFunction(each));
    return mayAsk && ev.moduleAt(source, root) !== undefined;
  }
  if (root.type === 'CallExpression') return mayLeadOut(ev, root);
  switch (ev.index.variableOf(root)?.defs[0]?.type) {
    case 'FunctionName':
    case 'ClassName':
      return call.callee !== root;
    case undefined:
      return false;
    default:
      return true;
  }
}

/** False for values that are written out, and for functions: what those call is looked at where it stands. */
function mayBeFunction(argument: Node): boolean {
  const node = unwrap(argument);
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.some((each) => each !== null && mayBeFunction(each));
    case 'ArrowFunctionExpression':
    case 'BinaryExpression':
    case 'FunctionExpression':
    case 'Literal':
    case 'TemplateLiteral':
    case 'UnaryExpression':
      return false;
    case 'ObjectExpression':
      return node.properties.some((each) => mayBeFunction(each.type === 'Property' ? each.value : each));
    default:
      return true;
  }
}
