import { identifierInUserId } from '../policy/identifiers/index.ts';
import { exempt, finding, pass, unknown } from './define/assessment.ts';
import { optionsOf } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName } from './define/wording.ts';

export default createRule({
  name: 'no-identifying-metadata',
  subjects: ['call site'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow names, addresses and numbers of people as the user id of a Claude request',
      cwe: [359, 201],
    },
    schema: optionsOf({}),
    defaultOptions: [{}],
    messages: {
      identifying: '`{{path}}` holds {{kind}}. Send an opaque id.',
    },
  },
  *assess({ analysis, requests, handed }) {
    for (const subject of [...requests, ...handed]) {
      const { written, hidden } = analysis.userIds(subject.site);
      for (const { path, node: at, value, frame } of written) {
        const sources = analysis.sources(value, frame);
        const found = sources.find((source) => identifierInUserId(source) !== undefined);
        const kind = found && identifierInUserId(found);
        const isShown = (found ? [found] : sources).every(({ text }) => text !== undefined);
        const certainty = isShown ? 'shown' : 'by name';
        const data = { call: callName(subject.site.node), path, kind: kind?.title ?? '' };
        yield kind
          ? finding(subject, 'identifying', { at, certainty, data })
          : pass(subject, { at, certainty });
      }
      if (hidden) yield unknown(subject, becauseOf(hidden));
      else if (written.length === 0) yield exempt(subject, 'no user id');
    }
  },
});
