/**
 * Who we are. ESLint puts name and version into its cache key, so that an upgrade lints everything anew;
 * a test holds the version to package.json.
 */
export const NAME = 'eslint-plugin-claude-compliance';
export const VERSION = '0.1.0';
/** The prefix of our rules and configs. */
export const NAMESPACE = 'claude-compliance';
