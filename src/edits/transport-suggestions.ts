/**
 * Suggestions that protect a connection, each of which leaves code that runs.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { TransportSetting } from '../analysis/connections/transport.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { removeProperty, replaceString } from './properties.ts';
import type { Edit } from './geo-suggestions.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Writes `https:` for the `http:` that a text begins with; undefined where the text is put together elsewhere. */
export function httpsEdit(sourceCode: SourceCode, { node }: TransportSetting): Edit | undefined {
  let text: Node = node;
  while (text.type === 'BinaryExpression') text = text.left;
  if (text.type !== 'Literal' && text.type !== 'TemplateLiteral') return undefined;
  const start = text.range[0] + 1;
  const end = start + 'http:'.length;
  if (sourceCode.text.slice(start, end).toLowerCase() !== 'http:') return undefined;
  return (fixer) => fixer.replaceTextRange([start, end], 'https:');
}

/** Takes a switch away: a property of an object, or an assignment that is a statement of its own. */
export function removeEdit(sourceCode: SourceCode, { setter }: TransportSetting): Edit | undefined {
  if (setter?.type === 'Property') return (fixer) => removeProperty(sourceCode, fixer, setter);
  const statement = setter?.parent;
  const block = statement?.type === 'ExpressionStatement' ? statement.parent : undefined;
  if (!statement || (block?.type !== 'Program' && block?.type !== 'BlockStatement')) return undefined;
  const next = sourceCode.getTokenAfter(statement, { includeComments: true });
  const onItsOwn = next && next.loc.start.line > statement.loc.end.line;
  return (fixer) => fixer.removeRange([statement.range[0], onItsOwn ? next.range[0] : statement.range[1]]);
}

/** Writes the least version of TLS: as the value itself, or in the flag of NODE_OPTIONS. */
export function versionEdit(
  sourceCode: SourceCode,
  { name, node }: TransportSetting,
  version: string,
): Edit | undefined {
  if (node.type !== 'Literal' && node.type !== 'TemplateLiteral') return undefined;
  if (name !== 'NODE_OPTIONS') return (fixer) => replaceString(sourceCode, fixer, node, version);
  const flag = `--tls-min-${version.replace('TLS', '')}`;
  const text = sourceCode.getText(node).replace(/--tls-min-v1\.[01](?!\d)/g, flag);
  return (fixer) => fixer.replaceText(node, text);
}
