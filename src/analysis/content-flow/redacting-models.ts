/**
 * Models that redact by themselves what they are sent: `wrapLanguageModel({ model, middleware })` of the AI SDK, where the middleware
 * transforms the prompt.
 */
import type { CallSite } from '../requests/call-site.ts';
import { contains } from '../syntax/nodes.ts';
import type { Answer, FunctionNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { makersOf, namesOf } from '../values/origins.ts';
import { requestParams } from '../values/object-view.ts';
import { isRedacting } from './redactors.ts';
import type { Names } from './sinks.ts';

/** How many functions of a middleware are looked into from one another. */
const MAX_DEPTH = 3;

/** True where every model that a request can ask is wrapped in a middleware that redacts what is sent. */
export function asksRedactingModel(ev: Evaluator, { params, node }: CallSite, redactors: Names): boolean {
  if (!ev.mentions('transformParams')) return false;
  const models = requestParams(ev, params.roots, node).get('model');
  return models.length > 0 && models.every((model) => isRedactingModel(ev, model, redactors));
}

function isRedactingModel(ev: Evaluator, model: Answer, redactors: Names): boolean {
  if (model.kind !== 'known' || model.value.kind !== 'api') return false;
  const [maker] = makersOf(model.value.api);
  const [options] = maker?.node.arguments ?? [];
  if (!maker || !options || !(namesOf(model.value.api).at(-2) ?? '').endsWith('wrapLanguageModel'))
    return false;
  const view = requestParams(ev, [{ node: options, frame: maker.frame, path: [] }], maker.node);
  return ['middleware.transformParams', 'middleware[*].transformParams']
    .flatMap((path) => view.get(path))
    .some(
      (answer) =>
        answer.kind === 'known' &&
        answer.value.kind === 'function' &&
        redactsWithin(ev, answer.value.node, redactors, 0),
    );
}

/** True where a function calls a redactor, itself or by functions of the project. */
function redactsWithin(ev: Evaluator, fn: FunctionNode, redactors: Names, depth: number): boolean {
  return ev.index
    .indexOf(fn)
    .calls.some(
      (call) =>
        contains(fn, call) &&
        (isRedacting(ev, call, redactors) ||
          (depth < MAX_DEPTH &&
            functionsOf(ev, call.callee).some((own) => redactsWithin(ev, own.node, redactors, depth + 1)))),
    );
}
