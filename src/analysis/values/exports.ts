/**
 * What a module exports: by name, by `export *`, in the way of CommonJS.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Node } from '../syntax/types.ts';

/** An export that another module provides. */
export interface ReExport {
  /** The module, as this one names it. */
  readonly source: string;
  /** The name there; undefined: all that it exports, as one object. */
  readonly name: string | undefined;
}

/** What one module exports. */
export interface ModuleExports {
  /** Name → the expressions, declarations and names that it can be. */
  readonly named: ReadonlyMap<string, readonly Node[]>;
  readonly reExported: ReadonlyMap<string, ReExport>;
  /** Sources of `export * from`. */
  readonly stars: readonly string[];
  /** What `module.exports` is assigned; empty for modules that only add to it, and for ES modules. */
  readonly whole: readonly Node[];
  /** It is written in the way of CommonJS. */
  readonly isCommonJs: boolean;
}

const memory = new WeakMap<SyntaxIndex, ModuleExports>();

/** The exports of a module. */
export function exportsOf(index: SyntaxIndex): ModuleExports {
  let found = memory.get(index);
  if (!found) memory.set(index, (found = readExports(index)));
  return found;
}

/** {@link ModuleExports} while it is read. */
interface Reading {
  readonly named: Map<string, Node[]>;
  readonly reExported: Map<string, ReExport>;
  readonly stars: string[];
  readonly whole: Node[];
}

/** What a namespace exports, as {@link exportsOf} says it of a module. */
export function exportsOfNamespace({
  body,
}: TSESTree.TSModuleDeclaration): ReadonlyMap<string, readonly Node[]> {
  const reading: Reading = { named: new Map(), reExported: new Map(), stars: [], whole: [] };
  for (const statement of body?.body ?? []) readStatement(statement, reading);
  return reading.named;
}

function readExports(index: SyntaxIndex): ModuleExports {
  const reading: Reading = { named: new Map(), reExported: new Map(), stars: [], whole: [] };
  let isEsModule = false;
  // The tree of a JSON file is one default export.
  const isJson = index.path?.endsWith('.json') === true;
  for (const statement of index.program.body) {
    if (statement.type.startsWith('Export')) isEsModule = true;
    readStatement(statement, reading);
  }
  if (!isEsModule) readCommonJs(index, reading);
  if (isJson)
    return { ...reading, named: new Map(), whole: reading.named.get('default') ?? [], isCommonJs: true };
  const isCommonJs = !isEsModule && (reading.whole.length > 0 || reading.named.size > 0);
  return { ...reading, isCommonJs };
}

function put({ named }: Reading, name: string, node: Node): void {
  const list = named.get(name);
  if (list) list.push(node);
  else named.set(name, [node]);
}

function readStatement(statement: TSESTree.ProgramStatement, reading: Reading): void {
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
      put(reading, 'default', statement.declaration);
      break;
    case 'ExportAllDeclaration':
      if (statement.exported) {
        reading.reExported.set(nameOf(statement.exported), {
          source: statement.source.value,
          name: undefined,
        });
      } else {
        reading.stars.push(statement.source.value);
      }
      break;
    case 'ExportNamedDeclaration':
      readNamed(statement, reading);
      break;
    case 'TSExportAssignment':
      reading.whole.push(statement.expression);
      break;
    default:
  }
}

function readNamed(statement: TSESTree.ExportNamedDeclaration, reading: Reading): void {
  for (const { local, exported } of statement.specifiers) {
    const source = statement.source?.value;
    if (source === undefined) put(reading, nameOf(exported), local);
    else reading.reExported.set(nameOf(exported), { source, name: nameOf(local) });
  }
  const { declaration } = statement;
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) {
      for (const name of namesIn(id)) put(reading, name.name, name);
    }
  } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
    put(reading, declaration.id.name, isEvaluated(declaration) ? declaration : declaration.id);
  }
}

/** Declarations that are values themselves; of others, such as enums, the name is asked. */
function isEvaluated(declaration: Node): boolean {
  return declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
}

function nameOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

/** The names that a pattern binds. */
function namesIn(pattern: Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((p) => namesIn(p.type === 'RestElement' ? p.argument : p.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

/** `module.exports = …`, `exports.name = …`, `module.exports.name = …`, `Object.assign(module.exports, …)`. */
function readCommonJs(index: SyntaxIndex, reading: Reading): void {
  if (!index.mentions('exports')) return;
  const stack: Node[] = [...index.program.body];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'ExpressionStatement') readAssignment(index, node.expression, reading);
    else if (node.type === 'BlockStatement' || node.type === 'IfStatement')
      stack.push(...index.childrenOf(node));
  }
}

function readAssignment(index: SyntaxIndex, expression: Node, reading: Reading): void {
  if (expression.type === 'CallExpression') {
    const [target, ...sources] = expression.arguments;
    const callee = unwrap(expression.callee);
    const assigns = callee.type === 'MemberExpression' && writtenKey(callee) === 'assign';
    if (assigns && target && isExports(index, target)) reading.whole.push(...sources);
    return;
  }
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return;
  const { left, right } = expression;
  const key = writtenKey(left);
  if (isExports(index, left)) {
    // exports = module.exports = …
    reading.whole.push(right);
  } else if (key !== undefined && isExports(index, left.object)) {
    put(reading, key, right);
  }
}

/** `exports`, `module.exports`. */
function isExports(index: SyntaxIndex, node: Node): boolean {
  const target = unwrap(node);
  if (target.type === 'Identifier') return target.name === 'exports' && !index.variableOf(target);
  return (
    target.type === 'MemberExpression' &&
    target.object.type === 'Identifier' &&
    target.object.name === 'module' &&
    writtenKey(target) === 'exports'
  );
}
