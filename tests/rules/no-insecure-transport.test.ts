import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-insecure-transport.ts';
import { isLoopback } from '../../src/analysis/clients/hosts.ts';
import { dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Valid = ValidCase<object>;
type Invalid = InvalidCase<object, Id>;

const IMPORT = `import Anthropic from '@anthropic-ai/sdk';\n`;
const WIDE = ' for the whole process';

/** The code with one text in it replaced. */
const swap = (code: string, from: string, to: string): string => {
  expect(code).toContain(from);
  return code.replace(from, () => to);
};

/** A base URL without TLS, written as `text`. */
function plain(
  code: string,
  text: string,
  { name = 'baseURL', host = 'claude-proxy', fix = true } = {},
): Finding<Id> {
  return {
    messageId: 'plainHttp',
    at: text,
    data: { name, host, scope: '' },
    ...(fix && {
      suggestions: [
        { messageId: 'https', data: { name }, output: swap(code, text, text.replace('http:', 'https:')) },
      ],
    }),
  };
}

interface Expected {
  readonly name?: string;
  readonly scope?: string;
  /** The code after the suggestion; none is expected where it is left out. */
  readonly output?: string;
}

function unchecked(
  at: Finding<Id>['at'],
  { name = 'rejectUnauthorized', scope = '', output }: Expected = {},
): Finding<Id> {
  return {
    messageId: 'unchecked',
    at,
    data: { name, host: '', scope },
    ...(output !== undefined && { suggestions: [{ messageId: 'remove', data: { name }, output }] }),
  };
}

function oldTls(at: string, { name = 'minVersion', scope = '', output }: Expected = {}): Finding<Id> {
  return {
    messageId: 'oldTls',
    at,
    data: { name, host: '', scope },
    ...(output !== undefined && {
      suggestions: [{ messageId: name === 'secureProtocol' ? 'remove' : 'version', data: { name }, output }],
    }),
  };
}

const URL_IN_CODE = `'http://claude-proxy:8080'`;

/** One way to say where a client sends. */
const BASES: readonly (readonly [name: string, code: string, option?: string])[] = [
  ['the SDK', `${IMPORT}export const claude = new Anthropic({ baseURL: ${URL_IN_CODE} });`],
  [
    'the SDK in CommonJS, without new',
    `const Anthropic = require('@anthropic-ai/sdk');\nmodule.exports = Anthropic({ baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'options in a constant',
    `${IMPORT}const options = { maxRetries: 2, baseURL: ${URL_IN_CODE} };\nexport const claude = new Anthropic(options);`,
  ],
  [
    'a URL in a constant',
    `${IMPORT}const GATEWAY = ${URL_IN_CODE};\nexport const claude = new Anthropic({ baseURL: GATEWAY });`,
  ],
  [
    'a default for the environment',
    `${IMPORT}export const claude = new Anthropic({ baseURL: process.env.CLAUDE_URL ?? ${URL_IN_CODE} });`,
  ],
  [
    'a factory',
    `${IMPORT}export function make(apiKey) {\n  return new Anthropic({ apiKey, baseURL: ${URL_IN_CODE} });\n}`,
  ],
  [
    'a factory with the URL as its argument',
    `${IMPORT}const make = (baseURL) => new Anthropic({ baseURL });\nexport const claude = make(${URL_IN_CODE});`,
  ],
  ['a class', `${IMPORT}export class Notes {\n  #claude = new Anthropic({ baseURL: ${URL_IN_CODE} });\n}`],
  [
    'withOptions',
    `${IMPORT}const claude = new Anthropic();\nexport const proxied = claude.withOptions({ baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'Bedrock',
    `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nexport const claude = new AnthropicBedrock({ baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'Vertex',
    `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nexport const claude = new AnthropicVertex({ region: 'us', baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'Foundry',
    `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';\nexport const claude = new AnthropicFoundry({ baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'Claude Platform on AWS',
    `import AnthropicAws from '@anthropic-ai/aws-sdk';\nexport const claude = new AnthropicAws({ baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'the AI SDK',
    `import { createAnthropic } from '@ai-sdk/anthropic';\nexport const anthropic = createAnthropic({ baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'the AI SDK on Vertex',
    `import { createVertexAnthropic } from '@ai-sdk/google-vertex/anthropic';\nexport const anthropic = createVertexAnthropic({ baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'LangChain',
    `import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ model: 'claude-opus-5', anthropicApiUrl: ${URL_IN_CODE} });`,
    'anthropicApiUrl',
  ],
  [
    'LangChain through the client',
    `import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ clientOptions: { baseURL: ${URL_IN_CODE} } });`,
  ],
  [
    'LlamaIndex',
    `import { anthropic } from '@llamaindex/anthropic';\nexport const llm = anthropic({ model: 'claude-opus-5', baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'TanStack AI',
    `import { anthropicText } from '@tanstack/ai-anthropic';\nexport const adapter = anthropicText('claude-opus-5', { baseURL: ${URL_IN_CODE} });`,
  ],
  [
    'Effect',
    `import { AnthropicClient } from '@effect/ai-anthropic';\nexport const layer = AnthropicClient.layer({ apiUrl: ${URL_IN_CODE} });`,
    'apiUrl',
  ],
  ['a variable of the environment', `process.env.ANTHROPIC_BASE_URL = ${URL_IN_CODE};`, 'ANTHROPIC_BASE_URL'],
  ['a variable in Deno', `Deno.env.set('ANTHROPIC_BASE_URL', ${URL_IN_CODE});`, 'ANTHROPIC_BASE_URL'],
  [
    'a variable of a copy',
    `const childEnv = { ...process.env };\nchildEnv.ANTHROPIC_BASE_URL = ${URL_IN_CODE};`,
    'ANTHROPIC_BASE_URL',
  ],
  [
    'a variable in brackets',
    `process.env['ANTHROPIC_BEDROCK_BASE_URL'] = ${URL_IN_CODE};`,
    'ANTHROPIC_BEDROCK_BASE_URL',
  ],
  [
    'the environment of the Agent SDK',
    `import { query } from '@anthropic-ai/claude-agent-sdk';\nquery({ prompt, options: { env: { ...process.env, ANTHROPIC_BASE_URL: ${URL_IN_CODE} } } });`,
    'ANTHROPIC_BASE_URL',
  ],
];

const REQUEST = `{ method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) }`;

const AGENT = `new https.Agent({ keepAlive: true, rejectUnauthorized: false })`;
const SAFE_AGENT = `new https.Agent({ keepAlive: true })`;
const HTTPS = `import https from 'node:https';\n`;

/** One way to hand an agent to what talks to Claude. */
const AGENTS: readonly (readonly [name: string, code: string])[] = [
  ['httpAgent', `${IMPORT}${HTTPS}export const claude = new Anthropic({ httpAgent: ${AGENT} });`],
  [
    'an agent in a constant',
    `${IMPORT}${HTTPS}const agent = ${AGENT};\nexport const claude = new Anthropic({ httpAgent: agent });`,
  ],
  [
    'an agent in some environments',
    `${IMPORT}${HTTPS}export const claude = new Anthropic({ httpAgent: corporate ? ${AGENT} : undefined });`,
  ],
  [
    'the dispatcher of fetchOptions',
    `${IMPORT}import { Agent } from 'undici';\nexport const claude = new Anthropic({ fetchOptions: { dispatcher: new Agent({ connect: { keepAlive: true, rejectUnauthorized: false } }) } });`,
  ],
  [
    'a proxy agent',
    `${IMPORT}import { ProxyAgent } from 'undici';\nexport const claude = new Anthropic({ fetchOptions: { dispatcher: new ProxyAgent({ uri: 'http://proxy:3128', requestTls: { keepAlive: true, rejectUnauthorized: false } }) } });`,
  ],
  [
    'https-proxy-agent',
    `${IMPORT}import { HttpsProxyAgent } from 'https-proxy-agent';\nconst agent = new HttpsProxyAgent(process.env.HTTPS_PROXY, { keepAlive: true, rejectUnauthorized: false });\nexport const claude = new Anthropic({ httpAgent: agent });`,
  ],
  [
    'Bun',
    `${IMPORT}export const claude = new Anthropic({ fetchOptions: { tls: { keepAlive: true, rejectUnauthorized: false } } });`,
  ],
  [
    'a fetch of its own',
    `${IMPORT}import { Agent, fetch as undiciFetch } from 'undici';\nconst dispatcher = new Agent({ connect: { keepAlive: true, rejectUnauthorized: false } });\nexport const claude = new Anthropic({ fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }) });`,
  ],
  [
    'options of one request',
    `${IMPORT}${HTTPS}const claude = new Anthropic();\nclaude.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages }, { httpAgent: ${AGENT} });`,
  ],
  [
    'LangChain',
    `${HTTPS}import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ clientOptions: { httpAgent: ${AGENT} } });`,
  ],
  [
    'fetch',
    `${HTTPS}import fetch from 'node-fetch';\nawait fetch('https://api.anthropic.com/v1/messages', { method: 'POST', agent: ${AGENT}, body: JSON.stringify({ model: 'claude-opus-5', messages }) });`,
  ],
  [
    'axios',
    `${HTTPS}import axios from 'axios';\nawait axios.post('https://api.anthropic.com/v1/messages', { model: 'claude-opus-5', messages }, { httpsAgent: ${AGENT} });`,
  ],
  [
    'an axios instance',
    `${HTTPS}import axios from 'axios';\nconst http = axios.create({ baseURL: 'https://api.anthropic.com', httpsAgent: ${AGENT} });\nawait http.post('/v1/messages', { model: 'claude-opus-5', messages });`,
  ],
  [
    'https.request',
    `${HTTPS}const req = https.request({ hostname: 'api.anthropic.com', path: '/v1/messages', method: 'POST', keepAlive: true, rejectUnauthorized: false });\nreq.write(JSON.stringify({ model: 'claude-opus-5', messages }));`,
  ],
  [
    'got',
    `import got from 'got';\nawait got.post('https://api.anthropic.com/v1/messages', { https: { keepAlive: true, rejectUnauthorized: false }, json: { model: 'claude-opus-5', messages } });`,
  ],
  [
    'the AWS SDK',
    `${HTTPS}import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nimport { NodeHttpHandler } from '@smithy/node-http-handler';\nconst client = new BedrockRuntimeClient({ requestHandler: new NodeHttpHandler({ httpsAgent: ${AGENT} }) });\nclient.send(new InvokeModelCommand({ modelId: 'anthropic.claude-opus-5', body }));`,
  ],
];

/** A client, below which something else is set. */
const CLIENT = `${IMPORT}export const claude = new Anthropic();\n`;

const valid: readonly Valid[] = [
  { name: 'https', code: `${IMPORT}new Anthropic({ baseURL: 'https://claude-proxy' });` },
  {
    name: 'no base URL',
    code: `${IMPORT}new Anthropic({ httpAgent: agent }); // http: and rejectUnauthorized`,
  },
  ...[
    'localhost',
    'localhost:8080',
    '127.0.0.1:4000',
    '127.1.2.3',
    '[::1]:4000',
    'llm.localhost',
    'LOCALHOST',
  ].map((host) => ({
    name: `loopback: ${host}`,
    code: `${IMPORT}new Anthropic({ baseURL: 'http://${host}/v1' });`,
  })),
  {
    name: 'loopback with a port from outside',
    code: `${IMPORT}new Anthropic({ baseURL: \`http://localhost:\${port}\` });`,
  },
  {
    name: 'a base URL from the environment',
    code: `${IMPORT}new Anthropic({ baseURL: process.env.CLAUDE_URL }); // http:`,
  },
  {
    name: 'a host from the environment',
    code: `${IMPORT}new Anthropic({ baseURL: \`http://\${process.env.HOST}:4000\` });`,
  },
  { name: 'a part of a host', code: `${IMPORT}new Anthropic({ baseURL: \`http://10.0.0.\${n}\` });` },
  {
    name: 'loopback with a name and a password',
    code: `${IMPORT}new Anthropic({ baseURL: \`http://me:\${password}@localhost:4000\` });`,
  },
  {
    name: 'a proxy that tunnels',
    code: `${IMPORT}import { HttpsProxyAgent } from 'https-proxy-agent';\nnew Anthropic({ httpAgent: new HttpsProxyAgent('http://proxy:3128') });`,
  },
  {
    name: 'another vendor behind the SDK',
    code: `${IMPORT}new Anthropic({ baseURL: 'http://api.deepseek.com/anthropic' });`,
  },
  {
    name: 'another SDK',
    code: `import OpenAI from 'openai';\nexport const local = new OpenAI({ baseURL: 'http://ollama:11434/v1' }); // not claude`,
  },
  {
    name: 'an OpenAI client beside one at Anthropic',
    code: `import OpenAI from 'openai';\nconst claude = new OpenAI({ baseURL: 'https://api.anthropic.com/v1' });\nconst local = new OpenAI({ baseURL: 'http://ollama:11434/v1' });\nclaude.chat.completions.create({ model: 'claude-opus-5', messages });`,
  },
  {
    name: 'another HTTP API',
    code: `${CLIENT}await fetch('http://tickets.internal/v1/notes', { method: 'POST', body });`,
  },
  {
    name: 'another kind of Anthropic',
    code: `import { Anthropic } from './physics.js';\nnew Anthropic({ baseURL: 'http://universe' });`,
  },
  {
    name: 'LangChain with another vendor',
    code: `import { initChatModel } from 'langchain';\nawait initChatModel('gpt-5', { baseURL: 'http://proxy' }); // not claude`,
  },
  {
    name: 'the check is on',
    code: `${IMPORT}${HTTPS}new Anthropic({ httpAgent: new https.Agent({ rejectUnauthorized: true, minVersion: 'TLSv1.2' }) });`,
  },
  {
    name: 'the check depends on the environment',
    code: `${IMPORT}${HTTPS}new Anthropic({ httpAgent: new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' }) });`,
  },
  {
    name: 'values that do not turn it off',
    code: `${IMPORT}${HTTPS}new Anthropic({ httpAgent: new https.Agent({ rejectUnauthorized: 0, minVersion: 'TLSv1.3', secureProtocol: 'TLS_method' }) });`,
  },
  {
    name: 'a database without the check',
    code: `${CLIENT}import pg from 'pg';\nexport const pool = new pg.Pool({ ssl: { rejectUnauthorized: false } });`,
  },
  {
    name: 'a database that a tool uses',
    code: `import { generateText, tool } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nconst pool = new Pool({ ssl: { rejectUnauthorized: false } });\nawait generateText({ model: anthropic('claude-opus-5'), prompt, tools: { notes: tool({ execute: () => pool.query(sql) }) } });`,
  },
  {
    name: 'another request without the check',
    code: `${CLIENT}${HTTPS}await fetch('https://printer.local', { agent: ${AGENT} });`,
  },
  {
    name: 'a name check that asks the standard one',
    code: `${IMPORT}${HTTPS}import tls from 'node:tls';\nnew Anthropic({ httpAgent: new https.Agent({ checkServerIdentity: (host, cert) => tls.checkServerIdentity(host, cert) }) });`,
  },
  {
    name: 'a name check that throws',
    code: `${IMPORT}${HTTPS}new Anthropic({ httpAgent: new https.Agent({ checkServerIdentity(host, cert) { if (cert.fingerprint256 !== PIN) throw new TypeError(host); } }) });`,
  },
  {
    name: 'a name check that gives an error back',
    code: `${IMPORT}${HTTPS}new Anthropic({ httpAgent: new https.Agent({ checkServerIdentity: (host, cert) => (cert.fingerprint256 === PIN ? undefined : new Error(host)) }) });`,
  },
  {
    name: 'a name check from elsewhere',
    code: `${IMPORT}${HTTPS}import { check } from './tls.js';\nnew Anthropic({ httpAgent: new https.Agent({ checkServerIdentity: check }) });`,
  },
  {
    name: 'the variable is read',
    code: `${CLIENT}if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') throw new Error('not here');`,
  },
  {
    name: 'the variable turns the check on',
    code: `${CLIENT}process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';`,
  },
  {
    name: 'the variable in a file without Claude',
    code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // not claude`,
  },
  {
    name: 'other flags',
    code: `${CLIENT}process.env.NODE_OPTIONS = '--tls-min-v1.2 --max-old-space-size=4096';`,
  },
  {
    name: 'the default version',
    code: `${CLIENT}import tls from 'node:tls';\ntls.DEFAULT_MIN_VERSION = 'TLSv1.3';`,
  },
  { name: 'a namespace', code: `${CLIENT}const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';` },
  {
    name: 'http of a helper for loopback',
    code: `import http from 'node:http';\nconst req = http.request({ host: 'localhost', path: '/v1/messages', method: 'POST', headers: { 'anthropic-version': '2023-06-01' } });\nreq.write(JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }));`,
  },
];

const invalid: readonly Invalid[] = [
  {
    name: 'handed to the constructor of a client',
    code: `${IMPORT}class Own extends Anthropic { constructor() { super({ baseURL: 'http://claude-proxy' }); } }`,
    errors: [
      plain(
        `${IMPORT}class Own extends Anthropic { constructor() { super({ baseURL: 'http://claude-proxy' }); } }`,
        `'http://claude-proxy'`,
      ),
    ],
  },
  {
    name: 'a class without a constructor of its own',
    code: `${IMPORT}class Own extends Anthropic {}\nnew Own({ baseURL: 'http://claude-proxy' });`,
    errors: [
      plain(
        `${IMPORT}class Own extends Anthropic {}\nnew Own({ baseURL: 'http://claude-proxy' });`,
        `'http://claude-proxy'`,
      ),
    ],
  },
  ...BASES.map(([name, code, option]): Invalid => ({
    name: `http: ${name}`,
    code,
    errors: [plain(code, URL_IN_CODE, { name: option ?? 'baseURL' })],
  })),
  ...[
    [`fetch('http://claude-proxy/v1/messages', ${REQUEST});`],
    [
      `axios.post('http://claude-proxy/v1/messages', { model: 'claude-opus-5', max_tokens: 8, messages }, { headers: { 'anthropic-version': '2023-06-01' } });`,
    ],
  ].map(([code = '']): Invalid => ({
    name: `http: ${code.slice(0, 10)}`,
    code,
    errors: [plain(code, `'http://claude-proxy/v1/messages'`, { name: 'URL' })],
  })),
  ...[`fetch('http://api.anthropic.com/v1/messages', ${REQUEST});`].map((code): Invalid => ({
    name: 'http: Claude itself',
    code,
    errors: [
      plain(code, `'http://api.anthropic.com/v1/messages'`, { name: 'URL', host: 'api.anthropic.com' }),
    ],
  })),
  ...[
    `const at = (path) => \`http://claude-proxy:4000\${path}\`;\nfetch(at('/v1/messages'), ${REQUEST});`,
  ].map((code): Invalid => ({
    name: 'http: a template',
    code,
    errors: [plain(code, '`http://claude-proxy:4000${path}`', { name: 'URL' })],
  })),
  ...[`${IMPORT}new Anthropic({ baseURL: 'http://' + 'claude-proxy' + path });`].map((code): Invalid => ({
    name: 'http: a sum whose host goes on',
    code: code.replace(`'claude-proxy' + path`, `'claude-proxy/' + path`),
    errors: [
      {
        ...plain(code, `'http://' + 'claude-proxy'`),
        at: `'http://' + 'claude-proxy/' + path`,
        suggestions: [
          {
            messageId: 'https',
            data: { name: 'baseURL' },
            output: `${IMPORT}new Anthropic({ baseURL: 'https://' + 'claude-proxy/' + path });`,
          },
        ],
      },
    ],
  })),
  {
    name: 'http: node:http knows no TLS',
    code: `import http from 'node:http';\nconst req = http.request({ hostname: 'api.anthropic.com', path: '/v1/messages', method: 'POST' });\nreq.write(JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }));`,
    errors: [
      {
        messageId: 'plainHttp',
        at: `'api.anthropic.com'`,
        data: { name: 'URL', host: 'api.anthropic.com', scope: '' },
      },
    ],
  },
  ...[
    `import OpenAI from 'openai';\nexport const claude = new OpenAI({ baseURL: 'http://api.anthropic.com/v1' });`,
  ].map((code): Invalid => ({
    name: 'http: the OpenAI-compatible endpoint',
    code,
    errors: [plain(code, `'http://api.anthropic.com/v1'`, { host: 'api.anthropic.com' })],
  })),
  ...[
    'host.docker.internal:4000',
    '192.168.0.7',
    'localhost.example.com',
    '128.0.0.1',
    '[fe80::1]',
    '0x7f.1.evil.example',
  ].map((host): Invalid => {
    const code = `${IMPORT}new Anthropic({ baseURL: 'http://${host}' });`;
    return {
      name: `not loopback: ${host}`,
      code,
      errors: [plain(code, `'http://${host}'`, { host: host.replace(/:4000$/, '') })],
    };
  }),
  {
    name: 'http: a password is not shown',
    code: `${IMPORT}new Anthropic({ baseURL: 'http://me:placeholder@claude-proxy' });`,
    errors: [
      plain(
        `${IMPORT}new Anthropic({ baseURL: 'http://me:placeholder@claude-proxy' });`,
        `'http://me:placeholder@claude-proxy'`,
      ),
    ],
  },
  ...AGENTS.map(([name, code]): Invalid => ({
    name: `no check: ${name}`,
    code,
    errors: [
      unchecked('rejectUnauthorized: false', { output: swap(code, ', rejectUnauthorized: false', '') }),
    ],
  })),
  ...[
    `checkServerIdentity: () => undefined`,
    `checkServerIdentity: () => {}`,
    `checkServerIdentity() { return null; }`,
    `checkServerIdentity: function () { return; }`,
  ].map((option): Invalid => ({
    name: `no check: ${option}`,
    code: `${IMPORT}${HTTPS}new Anthropic({ httpAgent: new https.Agent({ ${option} }) });`,
    errors: [
      unchecked(option, {
        name: 'checkServerIdentity',
        output: `${IMPORT}${HTTPS}new Anthropic({ httpAgent: new https.Agent({}) });`,
      }),
    ],
  })),
  {
    name: 'no check: a property in the middle, over several lines',
    code: dedent`
      import Anthropic from '@anthropic-ai/sdk';
      import https from 'node:https';
      const httpAgent = new https.Agent({
        rejectUnauthorized: false,
        keepAlive: true,
      });
      new Anthropic({ httpAgent });
    `,
    errors: [
      unchecked('rejectUnauthorized: false', {
        output: dedent`
          import Anthropic from '@anthropic-ai/sdk';
          import https from 'node:https';
          const httpAgent = new https.Agent({
            keepAlive: true,
          });
          new Anthropic({ httpAgent });
        `,
      }),
    ],
  },
  {
    name: 'no check: the variable',
    code: `${CLIENT}process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\nstart();`,
    errors: [
      unchecked(`process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`, {
        name: 'NODE_TLS_REJECT_UNAUTHORIZED',
        scope: WIDE,
        output: `${CLIENT}start();`,
      }),
    ],
  },
  {
    name: 'no check: the variable as a number, in a branch',
    code: `${CLIENT}if (dev) process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0;`,
    errors: [
      unchecked(`process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0`, {
        name: 'NODE_TLS_REJECT_UNAUTHORIZED',
        scope: WIDE,
      }),
    ],
  },
  {
    name: 'the process of a command',
    code: `${CLIENT}execSync('NODE_TLS_REJECT_UNAUTHORIZED=0 claude -p hi');`,
    errors: [
      unchecked(`'NODE_TLS_REJECT_UNAUTHORIZED=0 claude -p hi'`, {
        name: 'NODE_TLS_REJECT_UNAUTHORIZED',
        scope: WIDE,
      }),
    ],
  },
  {
    name: 'the process, in Deno',
    code: `${CLIENT}Deno.env.set('NODE_TLS_REJECT_UNAUTHORIZED', '0');\nstart();`,
    errors: [
      unchecked(`Deno.env.set('NODE_TLS_REJECT_UNAUTHORIZED', '0')`, {
        name: 'NODE_TLS_REJECT_UNAUTHORIZED',
        scope: WIDE,
        output: `${CLIENT}start();`,
      }),
    ],
  },
  {
    name: 'no check: the variable for the Agent SDK',
    code: `import { query } from '@anthropic-ai/claude-agent-sdk';\nquery({ prompt, options: { env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } } });`,
    errors: [
      unchecked(`NODE_TLS_REJECT_UNAUTHORIZED: '0'`, {
        name: 'NODE_TLS_REJECT_UNAUTHORIZED',
        scope: WIDE,
        output: `import { query } from '@anthropic-ai/claude-agent-sdk';\nquery({ prompt, options: { env: { ...process.env } } });`,
      }),
    ],
  },
  {
    name: 'no check: for every fetch of the process',
    code: `${CLIENT}import { Agent, setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }));`,
    errors: [
      unchecked('rejectUnauthorized: false', {
        scope: WIDE,
        output: `${CLIENT}import { Agent, setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(new Agent({ connect: {} }));`,
      }),
    ],
  },
  {
    name: 'no check: the global agent',
    code: `${CLIENT}${HTTPS}https.globalAgent.options.rejectUnauthorized = false;`,
    errors: [
      unchecked('https.globalAgent.options.rejectUnauthorized = false', {
        scope: WIDE,
        output: `${CLIENT}${HTTPS}`,
      }),
    ],
  },
  ...[
    ['minVersion', `minVersion: 'TLSv1'`, `minVersion: 'TLSv1.2'`],
    ['minVersion', `minVersion: "TLSv1.1"`, `minVersion: "TLSv1.2"`],
    ['maxVersion', `maxVersion: 'TLSv1.1'`, `maxVersion: 'TLSv1.2'`],
    ['secureProtocol', `secureProtocol: 'TLSv1_method'`, ''],
    ['secureProtocol', `secureProtocol: 'TLSv1_1_client_method'`, ''],
    ['secureProtocol', `secureProtocol: 'SSLv3_method'`, ''],
  ].map(([name = '', option = '', output = '']): Invalid => {
    const code = (text: string): string =>
      `${IMPORT.replaceAll("'", option.includes('"') ? '"' : "'")}new Anthropic({ httpAgent: new Agent({${text}}) });`;
    return {
      name: `old TLS: ${option}`,
      code: code(option),
      errors: [oldTls(option, { name, output: code(output) })],
    };
  }),
  {
    name: 'old TLS: the default version',
    code: `${CLIENT}import tls from 'node:tls';\ntls.DEFAULT_MIN_VERSION = 'TLSv1';`,
    errors: [
      oldTls(`tls.DEFAULT_MIN_VERSION = 'TLSv1'`, {
        name: 'DEFAULT_MIN_VERSION',
        scope: WIDE,
        output: `${CLIENT}import tls from 'node:tls';\ntls.DEFAULT_MIN_VERSION = 'TLSv1.2';`,
      }),
    ],
  },
  {
    name: 'old TLS: a flag',
    code: `${CLIENT}process.env.NODE_OPTIONS = '--tls-min-v1.0 --trace-warnings';`,
    errors: [
      oldTls(`process.env.NODE_OPTIONS = '--tls-min-v1.0 --trace-warnings'`, {
        name: 'NODE_OPTIONS',
        scope: WIDE,
        output: `${CLIENT}process.env.NODE_OPTIONS = '--tls-min-v1.2 --trace-warnings';`,
      }),
    ],
  },
  {
    name: 'once for an agent that two clients share',
    code: `${IMPORT}${HTTPS}const agent = ${AGENT};\nexport const a = new Anthropic({ httpAgent: agent });\nexport const b = new Anthropic({ httpAgent: agent });`,
    errors: [
      unchecked('rejectUnauthorized: false', {
        output: `${IMPORT}${HTTPS}const agent = ${SAFE_AGENT};\nexport const a = new Anthropic({ httpAgent: agent });\nexport const b = new Anthropic({ httpAgent: agent });`,
      }),
    ],
  },
  {
    name: 'TypeScript',
    typed: true,
    code: `${IMPORT}export class Client {\n  private readonly claude: Anthropic;\n  constructor(agent: unknown) {\n    this.claude = new Anthropic({ baseURL: 'http://claude-proxy' as string } satisfies object);\n  }\n}`,
    errors: [
      plain(
        `${IMPORT}export class Client {\n  private readonly claude: Anthropic;\n  constructor(agent: unknown) {\n    this.claude = new Anthropic({ baseURL: 'http://claude-proxy' as string } satisfies object);\n  }\n}`,
        `'http://claude-proxy'`,
      ),
    ],
  },
];

runRule('no-insecure-transport', rule, { valid, invalid });

describe('loopback', () => {
  it.each([
    'localhost',
    'a.b.localhost',
    '127.0.0.1',
    '127.255.255.254',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
  ])('%s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  it.each([
    'localhost.com',
    'mylocalhost',
    '0.0.0.0',
    '127.0.0.1.nip.io',
    '[::2]',
    'litellm',
    '10.0.0.1',
    '',
  ])('not %s', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});

it('follows agents to a depth and no further', () => {
  const code = `${IMPORT}const agent = () => agent;\nfunction wrap(a) { return { agent: a, fetchOptions: { dispatcher: wrap(a) } }; }\nnew Anthropic({ httpAgent: agent, fetchOptions: wrap(agent), fetch: (u, i) => fetch(u, { ...i, rejectUnauthorized }) });`;
  expect(() => lintWith(rule, code)).not.toThrow();
});
