/**
 * Types that have a member for a label.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { writtenKey } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

const MAX_TYPES = 4;

/** True when a type that is written in this file has such a member. */
export function typeHas(ev: Evaluator, type: Node, isLabel: (name: string) => boolean, depth = 0): boolean {
  if (depth > MAX_TYPES) return false;
  const inner = (part: Node): boolean => typeHas(ev, part, isLabel, depth + 1);
  switch (type.type) {
    case 'TSTypeLiteral':
      return membersHave(type.members, isLabel);
    case 'TSInterfaceBody':
      return membersHave(type.body, isLabel);
    case 'TSIntersectionType':
    case 'TSUnionType':
      return type.types.some(inner);
    case 'TSTypeReference': {
      const { typeName, typeArguments } = type;
      if (typeName.type !== 'Identifier') return false;
      return (
        (typeArguments?.params.some(inner) ?? false) ||
        declaredTypes(ev, typeName.name).some((declared) =>
          inner(declared.type === 'TSInterfaceDeclaration' ? declared.body : declared.typeAnnotation),
        )
      );
    }
    default:
      return false;
  }
}

function membersHave(members: readonly TSESTree.TypeElement[], isLabel: (name: string) => boolean): boolean {
  return members.some((member) => member.type === 'TSPropertySignature' && isLabel(writtenKey(member) ?? ''));
}

function declaredTypes(
  ev: Evaluator,
  name: string,
): (TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration)[] {
  return ev.index.program.body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return (declared?.type === 'TSInterfaceDeclaration' || declared?.type === 'TSTypeAliasDeclaration') &&
      declared.id.name === name
      ? [declared]
      : [];
  });
}
