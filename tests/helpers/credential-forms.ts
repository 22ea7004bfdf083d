/**
 * Code with a credential in it, as working engineers write such code. `«…»` is what has to be reported.
 */
import {
  ADMIN_KEY,
  API_KEY,
  AWS_ID,
  AWS_SECRET,
  BEDROCK_KEY,
  OAUTH_TOKEN,
  OPAQUE,
  SESSION_KEY,
  SHORT_BEDROCK_KEY,
  TRUNCATED_KEY,
} from './credentials.ts';

export interface CredentialForm {
  readonly name: string;
  readonly code: string;
  /** How many places are to be reported. */
  readonly count: number;
  readonly typed?: true;
  /** The code has JSX, which only one of the parsers is set up for. */
  readonly jsx?: true;
}

const one = (
  name: string,
  code: string,
  ...flags: readonly ('jsx' | 'typed' | number)[]
): CredentialForm => ({
  name,
  code,
  count: flags.find((flag) => typeof flag === 'number') ?? 1,
  ...(flags.includes('typed') && { typed: true }),
  ...(flags.includes('jsx') && { jsx: true }),
});

const K = API_KEY;
const [HEAD, MIDDLE, TAIL] = [K.slice(0, 13), K.slice(13, 50), K.slice(50)];
const B64 = Buffer.from(K).toString('base64');
const ANTHROPIC = `import Anthropic from '@anthropic-ai/sdk';\n`;
const URL = `'https://api.anthropic.com/v1/messages'`;

/** Shapes, wherever they stand. */
export const TEXTS: readonly CredentialForm[] = [
  one('a constant', `const key = '${K}';`),
  one('double quotes', `export const KEY = "${K}";`),
  one('a template', `const key = \`${K}\`;`),
  one('in a header template', `const h = \`Bearer ${K}\`;`),
  one('inside a longer string', `const cmd = 'curl -H "x-api-key: ${K}" https://api.anthropic.com';`),
  one('in a URL', `fetch('https://proxy.example.com/?key=${K}');`),
  one('a property', `export default { apiKey: '${K}', other: 1 };`),
  one('an array', `const keys = ['${K}'];`),
  one('an argument', `setup('${K}');`),
  one('JSX text', `const a = <code>${K}</code>;`, 'jsx'),
  one('a JSX attribute', `const a = <Chat apiKey="${K}" />;`, 'jsx'),
  one('a JSX expression', `const a = <Chat apiKey={'${K}'} />;`, 'jsx'),
  one('a class field', `class A { key = '${K}'; }`),
  one('a private field', `class A { #key = '${K}'; }`),
  one('a static block', `class A { static { A.key = '${K}'; } }`),
  one('an enum', `enum Keys { Claude = '${K}' }`, 'typed'),
  one('a type', `type Key = '${K}';`, 'typed'),
  one('as const', `const key = '${K}' as const;`, 'typed'),
  one('a default parameter', `function ask(key = '${K}') { return key; }`),
  one('a default in an arrow', `const ask = ({ key = '${K}' } = {}) => key;`),
  one('a switch case', `switch (key) { case '${K}': break; }`),
  one('a comparison', `if (key === '${K}') run();`),
  one('an object key', `const names = { '${K}': 'team' };`),
  one('a map', `const m = new Map([['team', '${K}']]);`),
  one('a tagged template', `const q = sh\`export ANTHROPIC_API_KEY=${K}\`;`),
  one('String.raw', `const q = String.raw\`${K}\`;`),
  one('JSON in a string', `const j = '{"apiKey":"${K}"}';`),
  one('a multi-line template', `const env = \`\nANTHROPIC_API_KEY=${K}\nPORT=1\n\`;`),
  one('two different keys', `const a = '${K}', b = '${ADMIN_KEY}';`, 2),
  one('the same key twice', `const a = '${K}'; const b = '${K}';`, 2),
  one('two in one string', `const a = '${K},${ADMIN_KEY}';`, 2),
  one('a truncated key', `const key = '${TRUNCATED_KEY}';`),
  one('a cookie', `const c = 'sessionKey=${SESSION_KEY}; path=/';`),
];

/** Put together, hidden or passed on. */
export const ASSEMBLED: readonly CredentialForm[] = [
  one('a sum', `const key = '${HEAD}' + '${MIDDLE}${TAIL}';`),
  one('a sum of three', `const key = '${HEAD}' + '${MIDDLE}' + '${TAIL}';`),
  one('a sum over lines', `const key =\n  '${HEAD}' +\n  '${MIDDLE}' +\n  '${TAIL}';`),
  one('split within the prefix', `const key = 'sk-' + 'ant-api03-' + '${MIDDLE}${TAIL}';`),
  one('constants', `const P = '${HEAD}';\nconst B = '${MIDDLE}${TAIL}';\nexport const key = P + B;`),
  one(
    'a template of constants',
    `const P = '${HEAD}';\nconst B = '${MIDDLE}${TAIL}';\nexport const key = \`\${P}\${B}\`;`,
  ),
  one('join', `const key = ['sk', 'ant', 'api03', '${MIDDLE}${TAIL}'].join('-');`),
  one('join of nothing', `const key = ['${HEAD}', '${MIDDLE}', '${TAIL}'].join('');`),
  one(
    'join of a constant list',
    `const parts = ['${HEAD}', '${MIDDLE}${TAIL}'];\nexport const key = parts.join('');`,
  ),
  one('concat', `const key = '${HEAD}'.concat('${MIDDLE}', '${TAIL}');`),
  one('Buffer.from base64', `const key = Buffer.from('${B64}', 'base64').toString();`),
  one('Buffer.from base64 utf8', `const key = Buffer.from('${B64}', 'base64').toString('utf-8');`),
  one(
    'Buffer.from a constant',
    `const E = '${B64}';\nexport const key = Buffer.from(E, 'base64').toString('utf8');`,
  ),
  one(
    'Buffer.from a sum',
    `const key = Buffer.from('${B64.slice(0, 20)}' + '${B64.slice(20)}', 'base64').toString();`,
  ),
  one(
    'Buffer.from base64url',
    `const key = Buffer.from('${Buffer.from(K).toString('base64url')}', 'base64url').toString();`,
  ),
  one('atob', `const key = atob('${B64}');`),
  one('window.atob', `const key = window.atob('${B64}');`),
  one('base64 alone', `const encoded = '${B64}';`),
  one('escapes', `import '@anthropic-ai/sdk';\nconst key = 'sk\\x2dant\\x2dapi03-${MIDDLE}${TAIL}';`),
  one(
    'a Bearer sum',
    `const P = '${HEAD}${MIDDLE}';\nfetch(u, { headers: { Authorization: 'Bearer ' + P + '${TAIL}' } });`,
  ),
  one(
    'an object of constants',
    `const C = { prefix: '${HEAD}', body: '${MIDDLE}${TAIL}' };\nexport const key = C.prefix + C.body;`,
  ),
  one(
    '+=',
    `let key = '${HEAD}';\nkey += '${MIDDLE}${TAIL}';\n${ANTHROPIC}new Anthropic({ apiKey: '${HEAD}' + '${MIDDLE}${TAIL}' });`,
  ),
  one('a function', `const head = () => '${HEAD}';\nexport const key = head() + '${MIDDLE}${TAIL}';`),
  one('trim', `const key = ' ${K} '.trim();`),
];

/** In place of what the environment should say. */
export const FALLBACKS: readonly CredentialForm[] = [
  one('??', `const key = process.env.ANTHROPIC_API_KEY ?? '${K}';`),
  one('||', `const key = process.env.ANTHROPIC_API_KEY || '${K}';`),
  one('a chain', `const key = options.key ?? process.env.ANTHROPIC_API_KEY ?? '${K}';`),
  one('a conditional', `const key = process.env.ANTHROPIC_API_KEY ? process.env.ANTHROPIC_API_KEY : '${K}';`),
  one('destructuring', `const { ANTHROPIC_API_KEY = '${K}' } = process.env;`),
  one('destructuring with a name', `const { ANTHROPIC_API_KEY: key = '${K}' } = process.env;`),
  one('??=', `process.env.ANTHROPIC_API_KEY ??= '${K}';`),
  one('zod', `const env = z.object({ ANTHROPIC_API_KEY: z.string().default('${K}') });`),
  one('a getter with a default', `const key = config.get('ANTHROPIC_API_KEY', '${K}');`),
  one(
    'a client, not of a known shape',
    `${ANTHROPIC}new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY ?? '${OPAQUE}' });`,
  ),
  one(
    'a client with ||',
    `${ANTHROPIC}new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY || '${OPAQUE}' });`,
  ),
  one('a default parameter', `${ANTHROPIC}const make = (apiKey = '${OPAQUE}') => new Anthropic({ apiKey });`),
  one(
    'a destructured default',
    `${ANTHROPIC}const { KEY = '${OPAQUE}' } = process.env;\nnew Anthropic({ apiKey: KEY });`,
  ),
];

/** In headers, of a known shape or of none. */
export const HEADERS: readonly CredentialForm[] = [
  one('fetch x-api-key', `fetch(${URL}, { method: 'POST', headers: { 'x-api-key': '${OPAQUE}' }, body });`),
  one('fetch X-API-Key', `fetch(${URL}, { headers: { 'X-API-Key': '${OPAQUE}' } });`),
  one('fetch Authorization', `fetch(${URL}, { headers: { Authorization: 'Bearer ${OPAQUE}' } });`),
  one(
    'fetch authorization template',
    `const t = '${OPAQUE}';\nfetch(${URL}, { headers: { authorization: \`Bearer \${t}\` } });`,
  ),
  one(
    'a constant',
    `const KEY = '${OPAQUE}';\nfetch(${URL}, { headers: { 'x-api-key': KEY, 'anthropic-version': '2023-06-01' } });`,
  ),
  one(
    'headers in a variable',
    `const headers = { 'x-api-key': '${OPAQUE}', 'anthropic-version': '2023-06-01' };\nfetch(url, { headers });`,
  ),
  one('axios.post', `axios.post(${URL}, body, { headers: { 'x-api-key': '${OPAQUE}' } });`),
  one('axios config', `axios({ url: ${URL}, method: 'post', headers: { 'x-api-key': '${OPAQUE}' } });`),
  one(
    'axios.create',
    `const api = axios.create({ baseURL: 'https://api.anthropic.com', headers: { 'x-api-key': '${OPAQUE}' } });`,
  ),
  one(
    'undici',
    `import { request } from 'undici';\nrequest(${URL}, { method: 'POST', headers: { 'x-api-key': '${OPAQUE}' } });`,
  ),
  one(
    'undici list',
    `import { request } from 'undici';\nrequest(${URL}, { method: 'POST', headers: ['x-api-key', '${OPAQUE}'] });`,
  ),
  one('got', `import got from 'got';\ngot.post(${URL}, { headers: { 'x-api-key': '${OPAQUE}' } });`),
  one(
    'https.request',
    `https.request({ hostname: 'api.anthropic.com', path: '/v1/messages', headers: { 'x-api-key': '${OPAQUE}' } });`,
  ),
  one(
    'new Headers',
    `const h = new Headers({ 'x-api-key': '${OPAQUE}', 'anthropic-version': '2023-06-01' });`,
  ),
  one('new Headers of pairs', `fetch(${URL}, { headers: new Headers([['x-api-key', '${OPAQUE}']]) });`),
  one(
    'headers.set',
    `const headers = new Headers();\nheaders.set('x-api-key', '${OPAQUE}');\nheaders.set('anthropic-version', '2023-06-01');\nfetch(${URL}, { headers });`,
  ),
  one(
    'headers.append',
    `const headers = new Headers();\nheaders.append('x-api-key', '${OPAQUE}');\nfetch(${URL}, { headers });`,
  ),
  one(
    'headers[…] =',
    `const headers = {};\nheaders['x-api-key'] = '${OPAQUE}';\nfetch(${URL}, { headers });`,
  ),
  one(
    'axios defaults',
    `axios.defaults.headers.common['x-api-key'] = '${OPAQUE}';\naxios.post(${URL}, body);`,
  ),
  one('defaultHeaders', `${ANTHROPIC}new Anthropic({ defaultHeaders: { 'x-api-key': '${OPAQUE}' } });`),
  one(
    'defaultHeaders authorization',
    `${ANTHROPIC}new Anthropic({ defaultHeaders: { Authorization: 'Bearer ${OPAQUE}' } });`,
  ),
  one(
    'api-key of Foundry',
    `fetch('https://acme.services.ai.azure.com/anthropic/v1/messages', { method: 'POST', headers: { 'api-key': '${OPAQUE}' }, body });`,
  ),
  one(
    'per request',
    `${ANTHROPIC}const c = new Anthropic();\nc.messages.create(params, { headers: { 'x-api-key': '${OPAQUE}' } });`,
  ),
  one(
    'AI SDK headers',
    `import { createAnthropic } from '@ai-sdk/anthropic';\ncreateAnthropic({ headers: { 'x-api-key': '${OPAQUE}' } });`,
  ),
  one('a known shape anywhere', `axios.post(url, body, { headers: { 'x-api-key': '${K}' } });`),
  one(
    'headers in a variable, with other hosts in the file',
    `const docs = 'https://example.com';\nconst headers = { 'x-api-key': '${OPAQUE}' };\nfetch(${URL}, { method: 'POST', headers, body });`,
  ),
  one(
    'XMLHttpRequest',
    `const x = new XMLHttpRequest();\nx.open('POST', ${URL});\nx.setRequestHeader('x-api-key', '${OPAQUE}');`,
  ),
  one('superagent', `superagent.post(${URL}).set('x-api-key', '${OPAQUE}').send(body);`),
  one(
    'got.extend',
    `const api = got.extend({ prefixUrl: 'https://api.anthropic.com', headers: { 'x-api-key': '${OPAQUE}' } });`,
  ),
  one('a computed name', `fetch(${URL}, { headers: { ['x-api-key']: '${OPAQUE}' } });`),
  one(
    'axios defaults, authorization',
    `axios.defaults.headers.common['Authorization'] = 'Bearer ${OPAQUE}';\naxios.post(${URL}, body);`,
  ),
  one('a request object', `new Request(${URL}, { headers: { 'x-api-key': '${OPAQUE}' } });`),
];

/** Options of clients, of no known shape. */
export const OPTIONS: readonly CredentialForm[] = [
  one('apiKey', `${ANTHROPIC}new Anthropic({ apiKey: '${OPAQUE}' });`),
  one('apiKey as a template', `${ANTHROPIC}new Anthropic({ apiKey: \`${OPAQUE}\` });`),
  one('authToken', `${ANTHROPIC}new Anthropic({ authToken: '${OPAQUE}' });`),
  one('webhookKey', `${ANTHROPIC}new Anthropic({ webhookKey: 'whsec_${OPAQUE}' });`),
  one(
    'two options',
    `${ANTHROPIC}new Anthropic({ apiKey: '${OPAQUE}', webhookKey: 'whsec_${AWS_SECRET}' });`,
    2,
  ),
  one(
    'named import',
    `import { Anthropic } from '@anthropic-ai/sdk';\nnew Anthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one('require', `const Anthropic = require('@anthropic-ai/sdk');\nnew Anthropic({ apiKey: '${OPAQUE}' });`),
  one(
    'require without new',
    `const Anthropic = require('@anthropic-ai/sdk');\nAnthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one(
    'dynamic import',
    `const { default: Anthropic } = await import('@anthropic-ai/sdk');\nnew Anthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one('a constant', `${ANTHROPIC}const KEY = '${OPAQUE}';\nnew Anthropic({ apiKey: KEY });`),
  one('shorthand', `${ANTHROPIC}const apiKey = '${OPAQUE}';\nnew Anthropic({ apiKey });`),
  one(
    'options in a variable',
    `${ANTHROPIC}const options = { apiKey: '${OPAQUE}', maxRetries: 2 };\nnew Anthropic(options);`,
  ),
  one(
    'spread options',
    `${ANTHROPIC}const base = { apiKey: '${OPAQUE}' };\nnew Anthropic({ ...base, maxRetries: 2 });`,
  ),
  one(
    'a config object',
    `${ANTHROPIC}const config = { claude: { key: '${OPAQUE}' } };\nnew Anthropic({ apiKey: config.claude.key });`,
  ),
  one(
    'a factory',
    `${ANTHROPIC}const make = (apiKey) => new Anthropic({ apiKey });\nexport const c = make('${OPAQUE}');`,
  ),
  one(
    'a class field',
    `${ANTHROPIC}class S { key = '${OPAQUE}'; client = new Anthropic({ apiKey: this.key }); }`,
  ),
  one(
    'a subclass',
    `${ANTHROPIC}class Mine extends Anthropic { constructor() { super({ apiKey: '${OPAQUE}' }); } }`,
  ),
  one('a plain subclass', `${ANTHROPIC}class Mine extends Anthropic {}\nnew Mine({ apiKey: '${OPAQUE}' });`),
  one('a function', `${ANTHROPIC}new Anthropic({ apiKey: async () => '${OPAQUE}' });`),
  one('a cast', `${ANTHROPIC}new Anthropic({ apiKey: '${OPAQUE}' as string });`, 'typed'),
  one('withOptions', `${ANTHROPIC}const c = new Anthropic();\nc.withOptions({ apiKey: '${OPAQUE}' });`),
  one('an assignment', `${ANTHROPIC}const c = new Anthropic();\nc.apiKey = '${OPAQUE}';`),
  one(
    'another host',
    `${ANTHROPIC}new Anthropic({ baseURL: 'https://gateway.example.com', apiKey: '${OPAQUE}' });`,
  ),
  one('an enum', `${ANTHROPIC}enum K { A = '${OPAQUE}' }\nnew Anthropic({ apiKey: K.A });`, 'typed'),
  one(
    'a destructured parameter',
    `${ANTHROPIC}export function make({ apiKey = '${OPAQUE}' } = {}) { return new Anthropic({ apiKey }); }`,
  ),
  one('a conditional spread', `${ANTHROPIC}new Anthropic({ ...(dev ? { apiKey: '${OPAQUE}' } : {}) });`),
  one('a namespace', `import * as A from '@anthropic-ai/sdk';\nnew A.Anthropic({ apiKey: '${OPAQUE}' });`),
  one('a require in place', `new (require('@anthropic-ai/sdk'))({ apiKey: '${OPAQUE}' });`),
  one(
    'a require of the default',
    `const { default: Anthropic } = require('@anthropic-ai/sdk');\nnew Anthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one(
    'a getter function',
    `${ANTHROPIC}function getKey() { return '${OPAQUE}'; }\nnew Anthropic({ apiKey: getKey() });`,
  ),
  one(
    'a static field',
    `${ANTHROPIC}class C { static KEY = '${OPAQUE}'; }\nnew Anthropic({ apiKey: C.KEY });`,
  ),
  one(
    'a nested default',
    `${ANTHROPIC}new Anthropic({ apiKey: process.env.A ?? process.env.B ?? '${OPAQUE}' });`,
  ),
  one('||=', `process.env.ANTHROPIC_API_KEY ||= '${OPAQUE}';`),
  one('Object.assign', `Object.assign(process.env, { ANTHROPIC_API_KEY: '${OPAQUE}' });`),
  one(
    'a Deno import',
    `import Anthropic from 'npm:@anthropic-ai/sdk@1';\nnew Anthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one(
    'a singleton',
    `${ANTHROPIC}let client;\nexport const get = () => (client ??= new Anthropic({ apiKey: '${OPAQUE}' }));`,
  ),
  one('a sum', `${ANTHROPIC}new Anthropic({ apiKey: '${OPAQUE.slice(0, 9)}' + '${OPAQUE.slice(9)}' });`),
  one(
    'base64',
    `${ANTHROPIC}new Anthropic({ apiKey: Buffer.from('${Buffer.from(OPAQUE).toString('base64')}', 'base64').toString() });`,
  ),
  one('a conditional', `${ANTHROPIC}new Anthropic({ apiKey: prod ? process.env.KEY : '${OPAQUE}' });`),
  one('a short password', `${ANTHROPIC}new Anthropic({ authToken: 'hunter2' });`),
  one('another vendor’s shape', `${ANTHROPIC}new Anthropic({ apiKey: 'sk-proj-${OPAQUE}' });`),
  one(
    'Bedrock keys',
    `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock({ awsAccessKey: '${AWS_ID}', awsSecretKey: '${AWS_SECRET}', awsSessionToken: '${OPAQUE}' });`,
    3,
  ),
  one(
    'Bedrock Mantle',
    `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrockMantle({ awsSecretAccessKey: '${AWS_SECRET}' });`,
  ),
  one(
    'Bedrock apiKey',
    `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock({ apiKey: '${BEDROCK_KEY}' });`,
  ),
  one(
    'Bedrock short-term',
    `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock({ apiKey: '${SHORT_BEDROCK_KEY}' });`,
  ),
  one(
    'Vertex',
    `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nnew AnthropicVertex({ region: 'us-east5', accessToken: 'ya29.${OPAQUE}' });`,
  ),
  one(
    'a key of a service account',
    `import { createVertexAnthropic } from '@ai-sdk/google-vertex/anthropic';\ncreateVertexAnthropic({ googleAuthOptions: { credentials: { client_email: 'a@b.iam', private_key: '-----BEGIN PRIVATE KEY-----\\\\n${OPAQUE.repeat(8)}\\\\n-----END PRIVATE KEY-----' } } });`,
  ),
  one(
    'Foundry',
    `import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';\nnew AnthropicFoundry({ resource: 'acme', apiKey: '${OPAQUE}' });`,
  ),
  one(
    'AWS platform',
    `import { AnthropicAws } from '@anthropic-ai/aws-sdk';\nnew AnthropicAws({ awsAccessKey: '${AWS_ID}', awsSecretAccessKey: '${AWS_SECRET}' });`,
    2,
  ),
  one(
    'an AWS id beside',
    `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nconst ID = '${AWS_ID}';\nexport const c = new AnthropicBedrock({ awsAccessKey: ID });`,
  ),
  one(
    'AI SDK',
    `import { createAnthropic } from '@ai-sdk/anthropic';\ncreateAnthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one(
    'AI SDK authToken',
    `import { createAnthropic } from '@ai-sdk/anthropic';\ncreateAnthropic({ authToken: '${OPAQUE}' });`,
  ),
  one(
    'AI SDK Bedrock',
    `import { createBedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';\ncreateBedrockAnthropic({ accessKeyId: '${AWS_ID}', secretAccessKey: '${AWS_SECRET}', sessionToken: '${OPAQUE}' });`,
    3,
  ),
  one(
    'AI SDK Bedrock by model',
    `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';\nconst b = createAmazonBedrock({ region: 'us-east-1', accessKeyId: '${AWS_ID}', secretAccessKey: '${AWS_SECRET}' });\nexport const m = b('anthropic.claude-opus-5');`,
    2,
  ),
  one(
    'AI SDK gateway',
    `import { createGateway } from 'ai';\nconst g = createGateway({ apiKey: '${OPAQUE}' });\nexport const m = g('anthropic/claude-opus-5');`,
  ),
  one(
    'LangChain',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ anthropicApiKey: '${OPAQUE}' });`,
  ),
  one(
    'LangChain apiKey',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ model: 'claude-opus-5', apiKey: '${OPAQUE}' });`,
  ),
  one(
    'LangChain second argument',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic('claude-opus-5', { apiKey: '${OPAQUE}' });`,
  ),
  one(
    'LangChain clientOptions',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ clientOptions: { authToken: '${OPAQUE}' } });`,
  ),
  one(
    'LangChain headers',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ clientOptions: { defaultHeaders: { Authorization: 'Bearer ${OPAQUE}' } } });`,
  ),
  one(
    'initChatModel',
    `import { initChatModel } from 'langchain';\nawait initChatModel('anthropic:claude-opus-5', { apiKey: '${OPAQUE}' });`,
  ),
  one(
    'LlamaIndex',
    `import { Anthropic } from '@llamaindex/anthropic';\nnew Anthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one(
    'Genkit',
    `import { anthropic } from '@genkit-ai/anthropic';\nexport const p = anthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one(
    'Genkit, older',
    `import anthropic from 'genkitx-anthropic';\nexport const p = anthropic({ apiKey: '${OPAQUE}' });`,
  ),
  one(
    'Genkit per request',
    `import { genkit } from 'genkit';\nimport { anthropic } from '@genkit-ai/anthropic';\nconst ai = genkit({ plugins: [anthropic()] });\nai.generate({ model: anthropic.model('claude-opus-5'), config: { apiKey: '${OPAQUE}' } });`,
  ),
  one(
    'TanStack',
    `import { createAnthropicChat } from '@tanstack/ai-anthropic';\ncreateAnthropicChat('claude-opus-5', '${OPAQUE}');`,
  ),
  one(
    'TanStack config',
    `import { anthropicText } from '@tanstack/ai-anthropic';\nanthropicText('claude-opus-5', { apiKey: '${OPAQUE}' });`,
  ),
  one(
    'Effect',
    `import { AnthropicClient } from '@effect/ai-anthropic';\nimport { Redacted } from 'effect';\nAnthropicClient.layer({ apiKey: Redacted.make('${OPAQUE}') });`,
  ),
  one(
    'Effect, a namespace',
    `import * as AnthropicClient from '@effect/ai-anthropic/AnthropicClient';\nimport * as Redacted from 'effect/Redacted';\nAnthropicClient.make({ apiKey: Redacted.make('${OPAQUE}') });`,
  ),
  one(
    'Effect config',
    `import { AnthropicClient } from '@effect/ai-anthropic';\nimport { Config, Redacted } from 'effect';\nAnthropicClient.layerConfig({ apiKey: Config.succeed(Redacted.make('${OPAQUE}')) });`,
  ),
  one(
    'OpenAI at Anthropic',
    `import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'https://api.anthropic.com/v1/', apiKey: '${OPAQUE}' });`,
  ),
  one(
    'agent SDK env',
    `import { query } from '@anthropic-ai/claude-agent-sdk';\nquery({ prompt, options: { env: { ANTHROPIC_API_KEY: '${OPAQUE}' } } });`,
  ),
  one(
    'agent SDK token',
    `import { query } from '@anthropic-ai/claude-agent-sdk';\nquery({ prompt, options: { env: { ...process.env, CLAUDE_CODE_OAUTH_TOKEN: '${OAUTH_TOKEN}' } } });`,
  ),
  one(
    'Bedrock runtime',
    `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nconst c = new BedrockRuntimeClient({ region: 'us-east-1', credentials: { accessKeyId: '${AWS_ID}', secretAccessKey: '${AWS_SECRET}' } });\nc.send(new InvokeModelCommand({ modelId: 'anthropic.claude-opus-5', body }));`,
    2,
  ),
  one(
    'Mastra',
    `import { Agent } from '@mastra/core/agent';\nnew Agent({ model: { id: 'anthropic/claude-opus-5', apiKey: '${OPAQUE}' } });`,
  ),
  one(
    'an MCP server',
    `${ANTHROPIC}const c = new Anthropic();\nc.beta.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages, mcp_servers: [{ type: 'url', url, name: 'x', authorization_token: '${OPAQUE}' }] });`,
  ),
  one('process.env', `process.env.ANTHROPIC_API_KEY = '${OPAQUE}';`),
  one('process.env in brackets', `process.env['ANTHROPIC_AUTH_TOKEN'] = '${OPAQUE}';`),
  one('a Bedrock variable', `process.env.AWS_BEARER_TOKEN_BEDROCK = '${OPAQUE}';`),
  one('a variable in Deno', `Deno.env.set('ANTHROPIC_API_KEY', '${OPAQUE}');`),
  one('a variable in Bun', `Bun.env.ANTHROPIC_API_KEY = '${OPAQUE}';`),
  one('a variable in a command', `execSync('ANTHROPIC_API_KEY=${OPAQUE} claude -p hi');`),
  one('a variable in a template of a shell', `await $\`ANTHROPIC_API_KEY=${OPAQUE} claude -p hi\`;`),
  one(
    'a variable by a helper of the file',
    `function put(name, value) { process.env[name] = value; }\nput('ANTHROPIC_API_KEY', '${OPAQUE}');`,
  ),
  one(
    'the environment of a process',
    `spawn('claude', [], { env: { ...process.env, ANTHROPIC_API_KEY: '${OPAQUE}' } });`,
  ),
];

/** All forms outside comments. */
export const FORMS = [...TEXTS, ...ASSEMBLED, ...FALLBACKS, ...HEADERS, ...OPTIONS];
