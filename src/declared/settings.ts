/**
 * `settings["claude-compliance"]`, checked against a closed schema.
 */
import type { DeclaredClients } from '../analysis/syntax/declared-clients.ts';
import { DECLARABLE_PLATFORMS } from '../analysis/sdk-surface/index.ts';
import type { FlowSettings, RecordQuery } from '../analysis/index.ts';
import { fieldNamed } from '../policy/audit-fields.ts';
import { NAMESPACE } from '../meta.ts';
import { FEATURE_NAMES } from '../policy/features/index.ts';
import type { EligibilityPolicy } from '../policy/features/index.ts';
import { anyObject, flag, mapOf, names, objectOf, oneOf, quotedKey, text } from './validation.ts';
import { gatewayExports } from './gateways.ts';
import type { NameKey, NameSet, Settings } from './settings-types.ts';
import type { Check } from './validation.ts';

export type { NameSet, Settings } from './settings-types.ts';

const NAME_KEYS: readonly NameKey[] = ['auditLoggers', 'identifiers', 'loggers', 'recordNames', 'redactors'];

/** Every feature and group the catalogue knows, each allowed or forbidden. */
const features: Check = (value, at) => {
  mapOf(oneOf('allow', 'forbid'), 'an object of the form { "<feature id>": "allow" }')(value, at);
  const unknown = Object.keys(value as object).find((id) => !FEATURE_NAMES.includes(id));
  if (unknown !== undefined) {
    throw new Error(
      `${at} names the unknown feature ${quotedKey(unknown)}. Known: ${FEATURE_NAMES.join(', ')}.`,
    );
  }
};

const SCHEMA: Readonly<Record<keyof Settings, Check>> = {
  auditLoggers: names,
  baseline: oneOf('strict', 'vendor'),
  clients: mapOf(
    mapOf(oneOf(...DECLARABLE_PLATFORMS), 'an object of the form { "<export>": "<platform>" }'),
    'an object of the form { "<module>": { "<export>": "<platform>" } }',
  ),
  features,
  gateways: mapOf(
    gatewayExports,
    'an object of the form { "<module>": { "<function>": { "provides": [] } } }',
  ),
  hipaa: flag,
  identifiers: names,
  imports: oneOf('follow', 'ignore'),
  loggers: names,
  marker: anyObject,
  modules: text,
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
  const known = typeof own === 'object' && own !== null ? checked.get(own) : undefined;
  if (known) return known;
  objectOf(SCHEMA)(own, `settings[${JSON.stringify(NAMESPACE)}]`);
  const read = withNameSets(own as Settings);
  checked.set(own as object, read);
  return read;
}

/** The same settings with an object for every list of names; themselves where there is none. */
function withNameSets(own: Settings): Settings {
  const lists = NAME_KEYS.flatMap((key): (readonly [string, object])[] => {
    const given: unknown = own[key];
    return Array.isArray(given) ? [[key, Object.fromEntries(given.map((name: string) => [name, true]))]] : [];
  });
  return lists.length === 0 ? own : { ...own, ...Object.fromEntries(lists) };
}

/** The declared client modules; one and the same object where there are none. */
export function declaredClients(settings: Settings): DeclaredClients {
  return settings.clients ?? NO_CLIENTS;
}

const NO_NAMES: NameSet = Object.freeze({});
const flows = new WeakMap<Settings, FlowSettings>();

/** What the content flow has to know of names; one and the same object for the same settings. */
export function flowSettings(settings: Settings): FlowSettings {
  let flow = flows.get(settings);
  if (!flow) {
    const { auditLoggers = NO_NAMES, loggers = NO_NAMES, redactors = NO_NAMES } = settings;
    flows.set(settings, (flow = { auditLoggers, loggers, redactors }));
  }
  return flow;
}

const queries = new WeakMap<Settings, RecordQuery>();

/** What is an audit record; one and the same object for the same settings. */
export function recordQuery(settings: Settings): RecordQuery {
  let query = queries.get(settings);
  if (!query) queries.set(settings, (query = { loggers: settings.auditLoggers, fieldNamed }));
  return query;
}

/** What settings decide over the rows of the feature catalogue. */
export function eligibilityPolicy(settings: Settings): EligibilityPolicy {
  return { baseline: settings.baseline ?? 'strict', overrides: settings.features ?? {} };
}
