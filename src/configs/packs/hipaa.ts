import { NO_BROWSER_CLIENT, NO_HARDCODED_API_KEY_ANYWHERE, NO_INSECURE_TRANSPORT, STRICT } from './shared.ts';
import type { Pack } from './types.ts';

export const hipaa: Pack = {
  title: 'HIPAA',
  audience: 'Packages that send protected health information to Claude.',
  rules: {
    'no-zdr-ineligible-features': {
      severity: 'error',
      reason:
        'The source document asks for zero data retention wherever there is PHI, and the API does not refuse what it does not cover.',
      options: { when: 'always', ...STRICT },
    },
    'no-hipaa-ineligible-features': {
      severity: 'error',
      reason:
        'Features without cover are outside the business associate agreement; the API refuses most but not all of them.',
      options: { when: 'always', ...STRICT },
    },
    'require-inference-geo': {
      severity: 'error',
      reason:
        'The organization’s source document, and side terms of most business associate agreements, ask for processing in the United States on every such request; one call without it breaks the claim.',
      options: { allowed: ['us'], unverifiable: 'report' },
    },
    'require-approved-region': {
      severity: 'error',
      reason: 'The same promise as `inference_geo`, on the platforms of other providers.',
      options: { regions: ['us'], unverifiable: 'report' },
    },
    'require-approved-provider': {
      severity: 'error',
      reason:
        'Each platform needs its own business associate agreement. HIPAA readiness is not offered on Claude Platform on AWS or Foundry, and no statement about the offering on Google Cloud that Anthropic manages could be read. Take out what you have no agreement for.',
      options: { providers: ['anthropic', 'bedrock', 'vertex'], unverifiable: 'report' },
    },
    'require-approved-model': {
      severity: 'error',
      reason:
        'The agreement decides which models may see PHI. The list is yours: name it in the marker or in `models`; until then package.json says that there is none.',
      options: { unverifiable: 'report' },
    },
    'require-attestation': {
      severity: 'error',
      reason:
        'PHI before a business associate agreement is signed is an impermissible disclosure. The date it ends is declared, not checked against the document.',
      options: { required: ['baa'], when: 'always' },
    },
    'no-raw-prompt-logging': {
      severity: 'error',
      reason:
        'PHI in an ordinary log is a copy that nobody controls, and often a reportable exposure. Errors are included: they can carry the request.',
      options: { errors: 'report', stdout: 'report' },
    },
    'no-sdk-content-logging': {
      severity: 'error',
      reason: 'The SDK’s own documentation says that debug output shows whole bodies.',
    },
    'require-audit-log': {
      severity: 'error',
      reason:
        'Audit controls are a required standard, and the source document asks for five fields on every call with patient data; the fields are its choice, not the regulation’s text. Keyed, because a plain hash of a short text can be guessed.',
      options: {
        fields: ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome'],
        errorPath: true,
        keyedHash: true,
      },
    },
    'require-redaction': {
      severity: 'error',
      reason:
        'The source document asks for redaction before the call. Minimum necessary does not bind disclosures for treatment: such calls take a justified suppression that somebody reviewed.',
      options: { identifiers: ['hipaa'], content: 'marked' },
    },
    'no-full-record': {
      severity: 'error',
      reason:
        'The closest match of all rules here: 164.514(d)(5) on whole medical records without a specific justification.',
      options: { records: ['patient', 'record', 'chart', 'encounter', 'claim', 'bundle'] },
    },
    'no-phi-in-schema': {
      severity: 'error',
      reason: 'The vendor keeps compiled schemas apart from messages and bars PHI from them.',
      options: { dynamic: 'report' },
    },
    'no-identifying-metadata': {
      severity: 'error',
      reason: 'The API reference forbids identifying values in that field.',
    },
    'no-hardcoded-api-key': NO_HARDCODED_API_KEY_ANYWHERE,
    'no-browser-client': NO_BROWSER_CLIENT,
    'no-insecure-transport': NO_INSECURE_TRANSPORT,
    'require-environment-keys': {
      severity: 'warn',
      reason:
        'Weak evidence in source, so a question to check. The names of your variables are yours: set `variables`.',
    },
  },
  leftOut: {
    'require-gateway': 'Only a team knows which of its modules are the gateway: set `modules`.',
    'require-data-classification': 'The mark in package.json already says that there is PHI.',
  },
};
