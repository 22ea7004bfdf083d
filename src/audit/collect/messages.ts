/**
 * What a rule says, without what evidence may not hold: no literal of the code, no absolute path.
 */
import type { RuleAssessment } from '../../rules/define/assess.ts';
import { rules } from '../../rules/index.ts';
import { isRuleName } from '../../rules/names.ts';
import { visible } from '../text.ts';

/** Data of messages that can quote a value of the code. */
const VALUES = new Set(['found', 'host', 'id', 'label', 'model', 'name', 'to', 'value', 'what']);
/** What a model, a region, a host or a parameter looks like. */
const SHORT = /^[\p{L}\p{N}_.:/@…*`[\] ()-]{0,60}$/u;
const QUOTED = /(["'`])(?:\\.|(?!\1)[^\\])*\1?/g;

/** The message of an assessment; undefined where it has none. */
export function messageOf(assessment: RuleAssessment, root: string): string | undefined {
  if (!('messageId' in assessment) || assessment.messageId === undefined) return undefined;
  const { rule, messageId, data = {} } = assessment;
  const messages: Readonly<Record<string, string>> = isRuleName(rule) ? rules[rule].meta.messages : {};
  const text = (messages[messageId] ?? messageId).replace(/\{\{\s*(\w+)\s*\}\}/g, (_, key: string) =>
    withoutLiterals(key, data[key] ?? ''),
  );
  return visible(text.replaceAll(`${root}/`, '').replaceAll(root, '.')) || messageId;
}

function withoutLiterals(key: string, value: string): string {
  // The text of a callee can have arguments in it.
  if (key === 'call' || key === 'sender' || key === 'field' || value.includes('(')) {
    const quotes = key === 'call' || key === 'field' ? QUOTED : /(["'])(?:\\.|(?!\1)[^\\])*\1?/g;
    return value.replace(quotes, '…');
  }
  return VALUES.has(key) && !SHORT.test(value) ? '…' : value;
}
