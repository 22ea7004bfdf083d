/**
 * What a call hands to a function of another module that makes a client of it: `makeClient('https://llm.example.org')`. Where the
 * client is made its options are parameters; what stands for them is told where it is written.
 */
import { findSdkCalls } from '../clients/sdk-calls.ts';
import { findClients } from '../clients/client.ts';
import type { ClientHere } from '../clients/client.ts';
import { functionsBehind } from '../sites/functions-behind.ts';
import { mayLeadOut } from '../sites/leading-out.ts';
import { contains, isClass, rootOf, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, CallNode, Frame } from '../syntax/types.ts';
import { specifierOf } from '../syntax/variables.ts';
import { isConstructor } from '../values/class-members.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import type { OwnFunction } from '../values/functions.ts';
import { requestParams } from '../values/object-view.ts';

/** A client that a function of another module makes for a call of the asking file. */
export interface HandedOptions {
  readonly call: CallNode;
  readonly client: ClientHere;
  /** What of its options the call hands in, at a path of one of its arguments: answers that stand in the asking file. */
  readonly given: (path: string, argument?: number) => readonly Answer[];
}

/** How many functions are looked into from one another. */
const MAX_FUNCTIONS = 3;
/** Clients that one call may lead to. */
const MAX_CLIENTS = 8;

const memory = new WeakMap<Evaluator, readonly HandedOptions[]>();

/** Every such client of the asking file, in source order. Empty where it imports no module that may make one. */
export function handedOptions(ev: Evaluator): readonly HandedOptions[] {
  if (!ev.leadsToRequests) return [];
  let found = memory.get(ev);
  if (!found) {
    memory.set(ev, []);
    found = ev.payingFor('modules', () =>
      ev.index.calls.flatMap((call) =>
        call.arguments.length > 0 && (mayLeadOut(ev, call) || mayConstruct(ev, call))
          ? clientsBehind(ev, call)
          : [],
      ),
    );
    memory.set(ev, found);
  }
  return found;
}

/** `new Assistant(…)` of a class of another module. */
function mayConstruct(ev: Evaluator, call: CallNode): boolean {
  const root = rootOf(unwrap(call.callee));
  const source = call.type === 'NewExpression' ? specifierOf(ev.index, root) : undefined;
  return source !== undefined && ev.mayAskAt(source, root) && ev.moduleAt(source, root) !== undefined;
}

function clientsBehind(ev: Evaluator, call: CallNode): HandedOptions[] {
  const found: HandedOptions[] = [];
  for (const frame of functionsBehind(ev, call, MAX_FUNCTIONS, (at, within) => entered(ev, at, within))) {
    for (const client of clientsIn(ev, ev.index.indexOf(frame.fn)))
      if (contains(frame.fn, client.call)) found.push(handed(ev, call, client, frame));
    if (found.length >= MAX_CLIENTS) break;
  }
  return found;
}

/** The functions that a call enters; of a class, its constructor. */
function entered(ev: Evaluator, call: CallNode, frame: Frame | undefined): readonly OwnFunction[] {
  if (call.type !== 'NewExpression') return functionsOf(ev, call.callee, frame);
  return ev.answers(call.callee, [], frame).flatMap((answer): OwnFunction[] => {
    if (answer.kind !== 'known' || answer.value.kind !== 'class' || !isClass(answer.value.node)) return [];
    const maker = answer.value.node.body.body.find(isConstructor)?.value;
    return maker?.type === 'FunctionExpression' ? [{ node: maker, frame: undefined }] : [];
  });
}

const clientsOfFiles = new WeakMap<Evaluator, Map<SyntaxIndex, readonly ClientHere[]>>();

function clientsIn(ev: Evaluator, file: SyntaxIndex): readonly ClientHere[] {
  let byFile = clientsOfFiles.get(ev);
  if (!byFile) clientsOfFiles.set(ev, (byFile = new Map<SyntaxIndex, readonly ClientHere[]>()));
  let found = byFile.get(file);
  if (!found)
    byFile.set(file, (found = findClients(ev, findSdkCalls(ev, file)).filter(({ makes }) => makes)));
  return found;
}

function handed(ev: Evaluator, call: CallNode, client: ClientHere, frame: Frame): HandedOptions {
  const isHere = ({ node, elsewhere }: Answer): boolean =>
    elsewhere === undefined && ev.index.indexOf(node) === ev.index;
  return {
    call,
    client,
    given(path, argument = 0) {
      const options = client.call.arguments[argument];
      if (!options || options.type === 'SpreadElement') return [];
      return requestParams(ev, [{ node: options, frame, path: [] }], call)
        .get(path)
        .filter(isHere);
    },
  };
}
