/**
 * The shape of the eligibility catalogue.
 */
import type { ShapeName } from '../../analysis/signals/index.ts';
import type { Fact } from '../facts.ts';

/** An agreement with Anthropic about what is kept: zero data retention, or HIPAA readiness. */
export type Arrangement = 'hipaa' | 'zdr';

/** What an arrangement says of a feature. `unknown`: no statement was found. */
export type Eligibility = 'no' | 'qualified' | 'unknown' | 'yes';

/** A place in a request. Spellings of other SDKs follow from the path (request-paths.ts). */
export interface ParamMarker {
  /** Keys joined by dots, `[*]` for every element. */
  readonly path: string;
  /** The value has to be this, or match it; left out: any value but null, undefined and false. */
  readonly is?: RegExp | boolean | string;
}

/** How code shows that it uses a feature. */
export interface Markers {
  /** Methods of a client by their path, `*` for any: `files.*`. With `beta.` in front, too. */
  readonly methods?: readonly string[];
  readonly params?: readonly ParamMarker[];
  /** Properties that only Claude's API has, wherever they stand. */
  readonly shapes?: readonly ShapeName[];
  /** Of a `cache_control`: only with this lifetime. */
  readonly ttl?: '1h' | '5m';
  /** Dated types, of tools and of edits of the context, in the API's spelling. */
  readonly tools?: RegExp;
  /** The row that applies instead when the tool is limited to direct calls. */
  readonly directAs?: string;
  readonly betas?: RegExp;
  /** Paths of the API, at their beginning. */
  readonly endpoints?: readonly string[];
  readonly modules?: readonly string[];
}

/** One row: what the vendor and the user's own source document say about a feature. */
export interface Feature extends Fact {
  readonly id: string;
  readonly title: string;
  /** The title in a message, where the whole one is too long for that. */
  readonly short?: string;
  readonly zdr: Eligibility;
  readonly hipaa: Eligibility;
  /** What the source document says under zero data retention; null: nothing. */
  readonly sourceDocument: 'no' | 'yes' | null;
  /** What happens to the data, as a clause. Given where an arrangement says no or qualified. */
  readonly kept?: string;
  /** What to use instead, as a command. */
  readonly instead?: string;
  /** False: no prompt and no completion passes through it, so that retention says nothing about it. */
  readonly carriesContent?: false;
  readonly note: string;
  readonly markers: Markers;
}
