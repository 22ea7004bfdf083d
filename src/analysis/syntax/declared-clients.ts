/** Modules that users declare as clients of Claude: module → export → platform. */
export type DeclaredClients = Readonly<Record<string, Readonly<Record<string, string>>>>;
