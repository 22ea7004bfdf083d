/**
 * What several packs say in the same words.
 */
import type { PackRule } from './types.ts';

/** What the regulated packs report of features beside those that are plainly not covered. */
export const REGULATED = { qualified: 'report', unclassified: 'report', unverifiable: 'ignore' } as const;

/** The same where what cannot be told counts as much as what is wrong. */
export const STRICT = { ...REGULATED, unverifiable: 'report' } as const;

export const NO_BROWSER_CLIENT: PackRule = {
  severity: 'error',
  reason:
    'A key in a browser is published to every visitor; organizations under zero data retention are refused such calls as well.',
};

export const NO_INSECURE_TRANSPORT: PackRule = {
  severity: 'error',
  reason: 'No sector allows it and it is cheap to see.',
};

const LEAKED_KEY =
  'A leaked key is a way to a breach whatever the sector, and its shape leaves little doubt.';

export const NO_HARDCODED_API_KEY: PackRule = { severity: 'error', reason: LEAKED_KEY };

/** In regulated packs, keys in comments count too. */
export const NO_HARDCODED_API_KEY_ANYWHERE: PackRule = {
  severity: 'error',
  reason: `${LEAKED_KEY} One in a comment is as leaked as one in code.`,
  options: { comments: true },
};

/** Platforms whose terms a customer signs: what is left out are gateways in between. */
export const UNDER_CONTRACT = [
  'anthropic',
  'anthropic-aws',
  'bedrock',
  'vertex',
  'foundry',
  'google-cloud',
] as const;
