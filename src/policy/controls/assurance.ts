/**
 * Assurance: the SOC 2 criteria and the ISO management systems.
 */
import type { ControlRows } from './frameworks.ts';

export const ASSURANCE: ControlRows = {
  'require-inference-geo': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC6.7': 'Restricts where information may be transmitted or moved.',
      'CC9.2': 'Vendor commitments (place of processing) are managed.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.5.23': 'Use of cloud services follows set requirements, location included.',
      'A.5.31': 'Legal and contractual location duties are met.',
    },
  },
  'no-zdr-ineligible-features': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'C1.2': 'Confidential information is disposed of as committed.',
      'P4.2': 'Personal information is kept no longer than stated.',
      'CC9.2': 'Vendor terms are managed.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.10': 'Information is deleted when no longer required.',
      'A.5.23': 'Which features of a cloud service are used follows what was agreed for it.',
    },
    'ISO/IEC 42001:2023 Annex A': {
      'A.10.3': 'Supplier use matches the supplier terms.',
    },
  },
  'no-raw-prompt-logging': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'C1.1': 'Confidential information is identified and kept.',
      'CC6.1': 'Logical access protects information assets.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.15': 'Logs are produced and protected.',
      'A.8.12': 'A way for content to leak, into logs, is closed in code.',
      'A.8.11': 'What is logged is an id, a count or a masked value.',
    },
  },
  'no-hardcoded-api-key': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC6.1': 'Credentials protect information assets.',
      'CC6.3': 'Access follows role and least privilege.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.5.17': 'Authentication information is managed.',
      'A.8.4': 'Source access is controlled; secrets in it defeat that.',
      'A.8.28': 'A practice of secure coding, checked on each change.',
    },
  },
  'require-audit-log': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC7.2': 'Monitoring for anomalies needs events.',
      'CC7.3': 'Events can be evaluated.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.15': 'Calls and their failures leave a record.',
      'A.5.28': 'Records exist that can be collected after an incident.',
      'A.5.33': 'Keyed hashes let a record be compared without holding the content.',
    },
    'ISO/IEC 42001:2023 Annex A': {
      'A.6.2.8': 'The calls of the AI system are among its logged events.',
    },
  },
  'require-redaction': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'C1.1': 'Confidential information is protected.',
      'CC6.7': 'What is transmitted is restricted to what was redacted.',
      'P4.1': 'Personal information goes only where its stated purpose asks for it.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.11': 'Identifiers are masked before they leave.',
      'A.8.12': 'A way for identifiers to leak, in prompts, is watched in code.',
      'A.5.34': 'Personal data is removed where the task does not need it.',
    },
  },
  'no-full-record': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'P4.1': 'Personal information is used for the purpose of the task only.',
      'C1.1': 'Confidential fields stay behind where the task does not need them.',
      'CC6.7': 'What is transmitted is restricted to chosen fields.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.12': 'Fields that nobody chose to send are not sent.',
      'A.5.34': 'Personal data beyond the task stays behind.',
    },
  },
  'require-approved-model': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC8.1': 'Another model is a change to the list that somebody authorises.',
      'CC9.2': 'Only models that were assessed with their vendor are called.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.5.23': 'Which models of a cloud service are used follows what was agreed.',
      'A.8.32': 'Another model is a change that passes through review.',
    },
    'ISO/IEC 42001:2023 Annex A': {
      'A.6.2.5': 'Only models that were released for use are called.',
      'A.10.3': 'Only models within the supplier’s terms are called.',
    },
  },
  'no-sdk-content-logging': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC6.1': 'Bodies are not open to everybody who reads logs.',
      'C1.1': 'Confidential bodies are kept out of logs.',
      'CC7.1': 'Configuration change that adds exposure is detected.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.9': 'Settings that log content are not left to chance.',
      'A.8.15': 'Logs of the SDK stay free of content.',
      'A.8.12': 'A way for bodies to leak, into logs, is closed in code.',
    },
  },
  'require-data-classification': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'C1.1': 'Confidential information is identified.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.5.12': 'The data of a request belongs to a class of the firm’s scheme.',
      'A.5.13': 'The class of the data travels with the request.',
    },
  },
  'require-approved-region': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC6.7': 'Information moves only to allowed regions.',
      'CC9.2': 'What the vendor committed to about location is what code uses.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.5.23': 'Where a cloud service processes follows what was agreed.',
      'A.5.31': 'Duties of law and contract about location are held to.',
    },
  },
  'no-phi-in-schema': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'C1.1': 'Confidential values stay out of a cache with less protection.',
      'C1.2': 'What is not in the cache need not be disposed of there.',
      'P4.2': 'The life of the cache does not become the retention of personal information.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.12': 'A way for personal values to leak, into schemas, is closed in code.',
      'A.5.34': 'Personal values stay out of schemas.',
    },
  },
  'no-browser-client': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC6.1': 'A published credential protects nothing.',
      'CC6.6': 'Outsiders can act with the key.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.5.17': 'A secret is shipped to everybody.',
      'A.8.26': 'Where the key stays is a requirement on the application.',
    },
  },
  'require-environment-keys': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC6.1': 'A credential belongs to one environment.',
      'CC6.3': 'Each environment has the key it needs.',
      'CC8.1': 'Changes tested apart from production.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.31': 'Development, test and production do not share a credential.',
      'A.5.17': 'A secret is given to one environment.',
    },
  },
  'no-insecure-transport': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC6.7': 'What is transmitted is protected on its way.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.24': 'Cryptography is not switched off in code.',
      'A.5.14': 'Information is transferred under protection.',
    },
  },
  'require-approved-provider': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC9.2': 'Only vendors that were assessed are called.',
      'P6.4': 'Personal information goes to third parties that committed to privacy.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.5.19': 'Only suppliers with an agreement receive data.',
    },
  },
  'no-identifying-metadata': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'P4.1': 'Personal information is not used for the detection of abuse.',
    },
    'ISO/IEC 27001:2022 Annex A': {
      'A.8.11': 'The person is named by an opaque value.',
    },
  },
  'require-attestation': {
    'SOC 2 TSC 2017 (rev. 2022)': {
      'CC9.2': 'The vendor’s report was reviewed, as declared.',
    },
  },
};
