/**
 * Workers of a queue that a file makes with a function of another module, and what it is told of their jobs:
 * `new Worker('notes', process).on('completed', (job, result) => …)`.
 */
import type { CallSite } from '../requests/call-site.ts';
import { sitesRunBy } from '../sites/inherited-sites.ts';
import { calleeName, unwrap } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { makersOf } from '../values/origins.ts';
import { patternSteps } from '../values/patterns.ts';
import type { ArgumentRead, Origin, Tracer } from './types.ts';

/** Events of a worker whose listeners are handed the job first, with what is handed to them beside it. */
const OF_JOBS: Readonly<Record<string, 'answer' | 'other'>> = {
  active: 'other',
  completed: 'answer',
  failed: 'other',
  progress: 'other',
};

/** The requests that the file's workers make in functions of other modules, each seen from where it stands. */
export function sitesOfWorkers(ev: Evaluator): readonly CallSite[] {
  if (!ev.leadsOut) return [];
  return ev.index
    .callsNamed('Worker')
    .flatMap((call) => processorsOf(ev, call))
    .filter((fn) => ev.index.indexOf(fn) !== ev.index)
    .flatMap((fn) => sitesRunBy(ev, fn));
}

/** What is done with each job of a worker. */
function processorsOf(ev: Evaluator, { arguments: [, processor] }: CallNode): readonly FunctionNode[] {
  return processor ? functionsOf(ev, processor).map(({ node }) => node) : [];
}

/**
 * What a listener of a worker is handed: the job as the worker's function had it, and what that gave back.
 *
 * @returns undefined where it listens to something else
 */
export function handedByWorker(
  t: Tracer,
  worker: Node,
  event: string,
  { position, path }: ArgumentRead,
): readonly Origin[] | undefined {
  const beside = OF_JOBS[event];
  const processors =
    beside === undefined ? [] : workersBehind(t.ev, worker).flatMap((call) => processorsOf(t.ev, call));
  if (processors.length === 0) return undefined;
  const [first = '', ...rest] = path;
  if (position === 1 && beside === 'answer') return processors.flatMap((fn) => answersOf(t, fn, path));
  if (position > 0) return undefined;
  return processors.flatMap((fn) => (first === 'returnvalue' ? answersOf(t, fn, rest) : jobsOf(fn, path)));
}

/** What makes the worker that a method is called on. */
function workersBehind(ev: Evaluator, worker: Node): readonly CallNode[] {
  return ev.answers(worker, []).flatMap((answer) => {
    if (answer.kind !== 'known') return [];
    const { value } = answer;
    const makers = value.kind === 'api' ? makersOf(value.api).map(({ node }) => node) : [unwrap(answer.node)];
    return makers.flatMap((node) =>
      node.type === 'NewExpression' && calleeName(node.callee) === 'Worker' ? [node] : [],
    );
  });
}

function answersOf(t: Tracer, fn: FunctionNode, path: Path): readonly Origin[] {
  return t.ev.index.returnsOf(fn).flatMap((returned) => (returned ? t.trace(returned, path) : []));
}

function jobsOf(fn: FunctionNode, path: Path): readonly Origin[] {
  const [job] = fn.params;
  return job ? [{ kind: 'parameter', at: patternSteps(job).root, path }] : [];
}
