/**
 * Evidence of code bases that keep to their pack, and of copies with one violation planted in each: every one shows at a call
 * site, where it is one's, whatever file it stands in, and nothing that the copy no longer does is said of it.
 */
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/audit/model.ts';
import { auditFiles } from '../../helpers/audits.ts';
import { BASES, filesOfBase, planted } from '../../helpers/bases.ts';
import type { CodeBase, Files } from '../../helpers/planting.ts';

/** The files with the models that the code base may use in each marker. */
function withModels(files: Files, models: readonly string[] | undefined): Files {
  if (!models) return files;
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      if (!path.endsWith('package.json')) return [path, text];
      const content = JSON.parse(text) as Record<string, object>;
      const key = 'claude-compliance';
      return [path, JSON.stringify({ ...content, [key]: { approved: { models }, ...content[key] } })];
    }),
  );
}

function evidenceOf(files: Files, { pack, models }: CodeBase): Promise<Evidence> {
  return auditFiles(withModels(files, models), { packs: [pack] });
}

const statesOf = ({ callSites }: Evidence, rule: string): (string | undefined)[] =>
  callSites.map(({ results }) => results[rule]?.state);

describe.each(Object.entries(BASES))('%s', (name, base) => {
  const good = filesOfBase(name);

  it.each(base.plants.map((plant) => [plant.name, plant] as const))(
    'shows %s at a call site',
    async (_, plant) => {
      const before = await evidenceOf(good, base);
      const after = await evidenceOf(planted(good, plant), base);
      expect(before.findings.filter(({ rule }) => rule === plant.rule)).toEqual([]);
      expect(statesOf(before, plant.rule)).not.toContain('finding');
      const found = after.findings.filter(({ rule }) => rule === plant.rule);
      expect(found).not.toEqual([]);
      // A key that no client is seen to take is no call site's.
      if (plant.rule === 'no-hardcoded-api-key' || plant.isOfNoSite) return;
      expect(found.some(({ sites }) => sites.length > 0)).toBe(true);
      expect(
        statesOf(after, plant.rule).some((state) => state === 'finding' || state === 'cannot-tell'),
      ).toBe(true);
    },
  );
});
