/**
 * The id of the end user that a request carries, in each SDK's spelling.
 */
import type { CallSite } from './call-site.ts';
import { callPathsOf, pathsOf } from '../sdk-surface/index.ts';
import type { Answer, Node, Unknown } from '../syntax/types.ts';

/** In the API's own spelling. */
const USER_ID = 'metadata.user_id';

export interface UserId {
  /** As the SDK spells it. */
  readonly path: string;
  /** The expression that is written there, or where it comes into the file. */
  readonly node: Node;
  /** The expression itself, in whichever file. */
  readonly value: Node;
}

/** The user ids of one request. */
export interface UserIds {
  /** Those that are written in the file. */
  readonly written: readonly UserId[];
  /** Why there may be one that is not; undefined where there is none. */
  readonly hidden: Unknown | undefined;
}

/** Reads the user ids of a request. */
export function userIdsOf({ operation, params, perCall }: CallSite): UserIds {
  // LangChain's own `metadata` goes to its tracers, not to the API.
  const isSent = (path: string): boolean =>
    operation.sdk !== 'langchain' || path.startsWith('invocationKwargs.');
  const answers = [
    ...pathsOf(operation, USER_ID)
      .filter(isSent)
      .flatMap((path) => params.get(path).map((answer) => ({ path, answer }))),
    ...callPathsOf(operation, USER_ID)
      .filter(isSent)
      .flatMap((path) => perCall.flatMap((options) => options.get(path).map((answer) => ({ path, answer })))),
  ];
  return {
    written: answers.flatMap(({ path, answer }) => {
      const node = writtenAt(answer);
      if (!node) return [];
      return [{ path: path.replaceAll('[*]', '[]'), node, value: thereOf(answer) ?? node }];
    }),
    hidden: answers.map(({ answer }) => answer).find(isHidden),
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
