/**
 * What every rule must be shown with, so that sweeps over all rules cannot pass by silence.
 */
import type { ClaudeRule } from '../../src/create-rule.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { rules } from '../../src/rules/index.ts';
import type { RuleName } from '../../src/rules/names.ts';

/** Code, and the settings it is linted with. */
export interface Shown {
  readonly code: string;
  readonly settings: Readonly<Record<string, unknown>>;
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

/** Code that each rule reports with its default options. */
export const REPORTED: Readonly<Record<RuleName, Shown>> = {
  'require-inference-geo': { code: REQUEST, settings: {} },
  'require-approved-provider': {
    code: `import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic({ baseURL: 'https://llm.example.org' });\n`,
    settings: {},
  },
  'require-approved-region': {
    code: `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nexport const client = new AnthropicVertex({ region: 'global' });\n`,
    settings: {},
  },
  'no-full-record': { code: REQUEST.replace('messages: []', "messages: [{ role: 'user', content: JSON.stringify(patient) }]"), settings: {} },
  'require-redaction': { code: REQUEST.replace('messages: []', "messages: [{ role: 'user', content: patient.ssn }]"), settings: {} },
  'require-approved-model': { code: REQUEST, settings: {} },
  'no-zdr-ineligible-features': { code: BATCH, settings: MARKED },
  'no-hipaa-ineligible-features': { code: BATCH, settings: MARKED },
};

/** Every rule, with its name. */
export const RULES = Object.entries(rules) as unknown as readonly (readonly [RuleName, ClaudeRule])[];
