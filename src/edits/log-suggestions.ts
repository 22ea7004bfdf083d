/**
 * Suggestions that keep a log useful without the content: what to write instead.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Leak } from '../analysis/index.ts';
import { calleeName, isClass, isFunction, literalText, wrapped } from '../analysis/syntax/nodes.ts';
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
  if (leak.wholeMessage && isHolder(node)) {
    if (isOfUnknownType(sourceCode, node)) return [];
    // A field, or a getter, may have nothing yet.
    const isMissing = node.type === 'MemberExpression' || mayBeMissing(sourceCode, node);
    const read = isMissing ? `${code}?` : code;
    if (standsInText(node)) return [suggestion('logId', node, `${read}.id`, 'Id')];
    const whole = printed(node);
    // What is written to a file stays a text.
    const target = whole !== node && takesText(whole) ? node : whole;
    return [suggestion('logId', target, `{ id: ${read}.id, usage: ${read}.usage }`, '')];
  }
  const whole = printed(node);
  if (whole !== node) return [ofLength(whole, `${sourceCode.getText(whole)}.length`, '')];
  const names = writtenNames(node);
  const isText = standsInText(node) || HAS_LENGTH.test(nameOf(node));
  if (!isPlain(node) || !isText || names.some((name) => OF_A_SCHEMA.test(name)) || isObject(leak, names))
    return [];
  const filled = withFallback(node);
  if (filled !== node) return [ofLength(filled, `(${sourceCode.getText(filled)}).length`, '')];
  const isMissing = names.some((name) => MAY_BE_MISSING.has(name)) || mayBeMissing(sourceCode, node);
  return [ofLength(node, `${code}${isMissing ? '?' : ''}.length`, 'Length')];
}

/** A name or a member that has the whole answer, and no part of it. */
function isHolder(node: Node): boolean {
  return (
    node.type === 'Identifier' ||
    (node.type === 'MemberExpression' && writtenNames(node).at(-1) !== 'content')
  );
}

/** `(x: unknown) => console.log(x)` */
function isOfUnknownType(sourceCode: Readonly<TSESLint.SourceCode>, node: Node): boolean {
  const name = definedBy(sourceCode, node)?.name;
  return name?.type === 'Identifier' && name.typeAnnotation?.typeAnnotation.type === 'TSUnknownKeyword';
}

/**
 * True for a name of what types may say is undefined: the answer that a callback gets beside an error, what optional steps give.
 */
function mayBeMissing(sourceCode: Readonly<TSESLint.SourceCode>, node: Node): boolean {
  const definition = definedBy(sourceCode, node);
  if (definition?.node.type === 'VariableDeclarator') return definition.node.init?.type === 'ChainExpression';
  const fn = definition?.node;
  return fn !== undefined && isFunction(fn) && fn.params.length > 1 && fn.params[0] !== definition?.name;
}

/** What defines a name. */
function definedBy(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: Node,
): TSESLint.Scope.Definition | undefined {
  if (node.type !== 'Identifier') return undefined;
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node);
  while (scope && !scope.set.has(node.name)) scope = scope.upper;
  return scope?.set.get(node.name)?.defs[0];
}

/** Parts of answers that SDKs type as objects: a message, what one event of a stream brings. */
const OBJECTS = /^(?:\w*[mM]essage|delta|output)$/;

function isObject({ kind, node }: Leak, names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  if (kind === 'prompt') return false;
  return node.type === 'MemberExpression'
    ? OBJECTS.test(last)
    : node.type === 'Identifier' && TURNS.test(last);
}

/** What a runner or the stream of all parts hands out by the piece. */
const TURNS = /^(?:chunk|delta|event|message|part)$/;

/** Parts of the answers of the AI SDK, of OpenAI's SDKs and of Bedrock below which anything may be null or undefined. */
const MAY_BE_MISSING: ReadonlySet<string> = new Set([
  'choices',
  'contentBlockDelta',
  'finalOutput',
  'output',
  'reasoningText',
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
  return suggestion('logLength', node, takesText(node) ? `String(${length})` : length, suffix);
}

/** True for what such a function is handed, or for a branch of it. */
function takesText(node: Node): boolean {
  let outer = wrapped(node);
  while (outer.parent?.type === 'ConditionalExpression' || outer.parent?.type === 'LogicalExpression')
    outer = wrapped(outer.parent);
  const { parent } = outer;
  const isHanded = parent?.type === 'CallExpression' && parent.callee !== outer;
  return isHanded && TAKES_TEXT.test(calleeName(parent.callee) ?? '');
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
