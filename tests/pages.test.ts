/**
 * The pages of the packs and the coverage: what they link to and what their examples name is there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composePacks } from '../src/config.ts';
import { PACK_NAMES } from '../src/configs/packs/index.ts';
import type { PackName } from '../src/configs/packs/index.ts';

const docs = new URL('../docs/', import.meta.url);
const pages = ['coverage.md', ...readdirSync(new URL('packs/', docs)).map((name) => `packs/${name}`)];

it('there is a page for every pack', () => {
  expect(pages).toEqual(expect.arrayContaining(PACK_NAMES.map((name) => `packs/${name}.md`)));
});

describe.each(pages)('docs/%s', (page) => {
  const text = readFileSync(new URL(page, docs), 'utf8');

  it('links to pages that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(new URL(link, new URL(page, docs))))).toEqual([]);
  });

  it('shows packs that exist', () => {
    const examples = [...text.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code).join('');
    for (const [, call = ''] of examples.matchAll(/composePacks\(([^)]*)\)/g)) {
      const names = [...call.matchAll(/'([^']+)'/g)].map(([, name]) => name as PackName);
      expect(() => composePacks(...names)).not.toThrow();
    }
    for (const [, name] of examples.matchAll(/(?:extends: \['claude-compliance\/|\.configs\.)(\w+)/g))
      expect(PACK_NAMES).toContain(name);
  });
});
