import { defineConfig } from 'eslint/config';
import claudeCompliance from 'eslint-plugin-claude-compliance';

export default defineConfig({
  plugins: { 'claude-compliance': claudeCompliance },
  extends: ['claude-compliance/gov'],
});
