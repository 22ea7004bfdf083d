/**
 * What is asked of calls of declared gateways, and what is not.
 */
import type { CallSite, GatewayAspect } from '../../analysis/index.ts';
import { once } from '../../analysis/syntax/once.ts';
import type { MarkerReading } from '../../declared/package-marker.ts';
import { exempt, finding, unknown } from './assessment.ts';
import type { Assessment } from './assessment.ts';
import type { CodeFile } from './file.ts';
import { callName } from './wording.ts';

/** Platforms on which such an aspect is decided by the request; all of them, where none are listed. */
const UNSEEN: Readonly<Partial<Record<GatewayAspect, readonly string[]>>> = {
  geography: ['anthropic', 'anthropic-aws', 'google-cloud'],
  model: [],
  region: ['bedrock', 'foundry', 'vertex'],
  retention: [],
};

/** True for what no call of a gateway can show. */
export function isUnseen(aspect: GatewayAspect): boolean {
  return UNSEEN[aspect] !== undefined;
}

/** Reasons for which a request is exempt that has no place for what a rule looks at. */
const NO_PLACE: ReadonlySet<string> = new Set(['no geography', 'no model', 'no region']);

/**
 * The assessments of a rule, but for calls of declared gateways: nobody is asked for what a gateway sees to, and what no call
 * shows is not known where it does not.
 *
 * @param asks what the rule asks of a request
 */
export function* underContract<MessageIds extends string>(
  asks: GatewayAspect | undefined,
  found: Iterable<Assessment<MessageIds | 'leftOpen'>>,
): Generator<Assessment<MessageIds | 'leftOpen'>> {
  const settled = new Set<CallSite>();
  for (const each of found) {
    const { subject } = each;
    const { site } = subject;
    if (asks === undefined || !site?.contract) yield each;
    else if (!settled.has(site)) {
      const answer = answerFor(asks, site, each);
      if (answer !== each) settled.add(site);
      yield answer;
    }
  }
}

function answerFor<MessageIds extends string>(
  asks: GatewayAspect,
  { contract, node, platform }: CallSite,
  each: Assessment<MessageIds | 'leftOpen'>,
): Assessment<MessageIds | 'leftOpen'> {
  const { subject } = each;
  if (contract?.provides?.includes(asks) === true) return exempt(subject, 'declared gateway');
  const saysNothing =
    each.outcome === 'pass' ||
    each.outcome === 'unknown' ||
    (each.outcome === 'exempt' && NO_PLACE.has(each.because.word));
  const platforms = UNSEEN[asks];
  if (!saysNothing || !platforms || (platforms.length > 0 && !platforms.includes(platform))) return each;
  return unknown(subject, 'left open', {
    messageId: 'leftOpen',
    data: { call: callName(node), aspect: asks },
  });
}

/** What a rule asks of the requests of a file. */
interface Asked {
  readonly asks: GatewayAspect | undefined;
  readonly file: CodeFile;
  /** What the package of the file declares. */
  readonly marker: () => MarkerReading;
}

/**
 * The assessments of a rule, with a finding in place of what they leave open in a function of which the package's own marker
 * says that it sees to it.
 */
export function* againstClaims<MessageIds extends string>(
  { asks, file, marker }: Asked,
  found: Iterable<Assessment<MessageIds>>,
): Generator<Assessment<MessageIds | 'claim'>> {
  const claims = once(() => (asks === undefined ? [] : claimedBy(marker(), asks)));
  for (const each of found) {
    const { subject } = each;
    const { site } = subject;
    const name = site && claims().length > 0 ? claimedFor(file, site, claims()) : undefined;
    const isOpen = name !== undefined && asks !== undefined && site && isLeftOpen(file, site, asks, each);
    if (!isOpen) yield each;
    else yield finding(subject, 'claim', { data: { name, aspect: asks }, once: [site] });
  }
}

/** The functions of which the marker of a file's package says that they provide something. */
function claimedBy(reading: MarkerReading, aspect: GatewayAspect): readonly string[] {
  const gateways = ('marker' in reading ? reading.marker?.gateways : undefined) ?? {};
  return Object.keys(gateways).filter((name) => gateways[name]?.provides?.includes(aspect));
}

function claimedFor(
  { analysis }: CodeFile,
  { node }: CallSite,
  claims: readonly string[],
): string | undefined {
  const names = analysis.exportsAround(node);
  return claims.find((claim) => names.includes(claim));
}

function isLeftOpen(
  { analysis, flow }: CodeFile,
  { node }: CallSite,
  aspect: GatewayAspect,
  { because, outcome }: Assessment,
): boolean {
  if (aspect !== 'redaction') return outcome === 'unknown' || because?.word === 'callers';
  if (outcome === 'finding') return false;
  const contents = analysis.sent(flow).found.filter(({ call }) => call === node);
  return contents.some(({ parts }) => parts.some(({ origins }) => origins.length > 0));
}
