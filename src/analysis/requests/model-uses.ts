/**
 * Every model that a file's requests can reach: the one a request names, and those that stand in for it.
 */
import type { CallSite } from './call-site.ts';
import { isClaudeText } from '../sdk-surface/model-names.ts';
import { rootOfApi } from '../values/origins.ts';
import { parsePath, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { furtherModelCallPathsOf, furtherModelPathsOf } from '../sdk-surface/index.ts';
import type { Sdk } from '../sdk-surface/index.ts';
import type { Answer, CallNode } from '../syntax/types.ts';
import { isNullish, literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';

/** A place that names a model, or leaves it open. */
export interface ModelUse {
  /** `fallback`: asked when the first one is not, or for a part of the work. */
  readonly role: 'fallback' | 'model';
  /** The call that names it. */
  readonly call: CallNode;
  readonly site: CallSite | undefined;
  readonly answer: Answer;
}

/** SDKs that choose a model themselves where the code names none. */
const CHOOSE_A_MODEL: ReadonlySet<Sdk> = new Set<Sdk>([
  'agent-sdk',
  'claude-code',
  'langchain',
  'llamaindex',
]);

/** Methods of a client's middleware that name models, and come from Anthropic's own packages. */
const FALLBACK_MIDDLEWARE = 'betaRefusalFallbackMiddleware';

/** Collects the models of a file, those of other vendors in the same place left out. */
export function modelUses(ev: Evaluator, sites: readonly CallSite[]): ModelUse[] {
  return [...sites.flatMap(ofSite), ...ofMiddleware(ev)];
}

function ofSite(site: CallSite): ModelUse[] {
  const { operation, node } = site;
  const further = [
    ...furtherModelPathsOf(operation).flatMap((path) => readIfNamed(site.params, path)),
    ...furtherModelCallPathsOf(operation).flatMap((path) =>
      site.perCall.flatMap((p) => readIfNamed(p, path)),
    ),
  ];
  return [
    ...site
      .models()
      .filter((a) => (a.kind === 'absent' ? CHOOSE_A_MODEL.has(operation.sdk) : isAskedOf(site, a)))
      .map((answer) => ({ role: 'model' as const, call: node, site, answer })),
    ...further
      .filter((a) => isWritten(a) && isAskedOf(site, a))
      .map((answer) => ({ role: 'fallback' as const, call: node, site, answer })),
  ];
}

/** Empty where the file lacks a word of the path: most files have no fallbacks. */
function readIfNamed(params: RequestParams, path: string): readonly Answer[] {
  return parsePath(path).every((key) => key === '*' || params.mentions(key)) ? params.get(path) : [];
}

/** What stands at the place itself. A request that is not known as a whole says nothing of its fallbacks. */
function isWritten(answer: Answer): boolean {
  if (answer.kind === 'absent' || isNullish(answer) === true) return false;
  if (answer.kind === 'unknown') return answer.property !== undefined;
  return answer.value.kind !== 'array' && answer.value.kind !== 'object';
}

/** False for the models of other vendors that a general SDK is given beside Claude. */
function isAskedOf(site: CallSite, answer: Answer): boolean {
  // Code for many vendors chooses among the models of all.
  const mixed = stringsOf(site.models()).some(isClaudeText);
  if (site.operation.evidence?.kind !== 'model' && !mixed) return true;
  if (
    site.operation.sdk === 'agent-sdk' ||
    site.operation.sdk === 'claude-code' ||
    literalOf(answer) === 'default'
  )
    return true;
  const [text] = stringsOf([answer]);
  return text === undefined || text.includes(null) || isClaudeText(text);
}

function ofMiddleware(ev: Evaluator): ModelUse[] {
  return ev.index.callsNamed(FALLBACK_MIDDLEWARE).flatMap((call): ModelUse[] => {
    const ours = ev.answers(call.callee, []).some((a) => {
      const root = a.kind === 'known' && a.value.kind === 'api' ? rootOfApi(a.value.api) : undefined;
      return root?.kind === 'module' && root.source.startsWith('@anthropic-ai/');
    });
    const [list] = call.arguments;
    if (!ours || !list || list.type === 'SpreadElement') return [];
    return ev
      .answers(list, ['*', 'model'])
      .filter((a) => a.kind !== 'absent')
      .map((answer) => ({ role: 'fallback' as const, call, site: undefined, answer }));
  });
}
