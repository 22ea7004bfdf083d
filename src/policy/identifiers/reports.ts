/**
 * What is said together of what one call sends: what one redactor mends.
 */
import { isEntry } from '../../analysis/sites/callers.ts';
import type { SentContent } from '../../analysis/index.ts';
import { functionsAround } from '../../analysis/syntax/nodes.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { sameReport } from './sent.ts';
import type { SentIdentifier } from './sent.ts';

/** What one report says. */
export interface RedactionReport {
  /** `both`: text of a body beside identifiers. */
  readonly says: 'body' | 'both' | 'identifiers' | 'literal';
  readonly at: Node;
  /** Texts of bodies and identifiers, in the order in which they were found. */
  readonly found: Some<SentIdentifier>;
  /** One report for a field of one call, for a place, and for the same within one handler. */
  readonly keys: readonly (object | string)[];
}

/** At least one. */
type Some<T> = readonly [T, ...T[]];

/**
 * Puts together what one redactor mends: identifiers of one line, all that functions of other modules fetch for one function of this
 * file, and the text of a body with whatever stands beside it.
 */
export function redactionReports(content: SentContent, sent: readonly SentIdentifier[]): RedactionReport[] {
  const fields = fieldsOf(sent.filter(({ id }) => id === 'body')).join();
  const reports = together(sent).map((found): RedactionReport => {
    const [{ id, node }] = found;
    return {
      says: id === 'identifier' ? 'identifiers' : id,
      at: node,
      found,
      keys: keysOf(content, found, fields),
    };
  });
  const mixed = reports.filter(({ says }) => says !== 'literal');
  const [first, ...rest] = mixed.toSorted((one, other) => one.at.range[0] - other.at.range[0]);
  if (!first || new Set(mixed.map(({ says }) => says)).size < 2) return reports;
  const [head, ...tail] = first.found;
  const found: Some<SentIdentifier> = [head, ...tail, ...rest.flatMap((each) => each.found)];
  const keys = mixed.flatMap((each) => each.keys);
  return [...reports.filter(({ says }) => says === 'literal'), { says: 'both', at: first.at, found, keys }];
}

/** The names of fields as they are told apart, each once: of a long way the last two, which tell most. */
export function fieldsOf(found: readonly SentIdentifier[]): readonly string[] {
  return [
    ...new Set(
      found.map(({ field }) => (field.length > MAX_FIELD ? field.split('.').slice(-2).join('.') : field)),
    ),
  ];
}

const MAX_FIELD = 20;

function keysOf({ call }: SentContent, found: Some<SentIdentifier>, fields: string): (object | string)[] {
  const [{ id, node }] = found;
  const what = id === 'body' ? fields : found.map(({ field }) => field).join(' ');
  return [
    node,
    `${call.range.join(':')} ${found.map(sameReport).join(' ')}`,
    ...[node, call].map((place) => `${handlerOf(place)} ${what}`),
  ];
}

/** Groups by line, or by the function that fetches. What bears one name in a call is said once. */
function together(sent: readonly SentIdentifier[]): Some<SentIdentifier>[] {
  const groups = new Map<unknown, [SentIdentifier, ...SentIdentifier[]]>();
  const said = new Set<string>();
  for (const each of sent) {
    const { id, isFetched, node } = each;
    const name = sameReport(each);
    if (id === 'identifier' && said.has(name)) continue;
    said.add(name);
    const by = isFetched ? handlerOf(node) : node.loc.start.line;
    const key = id === 'identifier' ? by : each;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** The function around a place that is handed to what calls it, a route or a job, else the outermost one: by its own place. */
function handlerOf(node: Node): string {
  const around = functionsAround(node);
  return (around.find(isEntry) ?? around.at(-1) ?? node).range.join(':');
}
