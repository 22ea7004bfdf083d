/**
 * What was made once and is asked later: models, agents, clients that take commands.
 */
import type { CallRead, Origin, Tracer } from './types.ts';
import { isFunction } from '../syntax/nodes.ts';

/**
 * A model or an agent handed to a call goes on in its result (`prompt.pipe(model)`), and what is sent to it comes
 * back as the result of sending (`client.send(command)`).
 */
export function handedOn(t: Tracer, { call, name, path, frame }: CallRead): readonly Origin[] {
  // Other modules are read for what the asking file gets from them.
  if (!t.hasMakers && t.ev.index.indexOf(call) === t.ev.index) return [];
  return call.arguments.flatMap((argument) => {
    if (isFunction(argument)) return [];
    return t
      .aside(argument, [], frame)
      .filter(isMaker)
      .map((each) => ({ ...each, path: [...each.path, `${name}()`, ...path] }));
  });
}

/** True for something that is asked later. */
export function isMaker(each: Origin): boolean {
  return each.kind === 'result' && each.at.shape === 'maker' && !each.path.some(isTurn);
}

/** Methods by which something made once is asked. */
export const TURNS: ReadonlySet<string> = new Set(
  (
    'act ask batch batchAsCompleted call chat claim complete done execute extract generate generateLegacy infer invoke network observe parse predict ' +
    'query respond run runUntilDone send stream streamEvents streamLegacy streamLog'
  ).split(' '),
);

/** True for the step of a path that asks something made before. */
export function isTurn(step: string): boolean {
  return step.includes('(') && TURNS.has(step.slice(0, step.indexOf('(')));
}
