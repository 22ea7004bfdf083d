/**
 * Health: HIPAA and HITRUST.
 */
import type { ControlRows } from './frameworks.ts';

export const HEALTH: ControlRows = {
  'require-inference-geo': {
    'HIPAA (45 CFR Part 164)': {
      '164.308(a)(1)(ii)(A)':
        'Risk analysis has to know where ePHI is processed; the rule makes the place visible per call (HIPAA itself sets no residency duty).',
      '164.308(b)(1)': 'Location terms agreed with the business associate are held to in code.',
    },
  },
  'no-zdr-ineligible-features': {
    'HIPAA (45 CFR Part 164)': {
      '164.502(e)':
        'PHI may go to a business associate only under satisfactory assurances; features outside the BAA are outside them.',
      '164.504(e)': 'The BAA sets which uses are permitted; uncovered features fall outside it.',
      '164.308(b)(1)': 'Security-rule assurances reach only what the BAA covers.',
      '164.314(a)': 'The agreement carries the security terms; a feature outside it is outside them.',
    },
    'HITRUST CSF v11 (control reference)': {
      '05.k': 'Third-party agreement terms are followed in use.',
    },
  },
  'no-raw-prompt-logging': {
    'HIPAA (45 CFR Part 164)': {
      '164.312(a)(1)': 'ePHI in logs becomes readable to people without access rights.',
      '164.502(b)': 'Logs usually hold more PHI than the purpose needs.',
      '164.514(d)': 'Minimum-necessary policies cover routine internal uses such as logging.',
      '164.530(c)': 'Privacy-rule safeguards against incidental exposure.',
    },
    'HITRUST CSF v11 (control reference)': {
      '06.d': 'Data protection of covered information.',
      '09.aa': 'Audit logs are kept without excess covered data.',
    },
  },
  'no-hardcoded-api-key': {
    'HIPAA (45 CFR Part 164)': {
      '164.312(a)(1)': 'Only authorised software may reach ePHI systems; a key in source defeats that.',
      '164.312(d)': 'The calling entity’s identity cannot be trusted if its credential is in source.',
      '164.308(a)(5)(ii)(D)': 'Password management (addressable): safeguarding and changing secrets.',
    },
    'HITRUST CSF v11 (control reference)': {
      '10.g': 'Keys are kept where they can be managed, not in source.',
    },
  },
  'require-audit-log': {
    'HIPAA (45 CFR Part 164)': {
      '164.312(b)':
        'Mechanisms record and examine activity in systems with ePHI (required standard; the five fields are one way to answer it, not its text).',
      '164.308(a)(1)(ii)(D)': 'Regular review of system activity needs records to review.',
      '164.312(a)(2)(i)': 'Unique user identification makes the actor traceable.',
      '164.402': 'Breach risk assessment needs to know what was disclosed, to whom, and whether acquired.',
      '164.414(b)': 'Burden of proof after an impermissible use or disclosure.',
      '164.316(b)(2)(i)':
        'Six-year retention of required documentation (often applied to audit evidence by policy).',
    },
    'HITRUST CSF v11 (control reference)': {
      '09.aa': 'Each call leaves a record of who, when and with what outcome.',
      '09.ab': 'There are records from which use can be watched.',
    },
  },
  'require-redaction': {
    'HIPAA (45 CFR Part 164)': {
      '164.502(b)': 'Minimum necessary (not for disclosures to or requests by a provider for treatment).',
      '164.514(d)': 'How minimum necessary is put in practice.',
      '164.514(a)-(b)': 'De-identification: expert determination or removal of the eighteen identifiers.',
    },
    'HITRUST CSF v11 (control reference)': {
      '06.d': 'Identifiers pass a redactor before they leave.',
    },
  },
  'no-full-record': {
    'HIPAA (45 CFR Part 164)': {
      '164.514(d)(5)':
        'No whole medical record unless the whole is specifically justified: the closest citation any rule here has.',
      '164.502(b)': 'A whole record is rarely the minimum that the task needs.',
    },
  },
  'require-approved-model': {
    'HIPAA (45 CFR Part 164)': {
      '164.502(e)': 'PHI goes only to services under assurance; models outside the BAA are not.',
      '164.308(b)(1)': 'Security assurances cover named services.',
    },
    'HITRUST CSF v11 (control reference)': {
      '05.k': 'Models outside the agreement with the third party are not used.',
    },
  },
  'no-sdk-content-logging': {
    'HIPAA (45 CFR Part 164)': {
      '164.312(a)(1)': 'Debug output shows bodies with ePHI to anyone with console access.',
      '164.502(b)': 'More PHI than the purpose needs.',
    },
    'HITRUST CSF v11 (control reference)': {
      '09.aa': 'Logs of the SDK hold no covered data.',
    },
  },
  'require-data-classification': {
    'HIPAA (45 CFR Part 164)': {
      '164.308(a)(1)(ii)(A)': 'Risk analysis starts from which data goes where.',
    },
  },
  'require-approved-region': {
    'HIPAA (45 CFR Part 164)': {
      '164.308(a)(1)(ii)(A)':
        'Risk analysis has to know where ePHI is processed; the rule makes the place visible per client.',
    },
  },
  'no-phi-in-schema': {
    'HIPAA (45 CFR Part 164)': {
      '164.502(b)': 'A schema needs no PHI to do its work.',
      '164.502(e)': 'The vendor states that compiled schemas lack the PHI protections given to messages.',
      '164.308(b)(1)': 'Assurance does not reach that cache.',
      '164.312(a)(1)': 'Access to the copy is not controlled as for ePHI.',
    },
    'HITRUST CSF v11 (control reference)': {
      '06.d': 'Covered information stays out of a cache with less protection.',
    },
  },
  'no-browser-client': {
    'HIPAA (45 CFR Part 164)': {
      '164.312(a)(1)': 'Any visitor could act with the key.',
      '164.312(d)': 'Caller identity is lost.',
      '164.312(b)': 'Calls bypass server-side audit.',
    },
    'HITRUST CSF v11 (control reference)': {
      '10.g': 'A key in a browser cannot be managed.',
    },
  },
  'require-environment-keys': {
    'HIPAA (45 CFR Part 164)': {
      '164.312(a)(1)': 'Test software gets no path to production ePHI.',
      '164.308(a)(4)': 'Access authorisation by role.',
    },
    'HITRUST CSF v11 (control reference)': {
      '09.d': 'Separate development, test and operational environments.',
    },
  },
  'no-insecure-transport': {
    'HIPAA (45 CFR Part 164)': {
      '164.312(e)(1)': 'ePHI does not cross a network in clear.',
      '164.312(e)(2)(ii)': 'Encryption in transit (addressable).',
    },
  },
  'require-approved-provider': {
    'HIPAA (45 CFR Part 164)': {
      '164.502(e)':
        'Each platform needs its own BAA party; HIPAA readiness is not offered on Claude Platform on AWS or Foundry.',
      '164.308(b)(1)': 'Each provider needs assurances of its own.',
    },
  },
  'no-identifying-metadata': {
    'HIPAA (45 CFR Part 164)': {
      '164.514(b)(2)(i)': 'Identifiers in a field meant for abuse detection.',
      '164.502(b)': 'The field does its work without an identifier.',
    },
  },
  'require-attestation': {
    'HIPAA (45 CFR Part 164)': {
      '164.308(b)(1)': 'The agreement with the business associate is declared, with the day it ends.',
    },
  },
};
