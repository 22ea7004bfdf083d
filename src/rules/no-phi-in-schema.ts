import type { Node } from '../analysis/syntax/types.ts';
import { createRule } from './define/rule.ts';
import { SCHEMA_CACHE, schemaVerdict } from '../policy/schema-values.ts';
import type { SchemaPolicy } from '../policy/schema-values.ts';
import { callName } from './define/wording.ts';

export default createRule({
  name: 'no-phi-in-schema',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow run-time and identifying values in the schemas of Claude requests',
      cwe: [524, 359, 212],
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          dynamic: {
            type: 'string',
            description: 'Whether to report schemas that are built from run-time values.',
            enum: ['report', 'ignore'],
          },
        },
      },
    ],
    defaultOptions: [{ dynamic: 'report' }] as readonly [SchemaPolicy],
    messages: {
      identifying: `A schema of \`{{call}}\` holds {{kind}} ({{keyword}}), and ${SCHEMA_CACHE.kept}. Take the value out, and send it in a message where the request needs it.`,
      dynamic: `A schema of \`{{call}}\` is built from run-time values ({{keyword}}), and ${SCHEMA_CACHE.kept}. Use fixed values, and send data in a message.`,
    },
  },
  check(context, [policy], analysis) {
    const said = new Set<Node>();
    for (const value of analysis.schemaValues()) {
      const verdict = schemaVerdict(value, policy);
      if (!verdict || said.has(value.node)) continue;
      said.add(value.node);
      const call = callName(context.sourceCode, value.site.node);
      const kind = verdict.id === 'identifying' ? verdict.kind : '';
      context.report({
        node: value.node,
        messageId: verdict.id,
        data: { call, kind, keyword: value.keyword },
      });
    }
  },
});
