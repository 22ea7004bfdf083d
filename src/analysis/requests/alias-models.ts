/**
 * Models under names of the application's own: `customProvider({ languageModels: { fast: anthropic("…") } }).languageModel("fast")`,
 * in a registry as `registry.languageModel("house:fast")`, or behind a provider that wraps another.
 */
import { makersOf } from '../values/origins.ts';
import type { Maker } from '../values/origins.ts';
import { stringsOf } from '../values/object-view.ts';
import type { Answer, Api, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** Providers within registries within providers, at most. */
const MAX_PROVIDERS = 4;

/** What a model's provider was made with. */
interface Made {
  readonly options: Node;
  readonly maker: Maker;
}

/** The models that a name stands for in the provider that it is asked of; empty where that has no names of its own. */
export function modelsOfAlias(ev: Evaluator, api: Api): readonly Answer[] {
  const [model] = makersOf(api);
  const [first] = model?.node.arguments ?? [];
  if (!model || !first || first.type === 'SpreadElement' || !madeWith(api)) return [];
  return stringsOf(ev.answers(first, [], model.frame)).flatMap(([id, ...rest]) =>
    typeof id === 'string' && rest.length === 0 ? named(ev, api, id, 0) : [],
  );
}

/** What stands under a name with the provider behind `api`. */
function named(ev: Evaluator, api: Api, id: string, depth: number): readonly Answer[] {
  const made = madeWith(api);
  if (!made || depth > MAX_PROVIDERS) return [];
  const at = (path: readonly string[]): readonly Answer[] =>
    ev.answers(made.options, path, made.maker.frame).filter((a) => a.kind === 'known');
  const own = at(['languageModels', id]);
  if (own.length > 0) return own;
  const separator = separatorOf(ev, made);
  const [name = '', ...rest] = id.split(separator);
  const inner = [...at(['provider']), ...(rest.length > 0 ? at([name]) : [])];
  return inner.flatMap((provider) => {
    if (provider.kind !== 'known' || provider.value.kind !== 'api') return [];
    const asked: Api = { from: provider.value.api, step: { kind: 'member', name: 'languageModel' } };
    const called: Api = { from: asked, step: api.step };
    const isNamed = at(['provider']).includes(provider);
    return named(ev, called, isNamed ? id : rest.join(separator), depth + 1);
  });
}

/** The options of the call before the one that asks for the model. */
function madeWith(api: Api): Made | undefined {
  const [, maker] = makersOf(api);
  const [options] = maker?.node.arguments ?? [];
  return maker && options && options.type !== 'SpreadElement' ? { options, maker } : undefined;
}

/** What stands between the name of a provider and that of its model: `{ separator: ' > ' }`. */
function separatorOf(ev: Evaluator, { maker }: Made): string {
  const [, options] = maker.node.arguments;
  if (!options || options.type === 'SpreadElement') return ':';
  const [text] = stringsOf(ev.answers(options, ['separator'], maker.frame));
  return text?.[0] ?? ':';
}
