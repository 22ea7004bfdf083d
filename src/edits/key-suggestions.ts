/**
 * Suggestions about variables that hold keys.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { KeyRead } from '../analysis/connections/environment-keys.ts';
import type { Edit } from './geo-suggestions.ts';
import { renameKey } from './properties.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Reads another variable in the same way. */
export function renameRead(sourceCode: SourceCode, { node, written }: KeyRead, name: string): Edit {
  return (fixer) => {
    if (node.type === 'Property') return renameKey(sourceCode, fixer, node, name);
    if (!written) return null;
    // A name in quotes keeps them.
    if (written.type === 'Identifier') return fixer.replaceText(written, name);
    return fixer.replaceTextRange([written.range[0] + 1, written.range[1] - 1], name);
  };
}

/** Leaves what stands before the fallback. */
export function dropFallback(sourceCode: SourceCode, node: TSESTree.LogicalExpression): Edit {
  return (fixer) => fixer.replaceText(node, sourceCode.getText(node.left));
}
