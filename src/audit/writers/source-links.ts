/**
 * Addresses of code at a commit, for hosts whose addresses are known.
 */
import type { Place } from '../model.ts';
import type { Provenance } from '../run-model.ts';

/** The address of a place, or undefined where the host's addresses are not known or there is no commit. */
export function sourceLink(
  { repository, commit }: Pick<Provenance, 'commit' | 'repository'>,
  { file, line }: Place,
): string | undefined {
  const host = /^https:\/\/([\w.-]+)\/[\w./~-]+$/.exec(repository)?.[1];
  if (host === undefined || commit === undefined) return undefined;
  const between = /(?:^|\.)github\./.test(host)
    ? '/blob/'
    : /(?:^|\.)gitlab\./.test(host)
      ? '/-/blob/'
      : undefined;
  if (between === undefined) return undefined;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return `${repository.replace(/(?:\.git)?\/?$/, '')}${between}${commit}/${path}${line === undefined ? '' : `#L${String(line)}`}`;
}
