/**
 * What users write as `settings["claude-compliance"]`, as types. They are part of the package's own types, so they refer to
 * nothing of a parser.
 */
import type { DeclaredClients } from '../analysis/syntax/declared-clients.ts';
import type { DeclaredGateways } from '../analysis/syntax/declared-gateways.ts';

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
  /** Module → function → what it sends, gives back and sees to: gateways in packages that are not followed. */
  readonly gateways?: DeclaredGateways;
  /** Whether imports of the project's own modules are followed. `follow`, unless said otherwise. */
  readonly imports?: 'follow' | 'ignore';
  /**
   * Set by `markedPackages` alone: a package's marker, or why it cannot be used, as read when the config was loaded. `zdr` and
   * `hipaa` beside it are copies. For the key of ESLint's cache; rules read the disk.
   */
  readonly marker?: Readonly<Record<string, unknown>>;
  /** Set by `linkedModules` alone: stands for what the modules of a package say. For the key of ESLint's cache. */
  readonly modules?: string;
  readonly loggers?: NameSet;
  readonly redactors?: NameSet;
  readonly auditLoggers?: NameSet;
  readonly recordNames?: NameSet;
  readonly identifiers?: NameSet;
}

/** The keys that hold names. */
export type NameKey = 'auditLoggers' | 'identifiers' | 'loggers' | 'recordNames' | 'redactors';

/** What a user writes under our key of `settings`: as {@link Settings}, with a list where names are only added. */
export type ClaudeComplianceSettings = {
  readonly [Key in Exclude<keyof Settings, 'marker' | 'modules'>]?: Key extends NameKey
    ? NameSet | readonly string[] | undefined
    : Settings[Key] | undefined;
};

/** Names added (`true`) to a default list, or taken from it (`false`). */
export type NameSet = Readonly<Record<string, boolean>>;
