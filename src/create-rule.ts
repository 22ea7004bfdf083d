/**
 * How every rule is made: documentation URL, text gate, and the file's analysis handed to `create`.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { analyzeFile, mentionsClaude } from './analysis/index.ts';
import type { FileAnalysis } from './analysis/index.ts';
import { NAME, VERSION } from './meta.ts';
import { declaredClients, readSettings } from './settings.ts';
import type { Settings } from './settings.ts';

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
}

/**
 * Makes a rule over the file analysis.
 *
 * A file that cannot mention Claude costs a scan of its text. Languages without scopes (JSON, CSS) are
 * left alone, except JSON by rules that say what they look for in it.
 */
export function createRule<MessageIds extends string, Options extends readonly unknown[]>(
  definition: RuleDefinition<MessageIds, Options>,
): ClaudeRule<MessageIds, Options> {
  const { name, meta, mentions, check, json } = definition;
  return {
    meta: { ...meta, docs: { ...meta.docs, url: documentationUrl(name) } as RuleDocs },
    create(context): TSESLint.RuleListener {
      const settings = readSettings(context.settings);
      const declared = declaredClients(settings);
      const { sourceCode } = context;
      const { text } = sourceCode;
      if (typeof text !== 'string') return {};
      if (!mentionsClaude(text, declared) && mentions?.test(text) !== true) return {};
      // Languages other than JavaScript have no scopes, whatever the types say.
      if (!(sourceCode.scopeManager as unknown)) {
        const isJson = (sourceCode.ast as unknown as { type?: string } | undefined)?.type === 'Document';
        return isJson && json && mentions?.test(text) === true ? json(context) : {};
      }
      return {
        'Program:exit'() {
          check(context, context.options, analyzeFile(sourceCode, declared), settings);
        },
      };
    },
  };
}

/** The page of a rule, as shipped with this version. */
export function documentationUrl(rule: string): string {
  return `https://unpkg.com/${NAME}@${VERSION}/docs/rules/${rule}.md`;
}
