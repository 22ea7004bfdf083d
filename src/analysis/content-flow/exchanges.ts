/**
 * What of a request and its answer is content, in the hands of a function that an HTTP client calls.
 */
import type { Handed } from '../sdk-surface/http-hooks.ts';
import type { Path } from '../syntax/types.ts';
import { ASKED, FAILED, leftOut } from './path-steps.ts';
import type { Origin, ResultSource } from './types.ts';

/** Members of a request that are its body. */
const SENT = /^(?:body|data|form|formData|input|json|payload|text)(?:\(|$)/;
/** Members of an answer that are its body. */
const GIVEN = /^(?:_?data|arrayBuffer|blob|body|bytes|json|output|rawBody|text)(?:\(|$)/;
/** Members of an answer, or of an error, that are the request. */
const REQUESTS = /^(?:args|config|init|input|options|req|request)$/;
const ANSWERS = /^(?:res|response|result)$/;

/** What stands at a path of what such a function is handed; empty for what describes it. */
export function exchanged(source: ResultSource, handed: Handed, path: Path): readonly Origin[] {
  const found = placeOf(handed, path);
  return found ? [{ kind: 'result', at: source, path: found }] : [];
}

function placeOf(handed: Handed, path: Path): Path | undefined {
  const [key, ...rest] = path;
  if (key === 'clone()') return placeOf(handed, rest);
  switch (handed) {
    case 'body':
      return [ASKED, 'body', ...path];
    case 'answer':
      return ['body', ...path];
    case 'config':
      return bodyAt(path, SENT, [ASKED]);
    case 'request':
      return key === undefined ? undefined : bodyAt(path, SENT, [ASKED]);
    case 'reply':
    case 'response':
      if (key === undefined) return handed === 'reply' ? ['body'] : undefined;
      return REQUESTS.test(key) ? placeOf('config', rest) : bodyAt(path, GIVEN, []);
    case 'error':
      if (key === undefined || key === 'toJSON()') return [FAILED];
      if (key === 'cause') return placeOf('error', rest);
      return ANSWERS.test(key) ? placeOf('reply', rest) : placeOfMember(key, path);
    case 'exchange':
      if (key === undefined) return [ASKED, 'body'];
      if (key === 'error') return placeOf('error', rest);
      // The request of `fetch` does not show its body.
      if (ANSWERS.test(key)) return placeOf('reply', rest);
      return key === 'request' && rest.length === 0 ? undefined : placeOfMember(key, path);
  }
}

/** The request as a member of something, or the body of the answer. */
function placeOfMember(key: string, path: Path): Path | undefined {
  return REQUESTS.test(key) ? placeOf('config', path.slice(1)) : bodyAt(path, GIVEN, []);
}

/** The body, where the path leads into it, or to all of which it is a part. */
function bodyAt([key, ...rest]: Path, body: RegExp, before: Path): Path | undefined {
  if (key === undefined || key === '*') return [...before, 'body'];
  const without = leftOut(key);
  if (without) return without.some((name) => body.test(name)) ? undefined : [...before, 'body'];
  return body.test(key) ? [...before, 'body', ...rest] : undefined;
}
