// Lints the example projects with their packs and shows what a user would see. Of those that are as they should be nothing is reported;
// of a copy of one, with a change that breaks compliance, that is.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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
  .filter((entry) => entry.isDirectory() && !/^(?:node_modules$|\.)/.test(entry.name))
  .map((entry) => entry.name)
  .sort();

const plants = JSON.parse(readFileSync(join(examples, 'plants.json'), 'utf8'));

/** Lints a folder and prints what ESLint prints. */
function show(title, cwd, isClean) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [eslint, '.', '--color'], {
    cwd,
    encoding: 'utf8',
  });
  console.log(`\n— ${title} —`);
  console.log(stdout.replaceAll(`${cwd}/`, '') || '\nNothing to report.');
  // What is found, or not found, is the point of the demo; anything else means that it is broken.
  if (status === 2 || stderr !== '' || stdout.includes('claude-compliance/') === isClean) {
    console.error(stderr || (isClean ? 'Something was reported.' : 'No finding was reported.'));
    process.exitCode = 1;
  }
}

for (const project of projects) {
  const cwd = join(examples, project);
  const config = readdirSync(cwd).find((name) => name.startsWith('eslint.config'));
  const pack = /claudeCompliance\.configs\.(\w+)|'claude-compliance\/(\w+)'/.exec(
    readFileSync(join(cwd, config), 'utf8'),
  );
  show(`examples/${project}, linted with the ${pack?.[1] ?? pack?.[2]} pack`, cwd, project in plants);
}

const { file, search, replace } = plants['visit-notes'].plants.find(
  ({ name }) => name === 'redactor-emptied',
);
const copy = mkdtempSync(join(examples, '.planted-'));
try {
  cpSync(join(examples, 'visit-notes'), copy, { recursive: true });
  writeFileSync(
    join(copy, file),
    readFileSync(join(copy, file), 'utf8').replace(search, () => replace),
  );
  show(`examples/visit-notes with a redactor that does nothing (${file})`, copy, false);
} finally {
  rmSync(copy, { recursive: true });
}
