/**
 * Identifiers of people: by name, by value, by the way a value is made.
 */
export { IDENTIFIER_KINDS } from './kinds.ts';
export type { IdentifierKindId } from './kinds.ts';
export { identifierAlong, identifierKindOf } from './names.ts';
export type { NamedIdentifier, NameQuery } from './names.ts';
export { identifierIn, identifierInUserId } from './opaque.ts';
export { identifiersWritten, isDate, looksLikeName, passesLuhn, shapesIn, VALUE_SHAPES } from './shapes.ts';
export type { ValueShape } from './shapes.ts';
export { fieldsOf, redactionReports } from './reports.ts';
export type { RedactionReport } from './reports.ts';
export { identifiersSent, unredactedContent } from './sent.ts';
export type { RedactionPolicy, SentIdentifier } from './sent.ts';
export type { IdentifierKind, Taxonomy } from './types.ts';
