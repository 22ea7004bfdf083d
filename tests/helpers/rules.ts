/**
 * What every rule must be shown with, so that sweeps over all rules cannot pass by silence.
 */
import type { ClaudeRule } from '../../src/create-rule.ts';
import { rules } from '../../src/rules/index.ts';
import type { RuleName } from '../../src/rules/names.ts';

/** Code that each rule reports with its default options. */
export const REPORTED: Readonly<Record<RuleName, string>> = {
  'require-inference-geo': `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });
`,
};

/** Every rule, with its name. */
export const RULES = Object.entries(rules) as unknown as readonly (readonly [RuleName, ClaudeRule])[];
