/**
 * Hosts and paths of the API, for code that speaks HTTP itself, and headers only Claude's API has.
 */
import { OPERATIONS } from './anthropic.ts';
import { GATEWAYS } from './gateways.ts';
import type { Operation, Platform } from './types.ts';

export interface HostRow {
  /** Its group `region` is the region that the host names. */
  readonly pattern: RegExp;
  readonly platform: Platform;
}

/** Domains of the partitions of AWS. A host that is known in part may end in a domain that is not. */
const AWS = '(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|api\\.aws|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov|\0)';

/**
 * Tested against the host of a URL in lower case, without its port; first match wins. What is not known of a host
 * stands in it as a zero character. Hosts of other vendors stand in `vendors.ts`.
 */
export const HOSTS: readonly HostRow[] = [
  { pattern: /^(?:[\w-]+\.)*anthropic\.com$/, platform: 'anthropic' },
  // Claude Models on Google Cloud, the offering that Anthropic runs (npm @anthropic-ai/google-cloud-sdk 1.1.4, 2026-11-29).
  { pattern: /^claude\.googleapis\.com$/, platform: 'google-cloud' },
  { pattern: /^aws-external-anthropic\.(?<region>[\w-]+|\0)\.api\.aws$/, platform: 'anthropic-aws' },
  {
    pattern: new RegExp(
      `^(?:[\\w-]+\\.)?bedrock-(?:runtime|mantle)(?:-fips)?\\.(?:(?<region>[a-z0-9\0-]+)\\.)?(?:vpce\\.)?${AWS}$`,
    ),
    platform: 'bedrock',
  },
  { pattern: /^(?<region>[a-z]+-[a-z]+\d+)-aiplatform\.googleapis\.com$/, platform: 'vertex' },
  { pattern: /^aiplatform\.(?<region>[a-z]+)\.rep\.googleapis\.com$/, platform: 'vertex' },
  { pattern: /aiplatform\.(?:[\w\0-]+\.rep\.)?googleapis\.com$/, platform: 'vertex' },
  { pattern: /\.(?:services\.ai|openai|inference\.ai)\.azure\.com$/, platform: 'foundry' },
  { pattern: /^ai-gateway\.vercel\.sh$/, platform: 'vercel-gateway' },
  ...GATEWAYS.map(({ host }) => ({ pattern: host, platform: 'gateway' as const })),
];

/** Without a region in front, this host is the endpoint of all regions. */
export const GLOBAL_HOST = 'aiplatform.googleapis.com';

/** What a variable of the environment does to requests. */
export interface Reroute {
  /** `address`: the value is a URL. `switch`: any value but a false one moves requests to the platform. */
  readonly kind: 'address' | 'switch';
  /** Where a switch sends; of an address, where requests go by default. */
  readonly to: Platform | 'langsmith-gateway';
}

/** Variables that clients read when they are made; read from the packages, November 2026. */
export const REROUTES: Readonly<Record<string, Reroute>> = {
  ANTHROPIC_API_URL: { kind: 'address', to: 'anthropic' },
  ANTHROPIC_AWS_BASE_URL: { kind: 'address', to: 'anthropic-aws' },
  ANTHROPIC_BASE_URL: { kind: 'address', to: 'anthropic' },
  ANTHROPIC_BEDROCK_BASE_URL: { kind: 'address', to: 'bedrock' },
  ANTHROPIC_BEDROCK_MANTLE_BASE_URL: { kind: 'address', to: 'bedrock' },
  ANTHROPIC_FOUNDRY_BASE_URL: { kind: 'address', to: 'foundry' },
  ANTHROPIC_GOOGLE_CLOUD_BASE_URL: { kind: 'address', to: 'google-cloud' },
  ANTHROPIC_VERTEX_BASE_URL: { kind: 'address', to: 'vertex' },
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: { kind: 'address', to: 'bedrock' },
  CLAUDE_CODE_USE_ANTHROPIC_AWS: { kind: 'switch', to: 'anthropic-aws' },
  CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD: { kind: 'switch', to: 'google-cloud' },
  CLAUDE_CODE_USE_BEDROCK: { kind: 'switch', to: 'bedrock' },
  CLAUDE_CODE_USE_FOUNDRY: { kind: 'switch', to: 'foundry' },
  CLAUDE_CODE_USE_GATEWAY: { kind: 'switch', to: 'gateway' },
  CLAUDE_CODE_USE_MANTLE: { kind: 'switch', to: 'bedrock' },
  CLAUDE_CODE_USE_VERTEX: { kind: 'switch', to: 'vertex' },
  // `true` or a URL: LangChain then sends all traffic there.
  LANGSMITH_GATEWAY: { kind: 'switch', to: 'langsmith-gateway' },
};

/** True for a value that leaves a switch off. */
export function leavesOff(value: string | number | bigint | boolean | RegExp | null | undefined): boolean {
  return value === false || value === 0 || /^(?:|0|false|no|off)$/i.test(String(value ?? ''));
}

/** Switches that move Claude Code, and agents that drive it, to another platform. */
export const AGENT_SWITCHES: readonly (readonly [name: string, to: Platform])[] = Object.entries(
  REROUTES,
).flatMap(([name, { to }]) =>
  name.startsWith('CLAUDE_CODE_USE_') && to !== 'langsmith-gateway' ? [[name, to]] : [],
);

/** Variables that tell Claude Code the region of its platform. */
export const AGENT_REGIONS: Readonly<Partial<Record<Platform, string>>> = {
  bedrock: 'AWS_REGION',
  vertex: 'CLOUD_ML_REGION',
};

/** Those of them that hold the address of a client. */
export const BASE_URL_VARIABLES: readonly string[] = Object.keys(REROUTES).filter(
  (name) => REROUTES[name]?.kind === 'address',
);

const http = (operation: Operation): Operation => ({
  ...operation,
  sdk: 'http',
  request: 0,
  bodyOverride: false,
});

/** A request to the Messages API over HTTP. */
export const POST_MESSAGES: Operation = { ...http(OPERATIONS.create), id: 'POST /v1/messages' };

interface EndpointRow {
  readonly pattern: RegExp;
  readonly operation: Operation;
  /** Other vendors have the path, too: it counts at a host known to be Anthropic's, elsewhere with a Claude model. */
  readonly shared?: true;
}

/** Paths below the host (and below a proxy's prefix), tested at the end of the URL's path. */
export const ENDPOINTS: readonly EndpointRow[] = [
  { pattern: /\/v1\/messages\/?$/, operation: POST_MESSAGES },
  {
    pattern: /\/v1\/messages\/batches\/?$/,
    operation: { ...http(OPERATIONS.batchesCreate), id: 'POST /v1/messages/batches' },
  },
  {
    pattern: /\/v1\/messages\/count_tokens\/?$/,
    operation: { ...http(OPERATIONS.countTokens), id: 'POST /v1/messages/count_tokens' },
  },
  { pattern: /\/v1\/complete\/?$/, operation: { ...http(OPERATIONS.completions), id: 'POST /v1/complete' } },
  {
    pattern: /\/chat\/completions\/?$/,
    operation: { ...http(OPERATIONS.completions), id: 'POST /v1/chat/completions' },
    shared: true,
  },
  {
    pattern: /\/v1\/responses\/?$/,
    operation: { ...http(OPERATIONS.completions), id: 'POST /v1/responses' },
    shared: true,
  },
  { pattern: /\/v1\/agents\/?$/, operation: { ...http(OPERATIONS.agentsCreate), id: 'POST /v1/agents' } },
  {
    pattern: /\/v1\/sessions\/?$/,
    operation: { ...http(OPERATIONS.sessionsCreate), id: 'POST /v1/sessions' },
  },
  { pattern: /\/v1\/dreams\/?$/, operation: { ...http(OPERATIONS.dreamsCreate), id: 'POST /v1/dreams' } },
  // Bedrock and Vertex carry the model in the path.
  {
    pattern: /\/model\/[^/]*anthropic[^/]*\/(?:invoke|invoke-with-response-stream|converse|converse-stream)$/,
    operation: { ...http(OPERATIONS.create), id: 'POST /model/{id}/invoke' },
  },
  {
    pattern: /\/publishers\/anthropic\/models\/[^/]*:(?:rawPredict|streamRawPredict)$/,
    operation: { ...http(OPERATIONS.create), id: 'POST :rawPredict' },
  },
];

/** Headers that no other API asks for. */
export const CLAUDE_HEADERS: ReadonlySet<string> = new Set(['anthropic-version', 'anthropic-beta']);
