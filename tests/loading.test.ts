/**
 * What is read only by the documentation costs nobody anything who lints.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const src = new URL('../src/', import.meta.url);

/** Every module that an entry loads, by its path below src. */
function loadedBy(entry: string): string[] {
  const found = new Set<string>();
  const queue = [new URL(entry, src)];
  for (let url = queue.pop(); url; url = queue.pop()) {
    if (found.has(url.href)) continue;
    found.add(url.href);
    const text = readFileSync(url, 'utf8');
    for (const [, isType, source = ''] of text.matchAll(
      /^(?:import|export) (type )?[^;]*?from '(\.[^']+)';/gms,
    )) {
      if (isType === undefined) queue.push(new URL(source, url));
    }
  }
  return [...found].map((href) => href.slice(src.href.length));
}

/** What a linting process has no use for. */
const FOR_READERS = /^(?:audit\/|policy\/(?:claims|controls|coverage|moved)|configs\/pack-pages)/;

it.each(['index.ts', 'config.ts'])('%s loads nothing that only readers want', (entry) => {
  const loaded = loadedBy(entry);
  expect(loaded).toContain('configs/packs/hipaa.ts');
  expect(loaded.filter((path) => FOR_READERS.test(path))).toEqual([]);
});

it('the plugin does not load what composes packs', () => {
  expect(loadedBy('index.ts').filter((path) => /compose|strictness/.test(path))).toEqual([]);
  expect(loadedBy('config.ts')).toContain('configs/strictness.ts');
});
