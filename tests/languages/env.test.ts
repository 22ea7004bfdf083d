import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { EnvSourceCode, env, parseEnv } from '../../src/languages/env.ts';
import { API_KEY, OPAQUE } from '../helpers/credentials.ts';

const pairs = (text: string): (readonly [string, string])[] =>
  parseEnv(text).body.map(({ key, value }) => [key, value]);

describe('parseEnv', () => {
  it.each<[what: string, text: string, expected: (readonly [string, string])[]]>([
    ['nothing', '', []],
    ['a pair', 'A=1', [['A', '1']]],
    [
      'several, with other line ends',
      'A=1\r\nB=2\r\n',
      [
        ['A', '1'],
        ['B', '2'],
      ],
    ],
    ['export', 'export A=1', [['A', '1']]],
    ['spaces', '  A = 1  ', [['A', '1']]],
    [
      'an empty value',
      'A=\nB=2',
      [
        ['A', ''],
        ['B', '2'],
      ],
    ],
    [
      'quotes',
      `A="1 2"\nB='3 # 4'`,
      [
        ['A', '1 2'],
        ['B', '3 # 4'],
      ],
    ],
    [
      'a value over lines',
      'A="1\n2"\nB=3',
      [
        ['A', '1\n2'],
        ['B', '3'],
      ],
    ],
    ['a comment after a value', 'A=1 # one', [['A', '1']]],
    ['a hash in a value', 'A=1#one', [['A', '1#one']]],
    ['comments', '# A=1\nB=2', [['B', '2']]],
    ['other lines', 'what is this\nA=1', [['A', '1']]],
    [
      'an open quote',
      'A="1\nB=2',
      [
        ['A', '"1'],
        ['B', '2'],
      ],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it('knows where everything stands', () => {
    const { body, comments, loc } = parseEnv('# one\n  A=1 # two\n');
    expect(body[0]).toMatchObject({
      range: [8, 11],
      loc: { start: { line: 2, column: 2 }, end: { line: 2, column: 5 } },
    });
    expect(comments.map(({ value, range }) => [value, range])).toEqual([
      [' one', [0, 5]],
      [' two', [12, 17]],
    ]);
    expect(loc).toEqual({ start: { line: 1, column: 0 }, end: { line: 3, column: 0 } });
  });

  it('ends, whatever the text', () => {
    for (const text of [
      '\n'.repeat(5000),
      '='.repeat(5000),
      'A="'.repeat(2000),
      '#'.repeat(5000),
      '\u0000\r\r\n"\'`=#',
    ]) {
      expect(() => parseEnv(text)).not.toThrow();
    }
  });
});

describe('the language', () => {
  it('has no options', () => {
    expect(() => {
      env.validateLanguageOptions({});
    }).not.toThrow();
    expect(() => {
      env.validateLanguageOptions({ ecmaVersion: 5 });
    }).toThrow('"ecmaVersion"');
  });

  it('answers what ESLint and rules ask of a source', () => {
    const text = '# one\nA=1\n';
    const source = new EnvSourceCode(text, parseEnv(text), false);
    const [pair] = source.ast.body;
    if (!pair) throw new Error('no pair');
    expect(source.getText(pair, 1, 1)).toBe('\nA=1\n');
    expect(source.getText()).toBe(text);
    expect(source.lines).toEqual(['# one', 'A=1', '']);
    expect(source.getIndexFromLoc(source.getLocFromIndex(8))).toBe(8);
    expect(source.getParent(pair)).toBe(source.ast);
    expect(source.getAncestors(pair)).toEqual([source.ast]);
    expect([...source.traverse()].map(({ target, phase }) => `${target.type} ${String(phase)}`)).toEqual([
      'EnvFile 1',
      'EnvComment 1',
      'EnvComment 2',
      'EnvPair 1',
      'EnvPair 2',
      'EnvFile 2',
    ]);
  });
});

const RULE = 'claude-compliance/no-hardcoded-api-key';
const lint = (text: string, options: object = {}, linterOptions: Linter.LinterOptions = {}): string[] =>
  new Linter()
    .verify(
      text,
      [
        plugin.configs['credentials-everywhere'],
        { files: ['**/.env'], linterOptions, rules: { [RULE]: ['error', options] } },
      ],
      { filename: '.env' },
    )
    .map(
      ({ line, column, messageId, message }) => `${String(line)}:${String(column)} ${messageId ?? message}`,
    );

describe('the rule in .env', () => {
  const line = `ANTHROPIC_API_KEY=${API_KEY}`;

  it('finds a credential by its shape or its name', () => {
    expect(lint(`PORT=1\n${line}\nANTHROPIC_FOUNDRY_API_KEY=${OPAQUE}\n`)).toEqual([
      '2:19 key',
      '3:27 given',
    ]);
    expect(lint(`export ANTHROPIC_API_KEY="${API_KEY}"`)).toEqual(['1:27 key']);
    expect(lint(`CLAUDE_CODE_OAUTH_TOKEN='${OPAQUE}'`)).toEqual(['1:26 given']);
  });

  it('is silent on everything else', () => {
    expect(
      lint(
        'ANTHROPIC_API_KEY=\nANTHROPIC_AUTH_TOKEN=your-token\nANTHROPIC_API_KEY=sk-ant-...\nANTHROPIC_API_KEY=${OTHER}\nANTHROPIC_API_KEY="<key>"\nOPENAI_API_KEY=sk-proj-a8Kd93jdkDKjdk39\nANTHROPIC_MODEL=claude-opus-5\n',
      ),
    ).toEqual([]);
  });

  it('finds whole keys in comments, and more when it is told to', () => {
    expect(lint(`# ${line}`)).toEqual(['1:21 key']);
    expect(lint(`A=1 # ${API_KEY}`)).toEqual(['1:7 key']);
    expect(lint(`# ANTHROPIC_API_KEY=${OPAQUE}`)).toEqual([]);
    expect(lint(`# ANTHROPIC_API_KEY=${OPAQUE}`, { comments: true })).toEqual(['1:21 given']);
  });

  it('is turned off by comments', () => {
    expect(lint(`# eslint-disable-next-line ${RULE}\n${line}\n${line}`)).toEqual(['3:19 key']);
    expect(lint(`# eslint-disable-next-line ${RULE} -- a key of the sandbox\n${line}`)).toEqual([]);
    expect(lint(`# eslint-disable ${RULE}\n${line}\n# eslint-enable ${RULE}\n${line}`)).toEqual(['4:19 key']);
    expect(lint(`# eslint-disable\n${line}`)).toEqual([]);
    expect(lint(`${line} # eslint-disable-line ${RULE}`)).toEqual([]);
    expect(lint(`# eslint-disable-next-line other/rule\n${line}`)).toContain('2:19 key');
  });

  it('says when such a comment does nothing', () => {
    expect(
      lint(`# eslint-disable-next-line ${RULE}\nA=1`, {}, { reportUnusedDisableDirectives: 'error' }),
    ).toHaveLength(1);
    expect(lint(`# eslint-disable-next-line ${RULE}\n${line}`, {}, { noInlineConfig: true })).toContain(
      '2:19 key',
    );
  });
});
