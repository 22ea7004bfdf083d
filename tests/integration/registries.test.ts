/**
 * Options that a module keeps in a map, or in a class that does, and hands out by a name: each of them is judged, and what the source
 * holds is no content.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = {
  'require-approved-model': { models: ['claude-sonnet-4-6'], unverifiable: 'report' },
  'require-redaction': { content: 'all' },
};
const SONNET = `{ model: 'claude-sonnet-4-6', max_tokens: 9, system: 'Sort.' }`;
const HAIKU = `{ model: 'claude-3-haiku-20240307', max_tokens: 9, system: 'Sort.' }`;

const lint = (profiles: string, more: Readonly<Record<string, string>> = {}, content = 'redact(note)') =>
  lintFiles(
    {
      'package.json': { name: 'app', type: 'module', dependencies: { '@anthropic-ai/sdk': '*' } },
      'src/profiles.ts': profiles,
      'src/ask.ts': `import Anthropic from '@anthropic-ai/sdk';
import { profiles } from './profiles.js';
const client = new Anthropic();
export async function ask(task: string, note: string) {
  return client.messages.create({ ...profiles.get(task), messages: [{ role: 'user', content: ${content} }] });
}
`,
      ...more,
    },
    { rules },
  );

const REGISTRY = `class Registry {
  readonly #all = new Map<string, Profile>();
  register(name: string, profile: Profile) { this.#all.set(name, profile); return this; }
  get(name: string): Profile { const found = this.#all.get(name); if (!found) throw new Error(name); return found; }
}
export const profiles = new Registry();
`;
const forms: [string, (profile: string) => string][] = [
  ['a map', (p) => `export const profiles = new Map([['triage', ${p}], ['letter', ${SONNET}]]);`],
  ['a map that is filled', (p) => `export const profiles = new Map();\nprofiles.set('triage', ${p});`],
  ['a class', (p) => `${REGISTRY}profiles.register('letter', ${SONNET}).register('triage', ${p});`],
  [
    'a class that is made of a map',
    (p) =>
      `class Registry { constructor(private readonly all: Map<string, Profile>) {} get(name: string) { return this.all.get(name)!; } }\nexport const profiles = new Registry(new Map([['triage', ${p}]]));`,
  ],
  [
    'a class around an object',
    (p) =>
      `class Registry { #all: Record<string, Profile> = {}; add(name: string, profile: Profile) { this.#all[name] = profile; } get(name: string) { return this.#all[name]; } }\nexport const profiles = new Registry();\nprofiles.add('triage', ${p});`,
  ],
];

describe('options that are kept under names', () => {
  it.each(forms)('are judged: %s', (_, profilesWith) => {
    expect(lint(profilesWith(SONNET))).toEqual({});
    expect(lint(profilesWith(HAIKU))).toEqual({ 'src/ask.ts': ['5 require-approved-model notApproved'] });
  });

  it('hide no content beside them', () => {
    for (const [, profilesWith] of forms)
      expect(lint(profilesWith(SONNET), {}, 'note')).toEqual({
        'src/ask.ts': ['5 require-redaction content'],
      });
  });

  it('are not all known where another module puts some there', () => {
    const setup = (name: string) =>
      `import { profiles } from './profiles.js';\nexport const setUp = (profile) => profiles.${name}('triage', profile);\n`;
    expect(
      lint(`${REGISTRY}profiles.register('letter', ${SONNET});`, { 'src/setup.ts': setup('register') }),
    ).toHaveProperty(['src/ask.ts'], expect.arrayContaining(['5 require-approved-model unverifiable']));
    expect(
      lint(`export const profiles = new Map();\nprofiles.set('letter', ${SONNET});`, {
        'src/setup.ts': setup('set'),
      }),
    ).toHaveProperty(['src/ask.ts'], expect.arrayContaining(['5 require-redaction content']));
  });
});
