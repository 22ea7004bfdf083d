/**
 * Texts of files that show by themselves that a package reaches Claude: what merely speaks of Claude does not.
 */

/** An import of an SDK, or the host. */
const PLAIN =
  /['"](?:@anthropic-ai|@ai-sdk\/(?:anthropic|amazon-bedrock)|@langchain\/anthropic)[/'"]|\bapi\.anthropic\.com\b/;
/** The id of a model: a page that lets people choose one has it as well. */
const MODEL = /['"`/.]claude-(?:\d|opus|sonnet|haiku|fable|mythos)/;
/** What asks a model over HTTP, or by a client of OpenAI's, of whatever host. */
const PATHS =
  /(?:\bv1\/(?:messages|responses)|\bchat\/completions|\/converse|\/invoke)\b|\bchat\.completions\.(?:create|parse|runTools|stream)\b/;
/** A request that names the model, wherever it goes: `{ model: 'anthropic/claude-…', messages }`. */
const ASKED = /\bmodel['"`]?\]?\s*[:=]\s*['"`][^'"`\n]*\bclaude-/;
const asks = (text: string): boolean => PATHS.test(text) || (ASKED.test(text) && /\bmessages\b/.test(text));

/** True for a file that asks Claude, whatever its package depends on. */
export const asksPlainly = (text: string): boolean => PLAIN.test(text) || (MODEL.test(text) && asks(text));

/** True for a file that asks Claude if its package depends on what leads to models of many vendors. */
export const mayAskByName = (text: string): boolean => PLAIN.test(text) || MODEL.test(text);
