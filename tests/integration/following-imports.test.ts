/**
 * The laws of following imports that hold of every program: what is known stays known, and reports stand in the linted file.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';
import type { Report } from '../helpers/projects.ts';

const RULES = {
  'require-inference-geo': true,
  'require-approved-model': { models: ['claude-sonnet-4-6'], unverifiable: 'report' },
  'require-approved-region': true,
  'require-approved-provider': { unverifiable: 'report' },
};
const CLIENT = `import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic();\n`;
const USE = `import { client } from './client.js';
import { GEO } from './settings.js';
export const ask = (messages) => client.messages.create({ model: 'claude-opus-5', max_tokens: 5, messages, inference_geo: GEO });
export const told = (messages) => client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 5, messages, inference_geo: 'global' });
`;

/** Modules behind an import that cannot be followed, or that say nothing. */
const CLOSED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  missing: {},
  broken: { 'src/settings.ts': 'export const = ;' },
  binary: { 'src/settings.ts': 'MZ\0\0\0' },
  huge: { 'src/settings.ts': `export const GEO = 'us';\n// ${'x'.repeat(600_000)}\n` },
  circular: {
    'src/settings.ts': `export { GEO } from './other.js';\n`,
    'src/other.ts': `export { GEO } from './settings.js';\n`,
  },
  'without the name': { 'src/settings.ts': 'export const PLACE = 1;\n' },
};

const isOpen = (line: string): boolean => line.endsWith(' unverifiable');
const known = (reports: Record<string, Report>): string[] =>
  (reports['src/use.ts'] ?? []).filter((line) => !isOpen(line));

describe('following imports', () => {
  it.each(Object.entries(CLOSED))(
    'takes a module that is %s for unknown, and for nothing else',
    (_, files) => {
      const project = { 'src/client.ts': CLIENT, 'src/use.ts': USE, ...files };
      const followed = lintFiles(project, { rules: RULES });
      const ignored = lintFiles(project, { rules: RULES, settings: { imports: 'ignore' } });
      expect(followed['src/use.ts']).toContain('3 require-inference-geo unverifiable');
      expect(known(followed)).toEqual(expect.arrayContaining(known(ignored)));
    },
  );

  it.each(['us', 'global'])('turns unknown into known (%s), and leaves the known as it is', (geo) => {
    const project = {
      'src/client.ts': CLIENT,
      'src/use.ts': USE,
      'src/settings.ts': `export const GEO = '${geo}';\n`,
    };
    const followed = lintFiles(project, { rules: RULES });
    const ignored = lintFiles(project, { rules: RULES, settings: { imports: 'ignore' } });
    expect(ignored['src/use.ts']).toContain('3 require-inference-geo unverifiable');
    expect(followed['src/use.ts']?.filter(isOpen)).toEqual([]);
    expect(known(followed)).toEqual(expect.arrayContaining(known(ignored)));
    expect(known(followed).includes('3 require-inference-geo notAllowed')).toBe(geo === 'global');
  });
});
