/**
 * Functions of packages that write to the object they are handed, by name: `set(p, 'a.b', x)` of lodash, `dset`, `merge`.
 */

/** Names that say so. What the function is for is read in them, whatever the package. */
const WRITES =
  /^(?:assign|augment|configure|decorate|defaults?|d?set|enrich|ensure|extend|fill|force|inject|merge|mixin|mutate|patch|pin|populate|stamp|unset|update)(?:[A-Z]\w*)?$/;
/** Those whose second argument names the part, and whose third is its value. */
const SETS = /^(?:d?set|setWith|setProperty|set_?[Vv]alue)$/;
/** Those that put the fields of further arguments over those of the first. */
const MERGES = /^(?:assign|assignIn|extend|merge|mixin)$/;

/** True for a function that writes to its first argument, by its name. */
export function writesByName(name: string | undefined): boolean {
  return name !== undefined && WRITES.test(name);
}

/** How such a function writes: to a part that is named, field by field, or in a way that is not followed. */
export function wayOfWriting(name: string): 'merges' | 'sets' | 'unknown' {
  if (SETS.test(name)) return 'sets';
  return MERGES.test(name) ? 'merges' : 'unknown';
}
