/**
 * `explain`: what a rule, a message, a feature or a control is about.
 */
import { PACK_NAMES, PACKS } from '../../configs/packs/index.ts';
import { CONTROLS, FRAMEWORKS } from '../../policy/controls/index.ts';
import { FEATURES } from '../../policy/features/index.ts';
import { rules } from '../../rules/index.ts';
import { isRuleName, RULE_NAMES } from '../../rules/names.ts';
import { ruleText } from '../rule-texts.ts';
import { nearest, UsageError } from './arguments.ts';
import type { Given, Options } from './arguments.ts';
import { EXIT } from './run.ts';
import type { Terminal } from './terminal.ts';

export const EXPLAIN: Options = {};

/** @throws {UsageError} for what is none of these */
export function explain(given: Given, _command: readonly string[], terminal: Terminal): number {
  const asked = given.paths.join(' ').trim();
  if (asked === '') throw new UsageError('Say what: explain <rule | rule/message | feature | control>.');
  const lines = ofRule(asked) ?? ofMessage(asked) ?? ofFeature(asked) ?? ofControl(asked);
  if (!lines) {
    const known = [...RULE_NAMES, ...FEATURES.map(({ id }) => id), ...controlIds()];
    const near = nearest(asked, known);
    throw new UsageError(
      `Nothing here is called ${JSON.stringify(asked.slice(0, 60))}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    );
  }
  for (const line of lines) terminal.out(line);
  return EXIT.clean;
}

function ofRule(asked: string): string[] | undefined {
  const name = asked.replace(/^claude-compliance\//, '');
  if (!isRuleName(name)) return undefined;
  const { description, url, cwe } = ruleText(name);
  const packs = PACK_NAMES.flatMap((pack) => {
    const setting = PACKS[pack].rules[name];
    return setting ? [`  ${pack}: ${setting.severity}. ${setting.reason}`] : [];
  });
  const controls = (CONTROLS[name] ?? []).map(({ framework, id, why }) => `  ${framework} ${id}: ${why}`);
  return [
    `${name}: ${description}.`,
    ...(cwe.length > 0 ? [`CWE ${cwe.join(', ')}`] : []),
    url,
    'Packs',
    ...packs,
    'Messages',
    ...Object.entries(rules[name].meta.messages).map(([id, text]) => `  ${id}: ${text}`),
    'Supports',
    ...controls,
  ];
}

function ofMessage(asked: string): string[] | undefined {
  const id = asked.split('/').at(-1) ?? '';
  const within = asked.replace(/^claude-compliance\//, '').split('/');
  const found = RULE_NAMES.filter((name) => within.length < 2 || within[0] === name).flatMap((name) => {
    const messages: Readonly<Record<string, string>> = rules[name].meta.messages;
    const text = Object.hasOwn(messages, id) ? messages[id] : undefined;
    return text === undefined ? [] : [`${name}/${id}: ${text}`, ruleText(name).url];
  });
  return found.length > 0 ? found : undefined;
}

function ofFeature(asked: string): string[] | undefined {
  const feature = FEATURES.find(({ id }) => id === asked);
  if (!feature) return undefined;
  const { id, title, zdr, hipaa, kept, instead, source, checkedOn } = feature;
  return [
    `${id}: ${title}`,
    `Under zero data retention: ${zdr}. Under HIPAA readiness: ${hipaa}.`,
    ...(kept === undefined ? [] : [`Kept: ${kept}.`]),
    ...(instead === undefined ? [] : [`Instead: ${instead}.`]),
    `${source}, checked on ${checkedOn}.`,
  ];
}

function controlIds(): string[] {
  return [...new Set(Object.values(CONTROLS).flatMap((rows) => rows.map(({ id }) => id)))];
}

function ofControl(asked: string): string[] | undefined {
  const wanted = asked.toLowerCase();
  const found = Object.entries(CONTROLS).flatMap(([rule, rows]) =>
    rows
      .filter(({ framework, id }) => [id, `${framework} ${id}`].some((name) => name.toLowerCase() === wanted))
      .map(({ framework, id, why }) => ({ framework, id, line: `  ${rule}: ${why}` })),
  );
  const names = [...new Set(found.map(({ framework, id }) => `${framework} ${id}`))];
  const lines = names.flatMap((name) => [
    name,
    ...found.filter(({ framework, id }) => `${framework} ${id}` === name).map(({ line }) => line),
  ]);
  const asFramework = Object.keys(FRAMEWORKS).find((name) => name.toLowerCase() === wanted);
  if (lines.length > 0) return lines;
  return asFramework === undefined
    ? undefined
    : [
        asFramework,
        ...Object.entries(CONTROLS).flatMap(([rule, rows]) =>
          rows
            .filter(({ framework }) => framework === asFramework)
            .map(({ id, why }) => `  ${id} (${rule}): ${why}`),
        ),
      ];
}
