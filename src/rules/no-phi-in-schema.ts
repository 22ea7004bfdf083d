import type { SchemaValue } from '../analysis/requests/request-schemas.ts';
import { isUnseen, SCHEMA_CACHE, schemaVerdict } from '../policy/schema-values.ts';
import type { SchemaPolicy } from '../policy/schema-values.ts';
import { exempt, finding, orElse, pass, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { SourceCode } from './define/file.ts';
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
      identifying: `A schema of \`{{call}}\` holds {{kind}} ({{keyword}}), and ${SCHEMA_CACHE.kept}. Take the value out, and send it in a message where the request needs it.`,
      dynamic: `A schema of \`{{call}}\` is built from run-time values ({{keyword}}), and ${SCHEMA_CACHE.kept}. Use fixed values, and send data in a message.`,
    },
  },
  *assess({ analysis, sourceCode, subjectOf }, policy) {
    for (const { site, values, state } of analysis.schemas()) {
      const subject = subjectOf(site.node, 'call site');
      const isHidden = state === 'hidden' || values.some(isUnseen);
      yield* orElse(
        values.flatMap((value) => assessValue(sourceCode, subject, value, policy) ?? []),
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
  sourceCode: SourceCode,
  subject: Subject,
  value: SchemaValue,
  { dynamic }: SchemaPolicy,
): Assessment<Ids> | undefined {
  const { node: at, keyword, site } = value;
  const verdict = schemaVerdict(value);
  if (verdict?.id === 'dynamic' && dynamic === 'ignore') return exempt(subject, 'option', { at });
  const kind = verdict?.id === 'identifying' ? verdict.kind : '';
  const data = { call: callName(sourceCode, site.node), kind, keyword };
  return verdict && finding(subject, verdict.id, { at, data });
}
