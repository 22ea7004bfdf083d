/**
 * What ESLint asks of a file in any language of ours.
 */

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A node, as far as its place goes. */
export interface PlacedNode {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

/** The starts of the lines of a text. */
export function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** Where an index is: lines from 1, columns from 0. */
export function positionAt(lineStarts: readonly number[], index: number): Position {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: index - (lineStarts[low] ?? 0) };
}

/** One step of a walk over a tree, in the form in which ESLint takes it. */
export interface Step<Node> {
  readonly kind: 1;
  readonly type: 'visit';
  readonly target: Node;
  readonly phase: 1 | 2;
  readonly args: readonly unknown[];
}

/** One file, as ESLint asks for it. */
export class TextSourceCode<Node extends PlacedNode> {
  readonly text: string;
  readonly hasBOM: boolean;
  readonly lines: readonly string[];
  readonly #lineStarts: readonly number[];
  readonly #columnStart: number;

  constructor(text: string, hasBOM: boolean, columnStart: 0 | 1) {
    this.text = text;
    this.hasBOM = hasBOM;
    this.lines = text.split(/\r?\n/);
    this.#lineStarts = startsOfLines(text);
    this.#columnStart = columnStart;
  }

  getLoc(node: Node): Node['loc'] {
    return node.loc;
  }

  getRange(node: Node): readonly [number, number] {
    return node.range;
  }

  getText(node?: Node, before = 0, after = 0): string {
    if (!node) return this.text;
    return this.text.slice(Math.max(node.range[0] - before, 0), node.range[1] + after);
  }

  getLocFromIndex(index: number): Position {
    const { line, column } = positionAt(this.#lineStarts, index);
    return { line, column: column + this.#columnStart };
  }

  getIndexFromLoc({ line, column }: Position): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - this.#columnStart;
  }
}

interface LintedFile {
  readonly body: Uint8Array | string;
}

/** The text of a file that ESLint hands over. */
export function textOfFile({ body }: LintedFile): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
