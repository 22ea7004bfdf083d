/**
 * The tree of a JSON text, with the place of every part. In the form in which `@eslint/json` has it, so that whoever reads one
 * reads the other.
 */

/** A place, counted from 1. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From where to where. */
export interface JsonLocation {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

interface JsonNodeBase {
  readonly loc: JsonLocation;
  readonly range: readonly [number, number];
}

/** A value that holds no others. */
export interface JsonScalar extends JsonNodeBase {
  readonly type: 'Boolean' | 'Null' | 'Number' | 'String';
  readonly value: boolean | number | string | null;
}

/** `"name": value`. */
export interface JsonMember extends JsonNodeBase {
  readonly type: 'Member';
  readonly name: JsonScalar;
  readonly value: JsonValue;
}

/** `{ … }`. */
export interface JsonObject extends JsonNodeBase {
  readonly type: 'Object';
  readonly members: readonly JsonMember[];
}

/** One value of an array. */
export interface JsonElement extends JsonNodeBase {
  readonly type: 'Element';
  readonly value: JsonValue;
}

/** `[ … ]`. */
export interface JsonArray extends JsonNodeBase {
  readonly type: 'Array';
  readonly elements: readonly JsonElement[];
}

export type JsonValue = JsonArray | JsonObject | JsonScalar;

/** A whole text. Without a body where the text is no JSON. */
export interface JsonDocument extends JsonNodeBase {
  readonly type: 'Document';
  readonly body: JsonValue | undefined;
  readonly tokens: readonly never[];
  readonly comments: readonly never[];
}

export type JsonNode = JsonDocument | JsonElement | JsonMember | JsonValue;

/** What of a node leads to further nodes. */
export const JSON_KEYS: Readonly<Record<JsonNode['type'], readonly string[]>> = {
  Array: ['elements'],
  Boolean: [],
  Document: ['body'],
  Element: ['value'],
  Member: ['name', 'value'],
  Null: [],
  Number: [],
  Object: ['members'],
  String: [],
};

/** Reads a text. Any text has a tree; one that is no JSON has an empty one. */
export function parseJson(text: string): JsonDocument {
  const places = new Places(text);
  const whole = places.between(0, text.length);
  return { type: 'Document', body: bodyOf(text, places), tokens: [], comments: [], ...whole };
}

function bodyOf(text: string, places: Places): JsonValue | undefined {
  try {
    // From here on the text is known to be JSON.
    JSON.parse(text);
    return new Reader(text, places).value();
  } catch {
    // No JSON, or nested deeper than the stack is.
    return undefined;
  }
}

/** The value of an object under a key; of several, the last, as readers of JSON take it. */
export function memberOf(value: JsonValue | undefined, key: string): JsonMember | undefined {
  return value?.type === 'Object' ? value.members.findLast(({ name }) => name.value === key) : undefined;
}

/** The innermost member on a way of keys that is there, and how many of the keys lead to it. */
export function memberAt(
  root: JsonValue | undefined,
  keys: readonly string[],
): { readonly member: JsonMember | undefined; readonly depth: number } {
  let member: JsonMember | undefined;
  for (const [depth, key] of keys.entries()) {
    const next = memberOf(member ? member.value : root, key);
    if (!next) return { member, depth };
    member = next;
  }
  return { member, depth: keys.length };
}

/** Where offsets of a text are. */
class Places {
  readonly #starts = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  between(start: number, end: number): JsonNodeBase {
    return { loc: { start: this.#at(start), end: this.#at(end) }, range: [start, end] };
  }

  #at(index: number): JsonPosition {
    const offset = Math.min(index, this.#text.length);
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }
}

const SPACE = /\s*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[^\s,\]}]+/y;

/** Reads a text that is known to be JSON. */
class Reader {
  readonly #text: string;
  readonly #places: Places;
  #at = 0;

  constructor(text: string, places: Places) {
    this.#text = text;
    this.#places = places;
    this.#skip();
  }

  value(): JsonValue {
    const start = this.#at;
    switch (this.#text[start]) {
      case '{': {
        const members = this.#list('}', () => this.#member());
        return { type: 'Object', members, ...this.#places.between(start, this.#at) };
      }
      case '[': {
        const elements = this.#list(']', () => this.#element());
        return { type: 'Array', elements, ...this.#places.between(start, this.#at) };
      }
      default:
        return this.#scalar();
    }
  }

  #member(): JsonMember {
    const start = this.#at;
    const name = this.#scalar();
    this.#skip();
    this.#at += 1;
    this.#skip();
    const value = this.value();
    return { type: 'Member', name, value, ...this.#places.between(start, value.range[1]) };
  }

  #element(): JsonElement {
    const value = this.value();
    return { type: 'Element', value, loc: value.loc, range: value.range };
  }

  #list<T>(end: string, read: () => T): T[] {
    const found: T[] = [];
    this.#at += 1;
    this.#skip();
    while (this.#text[this.#at] !== end) {
      found.push(read());
      this.#skip();
      if (this.#text[this.#at] === ',') {
        this.#at += 1;
        this.#skip();
      }
    }
    this.#at += 1;
    return found;
  }

  #scalar(): JsonScalar {
    const start = this.#at;
    const written = this.#take(this.#text[start] === '"' ? STRING : WORD);
    const value = JSON.parse(written) as JsonScalar['value'];
    const type = TYPES[typeof value] ?? 'Null';
    return { type, value, ...this.#places.between(start, this.#at) };
  }

  #skip(): void {
    this.#take(SPACE);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }
}

const TYPES: Readonly<Record<string, JsonScalar['type']>> = {
  boolean: 'Boolean',
  number: 'Number',
  string: 'String',
};
