/**
 * What "stricter" means for each option of each rule. Data: composePacks reads it, and a test holds it to the schemas.
 */
import type { Pack } from './packs/index.ts';

/** How two values of an option become one that is at least as strict as either. */
export type Strictness =
  /** Only what is listed passes: the values both have; it is an error when none is left. An empty list is no list. */
  | { readonly kind: 'allow'; readonly ignoreCase?: true }
  /** What is listed passes as well: the values both have, which may be none. */
  | { readonly kind: 'except' }
  /** What is listed is asked for, watched or refused: the values of either. */
  | { readonly kind: 'demand' }
  /** One of these, from lax to strict: the stricter one. */
  | { readonly kind: 'level'; readonly from: readonly (boolean | string)[] }
  /** A statement that lets something pass: kept only where both make the same one. */
  | { readonly kind: 'waiver' };

const ALLOW = { kind: 'allow' } as const;
const DEMAND = { kind: 'demand' } as const;
const WAIVER = { kind: 'waiver' } as const;
const REPORT = { kind: 'level', from: ['ignore', 'report'] } as const;
const FLAG = { kind: 'level', from: [false, true] } as const;

const ELIGIBILITY = {
  when: { kind: 'level', from: ['marked', 'always'] },
  qualified: REPORT,
  unclassified: REPORT,
} as const;

/** Options that mean the same in every rule that has them. */
const EVERYWHERE: Readonly<Record<string, Strictness>> = { unverifiable: REPORT };

/** Rule → option → what stricter means. Rules without options of their own are not listed. */
const OPTIONS: Readonly<Partial<Record<keyof Pack['rules'], Readonly<Record<string, Strictness>>>>> = {
  'no-full-record': { records: DEMAND },
  'no-hardcoded-api-key': {
    comments: FLAG,
    tests: { kind: 'level', from: ['ignore', 'exact', 'all'] },
  },
  'no-hipaa-ineligible-features': ELIGIBILITY,
  'no-phi-in-schema': { dynamic: REPORT },
  'no-raw-prompt-logging': {
    errors: REPORT,
    stdout: { kind: 'level', from: ['ignore', 'auto', 'report'] },
  },
  'no-zdr-ineligible-features': ELIGIBILITY,
  'require-approved-model': {
    models: ALLOW,
    aliases: { kind: 'level', from: ['allow', 'report'] },
  },
  'require-approved-provider': { providers: ALLOW, baseURLs: { kind: 'except' } },
  'require-approved-region': { regions: ALLOW },
  'require-attestation': { required: DEMAND, when: ELIGIBILITY.when },
  'require-audit-log': { fields: DEMAND, errorPath: FLAG, keyedHash: FLAG },
  'require-data-classification': {
    labels: { kind: 'allow', ignoreCase: true },
    refuse: DEMAND,
    where: ALLOW,
  },
  'require-environment-keys': { variables: ALLOW },
  'require-gateway': { modules: ALLOW },
  // The workspace's default is a statement about the outside that lets requests leave the geography out.
  'require-inference-geo': { allowed: ALLOW, workspaceDefault: WAIVER },
  'require-redaction': {
    identifiers: DEMAND,
    requestBodies: FLAG,
    content: { kind: 'level', from: ['identifiers', 'marked', 'all'] },
  },
};

/** What stricter means for an option; undefined: nothing is said of it. */
export function strictnessOf(rule: string, option: string): Strictness | undefined {
  return optionsOf(rule)[option] ?? EVERYWHERE[option];
}

/** The options of a rule that have an order of their own. */
export function optionsOf(rule: string): Readonly<Record<string, Strictness>> {
  return (OPTIONS as Readonly<Record<string, Readonly<Record<string, Strictness>>>>)[rule] ?? {};
}
