/**
 * Rule → controls it supports: identifiers with a paraphrase in our own words. No standard's text is quoted, and no rule
 * equals a control. Read by the documentation, never while linting.
 */
import { APPLICATION } from './application-security.ts';
import { ASSURANCE } from './assurance.ts';
import { BASELINES } from './baselines.ts';
import { FINANCE } from './finance.ts';
import { FRAMEWORKS as ROWS } from './frameworks.ts';
import type { FrameworkName } from './frameworks.ts';
import { GATE } from './gate.ts';
import { GOVERNMENT } from './government.ts';
import { HEALTH } from './health.ts';
import { PRIVACY } from './privacy.ts';
import type { Control, ControlRows } from './frameworks.ts';
import type { Framework } from './types.ts';

export type { FrameworkName } from './frameworks.ts';
export type { Control } from './frameworks.ts';
export type { Baselines, Framework, Relation, Sector } from './types.ts';

/** The frameworks by name. */
export const FRAMEWORKS: Readonly<Record<FrameworkName, Framework>> = ROWS;

const BY_SECTOR: readonly ControlRows[] = [HEALTH, FINANCE, GOVERNMENT, ASSURANCE, PRIVACY, APPLICATION];

/** Rules that support the controls of another: both eligibility rules, each for its arrangement. */
const SAME_AS: Readonly<Record<string, string>> = {
  'no-hipaa-ineligible-features': 'no-zdr-ineligible-features',
};

function controlsOf(rule: string): Control[] {
  return BY_SECTOR.flatMap((rows) => controlsIn(rows[rule] ?? {}));
}

function controlsIn(byFramework: ControlRows[string]): Control[] {
  return (Object.entries(byFramework) as [FrameworkName, Readonly<Record<string, string>>][]).flatMap(
    ([framework, ids]) => Object.entries(ids).map(([id, why]) => control(framework, id, why)),
  );
}

function control(framework: FrameworkName, id: string, why: string): Control {
  const { confidence, caution, checkedOn } = FRAMEWORKS[framework];
  const baselines = framework === 'NIST SP 800-53 Rev 5' ? BASELINES[id] : undefined;
  return {
    framework,
    id,
    relation: 'relevant',
    why,
    confidence,
    ...(caution !== undefined && { caution }),
    checkedOn,
    ...(baselines && { baselines }),
  };
}

/** The controls of every rule. */
export const CONTROLS: Readonly<Record<string, readonly Control[]>> = Object.fromEntries(
  [...BY_SECTOR.flatMap((rows) => Object.keys(rows)), ...Object.keys(SAME_AS)].map((rule) => [
    rule,
    controlsOf(SAME_AS[rule] ?? rule),
  ]),
);

/** The controls of the lint run itself, where it gates changes. */
export const GATE_CONTROLS: readonly Control[] = controlsIn(GATE);
