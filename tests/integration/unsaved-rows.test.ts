/**
 * Audit records that an ORM only makes of an object: they count where the row is written, and not where nobody saves it.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = { 'require-audit-log': { errorPath: false } };

const FIELDS = `{ userId, inputHash: hmac(text), outputHash: hmac(output), outcome: 'ok', timestamp: new Date() }`;

const service = `import Anthropic from '@anthropic-ai/sdk';
import { AuditTrail } from './audit/audit-trail';
const client = new Anthropic();
export async function ask(trail: AuditTrail, userId: string, text: string) {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: text }] });
  const output = message.content[0].text;
  await trail.append(userId, text, output);
  return output;
}
`;
const trail = (imports: string, members: string, body: string) => `import { createHmac } from 'node:crypto';
${imports}
const hmac = (text: string) => createHmac('sha256', process.env.AUDIT_KEY).update(text).digest('hex');
export class AuditTrail {
  ${members}
  async append(userId: string, text: string, output: string) {
    ${body}
  }
}
`;
const lint = (imports: string, members: string, body: string) =>
  lintFiles(
    {
      'package.json': { name: 'app', type: 'module', dependencies: { '@anthropic-ai/sdk': '*' } },
      'src/ask.ts': service,
      'src/audit/audit-trail.ts': trail(imports, members, body),
    },
    { rules },
  );

const TYPEORM: [string, string] = [
  `import { Repository } from 'typeorm';\nimport { InjectRepository } from '@nestjs/typeorm';\nimport { Entry } from './entry';`,
  `constructor(@InjectRepository(Entry) private readonly entries: Repository<Entry>) {}`,
];
const SOURCE: [string, string] = [
  `import { DataSource } from 'typeorm';\nimport { Entry } from './entry';`,
  `private readonly entries;\n  constructor(dataSource: DataSource) { this.entries = dataSource.getRepository(Entry); }`,
];
const MIKRO: [string, string] = [
  `import { EntityManager } from '@mikro-orm/postgresql';\nimport { Entry } from './entry';`,
  `constructor(private readonly em: EntityManager) {}`,
];
const MONGOOSE: [string, string] = [
  `import { model, Schema } from 'mongoose';\nconst Entry = model('audit_entry', new Schema({ userId: String }));`,
  '',
];
const MISSING = { 'src/ask.ts': ['5 require-audit-log missing'] };

describe('a row of an audit table', () => {
  it.each<[string, [string, string], string]>([
    ['TypeORM', TYPEORM, `const row = this.entries.create(${FIELDS}); await this.entries.save(row);`],
    ['TypeORM, in one', TYPEORM, `await this.entries.save(this.entries.create(${FIELDS}));`],
    ['TypeORM, plain', TYPEORM, `await this.entries.save(${FIELDS});`],
    [
      'TypeORM, of the source',
      SOURCE,
      `const row = this.entries.create(${FIELDS}); await this.entries.insert(row);`,
    ],
    [
      'TypeORM, changed before',
      TYPEORM,
      `const row = this.entries.create(${FIELDS}); row.outcome = 'done'; await this.entries.save([row]);`,
    ],
    ['TypeORM, handed on', TYPEORM, `const row = this.entries.create(${FIELDS}); await this.write(row);`],
    ['MikroORM', MIKRO, `this.em.create(Entry, ${FIELDS}); await this.em.flush();`],
    ['Mongoose', MONGOOSE, `const row = new Entry(${FIELDS}); await row.save();`],
    ['Mongoose, in one', MONGOOSE, `await Entry.create(${FIELDS});`],
  ])('is a record where it is written: %s', (_, [imports, members], body) => {
    expect(lint(imports, members, body)).toEqual({});
  });

  it.each<[string, [string, string], string]>([
    ['TypeORM', TYPEORM, `this.entries.create(${FIELDS});`],
    ['TypeORM, kept', TYPEORM, `const row = this.entries.create(${FIELDS});`],
    ['TypeORM, of the source', SOURCE, `const row = this.entries.create(${FIELDS});`],
    [
      'TypeORM, looked at',
      TYPEORM,
      `const row = this.entries.create(${FIELDS}); row.outcome = 'done'; console.debug(row.id);`,
    ],
    ['MikroORM', MIKRO, `this.em.create(Entry, ${FIELDS});`],
    ['Mongoose', MONGOOSE, `const row = new Entry(${FIELDS});`],
  ])('is none where nobody writes it: %s', (_, [imports, members], body) => {
    expect(lint(imports, members, body)).toEqual(MISSING);
  });
});
