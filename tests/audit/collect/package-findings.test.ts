/**
 * Facts of a package in the evidence: said once, in its package.json, and linked from every call site that they are about.
 */
import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../helpers/audits.ts';
import type { Evidence } from '../../../src/audit/model.ts';

const SDK = { '@anthropic-ai/sdk': '^1.14.0' };
const ask = (name: string): string =>
  `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nexport const ${name} = (messages) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });\n`;

/** The findings of a rule that each call site links to: `file messageId`, in the order of the sites. */
function linked({ callSites, findings }: Evidence, rule: string): string[] {
  return callSites.map(({ results }) => {
    const result = results[rule] as { readonly findings?: readonly string[] } | undefined;
    const found = findings.filter(({ id }) => result?.findings?.includes(id) === true);
    return found.map(({ at, messageId }) => `${at.file} ${messageId}`).join(', ');
  });
}

const counts = ({ findings }: Evidence, rule: string): number =>
  findings.filter((each) => each.rule === rule).length;

describe('what a package.json says', () => {
  it('of a list of models is linked from each request', async () => {
    const evidence = await auditFiles({
      'package.json': { name: 'acme', private: true, dependencies: SDK },
      'src/a.js': ask('a'),
      'src/b.js': ask('b'),
    });
    expect(counts(evidence, 'require-approved-model')).toBe(1);
    expect(linked(evidence, 'require-approved-model')).toEqual([
      'package.json noList',
      'package.json noList',
    ]);
  });

  it('of labels is linked from each request', async () => {
    const files = {
      'package.json': { name: 'acme', private: true, dependencies: SDK },
      'src/a.js': ask('a'),
      'src/b.js': ask('b'),
    };
    const evidence = await auditFiles(files, { packs: ['finserv'] });
    expect(counts(evidence, 'require-data-classification')).toBe(1);
    expect(linked(evidence, 'require-data-classification')).toEqual([
      'package.json undeclared',
      'package.json undeclared',
    ]);
  });

  it('of a label outside the scheme is linked as well', async () => {
    const marker = { dataClassification: 'odd' };
    const evidence = await auditFiles(
      {
        'package.json': { name: 'acme', private: true, dependencies: SDK, 'claude-compliance': marker },
        'src/a.js': ask('a'),
      },
      { packs: ['finserv'] },
    );
    expect(linked(evidence, 'require-data-classification')).toEqual(['package.json unlisted']);
  });

  it('is linked from the package itself, of several', async () => {
    const evidence = await auditFiles({
      'package.json': { name: 'root', private: true, workspaces: ['services/*'] },
      'services/one/package.json': { name: 'one', private: true, dependencies: SDK },
      'services/one/src/a.js': ask('a'),
      'services/two/package.json': {
        name: 'two',
        private: true,
        dependencies: SDK,
        'claude-compliance': { approved: { models: ['claude-opus-5'] } },
      },
      'services/two/src/b.js': ask('b'),
    });
    expect(linked(evidence, 'require-approved-model')).toEqual(['services/one/package.json noList', '']);
  });
});
