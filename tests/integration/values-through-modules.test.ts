/**
 * Values through the modules of a project: clients, settings, gateways in files of their own.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const client = `import Anthropic from '@anthropic-ai/sdk';
export const claude = new Anthropic();
`;
const rules = {
  'require-inference-geo': true,
  'require-approved-model': { models: ['claude-sonnet-4-6'], unverifiable: 'report' },
  'require-approved-provider': { unverifiable: 'report' },
};
const settings = (geo: string, model: string) => `export const GEO = '${geo}';
export const settings = Object.freeze({ model: '${model}', limits: { tokens: 512 } });
`;
const ask = `import { claude } from './client.js';
import { GEO, settings } from './settings.js';
export const ask = (messages) =>
  claude.messages.create({ model: settings.model, max_tokens: settings.limits.tokens, messages, inference_geo: GEO });
`;
const send = `import { claude } from './client.js';
export async function send(params) {
  return claude.messages.create({ max_tokens: 5, ...params });
}
`;
const gateway = `import Anthropic from '@anthropic-ai/sdk';
export class Gateway {
  constructor(private client: Anthropic, private options: { geo: string }) {}
  async complete(prompt: string, model: string) {
    return this.client.messages.create({ model, max_tokens: 5, inference_geo: this.options.geo, messages: [{ role: 'user', content: prompt }] });
  }
}
`;
const use = (geo: string, model: string) => `import Anthropic from '@anthropic-ai/sdk';
import { Gateway } from './gateway';
const gateway = new Gateway(new Anthropic(), { geo: '${geo}' });
export const f = (text: string) => gateway.complete(text, '${model}');
`;

describe('values through modules', () => {
  it('knows what constants, frozen settings and clients of other modules are', () => {
    const files = { 'src/client.ts': client, 'src/ask.ts': ask };
    const good = settings('us', 'claude-sonnet-4-6');
    expect(lintFiles({ ...files, 'src/settings.ts': good }, { rules })).toEqual({});
    const bad = settings('global', 'claude-opus-5');
    expect(lintFiles({ ...files, 'src/settings.ts': bad }, { rules })).toEqual({
      'src/ask.ts': ['4 require-approved-model notApproved', '4 require-inference-geo notAllowed'],
    });
  });

  it.each([
    [
      'JSON',
      { 'src/settings.json': { GEO: 'us', settings: { model: 'claude-opus-5', limits: {} } } },
      './settings.json',
    ],
    [
      'a barrel',
      {
        'src/settings.ts': settings('us', 'claude-opus-5'),
        'src/config/index.ts': `export * from '../settings.js';`,
      },
      './config',
    ],
    [
      'a renamed export',
      {
        'src/settings.ts': settings('us', 'claude-opus-5').replace('GEO', 'PLACE'),
        'src/config.ts': `export { PLACE as GEO, settings } from './settings.js';`,
      },
      './config.js',
    ],
    [
      'CommonJS',
      {
        'src/settings.cjs': `module.exports = { GEO: 'us', settings: { model: 'claude-opus-5', limits: {} } };`,
      },
      './settings.cjs',
    ],
    [
      'an alias',
      {
        'src/settings.ts': settings('us', 'claude-opus-5'),
        'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
      },
      '@/settings',
    ],
  ])('follows %s', (_, more, source) => {
    const asking = ask.replace('./settings.js', source);
    const found = lintFiles({ 'src/client.ts': client, 'src/ask.ts': asking, ...more }, { rules });
    expect(found['src/ask.ts']).toEqual(['4 require-approved-model notApproved']);
  });

  it('leaves to packages, and to what is not there, what they do not show', () => {
    const found = lintFiles({ 'src/client.ts': client, 'src/ask.ts': ask }, { rules });
    expect(found['src/ask.ts']).toEqual([
      '4 require-approved-model unverifiable',
      '4 require-inference-geo unverifiable',
    ]);
  });

  it('follows nothing where settings say so', () => {
    const files = {
      'src/client.ts': client,
      'src/ask.ts': ask,
      'src/settings.ts': settings('us', 'claude-sonnet-4-6'),
    };
    const found = lintFiles(files, { rules, settings: { imports: 'ignore' } });
    expect(found['src/ask.ts']).toContain('4 require-inference-geo unverifiable');
  });

  it('asks each caller of a function for what it hands on', () => {
    const call = (more: string) => `import { send } from './send.js';
export const f = (text) => send({ ${more}messages: [{ role: 'user', content: text }] });
`;
    const found = lintFiles(
      {
        'src/client.ts': client,
        'src/send.ts': send,
        'src/good.ts': call(`model: 'claude-sonnet-4-6', inference_geo: 'us', `),
        'src/bad.ts': call(`model: 'claude-opus-5', `),
      },
      { rules },
    );
    expect(found).toEqual({
      'src/bad.ts': ['2 require-approved-model notApproved', '2 require-inference-geo missing'],
    });
  });

  it('keeps what it cannot tell where nobody calls', () => {
    const found = lintFiles({ 'src/client.ts': client, 'src/send.ts': send }, { rules });
    expect(found['src/send.ts']).toContain('3 require-inference-geo unverifiable');
  });

  it('asks the maker and the callers of a class', () => {
    const files = { 'src/gateway.ts': gateway, 'src/good.ts': use('us', 'claude-sonnet-4-6') };
    expect(lintFiles(files, { rules })).toEqual({});
    expect(lintFiles({ ...files, 'src/bad.ts': use('global', 'claude-opus-5') }, { rules })).toEqual({
      'src/bad.ts': ['4 require-approved-model notApproved', '4 require-inference-geo notAllowed'],
    });
  });

  it('ends where modules import one another', () => {
    const found = lintFiles(
      {
        'src/client.ts': client,
        'src/ask.ts': ask,
        'src/settings.ts': `export { GEO, settings } from './other.js';`,
        'src/other.ts': `export { GEO, settings } from './settings.js';`,
      },
      { rules },
    );
    expect(found['src/ask.ts']).toContain('4 require-inference-geo unverifiable');
  });
});

describe('clients of other modules', () => {
  const places = { 'require-approved-region': true, 'require-approved-provider': { providers: ['bedrock'] } };

  it('are judged where they are made, once', () => {
    const found = lintFiles(
      {
        'client.js': `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
export const claude = new AnthropicBedrock({ awsRegion: 'eu-central-1' });`,
        'ask.js': `import { claude } from './client.js';
export const ask = (messages) => claude.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 5, messages });`,
      },
      { rules: { ...places, 'require-approved-provider': { providers: ['vertex'] } } },
    );
    expect(found).toEqual({
      'client.js': ['2 require-approved-provider provider', '2 require-approved-region outside'],
    });
  });

  it('that serve other vendors as well are judged where they send', () => {
    const region = (id: string): object => ({
      'config.js': `export const config = Object.freeze({ region: '${id}' });`,
      'client.js': `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { config } from './config.js';
export const bedrock = new BedrockRuntimeClient({ region: config.region });`,
      'ask.js': `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { bedrock } from './client.js';
export async function ask(messages) {
  const command = new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0', messages });
  return bedrock.send(command);
}`,
    });
    const reportsOf = (id: string): object => lintFiles({ ...region(id) }, { rules: places });
    expect(reportsOf('us-east-1')).toEqual({});
    expect(reportsOf('ca-central-1')).toEqual({ 'ask.js': ['4 require-approved-region outside'] });
  });
});
