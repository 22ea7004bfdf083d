/**
 * Requests that a browser sends by itself, as their options and headers say.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calledValueOf } from '../clients/sdk-values.ts';
import { headerValue } from '../connections/credential-headers.ts';
import { optionsAt } from '../clients/sdk-calls.ts';
import { isAtAnthropic } from '../clients/hosts.ts';
import { calleeName, isFunction, literalText, nodeAt, writtenKey } from '../syntax/nodes.ts';
import { isVendorClient, ROWS } from '../sdk-surface/index.ts';
import type { Platform } from '../sdk-surface/index.ts';
import type { Answer, Node } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import type { Context, ShapeSignal } from './types.ts';

const HEADER = 'anthropic-dangerous-direct-browser-access';
const SWITCH = 'dangerouslyAllowBrowser';

/** Switches and headers that let a page of the web speak to the API. */
export function directBrowser(context: Context): ShapeSignal[] {
  return [...headers(context), ...switches(context)];
}

function headers({ ev, platformAt }: Context): ShapeSignal[] {
  if (!ev.index.text.toLowerCase().includes(HEADER)) return [];
  const found: ShapeSignal[] = [];
  for (const { index } of ev.index.text.matchAll(new RegExp(HEADER, 'gi'))) {
    const node = nodeAt(ev, index);
    const value = node && literalText(node)?.toLowerCase() === HEADER ? headerValue(node) : undefined;
    if (node && value && ev.answers(value, []).some(isOn) && !followsSwitch(node)) {
      found.push({ shape: 'direct_browser', node, platform: platformAt(node) });
    }
  }
  return found;
}

/** The header of an SDK's own: `options.dangerouslyAllowBrowser ? { … } : undefined`. The switch is what decides. */
function followsSwitch(header: Node): boolean {
  let node = header;
  for (let parent = header.parent; parent; parent = parent.parent) {
    const test =
      parent.type === 'ConditionalExpression' || parent.type === 'IfStatement'
        ? parent.test
        : parent.type === 'LogicalExpression'
          ? parent.left
          : undefined;
    if (test && test !== node && calleeName(test) === SWITCH) return true;
    node = parent;
  }
  return false;
}

function switches({ ev, platformAt, evident, alone }: Context): ShapeSignal[] {
  const found: ShapeSignal[] = [];
  const add = (key: Node, platform: Platform | undefined): void => {
    found.push({ shape: 'direct_browser', node: key, platform: platform ?? platformAt(key) });
  };
  for (const property of ev.index.propertiesNamed(SWITCH)) {
    if (!ev.answers(property.value, []).some(isOn) || usesTokenProvider(property)) continue;
    const platform = clientAround(ev, property);
    // Options in a variable: whose they are is plain where the file loads no other vendor's client.
    if (platform !== 'other' && (platform ?? (evident && alone))) add(property.key, platform);
  }
  for (const call of ev.leadsOut && ev.mentions(SWITCH) ? ev.index.calls : []) {
    const [options] = call.arguments;
    if (!options || options.type === 'SpreadElement') continue;
    // Options that another module writes, for a client that this one makes or copies.
    if (!ev.answers(options, [SWITCH]).some((answer) => answer.elsewhere && isOn(answer))) continue;
    const platform = clientAround(ev, options);
    if (platform !== undefined && platform !== 'other') add(options, platform);
  }
  for (const { target, value } of ev.index.writesToMember(SWITCH)) {
    if (evident && alone && ev.answers(value, []).some(isOn)) add(target.property, undefined);
  }
  return found;
}

/** The users of the page sign in themselves: no key is given away. */
function usesTokenProvider(property: TSESTree.Property): boolean {
  const object = property.parent;
  const names =
    object.type === 'ObjectExpression'
      ? object.properties.flatMap((p) => (p.type === 'Property' ? [writtenKey(p) ?? ''] : []))
      : [];
  return names.includes('azureADTokenProvider') && !names.includes('apiKey');
}

/** The platform of the client in whose options a property stands; `other` for another vendor's. */
function clientAround(ev: Evaluator, property: Node): Platform | 'other' | undefined {
  for (let node = property.parent; node && !isFunction(node); node = node.parent) {
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') continue;
    for (const answer of ev.answers(node.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const value = calledValueOf(answer.value.api, ev.declared);
      const made = value?.row.new ?? value?.row.call;
      const { makes, credentials } = value?.row ?? {};
      if (!value || (made === undefined && !makes && !credentials)) continue;
      if (makes?.vendors === 'by-url')
        return isAtAnthropic(optionsAt(ev, node, 0), makes.baseUrls) ? 'openai-compatible' : 'other';
      return value.platform ?? ROWS.get(made ?? '')?.platform;
    }
    if (node.type === 'NewExpression' && isVendorClient(calleeName(node.callee) ?? '')) return 'other';
  }
  return undefined;
}

function isOn(answer: Answer): boolean {
  const value = literalOf(answer);
  return value === true || value === 'true';
}
