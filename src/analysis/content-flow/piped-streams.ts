/**
 * What streams that a file makes are handed where others are piped into them: `stream.pipeThrough(new TransformStream({ transform }))`.
 */
import { calleeName, unwrap } from '../syntax/nodes.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
import { makersOf } from '../values/origins.ts';
import type { ArgumentRead, Origin, Tracer } from './types.ts';

/** Makers of streams that are handed something: of the web, of node. */
const STREAMS = /^(?:Transform|TransformStream|Writable|WritableStream)$/;
/** Their members that get each part of what comes. */
const TAKES_PARTS: ReadonlySet<string> = new Set(['transform', 'write']);
const PIPES = ['pipe', 'pipeThrough', 'pipeTo'];

/**
 * What a member of a stream's options gets as its first argument.
 *
 * @param call that the options are handed to
 * @param member its name
 * @returns undefined where the call makes no such stream, or nothing is piped into it
 */
export function pipedInto(
  t: Tracer,
  call: CallNode,
  member: string,
  { position, path, frame }: ArgumentRead,
): readonly Origin[] | undefined {
  if (call.type !== 'NewExpression' || !STREAMS.test(calleeName(call.callee) ?? '')) return undefined;
  if (!TAKES_PARTS.has(member)) return undefined;
  if (position > 0) return [];
  const part: Path = ['*', ...path];
  const found = PIPES.flatMap((name) => t.ev.index.callsNamed(name)).flatMap((pipe) => {
    const [into] = pipe.arguments;
    const callee = unwrap(pipe.callee);
    if (!into || callee.type !== 'MemberExpression' || !isMadeBy(t, into, call)) return [];
    return t.trace(callee.object, part, frame);
  });
  return found.length > 0 ? found : undefined;
}

function isMadeBy(t: Tracer, stream: Node, call: CallNode): boolean {
  return t.ev.answers(stream, []).some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return unwrap(answer.node) === call;
    return makersOf(answer.value.api).some(({ node }) => node === call);
  });
}
