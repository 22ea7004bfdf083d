import { NO_BROWSER_CLIENT, NO_HARDCODED_API_KEY_ANYWHERE, NO_INSECURE_TRANSPORT, STRICT } from './shared.ts';
import type { Pack } from './types.ts';

export const gov: Pack = {
  title: 'Government',
  audience: 'US public sector: CUI, CJI, FTI. Commercial endpoints are never for classified data.',
  rules: {
    'no-zdr-ineligible-features': {
      severity: 'error',
      reason: 'Fires only in packages declared so; features that keep state also widen the boundary.',
      options: { when: 'marked', ...STRICT },
    },
    'no-hipaa-ineligible-features': {
      severity: 'error',
      reason: 'Fires only in packages declared so, for agencies that hold health data as well.',
      options: { when: 'marked', ...STRICT },
    },
    'require-inference-geo': {
      severity: 'error',
      reason: 'US jurisdiction is a condition of the workload (SA-9(5) at FedRAMP Moderate and High).',
      options: { allowed: ['us'], unverifiable: 'report' },
    },
    'require-approved-region': {
      severity: 'error',
      reason:
        'US regions or GovCloud only. Where the workload asks for GovCloud alone, set `regions` to `["us-gov"]`.',
      options: { regions: ['us', 'us-gov'], unverifiable: 'report' },
    },
    'require-approved-model': {
      severity: 'error',
      reason:
        'Boundary and contract name the models, so the list is yours: name it in the marker or in `models`; until then package.json says that there is none.',
      options: { unverifiable: 'report' },
    },
    'require-audit-log': {
      severity: 'error',
      reason:
        'AU-2, AU-3 and AU-12 are in every baseline; AU-3 asks for event type, component and source beside the five fields of the source document.',
      options: {
        fields: [
          'inputHash',
          'outputHash',
          'timestamp',
          'userId',
          'outcome',
          'eventType',
          'component',
          'source',
          'dataClassification',
        ],
        errorPath: true,
        keyedHash: true,
      },
    },
    'require-data-classification': {
      severity: 'error',
      reason:
        'The source document asks for a label on all requests. The labels are placeholders for the agency’s own scheme; a national-security marking stops the call, whatever the endpoint.',
      options: {
        labels: ['PUBLIC', 'CUI', 'CUI//SP…', 'CJI', 'FTI'],
        refuse: ['CONFIDENTIAL//…', 'SECRET', 'TOP SECRET'],
        where: ['wrapper', 'audit'],
      },
    },
    'no-raw-prompt-logging': {
      severity: 'error',
      reason: 'CUI or CJI in a log leaves the marked boundary.',
      options: { errors: 'report', stdout: 'report' },
    },
    'no-sdk-content-logging': {
      severity: 'error',
      reason: 'Bodies with CUI or CJI would land in ordinary logs.',
    },
    'no-hardcoded-api-key': NO_HARDCODED_API_KEY_ANYWHERE,
    'no-browser-client': NO_BROWSER_CLIENT,
    'no-insecure-transport': NO_INSECURE_TRANSPORT,
    'require-approved-provider': {
      severity: 'warn',
      reason:
        'Whether a service is on the FedRAMP marketplace is for people to confirm. Calls to Anthropic’s own API are reported, so that somebody does; a place in the United States is no authorization.',
      options: { providers: ['bedrock', 'vertex'], unverifiable: 'report' },
    },
    'require-attestation': {
      severity: 'warn',
      reason:
        'The business associate agreement of agencies that hold health data as well. An authorization has no place in the marker: it is the agency’s record.',
    },
    'require-redaction': {
      severity: 'warn',
      reason: 'CUI may be sent in full inside the boundary; personal data should not be.',
      options: { identifiers: ['government'] },
    },
    'no-full-record': {
      severity: 'warn',
      reason: 'Whole case files may be the task.',
      options: { records: ['case', 'subject', 'applicant', 'record'] },
    },
    'no-phi-in-schema': {
      severity: 'warn',
      reason: 'The same cache of schemas; the vendor bars only health data from it.',
      options: { dynamic: 'report' },
    },
    'require-environment-keys': {
      severity: 'warn',
      reason:
        'Weak evidence in source; CM-4(1) is selected in High only. The names of your variables are yours: set `variables`.',
    },
    'no-identifying-metadata': {
      severity: 'warn',
      reason: 'The API reference forbids identifying values there; it is about personal data only.',
    },
  },
  leftOut: {
    'require-gateway':
      'Only a team knows which of its modules are the gateway. Recommended: set `modules`, and "every call" is one module to show.',
  },
};
