/**
 * What names stand for that come from other modules: values of the project's own modules, origins for all others.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { literalText } from '../syntax/nodes.ts';
import type { SyntaxIndex, Variable } from '../syntax/syntax-index.ts';
import type { Answer, Frame, Node, Path } from '../syntax/types.ts';
import { follow, isMissing, known, literalOf, moduleApi, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { exportsOf } from './exports.ts';
import type { ModuleExports } from './exports.ts';

/** How many modules a name is handed on through. Documented in docs/limits.md. */
const MAX_HOPS = 12;

/** Follows `path` from a name that an import declares. */
export function imported(
  ev: Evaluator,
  { specifier, declaration }: { readonly specifier: Node; readonly declaration: Node | null },
  use: Node,
  path: Path,
): Answers {
  if (specifier.type === 'TSImportEqualsDeclaration') {
    const reference = specifier.moduleReference;
    if (reference.type !== 'TSExternalModuleReference') return [unknown('untracked', use, path)];
    return fromModule(ev, { source: reference.expression.value, required: true, use }, path);
  }
  if (declaration?.type !== 'ImportDeclaration') return [unknown('imported', use, path)];
  const module = { source: declaration.source.value, required: false, use };
  if (specifier.type === 'ImportNamespaceSpecifier') return fromModule(ev, module, path);
  const name = specifier.type === 'ImportSpecifier' ? importedName(specifier) : 'default';
  return fromModule(ev, module, [name, ...path]);
}

/** The module an `import()` or `require()` names, followed along `path`. */
export function moduleNamed(
  ev: Evaluator,
  { source, call }: { readonly source: Node; readonly call: Node },
  path: Path,
  frame: Frame | undefined,
): Answers {
  return ev.answers(source, [], frame).flatMap((answer): Answers => {
    const value = literalOf(answer);
    if (typeof value !== 'string') return [unknown('imported', call, path)];
    return fromModule(ev, { source: value, required: call.type === 'CallExpression', use: call }, path);
  });
}

interface Reference {
  /** The module, as the file names it. */
  readonly source: string;
  /** By `require()`, which gives `module.exports` itself. */
  readonly required: boolean;
  /** The expression that uses it, in the file that names it. */
  readonly use: Node;
}

/** Follows keys from a module: into it, where it is one of the project's and shows them; else they are an origin. */
function fromModule(ev: Evaluator, reference: Reference, path: Path): Answers {
  const { source, use } = reference;
  const outside: Answers = [known({ kind: 'api', api: follow(moduleApi(source), path) }, use)];
  const module = path.length > 0 || reference.required ? ev.moduleAt(source, use) : undefined;
  if (!module) return outside;
  const found = exported(ev, module, path, { required: reference.required, hops: 0 });
  // What the module does not tell stays what it was: something from there.
  const tells = found.some((answer) => answer.kind !== 'unknown' && !isMissing(answer, path));
  return tells ? found : outside;
}

interface Asked {
  readonly required: boolean;
  /** Modules that the name was handed on through. */
  readonly hops: number;
}

/** Follows keys from what a module exports. Empty: it does not show the first of them. */
function exported(ev: Evaluator, module: SyntaxIndex, path: Path, { required, hops }: Asked): Answers {
  const [name, ...rest] = path;
  if (hops > MAX_HOPS) return [];
  const exports = exportsOf(module);
  if (exports.isCommonJs || exports.whole.length > 0) return ofCommonJs(ev, exports, path, required);
  if (name === undefined) return [];
  const own = exports.named.get(name);
  if (own) return own.flatMap((node) => ev.answers(node, rest)).map((answer) => withinExport(answer, rest));
  const handed = exports.reExported.get(name);
  const sources = handed ? [handed] : exports.stars.map((source) => ({ source, name }));
  for (const { source, name: there } of sources) {
    const keys = there === undefined ? rest : [there, ...rest];
    const next = ev.moduleAt(source, module.program);
    if (next) {
      const found = exported(ev, next, keys, { required: false, hops: hops + 1 });
      if (found.length > 0) return found;
    } else if (handed) {
      // `export { Anthropic } from "@anthropic-ai/sdk"`: an origin all the same.
      return [known({ kind: 'api', api: follow(moduleApi(source), keys) }, module.program)];
    }
  }
  // `export * from "@acme/llm"`: what none of its own has comes from there.
  const [outside, ...others] = exports.stars.filter((source) => !ev.moduleAt(source, module.program));
  if (outside === undefined || others.length > 0 || name === 'default') return [];
  return [known({ kind: 'api', api: follow(moduleApi(outside), path) }, module.program)];
}

/** What an export turns out not to have is missing there, and not the export. */
function withinExport(answer: Answer, path: Path): Answer {
  if (answer.kind !== 'absent' || answer.missing.length <= path.length) return answer;
  return { ...answer, missing: path };
}

/** `require()` gives what `module.exports` is; `import x from` as well, and named imports its properties. */
function ofCommonJs(ev: Evaluator, exports: ModuleExports, path: Path, required: boolean): Answers {
  const [name, ...rest] = path;
  const isDefault = !required && name === 'default' && !exports.named.has('default');
  const keys = isDefault ? rest : path;
  const [first, ...further] = keys;
  const member = first === undefined ? undefined : exports.named.get(first);
  const members = member?.flatMap((node) => ev.answers(node, further)) ?? [];
  const whole = exports.whole.flatMap((node) => ev.answers(node, keys));
  return [...members, ...(members.length > 0 ? whole.filter((a) => !isMissing(a, keys)) : whole)];
}

/** The modules that a file names in its imports, in `require()` and in `import()`. */
export function importedNames(file: SyntaxIndex): readonly string[] {
  const loaded = [
    ...file.callsNamed('require').map(({ arguments: [first] }) => first),
    ...file.importExpressions.map(({ source }) => source),
  ];
  return [
    ...file.program.body.flatMap((s) => (s.type === 'ImportDeclaration' ? [s.source.value] : [])),
    ...loaded.flatMap((source) => (source && literalText(source)) ?? []),
  ];
}

/** An expression that an import stands for in the module that exports it, and the keys that are read of it. */
export interface ExportedPlace {
  readonly node: Node;
  readonly path: Path;
}

/**
 * The expressions behind a name that an import declares, with what is read of it. Empty: the module is not followed, or does
 * not show them.
 */
export function placesBehind(ev: Evaluator, variable: Variable, path: Path): readonly ExportedPlace[] {
  const definition = variable.defs[0];
  const specifier: Node | undefined = definition?.node;
  const declaration: Node | null | undefined = definition?.parent;
  if (!specifier || declaration?.type !== 'ImportDeclaration') return [];
  const module = ev.moduleAt(declaration.source.value, specifier);
  if (!module) return [];
  if (specifier.type === 'ImportNamespaceSpecifier') return placesIn(ev, module, path, 0);
  const name = specifier.type === 'ImportSpecifier' ? importedName(specifier) : 'default';
  return placesIn(ev, module, [name, ...path], 0);
}

function importedName({ imported: name }: TSESTree.ImportSpecifier): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

function placesIn(ev: Evaluator, module: SyntaxIndex, path: Path, hops: number): readonly ExportedPlace[] {
  const [name, ...rest] = path;
  if (name === undefined || hops > MAX_HOPS) return [];
  const { named, reExported, stars, whole, isCommonJs } = exportsOf(module);
  const own = named.get(name);
  if (own) return own.map((node) => ({ node, path: rest }));
  if (isCommonJs) return whole.map((node) => ({ node, path: name === 'default' ? rest : path }));
  const handed = reExported.get(name);
  for (const { source, name: there } of handed ? [handed] : stars.map((each) => ({ source: each, name }))) {
    const next = ev.moduleAt(source, module.program);
    const found = next ? placesIn(ev, next, there === undefined ? rest : [there, ...rest], hops + 1) : [];
    if (found.length > 0) return found;
  }
  return [];
}
