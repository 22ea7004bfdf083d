/**
 * Whether a request names the workspace that it belongs to, and so leaves the one that the client's key belongs to.
 */
import type { CallSite } from './call-site.ts';
import { pathsOf } from '../sdk-surface/index.ts';
import { isNullish } from '../values/answers.ts';
import type { Answer } from '../syntax/types.ts';

/** In the API's own spelling; SDKs send it as the header. */
const FIELD = 'workspace_id';
const HEADERS = ['anthropic-workspace-id', 'Anthropic-Workspace-Id', 'Anthropic-Workspace-ID'];

/** True when the request, its options or its client name a workspace. */
export function namesWorkspace(site: CallSite): boolean {
  const { params, operation, node, client, perCall } = site;
  if (params.hasKey(FIELD) || params.hasKey('workspaceId')) {
    const batch = operation.kind === 'batch' ? ['requests[*].params.workspace_id'] : [];
    const paths = [...pathsOf(operation, FIELD), ...batch, FIELD];
    if (paths.some((path) => [params, ...perCall].some((view) => view.get(path).some(isGiven)))) return true;
  }
  const named = HEADERS.filter((header) => params.hasKey(header));
  return named.some(
    (header) =>
      client?.options.get(`defaultHeaders.${header}`).some(isGiven) === true ||
      node.arguments.some(
        (argument) =>
          argument.type !== 'SpreadElement' && params.below(argument, `headers.${header}`).some(isGiven),
      ),
  );
}

/** Written down, whatever its value. */
function isGiven(answer: Answer): boolean {
  if (answer.kind === 'absent') return false;
  return answer.kind === 'unknown' ? answer.property !== undefined : isNullish(answer) !== true;
}
