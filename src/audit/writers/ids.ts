/**
 * Ids that follow from what they name: the same evidence has the same ids.
 */
import { createHash } from 'node:crypto';

/** The namespace of all ids that we make, itself made once. */
const NAMESPACE = '6f0c1b52-5c0e-5b8a-9a55-2f1d3a7f9c41';

/** A UUID of version 5 (RFC 9562): a digest over a namespace and a name. */
export function uuid5(name: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** What tells this run from others: repository, commit, packs, configuration, day. */
export function runKey({
  provenance,
}: {
  readonly provenance: {
    readonly repository: string;
    readonly commit?: string;
    readonly packs: readonly string[];
    readonly config: { readonly digest: string };
    readonly asOf: string;
  };
}): string {
  const { repository, commit, packs, config, asOf } = provenance;
  return [repository, commit ?? '', packs.join('+'), config.digest, asOf].join('\u0000');
}
