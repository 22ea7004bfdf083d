/**
 * Which files browsers load, by their names: components, and modules that a framework sends to the page.
 */
import { packageOf } from './manifests.ts';

interface Kind {
  readonly named: RegExp;
  /** As a message says it. */
  readonly what: string;
}

/** What the name of a file says. Frameworks render components on the server as well: they run in both places. */
const KINDS: readonly Kind[] = [
  { named: /\.vue$/i, what: 'a Vue component' },
  { named: /\.svelte$/i, what: 'a Svelte component' },
  // A processor gives ESLint the scripts of a page as files inside it; the page itself is made on the server.
  { named: /\.astro\/[^/]+\.[cm]?[jt]sx?$/i, what: 'a script of an Astro page' },
  { named: /(?:^|\/)\+(?:page|layout)\.[cm]?[jt]s$/i, what: 'a universal `load`' },
  { named: /(?:^|\/)(?:entry|hooks)[.-]client\.[cm]?[jt]sx?$/i, what: 'a module for browsers' },
];

/** Components that Nuxt renders on the server alone. */
const ON_SERVER = /\.server\.vue$/i;

/** `analytics.client.ts` of Nuxt, Remix and React Router. */
const CLIENT_MODULE = /\.client\.[cm]?[jt]sx?$/i;
/** Frameworks that give that name a meaning. In others, such as NestJS, it is that of what makes a client. */
const FRAMEWORKS = /^(?:nuxt|nuxt3|vike|vite-plugin-ssr|react-router|@react-router\/.+|@remix-run\/.+)$/;

/**
 * What a file is that browsers load: `a Vue component`, `a universal load`. Undefined for files whose names say nothing, or that they
 * run on a server.
 */
export function browserFile(filename: string): string | undefined {
  const path = filename.replaceAll('\\', '/');
  if (ON_SERVER.test(path)) return undefined;
  if (CLIENT_MODULE.test(path) && hasFramework(filename)) return 'a module for browsers';
  return KINDS.find(({ named }) => named.test(path))?.what;
}

/** True where the package depends on such a framework; where there is no package, nothing speaks against it. */
function hasFramework(filename: string): boolean {
  const own = packageOf(filename);
  if (!own) return true;
  return ['dependencies', 'devDependencies'].some((section) => {
    const listed = own.content[section];
    return (
      typeof listed === 'object' && listed !== null && Object.keys(listed).some((n) => FRAMEWORKS.test(n))
    );
  });
}
