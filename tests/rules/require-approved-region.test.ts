import { describe, expect, it } from 'vitest';
import type { RegionPolicy } from '../../src/policy/region-verdicts.ts';
import rule from '../../src/rules/require-approved-region.ts';
import { claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<RegionPolicy>;
type Valid = ValidCase<Options>;
type Invalid = InvalidCase<Options, Id>;

const REST = 'max_tokens: 8, messages: []';
const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

const bedrock = (options: string, model: string): string =>
  `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nconst client = new AnthropicBedrock(${options});\nclient.messages.create({ model: '${model}', ${REST} });\n`;
const vertex = (options: string): string =>
  `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nconst client = new AnthropicVertex(${options});\nclient.messages.create({ model: 'claude-opus-5', ${REST} });\n`;
const command = (client: string, model: string): string =>
  `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst runtime = new BedrockRuntimeClient(${client});\nruntime.send(new ConverseCommand({ modelId: ${model}, messages: [] }));\n`;
const aiBedrock = (create: string, model: string, from = '@ai-sdk/amazon-bedrock'): string =>
  `import { createAmazonBedrock } from '${from}';\nimport { generateText } from 'ai';\nconst bedrock = createAmazonBedrock(${create});\ngenerateText({ model: bedrock('${model}'), prompt });\n`;

const agent = (env: string, model = 'claude-opus-5'): string =>
  `import { query } from '@anthropic-ai/claude-agent-sdk';\nquery({ prompt: note, options: { model: '${model}', env: ${env} } });\n`;

const CREATE = 'client.messages.create';
/** What is advised in place of a value: a profile for a profile, a region of AWS for one of its regions. */
const sameKind = (value: string, approved: string): string => {
  if (/^`[a-z-]+`$/.test(approved) && value.endsWith('.')) return approved.replace(/`$/, '.`');
  if (value !== 'us-east1' && !/^[a-z]{2}(?:-gov)?-[a-z]+-\d$/.test(value)) return approved;
  return approved === '`us`' ? '`us-east-1`' : approved === '`eu`' ? '`eu-central-1`' : approved;
};
const outside = (
  at: Finding<Id>['at'],
  value: string,
  title: string,
  call = CREATE,
  approved = '`us`',
): Finding<Id> => ({
  messageId: 'outside',
  at,
  data: { value, title, call, approved: sameKind(value, approved) },
});
const anywhere = (
  at: Finding<Id>['at'],
  value: string,
  output: string,
  instead: string,
  call = CREATE,
  approved = '`us`',
): Finding<Id> => ({
  messageId: 'anywhere',
  at,
  data: { value, title: 'any region of the world', call, approved: sameKind(value, approved) },
  suggestions: [{ messageId: 'use', data: { value: instead }, output }],
});
const unverifiable = (
  at: Finding<Id>['at'],
  reason: string,
  option = '`awsRegion`',
  call = CREATE,
): Finding<Id> => ({ messageId: 'unverifiable', at, data: { call, reason, option } });
const UNSET = 'no region is set, so the environment decides';
const OTHER_FILE = 'it comes from another file';
const BY_ENVIRONMENT = 'the environment decides';
const BY_CALLER = 'the caller decides';

const eu: readonly [Options] = [{ regions: ['eu'] }];

const valid: Valid[] = [
  { name: 'a region in the United States', code: bedrock(`{ awsRegion: 'us-west-2' }`, SONNET) },
  { name: 'a profile of the United States, with no region in sight', code: bedrock('', `us.${SONNET}`) },
  {
    name: 'a profile of the United States, whatever the environment says',
    code: bedrock('{ awsRegion: process.env.AWS_REGION }', `us.${SONNET}`),
  },
  { name: 'both', code: bedrock(`{ awsRegion: 'us-east-1' }`, `us.${SONNET}`) },
  {
    name: 'GovCloud lies in the United States',
    code: bedrock(`{ awsRegion: 'us-gov-west-1' }`, `us-gov.${SONNET}`),
  },
  {
    name: 'a region by address',
    code: bedrock(`{ baseURL: 'https://bedrock-runtime.us-east-1.amazonaws.com' }`, SONNET),
  },
  {
    name: 'a region by clone',
    code: bedrock(`{ awsRegion: 'us-east-1' }).withOptions({ timeout: 5 }`, SONNET),
  },
  {
    name: 'an exact region',
    code: bedrock(`{ awsRegion: 'eu-west-2' }`, SONNET),
    options: [{ regions: ['eu-west-2'] }],
  },
  {
    name: 'a region that no table names, allowed by its id',
    code: bedrock(`{ awsRegion: 'eu-north-9' }`, SONNET),
    options: [{ regions: ['eu-north-9'] }],
  },
  { name: 'an agent that no switch moves', code: agent(`{ CLAUDE_CODE_USE_BEDROCK: '0' }`), options: eu },
  {
    name: 'an agent on Bedrock, in an approved region',
    code: agent(`{ CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'us-east-1' }`),
  },
  {
    name: 'an agent on Bedrock, with a profile',
    code: agent(`{ CLAUDE_CODE_USE_BEDROCK: '1' }`, `us.${SONNET}`),
  },
  {
    name: 'a profile by ARN',
    code: bedrock(
      `{ awsRegion: 'us-east-1' }`,
      `arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.${SONNET}`,
    ),
  },
  { name: 'a model by ARN', code: bedrock('', `arn:aws:bedrock:us-east-1::foundation-model/${SONNET}`) },
  {
    name: 'provisioned throughput by ARN',
    code: bedrock('', 'arn:aws:bedrock:us-east-1:000000000000:provisioned-model/x'),
  },
  {
    name: 'a native Bedrock client',
    code: dedent`import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk'; new AnthropicBedrockMantle({ awsRegion: 'us-east-2' }).messages.create({ model: 'anthropic.claude-opus-5', ${REST} });`,
  },
  { name: 'a command', code: command(`{ region: 'us-east-1' }`, `'${SONNET}'`) },
  { name: 'a command with a profile', code: command('{}', `'us.${SONNET}'`) },
  {
    name: 'another model',
    code: command(`{ region: 'ap-south-1' }`, `'amazon.titan-text-express-v1'`) + '// not Claude\n',
  },
  { name: 'the AI SDK', code: aiBedrock(`{ region: 'us-east-1' }`, SONNET) },
  {
    name: 'the AI SDK with a profile',
    code: dedent`import { bedrock } from '@ai-sdk/amazon-bedrock'; import { generateText } from 'ai'; generateText({ model: bedrock('us.${SONNET}'), prompt });`,
  },
  {
    name: 'the AI SDK’s Anthropic provider',
    code: dedent`import { createBedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic'; import { streamText } from 'ai'; const b = createBedrockAnthropic({ region: 'us-east-1' }); streamText({ model: b('${SONNET}'), prompt });`,
  },
  { name: 'the multi-region of Vertex AI', code: vertex(`{ region: 'us' }`) },
  { name: 'a region of Vertex AI', code: vertex(`{ region: 'us-east5', projectId }`) },
  {
    name: 'Vertex AI in the AI SDK',
    code: dedent`import { createVertexAnthropic } from '@ai-sdk/google-vertex/anthropic'; import { generateText } from 'ai'; const v = createVertexAnthropic({ location: 'us-east5' }); generateText({ model: v('claude-opus-5'), prompt });`,
  },
  {
    name: 'Vertex AI over HTTP',
    code: dedent`fetch('https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-opus-5:rawPredict', { method: 'POST', body: JSON.stringify({ anthropic_version: 'vertex-2023-10-16', ${REST} }) });`,
  },
  {
    name: 'Bedrock over HTTP',
    code: dedent`fetch('https://bedrock-runtime.us-east-1.amazonaws.com/model/${SONNET}/invoke', { method: 'POST', body: JSON.stringify({ ${REST} }) });`,
  },
  { name: 'the European Union', code: bedrock(`{ awsRegion: 'eu-central-1' }`, `eu.${SONNET}`), options: eu },
  { name: 'the European Union on Vertex AI', code: vertex(`{ region: 'eu' }`), options: eu },
  { name: 'Japan within Asia-Pacific', code: bedrock('', `jp.${SONNET}`), options: [{ regions: ['apac'] }] },
  { name: 'the first-party API', code: claude`client.messages.create({ model: 'claude-opus-5', ${REST} });` },
  {
    name: 'Claude Platform on AWS',
    code: dedent`import { AnthropicAws } from '@anthropic-ai/aws-sdk'; new AnthropicAws({ awsRegion: 'eu-west-1' }).messages.create({ model: 'claude-opus-5', ${REST} });`,
  },
  {
    name: 'a client of AWS that asks for nothing of Claude',
    code: `// claude\nimport { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'; export const runtime = new BedrockRuntimeClient({ region: 'eu-west-1' });`,
  },
  {
    name: 'what is not known, when that is fine',
    code: bedrock('', SONNET),
    options: [{ regions: ['us'], unverifiable: 'ignore' }],
  },
  {
    name: 'Foundry, when that is fine',
    code: dedent`import AnthropicFoundry from '@anthropic-ai/foundry-sdk'; new AnthropicFoundry();`,
    options: [{ regions: ['us'], unverifiable: 'ignore' }],
  },
];

const invalid: Invalid[] = [
  {
    name: 'a region elsewhere',
    code: bedrock(`{ awsRegion: 'eu-west-1' }`, SONNET),
    errors: [outside(`'eu-west-1'`, 'eu-west-1', 'Ireland')],
  },
  {
    name: 'London is not in the European Union',
    code: bedrock(`{ awsRegion: 'eu-west-2' }`, SONNET),
    options: eu,
    errors: [outside(`'eu-west-2'`, 'eu-west-2', 'London, not in the EU', CREATE, '`eu`')],
  },
  {
    name: 'nor is Zurich',
    code: bedrock(`{ awsRegion: 'eu-central-2' }`, SONNET),
    options: eu,
    errors: [outside(`'eu-central-2'`, 'eu-central-2', 'Zurich, not in the EU', CREATE, '`eu`')],
  },
  {
    name: 'nor are two of Google',
    code: vertex(`{ region: 'europe-west6' }`),
    options: eu,
    errors: [outside(`'europe-west6'`, 'europe-west6', 'Zurich, not in the EU', CREATE, '`eu`')],
  },
  {
    name: 'a region that no table names',
    code: bedrock(`{ awsRegion: 'us-east1' }`, SONNET),
    errors: [outside(`'us-east1'`, 'us-east1', 'a region that no table here names')],
  },
  {
    name: 'a region of a constant',
    code: dedent`import B from '@anthropic-ai/bedrock-sdk'; const REGION = 'ca-central-1'; const client = new B({ awsRegion: REGION }); client.messages.create({ model: '${SONNET}', ${REST} });`,
    errors: [outside(`'ca-central-1'`, 'ca-central-1', 'Montreal')],
  },
  {
    name: 'a fallback for the environment',
    code: bedrock(`{ awsRegion: process.env.AWS_REGION ?? 'eu-west-1' }`, SONNET),
    errors: [outside(`'eu-west-1'`, 'eu-west-1', 'Ireland'), unverifiable(CREATE, BY_ENVIRONMENT)],
  },
  {
    name: 'a profile elsewhere',
    code: bedrock(`{ awsRegion: 'us-east-1' }`, `eu.${SONNET}`),
    errors: [
      {
        ...outside(`'eu.${SONNET}'`, 'eu.', 'the European Union'),
        suggestions: [
          {
            messageId: 'use',
            data: { value: `us.${SONNET}` },
            output: bedrock(`{ awsRegion: 'us-east-1' }`, `us.${SONNET}`),
          },
        ],
      },
    ],
  },
  {
    name: 'a region elsewhere in spite of the profile',
    code: bedrock(`{ awsRegion: 'ca-central-1' }`, `us.${SONNET}`),
    errors: [outside(`'ca-central-1'`, 'ca-central-1', 'Montreal')],
  },
  {
    name: 'a global profile',
    code: bedrock(`{ awsRegion: 'us-east-1' }`, `global.${SONNET}`),
    errors: [
      anywhere(
        `'global.${SONNET}'`,
        'global.',
        bedrock(`{ awsRegion: 'us-east-1' }`, `us.${SONNET}`),
        `us.${SONNET}`,
      ),
    ],
  },
  {
    name: 'a global profile where the European Union is allowed',
    code: bedrock('', `global.${SONNET}`),
    options: eu,
    errors: [
      anywhere(`'global.${SONNET}'`, 'global.', bedrock('', `eu.${SONNET}`), `eu.${SONNET}`, CREATE, '`eu`'),
    ],
  },
  {
    name: 'a profile is wider than exact regions',
    code: bedrock(`{ awsRegion: 'us-east-1' }`, `us.${SONNET}`),
    options: [{ regions: ['us-east-1'] }],
    errors: [outside(`'us.${SONNET}'`, 'us.', 'the United States', CREATE, '`us-east-1`')],
  },
  {
    name: 'the multi-region is wider than exact regions',
    code: vertex(`{ region: 'us' }`),
    options: [{ regions: ['us-east5'] }],
    errors: [outside(`'us'`, 'us', 'the United States', CREATE, '`us-east5`')],
  },
  {
    name: 'GovCloud alone',
    code: bedrock(`{ awsRegion: 'us-gov-west-1' }`, `us.${SONNET}`),
    options: [{ regions: ['us-gov'] }],
    errors: [
      {
        ...outside(`'us.${SONNET}'`, 'us.', 'the United States', CREATE, '`us-gov`'),
        suggestions: [
          {
            messageId: 'use',
            data: { value: `us-gov.${SONNET}` },
            output: bedrock(`{ awsRegion: 'us-gov-west-1' }`, `us-gov.${SONNET}`),
          },
        ],
      },
    ],
  },
  { name: 'no region and no profile', code: bedrock('', SONNET), errors: [unverifiable(CREATE, UNSET)] },
  {
    name: 'the region of the environment',
    code: bedrock('{ awsRegion: process.env.AWS_REGION }', SONNET),
    errors: [unverifiable(CREATE, BY_ENVIRONMENT)],
  },
  {
    name: 'a client of another file',
    code: dedent`import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; export const f = (client: AnthropicBedrock) => client.messages.create({ model: '${SONNET}', ${REST} });`,
    typed: true,
    errors: [unverifiable(CREATE, OTHER_FILE)],
  },
  {
    name: 'an application profile',
    code: bedrock(
      `{ awsRegion: 'us-east-1' }`,
      'arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/x',
    ),
    errors: [
      unverifiable(
        `'arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/x'`,
        'the id of the model does not say where it leads',
        'the id of the model',
      ),
    ],
  },
  {
    name: 'a prefix that no table names',
    code: bedrock(`{ awsRegion: 'us-east-1' }`, `sa.${SONNET}`),
    errors: [
      unverifiable(
        `'sa.${SONNET}'`,
        'the id of the model does not say where it leads',
        'the id of the model',
      ),
    ],
  },
  {
    name: 'a global profile by ARN: no suggestion',
    code: bedrock('', `arn:aws:bedrock:us-east-1:000000000000:inference-profile/global.${SONNET}`),
    errors: [
      {
        messageId: 'anywhere',
        at: `'arn:aws:bedrock:us-east-1:000000000000:inference-profile/global.${SONNET}'`,
        data: { value: 'global.', title: 'any region of the world', call: CREATE, approved: '`us.`' },
      },
    ],
  },
  {
    name: 'a model by ARN elsewhere',
    code: bedrock('', `arn:aws:bedrock:eu-west-1::foundation-model/${SONNET}`),
    errors: [outside(`'arn:aws:bedrock:eu-west-1::foundation-model/${SONNET}'`, 'eu-west-1', 'Ireland')],
  },
  {
    name: 'a model from a caller',
    code: dedent`import B from '@anthropic-ai/bedrock-sdk'; const client = new B({ awsRegion: 'us-east-1' }); export const f = (model) => client.messages.create({ model, ${REST} });`,
    errors: [unverifiable(CREATE, BY_CALLER, 'the id of the model')],
  },
  {
    name: 'a client that other files use',
    code: dedent`import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; export const client = new AnthropicBedrock({ awsRegion: 'sa-east-1' });`,
    errors: [outside(`'sa-east-1'`, 'sa-east-1', 'São Paulo', 'new AnthropicBedrock')],
  },
  {
    name: 'a client that other files use, without a region',
    code: dedent`import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; export const client = new AnthropicBedrock();`,
    errors: [unverifiable(['AnthropicBedrock', 2], UNSET, '`awsRegion`', 'new AnthropicBedrock')],
  },
  {
    name: 'a command',
    code: command(`{ region: 'ap-south-1' }`, `'${SONNET}'`),
    errors: [outside(`'ap-south-1'`, 'ap-south-1', 'Mumbai', 'new ConverseCommand')],
  },
  {
    name: 'a command of a client from another file',
    code: dedent`import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; import { runtime } from './aws.js'; runtime.send(new ConverseCommand({ modelId: '${SONNET}', messages: [] }));`,
    errors: [unverifiable(['ConverseCommand', 2], OTHER_FILE, 'the region', 'new ConverseCommand')],
  },
  {
    name: 'the AI SDK',
    code: aiBedrock(`{ region: 'eu-central-1' }`, SONNET),
    errors: [outside(`'eu-central-1'`, 'eu-central-1', 'Frankfurt', 'generateText')],
  },
  {
    name: 'the AI SDK’s own default',
    code: dedent`import { bedrock } from '@ai-sdk/amazon-bedrock'; import { generateText } from 'ai'; generateText({ model: bedrock('${SONNET}'), prompt });`,
    errors: [unverifiable(['generateText', 2], UNSET, '`region`', 'generateText')],
  },
  {
    name: 'the global endpoint of Vertex AI',
    code: vertex(`{ region: 'global' }`),
    errors: [anywhere(`'global'`, 'global', vertex(`{ region: 'us' }`), 'us')],
  },
  {
    name: 'Vertex AI without a region',
    code: vertex('{ projectId }'),
    errors: [unverifiable(CREATE, UNSET, '`region`')],
  },
  {
    name: 'Vertex AI in the AI SDK',
    code: dedent`import { createVertexAnthropic } from '@ai-sdk/google-vertex/anthropic'; import { generateText } from 'ai'; const v = createVertexAnthropic({ location: 'europe-west1' }); generateText({ model: v('claude-opus-5'), prompt });`,
    errors: [outside(`'europe-west1'`, 'europe-west1', 'Belgium', 'generateText')],
  },
  {
    name: 'the global endpoint over HTTP',
    code: dedent`fetch('https://aiplatform.googleapis.com/v1/projects/p/locations/global/publishers/anthropic/models/claude-opus-5:rawPredict', { method: 'POST', body: JSON.stringify({ ${REST} }) });`,
    errors: [
      {
        messageId: 'anywhere',
        at: `'https://aiplatform.googleapis.com/v1/projects/p/locations/global/publishers/anthropic/models/claude-opus-5:rawPredict'`,
        data: { value: 'global', title: 'any region of the world', call: 'fetch', approved: '`us`' },
      },
    ],
  },
  {
    name: 'Bedrock over HTTP',
    code: dedent`fetch('https://bedrock-runtime.eu-west-3.amazonaws.com/model/${SONNET}/invoke', { method: 'POST', body: JSON.stringify({ ${REST} }) });`,
    errors: [
      outside(
        `'https://bedrock-runtime.eu-west-3.amazonaws.com/model/${SONNET}/invoke'`,
        'eu-west-3',
        'Paris',
        'fetch',
      ),
    ],
  },
  {
    name: 'a region in the URL that the environment decides',
    code: 'fetch(`https://bedrock-runtime.${process.env.AWS_REGION}.amazonaws.com/model/anthropic.claude-opus-5/invoke`, { method: "POST", body: JSON.stringify({ max_tokens: 8, messages: [] }) });',
    errors: [
      unverifiable(
        '`https://bedrock-runtime.${process.env.AWS_REGION}.amazonaws.com/model/anthropic.claude-opus-5/invoke`',
        'it is computed at run time',
        'the region',
        'fetch',
      ),
    ],
  },
  {
    name: 'an agent that a switch moves to Bedrock, in a region of its environment',
    code: agent(`{ ...process.env, CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'eu-west-2' }`),
    errors: [outside(`'eu-west-2'`, 'eu-west-2', 'London, not in the EU', 'query')],
  },
  {
    name: 'an agent on Vertex AI',
    code: agent(`{ CLAUDE_CODE_USE_VERTEX: 'true', CLOUD_ML_REGION: 'global' }`),
    options: eu,
    errors: [
      {
        messageId: 'anywhere',
        at: `'global'`,
        data: { value: 'global', title: 'any region of the world', call: 'query', approved: '`eu`' },
        suggestions: [
          {
            messageId: 'use',
            data: { value: 'eu' },
            output: agent(`{ CLAUDE_CODE_USE_VERTEX: 'true', CLOUD_ML_REGION: 'eu' }`),
          },
        ],
      },
    ],
  },
  {
    name: 'an agent on Bedrock, of whose region nothing is said',
    code: agent(`{ CLAUDE_CODE_USE_MANTLE: '1' }`),
    errors: [unverifiable(['query', 2], UNSET, 'the region', 'query')],
  },
  {
    name: 'Claude Code in a process that is moved as a whole',
    code: dedent`import { execFileSync } from 'node:child_process'; process.env.CLAUDE_CODE_USE_BEDROCK = '1'; execFileSync('claude', ['-p', note]);`,
    errors: [unverifiable(['execFileSync', 2], OTHER_FILE, 'the region', 'execFileSync')],
  },
  {
    name: 'Foundry',
    code: dedent`import AnthropicFoundry from '@anthropic-ai/foundry-sdk'; const client = new AnthropicFoundry(); client.messages.create({ model: 'claude-opus-5', ${REST} });`,
    errors: [{ messageId: 'foundry', at: CREATE, data: { call: CREATE } }],
  },
];

runRule('require-approved-region', rule, { valid, invalid });

describe('the option', () => {
  it.each([['US'], ['us-*'], ['europe'], ['us-east'], ['']])('refuses %j', (entry) => {
    expect(() => lintWith(rule, 'anthropic', { options: [{ regions: [entry] }] })).toThrow(/match pattern/);
  });

  it.each([
    ['us'],
    ['us-gov'],
    ['apac'],
    ['eu-west-2'],
    ['us-gov-west-1'],
    ['europe-west12'],
    ['us-east5'],
    ['eusc-de-east-1'],
  ])('takes %j', (entry) => {
    expect(lintWith(rule, 'anthropic', { options: [{ regions: [entry] }] })).toEqual([]);
  });
});
