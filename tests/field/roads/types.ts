/** A file that asks Claude, or looks as if it did. */
export interface Road {
  readonly name: string;
  /** Lines end in `//!` and the short names of the rules that report them. */
  readonly code: string;
  readonly commonjs?: boolean;
  /** Other modules of the project, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}
