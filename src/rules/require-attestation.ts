import { relative } from 'node:path';
import { createRule } from './define/rule.ts';
import { NAMESPACE } from '../meta.ts';
import { isUnder, readMarker, today } from '../declared/package-marker.ts';
import { attestationFault, ATTESTATION_NAMES, ATTESTATIONS, requiredBy } from '../policy/attestations.ts';
import type { AttestationName } from '../policy/attestations.ts';
import { fileStart } from './define/wording.ts';

/** Options of the rule. */
export interface AttestationOptions {
  readonly required?: readonly AttestationName[];
}

const MARKS = ['hipaa', 'zdr'] as const;
const EXAMPLE = '{ "reference": "…", "expires": "YYYY-MM-DD" }';

export default createRule({
  name: 'require-attestation',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require marked packages to declare the agreements that their requests rest on',
      cwe: [],
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          required: {
            type: 'array',
            description:
              'What every marked package has to declare. Left out: `baa`, where the package is marked `hipaa`.',
            items: { type: 'string', enum: ATTESTATION_NAMES },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{}] as readonly [AttestationOptions],
    messages: {
      missing:
        'This package is marked {{marks}}, and {{key}} in {{file}} is missing, so no {{what}} stands behind its requests. Declare it as {{example}}, or take the mark away (declared, not checked).',
      noExpiry:
        '{{key}} in {{file}} has no "expires", so nobody notices when the {{what}} ends. Add the last day, as in "expires": "2027-01-31".',
      invalidDate:
        '{{key}}.expires in {{file}} is {{day}}, which is no day of the calendar. Write it as in "2027-01-31".',
      expired:
        '{{key}} in {{file}} ended on {{day}}, so no {{what}} stands behind the requests of this package. Renew it and change "expires" (declared, not checked).',
      settingsOnly:
        'This package is marked {{marks}} in settings alone, where no attestation can stand. Move the mark to "{{namespace}}" in {{file}}.',
      marker: '{{problem}}. Until it is mended, this rule does not know what the package declares.',
    },
  },
  check(context, [{ required }], { callSites }, settings) {
    // The package is at fault, not the request; one place in each file that sends is enough to see it.
    const [first] = callSites;
    if (!first) return;
    const node = first.node.callee;
    const reading = readMarker(context.filename);
    if ('problem' in reading) {
      context.report({
        ...fileStart(context.sourceCode),
        messageId: 'marker',
        data: { problem: reading.problem },
      });
      return;
    }
    const { marker, path } = reading;
    const file = path === undefined ? 'package.json' : relative(context.cwd, path).replaceAll('\\', '/');
    const marks = MARKS.filter((mark) => isUnder(mark, reading, settings));
    const own = marks.filter((mark) => marker?.[mark] === true);
    const elsewhere = marks.filter((mark) => !own.includes(mark));
    const shown = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' and ');
    if (elsewhere.length > 0) {
      context.report({
        node,
        messageId: 'settingsOnly',
        data: { marks: shown(elsewhere), file, namespace: NAMESPACE },
      });
    }
    if (own.length === 0) return;
    const asked = required ?? requiredBy(own);
    for (const name of ATTESTATION_NAMES) {
      const declared = marker?.attestations?.[name];
      const fault = declared || asked.includes(name) ? attestationFault(declared, today()) : undefined;
      if (!fault) continue;
      context.report({
        node,
        messageId: fault,
        data: {
          marks: shown(own),
          key: `"${NAMESPACE}".attestations.${name}`,
          file,
          what: ATTESTATIONS[name],
          day:
            fault === 'invalidDate'
              ? JSON.stringify(declared?.expires?.slice(0, 24))
              : (declared?.expires ?? ''),
          example: EXAMPLE,
        },
      });
    }
  },
});
