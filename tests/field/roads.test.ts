/**
 * Roads to Claude by how often they are taken, in spellings as people write them, and code that only looks like one: what eight
 * rules report, line by line.
 */
import { describe, expect, it } from 'vitest';
import { folderWith } from '../helpers/folders.ts';
import { lintFolder } from '../helpers/projects.ts';
import { AI_SDK_MODELS } from './roads/ai-sdk-models.ts';
import { ANTHROPIC } from './roads/anthropic.ts';
import { ASKED_LATER } from './roads/asked-later.ts';
import { FRAMEWORKS } from './roads/frameworks.ts';
import { HTTP_CLIENTS } from './roads/http-clients.ts';
import { KEYS } from './roads/keys.ts';
import { LOOK_ALIKES } from './roads/look-alikes.ts';
import { MORE } from './roads/more.ts';
import { OTHERS } from './roads/others.ts';
import { SPELLINGS } from './roads/spellings.ts';
import type { Road } from './roads/types.ts';

const SHORT: Readonly<Record<string, string>> = {
  'no-hardcoded-api-key': 'keys',
  'no-raw-prompt-logging': 'log',
  'no-zdr-ineligible-features': 'zdr',
  'require-approved-model': 'model',
  'require-approved-provider': 'provider',
  'require-audit-log': 'audit',
  'require-inference-geo': 'geo',
  'require-redaction': 'redact',
};

const rules = {
  ...Object.fromEntries(Object.keys(SHORT).map((name) => [name, true])),
  'require-approved-model': { models: ['claude-opus-5'] },
};

/** `line: rule`, as the code's own marks say it. */
function owed(code: string): string[] {
  return code.split('\n').flatMap((text, i) => {
    const [, marks = ''] = text.split('//! ');
    return marks
      .split(' ')
      .filter((mark) => mark !== '')
      .map((mark) => `${String(i + 1)}: ${mark}`);
  });
}

function reported({ code, commonjs = false, files = {} }: Road): string[] {
  const path = commonjs ? 'src/main.cjs' : 'src/main.ts';
  const text = code.replaceAll(/ *\/\/!.*/g, '');
  const packages = [code, ...Object.values(files)]
    .flatMap((each) => [...each.matchAll(/(?:from|require\(|import\()\s*['"]([^'"]+)['"]/g)])
    .map(([, specifier = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '');
  const root = folderWith({
    'package.json': {
      name: 'service',
      version: '1.0.0',
      dependencies: Object.fromEntries(
        packages.filter((name) => /^[@a-z]/.test(name)).map((name) => [name, '*']),
      ),
      'claude-compliance': { zdr: true },
    },
    ...files,
    [path]: text,
  });
  const reports = lintFolder(root, { [path]: text }, { rules })[path] ?? [];
  const lines = reports.map((report) => {
    const [line = '', rule = ''] = report.split(' ');
    return `${line}: ${SHORT[rule] ?? rule}`;
  });
  return [...new Set(lines)].sort();
}

describe.each([
  ['anthropic', ANTHROPIC],
  ['AI SDK models', AI_SDK_MODELS],
  ['HTTP clients', HTTP_CLIENTS],
  ['frameworks', FRAMEWORKS],
  ['others', OTHERS],
  ['asked later', ASKED_LATER],
  ['keys', KEYS],
  ['more', MORE],
  ['spellings', SPELLINGS],
  ['look-alikes', LOOK_ALIKES],
])('roads: %s', (_, roads) => {
  it.each(roads)('$name', (road) => {
    expect(reported(road)).toEqual(owed(road.code).sort());
  });
});
