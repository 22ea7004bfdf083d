/**
 * Takes a program of one file apart into two parts, so that it still means the same.
 */
import { parseProgram } from './program.ts';
import type { Program, Statement } from './program.ts';

/** A program in two parts. */
export interface Split {
  readonly program: Program;
  /** What moves into a module of its own, in its order. */
  readonly moved: readonly Statement[];
  readonly kept: readonly Statement[];
  /** Names that move and are used by what stays. */
  readonly names: readonly string[];
  /** Names that the program exports and that move. */
  readonly exported: readonly string[];
}

/** What is bound to the file it stands in. */
const BOUND =
  /\bimport\.meta\b|\b__(?:dir|file)name\b|\bmodule\b|\bexports\b|\brequire\.main\b|\bexport\s+(?:default|=)/;

/**
 * Every split of a program that moves a declaration and what it rests on, smallest first.
 *
 * @param only the name to be moved; left out: each in turn
 */
export function splitsOf(text: string, only?: string): Split[] {
  const program = parseProgram(text);
  if (!program || isBound(program)) return [];
  const found = new Map<string, Split>();
  for (const statement of program.statements) {
    if (statement.imports || statement.declares.size === 0) continue;
    if (only !== undefined && !statement.declares.has(only)) continue;
    const set = closed(program, new Set([statement]));
    const key = [...set]
      .map(({ start }) => start)
      .sort((a, b) => a - b)
      .join();
    const split = found.has(key) ? undefined : splitBy(program, set);
    if (split) found.set(key, split);
  }
  return [...found.values()].sort((a, b) => a.moved.length - b.moved.length);
}

/** A program with a prologue, a shebang, or declarations that reach out of it stays as it is. */
function isBound({ text, statements }: Program): boolean {
  return (
    text.startsWith('#!') ||
    statements.some(
      ({ node }) =>
        (node.type === 'ExpressionStatement' && node.directive !== undefined) ||
        node.type === 'TSModuleDeclaration' ||
        (node.type === 'VariableDeclaration' && node.declare),
    )
  );
}

/** With a statement goes what declares its names, and what changes those. */
function closed({ statements }: Program, set: Set<Statement>): ReadonlySet<Statement> {
  for (let size = 0; size !== set.size;) {
    size = set.size;
    const inside = [...set];
    const needed = new Set(inside.flatMap(({ uses }) => [...uses]));
    const own = new Set(inside.flatMap(({ declares }) => [...declares]));
    for (const statement of statements) {
      if (statement.imports) continue;
      const declares = [...statement.declares].some((name) => needed.has(name) || own.has(name));
      if (declares || [...statement.changes].some((name) => own.has(name))) set.add(statement);
    }
  }
  return set;
}

function splitBy(program: Program, set: ReadonlySet<Statement>): Split | undefined {
  const moved = program.statements.filter((statement) => set.has(statement));
  const kept = program.statements.filter((statement) => !set.has(statement));
  if (moved.some(({ node, text }) => BOUND.test(text) || isUnmovable(node))) return undefined;
  const own = new Set(moved.flatMap(({ declares }) => [...declares]));
  const used = new Set(kept.flatMap(({ uses }) => [...uses]));
  const names = [...own].filter((name) => used.has(name));
  if (names.length === 0 || kept.every(({ imports }) => imports)) return undefined;
  const exported = moved.flatMap(({ node, declares }) =>
    node.type === 'ExportNamedDeclaration' ? [...declares] : [],
  );
  return { program, moved, kept, names, exported };
}

/** Lists of exports say what the first file offers. */
function isUnmovable(node: Statement['node']): boolean {
  return (
    node.type === 'ExportAllDeclaration' ||
    node.type === 'ExportDefaultDeclaration' ||
    (node.type === 'ExportNamedDeclaration' && !node.declaration)
  );
}
