import type { Node } from '../analysis/syntax/types.ts';
import { userIdsOf } from '../analysis/requests/user-ids.ts';
import { createRule } from './define/rule.ts';
import { identifierInUserId } from '../policy/identifiers/index.ts';
import { callName } from './define/wording.ts';

export default createRule({
  name: 'no-identifying-metadata',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow names, addresses and numbers of people as the user id of a Claude request',
      cwe: [359, 201],
    },
    schema: [{ type: 'object', additionalProperties: false, properties: {} }],
    defaultOptions: [{}] as readonly [Readonly<Record<string, never>>],
    messages: {
      identifying:
        '`{{path}}` of `{{call}}` holds {{kind}}, where the API wants an opaque id without names, addresses or numbers of people. Send an id that means nothing elsewhere, or a keyed hash.',
    },
  },
  check(context, _options, analysis) {
    const { sourceCode } = context;
    const said = new Set<Node>();
    for (const { site, path, node } of userIdsOf(analysis.callSites)) {
      if (said.has(node)) continue;
      const kind = analysis
        .sources(node)
        .map(identifierInUserId)
        .find((found) => found !== undefined);
      if (!kind) continue;
      said.add(node);
      const call = callName(sourceCode, site.node);
      context.report({ node, messageId: 'identifying', data: { call, path, kind: kind.title } });
    }
  },
});
