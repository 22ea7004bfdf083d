/**
 * Evidence: the population of places that reach Claude in one state of a repository, and what a run says of each. This is
 * the one source of all files that the audit writes.
 *
 * No prompt, no literal of content and no secret can be in it: every string is a word of `words.ts`, a name of ours, or
 * of one of the narrow kinds below, each with a grammar in `schema.ts` that has no room for prose but where people or rules
 * speak (`Sentence`, `Declared`). `sealEvidence` refuses anything else.
 */
import type { FrameworkName } from '../policy/controls/index.ts';
import type { Arrangement, Eligibility } from '../policy/features/index.ts';
import type { RunFacts } from './run-model.ts';
import type {
  Certainty,
  FactState,
  How,
  LineState,
  NotApplicable,
  NotRun,
  PlaceKind,
  ProviderName,
  ResultState,
  SinkName,
  Why,
} from './words.ts';

/** The version of the shape. Fields may be added within it; a change of meaning makes the next. */
export const EVIDENCE_SCHEMA = 'claude-compliance/evidence/1';

/** A name of code: identifiers, dots, the path of a callee. Never text of a literal. */
export type CodeName = string;
/** A path from the repository's root with `/` between its parts, whatever the system. */
export type RepoPath = string;
/** A rule's message: one or two sentences of ours, with names of code in them. */
export type Sentence = string;
/** What a person wrote for others to read: a reason, an owner, a reference. Control and bidirectional characters made visible. */
export type Declared = string;
/** Hexadecimal digest with the name of its algorithm: `sha256:…`, `git:…`. */
export type Digest = string;

/** Where something stands. Lines and columns count from 1. */
export interface Place {
  readonly file: RepoPath;
  readonly line?: number;
  readonly column?: number;
  /** The enclosing function, by its name or path of names. */
  readonly function?: CodeName;
}

/** Something with a name at a place: a writer of records, a redactor, a logger. */
export interface Named {
  readonly name: CodeName;
  readonly at: Place;
}

/** What the code shows of one question. */
export interface Fact<Value extends string = string> {
  readonly state: FactState;
  /** Where it is `shown`: one value; several ways through the code with different values are `values`. */
  readonly value?: Value;
  readonly values?: readonly Value[];
  /** Where the value is written, where that is not the call itself. */
  readonly from?: Place;
  readonly how?: How;
  /** Where it is `cannot-tell`. */
  readonly why?: Why;
}

/** A function that calls the one that sends, and what is decided there. */
export interface Caller {
  /** Like the id of a call site, with `ca:` in front. */
  readonly id: string;
  readonly at: Place;
  readonly package: string;
  readonly redaction: FactState;
  readonly by?: Named;
}

/** A feature of Claude that a call site uses. Ids are those of `policy/features`. */
export interface UsedFeature {
  readonly id: string;
  readonly at: Place;
  readonly zdr: Eligibility;
  readonly hipaa: Eligibility;
}

/** Whether a record of the request is written, when it succeeds and when it fails. */
export interface AuditFacts {
  readonly success: FactState;
  readonly failure: FactState;
  readonly why?: Why;
  readonly writers: readonly Named[];
  /** Fields of `policy/audit-fields.ts`. */
  readonly fields: {
    readonly shown: readonly string[];
    readonly absent: readonly string[];
    readonly unknown: readonly string[];
  };
}

export interface RedactionFacts {
  readonly state: FactState;
  readonly why?: Why;
  readonly by: readonly Named[];
  /** Of so many ways by which content comes in, so many pass a redactor. */
  readonly shownFor: number;
  readonly of: number;
}

/** Where content of the request or its answer is written down beside the audit record. */
export interface LoggingFacts {
  readonly state: FactState;
  readonly why?: Why;
  readonly sinks: readonly { readonly kind: SinkName; readonly name: CodeName; readonly at: Place }[];
  /** How many files were followed for it. */
  readonly followed: number;
}

/** Where content comes from on its way to a call site. */
export interface Entry {
  readonly kind: PlaceKind;
  /** `POST /letters/:id` is not a name of code and stays out; the handler's name stands here. */
  readonly name?: CodeName;
  readonly at: Place;
  readonly redaction: FactState;
  readonly by?: Named;
}

/** Where the answer goes. */
export interface Return {
  readonly kind: PlaceKind;
  readonly name?: CodeName;
  readonly at: Place;
  readonly state: FactState;
}

/** What one rule says of one call site. */
export interface SiteResult {
  readonly state: ResultState;
  readonly certainty?: Certainty;
  /** For `not-run`, `not-applicable` and `cannot-tell`. */
  readonly why?: NotApplicable | NotRun | Why;
  /** Ids of findings, waived ones included. */
  readonly findings?: readonly string[];
}

/** One place that reaches Claude. */
export interface CallSite {
  /** `cs:` and hexadecimal digits of a digest over `identity`: moves of lines and edits inside do not change it. */
  readonly id: string;
  readonly identity: {
    readonly file: RepoPath;
    /** Enclosing names from the outside, joined by dots; empty at the top of the file. */
    readonly function: CodeName;
    readonly operation: CodeName;
    /** Among equal ones in the file, from 0. */
    readonly ordinal: number;
  };
  readonly at: Place;
  /** The file's content. */
  readonly blob?: Digest;
  /** The name of the package it belongs to, or its folder where it has no name. */
  readonly package: string;
  /** `gateway`: a function that sends what its callers hand it. `caller`: a call of a gateway of another package. */
  readonly kind: 'caller' | 'direct' | 'gateway';
  readonly foundBy: 'declared' | 'http' | 'import' | 'shape';
  readonly certainty: Certainty;
  /** What is called, as code names it: `client.messages.create`. */
  readonly callee: CodeName;
  readonly operation: { readonly id: CodeName; readonly kind: 'agent' | 'batch' | 'count' | 'inference' };
  readonly callers: readonly Caller[];
  readonly provider: Fact<ProviderName>;
  /** The host, where it is not the provider's own. */
  readonly host?: string;
  readonly model: Fact;
  readonly geography: Fact;
  /** Of the cloud platforms, whose region decides instead of a geography. */
  readonly region: Fact;
  readonly label: Fact;
  readonly arrangement: readonly Arrangement[];
  readonly features: readonly UsedFeature[];
  readonly audit: AuditFacts;
  readonly redaction: RedactionFacts;
  readonly logging: LoggingFacts;
  readonly entries: readonly Entry[];
  readonly returns: readonly Return[];
  /** By the name of each of our rules. */
  readonly results: Readonly<Record<string, SiteResult>>;
}

/** What a rule reports, or cannot decide. */
export interface Finding {
  /** `fi:` and hexadecimal digits of a digest over rule, message, site and place within it. */
  readonly id: string;
  readonly rule: string;
  readonly messageId: string;
  /** `cannot-tell`: the rule asks, and the code does not decide. */
  readonly kind: 'cannot-tell' | 'finding';
  readonly severity: 'error' | 'warning';
  readonly certainty: Certainty;
  readonly message: Sentence;
  readonly at: Place;
  /** Call sites it concerns; none: it concerns a file or a package. */
  readonly sites: readonly string[];
  /** For `cannot-tell`. */
  readonly why?: Why;
  /** What would mend this finding and others: the function or the file that decides. */
  readonly cause?: Named;
  /** The way of content from its source to where it is written down, for findings about content. */
  readonly way?: readonly Place[];
  /** The waiver that covers it on the day of the run. */
  readonly waiver?: string;
}

/** One control, over all call sites and files. */
export interface ControlResult {
  readonly framework: FrameworkName;
  readonly id: string;
  readonly why: string;
  readonly rules: readonly string[];
  readonly state: ResultState;
  /** Call sites that at least one of its rules says something about. */
  readonly applicable: number;
  /** Call sites by the most pressing state of its rules; they add up to all call sites. */
  readonly sites: Readonly<Record<ResultState, number>>;
  /** Open findings of its rules that are at no call site. */
  readonly elsewhere: number;
  /** What to do before anybody prints the identifier. */
  readonly caution?: string;
  /** In no baseline of SP 800-53B: an overlay or the organization has to select it. */
  readonly supplemental?: boolean;
}

/** What this run says of one line of the two documents (`policy/coverage`). */
export interface LineResult {
  readonly id: string;
  readonly state: LineState;
  /** Call sites and documents by state, where there are any. */
  readonly counts: Readonly<Partial<Record<ResultState, number>>>;
  /** Documents that are declared for it, not checked: `<package>:<name>`. */
  readonly declared: readonly string[];
}

/** What is not derived: what a collector hands to `sealEvidence`. */
export interface Collected extends RunFacts {
  readonly callSites: readonly CallSite[];
  readonly findings: readonly Finding[];
}

/** Sealed evidence: sorted, checked, and with what follows from the rest. */
export interface Evidence extends Collected {
  readonly schema: typeof EVIDENCE_SCHEMA;
  /** The sentence that stands in everything handed to an auditor. */
  readonly statement: string;
  readonly totals: {
    readonly callSites: number;
    readonly packages: number;
    readonly openFindings: number;
    readonly cannotTell: number;
    readonly waived: number;
    readonly deviations: number;
    readonly gaps: number;
    /** Pairs of call site and rule by state. */
    readonly results: Readonly<Record<ResultState, number>>;
  };
  readonly controls: readonly ControlResult[];
  readonly lines: readonly LineResult[];
}
