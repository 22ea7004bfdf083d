// Lints the example projects with their packs and shows what a user would see.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const examples = new URL('.', import.meta.url).pathname;
const eslint = join(createRequire(import.meta.url).resolve('eslint/package.json'), '../bin/eslint.js');

// The examples import the plugin by its name, as users do.
const link = join(examples, 'node_modules/eslint-plugin-claude-compliance');
if (!existsSync(link)) {
  mkdirSync(join(examples, 'node_modules'), { recursive: true });
  symlinkSync('../..', link, 'junction');
}

const projects = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map((entry) => entry.name)
  .sort();

for (const project of projects) {
  const cwd = join(examples, project);
  const { stdout, stderr, status } = spawnSync(process.execPath, [eslint, '.', '--color'], { cwd, encoding: 'utf8' });
  const config = readdirSync(cwd).find((name) => name.startsWith('eslint.config'));
  const pack = /claudeCompliance\.configs\.(\w+)|'claude-compliance\/(\w+)'/.exec(readFileSync(join(cwd, config), 'utf8'));
  console.log(`\n— examples/${project}, linted with the ${pack?.[1] ?? pack?.[2]} pack —`);
  console.log(stdout.replaceAll(`${cwd}/`, ''));
  // Findings are the point of the demo; anything else means that it is broken.
  if (status === 2 || stderr !== '' || !stdout.includes('claude-compliance/')) {
    console.error(stderr || 'No finding was reported.');
    process.exitCode = 1;
  }
}
