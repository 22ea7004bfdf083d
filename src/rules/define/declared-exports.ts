/**
 * Gateways that a package declares of itself, held to what its sources export.
 */
import { dirname } from 'node:path';
import { packageMentions } from '../../project/package-mentions.ts';
import type { ManifestFile } from './manifest.ts';

/** The names that the marker declares as gateways and that no source of the package has, by a scan of the texts. */
export function missingGateways({ filename, reading }: ManifestFile): readonly string[] {
  const gateways = ('marker' in reading ? reading.marker?.gateways : undefined) ?? {};
  const folder = dirname(filename);
  // Of a package without sources, as it is published, nothing is known.
  if (Object.keys(gateways).length === 0 || packageMentions(folder, exportsSomething) !== true) return [];
  return Object.keys(gateways).filter((name) => packageMentions(folder, exporting(name)) === false);
}

const EXPORTS = /\bexports?\b/;
const exportsSomething = (text: string): boolean => EXPORTS.test(text);

/** Answers about texts are remembered by the function that gives them. */
const asked = new Map<string, (text: string) => boolean>();

/** True for a text that exports something of the name, as far as words tell. */
function exporting(name: string): (text: string) => boolean {
  let isThere = asked.get(name);
  if (!isThere) {
    const words = name
      .split('.')
      .map((each) => new RegExp(`(?<![\\w$])${each.replace(/\$/g, '\\$&')}(?![\\w$])`));
    isThere = (text) => EXPORTS.test(text) && words.every((word) => word.test(text));
    asked.set(name, isThere);
  }
  return isThere;
}
