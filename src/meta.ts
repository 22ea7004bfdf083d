/**
 * Who we are. ESLint puts name and version into its cache key, so that an upgrade lints everything anew;
 * a test holds the version to package.json.
 */
export const NAME = 'eslint-plugin-claude-compliance';
export const VERSION = '0.1.0';
/**
 * Where the project lives, once it is published: `{ repository: 'https://…' }`. The one place for it: pages of rules lead there, and
 * a test holds `homepage`, `repository` and `bugs` of package.json to it.
 */
const ADDRESSES: { readonly repository?: string } = {};
/** The address of the repository; undefined until there is one. */
export const REPOSITORY = ADDRESSES.repository;
/** The address of a page of this version. */
export function addressOf(page: string): string {
  return REPOSITORY === undefined
    ? `https://unpkg.com/${NAME}@${VERSION}/${page}`
    : `${REPOSITORY}/blob/v${VERSION}/${page}`;
}
/** The prefix of our rules and configs. */
export const NAMESPACE = 'claude-compliance';
