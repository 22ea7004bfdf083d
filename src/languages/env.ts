/**
 * `.env` files as a language of ESLint: pairs, comments, inline configuration to turn rules off.
 *
 * Written against ESLint's own interface rather than on `@eslint/plugin-kit`: a handful of methods is all it takes,
 * and a package manager that keeps packages apart would not let us borrow ESLint's copy.
 */
import { positionAt, startsOfLines, TextSourceCode, textOfFile } from './text-source-code.ts';
import type { Step } from './text-source-code.ts';

/** A place in the file. */
export interface EnvLocation {
  readonly start: EnvPosition;
  readonly end: EnvPosition;
}

interface EnvPosition {
  readonly line: number;
  readonly column: number;
}

interface EnvNodeBase {
  readonly range: readonly [number, number];
  readonly loc: EnvLocation;
}

/** `NAME=value`, with or without `export`. */
export interface EnvPair extends EnvNodeBase {
  readonly type: 'EnvPair';
  readonly key: string;
  /** Without its quotes. */
  readonly value: string;
}

/** `# …`, on a line of its own or after a value. */
export interface EnvComment extends EnvNodeBase {
  readonly type: 'EnvComment';
  /** Without `#`. */
  readonly value: string;
}

/** A whole file. Lines that are neither pair nor comment are passed over, as readers of such files do. */
export interface EnvFile extends EnvNodeBase {
  readonly type: 'EnvFile';
  readonly body: readonly EnvPair[];
  readonly comments: readonly EnvComment[];
}

export type EnvNode = EnvComment | EnvFile | EnvPair;

/** `NAME=value`: a value in quotes may go over several lines, one without ends at ` #`. */
const PAIR =
  /^[^\S\r\n]*(?:export[^\S\r\n]+)?([\w.-]+)[^\S\r\n]*=[^\S\r\n]*(?:"((?:\\[^]|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\r\n]*?))(?=[^\S\r\n]*(?:\r?\n|$)|[^\S\r\n]+#)/gmy;
const COMMENT = /[^\S\r\n]*(#[^\r\n]*)/y;
const REST_OF_LINE = /[^\n]*(?:\n|$)/y;

/** Reads a file. Any text is one. */
export function parseEnv(text: string): EnvFile {
  const lineStarts = startsOfLines(text);
  const node = <T extends object>(start: number, end: number, fields: T): EnvNodeBase & T => ({
    ...fields,
    range: [start, end],
    loc: { start: positionAt(lineStarts, start), end: positionAt(lineStarts, end) },
  });
  const body: EnvPair[] = [];
  const comments: EnvComment[] = [];
  const at = (pattern: RegExp, index: number): RegExpExecArray | null => {
    pattern.lastIndex = index;
    return pattern.exec(text);
  };
  for (let index = 0; index < text.length;) {
    const pair = at(PAIR, index);
    if (pair) {
      const [whole, key = '', ...values] = pair;
      const value = values.find((v: string | undefined) => v !== undefined) ?? '';
      const start = index + (/\S/.exec(whole)?.index ?? 0);
      body.push(node(start, index + whole.length, { type: 'EnvPair', key, value }));
      index += whole.length;
    }
    const comment = at(COMMENT, index);
    if (comment) {
      const [whole, written = ''] = comment;
      const end = index + whole.length;
      comments.push(node(end - written.length, end, { type: 'EnvComment', value: written.slice(1) }));
      index = end;
    }
    index += Math.max(at(REST_OF_LINE, index)?.[0].length ?? 0, 1);
  }
  return node(0, text.length, { type: 'EnvFile', body, comments });
}

type DirectiveType = 'disable' | 'disable-line' | 'disable-next-line' | 'enable';

/** `eslint-disable-next-line some/rule -- why`. */
const DIRECTIVE = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)([^]*)$/;

/** One file, as ESLint asks for it. */
export class EnvSourceCode extends TextSourceCode<EnvNode> {
  readonly ast: EnvFile;
  readonly visitorKeys = { EnvFile: ['body', 'comments'], EnvPair: [], EnvComment: [] };

  constructor(text: string, ast: EnvFile, hasBOM: boolean) {
    super(text, hasBOM, 0);
    this.ast = ast;
  }

  get comments(): readonly EnvComment[] {
    return this.ast.comments;
  }

  getParent(node: EnvNode): EnvFile | undefined {
    return node.type === 'EnvFile' ? undefined : this.ast;
  }

  getAncestors(node: EnvNode): EnvFile[] {
    return node.type === 'EnvFile' ? [] : [this.ast];
  }

  /** The comments that speak to ESLint. */
  getInlineConfigNodes(): EnvComment[] {
    return this.comments.filter(({ value }) => DIRECTIVE.test(value));
  }

  getDisableDirectives(): {
    directives: { type: DirectiveType; node: EnvComment; value: string; justification: string }[];
    problems: never[];
  } {
    const directives = this.getInlineConfigNodes().map((node) => {
      const [, type = 'disable', rest = ''] = DIRECTIVE.exec(node.value) ?? [];
      const [value = '', ...why] = rest.split(/\s-{2,}\s/);
      return {
        type: type as DirectiveType,
        node,
        value: value.trim(),
        justification: why.join(' -- ').trim(),
      };
    });
    return { directives, problems: [] };
  }

  /** The steps of a walk over the file, in the form in which ESLint takes them. */
  *traverse(): Generator<Step<EnvNode>> {
    const visit = (target: EnvNode, phase: 1 | 2, parent?: EnvFile) =>
      ({ kind: 1, type: 'visit', target, phase, args: parent ? [target, parent] : [target] }) as const;
    yield visit(this.ast, 1);
    for (const node of [...this.ast.body, ...this.comments].sort((a, b) => a.range[0] - b.range[0])) {
      yield visit(node, 1, this.ast);
      yield visit(node, 2, this.ast);
    }
    yield visit(this.ast, 2);
  }
}

interface LintedFile {
  readonly body: Uint8Array | string;
  readonly bom: boolean;
}

/** The language: `language: "claude-compliance/env"`. */
export const env = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'type',
  visitorKeys: { EnvFile: ['body', 'comments'], EnvPair: [], EnvComment: [] },
  validateLanguageOptions(options: object): void {
    const [key] = Object.keys(options);
    if (key !== undefined) {
      throw new Error(
        `The language "claude-compliance/env" has no options, but is given ${JSON.stringify(key)}.`,
      );
    }
  },
  parse(file: LintedFile) {
    return { ok: true, ast: parseEnv(textOfFile(file)) } as const;
  },
  createSourceCode(file: LintedFile, { ast }: { readonly ast: EnvFile }): EnvSourceCode {
    return new EnvSourceCode(textOfFile(file), ast, file.bom);
  },
};
