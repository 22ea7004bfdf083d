/**
 * Parses one file with the project's parser and has the rules assess it.
 */
import type { Linter } from 'eslint';
import { env } from '../../languages/env.ts';
import { manifest } from '../../languages/manifest.ts';
import { assess } from '../../rules/define/assess.ts';
import type { RuleAssessment } from '../../rules/define/assess.ts';
import type { FileInput, SourceCode } from '../../rules/define/file.ts';
import { isManifest } from '../../rules/define/manifest.ts';
import { rules } from '../../rules/index.ts';
import { isRuleName } from '../../rules/names.ts';
import type { Toolchain } from './eslint.ts';
import { isEnvironmentFile } from './files.ts';

/** How one of our rules is set for a file. */
export interface RuleSetting {
  readonly severity: 'error' | 'off' | 'warn';
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

/** What is in force for a file. */
export interface FileConfig {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Parser and its options, where the project's own configuration sets them. */
  readonly languageOptions?: Linter.LanguageOptions | undefined;
}

/** A file that was parsed, and what the rules say of it. */
export interface JudgedFile {
  readonly kind: 'judged';
  readonly input: FileInput;
  readonly assessments: readonly RuleAssessment[];
}

/** A file that no parser at hand reads. */
export interface UnparsedFile {
  readonly kind: 'unparsed';
  readonly line: number | undefined;
}

const COLLECTOR = 'claude-compliance-audit';

/** Ends ESLint's work on a file as soon as the file is parsed. */
const TAKEN = new Error('parsed');

/** Judges files one after the other. */
export class FileJudge {
  #linter: Linter | undefined;
  readonly #tools: Toolchain;
  readonly #cwd: string;

  /** @param cwd the folder of the run: below it paths say which files are tests */
  constructor(tools: Toolchain, cwd: string) {
    this.#tools = tools;
    this.#cwd = cwd;
  }

  /**
   * @param filename absolute
   * @throws {Error} for settings that are not what they have to be
   */
  judge(text: string, filename: string, config: FileConfig): JudgedFile | UnparsedFile {
    let first: UnparsedFile | undefined;
    for (const language of this.#languages(text, filename, config)) {
      const read = this.#read(text, filename, language);
      if (read.kind === 'unparsed') {
        first ??= read;
        continue;
      }
      const { input } = read;
      return { kind: 'judged', input, assessments: assessmentsOf(input, config) };
    }
    return first ?? { kind: 'unparsed', line: undefined };
  }

  #languages(text: string, filename: string, config: FileConfig): readonly Linter.Config[] {
    if (isEnvironmentFile(filename)) return [{ language: `${COLLECTOR}/env` }];
    if (isManifest(filename)) return [{ language: `${COLLECTOR}/manifest` }];
    if (config.languageOptions) return [{ languageOptions: config.languageOptions }];
    const parser = this.#tools.typescript;
    const isTypeScript = /\.[cm]?tsx?$/.test(filename);
    const jsx = !/\.[cm]?ts$/.test(filename);
    const parserOptions = { ecmaFeatures: { jsx } };
    const sourceTypes: readonly ('commonjs' | 'module')[] =
      filename.endsWith('.cjs') || (!isTypeScript && !/^\s*(?:import\b(?!\s*[(.])|export\b)/m.test(text))
        ? ['commonjs', 'module']
        : ['module', 'commonjs'];
    return sourceTypes.flatMap((sourceType) => [
      ...(parser ? [{ languageOptions: { parser, parserOptions, sourceType } }] : []),
      ...(isTypeScript ? [] : [{ languageOptions: { parserOptions, sourceType } }]),
    ]);
  }

  #read(
    text: string,
    filename: string,
    language: Linter.Config,
  ): { kind: 'read'; input: FileInput } | UnparsedFile {
    let input: FileInput | undefined;
    const take = (context: { readonly sourceCode: unknown; readonly languageOptions?: object }): never => {
      input = {
        sourceCode: context.sourceCode as SourceCode,
        filename,
        cwd: this.#cwd,
        ...(context.languageOptions && { languageOptions: context.languageOptions }),
      };
      throw TAKEN;
    };
    const plugin = { rules: { take: { create: take } }, languages: { env, manifest } };
    const config = {
      ...language,
      files: ['**/*.*', '**/.*.*', '**/.env'],
      plugins: { [COLLECTOR]: plugin },
      rules: { [`${COLLECTOR}/take`]: 'error' },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    } as unknown as Linter.Config;
    const fatal = this.#faultIn(text, filename, config);
    return input && !fatal ? { kind: 'read', input } : { kind: 'unparsed', line: fatal?.line };
  }

  /** Has ESLint parse a file, and go no further: the rules are asked by us, and need no walk of the tree. */
  #faultIn(text: string, filename: string, config: Linter.Config): Linter.LintMessage | undefined {
    try {
      this.#linter ??= new this.#tools.eslint.Linter({ cwd: this.#cwd, configType: 'flat' });
      return this.#linter.verify(text, [config], { filename }).find((message) => message.fatal);
    } catch (error) {
      if (error === TAKEN) return undefined;
      throw error;
    }
  }
}

function assessmentsOf(input: FileInput, config: FileConfig): RuleAssessment[] {
  const on = Object.entries(config.rules).filter(
    ([name, { severity }]) => severity !== 'off' && isRuleName(name),
  );
  return assess(
    input.sourceCode,
    input,
    Object.fromEntries(on.flatMap(([name]) => (isRuleName(name) ? [[name, rules[name]]] : []))),
    Object.fromEntries(on.map(([name, { options }]) => [name, options])),
    config.settings,
  );
}
