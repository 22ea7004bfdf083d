/**
 * The model ids behind what a request calls its model: a string, a provider's model value, a wrapped one.
 */
import { isClaudeText } from '../sdk-surface/model-names.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { makersOf } from '../values/origins.ts';
import { modelValues } from './model-values.ts';
import { stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import type { Operation } from '../sdk-surface/index.ts';
import type { Answer, CallNode, Resolved } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

const MAX_WRAPPERS = 4;

/** Every id that a request can name; empty where the operation names none. */
export function modelIdsOf(
  ev: Evaluator,
  call: CallNode,
  operation: Operation,
  params: RequestParams,
): Resolved {
  const { model } = operation;
  if (model === undefined) return [];
  const answers = modelValues(ev, call, operation, params);
  // A managed agent's model is an object with an id, or the id itself.
  const bare = model.endsWith('.id') ? params.get(model.slice(0, -'.id'.length)).filter(isText) : [];
  return ids(ev, bare.length > 0 ? bare : answers, 0);
}

/** Written as variables of the environment are. */
function isVariableName(text: string | null | undefined): boolean {
  return typeof text === 'string' && /^[A-Z][A-Z0-9_]*$/.test(text);
}

function isText(answer: Answer): boolean {
  return answer.kind === 'known' && (answer.value.kind === 'literal' || answer.value.kind === 'text');
}

function ids(ev: Evaluator, answers: readonly Answer[], depth: number): Resolved {
  return answers.flatMap((answer): Resolved => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api' || depth > MAX_WRAPPERS) return [answer];
    const { api } = answer.value;
    const [maker] = makersOf(api);
    const first = maker?.node.arguments[sdkValueOf(api, ev.declared)?.row.idAt ?? 0];
    if (!maker || !first || first.type === 'SpreadElement') return [answer];
    const inner = ev.answers(first, [], maker.frame);
    // `env.get('CLAUDE_MODEL')`, `provider('fast')`: a name for a model is not its id.
    const texts = stringsOf(inner);
    if (texts.length > 0 && !texts.some((text) => isClaudeText(text) && !isVariableName(text[0])))
      return [answer];
    if (inner.some((a) => a.kind === 'known' && a.value.kind === 'object')) {
      return ids(ev, ev.answers(first, ['model'], maker.frame), depth + 1);
    }
    return ids(ev, inner, depth + 1);
  });
}
