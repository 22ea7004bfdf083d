/**
 * THE place where rule membership, severity and options of the packs stand. Reasons are shown to users.
 */
import type { RuleName } from '../rules/names.ts';

export interface PackRule {
  readonly severity: 'error' | 'warn';
  /** Why, in this sector. */
  readonly reason: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Pack {
  readonly title: string;
  /** Whom it is for, in a sentence. */
  readonly audience: string;
  readonly rules: Readonly<Partial<Record<RuleName, PackRule>>>;
}

/** What the regulated packs report of features beside those that are plainly not covered. */
const REGULATED = { qualified: 'report', unclassified: 'report', unverifiable: 'ignore' } as const;

export const PACKS = {
  recommended: {
    title: 'Recommended',
    audience: 'Any project that calls Claude: only what is nearly always wrong.',
    rules: {
      'no-zdr-ineligible-features': {
        severity: 'error',
        reason: 'No effect without a declared arrangement; with one, silence would mislead.',
        options: { when: 'marked' },
      },
      'no-hipaa-ineligible-features': {
        severity: 'error',
        reason: 'No effect without a declared arrangement; with one, silence would mislead.',
        options: { when: 'marked' },
      },
      'no-insecure-transport': {
        severity: 'error',
        reason: 'No sector allows it, and it is nearly always wrong.',
      },
      'require-inference-geo': {
        severity: 'warn',
        reason:
          'Validity only: a value the API refuses, a spelling the SDK ignores, or a pin on a model that cannot be pinned fails at run time. Leaving the geography out is fine here.',
        options: { allowed: ['us', 'global'], workspaceDefault: 'global', unverifiable: 'ignore' },
      },
    },
  },
  hipaa: {
    title: 'HIPAA',
    audience: 'Packages that send protected health information to Claude.',
    rules: {
      'no-zdr-ineligible-features': {
        severity: 'error',
        reason:
          'The source document asks for zero data retention wherever there is PHI, and the API does not refuse what it does not cover.',
        options: { when: 'always', ...REGULATED },
      },
      'no-hipaa-ineligible-features': {
        severity: 'error',
        reason:
          'Features without cover are outside the business associate agreement; the API refuses most but not all of them.',
        options: { when: 'always', ...REGULATED },
      },
      'no-insecure-transport': {
        severity: 'error',
        reason: 'Transmission security: no sector allows it, and it is cheap to detect.',
      },
      'require-attestation': {
        severity: 'error',
        reason:
          'PHI before a business associate agreement is signed is a violation, whatever the code does. The date is declared, not checked.',
        options: { required: ['baa'] },
      },
      'require-environment-keys': {
        severity: 'warn',
        reason:
          'Test software gets no path to production data. A prompt to check, for the evidence is weak; `variables` makes it firm.',
      },
      'require-inference-geo': {
        severity: 'error',
        reason:
          'The organization’s source document, and side terms of most business associate agreements, ask for processing in the United States on every such request; one call without it breaks the claim.',
        options: { allowed: ['us'], unverifiable: 'report' },
      },
    },
  },
  finserv: {
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
      'no-insecure-transport': {
        severity: 'error',
        reason: 'Customer data crosses external networks encrypted or not at all.',
      },
      'require-attestation': {
        severity: 'warn',
        reason:
          'A reviewed SOC 2 report and a data processing agreement are what an assessment of the provider rests on. Declared, not checked.',
        options: { required: ['dpa', 'soc2'] },
      },
      'require-data-classification': {
        severity: 'warn',
        reason: 'Classification is a duty of the programme; labels per request are a choice.',
        options: { labels: ['public', 'internal', 'confidential', 'restricted'] },
      },
      'require-environment-keys': {
        severity: 'warn',
        reason:
          'Pre-production stays apart from production (PCI DSS 6.5.3). A prompt to check; `variables` makes it firm.',
      },
      'require-inference-geo': {
        severity: 'warn',
        reason:
          'No US or EU finance rule fixes a country, but the place must be known and match the contract, so every request names one.',
        options: { allowed: ['us', 'global'], unverifiable: 'report' },
      },
    },
  },
  gov: {
    title: 'Government',
    audience: 'US public sector: CUI, CJI, FTI. Commercial endpoints are never for classified data.',
    rules: {
      'no-zdr-ineligible-features': {
        severity: 'error',
        reason: 'Fires only in packages declared so; features that keep state also widen the boundary.',
        options: { when: 'marked', ...REGULATED },
      },
      'no-hipaa-ineligible-features': {
        severity: 'error',
        reason: 'Fires only in packages declared so, for agencies that hold health data as well.',
        options: { when: 'marked', ...REGULATED },
      },
      'no-insecure-transport': {
        severity: 'error',
        reason: 'Confidentiality and integrity in transit; no sector allows less.',
      },
      'require-attestation': {
        severity: 'warn',
        reason:
          'Agencies with health data need the agreement about it. An authorization has no place in the marker. Declared, not checked.',
      },
      'require-data-classification': {
        severity: 'error',
        reason:
          'The source document asks for labels on all requests. The labels are placeholders for the scheme of the agency.',
        options: {
          labels: ['PUBLIC', 'CUI', 'CUI//SP…', 'CJI', 'FTI'],
          refuse: ['CONFIDENTIAL', 'SECRET', 'TOP SECRET'],
          where: ['wrapper', 'audit'],
        },
      },
      'require-environment-keys': {
        severity: 'warn',
        reason:
          'Separate test environments (CM-4(1), in the High baseline only). A prompt to check; `variables` makes it firm.',
      },
      'require-inference-geo': {
        severity: 'error',
        reason: 'US jurisdiction is a condition of the workload (SA-9(5) at FedRAMP Moderate and High).',
        options: { allowed: ['us'], unverifiable: 'report' },
      },
    },
  },
} as const satisfies Record<string, Pack>;

export type PackName = keyof typeof PACKS;
