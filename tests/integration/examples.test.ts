/**
 * The example projects that are as they should be: one for each pack, in the shape that teams use. Nothing is reported of them, and each
 * violation that is planted in a copy is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demandsOfEach } from '../helpers/planting.ts';
import type { CodeBase, Files } from '../helpers/planting.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const plants = JSON.parse(readFileSync(join(examples, 'plants.json'), 'utf8')) as Readonly<
  Record<string, CodeBase>
>;

demandsOfEach(plants, (name): Files => {
  const root = join(examples, name);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'eslint.config.js')
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
});
