import { NO_BROWSER_CLIENT, NO_HARDCODED_API_KEY, NO_INSECURE_TRANSPORT, UNDER_CONTRACT } from './shared.ts';
import type { Pack } from './types.ts';

export const soc2: Pack = {
  title: 'SOC 2',
  audience: 'Any firm with a SOC 2 report: the criteria, and the commitments the firm made itself.',
  rules: {
    'no-hardcoded-api-key': NO_HARDCODED_API_KEY,
    'no-browser-client': NO_BROWSER_CLIENT,
    'no-insecure-transport': NO_INSECURE_TRANSPORT,
    'no-zdr-ineligible-features': {
      severity: 'warn',
      reason: 'A commitment about retention may be broken.',
      options: { when: 'marked' },
    },
    'no-hipaa-ineligible-features': {
      severity: 'warn',
      reason: 'A commitment about health data may be broken.',
      options: { when: 'marked' },
    },
    'no-raw-prompt-logging': {
      severity: 'warn',
      reason: 'Commitments about confidentiality differ by product.',
    },
    'no-sdk-content-logging': {
      severity: 'warn',
      reason: 'What it does in production depends on the deployment.',
    },
    'require-audit-log': {
      severity: 'warn',
      reason: 'Depends on the description of the system.',
      options: { fields: ['timestamp', 'userId', 'requestId'] },
    },
    'no-full-record': {
      severity: 'warn',
      reason: 'Only matters where confidentiality or privacy is in scope.',
      options: { records: ['user', 'customer', 'record'] },
    },
    'require-approved-model': {
      severity: 'warn',
      reason:
        'Another model is a change that somebody authorizes, so an alias that moves by itself is reported. The list is yours: set `models`.',
      options: { aliases: 'report' },
    },
    'require-data-classification': {
      severity: 'warn',
      reason: 'Supports C1.1 where confidentiality is in scope. Replace `labels` by your own scheme.',
      options: { labels: ['public', 'internal', 'confidential'] },
    },
    'require-environment-keys': {
      severity: 'warn',
      reason: 'Evidence for CC8.1. The names of your variables are yours: set `variables`.',
    },
    'require-approved-provider': {
      severity: 'warn',
      reason:
        'Evidence for the list of vendors. Platforms with a contract of their own pass until you narrow `providers` to yours; gateways in between do not.',
      options: { providers: UNDER_CONTRACT },
    },
    'require-attestation': {
      severity: 'warn',
      reason:
        'The provider’s own report and the data processing agreement are what vendor management shows. Declared in marked packages, not checked against the documents.',
      options: { required: ['dpa', 'soc2'] },
    },
    'no-identifying-metadata': {
      severity: 'warn',
      reason: 'The API reference forbids identifying values there; how far privacy is in scope differs.',
    },
  },
  leftOut: {
    'require-gateway': 'Only a team knows which of its modules are the gateway: set `modules`.',
    'require-inference-geo': 'Only where the firm promises customers a location.',
    'require-redaction': 'Only where privacy is in scope.',
    'require-approved-region': 'Only with a commitment about location.',
    'no-phi-in-schema': 'Rarely in scope.',
  },
};
