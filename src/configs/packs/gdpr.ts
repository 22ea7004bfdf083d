import {
  NO_BROWSER_CLIENT,
  NO_HARDCODED_API_KEY_ANYWHERE,
  NO_INSECURE_TRANSPORT,
  REGULATED,
} from './shared.ts';
import type { Pack } from './types.ts';

export const gdpr: Pack = {
  title: 'GDPR',
  audience: 'Personal data of people in the EU. Anthropic’s own API has no geography in the EU.',
  rules: {
    'no-raw-prompt-logging': {
      severity: 'error',
      reason: 'Further copies of personal data, without a purpose and without a way to erase them.',
      options: { errors: 'report' },
    },
    'no-sdk-content-logging': {
      severity: 'error',
      reason: 'Makes a copy of personal data that no record of processing knows.',
    },
    'require-redaction': {
      severity: 'error',
      reason: 'Minimization by design, which the controller must be able to show.',
    },
    'no-full-record': {
      severity: 'error',
      reason: 'Minimization and protective defaults.',
      options: { records: ['user', 'customer', 'profile', 'record'] },
    },
    'require-approved-region': {
      severity: 'error',
      reason:
        'The source document sends data of EU users through regions in the EU. London and Zurich are not in it: where a transfer under an adequacy decision is documented, add their exact ids.',
      options: { regions: ['eu'], unverifiable: 'report' },
    },
    'require-attestation': {
      severity: 'error',
      reason:
        'Processing on behalf of a controller needs a contract (Art. 28(3)). On Bedrock and Vertex AI it is the provider’s. Declared in marked packages, not checked against the document.',
      options: { required: ['dpa'], when: 'always' },
    },
    'no-hardcoded-api-key': NO_HARDCODED_API_KEY_ANYWHERE,
    'no-browser-client': NO_BROWSER_CLIENT,
    'no-insecure-transport': NO_INSECURE_TRANSPORT,
    'no-identifying-metadata': { severity: 'error', reason: 'A pseudonymous id is enough.' },
    'require-inference-geo': {
      severity: 'warn',
      reason:
        'No value of `inference_geo` is in the EU, so either value means a transfer to a third country that has to be documented (Art. 44 to 46). Every request names one, so that there is something to document.',
      options: { allowed: ['us', 'global'], unverifiable: 'report' },
    },
    'require-approved-provider': {
      severity: 'warn',
      reason:
        'Who the processor is decides which agreement and which record apply. Calls to Anthropic’s own API are reported, because they leave the EU.',
      options: { providers: ['bedrock', 'vertex'] },
    },
    'no-zdr-ineligible-features': {
      severity: 'warn',
      reason: 'Retention is lawful where it is documented, so a warning that names it.',
      options: { when: 'marked', ...REGULATED },
    },
    'no-hipaa-ineligible-features': {
      severity: 'warn',
      reason: 'Fires only in packages declared so, where the features are outside the agreement.',
      options: { when: 'marked', ...REGULATED },
    },
    'require-audit-log': {
      severity: 'warn',
      reason:
        'Accountability gains from it, but the log is personal data itself: few fields, and an opaque id.',
      options: { fields: ['timestamp', 'userId', 'purpose', 'requestId'] },
    },
    'no-phi-in-schema': {
      severity: 'warn',
      reason: 'Personal data in a cache outside the way of the messages.',
      options: { dynamic: 'report' },
    },
  },
  leftOut: {
    'require-gateway': 'Only a team knows which of its modules are the gateway: set `modules`.',
    'require-approved-model': 'The rules about providers and regions cover it.',
    'require-data-classification': 'The record of processing carries the categories, not the code.',
    'require-environment-keys': 'Part of general security.',
  },
};
