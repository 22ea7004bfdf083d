/**
 * Application security: OWASP.
 */
import type { ControlRows } from './frameworks.ts';

export const APPLICATION: ControlRows = {
  'no-raw-prompt-logging': {
    'OWASP ASVS 5.0.0': {
      '16.2.5': 'Logging follows the data’s protection level.',
    },
    'OWASP LLM Top 10 2025': {
      'LLM02:2025': 'Logs are a place where content is disclosed by accident.',
    },
  },
  'no-hardcoded-api-key': {
    'OWASP ASVS 5.0.0': {
      '13.3.1': 'A secrets manager holds back-end secrets.',
    },
  },
  'require-audit-log': {
    'OWASP ASVS 5.0.0': {
      '16.2.1': 'Entries hold when, where, who, what.',
      '16.3.2': 'Sensitive access is logged without the data itself.',
    },
  },
  'require-redaction': {
    'OWASP ASVS 5.0.0': {
      '14.2.3': 'Sensitive data is not sent to parties that should not have it.',
    },
    'OWASP LLM Top 10 2025': {
      'LLM02:2025': 'Identifiers that are not sent cannot come back in an answer.',
    },
  },
  'no-full-record': {
    'OWASP ASVS 5.0.0': {
      '14.2.6': 'Only the minimum sensitive data is returned or sent.',
    },
    'OWASP LLM Top 10 2025': {
      'LLM02:2025': 'What is not sent cannot be disclosed.',
    },
  },
  'require-approved-model': {
    'OWASP LLM Top 10 2025': {
      'LLM03:2025': 'A model is a part of the supply chain; the list pins which.',
    },
  },
  'no-sdk-content-logging': {
    'OWASP ASVS 5.0.0': {
      '13.4.2': 'Debug modes are off in production.',
      '16.2.5': 'What is logged follows the protection that the data needs.',
    },
    'OWASP LLM Top 10 2025': {
      'LLM02:2025': 'Debug output is a place where content is disclosed by accident.',
    },
  },
  'require-data-classification': {
    'OWASP ASVS 5.0.0': {
      '14.1.1': 'Sensitive data is identified and classified.',
    },
  },
  'no-phi-in-schema': {
    'OWASP LLM Top 10 2025': {
      'LLM02:2025': 'A schema that is kept is a place where values are disclosed by accident.',
    },
  },
  'no-browser-client': {
    'OWASP ASVS 5.0.0': {
      '13.3.1': 'Secrets stay in a vault.',
    },
    'OWASP LLM Top 10 2025': {
      'LLM10:2025': 'Unbounded consumption with a stolen key.',
    },
  },
  'require-environment-keys': {
    'OWASP ASVS 5.0.0': {
      '13.3.4': 'A key that serves one environment can be changed without the others.',
    },
  },
  'require-approved-provider': {
    'OWASP ASVS 5.0.0': {
      '13.2.4': 'External services are reached by an allow list.',
    },
  },
  'no-identifying-metadata': {
    'OWASP LLM Top 10 2025': {
      'LLM02:2025': 'Metadata is a place where identity is disclosed by accident.',
    },
  },
};
