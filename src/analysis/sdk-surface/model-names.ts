/**
 * What text shows that a model is Claude.
 */
import type { Pieces } from '../values/text.ts';

/** True for the id of a Claude model, in any provider's spelling. */
export function isClaudeText(pieces: Pieces): boolean {
  return pieces.some((piece) => piece !== null && /claude|(?:^|[./:])anthropic[./:]/i.test(piece));
}
/** A model string with the vendor in front, as gateways, registries and LangChain take it. */
export const VENDOR_PREFIX = /^(anthropic|bedrock|amazon-bedrock|vertex|google-vertex|vertexAnthropic)[/:]/i;
