/**
 * How every rule is made. A rule gives assessments of a file; what is made here reports them, and nothing else does.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { addressOf } from '../../meta.ts';
import { readSettings } from '../../declared/settings.ts';
import type { Suggestions } from './assessment.ts';
import type { ClaudeRule, OwnMessageIds, RuleDefinition } from './definition.ts';
import { explain, judge, judgesPackages, languageFor, messagesOf, reportsOf } from './judge.ts';
import { joinPass, passOf } from './pass.ts';

export type { ClaudeRule } from './definition.ts';

/**
 * Makes a rule over the file analysis.
 *
 * A file that cannot mention Claude costs a scan of its text. Languages other than JavaScript are left alone,
 * unless the rule says what to do with their text. A rule that fails reports that it has, and the run goes on.
 */
export function createRule<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
): ClaudeRule<MessageIds | 'claim' | 'failed' | 'leftOpen' | 'notFollowed', readonly [Options]> {
  const { name, meta, subjects, mentions } = definition;
  const docs = { ...meta.docs, url: documentationUrl(name) };
  type Ids = MessageIds | OwnMessageIds;
  return {
    meta: { ...meta, docs, messages: messagesOf(definition) },
    subjects,
    mentions,
    judgesPackages: judgesPackages(definition),
    assess(input, given) {
      const settings = readSettings(input.settings);
      const language = languageFor(definition, input, settings);
      if (!language) return [];
      const options = { ...meta.defaultOptions[0], ...given };
      const found = judge(definition, { input, language, settings }, options);
      const { ast } = input.sourceCode;
      const reported = new Set<object>(reportsOf(definition, found, options, ast));
      return found.map((each) => ({ ...each, reported: reported.has(each) }));
    },
    create(context: Readonly<TSESLint.RuleContext<Ids, readonly [Options]>>): TSESLint.RuleListener {
      const settings = readSettings(context.settings);
      const language = languageFor(definition, context, settings);
      if (!language) return {};
      const { ast } = context.sourceCode;
      joinPass(ast, name, { ...meta.defaultOptions[0], ...context.options[0] });
      return {
        [`${language.root}:exit`]() {
          const [options] = context.options;
          const judged = { input: context, language, settings };
          // From here on all rules of the pass are known.
          passOf(ast).isJudging = true;
          for (const each of reportsOf(definition, judge(definition, judged, options), options, ast)) {
            const { at, messageId, data = {}, suggest = [] } = each;
            const where = 'type' in at ? { node: at } : { loc: at };
            context.report({ ...where, messageId, data, suggest: suggest.map(guarded) });
          }
        },
      };
      /** A change that cannot be made is none. */
      function guarded(suggestion: Suggestions<Ids>[number]): Suggestions<Ids>[number] {
        return {
          ...suggestion,
          fix(fixer) {
            try {
              return suggestion.fix(fixer);
            } catch (error) {
              explain(name, context.filename, error);
              return null;
            }
          },
        };
      }
    },
  };
}

/** The page of a rule, as shipped with this version. */
export function documentationUrl(rule: string): string {
  return addressOf(`docs/rules/${rule}.md`);
}
