/**
 * What stands in a file, by kind and by name: gathered in one walk.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, enclosingFunction, nameOfFunction, unwrap, writtenKey } from './nodes.ts';
import { eachRunningNode } from './tree.ts';
import type { ParsedFile } from './tree.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from './types.ts';

/** An expression or statement that has a value or a way for each of several cases. */
export type ChoiceNode =
  | TSESTree.ConditionalExpression
  | TSESTree.LogicalExpression
  | TSESTree.ObjectExpression
  | TSESTree.SwitchStatement;

/** An assignment to a member. */
export interface MemberWrite {
  readonly target: TSESTree.MemberExpression;
  readonly value: Node;
}

/** What gives a value of a type: a function that is declared to return one, or an expression that is declared to be one. */
export interface Maker {
  readonly node: Node;
  /** The name of the type, where it is declared. */
  readonly type: TSESTree.Identifier;
}

/** All that one walk over a file finds. Lists are in source order. */
export interface Occurrences {
  readonly calls: CallNode[];
  readonly callsByName: Map<string, CallNode[]>;
  readonly taggedTemplates: TSESTree.TaggedTemplateExpression[];
  /** `import('./x')`. */
  readonly importExpressions: TSESTree.ImportExpression[];
  readonly returns: Map<FunctionNode, (Node | undefined)[]>;
  readonly yields: Map<FunctionNode, Node[]>;
  /** Assignments to members of `this`, by the member that they go through first. */
  readonly thisWrites: Map<string, MemberWrite[]>;
  /** All other assignments to members, by the name of the member. */
  readonly memberWrites: Map<string, MemberWrite[]>;
  readonly functionNames: Set<string>;
  readonly classes: ClassNode[];
  /** Properties of object literals. */
  readonly properties: Map<string, TSESTree.Property[]>;
  readonly patternKeys: TSESTree.Property[];
  readonly members: TSESTree.MemberExpression[];
  readonly choices: ChoiceNode[];
  /** Local names of imports, by the name of the export. */
  readonly aliases: Map<string, string[]>;
  /** By the name of the type. */
  readonly makersOfTypes: Map<string, Maker[]>;
}

/** Reads a file once. */
export function occurrencesIn(file: ParsedFile): Occurrences {
  const found: Occurrences = {
    calls: [],
    callsByName: new Map(),
    taggedTemplates: [],
    importExpressions: [],
    returns: new Map(),
    yields: new Map(),
    thisWrites: new Map(),
    memberWrites: new Map(),
    functionNames: new Set(),
    classes: [],
    properties: new Map(),
    patternKeys: [],
    members: [],
    choices: [],
    aliases: new Map(),
    makersOfTypes: new Map(),
  };
  eachRunningNode(file, (node) => {
    gather(found, node);
  });
  return found;
}

function gather(found: Occurrences, node: Node): void {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      gatherCall(found, node);
      break;
    case 'TaggedTemplateExpression':
      found.taggedTemplates.push(node);
      break;
    case 'ImportExpression':
      found.importExpressions.push(node);
      break;
    case 'ReturnStatement': {
      const fn = enclosingFunction(node);
      if (fn) append(found.returns, fn, node.argument ?? undefined);
      break;
    }
    case 'YieldExpression': {
      const fn = enclosingFunction(node);
      if (fn && node.argument) append(found.yields, fn, node.argument);
      break;
    }
    case 'AssignmentExpression':
      if (node.left.type === 'MemberExpression') gatherWrite(found, node.left, node.right);
      break;
    case 'Property':
      gatherProperty(found, node);
      break;
    case 'MemberExpression':
      found.members.push(node);
      break;
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'ObjectExpression':
    case 'SwitchStatement':
      found.choices.push(node);
      break;
    case 'ImportSpecifier':
      gatherAlias(found, node);
      break;
    case 'ImportDefaultSpecifier':
      append(found.aliases, 'default', node.local.name);
      break;
    case 'ClassDeclaration':
    case 'ClassExpression':
      found.classes.push(node);
      break;
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression': {
      const name = nameOfFunction(node);
      if (name !== undefined) found.functionNames.add(name);
      gatherMaker(found, node.returnType?.typeAnnotation, node);
      break;
    }
    case 'VariableDeclarator':
      if (node.init) gatherMaker(found, node.id.typeAnnotation?.typeAnnotation, node.init);
      if (node.id.type === 'Identifier' && isRequired(node.init))
        append(found.aliases, 'default', node.id.name);
      break;
    case 'TSSatisfiesExpression':
      gatherMaker(found, node.typeAnnotation, node.expression);
      break;
    default:
  }
}

function gatherCall(found: Occurrences, call: CallNode): void {
  found.calls.push(call);
  const name = calleeName(call.callee);
  if (name !== undefined) append(found.callsByName, name, call);
}

function gatherWrite(found: Occurrences, target: TSESTree.MemberExpression, value: Node): void {
  const write = { target, value };
  const name = writtenKey(target);
  const key = firstKeyOfThis(target);
  if (key !== undefined) append(found.thisWrites, key, write);
  else if (name !== undefined) append(found.memberWrites, name, write);
}

function gatherProperty(found: Occurrences, node: TSESTree.Property): void {
  if (node.parent.type === 'ObjectPattern') found.patternKeys.push(node);
  const key = node.parent.type === 'ObjectExpression' ? writtenKey(node) : undefined;
  if (key !== undefined) append(found.properties, key, node);
}

function gatherAlias(found: Occurrences, { imported, local }: TSESTree.ImportSpecifier): void {
  const name = imported.type === 'Identifier' ? imported.name : imported.value;
  if (name !== local.name) append(found.aliases, name, local.name);
}

/** `require("./desk")`: what a module exports as a whole. */
function isRequired(init: Node | null): boolean {
  return (
    init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require'
  );
}

/** A type that is named, or a promise of it. */
function gatherMaker(found: Occurrences, declared: Node | undefined, node: Node): void {
  if (declared?.type !== 'TSTypeReference' || declared.typeName.type !== 'Identifier') return;
  const type = declared.typeName;
  if (/^Promise(?:Like)?$/.test(type.name)) gatherMaker(found, declared.typeArguments?.params[0], node);
  else append(found.makersOfTypes, type.name, { node, type });
}

/** The member of `this` that a chain goes through first: `a` of `this.a.b`; undefined for other chains. */
function firstKeyOfThis(target: TSESTree.MemberExpression): string | undefined {
  let key: string | undefined;
  let current: Node = target;
  while (current.type === 'MemberExpression') {
    key = writtenKey(current) ?? '*';
    current = unwrap(current.object);
  }
  return current.type === 'ThisExpression' ? key : undefined;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
