/**
 * Packages of HTTP clients: what they export, or make, sends to wherever it is told. From their documents, November 2026.
 */

const PACKAGES = (
  '@adobe/fetch @better-fetch/fetch @nestjs/axios @vercel/fetch alova axios bent centra cross-fetch electron-fetch fetch-cookie ' +
  'fetch-ponyfill fetch-retry gaxios got isomorphic-fetch isomorphic-unfetch ky ky-universal make-fetch-happen minipass-fetch needle ' +
  'node-fetch node-fetch-native ofetch phin popsicle redaxios request request-promise request-promise-native superagent undici unfetch ' +
  'up-fetch urllib wretch xior'
).split(' ');

const NAMES = PACKAGES.map((name) => name.replace('/', '\\/')).join('|');

/** The module of such a package. */
export const HTTP_PACKAGE = new RegExp(`^(?:${NAMES})(?:/|$)`);

/** Such a module, named anywhere in a text. */
export const HTTP_PACKAGE_IN_TEXT = new RegExp(`["'\`](?:${NAMES})["'\`/]`);

/** Packages whose clients give the body of the response in its place. */
export const GIVES_BODY = /^(?:alova|mande|ofetch|up-fetch)(?:\/|$)/;

/** Methods of such clients that make another client. */
export const MAKES_CLIENTS: ReadonlySet<string> = new Set(
  'agent create createAlova createFetch defaults extend instance up'.split(' '),
);

/** A client that is built by calls on one another, the last of which sends (wretch 2 and 3). */
export interface BuilderRow {
  /** The module that exports it. */
  readonly module: RegExp;
  /** Methods that send → which argument of theirs holds the body, and which a further piece of the address. */
  readonly sends: Readonly<Record<string, { readonly body?: number; readonly url: number }>>;
  /** Methods that add to the address; the second argument may put it in its place. */
  readonly address: ReadonlySet<string>;
  /** Methods that take headers, and those that take options of `fetch`. */
  readonly headers: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  /** Methods that take the body. */
  readonly body: ReadonlySet<string>;
  /** Methods that take the value of the header `authorization`. */
  readonly authorization: readonly string[];
}

export const BUILDERS: readonly BuilderRow[] = [
  {
    module: /^wretch(?:\/|$)/,
    sends: {
      delete: { url: 0 },
      fetch: { url: 1 },
      get: { url: 0 },
      head: { url: 0 },
      opts: { url: 0 },
      patch: { body: 0, url: 1 },
      post: { body: 0, url: 1 },
      put: { body: 0, url: 1 },
    },
    address: new Set(['default', 'url', 'wretch']),
    headers: new Set(['headers']),
    options: new Set(['options']),
    body: new Set(['body', 'formData', 'formUrl', 'json']),
    authorization: ['auth'],
  },
];
