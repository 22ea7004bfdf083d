import { browserFindings } from '../policy/credentials/browser-findings.ts';
import { createRule } from './define/rule.ts';
import { isClaudeLibrary } from '../declared/package-marker.ts';
import { isTestFile } from '../project/test-files.ts';
import { callName } from './define/wording.ts';

export default createRule({
  name: 'no-browser-client',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls of Claude from the browser, and keys that reach it',
      cwe: [522, 798],
    },
    schema: [{ type: 'object', additionalProperties: false, properties: {} }],
    defaultOptions: [{}] as readonly [object],
    messages: {
      switch:
        '`dangerouslyAllowBrowser` lets this client run in the browser, where every visitor can read its key and no server records the call. Call Claude from a server, and let the page ask that.',
      header:
        'This header asks the API to answer a browser directly, where every visitor can read the key and no server records the call. Call Claude from a server, and let the page ask that.',
      variable:
        '`{{name}}` is public: {{framework}} writes it into what browsers load, and with it the key. Give it a name without that prefix, and read it on the server only.',
      client:
        '`{{call}}` stands in a file marked `"use client"`, so it runs in the browser, where every visitor can read its key. Move it to a server component, a route handler or a server action.',
    },
  },
  check(context, _, analysis) {
    if (isTestFile(context.filename, context.cwd)) return;
    for (const finding of browserFindings(analysis, context.sourceCode.text)) {
      const { node, kind } = finding;
      // Whoever uses a library decides where it runs, and with whose key.
      if ((kind === 'switch' || kind === 'header') && isClaudeLibrary(context.filename)) continue;
      switch (kind) {
        case 'client':
          context.report({
            node,
            messageId: kind,
            data: { call: callName(context.sourceCode, finding.call) },
          });
          break;
        case 'variable': {
          const { name, framework } = finding;
          context.report({ node, messageId: kind, data: { name, framework } });
          break;
        }
        default:
          context.report({ node, messageId: kind });
      }
    }
  },
});
