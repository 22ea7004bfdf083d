/**
 * Whether what goes into a value makes it identify a person.
 */
import type { Source } from '../../analysis/values/value-sources.ts';
import type { Fact } from '../facts.ts';
import { IDENTIFIER_KINDS } from './kinds.ts';
import { identifierKindOf } from './names.ts';
import { looksLikeName, shapesIn } from './shapes.ts';
import type { IdentifierKind } from './types.ts';

interface CallRow extends Fact {
  readonly pattern: RegExp;
}

const USAGE = { source: 'common usage of names', checkedOn: '2026-11-22', certainty: 'C' } as const;

/** Calls behind which an identifier is one no more. */
const BARRIERS: CallRow = {
  pattern:
    /hash|hmac|digest|sha\d|md5|uuid|nanoid|cuid|ulid|encrypt|cipher|token|pseudonym|anonymi|redact|mask|opaque|fingerprint|obfuscat|scrub|deidentif/i,
  ...USAGE,
};

/** Calls that leave a text what it is, or can be undone by anybody. */
const PASSING: CallRow = {
  pattern:
    /^(?:String|toString|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|trim|trimStart|trimEnd|normalize|concat|join|replace|replaceAll|slice|substring|substr|padStart|padEnd|btoa|encodeURIComponent|encodeURI|encode|from|stringify|filter|at)$/,
  ...USAGE,
};

/** Nothing on the way makes another value of it. */
function isAsItIs({ calls, isResult }: Source): boolean {
  if (calls.some((name) => BARRIERS.pattern.test(name))) return false;
  const between = isResult ? calls.slice(1) : calls;
  return between.every((name) => PASSING.pattern.test(name));
}

/**
 * The kind of identifier that a source brings in.
 *
 * @returns undefined for opaque ids, for what passed a hash or the like, and for what cannot be told
 */
export function identifierIn(source: Source): IdentifierKind | undefined {
  const { names, text, isResult } = source;
  if (!isAsItIs(source)) return undefined;
  if (text !== undefined) {
    const [kind] = shapesIn(text);
    return IDENTIFIER_KINDS.find(({ id }) => id === kind);
  }
  const name = names.at(-1) ?? '';
  if (isResult && PASSING.pattern.test(name)) return undefined;
  const owner = names.at(-2);
  return identifierKindOf(name, owner === undefined ? {} : { owner });
}

/** Names that people choose to be known by: no identifier of the lists, and no opaque id either. */
const LOGIN_NAME: IdentifierKind & CallRow = {
  id: 'login_name',
  title: 'a login name',
  taxonomies: [],
  names: [],
  pattern: /^(?:user_?)?(?:login|nick)(?:_?name)?$|^(?:user|screen)_?name$|^handle$/i,
  ...USAGE,
};

/**
 * As {@link identifierIn}, for a field that holds an id and nothing else: two names in a row are a person there, and so
 * is a login name or a bare `ip`.
 */
export function identifierInUserId(source: Source): IdentifierKind | undefined {
  const found = identifierIn(source);
  const kindOf = (id: string): IdentifierKind | undefined => IDENTIFIER_KINDS.find((kind) => kind.id === id);
  if (found) return found;
  if (source.text !== undefined) return looksLikeName(source.text) ? kindOf('name') : undefined;
  const last = source.names.at(-1) ?? '';
  // What a call is called says what it does; only of one that gets something it says what that is.
  const name = source.isResult ? (/^(?:get|fetch|load|read)_?(?=[A-Z])(.+)$/.exec(last)?.[1] ?? '') : last;
  if (!isAsItIs(source)) return undefined;
  if (name.toLowerCase() === 'ip') return kindOf('ip');
  return LOGIN_NAME.pattern.test(name) ? LOGIN_NAME : undefined;
}
