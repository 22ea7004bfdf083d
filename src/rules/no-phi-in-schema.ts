import type { SchemaValue } from '../analysis/requests/request-schemas.ts';
import { isUnseen, runTimeIdentifier, schemaVerdict } from '../policy/schema-values.ts';
import type { SchemaPolicy } from '../policy/schema-values.ts';
import { exempt, finding, orElse, pass, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import { choice, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName } from './define/wording.ts';

type Ids = 'dynamic' | 'identifying';

export default createRule<Ids, SchemaPolicy>({
  name: 'no-phi-in-schema',
  subjects: ['call site'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow run-time and identifying values in the schemas of Claude requests',
      cwe: [524, 359, 212],
    },
    schema: optionsOf({
      dynamic: choice('Whether to report schemas that are built from run-time values.'),
    }),
    defaultOptions: [{ dynamic: 'report' }],
    messages: {
      identifying: 'A schema of `{{call}}` holds {{kind}} ({{keyword}}). Move it into a message.',
      dynamic: 'A schema of `{{call}}` has run-time values ({{keyword}}). Move them into a message.',
    },
  },
  *assess({ analysis, subjectOf }, policy) {
    for (const { site, values, state } of analysis.schemas()) {
      const subject = subjectOf(site.node, 'call site');
      const isHidden = state === 'hidden' || values.some(isUnseen);
      yield* orElse(
        values.flatMap((value) => assessValue(subject, value, policy) ?? []),
        () => {
          if (isHidden) return undefined;
          return state === 'none' ? exempt(subject, 'no schema') : pass(subject);
        },
      );
      if (isHidden) yield unknown(subject, 'not shown');
    }
  },
});

/** What is wrong with a value of a schema; undefined where nothing is. */
function assessValue(
  subject: Subject,
  value: SchemaValue,
  { dynamic }: SchemaPolicy,
): Assessment<Ids> | undefined {
  const { node: at, keyword, site } = value;
  const verdict = schemaVerdict(value);
  const said = { call: callName(site.node), keyword };
  if (verdict?.id === 'dynamic' && dynamic === 'ignore') {
    const kind = runTimeIdentifier(value);
    return kind === undefined
      ? exempt(subject, 'option', { at })
      : finding(subject, 'identifying', { at, certainty: 'by name', data: { ...said, kind } });
  }
  const kind = verdict?.id === 'identifying' ? verdict.kind : '';
  return verdict && finding(subject, verdict.id, { at, data: { ...said, kind } });
}
