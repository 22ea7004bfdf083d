/**
 * Code that runs by itself, for nobody who asks: jobs, scripts.
 */
import { functionsAround, wrapped } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import { writtenPath } from '../syntax/written-names.ts';

const RUNS_IT = /cron|every|interval|job|repeat|schedul|worker/i;
const FILES =
  /(?:^|[/\\._-])(?:bin|cli|cron|jobs?|schedul\w*|scripts?|seeds?|tasks?|workers?)(?:[/\\._-]|$)/i;

/**
 * True for a piece of a job or a script, by what its functions are handed to and by the name of its file.
 *
 * @param path of the file, below its package
 */
export function runsUnasked(piece: Node, path: string): boolean {
  const around = functionsAround(piece);
  if (around.length === 0 || FILES.test(path)) return true;
  return around.some((fn) => {
    const call = wrapped(fn).parent;
    return (
      (call?.type === 'CallExpression' || call?.type === 'NewExpression') &&
      RUNS_IT.test(writtenPath(call.callee))
    );
  });
}
