/**
 * What clients of HTTP, and those of SDKs, call on the way of a request and of its answer. From their documents, November 2026.
 */

/**
 * What such a function is handed as one argument. `config` and `reply` show the body when they are printed; `request` and `response` of
 * `fetch` do not; an `exchange` has several of them as members.
 */
export type Handed = 'answer' | 'body' | 'config' | 'error' | 'exchange' | 'reply' | 'request' | 'response';

/** A place where clients take such functions. */
export interface HookRow {
  /** The packages whose clients they are; left out: of any. */
  readonly module?: RegExp;
  /** Where the functions stand, in the options that a client is made with. */
  readonly at: string;
  /** What they are handed, by position. */
  readonly handed: readonly Handed[];
  /** They send the request themselves, by what they call. */
  readonly sends?: true;
}

const AXIOS = /^(?:axios|xior)(?:\/|$)/;
const GOT = /^got(?:\/|$)/;
const KY = /^ky(?:-universal)?(?:\/|$)/;
const OFETCH = /^(?:ofetch|@better-fetch\/fetch)(?:\/|$)/;
const ALOVA = /^alova(?:\/|$)/;

/** Functions among the options of clients. */
export const HOOK_OPTIONS: readonly HookRow[] = [
  { at: 'fetch', handed: ['request', 'config'], sends: true },
  // Of Anthropic's SDK, 1.0 and later.
  { at: 'middleware[*]', handed: ['request'], sends: true },
  // Of LangChain's models, which hand them on to the SDK.
  { at: 'clientOptions.fetch', handed: ['request', 'config'], sends: true },
  { at: 'clientOptions.middleware[*]', handed: ['request'], sends: true },
  { module: AXIOS, at: 'adapter', handed: ['config'], sends: true },
  { module: AXIOS, at: 'transformRequest', handed: ['body'] },
  { module: AXIOS, at: 'transformRequest[*]', handed: ['body'] },
  { module: AXIOS, at: 'transformResponse', handed: ['answer'] },
  { module: AXIOS, at: 'transformResponse[*]', handed: ['answer'] },
  { module: GOT, at: 'hooks.init[*]', handed: ['config'] },
  { module: GOT, at: 'hooks.beforeRequest[*]', handed: ['config'] },
  { module: GOT, at: 'hooks.beforeRetry[*]', handed: ['error'] },
  { module: GOT, at: 'hooks.beforeError[*]', handed: ['error'] },
  { module: GOT, at: 'hooks.afterResponse[*]', handed: ['reply'] },
  { module: GOT, at: 'handlers[*]', handed: ['config'], sends: true },
  { module: KY, at: 'hooks.beforeRequest[*]', handed: ['request', 'config'] },
  { module: KY, at: 'hooks.beforeRetry[*]', handed: ['exchange'] },
  { module: KY, at: 'hooks.beforeError[*]', handed: ['error'] },
  { module: KY, at: 'hooks.afterResponse[*]', handed: ['request', 'config', 'response'] },
  { module: OFETCH, at: 'onRequest', handed: ['exchange'] },
  { module: OFETCH, at: 'onRequestError', handed: ['exchange'] },
  { module: OFETCH, at: 'onResponse', handed: ['exchange'] },
  { module: OFETCH, at: 'onResponseError', handed: ['exchange'] },
  { module: OFETCH, at: 'onSuccess', handed: ['exchange'] },
  { module: OFETCH, at: 'onError', handed: ['exchange'] },
  { module: ALOVA, at: 'beforeRequest', handed: ['config'] },
  { module: ALOVA, at: 'responded', handed: ['response', 'config'] },
  { module: ALOVA, at: 'responded.onSuccess', handed: ['response', 'config'] },
  { module: ALOVA, at: 'responded.onError', handed: ['error', 'config'] },
];

/** A method that puts such functions on a client. */
export interface HookMethod {
  readonly method: string;
  /** The members between the client and the method. */
  readonly behind: readonly string[];
  /** What the functions among its arguments are handed. */
  readonly handed: readonly (readonly Handed[])[];
  /** The function is handed what sends, and gives the one that is called. */
  readonly wraps?: true;
}

/** Methods of clients, called on them after they are made. */
export const HOOK_METHODS: readonly HookMethod[] = [
  { method: 'use', behind: ['interceptors', 'request'], handed: [['config'], ['error']] },
  { method: 'use', behind: ['interceptors', 'response'], handed: [['reply'], ['error']] },
  // Clients of the AWS SDK.
  { method: 'add', behind: ['middlewareStack'], handed: [['exchange']], wraps: true },
];

/**
 * Members of the handlers that LangChain's `callbacks` are handed, with what each of them is handed: what asks stands before what is
 * asked.
 */
export const HANDLER_MEMBERS: Readonly<Record<string, readonly (Handed | undefined)[]>> = {
  handleAgentAction: ['answer'],
  handleAgentEnd: ['answer'],
  handleChainEnd: ['answer'],
  handleChainStart: [undefined, 'body'],
  handleChatModelStart: [undefined, 'body'],
  handleLLMEnd: ['answer'],
  handleLLMNewToken: ['answer'],
  handleLLMStart: [undefined, 'body'],
  handleText: ['answer'],
  handleToolEnd: ['answer'],
  handleToolStart: [undefined, 'body'],
};

/** Methods that give a client with such functions on it (undici, wretch). */
export const HOOK_COPIES: ReadonlyMap<string, readonly Handed[]> = new Map([
  ['compose', ['config']],
  ['middlewares', ['request', 'config']],
]);
