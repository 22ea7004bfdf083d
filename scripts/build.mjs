// Builds dist/ from src/ with plain tsc, one file to one file; then puts each entry into one file with what it loads,
// since reading some 170 small files is most of what an import costs. Of the declarations it keeps those that the
// package's own types name, so that users need no types of our development dependencies.
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const root = new URL('..', import.meta.url).pathname;
const dist = join(root, 'dist');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });

// What two entries share stays shared: ESLint compares plugins by identity.
const bundle = await rolldown({
  cwd: dist,
  // The layout library goes into the command's own file.
  external: (id) => !/^[./]/.test(id) && !id.startsWith('@dagrejs/'),
  input: ['./index.js', './config.js', './cli.js'],
  platform: 'node',
});
// Without comments, and in ASCII: the engine reads a text of one byte a character in half the time.
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  chunkFileNames: 'shared-[hash].js',
  comments: false,
});
for (const { fileName } of output) {
  const file = join(dist, fileName);
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
await bundle.close();
chmodSync(join(dist, 'cli.js'), 0o755);

// The layout of pictures is a library's. It goes into the one file that uses it, so that who only lints installs nothing
// for it; the notices of its licence go beside.
const LAYOUT = 'audit/diagram/layout.js';
const layout = await rolldown({
  cwd: dist,
  external: (id) => id.startsWith('node:'),
  input: [`./${LAYOUT}`],
  platform: 'node',
});
await layout.write({ file: join(dist, LAYOUT), format: 'esm' });
await layout.close();
const notices = ['@dagrejs/dagre', '@dagrejs/graphlib'].map((name) => {
  const folder = join(root, 'node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`;
});
writeFileSync(join(dist, 'audit/diagram/layout.LICENSE.txt'), notices.join('\n---\n\n'));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.values(manifest.exports).flatMap((target) =>
  target.types ? [join(root, target.types)] : [],
);
const kept = new Set();
for (const file of entries) keep(file);
for (const name of readdirSync(dist, { recursive: true })) {
  if (name.endsWith('.d.ts') && !kept.has(join(dist, name))) rmSync(join(dist, name));
}

function keep(file) {
  if (kept.has(file)) return;
  kept.add(file);
  for (const [, source] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    keep(join(dirname(file), source.replace(/\.[jt]s$/, '.d.ts')));
  }
}
