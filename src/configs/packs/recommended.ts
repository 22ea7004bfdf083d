import { NO_BROWSER_CLIENT, NO_HARDCODED_API_KEY, NO_INSECURE_TRANSPORT } from './shared.ts';
import type { Pack } from './types.ts';

export const recommended: Pack = {
  title: 'Recommended',
  audience: 'Any project that calls Claude: only what is nearly always wrong.',
  rules: {
    'no-zdr-ineligible-features': {
      severity: 'error',
      reason: 'No effect without a declared arrangement; with one, silence would mislead.',
      options: { when: 'marked' },
    },
    'no-hipaa-ineligible-features': {
      severity: 'error',
      reason: 'No effect without a declared arrangement; with one, silence would mislead.',
      options: { when: 'marked' },
    },
    'no-hardcoded-api-key': NO_HARDCODED_API_KEY,
    'no-browser-client': NO_BROWSER_CLIENT,
    'no-insecure-transport': NO_INSECURE_TRANSPORT,
    'require-inference-geo': {
      severity: 'warn',
      reason:
        'Validity only: a value the API refuses, a spelling the SDK ignores, or a pin on a model that cannot be pinned fails at run time. Leaving the geography out is fine here.',
      options: { allowed: ['us', 'global'], workspaceDefault: 'global', unverifiable: 'ignore' },
    },
    'no-raw-prompt-logging': {
      severity: 'warn',
      reason: 'Good practice; demonstrations log outputs on purpose.',
    },
    'no-sdk-content-logging': { severity: 'warn', reason: 'Handy in development, and easily left on.' },
    'no-identifying-metadata': {
      severity: 'warn',
      reason: 'The API reference asks for an opaque id in that field.',
    },
  },
  leftOut: {
    'require-gateway': 'Only a team knows which of its modules are the gateway: set `modules`.',
    'require-audit-log': 'No duty without regulated data.',
    'require-redaction': 'Needs knowledge of the data to be useful.',
    'no-full-record': 'Judges by names; noisy without a sector.',
    'require-approved-model': 'Without an agreement there is no list to hold code to.',
    'require-data-classification': 'No scheme to check against.',
    'require-approved-region': 'No region is right for all.',
    'no-phi-in-schema': 'Rare without regulated data.',
    'require-environment-keys': 'Judges by names; noisy without a policy.',
    'require-approved-provider': 'No list to compare with.',
    'require-attestation': 'Which documents a package needs is for its sector to say.',
  },
};
