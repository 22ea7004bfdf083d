/**
 * By which roads a file reaches Claude: the requests it makes, the clients it makes, the packages of Claude it loads.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { ClientHere } from '../clients/client.ts';
import type { CallSite } from '../requests/call-site.ts';
import { moduleOf } from '../sdk-surface/index.ts';
import { literalText, wrapped } from '../syntax/nodes.ts';
import type { Answer, CallNode, Known, Node, Unknown } from '../syntax/types.ts';
import { textOf } from '../values/text.ts';
import type { Evaluator } from '../values/answers.ts';

/** One road to Claude, and where it begins. */
export type Road =
  | { readonly kind: 'request'; readonly node: CallNode; readonly site: CallSite }
  | { readonly kind: 'client'; readonly node: CallNode }
  /** A package that leads to Claude alone, by the name that the file gives. */
  | { readonly kind: 'package'; readonly node: Node; readonly name: string }
  /** A module that is loaded by a name which the file does not show: it may be such a package. */
  | { readonly kind: 'unknown'; readonly node: Node; readonly answer: Known | Unknown };

/**
 * The roads of the asking file, in source order; of a client only what is not a request itself.
 *
 * @param sites its requests
 * @param clients what it makes that can send to Claude
 */
export function roadsOf(ev: Evaluator, sites: readonly CallSite[], clients: readonly ClientHere[]): Road[] {
  const asks = new Set<Node>(sites.map(({ node }) => node));
  const roads: Road[] = [
    ...sites.map((site): Road => ({ kind: 'request', node: site.node, site })),
    ...clients.flatMap(({ call }): Road[] => (asks.has(call) ? [] : [{ kind: 'client', node: call }])),
    ...statements(ev),
    ...loads(ev),
  ];
  return roads.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Packages that offer Claude and no other model say so in their names. */
function isClaudePackage(name: string): boolean {
  return CLAUDE_NAME.test(name) && moduleOf(name) !== undefined;
}

const CLAUDE_NAME = /anthropic|claude/i;

/** `import … from`, `export … from` and `import x = require()`. */
function* statements(ev: Evaluator): Generator<Road> {
  for (const statement of ev.index.program.body) {
    const source = sourceOf(statement);
    if (source !== undefined && isClaudePackage(source) && isRoad(ev, statement))
      yield { kind: 'package', node: statement, name: source };
  }
}

function sourceOf(statement: TSESTree.ProgramStatement): string | undefined {
  switch (statement.type) {
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return statement.exportKind === 'type' ? undefined : statement.source?.value;
    case 'ImportDeclaration':
      return statement.importKind === 'type' ? undefined : statement.source.value;
    case 'TSImportEqualsDeclaration':
      return statement.importKind === 'value' &&
        statement.moduleReference.type === 'TSExternalModuleReference'
        ? literalText(statement.moduleReference.expression)
        : undefined;
    default:
      return undefined;
  }
}

/** False for an import of which the file uses types and errors only. What is exported again is used elsewhere. */
function isRoad(ev: Evaluator, statement: TSESTree.ProgramStatement): boolean {
  if (statement.type !== 'ImportDeclaration') return true;
  return statement.specifiers.some((specifier) =>
    ev.index
      .declaredBy(specifier)
      .some(({ references }) => references.some((reference) => !isHarmless(reference))),
  );
}

function isHarmless({
  identifier,
  isValueReference,
}: Partial<TSESLint.Scope.Reference> & Pick<TSESLint.Scope.Reference, 'identifier'>): boolean {
  if (isValueReference === false || identifier.name.endsWith('Error')) return true;
  const { parent } = wrapped(identifier);
  switch (parent?.type) {
    case 'BinaryExpression':
      return parent.operator === 'instanceof';
    case 'MemberExpression':
      return (
        !parent.computed && parent.property.type === 'Identifier' && parent.property.name.endsWith('Error')
      );
    default:
      return parent?.type === 'TSQualifiedName' || parent?.type === 'TSTypeQuery';
  }
}

/** `import()` and `require()`, their names as far as the file shows them. */
function* loads(ev: Evaluator): Generator<Road> {
  for (const { node, source } of loadingCalls(ev)) {
    const answers = ev.answers(source, []);
    const name = answers.map(claudePackageIn).find((found) => found !== undefined);
    const open = answers.find(isOpen);
    if (name !== undefined) yield { kind: 'package', node, name };
    else if (open) yield { kind: 'unknown', node, answer: open };
  }
}

/** It may be any name. */
function isOpen(answer: Answer): answer is Known | Unknown {
  return answer.kind === 'unknown' || (answer.kind === 'known' && answer.value.kind === 'api');
}

/** The name of a package of Claude; of one that is put together, what is shown of it. */
function claudePackageIn(answer: Answer): string | undefined {
  const pieces = textOf(answer) ?? [];
  const shown = pieces.filter((piece) => piece !== null).join('');
  const isPart = shown !== '' && pieces.includes(null) && !/^[./]/.test(shown);
  return isClaudePackage(shown) || (isPart && CLAUDE_NAME.test(shown)) ? shown : undefined;
}

function loadingCalls(ev: Evaluator): { readonly node: Node; readonly source: Node }[] {
  const required = ev.index.callsNamed('require').flatMap((node) => {
    const { callee, arguments: given } = node;
    const isLoader = callee.type === 'Identifier' && ev.index.variableOf(callee) === undefined;
    const [source] = given;
    return isLoader && source && source.type !== 'SpreadElement' ? [{ node, source }] : [];
  });
  return [...required, ...ev.index.importExpressions.map((node) => ({ node, source: node.source }))];
}
