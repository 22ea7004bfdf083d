/**
 * Which texts can hold a request, or a function that makes one: told without a parser, and never too few of them.
 */
import { SURFACE_MODULES } from '../sdk-surface/index.ts';
import { once } from '../syntax/once.ts';

/** Functions that send to wherever they are told, and start whatever they are told. */
const SENDS =
  /\bfetch\b|axios|undici|\bgot\b|\bky\b|needle|superagent|XMLHttpRequest|https?['"`.]|child_process|execa|\bzx\b|\b(?:Bun|Deno)\b/;

/** An import of a package that leads to Claude or to models of any vendor, by its name or by the address of a CDN. */
const importsSurface = once((): RegExp => {
  const names = SURFACE_MODULES.flatMap(({ packages }) => packages).map((name) =>
    name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  return new RegExp(`["'\`/:](?:${names.join('|')})["'\`/@]`);
});

/**
 * True where a request can stand in a text that mentions neither Claude nor a client: it imports a package through which models are
 * asked, or sends whatever it is handed.
 */
export function mayMakeRequests(text: string): boolean {
  return SENDS.test(text) || importsSurface().test(text);
}
