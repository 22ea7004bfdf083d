/**
 * What a rule is: for ESLint, and for whoever writes one.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { GatewayAspect } from '../../analysis/index.ts';
import type { Assessment, SubjectKind } from './assessment.ts';
import type { CodeFile, FileInput, TextFile } from './file.ts';
import type { ManifestFile } from './manifest.ts';

/** Documentation fields of our rules, beside those ESLint knows. */
export interface RuleDocs {
  /** Starts with Disallow or Require. */
  readonly description: string;
  /** CWE numbers, for reports. */
  readonly cwe: readonly number[];
}

/** A file, and ESLint's settings for it, ours among them. */
export interface RuleInput extends FileInput {
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An assessment, and whether ESLint reports it. */
export type Assessed = Assessment & { readonly reported: boolean };

/** One of our rules. Assignable to what ESLint and typescript-eslint call a rule module. */
export type ClaudeRule<
  MessageIds extends string = string,
  Options extends readonly unknown[] = readonly unknown[],
> = Omit<TSESLint.RuleModule<MessageIds, Options, RuleDocs>, 'defaultOptions'> & {
  /** What the rule judges. */
  readonly subjects: readonly SubjectKind[];
  /** Further spellings, in files that do not mention Claude, about which the rule has something to say. */
  readonly mentions: RegExp | undefined;
  /** It has something to say of a package.json. */
  readonly judgesPackages: boolean;
  /**
   * Everything that the rule has to say of a file, in no particular order; empty where the file does not concern it.
   * Where the rule fails, that is an assessment, too.
   *
   * @param options what the user gives; the rule's defaults fill in the rest
   * @throws {Error} for settings that are not what their schema allows
   */
  assess(input: RuleInput, options?: object): readonly Assessed[];
};

/** Messages of the factory: reported whatever the options say, but for `leftOpen`. A rule has those about markers where it needs them. */
export type OwnMessageIds = 'claim' | 'failed' | 'leftOpen' | 'marker' | 'notFollowed' | 'unjudged';

/** What makes a rule. */
export interface RuleDefinition<MessageIds extends string, Options extends object> {
  readonly name: string;
  /** With the messages about markers, a broken one is reported in its package.json, and where the rule asks for it. */
  readonly meta: Omit<
    TSESLint.RuleMetaData<MessageIds, RuleDocs, readonly [Options]>,
    'defaultOptions' | 'docs'
  > & {
    readonly docs: RuleDocs;
    readonly defaultOptions: readonly [Options];
  };
  /** What the rule judges. */
  readonly subjects: readonly SubjectKind[];
  /** Further spellings, in files that do not mention Claude, about which the rule has something to say. */
  readonly mentions?: RegExp;
  /** What it follows through the file; where that has not come to its end, that is said. */
  readonly follows?: 'leaks' | 'sent';
  /** What it asks of a request that a declared gateway may see to instead. */
  readonly asks?: GatewayAspect;
  /** The option that decides whether an unknown with this message is reported; left out: `unverifiable`. */
  readonly unknowns?: Readonly<Partial<Record<MessageIds, keyof Options & string>>>;
  /** Judges one file that can mention Claude. */
  readonly assess: (file: CodeFile, options: Options) => Iterable<Assessment<MessageIds>>;
  /** Judges one JSON file, where users lint them. Asked where `mentions` finds something. */
  readonly assessJson?: (file: TextFile, options: Options) => Iterable<Assessment<MessageIds>>;
  /** Judges one package.json, where users lint them, as what it declares. */
  readonly assessManifest?: (file: ManifestFile, options: Options) => Iterable<Assessment<MessageIds>>;
  /** Judges one file in another language, by its text. Left out: such files do not concern the rule. */
  readonly assessText?: (file: TextFile, options: Options) => Iterable<Assessment<MessageIds>>;
}
