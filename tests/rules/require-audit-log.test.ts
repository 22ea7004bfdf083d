import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/require-audit-log.ts';
import type { AuditPolicy } from '../../src/policy/audit-verdicts.ts';
import { dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<AuditPolicy>;

const HEAD = `import Anthropic from '@anthropic-ai/sdk';\nimport { createHash, createHmac } from 'node:crypto';\nconst client = new Anthropic();\n`;
const CALL = `client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages })`;
const GOOD = `audit.record({ inputHash: sha256(prompt), outputHash: sha256(text), timestamp: new Date().toISOString(), userId, outcome: state })`;
const FAILED = `audit.record({ inputHash: sha256(prompt), timestamp: new Date().toISOString(), userId, outcome: 'error' })`;

/** Code in which what is asked for is there. */
const RECORDED: readonly (readonly [name: string, code: string, typed?: true])[] = [
  [
    'success and catch',
    dedent`
    export async function ask(messages, userId) {
      try {
        const message = await ${CALL};
        await ${GOOD};
        return message;
      } catch (error) {
        await ${FAILED};
        throw error;
      }
    }
  `,
  ],
  [
    'finally',
    `export async function ask(messages) {\n  let outcome = 'error';\n  try {\n    const message = await ${CALL};\n    outcome = 'success';\n    return message;\n  } finally {\n    await ${GOOD};\n  }\n}`,
  ],
  [
    'finally behind a returned promise',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    ${GOOD};\n  }\n}`,
  ],
  [
    'then and catch',
    `export const ask = (messages) => ${CALL}.then((message) => {\n  ${GOOD};\n  return message;\n}).catch((error) => {\n  ${FAILED};\n  throw error;\n});`,
  ],
  [
    'then with two functions',
    `export const ask = (messages) => ${CALL}.then((message) => ${GOOD}, (error) => ${FAILED});`,
  ],
  ['finally of the promise', `export const ask = (messages) => ${CALL}.finally(() => ${GOOD});`],
  [
    'after an error that was dealt with',
    `export async function ask(messages) {\n  let message;\n  try {\n    message = await ${CALL};\n  } catch (error) {\n    message = undefined;\n  }\n  await ${GOOD};\n  return message;\n}`,
  ],
  [
    'hooks built apart',
    `import { streamText } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nexport function ask(prompt, userId) {\n  const hooks = { onFinish: ({ text, finishReason: state }) => ${GOOD}, onError: ({ error }) => ${FAILED} };\n  return streamText({ model: anthropic('claude-opus-5'), prompt, ...hooks });\n}`,
  ],
  [
    'handlers that a function gives, or an accessor',
    `import { ChatAnthropic } from '@langchain/anthropic';\nconst model = new ChatAnthropic({ model: 'claude-opus-5' });\nconst handed = () => ({ callbacks: [auditHandler] });\nexport const ask = (prompt) => model.invoke(prompt, handed());\nexport const other = (prompt) => model.invoke(prompt, { get callbacks() { return [auditHandler]; } });`,
  ],
  [
    'a client with options built apart',
    `const options = { fetch: auditedFetch };\nconst claude = new Anthropic(options);\nexport const ask = (messages) => claude.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });`,
  ],
  [
    'a wrapper of another file',
    `import { withAudit } from './audit.js';\nexport const ask = (messages) => withAudit(() => ${CALL});`,
  ],
  [
    'a wrapper with options first',
    `export const ask = (messages) => auditor.withAudit({ userId }, async () => {\n  const message = await ${CALL};\n  return message.content;\n});`,
  ],
  [
    'a helper handed the promise',
    `import { audited } from './audit.js';\nexport const ask = (messages) => audited(${CALL});`,
  ],
  [
    'a wrapper of this file',
    dedent`
    async function recorded(send) {
      try {
        const message = await send();
        await ${GOOD};
        return message;
      } catch (error) {
        await ${FAILED};
        throw error;
      }
    }
    export const ask = (messages) => recorded(() => ${CALL});
  `,
  ],
  [
    'the direct caller',
    dedent`
    const ask = (messages) => ${CALL};
    export async function summarize(messages, userId) {
      try {
        const message = await ask(messages);
        await ${GOOD};
        return message;
      } catch (error) {
        await ${FAILED};
        throw error;
      }
    }
  `,
  ],
  [
    'a private method of the class',
    dedent`
    export class Notes {
      async #ask(messages) {
        return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });
      }
      async summarize(messages) {
        try {
          const message = await this.#ask(messages);
          await ${GOOD};
          return message;
        } catch (error) {
          await ${FAILED};
          throw error;
        }
      }
    }
  `,
  ],
  [
    'a helper of this file that writes',
    dedent`
    async function note(fields) {
      await prisma.auditLog.create({ data: { ...fields } });
    }
    export async function ask(messages) {
      try {
        const message = await ${CALL};
        await note({ inputHash: hash(prompt), outputHash: hash(text), userId, outcome: 'success' });
        return message;
      } catch (error) {
        await note({ inputHash: hash(prompt), userId, outcome: 'error' });
        throw error;
      }
    }
  `,
  ],
  [
    'both branches',
    `export async function ask(messages) {\n  const message = await ${CALL}.catch((e) => e);\n  if (strict) {\n    ${GOOD};\n  } else {\n    ${GOOD};\n  }\n  return message;\n}`,
  ],
  [
    'a condition on the outcome',
    `export async function ask(messages) {\n  try {\n    const message = await ${CALL};\n    if (message.stop_reason === 'refusal') {\n      ${GOOD};\n    } else ${GOOD};\n    return message;\n  } catch (error) {\n    if (error instanceof Anthropic.APIError) ${FAILED};\n    throw error;\n  }\n}`,
  ],
  [
    'only where there is a logger',
    `export async function ask(messages, audit) {\n  try {\n    const message = await ${CALL};\n    if (audit) await ${GOOD};\n    return message;\n  } finally {\n    audit && ${FAILED};\n  }\n}`,
  ],
  [
    'a stream, after its end',
    dedent`
    export async function ask(messages) {
      const stream = client.messages.stream({ model: 'claude-opus-5', max_tokens: 8, messages });
      try {
        for await (const event of stream) send(event);
        ${GOOD};
      } catch (error) {
        ${FAILED};
        throw error;
      }
    }
  `,
  ],
  [
    'a stream, by its events',
    `export function ask(messages) {\n  return client.messages.stream({ model: 'claude-opus-5', max_tokens: 8, messages })\n    .on('finalMessage', (message) => { ${GOOD}; })\n    .on('error', (error) => { ${FAILED}; });\n}`,
  ],
  [
    'a retry around it',
    `export async function ask(messages) {\n  try {\n    const message = await retry(() => ${CALL});\n    ${GOOD};\n    return message;\n  } catch (error) {\n    ${FAILED};\n    throw error;\n  }\n}`,
  ],
  [
    'a loop of attempts',
    `export async function ask(messages) {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    try {\n      const message = await ${CALL};\n      ${GOOD};\n      return message;\n    } catch (error) {\n      if (attempt === 2) ${FAILED};\n    }\n  }\n}`,
  ],
  [
    'a middleware that names audit',
    `router.post('/ask', auditTrail('ask'), async (req, res) => {\n  const messages = req.body.messages;\n  res.json(await ${CALL});\n});`,
  ],
  [
    'a middleware of the router',
    `router.use(auditMiddleware);\nrouter.post('/ask', async (req, res) => {\n  const messages = req.body.messages;\n  res.json(await ${CALL});\n});`,
  ],
  [
    'a handler that is wrapped',
    `async function handler(req) {\n  const { messages } = await req.json();\n  return Response.json(await ${CALL});\n}\nexport const POST = withAudit(handler);`,
  ],
  [
    'a procedure that audits',
    `export const ask = auditedProcedure.mutation(async ({ input: messages }) => ${CALL});`,
  ],
  [
    'a client that audits',
    `export const ask = (messages) => auditedClient.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });`,
  ],
  [
    'a client with middleware',
    `const claude = new Anthropic({ fetch: auditedFetch });\nexport const ask = (messages) => claude.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });`,
  ],
  [
    'a record from elsewhere',
    `export async function ask(messages) {\n  try {\n    const message = await ${CALL};\n    await audit.record(entryOf(message));\n    return message;\n  } catch (error) {\n    await audit.failed(error);\n    throw error;\n  }\n}`,
  ],
  [
    'fields one level down, other spellings',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    await prisma.auditLog.create({ data: { user_id: req.user.id, prompt_sha256: hash(prompt), response_digest: hash(text), status: ok ? 'ok' : 'error', created_at: new Date() } });\n  }\n}`,
  ],
  [
    'a table of a database that sets the time',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    await supabase.from('audit_logs').insert({ actor_id: user.id, input_hash: h1, output_hash: h2, result: status });\n  }\n}`,
  ],
  [
    'SQL',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    await pool.query('INSERT INTO audit_log (user_id, input_hash, output_hash, outcome, at) VALUES ($1, $2, $3, $4, now())', [userId, h, o, outcome]);\n  }\n}`,
  ],
  [
    'a file',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    appendFileSync(AUDIT_LOG_PATH, JSON.stringify(entry) + '\\n');\n  }\n}`,
  ],
  [
    'a topic',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    await producer.send({ topic: 'ai-audit', messages: [entry] });\n  }\n}`,
  ],
  [
    'counting tokens',
    `export const count = (messages) => client.messages.countTokens({ model: 'claude-opus-5', messages });`,
  ],
  [
    'a model that is made here and asked elsewhere',
    `import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ model: 'claude-opus-5' });`,
  ],
  [
    'a batch has no output yet',
    `export async function queue(requests) {\n  try {\n    const batch = await client.messages.batches.create({ requests });\n    ${FAILED.replace("'error'", "'queued'")};\n    return batch;\n  } catch (error) {\n    ${FAILED};\n    throw error;\n  }\n}`,
  ],
  [
    'callbacks of the AI SDK',
    `import { anthropic } from '@ai-sdk/anthropic';\nimport { streamText } from 'ai';\nexport const ask = (prompt) => streamText({\n  model: anthropic('claude-opus-5'),\n  prompt,\n  onFinish({ text }) { ${GOOD}; },\n  onError({ error }) { ${FAILED}; },\n});`,
  ],
  [
    'handlers of LangChain',
    `import { ChatAnthropic } from '@langchain/anthropic';\nconst model = new ChatAnthropic({ model: 'claude-opus-5' });\nexport const ask = (prompt) => model.invoke(prompt, { callbacks: [auditHandler] });`,
  ],
  [
    'the Agent SDK',
    `import { query } from '@anthropic-ai/claude-agent-sdk';\nexport async function work(prompt, userId) {\n  try {\n    for await (const message of query({ prompt })) show(message);\n    ${GOOD};\n  } catch (error) {\n    ${FAILED};\n    throw error;\n  }\n}`,
  ],
  [
    'HTTP',
    `export async function ask(body) {\n  try {\n    const res = await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body });\n    return await res.json();\n  } finally {\n    ${GOOD};\n  }\n}`,
  ],
  [
    'beside the call',
    `export async function ask(messages) {\n  const [message] = await Promise.all([${CALL}, ${GOOD}]);\n  return message;\n}`,
  ],
  [
    'an entry that is filled in',
    dedent`
    export async function ask(messages) {
      const entry = { userId, inputHash: hash(prompt), outcome: 'pending' };
      try {
        const message = await ${CALL};
        entry.outputHash = hash(message.content);
        entry.outcome = message.stop_reason;
        return message;
      } finally {
        entry.timestamp = Date.now();
        await audit.record(entry);
      }
    }
  `,
  ],
  [
    'a builder',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    await auditEvent('ask').by(userId).outcome(status).save();\n  }\n}`,
  ],
  [
    'JSON on the console',
    `export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    console.log(JSON.stringify({ type: 'audit', userId, inputHash, outputHash, outcome, ts: Date.now() }));\n  }\n}`,
  ],
  [
    'an error as a value',
    `export async function ask(messages) {\n  const [error, message] = await to(${CALL});\n  if (error) {\n    ${FAILED};\n    throw error;\n  }\n  ${GOOD};\n  return message;\n}`,
  ],
  [
    'results of neverthrow',
    `export const ask = (messages) => ResultAsync.fromPromise(${CALL}, String)\n  .map((message) => { ${GOOD}; return message; })\n  .mapErr((error) => { ${FAILED}; return error; });`,
  ],
  [
    'after the response',
    `export async function POST(req) {\n  const { messages } = await req.json();\n  after(() => ${GOOD});\n  return Response.json(await ${CALL});\n}`,
  ],
  [
    'an agent handed on',
    `import { anthropic } from '@ai-sdk/anthropic';\nimport { ToolLoopAgent, createAgentUIStreamResponse } from 'ai';\nconst agent = new ToolLoopAgent({ model: anthropic('claude-opus-5') });\nexport async function POST(req) {\n  try {\n    return createAgentUIStreamResponse({ agent, messages });\n  } finally {\n    ${GOOD};\n  }\n}`,
  ],
  [
    'a decorated method',
    dedent`
    export class Notes {
      @AuditLog({ action: 'summarize' })
      async summarize(messages: Anthropic.MessageParam[]) {
        return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });
      }
    }
  `,
    true,
  ],
];

const DECOYS: readonly (readonly [name: string, code: string])[] = [
  [
    'a component',
    `export function Page({ messages }) {\n  const ask = () => ${CALL};\n  return <AuditTrail onAsk={ask} rows={rows} />;\n}`,
  ],
  [
    'an audit of accessibility',
    `export async function ask(messages) {\n  const message = await ${CALL};\n  runAccessibilityAudit({ page });\n  return message;\n}`,
  ],
  [
    'Lighthouse',
    `export async function ask(messages) {\n  const message = await ${CALL};\n  const report = lighthouse.audits.list({ page });\n  return message;\n}`,
  ],
  [
    'RxJS',
    `export async function ask(messages) {\n  const message = await ${CALL};\n  source.pipe(auditTime({ due: 8 }));\n  return message;\n}`,
  ],
  [
    'npm',
    `export async function ask(messages) {\n  const message = await ${CALL};\n  exec('npm audit', { cwd });\n  return message;\n}`,
  ],
  [
    'reading the log',
    `export async function ask(messages) {\n  const rows = await prisma.auditLog.findMany({ where: { userId } });\n  return ${CALL};\n}`,
  ],
  [
    'an ordinary log',
    `export async function ask(messages) {\n  const message = await ${CALL};\n  logger.info({ userId, outcome: 'ok' }, 'security audit of the site');\n  return message;\n}`,
  ],
  [
    'a record of another function',
    `export async function ask(messages) {\n  return ${CALL};\n}\nexport function save() {\n  ${GOOD};\n}`,
  ],
  [
    'a record of another route',
    `app.post('/a', async (req, res) => {\n  const { messages } = req.body;\n  res.json(await ${CALL});\n});\napp.post('/b', (req, res) => {\n  ${GOOD};\n});`,
  ],
  [
    'a record of the start',
    `export function start(queue) {\n  queue.process(async ({ data: messages }) => ${CALL});\n  ${GOOD};\n}`,
  ],
  [
    'a record behind the return',
    `export async function ask(messages) {\n  if (messages) {\n    return ${CALL};\n  }\n  ${GOOD};\n}`,
  ],
  [
    'a record of the earlier call',
    `export async function ask(other, messages) {\n  const first = await client.beta.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: other }).catch(() => ${FAILED});\n  ${GOOD};\n  return ${CALL};\n}`,
  ],
];

const missing = (
  data: Partial<Record<'but' | 'call' | 'with', string>> = {},
  at: Finding<Id>['at'] = 'client.messages.create',
): Finding<Id> => ({
  messageId: 'missing',
  at,
  data: {
    call: 'client.messages.create',
    but: '',
    with: ' with `inputHash`, `outputHash`, `timestamp`, `userId`, `outcome`',
    ...data,
  },
});

const missingOnError = (but = ''): Finding<Id> => ({
  messageId: 'missingOnError',
  at: 'client.messages.create',
  data: { call: 'client.messages.create', but, with: ' with `inputHash`, `timestamp`, `userId`, `outcome`' },
});

/** Two of the fields, and how many more. */
const counted = (fields: string): string => {
  const all = fields.split(', ');
  if (all.length > 2) return `${all.slice(0, 2).join(', ')} and ${String(all.length - 2)} more`;
  return all.join(' and ');
};

const lacks = (
  missing: string,
  line: number,
  when = '',
  at: Finding<Id>['at'] = 'audit.record',
): Finding<Id> => ({
  messageId: 'fields',
  at,
  data: { call: 'client.messages.create', line: ` (line ${String(line)})`, missing: counted(missing), when },
});

const conditional = (line: number): string => ` (line ${String(line)} is conditional)`;

const valid: readonly ValidCase<Options>[] = [
  ...RECORDED.map(([name, code, typed]): ValidCase<Options> => ({
    name,
    code: HEAD + code,
    ...(typed && { typed }),
  })),
  {
    name: 'success alone is asked for',
    code: `${HEAD}export async function ask(messages) {\n  const message = await ${CALL};\n  ${GOOD};\n  return message;\n}`,
    options: [{ errorPath: false }],
  },
  {
    name: 'no fields are asked for',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    audit.record({ event: 'ask' });\n  }\n}`,
    options: [{ fields: [] }],
  },
  {
    name: 'before the call is enough for these fields',
    code: `${HEAD}export async function ask(messages) {\n  await audit.record({ userId, timestamp: Date.now(), purpose: 'triage', requestId });\n  return ${CALL};\n}`,
    options: [{ fields: ['timestamp', 'userId', 'purpose', 'requestId'] }],
  },
  {
    name: 'an audit logger of the settings',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    trail.add(entry);\n  }\n}`,
    settings: { 'claude-compliance': { auditLoggers: { 'trail.add': true } } },
  },
  {
    name: 'a wrapper of the settings',
    code: `${HEAD}export const ask = (messages) => governed({ userId }, () => ${CALL});`,
    settings: { 'claude-compliance': { auditLoggers: { governed: true } } },
  },
  {
    name: 'keyed hashes',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    audit.record({ inputHash: createHmac('sha256', key).update(prompt).digest('hex'), outputHash: hmac(text), timestamp, userId, outcome, previousHash: createHash('sha256').update(last).digest('hex') });\n  }\n}`,
    options: [{ keyedHash: true }],
  },
  {
    name: 'another vendor',
    code: `import OpenAI from 'openai'; // not claude\nnew OpenAI().chat.completions.create({ model: 'gpt-5', messages });`,
  },
];

const invalid: readonly InvalidCase<Options, Id>[] = [
  { name: 'nothing', code: `${HEAD}export const ask = (messages) => ${CALL};`, errors: [missing()] },
  ...DECOYS.map(([name, code]): InvalidCase<Options, Id> => ({
    name,
    code: HEAD + code,
    errors: [missing()],
  })),
  {
    name: 'nothing on error',
    code: `${HEAD}export async function ask(messages) {\n  const message = await ${CALL};\n  ${GOOD};\n  return message;\n}`,
    errors: [missingOnError()],
  },
  {
    name: 'nothing in catch',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    const message = await ${CALL};\n    ${GOOD};\n    return message;\n  } catch (error) {\n    logger.error(error);\n    throw error;\n  }\n}`,
    errors: [missingOnError()],
  },
  {
    name: 'only on error',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } catch (error) {\n    ${FAILED};\n    throw error;\n  }\n}`,
    errors: [missing()],
  },
  {
    name: 'a switch',
    code: `${HEAD}export async function ask(messages) {\n  const message = await ${CALL};\n  if (config.audit) ${GOOD};\n  return message;\n}`,
    errors: [missing({ but: conditional(6) })],
  },
  {
    name: 'a switch of the environment',
    code: `${HEAD}export async function ask(messages) {\n  const message = await ${CALL};\n  process.env.AUDIT === '1' && ${GOOD};\n  return message;\n}`,
    errors: [missing({ but: conditional(6) })],
  },
  {
    name: 'a switch that leaves early',
    code: `${HEAD}export async function ask(messages) {\n  const message = await ${CALL};\n  if (!config.audit) return message;\n  ${GOOD};\n  return message;\n}`,
    errors: [missing({ but: conditional(7) })],
  },
  {
    name: 'a switch in the helper',
    code: `${HEAD}function note(fields) {\n  if (!ENABLED) return;\n  audit.record(fields);\n}\nfunction other(fields) {\n  if (ENABLED) audit.record(fields);\n}\nexport async function ask(messages) {\n  const message = await ${CALL};\n  other({ userId });\n  return message;\n}`,
    errors: [missing({ but: conditional(9) })],
  },
  {
    name: 'a record of another failure',
    code: `${HEAD}export async function ask(messages) {\n  const message = await ${CALL};\n  try {\n    await save(message);\n  } catch (error) {\n    ${FAILED};\n  }\n  await send(message).catch(() => ${FAILED});\n  return message;\n}`,
    errors: [missing()],
  },
  {
    name: 'a sample',
    code: `${HEAD}export async function ask(messages) {\n  const message = await ${CALL};\n  if (Math.random() < 0.1) ${GOOD};\n  return message;\n}`,
    errors: [missing({ but: conditional(6) })],
  },
  {
    name: 'one of two callers',
    code: `${HEAD}const ask = (messages) => ${CALL};\nexport async function a(messages) {\n  const message = await ask(messages);\n  ${GOOD};\n  return message;\n}\nexport const b = (messages) => ask(messages);`,
    errors: [missing()],
  },
  {
    name: 'missing fields',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    await audit.record({ userId, action: 'ask' });\n  }\n}`,
    errors: [lacks('`inputHash`, `outputHash`, `timestamp`, `outcome`', 6)],
  },
  {
    name: 'missing fields on error',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    const message = await ${CALL};\n    ${GOOD};\n    return message;\n  } catch (error) {\n    audit.record({ userId, at: new Date(), error: error.name });\n    throw error;\n  }\n}`,
    errors: [lacks('`inputHash`', 6, ' on failure', ['audit.record', 2])],
  },
  {
    name: 'an intention alone',
    code: `${HEAD}export async function ask(messages) {\n  await audit.record({ userId, timestamp: Date.now(), inputHash: sha256(prompt) });\n  return ${CALL};\n}`,
    errors: [lacks('`outputHash`, `outcome`', 6), missingOnError()],
  },
  {
    name: 'a batch',
    code: `${HEAD}export const queue = (requests) => client.messages.batches.create({ requests });`,
    errors: [
      missing(
        {
          call: 'client.messages.batches.create',
          with: ' with `inputHash`, `timestamp`, `userId`, `outcome`',
        },
        'client.messages.batches.create',
      ),
    ],
  },
  {
    name: 'a logger taken away by the settings',
    code: `${HEAD}export async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    ${GOOD};\n  }\n}`,
    settings: { 'claude-compliance': { auditLoggers: { 'audit.record': false } } },
    errors: [missing()],
  },
  {
    name: 'plain hashes',
    code: `${HEAD}const hash = (text) => createHash('sha256').update(text).digest('hex');\nexport async function ask(messages) {\n  try {\n    return await ${CALL};\n  } finally {\n    audit.record({ inputHash: createHash('sha256').update(prompt).digest('hex'), outputHash: hash(text), timestamp, userId: sha256(email), outcome });\n  }\n}`,
    options: [{ keyedHash: true }],
    errors: [
      { messageId: 'plainHash', at: [`createHash('sha256').update(prompt).digest('hex')`, 1], data: {} },
      { messageId: 'plainHash', at: 'hash(text)', data: {} },
      { messageId: 'plainHash', at: 'sha256(email)', data: {} },
    ],
  },
];

const isJsx = ({ name }: { readonly name: string }): boolean => name === 'a component';
it('takes no request for a record, whatever fields it asks for', () => {
  const tool = `tools: [{ name: 'report', input_schema: { type: 'object', properties: { userId: {}, timestamp: {}, outcome: {}, model: {}, purpose: {}, requestId: {} } } }]`;
  const asked = `{ model: 'claude-opus-5', max_tokens: 8, messages, userId, timestamp, outcome, requestId, ${tool} }`;
  const code = `${HEAD}export async function ask(messages, userId, timestamp, outcome, requestId) {\n  const first = await ${CALL};\n  return client.messages.create(${asked});\n}`;
  expect(lintWith(rule, code).map(({ messageId }) => messageId)).toEqual(['missing', 'missing']);
});

runRule('require-audit-log', rule, { valid, invalid: invalid.filter((each) => !isJsx(each)) });

describe('files', () => {
  const lint = (filename: string): number =>
    new Linter({ cwd: '/project' }).verify(
      `${HEAD}await ${CALL};`,
      {
        files: ['**'],
        plugins: { test: { rules: { rule: rule as never } } },
        rules: { 'test/rule': 'error' },
      },
      { filename },
    ).length;

  it('is silent in tests', () => {
    expect(lint('/project/src/ask.js')).toBe(1);
    expect(lint('/project/src/ask.test.js')).toBe(0);
    expect(lint('/project/tests/ask.js')).toBe(0);
  });

  it('reads JSX', () => {
    const [, code = ''] = DECOYS.find(([name]) => name === 'a component') ?? [];
    expect(lintWith(rule, HEAD + code, { parser: 'espree' })).toHaveLength(1);
  });
});

describe('wrappers that call themselves', () => {
  it.each([
    [
      'a retry',
      'async function retry(fn, n) { try { return await fn() } catch { return retry(() => fn(), n - 1) } }',
    ],
    [
      'two that call one another',
      'const retry = (fn) => again(() => fn()); const again = (fn) => retry(() => fn());',
    ],
    [
      'one that is named for audits',
      'const retry = (fn) => withAudit(() => fn()); const withAudit = (fn) => retry(() => withAudit(fn()));',
    ],
  ])('%s', (_, wrapper) => {
    expect(
      lintWith(rule, `${HEAD}${wrapper}\nexport const ask = () => retry(() => ${CALL}, 3);`).length,
    ).toBeLessThan(2);
  });
});
