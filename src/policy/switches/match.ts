/**
 * From what a file sets up to the catalogue's rows: which switches are on, and what would turn them off.
 */
import type { CallSite, FileAnalysis } from '../../analysis/index.ts';
import { contains, methodNode } from '../../analysis/syntax/nodes.ts';
import type { RequestParams } from '../../analysis/values/object-view.ts';
import { optionPlaceOf } from '../../analysis/setup/index.ts';
import type { OptionPlace, Setup } from '../../analysis/setup/index.ts';
import type { Answer, CallNode, Known, Node, Unknown } from '../../analysis/syntax/types.ts';
import { literalOf } from '../../analysis/values/answers.ts';
import { holds, isOutside, matches } from './conditions.ts';
import { SWITCHES } from './index.ts';
import { inTelemetry, openTelemetry } from './telemetry.ts';
import type { CallMarker, Condition, ContentSwitch, Mask, Wanted } from './types.ts';

/** A switch that is on. */
export interface SwitchUse {
  readonly row: ContentSwitch;
  readonly node: Node;
  /** It is only what applies where nothing else is given: `process.env.X ?? "debug"`. */
  readonly fallback: boolean;
  /** The call that is made with it. */
  readonly call: CallNode | undefined;
  /** Where it could be turned off. */
  readonly place: OptionPlace | undefined;
  /** The file says of the settings what they are for, and does not ask anybody itself. */
  readonly isDeclared?: true;
}

/** Every switch that a file turns on. */
export function matchSwitches(analysis: FileAnalysis): SwitchUse[] {
  const setup = analysis.setup();
  const uses = new Map<string, SwitchUse>();
  for (const row of SWITCHES) {
    const found = usesOf(row, analysis, setup);
    if (found.length === 0 || isMasked(setup, row.masks)) continue;
    for (const use of found) {
      if (!use.isDeclared && !concernsClaude(row, analysis, setup, use.node)) continue;
      const key = `${row.title}@${String(use.node.range[0])}`;
      if (!uses.has(key)) uses.set(key, use);
    }
  }
  return [...uses.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** A switch of which the file does not show whether it is on. */
export interface OpenSwitch {
  readonly row: ContentSwitch;
  readonly node: Node;
  readonly answer: Known | Unknown;
  /** It is for content and nothing else, so that it has to be shown to be off. */
  readonly asks: boolean;
  /** The call that is the switch. */
  readonly call?: CallNode | undefined;
}

/** The options of clients, and the telemetry of calls, that could be on and are decided elsewhere. */
export function openSwitches(analysis: FileAnalysis): OpenSwitch[] {
  const found = new Map<Node, OpenSwitch>();
  const setup = analysis.setup();
  for (const row of SWITCHES) {
    const { clients = [], openai = [] } = row.markers;
    for (const client of setup.clients()) {
      for (const { path, is } of client.sdk === 'openai' ? openai : clients) {
        const answers = client.options.get(path);
        const answer = answers.find((each) => each.kind !== 'absent' && isOutside(each));
        if (answer?.kind === 'known' || answer?.kind === 'unknown') {
          const isOn = holds(answers, is) !== undefined && !setup.isByFlag(client.call);
          const node = answer.property ?? client.call.callee;
          if (!isOn && !found.has(node)) found.set(node, { row, node, answer, asks: false });
        }
      }
    }
  }
  return [...found.values(), ...openTelemetry(requestsOf(analysis), setup), ...openMasks(analysis, setup)];
}

/** Tracers that are told to hide content by values that come from elsewhere: those may as well say not to. */
function openMasks(analysis: FileAnalysis, setup: Setup): OpenSwitch[] {
  return SWITCHES.flatMap((row): OpenSwitch[] => {
    const [answer] = openMask(setup, row.masks);
    if (!answer) return [];
    const use = usesOf(row, analysis, setup).find(({ node }) => concernsClaude(row, analysis, setup, node));
    if (!use) return [];
    return [{ row, node: answer.property ?? answer.node, answer, asks: true, call: use.call }];
  });
}

/** What is not known of the mask that is given, where no other is known to hide content. */
function openMask(setup: Setup, masks: readonly Mask[] = []): Unknown[] {
  const given = masks.filter((mask) => Object.keys(mask).every((name) => setup.given(name).length > 0));
  const open = given.map((mask) =>
    Object.keys(mask).flatMap((name) => [...setup.given(name)].filter(isDecidedElsewhere)),
  );
  return open.some((answers) => answers.length === 0) ? [] : (open[0] ?? []);
}

function isDecidedElsewhere(answer: Answer): answer is Unknown {
  return answer.kind === 'unknown' && answer.reason !== 'environment' && answer.reason !== 'computed';
}

function usesOf(row: ContentSwitch, analysis: FileAnalysis, setup: Setup): SwitchUse[] {
  const sites = requestsOf(analysis);
  const { markers } = row;
  const { telemetry, global } = markers;
  return [
    ...(markers.clients ?? []).flatMap((marker) => inClients(row, setup, 'anthropic-sdk', marker)),
    ...(markers.openai ?? []).flatMap((marker) => inClients(row, setup, 'openai', marker)),
    ...(markers.requests ?? []).flatMap((marker) =>
      sites
        .filter(
          ({ operation }) => operation.sdk === marker.sdk && (marker.operations?.test(operation.id) ?? true),
        )
        .flatMap((site) => inRequest(row, site, marker)),
    ),
    ...(markers.calls ?? []).flatMap((marker) => inCalls(row, setup, marker)),
    ...(markers.variables ?? []).flatMap(({ name, is }) => inVariables(row, setup, name, is)),
    ...(markers.writes ?? []).flatMap(({ path, is }) =>
      setup.writesToClient(path).flatMap(({ node, value }) => {
        const held = holds(value, is);
        return held ? [{ row, node, fallback: held.fallback, call: undefined, place: undefined }] : [];
      }),
    ),
    ...(global === undefined || sites.length === 0 ? [] : inGlobal(row, setup, global)),
    ...(telemetry ? inTelemetry(row, sites, setup, telemetry) : []),
  ];
}

/** The file's requests, and what other modules ask for it. */
function requestsOf(analysis: FileAnalysis): readonly CallSite[] {
  return [...analysis.callSites, ...analysis.handedSites()];
}

function inClients(
  row: ContentSwitch,
  setup: Setup,
  sdk: 'anthropic-sdk' | 'openai',
  { path, is }: Condition,
): SwitchUse[] {
  return setup.clients().flatMap((client) => {
    if (client.sdk !== sdk || setup.isByFlag(client.call) || client.options.roots.length === 0) return [];
    return held(row, client.call, client.options, path, is);
  });
}

function inRequest(row: ContentSwitch, site: CallSite, { path, is }: Condition): SwitchUse[] {
  const uses = [site.params, ...(is === 'missing' ? [] : site.perCall)].flatMap((params) =>
    held(row, site.node, params, path, is),
  );
  const needed = (row.neededBy ?? []).some((option) =>
    site.params.get(option).some((a) => a.kind !== 'absent'),
  );
  return needed ? uses.map((use) => ({ ...use, place: undefined })) : uses;
}

function inCalls(row: ContentSwitch, setup: Setup, marker: CallMarker): SwitchUse[] {
  const { module, names, option, around } = marker;
  const calls = setup.calls({ module, ...(names ? { names } : { key: option?.path ?? '' }) });
  return calls.flatMap((call) => {
    if (around && !call.holdsClaude) return [];
    if (option) return held(row, call.node, call.argument(option.argument), option.path, option.is);
    return [{ row, node: methodNode(call.node), fallback: false, call: call.node, place: undefined }];
  });
}

function inVariables(row: ContentSwitch, setup: Setup, name: string, is: RegExp): SwitchUse[] {
  return setup.variables(name).flatMap(({ value, node, by, conditional }) => {
    const found = conditional ? undefined : holds(value, is);
    if (!found) return [];
    const place = by === 'command' ? undefined : ({ kind: 'variable', node } as const);
    return [{ row, node, fallback: found.fallback, call: undefined, place }];
  });
}

function inGlobal(row: ContentSwitch, setup: Setup, name: string): SwitchUse[] {
  return setup
    .given(name)
    .flatMap((a) =>
      matches(a, 'given') ? [{ row, node: a.node, fallback: false, call: undefined, place: undefined }] : [],
    );
}

/** Whether an option of a call turns the switch on, and where that is written. */
function held(
  row: ContentSwitch,
  call: CallNode,
  options: RequestParams,
  path: string,
  is: Wanted,
): SwitchUse[] {
  const found = holds(options.get(path), is);
  if (!found) return [];
  const { answer, fallback } = found;
  const written = answer.kind === 'absent' ? undefined : answer.property;
  const node = answer.kind === 'absent' ? methodNode(call) : (written ?? answer.node);
  return [{ row, node, fallback, call, place: optionPlaceOf(call, options, answer) }];
}

/** All of the names are given in the file, with values that keep the content out or are chosen elsewhere. */
function isMasked(setup: Setup, masks: readonly Mask[] = []): boolean {
  return masks.some((mask) =>
    Object.entries(mask).every(([name, wanted]) =>
      setup.given(name).some((a) => {
        const value = literalOf(a);
        if (a.kind === 'known' && a.value.kind === 'literal' && (value === undefined || value === null))
          return false;
        return value === undefined || /^(?:true|1)$/i.test(String(value)) === wanted;
      }),
    ),
  );
}

function concernsClaude(row: ContentSwitch, analysis: FileAnalysis, setup: Setup, node: Node): boolean {
  const { needs } = row;
  if (!needs) return true;
  if (needs === 'claude') return setup.evident;
  const sites = requestsOf(analysis).filter(
    ({ operation }) => operation.sdk === needs.sdk && (needs.operations?.test(operation.id) ?? true),
  );
  if (sites.length === 0) return false;
  if (!needs.others || !setup.loads(needs.others)) return true;
  return sites.some((site) =>
    [site.node, ...site.perCall.flatMap(({ roots }) => roots.map((root) => root.node))].some((given) =>
      contains(given, node),
    ),
  );
}
