/**
 * Cases of the two rules about eligibility, from forms with marked uses.
 */
import { readFileSync } from 'node:fs';
import { NAMESPACE } from '../../src/meta.ts';
import { featureById } from '../../src/policy/features/index.ts';
import type { Arrangement, Feature } from '../../src/policy/features/index.ts';
import type { EligibilityOptions } from '../../src/rules/define/eligibility-rule.ts';
import { CLEAN_UPS, FORMS, LOOK_ALIKES, OTHER_CONTRACTS } from './feature-forms.ts';
import type { Form, MarkedUse } from './feature-forms.ts';
import type { Finding, InvalidCase, ValidCase } from './rule-tester.ts';

export type Id = 'ineligible' | 'marker' | 'qualified' | 'stored' | 'unclassified' | 'unverifiable';
export type Options = Partial<EligibilityOptions>;
export type Valid = ValidCase<Options>;
export type Invalid = InvalidCase<Options, Id>;

/** The columns of the facts about one feature; `seed` is what the source document says under zero data retention. */
export interface FactsRow {
  readonly id: string;
  readonly zdr: Feature['zdr'];
  readonly hipaa: Feature['hipaa'];
  readonly seed: 'no' | 'yes' | null;
}

/** What research found, independent of the catalogue under test. */
export const FACTS = JSON.parse(
  readFileSync(new URL('../policy/features.fixture.json', import.meta.url), 'utf8'),
) as readonly FactsRow[];

const byId = new Map(FACTS.map((row) => [row.id, row]));

/** Whether the facts speak against a feature. */
export function isForbidden(
  id: string,
  arrangement: Arrangement,
  baseline: 'strict' | 'vendor' = 'strict',
): boolean {
  const row = byId.get(id);
  if (!row) throw new Error(`no facts about ${id}`);
  return row[arrangement] === 'no' || (arrangement === 'zdr' && baseline === 'strict' && row.seed === 'no');
}

/** What a message says of a feature. */
export function dataOf(id: string, arrangement: Arrangement, sender = ''): Readonly<Record<string, string>> {
  const feature = featureById(id);
  if (!feature) throw new Error(`no row ${id}`);
  // The first action of the table, where the message has room for it.
  const action = (feature.instead ?? 'do without it')
    .replace(/, or .*$/, '')
    .replace(/^./, (c) => c.toUpperCase());
  const frame = arrangement === 'zdr' ? ': not covered by ZDR. .' : ': not covered by HIPAA readiness. .';
  const title = feature.short ?? feature.title;
  const isLong = `${title}${sender}${frame}${action}`.length > 120;
  const instead = isLong ? 'Leave it out' : action;
  return {
    title,
    also: '',
    instead,
    sender,
  };
}

/** A finding at a marked place. */
export function findingAt(
  code: string,
  { offset, text, reads }: MarkedUse,
  verdict: Id,
  data: Readonly<Record<string, string>>,
): Finding<Id> {
  const messageId = verdict === 'ineligible' && reads ? 'stored' : verdict;
  let occurrence = 1;
  for (let at = code.indexOf(text); at >= 0 && at < offset; at = code.indexOf(text, at + 1)) occurrence += 1;
  return { messageId, at: [text, occurrence], data };
}

/** How a message names the call that the used piece is handed to. */
function senderOf({ code, sentBy }: Form): string {
  if (sentBy === undefined) return '';
  const line = code.slice(0, code.lastIndexOf(sentBy)).split('\n').length;
  return `, sent by \`${sentBy}\` on line ${String(line)}`;
}

/** The findings that a form leads to under an arrangement. */
export function findingsOf(
  form: Form,
  arrangement: Arrangement,
  baseline: 'strict' | 'vendor' = 'strict',
): Finding<Id>[] {
  return form.uses.flatMap((use) =>
    use.ids
      // Of the switch for browsers no-browser-client speaks, in every pack.
      .filter((id) => id !== 'browser_cors' && isForbidden(id, arrangement, baseline))
      .map((id) => findingAt(form.code, use, 'ineligible', dataOf(id, arrangement, senderOf(form)))),
  );
}

/** `settings` with our own in it. */
export const settingsOf = (own: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  [NAMESPACE]: own,
});

/** Every form as a case of the rule: those without a forbidden use have to stay silent. */
export function formCases(arrangement: Arrangement): {
  readonly valid: Valid[];
  readonly invalid: Invalid[];
} {
  const valid: Valid[] = [];
  const invalid: Invalid[] = [];
  for (const form of FORMS) {
    const { name, code, typed } = form;
    const example = { name, code, settings: settingsOf({ [arrangement]: true }), ...(typed && { typed }) };
    const errors = findingsOf(form, arrangement);
    if (errors.length === 0) valid.push(example);
    else invalid.push({ ...example, errors });
  }
  return { valid, invalid };
}

/** Every look-alike, and every call under another contract, as a case that has to stay silent. */
export function silentCases(arrangement: Arrangement): Valid[] {
  const options: readonly [Options] = [
    { qualified: 'report', unclassified: 'ignore', unverifiable: 'ignore' },
  ];
  return [...LOOK_ALIKES, ...CLEAN_UPS, ...OTHER_CONTRACTS].map(({ name, code, typed }) => ({
    name: `silent: ${name}`,
    code,
    options,
    settings: settingsOf({ [arrangement]: true }),
    ...(typed && { typed }),
  }));
}
