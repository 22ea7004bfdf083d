/**
 * Calls of gateways that are declared as data.
 */
import { importedNames } from '../values/imports.ts';
import { rootOfApi } from '../values/origins.ts';
import type { Evaluator } from '../values/answers.ts';
import type { Gateway } from '../syntax/declared-gateways.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Api } from '../syntax/types.ts';

/** What is declared of a function that other code gives; undefined where nothing is. */
export function gatewayOf(ev: Evaluator, api: Api): Gateway | undefined {
  const root = rootOfApi(api);
  if (root.kind !== 'module') return undefined;
  const exports = ev.gatewaysOf(root.source);
  const name = exports && nameOf(api);
  return name !== undefined && Object.hasOwn(exports ?? {}, name) ? exports?.[name] : undefined;
}

/** `complete`, `Assistant.ask` whether or not an instance is made; undefined for what a call gives. */
function nameOf(api: Api): string | undefined {
  const names: string[] = [];
  for (let at: Api | undefined = api; at; at = at.from) {
    const { step } = at;
    if (step.kind === 'member') names.unshift(step.name);
    else if (step.kind === 'call') return undefined;
  }
  return names.join('.');
}

/** The names by which a file can call gateways of packages that it imports, itself or by modules that hand them on. */
export function gatewayNames(ev: Evaluator, file: SyntaxIndex): ReadonlySet<string> {
  const sources = new Set([...importedNames(file), ...ev.gatewaysReached()]);
  const keys = [...sources].flatMap((source) => Object.keys(ev.gatewaysOf(source) ?? {}));
  return new Set(keys.flatMap((key) => key.split('.').at(-1) ?? []));
}
