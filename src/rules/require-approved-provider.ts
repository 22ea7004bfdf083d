import { destinationsOf } from '../analysis/connections/destinations.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { createRule } from './define/rule.ts';
import { ADDRESS_ENTRY } from '../policy/base-urls.ts';
import { destinationVerdicts, PROVIDER_IDS, rerouteVerdicts } from '../policy/providers.ts';
import type { ProviderPolicy, ProviderVerdict } from '../policy/providers.ts';
import { isTestFile } from '../project/test-files.ts';
import { callName, listed, quote, reasonText } from './define/wording.ts';

export default createRule({
  name: 'require-approved-provider',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require requests to Claude to go to the providers that are under contract',
      cwe: [213],
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          providers: {
            type: 'array',
            description: 'The approved providers.',
            items: { type: 'string', enum: [...PROVIDER_IDS] },
            uniqueItems: true,
          },
          baseURLs: {
            type: 'array',
            description:
              'Approved addresses beside those of the providers: hosts (`llm.example.org`, `*.example.org`) or beginnings of URLs.',
            items: { type: 'string', pattern: ADDRESS_ENTRY },
            uniqueItems: true,
          },
          unverifiable: {
            type: 'string',
            description: 'Whether to report requests whose destination the file does not show.',
            enum: ['report', 'ignore'],
          },
        },
      },
    ],
    defaultOptions: [{ providers: ['anthropic'], baseURLs: [], unverifiable: 'ignore' }] as readonly [
      ProviderPolicy,
    ],
    messages: {
      provider:
        '`{{call}}` sends prompts to {{to}}, which is not an approved provider, so no agreement covers them there. Use {{approved}}, or have the provider approved.',
      address:
        '`{{call}}` sends prompts to `{{to}}`, which is not an approved address, so no agreement covers them there. Use {{approved}}, or have the address approved.',
      unverifiable:
        'Cannot tell where `{{call}}` sends prompts: {{reason}}. Write an approved address, or leave it out, in this file.',
    },
  },
  mentions: /LANGSMITH_GATEWAY|AWS_ENDPOINT_URL_BEDROCK_RUNTIME/,
  check(context, [policy], analysis) {
    const { sourceCode } = context;
    const isTest = isTestFile(context.filename, context.cwd);
    const said = new Set<Node>();
    const report = (call: string, { id, node, to, answer }: ProviderVerdict): void => {
      // The servers of tests are stand-ins.
      if (isTest && id === 'address') return;
      if (said.has(node) || (id === 'unverifiable' && policy.unverifiable === 'ignore')) return;
      said.add(node);
      const approved = listed([...policy.providers, ...policy.baseURLs]) || 'an approved one';
      const reason = answer ? reasonText(answer) : 'the client is made in another file';
      context.report({ node, messageId: id, data: { call, to: quote(to), approved, reason } });
    };
    for (const destination of destinationsOf(analysis)) {
      const call = callName(sourceCode, destination.call);
      for (const verdict of destinationVerdicts(destination, policy)) report(call, verdict);
    }
    for (const reroute of isTest ? [] : analysis.reroutes()) {
      for (const verdict of rerouteVerdicts(reroute, policy)) report(reroute.name, verdict);
    }
  },
});
