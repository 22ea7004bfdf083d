// Writes package-lock.json for the packages named in packages.json: the
// packages themselves with their integrity, without their dependencies. Their
// source is read, never run, so `npm ci` needs nothing but their tarballs.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const here = new URL('./', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, here), 'utf8'));
const write = (name, value) => writeFileSync(new URL(name, here), `${JSON.stringify(value, null, 2)}\n`);

const packages = read('packages.json').toSorted((a, b) => (a.name < b.name ? -1 : 1));
const manifest = read('package.json');
manifest.dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));

let locked = {};
try {
  locked = read('package-lock.json').packages;
} catch {
  // The first run has no lock file.
}

const entries = {
  '': {
    name: manifest.name,
    dependencies: manifest.dependencies,
    engines: manifest.engines,
  },
};
for (const { name, version } of packages) {
  const path = `node_modules/${name}`;
  const integrity =
    locked[path]?.version === version
      ? locked[path].integrity
      : execFileSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], { encoding: 'utf8' }).trim();
  if (!integrity.startsWith('sha512-')) throw new Error(`no sha512 integrity for ${name}@${version}`);
  entries[path] = { version, integrity };
}

write('package.json', manifest);
write('package-lock.json', { name: manifest.name, lockfileVersion: 3, requires: true, packages: entries });
