import { defineConfig } from 'eslint/config';
import claudeCompliance from 'eslint-plugin-claude-compliance';
import tseslint from 'typescript-eslint';

export default defineConfig(tseslint.configs.base, {
  files: ['**/*.ts'],
  plugins: { 'claude-compliance': claudeCompliance },
  extends: ['claude-compliance/hipaa'],
});
