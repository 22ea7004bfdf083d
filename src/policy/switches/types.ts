/**
 * The shape of the catalogue of switches by which SDKs and frameworks log content themselves.
 */
import type { Sdk } from '../../analysis/sdk-surface/types.ts';
import type { Fact } from '../facts.ts';

/**
 * What a value has to be. `given`: anything but null, undefined and false; `present`: anything but undefined;
 * `missing`: left out.
 */
export type Wanted = RegExp | boolean | 'given' | 'missing' | 'present';

/** A place in options, and what stands there when the switch is on. */
export interface Condition {
  /** Keys joined by dots, `[*]` for every element. */
  readonly path: string;
  readonly is: Wanted;
}

/** Options of requests, and of the calls on what a request's constructor makes. */
export interface RequestMarker extends Condition {
  readonly sdk: Sdk;
  readonly operations?: RegExp;
}

/** A call of something that a package exports. */
export interface CallMarker {
  readonly module: RegExp;
  /** The last name on the way from the module; left out: any call that is handed the option directly. */
  readonly names?: readonly string[];
  /** Left out: the call itself is the switch. */
  readonly option?: Condition & { readonly argument: number };
  /** Its first argument has to be, or to do, something with Claude. */
  readonly around?: true;
}

/** An environment variable, and the values that turn it on. */
export interface VariableMarker {
  readonly name: string;
  readonly is: RegExp;
}

/** How code shows that a switch is on. */
export interface SwitchMarkers {
  /** Options of Anthropic's clients, of every platform. */
  readonly clients?: readonly Condition[];
  /** Options of an OpenAI client that talks to Claude. */
  readonly openai?: readonly Condition[];
  readonly requests?: readonly RequestMarker[];
  readonly calls?: readonly CallMarker[];
  readonly variables?: readonly VariableMarker[];
  /** Properties of a client that are written after it was made. */
  readonly writes?: readonly Condition[];
  /** Settings of the AI SDK's telemetry, with the key they stand under. */
  readonly telemetry?: { readonly key: string; readonly default: 'off' | 'on-when-registered' };
  /** Values assigned to a global of this name. */
  readonly global?: string;
}

/** Which requests the file has to make for the switch to concern Claude. */
export type Needs =
  /** Anything that has to do with Claude beyond a word. */
  | 'claude'
  /** A request of this SDK, and the switch given to it where the file uses other vendors' models as well. */
  | { readonly sdk: Sdk; readonly operations?: RegExp; readonly others?: RegExp };

/** Names that, given these values in the same file, keep the content out; all of them together. */
export type Mask = Readonly<Record<string, boolean>>;

/** One row: a switch, what it writes, and where to. */
export interface ContentSwitch extends Fact {
  readonly id: string;
  /** The switch as code, for messages. */
  readonly title: string;
  /** `content`: writes it. `unhandled`, `persists`: does so by being left out. */
  readonly message: 'content' | 'persists' | 'unhandled';
  /** What is written, as a noun. */
  readonly writes: string;
  /** Where it goes, with its preposition. */
  readonly to: string;
  /** What to do, as a command. */
  readonly instead: string;
  /** The packages and versions it was read in. */
  readonly packages: string;
  /** The value to write instead, or to add where the switch is on by being left out. Source text: a string is quoted. */
  readonly safe?: string | { readonly code: string };
  /** Values to add or set beside the switch instead. */
  readonly beside?: Readonly<Record<string, boolean>>;
  /** Options of the same request that would break without the switch; no suggestion is made beside them. */
  readonly neededBy?: readonly string[];
  readonly needs?: Needs;
  readonly masks?: readonly Mask[];
  readonly markers: SwitchMarkers;
}
