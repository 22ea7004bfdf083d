/**
 * What the program that lints offers to read other modules with.
 */

/** How the file being linted was parsed, and where the program runs. */
export interface GraphHost {
  readonly cwd: string;
  /** `languageOptions.parser`; undefined where the program offers none. */
  readonly parser: unknown;
  readonly parserOptions: Readonly<Record<string, unknown>>;
  readonly ecmaVersion: unknown;
  readonly sourceType: unknown;
}

/** The part of a rule's context that is read here. */
export interface LintContext {
  readonly cwd: string;
  readonly languageOptions?: object;
}

/**
 * The host behind a rule's context. Programs other than ESLint throw where they are asked for a parser: they have none to
 * offer.
 */
export function hostOf(context: LintContext): GraphHost {
  const ask = (key: string): unknown => {
    try {
      const { languageOptions } = context;
      return (languageOptions as Readonly<Record<string, unknown>>)[key];
    } catch {
      return undefined;
    }
  };
  const options = ask('parserOptions');
  return {
    cwd: context.cwd,
    parser: ask('parser'),
    parserOptions: typeof options === 'object' && options !== null ? { ...options } : {},
    ecmaVersion: ask('ecmaVersion'),
    sourceType: ask('sourceType'),
  };
}
