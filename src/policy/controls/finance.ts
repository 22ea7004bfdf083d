/**
 * Finance: US federal and New York rules, card data, and the EU’s DORA.
 */
import type { ControlRows } from './frameworks.ts';

export const FINANCE: ControlRows = {
  'require-inference-geo': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(f)(2)':
        'Service-provider safeguards agreed by contract, location included, are applied at the call.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.11': 'Third-party provider policy: contractual location terms are followed.',
    },
    'DORA (EU) 2022/2554': {
      '30(2)(b)':
        'Contracts must name the regions or countries of processing; code must not drift from them.',
      '28(3)': 'Feeds the register of information on ICT services with the real processing place.',
    },
  },
  'no-zdr-ineligible-features': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(6)': 'Retention and disposal limits on customer information, also where a provider keeps it.',
      '314.4(f)(2)': 'Provider safeguards are those contracted for.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.13(b)': 'Nonpublic information not needed is disposed of; provider-side stores count.',
    },
    'PCI DSS 4.0.1': {
      '3.2.1': 'Account data storage is kept to a minimum in every location, provider stores included.',
    },
    'DORA (EU) 2022/2554': {
      '28(4)': 'Use stays within the assessed service.',
    },
    'DORA RTS (EU) 2024/1774': {
      '11(2)(k)': 'Requirements set for provider-run services are implemented.',
    },
  },
  'no-raw-prompt-logging': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(1)': 'Customer information reaches only those who need it.',
      '314.4(c)(3)': 'Customer information at rest is encrypted; ordinary logs rarely are.',
    },
    SEC: {
      '17 CFR 240.17a-4(b)(4)':
        'Where a prompt or output is a required record it belongs in the store that the rule prescribes, not in an ordinary log: take that sink out by name, do not drop the record.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.15': 'Nonpublic information at rest is encrypted.',
      '500.7': 'Access to nonpublic information is limited.',
    },
    'PCI DSS 4.0.1': {
      '3.3.1': 'Sensitive authentication data is never kept, logs included.',
      '3.5.1': 'PAN is unreadable wherever stored, logs included.',
    },
    'DORA RTS (EU) 2024/1774': {
      '11(2)(i)': 'A way for content to leak, into logs, is closed in code.',
      '12(2)(d)': 'Logs without content have less in them to protect.',
    },
  },
  'no-hardcoded-api-key': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(1)': 'Access controls on customer information.',
      '314.4(c)(4)': 'A practice of secure development: no credential in code.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.7': 'Access privileges are limited and managed.',
      '500.8': 'Secure development of in-house applications.',
    },
    'PCI DSS 4.0.1': {
      '8.3.2': 'Authentication factors are unreadable in storage and transit.',
      '8.6.2':
        'No hard-coded passwords for system accounts that allow interactive login (an API key is usually a near case, not a direct one).',
      '6.2.4': 'Coding methods prevent common weaknesses.',
    },
    'DORA (EU) 2022/2554': {
      '9(4)(d)': 'Strong authentication and key protection.',
    },
    'DORA RTS (EU) 2024/1774': {
      '16(3)': 'Source code review with static testing.',
    },
  },
  'require-audit-log': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(8)': 'Authorised users’ activity is monitored and logged.',
    },
    SEC: {
      '17 CFR 240.17a-4(f)(2)(i)(A)':
        'Audit-trail alternative: time-stamped, attributable record of creation, change, deletion.',
      '17 CFR 240.17a-4(f)(2)(i)(B)':
        'Non-rewriteable alternative. A hash alone is no substitute for a required record.',
    },
    FINRA: {
      'Rule 4511': 'Books and records kept, six years where no period is set.',
      'Rule 3110':
        'Supervisory system covers technology used; Regulatory Notice 24-09 applies it to generative AI.',
    },
    'Regulation B': {
      '12 CFR 1002.12(b)': 'Records of credit applications and the information used are kept.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.6':
        'Audit trails: reconstruct material transactions (five years) and detect cybersecurity events (three years).',
    },
    'PCI DSS 4.0.1': {
      '10.2.1': 'Audit logs are active for components and cardholder data.',
      '10.2.2':
        'Each entry holds user, event type, date and time, success or failure, origin, affected resource.',
      '3.5.1.1': 'Where PAN is hashed the hash is keyed: reason to prefer HMAC for input hashes.',
      '10.5.1': 'Twelve months of history, three at hand.',
    },
    'DORA RTS (EU) 2024/1774': {
      '12(2)': 'Logged events, detail, retention and protection are defined.',
    },
    'Model risk guidance': {
      'SR 26-2 / OCC Bulletin 2026-13 / FDIC FIL-15-2026':
        'Replaced SR 11-7 / OCC 2011-12 on 17 Apr 2026; generative AI is outside their scope, so the audit trail answers firm policy and general risk governance.',
    },
  },
  'require-redaction': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(1)': 'Only needed customer information is reachable.',
    },
    'PCI DSS 4.0.1': {
      '3.5.1':
        'No readable PAN in a new store; sending PAN also pulls the provider into scope (12.5.2, 12.8).',
      '12.5.2': 'Scope is documented with all data flows.',
    },
    'DORA RTS (EU) 2024/1774': {
      '14(1)(b)': 'Leakage is prevented in transfers to external parties.',
      '11(2)(i)': 'Identifiers do not leak to an external party in prompts.',
    },
  },
  'no-full-record': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(1)': 'Only the customer information that is needed is passed on.',
    },
    'PCI DSS 4.0.1': {
      '3.2.1': 'Account data is not copied further than the task needs.',
    },
  },
  'require-approved-model': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(f)(1)': 'Only models of a provider that was chosen with care are called.',
      '314.4(c)(7)': 'Change management: a new model is a change.',
    },
    FINRA: {
      'Rule 3110': 'Supervision covers which tools are approved (Regulatory Notice 24-09).',
    },
    'NYDFS 23 NYCRR 500': {
      '500.11': 'Use follows the policy on third-party services.',
      '500.13(a)': 'The list of models is a part of the asset inventory that code is held to.',
    },
    'DORA (EU) 2022/2554': {
      '8(6)': 'The list of models is a part of the inventories that code is held to.',
      '28(3)': 'Code uses what the register of ICT services names.',
    },
    'Interagency third-party risk guidance': {
      'OCC Bulletin 2023-17 / SR 23-4 / FIL-29-2023':
        'Third-party life cycle: planned, due-diligenced, monitored use.',
    },
    'Model risk guidance': {
      'SR 26-2 / OCC Bulletin 2026-13 / FDIC FIL-15-2026':
        'Inventory ideas carry over by policy although generative AI is out of scope; cite SR 11-7 / OCC 2011-12 only as history.',
    },
  },
  'no-sdk-content-logging': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(4)': 'A practice of secure development: no switch that logs bodies.',
      '314.4(c)(3)': 'No unencrypted copies of bodies come to rest in logs.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.8': 'A practice of secure development: no switch that logs bodies.',
    },
    'PCI DSS 4.0.1': {
      '2.2.6': 'Settings of the SDK are those that prevent misuse.',
      '3.5.1': 'No readable PAN in debug output.',
    },
    'DORA RTS (EU) 2024/1774': {
      '11(2)(b)': 'The SDK is configured by a secure baseline.',
    },
  },
  'require-data-classification': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(2)': 'Data is identified and managed by importance.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.3(b)': 'Policy covers data governance, classification and retention.',
    },
    'DORA (EU) 2022/2554': {
      '8(1)': 'Information assets are identified and classified.',
    },
    'DORA RTS (EU) 2024/1774': {
      '11(2)': 'Controls follow the classification.',
    },
  },
  'require-approved-region': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(f)(2)': 'The place that the contract names is the one in code.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.11': 'Terms of third parties about location are followed.',
    },
    'DORA (EU) 2022/2554': {
      '30(2)(b)': 'Contracts name the regions of processing; code must not drift from them.',
    },
  },
  'no-phi-in-schema': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(6)': 'Customer information stays out of a cache with a life of its own.',
    },
    'PCI DSS 4.0.1': {
      '3.2.1': 'Account data stays out of a cache with a life of its own.',
    },
  },
  'no-browser-client': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(1)': 'A published key gives access to anybody.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.7': 'A published key limits no privileges.',
      '500.8': 'A practice of secure development: keys stay on the server.',
    },
    'PCI DSS 4.0.1': {
      '8.3.2': 'The key is readable to every visitor.',
      '7.2.5': 'An account of the system is used by people it was not given to.',
      '6.2.4': 'A common weakness, prevented in code.',
    },
    'DORA (EU) 2022/2554': {
      '9(4)(d)': 'A key in a browser has no protection.',
    },
  },
  'require-environment-keys': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(1)': 'Test code has no access to what production may reach.',
      '314.4(c)(7)': 'Changes are tried without production’s credential.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.7': 'Privileges of one environment end at its border.',
    },
    'PCI DSS 4.0.1': {
      '6.5.3': 'Pre-production is separated with access control.',
      '8.6.3': 'System account secrets change at a risk-based rate.',
    },
    'DORA RTS (EU) 2024/1774': {
      '8(2)(b)(v)': 'Separation of production and non-production.',
      '16(5)': 'Non-production holds no plain production data.',
    },
  },
  'no-insecure-transport': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(c)(3)': 'Encryption in transit over external networks.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.15': 'Encryption of nonpublic information.',
    },
    'PCI DSS 4.0.1': {
      '4.2.1': 'Strong cryptography, valid certificates.',
    },
    'DORA (EU) 2022/2554': {
      '9(3)(a)': 'Data is transferred by secure means.',
    },
    'DORA RTS (EU) 2024/1774': {
      '14(1)(a)': 'Confidentiality in network transmission.',
    },
  },
  'require-approved-provider': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(f)(1)': 'Only providers that were chosen with care are called.',
    },
    'NYDFS 23 NYCRR 500': {
      '500.11': 'Use follows the policy on third-party providers.',
    },
    'PCI DSS 4.0.1': {
      '12.8.1': 'Code calls only providers that stand on the list of third parties.',
    },
    'DORA (EU) 2022/2554': {
      '28(3)': 'Code uses what the register of information names.',
    },
    'Interagency third-party risk guidance': {
      'OCC Bulletin 2023-17 / SR 23-4 / FIL-29-2023':
        'A provider that was not assessed does not enter through code.',
    },
  },
  'require-attestation': {
    'GLBA Safeguards Rule (16 CFR 314.4)': {
      '314.4(f)(3)': 'Providers are assessed periodically: a declaration that has ended is reported.',
    },
    'PCI DSS 4.0.1': {
      '12.8.4': 'The status of providers is watched at least yearly.',
    },
    'DORA (EU) 2022/2554': {
      '30(2)': 'Names the contract whose content the article prescribes.',
    },
  },
};
