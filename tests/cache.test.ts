/**
 * One analysis per file and settings, never one too few.
 */
import type { DeclaredClients } from '../src/analysis/values/answers.ts';
import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { Linter, SourceCode } from 'eslint';
import type { Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { analyzeFile } from '../src/analysis/index.ts';
import type { FileAnalysis } from '../src/analysis/index.ts';
import plugin from '../src/index.ts';
import { NAMESPACE } from '../src/meta.ts';
import { rules } from '../src/rules/index.ts';

const GEO = `${NAMESPACE}/require-inference-geo`;
const DECLARED = `import { llm } from '@acme/llm';\nllm.messages.create({ model, messages: [], claude: 1 });\n`;
const REQUEST = `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic().messages.create({ model: 'claude-opus-5' });\n`;
const NONE: DeclaredClients = Object.freeze({});

/** A SourceCode as an editor keeps it between passes; traversal has linked its nodes to their parents. */
function parsed(code: string): SourceCode {
  const result = typescriptParser.parseForESLint(code, {
    range: true,
    loc: true,
    comment: true,
    tokens: true,
    sourceType: 'module',
    eslintVisitorKeys: true,
  });
  const sourceCode = new SourceCode({
    text: code,
    ast: result.ast as never,
    scopeManager: result.scopeManager as never,
    visitorKeys: result.visitorKeys as never,
  });
  sourceCode.traverse();
  return sourceCode;
}

const clients = (...platforms: readonly string[]): Linter.Config['settings'] => ({
  [NAMESPACE]: { clients: Object.fromEntries(platforms.map((platform) => ['@acme/llm', { llm: platform }])) },
});

function lint(
  code: SourceCode | string,
  settings: Linter.Config['settings'] = {},
  options: object = {},
): (string | undefined)[] {
  const config: Linter.Config = {
    files: ['**'],
    plugins: { [NAMESPACE]: plugin },
    settings,
    rules: { [GEO]: ['error', options] },
  };
  return new Linter().verify(code, config, 'file.js').map(({ messageId }) => messageId);
}

describe('one analysis per file', () => {
  it('is shared by all rules', () => {
    const seen: FileAnalysis[] = [];
    const watch: Rule.RuleModule = {
      create: ({ sourceCode }) => ({
        'Program:exit'() {
          seen.push(
            analyzeFile(sourceCode as unknown as TSESLint.SourceCode, {
              filename: 'file.ts',
              declared: NONE,
              modules: undefined,
            }),
          );
        },
      }),
    };
    new Linter().verify(REQUEST, {
      plugins: { t: { rules: { a: watch, b: watch, c: watch } } },
      rules: { 't/a': 2, 't/b': 2, 't/c': 2 },
    });
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(1);
  });

  it('is computed once, however many of our rules ask', () => {
    const code = parsed(REQUEST);
    let visits = 0;
    const { body } = code.ast;
    Object.defineProperty(code.ast, 'body', {
      configurable: true,
      enumerable: true,
      get() {
        visits += 1;
        return body;
      },
    });
    const source = code as unknown as TSESLint.SourceCode;
    analyzeFile(source, { filename: 'file.ts', declared: NONE, modules: undefined });
    const once = visits;
    for (let i = 0; i < Object.keys(rules).length + 5; i += 1)
      analyzeFile(source, { filename: 'file.ts', declared: NONE, modules: undefined });
    expect(once).toBeGreaterThan(0);
    expect(visits).toBe(once);
  });

  it('is another one for another file of the same text', () => {
    const [a, b] = [parsed(REQUEST), parsed(REQUEST)] as unknown as [
      TSESLint.SourceCode,
      TSESLint.SourceCode,
    ];
    expect(analyzeFile(a, { filename: 'file.ts', declared: NONE, modules: undefined })).not.toBe(
      analyzeFile(b, { filename: 'file.ts', declared: NONE, modules: undefined }),
    );
  });

  it('is another one for other clients', () => {
    const source = parsed(DECLARED) as unknown as TSESLint.SourceCode;
    const declared: DeclaredClients = { '@acme/llm': { llm: 'anthropic' } };
    expect(analyzeFile(source, { filename: 'file.ts', declared: NONE, modules: undefined })).not.toBe(
      analyzeFile(source, { filename: 'file.ts', declared: declared, modules: undefined }),
    );
    expect(analyzeFile(source, { filename: 'file.ts', declared: declared, modules: undefined })).toBe(
      analyzeFile(source, { filename: 'file.ts', declared: declared, modules: undefined }),
    );
  });
});

describe('a SourceCode that is linted again', () => {
  it('gives the same result', () => {
    const code = parsed(REQUEST);
    expect(lint(code)).toEqual(['missing']);
    expect(lint(code)).toEqual(['missing']);
  });

  it('follows other settings', () => {
    const code = parsed(DECLARED);
    expect(lint(code, clients('anthropic'))).toEqual(['missing']);
    expect(lint(code, clients('bedrock'))).toEqual([]);
    expect(lint(code, clients('anthropic-aws'))).toEqual(['missing']);
    expect(lint(code)).toEqual([]);
    expect(lint(code, clients('anthropic'))).toEqual(['missing']);
  });

  it('follows other options', () => {
    const code = parsed(REQUEST);
    expect(lint(code, {}, { workspaceDefault: 'us' })).toEqual([]);
    expect(lint(code, {}, { allowed: ['global'] })).toEqual(['missing']);
  });

  it('has nothing left of the file before', () => {
    expect(lint(REQUEST)).toEqual(['missing']);
    expect(lint('run();')).toEqual([]);
    expect(lint(DECLARED, clients('anthropic'))).toEqual(['missing']);
    expect(lint(DECLARED)).toEqual([]);
    expect(lint(REQUEST)).toEqual(['missing']);
  });
});

it('two linters at once do not disturb each other', () => {
  const inner: (string | undefined)[][] = [];
  const nested: Rule.RuleModule = {
    create: () => ({
      Program() {
        inner.push(lint(DECLARED, clients('anthropic')), lint('run();'));
      },
    }),
  };
  const messages = new Linter().verify(REQUEST, {
    plugins: { [NAMESPACE]: plugin, t: { rules: { nested } } },
    rules: { 't/nested': 2, [GEO]: 2 },
  });
  expect(inner).toEqual([['missing'], []]);
  expect(messages.map(({ messageId }) => messageId)).toEqual(['missing']);
});
