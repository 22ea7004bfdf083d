/**
 * Variables that a build writes into what browsers load.
 */
import type { Fact } from '../facts.ts';

/** A prefix that makes a variable public. */
export interface PublicPrefix extends Fact {
  readonly prefix: string;
  /** Whose build it is. */
  readonly framework: string;
}

const row = (prefix: string, framework: string, source: string): PublicPrefix => ({
  prefix,
  framework,
  source,
  checkedOn: '2026-11-22',
  certainty: 'B',
});

export const PUBLIC_PREFIXES: readonly PublicPrefix[] = [
  row('NEXT_PUBLIC_', 'Next.js', 'https://nextjs.org/docs/app/guides/environment-variables'),
  row('VITE_', 'Vite', 'https://vite.dev/guide/env-and-mode'),
  row(
    'REACT_APP_',
    'Create React App',
    'https://create-react-app.dev/docs/adding-custom-environment-variables/',
  ),
  row('EXPO_PUBLIC_', 'Expo', 'https://docs.expo.dev/guides/environment-variables/'),
  row('NUXT_PUBLIC_', 'Nuxt', 'https://nuxt.com/docs/guide/going-further/runtime-config'),
  row('GATSBY_', 'Gatsby', 'https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables/'),
  row('PUBLIC_', 'SvelteKit and Astro', 'https://svelte.dev/docs/kit/$env-static-public'),
];

/** The row that makes a variable public; undefined for variables that stay on the server. */
export function publicPrefix(variable: string): PublicPrefix | undefined {
  return PUBLIC_PREFIXES.find(({ prefix }) => variable.startsWith(prefix));
}

/** Last words of names of credentials. */
const CREDENTIALS = /^(?:APIKEY|KEY|SECRET|TOKEN)S?$/;
/** Words that may follow: an environment, a number, an encoding. */
const SUFFIXES =
  /^(?:\d+|B64|BASE64|DEV|DEVELOPMENT|LIVE|LOCAL|PREVIEW|PROD|PRODUCTION|STAGE|STAGING|TEST|V\d+)$/;
/** Words that make it a count, a flag or a name: `MAX_TOKENS`, `HAS_KEY`. */
const OTHER =
  /^(?:BUDGET|CONTEXT|COST|COUNT|DEFAULT|HAS|INPUT|IS|LIMIT|MAX|MIN|NEEDS|NUM|OUTPUT|PER|PRICE|SHOW|STORAGE|USE)$/;

/** True for a public variable whose name says that it holds a credential of Claude. */
export function isPublicClaudeKey(variable: string): boolean {
  if (publicPrefix(variable) === undefined || !/ANTHROPIC|CLAUDE/i.test(variable)) return false;
  const words = variable.toUpperCase().split('_');
  while (SUFFIXES.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  // Several tokens are counted; several keys are keys all the same.
  return CREDENTIALS.test(last) && last !== 'TOKENS' && !words.some((word) => OTHER.test(word));
}
