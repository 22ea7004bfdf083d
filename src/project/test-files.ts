/**
 * Which files are tests, by their names alone.
 */
import { relative } from 'node:path';

/** Folders that hold tests and what they are fed. */
const FOLDER =
  /(?:^|\/)(?:__(?:tests?|mocks?|fixtures?|snapshots)__|tests?|specs?|e2e|fixtures?|mocks?|testdata|test-utils|testing|cypress|playwright)\//i;

/** `x.test.ts`, `x.spec.ts`, `x.e2e-spec.ts`, `x_test.ts`, `.env.test`. */
const NAME =
  /(?:[._-](?:test|tests|spec|e2e|e2e-spec|e2e-test|mock|mocks|fixture|fixtures|cy)(?:\.d)?\.\w+|(?:^|\/)\.env\.test(?:\.\w+)?)$/i;

/**
 * True for tests, their mocks and fixtures.
 *
 * @param cwd the folder that ESLint runs in; what lies above it says nothing about a file
 */
export function isTestFile(filename: string, cwd: string): boolean {
  const inside = relative(cwd, filename);
  const path = (inside.startsWith('..') ? filename : inside).replaceAll('\\', '/');
  return FOLDER.test(path) || NAME.test(path);
}
