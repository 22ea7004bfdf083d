import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import { passesLuhn } from '../../src/policy/identifiers/index.ts';
import rule from '../../src/rules/require-redaction.ts';
import type { RedactionOptions } from '../../src/rules/require-redaction.ts';
import { folderWith } from '../helpers/folders.ts';
import { claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<RedactionOptions>;

const CREATE = 'client.messages.create';
const TITLES = {
  ssn: 'a Social Security number',
  mrn: 'a medical record number',
  name: 'a name',
  email: 'an e-mail address',
  phone: 'a telephone number',
  birth: 'a date of birth',
  account: 'an account number',
  card: 'a payment card number',
  routing: 'a bank routing number',
  tax: 'a taxpayer number',
  case: 'a case or subject number',
  address: 'an address',
  own: 'an identifier by your settings',
} as const;

const lineOf = (code: string, at: string): string =>
  String(code.slice(0, code.indexOf(at)).split('\n').length);

/** A request with this as the text of its only turn, below two lines of set-up. */
const ask = (content: string, before = ''): string =>
  claude`${before}await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: ${content} }] });`;

const identifier = (
  code: string,
  at: string,
  kind: keyof typeof TITLES,
  field = at,
  call = CREATE,
): Finding<Id> => ({
  messageId: 'identifier',
  at,
  data: { field, call, kind: TITLES[kind], line: lineOf(code, at) },
});
const body = (at: string, fields: readonly string[] = [at], call = CREATE): Finding<Id> => ({
  messageId: 'body',
  at,
  data: { call, fields: fields.map((field) => `\`${field}\``).join(' and ') },
});

const found = (
  name: string,
  code: string,
  at: string,
  kind: keyof typeof TITLES,
  field = at,
  more: Partial<InvalidCase<Options, Id>> = {},
): InvalidCase<Options, Id> => ({
  name,
  code,
  errors: [identifier(code, at, kind, field)],
  ...more,
});
const fromBody = (
  name: string,
  code: string,
  at: string,
  more: Partial<InvalidCase<Options, Id>> = {},
): InvalidCase<Options, Id> => ({ name, code, errors: [body(at)], ...more });

const SPELLINGS: readonly (readonly [code: string, kind: keyof typeof TITLES, field?: string])[] = [
  ['patient.ssn', 'ssn'],
  ['patient.SSN', 'ssn'],
  ['row.social_security_number', 'ssn'],
  [`form['social-security-number']`, 'ssn', 'form.social-security-number'],
  ['patientMRN', 'mrn'],
  ['chart.medicalRecordNumber', 'mrn'],
  ['patient.name[0].family', 'name', 'patient.name'],
  ['pt.firstName', 'name'],
  ['customer_full_name', 'name'],
  ['user.email.toLowerCase()', 'email', 'user.email'],
  ['member.contact.phoneNumbers[0]', 'phone', 'member.contact.phoneNumbers'],
  ['dob', 'birth'],
  ['patient.dateOfBirth.toISOString()', 'birth', 'patient.dateOfBirth'],
  ['loan.accountNumber', 'account'],
  ['account.number', 'account'],
  ['payment.card.number', 'card'],
  ['bank.routing_number', 'routing'],
  ['applicant.taxId', 'tax'],
  ['subject.caseNumber', 'case'],
  ['claimant.address.line1', 'address', 'claimant.address'],
  ['getSsn(patient)', 'ssn', 'Ssn'],
  ['patient.getEmail()', 'email', 'patient.Email'],
];

const HANDLERS: readonly (readonly [name: string, code: string, at: string])[] = [
  [
    'Express',
    `app.post('/ask', async (req, res) => { res.json(await ask(req.body.message)); });`,
    'req.body.message',
  ],
  ['Fastify, taken apart', `app.post('/ask', async ({ body }) => ask(body.text));`, 'body.text'],
  [
    'a fetch handler',
    `export async function POST(request) { const { prompt } = await request.json(); return ask(prompt); }`,
    'prompt)',
  ],
  [
    'Hono',
    `app.post('/ask', async (c) => { const data = await c.req.json(); return c.text(await ask(data.question)); });`,
    'data.question',
  ],
  [
    'Koa',
    `router.post('/ask', async (ctx) => { ctx.body = await ask(ctx.request.body.note); });`,
    'ctx.request.body.note',
  ],
  [
    'Lambda',
    `export const handler = async (event) => ask(JSON.parse(event.body).note);`,
    'JSON.parse(event.body).note',
  ],
  [
    'a form',
    `export async function send(formData) { 'use server'; return ask(formData.get('note')); }`,
    `formData.get('note')`,
  ],
  [
    'Nuxt',
    `export default defineEventHandler(async (event) => { const { note } = await readBody(event); return ask(note); });`,
    'note)',
  ],
  [
    'SvelteKit',
    `export async function POST({ request }) { const { note } = await request.json(); return ask(note); }`,
    'note)',
  ],
  ['tRPC', `export const r = t.procedure.mutation(({ input }) => ask(input.note));`, 'input.note'],
];

/** The function that asks, in front of a handler; the request is on one line. */
const ASK = `const ask = (text) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: text }] });\n`;

describe('identifiers', () => {
  runRule<Options, Id>('require-redaction', rule, {
    valid: [
      ...[
        'redact(patient.ssn)',
        'redactPhi(patient).notes',
        'await maskPII(user.email)',
        'deIdentify(patient.ssn)',
        'deidentify(note, patient.ssn)',
        'scrubber.clean(patient.ssn)',
        'this.phiRedactor.process(patient.ssn)',
        'anonymizer.run(user.email)',
        'anonymise(user.email)',
        'tokenize(card.number)',
        'vault.tokenise(card.number)',
        'stripIdentifiers(patient.ssn)',
        'removePersonalData(user.email)',
        `createHmac('sha256', key).update(patient.ssn).digest('hex')`,
        'sha256(user.email)',
        'hashOf(patient.mrn)',
        'patient.ssn.slice(-4)',
        'String(patient.ssn).slice(-4)',
        'card.number.substring(card.number.length - 4)',
        'account.number.substr(-4)',
        `patient.ssn.replace(/\\d(?=\\d{4})/g, '*')`,
        `patient.ssn.replace(/\\d/g, 'XXX')`,
        'user.firstName[0]',
        'user.firstName.charAt(0)',
        'user.email.length',
        'user.email ? "yes" : "no"',
        'String(Boolean(user.email))',
        'user.emailVerified',
        'calculateAge(patient.dob)',
        'differenceInYears(now, patient.dob)',
        'String(now.getFullYear() - patient.dob.getFullYear())',
        'patient.dob.getFullYear()',
        'ageBand',
        'ssnHash',
        'maskedSsn',
        'redacted.email',
        'patient.redactedName',
        'cardLast4',
        'card.last4',
      ].map((content) => ({ name: content, code: ask(`\`About \${${content}}.\``) })),
      ...[
        'tool.name',
        'file.name',
        'company.name',
        'companyName',
        'lead.stageName',
        'byPhone.docs',
        'zip.entries',
        'originalEmail',
        'sendEmail',
        'hospital.address',
        'business.phone',
        'support.email',
        'modelName',
        'characterName',
        'adobe',
        'email.subject',
        'emailBody',
        'emailDraft',
        'panSize',
        'panMasala',
        'span',
        'zipFile',
        'address',
        'name',
        'user.id',
        'user.role',
        'user.locale',
        'session.token',
        'process.env.USER_EMAIL',
        'caseStudy',
        'testCase',
        'phoneScript',
        'emailTemplate',
        'passportStrategy',
      ].map((content) => ({ name: `${content} is no identifier`, code: ask(`\`About \${${content}}.\``) })),
      {
        name: 'a redactor in front of everything',
        code: claude`
          const prompt = \`Summarize for \${patient.name}: \${patient.ssn}\`;
          await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: redact(prompt) }] });`,
      },
      {
        name: 'a redactor of the file itself',
        code: claude`
          function redact(text) { return text.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]'); }
          await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: redact(patient.ssn) }] });`,
      },
      {
        name: 'an object that was redacted before',
        code: claude`
          const patient = deidentify(await load(id));
          await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: patient.ssn }] });`,
      },
      {
        name: 'a known library',
        code: claude`
          import { SyncRedactor } from 'redact-pii';
          const cleaner = new SyncRedactor();
          const ssn = cleaner.apply(patient.ssn);
          await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: ssn }] });`,
      },
      {
        name: 'a redactor by settings',
        code: ask('scrambler.run(user.email)'),
        settings: { [NAMESPACE]: { redactors: { scrambler: true } } },
      },
      {
        name: 'a spelling taken away by settings',
        code: ask('user.contactEmail'),
        settings: { [NAMESPACE]: { identifiers: { contact_email: false } } },
      },
      {
        name: 'a name of the catalogue taken away',
        code: ask('user.workEmail'),
        settings: { [NAMESPACE]: { identifiers: { email: false } } },
      },
      { name: 'another list', code: ask('patient.mrn'), options: [{ identifiers: ['financial'] }] },
      { name: 'no list', code: ask('patient.ssn'), options: [{ identifiers: [] }] },
      { name: 'logged, not sent', code: ask(`'Hello'`, `console.log(patient.ssn);\n`) },
      {
        name: 'the user id of the request',
        code: claude`await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, metadata: { user_id: user.email }, messages: [] });`,
      },
      {
        name: 'what Claude answered',
        code: claude`
          const first = await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });
          await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: first.content[0].text }] });`,
      },
      {
        name: 'another vendor',
        code: `import OpenAI from 'openai';\nnew OpenAI().chat.completions.create({ model: 'gpt-5', messages: [{ role: 'user', content: patient.ssn }] });`,
      },
      {
        name: 'a number by its type',
        code: ask('ssnField', `declare const ssnField: number;\n`),
        typed: true,
      },
      { name: 'an unknown function', code: ask('await enrich(patient.ssn)') },
      {
        name: 'numbers of examples',
        code: ask(`'For example 123-45-6789, 4111 1111 1111 1111 or MRN 12345.'`),
      },
      {
        name: 'a business and its telephone',
        code: ask(`'Write to help@stjohns-clinic.org or call (503) 227-4419.'`),
      },
      ...[
        'client.messages.create(request)',
        'client.messages.create({ ...request, max_tokens: 400 })',
        'client.beta.messages.create({ ...rest, betas })',
      ].map((call) => ({
        name: `parameters of a request to Claude by that name: ${call}`,
        code: `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nexport function send(request) { const { betas, ...rest } = request; return ${call}; }`,
      })),
    ],
    invalid: [
      ...SPELLINGS.map(([content, kind, field]) => {
        const code = ask(`\`About \${${content}}.\``);
        const at = content.replace(/\.to\w+\(\)$/, '');
        return found(content, code, at, kind, field ?? at);
      }),
      found('the whole content', ask('patient.ssn'), 'patient.ssn', 'ssn'),
      // All but a remainder of four is as good as the whole.
      ...['slice(-9)', 'slice(0, 9)', 'substring(0, 5)', 'substring(patient.ssn.length - 9)'].map((cut) =>
        found(`most of a number: ${cut}`, ask(`patient.ssn.${cut}`), 'patient.ssn', 'ssn'),
      ),
      found(
        'in system',
        claude`await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, system: 'For ' + user.email, messages: [] });`,
        'user.email',
        'email',
      ),
      found('in a block', ask(`[{ type: 'text', text: patient.mrn }]`), 'patient.mrn', 'mrn'),
      found(
        'in an object',
        ask('JSON.stringify({ ssn: patient.ssn, age: patient.age })'),
        'patient.ssn',
        'ssn',
      ),
      found('by the key it is put under', ask('JSON.stringify({ ssn: row[3] })'), 'row[3]', 'ssn', 'ssn'),
      found(
        'of what was fetched',
        ask('patient.ssn', 'const patient = await getPatientById(id);\n'),
        'patient.ssn',
        'ssn',
      ),
      found(
        'through a prompt',
        ask('prompt', 'const prompt = `For ${patient.ssn}`;\n'),
        'patient.ssn',
        'ssn',
      ),
      found(
        'through a function of the file',
        ask('promptFor(p)', 'const promptFor = (person) => `For ${person.ssn}`;\n'),
        'person.ssn',
        'ssn',
      ),
      found('taken apart', ask('`For ${ssn}`', 'const { ssn } = patient;\n'), '', 'ssn', '', {
        errors: [
          {
            messageId: 'identifier',
            at: ['ssn', 2],
            data: { field: 'ssn', call: CREATE, kind: TITLES.ssn, line: '4' },
          },
        ],
      }),
      found(
        'pushed to the turns',
        claude`
        const messages = [];
        messages.push({ role: 'user', content: patient.ssn });
        await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });`,
        'patient.ssn',
        'ssn',
      ),
      found('a list of people', ask('people.map((p) => p.ssn).join()'), 'p.ssn', 'ssn'),
      found(
        'a typed parameter',
        `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nexport const f = (ssn: string) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: ssn }] });`,
        'ssn }',
        'ssn',
        'ssn',
        {
          typed: true,
          errors: [
            {
              messageId: 'identifier',
              at: ['ssn', 2],
              data: { field: 'ssn', call: CREATE, kind: TITLES.ssn, line: '3' },
            },
          ],
        },
      ),
      found(
        'a field of a class',
        `import Anthropic from '@anthropic-ai/sdk';\nclass Intake {\n  client = new Anthropic();\n  ask() { return this.client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: this.ssn }] }); }\n}`,
        'this.ssn',
        'ssn',
        'ssn',
        {
          errors: [
            {
              messageId: 'identifier',
              at: 'this.ssn',
              data: { field: 'ssn', call: 'this.client.messages.create', kind: TITLES.ssn, line: '4' },
            },
          ],
        },
      ),
      found('once, wherever it is used again', ask('patient.ssn + patient.ssn'), 'patient.ssn', 'ssn'),
      found('an own spelling', ask('row.kennitala'), 'row.kennitala', 'own', 'row.kennitala', {
        settings: { [NAMESPACE]: { identifiers: { kennitala: true } } },
      }),
      found(
        'a function that settings say is no redactor',
        ask('maskedInput(user).email'),
        'maskedInput(user).email',
        'email',
        'maskedInput.email',
        { settings: { [NAMESPACE]: { redactors: { maskedInput: false } } } },
      ),
    ],
  });
});

describe('request bodies', () => {
  const invalid = HANDLERS.map(([name, handler, text]) => {
    const code = claude`${ASK}${handler}`;
    return { name, code, text };
  });

  it.each(invalid)('$name', ({ code }) => {
    for (const parser of ['espree', 'typescript'] as const) {
      expect(lintWith(rule, code, { parser }).map(({ messageId }) => messageId)).toEqual(['body']);
      expect(lintWith(rule, code, { parser, options: [{ requestBodies: false }] })).toEqual([]);
    }
  });

  runRule<Options, Id>('require-redaction', rule, {
    valid: [
      ...[
        'req.body.patientId',
        'req.body.language',
        'req.body.country',
        'req.body.frameworks',
        'req.body.bankName',
        'req.body.locale',
        'req.body.count',
        'req.body.type',
        'req.body.model',
        'req.body.image',
        'req.query.page',
        'req.user.role',
        'redact(req.body.note)',
        'req.body.redactedNote',
        'req.body.note.length',
      ].map((content) => ({
        name: content,
        code: claude`app.post('/ask', async (req, res) => { await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: ${content} }] }); });`,
      })),
      {
        name: 'a context of another kind',
        code: claude`const ask = (context) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: context.body.rule }] });`,
      },
      {
        name: 'a verdict of a schema',
        code: claude`
          import { z } from 'zod';
          const Ask = z.object({ tone: z.enum(['short', 'long']) });
          app.post('/ask', async (req) => {
            const { tone } = Ask.parse(req.body);
            await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: tone }] });
          });`,
      },
      {
        name: 'the answer of another server',
        code: claude`
          const res = await fetch(url);
          const { text } = await res.json();
          await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: text }] });`,
      },
    ],
    invalid: [
      fromBody(
        'one field',
        claude`app.post('/ask', async (req) => { await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: req.body.note }] }); });`,
        'req.body.note',
      ),
      fromBody(
        'the whole body',
        claude`app.post('/ask', async (req) => { await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: JSON.stringify(req.body) }] }); });`,
        'JSON.stringify(req.body)',
        {
          errors: [
            {
              messageId: 'body',
              at: 'JSON.stringify(req.body)',
              data: { call: CREATE, fields: '`body`' },
            },
          ],
        },
      ),
      fromBody(
        'the turns as they came',
        claude`export async function POST(req) { const { messages } = await req.json(); await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages }); }`,
        'messages }); }',
        {
          errors: [
            {
              messageId: 'body',
              at: ['messages', 3],
              data: { call: CREATE, fields: '`messages`' },
            },
          ],
        },
      ),
      fromBody(
        'after a validator of another file',
        claude`app.post('/ask', async (req) => { const checked = validate(Schema, req.body); await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: checked.data.note }] }); });`,
        'checked.data.note',
      ),
      fromBody(
        'filled into a template',
        claude`app.post('/ask', async (req) => { await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: PROMPT.replace('{note}', req.body.note).replace('{x}', '<docs>') }] }); });`,
        'req.body.note',
      ),
      {
        name: 'several fields, said once',
        code: claude`app.post('/ask', async (req) => { await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: req.body.note + req.body.question + req.body.history + req.body.goal }] }); });`,
        errors: [
          {
            messageId: 'body',
            at: 'req.body.note',
            data: {
              call: CREATE,
              fields: '`req.body.note`, `req.body.question` and 2 more',
            },
          },
        ],
      },
      {
        name: 'an identifier goes before the body',
        code: claude`app.post('/ask', async (req) => { await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: req.body.ssn }] }); });`,
        errors: [
          {
            messageId: 'identifier',
            at: 'req.body.ssn',
            data: { call: CREATE, kind: TITLES.ssn, line: '3', field: 'req.body.ssn' },
          },
        ],
      },
      {
        name: 'the DTO of a controller',
        code: dedent`
          import Anthropic from '@anthropic-ai/sdk';
          class Controller {
            constructor(private readonly client: Anthropic) {}
            @Post() ask(@Body() dto: AskDto) {
              return this.client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: dto.note }] });
            }
          }`,
        typed: true,
        errors: [
          {
            messageId: 'body',
            at: 'dto.note',
            data: { call: 'this.client.messages.create', fields: '`dto.note`' },
          },
        ],
      },
    ],
  });
});

describe('values', () => {
  const SSN = ['536', '22', '8141'].join('-');
  const MRN = `MRN 00482913`;
  const CARD =
    Array.from({ length: 10 }, (_, digit) => `453201511283036${String(digit)}`).find(passesLuhn) ?? '';

  it.each([
    ['a Social Security number', SSN],
    ['a medical record number', MRN],
    ['a card number', CARD],
  ])('%s', (_, value) => {
    for (const content of [`'Number ${value}.'`, `\`Number ${value} of \${x}.\``]) {
      const messages = lintWith(rule, ask(content));
      expect(messages.map(({ messageId }) => messageId)).toEqual(['literal']);
      expect(JSON.stringify(messages)).not.toContain(value);
    }
  });

  it('are never quoted, wherever they stand', () => {
    const messages = lintWith(rule, ask(`records['${SSN}'].email`));
    expect(messages).toHaveLength(1);
    expect(JSON.stringify(messages)).not.toContain(SSN);
  });

  it('count for the lists that have them', () => {
    expect(lintWith(rule, ask(`'${CARD}'`), { options: [{ identifiers: ['hipaa'] }] })).toEqual([]);
  });
});

describe('other SDKs', () => {
  it.each([
    [
      'AI SDK',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; generateText({ model: anthropic('claude-opus-5'), prompt: patient.ssn });`,
    ],
    [
      'LangChain',
      `import { ChatAnthropic } from '@langchain/anthropic'; const model = new ChatAnthropic({ model: 'claude-opus-5' }); model.invoke([['human', patient.ssn]]);`,
    ],
    [
      'HTTP',
      `fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', messages: [{ role: 'user', content: patient.ssn }] }) });`,
    ],
    [
      'Bedrock',
      `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: 'anthropic.claude-opus-5', messages: [{ role: 'user', content: [{ text: patient.ssn }] }] }));`,
    ],
    [
      'batches',
      claude`client.messages.batches.create({ requests: [{ custom_id: 'a', params: { model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: patient.ssn }] } }] });`,
    ],
    ['an agent', `import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt: patient.ssn });`],
  ])('%s', (_, code) => {
    expect(lintWith(rule, code).map(({ messageId }) => messageId)).toEqual(['identifier']);
  });
});

it('says the same in test files', () => {
  const code = ask('patient.ssn');
  expect(lintWith(rule, code, { filename: 'src/ask.test.ts' })).toHaveLength(1);
});

describe('content', () => {
  const all: readonly [Options] = [{ content: 'all' }];
  const from = (content: string, before = ''): string =>
    claude`${before}const ask = async (id, note) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: ${content} }] });`;

  it.each([
    ['a row of a database', 'row.text', `const row = await db.find(1);\n`],
    ['a parameter', 'note', ''],
    ['a file', `await readFile('note.txt', 'utf8')`, `import { readFile } from 'node:fs/promises';\n`],
    ['an answer of HTTP', `await (await fetch('https://ehr.example.org/notes/1')).text()`, ''],
    ['a template around it', '`Summarize this note: ${note}`', ''],
    ['a list of them', 'notes.map((each) => each.text).join()', `const notes = await db.all();\n`],
    [
      'what a function of another module gives',
      'buildPrompt(note)',
      `import { buildPrompt } from './prompts.js';\n`,
    ],
  ])('%s: cannot tell, once a call', (_, content, before) => {
    const found = lintWith(rule, from(content, before), { options: all });
    expect(found.map(({ messageId }) => messageId)).toEqual(['content']);
    expect(lintWith(rule, from(content, before))).toEqual([]);
  });

  it.each([
    ['fixed text', `'Say hello'`, ''],
    ['a constant', 'PROMPT', `const PROMPT = 'Say hello';\n`],
    ['one of several fixed texts', `id ? 'a' : 'b'`, ''],
    ['redacted', 'redactPhi(note)', ''],
    ['redacted in a template', '`Summarize: ${redactPhi(note)}`', ''],
    ['redacted before', 'clean', `const clean = maskIdentifiers(await db.find(1));\n`],
  ])('%s: nothing to say', (_, content, before) => {
    expect(lintWith(rule, from(content, before), { options: all })).toEqual([]);
  });

  it('says what it knows instead, where it knows something', () => {
    const ids = (content: string): unknown[] =>
      lintWith(rule, from(content), { options: all }).map(({ messageId }) => messageId);
    expect(ids('`${patient.ssn}: ${note}`')).toEqual(['identifier']);
  });

  it('is asked of packages that are marked, and not in their tests', () => {
    const root = folderWith({
      'marked/package.json': { name: 'a', 'claude-compliance': { hipaa: true } },
      'unmarked/package.json': { name: 'b', 'claude-compliance': { hipaa: false } },
    });
    const said = (file: string, content: RedactionOptions['content']): unknown[] =>
      new Linter({ cwd: root })
        .verify(
          from('note'),
          {
            files: ['**'],
            plugins: { test: { rules: { rule: rule as never } } },
            rules: { 'test/rule': ['error', { content }] },
          },
          join(root, file),
        )
        .map(({ messageId }) => messageId);
    expect(said('marked/src/a.js', 'marked')).toEqual(['content']);
    expect(said('marked/src/a.test.js', 'marked')).toEqual([]);
    expect(said('unmarked/src/a.js', 'marked')).toEqual([]);
    expect(said('unmarked/src/a.js', 'all')).toEqual(['content']);
    expect(said('marked/src/a.js', 'identifiers')).toEqual([]);
  });
});
