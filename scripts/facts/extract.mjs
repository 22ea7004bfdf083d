// Reads what an installed SDK names: methods with their parameters, tool types, betas, models, hosts, variables. Names only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Methods that take something to make, change or ask for. */
const CREATES = /^(?:create|update|upload|send|run|stream|parse|toolRunner|thread|attach)$/;
const TOOL = /['"]([a-z][a-z0-9_]*_20\d{6})['"]/g;
const BETA = /['"]([a-z][a-z0-9]*(?:-[a-z0-9]+)*-20\d{2}-\d{2}-\d{2})['"]/g;
const MODEL = /['"](claude-[a-z0-9][a-z0-9.-]*[a-z0-9])['"]/g;
const HOST = /https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|aws|sh|ai))\b/g;
const VARIABLE =
  /\b((?:ANTHROPIC|AWS|CLAUDE|LANGSMITH|GOOGLE|AI_GATEWAY)_[A-Z0-9_]*(?:BASE_URL|API_URL|ENDPOINT_URL[A-Z_]*|GATEWAY|API_KEY|AUTH_TOKEN|BEARER_TOKEN[A-Z_]*|SIGNING_KEY|OAUTH_TOKEN|IDENTITY_TOKEN)|CLAUDE_CODE_USE_[A-Z_]+)\b/g;
/** Fields and words of the types about what is kept, where, and how private. */
const ABOUT_DATA =
  /\b([a-z]+(?:_[a-z]+)*_(?:retention|storage|privacy|residency|geo)(?:_[a-z]+)*|(?:retention|privacy)_[a-z_]+)\b/g;

/** The SDKs that are read for methods, with the classes of their clients. */
const CLIENTS = {
  '@anthropic-ai/sdk': ['Anthropic'],
  '@anthropic-ai/bedrock-sdk': ['AnthropicBedrock', 'AnthropicBedrockMantle'],
  '@anthropic-ai/vertex-sdk': ['AnthropicVertex'],
  '@anthropic-ai/foundry-sdk': ['AnthropicFoundry'],
  '@anthropic-ai/aws-sdk': ['AnthropicAws'],
  '@anthropic-ai/google-cloud-sdk': ['AnthropicGoogleCloud'],
};
/** The packages that are read for names. */
const READ = [
  ...Object.keys(CLIENTS),
  '@anthropic-ai/claude-agent-sdk',
  '@ai-sdk/anthropic',
  '@ai-sdk/amazon-bedrock',
  '@langchain/anthropic',
];

/**
 * @param modules a node_modules folder
 * @param only packages to read; all that are installed when left out
 */
export function extract(modules, only = READ) {
  const found = {
    packages: {},
    methods: {},
    hipaa: [],
    clients: {},
    tools: [],
    betas: [],
    models: [],
    hosts: [],
    variables: [],
    data: [],
  };
  for (const name of only) {
    const folder = join(modules, name);
    if (!existsSync(join(folder, 'package.json'))) continue;
    found.packages[name] = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
    readNames(folder, name.startsWith('@anthropic-ai/'), found);
    if (CLIENTS[name]) readMethods(folder, CLIENTS[name], found);
  }
  for (const key of ['hipaa', 'tools', 'betas', 'models', 'hosts', 'variables', 'data'])
    found[key] = [...new Set(found[key])].sort();
  return found;
}

function* filesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'src', 'bin'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else if (/\.(?:d\.ts|m?js)$/.test(entry.name)) yield path;
  }
}

function readNames(folder, isOwn, found) {
  for (const path of filesOf(folder)) {
    const text = readFileSync(path, 'utf8');
    const all = (pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
    const isTypes = path.endsWith('.d.ts');
    found.betas.push(...all(BETA));
    if (isTypes || !isOwn) found.tools.push(...all(TOOL));
    if (isTypes) found.models.push(...all(MODEL));
    if (isTypes && isOwn) found.data.push(...all(ABOUT_DATA));
    // Documentation links to hosts as well; clients name theirs in code.
    if (!isTypes && isOwn)
      found.hosts.push(
        ...text
          .split('\n')
          .filter((line) => !/^\s*(?:\*|\/\/)/.test(line))
          .flatMap((line) => [...line.matchAll(HOST)].map(([, name]) => name)),
      );
    if (!isTypes) found.variables.push(...all(VARIABLE));
  }
}

function readMethods(folder, classes, found) {
  const entry = ['index.d.ts', 'index.d.mts'].map((file) => join(folder, file)).find(existsSync);
  const program = ts.createProgram([entry], {
    skipLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const exported = new Map(
    checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((s) => [s.name, s]),
  );
  for (const name of classes) {
    const symbol = exported.get(name);
    if (!symbol) continue;
    const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const methods = {};
    walk(checker, checker.getDeclaredTypeOfSymbol(real), [], source, { methods, hipaa: found.hipaa });
    found.clients[name] = Object.keys(methods)
      .filter((method) => /^(?:beta\.)?messages\./.test(method))
      .sort();
    if (name === 'Anthropic') found.methods = methods;
  }
}

function walk(checker, type, path, at, found) {
  if (path.length > 7) return;
  for (const property of checker.getPropertiesOfType(type)) {
    if (property.name.startsWith('_') || property.name.startsWith('#')) continue;
    const inner = checker.getTypeOfSymbolAtLocation(property, at);
    const [signature] = inner.getCallSignatures();
    const name = [...path, property.name].join('.');
    if (signature) {
      if (path.length === 0) continue;
      found.methods[name] = CREATES.test(property.name) ? keysOf(checker, inner.getCallSignatures(), at) : [];
      const text = ts.displayPartsToString(property.getDocumentationComment(checker));
      if (/HIPAA\s+readiness/.test(text)) found.hipaa.push(name);
    } else if (isResource(checker, inner)) {
      walk(checker, inner, [...path, property.name], at, found);
    }
  }
}

/** A class of `resources/`, or what is left of one by `Omit`. */
function isResource(checker, type) {
  const declared = type.symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  if (/\/resources\//.test(declared) && type.isClass()) return true;
  return checker
    .getPropertiesOfType(type)
    .some((p) =>
      (p.declarations ?? []).some(
        (d) =>
          /\/resources\//.test(d.getSourceFile().fileName) && d.parent && ts.isClassDeclaration(d.parent),
      ),
    );
}

/** The keys that the request of a method can have. */
function keysOf(checker, signatures, at) {
  const keys = new Set();
  for (const signature of signatures) {
    for (const parameter of signature.parameters) {
      if (/options$/i.test(parameter.name)) continue;
      const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(parameter, at));
      for (const each of type.isUnion() ? type.types : [type]) {
        if (each.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) continue;
        for (const key of checker.getPropertiesOfType(each)) keys.add(key.name);
      }
    }
  }
  return [...keys].sort();
}
