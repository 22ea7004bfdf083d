/**
 * Gateways in other packages, as data: what a function of theirs sends to Claude, what it gives back, what it sees to itself.
 */

/** What a gateway can see to, so that its callers are not asked for it. */
export const GATEWAY_ASPECTS = [
  'audit',
  'geography',
  'label',
  'model',
  'redaction',
  'region',
  'retention',
] as const;

export type GatewayAspect = (typeof GATEWAY_ASPECTS)[number];

/** What a function gives back: what Claude wrote, something that stands for it, nothing of either. */
export const GATEWAY_RETURNS = ['content', 'reference', 'nothing'] as const;

/** One function or method of a gateway. */
export interface Gateway {
  /** Where its arguments hold what goes to Claude: `0.prompt`, `1`. Left out: all of the first. */
  readonly sends?: readonly string[];
  /** `content`, unless said otherwise. */
  readonly returns?: (typeof GATEWAY_RETURNS)[number];
  readonly provides?: readonly GatewayAspect[];
  /** Where it sends, named as in the `providers` option of the rules; left out: Anthropic's own API. */
  readonly platform?: string;
}

/** The functions of one module: `complete`, `Assistant.ask`, `default` → what is declared of them. */
export type GatewayExports = Readonly<Record<string, Gateway>>;

/** Module → what users declare of it in settings. */
export type DeclaredGateways = Readonly<Record<string, GatewayExports>>;

/** Says what is declared of a module. */
export interface GatewayDirectory {
  /** What is declared of a package or module, by the specifier that a file imports it with; undefined where nothing is. */
  of(specifier: string, from: string): GatewayExports | undefined;
  /** True where settings declare some, or a package that the package of a file depends on does. */
  hasAny(from: string): boolean;
}
