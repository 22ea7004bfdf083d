/**
 * Where a call site says its content is to be processed, in whichever spelling its SDK wants.
 */
import { namesMadeBefore } from './call-site.ts';
import type { CallSite } from './call-site.ts';
import { contains } from '../syntax/nodes.ts';
import { mayHave, parsePath, stringsOf } from '../values/object-view.ts';
import { literalOf } from '../values/answers.ts';
import type { RequestParams } from '../values/object-view.ts';
import type { GeoField } from '../sdk-surface/index.ts';
import type { Answer, Known, Node, Path, Resolved, Unknown } from '../syntax/types.ts';

/** A value at a place where the SDK ignores or refuses it. */
export interface Misplaced {
  /** The path it was found at. */
  readonly path: string;
  readonly found: Known;
}

/** What one way through the code puts there. */
export type GeoReading = GeoState & {
  /** The place to show. */
  readonly node: Node;
  /** The place itself, where that is in another file. */
  readonly elsewhere: Node | undefined;
  /** The models that this part of the request asks for, as far as the file names them. */
  readonly models: readonly string[];
};

type GeoState =
  | { readonly state: 'absent'; readonly missing: Path }
  | { readonly state: 'nullish' }
  | { readonly state: 'value'; readonly value: string }
  /** `written`: the property itself is there, only its value is not known. */
  | { readonly state: 'unknown'; readonly answer: Known | Unknown; readonly written: boolean };

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
  if (slot?.kind !== 'field' || namesMadeBefore(site)) return undefined;
  if (slot.onlyWith !== undefined && !mayHave(site.params, slot.onlyWith)) return undefined;
  let answers = readField(site.params, slot);
  if (site.defaults) answers = filled(answers, readField(site.defaults, slot));
  const { perCall } = site.operation;
  if (perCall) answers = withCalls(answers, site.perCall, perCall.geo);
  const readings = answers.flatMap((answer): readonly GeoReading[] => {
    const state = stateOf(answer);
    if (!state) return [];
    const { elsewhere } = answer;
    const at = { node: shownAt(answer), elsewhere, models: modelsBeside(site, slot, answer) };
    // A key that the table does not have leaves the field out.
    const left: readonly GeoState[] =
      answer.kind === 'known' && answer.mayBeLeftOut ? [{ state: 'unknown', answer, written: true }] : [];
    return [state, ...left].map((each) => ({ ...each, ...at }));
  });
  return { path: slot.path, readings, misplaced: misplaced(site, slot) };
}

/** Undefined for an array, which stands for an empty list of requests: there is nothing to pin. */
function stateOf(answer: Answer): GeoState | undefined {
  if (answer.kind === 'absent') return { state: 'absent', missing: answer.missing };
  if (answer.kind === 'unknown') return { state: 'unknown', answer, written: isWritten(answer) };
  const { value } = answer;
  if (value.kind === 'array') return undefined;
  if (value.kind !== 'literal') return { state: 'unknown', answer, written: true };
  if (value.value === null || value.value === undefined) return { state: 'nullish' };
  return { state: 'value', value: String(value.value) };
}

function isWritten({ property, isWritten: elsewhere }: Unknown): boolean {
  return property !== undefined || elsewhere === true;
}

/** Where the request itself writes the value, that is the place to show; else where it comes from. */
function shownAt(answer: Answer): Node {
  const written = answer.kind === 'absent' ? undefined : answer.property?.value;
  return !written || contains(written, answer.node) ? answer.node : written;
}

/** The models of the very object that carries the geography, or else of the whole site. */
function modelsBeside(site: CallSite, slot: GeoField, answer: Answer): readonly string[] {
  const model = parsePath(site.operation.model ?? '');
  const geo = parsePath(slot.path);
  const beside = model.length === geo.length && model.slice(0, -1).every((key, i) => key === geo[i]);
  const carrier =
    answer.kind === 'absent'
      ? answer.missing.length === 1
        ? answer.node
        : undefined
      : answer.property?.parent;
  if (beside && carrier?.type === 'ObjectExpression') {
    const names = stringsOf(site.params.below(carrier, model.at(-1) ?? ''));
    if (names.length > 0) return names.map((pieces) => pieces.map((piece) => piece ?? '…').join(''));
  }
  return site.modelNames();
}

/** The field's own place, or another that the SDK honours. */
function readField(params: RequestParams, slot: GeoField): Resolved {
  for (const path of slot.also ?? []) {
    const answers = params.get(path);
    if (answers.some((a) => literalOf(a) !== undefined)) return answers;
  }
  return params.get(slot.path);
}

/** Replaces "absent" by what another source says. */
function filled(answers: Resolved, other: Resolved): Resolved {
  if (!answers.some((a) => a.kind === 'absent') || other.every((a) => a.kind === 'absent')) return answers;
  return [...answers.filter((a) => a.kind !== 'absent'), ...other];
}

/**
 * Adds what the calls on a made object pass: they overrule its own geography, and fill it in where it has none and
 * every call has one.
 */
function withCalls(answers: Resolved, calls: readonly RequestParams[], slot: GeoField): Resolved {
  if (calls.length === 0) return answers;
  const passed = calls.flatMap((params) => readField(params, slot));
  const given = passed.filter((a) => a.kind !== 'absent');
  if (answers.every((a) => a.kind !== 'absent')) {
    return [...answers, ...given.filter((a) => a.kind === 'known' || a.property !== undefined)];
  }
  const complete = given.length === passed.length;
  return [...given, ...answers.filter((a) => !complete || a.kind !== 'absent')];
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
          .flatMap((answer) =>
            answer.kind === 'known' && (answer.property ?? answer.isWritten) ? [{ path, found: answer }] : [],
          ),
      ),
  );
}
