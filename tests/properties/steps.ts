/**
 * The edits that steps are made of.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { standsAlone } from './hoist.ts';
import {
  isListed,
  isObject,
  isString,
  isTarget,
  isValue,
  canMoveUp,
  mentionsControl,
  mentionsThis,
} from './places.ts';
import type { Node, Place } from './places.ts';
import { ancestorsOf, nodesIn } from './program.ts';
import type { Edit } from './program.ts';

/** Puts a text in the place of a node. */
export function replace(node: Node, put: string): readonly Edit[] {
  return [{ range: node.range, text: put }];
}

/** Puts a line before the program. */
export function prepend(text: string): Edit {
  return { range: [0, 0], text: `${text}\n` };
}

/** Gives a value a name before the statement that it stands in. */
export function beforeStatement(
  { node, text }: Place,
  name: string,
  declaration = 'const step = ',
): readonly Edit[] | undefined {
  const statement = [...ancestorsOf(node)].find(isListed);
  if (!statement || statement.type.startsWith('Import')) return undefined;
  const [at] = statement.range;
  return [{ range: [at, at], text: `${declaration}${text(node)};\n` }, ...replace(node, name)];
}

/** Declares something at the top level, before the statement that uses it. */
export function moved(
  at: Place,
  declare: (text: string) => string,
  use: string,
): readonly Edit[] | undefined {
  const { node, program, text } = at;
  if (!isValue(at) || !(isObject(at) || isString(at)) || !standsAlone(program, node)) return undefined;
  const statement = program.statements.find(
    (each) => each.node.range[0] <= node.range[0] && each.node.range[1] >= node.range[1],
  );
  if (!statement || statement.imports) return undefined;
  const [start] = statement.node.range;
  return [{ range: [start, start], text: `${declare(text(node))}\n` }, ...replace(node, use)];
}

/** `const step = {}; step.a = …; step.b = …;` */
export function assembled(at: Place): readonly Edit[] | undefined {
  const { node, text } = at;
  if (node.type !== 'ObjectExpression' || !isValue(at) || !canMoveUp(at)) return undefined;
  const writes = node.properties.map((property) =>
    property.type === 'Property' &&
    !property.computed &&
    property.key.type === 'Identifier' &&
    property.kind === 'init' &&
    !property.method
      ? `step.${property.key.name} = ${text(property.value)};`
      : undefined,
  );
  if (writes.length === 0 || writes.includes(undefined)) return undefined;
  const statement = [...ancestorsOf(node)].find(isListed);
  if (!statement) return undefined;
  const [start] = statement.range;
  return [
    { range: [start, start], text: `const step = {};\n${writes.join('\n')}\n` },
    ...replace(node, 'step'),
  ];
}

/** A call of a method, written by way of the function. */
export function called(
  { node, text }: Place,
  make: (callee: string, object: string, args: readonly string[]) => string,
): readonly Edit[] | undefined {
  if (
    node.type !== 'CallExpression' ||
    node.optional ||
    node.callee.type !== 'MemberExpression' ||
    node.callee.optional
  )
    return undefined;
  const { object } = node.callee;
  // The object is worked out twice.
  if ([...nodesIn(object)].some(({ type }) => /Call|New|Super|Import|Await|Chain/.test(type)))
    return undefined;
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  return replace(node, make(text(node.callee), text(object), node.arguments.map(text)));
}

/** A statement that nothing else of its list needs. */
export function wrapped(
  { node, parent, text }: Place,
  make: (text: string) => string,
): readonly Edit[] | undefined {
  if (node.type !== 'ExpressionStatement' || node.directive !== undefined) return undefined;
  return parent.type === 'Program' || parent.type === 'BlockStatement'
    ? replace(node, make(text(node)))
    : undefined;
}

/** A property with its key written otherwise. */
export function keyed({ node }: Place, make: (key: string) => string): readonly Edit[] | undefined {
  return isField(node) ? replace(node.key, make(node.key.name)) : undefined;
}

/** A property that a function gives. */
export function getter({ node, text }: Place): readonly Edit[] | undefined {
  if (!isField(node) || mentionsControl(node.value) || mentionsThis(node.value)) return undefined;
  return replace(node, `get ${node.key.name}() { return ${text(node.value)}; }`);
}

function isField(node: Node): node is TSESTree.Property & { readonly key: TSESTree.Identifier } {
  return (
    node.type === 'Property' &&
    !node.computed &&
    !node.shorthand &&
    !node.method &&
    node.kind === 'init' &&
    node.key.type === 'Identifier' &&
    node.parent.type === 'ObjectExpression'
  );
}

/** A variable of the program under another name, with a word that says nothing. */
export function rename({ node, program }: Place): readonly Edit[] | undefined {
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
  const { id } = node;
  const variable = program.scopes
    .flatMap(({ variables }) => variables)
    .find((each) => each.identifiers.some((name) => name === id));
  if (!variable || isExported(node) || isTelling(variable.name)) return undefined;
  const names = new Set<Node>([
    ...variable.identifiers,
    ...variable.references.map(({ identifier }) => identifier),
  ]);
  if (
    [...names].some(
      ({ parent }) => parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration',
    )
  )
    return undefined;
  return [...names].map((name): Edit => {
    const { parent } = name;
    const shorthand = parent?.type === 'Property' && parent.shorthand;
    return {
      range:
        name.type === 'Identifier' && name.typeAnnotation
          ? [name.range[0], name.range[0] + variable.name.length]
          : name.range,
      text: shorthand ? `${variable.name}: step` : 'step',
    };
  });
}

/** Names are evidence where they say what a value is: those of loggers, records, identifiers, environments. */
function isTelling(name: string): boolean {
  return !/^(?:client|params|request|body|options|base|model|claude|anthropic|message|reply|p|c|x|GEO|MODEL)$/.test(
    name,
  );
}

function isExported(node: Node): boolean {
  return [...ancestorsOf(node)].some(({ type }) => type.startsWith('Export'));
}

/** A constant that is read once, put where it is read. */
export function inline({ node, program, text }: Place): readonly Edit[] | undefined {
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init || isExported(node))
    return undefined;
  const { id, init, parent } = node;
  if (parent.kind !== 'const' || parent.declarations.length > 1 || !isListed(parent)) return undefined;
  if ([...nodesIn(init)].some(({ type }) => /Call|New|Await|Yield|Member|Function|Assignment/.test(type)))
    return undefined;
  const variable = program.scopes
    .flatMap(({ variables }) => variables)
    .find((each) => each.identifiers.some((name) => name === id));
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  const [read] = reads;
  if (!read || reads.length !== 1 || variable?.references.length !== 2) return undefined;
  const use: Node = read.identifier;
  const [holder] = ancestorsOf(use);
  if (!holder || holder.type.startsWith('TS') || holder.type === 'ExportSpecifier') return undefined;
  if (isTarget(use, holder) && init.type !== 'Literal') return undefined;
  const shorthand = holder.type === 'Property' && holder.shorthand;
  return [
    { range: parent.range, text: '' },
    ...replace(use, shorthand ? `${id.name}: ${text(init)}` : `(${text(init)})`),
  ];
}
