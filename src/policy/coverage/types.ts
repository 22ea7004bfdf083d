/**
 * The shape of the coverage.
 */

/** What source code can show of a line: all for resolvable code, a part, or nothing. */
export type Checkable = 'fully' | 'not' | 'partly';

/** Documents that `require-attestation` asks for. */
export type AttestationKind = 'baa' | 'dpa' | 'soc2' | 'zdr';

/** Other means than rules. */
export type MeansName = 'inventory' | 'marker' | 'report';

/** Why source code cannot show a line. */
export type Because = 'claim' | 'contract' | 'infrastructure' | 'organization' | 'vendor';

/** One line of a source document, and what serves it. */
export interface CoverageLine {
  /** A and B stand for the two documents, numbers for the order of their lines. */
  readonly id: string;
  readonly section: string;
  /** In our own words. */
  readonly line: string;
  readonly checkable: Checkable;
  /** For lines that cannot be checked. */
  readonly because?: Because;
  readonly rules: readonly string[];
  readonly attestations?: readonly AttestationKind[];
  readonly means?: readonly MeansName[];
  /** The packs whom the line concerns. */
  readonly packs: readonly string[];
  readonly note?: string;
}
