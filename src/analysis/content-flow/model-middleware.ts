/**
 * Models that do something by themselves with what they are asked: `wrapLanguageModel({ model, middleware })` of the AI SDK.
 */
import { modelsOfAlias } from '../requests/alias-models.ts';
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

/** The step of a middleware: before the request, around it, around a stream. */
export type MiddlewareStep = 'transformParams' | 'wrapGenerate' | 'wrapStream';

/**
 * For each model that a request can ask, the functions by which its middleware takes a step.
 *
 * @returns undefined where some model has none that is shown
 */
export function middlewareOf(
  ev: Evaluator,
  { params, node }: Pick<CallSite, 'node' | 'params'>,
  step: MiddlewareStep,
): readonly (readonly FunctionNode[])[] | undefined {
  if (!ev.mentions(step)) return undefined;
  const models = requestParams(ev, params.roots, node)
    .get('model')
    .flatMap((model) => behindAlias(ev, model));
  const steps = models.map((model) => stepsOf(ev, model, step));
  return steps.length > 0 && steps.every((each) => each.length > 0) ? steps : undefined;
}

/** True where every model that a request can ask is wrapped in a middleware that redacts what is sent. */
export function asksRedactingModel(ev: Evaluator, site: CallSite, redactors: Names): boolean {
  const models = middlewareOf(ev, site, 'transformParams');
  return models?.every((steps) => steps.some((fn) => redactsWithin(ev, fn, redactors, 0))) === true;
}

/** The models that an application knows by a name of its own. */
function behindAlias(ev: Evaluator, model: Answer): readonly Answer[] {
  const named =
    model.kind === 'known' && model.value.kind === 'api' ? modelsOfAlias(ev, model.value.api) : [];
  return named.length > 0 ? named : [model];
}

function stepsOf(ev: Evaluator, model: Answer, step: MiddlewareStep): readonly FunctionNode[] {
  if (model.kind !== 'known' || model.value.kind !== 'api') return [];
  const [maker] = makersOf(model.value.api);
  const [options] = maker?.node.arguments ?? [];
  if (!maker || !options || !(namesOf(model.value.api).at(-2) ?? '').endsWith('wrapLanguageModel')) return [];
  const view = requestParams(ev, [{ node: options, frame: maker.frame, path: [] }], maker.node);
  return [`middleware.${step}`, `middleware[*].${step}`]
    .flatMap((path) => view.get(path))
    .flatMap((answer) =>
      answer.kind === 'known' && answer.value.kind === 'function' ? [answer.value.node] : [],
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
