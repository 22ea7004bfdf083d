/**
 * Text changes for suggestions: put a property where it belongs, in the style of the file.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Node, Path } from '../analysis/syntax/types.ts';
import { writtenKey } from '../analysis/syntax/nodes.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Fixer = TSESLint.RuleFixer;
type Fix = TSESLint.RuleFix;

/** A change of the text. */
export type Edit = (fixer: Fixer) => Fix | readonly Fix[] | null;

/** A value to write: a string, or code as it stands. */
export type Written = string | { readonly code: string };

/**
 * Adds a property at the end of an object literal, after every spread. A property of the same name that
 * stands before a spread is taken away.
 *
 * @param keys the keys from the object to the value; missing levels are written as nested objects
 */
export function addProperty(
  sourceCode: SourceCode,
  fixer: Fixer,
  object: TSESTree.ObjectExpression,
  keys: Path,
  value: Written,
): Fix[] {
  const style = styleOf(sourceCode, object);
  const text = propertyText(keys, value, style);
  const [key] = keys;
  const earlier = object.properties.find((p) => p.type === 'Property' && writtenKey(p) === key);
  const kept = object.properties.filter((p) => p !== earlier);
  const fixes: Fix[] = [];
  if (earlier) fixes.push(removeProperty(sourceCode, fixer, earlier));
  const last = kept.at(-1);
  if (!last) {
    if (earlier) return [fixer.replaceText(earlier, text)];
    const close = sourceCode.getLastToken(object);
    // Comments stay.
    return close && sourceCode.getCommentsInside(object).length > 0
      ? [fixer.insertTextBefore(close, `${text} `)]
      : [fixer.replaceText(object, `{ ${text} }`)];
  }
  fixes.push(fixer.insertTextAfter(last, `,${separator(sourceCode, object)}${text}`));
  return fixes;
}

/** Writes an object that spreads an expression and sets one property over it. */
export function pinOver(
  sourceCode: SourceCode,
  fixer: Fixer,
  expression: Node,
  keys: Path,
  value: string,
): Fix {
  const text = sourceCode.getText(expression);
  const style = styleOf(sourceCode, expression);
  return fixer.replaceText(expression, overlay(text, keys, value, style));
}

/** `{ ...x, a: { ...x.a, b: value } }`: deeper levels keep what they had. */
function overlay(text: string, keys: Path, value: string, style: Style): string {
  const [key = '', ...rest] = keys;
  const inner = rest.length > 0 ? overlay(`${text}?.${key}`, rest, value, style) : quoted(value, style);
  return `{ ...${text}, ${keyText(key, style)}: ${inner} }`;
}

/** Replaces a string value, keeping its quotes. */
export function replaceString(sourceCode: SourceCode, fixer: Fixer, node: Node, value: string): Fix {
  return fixer.replaceText(node, quoted(value, styleOf(sourceCode, node)));
}

/** The change that writes another string, keeping its quotes; undefined where there is none to write. */
export function replacement(sourceCode: SourceCode, node: Node, value: string | undefined): Edit | undefined {
  return value === undefined ? undefined : (fixer) => replaceString(sourceCode, fixer, node, value);
}

/** Gives a property of an object literal another value; shorthand properties are written out. */
export function replaceValue(
  sourceCode: SourceCode,
  fixer: Fixer,
  property: TSESTree.Property,
  value: Written,
): Fix {
  const text = valueText(value, styleOf(sourceCode, property.parent));
  // `'debug' as const` keeps what stands around the value.
  return property.shorthand
    ? fixer.insertTextAfter(property.key, `: ${text}`)
    : fixer.replaceText(isConst(property.value) ? property.value.expression : property.value, text);
}

function isConst(value: Node): value is TSESTree.TSAsExpression {
  return (
    value.type === 'TSAsExpression' &&
    value.typeAnnotation.type === 'TSTypeReference' &&
    value.typeAnnotation.typeName.type === 'Identifier' &&
    value.typeAnnotation.typeName.name === 'const'
  );
}

/** Turns a bare model id into the object form with one more property. */
export function modelObject(sourceCode: SourceCode, fixer: Fixer, id: Node, key: string, value: string): Fix {
  const style = styleOf(sourceCode, id);
  return fixer.replaceText(
    id,
    `{ id: ${sourceCode.getText(id)}, ${keyText(key, style)}: ${quoted(value, style)} }`,
  );
}

/** Adds an argument with one property to a call that has none. */
export function addArgument(
  sourceCode: SourceCode,
  fixer: Fixer,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  keys: Path,
  value: Written,
): Fix | undefined {
  const text = `{ ${propertyText(keys, value, styleOf(sourceCode, call))} }`;
  const last = call.arguments.at(-1);
  if (last) return fixer.insertTextAfter(last, `, ${text}`);
  const close = sourceCode.getLastToken(call);
  if (close?.value === ')') return fixer.insertTextBefore(close, text);
  return fixer.insertTextAfter(call.callee, `(${text})`);
}

/** Renames a property; shorthand properties are written out. */
export function renameKey(
  sourceCode: SourceCode,
  fixer: Fixer,
  property: TSESTree.Property,
  key: string,
): Fix {
  const style = styleOf(sourceCode, property);
  if (property.shorthand)
    return fixer.replaceText(property, `${keyText(key, style)}: ${sourceCode.getText(property.value)}`);
  return fixer.replaceText(
    property.key,
    property.key.type === 'Literal' ? quoted(key, style) : keyText(key, style),
  );
}

/** Takes a property out of its object, with the comma that goes with it. */
export function removeProperty(sourceCode: SourceCode, fixer: Fixer, property: Node): Fix {
  const [before, next] = [sourceCode.getTokenBefore(property), sourceCode.getTokenAfter(property)];
  if (next?.value !== ',') {
    if (before?.value === ',') return fixer.removeRange([before.range[0], property.range[1]]);
    return before && next
      ? fixer.replaceTextRange([before.range[1], next.range[0]], '')
      : fixer.remove(property);
  }
  const following = sourceCode.getTokenAfter(next, { includeComments: true });
  return fixer.removeRange([property.range[0], following ? following.range[0] : next.range[1]]);
}

interface Style {
  readonly quote: '"' | "'";
  readonly quoteKeys: boolean;
}

/** The quotes used nearby, else in the file. */
function styleOf(sourceCode: SourceCode, node: Node): Style {
  const object = node.type === 'ObjectExpression' ? node : undefined;
  const keys = object?.properties.flatMap((p) => (p.type === 'Property' && !p.computed ? [p.key] : [])) ?? [];
  const quoteKeys = keys.length > 0 && keys.every((k) => k.type === 'Literal');
  const near =
    /["'](?=[\w\s/@.:-]*["'])/.exec(sourceCode.getText(node)) ??
    /["'](?=[\w\s/@.:-]*["'])/.exec(sourceCode.text);
  return { quote: near?.[0] === "'" ? "'" : '"', quoteKeys };
}

function propertyText(keys: Path, value: Written, style: Style): string {
  const [key = '', ...rest] = keys;
  const inner = rest.length > 0 ? `{ ${propertyText(rest, value, style)} }` : valueText(value, style);
  return `${keyText(key, style)}: ${inner}`;
}

function keyText(key: string, style: Style): string {
  return style.quoteKeys || !/^[A-Za-z_$][\w$]*$/.test(key) ? quoted(key, style) : key;
}

function valueText(value: Written, style: Style): string {
  return typeof value === 'string' ? quoted(value, style) : value.code;
}

function quoted(value: string, style: Style): string {
  return `${style.quote}${value}${style.quote}`;
}

/** What stands between the last two properties, or before the only one. */
function separator(sourceCode: SourceCode, object: TSESTree.ObjectExpression): string {
  const last = object.properties.at(-1);
  const before = last && sourceCode.getTokenBefore(last);
  if (!last || !before || before.loc.end.line === last.loc.start.line) return ' ';
  const line = sourceCode.lines[last.loc.start.line - 1] ?? '';
  const lineBreak = sourceCode.text.includes('\r\n') ? '\r\n' : '\n';
  return `${lineBreak}${/^\s*/.exec(line)?.[0] ?? ''}`;
}
