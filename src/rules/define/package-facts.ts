/**
 * What is missing of a package.json. Several rules ask for something that goes under the same key: one of them says it for all, and
 * each has it in its assessments.
 */
import { dirname } from 'node:path';
import { isUnder, today } from '../../declared/package-marker.ts';
import type { MarkerReading } from '../../declared/package-marker.ts';
import { declarationVerdicts, MARKS } from '../../policy/attestations.ts';
import type { AttestationName, DeclarationVerdict, Mark } from '../../policy/attestations.ts';
import { hasLabelName } from '../../policy/classification.ts';
import type { ClassificationPolicy } from '../../policy/classification.ts';
import type { ModelPolicy } from '../../policy/model-verdicts.ts';
import { packageMentions } from '../../project/package-mentions.ts';
import type { ManifestFile, Reaching } from './manifest.ts';
import type { Reason } from './reasons.ts';

/** Options of require-attestation. */
export interface AttestationOptions {
  readonly required?: readonly AttestationName[];
  /** `marked`: packages that are marked. `always`: every package that reaches Claude, but for what its marker says no to. */
  readonly when: 'always' | 'marked';
}

/** Why something is not missing of a package; undefined where it is. */
export type NotMissing = Reason | 'there' | undefined;

/** What a package declares, or why it is not asked. */
export type Declarations =
  | { readonly why: Reason }
  | {
      readonly verdicts: readonly DeclarationVerdict[];
      readonly marks: readonly Mark[];
      readonly isMarked: boolean;
      readonly reached: Reaching | undefined;
    };

/** The agreements that a package declares, judged. */
export function declarationsOf(file: ManifestFile, { required, when }: AttestationOptions): Declarations {
  const { reading, settings, inherited, isLibrary } = file;
  const own = 'marker' in reading ? reading.marker : undefined;
  const marker = own ?? inherited;
  const marks = MARKS.filter((mark) => isUnder(mark, { marker }, settings));
  const reached = marker ? undefined : file.reaching();
  // What the root declares is asked of the root.
  if (!own && inherited) return { why: 'declared by the root' };
  const isReached = !reached || reached.kind === 'dependency' || reached.kind === 'sources';
  if (!isReached && marks.length === 0) return { why: 'no Claude' };
  if (!own && isLibrary) return { why: 'library' };
  if (!marker && file.isAskedAtRoot) return { why: 'asked of the root' };
  const verdicts = declarationVerdicts({ declared: marker, marks, required, when }, today());
  return { verdicts, marks, isMarked: marker !== undefined, reached };
}

/** The models that options approve, else those of the package. */
export function approvedModels({ models }: ModelPolicy, reading: MarkerReading): readonly string[] {
  if (models.length > 0) return models;
  return ('marker' in reading ? reading.marker?.approved?.models : undefined) ?? [];
}

/** Why the list of approved models is not missing. */
export function whyNoListMissing(file: ManifestFile, options: ModelPolicy): NotMissing {
  const { reading, inherited } = file;
  const own = 'marker' in reading ? reading.marker : undefined;
  if (approvedModels(options, { marker: own ?? inherited }).length > 0) return 'there';
  if (!own && inherited) return 'declared by the root';
  if (file.isLibrary) return 'library';
  return whyNotReached(file) ?? whyNotAskedHere(file);
}

/** Why the label of the package is not missing. */
export function whyNoLabelMissing(file: ManifestFile, { where }: ClassificationPolicy): NotMissing {
  const { reading, inherited } = file;
  if ('marker' in reading && reading.marker?.dataClassification !== undefined) return 'there';
  if (inherited?.dataClassification !== undefined) return 'declared by the root';
  if (file.isLibrary) return 'library';
  if (!where.includes('package')) return 'option';
  const why = whyNotReached(file) ?? whyNotAskedHere(file);
  if (why) return why;
  return packageMentions(dirname(file.filename), hasLabelName) === false ? undefined : 'labels in code';
}

function whyNotReached(file: ManifestFile): Reason | undefined {
  const { kind } = file.reaching();
  return kind === 'nothing' ? 'no Claude' : kind === 'unknown' ? 'not shown' : undefined;
}

/** A member without a marker lacks what the root lacks, which is asked for it. */
function whyNotAskedHere({ reading, inherited, isAskedAtRoot }: ManifestFile): Reason | undefined {
  const own = 'marker' in reading ? reading.marker : undefined;
  return !own && !inherited && isAskedAtRoot ? 'asked of the root' : undefined;
}

/** What goes into the marker beside each other: which of it is missing where the rules that ask for it are on. */
export interface MissingTogether {
  /** Nothing at all is declared. */
  readonly marker: boolean;
  readonly list: boolean;
  readonly label: boolean;
}

/** What the rules of the pass miss of a package.json. */
export function missingTogether(file: ManifestFile): MissingTogether {
  const models = file.optionsOfRule('require-approved-model') as ModelPolicy | undefined;
  const label = file.optionsOfRule('require-data-classification') as ClassificationPolicy | undefined;
  const agreements = file.optionsOfRule('require-attestation') as AttestationOptions | undefined;
  const declared = agreements && declarationsOf(file, agreements);
  return {
    marker:
      declared !== undefined &&
      'verdicts' in declared &&
      declared.verdicts.some(({ kind }) => kind === 'unmarked'),
    list: models !== undefined && whyNoListMissing(file, models) === undefined,
    label: label !== undefined && whyNoLabelMissing(file, label) === undefined,
  };
}
