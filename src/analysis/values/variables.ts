/**
 * What a variable can hold where it is read.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { Answer, Frame, Node, Path } from '../syntax/types.ts';
import { annotationOf } from '../syntax/variables.ts';
import { isMissing, perhapsThere, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { withTyped } from './declared-types.ts';
import { exportsOfNamespace } from './exports.ts';
import { imported } from './imports.ts';
import { allWritesTo, visitWrites } from './variable-writes.ts';
import { applyWrite } from './write-effects.ts';
import type { Found } from './write-effects.ts';
import type { Write } from './writes.ts';

/** Follows `path` from the variable's value at `use`. */
export function resolveVariable(
  ev: Evaluator,
  variable: Variable,
  path: Path,
  use: Node,
  frame: Frame | undefined,
): Answers {
  // Overloads are declared before the function that has a body.
  const definition = variable.defs.find((d) => isFunction(d.node)) ?? variable.defs[0];
  if (!definition) return [unknown('untracked', use, path)];
  switch (definition.type) {
    case 'ImportBinding':
      return imported(ev, { specifier: definition.node, declaration: definition.parent }, use, path);
    case 'FunctionName':
      return isFunction(definition.node)
        ? ev.answers(definition.node, path, frame)
        : [unknown('untracked', use, path)];
    case 'ClassName':
      return ev.answers(definition.node, path, frame);
    case 'TSEnumName':
      return enumMember(ev, definition.node, path, use);
    case 'TSModuleName':
      return inNamespace(ev, variable, path, use);
    case 'Parameter':
    case 'Variable':
    case 'CatchClause':
      return fromWrites(ev, variable, path, use, frame);
    default:
      return [unknown('untracked', use, path)];
  }
}

function enumMember(ev: Evaluator, declaration: TSESTree.TSEnumDeclaration, path: Path, use: Node): Answers {
  const [key, ...rest] = path;
  if (key === undefined) return [unknown('untracked', use, path)];
  return declaration.body.members.flatMap((member) => {
    const name = member.id.type === 'Identifier' ? member.id.name : member.id.value;
    if (key !== '*' && name !== key) return [];
    return member.initializer ? ev.answers(member.initializer, rest) : [unknown('computed', member, rest)];
  });
}

/** What the declarations of a namespace export. */
function inNamespace(ev: Evaluator, variable: Variable, [key, ...rest]: Path, use: Node): Answers {
  if (key === undefined) return [unknown('untracked', use, [])];
  const found = variable.defs.flatMap(({ node }) => {
    const own: readonly Node[] =
      node.type === 'TSModuleDeclaration' ? (exportsOfNamespace(node).get(key) ?? []) : [];
    return own.flatMap((each) => ev.answers(each, rest));
  });
  return found.length > 0 ? found : [unknown('untracked', use, [key, ...rest])];
}

/** Reads the variable through the writes that may be in force at `use`. */
function fromWrites(
  ev: Evaluator,
  variable: Variable,
  path: Path,
  use: Node,
  frame: Frame | undefined,
): Answers {
  const found: Found = { answers: [], open: false };
  const handedElsewhere: Write[] = [];
  visitWrites(ev, variable, path[0] ?? '', use, (write) => {
    const before = found.answers.length;
    const settled = applyWrite(ev, write, { path, use, frame, found });
    if (write.kind === 'handed' && found.answers.length > before && isElsewhere(variable, write, use))
      handedElsewhere.push(write);
    return settled;
  });
  const { answers, open } = found;
  const there = open ? answers.filter((a) => !isMissing(a, path)) : answers;
  return annotated(
    ev,
    variable,
    path,
    handedElsewhere.length > 0 || mayBeSetElsewhere(ev, variable, path, use) ? perhapsThere(there) : there,
  );
}

/** True where a function of the file, other than those of the variable and of the place where it is read, sets a part of its value. */
function mayBeSetElsewhere(ev: Evaluator, variable: Variable, path: Path, use: Node): boolean {
  if (path.length === 0) return false;
  return allWritesTo(ev, variable).some((write) => {
    if (
      write.kind === 'define' ? !write.reassigns || !spreads(write.source, variable) : !setsPart(write, path)
    )
      return false;
    return isElsewhere(variable, write, use);
  });
}

/** A write in a function other than that of the variable and that of the place where it is read. */
function isElsewhere(variable: Variable, write: Write, use: Node): boolean {
  const writer = enclosingFunction(write.node);
  return (
    writer !== undefined && writer !== variable.scope.variableScope.block && writer !== enclosingFunction(use)
  );
}

/** `p = { ...p, … }` */
function spreads(source: Node | undefined, variable: Variable): boolean {
  return (
    source?.type === 'ObjectExpression' &&
    source.properties.some(
      (each) =>
        each.type === 'SpreadElement' &&
        each.argument.type === 'Identifier' &&
        each.argument.name === variable.name,
    )
  );
}

function setsPart(write: Write, path: Path): boolean {
  if (write.kind !== 'set' && write.kind !== 'merge' && write.kind !== 'touched') return false;
  return write.keys.every((key, i) => key === '*' || key === path[i]);
}

/** What the variable's type adds; nothing to an object that is written out and lacks the key. */
function annotated(ev: Evaluator, variable: Variable, path: Path, answers: Answers): Answers {
  const lacks = (a: Answer): boolean => a.kind === 'absent' && a.node.type === 'ObjectExpression';
  if (answers.length > 0 && answers.every(lacks)) return answers;
  // Callers say more of what an object is written with than the type of the object does.
  const isHandedIn = (a: Answer): boolean =>
    a.kind === 'unknown' && a.reason === 'parameter' && a.property !== undefined;
  const open = answers.filter((a) => a.kind === 'unknown' || (a.kind === 'known' && a.value.kind === 'api'));
  if (open.length > 0 && open.every(isHandedIn)) return answers;
  return withTyped(ev, annotationOf(variable), path, answers);
}
