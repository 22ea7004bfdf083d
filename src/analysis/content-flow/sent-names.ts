/**
 * What a part of what is sent is called, and whether it is put together of several.
 */
import { calleeName, functionsAround, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { Node } from '../syntax/types.ts';
import { fetchOf } from './fetches.ts';
import { isMetadataName, isNameOfThing } from './names.ts';
import { isOverwritten, leavesOutContent } from './path-steps.ts';
import { stepName } from './prompts.ts';
import { isFromBody } from './request-bodies.ts';
import type { SentPart } from './sent.ts';

/** Calls whose name speaks of what they give: `getSsn(patient)`, `patient.getEmail()`. */
const GETTERS = /^(?:decrypt|fetch|format|get|load|lookup|read)(?=[A-Z_])/;

/**
 * The names by which a part is read, outermost first: `patient`, `name`, `family` of `patient.name[0].family`. For a value in
 * an object that is put together, `key` is what it is called there.
 */
export function namesOfPart(part: SentPart): PartNames {
  let known = namesOf.get(part);
  if (!known) namesOf.set(part, (known = readNames(part)));
  return known;
}

/** How a part is called: see {@link namesOfPart}. */
export interface PartNames {
  readonly names: readonly string[];
  readonly key: string | undefined;
}

/** Several requests can send the same part. */
const namesOf = new WeakMap<SentPart, PartNames>();

function readNames(part: SentPart): PartNames {
  const { node, path } = part;
  if (unwrap(node) !== node) return { names: [], key: undefined };
  const outer = wrapped(node);
  const holder = outer.parent;
  const key =
    holder?.type === 'Property' && holder.value === outer && holder.parent.type === 'ObjectExpression'
      ? writtenKey(holder)
      : undefined;
  const steps = path.map(nameOfStep).filter((name) => name !== undefined);
  return {
    names: [...namesAsWritten(part), ...steps].flatMap(shownName),
    key: path.length === 0 ? key : undefined,
  };
}

/** `note` of `get(note)`, by which forms are read; of other calls, the name of what is called. */
function nameOfStep(step: string): string | undefined {
  if (isOverwritten(step)) return undefined;
  return step.includes('(') && !/^get(?:All)?\(\w/.test(step) ? step.replace(/\(.*$/s, '') : stepName(step);
}

/** Names as programs have them. */
const NAME = /^#?[\p{L}_$][\w\p{L}$-]*$/u;
/** Which of several is read: an index, or any. */
const POSITION = /^(?:\d+|\*)$/;
/** Any other key is a field as well, but what stands in its quotes can be a value, and is not shown. */
const OTHER_KEY = '[…]';

function shownName(name: string): string[] {
  if (NAME.test(name)) return [name];
  return POSITION.test(name) ? [] : [OTHER_KEY];
}

function namesAsWritten({ node, origins }: SentPart): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'MemberExpression') return withType(node, writtenNames(node));
  if (node.type !== 'CallExpression') return [];
  const names = writtenNames(node.callee);
  const own = names.at(-1) ?? '';
  // What the file shows from within is named by what it gives.
  const isOutside = origins.some(
    (each) =>
      (each.kind === 'call' && each.at === node) || each.path.some((step) => step.startsWith(`${own}(`)),
  );
  return isOutside && GETTERS.test(own) ? [...names.slice(0, -1), own.replace(GETTERS, '')] : [];
}

/** Names that say nothing: what has one is called by its type, `patient` of `(p: Patient) => p.name`. */
const INITIALS = /^[a-z]{1,2}$/;

function withType(node: Node, names: string[]): string[] {
  const [first = '', ...rest] = names;
  if (!INITIALS.test(first)) return names;
  const parameter = functionsAround(node)
    .flatMap(({ params }) => params)
    .find((each) => each.type === 'Identifier' && each.name === first);
  const type =
    parameter && 'typeAnnotation' in parameter ? parameter.typeAnnotation?.typeAnnotation : undefined;
  const named = type?.type === 'TSTypeReference' ? type.typeName : undefined;
  return named?.type === 'Identifier' ? [lowerFirst(named.name), ...rest] : names;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/**
 * What a part reads of the body of a request to the file's own server, as text.
 *
 * @returns the name it is read by; undefined for everything else, for what is put together of several values, and for fields whose
 *   name says that they are an id, a number, a locale or one of a few words
 */
export function bodyFieldOf(part: SentPart): string | undefined {
  const { type } = part.node;
  if (type !== 'Identifier' && type !== 'MemberExpression' && type !== 'CallExpression') return undefined;
  const fields = part.origins
    .filter((each) => isFromBody(each) && !leavesOutContent(each.path))
    .map(
      ({ path }) =>
        path
          .map(stepName)
          .filter((name) => name !== undefined)
          .at(-1) ?? 'body',
    );
  const field = fields.find((name) => !isMetadataName(name) && !isNameOfThing(name));
  if (field === undefined || isComposed(part)) return undefined;
  const { names } = namesOfPart(part);
  const last = names.at(-1) ?? '';
  if (isMetadataName(last) || isNameOfThing(last)) return undefined;
  // What it is called in the body, where the name here is another.
  const isNamed = names.length > 0 && (field === 'body' || names.at(-1) === field);
  return isNamed ? names.join('.') : field;
}

/** The text that the file writes there, if any. */
export function textOfPart({ node }: SentPart): string | undefined {
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('\u0000');
  return literalText(node);
}

const composed = new WeakSet<SentPart>();

/** True when more than one value goes into the part: texts, objects, lists that are put together. */
export function isComposed(part: SentPart, seen = new Set<SentPart>()): boolean {
  if (composed.has(part)) return true;
  if (seen.has(part)) return false;
  seen.add(part);
  const node = unwrap(part.node);
  // What is parsed is one value, of however many pieces its text was put together; so is what is fetched.
  if (isParsedText(node) || (node.type === 'CallExpression' && fetchOf(node) !== undefined)) return false;
  // Of an object that is put together, one field is one value.
  const isField = node.type === 'ObjectExpression' && part.path.length > 0;
  const found = (!isField && putsTogether(node)) || [...part.parts].some((inner) => isComposed(inner, seen));
  if (found) composed.add(part);
  return found;
}

/** `JSON.parse(text)`, `response.json()`; a schema that parses an object leaves it the fields it has. */
function isParsedText(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const names = writtenNames(node.callee);
  return names.join('.') === 'JSON.parse' || (names.at(-1) === 'json' && node.arguments.length === 0);
}

function putsTogether(node: Node): boolean {
  switch (node.type) {
    case 'TemplateLiteral':
      return node.expressions.length > 0;
    case 'ObjectExpression':
      return node.properties.length > 0;
    case 'ArrayExpression':
      return node.elements.length > 0;
    case 'CallExpression':
      // A template that is filled in.
      return (
        /^(?:concat|replace|replaceAll)$/.test(calleeName(node.callee) ?? '') &&
        node.arguments.some((a) => literalText(a) === undefined && !isPattern(a))
      );
    default:
      return node.type === 'BinaryExpression' && node.operator === '+';
  }
}

function isPattern(node: Node): boolean {
  return node.type === 'Literal' && 'regex' in node;
}
