/**
 * What require-audit-log asks for, no-raw-prompt-logging never reports: the good record in the ways people write it, for
 * the fields of every pack, under both rules at their strictest.
 */
import { describe, expect, it } from 'vitest';
import { PACKS } from '../../src/configs/packs/index.ts';
import { AUDIT_FIELD_IDS } from '../../src/policy/audit-fields.ts';
import type { AuditField } from '../../src/policy/audit-fields.ts';
import auditLog from '../../src/rules/require-audit-log.ts';
import promptLogging from '../../src/rules/no-raw-prompt-logging.ts';
import { dedent, lintWith } from '../helpers/rule-tester.ts';

/** The lists of fields in the packs, and all fields at once. */
const PACK_FIELDS: Readonly<Record<string, readonly AuditField[]>> = {
  ...Object.fromEntries(
    Object.entries(PACKS).flatMap(([name, { rules }]) => {
      const fields = rules['require-audit-log']?.options?.['fields'] as readonly AuditField[] | undefined;
      return fields ? [[name, fields]] : [];
    }),
  ),
  'every field': AUDIT_FIELD_IDS,
};

/** Ways to give each field, in camel case and in snake case, from what the code has at hand. */
const WAYS: Readonly<Record<AuditField, readonly (readonly [name: string, value: string])[]>> = {
  inputHash: [
    ['inputHash', 'hmac(prompt)'],
    ['prompt_hash', `createHmac('sha256', key).update(prompt).digest('hex')`],
    ['promptHmac', 'keyedHash(JSON.stringify(messages))'],
  ],
  outputHash: [
    ['outputHash', 'hmac(text)'],
    ['response_hash', `createHmac('sha256', key).update(text).digest('hex')`],
    ['completionHmac', 'keyedHash(message.content[0].text)'],
  ],
  timestamp: [
    ['timestamp', 'new Date().toISOString()'],
    ['created_at', 'new Date()'],
    ['at', 'Date.now()'],
  ],
  userId: [
    ['userId', 'req.user.id'],
    ['user_id', 'session.user.id'],
    ['actor', 'user.email'],
  ],
  outcome: [
    ['outcome', 'result.decision'],
    ['status', `message?.stop_reason ?? 'error'`],
    ['decision', 'parsed.verdict'],
  ],
  eventType: [
    ['eventType', `'claude.request'`],
    ['event_type', `'ai_decision'`],
    ['action', `'summarize'`],
  ],
  component: [
    ['component', `'intake'`],
    ['service', 'SERVICE_NAME'],
    ['module', `'triage'`],
  ],
  source: [
    ['source', 'req.ip'],
    ['source_ip', 'req.headers["x-forwarded-for"]'],
    ['route', 'req.path'],
  ],
  dataClassification: [
    ['dataClassification', `'CUI'`],
    ['data_classification', 'label'],
    ['classification', 'req.body.classification'],
  ],
  model: [
    ['model', 'message.model'],
    ['model_id', `'claude-opus-5'`],
    ['modelUsed', 'message.model'],
  ],
  requestId: [
    ['requestId', 'message._request_id'],
    ['request_id', 'message.id'],
    ['messageId', 'message.id'],
  ],
  purpose: [
    ['purpose', 'req.body.purpose'],
    ['use_case', `'triage'`],
    ['legalBasis', `'contract'`],
  ],
};

/** Ways to write a record; `%` is the object. */
const WRITERS: readonly (readonly [name: string, head: string, call: string])[] = [
  ['a function of another file', `import { recordAudit } from './audit.js';`, 'await recordAudit(%)'],
  ['an object of another file', `import { audit } from './audit.js';`, 'await audit.record(%)'],
  [
    'pino',
    `import pino from 'pino';\nconst auditLogger = pino({ name: 'audit' });`,
    `auditLogger.info(%, 'claude request')`,
  ],
  ['winston', `import winston from 'winston';\nconst logger = winston.createLogger();`, `logger.audit(%)`],
  ['a logger of another file', `import { logger } from './logger.js';`, `logger.info('audit', %)`],
  ['the console', '', `console.log('[AUDIT]', %)`],
  ['Prisma', `import { prisma } from './db.js';`, 'await prisma.auditLog.create({ data: % })'],
  ['Supabase', `import { supabase } from './db.js';`, `await supabase.from('audit_logs').insert(%)`],
  ['Drizzle', `import { db, auditLogs } from './db.js';`, 'await db.insert(auditLogs).values(%)'],
  ['details', `import { logger } from './logger.js';`, `logger.auditEvent({ details: % })`],
];

const objectOf = (fields: readonly AuditField[], way: number): string =>
  `{ ${fields.map((field) => (WAYS[field][way] as readonly string[]).join(': ')).join(', ')} }`;

const code = (head: string, call: string, fields: readonly AuditField[], way: number): string => dedent`
  import Anthropic from '@anthropic-ai/sdk';
  import { createHmac } from 'node:crypto';
  ${head}
  const client = new Anthropic();
  export async function ask(req, session, user, label) {
    const prompt = req.body.note;
    const messages = [{ role: 'user', content: prompt }];
    let message, text = '', parsed = {}, result = {};
    try {
      message = await client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });
      text = message.content[0].text;
      parsed = JSON.parse(text);
      result = JSON.parse(text);
      ${call.replace('%', () => objectOf(fields, way))};
      return text;
    } catch (error) {
      ${call.replace('%', () => objectOf(fields, way))};
      throw error;
    }
  }
`;

describe.each(Object.entries(PACK_FIELDS))('the record of %s', (_, fields) => {
  it.each(
    WRITERS.flatMap(([name, head, call]) =>
      [0, 1, 2].map((way) => [name, way, code(head, call, fields, way)] as const),
    ),
  )('%s, spelling %i', (_name, _way, text) => {
    expect(
      lintWith(auditLog, text, { options: [{ fields, errorPath: true, keyedHash: true }] }).map(
        ({ message }) => message,
      ),
    ).toEqual([]);
    expect(
      lintWith(promptLogging, text, { options: [{ errors: 'report', stdout: 'report' }] }).map(
        ({ message }) => message,
      ),
    ).toEqual([]);
  });
});

it('covers the packs that ask for records', () => {
  expect(Object.keys(PACK_FIELDS)).toEqual(
    expect.arrayContaining(['hipaa', 'finserv', 'gov', 'gdpr', 'soc2']),
  );
});

describe.each(WRITERS)('the code above, by %s', (_, head, call) => {
  it('is judged by both rules', () => {
    const empty = code(head, call, ['component'], 0);
    expect(lintWith(auditLog, empty, { options: [{ fields: ['userId'] }] })).not.toEqual([]);
  });
});

it.each(['console', 'pino', 'a logger of another file', 'winston'])('raw text is reported in %s', (name) => {
  const [, head, call] = WRITERS.find(([each]) => each.endsWith(name)) as (typeof WRITERS)[number];
  const raw = code(head, call, ['inputHash'], 0).replaceAll('hmac(prompt)', 'prompt');
  expect(lintWith(promptLogging, raw, { options: [{ stdout: 'report' }] })).not.toEqual([]);
});

describe('on the error path', () => {
  it.each(['error.name', 'error.status', 'err(error).code'])('%s as the outcome', (outcome) => {
    const text = code(
      '',
      `logger.audit({ userId: req.user.id, timestamp: new Date(), outcome: ${outcome} })`,
      [],
      0,
    );
    expect(lintWith(auditLog, text, { options: [{ fields: ['timestamp', 'userId', 'outcome'] }] })).toEqual(
      [],
    );
    expect(lintWith(promptLogging, text, { options: [{ errors: 'report', stdout: 'report' }] })).toEqual([]);
  });
});

describe('settings', () => {
  it.each(['trail', 'trail.add'])('a logger named %s counts here and is left alone there', (name) => {
    const settings = { 'claude-compliance': { auditLoggers: { [name]: true } } };
    const text = code('', 'trail.add(%)', AUDIT_FIELD_IDS, 0).replaceAll('hmac(prompt)', 'prompt');
    expect(lintWith(auditLog, text, { settings, options: [{ fields: ['userId'] }] })).toEqual([]);
    expect(lintWith(promptLogging, text, { settings })).toEqual([]);
  });
});
