/**
 * The fields of an object, as far as the file shows them: its own, those it spreads in, and those of the objects
 * behind a variable.
 */
import { makersOf, namesOf } from './origins.ts';
import { wrapped, writtenKey } from '../syntax/nodes.ts';
import type { MemberWrite } from '../syntax/syntax-index.ts';
import type { Frame, Node } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Evaluator } from './answers.ts';

/** One field of an object. */
export interface ObjectField {
  readonly name: string;
  /** The expression that gives its value. */
  readonly value: Node;
  readonly frame: Frame | undefined;
  /** Where the field is written. */
  readonly node: Node;
}

export interface ObjectFields {
  readonly fields: readonly ObjectField[];
  /** It may have more fields than the file shows. */
  readonly open: boolean;
}

const MAX_SPREADS = 6;
const NOTHING: ObjectFields = { fields: [], open: false };

/** Lists the fields of whatever objects an expression can be. */
export function fieldsOf(ev: Evaluator, node: Node, frame?: Frame): ObjectFields {
  return fieldsAt({ ev, listed: new Map() }, node, frame, 0);
}

/** One question for fields. */
interface Listing {
  readonly ev: Evaluator;
  /** The objects that are listed already, with the frames they were made in: one that is spread in again adds nothing. */
  readonly listed: Map<Node, Set<Frame | undefined>>;
}

function fieldsAt(listing: Listing, node: Node, frame: Frame | undefined, depth: number): ObjectFields {
  const { ev } = listing;
  if (depth > MAX_SPREADS) return { fields: [], open: true };
  const parts = ev.answers(node, [], frame).map((answer): ObjectFields => {
    if (answer.kind === 'absent') return NOTHING;
    if (answer.kind === 'unknown') return { fields: [], open: true };
    const { value } = answer;
    switch (value.kind) {
      case 'literal':
      case 'text':
        return NOTHING;
      case 'object':
        return ownFields(listing, value.node, value.frame, depth);
      case 'api': {
        // new Headers({ … }), new Map(Object.entries({ … })) and the like hold what they are given.
        const [maker] = makersOf(value.api);
        const [first] = maker?.node.arguments ?? [];
        if (!maker || !first || namesOf(value.api)[0] !== 'Headers') return { fields: [], open: true };
        return fieldsAt(listing, first, maker.frame, depth + 1);
      }
      default:
        return { fields: [], open: true };
    }
  });
  return { fields: parts.flatMap((part) => part.fields), open: parts.some((part) => part.open) };
}

function ownFields(listing: Listing, node: Node, frame: Frame | undefined, depth: number): ObjectFields {
  if (node.type !== 'ObjectExpression') return { fields: [], open: true };
  let frames = listing.listed.get(node);
  if (frames?.has(frame)) return NOTHING;
  if (!frames) listing.listed.set(node, (frames = new Set()));
  frames.add(frame);
  const parts = node.properties.map((property): ObjectFields => {
    if (property.type === 'SpreadElement') return fieldsAt(listing, property.argument, frame, depth + 1);
    const name = writtenKey(property);
    if (name === undefined) return { fields: [], open: true };
    return { fields: [{ name, value: property.value, frame, node: property }], open: false };
  });
  return { fields: parts.flatMap((part) => part.fields), open: parts.some((part) => part.open) };
}

/** What is put into an object, or into a part of it, after it was made. */
export interface DeepWrite extends MemberWrite {
  /** The keys from the object to what is written; undefined for one that only exists at run time. */
  readonly path: readonly (string | undefined)[];
}

/** What is put into a variable's object after it was made: `entry.outcome = "error"`, `shape[field.key] = z.string()`. */
export function writesInto(ev: Evaluator, variable: Node): readonly MemberWrite[] {
  return writesBelow(ev, variable).filter(({ path }) => path.length === 1);
}

/** The same, and what is put into parts of it: `schema.properties.who = { … }`. */
export function writesBelow(ev: Evaluator, variable: Node): readonly DeepWrite[] {
  return usesOf(ev.index.variableOf(variable)).flatMap((use) => {
    const path: (string | undefined)[] = [];
    let target = wrapped(use);
    for (let { parent } = target; parent?.type === 'MemberExpression'; { parent } = target) {
      if (parent.object !== target) return [];
      path.push(writtenKey(parent));
      const write = parent.parent;
      if (write.type === 'AssignmentExpression' && write.left === parent)
        return [{ path, target: parent, value: write.right }];
      target = wrapped(parent);
    }
    return [];
  });
}
