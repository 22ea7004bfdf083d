/**
 * What the requests of a file send, request by request: for rules that judge the content itself.
 */
import { visitSent } from '../../analysis/index.ts';
import type { CallSite, SentContent } from '../../analysis/index.ts';
import type { Unknown } from '../../analysis/syntax/types.ts';
import { exempt, pass, unknown } from './assessment.ts';
import type { Assessment, RequestSubject, Subject } from './assessment.ts';
import { isMaker } from './file.ts';
import type { CodeFile } from './file.ts';
import { becauseOf } from './reasons.ts';

/**
 * Assesses everything that requests send, and every request that sends nothing wrong.
 *
 * @param judge what is wrong with the content of one call, said of a request that it can belong to
 */
export function* assessContent<MessageIds extends string>(
  file: CodeFile,
  judge: (content: SentContent, subject: Subject) => Iterable<Assessment<MessageIds>>,
): Generator<Assessment<MessageIds>> {
  const { found, complete } = file.analysis.sent(file.flow);
  const judged = new Set<Subject>();
  const sent = new Map<Subject, SentContent[]>();
  for (const content of found) {
    for (const subject of file.requestsBehind(content.call)) {
      sent.set(subject, [...(sent.get(subject) ?? []), content]);
      for (const each of judge(content, subject)) {
        judged.add(subject);
        yield each;
      }
    }
  }
  for (const subject of file.requests) {
    if (judged.has(subject)) continue;
    yield complete ? withoutFinding(subject, sent.get(subject) ?? []) : unknown(subject, 'followed in part');
  }
}

/** What to say of a request in whose content nothing was found. */
function withoutFinding(subject: RequestSubject, contents: readonly SentContent[]): Assessment<never> {
  const { site } = subject;
  if (isMaker(site) && contents.every(({ call }) => call === site.node))
    return unknown(subject, 'not asked here');
  const hidden = hiddenContent(site);
  if (hidden) return unknown(subject, becauseOf(hidden));
  if (contents.length === 0)
    return site.via === 'http' ? unknown(subject, 'not shown') : exempt(subject, 'no content');
  // What comes from elsewhere passes because of what it is called.
  return pass(subject, { certainty: contents.every(isFixed) ? 'shown' : 'by name' });
}

/** Why a part of the request may be content that this file does not show. */
function hiddenContent({ params }: CallSite): Unknown | undefined {
  return [...params.get('messages'), ...params.get('initial_events')].find(
    (answer): answer is Unknown => answer.kind === 'unknown' && answer.property === undefined,
  );
}

/** Everything in it is written in the source. */
function isFixed(content: SentContent): boolean {
  let fixed = true;
  visitSent(content, true, (part) => {
    // What a redactor gives, and what has no known insides, ends the way without an origin.
    const isEnd =
      part.parts.size === 0 &&
      !/^(?:Literal|TemplateLiteral|ArrayExpression|ObjectExpression)$/.test(part.node.type);
    fixed &&= part.origins.length === 0 && !isEnd;
    return fixed || undefined;
  });
  return fixed;
}
