/**
 * EU data protection and the AI Act.
 */
import type { ControlRows } from './frameworks.ts';

export const PRIVACY: ControlRows = {
  'require-inference-geo': {
    GDPR: {
      'Art. 44':
        'Any third-country transfer needs a Chapter V basis; the call’s geo shows whether there is one to document.',
      'Art. 30(1)(e)': 'The processing record names third countries; the inventory supplies them.',
    },
  },
  'no-zdr-ineligible-features': {
    GDPR: {
      'Art. 5(1)(e)': 'Storage limitation, also at the processor.',
      'Art. 28(3)':
        'Processor acts only as instructed and deletes or returns data; stateful features change that.',
    },
  },
  'no-raw-prompt-logging': {
    GDPR: {
      'Art. 5(1)(c)': 'Logs hold only the personal data that their purpose needs.',
      'Art. 5(1)(f)': 'Content is not open to everybody who reads logs.',
      'Art. 25(2)': 'By default only necessary data is processed.',
      'Art. 32(1)': 'Copies of content outside the protected store are avoided.',
    },
  },
  'no-hardcoded-api-key': {
    GDPR: {
      'Art. 32(1)(b)': 'Ongoing confidentiality of processing systems.',
    },
  },
  'require-audit-log': {
    GDPR: {
      'Art. 5(2)': 'Accountability: be able to show.',
      'Art. 33(5)': 'After a breach the records show which calls were concerned.',
    },
    'EU AI Act (EU) 2024/1689': {
      'Art. 12 / Art. 26(6)':
        'High-risk systems log; deployers keep logs at least six months. Annex III duties apply from 2 Dec 2027 (Reg. (EU) 2026/1744).',
    },
  },
  'require-redaction': {
    GDPR: {
      'Art. 5(1)(c)': 'Only the personal data that the task needs is sent.',
      'Art. 25(1)': 'Minimisation is designed into the way of the data.',
      'Art. 32(1)(a)': 'Pseudonymisation as a security measure.',
      'Art. 9': 'Special categories need extra ground; better not sent.',
    },
  },
  'no-full-record': {
    GDPR: {
      'Art. 5(1)(c)': 'Only the fields that the task needs are sent.',
      'Art. 25(2)': 'By default only what each purpose needs.',
    },
  },
  'require-approved-model': {
    GDPR: {
      'Art. 28(1)': 'Only processors that gave sufficient assurances are used.',
    },
  },
  'no-sdk-content-logging': {
    GDPR: {
      'Art. 25(2)': 'The protective setting is the one in use.',
      'Art. 5(1)(f)': 'Bodies are not open to everybody who reads logs.',
    },
  },
  'require-data-classification': {
    GDPR: {
      'Art. 30(1)(c)': 'Categories of data are recorded.',
    },
  },
  'require-approved-region': {
    GDPR: {
      'Art. 44': 'A region outside the allowed ones is a transfer that needs a basis.',
      'Art. 45': 'Adequacy (e.g. UK, Switzerland, US firms under the DPF).',
      'Art. 46': 'Shows which calls need safeguards such as standard clauses.',
      'Art. 28(3)(a)': 'Transfers only on documented instruction.',
      'Art. 30(1)(e)': 'Shows which third countries the record has to name.',
    },
  },
  'no-phi-in-schema': {
    GDPR: {
      'Art. 5(1)(c)': 'A schema needs no personal value to do its work.',
      'Art. 5(1)(e)': 'Storage limitation (schema cache up to 24 h after last use).',
    },
  },
  'no-browser-client': {
    GDPR: {
      'Art. 32(1)(b)': 'Whoever has the key reaches what it protects.',
    },
  },
  'require-environment-keys': {
    GDPR: {
      'Art. 32(1)(b)': 'Test code has no way to production’s data.',
    },
  },
  'no-insecure-transport': {
    GDPR: {
      'Art. 32(1)(a)': 'Personal data is encrypted on its way.',
    },
  },
  'require-approved-provider': {
    GDPR: {
      'Art. 28(1)': 'Only processors that gave sufficient assurances receive data.',
      'Art. 28(2)': 'A sub-processor that nobody authorised does not enter through code.',
    },
  },
  'no-identifying-metadata': {
    GDPR: {
      'Art. 5(1)(c)': 'The field does its work without an identifier.',
      'Art. 32(1)(a)': 'The person is named by a pseudonym.',
    },
  },
  'require-attestation': {
    GDPR: {
      'Art. 28(3)': 'The contract with the processor is declared, with the day it ends.',
    },
  },
};
