/**
 * Where a request may carry a label that the file does not show: headers from elsewhere, and a context that it is made in.
 */
import { isHandedSite } from '../sites/handed-sites.ts';
import { isFunction } from '../syntax/nodes.ts';
import type { CallSite } from '../requests/call-site.ts';
import type { Node, Path } from '../syntax/types.ts';
import { isOpaque } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { fieldsOf } from '../values/object-fields.ts';
import type { RequestRoot } from '../values/object-view.ts';

/** Types of what travels with a request through an application. */
const CONTEXT = /(?:Context|Ctx|Envelope|Headers|RequestOptions|CallOptions)$/;

/** The place that may hold a label of a request; undefined where everything that could is in sight. */
export function hiddenLabel(ev: Evaluator, site: CallSite): Node | undefined {
  const options = optionsOf(site);
  const clients = site.client?.options.roots ?? [];
  return (
    firstOpen(ev, options, ['headers']) ??
    firstOpen(ev, clients, ['defaultHeaders']) ??
    firstOpen(ev, clients, ['clientOptions', 'defaultHeaders']) ??
    contextOf(site.node)
  );
}

/** The options of a request. Where its function is handed on, the arguments of the call are not its own. */
function optionsOf(site: CallSite): RequestRoot[] {
  const handed = isHandedSite(site) ? site : undefined;
  const { node, params } = handed?.request ?? site;
  const [request, options] = node.arguments;
  // A body among the options replaces the request.
  const isCalledHere = params.roots.some(
    (root) => root.node === request || (root.node === options && root.path[0] === 'body'),
  );
  return isCalledHere
    ? node.arguments.slice(1).map((each) => ({ node: each, frame: handed?.frame, path: [] }))
    : [];
}

/** Where headers are given that are not written out. */
function firstOpen(ev: Evaluator, roots: readonly RequestRoot[], keys: Path): Node | undefined {
  for (const { node, frame, path } of roots) {
    if (isFunction(node)) continue;
    for (const answer of ev.answers(node, [...path, ...keys], frame)) {
      const isHeaders = answer.kind === 'known' && /^(?:api|object)$/.test(answer.value.kind);
      if (isOpaque(answer) || (isHeaders && fieldsOf(ev, answer.elsewhere ?? answer.node, frame).open))
        return node;
    }
  }
  return undefined;
}

/** A parameter of a function around a request whose type says that it goes along with requests. */
function contextOf(call: Node): Node | undefined {
  for (let at = call.parent; at; at = at.parent) {
    const found = isFunction(at)
      ? at.params.find((parameter) => CONTEXT.test(typeName(parameter) ?? ''))
      : undefined;
    if (found) return found;
  }
  return undefined;
}

function typeName(parameter: Node): string | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const type = 'typeAnnotation' in target ? target.typeAnnotation : undefined;
  const named = type?.type === 'TSTypeAnnotation' ? type.typeAnnotation : undefined;
  if (named?.type !== 'TSTypeReference') return undefined;
  return named.typeName.type === 'Identifier' ? named.typeName.name : undefined;
}
