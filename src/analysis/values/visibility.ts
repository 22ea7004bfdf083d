/**
 * What other files can get hold of.
 */
import { isClass, isFunction, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Evaluator } from './answers.ts';

/** True when other files can name what this node declares. */
export function isExported(ev: Evaluator, declaration: Node): boolean {
  for (let node: Node | undefined = declaration; node; node = node.parent) {
    // What a namespace exports is reached through its name.
    if (node.type === 'ExportNamedDeclaration' && node.parent.type !== 'TSModuleBlock') return true;
    if (node.type === 'ExportDefaultDeclaration') return true;
    if (node !== declaration && isFunction(node)) break;
  }
  if (declaration.type === 'AssignmentExpression') return isToExports(declaration.left);
  return usesOfDeclared(ev, declaration).some((use) => {
    const parent = use.parent;
    if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true;
    return reachesExports(use);
  });
}

/** True for what a module exports as a whole or by default, under a name that its importers choose. */
export function isDefaultExport(ev: Evaluator, declaration: Node): boolean {
  const isGiven = (node: Node): boolean => {
    const holder = wrapped(node).parent;
    if (holder?.type === 'ExportDefaultDeclaration') return true;
    if (holder?.type !== 'AssignmentExpression' || holder.left.type !== 'MemberExpression') return false;
    return isToExports(holder.left) && /^(?:default|exports)$/.test(writtenKey(holder.left) ?? '');
  };
  return isGiven(declaration) || usesOfDeclared(ev, declaration).some(isGiven);
}

/** True when other files can get hold of an instance of the class. */
export function hasExportedInstance(ev: Evaluator, owner: Node): boolean {
  if (isExported(ev, owner)) return true;
  return usesOfDeclared(ev, owner).some((use) => {
    for (let node = use.parent; node && !isFunction(node); node = node.parent) {
      if (node.type === 'VariableDeclarator' && isExported(ev, node)) return true;
      if (node.type === 'ExportDefaultDeclaration' || reachesExports(node)) return true;
    }
    return false;
  });
}

/** Where the variables are named that a declaration introduces, or that hold a class expression. */
function usesOfDeclared(ev: Evaluator, declaration: Node): readonly Node[] {
  const named =
    isClass(declaration) && declaration.type === 'ClassExpression' ? declaration.parent : declaration;
  return ev.index.declaredBy(named).flatMap(usesOf);
}

/** `module.exports = { name }`, `exports.name = name`, `export default { name }`. */
function reachesExports(identifier: Node): boolean {
  let node: Node = identifier;
  while (node.parent?.type === 'Property' || node.parent?.type === 'ObjectExpression') node = node.parent;
  const assignment = node.parent;
  if (assignment?.type === 'ExportDefaultDeclaration') return true;
  return (
    assignment?.type === 'AssignmentExpression' && assignment.right === node && isToExports(assignment.left)
  );
}

/** `module.exports`, `exports.name`. */
function isToExports(written: Node): boolean {
  let target = written;
  while (target.type === 'MemberExpression') target = target.object;
  return target.type === 'Identifier' && (target.name === 'module' || target.name === 'exports');
}
