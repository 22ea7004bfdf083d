/**
 * Suggestions that keep a log useful without the content: what to write instead.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Leak } from '../analysis/index.ts';
import { calleeName, isClass, literalText, wrapped } from '../analysis/syntax/nodes.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { writtenNames } from '../analysis/syntax/written-names.ts';

/** Messages of the suggestions. */
export type LogSuggestionIds = 'logErrorName' | 'logId' | 'logLength';

type Suggestion = TSESLint.ReportSuggestionArray<LogSuggestionIds>[number];

/** Names of values that have a length: texts and lists. */
const HAS_LENGTH =
  /(?:text|prompts?|messages?|content|answer|completion|output|summary|question|reply|replies|transcript|body|query|chunk|delta|markdown|html|story|notes?)$/i;

/** Values that a schema gives the shape of: `message.parsed_output`, `result.object`, `parsed.summary` may be anything. */
const OF_A_SCHEMA =
  /^(?:(?:\w+_)?parsed(?:_?\w+)?|parsed\w*|structured\w*|structured_\w+|object|experimental_output)$/i;

/** What can be logged in place of what carries content; empty where nothing surely runs. */
export function logSuggestions(sourceCode: Readonly<TSESLint.SourceCode>, leak: Leak): readonly Suggestion[] {
  const { node } = leak;
  // What a base class writes is changed there.
  if (node.parent && isClass(node.parent)) return [];
  const code = sourceCode.getText(node);
  if (leak.kind === 'error') {
    return node.type === 'Identifier'
      ? [
          suggestion(
            'logErrorName',
            node,
            `${code} instanceof Error ? ${code}.name : typeof ${code}`,
            'ErrorName',
          ),
        ]
      : [];
  }
  if (leak.wholeMessage && (node.type === 'Identifier' || node.type === 'MemberExpression')) {
    return [
      standsInText(node)
        ? suggestion('logId', node, `${code}.id`, 'Id')
        : suggestion('logId', printed(node), `{ id: ${code}.id, usage: ${code}.usage }`, ''),
    ];
  }
  const whole = printed(node);
  if (whole !== node) return [ofLength(whole, `${sourceCode.getText(whole)}.length`, '')];
  const names = writtenNames(node);
  const isText = standsInText(node) || HAS_LENGTH.test(nameOf(node));
  if (!isPlain(node) || !isText || names.some((name) => OF_A_SCHEMA.test(name)) || isObject(leak, names))
    return [];
  const filled = withFallback(node);
  if (filled !== node) return [ofLength(filled, `(${sourceCode.getText(filled)}).length`, '')];
  const isMissing = node.type === 'MemberExpression' && names.some((name) => MAY_BE_MISSING.has(name));
  return [ofLength(node, `${code}${isMissing ? '?' : ''}.length`, 'Length')];
}

/** Parts of answers that SDKs type as objects: a message, what one event of a stream brings. */
const OBJECTS = /^(?:\w*[mM]essage|delta|output)$/;

function isObject({ kind, node }: Leak, names: readonly string[]): boolean {
  return kind !== 'prompt' && node.type === 'MemberExpression' && OBJECTS.test(names.at(-1) ?? '');
}

/** Parts of the answers of OpenAI's SDKs and of Bedrock below which anything may be null or undefined. */
const MAY_BE_MISSING: ReadonlySet<string> = new Set([
  'choices',
  'contentBlockDelta',
  'finalOutput',
  'output',
]);

/** `text ?? ''` around the text, else the text. */
function withFallback(node: Node): Node {
  const outer = wrapped(node);
  const { parent } = outer;
  const isFilled =
    parent?.type === 'LogicalExpression' &&
    parent.operator !== '&&' &&
    parent.left === outer &&
    literalText(parent.right) !== undefined;
  return isFilled ? parent : node;
}

/** Functions that take a text and no number. */
const TAKES_TEXT = /^(?:appendFile|end|write|writeFile)(?:Sync)?$/;

function ofLength(node: Node, length: string, suffix: string): Suggestion {
  const outer = wrapped(node);
  const { parent } = outer;
  const isHanded = parent?.type === 'CallExpression' && parent.callee !== outer;
  const takesText = isHanded && TAKES_TEXT.test(calleeName(parent.callee) ?? '');
  return suggestion('logLength', node, takesText ? `String(${length})` : length, suffix);
}

/**
 * @param suffix for the key where `{ text }` has to become `{ textLength: text.length }`
 */
function suggestion(messageId: LogSuggestionIds, node: Node, code: string, suffix: string): Suggestion {
  const property = node.parent;
  const isShorthand = property?.type === 'Property' && property.shorthand && property.value === node;
  const name = node.type === 'Identifier' ? node.name : '';
  return {
    messageId,
    fix: (fixer) =>
      isShorthand
        ? fixer.replaceText(property, `${name}${suffix}: ${code}`)
        : fixer.replaceText(node, needsParentheses(node, code) ? `(${code})` : code),
  };
}

function needsParentheses(node: Node, code: string): boolean {
  return node.parent?.type === 'BinaryExpression' && code.includes(' ? ');
}

/** The `JSON.stringify(…)` around the node, else the node. */
function printed(node: Node): Node {
  const { parent } = node;
  const isPrinting =
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === node &&
    /^(?:stringify|inspect|String)$/.test(calleeName(parent.callee) ?? '');
  return isPrinting ? parent : node;
}

function standsInText({ parent }: Node): boolean {
  return (
    parent?.type === 'TemplateLiteral' || (parent?.type === 'BinaryExpression' && parent.operator === '+')
  );
}

function isPlain(
  node: Node,
): node is TSESTree.CallExpression | TSESTree.Identifier | TSESTree.MemberExpression {
  return node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'CallExpression';
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return calleeName(node.callee) ?? '';
  if (node.type !== 'MemberExpression') return '';
  return node.computed
    ? (literalText(node.property) ?? nameOf(node.object))
    : node.property.type === 'Identifier'
      ? node.property.name
      : '';
}
