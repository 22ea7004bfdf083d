/**
 * Under which names a text puts something on what a framework hands around: an application, a request, a context.
 */

/** How something is put: `decorate:llm` of `app.decorate("llm", …)`, `locals:llm`, `set:llm`, `state:llm`, `context:llm`. */
export type PutName = string;

const PUTS =
  /\.(?:decorate(?:Request|Reply)?\s*(?:<[^>()]*>\s*)?\(\s*["'`](?<decorate>[\w$]+)|locals\.(?<locals>[\w$]+)\s*=(?!=)|state\.(?<state>[\w$]+)\s*=(?!=)|context\.(?<context>[\w$]+)\s*=(?!=)|set\s*(?:<[^>()]*>\s*)?\(\s*["'`](?<set>[\w$]+))/g;

/** What the frameworks are called whose `set` hands something on. */
const HANDS_AROUND = /["'`](?:@?fastify|express|hono|koa)\b/;

/** The names under which a text puts something. A scan; it may find too many. */
export function namesPutIn(text: string): readonly PutName[] {
  if (!/\.(?:decorate|locals|state|context|set)\b/.test(text)) return [];
  const isOfFramework = HANDS_AROUND.test(text);
  return [...text.matchAll(PUTS)].flatMap(({ groups }) => {
    const named: Readonly<Record<string, string | undefined>> = groups ?? {};
    return Object.entries(named).flatMap(([kind, name]) =>
      name === undefined || (kind === 'set' && !isOfFramework) ? [] : [`${kind}:${name}`],
    );
  });
}
