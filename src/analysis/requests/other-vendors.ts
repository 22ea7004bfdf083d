/**
 * Calls of libraries that serve models of any vendor, and are given one that is surely not Claude's.
 */
import { makersOf, moduleBehind } from '../values/origins.ts';
import { givesOtherModels } from '../sdk-surface/index.ts';
import { calleeName } from '../syntax/nodes.ts';
import type { Answer, CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/**
 * True where the model that a call is given comes from another vendor's package, whichever way is taken, and that is not told an address
 * of its own.
 */
export function asksOtherVendor(ev: Evaluator, { arguments: [options] }: CallNode): boolean {
  if (!options || options.type === 'SpreadElement') return false;
  const models = ev.answers(options, ['model']);
  return models.length > 0 && models.every((model) => isOfOther(ev, model));
}

function isOfOther(ev: Evaluator, model: Answer): boolean {
  if (model.kind !== 'known' || model.value.kind !== 'api') return false;
  const source = moduleBehind(model);
  if (source === undefined || !givesOtherModels(source)) return false;
  const providers = makersOf(model.value.api).filter(({ node }) =>
    /^create[A-Z]/.test(calleeName(node.callee) ?? ''),
  );
  return providers.every(
    ({
      node: {
        arguments: [settings],
      },
      frame,
    }) => {
      if (!settings || settings.type === 'SpreadElement') return !settings;
      return ev.answers(settings, ['baseURL'], frame).every(({ kind }) => kind === 'absent');
    },
  );
}
