import { geographyOf } from '../analysis/index.ts';
import type { CallSite, FileAnalysis, GeoReading } from '../analysis/index.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import type { Assessment, RequestSubject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { choice, listOf, optionsOf } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import type { Because, Reason } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { pinEdit, renameEdit } from '../edits/geo-suggestions.ts';
import { namesOtherPlace, requestVerdicts, whyNotAllowed } from '../policy/geo-verdicts.ts';
import type { GeoPolicy } from '../policy/geo-verdicts.ts';
import { GEO_IDS } from '../policy/geos.ts';
import { callName, firstAction, lineNote, modelName, oneOf, originNote, quote } from './define/wording.ts';

const messages = {
  missing: '`{{call}}` sets no `{{path}}`{{where}}. Set it to {{allowed}}.',
  nullish: '`{{path}}` can be null or undefined{{where}}. Set it to {{allowed}}.',
  notAllowed: '`{{path}}` is "{{value}}"{{where}}, {{why}}. Set it to {{allowed}}.',
  notOffered:
    '`{{path}}` is "{{value}}"{{where}}, which no model offers. Send it through a cloud region there.',
  misspelt: '`{{found}}` does not pin this request. Write `{{path}}`.',
  modelTooOld: '`{{model}}` refuses `{{path}}`. Use a newer model.',
  pinOnOldModel: '`{{model}}` refuses `{{path}}`. Move to a newer model.',
  cannotPin: '{{what}} cannot pin a request. To pin it, {{instead}}.',
  unverifiable: 'Cannot tell `{{path}}` of `{{call}}`{{where}}. Set it to {{allowed}}.',
  set: 'Set `{{path}}` to "{{value}}".',
  rename: 'Rename to `{{key}}`.',
} as const;

type Ids = keyof typeof messages;

export default createRule<Ids, GeoPolicy>({
  name: 'require-inference-geo',
  asks: 'geography',
  subjects: ['call site'],
  meta: {
    type: 'problem',
    docs: { description: 'Require every Claude request to say where it may be processed', cwe: [213] },
    hasSuggestions: true,
    schema: optionsOf({
      allowed: listOf(GEO_IDS, 'The geographies a request may name.', { minItems: 1 }),
      workspaceDefault: choice(
        'The `default_inference_geo` of the workspace. Where it is an allowed one, a request may leave the geography out.',
        GEO_IDS,
      ),
      unverifiable: choice('Whether to report requests whose geography the file does not show.'),
    }),
    defaultOptions: [{ allowed: ['us'], unverifiable: 'report' }],
    messages,
  },
  *assess(file, policy) {
    for (const subject of [...file.requests, ...file.handed]) yield* assessRequest(file, subject, policy);
  },
});

function* assessRequest(
  { sourceCode, analysis, cwd }: CodeFile,
  subject: RequestSubject,
  policy: GeoPolicy,
): Generator<Assessment<Ids>> {
  const { site } = subject;
  const geography = geographyOf(site);
  const [value = 'us'] = policy.allowed;
  const path = geography?.path.replaceAll('[*]', '[]') ?? '';
  const shown = { call: callName(site.node), path, allowed: oneOf(policy.allowed) };
  for (const verdict of requestVerdicts(site, geography, policy)) {
    if (verdict.kind === 'exempt') yield exempt(subject, verdict.why);
    else if (verdict.kind === 'cannotPin') {
      const { what, instead, isSetting } = verdict;
      const data = { what, instead: firstAction(instead) };
      // What no request can mend is said once.
      yield finding(subject, 'cannotPin', { data, ...(isSetting && { once: [what] }) });
    } else if (verdict.kind === 'pass') {
      yield pass(subject, verdict.at ? { at: verdict.at } : { because: verdict.because });
    } else if (geography && verdict.kind === 'misspelt') {
      const { misplaced, refused } = verdict;
      const edit =
        refused || misplaced.found.elsewhere ? undefined : renameEdit(sourceCode, geography, misplaced);
      yield finding(subject, 'misspelt', {
        at: misplaced.found.property?.key ?? misplaced.found.node,
        data: { ...shown, found: misplaced.path.replaceAll('[*]', '[]') },
        suggest: suggested('rename', { key: path.split('.').at(-1) ?? '' }, edit),
      });
    } else if (geography && verdict.kind === 'reading') {
      const { at, reading, model, certain } = verdict;
      // Where a project does not keep to one geography, another is no mend for a place that the API does not offer.
      const isOpen = GEO_IDS.every((each) => policy.allowed.includes(each));
      const isForeign = isOpen && reading.state === 'value' && namesOtherPlace(reading.value);
      const id = verdict.id === 'notAllowed' && isForeign ? 'notOffered' : verdict.id;
      const isShown = !reading.elsewhere && site.via !== 'handed' && id !== 'notOffered';
      const edit =
        model === undefined && isShown ? pinEdit(sourceCode, site, geography, reading, value) : undefined;
      const data = { ...shown, ...saidOf(site, reading, at, cwd), model: modelName(model ?? '') };
      const suggest = suggested('set', { path, value }, edit);
      if (id !== 'unverifiable') yield finding(subject, id, { at, data, suggest });
      else if (certain) yield unknown(subject, 'something beside', { at });
      else if (callersDecide(analysis, reading)) yield exempt(subject, 'callers', { at });
      else yield unknown(subject, whyUnknown(reading), { messageId: id, at, data, suggest });
    }
  }
}

function callersDecide(analysis: FileAnalysis, reading: GeoReading): boolean {
  const answer = reading.state === 'unknown' ? reading.answer : undefined;
  return answer?.kind === 'unknown' && analysis.callersDecide(answer);
}

function whyUnknown(reading: GeoReading): Because | Reason {
  return reading.state === 'unknown' ? becauseOf(reading.answer) : 'not shown';
}

/** What a message says of a reading that is shown at a place. */
function saidOf(
  site: CallSite,
  reading: GeoReading,
  at: Node,
  cwd: string,
): Record<'value' | 'where' | 'why', string> {
  return {
    where:
      originNote(reading.elsewhere ?? reading.node, cwd) ||
      (at === reading.node ? '' : lineNote(site.node, reading.node, cwd)),
    value: reading.state === 'value' ? quote(reading.value) : '',
    why: reading.state === 'value' ? whyNotAllowed(reading.value) : '',
  };
}
