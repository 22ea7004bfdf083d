/**
 * Which files are tests, by the names that test runners look for.
 */

const TEST_FILE =
  /(?:^|[\\/])(?:__tests__|__mocks__|tests?|e2e|spec)[\\/]|[._-](?:test|spec|e2e|cy)\.[cm]?[jt]sx?$/;

/** True for files of tests: what they send does not leave for anywhere that matters. */
export function isTestFile(filename: string): boolean {
  return TEST_FILE.test(filename);
}
