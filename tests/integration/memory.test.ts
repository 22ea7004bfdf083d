/**
 * What is linted is let go of, however the linting is driven: an editor and a command line pause between files, a program that
 * lints from memory does not.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import claudeCompliance from '../../src/index.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { RULE_NAMES } from '../../src/rules/names.ts';
import { folderWith } from '../helpers/folders.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes in use, garbage collected. */
function inUse(): number {
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}

/** Some 12 kB of code with one request in it. */
const code = (n: number): string => `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const ask${String(n)} = (note) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: note }] });
${Array.from({ length: 150 }, (_, i) => `export const value${String(i)} = { id: ${String(i)}, name: 'row ${String(n)}', list: [1, 2, 3] };`).join('\n')}
`;

it('keeps nothing of a file that was linted', () => {
  const root = folderWith({ 'package.json': { name: 'project' } });
  const linter = new Linter({ cwd: root });
  const config: Linter.Config = {
    files: ['**/*.js'],
    plugins: { [NAMESPACE]: claudeCompliance },
    rules: Object.fromEntries(RULE_NAMES.map((rule) => [`${NAMESPACE}/${rule}`, 'error'])),
  };
  const lint = (n: number): void => {
    expect(linter.verify(code(n), config, `${root}/src/file-${String(n)}.js`).length).toBeGreaterThan(0);
  };
  for (let n = 0; n < 10; n += 1) lint(n);
  const before = inUse();
  for (let n = 10; n < 50; n += 1) lint(n);
  // A kept tree of such a file takes two megabytes and more.
  expect(inUse() - before).toBeLessThan(15);
}, 60_000);
