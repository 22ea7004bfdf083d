import { createRule } from './define/rule.ts';
import { httpsEdit, removeEdit, versionEdit } from '../edits/transport-suggestions.ts';
import { LEAST_TLS, plainHost, transportFault } from '../policy/transport.ts';
import { isTestFile } from '../project/test-files.ts';

export default createRule({
  name: 'no-insecure-transport',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow unencrypted connections to Claude, unchecked certificates and outdated TLS',
      cwe: [319, 295],
    },
    hasSuggestions: true,
    schema: [{ type: 'object', additionalProperties: false, properties: {} }],
    defaultOptions: [{}] as readonly [Readonly<Record<string, never>>],
    messages: {
      plainHttp:
        '`{{name}}` leads to {{host}} over `http:`, so the key and all content can be read on the way. Use `https:`; only this machine itself may be reached without.',
      unchecked:
        '`{{name}}` turns certificate checks off{{scope}}, so anybody in between can read the key and all content. Remove it; a certificate of your own belongs in `ca` or NODE_EXTRA_CA_CERTS.',
      oldTls: `\`{{name}}\` allows TLS before 1.2{{scope}}, which no longer protects the key and the content. Ask for "${LEAST_TLS}".`,
      https: 'Use `https:`.',
      remove: 'Remove `{{name}}`.',
      version: `Ask for "${LEAST_TLS}".`,
    },
  },
  check(context, _options, analysis) {
    const { sourceCode } = context;
    for (const setting of analysis.transport()) {
      const fault = transportFault(setting);
      // The servers of tests are stand-ins.
      if (!fault || (fault === 'plainHttp' && isTestFile(context.filename, context.cwd))) continue;
      const { name, everywhere, setter } = setting;
      const place = fault === 'plainHttp' ? setting.node : (setter ?? setting.node);
      const suggestion =
        fault === 'plainHttp'
          ? 'https'
          : fault === 'unchecked' || name === 'secureProtocol'
            ? 'remove'
            : 'version';
      const edit =
        suggestion === 'https'
          ? httpsEdit(sourceCode, setting)
          : suggestion === 'remove'
            ? removeEdit(sourceCode, setting)
            : versionEdit(sourceCode, setting, LEAST_TLS);
      context.report({
        node: place,
        messageId: fault,
        data: {
          name,
          host: plainHost(setting.text ?? []) ?? '',
          scope: everywhere ? ' for the whole process, requests to Claude included' : '',
        },
        suggest: edit ? [{ messageId: suggestion, data: { name }, fix: edit }] : [],
      });
    }
  },
});
