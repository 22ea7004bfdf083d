/**
 * What a text says of its imports without being parsed: which modules it asks for, and what it hands on.
 */
import { describe, expect, it } from 'vitest';
import { importedSpecifiers } from '../../src/project/import-scan.ts';
import { handedOn } from '../../src/project/re-exports.ts';

describe('importedSpecifiers', () => {
  it.each<readonly [text: string, specifiers: readonly string[]]>([
    [`import './a';`, ['./a']],
    [`import a from "./a"`, ['./a']],
    [`import a,{b}from'./a';`, ['./a']],
    [`import * as a from './a'\nimport {\n  b,\n  c as d,\n} from './b';`, ['./a', './b']],
    [`import type { A } from './a';`, ['./a']],
    [`import { type A } from './a';`, ['./a']],
    [`import a = require('./a');`, ['./a']],
    [`import settings from './a.json' with { type: 'json' };`, ['./a.json']],
    [`export * from './a';\nexport * as b from './b';\nexport { c } from './c';`, ['./a', './b', './c']],
    [`const { a } = require('./a');`, ['./a']],
    [`const a = require( "./a" ).b;`, ['./a']],
    ['const a = await import(`./a`);', ['./a']],
    ['import(`./${name}`)', []],
    [`import(/* webpackChunkName: "llm" */ './a')`, ['./a']],
    [`import(\n  // later\n  './a'\n)`, ['./a']],
    [`type A = import('./a').A;`, ['./a']],
    [`import './a'; import './a'; require('./a')`, ['./a']],
    [`<script setup>\nimport a from './a';\n</script>`, ['./a']],
    [`---\nimport a from './a';\n---`, ['./a']],
    [`import(name); require(name); require.resolve; important; from; reimport './x'`, []],
    [`import.meta.url`, []],
    ['', []],
  ])('%j', (text, specifiers) => {
    expect(importedSpecifiers(text)).toEqual(specifiers);
  });

  it('takes time in proportion to the text', () => {
    for (const part of ['import ', 'from (', 'require(/* ', 'import /*', '//\n', `from '`]) {
      const started = performance.now();
      importedSpecifiers(part.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

describe('handedOn', () => {
  it.each([
    `export * from './a';`,
    `export * as llm from './a';`,
    `export { complete } from './a';`,
    `export {\n  complete,\n  stream as flow,\n} from "./a";`,
    `export type { Reply } from './a';`,
    `import { complete } from './a';\nexport { complete };`,
    `import { complete as ask } from './a';\nexport { ask as complete };`,
    `import complete from './a';\nexport default complete;`,
    `import * as llm from './a';\nexport const ask = llm.complete;`,
    `import { Client } from './a';\nexport const client = new Client();`,
    `import { Client } from './a';\nexport class Own extends Client {}`,
    `import { Client } from './a';\nexport default class extends Client {}`,
    `const a = require('./a');\nmodule.exports = { a };`,
    `const { complete } = require('./a');\nmodule.exports = {\n  other: 1,\n  complete,\n};`,
    `const { complete } = require('./a');\nexports.ask = complete;`,
    `module.exports = require('./a');`,
    `exports.llm = require('./a');`,
    `module.exports = { ...require('./a') };`,
    `__exportStar(require('./a'), exports);`,
  ])('true: %j', (text) => {
    expect(handedOn(text).has('./a')).toBe(true);
  });

  it.each([
    `import { complete } from './a';\nexport const run = () => 1;`,
    `import { complete } from './a';\ncomplete();`,
    `export * from './b';\nimport './a';`,
    `import './a';\nexport const a = 1;`,
    `const a = require('./a');\nmodule.exports = { b };`,
    `export { complete } from './a/b';`,
  ])('false: %j', (text) => {
    expect(handedOn(text).has('./a')).toBe(false);
  });

  it('takes a specifier for the text that it is', () => {
    expect(handedOn(`export * from '@/a+(b)';`).has('@/a+(b)')).toBe(true);
    expect(handedOn(`export * from '@/ab';`).has('@/a+(b)')).toBe(false);
  });
});
