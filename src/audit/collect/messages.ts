/**
 * What a rule says, without what evidence may not hold: no literal of the code, no absolute path.
 */
import type { RuleAssessment } from '../../rules/define/assess.ts';
import { rules } from '../../rules/index.ts';
import { isRuleName } from '../../rules/names.ts';
import { visible } from '../text.ts';

/** Data of messages in words of our own: tables, options, numbers. All other data may quote the code. */
const OWN = new Set([
  'allowed',
  'approved',
  'as',
  'but',
  'by',
  'content',
  'date',
  'disagreement',
  'example',
  'first',
  'instead',
  'kept',
  'key',
  'keyword',
  'kind',
  'labels',
  'line',
  'marks',
  'missing',
  'namespace',
  'option',
  'path',
  'places',
  'problem',
  'reason',
  'scope',
  'second',
  'tail',
  'title',
  'when',
  'where',
  'why',
  'with',
  'writes',
]);
/** A path of names, an id, a host: nothing with a space or a quote in it. */
const NAMES = /^(?:new )?[\p{L}\p{N}_.:/@…*$#?[\]()-]{1,60}$/u;
/** What rules put around names: `, ` between them, and lines. */
const SAID = /^(?:new )?[\p{L}\p{N}_ .,:/@…*$#?[\]()’-]{0,120}$/u;

/** The message of an assessment; undefined where it has none. */
export function messageOf(assessment: RuleAssessment, root: string): string | undefined {
  if (!('messageId' in assessment)) return undefined;
  const { rule, messageId, data = {} } = assessment;
  const messages: Readonly<Record<string, string>> = isRuleName(rule) ? rules[rule].meta.messages : {};
  const text = (messages[messageId] ?? messageId).replace(/\{\{\s*(\w+)\s*\}\}/g, (_, key: string) =>
    withoutLiterals(key, data[key] ?? ''),
  );
  return visible(text.replaceAll(`${root}/`, '').replaceAll(root, '.')) || messageId;
}

function withoutLiterals(key: string, value: string): string {
  if (OWN.has(key)) return value;
  if (value.includes('`')) {
    const parts = value.replace(/`([^`]*)`/g, (_, part: string) =>
      NAMES.test(part) ? `\u0000${part}\u0000` : '\u0000…\u0000',
    );
    // Around names stand words of ours; a backtick that is left has come from the code.
    return /[`"']/.test(parts) ? '…' : parts.replaceAll('\u0000', '`');
  }
  return NAMES.test(value) || (SAID_KEYS.has(key) && SAID.test(value)) || value === '' ? value : '…';
}

/** Data that may be words of ours: the name of a party, of a framework, of a kind of file. */
const SAID_KEYS = new Set(['framework', 'record', 'sender', 'source', 'to', 'what']);
