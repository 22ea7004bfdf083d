import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import claudeCompliance from './dist/index.js';

/** The rooms of src/ and what each may import. Data flows one way. */
const ROOMS = {
  analysis: ['project'],
  project: [],
  languages: ['project'],
  declared: ['analysis', 'policy', 'project'],
  policy: ['analysis'],
  edits: ['analysis', 'project'],
  rules: ['analysis', 'project', 'policy', 'edits', 'declared'],
  configs: ['analysis', 'declared', 'languages', 'policy', 'project', 'rules'],
  audit: ['rules', 'policy', 'analysis', 'declared', 'project', 'configs', 'languages'],
};

/** The rooms of src/analysis/, from the door down to the syntax. A room may import those after it. */
const ANALYSIS = [
  'setup',
  'signals',
  'connections',
  'records',
  'content-flow',
  'sites',
  'http',
  'requests',
  'clients',
  'sdk-surface',
  'values',
  'syntax',
];

/** The files beside the rooms: faces of the package, which no room may import. */
const FACES = ['index', 'config', 'cli'];

const TYPES_ONLY = {
  group: ['typescript', 'eslint', '@typescript-eslint/*', '@typescript-eslint/*/**'],
  allowTypeImports: true,
  message: 'Only types: nothing of this may be loaded at run time.',
};

/** Refuses, in some files, to import what a regular expression finds. */
const refuse = (files, regex, message) => ({
  name: `imports of ${files}`,
  files: [files],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }, TYPES_ONLY] }] },
});

const folders = (names) => (names.length > 0 ? [`(?:${names.join('|')})/`] : []);

const directions = [
  ...Object.entries(ROOMS).flatMap(([room, allowed]) => {
    const refused = folders(Object.keys(ROOMS).filter((other) => other !== room && !allowed.includes(other)));
    const up = [...refused, `(?:${FACES.join('|')})\\.ts$`].join('|');
    const message = `src/${room} may import from ${allowed.join(', ') || 'nothing but itself'} (CONTRIBUTING.md shows the way data flows).`;
    return [
      refuse(`src/${room}/*.ts`, `^\\.\\./(?:${up})`, message),
      refuse(`src/${room}/*/**/*.ts`, `^(?:\\.\\./){2,}(?:${up})`, message),
    ];
  }),
  ...ANALYSIS.map((room, i) => {
    const rooms = Object.keys(ROOMS).filter((other) => !ROOMS.analysis.includes(other));
    const up = ['index\\.ts$', ...folders(ANALYSIS.slice(0, i)), ...folders(rooms)].join('|');
    const below = ANALYSIS.slice(i + 1).join(', ') || 'nothing else';
    const message = `src/analysis/${room} may import what stands below it: ${below}.`;
    return refuse(`src/analysis/${room}/**/*.ts`, `^(?:\\.\\./)+(?:${up})`, message);
  }),
];

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
    files: ['src/rules/*.ts', 'src/rules/define/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      'eslint-plugin/require-meta-docs-description': ['error', { pattern: '^(Disallow|Require) ' }],
      'eslint-plugin/require-meta-docs-url': 'off',
    },
  },
  {
    // Rules answer; only their factory reports, so that a report and an assessment cannot disagree.
    name: 'reports',
    files: ['src/**/*.ts'],
    ignores: ['src/rules/define/rule.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="report"]',
          message: 'A rule yields assessments; src/rules/define/rule.ts reports them.',
        },
      ],
    },
  },
  {
    name: 'rule tests',
    files: ['tests/rules/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
  ...directions,
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
