/**
 * Where the answers of requests go: what functions give back of them, what they answer their own callers over HTTP, what they
 * put into a store.
 */
import type { CallSite } from '../requests/call-site.ts';
import { calleeName, enclosingFunction, functionsAround, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { carriersIn, describesOnly } from './carriers.ts';
import { isContentOf, resultSources } from './results.ts';
import type { Names } from './sinks.ts';
import { createTracer } from './trace.ts';
import type { Followed, Tracer } from './types.ts';
import { namesOfCallee } from './writers.ts';

/** A place that the answer of a request goes to. */
export interface AnswerEnd {
  /** The request, of this file or of another module. */
  readonly source: CallNode;
  readonly kind: 'given back' | 'responded' | 'stored';
  /** What carries it there. */
  readonly node: Node;
  /** The function around. */
  readonly fn: FunctionNode | undefined;
}

/** Every place of the file that answers of its requests go to, as far as names of frameworks and of stores tell. */
export function findAnswerEnds(
  ev: Evaluator,
  callSites: readonly CallSite[],
  redactors: Names,
): Followed<AnswerEnd> {
  const results = resultSources(ev, callSites);
  const t = createTracer(ev, results, { redactors, passesIds: true, passesRedactors: true });
  const found = [...handedOut(t), ...ev.index.calls.flatMap((call) => takenBy(t, call)), ...assigned(t)];
  return { found, complete: !t.isSpent };
}

/** What functions give back. */
function handedOut(t: Tracer): AnswerEnd[] {
  const { index } = t.ev;
  const functions = new Set(index.calls.flatMap((call) => functionsAround(call)));
  return [...functions].flatMap((fn) =>
    [...index.returnsOf(fn), ...index.yieldsOf(fn)].flatMap((value): AnswerEnd[] => {
      if (!value) return [];
      const kind = isLambdaResponse(value) ? 'responded' : 'given back';
      return sourcesOfAnswer(t, value).map((source) => ({ source, kind, node: value, fn }));
    }),
  );
}

/** `{ statusCode: 200, body }` */
function isLambdaResponse(value: Node): boolean {
  const node = unwrap(value);
  return (
    node.type === 'ObjectExpression' &&
    node.properties.some((each) => each.type === 'Property' && writtenKey(each) === 'statusCode')
  );
}

/** What handlers call the object by which they answer. */
const RESPONDERS = /^(?:c|context|ctx|h|json|reply|res|response|\w*Response)$/;
/** Its methods that take what is answered. */
const RESPONDS = /^(?:body|end|html|json|jsonp|render|respond|send|sse|stream|text|view|write|writeSSE)$/;
/** Results of libraries that write themselves to a response: `result.pipeUIMessageStreamToResponse(res)`. */
const WRITES_ITSELF = /^(?:pipe\w*ToResponse|to\w*(?:Stream)?Response)$/;
/** Methods that put something into a store. A name is evidence where the body is not the project's. */
const STORES = /^(?:create|createMany|insert\w*|save|update\w*|upsert|values)$/;

/** What is handed to calls that answer, or that store. */
function takenBy(t: Tracer, call: CallNode): AnswerEnd[] {
  const names = namesOfCallee(call.callee);
  const [first = ''] = names;
  const method = names.at(-1) ?? '';
  const callee = unwrap(call.callee);
  const end = (kind: AnswerEnd['kind'], carriers: readonly Node[]): AnswerEnd[] =>
    carriers.flatMap((node) =>
      sourcesOfAnswer(t, node).map((source) => ({ source, kind, node: call, fn: enclosingFunction(call) })),
    );
  if (callee.type === 'MemberExpression' && WRITES_ITSELF.test(method))
    return end('responded', [unwrap(callee.object)]);
  const isMade = call.type === 'NewExpression' && method.endsWith('Response');
  const isAnswer = RESPONDS.test(method) && names.length > 1 && RESPONDERS.test(first);
  if (isMade || isAnswer) return end('responded', call.arguments);
  const stores = STORES.test(method) || (method === 'set' && names.includes('update'));
  const mayStore = names.length > 1 && stores && call.type === 'CallExpression';
  const isStored = mayStore && !t.results.has(call) && functionsOf(t.ev, call.callee).length === 0;
  return isStored ? end('stored', call.arguments) : [];
}

/** `ctx.body = answer` */
function assigned(t: Tracer): AnswerEnd[] {
  return t.ev.index.writesToMember('body').flatMap(({ target, value }) => {
    const holder = unwrap(target.object);
    const isResponse = RESPONDERS.test(
      holder.type === 'Identifier' ? holder.name : (calleeName(holder) ?? ''),
    );
    if (!isResponse) return [];
    const fn = enclosingFunction(target);
    return sourcesOfAnswer(t, value).map(
      (source) => ({ source, kind: 'responded', node: target, fn }) as const,
    );
  });
}

/** The requests of which an expression holds the answer, or a part that is content. */
function sourcesOfAnswer(t: Tracer, expression: Node): readonly CallNode[] {
  const carriers = carriersIn(expression).filter((each) => !describesOnly(t.ev, each));
  const carried = carriers.flatMap((carrier) =>
    t
      .withinFunction(carrier, [])
      .flatMap(({ kind, at, path }) =>
        kind === 'result' && (path.length === 0 || isContentOf(at, path, t.ev)) ? [at.node] : [],
      ),
  );
  return [...new Set(carried)];
}
