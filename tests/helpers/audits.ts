/**
 * Audits of small projects on the disk.
 */
import { execFileSync } from 'node:child_process';
import { collect } from '../../src/audit/collect/index.ts';
import type { RunOptions } from '../../src/audit/collect/index.ts';
import type { Evidence } from '../../src/audit/model.ts';
import { sealEvidence } from '../../src/audit/seal.ts';
import { folderWith } from './folders.ts';

export const DAY = '2026-11-29';

/** Evidence of a folder. */
export async function auditOf(folder: string, more: Partial<RunOptions> = {}): Promise<Evidence> {
  return sealEvidence(
    await collect({
      cwd: folder,
      paths: [folder],
      packs: ['hipaa'],
      useConfig: false,
      asOf: DAY,
      command: ['audit'],
      ...more,
    }),
  );
}

/** Evidence of these files. */
export function auditFiles(
  files: Readonly<Record<string, unknown>>,
  more: Partial<RunOptions> = {},
): Promise<Evidence> {
  return auditOf(folderWith(files), more);
}

/** Runs git with an identity that is nobody's; what it prints. */
export function gitIn(folder: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: '2026-11-01T12:00:00Z',
      GIT_COMMITTER_DATE: '2026-11-01T12:00:00Z',
    },
  });
}

/** A repository with one commit of these files. */
export function repositoryWith(files: Readonly<Record<string, unknown>>): string {
  const folder = folderWith(files);
  gitIn(folder, 'init', '-q', '-b', 'main');
  gitIn(folder, 'add', '-A');
  gitIn(folder, 'commit', '-q', '-m', 'begin');
  return folder;
}
