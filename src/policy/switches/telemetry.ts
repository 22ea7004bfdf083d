/**
 * The AI SDK's telemetry: what a call is given, and what a module of its own gives to calls.
 */
import type { CallSite } from '../../analysis/index.ts';
import { methodNode, writtenKey } from '../../analysis/syntax/nodes.ts';
import type { RequestParams } from '../../analysis/values/object-view.ts';
import { optionPlaceOf } from '../../analysis/setup/index.ts';
import type { OptionPlace, Setup } from '../../analysis/setup/index.ts';
import type { Answer, CallNode, Known, Node, Resolved, Unknown } from '../../analysis/syntax/types.ts';
import { literalOf } from '../../analysis/values/answers.ts';
import { rootOfApi } from '../../analysis/values/origins.ts';
import { writtenNames } from '../../analysis/syntax/written-names.ts';
import { holds, matches } from './conditions.ts';
import { SWITCHES } from './index.ts';
import type { OpenSwitch, SwitchUse } from './match.ts';
import type { ContentSwitch } from './types.ts';

type Telemetry = NonNullable<ContentSwitch['markers']['telemetry']>;

/** What settings of telemetry are called where they are typed. */
const SETTINGS_TYPE = /^Telemetry(?:Settings|Options)$/;

/** Telemetry that records content, in the calls of a file and in the settings that it declares. */
export function inTelemetry(
  row: ContentSwitch,
  sites: readonly CallSite[],
  setup: Setup,
  telemetry: Telemetry,
): SwitchUse[] {
  return [
    ...sites.flatMap((site) => inCall(row, site, setup, telemetry)),
    ...(telemetry.default === 'off' ? inDeclared(row, setup) : []),
  ];
}

/** `export const telemetry: TelemetrySettings = { isEnabled: true }`: whoever imports it records content. */
function inDeclared(row: ContentSwitch, setup: Setup): SwitchUse[] {
  return setup.objectsWith('isEnabled').flatMap((object): SwitchUse[] => {
    if (!isDeclared(setup, object)) return [];
    const given = (name: string): unknown =>
      object.properties.flatMap((property) =>
        property.type === 'Property' && writtenKey(property) === name && property.value.type === 'Literal'
          ? [property.value.value]
          : [],
      )[0];
    const isOff = given('recordInputs') === false && given('recordOutputs') === false;
    const node = object.properties.find(
      (property) => property.type === 'Property' && writtenKey(property) === 'isEnabled',
    );
    return given('isEnabled') === true && !isOff && node
      ? [{ row, node, fallback: false, call: undefined, place: undefined, isDeclared: true }]
      : [];
  });
}

function isDeclared(setup: Setup, object: Node | undefined): boolean {
  return object !== undefined && setup.isOfType(object, /^ai$/, SETTINGS_TYPE);
}

function objectAround(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.type === 'ObjectExpression') return at;
  return undefined;
}

/**
 * Telemetry of calls whose settings come from elsewhere: nothing says that they leave content out.
 *
 * @param sites the file's requests, and what other modules ask for it
 */
export function openTelemetry(sites: readonly CallSite[], setup: Setup): OpenSwitch[] {
  return SWITCHES.flatMap((row) => {
    const { telemetry } = row.markers;
    if (!telemetry) return [];
    return sites.flatMap((site): OpenSwitch[] => {
      if (site.operation.sdk !== 'ai-sdk') return [];
      return [site.params, ...site.perCall].flatMap((params) => openIn(row, site, params, telemetry, setup));
    });
  });
}

function openIn(
  row: ContentSwitch,
  site: CallSite,
  params: RequestParams,
  { key, default: byDefault }: Telemetry,
  setup: Setup,
): OpenSwitch[] {
  const [enabled, inputs, outputs] = (['isEnabled', 'recordInputs', 'recordOutputs'] as const).map((name) =>
    params.get(`${key}.${name}`),
  ) as [Resolved, Resolved, Resolved];
  const isOff = (answers: Resolved): boolean =>
    answers.length > 0 && answers.every((each) => matches(each, false));
  if (!params.get(key).some(isWritten) || isOff(enabled) || (isOff(inputs) && isOff(outputs))) return [];
  // Where nothing is registered that takes it, telemetry that is on by default goes nowhere.
  if (byDefault !== 'off' && !isRegistered(setup, params, key)) return [];
  const isOn = byDefault !== 'off' || enabled.some((each) => matches(each, true));
  const answer = enabled.find(isOpen) ?? (isOn ? [...inputs, ...outputs].find(isOpen) : undefined);
  if (!answer) return [];
  const [written] = params.get(key).flatMap((each) => (each.kind === 'absent' ? [] : (each.property ?? [])));
  // What another module writes is shown at the call that leads there.
  const node =
    site.via === 'handed' ? site.node.callee : (answer.property ?? written ?? spreadOf(site, answer.node));
  return [{ row, node, answer, asks: true }];
}

/** Settings of telemetry are given: under their key, or by a spread whose name says that they are in it. */
function isWritten(answer: Answer): boolean {
  if (answer.kind === 'absent') return false;
  if (answer.spreadInto === undefined) return answer.property !== undefined;
  return writtenNames(calleeOrItself(answer.node)).some((name) => /telemetry/i.test(name));
}

/** Another module decides, a caller, or something that is not followed; what an environment or a condition chooses is chosen here. */
function isOpen(answer: Answer): answer is Known | Unknown {
  if (answer.kind === 'absent' || literalOf(answer) !== undefined || answer.elsewhere) return false;
  return answer.kind === 'unknown'
    ? answer.reason !== 'environment' && answer.reason !== 'computed'
    : answer.value.kind === 'api' && rootOfApi(answer.value.api).kind === 'module';
}

function calleeOrItself(node: Node): Node {
  return node.type === 'CallExpression' ? node.callee : node;
}

function spreadOf(site: CallSite, node: Node): Node {
  return node.parent?.type === 'SpreadElement' ? node.parent : site.node.callee;
}

/** The AI SDK's telemetry of one call. */
function inCall(row: ContentSwitch, site: CallSite, setup: Setup, telemetry: Telemetry): SwitchUse[] {
  if (site.operation.sdk !== 'ai-sdk') return [];
  const { key } = telemetry;
  return [site.params, ...site.perCall].flatMap((params, i) => {
    const enabled = params.get(`${key}.isEnabled`);
    const records = ['recordInputs', 'recordOutputs'].map((name) => params.get(`${key}.${name}`));
    const isOff = (answers: Resolved): boolean => answers.every((a) => matches(a, false));
    const isOpen = (answers: Resolved): boolean =>
      answers.every((a) => a.kind === 'absent' || matches(a, true));
    if (!records.some(isOpen)) return [];
    const explicit = telemetry.default === 'off' ? holds(enabled, true) : undefined;
    const asked = records.map((r) => holds(r, true)).find((h) => h !== undefined);
    const shown = explicit ?? (telemetry.default === 'off' ? undefined : asked);
    if (shown) {
      if (isOff(enabled)) return [];
      const { answer, fallback } = shown;
      // A module that says what its settings are for is told itself.
      if (answer.kind !== 'absent' && answer.elsewhere && isDeclared(setup, objectAround(answer.elsewhere)))
        return [];
      const node = (answer.kind === 'absent' ? undefined : answer.property) ?? answer.node;
      return [{ row, node, fallback, call: site.node, place: optionPlaceOf(site.node, params, answer) }];
    }
    if (telemetry.default === 'off' || i > 0 || !isRegistered(setup, params, key)) return [];
    const opted = [...enabled, ...params.get('experimental_telemetry.isEnabled')];
    if (opted.some((a) => matches(a, false) || a.kind === 'unknown' || isOpaqueValue(a))) return [];
    return [
      {
        row,
        node: methodNode(site.node),
        fallback: false,
        call: site.node,
        place: telemetryPlace(site.node, params, key),
      },
    ];
  });
}

function isOpaqueValue(answer: Answer): boolean {
  return answer.kind === 'known' && answer.value.kind !== 'literal';
}

/** Telemetry reports once something is registered that takes it, for all calls or for this one. */
function isRegistered(setup: Setup, params: RequestParams, key: string): boolean {
  return (
    params.get(`${key}.integrations`).some((a) => a.kind === 'known') ||
    setup.calls({ module: /^ai$/, names: ['registerTelemetry'] }).length > 0
  );
}

/** The settings that the call gives, or the options that lack them. */
function telemetryPlace(call: CallNode, params: RequestParams, key: string): OptionPlace | undefined {
  const [settings] = params.get(`${key}.recordInputs`);
  return settings?.kind === 'absent' ? optionPlaceOf(call, params, settings) : undefined;
}
