/**
 * Several packs as one, the stricter of each pair of settings. What "stricter" means is data: strictness.ts.
 */
import { rules } from '../rules/index.ts';
import type { RuleName } from '../rules/names.ts';
import { PACK_NAMES, PACKS } from './packs/index.ts';
import type { PackName, PackRule } from './packs/index.ts';
import { strictnessOf } from './strictness.ts';
import type { Strictness } from './strictness.ts';

/** Severity and options of a rule. */
export type RuleSetting = Pick<PackRule, 'options' | 'severity'>;

/** What one pack says of an option, or the rule's default where it says nothing. */
export interface Stated {
  readonly pack: PackName;
  readonly value: unknown;
  readonly byDefault: boolean;
}

/** The places that an error about two values needs. */
export interface RuleOption {
  readonly rule: string;
  readonly option: string;
}

/**
 * The settings of several packs at once.
 *
 * Where packs differ, the stricter severity wins and, per option, what is at least as strict as each of them. An option
 * that a pack leaves out has the rule's default there. The order of the names does not matter.
 *
 * @throws {Error} where two packs allow nothing in common, naming both and what they allow
 */
export function composed(names: readonly PackName[]): Readonly<Record<string, RuleSetting>> {
  const packs = canonical(names);
  const found = new Set(packs.flatMap((pack) => Object.keys(PACKS[pack].rules) as RuleName[]));
  return Object.fromEntries([...found].map((rule) => [rule, strictest(rule, packs)]));
}

/** Each name once, in the order of the packs: what is composed does not depend on how it is written. */
export function canonical(names: readonly PackName[]): readonly PackName[] {
  return PACK_NAMES.filter((name) => names.includes(name));
}

function strictest(rule: RuleName, packs: readonly PackName[]): RuleSetting {
  const settings = packs.flatMap((pack) => {
    const setting = PACKS[pack].rules[rule];
    return setting ? [{ pack, setting }] : [];
  });
  const severity = settings.some(({ setting }) => setting.severity === 'error') ? 'error' : 'warn';
  const names = new Set(settings.flatMap(({ setting }) => Object.keys(setting.options ?? {})));
  if (names.size === 0) return { severity };
  const [defaults = {}] = (rules[rule].meta.defaultOptions ?? []) as readonly Readonly<
    Record<string, unknown>
  >[];
  const options = [...names].map((option) => {
    const stated = settings.map(({ pack, setting: { options = {} } }) => ({
      pack,
      value: options[option] ?? defaults[option],
      byDefault: options[option] === undefined,
    }));
    const strictness = strictnessOf(rule, option);
    if (!strictness) throw new Error(`strictness.ts says nothing of ${rule}.${option}`);
    return [option, combined(strictness, stated, { rule, option })] as const;
  });
  return { severity, options: Object.fromEntries(options.filter(([, value]) => value !== undefined)) };
}

/**
 * One value that is at least as strict as each.
 *
 * @returns undefined: the option is left out
 * @throws {Error} where nothing is allowed by all
 */
export function combined(strictness: Strictness, stated: readonly Stated[], place: RuleOption): unknown {
  const values = stated.map(({ value }) => value);
  switch (strictness.kind) {
    case 'allow':
      return allowedByAll(place, stated, strictness.ignoreCase === true);
    case 'except':
      return common(values.map(entriesOf), String);
    case 'demand':
      return [...new Set(values.flatMap(entriesOf))];
    case 'level':
      return strictness.from.findLast((level) => values.includes(level));
    case 'waiver':
      return values.every((value) => value === values[0]) ? values[0] : undefined;
  }
}

function allowedByAll(place: RuleOption, stated: readonly Stated[], ignoreCase: boolean): unknown {
  const lists = stated.filter(({ value }) => entriesOf(value).length > 0);
  const spelling = (entry: unknown): string => {
    const text = JSON.stringify(entry);
    return ignoreCase ? text.toLowerCase() : text;
  };
  const left = common(
    lists.map(({ value }) => entriesOf(value)),
    spelling,
  );
  if (left.length === 0 && lists.length > 0) throw contradiction(place, lists);
  return lists.some(({ value }) => !Array.isArray(value))
    ? Object.fromEntries(left as [string, unknown][])
    : left;
}

/** A list as it is; an object as its entries. */
function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** What is in all lists, in the order of the first. */
function common(lists: readonly (readonly unknown[])[], keyOf: (entry: unknown) => string): unknown[] {
  const [first = [], ...others] = lists;
  return first.filter((entry) => others.every((list) => list.some((o) => keyOf(o) === keyOf(entry))));
}

function contradiction({ rule, option }: RuleOption, lists: readonly Stated[]): Error {
  const sides = lists.map(({ pack, value, byDefault }) => {
    const values = entriesOf(value).map((entry) => JSON.stringify(entry));
    return `${JSON.stringify(pack)} allows ${values.join(', ')}${byDefault ? ' (the rule’s default)' : ''}`;
  });
  return new Error(
    `These packs cannot be composed: \`${option}\` of ${rule} would allow nothing, because ${sides.join(' and ')}. Give each pack the files it is for, in a config object of its own.`,
  );
}
