import { today } from '../declared/package-marker.ts';
import type { PackageMarker } from '../declared/package-marker.ts';
import { NAMESPACE } from '../meta.ts';
import {
  askedOf,
  ATTESTATION_NAMES,
  coversProvider,
  declarationVerdicts,
  MARKS,
} from '../policy/attestations.ts';
import type {
  AttestationFault,
  AttestationName,
  DeclarationVerdict,
  Declaring,
} from '../policy/attestations.ts';
import { declarationFault, marksNamed } from './define/declaration-wording.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { missingGateways } from './define/declared-exports.ts';
import { hasManifest } from './define/manifest.ts';
import type { ManifestFile } from './define/manifest.ts';
import { choice, listOf, optionsOf } from './define/options.ts';
import { declarationsOf, missingTogether } from './define/package-facts.ts';
import type { AttestationOptions, Declarations } from './define/package-facts.ts';
import { createRule } from './define/rule.ts';
import { callName, MARKER, nameOf, oneOf } from './define/wording.ts';

type Ids =
  | AttestationFault
  | 'declare'
  | 'marker'
  | 'noGateway'
  | 'otherProvider'
  | 'settingsOnly'
  | 'unjudged'
  | 'unmark'
  | 'unmarked'
  | 'unused';

export default createRule<Ids, AttestationOptions>({
  name: 'require-attestation',
  subjects: ['package', 'setting'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Require packages to declare the agreements that their requests to Claude rest on',
      cwe: [],
    },
    hasSuggestions: true,
    schema: optionsOf({
      required: listOf(
        ATTESTATION_NAMES,
        'What every such package has to declare, beside `baa` where it is marked `hipaa` and `zdr` where it is marked `zdr`. Empty: nothing at all.',
      ),
      when: choice('Whether marked packages are asked, or every package that reaches Claude.', [
        'marked',
        'always',
      ]),
    }),
    defaultOptions: [{ when: 'marked' }],
    messages: {
      missing: '{{key}} is not declared. Declare its reference and last day.',
      noExpiry: '{{key}} has no "expires". Add its last day.',
      invalidDate: '{{key}}.expires is {{day}}. Write it as "2027-01-31".',
      expired: '{{key}} ended on {{day}}. Renew it.',
      unmarked: '{{by}} Claude, and nothing is declared. Add "{{namespace}}".',
      unused: 'This package is marked {{marks}}, and nothing in it reaches Claude. Take the mark away.',
      settingsOnly:
        '{{marks}} is marked in settings alone. Move the mark to "{{namespace}}" in package.json.',
      noGateway:
        'The marker declares the gateway `{{name}}`, which no source here exports. Name one that is there.',
      otherProvider: '`{{call}}` sends to {{to}}, and {{key}} is with {{with}}. Declare one with {{to}}.',
      declare: 'Declare it; then fill it in.',
      unmark: 'Set the mark to false.',
      ...MARKER,
    },
  },
  *assess(file, options) {
    // The package is at fault, not the request, and package.json is where that is said.
    const [first] = file.requests;
    const reading = first && file.marker();
    if (!reading || 'problem' in reading) return;
    const { marker } = reading;
    const subject: Subject = { kind: 'package', at: first.at };
    const marks = MARKS.filter((mark) => file.isUnder(mark));
    const elsewhere = hasManifest(file.filename, reading)
      ? ({ saidElsewhere: 'in package.json' } as const)
      : {};
    for (const verdict of declarationVerdicts({ declared: marker, marks, ...asked(options) }, today())) {
      const fault = declarationFault(verdict, 'This file reaches');
      if (verdict.kind === 'exempt') yield exempt(subject, verdict.why);
      else if (!fault) yield pass(subject);
      else
        yield finding(subject, fault.id, {
          data: fault.data,
          once: [`${fault.id} ${fault.name}`],
          ...elsewhere,
        });
    }
    if (marker) yield* assessProviders(file, marker, askedOf(options.required, marker));
  },
  *assessManifest(file, options) {
    const { reading, package: subject } = file;
    if ('problem' in reading) return;
    for (const name of missingGateways(file))
      yield finding<Ids>(subject, 'noGateway', {
        at: file.placeOf([NAMESPACE, 'gateways', name]),
        data: { name: nameOf(name) },
      });
    const asked = declarationsOf(file, options);
    if ('why' in asked) {
      yield exempt(subject, asked.why);
      return;
    }
    for (const verdict of asked.verdicts) {
      if (verdict.kind === 'exempt') yield exempt(subject, verdict.why);
      else yield declared(file, verdict, asked);
    }
    yield* assessUse(file, asked.marks);
  },
});

const asked = ({ required, when }: AttestationOptions): Pick<Declaring, 'required' | 'when'> => ({
  required,
  when,
});

/** What a package.json declares, judged where it does. */
function declared(
  file: ManifestFile,
  verdict: DeclarationVerdict,
  { isMarked, reached }: Exclude<Declarations, { readonly why: unknown }>,
): Assessment<Ids> {
  const isDependency = reached?.kind === 'dependency';
  const fault = declarationFault(
    verdict,
    isDependency ? `\`${nameOf(reached.by.name)}\` reaches` : 'Its code reaches',
  );
  if (!fault) return pass(file.package);
  const { id, name, data, keys, writes } = fault;
  const outside = isDependency ? reached.by.keys : ['name'];
  const value = id === 'unmarked' ? withTheRest(file, writes.value) : writes.value;
  const edit = file.write([NAMESPACE, ...writes.keys], value);
  return finding<Ids>(file.package, id, {
    at: file.placeOf(isMarked ? [NAMESPACE, ...keys] : outside),
    data,
    suggest: suggested<Ids>('declare', {}, edit),
    once: [`${id} ${name}`],
    certainty: reached?.kind === 'sources' ? 'by name' : 'shown',
  });
}

/** The skeleton of a marker, with what other rules ask for beside agreements. */
function withTheRest(file: ManifestFile, skeleton: unknown): unknown {
  const { list, label } = missingTogether(file);
  if (typeof skeleton !== 'object' || skeleton === null) return skeleton;
  return {
    ...skeleton,
    ...(list && { approved: { models: [] } }),
    ...(label && { dataClassification: 'TODO' }),
  };
}

/** A mark in a package that does not reach Claude vouches for nothing. */
function* assessUse(file: ManifestFile, marks: readonly string[]): Generator<Assessment<Ids>> {
  const { reading, isRoot, package: subject } = file;
  const own = MARKS.filter(
    (mark) => 'marker' in reading && reading.marker?.[mark] === true && marks.includes(mark),
  );
  const [first] = own;
  if (first === undefined || isRoot) return;
  const { kind } = file.reaching();
  if (kind === 'unknown') yield unknown(subject, 'not shown');
  if (kind !== 'nothing') return;
  const suggest = own.length > 1 ? [] : suggested<Ids>('unmark', {}, file.write([NAMESPACE, first], false));
  const said = { at: file.placeOf([NAMESPACE, first]), data: { marks: marksNamed(own) }, suggest } as const;
  yield finding<Ids>(subject, 'unused', { ...said, certainty: 'by name' });
}

/** An agreement with one party is none with another. */
function* assessProviders(
  file: CodeFile,
  { attestations = {} }: PackageMarker,
  asked: readonly AttestationName[],
): Generator<Assessment<Ids>> {
  for (const name of asked) {
    const { provider } = attestations[name] ?? {};
    if (provider === undefined) continue;
    const parties = [provider].flat();
    for (const { site, at } of file.requests) {
      const { platform } = site;
      const subject: Subject = { kind: 'setting', at };
      const covers = coversProvider(parties, platform);
      const said = { call: callName(site.node), to: platform, with: oneOf(parties), key: name };
      if (covers === undefined) yield unknown(subject, 'not shown');
      else if (covers) yield pass(subject);
      else yield finding(subject, 'otherProvider', { data: said, once: [`${name} ${said.to}`] });
    }
  }
}
