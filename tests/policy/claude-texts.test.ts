import { describe, expect, it } from 'vitest';
import { asksPlainly, mayAskByName } from '../../src/policy/claude-texts.ts';

describe('a text that asks Claude', () => {
  it.each([
    `import Anthropic from '@anthropic-ai/sdk';`,
    `fetch('https://api.anthropic.com/v1/messages')`,
    `client.chat.completions.create({ model: 'anthropic/claude-opus-5', messages })`,
    `client.chat.completions.create({ "model": "claude-opus-5", messages })`,
    `client.chat.completions.create({ ['model']: 'eu.anthropic.claude-opus-5', messages })`,
    `body.model = 'anthropic/claude-opus-5'; body.messages = turns;`,
    `const { model = 'claude-opus-5' } = env; client.chat.completions.create({ model, messages })`,
    `post(base + '/v1/messages', { model: 'claude-opus-5' })`,
  ])('%s', (text) => {
    expect(asksPlainly(text)).toBe(true);
  });

  it.each([
    `const MODELS = ['anthropic/claude-opus-5'];`,
    `// Claude answers best to short questions.`,
    `const about = { model: 'claude-opus-5' };`,
  ])('not: %s', (text) => {
    expect(asksPlainly(text)).toBe(false);
  });

  it('may ask by a name alone where packages lead to models', () => {
    expect(mayAskByName(`const MODELS = ['anthropic/claude-opus-5'];`)).toBe(true);
    expect(mayAskByName(`const name = 'claude';`)).toBe(false);
  });
});
