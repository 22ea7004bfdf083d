/**
 * THE place where rule membership, severity and options of the packs stand, one file a pack. Reasons are shown to users.
 */
import { all } from './all.ts';
import { finserv } from './finserv.ts';
import { gdpr } from './gdpr.ts';
import { gov } from './gov.ts';
import { hipaa } from './hipaa.ts';
import { recommended } from './recommended.ts';
import { soc2 } from './soc2.ts';

import type { Pack } from './types.ts';

export type { Pack, PackRule } from './types.ts';

export const PACKS = { recommended, hipaa, finserv, gov, gdpr, soc2, all } as const satisfies Record<
  string,
  Pack
>;

export type PackName = keyof typeof PACKS;

/** The packs, in the order in which they are shown. */
export const PACK_NAMES = Object.keys(PACKS) as readonly PackName[];
