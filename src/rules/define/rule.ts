/**
 * How every rule is made: documentation URL, text gate, and the file's analysis handed to `create`.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { analyzeFile } from '../../analysis/index.ts';
import type { FileAnalysis } from '../../analysis/index.ts';
import { NAME, VERSION } from '../../meta.ts';
import { readSettings } from '../../declared/settings.ts';
import type { Settings } from '../../declared/settings.ts';
import { concernsClaude, surroundingsOf } from './surroundings.ts';

/** Documentation fields of our rules, beside those ESLint knows. */
export interface RuleDocs {
  /** Starts with Disallow or Require. */
  readonly description: string;
  /** CWE numbers, for reports. */
  readonly cwe: readonly number[];
}

export type RuleContext<MessageIds extends string, Options extends readonly unknown[]> = Readonly<
  TSESLint.RuleContext<MessageIds, Options>
>;

/** One of our rules. Assignable to what ESLint and typescript-eslint call a rule module. */
export type ClaudeRule<
  MessageIds extends string = string,
  Options extends readonly unknown[] = readonly unknown[],
> = Omit<TSESLint.RuleModule<MessageIds, Options, RuleDocs>, 'defaultOptions'>;

/** A file in a language without expressions: JSON, YAML, Markdown, `.env`. */
export interface TextFile {
  readonly comments: readonly { readonly range?: readonly [number, number] | undefined }[];
  /** Written for people, with code in it as examples. */
  readonly isProse: boolean;
}

interface RuleDefinition<MessageIds extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: Omit<TSESLint.RuleMetaData<MessageIds, RuleDocs, Options>, 'defaultOptions'> & {
    readonly defaultOptions: Options;
  };
  /** Further spellings, in files that do not mention Claude, about which the rule has something to say. */
  readonly mentions?: RegExp;
  /** Reports on one file. Called only for files that can mention Claude, when they have been traversed. */
  readonly check: (
    context: RuleContext<MessageIds, Options>,
    options: Options,
    analysis: FileAnalysis,
    settings: Settings,
  ) => void;
  /** Listeners for JSON files, where users lint them. Asked for where `mentions` finds something. */
  readonly json?: (
    context: RuleContext<MessageIds, Options>,
  ) => Readonly<Record<string, (node: never) => void>>;
  /** Reports on one file in another language, by its text. Left out: such files do not concern the rule. */
  readonly checkText?: (context: RuleContext<MessageIds, Options>, options: Options, file: TextFile) => void;
}

/**
 * Makes a rule over the file analysis.
 *
 * A file that cannot mention Claude costs a scan of its text. Languages other than JavaScript are left alone,
 * unless the rule says what to do with their text.
 */
export function createRule<MessageIds extends string, Options extends readonly unknown[]>(
  definition: RuleDefinition<MessageIds, Options>,
): ClaudeRule<MessageIds, Options> {
  const { name, meta, mentions, check, checkText, json } = definition;
  return {
    meta: { ...meta, docs: { ...meta.docs, url: documentationUrl(name) } as RuleDocs },
    create(context): TSESLint.RuleListener {
      const settings = readSettings(context.settings);
      const { sourceCode } = context;
      const { text } = sourceCode;
      if (typeof text !== 'string') return {};
      if (mentions?.test(text) !== true && !concernsClaude(context, settings)) return {};
      const file = textFileOf(sourceCode);
      if (file) {
        // The root of the tree has another name in each language.
        const root = (sourceCode.ast as { readonly type: string } | undefined)?.type;
        if (json && root === 'Document') return mentions?.test(text) === true ? json(context) : {};
        if (!checkText || root === undefined) return {};
        return {
          [`${root}:exit`]() {
            checkText(context, context.options, file);
          },
        };
      }
      return {
        'Program:exit'() {
          check(
            context,
            context.options,
            analyzeFile(sourceCode, surroundingsOf(context, settings)),
            settings,
          );
        },
      };
    },
  };
}

/** Parsers that give ESLint's own kind of source code for another language. */
const OTHER_LANGUAGES = ['isJSON', 'isTOML', 'isYAML'];

/** The file as text, if it is not JavaScript; undefined if it is. */
function textFileOf(sourceCode: Readonly<TSESLint.SourceCode>): TextFile | undefined {
  // Languages other than JavaScript have no scopes, whatever the types say.
  const { scopeManager, parserServices, ast } = sourceCode as Partial<TSESLint.SourceCode>;
  const isOther = OTHER_LANGUAGES.some(
    (flag) => (parserServices as Readonly<Record<string, unknown>> | undefined)?.[flag] === true,
  );
  if (scopeManager && !isOther) return undefined;
  const { comments = ast?.comments ?? [] } = sourceCode as Partial<TextFile>;
  return { comments, isProse: (ast as { readonly type: string } | undefined)?.type === 'root' };
}

/** The page of a rule, as shipped with this version. */
export function documentationUrl(rule: string): string {
  return `https://unpkg.com/${NAME}@${VERSION}/docs/rules/${rule}.md`;
}
