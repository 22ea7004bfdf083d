/**
 * Reads the text of a module with the parser at hand: the one of the linted file, or one that the project has.
 */
import { extname, join } from 'node:path';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { GraphHost } from './host.ts';
import { moduleFrom, scopeLibrary } from './parsers.ts';
import type { Parser } from './parsers.ts';

/** A syntax tree with its scopes; every node has its `parent`. */
export interface Tree {
  readonly ast: TSESTree.Program;
  readonly scopeManager: TSESLint.Scope.ScopeManager | null;
  readonly visitorKeys: TSESLint.SourceCode.VisitorKeys;
}

/** Options that make a parser read the whole program, which takes seconds and says nothing about syntax. */
const TYPED = ['project', 'projectService', 'program', 'programs', 'EXPERIMENTAL_useProjectService'];

/** Languages in which JavaScript stands among other things, and who reads them. */
const EMBEDDING: Readonly<Record<string, string>> = {
  '.astro': 'astro-eslint-parser',
  '.svelte': 'svelte-eslint-parser',
  '.vue': 'vue-eslint-parser',
};

const TYPESCRIPT = new Set(['.ts', '.tsx', '.mts', '.cts']);
const JAVASCRIPT = new Set(['.js', '.jsx', '.mjs', '.cjs']);

/** True for files that can be modules: their text is read. */
export function isModuleFile(path: string): boolean {
  const extension = extname(path);
  return (
    TYPESCRIPT.has(extension) || JAVASCRIPT.has(extension) || extension === '.json' || extension in EMBEDDING
  );
}

/**
 * Parses a module.
 *
 * @param path decides which syntax is meant
 * @returns why not, where no parser is to be had or the text is not in its language. Never throws
 */
export function parseModule(text: string, path: string, host: GraphHost): Tree | 'no-parser' | 'unparsed' {
  if (text.includes('\0')) return 'unparsed';
  const extension = extname(path);
  const parser = parserFor(extension, host);
  if (!parser) return 'no-parser';
  if (extension === '.json') return parseJson(text, path, host, parser) ?? 'unparsed';
  for (const sourceType of sourceTypes(text, extension, host.sourceType)) {
    const tree = parsed(text.replace(/^#!/, '//'), path, parser, { ...host, sourceType });
    if (tree) return tree;
  }
  return 'unparsed';
}

function parserFor(extension: string, host: GraphHost): Parser | undefined {
  const offered = asParser(host.parser);
  const name = nameOf(offered);
  const embedding = EMBEDDING[extension];
  if (embedding !== undefined) return name === embedding ? offered : undefined;
  // Of parsers for other languages, the one that they use for scripts.
  const isEmbedding = Object.values(EMBEDDING).includes(name);
  const script = isEmbedding ? asParser(innerParser(host.parserOptions['parser'], extension)) : offered;
  const isPlain = script === undefined || nameOf(script) === 'espree';
  if (isPlain && TYPESCRIPT.has(extension)) return moduleFrom(host.cwd, '@typescript-eslint/parser');
  if (script) return script;
  return moduleFrom(host.cwd, '@typescript-eslint/parser') ?? moduleFrom(host.cwd, 'espree');
}

/** `parserOptions.parser`: a parser, its name, or one for each language. */
function innerParser(written: unknown, extension: string): unknown {
  if (asParser(written)) return written;
  if (typeof written !== 'object' || written === null) return undefined;
  const byLanguage: Readonly<Record<string, unknown>> = { ...written };
  return byLanguage[extension.slice(1)] ?? byLanguage[TYPESCRIPT.has(extension) ? 'ts' : 'js'];
}

function asParser(value: unknown): Parser | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const parser = value as Parser;
  return typeof parser.parseForESLint === 'function' || typeof parser.parse === 'function'
    ? parser
    : undefined;
}

function nameOf(parser: Parser | undefined): string {
  return parser?.meta?.name ?? parser?.name ?? '';
}

/** The goals to try: what the text shows, then what the linted file is, then the other. */
function sourceTypes(text: string, extension: string, own: unknown): readonly unknown[] {
  if (extension === '.mjs' || TYPESCRIPT.has(extension)) return ['module'];
  if (extension === '.cjs') return ['commonjs', 'module'];
  const isModule = /^\s*(?:import\b(?!\s*[(.])|export\b)/m.test(text);
  return [...new Set(isModule ? ['module', 'commonjs'] : [own ?? 'module', 'commonjs', 'module'])];
}

/** What the parser of typescript-eslint makes beside the tree, and nobody asks of a module: a fifth of its time. */
const UNASKED = { jsDocParsingMode: 'none', lib: [], preserveNodeMaps: false };

function parsed(text: string, path: string, parser: Parser, host: GraphHost): Tree | undefined {
  const { ecmaFeatures, ...given } = host.parserOptions;
  for (const key of TYPED) Reflect.deleteProperty(given, key);
  const isTypeScript = TYPESCRIPT.has(extname(path)) && !path.endsWith('.tsx');
  const features = {
    ...(typeof ecmaFeatures === 'object' ? ecmaFeatures : {}),
    ...(!isTypeScript && { jsx: true }),
  };
  const options = {
    ecmaVersion: host.ecmaVersion ?? 'latest',
    ...given,
    sourceType: host.sourceType,
    ecmaFeatures: features,
    loc: true,
    range: true,
    tokens: true,
    comment: true,
    eslintVisitorKeys: true,
    eslintScopeManager: true,
    filePath: path,
    ...UNASKED,
  };
  try {
    const result = parser.parseForESLint?.(text, options) ?? { ast: parser.parse?.(text, options) };
    if (!result.ast) return undefined;
    const libraries = scopeLibrary(host.cwd);
    const visitorKeys = result.visitorKeys ?? libraries?.visitorKeys ?? {};
    linkParents(result.ast, visitorKeys);
    const scopeManager = result.scopeManager ?? libraries?.analyze(result.ast, visitorKeys, options) ?? null;
    // Nobody asks for them, and they are half of what a tree weighs.
    Object.assign(result.ast, { tokens: [], comments: [] });
    return { ast: result.ast, scopeManager, visitorKeys };
  } catch {
    return undefined;
  }
}

/** JSON as `export default <value>`, each node at its place in the text. */
function parseJson(text: string, path: string, host: GraphHost, parser: Parser): Tree | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const head = 'export default ';
  const script = join(path, '..', 'json-module.js');
  const tree = parsed(head + text, script, parser, { ...host, sourceType: 'module' });
  if (!tree) return undefined;
  visit(tree.ast, tree.visitorKeys, (node) => {
    const { loc, range } = node;
    node.range = [Math.max(0, range[0] - head.length), Math.max(0, range[1] - head.length)];
    node.loc = { start: moved(loc.start, head.length), end: moved(loc.end, head.length) };
    if ('start' in node) Object.assign(node, { start: node.range[0], end: node.range[1] });
  });
  return tree;
}

function moved({ line, column }: TSESTree.Position, by: number): TSESTree.Position {
  return { line, column: line === 1 ? Math.max(0, column - by) : column };
}

function linkParents(ast: TSESTree.Program, keys: TSESLint.SourceCode.VisitorKeys): void {
  visit(ast, keys, (node, parent) => {
    if (parent) node.parent = parent;
  });
}

/** Visits every node, outer ones first. Iterative, so that deep nesting costs no stack. */
function visit(
  ast: TSESTree.Program,
  keys: TSESLint.SourceCode.VisitorKeys,
  enter: (node: TSESTree.Node, parent: TSESTree.Node | undefined) => void,
): void {
  const stack: [node: TSESTree.Node, parent: TSESTree.Node | undefined][] = [[ast, undefined]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, parent] = next;
    enter(node, parent);
    const record = node as unknown as Readonly<Record<string, unknown>>;
    for (const key of keys[node.type] ?? ownKeys(record)) {
      const child = record[key];
      for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) stack.push([item, node]);
    }
  }
}

function ownKeys(node: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(node).filter((key) => key !== 'parent' && key !== 'loc' && key !== 'range');
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
