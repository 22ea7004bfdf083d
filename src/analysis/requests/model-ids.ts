/**
 * The model ids behind what a request calls its model: a string, a provider's model value, a wrapped one.
 */
import { idOfExport, isClaudeText, namesOneModel } from '../sdk-surface/model-names.ts';
import { spreadOut } from '../clients/arguments.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { makersOf } from '../values/origins.ts';
import { modelsOfAlias } from './alias-models.ts';
import { modelValues } from './model-values.ts';
import { stringsOf } from '../values/object-view.ts';
import type { Pieces } from '../values/text.ts';
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
  const found = ids(ev, bare.length > 0 ? bare : answers, 0);
  // A value beats an annotation: `(model: LanguageModel)`, and what a caller hands in.
  return found.some(isText) ? found.filter((answer) => !isTyped(answer)) : found;
}

function isTyped(answer: Answer): boolean {
  return answer.kind === 'known' && answer.value.kind === 'api' && answer.value.api.step.kind === 'typed';
}

/** Written as variables of the environment are. */
function isVariableName(text: string | null | undefined): boolean {
  return typeof text === 'string' && /^[A-Z][A-Z0-9_]*$/.test(text);
}

function isText(answer: Answer): boolean {
  return answer.kind === 'known' && (answer.value.kind === 'literal' || answer.value.kind === 'text');
}

/** The ids behind values that stand for models. */
export function ids(ev: Evaluator, answers: readonly Answer[], depth = 0): Resolved {
  return answers.flatMap((answer): Resolved => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api' || depth > MAX_WRAPPERS) return [answer];
    const { api } = answer.value;
    const [maker] = makersOf(api);
    const row = sdkValueOf(api, ev.declared)?.row;
    const exported =
      maker || !row?.model || api.step.kind !== 'member' ? undefined : idOfExport(api.step.name);
    if (exported !== undefined) return [{ ...answer, value: { kind: 'literal', value: exported } }];
    const first = spreadOut(ev, maker?.node.arguments ?? [])[row?.idAt ?? 0];
    if (!maker || !first || first.type === 'SpreadElement') return [answer];
    const inner = ev.answers(first, [], maker.frame);
    const texts = stringsOf(inner);
    const isNamed = row?.model === 'by-id' || row?.model === 'by-provider';
    const aliased = isNamed && texts.length > 0 ? modelsOfAlias(ev, api) : [];
    if (aliased.length > 0) return ids(ev, aliased, depth + 1);
    // Claude Code takes the name of a family, `opus`, as an id.
    if (row?.unpinnedBy === 'agent-sdk' && texts.length > 0) return inner;
    // `env.get('CLAUDE_MODEL')`, `provider('fast')`: a name for a model is not its id.
    const isId = (text: Pieces): boolean =>
      isClaudeText(text) && !isVariableName(text[0]) && (row !== undefined || namesOneModel(text));
    if (texts.length > 0 && !texts.some(isId)) return [answer];
    if (inner.some((a) => a.kind === 'known' && a.value.kind === 'object')) {
      return ids(ev, ev.answers(first, ['model'], maker.frame), depth + 1);
    }
    return ids(ev, inner, depth + 1);
  });
}
