/**
 * Gives a part of a program a name of its own at the top level, so that it can move into another module.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, edited, nodesIn, parseProgram } from './program.ts';
import type { Edit, Program } from './program.ts';

/** A program with a new name. */
export interface Hoisted {
  readonly text: string;
  readonly name: string;
  readonly how: string;
}

const NAME = 'part';

/** Every program that a part of this one can be hoisted in. */
export function hoistsOf(text: string): Hoisted[] {
  const program = parseProgram(text);
  if (!program || /\bpart\b/.test(text)) return [];
  const found: Hoisted[] = [];
  const add = (how: string, node: TSESTree.Node, use: string, declaration: string): void => {
    const statement = program.statements.find(({ node: each }) => contains(each, node));
    if (!statement || statement.imports) return;
    const at = statement.node.range[0];
    const edits: Edit[] = [
      { range: [at, at], text: `${declaration}\n` },
      { range: node.range, text: use },
    ];
    found.push({ text: edited(text, edits), name: NAME, how });
  };
  for (const node of nodesIn(program.ast)) {
    const source = text.slice(...node.range);
    if (isValue(node) && standsAlone(program, node)) add('a value', node, NAME, `const ${NAME} = ${source};`);
    if (isMaking(node) && standsAlone(program, node))
      add('a factory', node, `${NAME}()`, `const ${NAME} = () => ${source};`);
    if (isSending(program, node)) {
      const callee = text.slice(...node.callee.range);
      const names = node.arguments.map((_, i) => `given${String(i)}`);
      const args = node.arguments.map((each) => text.slice(...each.range)).join(', ');
      const call = `${callee}(${names.join(', ')})`;
      add(
        'a function',
        node,
        `${NAME}(${args})`,
        `function ${NAME}(${names.join(', ')}) {\n  return ${call};\n}`,
      );
      add(
        'an async function',
        node,
        `${NAME}(${args})`,
        `const ${NAME} = async (${names.join(', ')}) => ${call};`,
      );
      add(
        'a method',
        node,
        `${NAME}.send(${args})`,
        `class Part {\n  send(${names.join(', ')}) {\n    return ${call};\n  }\n}\nconst ${NAME} = new Part();`,
      );
    }
  }
  return found;
}

function contains(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** An object or a text that is handed on. */
function isValue(node: TSESTree.Node): boolean {
  const [parent] = ancestorsOf(node);
  if (!parent || !isHanding(parent, node)) return false;
  return (
    (node.type === 'ObjectExpression' && node.properties.length > 0) ||
    (node.type === 'Literal' && typeof node.value === 'string')
  );
}

function isHanding(parent: TSESTree.Node, node: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'CallExpression':
      return (
        parent.callee !== node && !(parent.callee.type === 'Identifier' && parent.callee.name === 'require')
      );
    case 'NewExpression':
      return true;
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectExpression';
    default:
      return false;
  }
}

/** What a constant of the top level is made by. */
function isMaking(node: TSESTree.Node): boolean {
  return (
    (node.type === 'NewExpression' || node.type === 'CallExpression') &&
    node.parent.type === 'VariableDeclarator' &&
    node.parent.init === node &&
    !(node.callee.type === 'Identifier' && node.callee.name === 'require')
  );
}

/** A call of a method of a constant of the top level, or of the console. */
function isSending({ top }: Program, node: TSESTree.Node): node is TSESTree.CallExpression {
  if (node.type !== 'CallExpression' || node.optional || node.callee.type !== 'MemberExpression')
    return false;
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return false;
  let root: TSESTree.Node = node.callee;
  while (root.type === 'MemberExpression') {
    if (root.computed || root.optional) return false;
    root = root.object;
  }
  if (root.type !== 'Identifier') return false;
  if (root.name === 'console') return !top.set.has('console');
  const { name } = root;
  const variable = top.set.get(name);
  return (
    variable?.references.some(({ identifier }) => identifier === root) === true &&
    isConstant(variable.defs[0])
  );
}

function isConstant(definition: { readonly parent?: unknown } | undefined): boolean {
  const parent = definition?.parent as TSESTree.Node | undefined;
  return (
    parent?.type === 'ImportDeclaration' ||
    (parent?.type === 'VariableDeclaration' && parent.kind === 'const')
  );
}

/** It reads nothing but names of the top level, waits for nothing, and is the same wherever it stands. */
export function standsAlone({ scopes, top }: Program, node: TSESTree.Node): boolean {
  for (const each of nodesIn(node)) {
    if (
      [
        'ThisExpression',
        'AwaitExpression',
        'YieldExpression',
        'Super',
        'MetaProperty',
        'TSAsExpression',
        'SpreadElement',
      ].includes(each.type)
    )
      return false;
    if (each.type.includes('Function')) return false;
  }
  return scopes
    .flatMap(({ references }) => references)
    .filter(({ identifier }) => contains(node, identifier))
    .every(
      ({ resolved }) =>
        !resolved ||
        (resolved.scope === top &&
          resolved.defs.every(
            (each) =>
              isConstant(each as never) ||
              each.node.type === 'FunctionDeclaration' ||
              each.node.type === 'ClassDeclaration',
          )),
    );
}
