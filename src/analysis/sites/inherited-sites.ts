/**
 * Requests of classes of other modules that classes of the asking file extend: what such a request sends, and what comes of it,
 * passes through members that the file puts in place.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { ClassNode, FunctionNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { chainOf } from '../values/subclasses.ts';
import { sitesWithin } from './file-sites.ts';
import { sitesBehind } from './handed-sites.ts';

/** A class of the asking file, with the classes of other modules that it extends, nearest first. */
export interface Heir {
  readonly owner: ClassNode;
  readonly bases: readonly ClassNode[];
}

/** The classes of the asking file that extend classes of other modules of the project. */
export function heirsIn(ev: Evaluator): readonly Heir[] {
  if (!ev.leadsOut) return [];
  return ev.index.classes.flatMap((owner) => {
    const bases = owner.superClass
      ? chainOf(ev, owner).filter((base) => ev.index.indexOf(base) !== ev.index)
      : [];
    return bases.length > 0 ? [{ owner, bases }] : [];
  });
}

/** The requests of these classes, each seen from where it stands. */
export function sitesInherited(ev: Evaluator, { bases }: Pick<Heir, 'bases'>): readonly CallSite[] {
  return bases.flatMap((base) => sitesRunBy(ev, base));
}

/** The requests that a class or a function of another module makes, itself or by what it calls, each seen from where it stands. */
export function sitesRunBy(ev: Evaluator, piece: ClassNode | FunctionNode): readonly CallSite[] {
  const handed = ev.index
    .callsWithin(piece)
    .filter((call) => call.type === 'CallExpression')
    .flatMap((call) => sitesBehind(ev, call));
  return [...sitesWithin(ev, piece), ...handed];
}
