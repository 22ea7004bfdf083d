/**
 * Controls that the lint run itself supports, when it gates changes: whatever its rules are.
 */
import type { ControlRows } from './frameworks.ts';

export const GATE = {
  'HIPAA (45 CFR Part 164)': {
    '164.308(a)(8)': 'A technical evaluation that is repeated with each change.',
  },
  'GLBA Safeguards Rule (16 CFR 314.4)': {
    '314.4(c)(4)': 'A practice of secure development, applied to each change.',
  },
  'NYDFS 23 NYCRR 500': { '500.8': 'In-house applications are checked while they are developed.' },
  'PCI DSS 4.0.1': {
    '6.2.3': 'Custom software is looked at before it is released; a run supports a review and replaces none.',
    '6.2.4': 'Common weaknesses are looked for in code.',
  },
  'DORA RTS (EU) 2024/1774': { '16(3)': 'Source code is reviewed by static testing.' },
  'NIST SP 800-53 Rev 5': {
    'SA-11(1)': 'The developer runs static analysis and keeps its results.',
    'CM-3': 'A change is looked at before it is released.',
    'CA-7': 'Each run is an input to continuous monitoring.',
  },
  'FedRAMP 20x KSI': {
    'KSI-CMT-VTD': 'Changes are validated on their way to deployment.',
    'KSI-PIY-RSD': 'Security is a part of the development life cycle.',
  },
  'SOC 2 TSC 2017 (rev. 2022)': {
    'CC4.1': 'Controls in code are evaluated on an ongoing basis.',
    'CC7.1': 'A change that adds exposure is noticed.',
    'CC8.1': 'A change passes a check before it is released.',
  },
  'ISO/IEC 27001:2022 Annex A': {
    'A.8.28': 'Rules of secure coding are checked by machine.',
    'A.8.29': 'Security is tested while software is developed.',
  },
  GDPR: { 'Art. 32(1)(d)': 'Technical measures are tested regularly.' },
} as const satisfies ControlRows[string];
