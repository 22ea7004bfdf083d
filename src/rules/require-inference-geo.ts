import { geographyOf } from '../analysis/index.ts';
import type { CallSite, GeoReading } from '../analysis/index.ts';
import { contains } from '../analysis/syntax/nodes.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { createRule } from './define/rule.ts';
import { pinEdit, renameEdit } from '../edits/geo-suggestions.ts';
import { absenceAllowed, geoVerdict, whyNotAllowed } from '../policy/geo-verdicts.ts';
import type { GeoPolicy } from '../policy/geo-verdicts.ts';
import { GEO_IDS, PLATFORM_GEO, UNPINNABLE } from '../policy/geos.ts';
import { refusingModel, WITHOUT_GEO } from '../policy/models.ts';
import { callName, lineNote, reasonText } from './define/wording.ts';

/** The narrowest node inside a call that shows the problem; what stands elsewhere is named by its line. */
function placeOf(site: CallSite, reading: GeoReading): Node {
  const within =
    (contains(site.node, reading.node) && reading.node !== site.node) ||
    site.perCall.some(({ roots }) => roots.some((root) => contains(root.node, reading.node)));
  return within && (reading.state === 'value' || site.operation.kind === 'batch')
    ? reading.node
    : site.node.callee;
}

export default createRule({
  name: 'require-inference-geo',
  meta: {
    type: 'problem',
    docs: { description: 'Require every Claude request to say where it may be processed', cwe: [213] },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          allowed: {
            type: 'array',
            description: 'The geographies a request may name.',
            items: { type: 'string', enum: [...GEO_IDS] },
            minItems: 1,
            uniqueItems: true,
          },
          workspaceDefault: {
            type: 'string',
            description:
              'The `default_inference_geo` of the workspace. Where it is an allowed one, a request may leave the geography out.',
            enum: [...GEO_IDS],
          },
          unverifiable: {
            type: 'string',
            description: 'Whether to report requests whose geography the file does not show.',
            enum: ['report', 'ignore'],
          },
        },
      },
    ],
    defaultOptions: [{ allowed: ['us'], unverifiable: 'report' }] as readonly [GeoPolicy],
    messages: {
      missing:
        '`{{call}}` sets no `{{path}}`{{where}}, so the workspace default or global routing decides where it is processed. Set it to {{allowed}}.',
      nullish:
        '`{{path}}` can be null or undefined{{where}}, which means the workspace default. Set it to {{allowed}}.',
      notAllowed: '`{{path}}` is "{{value}}"{{where}}, {{why}}. Set it to {{allowed}}.',
      misspelt:
        '`{{found}}` does not pin this request: the geography is read from `{{path}}`. Write it there.',
      modelTooOld: `\`{{call}}\` sets no \`{{path}}\`, and {{model}} would refuse it: models ${WITHOUT_GEO} cannot be pinned. Move to a newer model, then set it to {{allowed}}.`,
      pinOnOldModel: `\`{{path}}\` is set, but {{model}} refuses it: models ${WITHOUT_GEO} answer 400, so this request fails. Move to a newer model.`,
      cannotPin: '{{what}} cannot say per call where a request is processed. To pin it, {{instead}}.',
      unverifiable:
        'Cannot tell where `{{call}}` is processed: `{{path}}` is not decided in this file{{where}}; {{reason}}. Set it to {{allowed}} at the call.',
      set: 'Set `{{path}}` to "{{value}}".',
      rename: 'Rename to `{{key}}`.',
    },
  },
  check(context, [policy], analysis) {
    const { sourceCode } = context;
    const value = policy.allowed[0] ?? 'us';
    const allowed = policy.allowed.map((id) => `"${id}"`).join(' or ');
    for (const site of [...analysis.callSites, ...analysis.handedSites()]) {
      if (!PLATFORM_GEO[site.platform].honours) continue;
      const { callee } = site.node;
      const unpinnable =
        site.operation.geo?.kind === 'impossible' ? UNPINNABLE[site.operation.sdk] : undefined;
      if (unpinnable && site.via !== 'handed' && !absenceAllowed(policy)) {
        const { what, instead } = unpinnable;
        context.report({ node: callee, messageId: 'cannotPin', data: { what, instead } });
      }
      const geography = geographyOf(site);
      if (!geography) continue;
      const shown = {
        call: callName(sourceCode, site.node),
        path: geography.path.replaceAll('[*]', '[]'),
        allowed,
      };

      for (const misplaced of geography.misplaced) {
        const refused = refusingModel(site.modelNames()) !== undefined;
        const edit = refused ? undefined : renameEdit(sourceCode, geography, misplaced);
        context.report({
          node: misplaced.found.property?.key ?? misplaced.found.node,
          messageId: 'misspelt',
          data: { ...shown, found: misplaced.path.replaceAll('[*]', '[]') },
          suggest: edit
            ? [{ messageId: 'rename', data: { key: shown.path.split('.').at(-1) }, fix: edit }]
            : [],
        });
      }

      const said = new Set<string>();
      const judged = geography.readings.map((reading) => {
        const model = refusingModel(reading.models);
        return { reading, model, verdict: geoVerdict(reading, policy, model !== undefined) };
      });
      // What is certain about a request says more than what is not known beside it.
      const certain = judged.some(({ verdict }) => verdict && verdict !== 'unverifiable');
      for (const { reading, model, verdict } of judged) {
        if (!verdict || (verdict === 'unverifiable' && certain)) continue;
        if (
          reading.state === 'unknown' &&
          reading.answer.kind === 'unknown' &&
          analysis.callersDecide(reading.answer)
        )
          continue;
        if (verdict !== 'notAllowed' && geography.misplaced.length > 0) continue;
        const node = placeOf(site, reading);
        const once = `${verdict}:${String(node.range[0])}`;
        if (said.has(once)) continue;
        said.add(once);
        const edit =
          model === undefined && !reading.elsewhere && site.via !== 'handed'
            ? pinEdit(sourceCode, site, geography, reading, value)
            : undefined;
        context.report({
          node,
          messageId: verdict,
          data: {
            ...shown,
            where: node === reading.node ? '' : lineNote(site.node, reading.node),
            model: model ?? '',
            value: reading.state === 'value' ? reading.value.slice(0, 24) : '',
            why: reading.state === 'value' ? whyNotAllowed(reading.value) : '',
            reason: reading.state === 'unknown' ? reasonText(reading.answer) : '',
          },
          suggest: edit ? [{ messageId: 'set', data: { path: shown.path, value }, fix: edit }] : [],
        });
      }
    }
  },
});
