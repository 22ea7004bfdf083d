/**
 * Which modules are the project's own, by what an import writes.
 */

/**
 * Relative and absolute paths, subpath imports of Node (`#llm`), and the aliases that bundlers and frameworks set up
 * unasked: `@/` and `~/` everywhere, `@@/` and `~~/` in Nuxt, `$lib` in SvelteKit, `src/` by a base URL.
 */
const OWN = /^(?:\.{1,2}(?:\/|$)|\/|#|@{1,2}\/|~{1,2}\/|\$lib(?:\/|$)|src\/)/;

/** True for a module of the project's own; false for a package, whoever publishes it. */
export function isOwnModule(specifier: string): boolean {
  return OWN.test(specifier);
}
