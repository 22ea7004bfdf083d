/**
 * Models and agents within what is asked: `prompt.pipe(model).invoke(…)`, `RunnableSequence.from([prompt, model]).invoke(…)`,
 * whatever the chain begins with.
 */
import { calleeName, unwrap } from '../syntax/nodes.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { placesBehind } from '../values/imports.ts';

/** Something that a chain is made of. */
export interface Link {
  readonly node: Node;
  readonly frame: Frame | undefined;
}

const MAX_STEPS = 12;

/** The steps of the chain that a call asks; empty where it asks none, or nothing shows how it is made. */
export function stepsAsked(ev: Evaluator, call: CallNode, frame: Frame | undefined): readonly Link[] {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !(ev.mentions('.pipe(') || ev.mentions('RunnableSequence')))
    return [];
  const found: Link[] = [];
  const seen = new Set<Node>();
  const open: Link[] = [{ node: callee.object, frame }];
  for (let at = open.pop(); at && seen.size < MAX_STEPS; at = open.pop()) {
    const node = unwrap(at.node);
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...behind(ev, node, at.frame));
    const made = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
    if (node.type !== 'CallExpression' || made?.type !== 'MemberExpression') continue;
    const name = calleeName(made) ?? '';
    const given = node.arguments.filter((argument) => argument.type !== 'SpreadElement');
    if (name === 'pipe') {
      const links = given.map((argument): Link => ({ node: argument, frame: at.frame }));
      found.push(...links);
      // A step can be a chain itself.
      open.push(...links);
    } else if (name === 'from' && calleeName(made.object) === 'RunnableSequence') {
      const [list] = given.map(unwrap);
      const steps = list?.type === 'ArrayExpression' ? list.elements : [];
      found.push(
        ...steps.flatMap((step): Link[] =>
          step && step.type !== 'SpreadElement' ? [{ node: step, frame: at.frame }] : [],
        ),
      );
    }
    if (name !== 'from') open.push({ node: made.object, frame: at.frame });
  }
  return found;
}

/** What a name was given where it was declared, here or in the module that it is imported from. */
function behind(ev: Evaluator, node: Node, frame: Frame | undefined): readonly Link[] {
  const variable = node.type === 'Identifier' ? ev.index.variableOf(node) : undefined;
  const definition = variable?.defs[0];
  if (!variable || !definition) return [];
  if (definition.type === 'ImportBinding')
    return placesBehind(ev, variable, []).flatMap((place) =>
      place.path.length === 0 ? [{ node: place.node, frame: undefined }] : [],
    );
  const written = variable.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr] : []));
  return definition.type === 'Variable' ? written.map((each): Link => ({ node: each, frame })) : [];
}
