/**
 * The shape of the surface data: which names of which packages lead to which requests.
 */

/** Where a request is sent. Named as in the `providers` option of the rules. */
export type Platform =
  | 'anthropic'
  | 'anthropic-aws'
  | 'bedrock'
  | 'foundry'
  /** Another party that passes requests on: gateways.ts names them. */
  | 'gateway'
  | 'google-cloud'
  | 'openai-compatible'
  | 'vercel-gateway'
  | 'vertex';

/** Whose API the code is written against; decides spellings and what can be set per call. */
export type Sdk =
  | 'agent-sdk'
  | 'ai-sdk'
  | 'anthropic-sdk'
  | 'bedrock-runtime'
  | 'claude-code'
  | 'copilotkit'
  | 'effect'
  /** A function of a team's own, declared as data. */
  | 'gateway'
  | 'genkit'
  | 'genkitx'
  | 'http'
  | 'inngest'
  | 'langchain'
  | 'llamaindex'
  | 'mastra'
  | 'openai'
  | 'openai-agents'
  | 'opencode'
  | 'openrouter'
  | 'pi-ai'
  | 'portkey'
  | 'stagehand'
  | 'strands'
  | 'tanstack';

/** What kind of thing the API does when this operation is called. */
export type OperationKind = 'agent' | 'batch' | 'count' | 'inference';

/**
 * Where an operation takes the geography. Paths are relative to the request, `[*]` stands for
 * every element of a list.
 */
export interface GeoField {
  readonly kind: 'field';
  readonly path: string;
  /** Other places the SDK honours, those that win over `path` first. */
  readonly also?: readonly string[];
  /** Places where it is often written and has no effect, or fails. */
  readonly misspelt?: readonly string[];
  /** An object that, when the request leaves it out, leaves the geography as it was. */
  readonly onlyWith?: string;
  /**
   * What the published types say of the place. `refused`: it works, and they do not have it. A path: they have it where the
   * request has this one.
   */
  readonly typed?: 'refused' | { readonly with: string };
}

/** The SDK or endpoint has no place for a geography. */
export interface GeoImpossible {
  readonly kind: 'impossible';
}

export type GeoSlot = GeoField | GeoImpossible;

/** How code shows that an operation of a general SDK reaches Claude. */
export type ClaudeEvidence =
  /** The model at this path is a Claude model value or a string that names one. */
  | {
      readonly kind: 'model';
      readonly path: string;
      readonly options?: string;
      /** Where the model is not known: a field that only requests to Claude have, in the JSON at `in`. */
      readonly mark?: { readonly in: string; readonly field: string };
    }
  /** The client was made with a base URL at Anthropic, or the request asks for a Claude model anywhere else. */
  | { readonly kind: 'base-url'; readonly path: string; readonly in?: 'request' };

/** Options that single calls on a made object pass, beside what its maker was given. */
export interface PerCall {
  /** Method → which argument holds its options. */
  readonly methods: Readonly<Record<string, number>>;
  /** Methods that return the same object with options bound → which argument holds them. */
  readonly binders?: Readonly<Record<string, number>>;
  readonly geo: GeoField;
}

/** A call or construction that makes the API do something with content. */
export interface Operation {
  /** As code names it: `messages.create`. */
  readonly id: string;
  readonly sdk: Sdk;
  readonly kind: OperationKind;
  /** The argument that holds the request. */
  readonly request: number;
  /** The request may also be the following argument (`new ChatAnthropic(model, fields)`). */
  readonly requestMayFollow?: boolean;
  /** Path of the model in the request; `@0` is the first argument itself, `@this` what the method is called on. */
  readonly model?: string;
  /** Other places where the model can stand. */
  readonly modelAlso?: readonly string[];
  /** The request goes to Claude where it names no model at all. */
  readonly claudeByDefault?: true;
  readonly geo?: GeoSlot;
  /** Absent: reaching this operation is proof enough. */
  readonly evidence?: ClaudeEvidence;
  readonly perCall?: PerCall;
  /** Paths in the request (of a constructor) where the base URL of its client may stand. */
  readonly baseUrls?: readonly string[];
  /** The request uses this field even where it leaves it out, unless it is false. */
  readonly impliedField?: string;
  /** Path in the request of a function that makes the client. */
  readonly clientFactory?: string;
  /** Where the id of something made before may stand, which has the model and the geography: an agent's. */
  readonly madeBefore?: string;
  /** It makes a model or an agent, without `new`, that something else asks: `createAgent({ model: anthropic({ … }) }).run(…)`. */
  readonly askedLater?: true;
  /** The second argument may hold `body`, which then replaces the request on the wire. */
  readonly bodyOverride?: boolean;
  /** The gateway that the package talks to, by its id. */
  readonly gateway?: string;
}

/** A place in the arguments of a call that takes a credential. */
export interface CredentialSlot {
  readonly argument: number;
  /** Keys from the argument to the credential, joined by dots; empty for the argument itself. */
  readonly path: string;
  /** The environment variable that this SDK reads in its place; absent where there is none. */
  readonly variable?: string;
}

/** What a client, or a provider of models, can be made with, and what it does without. */
export interface ClientOptions {
  /** Paths of the address, the one that wins first. */
  readonly baseUrls: readonly string[];
  /** Path of the region of a cloud. */
  readonly region?: string;
  readonly credentials: readonly CredentialSlot[];
  /** The key it finds by itself; absent where it needs one of the options, or may find something better than a key. */
  readonly ambient?: AmbientKey;
  /**
   * It serves models of other vendors as well. What shows that it serves Claude: for `by-url` its address, for
   * `by-model` a request.
   */
  readonly vendors?: 'by-model' | 'by-url';
}

/** The variable that a key is taken from where none of these options is given. */
export interface AmbientKey {
  readonly variable: string;
  readonly unless: readonly string[];
}

/** What a value from an SDK offers. Names of rows refer to the same table. */
export interface SurfaceRow {
  /** The value sends to this platform, or makes what does. */
  readonly platform?: Platform;
  /** The value is a client, or a provider of models, made with these options; as an export, with none of them. */
  readonly client?: ClientOptions;
  /**
   * The value is a model of Claude, or of any vendor when its id decides (`by-id`); or it holds another: as `model` of its
   * maker's options (`wrapped`), or as its maker's first argument (`around`); or its provider is one that wraps another
   * (`by-provider`).
   */
  readonly model?: 'around' | 'by-id' | 'by-provider' | 'claude' | 'wrapped';
  /** Requests to the model cannot carry a geography, whatever they can carry to others; the package that drops it. */
  readonly unpinnedBy?: Sdk;
  /** The argument that holds the id, where it is not the first. */
  readonly idAt?: number;
  /** The gateway that the value talks to, by its id. */
  readonly gateway?: string;
  readonly members?: Readonly<Record<string, string>>;
  /** The row of any member that `members` does not name. */
  readonly anyMember?: string;
  readonly call?: string;
  readonly new?: string;
  /** Calling (or constructing) the value makes a client, or what holds one, with these options. */
  readonly makes?: ClientOptions;
  /** Calling (or constructing) the value performs this. */
  readonly operation?: Operation;
  /** The value is a resource of an API client; what is called on it is its path from the client. */
  readonly resource?: true;
  /**
   * Calling it asks, or makes an agent that asks, the model at this path of its first argument; `@0` for that itself,
   * `@around` for the one of the same SDK that the file provides.
   */
  readonly carries?: string;
  /** Calling the value is the same as calling this path of an API client. */
  readonly actsAs?: string;
  /** Only where the options in this argument say so. */
  readonly actsWith?: { readonly argument: number; readonly path: string; readonly is: string };
  /** It does so by being passed on; importing it is using it. */
  readonly byImport?: true;
  /** Calling the value makes a tool that the API defines; its name says which. */
  readonly toolFactory?: true;
  /** Calling (or constructing) the value takes these credentials, without making a client. */
  readonly credentials?: readonly CredentialSlot[];
  /** Properties of the value that hold a credential and may be written to. */
  readonly holds?: Readonly<Record<string, string>>;
}

/** The exports of one package that lead somewhere. `default` serves `require()` as well. */
export interface SurfaceModule {
  readonly packages: readonly string[];
  readonly exports: Readonly<Record<string, string>>;
  /** The row of every other export. */
  readonly anyExport?: string;
}

export interface Surface {
  readonly modules: readonly SurfaceModule[];
  readonly rows: Readonly<Record<string, SurfaceRow>>;
}
