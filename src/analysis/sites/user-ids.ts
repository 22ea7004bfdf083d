/**
 * The id of the end user that a request carries, in each SDK's spelling.
 */
import type { CallSite } from '../requests/call-site.ts';
import { callPathsOf, pathsOf } from '../sdk-surface/index.ts';
import type { Answer, Frame, Node, Unknown } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { RequestParams } from '../values/object-view.ts';
import { isMadeOfHanded } from './decided-here.ts';
import { isHandedSite } from './handed-sites.ts';

/** In the API's own spelling. */
const USER_ID = 'metadata.user_id';

export interface UserId {
  /** As the SDK spells it. */
  readonly path: string;
  /** The expression that is written there, or where it comes into the file; undefined where a function of another module writes it. */
  readonly node: Node | undefined;
  /** The expression itself, in whichever file. */
  readonly value: Node;
  /** What the functions around it were called with. */
  readonly frame: Frame | undefined;
}

/** The user ids of one request. */
export interface UserIds {
  /** Those that are written in the file. */
  readonly written: readonly UserId[];
  /** Why there may be one that is not; undefined where there is none. */
  readonly hidden: Unknown | undefined;
}

/** Reads the user ids of a request of the file, or of one that another module makes for it. */
export function userIdsOf(ev: Evaluator, site: CallSite): UserIds {
  const { operation, params, perCall } = site;
  // LangChain's own `metadata` goes to its tracers, not to the API.
  const isSent = (path: string): boolean =>
    operation.sdk !== 'langchain' || path.startsWith('invocationKwargs.');
  const found = [
    ...pathsOf(operation, USER_ID).map((path) => ({ path, views: [viewOf(ev, site)] })),
    ...callPathsOf(operation, USER_ID).map((path) => ({ path, views: perCall })),
  ].flatMap(({ path, views }) =>
    isSent(path) ? views.flatMap((view) => view.get(path).map((answer) => ({ path, answer }))) : [],
  );
  return {
    written: found.flatMap(({ path, answer }): readonly UserId[] => {
      const node = writtenAt(answer);
      if (!node) return [];
      const { index } = ev;
      const isHere = index.indexOf(node) === index;
      const value =
        (answer.kind === 'absent' ? undefined : answer.property?.value) ?? thereOf(answer) ?? node;
      const frame = index.indexOf(value) === index ? undefined : params.roots[0]?.frame;
      return [{ path: path.replaceAll('[*]', '[]'), node: isHere ? node : undefined, value, frame }];
    }),
    hidden: found.map(({ answer }) => answer).find(isHidden),
  };
}

/** Of a request that another module makes, what is put together there of what the call hands in. */
function viewOf(ev: Evaluator, site: CallSite): Pick<RequestParams, 'get'> {
  if (!isHandedSite(site)) return site.params;
  const { params, request } = site;
  return {
    get(path) {
      const own = params.get(path);
      return own.length > 0 ? own : request.params.get(path).filter((answer) => isMadeOfHanded(ev, answer));
    },
  };
}

function writtenAt(answer: Answer): Node | undefined {
  if (answer.kind === 'absent') return undefined;
  return answer.property?.value ?? (answer.kind === 'known' || answer.isWritten ? answer.node : undefined);
}

/** What is written in another file. */
function thereOf(answer: Answer): Node | undefined {
  return answer.kind === 'absent' ? undefined : (answer.writtenThere ?? answer.elsewhere);
}

function isHidden(answer: Answer): answer is Unknown {
  return answer.kind === 'unknown' && answer.property === undefined && !answer.isWritten;
}
