/**
 * Code in, what the analysis says about it out, as plain data.
 */
import type { DeclaredClients } from '../../src/analysis/values/answers.ts';
import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import type { Rule } from 'eslint';
import { analyzeFile, geographyOf, mentionsClaude } from '../../src/analysis/index.ts';
import type { CallSite, GeoReading } from '../../src/analysis/index.ts';
import { originReason } from '../../src/analysis/values/origins.ts';
import type { Answer, Value } from '../../src/analysis/syntax/types.ts';

export type ParserName = 'espree' | 'typescript';

export interface AnalyzeOptions {
  readonly parser?: ParserName;
  readonly clients?: DeclaredClients;
}

export interface SiteDescription {
  readonly operation: string;
  readonly platform: string;
  readonly via: string;
  readonly line: number;
  readonly models: readonly string[];
  /** One text per reading; `impossible` where the SDK has no place for a geography. */
  readonly geography: readonly string[];
}

const linter = new Linter();

/** The language options of a parser, JSX included. */
export function languageOf(parser: ParserName): Linter.LanguageOptions {
  const parserOptions = { ecmaFeatures: { jsx: true } };
  return parser === 'espree' ? { parserOptions } : { parser: typescriptParser, parserOptions };
}

/** Lints the code with a rule that hands its source to `look`, and gives back what that returns. */
export function inspect<T>(
  code: string,
  look: (sourceCode: TSESLint.SourceCode) => T,
  parser: ParserName = 'typescript',
): T {
  const seen: T[] = [];
  const capture: Rule.RuleModule = {
    create: ({ sourceCode }) => ({
      'Program:exit'() {
        seen.push(look(sourceCode as unknown as TSESLint.SourceCode));
      },
    }),
  };
  const messages = linter.verify(
    code,
    {
      files: ['**'],
      languageOptions: languageOf(parser),
      plugins: { test: { rules: { capture } } },
      rules: { 'test/capture': 'error' },
    },
    { filename: parser === 'espree' ? 'file.js' : 'file.ts', allowInlineConfig: false },
  );
  const [result] = seen;
  if (seen.length === 0)
    throw new Error(
      messages.map(({ message, line }) => `${message} (line ${String(line)})\n${code}`).join('\n'),
    );
  return result as T;
}

/** The call sites of the code, in source order, behind the text gate as rules see them. */
export function callSitesOf(
  code: string,
  { parser, clients = {} }: AnalyzeOptions = {},
): readonly CallSite[] {
  return inspect(
    code,
    (source) =>
      mentionsClaude(source.text, clients)
        ? analyzeFile(source, { filename: 'file.ts', declared: clients, modules: undefined }).callSites
        : [],
    parser,
  );
}

/** The call sites of the code as plain descriptions. */
export function analyze(code: string, options?: AnalyzeOptions): SiteDescription[] {
  return callSitesOf(code, options).map((site) => ({
    operation: site.operation.id,
    platform: site.platform,
    via: site.via,
    line: site.node.loc.start.line,
    models: site.modelNames(),
    geography: geographyTexts(site),
  }));
}

/** `operation | platform | via` of each call site: what most tables compare. */
export function kindsOf(code: string, options?: AnalyzeOptions): string[] {
  return analyze(code, options).map(({ operation, platform, via }) => `${operation} | ${platform} | ${via}`);
}

function geographyTexts(site: CallSite): string[] {
  if (site.operation.geo?.kind === 'impossible') return ['impossible'];
  const geography = geographyOf(site);
  if (!geography) return [];
  return [
    ...geography.readings.map(readingText),
    ...geography.misplaced.map(({ path }) => `misplaced at ${path}`),
  ];
}

function readingText(reading: GeoReading): string {
  switch (reading.state) {
    case 'value':
      return reading.value;
    case 'unknown':
      return answerText(reading.answer);
    default:
      return reading.state;
  }
}

/** An answer as the tables write it: a value, `absent`, or `?` and the reason. */
export function answerText(answer: Answer): string {
  if (answer.kind === 'absent') return 'absent';
  return answer.kind === 'unknown' ? `?${answer.reason}` : valueText(answer.value);
}

function valueText(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return String(value.value);
    case 'text':
      return value.pieces.map((piece) => piece ?? '…').join('');
    case 'api':
      return `?${originReason(value.api)}`;
    default:
      return value.kind;
  }
}
