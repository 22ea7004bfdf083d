/**
 * Functions of other modules that a method is handed by their names, `parts.map(anonymize)`: they are entered with what the method has.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = { 'no-raw-prompt-logging': { stdout: 'report' }, 'require-redaction': true };

const lint = (clean: string, sent: string, route: string) =>
  lintFiles(
    {
      'package.json': {
        name: 'app',
        type: 'module',
        dependencies: { '@anthropic-ai/sdk': '*', express: '*' },
      },
      'src/privacy.ts': `export function anonymize(text) { ${clean} }\nexport const tidy = (text) => text.trim();\n`,
      'src/ai.ts': `import Anthropic from '@anthropic-ai/sdk';
import { anonymize, tidy } from './privacy.js';
const client = new Anthropic();
export async function ask(parts) {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: ${sent} }] });
  return message.content[0].text;
}
`,
      'src/routes.ts': `import { ask } from './ai.js';
import { anonymize } from './privacy.js';
export const routes = (router) => router.post('/ask', async (req, res) => {
  ${route}
});
`,
    },
    { rules },
  );

const REDACTS = `return text.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]');`;
const MAPPED = `parts.map(anonymize).join('\\n')`;
const ASK = `res.json(await ask([req.body.note]));`;

describe('a function that is handed by its name', () => {
  it('redacts, and what it is handed is sent all the same', () => {
    expect(lint(REDACTS, MAPPED, ASK)).toEqual({});
    expect(lint(REDACTS, MAPPED, `console.log(req.body.note); ${ASK}`)).toEqual({
      'src/routes.ts': ['4 no-raw-prompt-logging content'],
    });
  });

  it('redacts what is logged', () => {
    expect(lint(REDACTS, MAPPED, `console.log([req.body.note].map(anonymize)); ${ASK}`)).toEqual({});
  });

  it.each([
    ['emptied', `return text;`, MAPPED],
    [
      'emptied, in its loop',
      `let out = text; for (const p of [/\\d{9}/]) { if (p.test(out)) out = out; } return out;`,
      MAPPED,
    ],
    ['that redacts nothing', REDACTS, `parts.map(tidy).join('\\n')`],
    ['not called', REDACTS, `parts.join('\\n')`],
    ['called of some', REDACTS, `(parts.length > 1 ? parts.map(anonymize) : parts).join('\\n')`],
  ])('is asked by its body: %s', (_, clean, sent) => {
    expect(lint(clean, sent, ASK)).toEqual({ 'src/routes.ts': ['4 require-redaction body'] });
  });
});
