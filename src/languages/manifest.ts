/**
 * `package.json` as a language of ESLint.
 *
 * Its trees are those of `@eslint/json`, so that rules of that plugin do there what they do elsewhere. To rules for code, which a
 * config without `files` turns on for every file, it is a file without code: they find no tokens, no comments, no scopes and no
 * types, where on another language they would end the run.
 */
import { JSON_KEYS, parseJson } from '../project/json-tree.ts';
import type { JsonDocument, JsonNode } from '../project/json-tree.ts';
import { TextSourceCode, textOfFile } from './text-source-code.ts';
import type { Step } from './text-source-code.ts';

/** A file without code, as rules for code have it before they look at anything. */
interface Program {
  readonly type: 'Program';
  readonly sourceType: 'module';
  readonly body: readonly never[];
  readonly tokens: readonly never[];
  readonly comments: readonly never[];
  readonly range: JsonDocument['range'];
  readonly loc: JsonDocument['loc'];
}

const nothing = (): readonly never[] => [];
const none = (): null => null;
const no = (): false => false;

/** What rules for code ask of a file, answered for one without code. */
const WITHOUT_CODE = {
  commentsExistBetween: no,
  getAllComments: nothing,
  getCommentsAfter: nothing,
  getCommentsBefore: nothing,
  getCommentsInside: nothing,
  getDeclaredVariables: nothing,
  getFirstToken: none,
  getFirstTokenBetween: none,
  getFirstTokens: nothing,
  getFirstTokensBetween: nothing,
  getLastToken: none,
  getLastTokenBetween: none,
  getLastTokens: nothing,
  getLastTokensBetween: nothing,
  getNodeByRangeIndex: none,
  getTokenAfter: none,
  getTokenBefore: none,
  getTokenByRangeStart: none,
  getTokens: nothing,
  getTokensAfter: nothing,
  getTokensBefore: nothing,
  getTokensBetween: nothing,
  isGlobalReference: no,
  isSpaceBetween: no,
  markVariableAsUsed: no,
} as const;

/** The scopes of a file in which nothing is declared. */
function scopesWithoutNames(block: Program): { readonly globalScope: object } {
  const empty = { variables: [], references: [], through: [], childScopes: [], upper: null, implicit: {} };
  const globalScope = { type: 'global', block, set: new Map(), isStrict: true, ...empty };
  const scopes = [globalScope];
  return Object.assign(
    { globalScope, scopes },
    { acquire: none, getDeclaredVariables: nothing, isModule: no },
  );
}

/** What rules with types ask for before they look at anything. */
function servicesWithoutTypes(): object {
  const options = { strict: true, strictNullChecks: true };
  return {
    // That this is no code, for our own rules.
    isManifest: true,
    emitDecoratorMetadata: false,
    experimentalDecorators: false,
    isolatedDeclarations: false,
    esTreeNodeToTSNodeMap: new WeakMap(),
    tsNodeToESTreeNodeMap: new WeakMap(),
    getSymbolAtLocation: none,
    getTypeAtLocation: none,
    program: {
      getCompilerOptions: () => options,
      getCurrentDirectory: () => '',
      getSourceFile: () => undefined,
      getSourceFiles: nothing,
      getTypeChecker: () => ({}),
    },
  };
}

/** One package.json, as ESLint asks for it. Rules for code see an empty program, and a walk goes over the document. */
export class ManifestSourceCode extends TextSourceCode<JsonNode> {
  readonly ast: Program;
  readonly document: JsonDocument;
  readonly visitorKeys = JSON_KEYS;
  readonly parserServices = servicesWithoutTypes();
  readonly scopeManager: { readonly globalScope: object };
  readonly #parents = new Map<JsonNode, JsonNode>();

  constructor(text: string, document: JsonDocument, hasBOM: boolean) {
    super(text, hasBOM, 1);
    const { range, loc } = document;
    const empty = { body: [], tokens: [], comments: [] };
    this.ast = { type: 'Program', sourceType: 'module', range, loc, ...empty };
    this.document = document;
    this.scopeManager = scopesWithoutNames(this.ast);
    Object.assign(this, WITHOUT_CODE);
  }

  getScope(): object {
    return this.scopeManager.globalScope;
  }

  getParent(node: JsonNode): JsonNode | undefined {
    // A walk to its end knows the parents of all.
    if (this.#parents.size === 0) Array.from(this.traverse());
    return this.#parents.get(node);
  }

  getAncestors(node: JsonNode): JsonNode[] {
    const found: JsonNode[] = [];
    for (let at = this.getParent(node); at; at = this.getParent(at)) found.unshift(at);
    return found;
  }

  getInlineConfigNodes(): readonly never[] {
    return [];
  }

  getDisableDirectives(): { readonly directives: readonly never[]; readonly problems: readonly never[] } {
    return { directives: [], problems: [] };
  }

  /** The steps of a walk over the file, in the form in which ESLint takes them. */
  *traverse(): Generator<Step<JsonNode>> {
    const open: [node: JsonNode, parent: JsonNode | undefined, phase: 1 | 2][] = [
      [this.document, undefined, 1],
    ];
    for (let next = open.pop(); next; next = open.pop()) {
      const [target, parent, phase] = next;
      yield { kind: 1, type: 'visit', target, phase, args: parent ? [target, parent] : [target] };
      if (phase === 2) continue;
      if (parent) this.#parents.set(target, parent);
      open.push([target, parent, 2]);
      for (const child of childrenOf(target).reverse()) open.push([child, target, 1]);
    }
  }
}

function childrenOf(node: JsonNode): JsonNode[] {
  switch (node.type) {
    case 'Array':
      return [...node.elements];
    case 'Document':
      return node.body ? [node.body] : [];
    case 'Element':
      return [node.value];
    case 'Member':
      return [node.name, node.value];
    case 'Object':
      return [...node.members];
    default:
      return [];
  }
}

interface LintedFile {
  readonly body: Uint8Array | string;
  readonly bom: boolean;
}

const CODE_OPTIONS = { ecmaVersion: 2026, sourceType: 'module', globals: {}, parserOptions: {} } as const;

/** The language. */
export const manifest = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  visitorKeys: JSON_KEYS,
  /** Whatever a config without `files` sets for code. */
  validateLanguageOptions(): void {
    // Any options are taken: none of them means anything here.
  },
  /** And what they read of the options without asking. */
  normalizeLanguageOptions(options: object): object {
    return { ...CODE_OPTIONS, ...options };
  },
  /** A text that is no JSON has an empty tree: what is wrong with it is for a rule to say, of the packages that it concerns. */
  parse(file: LintedFile) {
    return { ok: true, ast: parseJson(textOfFile(file)) } as const;
  },
  createSourceCode(file: LintedFile, { ast }: { readonly ast: JsonDocument }): ManifestSourceCode {
    return new ManifestSourceCode(textOfFile(file), ast, file.bom);
  },
};
