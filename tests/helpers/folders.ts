/**
 * Temporary folders with files in them.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** A folder that is gone after the tests of the file, with these files; objects are written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'claude-compliance-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) write(join(folder, path), content);
  return folder;
}

let ticks = 0;

/** Writes a file, newer than every file before it however coarse the clock of the file system is. */
export function write(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  ticks += 1;
  const time = new Date(Date.now() + ticks * 10);
  utimesSync(path, time, time);
}
