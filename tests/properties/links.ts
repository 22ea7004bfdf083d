/**
 * The ways in which the two parts of a program can be linked as modules.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, edited, nodesIn } from './program.ts';
import type { Edit, Statement } from './program.ts';
import type { Split } from './split.ts';

/** Path → text, or what is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

/** Writes a split as files; undefined where the way does not fit it. */
export type Link = (split: Split) => Files | undefined;

const MAIN = 'src/main.ts';
const OTHER = 'src/other.ts';

/** Each way, by its name. */
export const LINKS: Readonly<Record<string, Link>> = {
  '.js for .ts': (split) => named(split, './other.js'),
  'no extension': (split) => named(split, './other'),
  'a list of exports': (split) => ({
    [MAIN]: mainOf(split, importOf(split, './other')),
    [OTHER]: `${partOf(split)}\nexport { ${list(exportsOf(split))} };\n`,
  }),
  'other names': (split) =>
    hasTypes(split)
      ? undefined
      : {
          [MAIN]: mainOf(
            split,
            `import { ${list(split.names.map((name) => `${name}Elsewhere as ${name}`))} } from './other.js';\n${exportAgain(split)}`,
          ),
          [OTHER]: `${partOf(split)}\nexport { ${list(exportsOf(split).map((name) => `${name} as ${name}Elsewhere`))} };\n`,
        },
  'a re-export': (split) => ({
    ...named(split, './barrel.js'),
    'src/barrel.ts': `export { ${list(exportsOf(split))} } from './other.js';\n`,
  }),
  'export *': (split) => ({
    ...named(split, './barrel.js'),
    'src/barrel.ts': `export * from './nothing.js';\nexport * from './other.js';\n`,
    'src/nothing.ts': 'export const nothing = 0;\n',
  }),
  'import and export': (split) => ({
    ...named(split, './barrel.js'),
    'src/barrel.ts': `import { ${list(exportsOf(split))} } from './other.js';\nexport { ${list(exportsOf(split))} };\n`,
  }),
  'default export': byDefault,
  'an object by default': objectByDefault,
  'a namespace': (split) => byNamespace(split, `import * as other from './other.js';\n`),
  'export * as': (split) => {
    const files = byNamespace(split, `import { other } from './barrel.js';\n`);
    return files && { ...files, 'src/barrel.ts': `export * as other from './other.js';\n` };
  },
  CommonJS: (split) => byCommonJs(split, false),
  'CommonJS throughout': (split) => byCommonJs(split, true),
  'a tsconfig alias': (split) => ({
    ...named(split, '@/other'),
    'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
  }),
  'an import of the package': (split) => ({
    ...named(split, '#other'),
    'package.json': { name: 'project', type: 'module', imports: { '#*': './src/*.ts' } },
  }),
  'a workspace package': (split) => ({
    [MAIN]: mainOf(split, importOf(split, '@own/other')),
    'packages/other/index.ts': exportingPart(split),
    'packages/other/package.json': { name: '@own/other', type: 'module', exports: './index.ts' },
    'package.json': { name: 'project', type: 'module', workspaces: ['packages/*'] },
  }),
  'a folder': (split) => ({
    [MAIN]: mainOf(split, importOf(split, './other')),
    'src/other/index.ts': exportingPart(split),
  }),
  'import()': (split) =>
    hasTypes(split)
      ? undefined
      : {
          [MAIN]: mainOf(
            split,
            `const { ${list(split.names)} } = await import('./other.js');\n${exportAgain(split)}`,
          ),
          [OTHER]: exportingPart(split),
        },
};

/** A text with the statements before the first that it brings no imports of. */
function named(split: Split, from: string): Record<string, string> {
  return { [MAIN]: mainOf(split, importOf(split, from)), [OTHER]: exportingPart(split) };
}

function importOf(split: Split, from: string): string {
  return `import { ${list(split.names)} } from '${from}';\n${exportAgain(split)}`;
}

/** What the program exported, it exports still. */
function exportAgain({ exported, names }: Split): string {
  const again = exported.filter((name) => names.includes(name));
  return again.length > 0 ? `export { ${list(again)} };\n` : '';
}

function exportsOf({ names, exported }: Split): string[] {
  return [...new Set([...names, ...exported])];
}

function mainOf(
  { program, kept }: Split,
  link: string,
  change: (statement: Statement) => string = text,
): string {
  const usedElsewhere = usedBy(kept);
  const left = kept.filter(
    (each) => !each.imports || each.declares.size === 0 || isUsed(each, usedElsewhere, program.statements),
  );
  return `${link}${left.map(change).join('')}\n`;
}

/** The moved part with the imports that it needs, nothing exported. */
function partOf(split: Split, change: (statement: Statement) => string = withoutExport): string {
  return `${importsFor(split).map(text).join('')}${split.moved.map(change).join('')}`;
}

function importsFor({ program, moved }: Split): Statement[] {
  const used = usedBy(moved);
  return program.statements.filter(
    ({ imports, declares }) => imports && [...declares].some((name) => used.has(name)),
  );
}

function exportingPart(split: Split): string {
  const isWanted = ({ declares }: Statement): boolean =>
    [...declares].some((name) => split.names.includes(name));
  const decorated = split.moved.some(({ text: source }) => source.includes('@'));
  if (decorated) return `${partOf(split)}\nexport { ${list(exportsOf(split))} };\n`;
  return partOf(split, (statement) =>
    isWanted(statement) && statement.node.type !== 'ExportNamedDeclaration'
      ? insertBefore(statement, 'export ')
      : text(statement),
  );
}

function text(statement: Statement): string {
  return statement.text;
}

function withoutExport(statement: Statement): string {
  const { node, text: source, start } = statement;
  if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return source;
  const at = node.range[0] - start;
  return source.slice(0, at) + source.slice(node.declaration.range[0] - start);
}

function insertBefore({ node, text: source, start }: Statement, put: string): string {
  const at = node.range[0] - start;
  return source.slice(0, at) + put + source.slice(at);
}

function usedBy(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.filter(({ imports }) => !imports).flatMap(({ uses }) => [...uses]));
}

/** An import stays where something that stays uses it, or nothing ever did. */
function isUsed({ declares }: Statement, used: ReadonlySet<string>, all: readonly Statement[]): boolean {
  const everUsed = usedBy(all);
  return [...declares].some((name) => used.has(name) || !everUsed.has(name));
}

const TYPES: ReadonlySet<string> = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration']);

function declarationOf({ node }: Statement): TSESTree.Node {
  return node.type === 'ExportNamedDeclaration' && node.declaration ? node.declaration : node;
}

/** Some of the names that cross are types, which are no values. */
function hasTypes({ moved, names }: Split): boolean {
  return moved.some(
    (each) => TYPES.has(declarationOf(each).type) && [...each.declares].some((name) => names.includes(name)),
  );
}

function byDefault(split: Split): Files | undefined {
  const [name, ...more] = exportsOf(split);
  if (name === undefined || more.length > 0 || hasTypes(split)) return undefined;
  const link = `import ${name} from './other.js';\n${exportAgain(split)}`;
  return { [MAIN]: mainOf(split, link), [OTHER]: `${partOf(split)}\nexport default ${name};\n` };
}

/** `export default { a, b }`, taken apart where it is imported. */
function objectByDefault(split: Split): Files | undefined {
  if (hasTypes(split) || isNamedInTypes(split)) return undefined;
  const link = `import other from './other.js';\nconst { ${list(split.names)} } = other;\n${exportAgain(split)}`;
  const part = `${partOf(split)}\nexport default { ${list(exportsOf(split))} };\n`;
  return { [MAIN]: mainOf(split, link), [OTHER]: part };
}

/** Names that are types as well can be imported, but not taken out of an object. */
function isNamedInTypes({ moved, names }: Split): boolean {
  const kinds = ['ClassDeclaration', 'TSEnumDeclaration'];
  return moved.some(
    (each) =>
      kinds.includes(declarationOf(each).type) && [...each.declares].some((name) => names.includes(name)),
  );
}

function byNamespace(split: Split, link: string): Files | undefined {
  const { program, names, exported } = split;
  if (exported.length > 0 || /\bother\b/.test(program.text)) return undefined;
  const edits: Edit[] = [];
  for (const variable of program.top.variables.filter(({ name }) => names.includes(name))) {
    for (const { identifier } of variable.references) {
      const edit = throughNamespace(identifier);
      if (!edit) return undefined;
      edits.push(edit);
    }
  }
  const change = ({ start, node, text: source }: Statement): string =>
    edited(
      source,
      edits
        .filter(({ range }) => range[0] >= start && range[1] <= node.range[1])
        .map(({ range: [from, to], text: put }) => ({ range: [from - start, to - start], text: put })),
    );
  return { [MAIN]: mainOf(split, link, change), [OTHER]: exportingPart(split) };
}

function throughNamespace(name: TSESTree.Node): Edit | undefined {
  if (name.type !== 'Identifier' || name.parent.type === 'ExportSpecifier') return undefined;
  const { parent, range } = name;
  const shorthand = parent.type === 'Property' && parent.shorthand && parent.value === name;
  return { range, text: shorthand ? `${name.name}: other.${name.name}` : `other.${name.name}` };
}

/** @param throughout the importing file is CommonJS as well */
function byCommonJs(split: Split, throughout: boolean): Files | undefined {
  if (hasTypes(split) || isNamedInTypes(split) || split.exported.length > 0) return undefined;
  const imports = importsFor(split);
  const required = imports.map(asRequire);
  const whole = split.program.statements.map(asRequire);
  if (required.includes(undefined) || (/\bawait\b/.test(split.program.text) && awaitsOnTop(split)))
    return undefined;
  const body = split.moved.map(withoutExport).join('');
  const other = `${required.join('\n')}\n${body}\nmodule.exports = { ${list(split.names)} };\n`;
  if (!throughout)
    return {
      [MAIN]: mainOf(split, `import { ${list(split.names)} } from './other.cjs';\n`),
      'src/other.cjs': other,
    };
  if (whole.includes(undefined) || split.kept.some(({ node }) => node.type.startsWith('Export')))
    return undefined;
  const main = mainOf(
    split,
    `const { ${list(split.names)} } = require('./other.cjs');\n`,
    (each) => asRequire(each) ?? '',
  );
  return { 'src/main.cjs': main, 'src/other.cjs': other };
}

/** CommonJS cannot wait outside functions. */
function awaitsOnTop({ program }: Split): boolean {
  for (const node of nodesIn(program.ast)) {
    if (node.type !== 'AwaitExpression' && !(node.type === 'ForOfStatement' && node.await)) continue;
    if (![...ancestorsOf(node)].some(({ type }) => type.includes('Function'))) return true;
  }
  return false;
}

/** A statement of a CommonJS module; undefined where there is none that surely means the same. */
function asRequire({ node, text: source }: Statement): string | undefined {
  if (node.type !== 'ImportDeclaration')
    return node.type === 'TSImportEqualsDeclaration' ? undefined : source;
  const { specifiers, source: from, importKind } = node;
  if (importKind === 'type') return undefined;
  const call = `require(${from.raw})`;
  const names: string[] = [];
  let whole = '';
  for (const each of specifiers) {
    if (each.type === 'ImportSpecifier') {
      if (each.importKind === 'type' || each.imported.type !== 'Identifier') return undefined;
      names.push(
        each.imported.name === each.local.name
          ? each.local.name
          : `${each.imported.name}: ${each.local.name}`,
      );
    } else if (each.type === 'ImportNamespaceSpecifier' || from.value === '@anthropic-ai/sdk') {
      whole += `\nconst ${each.local.name} = ${call};`;
    } else {
      names.push(`default: ${each.local.name}`);
    }
  }
  return `${whole}${names.length > 0 ? `\nconst { ${list(names)} } = ${call};` : ''}${specifiers.length === 0 ? `\n${call};` : ''}`;
}

function list(names: readonly string[]): string {
  return names.join(', ');
}
