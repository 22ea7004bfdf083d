/**
 * What names stand for that come from other modules.
 */
import type { Answer, Frame, Node, Path } from '../syntax/types.ts';
import { follow, known, literalOf, moduleApi, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';

/** Follows `path` from a name that an import declares. */
export function imported(specifier: Node, declaration: Node | null, use: Node, path: Path): Answers {
  if (specifier.type === 'TSImportEqualsDeclaration') {
    const reference = specifier.moduleReference;
    if (reference.type !== 'TSExternalModuleReference') return [unknown('untracked', use, path)];
    const name = reference.expression.value;
    return [known({ kind: 'api', api: follow(moduleApi(name), path) }, use)];
  }
  if (declaration?.type !== 'ImportDeclaration') return [unknown('imported', use, path)];
  const root = moduleApi(declaration.source.value);
  if (specifier.type === 'ImportNamespaceSpecifier') {
    return [known({ kind: 'api', api: follow(root, path) }, use)];
  }
  let name = 'default';
  if (specifier.type === 'ImportSpecifier') {
    name = specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
  }
  return [known({ kind: 'api', api: follow(root, [name, ...path]) }, use)];
}

/** The module an `import()` or `require()` names, followed along `path`. */
export function moduleNamed(
  ev: Evaluator,
  source: Node,
  node: Node,
  path: Path,
  frame: Frame | undefined,
): Answers {
  return ev.answers(source, [], frame).map((answer): Answer => {
    const value = literalOf(answer);
    if (typeof value !== 'string') return unknown('imported', node, path);
    return known({ kind: 'api', api: follow(moduleApi(value), path) }, node);
  });
}
