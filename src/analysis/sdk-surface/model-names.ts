/**
 * What text shows that a model is Claude, and who serves it.
 */
import type { Pieces } from '../values/text.ts';
import type { Operation, Platform } from './types.ts';

/** True for the id of a Claude model, in any provider's spelling. */
export function isClaudeText(pieces: Pieces): boolean {
  return pieces.some((piece) => piece !== null && /claude|(?:^|[./:])anthropic[./:]/i.test(piece));
}

/**
 * The id that an export, or a member of a table of models, is named for: `claude37Sonnet` → `claude-3-7-sonnet`,
 * `US_ANTHROPIC_CLAUDE_4_SONNET` → `us.anthropic.claude-4-sonnet`; undefined for one that is no model of Claude's.
 */
export function idOfExport(name: string): string | undefined {
  const [, profile, own = name] = /^(?:(APAC|EU|GLOBAL|US)_)?ANTHROPIC_(CLAUDE.*)$/.exec(name) ?? [];
  if (!/^claude/i.test(own)) return undefined;
  const id = own
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([a-z])(?=\d)|(\d)(?=\d)/g, '$1$2-')
    .replaceAll('_', '-')
    .toLowerCase();
  return profile === undefined ? id : `${profile.toLowerCase()}.anthropic.${id}`;
}

/** Ids as Bedrock spells them: `us.anthropic.claude-…`, ARNs; and as Vertex AI does: `claude-…@20250929`. */
const BEDROCK_ID = /^(?:[a-z-]+\.)?anthropic\.claude|^arn:aws[\w-]*:bedrock:/;
const VERTEX_ID = /^claude-[\w.-]+@\d{8}$/;

/** The platform whose spelling a model id has; that of the first-party API where it has none of its own. */
export function platformOfId(id: Pieces): Platform {
  const [text] = id;
  if (typeof text !== 'string') return 'anthropic';
  if (BEDROCK_ID.test(text)) return 'bedrock';
  return VERTEX_ID.test(text) ? 'vertex' : 'anthropic';
}

/** As {@link isClaudeText}, for places where a model of any vendor, and any name, may stand. */
export function isClaudeId(pieces: Pieces): boolean {
  return pieces.some(
    (piece) => piece !== null && /(?:^|[./:@])claude[-_.]|(?:^|[./:])anthropic[./:]/i.test(piece),
  );
}

/** True for a text that names one model of Claude's by its family or number: not `claude:model`, a key under which one is kept. */
export function namesOneModel(pieces: Pieces): boolean {
  return pieces.some(
    (piece) =>
      piece === null ||
      /claude[-_.]?(?:v?\d|[a-z]+[-_.]?\d|fable|haiku|instant|mythos|opus|sonnet)/i.test(piece),
  );
}

/** True for a model string that names Anthropic as its vendor, whatever the model. */
export function namesAnthropic(pieces: Pieces): boolean {
  return /^anthropic[/:]/i.test(pieces[0] ?? '');
}

/** Models of other vendors, by how their ids begin. */
const OTHER_MODELS =
  /\b(?:chatgpt|codestral|command|deepseek|gemini|gemma|glm|gpt|grok|jamba|kimi|llama|ministral|mistral|mixtral|nova|o[134]|phi|qwen|sonar|titan)/i;

/** True for the id of another vendor's model. */
export function isOtherModelId(id: string): boolean {
  return OTHER_MODELS.test(id) && !/claude|anthropic/i.test(id);
}

/** Who serves a model string: whose platform, and through which gateway. */
export interface Serving {
  readonly platform: Platform;
  readonly gateway?: string;
}

/** The first part of a model string, as gateways, registries and LangChain take it. */
const PREFIX = /^@?([\w-]+)[/:]/;

/** Vendors in front of a model string, by the platform they stand for. */
const VENDORS: readonly (readonly [pattern: RegExp, platform: Platform])[] = [
  [/^anthropic$/i, 'anthropic'],
  [/bedrock|^aws$/i, 'bedrock'],
  [/vertex|model-?garden/i, 'vertex'],
  [/^azure|foundry/i, 'foundry'],
];

/**
 * Who serves what a string names as a model.
 *
 * A bare id goes to Anthropic, in the AI SDK to Vercel's gateway; a part in front names the vendor, or a gateway.
 */
export function servingOf(text: string, operation: Operation): Serving {
  const prefix = PREFIX.exec(text)?.[1] ?? '';
  const vendor = VENDORS.find(([pattern]) => pattern.test(prefix))?.[1];
  if (operation.sdk === 'ai-sdk')
    return { platform: vendor === undefined || vendor === 'anthropic' ? 'vercel-gateway' : vendor };
  if (operation.sdk === 'openai-agents') return { platform: 'openai-compatible' };
  if (vendor !== undefined) return { platform: vendor };
  if (BEDROCK_ID.test(text)) return { platform: 'bedrock' };
  const isRouted = ROUTERS.has(operation.sdk) && text.includes('/') && prefix !== '';
  return isRouted ? { platform: 'gateway', gateway: prefix } : { platform: 'anthropic' };
}

/** SDKs in whose model strings the first of several parts may be a gateway. */
const ROUTERS: ReadonlySet<string> = new Set(['mastra', 'opencode', 'pi-ai', 'stagehand']);
