/**
 * The page in a real browser: without a fault in the console, readable by assistive technology, on paper, and working.
 * Skipped, and said so, where no Chromium is installed: `apt-get install chromium`, or CHROMIUM=/path/to/it.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fleetOf } from '../../src/audit/fleet.ts';
import { fleetPage } from '../../src/audit/writers/fleet.ts';
import { pageOf } from '../../src/audit/writers/page/index.ts';
import { evidence, LARGE, MEDIUM, SMALL } from '../helpers/evidence.ts';

const PATHS = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executable = PATHS.find((path) => path !== undefined && existsSync(path));
if (executable === undefined)
  console.warn('No Chromium is installed: the tests of the page in a browser are skipped.');

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe puts into a page. */
interface WithAxe {
  readonly axe: { run(options: RunOptions): Promise<AxeResults> };
}

const PAGES = {
  none: (): string => pageOf(evidence({ sites: 0 })),
  small: (): string => pageOf(evidence(SMALL)),
  medium: (): string => pageOf(evidence(MEDIUM)),
  large: (): string => pageOf(evidence(LARGE)),
  fleet: (): string => {
    const files = [SMALL, MEDIUM].map((wanted, i) => {
      const made = evidence(wanted);
      const provenance = { ...made.provenance, repository: `https://git.example/acme/${String(i)}` };
      return { name: `${String(i)}.json`, reading: { evidence: { ...made, provenance } } };
    });
    return fleetPage(fleetOf(files, { asOf: '2027-01-05', expected: ['https://git.example/acme/none'] }));
  },
};

describe.skipIf(executable === undefined)('in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'claude-compliance-page-'));
    for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.html`), page());
    browser = await chromium.launch({ executablePath: executable ?? '', args: FLAGS });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page and collects what it complains of and what it asks for. */
  async function open(
    name: string,
    options: { readonly dark?: boolean; readonly bypassCSP?: boolean; readonly width?: number } = {},
  ): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({
      colorScheme: options.dark === true ? 'dark' : 'light',
      reducedMotion: 'reduce',
      bypassCSP: options.bypassCSP ?? false,
      viewport: { width: options.width ?? 1380, height: 900 },
    });
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    page.on('request', (request) => {
      if (request.url() !== url) faults.push(`asks for ${request.url()}`);
    });
    await page.goto(url);
    return { page, faults };
  }

  it.each(Object.keys(PAGES))('%s complains of nothing and loads nothing', async (name) => {
    const { page, faults } = await open(name);
    expect(faults).toEqual([]);
    await page.close();
  });

  // The largest is like the others, and takes axe minutes.
  it.each(
    ['none', 'small', 'medium', 'fleet'].flatMap((name) => [[name, false] as const, [name, true] as const]),
  )('%s meets WCAG AA as far as axe sees (dark: %s)', async (name, dark) => {
    const { page } = await open(name, { dark, bypassCSP: true });
    await page.evaluate(AXE);
    await page.evaluate(
      '[...document.querySelectorAll("details")].slice(0, 12).forEach((box) => (box.open = true))',
    );
    const { violations } = await page.evaluate(
      (runOnly) => (globalThis as unknown as WithAxe).axe.run({ runOnly }),
      WCAG,
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.close();
  });

  it.each([360, 768])('needs no sideways scrolling at %i pixels', async (width) => {
    const { page } = await open('medium', { width });
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('filters, sorts and leads from the picture to a sheet', async () => {
    const { page, faults } = await open('medium');
    const rows = page.locator('#sites tbody tr:visible');
    expect(await rows.count()).toBe(24);
    await page.locator('select[name=package]').selectOption('@acme/triage');
    expect(await rows.count()).toBe(5);
    await page.locator('[data-filter=sites] input').fill('no such thing');
    expect(await rows.count()).toBe(0);
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => rows.count()).toBe(24);
    await page.locator('#sites').getByRole('button', { name: 'Model' }).click();
    const models = await page.locator('#sites tbody tr td:nth-child(3)').allTextContents();
    expect(models.map((text) => text.trim())).toEqual(
      models.map((text) => text.trim()).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    );
    await page.locator('.picture svg a').first().click();
    const target = page.locator('li:target');
    expect(await target.isVisible()).toBe(true);
    await target.locator('a[href^="#cs-"]').first().click();
    await expect.poll(() => page.locator('details:target').getAttribute('open')).not.toBeNull();
    expect(faults).toEqual([]);
    await page.close();
  });

  it('each link within leads somewhere', async () => {
    const { page } = await open('large');
    const lost = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href'))
        .filter((href) => !document.getElementById(href.slice(1)))`,
    );
    expect(lost).toEqual([]);
    await page.close();
  });

  it('prints findings that are folded on the screen, and no sheet that nobody opened', async () => {
    const { page } = await open('medium');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#findings li').first().isVisible()).toBe(true);
    expect(await page.locator('#sheets details').first().isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.close();
  });
});
