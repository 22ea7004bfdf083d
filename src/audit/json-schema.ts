/**
 * The keywords of JSON Schema that our own schemas use, as builders and as a check. The published file is read by anybody's
 * validator; the check is for the command itself, which validates what it writes and what it is handed, without bringing a
 * validator along.
 */

export interface Schema {
  readonly type?: 'array' | 'boolean' | 'integer' | 'object' | 'string';
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly $ref?: string;
}

export interface RootSchema extends Schema {
  readonly $schema: string;
  readonly $id: string;
  readonly title: string;
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** An object with these properties and no others; those whose name ends in `?` may be left out. */
export function object(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  const named = Object.entries(properties).map(
    ([name, schema]) => [name.replace(/\?$/, ''), schema] as const,
  );
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(named),
  };
}

export const list = (items: Schema): Schema => ({ type: 'array', items });
export const oneOf = (names: readonly string[]): Schema => ({ type: 'string', enum: [...names] });
export const text = (pattern: string, maxLength: number): Schema => ({ type: 'string', pattern, maxLength });
export const mapOf = (propertyNames: Schema, additionalProperties: Schema): Schema => ({
  type: 'object',
  propertyNames,
  additionalProperties,
});
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const COUNT: Schema = { type: 'integer', minimum: 0 };
export const FLAG: Schema = { type: 'boolean' };

/**
 * What is wrong with a value, each with where: `/callSites/3/model: …`. Says nothing of the value itself, which may be what must
 * not be shown. Stops after 20.
 */
export function faultsOf(value: unknown, root: RootSchema): string[] {
  const faults: string[] = [];
  check(value, root, '', { root, faults, patterns: new Map() });
  return faults;
}

interface Checking {
  readonly root: RootSchema;
  readonly faults: string[];
  readonly patterns: Map<string, RegExp>;
}

const MAX_FAULTS = 20;

function check(value: unknown, schema: Schema, at: string, checking: Checking): void {
  if (checking.faults.length >= MAX_FAULTS) return;
  if (schema.$ref !== undefined) {
    check(value, checking.root.$defs[schema.$ref.slice('#/$defs/'.length)] ?? {}, at, checking);
    return;
  }
  const fault = (what: string): void => {
    checking.faults.push(`${at || '/'}: ${what}`);
  };
  if (schema.type === 'string') checkString(value, schema, fault, checking);
  else if (schema.type === 'integer') {
    if (!Number.isInteger(value) || Number(value) < (schema.minimum ?? -Infinity)) fault('is no count');
  } else if (schema.type === 'boolean') {
    if (typeof value !== 'boolean') fault('is neither true nor false');
  } else if (schema.type === 'array') {
    if (!Array.isArray(value)) fault('is no list');
    else
      value.forEach((item: unknown, i) => {
        check(item, schema.items ?? {}, `${at}/${String(i)}`, checking);
      });
  } else if (schema.type === 'object') checkObject(value, schema, at, checking);
}

function checkString(
  value: unknown,
  schema: Schema,
  fault: (what: string) => void,
  { patterns }: Checking,
): void {
  if (typeof value !== 'string') {
    fault('is no text');
    return;
  }
  if (schema.const !== undefined && value !== schema.const) fault(`is not ${schema.const}`);
  if (schema.enum && !schema.enum.includes(value)) fault('is none of the words it may be');
  if (schema.maxLength !== undefined && Array.from(value).length > schema.maxLength) fault('is too long');
  if (schema.pattern === undefined) return;
  const pattern = patterns.get(schema.pattern) ?? new RegExp(schema.pattern, 'u');
  patterns.set(schema.pattern, pattern);
  if (!pattern.test(value)) fault('has characters that it may not have');
}

function checkObject(value: unknown, schema: Schema, at: string, checking: Checking): void {
  const { faults } = checking;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    faults.push(`${at || '/'}: is no object`);
    return;
  }
  const properties = schema.properties ?? {};
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) faults.push(`${at}/${name}: is missing`);
  }
  for (const [name, part] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known) check(part, known, `${at}/${name}`, checking);
    else if (schema.additionalProperties === false) faults.push(`${at}: has a property that it may not have`);
    else if (schema.additionalProperties) {
      if (schema.propertyNames)
        check(name, { type: 'string', ...schema.propertyNames }, `${at}: a name`, checking);
      check(part, schema.additionalProperties, `${at}/…`, checking);
    }
  }
}
