import { browserFindings } from '../policy/credentials/browser-findings.ts';
import { exempt, finding, orElse, pass } from './define/assessment.ts';
import type { Assessment } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName } from './define/wording.ts';

type Ids = 'client' | 'header' | 'switch' | 'variable';

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
      client: '`{{call}}` stands in a file marked `"use client"`. Move it to the server.',
    },
  },
  assess: (file) =>
    file.isTest ? [exempt(file.whole, 'test file')] : orElse(assessExposure(file), () => pass(file.whole)),
});

function* assessExposure(file: CodeFile): Generator<Assessment<Ids>> {
  const { analysis, text, whole } = file;
  for (const found of browserFindings(analysis, text)) {
    const { node: at, kind } = found;
    switch (kind) {
      case 'client':
        yield finding(whole, kind, { at, data: { call: callName(found.call) } });
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
