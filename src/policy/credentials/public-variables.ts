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

/** True for a public variable whose name says that it holds a credential of Claude. */
export function isPublicClaudeKey(variable: string): boolean {
  return (
    publicPrefix(variable) !== undefined && /(?:ANTHROPIC|CLAUDE)\w*(?:KEY|TOKEN|SECRET)/i.test(variable)
  );
}
