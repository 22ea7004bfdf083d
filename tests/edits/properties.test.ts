/**
 * Changes of the text leave the rest of it as it is: line ends, comments, the order of what is set.
 */
import { expect, it } from 'vitest';
import rule from '../../src/rules/require-inference-geo.ts';
import { applied, lintWith } from '../helpers/rule-tester.ts';

const HEAD = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const REST = `model: 'claude-opus-5', max_tokens: 8, messages: []`;

/** The code after the first suggestion for the only report. */
const mended = (code: string): string => {
  const [report] = lintWith(rule, code);
  const [suggestion] = report?.suggestions ?? [];
  return suggestion ? applied(code, suggestion) : '';
};

it.each([
  [
    'CRLF stays CRLF',
    `client.messages.create({\r\n  model: 'claude-opus-5',\r\n  messages: [],\r\n});`,
    `client.messages.create({\r\n  model: 'claude-opus-5',\r\n  messages: [],\r\n  inference_geo: 'us',\r\n});`,
  ],
  [
    'LF stays LF',
    `client.messages.create({\n  ${REST},\n  top_k: 1\n});`,
    `client.messages.create({\n  ${REST},\n  top_k: 1,\n  inference_geo: 'us'\n});`,
  ],
  [
    'a comment in an empty object stays',
    `client.messages.create({ /* note */ });`,
    `client.messages.create({ /* note */ inference_geo: 'us' });`,
  ],
  [
    'a pin goes behind what could overwrite it',
    `const more = {};\nclient.messages.create({ ${REST}, inference_geo: undefined, ...more });`,
    `const more = {};\nclient.messages.create({ ${REST}, inference_geo: 'us', ...more });`,
  ],
])('%s', (_, code, expected) => {
  const head = code.includes('\r\n') ? HEAD.replaceAll('\n', '\r\n') : HEAD;
  expect(mended(head + code)).toBe(head + expected);
});
