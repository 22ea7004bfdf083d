/**
 * Suggestions that turn a switch off, each of which leaves code that runs.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { writtenKey } from '../analysis/syntax/nodes.ts';
import type { OptionPlace } from '../analysis/setup/index.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { addArgument, addProperty, removeProperty, replaceValue } from './properties.ts';
import type { Written } from './properties.ts';
import type { Edit } from './geo-suggestions.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Values = Readonly<Record<string, boolean>>;

/** A change, and what a message says of it. */
export interface SwitchEdit {
  readonly kind: 'add' | 'hide' | 'remove' | 'set';
  /** The option that is changed. */
  readonly option: string;
  readonly value: string;
  readonly fix: Edit;
}

/**
 * The change that turns a switch off.
 *
 * @param safe the value to write at the place
 * @param beside values to write next to it, or below it where it is not there, instead
 */
export function turnOff(
  sourceCode: SourceCode,
  place: OptionPlace | undefined,
  safe: Written | undefined,
  beside: Values | undefined,
): SwitchEdit | undefined {
  if (place?.kind === 'variable') {
    const fix = removal(sourceCode, place.node);
    return fix && { kind: 'remove', option: '', value: '', fix };
  }
  if (beside && place) return hide(sourceCode, place, beside);
  if (safe === undefined || !place) return undefined;
  const value = typeof safe === 'string' ? `"${safe}"` : safe.code;
  if (place.kind === 'property') {
    const { property } = place;
    const fix: Edit = (fixer) => replaceValue(sourceCode, fixer, property, safe);
    return { kind: 'set', option: writtenKey(property) ?? '', value, fix };
  }
  const { missing } = place;
  const fix: Edit = (fixer) =>
    place.kind === 'object'
      ? addProperty(sourceCode, fixer, place.object, missing, safe)
      : (addArgument(sourceCode, fixer, place.call, missing, safe) ?? null);
  return { kind: 'add', option: missing.at(-1) ?? '', value, fix };
}

/** Sets several values of one object, which is made where it is not there. */
function hide(sourceCode: SourceCode, place: OptionPlace, values: Values): SwitchEdit | undefined {
  const edit = (fix: Edit): SwitchEdit => ({ kind: 'hide', option: '', value: '', fix });
  if (place.kind === 'property') {
    const { parent } = place.property;
    return parent.type === 'ObjectExpression' ? edit(setAll(sourceCode, parent, values)) : undefined;
  }
  if (place.kind !== 'object') return undefined;
  const holder = place.missing.slice(0, -1);
  return edit(
    holder.length === 0
      ? setAll(sourceCode, place.object, values)
      : (fixer) => addProperty(sourceCode, fixer, place.object, holder, { code: objectText(values) }),
  );
}

function objectText(values: Values): string {
  return `{ ${pairs(Object.entries(values))} }`;
}

function pairs(entries: readonly (readonly [string, boolean])[]): string {
  return entries.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}

/** Properties that the object has are changed, the others are added. */
function setAll(sourceCode: SourceCode, object: TSESTree.ObjectExpression, values: Values): Edit {
  const own = (name: string): TSESTree.Property | undefined =>
    object.properties.find((p): p is TSESTree.Property => p.type === 'Property' && writtenKey(p) === name);
  const missing = Object.entries(values).filter(([name]) => !own(name));
  const last = object.properties.at(-1);
  return (fixer) => [
    ...Object.entries(values).flatMap(([name, value]) => {
      const property = own(name);
      return property ? [replaceValue(sourceCode, fixer, property, { code: String(value) })] : [];
    }),
    ...(missing.length > 0 && last ? [fixer.insertTextAfter(last, `, ${pairs(missing)}`)] : []),
    ...(last ? [] : [fixer.replaceText(object, objectText(values))]),
  ];
}

/** Takes away what sets a variable, where that stands for itself. */
function removal(sourceCode: SourceCode, node: Node): Edit | undefined {
  if (node.type === 'Property') return (fixer) => removeProperty(sourceCode, fixer, node);
  const statement = node.parent;
  const inList = statement?.parent?.type === 'Program' || statement?.parent?.type === 'BlockStatement';
  if (statement?.type !== 'ExpressionStatement' || !inList) return undefined;
  return (fixer) => fixer.remove(statement);
}
