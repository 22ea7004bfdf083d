/**
 * Betas, endpoints and modules: what a file says of its requests outside their fields.
 */
import { requestedPaths, verbOf } from '../http/http-call.ts';
import { calleeName, literalText, unwrap } from '../syntax/nodes.ts';
import { requestParams, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { functionsOf } from '../values/functions.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { BetaSignal, Context, EndpointSignal, ModuleSignal } from './types.ts';

/** Values of the beta header, wherever they are written. */
export function betas({ ev, platformAt, evident }: Context): BetaSignal[] {
  const found: BetaSignal[] = [];
  const add = (written: Node, isHeader: boolean): void => {
    const value = joined(written);
    for (const answer of [...ev.answers(value, []), ...ev.answers(value, ['*'])]) {
      for (const [text] of stringsOf([answer])) {
        for (const name of (text ?? '').split(',').map((part) => part.trim())) {
          const certain = isHeader || /-\d{4}-\d{2}-\d{2}$/.test(name);
          if (name !== '')
            found.push({ value: name, certain, node: answer.node, platform: platformAt(value) });
        }
      }
    }
  };
  for (const header of ['anthropic-beta', 'Anthropic-Beta', 'anthropicBeta']) {
    for (const property of ev.index.propertiesNamed(header)) add(property.value, true);
    for (const { value } of ev.index.writesToMember(header)) add(value, true);
  }
  for (const name of ['set', 'append']) {
    for (const call of ev.index.callsNamed(name)) {
      const [header, value] = call.arguments;
      if (header && value && literalText(header)?.toLowerCase() === 'anthropic-beta') add(value, true);
    }
  }
  if (!evident) return found;
  for (const property of ev.index.propertiesNamed('betas')) add(property.value, false);
  // betas.push(…), or betas.add(…) of a set.
  for (const call of ['push', 'add'].flatMap((name) => ev.index.callsNamed(name))) {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression' || calleeName(callee.object) !== 'betas') continue;
    for (const value of call.arguments) add(value, false);
  }
  return found;
}

/** The list behind `[…].join(",")`. */
function joined(value: Node): Node {
  const call = unwrap(value);
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  return callee?.type === 'MemberExpression' && calleeName(callee) === 'join' ? callee.object : value;
}

/** Paths of the API that are requested over HTTP or through a client. */
export function endpoints({ ev }: Context): EndpointSignal[] {
  return ev.index.calls.flatMap((call) =>
    requestedPaths(ev, call).map(({ path, platform }) => ({
      path,
      platform,
      verb: verbOf(ev, call),
      node: call.arguments[0] ?? call,
    })),
  );
}

/** What `runner.setMessagesParams(…)` gives, or the function that it is handed. */
export function runnerUpdates(ev: Evaluator): RequestParams[] {
  return ev.index.callsNamed('setMessagesParams').flatMap((call) => {
    const [given] = call.arguments;
    if (!given) return [];
    const made = functionsOf(ev, given).flatMap(({ node, frame }) =>
      ev.index.returnsOf(node).flatMap((each) => (each ? [{ node: each, frame, path: [] }] : [])),
    );
    return [requestParams(ev, made.length > 0 ? made : [{ node: given, frame: undefined, path: [] }], call)];
  });
}

/** Modules that are loaded, types excepted. */
export function modules(ev: Evaluator): ModuleSignal[] {
  const found: ModuleSignal[] = [];
  for (const statement of ev.index.program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue;
    const types = statement.specifiers.every((s) => s.type === 'ImportSpecifier' && s.importKind === 'type');
    if (types && statement.specifiers.length > 0) continue;
    found.push({ source: statement.source.value, node: statement.source, platform: undefined });
  }
  for (const call of ev.index.callsNamed('require')) {
    const [node] = call.arguments;
    const source = node && literalText(node);
    if (node && source !== undefined) found.push({ source, node, platform: undefined });
  }
  return found;
}
