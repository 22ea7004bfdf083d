import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import rule from '../../src/rules/no-full-record.ts';
import type { FullRecordOptions } from '../../src/rules/no-full-record.ts';
import { claude, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<FullRecordOptions>;

const CREATE = 'client.messages.create';

/** A request with this as the text of its only turn, below what stands before it. */
const ask = (content: string, before = ''): string =>
  claude`${before}await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: ${content} }] });`;

const passes = (
  content: string,
  before = '',
  more: Partial<ValidCase<Options>> = {},
): ValidCase<Options> => ({
  name: `${before.split('\n')[0] ?? ''} ${content}`,
  code: ask(content, before),
  ...more,
});

/** `at` is the value in the request, or where it is put into a text. */
function found(
  content: string,
  at: string,
  before = '',
  more: Partial<InvalidCase<Options, Id>> & { readonly record?: string; readonly id?: Id } = {},
): InvalidCase<Options, Id> {
  const { record = at, id = 'record', ...rest } = more;
  const code = ask(content, before);
  const offset = code.lastIndexOf(at);
  const occurrence = code.slice(0, offset + at.length).split(at).length - 1;
  const line = String(code.slice(0, offset).split('\n').length);
  return {
    name: `${before.split('\n')[0] ?? ''} ${content}`,
    code,
    errors: [{ messageId: id, at: [at, occurrence], data: { record, line, call: CREATE } }],
    ...rest,
  };
}

const S = '${';
const CLINIC = '// The clinic asks about a patient.\n';

describe('whole records', () => {
  runRule<Options, Id>('no-full-record', rule, {
    valid: [
      passes('patient.summary'),
      passes(`\`About ${S}patient.condition}.\``),
      passes('JSON.stringify({ age: patient.age, notes: patient.notes })'),
      passes(`JSON.stringify(pick(patient, ['age', 'notes']))`, `import { pick } from 'lodash-es';\n`),
      passes(`JSON.stringify(_.pick(patient, ['age']))`),
      passes(`JSON.stringify(omit(patient, ['ssn']))`),
      passes(`JSON.stringify(patient, ['age', 'notes'])`),
      passes(`JSON.stringify(patient, onlyClinical, 2)`),
      passes('JSON.stringify(rest)', 'const { ssn, name, ...rest } = patient;\n'),
      passes('`${age} ${notes}`', 'const { age, notes } = patient;\n'),
      passes('JSON.stringify(patients.map((p) => ({ age: p.age })))'),
      passes('JSON.stringify(patients.map(({ age, notes }) => ({ age, notes })))'),
      passes('JSON.stringify(patients.map((p) => p.notes))'),
      passes('JSON.stringify(patient)', 'const patient = { age: row.age, notes: row.notes };\n'),
      passes('JSON.stringify(patient)', `const patient = pick(row, ['age']);\n`),
      passes('JSON.stringify(patient)', 'const patient = toPromptFields(row);\n'),
      passes('JSON.stringify(redact(patient))'),
      passes('redactPhi(JSON.stringify(patient))'),
      passes('JSON.stringify(patient)', 'const patient = deidentify(await load(id));\n'),
      passes('JSON.stringify(redactedPatient)'),
      passes(
        'JSON.stringify(patient)',
        `const patient = await prisma.patient.findUnique({ where: { id }, select: { age: true } });\n`,
      ),
      passes(
        'JSON.stringify(patient)',
        `const patient = await Patient.findById(id).select('age notes').lean();\n`,
      ),
      passes('JSON.stringify(patient)', `const patient = await Patient.findById(id, 'age notes');\n`),
      passes(
        'JSON.stringify(patient)',
        `const patient = await Patient.findByPk(id, { attributes: ['age'] });\n`,
      ),
      passes(
        'JSON.stringify(patients)',
        `const patients = await db('patients').where({ ward }).select('age', 'notes');\n`,
      ),
      passes(
        'JSON.stringify(patients)',
        `const patients = await db.select({ age: patientTable.age }).from(patientTable);\n`,
      ),
      passes(
        'JSON.stringify(data)',
        `const { data } = await supabase.from('patients').select('age, notes').eq('id', id);\n`,
      ),
      passes(
        'JSON.stringify(rows)',
        `const { rows } = await pool.query('SELECT age, notes FROM patients WHERE id = $1', [id]);\n`,
      ),
      passes('promptFor(patient)', `import { promptFor } from './prompts.js';\n`),
      passes('promptFor(patient)', 'const promptFor = (p) => `Aged ${p.age}: ${p.notes}`;\n'),
      passes('JSON.stringify(patient).length.toString()'),
      passes(`\`${S}patient['Reported condition']}\``),
      passes(
        'JSON.stringify(short)',
        `const short = patients.slice(0, 5).map((p) => ({ age: p['Age band'] || p.age }));\n`,
      ),
      passes('JSON.stringify(candidates)', '// the best answers\n'),
      passes('JSON.stringify(resume)', 'const resume = session.checkpoint;\n'),
      passes('JSON.stringify(lead)'),
      passes('JSON.stringify(businessContact)', '// customer\n'),
      passes('JSON.stringify(employee)'),
      passes(
        'JSON.stringify(patient)',
        'const patient = Schema.parse({ age: row.age, notes: row.notes });\n',
      ),
      passes('JSON.stringify(patient)', 'const patient = { ...row };\ndelete patient.name;\n'),
      passes('JSON.stringify(userContent)', '', { options: [{ records: ['user'] }] }),
      passes('JSON.stringify({ resume, job })', '// recruiting\n'),
      passes('JSON.stringify({ resume: resume.slice(0, 2000) })', '// recruiting\n'),
      passes('JSON.stringify(rows)', 'const rows = await applicationService.find({ namespace });\n', {
        options: [{ records: ['application'] }],
      }),
      passes('JSON.stringify(rows)', 'const rows = await repository.find();\n'),
      passes('JSON.stringify(rows)', `const rows = await Patient.find().select('age');\n`),
      passes('JSON.stringify(patientService)'),
      passes('JSON.stringify(member)', '', { options: [{ records: ['user'] }] }),
      passes('JSON.stringify(candidate)', '// recruiting\n', {
        settings: { [NAMESPACE]: { recordNames: { candidate: false } } },
      }),
      ...[
        'dnsRecord',
        'logRecord',
        'recordType',
        'patientId',
        'patientCount',
        'patientSummary',
        'chartConfig',
        'useCase',
        'testCase',
        'caseStudy',
        'jwtClaims',
        'accountSettings',
        'serviceAccount',
        'customerSchema',
        'recordSchema',
        'samplePatient',
        'product',
        'records.length',
      ].map((name) => passes(`JSON.stringify(${name})`)),
      ...['record', 'chart', 'chartData', 'claim', 'claims', 'account', 'case_'].map((name) =>
        passes(`JSON.stringify(${name})`),
      ),
      passes('`Check this claim: ${claim}`', '// insurance\n'),
      passes('`Write to ${customer}.`', 'const customer = form.customer.trim();\n'),
      passes('`The chart: ${chart}`', 'function draw(chart) { return chart.toUpperCase(); }\n'),
      passes('`${patient}`', 'declare const patient: string;\n', { typed: true }),
      passes('JSON.stringify(record)', `${CLINIC}const record = component as Record<string, unknown>;\n`, {
        typed: true,
      }),
      passes('JSON.stringify(patient)', '', { options: [{ records: ['customer'] }] }),
      passes('JSON.stringify(patient)', '', {
        settings: { [NAMESPACE]: { recordNames: { patient: false } } },
      }),
      { name: 'saved, not sent', code: ask(`'Hello'`, 'await save(JSON.stringify(patient));\n') },
      {
        name: 'another vendor',
        code: `import OpenAI from 'openai';\nnew OpenAI().chat.completions.create({ model: 'gpt-5', messages: [{ role: 'user', content: JSON.stringify(patient) }] });`,
      },
    ],
    invalid: [
      found('JSON.stringify(patient)', 'patient'),
      found('JSON.stringify(patient, null, 2)', 'patient'),
      found(`\`Summarize: ${S}JSON.stringify(patient)}\``, 'patient'),
      found(`'Summarize: ' + JSON.stringify(patient)`, 'patient'),
      found(`\`Summarize: ${S}patient}\``, 'patient'),
      found('util.inspect(patient)', 'patient'),
      found('String(patient)', 'patient'),
      found('JSON.stringify({ ...patient, today })', 'patient'),
      found('JSON.stringify({ patient, today })', 'patient'),
      found('JSON.stringify(Object.entries(patient))', 'patient'),
      found('JSON.stringify([patient])', 'patient'),
      found('text', 'patient', 'const text = JSON.stringify(patient);\n'),
      found(
        'promptFor(row)',
        'patient',
        'const promptFor = (patient) => `For ${JSON.stringify(patient)}`;\n',
      ),
      found('JSON.stringify(data.patient)', 'data.patient'),
      found('JSON.stringify(patients.slice(0, 100))', 'patients'),
      found(
        'JSON.stringify(patient)',
        'patient',
        'const { patient } = JSON.parse(Buffer.concat([first, second]).toString());\n',
      ),
      found('JSON.stringify(candidateProfile)', 'candidateProfile', '// recruiting\n'),
      found('JSON.stringify(resumeContent)', 'resumeContent', '// recruiting\n'),
      found('JSON.stringify(cvs)', 'cvs', '// recruiting\n'),
      found('JSON.stringify(leads)', 'leads', '// from the CRM\n'),
      found(
        'JSON.stringify(data)',
        'data',
        `const { data } = await supabase.from('contacts').select('*').eq('id', id);\n`,
      ),
      found('JSON.stringify(intake)', 'intake', CLINIC),
      found(
        'JSON.stringify(rows)',
        'rows',
        'const rows = await prisma.member.findMany({ where: { ward } });\n',
        { options: [{ records: ['user'] }] },
      ),
      found('JSON.stringify(rows)', 'rows', 'const rows = await prisma.patient.findMany();\n'),
      found('JSON.stringify(rows)', 'rows', 'const rows = await Patient.find();\n'),
      found('JSON.stringify(rows)', 'rows', 'const rows = await Patient.find({ ward }).lean();\n'),
      found(
        'JSON.stringify(rows)',
        'rows',
        'const rows = await service.patientRepository.find({ where: { ward } });\n',
      ),
      found('JSON.stringify(student)', 'student', '', { options: [{ records: ['user'] }] }),
      found('JSON.stringify(patientRecord)', 'patientRecord'),
      found('JSON.stringify(patient_data)', 'patient_data'),
      found('JSON.stringify(patients)', 'patients'),
      found('JSON.stringify(customerRecord)', 'customerRecord'),
      found('JSON.stringify(customer.profile)', 'customer.profile'),
      found('JSON.stringify(claim)', 'claim', '// The insurer asks.\n'),
      found('JSON.stringify(chart)', 'chart', CLINIC),
      found('JSON.stringify(record)', 'record', CLINIC),
      found('JSON.stringify(account)', 'account', '// The balance of a customer.\n'),
      found('JSON.stringify(caseFile)', 'caseFile', '// The caseworker asks.\n', {
        options: [{ records: ['caseFile'] }],
      }),
      found('patients.map((p) => JSON.stringify(p)).join()', 'p)', '', { errors: [] }),
      found(
        'JSON.stringify(patient)',
        'patient',
        'const patient = await prisma.patient.findUnique({ where: { id } });\n',
      ),
      found(
        'JSON.stringify(data)',
        'data',
        'const data = await prisma.patient.findMany({ where: { ward }, include: { visits: true } });\n',
      ),
      found('JSON.stringify(data)', 'data', 'const data = await Patient.findById(id).lean();\n'),
      found('JSON.stringify(found)', 'found', 'const found = await Customer.findByPk(id);\n'),
      found('JSON.stringify(patient)', 'patient', 'const patient = await storage.getPatientById(id);\n'),
      found('JSON.stringify(row)', 'row', `const row = await db('patients').where({ id }).first();\n`),
      found(
        'JSON.stringify(rows)',
        'rows',
        `const rows = await db.select().from(patients).where(eq(patients.id, id));\n`,
      ),
      found('JSON.stringify(row)', 'row', `const row = await db.query.patients.findFirst({ where });\n`),
      found(
        'JSON.stringify(data)',
        'data',
        `const { data } = await supabase.from('patients').select('*').eq('id', id);\n`,
      ),
      found(
        'JSON.stringify(rows)',
        'rows',
        `const { rows } = await pool.query('SELECT * FROM patients WHERE id = $1', [id]);\n`,
      ),
      found(
        'JSON.stringify(bundle)',
        'bundle',
        'const bundle = await fhirClient.request(`Patient/${id}/$everything`);\n',
      ),
      found(
        'JSON.stringify(observation)',
        'observation',
        `const observation = await medplum.readResource('Observation', id);\n`,
      ),
      found(
        'JSON.stringify(await prisma.patient.findUnique({ where: { id } }))',
        'prisma.patient.findUnique({ where: { id } })',
        '',
        { id: 'fetched', record: 'prisma.patient.findUnique' },
      ),
      found('JSON.stringify(beneficiary)', 'beneficiary', '', {
        settings: { [NAMESPACE]: { recordNames: { beneficiary: true } } },
      }),
      found('`About ${customer}`', 'customer', 'const customer = await load(id);\ngreet(customer.id);\n'),
    ].filter(({ errors }) => errors.length > 0),
  });
});

describe('other SDKs', () => {
  it.each([
    [
      'AI SDK',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; generateText({ model: anthropic('claude-opus-5'), prompt: JSON.stringify(patient) });`,
    ],
    [
      'LangChain',
      `import { ChatAnthropic } from '@langchain/anthropic'; const model = new ChatAnthropic({ model: 'claude-opus-5' }); model.invoke(JSON.stringify(patient));`,
    ],
    [
      'HTTP',
      `fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', messages: [{ role: 'user', content: JSON.stringify(patient) }] }) });`,
    ],
    [
      'system',
      claude`client.messages.create({ model: 'claude-opus-5', max_tokens: 8, system: JSON.stringify(patient), messages: [] });`,
    ],
  ])('%s', (_, code) => {
    expect(lintWith(rule, code).map(({ messageId }) => messageId)).toEqual(['record']);
  });
});

it('never quotes a value', () => {
  const secret = ['536', '22', '8141'].join('-');
  const messages = lintWith(
    rule,
    ask(`JSON.stringify(await prisma.patient.findFirst({ where: { ssn: '${secret}' } }))`),
  );
  expect(messages).toHaveLength(1);
  expect(JSON.stringify(messages)).not.toContain(secret);
});
