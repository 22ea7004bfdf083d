/**
 * Closed schemas for what users write, with errors that name the place and the allowed values.
 */

/** Throws an error that names `at`, when the value is not what it has to be. */
export type Check = (value: unknown, at: string) => void;

/** true or false. */
export const flag: Check = (value, at) => {
  if (typeof value !== 'boolean') refuse(at, value, 'true or false');
};

/** Any string but the empty one. */
export const text: Check = (value, at) => {
  if (typeof value !== 'string' || value === '') refuse(at, value, 'a string');
};

/** An object, whatever is in it. */
export const anyObject: Check = (value, at) => {
  if (!isRecord(value)) refuse(at, value, 'an object');
};

/** One of these strings. */
export function oneOf(...allowed: readonly string[]): Check {
  return (value, at) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      refuse(at, value, allowed.map((a) => JSON.stringify(a)).join(' or '));
    }
  };
}

/** A string of a shape. */
export function matching(shape: RegExp, allowed: string): Check {
  return (value, at) => {
    if (typeof value !== 'string' || !shape.test(value)) refuse(at, value, allowed);
  };
}

/** A list of values of one kind. */
export function listOf(check: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) refuse(at, value, 'a list');
    for (const [i, each] of value.entries()) check(each, `${at}[${String(i)}]`);
  };
}

/**
 * An object with any keys and values of one kind.
 *
 * @param shape how such an object looks, for the error
 */
export function mapOf(check: Check, shape: string): Check {
  return (value, at) => {
    if (!isRecord(value)) refuse(at, value, shape);
    for (const [key, inner] of Object.entries(value)) check(inner, `${at}[${quotedKey(key)}]`);
  };
}

/** A value of one kind, or a list of such. */
export function oneOrMore(check: Check): Check {
  return (value, at) => {
    if (Array.isArray(value)) listOf(check)(value, at);
    else check(value, at);
  };
}

/** A list of names, or an object that says of each name whether it counts. */
export const names: Check = (value, at) => {
  const shape = 'a list of names or an object of the form { "name": true }';
  if (!Array.isArray(value)) mapOf(flag, shape)(value, at);
  else if (!value.every((name) => typeof name === 'string' && name !== ''))
    throw new Error(`${at} must be ${shape}.`);
};

/** An object with these keys and no others, each optional. */
export function objectOf(checks: Readonly<Record<string, Check>>, shape = 'an object'): Check {
  return (value, at) => {
    if (!isRecord(value)) refuse(at, value, shape);
    for (const [key, inner] of Object.entries(value)) {
      // As if it were left out: `zdr: process.env.CI ? true : undefined`.
      if (inner === undefined && Object.hasOwn(checks, key)) continue;
      const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
      if (!check) {
        const allowed = Object.keys(checks).join(', ');
        throw new Error(`${at} has the unknown key ${quotedKey(key)}. Allowed keys: ${allowed}.`);
      }
      check(inner, `${at}.${key}`);
    }
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  // A Map, a RegExp or a Date has no entries of its own, and would count as an empty object.
  return Object.prototype.toString.call(value) === '[object Object]';
}

function refuse(at: string, value: unknown, allowed: string): never {
  throw new Error(`${at} must be ${allowed}, but is ${shown(value)}.`);
}

/** A key as an error message may quote it. */
export function quotedKey(key: string): string {
  return JSON.stringify(key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}…` : key).replace(
    /[\p{Cc}\p{Cf}]/gu,
    '',
  );
}

const MAX_KEY = 48;

/** A value as an error message may quote it: never long, in case a secret was put in the wrong place. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 24 ? 'a long string' : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}
