/**
 * All assessments of a file, without ESLint's reporting: what the rules have to say of it, reported or not.
 */
import { readSettings } from '../../declared/settings.ts';
import type { Assessed, ClaudeRule } from './definition.ts';
import type { FileInput } from './file.ts';
import { beginPass } from './pass.ts';

/** An assessment, and the rule that gives it. */
export type RuleAssessment = Assessed & { readonly rule: string };

/**
 * Has rules assess a file.
 *
 * A rule that fails gives an assessment that says so; it ends nothing. A rule that a file does not concern gives none.
 *
 * @param sourceCode the parsed file, as ESLint has it
 * @param place `filename`, absolute; `cwd`, the folder of the run; `languageOptions`, with which other modules are parsed
 * @param rules by the names under which their assessments are given
 * @param options of each rule, as ESLint takes them; left out: the rule's defaults
 * @param settings ESLint's settings for the file, ours under our own key
 * @throws {Error} for settings that are not what their schema allows. Options are not checked: ESLint does that when it reads
 *   a configuration
 */
export function assess(
  sourceCode: FileInput['sourceCode'],
  place: Omit<FileInput, 'sourceCode'>,
  rules: Readonly<Record<string, ClaudeRule>>,
  options: Readonly<Record<string, object | undefined>>,
  settings: Readonly<Record<string, unknown>>,
): RuleAssessment[] {
  readSettings(settings);
  const pass = beginPass(sourceCode.ast);
  for (const [rule, { meta }] of Object.entries(rules))
    pass.active.set(rule, { ...(meta.defaultOptions?.[0] as object | undefined), ...options[rule] });
  return Object.entries(rules).flatMap(([rule, each]) =>
    each.assess({ sourceCode, ...place, settings }, options[rule]).map((found) => ({ ...found, rule })),
  );
}
