/**
 * Identifiers of people: by name, by value, by the way a value is made.
 */
export { IDENTIFIER_KINDS } from './kinds.ts';
export type { IdentifierKindId } from './kinds.ts';
export { identifierKindOf, wordsOf } from './names.ts';
export type { NameQuery } from './names.ts';
export { identifierIn, identifierInUserId } from './opaque.ts';
export { isDate, looksLikeName, passesLuhn, shapesIn, VALUE_SHAPES } from './shapes.ts';
export type { ValueShape } from './shapes.ts';
export type { IdentifierKind, Taxonomy } from './types.ts';
