/**
 * Prints the page, by a browser of the Chromium family where one is installed.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
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
/** Chromium refuses to start as root, which containers of CI are, unless it is told to do without its sandbox. The page is our own. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** @returns a sentence: where it went, or why there is none */
export function printPdf(folder: string): string {
  const page = pathToFileURL(join(folder, 'evidence.html')).href;
  const pdf = join(folder, 'evidence.pdf');
  const own = process.env['CHROME_PATH'] ?? '';
  // Not that of an earlier run beside the page of this one.
  rmSync(pdf, { force: true });
  for (const browser of own === '' ? BROWSERS : [own]) {
    try {
      const args = [
        '--headless',
        ...AS_ROOT,
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
      ];
      execFileSync(browser, [...args, page], { timeout: TIMEOUT_MS, stdio: 'ignore' });
      return `Printed to ${pdf}`;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      return `${browser} could not print the page. Print evidence.html from a browser.`;
    }
  }
  if (own !== '') return `CHROME_PATH names no program (${own}). Print evidence.html from a browser.`;
  return 'No browser was found to print with: set CHROME_PATH, or print evidence.html from a browser.';
}
