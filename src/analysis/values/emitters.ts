/**
 * Emitters of events: who listens to what is emitted, and what is emitted for who listens, in whatever module of the project.
 */
import { isClass, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';
import { ownerOfThis } from './class-members.ts';
import { functionsOf } from './functions.ts';
import { rootOfApi } from './origins.ts';

const LISTENS = ['addListener', 'on', 'once', 'prependListener'];
const EMITTERS = /^(?:node:)?events$|^(?:emittery|eventemitter2|eventemitter3|mitt|nanoevents|tiny-emitter)$/;

/** The functions that listen to what a call emits; undefined where it emits nothing, or nothing is known of who listens. */
export function listenersOf(ev: Evaluator, emit: CallNode): readonly FunctionNode[] | undefined {
  const listening = counterparts(ev, emit, ['emit'], LISTENS);
  return listening?.flatMap(({ arguments: [, listener] }) =>
    listener ? functionsOf(ev, listener).map(({ node }) => node) : [],
  );
}

/** The calls that emit what a call listens to. */
export function emissionsOf(ev: Evaluator, on: CallNode): readonly CallNode[] {
  return counterparts(ev, on, LISTENS, ['emit']) ?? [];
}

/** The calls of other methods on the same emitter, for the same event; undefined where there are none. */
function counterparts(
  ev: Evaluator,
  call: CallNode,
  own: readonly string[],
  others: readonly string[],
): readonly CallNode[] | undefined {
  const event = eventOf(call);
  const emitter = event === undefined ? undefined : emitterOf(ev, call, own);
  if (!emitter) return undefined;
  const file = ev.index.indexOf(emitter.made ?? emitter.owner ?? call);
  const files = new Set<SyntaxIndex>([
    file,
    ...ev.files(),
    ...others.flatMap((name) => ev.usersOf(file, name, 'called') ?? []),
  ]);
  const found = [...files].flatMap((each) =>
    others
      .flatMap((name) => each.callsNamed(name))
      .filter((other) => eventOf(other) === event && isSame(emitterOf(ev, other, others), emitter)),
  );
  return found.length > 0 ? found : undefined;
}

function eventOf({ arguments: [first] }: CallNode): string | undefined {
  return first && literalText(first);
}

/** What a method is called on: what makes it, and the class that it is of; of `this` the class alone. */
interface Emitter {
  readonly made: Node | undefined;
  readonly owner: ClassNode | undefined;
}

/** One and the same, or one of which the class says `this`. */
function isSame(a: Emitter | undefined, b: Emitter): boolean {
  if (!a) return false;
  if (a.made && b.made) return a.made === b.made;
  return a.owner !== undefined && a.owner === b.owner;
}

/** The emitter that a method is called on. */
function emitterOf(ev: Evaluator, call: CallNode, methods: readonly string[]): Emitter | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !methods.includes(writtenKey(callee) ?? '')) return undefined;
  if (unwrap(callee.object).type === 'ThisExpression') {
    const owner = ownerOfThis(ev, callee);
    return owner && isClass(owner) && owner.superClass ? { made: undefined, owner } : undefined;
  }
  for (const answer of ev.answers(callee.object, [])) {
    if (answer.kind !== 'known') continue;
    const { value } = answer;
    if (value.kind === 'instance') return { made: value.node, owner: value.of };
    if (value.kind !== 'api' || !/^(?:call|new)$/.test(value.api.step.kind)) continue;
    const root = rootOfApi(value.api);
    if (root.kind === 'module' && EMITTERS.test(root.source) && 'node' in value.api.step)
      return { made: value.api.step.node, owner: undefined };
  }
  return undefined;
}
