/**
 * Secrets and persons in every kind of place: no rule may print them, in messages, suggestions or errors.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import { readMarker } from '../../src/declared/package-marker.ts';
import { readSettings } from '../../src/declared/settings.ts';
import { lintWith } from '../helpers/rule-tester.ts';
import { RULES } from '../helpers/rules.ts';

const SECRET = ['sk', 'ant', 'api03', `${'Qz7x'.repeat(23)}pAA`].join('-');
const PERSON = 'Zebulon Quackenbush';
const SSN = '536-22-8141';
const MAIL = 'quackenbush@stjohns-clinic.org';
const REST = `max_tokens: 8, messages: [{ role: 'user', content: patient.ssn }]`;
const IMPORT = `import Anthropic from '@anthropic-ai/sdk';\n`;
/** Three thousand characters, among them what a terminal obeys. */
const HUGE = `\u001b[31m\u202e${'x'.repeat(3000)} ${PERSON}`;
const written = JSON.stringify(HUGE);

const CODE: readonly (readonly [name: string, code: string])[] = [
  [
    'a client made in the call',
    `${IMPORT}const answer = await new Anthropic({ apiKey: '${SECRET}' }).messages.create({ model: 'claude-opus-5', ${REST} });\nconsole.log(answer);`,
  ],
  [
    'a client cloned with options',
    `${IMPORT}await new Anthropic().withOptions({ apiKey: '${SECRET}' }).messages.create({ model: 'claude-opus-5', ${REST} });`,
  ],
  [
    'a child logger',
    `${IMPORT}const answer = await new Anthropic().messages.create({ model: 'claude-opus-5', ${REST} });\nlogger.child({ patient: '${PERSON}' }).info(answer);`,
  ],
  [
    'a computed key',
    `${IMPORT}const clients = { '${PERSON}': new Anthropic() };\nconst answer = await clients['${PERSON}'].messages.create({ model: 'claude-opus-5', ${REST} });\nlogs['${PERSON}'].info(answer); console.log(answer);`,
  ],
  [
    'a getter under a computed key',
    `${IMPORT}export const ask = async (db) => new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: db['get${PERSON}'](1) }] });`,
  ],
  [
    'a query',
    `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: JSON.stringify(await db.patient.findUnique({ where: { name: '${PERSON}' } })) }] });`,
  ],
  [
    'a geography',
    `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', inference_geo: ${written}, ${REST} });`,
  ],
  ...[PERSON, SSN, MAIL].flatMap((person): readonly (readonly [string, string])[] => [
    [
      `${person} as a geography`,
      `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', inference_geo: '${person}', ${REST} });`,
    ],
    [
      `${person} as a label`,
      `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', ${REST} }, { headers: { 'x-data-classification': '${person}' } });`,
    ],
    [
      `${person} as a region`,
      `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nawait new AnthropicVertex({ region: '${person}' }).messages.create({ model: 'claude-opus-5', ${REST} });`,
    ],
  ]),
  ['a model', `${IMPORT}await new Anthropic().messages.create({ model: ${written}, ${REST} });`],
  ['a secret as a model', `${IMPORT}await new Anthropic().messages.create({ model: '${SECRET}', ${REST} });`],
  [
    'a label',
    `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', ${REST} }, { headers: { 'x-data-classification': ${written} } });`,
  ],
  [
    'a region',
    `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nawait new AnthropicVertex({ region: ${written} }).messages.create({ model: 'claude-opus-5', ${REST} });`,
  ],
  [
    'a host',
    `${IMPORT}new Anthropic({ baseURL: 'http://${'x'.repeat(3000)}.${PERSON.replace(' ', '.')}/' });`,
  ],
  [
    'a user id',
    `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', ${REST}, metadata: { user_id: '${PERSON}' } });`,
  ],
  [
    'a beta and a tool',
    `${IMPORT}await new Anthropic().beta.messages.create({ model: 'claude-opus-5', ${REST}, betas: [${written}], tools: [{ type: ${JSON.stringify(`${'y'.repeat(3000)}${PERSON}_20270101`)}, name: 'x' }] });`,
  ],
  [
    'a schema',
    `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', ${REST}, output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { ssn: { enum: ['${PERSON}', '123-45-6789'] } } } } } });`,
  ],
  [
    'names of three thousand characters',
    `${IMPORT}const ${'c'.repeat(3000)} = new Anthropic();\nconsole.log(await ${'c'.repeat(3000)}.messages.create({ model: 'claude-opus-5', ${REST} }));`,
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'canary-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Options with which the rules say as much as they can. */
const LOUD: Readonly<Record<string, object>> = {
  'no-hipaa-ineligible-features': {
    when: 'always',
    qualified: 'report',
    unclassified: 'report',
    unverifiable: 'report',
  },
  'no-zdr-ineligible-features': {
    when: 'always',
    qualified: 'report',
    unclassified: 'report',
    unverifiable: 'report',
  },
  'no-raw-prompt-logging': { errors: 'report', stdout: 'report' },
  'require-approved-model': { models: ['claude-haiku-9'], aliases: 'report', unverifiable: 'report' },
  'require-approved-provider': { providers: ['bedrock'], unverifiable: 'report' },
  'require-audit-log': { keyedHash: true },
  'require-redaction': { content: 'all' },
};

function demandNothing(text: string): void {
  expect(text).not.toContain(SECRET.slice(14, 34));
  expect(text).not.toContain(SECRET.slice(-12));
  expect(text).not.toMatch(/Zebulon|Quackenbush|22-8141/i);
}

describe.each(CODE)('%s', (_, code) => {
  it.each(RULES)('%s prints nothing of it', (name, rule) => {
    const found = lintWith(rule, code, { options: LOUD[name] ? [LOUD[name]] : [] });
    for (const { message, suggestions = [] } of found) {
      demandNothing(message);
      for (const { desc } of suggestions) demandNothing(desc);
    }
  });
});

describe('markers', () => {
  const marked = (own: object): string => {
    const at = mkdtempSync(join(folder, 'p'));
    mkdirSync(join(at, 'src'));
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name: 'acme', [NAMESPACE]: own }));
    return at;
  };
  const own: readonly (readonly [string, object])[] = [
    ['a key', { [HUGE]: true }],
    ['a value', { hipaa: HUGE }],
    ['a label', { hipaa: true, zdr: true, dataClassification: HUGE }],
    ['a day', { hipaa: true, attestations: { baa: { reference: PERSON, expires: HUGE } } }],
    ['the name of a document', { hipaa: true, attestations: { [HUGE]: 7 } }],
  ];
  it.each(own.flatMap(([what, marker]) => RULES.map(([name, rule]) => [what, name, rule, marker] as const)))(
    '%s: %s prints nothing of it',
    (_, _name, rule, marker) => {
      const code = `${IMPORT}await new Anthropic().messages.create({ model: 'claude-opus-5', ${REST} });`;
      for (const { message } of lintWith(rule, code, { cwd: marked(marker), filename: 'src/a.ts' }))
        demandNothing(message);
    },
  );

  it('keep what is wrong with them short', () => {
    for (const [, marker] of own) {
      const reading = readMarker(join(marked(marker), 'src/a.ts'));
      if ('problem' in reading) demandNothing(reading.problem);
    }
  });
});

it('settings are refused without what stands in them', () => {
  for (const own of [
    { [HUGE]: 1 },
    { zdr: HUGE },
    { features: { [HUGE]: 'allow' } },
    { loggers: { [HUGE]: 7 } },
    { loggers: [7, HUGE] },
  ]) {
    let error = '';
    try {
      readSettings({ [NAMESPACE]: own });
    } catch (thrown) {
      error = String(thrown);
    }
    expect(error).not.toBe('');
    demandNothing(error);
    expect(error).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  }
});
