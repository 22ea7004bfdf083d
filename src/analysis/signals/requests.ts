/**
 * Betas, endpoints and modules: what a file says of its requests outside their fields.
 */
import { requestedPaths } from '../http-calls.ts';
import { literalText } from '../nodes.ts';
import { stringsOf } from '../request-params.ts';
import type { Node } from '../types.ts';
import type { Resolver } from '../values/answers.ts';
import type { BetaSignal, Context, EndpointSignal, ModuleSignal } from './types.ts';

/** Values of the beta header, wherever they are written. */
export function betas({ r, platformAt, evident }: Context): BetaSignal[] {
  const found: BetaSignal[] = [];
  const add = (value: Node): void => {
    for (const answer of [...r.answers(value, []), ...r.answers(value, ['*'])]) {
      for (const [text] of stringsOf([answer])) {
        for (const name of (text ?? '').split(',')) {
          if (name.trim() !== '')
            found.push({ value: name.trim(), node: answer.node, platform: platformAt(value) });
        }
      }
    }
  };
  for (const property of r.index.propertiesNamed('anthropic-beta')) add(property.value);
  for (const property of r.index.propertiesNamed('anthropicBeta')) add(property.value);
  if (evident) for (const property of r.index.propertiesNamed('betas')) add(property.value);
  for (const name of ['set', 'append']) {
    for (const call of r.index.callsNamed(name)) {
      const [header, value] = call.arguments;
      if (header && value && literalText(header)?.toLowerCase() === 'anthropic-beta') add(value);
    }
  }
  return found;
}

/** Paths of the API that are requested over HTTP or through a client. */
export function endpoints({ r, declared }: Context): EndpointSignal[] {
  return r.index.calls.flatMap((call) =>
    requestedPaths(r, call, declared).map(({ path, platform }) => ({
      path,
      platform,
      node: call.arguments[0] ?? call,
    })),
  );
}

/** Modules that are loaded, types excepted. */
export function modules(r: Resolver): ModuleSignal[] {
  const found: ModuleSignal[] = [];
  for (const statement of r.index.program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue;
    const types = statement.specifiers.every((s) => s.type === 'ImportSpecifier' && s.importKind === 'type');
    if (types && statement.specifiers.length > 0) continue;
    found.push({ source: statement.source.value, node: statement.source, platform: undefined });
  }
  for (const call of r.index.callsNamed('require')) {
    const source = call.arguments[0] && literalText(call.arguments[0]);
    if (source !== undefined) found.push({ source, node: call.arguments[0] as Node, platform: undefined });
  }
  return found;
}
