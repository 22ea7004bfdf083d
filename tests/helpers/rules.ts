/**
 * What every rule must be shown with, so that sweeps over all rules cannot pass by silence.
 */
import type { ClaudeRule } from '../../src/rules/define/rule.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { rules } from '../../src/rules/index.ts';
import type { RuleName } from '../../src/rules/names.ts';

/** Code, and the settings it is linted with. */
export interface Shown {
  readonly code: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** For a rule that does nothing without a list. */
  readonly options?: readonly [object];
}

const MARKED = { [NAMESPACE]: { zdr: true, hipaa: true } };

const BATCH = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
client.messages.batches.list();
`;

const REQUEST = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });
`;

/** Code that each rule reports, with its default options where it has any that say something. */
export const REPORTED: Readonly<Record<RuleName, Shown>> = {
  'no-browser-client': {
    code: `import Anthropic from '@anthropic-ai/sdk';
new Anthropic({ dangerouslyAllowBrowser: true });
`,
    settings: {},
  },
  'no-hardcoded-api-key': {
    code: `import Anthropic from '@anthropic-ai/sdk';
new Anthropic({ apiKey: 'q7Zt2vLx9' });
`,
    settings: {},
  },
  'require-gateway': { code: REQUEST, settings: {}, options: [{ modules: ['src/llm'] }] },
  'require-inference-geo': { code: REQUEST, settings: {} },
  'no-identifying-metadata': {
    code: `import Anthropic from '@anthropic-ai/sdk';\nexport const f = (user) => new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [], metadata: { user_id: user.email } });\n`,
    settings: {},
  },
  'no-raw-prompt-logging': {
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
console.log(await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] }));
`,
    settings: {},
  },
  'no-sdk-content-logging': {
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic({ logLevel: 'debug' });
`,
    settings: {},
  },
  'no-insecure-transport': {
    code: `import Anthropic from '@anthropic-ai/sdk';
new Anthropic({ baseURL: 'http://claude-proxy' });
`,
    settings: {},
  },
  'require-attestation': {
    code: `import Anthropic from '@anthropic-ai/sdk';
new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });
`,
    settings: MARKED,
  },
  'require-audit-log': {
    code: `import Anthropic from '@anthropic-ai/sdk';
new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });
`,
    settings: {},
  },
  'require-data-classification': {
    code: `import Anthropic from '@anthropic-ai/sdk';
new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });
`,
    settings: {},
  },
  'require-environment-keys': {
    code: `import Anthropic from '@anthropic-ai/sdk';
const keys = { production: process.env.ANTHROPIC_API_KEY, staging: process.env.ANTHROPIC_API_KEY };
`,
    settings: {},
  },
  'no-phi-in-schema': {
    code: `import Anthropic from '@anthropic-ai/sdk';\nexport const f = (names) => new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [], output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { who: { enum: names } } } } } });\n`,
    settings: {},
  },
  'require-approved-provider': {
    code: `import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic({ baseURL: 'https://llm.example.org' });\n`,
    settings: {},
  },
  'require-approved-region': {
    code: `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nexport const client = new AnthropicVertex({ region: 'global' });\n`,
    settings: {},
  },
  'no-full-record': {
    code: REQUEST.replace('messages: []', "messages: [{ role: 'user', content: JSON.stringify(patient) }]"),
    settings: {},
  },
  'require-redaction': {
    code: REQUEST.replace('messages: []', "messages: [{ role: 'user', content: patient.ssn }]"),
    settings: {},
  },
  'require-approved-model': { code: REQUEST, settings: {} },
  'no-zdr-ineligible-features': { code: BATCH, settings: MARKED },
  'no-hipaa-ineligible-features': { code: BATCH, settings: MARKED },
};

/** Every rule, with its name. */
export const RULES = Object.entries(rules) as unknown as readonly (readonly [RuleName, ClaudeRule])[];
