import { defineConfig } from 'eslint/config';
import claudeCompliance from 'eslint-plugin-claude-compliance';
import tseslint from 'typescript-eslint';

export default defineConfig([
  { files: ['**/*.{js,ts}'], languageOptions: { parser: tseslint.parser } },
  claudeCompliance.configs.hipaa,
]);
