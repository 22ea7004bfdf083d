/**
 * Prints the page, by a browser of the Chromium family where one is installed.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const TIMEOUT_MS = 120_000;

/** @returns a sentence: where it went, or why there is none */
export function printPdf(folder: string): string {
  const page = pathToFileURL(join(folder, 'evidence.html')).href;
  const pdf = join(folder, 'evidence.pdf');
  const own = process.env['CHROME_PATH'];
  for (const browser of own === undefined || own === '' ? BROWSERS : [own]) {
    try {
      const args = ['--headless', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, page];
      execFileSync(browser, args, { timeout: TIMEOUT_MS, stdio: 'ignore' });
      return `Printed to ${pdf}`;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      return `${browser} could not print the page. Print evidence.html from a browser.`;
    }
  }
  return 'No browser was found to print with: set CHROME_PATH, or print evidence.html from a browser.';
}
