/**
 * Which texts can have to do with Claude, and which can hold a request or a function that makes one: told without a parser, and
 * never too few of them.
 */
import { HTTP_PACKAGE_IN_TEXT } from '../sdk-surface/http-packages.ts';
import { SURFACE_MODULES } from '../sdk-surface/index.ts';
import { once } from '../syntax/once.ts';
import type { DeclaredClients } from '../values/answers.ts';

/**
 * Every spelling without which no rule has anything to say about Claude. `max_tokens` and the method
 * chains serve files whose client is made elsewhere; some models and agents are Claude's by default.
 */
const MENTIONS =
  /anthropic|claude|max_tokens|messages\s*\??\.\s*(?:create|stream|parse|batches)\b|ChatBedrockConverse|createDeepAgent|@strands-agents/i;

/**
 * True when the text can contain anything about Claude. A scan of the text, nothing else: this is all
 * that a file without Claude costs.
 *
 * @param declared the modules that settings declare as clients
 */
export function mentionsClaude(text: string, declared: DeclaredClients): boolean {
  // Every rule asks this of the same text in turn.
  if (scanned.text !== text) scanned = { text, mentions: MENTIONS.test(text) };
  return scanned.mentions || namesDeclared(text, declared);
}

function namesDeclared(text: string, declared: DeclaredClients): boolean {
  return Object.keys(declared).some((module) => text.includes(lastSegment(module)));
}

let scanned = { text: '', mentions: false };

/**
 * What is defined under a name of its own, as variables of the environment are: `ANTHROPIC_API_KEY: z.string()`. Not what is given
 * another name, `{ ANTHROPIC_API_KEY: key }`.
 */
const OWN_NAME =
  /(?<![\w$.'"`]|\?\s{0,9})(?:[A-Z0-9]+_)*(?:ANTHROPIC|CLAUDE)(?:_[A-Z0-9]+)*\s{0,9}\??(?:=(?!=)|:(?!\s{0,9}[\w$]+\s{0,9}[,}\n]))[^\n,}]{0,200}/g;

/** Lines that are nothing but a comment. */
const COMMENTS = /^[ \t]*(?:\/\/|\/?\*).*$/gm;

/**
 * True when a module with this text can mean something about Claude to those that import it. What it says in comments, and what it
 * hands on by a name that mentions Claude, does not: in one application in two every file imports a module that reads all keys.
 */
export function mentionsToImporters(text: string): boolean {
  return MENTIONS.test(text) && MENTIONS.test(text.replace(COMMENTS, '').replace(OWN_NAME, ''));
}

/**
 * True when a module with this text may hold a request, or hand on a function that makes one, whatever its callers hand it.
 *
 * @param declared the modules that settings declare as clients
 */
export function mayAsk(text: string, declared: DeclaredClients): boolean {
  return mentionsToImporters(text) || namesDeclared(text, declared) || mayMakeRequests(text);
}

function lastSegment(module: string): string {
  return (
    module
      .replace(/\.[cm]?[jt]sx?$/, '')
      .split('/')
      .filter((s) => s !== '' && s !== 'index')
      .at(-1) ?? module
  );
}

/** Functions that send to wherever they are told, and start whatever they are told. */
const SENDS =
  /\bfetch\b|axios|\bgot\b|\bky\b|XMLHttpRequest|https?['"`.]|child_process|execa|\bzx\b|\b(?:Bun|Deno)\b/;

/** An import of a package that leads to Claude or to models of any vendor, by its name or by the address of a CDN. */
const importsSurface = once((): RegExp => {
  const names = SURFACE_MODULES.flatMap(({ packages }) => packages).map((name) =>
    name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  return new RegExp(`["'\`/:](?:${names.join('|')})["'\`/@]`);
});

/**
 * True for a text that may make a client for any vendor's models, and gives it a key: whether Claude is asked through it, the modules
 * that import it say.
 */
export function mayHandOutClient(text: string): boolean {
  return /api_?key/i.test(text) && importsSurface().test(text);
}

/**
 * True where a request can stand in a text that mentions neither Claude nor a client: it imports a package through which models are
 * asked, or sends whatever it is handed.
 */
function mayMakeRequests(text: string): boolean {
  return SENDS.test(text) || HTTP_PACKAGE_IN_TEXT.test(text) || importsSurface().test(text);
}
