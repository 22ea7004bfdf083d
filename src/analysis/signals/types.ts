/**
 * What a file does with the API beyond the requests themselves.
 */
import type { Platform } from '../sdk-surface/index.ts';
import type { Node, Resolved } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { RequestParams } from '../values/object-view.ts';

/** Something found, and the node to show. */
export interface Signal {
  readonly node: Node;
  readonly platform: Platform | undefined;
}

/** A method of an API client, by its path without `beta.`: `files.upload`. */
export interface MethodSignal extends Signal {
  readonly path: string;
}

/** A tool that the API defines. */
export interface ToolSignal extends Signal {
  /** It stands where a tool of a request stands, and not in some other object with a dated type. */
  readonly certain: boolean;
  /** In the API's spelling: `code_execution_20250825`. */
  readonly type: string;
  /** Who may call it, as far as the tool says. */
  readonly callers: Resolved;
}

/** A beta header's value. */
export interface BetaSignal extends Signal {
  /** It is the value of the header, or has the form of one. */
  readonly certain: boolean;
  readonly value: string;
}

/** A path of the API that is requested. */
export interface EndpointSignal extends Signal {
  readonly path: string;
  /** `GET`, `DELETE`; undefined where the file does not show it. */
  readonly verb: string | undefined;
}

/** A module that is loaded, types excepted. */
export interface ModuleSignal extends Signal {
  readonly source: string;
}

export type ShapeName =
  | 'cache_control'
  | 'code_execution_caller'
  | 'content_mode'
  | 'direct_browser'
  | 'external_storage'
  | 'file_source'
  | 'mcp_servers';

/** A property, or object, that only Claude's API has. */
export interface ShapeSignal extends Signal {
  readonly shape: ShapeName;
  /** Values that the object can hold, for shapes that differ by one. */
  readonly ttl?: Resolved;
}

export interface Signals {
  readonly methods: readonly MethodSignal[];
  readonly tools: readonly ToolSignal[];
  readonly betas: readonly BetaSignal[];
  readonly endpoints: readonly EndpointSignal[];
  readonly modules: readonly ModuleSignal[];
  readonly shapes: readonly ShapeSignal[];
  /** What calls put into the next requests of a tool runner. */
  readonly updates: readonly RequestParams[];
}

/** What the parts of the search share. */
export interface Context {
  readonly ev: Evaluator;
  /** The platform of the request that a node belongs to, as far as the file shows it. */
  readonly platformAt: (node: Node) => Platform | undefined;
  /** The file has to do with Claude beyond doubt. */
  readonly evident: boolean;
  /** It loads this module, types excepted. */
  readonly loads: (source: string) => boolean;
  /** It makes requests itself. */
  readonly requests: boolean;
  /** It has options for Anthropic's provider of the AI SDK: it loads that, or asks through the AI SDK. */
  readonly usesAiSdk: boolean;
  /** It loads no other vendor's client, whose files and batches might be meant. */
  readonly alone: boolean;
}
