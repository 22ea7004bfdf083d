/**
 * Parties that take a request and pass it on: aggregators of many vendors' models. None of them lets a request say where
 * it is processed. Hosts and prefixes read from `@mastra/core` 0.24.9 and 1.71.0 (provider-registry.json),
 * `@openrouter/sdk` 1.3.19, `portkey-ai` 3.1.0 and `ai-gateway-provider`.
 */

/** One such party. */
export interface GatewayRow {
  /** As strings that name a model begin: `openrouter/anthropic/claude-…`. */
  readonly id: string;
  /** Its hosts. */
  readonly host: RegExp;
  /** The host a request goes to where nothing else is said. */
  readonly address: string;
  /** The variable that its key is usually read from (names of provider-registry.json and of its own SDK). */
  readonly variable?: string;
  readonly checkedOn: string;
}

const row = (id: string, address: string, host: RegExp, variable?: string): GatewayRow => ({
  id,
  address,
  host,
  ...(variable !== undefined && { variable }),
  checkedOn: '2026-11-29',
});

/** Every gateway with a name; another one is told by the host alone. */
export const GATEWAYS: readonly GatewayRow[] = [
  row('openrouter', 'openrouter.ai', /^(?:[\w-]+\.)*openrouter\.ai$/, 'OPENROUTER_API_KEY'),
  row('requesty', 'router.requesty.ai', /^(?:[\w-]+\.)*requesty\.ai$/, 'REQUESTY_API_KEY'),
  row('poe', 'api.poe.com', /^api\.poe\.com$/, 'POE_API_KEY'),
  row('opencode', 'opencode.ai', /^(?:[\w-]+\.)*opencode\.ai$/, 'OPENCODE_API_KEY'),
  row('zenmux', 'zenmux.ai', /^(?:[\w-]+\.)*zenmux\.ai$/, 'ZENMUX_API_KEY'),
  row('fastrouter', 'go.fastrouter.ai', /^(?:[\w-]+\.)*fastrouter\.ai$/, 'FASTROUTER_API_KEY'),
  row('cortecs', 'api.cortecs.ai', /^(?:[\w-]+\.)*cortecs\.ai$/, 'CORTECS_API_KEY'),
  row('helicone', 'ai-gateway.helicone.ai', /^ai-gateway\.helicone\.ai$/, 'HELICONE_API_KEY'),
  row('github-models', 'models.github.ai', /^models\.github\.ai$/),
  row('github-copilot', 'api.githubcopilot.com', /^(?:[\w-]+\.)*githubcopilot\.com$/),
  row('portkey', 'api.portkey.ai', /^(?:[\w-]+\.)*portkey\.ai$/, 'PORTKEY_API_KEY'),
];

/** The gateway behind a host in lower case. */
export function gatewayOfHost(host: string): GatewayRow | undefined {
  return GATEWAYS.find((gateway) => gateway.host.test(host));
}

/** Where a gateway of this name is, if it is one with a name. */
export function addressOfGateway(id: string): string | undefined {
  return GATEWAYS.find((gateway) => gateway.id === id)?.address;
}
