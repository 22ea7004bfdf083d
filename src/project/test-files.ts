/**
 * Which files are tests, by their names alone.
 */
import { relative } from 'node:path';
import { packageOf } from './manifests.ts';

/** Folders that hold tests and what they are fed. */
const FOLDER =
  /(?:^|\/)(?:__(?:tests?|mocks?|fixtures?|snapshots)__|tests?|specs?|e2e|fixtures?|mocks?|testdata|test-utils|testing|cypress|playwright)\//i;

/**
 * `x.test.ts`, `x.spec.ts`, `x.e2e-spec.ts`, `x_test.ts`, `.env.test`; and `test-x.ts` beside the package.json or in its `scripts`,
 * where it is tried out by hand or by Node's own runner: deeper down it may be about the tests of a laboratory.
 */
const NAME =
  /(?:^(?:scripts?\/(?!test-(?:kits?|orders?|panels?|reports?|results?)\b))?test-[^/]*\.[cm]?[jt]s|[._-](?:test|tests|spec|e2e|e2e-spec|e2e-test|mock|mocks|fixture|fixtures|cy)(?:\.d)?\.\w+|(?:^|\/)\.env\.test(?:\.\w+)?)$/i;

/** Folders into which folders of tests are parted. */
const PART = /^(?:acceptance|data|functional|helpers|integration|smoke|support|unit)$/i;

/**
 * True for tests, their mocks and fixtures.
 *
 * Told from the file's name and the folders between it and its package (see {@link packageOf}), so that the answer is the
 * same from wherever the file is linted: a package in `services/testing/` is no test. Without any package.json above it,
 * nobody knows which folders are the project's: only the one that it stands in counts, and the one around `unit` and the like.
 */
export function isTestFile(filename: string): boolean {
  const base = packageOf(filename)?.folder;
  const path = (base === undefined ? filename : relative(base, filename)).replaceAll('\\', '/');
  const inside = base === undefined ? nearest(path) : path;
  return FOLDER.test(inside) || NAME.test(inside);
}

function nearest(path: string): string {
  const parts = path.split('/');
  return parts.slice(PART.test(parts.at(-2) ?? '') ? -3 : -2).join('/');
}
