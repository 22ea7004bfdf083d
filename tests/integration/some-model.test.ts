/**
 * Calls of which nobody can tell whether they ask Claude, in packages that depend on a provider for it.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const RULES = { 'require-approved-model': { unverifiable: 'report' } } as const;
const WITH_CLAUDE = {
  name: 'acme',
  dependencies: { ai: '6', '@ai-sdk/anthropic': '3', '@ai-sdk/openai': '3' },
};
const WITHOUT = { name: 'acme', dependencies: { ai: '6', '@ai-sdk/openai': '3' } };
const TEXT = `import { generateText } from 'ai';\n`;

function said(
  code: string,
  manifest: object = WITH_CLAUDE,
  more: Readonly<Record<string, string>> = {},
): unknown {
  const files = { 'package.json': JSON.stringify(manifest), 'src/a.js': code, ...more };
  return lintFiles(files, { rules: RULES })['src/a.js'] ?? [];
}

describe('another vendor, as a module of the project shows', () => {
  const models = (provider: string): Record<string, string> => ({
    'src/models.js': `import { createOpenAI } from '@ai-sdk/openai';\nimport { createAnthropic } from '@ai-sdk/anthropic';\n${provider}\nconst ID = 'gpt-5';\nexport const decisionModel = openai(ID);\n`,
  });
  const ask = `${TEXT}import { decisionModel } from './models.js';\nexport const ask = (prompt) => generateText({ model: decisionModel, prompt });`;
  it.each([
    ['a provider of its own', 'const openai = createOpenAI({ apiKey: process.env.KEY });', []],
    [
      'a provider at an address of its own',
      'const openai = createOpenAI({ baseURL: process.env.URL });',
      ['3 require-approved-model unverifiable'],
    ],
    [
      'one of several',
      'const openai = process.env.FAST ? createOpenAI() : pick();',
      ['3 require-approved-model unverifiable'],
    ],
  ])('%s', (_, provider, expected) => {
    expect(said(ask, WITH_CLAUDE, models(provider))).toEqual(expected);
  });
});

describe('cannot tell', () => {
  it.each([
    [
      'a model that a registry gives',
      `${TEXT}import { registry } from '@acme/models';\nexport const ask = (prompt) => generateText({ model: registry.languageModel('fast'), prompt });`,
      3,
    ],
    [
      'a model of a variable',
      `${TEXT}export const ask = (prompt) => generateText({ model: process.env.MODEL, prompt });`,
      2,
    ],
    [
      'a stream',
      `import { streamText } from 'ai';\nexport const ask = (prompt) => streamText({ model: pick(), prompt });`,
      2,
    ],
    [
      'an agent',
      `import { ToolLoopAgent } from 'ai';\nexport const agent = new ToolLoopAgent({ model: pick() });`,
      2,
    ],
    [
      'an agent of before',
      `import { Experimental_Agent } from 'ai';\nexport const agent = new Experimental_Agent({ model: pick() });`,
      2,
    ],
    [
      'an agent of Mastra',
      `import { Agent } from '@mastra/core/agent';\nexport const agent = new Agent({ name: 'a', instructions: 'b', model: pick() });`,
      2,
    ],
    [
      'a parameter that nobody of the project hands in',
      `${TEXT}export const ask = (model, prompt) => generateText({ model, prompt });`,
      2,
    ],
  ])('%s', (_, code, line) => {
    expect(said(code)).toEqual([`${String(line)} require-approved-model unverifiable`]);
  });
});

describe('nothing to say', () => {
  it.each([
    [
      'another vendor',
      `${TEXT}import { openai } from '@ai-sdk/openai';\ngenerateText({ model: openai('gpt-5'), prompt });`,
    ],
    ['another vendor by name', `${TEXT}generateText({ model: 'openai/gpt-5', prompt });`],
    [
      'a class of another library',
      `import { Agent } from 'undici';\nexport const agent = new Agent({ model: pick() });`,
    ],
  ])('%s', (_, code) => {
    expect(said(code)).toEqual([]);
  });

  it('of a package without a provider for Claude', () => {
    expect(said(`${TEXT}generateText({ model: pick(), prompt });`, WITHOUT)).toEqual([]);
  });

  it('where a module of the project hands the model in', () => {
    const helper = `${TEXT}export const ask = (model, prompt) => generateText({ model, prompt });`;
    const caller = `import { openai } from '@ai-sdk/openai';\nimport { ask } from './a.js';\nask(openai('gpt-5'), 'x');`;
    expect(said(helper, WITH_CLAUDE, { 'src/b.js': caller })).toEqual([]);
  });
});
