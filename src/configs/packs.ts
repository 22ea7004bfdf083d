/**
 * THE place where rule membership, severity and options of the packs stand. Reasons are shown to users.
 */
import { PLACE_IDS } from '../policy/regions.ts';
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
      'require-inference-geo': {
        severity: 'error',
        reason:
          'The organization’s source document, and side terms of most business associate agreements, ask for processing in the United States on every such request; one call without it breaks the claim.',
        options: { allowed: ['us'], unverifiable: 'report' },
      },
      'require-approved-model': {
        severity: 'error',
        reason:
          'Which models are eligible is fixed by the business associate agreement; the list is yours, and while it is empty one report a file says so.',
      },
      'require-approved-region': {
        severity: 'error',
        reason: 'The same promise as the geography, on partner platforms.',
        options: { regions: ['us'], unverifiable: 'report' },
      },
      'require-approved-provider': {
        severity: 'error',
        reason:
          'On a platform without a business associate agreement, nothing covers the data; Claude Platform on AWS and Foundry are outside HIPAA readiness.',
        options: { providers: ['anthropic', 'bedrock', 'vertex'] },
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
      'require-inference-geo': {
        severity: 'warn',
        reason:
          'No US or EU finance rule fixes a country, but the place must be known and match the contract, so every request names one.',
        options: { allowed: ['us', 'global'], unverifiable: 'report' },
      },
      'require-approved-model': {
        severity: 'warn',
        reason: 'Inventory and change control are firm policy.',
      },
      'require-approved-region': {
        severity: 'warn',
        reason:
          'The place must match the contract, and no country is fixed: only what may run anywhere, or cannot be told, is reported.',
        options: { regions: PLACE_IDS, unverifiable: 'report' },
      },
      'require-approved-provider': {
        severity: 'warn',
        reason: 'The register of providers and the code should say the same; add the ones under contract.',
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
      'require-inference-geo': {
        severity: 'error',
        reason: 'US jurisdiction is a condition of the workload (SA-9(5) at FedRAMP Moderate and High).',
        options: { allowed: ['us'], unverifiable: 'report' },
      },
      'require-approved-model': {
        severity: 'error',
        reason: 'Boundary and contract name the models.',
      },
      'require-approved-region': {
        severity: 'error',
        reason: 'Regions of the United States or GovCloud only.',
        options: { regions: ['us'], unverifiable: 'report' },
      },
      'require-approved-provider': {
        severity: 'warn',
        reason:
          'Authorization levels are reached through the clouds; first-party use is for people to confirm.',
        options: { providers: ['bedrock', 'vertex'] },
      },
    },
  },
} as const satisfies Record<string, Pack>;

export type PackName = keyof typeof PACKS;
