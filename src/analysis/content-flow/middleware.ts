/**
 * Middleware for models of the AI SDK: it is handed what is asked, and hands out what was answered.
 */
import { once } from '../syntax/once.ts';
import type { CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { ResultSource } from './types.ts';

/** Its members (`LanguageModelMiddleware` of `ai` 5 to 7), which get what is asked as `params`. */
export const MIDDLEWARE: ReadonlySet<string> = new Set(['transformParams', 'wrapGenerate', 'wrapStream']);

/** What asks the model, in middleware and on a model itself. */
const ASKS = ['doGenerate', 'doStream'];

/** Spellings without which a module holds none. */
export const MIDDLEWARE_TEXT = /\b(?:transformParams|wrapGenerate|wrapStream)\b/;

const CLAUDE = /anthropic|claude/i;

const holding = new WeakMap<Evaluator, () => { readonly is: boolean }>();

/**
 * True where the file holds middleware that Claude can be behind: it, or a module that imports it, names Claude. Who wraps another
 * vendor's model with it shows that as well.
 */
export function holdsMiddleware(ev: Evaluator): boolean {
  let known = holding.get(ev);
  if (!known) holding.set(ev, (known = once(() => ({ is: looksForIt(ev) }))));
  return known().is;
}

function looksForIt(ev: Evaluator): boolean {
  const { index } = ev;
  if (!MIDDLEWARE_TEXT.test(index.text) || ![...MIDDLEWARE].some((name) => index.namesFunction(name)))
    return false;
  return CLAUDE.test(index.text) || ev.importers().some((text) => CLAUDE.test(text));
}

/** The calls by which middleware, or whoever holds a model, asks it. */
export function callsOfModels(ev: Evaluator): readonly CallNode[] {
  return ASKS.flatMap((name) => ev.index.callsNamed(name));
}

/**
 * What stands for the request in a file that makes none.
 *
 * @param results what the calls of the file give
 */
export function middlewareSource(
  ev: Evaluator,
  results: ReadonlyMap<CallNode, ResultSource>,
): ResultSource | undefined {
  const own = [...results.values()].find(({ site }) => site?.operation.sdk === 'ai-sdk');
  if (own || !holdsMiddleware(ev)) return own;
  const [any] = results.values();
  const [first] = ev.index.calls;
  return any ?? (first && { node: first, shape: 'message', site: undefined });
}
