/**
 * Credentials in files that are not code, read by the languages that users bring along.
 */
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml-eslint-parser';
import { credentialsEverywhere } from '../../src/config.ts';
import plugin from '../../src/index.ts';
import { API_KEY, AWS_ID, OAUTH_TOKEN, OPAQUE } from '../helpers/credentials.ts';

const RULE = 'claude-compliance/no-hardcoded-api-key';
const eslint = new ESLint({
  cwd: '/project',
  overrideConfigFile: true,
  overrideConfig: credentialsEverywhere({ json, yaml, markdown }),
});

async function lint(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  for (const message of result?.messages ?? [])
    expect(JSON.stringify(message)).not.toContain(API_KEY.slice(20, 60));
  return (result?.messages ?? []).map(
    ({ line, messageId, message }) => `${String(line)} ${messageId ?? message}`,
  );
}

const B64 = Buffer.from(API_KEY).toString('base64');

describe('credentials-everywhere', () => {
  it.each<[filePath: string, text: string, expected: string[]]>([
    [
      '.mcp.json',
      `{\n  "mcpServers": { "x": { "env": { "ANTHROPIC_API_KEY": "${API_KEY}" } } }\n}`,
      ['2 key'],
    ],
    ['.mcp.json', `{ "headers": { "Authorization": "Bearer ${OAUTH_TOKEN}" } }`, ['1 key']],
    ['.mcp.json', `{ "env": { "ANTHROPIC_API_KEY": "\${ANTHROPIC_API_KEY}" } }`, []],
    ['.mcp.json', `{\n  // eslint-disable-next-line ${RULE}\n  "key": "${API_KEY}"\n}`, []],
    ['vercel.json', `{ "env": { "ANTHROPIC_API_KEY": "@anthropic-api-key" } }`, []],
    ['vercel.json', `{\n  "env": {\n    "ANTHROPIC_API_KEY": "${OPAQUE}"\n  }\n}`, ['3 given']],
    ['package.json', `{ "scripts": { "dev": "ANTHROPIC_API_KEY=${API_KEY} next dev" } }`, ['1 key']],
    ['package.json', `{ "scripts": { "dev": "ANTHROPIC_API_KEY=${OPAQUE} next dev" } }`, ['1 given']],
    ['package.json', `{ "scripts": { "dev": "ANTHROPIC_API_KEY=$KEY next dev" } }`, []],
    ['.github/workflows/ci.yml', `jobs:\n  a:\n    env:\n      ANTHROPIC_API_KEY: ${API_KEY}\n`, ['4 key']],
    ['.github/workflows/ci.yml', `env:\n  ANTHROPIC_API_KEY: "${OPAQUE}"\n`, ['2 given']],
    ['.github/workflows/ci.yml', `env:\n  ANTHROPIC_API_KEY: \${{ secrets.ANTHROPIC_API_KEY }}\n`, []],
    [
      '.github/workflows/ci.yml',
      `env:\n  # eslint-disable-next-line ${RULE}\n  ANTHROPIC_API_KEY: ${API_KEY}\n`,
      [],
    ],
    ['.github/workflows/ci.yml', `# ${API_KEY}\na: 1\n`, ['1 key']],
    [
      '.github/workflows/ci.yml',
      `steps:\n  - run: |\n      export ANTHROPIC_API_KEY=${API_KEY}\n      npm test\n`,
      ['3 key'],
    ],
    [
      '.github/workflows/ci.yml',
      `steps:\n  - uses: a/claude@v1\n    with:\n      anthropic_api_key: ${OPAQUE}\n`,
      ['4 given'],
    ],
    [
      'docker-compose.yml',
      `services:\n  a:\n    environment:\n      - ANTHROPIC_API_KEY=${OPAQUE}\n      - CLAUDE_CODE_USE_BEDROCK=1\n      - AWS_ACCESS_KEY_ID=${AWS_ID}\n`,
      ['4 given', '6 key'],
    ],
    [
      'docker-compose.yml',
      `services:\n  a:\n    environment:\n      ANTHROPIC_API_KEY: \${ANTHROPIC_API_KEY:-}\n`,
      [],
    ],
    ['docker-compose.yml', `a: &k ${API_KEY}\nb: *k\n`, ['1 key']],
    ['k8s/secret.yaml', `kind: Secret\ndata:\n  ANTHROPIC_API_KEY: ${B64}\n`, ['3 key']],
    ['k8s/deployment.yaml', `env:\n  - name: ANTHROPIC_API_KEY\n    value: ${OPAQUE}\n`, ['3 given']],
    [
      'k8s/deployment.yaml',
      `env:\n  - name: ANTHROPIC_API_KEY\n    valueFrom:\n      secretKeyRef: { name: a, key: b }\n`,
      [],
    ],
    ['README.md', `# Setup\n\n\`\`\`sh\nexport ANTHROPIC_API_KEY=${API_KEY}\n\`\`\`\n`, ['4 key']],
    ['README.md', `Call it with \`x-api-key: ${API_KEY}\`.\n`, ['1 key']],
    [
      'README.md',
      `# Setup\n\n\`\`\`sh\nexport ANTHROPIC_API_KEY=sk-ant-...\nexport ANTHROPIC_AUTH_TOKEN=8f3ka0vk2\n\`\`\`\n`,
      [],
    ],
    ['README.md', `<!-- eslint-disable-next-line ${RULE} -->\n${API_KEY}\n`, []],
    ['.env.production', `ANTHROPIC_API_KEY=${API_KEY}`, ['1 key']],
    ['apps/web/.env', `ANTHROPIC_API_KEY=${OPAQUE}`, ['1 given']],
    ['.env.test', `ANTHROPIC_API_KEY=${OPAQUE}`, []],
    ['tests/fixtures/compose.yml', `ANTHROPIC_API_KEY: ${OPAQUE}\n`, []],
    ['tests/fixtures/compose.yml', `ANTHROPIC_API_KEY: ${API_KEY}\n`, ['1 key']],
  ])('%# %s', async (filePath, text, expected) => {
    expect(await lint(filePath, text)).toEqual(expected);
  });

  it('reads .env alone when it is given nothing', async () => {
    expect(credentialsEverywhere()).toEqual([plugin.configs['credentials-everywhere']]);
    const plain = new ESLint({
      cwd: '/project',
      overrideConfigFile: true,
      overrideConfig: defineConfig({
        plugins: { 'claude-compliance': plugin },
        extends: ['claude-compliance/credentials-everywhere'],
      }),
    });
    const [result] = await plain.lintText(`ANTHROPIC_API_KEY=${API_KEY}`, { filePath: '.env' });
    expect(result?.messages.map(({ messageId }) => messageId)).toEqual(['key']);
    expect(await plain.isPathIgnored('package.json')).toBe(true);
  });

  it('leaves lock files and data alone', async () => {
    for (const path of ['package-lock.json', 'data/patients.json', 'src/a.yaml'])
      expect(await eslint.isPathIgnored(path), path).toBe(true);
  });

  it('names every object and holds this very plugin', () => {
    const configs = credentialsEverywhere({ json, yaml, markdown });
    expect(new Set(configs.map(({ name }) => name)).size).toBe(configs.length);
    for (const config of configs) {
      expect(config.name).toMatch(/^claude-compliance\/credentials-everywhere/);
      expect(config.plugins?.['claude-compliance']).toBe(plugin);
      expect(config.files?.length).toBeGreaterThan(0);
    }
  });

  it('keeps the options that a pack has set', async () => {
    const strict = new ESLint({
      cwd: '/project',
      overrideConfigFile: true,
      overrideConfig: [...plugin.configs.hipaa, ...credentialsEverywhere({ yaml })],
    });
    const [result] = await strict.lintText(`# ${API_KEY}\na: 1\n`, { filePath: 'compose.yml' });
    expect(result?.messages.map(({ messageId }) => messageId)).toEqual(['key']);
  });

  it('takes what require() gives', () => {
    const [, strict] = credentialsEverywhere({ json: { default: json } });
    expect(strict?.plugins?.['json']).toBe(json);
  });

  it('refuses what is no module', () => {
    expect(() => credentialsEverywhere({ jsno: json } as never)).toThrow(
      '"jsno". Allowed keys: json, markdown, yaml.',
    );
    expect(() => credentialsEverywhere({ json: '@eslint/json' })).toThrow('is given a string');
  });
});
