/**
 * The id of the end user that a request carries, in each SDK's spelling.
 */
import type { CallSite } from './call-site.ts';
import { callPathsOf, pathsOf } from '../sdk-surface/index.ts';
import type { Answer, Node } from '../syntax/types.ts';

/** In the API's own spelling. */
const USER_ID = 'metadata.user_id';

export interface UserId {
  readonly site: CallSite;
  /** As the SDK spells it. */
  readonly path: string;
  /** The expression that is written there. */
  readonly node: Node;
}

/** Every user id of the file's requests that is written in the file. */
export function userIdsOf(callSites: readonly CallSite[]): UserId[] {
  return callSites.flatMap((site) => {
    const { operation, params, perCall } = site;
    const paths = pathsOf(operation, USER_ID).filter(isSent);
    const callPaths = callPathsOf(operation, USER_ID).filter(isSent);
    return [
      ...paths.flatMap((path) => params.get(path).flatMap((answer) => found(site, path, answer))),
      ...callPaths.flatMap((path) =>
        perCall.flatMap((options) => options.get(path).flatMap((answer) => found(site, path, answer))),
      ),
    ];

    // LangChain's own `metadata` goes to its tracers, not to the API.
    function isSent(path: string): boolean {
      return operation.sdk !== 'langchain' || path.startsWith('invocationKwargs.');
    }
  });
}

function found(site: CallSite, path: string, answer: Answer): UserId[] {
  if (answer.kind === 'absent') return [];
  const node = answer.property?.value ?? (answer.kind === 'known' ? answer.node : undefined);
  return node ? [{ site, path: path.replaceAll('[*]', '[]'), node }] : [];
}
