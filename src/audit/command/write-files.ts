/**
 * Writes files so that under their final names they are whole or not there.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Nothing could be written. Its message is for people. */
export class WriteError extends Error {}

/** Where files went. */
export interface Written {
  readonly folder: string;
  /** Why they are not where they were to go. */
  readonly problem?: string;
}

/**
 * Writes files into a folder, all of them or none. Where that fails they go into a temporary folder, so that nothing is lost.
 *
 * @param files name → text
 * @throws {WriteError} where they can be written nowhere
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): Written {
  try {
    writeInto(folder, files);
    return { folder };
  } catch (error) {
    const problem = `${folder} cannot be written to: ${reasonOf(error)}.`;
    let other: string;
    try {
      other = mkdtempSync(join(tmpdir(), 'claude-compliance-'));
      writeInto(other, files);
    } catch (second) {
      throw new WriteError(`${problem} Neither can a temporary folder: ${reasonOf(second)}.`);
    }
    return { folder: other, problem };
  }
}

function writeInto(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  const made: [temporary: string, name: string][] = [];
  try {
    for (const [name, text] of files) {
      const temporary = join(folder, `.${name}.${String(process.pid)}.tmp`);
      made.push([temporary, join(folder, name)]);
      writeFileSync(temporary, text, { flush: true });
    }
    for (const [temporary, name] of made) renameSync(temporary, name);
  } catch (error) {
    for (const [temporary] of made) rmSync(temporary, { force: true });
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'there is no right to write there',
  EDQUOT: 'the quota is used up',
  EEXIST: 'a file stands in its place',
  EISDIR: 'a folder stands in the place of a file',
  ENOENT: 'it cannot be made, as where the folder above can only be read',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands in its place',
  EPERM: 'there is no right to write there',
  EROFS: 'it can only be read',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'an error without a code' : code);
}
