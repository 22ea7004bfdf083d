import { browserFindings } from '../policy/credentials/browser-findings.ts';
import { browserFile } from '../project/browser-files.ts';
import { exempt, finding, orElse, pass } from './define/assessment.ts';
import type { Assessment } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, nameOf } from './define/wording.ts';

type Ids = 'browser' | 'client' | 'config' | 'header' | 'switch' | 'variable';

export default createRule<Ids, object>({
  name: 'no-browser-client',
  subjects: ['file'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls of Claude from the browser, and keys that reach it',
      cwe: [522, 798],
    },
    schema: optionsOf({}),
    defaultOptions: [{}],
    messages: {
      switch: '`dangerouslyAllowBrowser` shows visitors the key. Call Claude from a server.',
      header: 'This header lets browsers call Claude with the key. Call Claude from a server.',
      variable: '`{{name}}` reaches browsers. Read the key on the server, under a name without that prefix.',
      config: '`public.{{name}}` reaches browsers. Read the key on the server, from beside `public`.',
      client: '`{{call}}` stands in a file marked `"use client"`. Move it to the server.',
      browser: '`{{call}}` stands in {{where}}, which browsers run. Move it to the server.',
    },
  },
  assess: (file) =>
    file.isTest ? [exempt(file.whole, 'test file')] : orElse(assessExposure(file), () => pass(file.whole)),
});

function* assessExposure(file: CodeFile): Generator<Assessment<Ids>> {
  const { analysis, text, whole } = file;
  for (const found of browserFindings(analysis, text, browserFile(file.filename))) {
    const { node: at, kind } = found;
    switch (kind) {
      case 'client': {
        const { where = '' } = found;
        const data = { call: callName(found.call), where };
        yield finding(whole, where === '' ? 'client' : 'browser', { at, data });
        break;
      }
      case 'config':
        yield finding(whole, kind, { at, data: { name: nameOf(found.name) } });
        break;
      case 'variable':
        yield finding(whole, kind, { at, data: { name: found.name, framework: found.framework } });
        break;
      default:
        // Whoever uses a library decides where it runs, and with whose key.
        yield file.isLibrary ? exempt(whole, 'library', { at }) : finding(whole, kind, { at });
    }
  }
}
