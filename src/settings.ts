/**
 * `settings["claude-compliance"]`, checked against a closed schema.
 */
import { DECLARABLE_PLATFORMS } from './analysis/sdk-surface/index.ts';
import type { DeclaredClients } from './analysis/clients.ts';
import { NAMESPACE } from './meta.ts';

/** What users tell all rules at once. Every key is optional; objects only, so that flat configs merge them. */
export interface Settings {
  /** Marks the linted code as under zero data retention, without package.json. */
  readonly zdr?: boolean;
  /** Marks the linted code as under a HIPAA arrangement, without package.json. */
  readonly hipaa?: boolean;
  /** `strict`: also what the project's source documents call ineligible. `vendor`: the vendor's table. */
  readonly baseline?: 'strict' | 'vendor';
  /** Feature id → what the user's own contract says. */
  readonly features?: Readonly<Record<string, 'allow' | 'forbid'>>;
  /** Module → export → platform, for clients made in other files. */
  readonly clients?: DeclaredClients;
  readonly loggers?: NameSet;
  readonly redactors?: NameSet;
  readonly auditLoggers?: NameSet;
  readonly recordNames?: NameSet;
  readonly identifiers?: NameSet;
}

/** Names added (`true`) to a default list, or taken from it (`false`). */
export type NameSet = Readonly<Record<string, boolean>>;

type Check = (value: unknown, at: string) => void;

const flag: Check = (value, at) => {
  if (typeof value !== 'boolean') refuse(at, value, 'true or false');
};

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, at) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      refuse(at, value, allowed.map((a) => JSON.stringify(a)).join(' or '));
    }
  };

const mapOf =
  (check: Check, shape: string): Check =>
  (value, at) => {
    if (!isRecord(value)) refuse(at, value, shape);
    for (const [key, inner] of Object.entries(value)) check(inner, `${at}[${JSON.stringify(key)}]`);
  };

const names = mapOf(flag, 'an object of the form { "name": true }');

const SCHEMA: Readonly<Record<keyof Settings, Check>> = {
  auditLoggers: names,
  baseline: oneOf('strict', 'vendor'),
  clients: mapOf(
    mapOf(oneOf(...DECLARABLE_PLATFORMS), 'an object of the form { "<export>": "<platform>" }'),
    'an object of the form { "<module>": { "<export>": "<platform>" } }',
  ),
  features: mapOf(oneOf('allow', 'forbid'), 'an object of the form { "<feature id>": "allow" }'),
  hipaa: flag,
  identifiers: names,
  loggers: names,
  recordNames: names,
  redactors: names,
  zdr: flag,
};

const NONE: Settings = Object.freeze({});
const NO_CLIENTS: DeclaredClients = Object.freeze({});
const checked = new WeakMap<object, Settings>();

/**
 * The plugin's settings.
 *
 * @param settings ESLint's `context.settings`
 * @throws {Error} naming key and allowed values, where they are not what the schema allows; like an
 *   error in rule options, this ends the run
 */
export function readSettings(settings: Readonly<Record<string, unknown>>): Settings {
  const own = settings[NAMESPACE];
  if (own === undefined) return NONE;
  if (!isRecord(own)) refuse(`settings[${JSON.stringify(NAMESPACE)}]`, own, 'an object');
  let result = checked.get(own);
  if (!result) {
    validate(own);
    result = own;
    checked.set(own, result);
  }
  return result;
}

/** The declared client modules; one and the same object where there are none. */
export function declaredClients(settings: Settings): DeclaredClients {
  return settings.clients ?? NO_CLIENTS;
}

function validate(own: Record<string, unknown>): void {
  const root = `settings[${JSON.stringify(NAMESPACE)}]`;
  for (const [key, value] of Object.entries(own)) {
    if (!Object.hasOwn(SCHEMA, key)) {
      throw new Error(
        `${root} has the unknown key ${JSON.stringify(key)}. Allowed keys: ${Object.keys(SCHEMA).join(', ')}.`,
      );
    }
    SCHEMA[key as keyof Settings](value, `${root}.${key}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(at: string, value: unknown, allowed: string): never {
  throw new Error(`${at} must be ${allowed}, but is ${shown(value)}.`);
}

/** A value as an error message may quote it: never long, in case a secret was put in the wrong place. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 24 ? 'a long string' : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}
