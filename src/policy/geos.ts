/**
 * Facts about `inference_geo`: its values, and who honours it.
 */
import type { CallSite } from '../analysis/index.ts';
import type { Platform, Sdk } from '../analysis/sdk-surface/types.ts';
import type { Fact } from './facts.ts';

const RESIDENCY = 'https://platform.claude.com/docs/en/manage-claude/data-residency';

export interface Geo extends Fact {
  readonly id: string;
  readonly promise: string;
}

/** Every value the API takes. A value outside this list is answered with 400. */
export const GEOS = [
  {
    id: 'us',
    promise: 'inference runs in the United States only',
    source: RESIDENCY,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'global',
    promise: 'inference may run in any geography; this is the default',
    source: RESIDENCY,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
] as const satisfies readonly Geo[];

export type GeoId = (typeof GEOS)[number]['id'];

/** The ids, for option schemas. */
export const GEO_IDS: readonly GeoId[] = GEOS.map((geo) => geo.id);

/** True for a value the API takes at all. */
export function isGeo(value: unknown): value is GeoId {
  return GEO_IDS.some((id) => id === value);
}

interface PlatformGeo extends Fact {
  /** False: the platform decides the place by other means, which other rules look at. */
  readonly honours: boolean;
}

/** Which platforms process a request where `inference_geo` says. */
export const PLATFORM_GEO: Readonly<Record<Platform, PlatformGeo>> = {
  anthropic: { honours: true, source: RESIDENCY, checkedOn: '2026-11-21', certainty: 'A' },
  'anthropic-aws': {
    honours: true,
    source: 'https://docs.aws.amazon.com/claude-platform/latest/userguide/data-residency.html',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  bedrock: { honours: false, source: RESIDENCY, checkedOn: '2026-11-21', certainty: 'A' },
  foundry: { honours: false, source: RESIDENCY, checkedOn: '2026-11-21', certainty: 'A' },
  // Another party's own account decides; no gateway documents that it hands the field on.
  gateway: {
    honours: false,
    source: 'npm @openrouter/ai-sdk-provider 3.1.0, @mastra/core 1.71.0, portkey-ai 3.1.0',
    checkedOn: '2026-11-29',
    certainty: 'B',
  },
  // Described as the first-party API with its full surface; no residency sentence could be read.
  'google-cloud': {
    honours: true,
    source: 'npm @anthropic-ai/google-cloud-sdk 1.1.4',
    checkedOn: '2026-11-21',
    certainty: 'C',
  },
  // The endpoint is Anthropic's, without a field for it; the slot of its operations says so.
  'openai-compatible': { honours: true, source: RESIDENCY, checkedOn: '2026-11-21', certainty: 'A' },
  // The gateway is sent the field, and asks Bedrock and Vertex as well unless it is told whom (gateway-routes.ts).
  'vercel-gateway': {
    honours: true,
    source: 'npm @ai-sdk/gateway 4.0.146',
    checkedOn: '2026-11-29',
    certainty: 'B',
  },
  vertex: { honours: false, source: RESIDENCY, checkedOn: '2026-11-21', certainty: 'A' },
};

interface Unpinnable extends Fact {
  /** What the code uses. */
  readonly what: string;
  /** What to do instead, as a command. */
  readonly instead: string;
}

const WORKSPACE = 'set `default_inference_geo` on the workspace';

/** SDKs and endpoints that cannot carry a geography per call. */
export const UNPINNABLE: Readonly<Partial<Record<Sdk, Unpinnable>>> = {
  'agent-sdk': {
    what: 'The Claude Agent SDK',
    instead: WORKSPACE,
    source: 'npm @anthropic-ai/claude-agent-sdk 0.3.330',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  'anthropic-sdk': {
    what: 'This endpoint',
    instead: `use the Messages API, or ${WORKSPACE}`,
    source: 'npm @anthropic-ai/sdk 1.12.0',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  genkitx: {
    what: '`genkitx-anthropic`',
    instead: `move to \`@genkit-ai/anthropic\` with \`config.inference_geo\`, or ${WORKSPACE}`,
    source: 'npm genkitx-anthropic 0.30.0',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  http: {
    what: 'This endpoint',
    instead: `use \`/v1/messages\`, or ${WORKSPACE}`,
    source: RESIDENCY,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  langchain: {
    what: 'A model named by a string',
    instead: 'pass `new ChatAnthropic({ inferenceGeo: … })` as the model',
    source: 'npm langchain 1.5.14',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  openai: {
    what: 'The OpenAI-compatible endpoint',
    instead: `use \`@anthropic-ai/sdk\`, or ${WORKSPACE}`,
    source: RESIDENCY,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  'claude-code': {
    what: 'Claude Code as a command',
    instead: `call the Messages API, or ${WORKSPACE} of the key it runs with`,
    source: 'npm @anthropic-ai/claude-code 2',
    checkedOn: '2026-11-29',
    certainty: 'A',
  },
  copilotkit: {
    what: 'The adapter of CopilotKit',
    instead: `use \`BuiltInAgent\` with \`providerOptions.anthropic.inferenceGeo\`, or ${WORKSPACE}`,
    source: 'npm @copilotkit/runtime 1.75.0',
    checkedOn: '2026-11-29',
    certainty: 'A',
  },
  opencode: {
    what: 'OpenCode',
    instead: `call the Messages API, or ${WORKSPACE} of the key it runs with`,
    source: 'npm @opencode-ai/sdk 1.19.3',
    checkedOn: '2026-11-29',
    certainty: 'A',
  },
  'pi-ai': {
    what: '`pi-ai`',
    instead: `call \`messages.create\` of \`@anthropic-ai/sdk\`, or ${WORKSPACE}`,
    source: 'npm @mariozechner/pi-ai 0.73.1',
    checkedOn: '2026-11-29',
    certainty: 'A',
  },
  stagehand: {
    what: 'Stagehand',
    instead: WORKSPACE,
    source: 'npm @browserbasehq/stagehand 3.7.3',
    checkedOn: '2026-11-29',
    certainty: 'A',
  },
  tanstack: {
    what: '`@tanstack/ai-anthropic`',
    instead: `call \`messages.create\` of \`@anthropic-ai/sdk\`, or ${WORKSPACE}`,
    source: 'npm @tanstack/ai-anthropic 0.18.11',
    checkedOn: '2026-11-29',
    certainty: 'A',
  },
};

const OWN_API = 'send it to Anthropic’s own API';

/** Why a request cannot be pinned, if it cannot. */
export interface CannotPin {
  readonly what: string;
  readonly instead: string;
  /** The workspace is not the one that this project's default is set on. */
  readonly foreign: boolean;
  /** Nothing but a setting of the workspace mends it: no code does. */
  readonly isSetting: boolean;
}

/**
 * Judges whether a request has a place for a geography at all, where it goes.
 *
 * @param routes whom the Vercel gateway may ask, as far as the request says; empty: it says nothing
 */
export function cannotPin(
  { operation, platform, gateway }: Pick<CallSite, 'gateway' | 'operation' | 'platform'>,
  routes: readonly string[],
): CannotPin | undefined {
  if (platform === 'gateway')
    return {
      what: gateway === undefined ? 'A gateway' : `The gateway \`${gateway}\``,
      instead: OWN_API,
      foreign: true,
      isSetting: false,
    };
  const elsewhere = routes.find((name) => name !== 'anthropic');
  if (platform === 'vercel-gateway' && elsewhere !== undefined) {
    return {
      what: `The Vercel AI Gateway with \`${elsewhere}\``,
      instead: 'ask only `anthropic`',
      foreign: true,
      isSetting: false,
    };
  }
  if (!PLATFORM_GEO[platform].honours) return undefined;
  // Options for Anthropic's own API mean nothing at an endpoint of OpenAI's shape.
  const openai = platform === 'openai-compatible' ? UNPINNABLE.openai : undefined;
  const unpinnable = openai ?? (operation.geo?.kind === 'impossible' ? UNPINNABLE[operation.sdk] : undefined);
  if (!unpinnable) return undefined;
  const { what, instead } = unpinnable;
  return { what, instead, foreign: false, isSetting: instead === WORKSPACE };
}
