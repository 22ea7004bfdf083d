import { relative } from 'node:path';
import { today } from '../declared/package-marker.ts';
import { NAMESPACE } from '../meta.ts';
import { ATTESTATION_NAMES, ATTESTATIONS, attestationVerdicts, requiredBy } from '../policy/attestations.ts';
import type { AttestationFault, AttestationName, AttestationVerdict } from '../policy/attestations.ts';
import { exempt, finding, pass } from './define/assessment.ts';
import type { Subject } from './define/assessment.ts';
import { listOf, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { MARKER, nameOf, quote } from './define/wording.ts';

/** Options of the rule. */
export interface AttestationOptions {
  readonly required?: readonly AttestationName[];
}

const MARKS = ['hipaa', 'zdr'] as const;

type Ids = AttestationFault | 'marker' | 'settingsOnly' | 'unjudged';

export default createRule<Ids, AttestationOptions>({
  name: 'require-attestation',
  subjects: ['package'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Require marked packages to declare the agreements that their requests rest on',
      cwe: [],
    },
    schema: optionsOf({
      required: listOf(
        ATTESTATION_NAMES,
        'What every marked package has to declare. Left out: `baa`, where the package is marked `hipaa`.',
      ),
    }),
    defaultOptions: [{}],
    messages: {
      missing: '{{key}} is not declared in {{file}}. Declare its reference and last day.',
      noExpiry: '{{key}} in {{file}} has no "expires". Add its last day.',
      invalidDate: '{{key}}.expires in {{file}} is {{day}}. Write it as "2027-01-31".',
      expired: '{{key}} in {{file}} ended on {{day}}. Renew it.',
      settingsOnly: '{{marks}} is marked in settings alone. Move the mark to "{{namespace}}" in {{file}}.',
      ...MARKER,
    },
  },
  *assess(file, { required }) {
    // The package is at fault, not the request; one place in each file that sends is enough to see it.
    const [first] = file.requests;
    const reading = first && file.marker();
    // What is wrong with a broken marker is said where it is read.
    if (!reading || 'problem' in reading) return;
    const subject: Subject = { kind: 'package', at: first.at };
    const { marker, path } = reading;
    const place = nameOf(
      path === undefined ? 'package.json' : relative(file.cwd, path).replaceAll('\\', '/'),
    );
    const marks = MARKS.filter((mark) => file.isUnder(mark));
    const own = marks.filter((mark) => marker?.[mark] === true);
    const elsewhere = marks.filter((mark) => !own.includes(mark));
    if (elsewhere.length > 0) {
      const data = { marks: shown(elsewhere), file: place, namespace: NAMESPACE };
      yield finding(subject, 'settingsOnly', { data });
    }
    if (own.length === 0) {
      if (elsewhere.length === 0) yield exempt(subject, 'not marked');
      return;
    }
    const verdicts = attestationVerdicts(marker?.attestations ?? {}, required ?? requiredBy(own), today());
    for (const verdict of verdicts) {
      const { name, fault } = verdict;
      const data = { marks: shown(own), file: place, ...saidOf(verdict) };
      yield fault ? finding(subject, fault, { data, once: [name] }) : pass(subject);
    }
    if (verdicts.length === 0) yield exempt(subject, 'no attestation');
  },
});

const shown = (marks: readonly string[]): string => marks.map((mark) => `\`${mark}\``).join(' and ');

/** What a message says of a document. */
function saidOf({ name, fault, declared }: AttestationVerdict): Record<'day' | 'key' | 'what', string> {
  const { expires = '' } = declared ?? {};
  return {
    key: `"${NAMESPACE}".attestations.${name}`,
    what: ATTESTATIONS[name],
    day: fault === 'invalidDate' ? `"${quote(expires)}"` : expires,
  };
}
