// The page of all settings, keys and options.
import { MARKER_GUIDE, SETTINGS_GUIDE } from '../dist/declared/guide.js';
import { code, table } from './markdown.mjs';

const rowsOf = (guide) => Object.entries(guide).map(([key, { values, meaning }]) => [code(key), values, meaning]);

/** @param options rule → rows of its options */
export function settingsPage(options) {
  return `# Settings, keys and options

Everything that a user writes, in three places. Unknown keys and wrong values are errors that name the place and what it may be.

## In package.json

The key \`claude-compliance\` of the nearest package.json at or above a file: what a team says of the package. Of a workspace, the root's counts for
members without one. This is the place to prefer: reviewers see it, and it goes where the package goes.

${table(['Key', 'Values', 'Meaning'], rowsOf(MARKER_GUIDE))}

## In the configuration

\`settings["claude-compliance"]\`, for all rules at once, and for the files that the config is for.

\`\`\`ts
import type { ClaudeComplianceSettings } from 'eslint-plugin-claude-compliance';

const ours = {
  redactors: ['scrub', '@acme/phi.mask'],
  auditLoggers: { writeAuditEvent: true },
  features: { prompt_caching: 'allow' },
} satisfies ClaudeComplianceSettings;

export default [{ settings: { 'claude-compliance': ours } }];
\`\`\`

${table(['Setting', 'Values', 'Meaning'], rowsOf(SETTINGS_GUIDE))}

## Options of rules

\`"claude-compliance/<rule>": ["error", { … }]\`. ESLint replaces the options of a rule as a whole.

${table(
    ['Rule', 'Option', 'Values', 'Default', 'Meaning'],
    Object.entries(options).flatMap(([rule, rows]) => rows.map((row) => [`[${code(rule)}](rules/${rule}.md)`, ...row])),
  )}
`;
}
