/**
 * Middleware of actions and procedures, which a module of the team puts around those of all others: what it is handed of an action
 * that asks Claude, and what that gives. `createSafeActionClient().use(async ({ next, clientInput }) => …)`.
 */
import type { CallSite } from '../requests/call-site.ts';
import { calleeName, contains, enclosingFunction, unwrap } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { makersOf } from '../values/origins.ts';
import { patternSteps } from '../values/patterns.ts';
import { methodOf } from './parameter-places.ts';
import type { Origin, Tracer } from './types.ts';

/** What registers what is done, by the name under which that gets what was sent. */
const HANDLED: Readonly<Record<string, string>> = {
  action: 'parsedInput',
  handler: 'input',
  mutation: 'input',
  query: 'input',
  stateAction: 'parsedInput',
  subscription: 'input',
};
/** Under which names middleware gets it. */
const INPUT = /^(?:clientInput|getRawInput\(.*\)|input|rawInput)$/;

/** An action, as middleware around it sees it. */
interface Around {
  readonly action: FunctionNode;
  readonly input: string;
  /** The first call by which it asks Claude. */
  readonly asks: CallNode;
}

/** Functions of other modules that stand around the actions of a file that ask Claude. */
export type Middleware = ReadonlyMap<FunctionNode, readonly Around[]>;

/** @param callSites the requests of the file */
export function middlewareAround(ev: Evaluator, callSites: readonly CallSite[]): Middleware {
  const found = new Map<FunctionNode, Around[]>();
  if (!ev.leadsOut) return found;
  for (const [method, input] of Object.entries(HANDLED)) {
    for (const call of ev.index.callsNamed(method)) {
      const around = call.arguments
        .flatMap((each) => functionsOf(ev, each))
        .flatMap(({ node: action }): Around[] => {
          const site = callSites.find(({ node }) => contains(action, node));
          return site ? [{ action, input, asks: site.node }] : [];
        });
      if (around.length === 0) continue;
      for (const fn of functionsUsed(ev, call)) found.set(fn, [...(found.get(fn) ?? []), ...around]);
    }
  }
  return found;
}

/** What was put before on the builder that a call is a method of: `builder.use(fn)`. */
function functionsUsed(ev: Evaluator, call: CallNode): readonly FunctionNode[] {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return [];
  return ev.answers(callee.object, []).flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    return makersOf(answer.value.api).flatMap(({ node, frame }) =>
      node.type === 'CallExpression' && methodOf(node) === 'use'
        ? node.arguments
            .flatMap((each) => functionsOf(ev, each, frame))
            .map((own) => own.node)
            .filter((fn) => ev.index.indexOf(fn) !== ev.index)
        : [],
    );
  });
}

/** What such a function is handed; undefined for other functions. */
export function handedToMiddleware(
  t: Tracer,
  around: readonly Around[] | undefined,
  position: number,
  path: Path,
): readonly Origin[] | undefined {
  if (!around) return undefined;
  const [first = '', ...rest] = path;
  if (position > 0) return [];
  return around.flatMap((each) => {
    if (INPUT.test(first)) return inputOf(each, rest);
    return first.startsWith('next(') ? answerOf(t, each, rest) : [];
  });
}

/** What such a function is given where it calls for it: `await next()`, `await getRawInput()`; undefined for other calls. */
export function givenToMiddleware(t: Tracer, call: CallNode, path: Path): readonly Origin[] | undefined {
  const name = t.middleware ? calleeName(call.callee) : undefined;
  if (name !== 'next' && name !== 'getRawInput') return undefined;
  const fn = enclosingFunction(call);
  const around = fn && t.middleware?.get(fn);
  return around?.flatMap((each) => (name === 'next' ? answerOf(t, each, path) : inputOf(each, path)));
}

function inputOf({ action, input }: Around, path: Path): readonly Origin[] {
  const [parameter] = action.params;
  return parameter ? [{ kind: 'parameter', at: patternSteps(parameter).root, path: [input, ...path] }] : [];
}

/** Beside the answer stand whether there is one, and errors. */
function answerOf(t: Tracer, { action }: Around, [held = '', ...inner]: Path): readonly Origin[] {
  if (held !== '' && held !== 'data') return [];
  return t.ev.index.returnsOf(action).flatMap((returned) => (returned ? t.trace(returned, inner) : []));
}
