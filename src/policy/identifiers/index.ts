/**
 * Identifiers of people: by name, by value, by the way a value is made.
 */
export { IDENTIFIER_KINDS } from './kinds.ts';
export type { IdentifierKindId } from './kinds.ts';
export { identifierKindOf, wordsOf } from './names.ts';
export type { NameQuery } from './names.ts';
export { isDate, passesLuhn, shapesIn, VALUE_SHAPES } from './shapes.ts';
export type { ValueShape } from './shapes.ts';
export type { IdentifierKind, Taxonomy } from './types.ts';
