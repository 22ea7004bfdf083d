import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-identifying-metadata.ts';
import { claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Readonly<Record<string, never>>;

const REST = `model: 'claude-opus-5', max_tokens: 8, messages: []`;
const with_ = (value: string, before = ''): string =>
  claude`${before}export const f = async (user, patient, session, id) => client.messages.create({ ${REST}, metadata: { user_id: ${value} } });`;

const CREATE = 'client.messages.create';
const KINDS = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  name: 'a name',
  ssn: 'a Social Security number',
  mrn: 'a medical record number',
  birth: 'a date of birth',
  login: 'a login name',
  ip: 'an IP address',
} as const;
const holds = (
  kind: keyof typeof KINDS,
  at: Finding<Id>['at'],
  path = 'metadata.user_id',
  call = CREATE,
): Finding<Id> => ({ messageId: 'identifying', at, data: { kind: KINDS[kind], path, call } });

const MAIL = ['rosa.okafor', 'stjohns-clinic.org'].join('@');
const SSN = ['536', '22', '8141'].join('-');

/** What may stand there. */
const OPAQUE: readonly string[] = [
  `'user-8f14e45f'`,
  `'550e8400-e29b-41d4-a716-446655440000'`,
  'user.id',
  'user._id.toString()',
  'session.sub',
  'session.user.id',
  'id',
  'String(id)',
  '`user_${user.id}`',
  '`${session.tenantId}:${user.id}`',
  'crypto.randomUUID()',
  'sha256(user.email)',
  `createHash('sha256').update(user.email).digest('hex')`,
  `createHmac('sha256', key).update(patient.mrn).digest('hex')`,
  'hashEmail(user.email)',
  'pseudonymize(patient.name)',
  'await tokenize(user.phone)',
  'opaqueId(user.email)',
  'lookUp(user.email)',
  'user.emailHash',
  'user.emailVerified',
  'process.env.SERVICE_ID',
  'getUserId(user)',
  'user?.uid ?? "anonymous"',
  'undefined',
  'null',
  `'Test User'`,
  `'someone@example.com'`,
  'sha256(user.username)',
  'ipHash',
  'loginId',
  'user.handler',
  'user.userHandle',
  'await login(user)',
  'handle(user)',
  `user.email.split('@')[1]`,
  `user.id.split(':')[0]`,
  'company.name',
];

/** What may not, and the part that says so. */
const IDENTIFYING: readonly (readonly [kind: keyof typeof KINDS, value: string])[] = [
  ['email', 'user.email'],
  ['email', 'user?.email'],
  ['email', 'session.user.email'],
  ['email', 'user.email.toLowerCase()'],
  ['email', 'String(user.emailAddress).trim()'],
  ['email', `user.email.split('@')[0]`],
  ['email', 'user.email || user.id'],
  ['email', 'user.email ? user.email : user.id'],
  ['email', '`user:${user.email}`'],
  ['email', `'user:' + user.email`],
  ['email', 'btoa(user.email)'],
  ['email', `Buffer.from(user.email).toString('base64')`],
  ['email', 'getUserEmail()'],
  ['email', 'encodeURIComponent(user.email)'],
  ['email', 'process.env.USER_EMAIL'],
  ['email', `'${MAIL}'`],
  ['phone', 'user.phoneNumber'],
  ['phone', 'patient.phone'],
  ['name', 'patient.name'],
  ['name', 'user.fullName'],
  ['name', '`${user.firstName} ${user.lastName}`'],
  ['name', 'user.name'],
  ['name', `'Rosa Okafor'`],
  ['ssn', 'patient.ssn'],
  ['ssn', `'${SSN}'`],
  ['mrn', 'patient.mrn'],
  ['mrn', 'patient.medicalRecordNumber'],
  ['birth', 'patient.dob'],
  ['login', 'user.username'],
  ['login', 'username.toLowerCase()'],
  ['login', 'githubUser.login'],
  ['login', 'screenName'],
  ['login', 'getUsername()'],
  ['ip', 'req.ip'],
  ['ip', 'clientIp'],
];

const valid: ValidCase<Options>[] = [
  ...OPAQUE.map((value) => ({ name: `opaque: ${value}`, code: with_(value) })),
  { name: 'a hashed variable of that name', code: with_('email', `const email = sha256(profile.email); `) },
  {
    name: 'metadata of a request to another vendor',
    code: `import OpenAI from 'openai'; const claude = new OpenAI(); claude.chat.completions.create({ model: 'gpt-5', metadata: { user_id: user.email } });`,
  },
  {
    name: 'another field',
    code: claude`client.messages.create({ ${REST}, metadata: { trace: user.email } });`,
  },
  {
    name: 'metadata that is not in the file',
    code: claude`export const f = (metadata) => client.messages.create({ ${REST}, metadata });`,
  },
  {
    name: 'LangChain’s metadata, which goes to its tracers',
    code: dedent`import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ model: 'claude-opus-5', metadata: { user_id: user.email } });`,
  },
  {
    name: 'content with an address is another rule’s business',
    code: claude`client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: user.email }] });`,
  },
];

const invalid: InvalidCase<Options, Id>[] = [
  ...IDENTIFYING.map(([kind, value]): InvalidCase<Options, Id> => ({
    name: `identifying: ${value}`,
    code: with_(value),
    errors: [holds(kind, value)],
  })),
  {
    name: 'through a variable',
    code: with_('userId', `const userId = account.email; `),
    errors: [holds('email', ['userId', 2])],
  },
  {
    name: 'through a destructured property',
    code: claude`export function f({ email }) { return client.messages.create({ ${REST}, metadata: { user_id: email } }); }`,
    errors: [holds('email', ['email', 2])],
  },
  {
    name: 'through a function of the file',
    code: claude`const meta = (u) => ({ user_id: u.email }); export const f = (u) => client.messages.create({ ${REST}, metadata: meta(u) });`,
    errors: [holds('email', 'u.email')],
  },
  {
    name: 'in a batch',
    code: claude`client.messages.batches.create({ requests: [{ custom_id: 'a', params: { ${REST}, metadata: { user_id: patient.mrn } } }] });`,
    errors: [
      holds('mrn', 'patient.mrn', 'requests[].params.metadata.user_id', 'client.messages.batches.create'),
    ],
  },
  {
    name: 'in the AI SDK',
    code: dedent`import { anthropic } from '@ai-sdk/anthropic'; import { generateText } from 'ai'; generateText({ model: anthropic('claude-opus-5'), prompt, providerOptions: { anthropic: { metadata: { userId: user.email } } } });`,
    errors: [holds('email', 'user.email', 'providerOptions.anthropic.metadata.userId', 'generateText')],
  },
  {
    name: 'in a call of an agent',
    code: dedent`import { anthropic } from '@ai-sdk/anthropic'; import { ToolLoopAgent } from 'ai'; const agent = new ToolLoopAgent({ model: anthropic('claude-opus-5') }); agent.generate({ prompt, providerOptions: { anthropic: { metadata: { userId: user.email } } } });`,
    errors: [holds('email', 'user.email', 'providerOptions.anthropic.metadata.userId', 'new ToolLoopAgent')],
  },
  {
    name: 'in LangChain',
    code: dedent`import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ model: 'claude-opus-5', invocationKwargs: { metadata: { user_id: user.email } } });`,
    errors: [holds('email', 'user.email', 'invocationKwargs.metadata.user_id', 'new ChatAnthropic')],
  },
  {
    name: 'in Genkit',
    code: dedent`import { genkit } from 'genkit'; import { anthropic } from '@genkit-ai/anthropic'; const ai = genkit({}); ai.generate({ model: anthropic.model('claude-opus-5'), prompt, config: { metadata: { user_id: user.email } } });`,
    errors: [holds('email', 'user.email', 'config.metadata.user_id', 'ai.generate')],
  },
  {
    name: 'over HTTP',
    code: dedent`fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ ${REST}, metadata: { user_id: user.email } }) });`,
    errors: [holds('email', 'user.email', 'metadata.user_id', 'fetch')],
  },
  {
    name: 'on Bedrock',
    code: dedent`import B from '@anthropic-ai/bedrock-sdk'; const client = new B(); client.messages.create({ ${REST}, metadata: { user_id: user.email } });`,
    errors: [holds('email', 'user.email')],
  },
];

runRule('no-identifying-metadata', rule, { valid, invalid });

describe('the message', () => {
  it('quotes no value', () => {
    for (const value of [MAIL, SSN]) {
      const [message] = lintWith(rule, with_(`'${value}'`));
      expect(message?.message).not.toContain(value);
    }
  });
});
