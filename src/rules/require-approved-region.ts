import type { FileAnalysis } from '../analysis/index.ts';
import { placementsOf } from '../analysis/connections/placement.ts';
import type { Placement } from '../analysis/connections/placement.ts';
import type { Answer } from '../analysis/syntax/types.ts';
import { replacement } from '../edits/properties.ts';
import { placeVerdicts } from '../policy/region-verdicts.ts';
import type { PlaceVerdict, RegionPolicy } from '../policy/region-verdicts.ts';
import { REGION_ENTRY } from '../policy/regions.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import type { Assessment, Subject, Suggestions } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { choice, listOf, optionsOf } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName, firstOf, originNote, quote, reasonText } from './define/wording.ts';

type Ids = 'anywhere' | 'foundry' | 'outside' | 'unverifiable' | 'use';

export default createRule<Ids, RegionPolicy>({
  name: 'require-approved-region',
  asks: 'region',
  subjects: ['call site', 'client'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Require requests on Bedrock and Vertex AI to stay within the approved regions',
      cwe: [213],
    },
    hasSuggestions: true,
    schema: optionsOf({
      regions: listOf(
        { type: 'string', pattern: REGION_ENTRY },
        'The approved places (`us`, `us-gov`, `eu`, `uk`, `ca`, `jp`, `au` and further countries), or exact ids of regions.',
        { minItems: 1 },
      ),
      unverifiable: choice('Whether to report requests whose region the file does not show.'),
    }),
    defaultOptions: [{ regions: ['us'], unverifiable: 'report' }],
    messages: {
      outside: '`{{value}}` stands for {{title}}, outside the approved regions{{where}}. Use {{approved}}.',
      anywhere: '`{{value}}` lets `{{call}}` run in {{title}}{{where}}. Use {{approved}}.',
      unverifiable: 'Cannot tell where `{{call}}` is processed{{where}}. Set {{option}} to an approved one.',
      foundry: 'Cannot tell where the deployment behind `{{call}}` is processed. Have it confirmed.',
      use: 'Use `{{value}}`.',
    },
  },
  *assess(file, policy) {
    const judged = new Set<Subject>();
    for (const placement of placementsOf(file.analysis)) {
      const subject = file.subjectOf(placement.call, 'client');
      if (placement.leftToUsers) {
        yield exempt(subject, 'callers');
        continue;
      }
      const verdicts = placeVerdicts(placement, policy);
      judged.add(subject);
      for (const verdict of verdicts) yield assessmentOf(file, subject, placement, verdict, policy);
      if (verdicts.length === 0) yield pass(subject);
    }
    for (const subject of file.requests) if (!judged.has(subject)) yield exempt(subject, 'no region');
  },
});

/** Callers in other modules hand in the model, whose id can settle the place, or the region: each of them is asked. */
function isLeftToCallers(
  analysis: FileAnalysis,
  { models, call }: Placement,
  why: Exclude<PlaceVerdict['why'], undefined>,
): boolean {
  const decides = (answer: Answer): boolean =>
    answer.kind !== 'absent' &&
    analysis.pathOf(answer.elsewhere ?? answer.node) === undefined &&
    analysis.callersDecide(answer);
  if (typeof why !== 'string' && decides(why)) return true;
  return models.length > 0 && analysis.pathOf(call) === undefined && models.every(decides);
}

function assessmentOf(
  { analysis, sourceCode, cwd }: CodeFile,
  subject: Subject,
  placement: Placement,
  { id, node: at, value = '', title = '', instead, use, why = '', of }: PlaceVerdict,
  { regions }: RegionPolicy,
): Assessment<Ids> {
  if (id === 'unverifiable' && isLeftToCallers(analysis, placement, why))
    return exempt(subject, 'callers', { at });
  const ofRegion = placement.option === undefined ? 'the region' : `\`${placement.option}\``;
  const data = {
    call: callName(placement.call),
    value: quote(value),
    title,
    approved: use === undefined ? firstOf(regions) : `\`${use}\``,
    where: originNote(typeof why === 'string' ? at : (why.elsewhere ?? why.node), cwd),
    option: of === 'model' ? 'the id of the model' : ofRegion,
    reason: typeof why === 'string' ? why : reasonText(why),
  };
  const isWritten = at.type === 'Literal' || at.type === 'TemplateLiteral';
  const edit = replacement(sourceCode, at, isWritten ? instead : undefined);
  const suggest: Suggestions<Ids> = suggested('use', { value: instead ?? '' }, edit);
  const said = { at, data, suggest, once: [at] };
  if (id === 'anywhere' || id === 'outside') return finding(subject, id, said);
  const reason =
    typeof why === 'string' ? { word: 'not shown', text: why || 'the deployment decides' } : becauseOf(why);
  return unknown(subject, reason, { messageId: id, ...said });
}
