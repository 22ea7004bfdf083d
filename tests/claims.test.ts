/**
 * Nothing that users or auditors read claims more than source code can show.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PACK_PAGES } from '../src/configs/pack-pages.ts';
import { PACKS } from '../src/configs/packs/index.ts';
import { FORBIDDEN_PHRASES, STANDING_SENTENCE } from '../src/policy/claims.ts';
import { CONTROLS, FRAMEWORKS, GATE_CONTROLS } from '../src/policy/controls/index.ts';
import { LINES, MEANS, REASONS } from '../src/policy/coverage/index.ts';
import { FEATURES } from '../src/policy/features/index.ts';
import { MOVED } from '../src/policy/moved.ts';
import { RULES } from './helpers/rules.ts';

const root = new URL('../', import.meta.url);

const pages = readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path}`);

/** The first forbidden phrase of a text with what is around it. */
function claimIn(text: string): string | undefined {
  for (const { pattern, instead } of FORBIDDEN_PHRASES) {
    const found = pattern.exec(text);
    if (found) return `"${text.slice(Math.max(0, found.index - 40), found.index + 60)}": ${instead}`;
  }
  return undefined;
}

describe('the phrases', () => {
  it.each([
    'This makes you HIPAA compliant.',
    'HIPAA-compliant',
    'It ensures that no PHI leaves.',
    'guarantees US processing',
    'SOC 2 certified',
    'audit-ready evidence',
    'passes HIPAA',
    '98 % compliance',
    'a compliance score per framework',
    'FedRAMP authorised',
    'FedRAMP-authorized',
    'a GDPR-safe region',
    'ITAR-compliant',
    'NIST-approved',
    'SR 11-7 compliant',
    'No PHI is sent',
    'data is redacted',
    'no data leaves the US',
    'all calls are covered',
    'ZDR is active',
    'BAA in place',
    'the BAA is in force',
    'Control AU-3 is satisfied.',
    'The control is met',
    'five fields required by HIPAA',
    'approved by Anthropic',
  ])('forbid %j', (text) => {
    expect(claimIn(text)).toBeDefined();
  });

  it.each([
    'claude-compliance/hipaa',
    'supports 164.312(b)',
    '18 of 20 resolvable call sites, 2 unknown',
    'No finding of this rule in the files linted at this commit.',
    'Declared, not checked.',
    'It never says that anyone complies.',
    'FedRAMP Certification, classes A to D',
    'an unmet condition of the loop',
    STANDING_SENTENCE,
  ])('allow %j', (text) => {
    expect(claimIn(text)).toBeUndefined();
  });

  it('say what to say instead', () => {
    for (const { instead } of FORBIDDEN_PHRASES) expect(instead).toMatch(/\.$/);
  });
});

// Every page; none of them quotes the phrases in order to explain them.
it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...pages])(
  '%s claims nothing',
  (path) => {
    expect(claimIn(readFileSync(new URL(path, root), 'utf8'))).toBeUndefined();
  },
);

it('the description of the package claims nothing', () => {
  const { description } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    readonly description: string;
  };
  expect(claimIn(description)).toBeUndefined();
});

describe.each(RULES)('%s', (_, { meta }) => {
  it.each([...Object.entries(meta.messages), ['description', meta.docs?.description ?? ''] as const])(
    'claims nothing in %s',
    (__, text) => {
      expect(claimIn(text)).toBeUndefined();
    },
  );

  it('claims nothing in its options', () => {
    expect(claimIn(JSON.stringify(meta.schema))).toBeUndefined();
  });
});

it.each(
  Object.entries({
    PACKS,
    PACK_PAGES,
    CONTROLS,
    FRAMEWORKS,
    GATE_CONTROLS,
    LINES,
    MEANS,
    REASONS,
    MOVED,
    FEATURES,
  }),
)('%s claims nothing', (_, data) => {
  expect(claimIn(JSON.stringify(data))).toBeUndefined();
});
