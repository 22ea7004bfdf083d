/**
 * Text changes that read a value from the environment where a literal stands, as the file reads others.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { literalText, unwrap, wrapped } from '../analysis/syntax/nodes.ts';
import { CREDENTIAL_HEADERS } from '../analysis/sdk-surface/index.ts';
import type { Node } from '../analysis/syntax/types.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** A change that takes a secret out. Its text never holds what it takes out. */
export interface EnvironmentEdit {
  readonly kind: 'drop' | 'read';
  /** What is read instead; for `drop`, empty. */
  readonly expression: string;
  readonly fix: TSESLint.ReportFixFunction;
}

/**
 * The change for one secret.
 *
 * @param node the expression that holds it: a string, a template, or what puts one together
 * @param secret the secret itself
 * @param value the whole text of the expression
 * @param variable the environment variable to read; without it only a fallback can be dropped
 * @returns undefined where no change would leave code that runs
 */
export function environmentEdit(
  sourceCode: SourceCode,
  node: Node,
  secret: string,
  value: string,
  variable: string | undefined,
): EnvironmentEdit | undefined {
  const whole = value.trim() === secret;
  const target = wrapped(node);
  if (whole) {
    const drop = fallbackDrop(sourceCode, target);
    if (drop) return { kind: 'drop', expression: '', fix: drop };
  }
  if (variable === undefined || !isExpressionPlace(target)) return undefined;
  const expression = readInStyle(sourceCode, variable);
  if (expression === undefined) return undefined;
  const read = (fix: TSESLint.ReportFixFunction): EnvironmentEdit => ({ kind: 'read', expression, fix });
  if (whole) {
    // A header is typed as a text that is there.
    const value = isHeader(target) ? `${expression} ?? ''` : expression;
    const text = target.parent?.type === 'JSXAttribute' ? `{${value}}` : value;
    return read((fixer) => fixer.replaceText(node, text));
  }
  const [before, after, ...more] = value.split(secret);
  // Everything beside the secret is kept, so it must be plain, and hold no other.
  if (before === undefined || after === undefined || more.length > 0) return undefined;
  if (/[`$\\"'\n]/.test(before + after) || (before + after).length > 24) return undefined;
  if (node.type === 'TemplateLiteral' && node.expressions.length > 0) return undefined;
  const template = `\`${before}\${${expression}}${after}\``;
  const text = target.parent?.type === 'JSXAttribute' ? `{${template}}` : template;
  return read((fixer) => fixer.replaceText(node, text));
}

/** `{ 'x-api-key': '…' }` */
function isHeader({ parent }: Node): boolean {
  if (parent?.type !== 'Property') return false;
  const key = parent.key.type === 'Identifier' ? parent.key.name : literalText(parent.key);
  return key !== undefined && CREDENTIAL_HEADERS.some((name) => name === key.toLowerCase());
}

/** `env ?? "literal"` → `env`; `const { X = "literal" } = process.env` → `const { X } = process.env`. */
function fallbackDrop(sourceCode: SourceCode, target: Node): TSESLint.ReportFixFunction | undefined {
  const parent = target.parent;
  if (parent?.type === 'LogicalExpression' && parent.right === target && parent.operator !== '&&') {
    if (literalText(unwrap(parent.left)) !== undefined) return undefined;
    const operator = sourceCode.getTokenAfter(parent.left, (token) => token.value === parent.operator);
    const end = operator && sourceCode.getTokenBefore(operator)?.range[1];
    return end === undefined || end === null
      ? undefined
      : (fixer) => fixer.removeRange([end, parent.range[1]]);
  }
  if (parent?.type === 'AssignmentPattern' && parent.right === target && isFromEnvironment(parent)) {
    return (fixer) => fixer.removeRange([parent.left.range[1], parent.right.range[1]]);
  }
  return undefined;
}

/** A default in a pattern that takes the environment apart. */
function isFromEnvironment(pattern: TSESTree.AssignmentPattern): boolean {
  let node: Node = pattern;
  while (node.parent.type === 'Property' || node.parent.type === 'ObjectPattern') node = node.parent;
  const declarator = node.parent;
  if (declarator.type !== 'VariableDeclarator' || !declarator.init) return false;
  const source = unwrap(declarator.init);
  return (
    (source.type === 'MemberExpression' &&
      source.property.type === 'Identifier' &&
      source.property.name === 'env') ||
    (source.type === 'Identifier' && source.name === 'env')
  );
}

/** False for strings that are names, types or markup: no expression may stand in their place. */
function isExpressionPlace(node: Node): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case undefined:
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportAttribute':
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'JSXElement':
    case 'JSXFragment':
    case 'TSEnumMember':
    case 'TSExternalModuleReference':
    case 'TSImportType':
    case 'TSLiteralType':
    case 'TaggedTemplateExpression':
      return false;
    case 'ExpressionStatement':
      return false;
    case 'AssignmentExpression':
      // process.env.X = "…": what would be read is what is written.
      return !(parent.left.type === 'MemberExpression' && /\benv\b/.test(textOfMember(parent.left)));
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return parent.value === node;
    default:
      return true;
  }
}

function textOfMember(node: TSESTree.MemberExpression): string {
  const names: string[] = [];
  for (let current: Node = node; current.type === 'MemberExpression'; current = unwrap(current.object)) {
    const { object } = current;
    if (current.property.type === 'Identifier') names.push(current.property.name);
    if (object.type === 'Identifier') names.push(object.name);
  }
  return names.join(' ');
}

/** A read of a variable in the spelling of the file; undefined where `process` is something else. */
function readInStyle(sourceCode: SourceCode, variable: string): string | undefined {
  const { text } = sourceCode;
  if (
    /\bimport\.meta\.env\.[A-Z_]*(?:ANTHROPIC|CLAUDE|API_KEY|SECRET|TOKEN)/.test(text) &&
    !/\bprocess\.env\b/.test(text)
  )
    return `import.meta.env.${variable}`;
  const deno = /\bDeno\.env\.get\((["'])/.exec(text);
  if (deno) return `Deno.env.get(${String(deno[1])}${variable}${String(deno[1])})`;
  if (/\bBun\.env\b/.test(text)) return `Bun.env.${variable}`;
  if (
    /\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from\s*["'](?:node:process|process|\$env\/dynamic\/private)["']/.test(
      text,
    )
  )
    return `env.${variable}`;
  if (shadowsProcess(sourceCode)) return undefined;
  const bracket = /\bprocess\.env\[(["'])/.exec(text);
  if (bracket && !/\bprocess\.env\.[A-Z]/.test(text))
    return `process.env[${String(bracket[1])}${variable}${String(bracket[1])}]`;
  return `process.env.${variable}`;
}

/** A `process` of the file's own, unless it is Node's. */
function shadowsProcess(sourceCode: SourceCode): boolean {
  return (sourceCode.scopeManager?.scopes ?? []).some((scope) =>
    scope.variables.some(
      ({ name, defs }) =>
        name === 'process' && defs.length > 0 && !defs.every((d) => d.type === 'ImportBinding'),
    ),
  );
}
