/**
 * Calls of what a module exports, with what they are handed.
 */
import type { CallSite } from '../requests/call-site.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { namesOf, rootOfApi } from '../values/origins.ts';
import { contains, rootOf, unwrap } from '../syntax/nodes.ts';
import { specifierOf } from '../syntax/variables.ts';
import { optionsAt } from '../clients/sdk-calls.ts';
import { writtenNames } from '../syntax/written-names.ts';
import { isOwnModule } from '../../project/own-modules.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { isClaudeApi } from '../clients/client.ts';
import type { CallQuery, ModuleCall } from './types.ts';

/** The calls that fit the query, in source order. */
export function moduleCalls(
  ev: Evaluator,
  sites: readonly CallSite[],
  { module, names, key }: CallQuery,
): ModuleCall[] {
  const candidates = new Set<CallNode>();
  for (const name of names ?? []) {
    for (const written of [name, ...ev.index.aliasesOf(name)]) {
      for (const call of ev.index.callsNamed(written)) candidates.add(call);
    }
  }
  for (const property of key === undefined ? [] : ev.index.propertiesNamed(key)) {
    const holder = property.parent.parent;
    if (holder.type === 'CallExpression' || holder.type === 'NewExpression') candidates.add(holder);
  }
  // Options under a name: `const options = { verbose: true }; new Executor(options)`.
  if (key !== undefined && ev.index.hasKey(key)) {
    for (const call of ev.index.calls) {
      const source = specifierOf(ev.index, rootOf(call.callee));
      if (source !== undefined && module.test(source)) candidates.add(call);
    }
  }
  return [...candidates].flatMap((node) => {
    for (const answer of ev.answers(node.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const root = rootOfApi(answer.value.api);
      const name = namesOf(answer.value.api).at(-1) ?? 'default';
      if (root.kind !== 'module' || !module.test(root.source)) continue;
      if (names && !names.includes(name)) continue;
      return [moduleCall(ev, sites, node, root.source, name)];
    }
    return [];
  });
}

function moduleCall(
  ev: Evaluator,
  sites: readonly CallSite[],
  node: CallNode,
  source: string,
  name: string,
): ModuleCall {
  return {
    node,
    source,
    name,
    argument(position) {
      return optionsAt(ev, node, position);
    },
    get holdsClaude() {
      const [first] = node.arguments;
      return first !== undefined && holdsClaude(ev, sites, first);
    },
  };
}

function holdsClaude(ev: Evaluator, sites: readonly CallSite[], node: Node): boolean {
  const encloses = (outer: Node): boolean => sites.some((site) => contains(outer, site.node));
  if (encloses(node)) return true;
  return ev.answers(node, []).some((answer) => {
    // A client from another file is told by its name.
    if (answer.kind === 'unknown')
      return writtenNames(unwrap(node)).some((name) => /anthropic|claude/i.test(name));
    if (answer.kind !== 'known') return false;
    if (answer.value.kind === 'function') return encloses(answer.value.node);
    if (answer.value.kind !== 'api') return false;
    const { api } = answer.value;
    if (isClaudeApi(api, ev.declared) || sdkValueOf(api, ev.declared)?.row.model === 'claude') return true;
    const root = rootOfApi(api);
    if (root.kind !== 'module') return false;
    if (api.step.kind === 'module') return root.source.startsWith('@anthropic-ai/');
    return (
      isOwnModule(root.source) && writtenNames(unwrap(node)).some((name) => /anthropic|claude/i.test(name))
    );
  });
}
