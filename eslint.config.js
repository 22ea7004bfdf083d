import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import claudeCompliance from './dist/index.js';

/** Which folders of src/ a folder may import from. Data flows one way. */
const IMPORTS = {
  analysis: [],
  policy: ['analysis'],
  edits: ['analysis'],
  languages: [],
  rules: ['analysis', 'policy', 'edits'],
  configs: ['rules', 'policy'],
};

const ROOMS = Object.keys(IMPORTS);

const directions = ROOMS.map((room) => ({
  name: `imports of ${room}`,
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?:\\.\\./)+(?:${ROOMS.filter((r) => r !== room && !IMPORTS[room].includes(r)).join('|')})(?:/|$)`,
            message: `src/${room} may import from ${IMPORTS[room].join(', ') || 'nothing but itself'} (CONTRIBUTING.md shows the way data flows).`,
          },
          {
            group: ['typescript', 'eslint', '@typescript-eslint/*', '@typescript-eslint/*/**'],
            allowTypeImports: true,
            message: 'Only types: nothing of this may be loaded at run time.',
          },
        ],
      },
    ],
  },
}));

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'ecosystem/node_modules/',
    'examples/*/',
    'tests/integration/projects/',
  ]),
  {
    name: 'sources',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // Node types are compared as strings: their enum would have to be loaded at run time.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Contradicts no-non-null-assertion.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { name: 'scripts', files: ['**/*.{js,mjs}'], languageOptions: { ecmaVersion: 2024, sourceType: 'module' } },
  {
    name: 'rules',
    files: ['src/rules/*.ts', 'src/create-rule.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      'eslint-plugin/require-meta-docs-description': ['error', { pattern: '^(Disallow|Require) ' }],
      'eslint-plugin/require-meta-docs-url': 'off',
    },
  },
  {
    name: 'rule tests',
    files: ['tests/rules/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
  directions,
  {
    name: 'our own rules',
    files: ['**/*.{js,mjs,ts}'],
    plugins: { 'claude-compliance': claudeCompliance },
    extends: ['claude-compliance/hipaa'],
  },
  {
    // Cases that break the rules on purpose.
    name: 'test cases',
    files: ['tests/**/*.ts', 'bench/**/*.mjs'],
    rules: { 'claude-compliance/require-inference-geo': 'off' },
  },
);
