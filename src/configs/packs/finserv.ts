import { PLACE_IDS } from '../../policy/regions.ts';
import {
  NO_BROWSER_CLIENT,
  NO_HARDCODED_API_KEY_ANYWHERE,
  NO_INSECURE_TRANSPORT,
  REGULATED,
  UNDER_CONTRACT,
} from './shared.ts';
import type { Pack } from './types.ts';

export const finserv: Pack = {
  title: 'Financial services',
  audience: 'Customer financial data, card data and broker-dealer records.',
  rules: {
    'no-zdr-ineligible-features': {
      severity: 'error',
      reason: 'Fires only in packages declared so, where the API does not refuse the call.',
      options: { when: 'marked', ...REGULATED },
    },
    'no-hipaa-ineligible-features': {
      severity: 'error',
      reason: 'Fires only in packages declared so, for firms that hold health data as well.',
      options: { when: 'marked', ...REGULATED },
    },
    'no-raw-prompt-logging': {
      severity: 'error',
      reason:
        'Customer data in an ordinary log is a copy that nobody controls. Where a prompt or an answer is a required record it belongs in the archive: take that sink out with `settings.loggers`, such as `{ recordArchive: false }`.',
      options: { errors: 'report', stdout: 'report' },
    },
    'no-sdk-content-logging': {
      severity: 'error',
      reason: 'Customer data would land in ordinary logs as whole bodies.',
    },
    'require-audit-log': {
      severity: 'error',
      reason:
        'The source document asks for a trail of all AI-assisted decisions, and rules about records depend on one. Keyed, as PCI DSS asks of hashed card numbers.',
      options: {
        fields: ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome', 'model', 'requestId'],
        errorPath: true,
        keyedHash: true,
      },
    },
    'no-hardcoded-api-key': NO_HARDCODED_API_KEY_ANYWHERE,
    'no-browser-client': NO_BROWSER_CLIENT,
    'no-insecure-transport': NO_INSECURE_TRANSPORT,
    'require-inference-geo': {
      severity: 'warn',
      reason:
        'No US or EU finance rule fixes a country, but the place must be known and match the contract, so every request names one.',
      options: { allowed: ['us', 'global'], unverifiable: 'report' },
    },
    'require-approved-region': {
      severity: 'warn',
      reason:
        'The region must match the contract; no country is fixed, but a global endpoint names none. Narrow `regions` to those of your contract.',
      options: { regions: PLACE_IDS, unverifiable: 'report' },
    },
    'require-approved-provider': {
      severity: 'warn',
      reason:
        'The register of providers and the code should agree. Platforms with a contract of their own pass until you narrow `providers` to yours; gateways in between do not.',
      options: { providers: UNDER_CONTRACT },
    },
    'require-approved-model': {
      severity: 'warn',
      reason:
        'Inventory and change control are policies of the firm, so the list is yours: name it in the marker or in `models`; until then package.json says that there is none.',
    },
    'require-attestation': {
      severity: 'warn',
      reason:
        'A reviewed SOC 2 report and a data processing agreement are what an assessment of the provider rests on. Declared in marked packages, not checked against the documents.',
      options: { required: ['dpa', 'soc2'] },
    },
    'require-redaction': {
      severity: 'warn',
      reason:
        'No general legal duty, but a card number that is sent draws the provider into the scope of PCI DSS. Raise it to an error where card or account numbers pass.',
      options: { identifiers: ['financial'] },
    },
    'no-full-record': {
      severity: 'warn',
      reason: 'Good practice; underwriting may need many fields.',
      options: { records: ['customer', 'account', 'application', 'transaction'] },
    },
    'require-data-classification': {
      severity: 'warn',
      reason:
        'Classification is a duty of the security program; a label on each request is a choice. Replace `labels` by your own scheme.',
      options: { labels: ['public', 'internal', 'confidential', 'restricted'] },
    },
    'no-phi-in-schema': {
      severity: 'warn',
      reason: 'The same cache of schemas; the vendor bars only health data from it.',
      options: { dynamic: 'report' },
    },
    'require-environment-keys': {
      severity: 'warn',
      reason:
        'Weak evidence in source; PCI DSS 6.5.3 makes it worth asking. The names of your variables are yours: set `variables`.',
    },
    'no-identifying-metadata': {
      severity: 'warn',
      reason: 'The API reference forbids identifying values there; no finance rule speaks of the field.',
    },
  },
  leftOut: {
    'require-gateway':
      'Only a team knows which of its modules are the gateway. Recommended: set `modules`, and "every call" is one module to show.',
  },
};
