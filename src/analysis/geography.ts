/**
 * Where a call site says its content is to be processed, in whichever spelling its SDK wants.
 */
import type { CallSite } from './call-sites.ts';
import { mayHave, parsePath } from './request-params.ts';
import type { RequestParams } from './request-params.ts';
import type { GeoField } from './sdk-surface/index.ts';
import type { Answer, Known, Node, Path, Resolved, Unknown } from './types.ts';

/** A value at a place where the SDK ignores or refuses it. */
export interface Misplaced {
  /** The path it was found at. */
  readonly path: string;
  readonly found: Known;
}

/** What one way through the code puts there. */
export type GeoReading =
  | { readonly state: 'absent'; readonly node: Node; readonly missing: Path }
  | { readonly state: 'nullish'; readonly node: Node }
  | { readonly state: 'value'; readonly value: string; readonly node: Node }
  /** `written`: the property itself is there, only its value is not known. */
  | {
      readonly state: 'unknown';
      readonly answer: Known | Unknown;
      readonly node: Node;
      readonly written: boolean;
    };

export interface Geography {
  /** The path the SDK reads; relative to the request. */
  readonly path: string;
  readonly readings: readonly GeoReading[];
  readonly misplaced: readonly Misplaced[];
}

/**
 * Reads the geography of a call site.
 *
 * @returns undefined when there is nothing to pin: the operation takes none, or only carries one
 *   together with something that this request leaves out
 */
export function geographyOf(site: CallSite): Geography | undefined {
  const slot = site.operation.geo;
  if (slot?.kind !== 'field') return undefined;
  if (slot.onlyWith !== undefined && !mayHave(site.params, slot.onlyWith)) return undefined;
  let answers = readField(site.params, slot);
  if (site.defaults) answers = filled(answers, () => readField(site.defaults as RequestParams, slot));
  const { perCall } = site.operation;
  if (perCall && site.perCall.length > 0)
    answers = filled(answers, () => readCalls(site.perCall, perCall.geo));
  return { path: slot.path, readings: answers.flatMap(reading), misplaced: misplaced(site, slot) };
}

/** An array stands for an empty list of requests, which has nothing to pin. */
function reading(answer: Answer): readonly GeoReading[] {
  if (answer.kind === 'absent') return [{ state: 'absent', node: answer.node, missing: answer.missing }];
  // Where the request itself writes the value, that is the place to show; else where it comes from.
  const node = answer.property?.value ?? answer.node;
  if (answer.kind === 'unknown') {
    return [{ state: 'unknown', answer, node, written: answer.property !== undefined }];
  }
  const { value } = answer;
  if (value.kind === 'array') return [];
  if (value.kind !== 'literal') return [{ state: 'unknown', answer, node, written: true }];
  if (value.value === null || value.value === undefined) return [{ state: 'nullish', node }];
  return [{ state: 'value', value: String(value.value), node }];
}

/** The field's own place, or another that the SDK honours. */
function readField(params: RequestParams, slot: GeoField): Resolved {
  for (const path of slot.also ?? []) {
    const answers = params.get(path);
    if (answers.some((a) => a.kind === 'known' && a.value.kind === 'literal' && a.value.value !== undefined))
      return answers;
  }
  return params.get(slot.path);
}

/** Replaces "absent" by what another source says, when that source settles it. */
function filled(answers: Resolved, other: () => Resolved): Resolved {
  if (!answers.some((a) => a.kind === 'absent')) return answers;
  const more = other();
  if (more.every((a) => a.kind === 'absent')) return answers;
  const [absent] = answers.filter((a) => a.kind === 'absent');
  return [
    ...answers.filter((a) => a.kind !== 'absent'),
    ...more.map((a): Answer => (a.kind === 'absent' && absent ? absent : a)),
  ];
}

/** What the calls on a made object pass; each has to pin for the whole to be pinned. */
function readCalls(calls: readonly RequestParams[], slot: GeoField): Resolved {
  return calls.flatMap((params) => readField(params, slot));
}

function misplaced(site: CallSite, slot: GeoField): Misplaced[] {
  const sources: [RequestParams, readonly string[]][] = [[site.params, slot.misspelt ?? []]];
  for (const params of site.perCall) sources.push([params, site.operation.perCall?.geo.misspelt ?? []]);
  return sources.flatMap(([params, paths]) =>
    paths
      .filter((path) => params.mentions(parsePath(path).at(-1) ?? ''))
      .flatMap((path) =>
        params
          .get(path)
          .flatMap((answer) => (answer.kind === 'known' && answer.property ? [{ path, found: answer }] : [])),
      ),
  );
}
