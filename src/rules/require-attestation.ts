import { isUnder, today } from '../declared/package-marker.ts';
import type { PackageMarker } from '../declared/package-marker.ts';
import { NAMESPACE } from '../meta.ts';
import { askedOf, ATTESTATION_NAMES, attestationVerdicts, coversProvider } from '../policy/attestations.ts';
import type { AttestationFault, AttestationName, AttestationVerdict } from '../policy/attestations.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { hasManifest } from './define/manifest.ts';
import type { ManifestFile } from './define/manifest.ts';
import { choice, listOf, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, MARKER, nameOf, oneOf, quote } from './define/wording.ts';

/** Options of the rule. */
export interface AttestationOptions {
  readonly required?: readonly AttestationName[];
  /** `marked`: packages that are marked. `always`: every package that reaches Claude, but for what its marker says no to. */
  readonly when: 'always' | 'marked';
}

const MARKS = ['hipaa', 'zdr'] as const;

type Ids =
  | AttestationFault
  | 'declare'
  | 'marker'
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
      unmarked: '{{by}} Claude, and this package declares nothing. Add "{{namespace}}".',
      unused: 'This package is marked {{marks}}, and nothing in it reaches Claude. Take the mark away.',
      settingsOnly:
        '{{marks}} is marked in settings alone. Move the mark to "{{namespace}}" in package.json.',
      otherProvider: '`{{call}}` sends to {{to}}, and {{key}} is with {{with}}. Declare one with {{to}}.',
      declare: 'Declare it; then fill in its reference and last day.',
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
    for (const { name, ...each } of declarations({ marker, marks, options, by: 'This file reaches' })) {
      if (each.kind === 'exempt') yield exempt(subject, each.why);
      else if (each.kind === 'pass') yield pass(subject);
      else yield finding(subject, each.id, { data: each.data, once: [`${each.id} ${name}`], ...elsewhere });
    }
    if (marker) yield* assessProviders(file, marker, askedOf(options.required, marker));
  },
  *assessManifest(file, options) {
    const { reading, settings, package: subject } = file;
    if ('problem' in reading) return;
    const { marker = file.inherited } = reading;
    const marks = MARKS.filter((mark) => isUnder(mark, { marker }, settings));
    // What the root declares is asked of the root.
    if (!reading.marker && marker) {
      yield exempt(subject, 'declared by the root');
      return;
    }
    const reached = marker ? undefined : file.reaching();
    if (reached && reached.kind !== 'dependency' && reached.kind !== 'sources' && marks.length === 0) {
      yield exempt(subject, 'no Claude');
      return;
    }
    if (!marker && file.isLibrary) {
      yield exempt(subject, 'library');
      return;
    }
    const by = reached?.kind === 'dependency' ? `\`${nameOf(reached.by.name)}\` reaches` : 'Its code reaches';
    const at = reached?.kind === 'dependency' ? reached.by.keys : ['name'];
    for (const each of declarations({ marker, marks, options, by })) {
      if (each.kind === 'exempt') yield exempt(subject, each.why);
      else if (each.kind === 'pass') yield pass(subject);
      else {
        const place = file.placeOf(marker ? [NAMESPACE, ...each.keys] : at);
        const edit = file.write([NAMESPACE, ...each.writes.keys], each.writes.value);
        const suggest = suggested<Ids>('declare', {}, edit);
        const certainty = reached?.kind === 'sources' ? 'by name' : 'shown';
        const said = {
          at: place,
          data: each.data,
          suggest,
          once: [`${each.id} ${each.name}`],
          certainty,
        } as const;
        yield finding<Ids>(subject, each.id, said);
      }
    }
    yield* assessUse(file, marks);
  },
});

/** What is to be said of what a package declares, whoever says it. */
type Declaration = { readonly name: string } & (
  | { readonly kind: 'exempt'; readonly why: 'no attestation' | 'not marked' }
  | {
      readonly kind: 'finding';
      readonly id: Ids;
      readonly data: Data;
      readonly keys: readonly string[];
      readonly writes: Writes;
    }
  | { readonly kind: 'pass' }
);

type Data = Readonly<Record<string, string>>;

/** A value under keys of the marker. */
interface Writes {
  readonly keys: readonly string[];
  readonly value: unknown;
}

interface Declaring {
  readonly marker: PackageMarker | undefined;
  /** The marks that hold, wherever they stand. */
  readonly marks: readonly (typeof MARKS)[number][];
  readonly options: AttestationOptions;
  /** Who reaches Claude, for the message. */
  readonly by: string;
}

const SKELETON = { reference: 'TODO', expires: 'YYYY-MM-DD' };

function* declarations({ marker, marks, options, by }: Declaring): Generator<Declaration> {
  const { required, when } = options;
  const own = marks.filter((mark) => marker?.[mark] === true);
  const elsewhere = marks.filter((mark) => !own.includes(mark));
  if (elsewhere.length > 0) {
    const data = { marks: shown(elsewhere), namespace: NAMESPACE };
    const writes = { keys: [elsewhere[0] ?? ''], value: true };
    yield { kind: 'finding', name: '', id: 'settingsOnly', data, keys: [], writes };
  }
  const asksAll = when === 'always' && elsewhere.length === 0;
  if (own.length === 0 && !asksAll) {
    if (elsewhere.length === 0) yield { kind: 'exempt', name: '', why: 'not marked' };
    return;
  }
  if (!marker) {
    const value = skeletonFor(required ?? ['baa']);
    yield {
      kind: 'finding',
      name: '',
      id: 'unmarked',
      data: { by, namespace: NAMESPACE },
      keys: [],
      writes: { keys: [], value },
    };
    return;
  }
  const verdicts = attestationVerdicts(marker.attestations ?? {}, askedOf(required, marker), today());
  for (const verdict of verdicts) {
    const { name, fault } = verdict;
    const keys = ['attestations', name, ...(fault === 'missing' || fault === 'noExpiry' ? [] : ['expires'])];
    const value = fault === 'missing' ? SKELETON : SKELETON.expires;
    const writes = { keys: fault === 'noExpiry' ? [...keys, 'expires'] : keys, value };
    if (fault) yield { kind: 'finding', name, id: fault, data: saidOf(verdict), keys, writes };
    else yield { kind: 'pass', name };
  }
  if (verdicts.length === 0) yield { kind: 'exempt', name: '', why: 'no attestation' };
}

function skeletonFor(names: readonly AttestationName[]): object {
  return {
    ...(names.includes('baa') && { hipaa: true }),
    ...(names.includes('zdr') && { zdr: true }),
    attestations: Object.fromEntries(names.map((name) => [name, SKELETON])),
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
  const said = { at: file.placeOf([NAMESPACE, first]), data: { marks: shown(own) }, suggest } as const;
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

const shown = (marks: readonly string[]): string => marks.map((mark) => `\`${mark}\``).join(' and ');

/** What a message says of a document. */
function saidOf({ name, fault, declared }: AttestationVerdict): Record<'day' | 'key', string> {
  const { expires = '' } = declared ?? {};
  return {
    key: `"attestations.${name}"`,
    day: fault === 'invalidDate' ? `"${quote(expires)}"` : expires,
  };
}
