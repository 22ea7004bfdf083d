/**
 * Under which names a text puts something on what a framework hands around: an application, a request, a context.
 */

/**
 * How something is put: `decorate:llm` of `app.decorate("llm", …)`, `locals:llm`, `set:llm`, `state:llm`, `context:llm`, `app:llm` of
 * `server.app.llm = …`, `method:llm`; `derive:llm` of `app.derive(() => ({ llm }))`; `bind:LLM` of what a container binds to a token.
 */
export type PutName = string;

const PUTS =
  /\.(?:decorate(?:Request|Reply)?\s*(?:<[^>()]*>\s*)?\(\s*(?:["'`](?:handler|request|response|server|toolkit)["'`]\s*,\s*)?["'`](?<decorate>[\w$]+)|app\.(?<app>[\w$]+)\s*=(?!=)|method\s*\(\s*["'`](?<method>[\w$]+)|locals\.(?<locals>[\w$]+)\s*=(?!=)|state\.(?<state>[\w$]+)\s*=(?!=)|context\.(?<context>[\w$]+)\s*=(?!=)|set\s*(?:<[^>()]*>\s*)?\(\s*["'`](?<set>[\w$]+))/g;

/** What the frameworks are called whose `set` hands something on. */
const HANDS_AROUND = /["'`](?:@?fastify|express|hono|koa)\b/;

/** `.derive(() => ({ llm }))`, `.decorate({ llm })` of Elysia: the names in objects that are handed in or given back. */
const DERIVES = /["'`]elysia["'`]/;
const OBJECTS = /(?:\.decorate\s*\(\s*|\breturn\s*|=>\s*\(\s*)\{([^{}]*)/g;
const OWN_NAMES = /(?:^|,)\s*([\w$]+)\s*(?=[:,(]|$)/g;

/** A token: a text, a constant, a member of a table. */
const TOKEN = String.raw`(?!this\b)(?:[\w$]+\s*\.\s*)*["'\x60]?([\w$-]+)`;

/** `.bind(controller)`, `.register(req.body)`, of functions and plugins; tokens of a container are seldom called so. */
const PLAIN_ARGUMENT = /\(\s*[a-z][\w$.\s]*$/;

/** `{ provide: LLM }`, `.bind(TYPES.Llm)`, `.register("llm", …)`, `Container.set(LLM, …)`, `llm: asFunction(…)`. */
const BINDS = new RegExp(
  [
    String.raw`\bprovide:\s*${TOKEN}`,
    String.raw`\.(?:bind|register|registerInstance|registerSingleton)\s*(?:<[^>()]*>\s*)?\(\s*${TOKEN}`,
    String.raw`\bContainer\s*\.\s*set\s*(?:<[^>()]*>\s*)?\(\s*${TOKEN}`,
    String.raw`([\w$]+)["']?\s*:\s*(?:awilix\.)?as(?:Class|Function|Value)\s*(?:<[^>()]*>\s*)?\(`,
  ].join('|'),
  'g',
);

/** The tokens to which a text binds something. */
function tokensBoundIn(text: string): readonly PutName[] {
  if (!/\bprovide:|\.bind\b|\.register|\bContainer\b|\bas(?:Class|Function|Value)\b/.test(text)) return [];
  const hasContainer = /container/i.test(text);
  return [...text.matchAll(BINDS)].flatMap(([bound, ...names]) => {
    const name = names.find(Boolean);
    const isToken = name !== undefined && /\w/.test(name) && (hasContainer || !PLAIN_ARGUMENT.test(bound));
    return isToken ? [`bind:${name}`] : [];
  });
}

/** The names under which a text puts something. A scan; it may find too many. */
export function namesPutIn(text: string): readonly PutName[] {
  return [...tokensBoundIn(text), ...namesHandedAround(text), ...namesDerived(text)];
}

function namesHandedAround(text: string): readonly PutName[] {
  if (!/\.(?:app|decorate(?:Request|Reply)?|locals|method|state|context|set)\b/.test(text)) return [];
  const isOfFramework = HANDS_AROUND.test(text);
  return [...text.matchAll(PUTS)].flatMap(({ groups }) => {
    const named: Readonly<Record<string, string | undefined>> = groups ?? {};
    return Object.entries(named).flatMap(([kind, name]) =>
      name === undefined || (kind === 'set' && !isOfFramework) ? [] : [`${kind}:${name}`],
    );
  });
}

function namesDerived(text: string): readonly PutName[] {
  if (!DERIVES.test(text) || !/\.(?:decorate|derive|resolve)\s*\(/.test(text)) return [];
  return [...text.matchAll(OBJECTS)].flatMap(([, object = '']) =>
    [...object.matchAll(OWN_NAMES)].map(([, name = '']) => `derive:${name}`),
  );
}
