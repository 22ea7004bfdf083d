/**
 * The configurations that are compared.
 */
import js from '@eslint/js';
import parser from '@typescript-eslint/parser';

/** Parses and lints nothing. */
export const PARSER_ONLY = 'parser-only';
/** The base of `vs-empty`: the first rule of any plugin makes ESLint walk the tree, and this one has. */
export const EMPTY = 'empty-rule';
/** The same again: how far it comes out from `empty-rule` is the noise of the run. */
export const CONTROL = 'empty-rule (again)';
export const ALL_RULES = 'all rules';
/** The same with every file for itself: what following imports costs. */
export const WITHOUT_IMPORTS = 'all rules, imports ignored';
/** ESLint's own rules: what people are used to paying. No limit holds for it. */
export const YARDSTICK = 'eslint:recommended';

const emptyRule = { meta: { type: 'problem', schema: [] }, create: () => ({}) };

/**
 * Name → what ESLint gets, for a plugin: the bases, every config it exports, and all of its rules.
 *
 * @param {import('eslint').ESLint.Plugin} plugin
 * @returns {Map<string, import('eslint').Linter.Config[]>}
 */
export function configurations(plugin) {
  const namespace = plugin.meta.namespace;
  const allRules = Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`${namespace}/${rule}`, 'error']));
  const empty = () => ({ plugins: { bench: { rules: { empty: emptyRule } } }, rules: { 'bench/empty': 'error' } });
  const named = [
    [PARSER_ONLY, []],
    [EMPTY, [empty()]],
    [CONTROL, [empty()]],
    [YARDSTICK, [js.configs.recommended]],
    ...Object.entries(plugin.configs).map(([name, config]) => [name, [config].flat(Infinity)]),
    [ALL_RULES, [{ plugins: { [namespace]: plugin }, rules: allRules }]],
    [
      WITHOUT_IMPORTS,
      [{ plugins: { [namespace]: plugin }, rules: allRules, settings: { [namespace]: { imports: 'ignore' } } }],
    ],
  ];
  // Last, so that no configuration brings a parser of its own.
  const language = (files, jsx) => ({
    files,
    // Of published files: comments for rules that are not on.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: { parser, ecmaVersion: 'latest', sourceType: 'module', parserOptions: { ecmaFeatures: { jsx } } },
  });
  const languages = [language(['**/*.{ts,mts,cts}'], false), language(['**/*.{js,mjs,cjs,jsx,tsx}'], true)];
  return new Map(named.map(([name, config]) => [name, [...config, ...languages]]));
}
