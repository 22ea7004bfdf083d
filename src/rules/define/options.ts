/**
 * Pieces of the option schemas: closed, with every property described.
 */
import type { JSONSchema } from '@typescript-eslint/utils';

type Schema = JSONSchema.JSONSchema4;

/** The schema of a rule that takes one object with these properties. */
export function optionsOf(properties: Readonly<Record<string, Schema>>): readonly [Schema] {
  return [{ type: 'object', additionalProperties: false, properties }];
}

/** One of these words. */
export function choice(description: string, words: readonly string[] = ['report', 'ignore']): Schema {
  return { type: 'string', description, enum: [...words] };
}

/**
 * A list without doubles.
 *
 * @param items the words that it may hold, or what each of them has to look like
 * @param more `minItems`, for lists that say nothing when they are empty
 */
export function listOf(
  items: Schema | readonly string[],
  description: string,
  more: { readonly minItems?: number } = {},
): Schema {
  const each: Schema = isWords(items) ? { type: 'string', enum: [...items] } : items;
  return { type: 'array', description, items: each, ...more, uniqueItems: true };
}

function isWords(items: Schema | readonly string[]): items is readonly string[] {
  return Array.isArray(items);
}

/** true or false. */
export function flag(description: string): Schema {
  return { type: 'boolean', description };
}

/** Any text but the empty one. */
export const TEXT: Schema = { type: 'string', minLength: 1 };
