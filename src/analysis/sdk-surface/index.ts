/**
 * The surface: what exists, by package and name. One table for all SDKs.
 */
import { AGENTS } from './agents.ts';
import { AI_SDK } from './ai-sdk.ts';
import { ANTHROPIC } from './anthropic.ts';
import { CLOUD } from './cloud.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { LANGCHAIN } from './langchain.ts';
import type { Platform, SurfaceModule, SurfaceRow } from './types.ts';

export type {
  ClaudeEvidence,
  ClientOptions,
  CredentialSlot,
  GeoField,
  GeoImpossible,
  GeoSlot,
  Operation,
  OperationKind,
  PerCall,
  Platform,
  Sdk,
  SurfaceModule,
  SurfaceRow,
} from './types.ts';
export { INNGEST_MODEL } from './agents.ts';
export { CLAUDE_COMMAND, OPERATIONS } from './anthropic.ts';
export { CREDENTIAL_HEADERS, CREDENTIAL_VARIABLES, headerVariable } from './credentials.ts';
export { GENERATED_METHODS } from './frameworks.ts';
export { addressOfGateway, gatewayOfHost, GATEWAYS } from './gateways.ts';
export {
  givesOtherModels,
  isModelVendorPackage,
  isVendorClient,
  isVendorHost,
  isVendorPackage,
  OTHER_CHAT_MODELS,
} from './vendors.ts';
export {
  callPathsOf,
  camelCase,
  furtherModelCallPathsOf,
  furtherModelPathsOf,
  helperPathsOf,
  pathsOf,
  promptPathsOf,
  RESOURCES,
  toolTypeOf,
} from './request-paths.ts';
export {
  AGENT_REGIONS,
  AGENT_SWITCHES,
  BASE_URL_VARIABLES,
  CLAUDE_HEADERS,
  ENDPOINTS,
  GLOBAL_HOST,
  HOSTS,
  leavesOff,
  POST_MESSAGES,
  REROUTES,
} from './endpoints.ts';
export type { Reroute } from './endpoints.ts';

const SURFACES = [ANTHROPIC, AI_SDK, FRAMEWORKS, LANGCHAIN, AGENTS, CLOUD];

/** Every module with its exports. */
export const SURFACE_MODULES: readonly SurfaceModule[] = SURFACES.flatMap(({ modules }) => modules);

/** Row name → row. */
export const ROWS: ReadonlyMap<string, SurfaceRow> = new Map(
  SURFACES.flatMap((surface) => Object.entries(surface.rows)),
);

/** Names of exports and members that act as a method of an API client. */
export const ACTING_NAMES: ReadonlySet<string> = new Set(
  SURFACES.flatMap(({ modules, rows }) => [
    ...modules.map((m) => m.exports),
    ...Object.values(rows).map((row) => row.members ?? {}),
  ])
    .flatMap((names) => Object.entries(names))
    .filter(([, name]) => {
      const row = ROWS.get(name);
      return row?.actsAs !== undefined && !row.byImport;
    })
    .map(([name]) => name),
);

const MODULES: ReadonlyMap<string, SurfaceModule> = new Map(
  SURFACES.flatMap((surface) => surface.modules).flatMap((m) => m.packages.map((name) => [name, m] as const)),
);

/**
 * The exports of a module specifier: the specifier itself, else the package it is a subpath of
 * (`@anthropic-ai/sdk/index.mjs`, `@anthropic-ai/sdk/resources/messages`).
 */
export function moduleOf(specifier: string): SurfaceModule | undefined {
  const exact = MODULES.get(specifier);
  if (exact) return exact;
  // Also as CDNs and Deno name packages: `https://esm.sh/@scope/name@1.2.3`, `npm:name@1`.
  const bare = specifier
    .replace(/^(?:npm:\/?|https?:\/\/[^/]+\/(?:npm\/|v\d+\/)?)/, '')
    .replace(/^(@?[^@]+)@[^/]*/, '$1');
  return (
    MODULES.get(bare) ?? (bare.startsWith('@anthropic-ai/') ? MODULES.get(packageName(bare)) : undefined)
  );
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Platforms that a module of the user's own can be declared for in settings. */
export const DECLARABLE_PLATFORMS = [
  'anthropic',
  'anthropic-aws',
  'bedrock',
  'foundry',
  'google-cloud',
  'vertex',
] as const satisfies readonly Platform[];

/** The row of an export that settings declare as a client of a platform. */
export function declaredRow(platform: string): string {
  return `${platform}.declared`;
}
