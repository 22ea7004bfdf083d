/**
 * Small projects as engineers write them, each with the lines of its files that have to be reported: `//!` where something is wrong,
 * `//~` where it cannot be told. All others are silent.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly options: object | true;
  readonly files: Readonly<Record<string, string>>;
  /** `file:line`, with `~` where it cannot be told. */
  readonly expected: readonly string[];
}

const MARK = / ?\/\/([!~])$/;
const PACKAGES = [
  '@ai-sdk/anthropic',
  '@anthropic-ai/bedrock-sdk',
  '@anthropic-ai/sdk',
  '@aws-sdk/client-bedrock-runtime',
  '@langchain/anthropic',
  'ai',
];

/** `=== name | rule {options}`, and below it `--- file` with its text, for each file. */
function casesIn(text: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...files] = part.split(/^--- /m);
      const [name = '', rule = '', options] = /^(.*?) \| (\S+) ?(.*)/.exec(head)?.slice(1) ?? [];
      const texts = files.map((file) => file.trimEnd().split('\n'));
      const expected = texts.flatMap(([path, ...lines]) =>
        lines.flatMap((line, i) => {
          const mark = MARK.exec(line)?.[1];
          return mark ? [`${path ?? ''}:${String(i + 1)}${mark === '~' ? ' ~' : ''}`] : [];
        }),
      );
      return {
        name,
        rule,
        options: options ? (JSON.parse(options) as object) : true,
        files: Object.fromEntries(
          texts.map(([path = '', ...lines]) => [
            path,
            lines.map((line) => line.replace(MARK, '')).join('\n'),
          ]),
        ),
        expected: expected.sort(),
      };
    });
}

/** The ids of messages by which rules say that they cannot tell. */
const CANNOT_TELL = new Set(['require-redaction content', 'unverifiable']);

function reportsOf({ rule, options, files }: Case): readonly string[] {
  const project = {
    'package.json': {
      name: 'project',
      private: true,
      dependencies: Object.fromEntries(PACKAGES.map((each) => [each, '*'])),
    },
    ...files,
  };
  const found = Object.entries(lintFiles(project, { rules: { [rule]: options } })).flatMap(
    ([path, reports]) =>
      reports.map((report) => {
        const [line = '', name = '', id = ''] = report.split(' ');
        const isUnknown = CANNOT_TELL.has(id) || CANNOT_TELL.has(`${name} ${id}`);
        return `${path}:${line}${isUnknown ? ' ~' : ''}`;
      }),
  );
  // A line of which one thing is known to be wrong is marked so, whatever else is said of it.
  return [...new Set(found)]
    .filter((each) => !(each.endsWith(' ~') && found.includes(each.slice(0, -2))))
    .sort();
}

const folder = new URL('modules/', import.meta.url);

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = casesIn(readFileSync(new URL(file, folder), 'utf8'));

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    expect(reportsOf(each)).toEqual(each.expected);
  });
});
