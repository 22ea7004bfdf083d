/**
 * Handlers that one module exports and another one only registers: nobody calls them, so that they are asked where they stand.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = { 'require-audit-log': true, 'require-data-classification': { where: ['wrapper'] } } as const;
const SDK = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const ASK = `client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: req.body.note }] })`;
const HANDLER = `${SDK}export async function chatRoute(req, res) { res.json(await ${ASK}); }\n`;
const METHOD = `${SDK}export class Chat {\n  async answer(req, res) { res.json(await ${ASK}); }\n}\nexport const chat = new Chat();\n`;
const BOTH = ['3 require-audit-log missing', '3 require-data-classification missing'];
const EXPRESS = `import express from 'express';\nconst app = express();\n`;

const lint = (handler: string, index: string): unknown =>
  lintFiles({ 'src/routes.js': handler, 'src/index.js': index }, { rules });

describe('asked where it stands', () => {
  it.each([
    ['a route', `import { chatRoute } from './routes.js';\n${EXPRESS}app.post('/chat', chatRoute);\n`],
    [
      'behind others',
      `import { chatRoute } from './routes.js';\n${EXPRESS}app.route('/chat').post(auth, limit, chatRoute);\n`,
    ],
    [
      'in a wrapper',
      `import { chatRoute } from './routes.js';\n${EXPRESS}app.post('/chat', asyncHandler(chatRoute));\n`,
    ],
    [
      'as a default',
      `import { chatRoute } from './routes.js';\nexport const routes = [{ method: 'POST', handler: chatRoute }];\n`,
    ],
    [
      'of a module whole',
      `import * as routes from './routes.js';\n${EXPRESS}app.post('/chat', routes.chatRoute);\n`,
    ],
  ])('%s', (_, index) => {
    expect(lint(HANDLER, index)).toEqual({ 'src/routes.js': BOTH });
  });

  it.each([
    ['a method', `import { chat } from './routes.js';\n${EXPRESS}app.post('/chat', chat.answer);\n`],
    [
      'a method that is bound',
      `import { chat } from './routes.js';\n${EXPRESS}app.post('/chat', chat.answer.bind(chat));\n`,
    ],
  ])('%s', (_, index) => {
    expect(lint(METHOD, index)).toEqual({ 'src/routes.js': BOTH.map((each) => each.replace('3', '4')) });
  });
});

describe('asked where it stands, once nobody records its calls', () => {
  it('by a handler of its own', () => {
    const index = `import { chatRoute } from './routes.js';\n${EXPRESS}app.post('/chat', async (req, res) => { await chatRoute(req, res); });\n`;
    expect(lint(HANDLER, index)).toEqual({
      'src/routes.js': ['3 require-audit-log missing', '3 require-data-classification missing'],
    });
  });
});
