/**
 * What text shows that a model is Claude.
 */
import type { Platform } from './types.ts';
import type { Pieces } from '../values/text.ts';

/** True for the id of a Claude model, in any provider's spelling. */
export function isClaudeText(pieces: Pieces): boolean {
  return pieces.some((piece) => piece !== null && /claude|(?:^|[./:])anthropic[./:]/i.test(piece));
}
/** A model string with the vendor in front, as gateways, registries and LangChain take it. */
export const VENDOR_PREFIX = /^(anthropic|bedrock|amazon-bedrock|vertex|google-vertex|vertexAnthropic)[/:]/i;

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
