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
import { requestVerdicts, whyNotAllowed } from '../policy/geo-verdicts.ts';
import type { GeoPolicy } from '../policy/geo-verdicts.ts';
import { GEO_IDS } from '../policy/geos.ts';
import { WITHOUT_GEO } from '../policy/models.ts';
import { callName, lineNote, oneOf, reasonText } from './define/wording.ts';

const messages = {
  missing:
    '`{{call}}` sets no `{{path}}`{{where}}, so the workspace default or global routing decides where it is processed. Set it to {{allowed}}.',
  nullish:
    '`{{path}}` can be null or undefined{{where}}, which means the workspace default. Set it to {{allowed}}.',
  notAllowed: '`{{path}}` is "{{value}}"{{where}}, {{why}}. Set it to {{allowed}}.',
  misspelt: '`{{found}}` does not pin this request: the geography is read from `{{path}}`. Write it there.',
  modelTooOld: `\`{{call}}\` sets no \`{{path}}\`, and {{model}} would refuse it: models ${WITHOUT_GEO} cannot be pinned. Move to a newer model, then set it to {{allowed}}.`,
  pinOnOldModel: `\`{{path}}\` is set, but {{model}} refuses it: models ${WITHOUT_GEO} answer 400, so this request fails. Move to a newer model.`,
  cannotPin: '{{what}} cannot say per call where a request is processed. To pin it, {{instead}}.',
  unverifiable:
    'Cannot tell where `{{call}}` is processed: `{{path}}` is not decided in this file{{where}}; {{reason}}. Set it to {{allowed}} at the call.',
  set: 'Set `{{path}}` to "{{value}}".',
  rename: 'Rename to `{{key}}`.',
} as const;

type Ids = keyof typeof messages;

export default createRule<Ids, GeoPolicy>({
  name: 'require-inference-geo',
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
  { sourceCode, analysis }: CodeFile,
  subject: RequestSubject,
  policy: GeoPolicy,
): Generator<Assessment<Ids>> {
  const { site } = subject;
  const geography = geographyOf(site);
  const [value = 'us'] = policy.allowed;
  const path = geography?.path.replaceAll('[*]', '[]') ?? '';
  const shown = { call: callName(sourceCode, site.node), path, allowed: oneOf(policy.allowed) };
  for (const verdict of requestVerdicts(site, geography, policy)) {
    if (verdict.kind === 'exempt') yield exempt(subject, verdict.why);
    else if (verdict.kind === 'cannotPin') {
      const { what, instead } = verdict;
      yield finding(subject, 'cannotPin', { data: { what, instead } });
    } else if (verdict.kind === 'pass') {
      yield pass(subject, verdict.at ? { at: verdict.at } : { because: 'workspace default' });
    } else if (geography && verdict.kind === 'misspelt') {
      const { misplaced, refused } = verdict;
      const edit = refused ? undefined : renameEdit(sourceCode, geography, misplaced);
      yield finding(subject, 'misspelt', {
        at: misplaced.found.property?.key ?? misplaced.found.node,
        data: { ...shown, found: misplaced.path.replaceAll('[*]', '[]') },
        suggest: suggested('rename', { key: path.split('.').at(-1) ?? '' }, edit),
      });
    } else if (geography && verdict.kind === 'reading') {
      const { id, at, reading, model, certain } = verdict;
      const isShown = !reading.elsewhere && site.via !== 'handed';
      const edit =
        model === undefined && isShown ? pinEdit(sourceCode, site, geography, reading, value) : undefined;
      const data = { ...shown, ...saidOf(site, reading, at), model: model ?? '' };
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
): Record<'reason' | 'value' | 'where' | 'why', string> {
  return {
    where: at === reading.node ? '' : lineNote(site.node, reading.node),
    value: reading.state === 'value' ? reading.value.slice(0, 24) : '',
    why: reading.state === 'value' ? whyNotAllowed(reading.value) : '',
    reason: reading.state === 'unknown' ? reasonText(reading.answer) : '',
  };
}
