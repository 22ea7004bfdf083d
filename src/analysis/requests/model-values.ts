/**
 * Everything that a request is given as its model: a string, a model of a provider, an object that names one, or a
 * function that gives one of these.
 */
import { spreadOut } from '../clients/arguments.ts';
import { unwrap } from '../syntax/nodes.ts';
import type { Answer, CallNode, Known, Node } from '../syntax/types.ts';
import type { Operation } from '../sdk-surface/index.ts';
import type { Evaluator } from '../values/answers.ts';
import { isNullish, known } from '../values/answers.ts';
import type { RequestParams } from '../values/object-view.ts';
import { stringsOf } from '../values/object-view.ts';

/**
 * The values at an operation's places for a model, those that lead to another followed.
 *
 * @returns empty where the operation names no place
 */
export function modelValues(
  ev: Evaluator,
  call: CallNode,
  operation: Operation,
  params: RequestParams,
): readonly Answer[] {
  const { model, modelAlso = [] } = operation;
  if (model === undefined) return [];
  const main = model === '@0' ? first(ev, call) : model === '@this' ? receiver(ev, call) : params.get(model);
  const given = main.filter((a) => a.kind !== 'absent' && isNullish(a) !== true);
  const also = modelAlso
    .filter((path) => given.length === 0 || path.startsWith(`${model}.`) || path.startsWith('@'))
    .flatMap((path) => (path === '@0' ? first(ev, call).filter(isText) : params.get(path)))
    .filter((a) => a.kind === 'known' || (a.kind === 'unknown' && a.property !== undefined));
  return [...main, ...also].flatMap((answer) => expanded(ev, answer));
}

function first(ev: Evaluator, call: CallNode): readonly Answer[] {
  const [argument] = spreadOut(ev, call.arguments);
  return argument && argument.type !== 'SpreadElement' ? ev.resolve(argument, []) : [];
}

function receiver(ev: Evaluator, call: CallNode): readonly Answer[] {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? ev.resolve(callee.object, []) : [];
}

/** The name of a model that stands before its options. */
function isText(answer: Answer): boolean {
  return stringsOf([answer]).length > 0;
}

/** The models of a list of `{ model, … }`, which Mastra takes in place of one. */
export function listedModels(ev: Evaluator, params: RequestParams, path: string): readonly Answer[] {
  const isList = params.get(path).some((a) => a.kind === 'known' && a.value.kind === 'array');
  return isList ? params.get(`${path}[*].model`).flatMap((answer) => expanded(ev, answer)) : [];
}

/** `{ id }`, `{ providerId, modelId }`, `{ modelName }` and `() => …`; anything else as it is. */
function expanded(ev: Evaluator, answer: Answer): readonly Answer[] {
  if (answer.kind !== 'known') return [answer];
  const { value } = answer;
  if (value.kind === 'function') {
    const given = ev.index.returnsOf(value.node).flatMap((node) => (node ? ev.answers(node, []) : []));
    return given.length > 0 ? given : [answer];
  }
  if (value.kind !== 'object') return [answer];
  const at = (key: string): readonly Answer[] =>
    ev.answers(answer.node, [key], value.frame).filter((a) => a.kind !== 'absent');
  for (const key of ['id', 'modelName', 'name']) {
    const named = at(key);
    if (named.length > 0) return named;
  }
  const providers = at('providerId').length > 0 ? at('providerId') : at('providerID');
  const models = at('modelId').length > 0 ? at('modelId') : at('modelID');
  return providers.length > 0 && models.length > 0 ? joined(providers, models) : [answer];
}

/** `anthropic` and `claude-…` as `anthropic/claude-…`. */
function joined(providers: readonly Answer[], models: readonly Answer[]): Known[] {
  return models.flatMap((model) =>
    stringsOf([model]).flatMap((id) =>
      stringsOf(providers).map((provider): Known => text([...provider, '/', ...id], model.node)),
    ),
  );
}

function text(pieces: readonly (string | null)[], node: Node): Known {
  return pieces.includes(null)
    ? known({ kind: 'text', pieces }, node)
    : known({ kind: 'literal', value: pieces.join('') }, node);
}
