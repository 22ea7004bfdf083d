/**
 * Where things stand, as evidence says it: paths from the root, names of code, never source text.
 */
import { isClass, isFunction, nameOfFunction, unwrap, writtenKey } from '../../analysis/syntax/nodes.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import type { Place as RulePlace } from '../../rules/define/assessment.ts';
import type { Named, Place } from '../model.ts';
import { codeName, repoPath } from '../text.ts';
import { fromRoot } from './files.ts';

/** Turns nodes of a file, and of the modules that it follows, into places. */
export interface Locator {
  /** The root of the repository, absolute. */
  readonly root: string;
  /** A node of the file or of a module. */
  at(node: Node): Place;
  /** What a rule gives as the place of its assessment. */
  of(place: RulePlace): Place;
}

/**
 * @param root absolute
 * @param filename of the file, absolute
 * @param pathOf the path of the module that a node stands in; undefined for nodes of the file
 */
export function locator(root: string, filename: string, pathOf: (node: Node) => string | undefined): Locator {
  const fileAt = (path: string): string =>
    repoPath(fromRoot(root, path) ?? path.split(/[\\/]/).slice(-2).join('/'));
  const own = fileAt(filename);
  const at = (node: Node): Place => {
    const module = pathOf(node);
    const fn = functionPath(node);
    const { line, column } = node.loc.start;
    return {
      file: module === undefined ? own : fileAt(module),
      line,
      column: column + 1,
      ...(fn !== '' && { function: codeName(fn) }),
    };
  };
  return {
    root,
    at,
    of(place) {
      if ('type' in place) return at(place);
      const { line, column } = 'start' in place ? place.start : place;
      return { file: own, line, column: Math.max(1, column + 1) };
    },
  };
}

/** The names around a node from the outside, joined by dots; empty at the top of the file. */
export function functionPath(node: Node): string {
  const names: string[] = [];
  for (let current = node.parent; current; current = current.parent) {
    const name = isFunction(current)
      ? nameOfFunction(current)
      : isClass(current)
        ? current.id?.name
        : undefined;
    if (name !== undefined && names[0] !== name) names.unshift(name);
  }
  return names.join('.');
}

/** What is called, by its path of names: `client.messages.create`. Calls on the way are `()`, what is computed is `[]`. */
export function calleePath(callee: Node): string {
  const target = unwrap(callee);
  switch (target.type) {
    case 'Identifier':
      return target.name;
    case 'ThisExpression':
      return 'this';
    case 'Super':
      return 'super';
    case 'PrivateIdentifier':
      return `#${target.name}`;
    case 'MemberExpression': {
      const key = target.computed ? undefined : writtenKey(target);
      return `${calleePath(target.object)}${key === undefined ? '[]' : `.${key}`}`;
    }
    case 'CallExpression':
      return `${calleePath(target.callee)}()`;
    case 'NewExpression':
      return `${calleePath(target.callee)}()`;
    default:
      return '(unnamed)';
  }
}

/** The callee of a call as something with a name at a place. */
export function namedCall(call: Node, where: Locator): Named {
  const callee = call.type === 'CallExpression' || call.type === 'NewExpression' ? call.callee : call;
  return { name: codeName(calleePath(callee)), at: where.at(callee) };
}
