/**
 * Every rule is registered, complete and described.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { documentationUrl } from '../src/rules/define/rule.ts';
import plugin from '../src/index.ts';
import { NAME, NAMESPACE, REPOSITORY, VERSION } from '../src/meta.ts';
import { GEO_IDS } from '../src/policy/geos.ts';
import { rules } from '../src/rules/index.ts';
import { RULE_NAMES } from '../src/rules/names.ts';
import { lintWith } from './helpers/rule-tester.ts';
import { REPORTED, RULES } from './helpers/rules.ts';

const root = new URL('../', import.meta.url);
const pkg = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Readonly<
  Record<'name' | 'version', string>
>;

const namesIn = (folder: string, suffix: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith(suffix))
    .map((file) => basename(file, suffix))
    .filter((name) => name !== 'index' && name !== 'names')
    .sort();

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** A schema and all schemas in it. */
function* schemasIn(schema: JsonSchema): Generator<JsonSchema> {
  yield schema;
  for (const inner of Object.values(schema.properties ?? {})) yield* schemasIn(inner);
  if (schema.items) yield* schemasIn(schema.items);
}

describe('the plugin', () => {
  it('is named and versioned as its package', () => {
    expect(plugin.meta).toMatchObject({ name: pkg.name, version: pkg.version, namespace: NAMESPACE });
    expect([NAME, VERSION]).toEqual([pkg.name, pkg.version]);
  });

  it('holds the rules themselves', () => {
    expect(plugin.rules).toBe(rules);
  });

  it('has one file, one test and one page for each rule', () => {
    const names = Object.keys(rules).sort();
    expect([...RULE_NAMES].sort()).toEqual(names);
    expect(namesIn('src/rules', '.ts')).toEqual(names);
    expect(namesIn('tests/rules', '.test.ts')).toEqual(names);
    expect(
      existsSync(new URL('docs/rules', root)) ? namesIn('docs/rules', '.md') : 'docs/rules is missing',
    ).toEqual(names);
  });
});

describe.each(RULES)('%s', (name, rule) => {
  const { meta } = rule;
  const [schema] = meta.schema as readonly [JsonSchema];
  const { code, settings, options = [] } = REPORTED[name];

  it('says what it is', () => {
    expect(['problem', 'suggestion']).toContain(meta.type);
    expect(meta.docs?.description).toMatch(/^(?:Disallow|Require) [^.]+$/);
    expect(meta.docs?.url).toBe(documentationUrl(name));
    expect(meta.docs?.url).toMatch(new RegExp(`^https://.*/${name}\\.md$`));
    expect(meta.docs?.cwe.every(Number.isInteger)).toBe(true);
    expect(meta.deprecated).toBeUndefined();
  });

  it('never changes code by itself', () => {
    expect(meta.fixable).toBeUndefined();
  });

  it.each(Object.entries(meta.messages))('has a message that ends: %s', (_, text) => {
    expect(text).toMatch(/^[A-Z`{].*\.$/s);
    expect(text).not.toMatch(/\bcompliant\b/i);
    // A placeholder is a plain word, so that no message is left with braces in it.
    expect(text.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/);
  });

  it('has a closed schema with described options', () => {
    expect(meta.schema).toHaveLength(1);
    for (const part of schemasIn(schema)) {
      if (part.type === 'object') expect(part.additionalProperties).not.toBe(undefined);
    }
    expect(schema.additionalProperties).toBe(false);
    for (const option of Object.values(schema.properties ?? {}))
      expect(option.description).toMatch(/^[A-Z`].*\.$/);
  });

  it('has default options that its schema accepts', () => {
    const defaults = rule.meta.defaultOptions ?? [];
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(Object.keys(defaults[0] ?? {})),
    );
    expect(() => lintWith(rule, code, { settings, options: defaults })).not.toThrow();
  });

  it('says the same with its default options and with none', () => {
    const defaults = rule.meta.defaultOptions ?? [];
    expect(lintWith(rule, code, { settings, options: defaults })).toEqual(lintWith(rule, code, { settings }));
  });

  it('refuses an unknown option', () => {
    expect(() => lintWith(rule, code, { settings, options: [{ nonsense: true }] })).toThrow(/nonsense/);
  });

  it('may be configured by ESLint', () => {
    const linter = new Linter();
    const messages = linter.verify(code, [
      { settings, plugins: { [NAMESPACE]: plugin }, rules: { [`${NAMESPACE}/${name}`]: [2, ...options] } },
    ]);
    expect(messages.map(({ ruleId }) => ruleId)).toContain(`${NAMESPACE}/${name}`);
  });
});

it('offers exactly the geographies of the policy', () => {
  const [schema] = rules['require-inference-geo'].meta.schema as unknown as readonly [JsonSchema];
  expect(schema.properties?.['allowed']?.items?.enum).toEqual(GEO_IDS);
  expect(schema.properties?.['workspaceDefault']?.enum).toEqual(GEO_IDS);
});

it('keeps facts out of the rules', () => {
  for (const name of Object.keys(rules)) {
    const source = readFileSync(new URL(`src/rules/${name}.ts`, root), 'utf8');
    expect(source).not.toMatch(/https?:\/\//);
    expect(source).not.toMatch(/claude-(?:\d|opus|sonnet|haiku)/);
  }
});

it('has its addresses in one place', () => {
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Record<string, unknown>;
  const { homepage, repository, bugs } = manifest;
  expect({ homepage, repository, bugs }).toEqual(
    REPOSITORY === undefined
      ? { homepage: undefined, repository: undefined, bugs: undefined }
      : {
          homepage: `${REPOSITORY}#readme`,
          repository: { type: 'git', url: `git+${REPOSITORY}.git` },
          bugs: `${REPOSITORY}/issues`,
        },
  );
});
