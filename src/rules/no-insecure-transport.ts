import type { TransportSetting } from '../analysis/connections/transport.ts';
import type { Edit } from '../edits/geo-suggestions.ts';
import { httpsEdit, removeEdit, versionEdit } from '../edits/transport-suggestions.ts';
import { LEAST_TLS, plainHost, transportVerdict } from '../policy/transport.ts';
import type { TransportFault } from '../policy/transport.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import type { Subject } from './define/assessment.ts';
import type { SourceCode } from './define/file.ts';
import { optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { quote } from './define/wording.ts';

export default createRule({
  name: 'no-insecure-transport',
  subjects: ['file', 'setting'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow unencrypted connections to Claude, unchecked certificates and outdated TLS',
      cwe: [319, 295],
    },
    hasSuggestions: true,
    schema: optionsOf({}),
    defaultOptions: [{}],
    messages: {
      plainHttp: '`{{name}}` leads to {{host}} over `http:`. Use `https:`.',
      unchecked: '`{{name}}` turns certificate checks off{{scope}}. Remove it.',
      oldTls: `\`{{name}}\` allows TLS before 1.2{{scope}}. Ask for "${LEAST_TLS}".`,
      https: 'Use `https:`.',
      remove: 'Remove `{{name}}`.',
      version: `Ask for "${LEAST_TLS}".`,
    },
  },
  *assess({ analysis, isTest, sourceCode, whole }) {
    const settings = analysis.transport();
    for (const setting of settings) {
      const { name, everywhere, node, setter, text = [] } = setting;
      const subject: Subject = { kind: 'setting', at: node };
      const verdict = transportVerdict(setting);
      if (verdict === 'safe') yield pass(subject);
      else if (verdict === 'unknown') yield unknown(subject, 'not shown');
      // The servers of tests are stand-ins.
      else if (verdict === 'plainHttp' && isTest) yield exempt(subject, 'test file');
      else {
        const scope = everywhere ? ' for the whole process' : '';
        const { id, edit } = change(sourceCode, verdict, setting);
        yield finding(subject, verdict, {
          at: verdict === 'plainHttp' ? node : (setter ?? node),
          data: { name, host: quote(plainHost(text) ?? ''), scope },
          suggest: suggested(id, { name }, edit),
        });
      }
    }
    // Clients that are told nothing connect as they should.
    if (settings.length === 0) yield pass(whole);
  },
});

/** The change that mends a setting, and the message that offers it. */
function change(
  sourceCode: SourceCode,
  fault: TransportFault,
  setting: TransportSetting,
): { readonly id: 'https' | 'remove' | 'version'; readonly edit: Edit | undefined } {
  if (fault === 'plainHttp') return { id: 'https', edit: httpsEdit(sourceCode, setting) };
  return fault === 'unchecked' || setting.name === 'secureProtocol'
    ? { id: 'remove', edit: removeEdit(sourceCode, setting) }
    : { id: 'version', edit: versionEdit(sourceCode, setting, LEAST_TLS) };
}
