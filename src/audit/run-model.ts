/**
 * The part of the evidence that is about the run: how it was produced, what it saw, what deviates from the pack, what is
 * waived, what is declared.
 */
import type { PackName } from '../configs/packs/index.ts';
import type { CodeName, Declared, Digest, Place, RepoPath } from './model.ts';
import type {
  AttestationState,
  DeviationKind,
  GapKind,
  NotRun,
  ProviderName,
  WaiverFault,
  WaiverState,
  Why,
} from './words.ts';

/** How this was produced, so that somebody else can produce it again. Times and hosts are left out on purpose. */
export interface Provenance {
  /** The day that decides about waivers and documents, ISO 8601, UTC. */
  readonly asOf: string;
  /** The repository's address without user names and secrets, or the name of its folder. */
  readonly repository: string;
  /** Full id of the commit; left out where there is no git. */
  readonly commit?: string;
  readonly branch?: string;
  /** There were changes that are in no commit. */
  readonly dirty: boolean;
  /** The history is cut off: who wrote a waiver, and when, may be unknown. */
  readonly shallow: boolean;
  readonly tools: {
    readonly plugin: string;
    readonly eslint: string;
    readonly node: string;
    readonly parsers: readonly string[];
  };
  /** Arguments of the command, paths made relative. */
  readonly command: readonly Declared[];
  readonly packs: readonly PackName[];
  readonly config: {
    /** `pack`: the packs alone. `project`: the project's own configuration. */
    readonly source: 'pack' | 'project';
    readonly file?: RepoPath;
    /** Of the effective configuration, keys sorted. */
    readonly digest: Digest;
  };
  /** Tables of facts that decided, with the day of their last check. */
  readonly facts: readonly { readonly table: string; readonly checkedOn: string }[];
  /** Complete, or why not. */
  readonly completeness: 'complete' | 'incomplete' | 'interrupted';
}

/** Files by what became of them. */
export interface Scope {
  readonly linted: number;
  /** Of the linted ones, those whose text can concern a rule. */
  readonly concerned: number;
  /** Files that no rule of ours can have anything to say about. */
  readonly unconcerned: number;
  readonly ignored: {
    readonly files: number;
    readonly by: readonly { readonly pattern: Declared; readonly files: number }[];
  };
  readonly unparsed: readonly Place[];
  readonly unreadable: readonly RepoPath[];
  /** Files in languages that are not analysed and mention Claude. */
  readonly otherLanguages: readonly { readonly language: string; readonly files: readonly RepoPath[] }[];
}

/** Whether the list of call sites can be the whole population. */
export interface Population {
  /** Dependencies that can reach Claude, and how many call sites go through them. */
  readonly dependencies: readonly {
    readonly package: string;
    readonly name: string;
    readonly range?: Declared;
    readonly reaches: readonly ProviderName[];
    readonly sites: number;
  }[];
  /** Places that may reach Claude and stayed unknown. */
  readonly candidates: readonly { readonly callee: CodeName; readonly at: Place; readonly why: Why }[];
  readonly gaps: readonly {
    readonly kind: GapKind;
    readonly at?: Place;
    /** A package or a language. */
    readonly name?: string;
  }[];
}

/** A package of the repository, as it declares itself. */
export interface PackageFacts {
  readonly name: string;
  readonly folder: RepoPath;
  readonly arrangement: readonly ('hipaa' | 'zdr')[];
  readonly label?: string;
}

/** How one of our rules was run. */
export interface RuleRun {
  readonly name: string;
  readonly severity: 'error' | 'off' | 'warn';
  /** Where it was run nowhere. */
  readonly notRun?: NotRun;
  readonly packs: readonly PackName[];
  /** Of the options in force. */
  readonly options: Digest;
}

/** A difference between the pack and what was in force. */
export interface Deviation {
  /** `D1`, in the order of the list. */
  readonly id: string;
  readonly kind: DeviationKind;
  readonly rule?: string;
  readonly at?: Place;
  /** The commit that brought the line. */
  readonly commit?: string;
  /** What the pack has, and what was in force, as JSON. */
  readonly from?: Declared;
  readonly to?: Declared;
  /** Call sites it touches. */
  readonly sites: readonly string[];
}

/** A decision of people that a finding stands, for a time. */
export interface Waiver {
  /** `W1`, in the order of the list. */
  readonly id: string;
  readonly source: 'file' | 'inline';
  readonly rule: string;
  readonly at: Place;
  readonly sites: readonly string[];
  readonly state: WaiverState;
  readonly faults: readonly WaiverFault[];
  readonly owner?: Declared;
  readonly ref?: Declared;
  /** The last day it holds, UTC, included. */
  readonly until?: string;
  readonly reason?: Declared;
  readonly commit?: string;
  /** The day of that commit. */
  readonly writtenOn?: string;
}

/** A document that a package declares, or was asked to. Never checked. */
export interface AttestationFact {
  readonly package: string;
  readonly name: string;
  readonly state: AttestationState;
  readonly at?: Place;
  readonly reference?: Declared;
  readonly expires?: string;
}

/** Everything about the run. */
export interface RunFacts {
  readonly provenance: Provenance;
  readonly scope: Scope;
  readonly population: Population;
  readonly packages: readonly PackageFacts[];
  readonly rules: readonly RuleRun[];
  readonly deviations: readonly Deviation[];
  readonly waivers: readonly Waiver[];
  readonly attestations: readonly AttestationFact[];
}
