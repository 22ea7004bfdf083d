/**
 * What every setting and every key of a marker is for. Read by the documentation, never while linting.
 */
import type { ClaudeComplianceSettings } from './settings-types.ts';
import type { PackageMarker } from './package-marker.ts';

/** One setting or key. */
export interface Described {
  /** What it may be, as users write it. */
  readonly values: string;
  readonly meaning: string;
}

const NAMES = '`["name"]`, or `{ "name": true \\| false }`: `false` takes one from the default list';

/** `settings["claude-compliance"]`. */
export const SETTINGS_GUIDE: Readonly<Record<keyof ClaudeComplianceSettings, Described>> = {
  zdr: {
    values: '`true`, `false`',
    meaning: 'The code is under zero data retention, where its package.json says nothing of it.',
  },
  hipaa: {
    values: '`true`, `false`',
    meaning: 'The code is under a HIPAA arrangement, where its package.json says nothing of it.',
  },
  baseline: {
    values: '`"strict"` (default), `"vendor"`',
    meaning:
      'Where the source document and the vendor’s table differ about zero data retention, which of them counts.',
  },
  features: {
    values: '`{ "<feature id>": "allow" \\| "forbid" }`',
    meaning: 'What your own agreement says of a [feature](features.md), whatever the table says.',
  },
  clients: {
    values: '`{ "<module>": { "<export>": "<platform>" } }`',
    meaning:
      'Clients that your own modules make, where following imports does not find them. Platforms: `anthropic`, `anthropic-aws`, `bedrock`, `foundry`, `google-cloud`, `vertex`.',
  },
  gateways: {
    values:
      '`{ "<module>": { "<function>": { "sends": ["0.prompt"], "returns": "content", "provides": ["geography"] } } }`',
    meaning: 'Functions of other packages that ask Claude for their callers, and what they see to.',
  },
  imports: {
    values: '`"follow"` (default), `"ignore"`',
    meaning: 'Whether imports of the project’s own modules are followed.',
  },
  loggers: { values: NAMES, meaning: 'Functions and objects that write logs: no content may reach them.' },
  redactors: { values: NAMES, meaning: 'Functions that take out what identifies people.' },
  auditLoggers: { values: NAMES, meaning: 'Functions that write audit records.' },
  recordNames: { values: NAMES, meaning: 'Names of whole records of people, for `no-full-record`.' },
  identifiers: {
    values: NAMES,
    meaning: 'Names of fields that identify people, for `require-redaction` and others.',
  },
};

/** The key `claude-compliance` of a package.json. */
export const MARKER_GUIDE: Readonly<Record<keyof PackageMarker, Described>> = {
  zdr: {
    values: '`true`, `false`',
    meaning: 'The package is under zero data retention. Asks for the attestation `zdr`.',
  },
  hipaa: {
    values: '`true`, `false`',
    meaning: 'The package is under a HIPAA arrangement. Asks for the attestation `baa`.',
  },
  dataClassification: { values: 'a label', meaning: 'The label of all data that the package sends.' },
  attestations: {
    values: '`{ "baa": { "reference": "GRC-88", "expires": "2027-01-31", "provider": "anthropic" } }`',
    meaning:
      'Agreements, declared and never checked: `baa`, `dpa`, `soc2`, `zdr`, or names of your own. `provider`, one or a list, says with whom; left out, with everybody whom the package reaches.',
  },
  approved: {
    values: '`{ "models": ["claude-opus-5*"] }`',
    meaning:
      'The models that the agreements cover, for `require-approved-model`, where its options name none.',
  },
  gateways: {
    values: '`{ "<function>": { "sends": ["0.prompt"], "returns": "content", "provides": ["geography"] } }`',
    meaning:
      'What functions of this package send for their callers, and see to. Held to the source of the package.',
  },
};
