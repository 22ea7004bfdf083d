/**
 * What each rule answers: of every subject, whether it passes, is a finding, cannot be told, or is none of its business.
 */
import { describe, expect, it } from 'vitest';
import type { RuleName } from '../../../src/rules/names.ts';
import { once } from '../../../src/analysis/syntax/once.ts';
import { assess } from '../../../src/rules/define/index.ts';
import { assessmentsOf, linesOf } from '../../helpers/assess.ts';
import type { AssessOptions } from '../../helpers/assess.ts';
import { callSitesOf, inspect } from '../../helpers/analyze.ts';
import { API_KEY } from '../../helpers/credentials.ts';
import { settingsOf } from '../../helpers/eligibility.ts';
import { FORMS } from '../../helpers/feature-forms.ts';
import { folderWith } from '../../helpers/folders.ts';
import { claude, dedent } from '../../helpers/rule-tester.ts';
import { REPORTED, RULES } from '../../helpers/rules.ts';

interface Example extends AssessOptions {
  readonly name: string;
  readonly code: string;
  readonly expected: readonly string[];
}

const REQUEST = `model: 'claude-opus-5', max_tokens: 8`;
const MARKED = settingsOf({ zdr: true, hipaa: true });
const CREATE = 'client.messages.create';
const broken = folderWith({ 'package.json': '{ "name": ' });
const declared = folderWith({
  'package.json': {
    name: 'acme',
    'claude-compliance': {
      hipaa: true,
      dataClassification: 'restricted',
      attestations: {
        baa: { reference: 'GRC-88', expires: '2999-01-31' },
        dpa: { reference: 'GRC-89', expires: '2020-01-31' },
      },
    },
  },
});

const EXAMPLES: Readonly<Record<RuleName, readonly Example[]>> = {
  'require-inference-geo': [
    {
      name: 'every outcome',
      code: claude`
        client.messages.create({ ${REQUEST}, inference_geo: 'us', messages });
        client.messages.create({ ${REQUEST}, messages });
        client.messages.create({ ${REQUEST}, inference_geo: 'eu', messages });
        export const ask = (params) => client.messages.create(params);
        client.messages.countTokens({ model: 'claude-opus-5', messages });
      `,
      expected: [
        `pass: 'us'`,
        `finding missing: ${CREATE}`,
        `finding notAllowed: 'eu'`,
        `unknown parameter (unverifiable): ${CREATE}`,
        'exempt no geography: client.messages.countTokens',
      ],
    },
    {
      name: 'what is not known, whether or not it is asked for',
      code: claude`export const ask = (params) => client.messages.create(params);`,
      options: { unverifiable: 'ignore' },
      expected: [`unknown parameter ((unverifiable)): ${CREATE}`],
    },
    {
      name: 'a platform without geographies, and an allowed default',
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';
        import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
        new AnthropicBedrock().messages.create({ ${REQUEST}, messages: [] });
        new Anthropic().messages.create({ ${REQUEST}, messages: [] });
      `,
      options: { workspaceDefault: 'us' },
      expected: [
        'exempt platform: new AnthropicBedrock().messages.create',
        'pass workspace default: new Anthropic().messages.create',
      ],
    },
  ],
  'no-zdr-ineligible-features': [
    {
      name: 'every outcome',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [] });
        client.messages.create({ ${REQUEST}, messages: [], cache_control: { type: 'ephemeral' } });
        export const ask = (params) => client.messages.create(params);
        client.messages.batches.list();
      `,
      settings: MARKED,
      expected: [
        'finding ineligible: cache_control',
        'finding stored: list',
        `unknown parameter ((unverifiable)): ${CREATE}`,
        `pass: ${CREATE}`,
      ],
    },
    {
      name: 'a contract with somebody else',
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock().messages.create({ ${REQUEST}, messages: [] });`,
      settings: MARKED,
      expected: ['exempt other contract: new AnthropicBedrock().messages.create', 'pass: the file'],
    },
    {
      name: 'a package that is not marked',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      expected: [`exempt not marked: ${CREATE}`, 'exempt not marked: the file'],
    },
    {
      name: 'a marker that cannot be used',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      filename: `${broken}/a.ts`,
      expected: [
        `unknown broken marker: ${CREATE}`,
        'unknown broken marker: the file',
        'unknown broken marker (unjudged): the package',
      ],
    },
    {
      name: 'a beta that no row names',
      code: claude`client.beta.messages.create({ ${REQUEST}, messages: [], betas: ['quantum-2031-01-01'] });`,
      settings: MARKED,
      expected: [`unknown unclassified ((unclassified)): 'quantum-2031-01-01'`, 'pass: the file'],
    },
  ],
  'no-hipaa-ineligible-features': [
    {
      name: 'a finding and passes',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [] });
        client.messages.batches.list();
      `,
      settings: MARKED,
      expected: ['finding stored: list', `pass: ${CREATE}`],
    },
    {
      name: 'marked with false',
      code: claude`client.messages.batches.list();`,
      settings: settingsOf({ hipaa: false }),
      options: { when: 'always' },
      expected: ['exempt not marked: the file'],
    },
  ],
  'no-raw-prompt-logging': [
    {
      name: 'every outcome',
      code: claude`
        const a = await client.messages.create({ ${REQUEST}, messages });
        logger.info(a.content);
        const b = await client.messages.create({ ${REQUEST}, messages: [] });
        logger.info(b.usage);
      `,
      expected: ['finding content: a.content', `pass: ${CREATE}`],
    },
    {
      name: 'the output of a program',
      code: `#!/usr/bin/env node\n${claude`
        const a = await client.messages.create({ ${REQUEST}, messages: [] });
        console.log(a.content);
      `}`,
      expected: ['exempt terminal program: a.content'],
    },
    {
      name: 'what the options leave out',
      code: claude`
        const a = await client.messages.create({ ${REQUEST}, messages: [] });
        console.log(a.content);
      `,
      options: { stdout: 'ignore' },
      expected: ['exempt option: a.content'],
    },
  ],
  'no-sdk-content-logging': [
    {
      name: 'a switch that is on, and one that the environment decides',
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';
        export const a = new Anthropic({ logLevel: 'debug' });
        export const b = new Anthropic({ logLevel: process.env.LEVEL });
      `,
      expected: [`finding content: logLevel: 'debug'`, 'unknown environment: logLevel: process.env.LEVEL'],
    },
    { name: 'a quiet file', code: claude`export default client;`, expected: ['pass: the file'] },
  ],
  'no-hardcoded-api-key': [
    {
      name: 'a key',
      code: `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic({ apiKey: '${API_KEY}' });`,
      expected: [`finding key: ${API_KEY}`],
    },
    { name: 'none', code: claude`export default client;`, expected: ['pass: the file'] },
    {
      name: 'a test',
      code: `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic({ apiKey: '${API_KEY}' });`,
      filename: '/acme/src/ask.test.ts',
      options: { tests: 'ignore' },
      expected: ['exempt test file: the file'],
    },
  ],
  'no-browser-client': [
    {
      name: 'a client for the browser',
      code: `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic({ dangerouslyAllowBrowser: true });`,
      expected: ['finding switch: dangerouslyAllowBrowser'],
    },
    { name: 'none', code: claude`export default client;`, expected: ['pass: the file'] },
    {
      name: 'a test',
      code: `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic({ dangerouslyAllowBrowser: true });`,
      filename: '/acme/src/ask.test.ts',
      expected: ['exempt test file: the file'],
    },
  ],
  'require-audit-log': [
    {
      name: 'every outcome',
      code: claude`
        export async function ask(messages, userId) {
          try {
            const answer = await client.messages.create({ ${REQUEST}, messages });
            await audit.record({ inputHash: sha256(messages), outputHash: sha256(answer), timestamp: new Date(), userId, outcome: 'ok' });
            return answer;
          } catch (error) {
            await audit.record({ inputHash: sha256(messages), timestamp: new Date(), userId, outcome: 'error' });
            throw error;
          }
        }
        export const bare = () => client.messages.stream({ ${REQUEST}, messages: [] });
        export const wrapped = withAudit(() => client.messages.create({ ${REQUEST}, messages: [] }));
        client.messages.countTokens({ model: 'claude-opus-5', messages: [] });
      `,
      expected: [
        'pass by name: audit.record',
        'finding missing: client.messages.stream',
        `unknown unseen: ${CREATE}`,
        'exempt count tokens: client.messages.countTokens',
      ],
    },
    {
      name: 'a record with a part from elsewhere, of which fields are asked or not',
      code: claude`
        export async function ask(messages, details) {
          const answer = await client.messages.create({ ${REQUEST}, messages });
          await audit.record({ timestamp: new Date(), ...details });
          return answer;
        }
      `,
      options: { errorPath: false, fields: ['timestamp', 'userId'] },
      expected: ['unknown open record: audit.record'],
    },
    {
      name: 'a record with a part from elsewhere, of which nothing is asked',
      code: claude`
        export async function ask(messages, details) {
          const answer = await client.messages.create({ ${REQUEST}, messages });
          await audit.record({ timestamp: new Date(), ...details });
          return answer;
        }
      `,
      options: { errorPath: false, fields: [] },
      expected: ['pass by name: audit.record'],
    },
    {
      name: 'a record with too little in it',
      code: claude`
        export async function ask(messages) {
          const answer = await client.messages.create({ ${REQUEST}, messages });
          await audit.record({ timestamp: new Date() });
          return answer;
        }
      `,
      options: { errorPath: false },
      expected: ['finding by name fields: audit.record'],
    },
    {
      name: 'a test',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      filename: '/acme/src/ask.spec.ts',
      expected: [`exempt test file: ${CREATE}`],
    },
    {
      name: 'a model that other files ask',
      code: `import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ model: 'claude-opus-5' });`,
      expected: ['unknown not asked here: ChatAnthropic'],
    },
  ],
  'require-redaction': [
    {
      name: 'every outcome',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [{ role: 'user', content: patient.ssn }] });
        client.messages.create({ ${REQUEST}, messages: [{ role: 'user', content: redact(patient.ssn) }] });
        client.messages.create({ ${REQUEST}, messages: [{ role: 'user', content: 'What is a fever?' }] });
        export const ask = (params) => client.messages.create(params);
      `,
      expected: [
        'finding by name identifier: patient.ssn',
        `pass by name: ${CREATE}`,
        `pass: ${CREATE}`,
        `unknown parameter: ${CREATE}`,
      ],
    },
    {
      name: 'a request without content',
      code: claude`client.messages.create();`,
      expected: [`exempt no content: ${CREATE}`],
    },
    {
      name: 'a model that other files ask',
      code: `import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ model: 'claude-opus-5' });`,
      expected: ['unknown not asked here: ChatAnthropic'],
    },
    {
      name: 'a model, and what it is asked',
      code: `import { ChatAnthropic } from '@langchain/anthropic';\nconst model = new ChatAnthropic({ model: 'claude-opus-5' });\nexport const ask = (patient) => model.invoke(patient.ssn);`,
      expected: ['finding by name identifier: patient.ssn'],
    },
  ],
  'no-full-record': [
    {
      name: 'every outcome',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [{ role: 'user', content: JSON.stringify(patient) }] });
        client.messages.create({ ${REQUEST}, messages: [{ role: 'user', content: JSON.stringify({ age: patient.age }) }] });
        export const ask = (params) => client.messages.create(params);
      `,
      expected: [
        'finding by name record: patient',
        `pass by name: ${CREATE}`,
        `unknown parameter: ${CREATE}`,
      ],
    },
    {
      name: 'a request without content',
      code: claude`client.messages.create();`,
      expected: [`exempt no content: ${CREATE}`],
    },
  ],
  'no-phi-in-schema': [
    {
      name: 'every outcome',
      code: claude`
        import { schema } from './schema.js';
        export const ask = (schema) => client.messages.create({ ${REQUEST}, messages: [], output_config: { format: { type: 'json_schema', schema } } });
        export const fixed = () => client.messages.create({ ${REQUEST}, messages: [], output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { a: { enum: ['x'] } } } } } });
        export const dynamic = (names) => client.messages.create({ ${REQUEST}, messages: [], output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { a: { enum: names } } } } } });
        export const imported = () => client.messages.create({ ${REQUEST}, messages: [], output_config: { format: zodOutputFormat(schema) } });
        export const none = () => client.messages.create({ ${REQUEST}, messages: [] });
        export const open = (params) => client.messages.create(params);
      `,
      expected: [
        `unknown not shown: ${CREATE}`,
        `pass: ${CREATE}`,
        'finding dynamic: names',
        `unknown not shown: ${CREATE}`,
        `exempt no schema: ${CREATE}`,
        `unknown not shown: ${CREATE}`,
      ],
    },
    {
      name: 'what the option leaves out',
      code: claude`export const dynamic = (names) => client.messages.create({ ${REQUEST}, messages: [], output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { a: { enum: names } } } } } });`,
      options: { dynamic: 'ignore' },
      expected: ['exempt option: names'],
    },
  ],
  'no-identifying-metadata': [
    {
      name: 'every outcome',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [], metadata: { user_id: user.email } });
        client.messages.create({ ${REQUEST}, messages: [], metadata: { user_id: 'front-desk@acme-clinic.com' } });
        client.messages.create({ ${REQUEST}, messages: [], metadata: { user_id: hash(user.email) } });
        client.messages.create({ ${REQUEST}, messages: [] });
        export const ask = (params) => client.messages.create(params);
      `,
      expected: [
        'finding by name identifying: user.email',
        `finding identifying: 'front-desk@acme-clinic.com'`,
        'pass by name: hash(user.email)',
        `exempt no user id: ${CREATE}`,
        `unknown parameter: ${CREATE}`,
      ],
    },
  ],
  'require-approved-model': [
    {
      name: 'every outcome',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [] });
        client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 8, messages: [] });
        export const ask = (model) => client.messages.create({ model, max_tokens: 8, messages: [] });
        client.messages.create({ max_tokens: 8, messages: [] });
      `,
      options: { models: ['claude-opus-5'] },
      expected: [
        `pass: 'claude-opus-5'`,
        `finding notApproved: 'claude-sonnet-4-6'`,
        `unknown parameter ((unverifiable)): ${CREATE}`,
        `exempt no model: ${CREATE}`,
      ],
    },
    {
      name: 'without a list',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [] });
        client.messages.create({ ${REQUEST}, messages: [] });
      `,
      expected: [
        `finding noList: ${CREATE}`,
        `finding noList: ${CREATE}`,
        `unknown no list: 'claude-opus-5'`,
        `unknown no list: 'claude-opus-5'`,
      ],
    },
  ],
  'require-approved-region': [
    {
      name: 'every outcome',
      code: dedent`
        import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
        import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
        import Anthropic from '@anthropic-ai/sdk';
        export const a = new AnthropicVertex({ region: 'us-east5' });
        export const b = new AnthropicVertex({ region: 'europe-west1' });
        export const c = new AnthropicVertex({ region: process.env.REGION });
        new Anthropic().messages.create({ ${REQUEST}, messages: [] });
        new AnthropicBedrock({ awsRegion: 'us-east-1' }).messages.create({ model: 'us.anthropic.claude-opus-5', max_tokens: 8, messages: [] });
      `,
      expected: [
        "pass: new AnthropicBedrock({ awsRegion: 'us-east-1' }).messages.create",
        'pass: AnthropicVertex',
        `finding outside: 'europe-west1'`,
        'unknown environment (unverifiable): process.env.REGION',
        'exempt no region: new Anthropic().messages.create',
      ],
    },
  ],
  'require-approved-provider': [
    {
      name: 'every outcome',
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';
        export const a = new Anthropic();
        export const b = new Anthropic({ baseURL: 'https://llm.example.org' });
        export const c = new Anthropic({ baseURL: process.env.LLM_URL });
      `,
      expected: [
        'pass: Anthropic',
        `finding address: 'https://llm.example.org'`,
        'unknown environment ((unverifiable)): process.env.LLM_URL',
      ],
    },
    {
      name: 'a test',
      code: `import Anthropic from '@anthropic-ai/sdk';\nprocess.env.ANTHROPIC_BASE_URL = 'https://stand-in.example.org';\nexport const b = new Anthropic({ baseURL: 'https://llm.example.org' });`,
      filename: '/acme/test/ask.ts',
      expected: [
        `exempt test file: 'https://llm.example.org'`,
        `exempt test file: 'https://stand-in.example.org'`,
      ],
    },
  ],
  'require-data-classification': [
    {
      name: 'every outcome',
      code: claude`
        client.messages.create({ ${REQUEST}, messages: [] }, { headers: { 'x-data-classification': 'internal' } });
        client.messages.create({ ${REQUEST}, messages: [] }, { headers: { 'x-data-classification': 'secret' } });
        client.messages.create({ ${REQUEST}, messages: [] });
        export const ask = (dataClassification) => client.messages.create({ ${REQUEST}, messages: [] });
        client.messages.countTokens({ model: 'claude-opus-5', messages: [] });
      `,
      options: { where: ['wrapper'] },
      expected: [
        'exempt count tokens: client.messages.countTokens',
        `pass: 'internal'`,
        `finding unlisted: 'secret'`,
        `finding missing: ${CREATE}`,
        'unknown by name declared by name: dataClassification',
      ],
    },
    {
      name: 'the label of the package',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      filename: `${declared}/a.ts`,
      expected: ['pass: the package', `pass: ${CREATE}`],
    },
    {
      name: 'a marker that cannot be used',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      filename: `${broken}/a.ts`,
      expected: [`finding missing: ${CREATE}`, 'unknown broken marker (unjudged): the package'],
    },
  ],
  'require-gateway': [
    {
      name: 'every road',
      code: claude`
        client.messages.create({ ${REQUEST}, messages });
        await import('@anthropic-ai/claude-agent-sdk');
      `,
      options: { modules: ['src/llm'] },
      expected: [
        'exempt said by another: the file',
        'finding client: Anthropic',
        `finding request: ${CREATE}`,
        'exempt said by another: the file',
      ],
    },
    {
      name: 'a module that cannot be told',
      code: `export const load = () => import(process.env.CLAUDE_SDK);`,
      options: { modules: ['src/llm'] },
      expected: ['unknown environment (unknown): import(process.env.CLAUDE_SDK)'],
    },
    {
      name: 'types and errors alone',
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';
        export const isOurs = (error) => error instanceof Anthropic.APIError;
      `,
      options: { modules: ['src/llm'] },
      expected: ['pass: the file'],
    },
    {
      name: 'no list',
      code: claude`client.messages.create({ ${REQUEST}, messages });`,
      expected: [`exempt no list: ${CREATE}`],
    },
  ],
  'require-environment-keys': [
    {
      name: 'keys of one environment, and of two',
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';
        export const keys = { production: process.env.CLAUDE_KEY, staging: process.env.CLAUDE_KEY };
        export const own = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY_PROD });
      `,
      expected: [
        'finding shared: process.env.CLAUDE_KEY',
        'pass by name: process.env.CLAUDE_KEY',
        'pass by name: process.env.ANTHROPIC_API_KEY_PROD',
      ],
    },
    {
      name: 'a list',
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';
        export const own = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY_PROD });
        export const other = new Anthropic();
      `,
      options: { variables: { production: 'ANTHROPIC_API_KEY_PROD' } },
      expected: ['pass: process.env.ANTHROPIC_API_KEY_PROD', 'finding implicit: Anthropic'],
    },
  ],
  'no-insecure-transport': [
    {
      name: 'every outcome',
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';
        export const a = new Anthropic({ baseURL: 'http://llm.example.org' });
        export const b = new Anthropic({ baseURL: 'https://llm.example.org' });
        export const c = new Anthropic({ baseURL: \`http://\${host}/\` });
      `,
      expected: [
        `finding plainHttp: 'http://llm.example.org'`,
        `pass: 'https://llm.example.org'`,
        'unknown not shown: `http://${host}/`',
      ],
    },
    {
      name: 'a test',
      code: `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic({ baseURL: 'http://stand-in' });`,
      filename: '/acme/test/ask.ts',
      expected: [`exempt test file: 'http://stand-in'`],
    },
    { name: 'nothing set', code: claude`export default client;`, expected: ['pass: the file'] },
  ],
  'require-attestation': [
    {
      name: 'one that holds and one that has ended',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      filename: `${declared}/a.ts`,
      options: { required: ['baa', 'dpa'] },
      expected: ['pass: the package', 'finding expired: the package'],
    },
    {
      name: 'a package that is not marked',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      expected: ['exempt not marked: the package'],
    },
    {
      name: 'a marker that cannot be used',
      code: claude`client.messages.create({ ${REQUEST}, messages: [] });`,
      filename: `${broken}/a.ts`,
      expected: ['unknown broken marker (unjudged): the package'],
    },
    { name: 'a file that sends nothing', code: claude`export default client;`, expected: [] },
  ],
};

describe.each(RULES)('%s', (name, rule) => {
  it.each(EXAMPLES[name])('answers: $name', (example) => {
    expect(linesOf(rule, example.code, example)).toEqual(example.expected);
  });

  it.each(EXAMPLES[name])('judges what it says it judges: $name', (example) => {
    const kinds = assessmentsOf(rule, example.code, example).map(({ subject }) => subject.kind);
    expect(kinds).toHaveLength(example.expected.length);
    expect(kinds.filter((kind) => !rule.subjects.includes(kind))).toEqual([]);
  });
});

it('has an example of each outcome, but for rules that have none', () => {
  const never: Readonly<Partial<Record<RuleName, readonly string[]>>> = {
    // Text is there, or is not.
    'no-hardcoded-api-key': ['unknown'],
    'no-browser-client': ['unknown'],
    'no-sdk-content-logging': ['exempt'],
    'require-environment-keys': ['exempt', 'unknown'],
    'no-raw-prompt-logging': ['unknown'],
    'no-hipaa-ineligible-features': ['unknown'],
  };
  for (const [name, examples] of Object.entries(EXAMPLES)) {
    const seen = new Set(examples.flatMap(({ expected }) => expected.map((line) => /^\w+/.exec(line)?.[0])));
    const wanted = ['exempt', 'finding', 'pass', 'unknown'].filter(
      (outcome) => never[name as RuleName]?.includes(outcome) !== true,
    );
    expect([name, [...seen].sort()]).toEqual([name, wanted]);
  }
});

/** Code of many kinds, most of which some rule has something to say about. */
const CORPUS: readonly string[] = [
  ...Object.values(EXAMPLES).flatMap((examples) => examples.map(({ code }) => code)),
  ...Object.values(REPORTED).map(({ code }) => code),
  ...FORMS.map(({ code }) => code),
];
/** Rules that judge each request by itself, and those that judge some of them through the client they go through. */
const OF_REQUESTS = RULES.filter(
  ([name, { subjects }]) => subjects.includes('call site') && name !== 'require-approved-provider',
);

/** Everything that the rules say of the corpus, each piece of which is parsed once. */
const ANSWERS = once(() =>
  CORPUS.map((code) => ({
    code,
    found: inspect(code, (sourceCode) =>
      assess(sourceCode, { filename: '/acme/src/ask.ts', cwd: '/acme' }, BY_NAME, OPTIONS, MARKED),
    ),
    sites: callSitesOf(code).map(({ node }) => node.range.join(':')),
  })),
);
const BY_NAME = Object.fromEntries(RULES);
const OPTIONS = { 'require-approved-model': { models: ['claude-opus-5*'] } };

describe('every request of a file', { timeout: 120_000 }, () => {
  it.each(OF_REQUESTS)('is answered for by %s', (name) => {
    let requests = 0;
    for (const { code, found, sites } of ANSWERS()) {
      const ours = found.filter(({ rule }) => rule === name);
      const judged = new Set(ours.map(({ subject }) => subject.site?.node.range.join(':')));
      requests += sites.length;
      expect([code, sites.filter((site) => !judged.has(site))]).toEqual([code, []]);
    }
    expect(requests).toBeGreaterThan(150);
  });

  it.each(RULES)('never passes at the place of a finding: %s', (name) => {
    for (const { code, found } of ANSWERS()) {
      const ours = found.filter(({ rule }) => rule === name);
      const wrong = ours.filter(({ outcome }) => outcome === 'finding').map(({ at }) => at);
      expect([code, ours.filter(({ outcome, at }) => outcome === 'pass' && wrong.includes(at))]).toEqual([
        code,
        [],
      ]);
    }
  });
});
