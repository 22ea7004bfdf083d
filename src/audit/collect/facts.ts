/**
 * What the code shows of a request's receiver, place, model and label.
 */
import { placementsOf } from '../../analysis/connections/placement.ts';
import { geographyOf } from '../../analysis/index.ts';
import type { CallSite as Request } from '../../analysis/index.ts';
import { contains } from '../../analysis/syntax/nodes.ts';
import type { Answer, Node } from '../../analysis/syntax/types.ts';
import { isNullish } from '../../analysis/values/answers.ts';
import { stringsOf } from '../../analysis/values/object-view.ts';
import { cannotBePinned } from '../../policy/geo-verdicts.ts';
import { profileOf } from '../../policy/region-verdicts.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { Fact, Place } from '../model.ts';
import { byText } from '../text.ts';
import { WHY } from '../words.ts';
import type { How, Why } from '../words.ts';
import type { Locator } from './places.ts';

/** A value as evidence may hold it, or a mark that there is one of another form. */
function shortValue(text: string): string {
  const value = text.replaceAll('\u0000', '…');
  return /^[\p{L}\p{N}_.:/@…*-]{1,120}$/u.test(value) ? value : '…';
}

/** The word of the evidence for a reason of the analysis. */
export function whyOf(word: string): Why {
  return Object.hasOwn(WHY, word) ? (word as Why) : (WHY_WORDS[word] ?? 'untracked');
}

const WHY_WORDS: Readonly<Record<string, Why>> = {
  'another module': 'imported',
  'broken marker': 'unreadable',
  callers: 'parameter',
  failed: 'complex',
  'followed in part': 'bound',
  'made elsewhere': 'imported',
  'no list': 'not-configured',
  'not asked here': 'imported',
  'open record': 'computed',
  unseen: 'call',
};

/** One way through the code. */
interface Reading {
  readonly state: 'absent' | 'cannot-tell' | 'shown';
  readonly value?: string;
  readonly at?: Place | undefined;
  readonly how?: How;
  readonly why?: Why;
}

/** What several ways through the code come to: what one leaves open or lacks counts before what others show. */
export function together<Value extends string>(readings: readonly Reading[]): Fact<Value> {
  const open = readings.find(({ state }) => state === 'cannot-tell');
  if (open) return { state: 'cannot-tell', why: open.why ?? 'untracked', ...(open.at && { from: open.at }) };
  const missing = readings.find(({ state }) => state === 'absent');
  if (missing) return { state: 'absent' };
  const values = [...new Set(readings.flatMap(({ value }) => (value === undefined ? [] : [value])))].sort(
    byText,
  );
  const [first, second] = values;
  const [reading] = readings;
  if (first === undefined) return { state: 'cannot-tell', why: 'untracked' };
  return {
    state: 'shown',
    ...(second === undefined ? { value: first as Value } : { values: values as Value[] }),
    ...(reading?.at && { from: reading.at }),
    ...(reading?.how && { how: reading.how }),
  };
}

/** Facts of several callers as one. */
export function ofCallers<Value extends string>(facts: readonly Fact<Value>[]): Fact<Value> {
  return together(
    facts.flatMap((fact): Reading[] => {
      const { state, value, values = value === undefined ? [] : [value], from, how, why } = fact;
      if (state === 'shown')
        return values.map((one) => ({ state, value: one, at: from, ...(how && { how }) }));
      return [state === 'absent' ? { state } : { state: 'cannot-tell', at: from, ...(why && { why }) }];
    }),
  );
}

function reading(request: Request, where: Locator, answer: Answer): Reading {
  const node = answer.elsewhere ?? answer.node;
  const at = where.at(node);
  const isInside = answer.elsewhere === undefined && contains(request.node, answer.node);
  if (answer.kind === 'absent' || isNullish(answer) === true) return { state: 'absent' };
  if (answer.kind === 'unknown') return { state: 'cannot-tell', why: answer.reason, at };
  const [pieces] = stringsOf([answer]);
  if (!pieces) return { state: 'cannot-tell', why: 'computed', at };
  const value = shortValue(pieces.map((piece) => piece ?? '…').join(''));
  return { state: 'shown', value, ...(!isInside && { at }), how: howOf(isInside, answer) };
}

function howOf(isInside: boolean, { elsewhere }: { readonly elsewhere?: Node | undefined }): How {
  if (elsewhere) return 'imported';
  return isInside ? 'literal' : 'constant';
}

/** The model that a request asks for. */
export function modelFact(request: Request, where: Locator): Fact {
  const answers = request.models();
  if (answers.length === 0) return { state: 'absent' };
  return together(answers.map((answer) => reading(request, where, answer)));
}

const REGIONAL: ReadonlySet<string> = new Set(['bedrock', 'foundry', 'vertex']);

/** The geography that a request names. */
export function geographyFact(request: Request, where: Locator): Fact {
  const { operation, platform } = request;
  if (REGIONAL.has(platform) || operation.kind === 'count') return { state: 'not-applicable' };
  if (operation.geo === undefined) return { state: 'not-applicable' };
  // What a gateway is told does not reach whom it asks.
  if (cannotBePinned(request)) return { state: 'absent' };
  const geography = geographyOf(request);
  if (!geography) return { state: 'not-applicable' };
  const readings = geography.readings.map((each): Reading => {
    const node = each.elsewhere ?? each.node;
    const isInside = each.elsewhere === undefined && contains(request.node, each.node);
    switch (each.state) {
      case 'value':
        return {
          state: 'shown',
          value: shortValue(each.value),
          ...(!isInside && { at: where.at(node) }),
          how: howOf(isInside, each),
        };
      case 'unknown': {
        const why = each.answer.kind === 'unknown' ? each.answer.reason : 'computed';
        return { state: 'cannot-tell', why, at: where.at(node) };
      }
      default:
        return { state: 'absent' };
    }
  });
  return readings.length > 0 ? together(readings) : { state: 'not-applicable' };
}

/** The region of a cloud: of the client or the address, else of the id of the model. */
export function regionFact(request: Request, file: CodeFile, where: Locator): Fact {
  if (!REGIONAL.has(request.platform)) return { state: 'not-applicable' };
  const placement = placementsOf(file.analysis).find(({ call }) => call === request.node);
  const readings = (placement?.regions ?? []).map((each): Reading => {
    if (each.state === 'value')
      return { state: 'shown', value: shortValue(each.value), at: where.at(each.node), how: 'client' };
    if (each.state === 'absent') return { state: 'cannot-tell', why: 'environment', at: where.at(each.node) };
    const why = each.answer.kind === 'unknown' ? each.answer.reason : 'computed';
    return { state: 'cannot-tell', why, at: where.at(each.node) };
  });
  // An inference profile decides over the region of the client.
  const named = stringsOf(placement?.models ?? []).flatMap((pieces): Reading[] => {
    const profile = profileOf(pieces[0] ?? '');
    if (profile.kind === 'profile')
      return [{ state: 'shown', value: profile.profile.id.replace(/\.$/, ''), how: 'model' }];
    return profile.kind === 'region'
      ? [{ state: 'shown', value: shortValue(profile.region), how: 'model' }]
      : [];
  });
  const isNamed = named.length > 0 && named.length === placement?.models.length;
  return together(isNamed ? named : readings);
}
