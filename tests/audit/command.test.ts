/**
 * The program itself, as a process of its own: what it prints, writes and returns. Needs the built package.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/audit/read.ts';
import type { Evidence } from '../../src/audit/model.ts';
import { gitIn, repositoryWith } from '../helpers/audits.ts';
import { folderWith, write } from '../helpers/folders.ts';
import { LETTERS, lettersWith } from '../helpers/letters.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(cwd: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', DEBUG: 'claude-compliance' },
  });
  return { code: status, out: stdout, err: stderr };
}

function evidenceIn(folder: string): Evidence {
  const reading = readEvidence(readFileSync(join(folder, 'evidence.json'), 'utf8'));
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.evidence;
}

const AUDIT = ['audit', '--pack', 'hipaa', '--as-of', '2026-11-29', '--out', 'out'];
/** Without the finding that every project under this pack has: no list of models. */
const GDPR = ['--pack', 'recommended', '--as-of', '2026-11-29'];

describe('audit', () => {
  it('writes every format, and returns 1 for findings', () => {
    const folder = repositoryWith(LETTERS);
    const { code, out, err } = run(folder, ...AUDIT);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('1 call site in 1 package');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      [
        'SHA256SUMS comment.md controls.csv diagram.mmd diagram.svg evidence.html evidence.json findings.sarif full.sarif',
        'hdf.json oscal-assessment-results.json processors.csv sites.csv statement.intoto.json',
      ]
        .join(' ')
        .split(' '),
    );
    expect(evidenceIn(join(folder, 'out')).provenance.command).toEqual(AUDIT);
  });

  it('returns 0 where nothing is found, and where there is nothing to find', () => {
    expect(run(folderWith(LETTERS), 'audit', ...GDPR, '--out', 'out').code).toBe(0);
    const empty = folderWith({ 'package.json': {}, 'src/a.js': 'export const a = 1;\n' });
    expect(run(empty, ...AUDIT).code).toBe(0);
    expect(run(empty, ...AUDIT, '--require-call-sites').code).toBe(3);
  });

  it('returns 4 for what it could not read, unless there are findings', () => {
    const broken = {
      ...LETTERS,
      'src/broken.ts': "import Anthropic from '@anthropic-ai/sdk';\nconst = 1;\n",
    };
    const folder = folderWith(broken);
    expect(run(folder, 'audit', ...GDPR, '--out', 'out').code).toBe(4);
    expect(evidenceIn(join(folder, 'out'))).toMatchObject({
      provenance: { completeness: 'incomplete' },
      scope: { unparsed: [{ file: 'src/broken.ts', line: 2 }] },
    });
    expect(run(folder, ...AUDIT).code).toBe(1);
  });

  it.each([
    [['audit'], '--out DIR'],
    [['audit', '--out', 'x'], '--pack'],
    [['audit', '--out', 'x', '--pack', 'hippa'], 'Did you mean hipaa?'],
    [['audit', '--out', 'x', '--pak', 'hipaa'], 'Did you mean --pack?'],
    [['audit', '--out', 'x', '--pack', 'hipaa', '--as-of', '2026-02-31'], 'a day of the calendar'],
    [['audit', 'nowhere', '--out', 'x', '--pack', 'hipaa'], 'does not exist'],
    [['audit', '--out', 'x', '--pack', 'hipaa', '--format', 'xml'], '--format takes'],
    [['chek'], 'Did you mean check?'],
    [['check', '--pack', 'hipaa', '--changed-since', 'v1'], 'needs git'],
    [['explain', 'require-audit-logs'], 'Did you mean require-audit-log?'],
    [['diff', 'a.json'], 'two files'],
  ])('%j is refused with a hint', (args, hint) => {
    const { code, out, err } = run(folderWith(LETTERS), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });

  it('loses nothing where it may not write', () => {
    const folder = folderWith({ ...LETTERS, file: 'in the way' });
    const { code, err, out } = run(folder, 'audit', ...GDPR, '--out', 'file/out');
    expect(code).toBe(4);
    expect(err).toContain('cannot be written to: a file stands in its place');
    const [, other = ''] = /files in (\S+)/.exec(out) ?? [];
    expect(evidenceIn(other).callSites).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder is read-only', () => {
    const folder = folderWith(LETTERS);
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o500);
    expect(run(folder, 'audit', ...GDPR, '--out', 'out').err).toContain('no right to write there');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves a partial report, marked so, on %s',
    async (signal) => {
      const many = Object.fromEntries(
        Array.from({ length: 1500 }, (_, i) => [
          `src/more/m${String(i)}.ts`,
          LETTERS['src/llm/send.ts'] ?? '',
        ]),
      );
      const folder = folderWith({ ...LETTERS, ...many });
      const child = spawn(process.execPath, [CLI, ...AUDIT], { cwd: folder });
      setTimeout(() => child.kill(signal), 4000);
      const code = await new Promise((resolve) => child.on('exit', resolve));
      if (code === 1) return; // A machine that is faster than the signal.
      expect(code).toBe(130);
      expect(readdirSync(join(folder, 'out'))).toEqual(['evidence.partial.json']);
      const partial = JSON.parse(readFileSync(join(folder, 'out/evidence.partial.json'), 'utf8')) as Evidence;
      expect(partial.provenance.completeness).toBe('interrupted');
    },
    60_000,
  );
});

describe('check', () => {
  it('groups by call site, and says what one change would mend', () => {
    const route = LETTERS['src/api/letters.ts'] ?? '';
    const folder = repositoryWith({
      ...lettersWith(
        ['src/llm/send.ts', 'prompt: string, userId: string', 'prompt: string, userId: string, geo: string'],
        ['src/llm/send.ts', 'inference_geo: GEO', 'inference_geo: geo'],
        ['src/api/letters.ts', 'request.user.id)', "request.user.id, 'global')"],
      ),
      'src/api/notes.ts': route.replace('request.user.id)', "request.user.id, 'global')"),
    });
    const { code, out } = run(folder, 'check', '--pack', 'hipaa', '--as-of', '2026-11-29');
    expect(code).toBe(1);
    expect(out).toContain('src/llm/send.ts:9 sendToClaude (client.messages.create)');
    expect(out).toContain('src/api/letters.ts:6');
    expect(out).toContain('require-inference-geo');
    expect(out).toContain('a change of `sendToClaude` in src/llm/send.ts would mend');
    expect(out).toMatch(/^1 call site in 1 package: /m);
  });

  it('looks at what concerns changed files alone', () => {
    const folder = repositoryWith(lettersWith(['src/llm/settings.ts', "'us'", "'global'"]));
    const since = ['check', '--pack', 'hipaa', '--changed-since', 'HEAD'];
    expect(run(folder, ...since).code).toBe(0);
    write(join(folder, 'src/api/health.ts'), 'export const GET = () => Response.json({ ok: 1 });\n');
    expect(run(folder, ...since).code).toBe(0);
    // The value of the geography is written there.
    write(
      join(folder, 'src/llm/settings.ts'),
      "export const GEO = 'eu';\nexport const MODEL = 'claude-opus-4-6';\n",
    );
    const { code, out } = run(folder, ...since);
    expect(code).toBe(1);
    expect(out).toContain('require-inference-geo');
  });

  it('fails on what is asked for', () => {
    const folder = folderWith(
      lettersWith(['src/privacy/names.ts', "text.replace(/[A-Z][a-z]+ [A-Z][a-z]+/g, '[NAME]')", 'text']),
    );
    expect(run(folder, 'check', '--pack', 'hipaa', '--fail-on', 'never').code).toBe(0);
    expect(run(folder, 'check', '--pack', 'hipaa', '--certain').code).toBe(1);
  });
});

describe('with the project’s own configuration', () => {
  it('lists how it deviates', () => {
    const plugin = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
    const parser = fileURLToPath(
      new URL('../../node_modules/@typescript-eslint/parser/dist/index.js', import.meta.url),
    );
    const folder = repositoryWith({
      ...LETTERS,
      'src/generated/ask.ts': LETTERS['src/llm/send.ts'] ?? '',
      'eslint.config.js': `import plugin from ${JSON.stringify(plugin)};
import parser from ${JSON.stringify(parser)};
export default [
  { ignores: ['src/generated/**'] },
  { files: ['**/*.ts'], languageOptions: { parser } },
  ...plugin.configs.hipaa,
  {
    rules: {
      'claude-compliance/require-redaction': 'off',
      'claude-compliance/require-audit-log': 'warn',
      'claude-compliance/require-inference-geo': ['error', { allowed: ['us', 'global'] }],
      'claude-compliance/require-approved-model': ['error', { models: ['claude-opus-4-6'], unverifiable: 'report' }],
    },
    settings: { 'claude-compliance': { redactors: { anything: true } } },
  },
];
`,
    });
    const { code, err } = run(folder, ...AUDIT, '--config');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const evidence = evidenceIn(join(folder, 'out'));
    const site = evidence.callSites[0];
    expect(site?.results['require-redaction']).toEqual({ state: 'not-run', why: 'off' });
    expect(evidence.provenance.config).toMatchObject({ source: 'project', file: 'eslint.config.js' });
    expect(evidence.deviations.map(({ kind, rule }) => `${kind} ${rule ?? ''}`.trim()).sort()).toEqual([
      'ignores',
      'options require-inference-geo',
      'rule-milder require-audit-log',
      'rule-off require-redaction',
      'setting',
    ]);
    expect(evidence.deviations[0]?.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(evidence.population.gaps).toContainEqual({
      kind: 'ignored',
      at: { file: 'src/generated/ask.ts' },
    });
  });
});

describe('check --config', () => {
  const plugin = new URL('../../dist/index.js', import.meta.url).href;
  const parser = import.meta.resolve('@typescript-eslint/parser');
  const config = (files: string, more = ''): string => `
import plugin from ${JSON.stringify(plugin)};
import parser from ${JSON.stringify(parser)};
export default [
  ${more}
  { files: [${JSON.stringify(files)}], languageOptions: { parser } },
  ...plugin.configs.recommended,
];
`;
  const ASK = `import Anthropic from '@anthropic-ai/sdk';\nexport const ask = (messages: Anthropic.MessageParam[]) =>\n  new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });\n`;
  const checked = (files: Readonly<Record<string, string>>): Ran =>
    run(
      folderWith({ 'package.json': '{ "name": "acme", "private": true, "type": "module" }', ...files }),
      'check',
      '--pack',
      'recommended',
      '--config',
    );

  it('returns 0 where everything that mentions Claude is linted', () => {
    const { code, out } = checked({ 'eslint.config.js': config('**/*.ts'), 'src/ask.ts': ASK });
    expect({ code, out: out.trim() }).toMatchObject({ code: 0 });
    expect(out).not.toContain('does not lint it');
  });

  it.each([
    ['no config takes in', { 'eslint.config.js': config('**/*.mts'), 'src/ask.ts': ASK }],
    [
      'the project ignores',
      { 'eslint.config.js': config('**/*.ts', `{ ignores: ['src/**'] },`), 'src/ask.ts': ASK },
    ],
  ])('returns 4, and names the file that %s', (_, files) => {
    const { code, out } = checked(files);
    expect(code).toBe(4);
    expect(out).toContain('src/ask.ts: mentions Claude, and ESLint does not lint it');
  });

  it('does not ask for what is linted by nobody and mentions nothing', () => {
    const { code } = checked({
      'eslint.config.js': config('**/*.mts'),
      'src/other.ts': 'export const a: number = 1;\n',
    });
    expect(code).toBe(0);
  });

  it('returns 1 where there are findings as well', () => {
    const { code, out } = checked({
      'eslint.config.js': config('**/*.ts', `{ ignores: ['src/ask.ts'] },`),
      'src/ask.ts': ASK,
      'src/page.ts': `import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic({ dangerouslyAllowBrowser: true });\n`,
    });
    expect(code).toBe(1);
    expect(out).toContain('src/ask.ts: mentions Claude, and ESLint does not lint it');
  });
});

describe('the other commands', () => {
  it('waivers: the register', () => {
    const folder = folderWith({
      ...lettersWith(['src/llm/send.ts', '      inference_geo: GEO,\n', '']),
      'claude-compliance.waivers.json': '{ "waivers": [] }',
    });
    expect(run(folder, 'waivers', '--pack', 'hipaa')).toMatchObject({ code: 0, out: 'No waivers.\n' });
    const comment =
      '// eslint-disable-next-line claude-compliance/require-inference-geo -- owner: a; ref: b; until: 2026-11-01; reason: the workspace default is us';
    write(
      join(folder, 'src/llm/send.ts'),
      (LETTERS['src/llm/send.ts'] ?? '')
        .replace('      inference_geo: GEO,\n', '')
        .replace('    const message', `    ${comment}\n    const message`),
    );
    const { code, out } = run(
      folder,
      'waivers',
      '--pack',
      'hipaa',
      '--as-of',
      '2026-11-29',
      '--ending',
      '30d',
    );
    expect(code).toBe(1);
    expect(out).toContain('src/llm/send.ts:9 require-inference-geo: ended: the finding is back');
    expect(run(folder, 'waivers', '--pack', 'hipaa', '--format', 'csv').out).toContain('id,state,rule');
  });

  it('diff and fleet: over evidence that was written', () => {
    const folder = repositoryWith(LETTERS);
    run(folder, ...AUDIT);
    write(
      join(folder, 'src/llm/settings.ts'),
      "export const GEO = 'global';\nexport const MODEL = 'claude-opus-4-6';\n",
    );
    gitIn(folder, 'commit', '-q', '-a', '-m', 'change');
    run(folder, 'audit', '--pack', 'hipaa', '--as-of', '2026-11-29', '--out', 'later');
    const changed = run(folder, 'diff', 'out/evidence.json', 'later/evidence.json', '--fail-on-change');
    expect(changed.code).toBe(1);
    expect(changed.out).toMatch(/place \| us \| global/);
    writeFileSync(join(folder, 'bad.json'), '{');
    const fleet = run(folder, 'fleet', 'later/evidence.json', 'bad.json', '--out', 'fleet');
    expect(fleet.code).toBe(0);
    expect(fleet.out).toContain('1 repository, 1 call site');
    expect(existsSync(join(folder, 'fleet/fleet.html'))).toBe(true);
  });

  it('explain: rules, messages, features and controls', () => {
    const folder = folderWith({});
    for (const asked of ['require-audit-log', 'require-audit-log/missing', 'messages', '164.312(b)'])
      expect(run(folder, 'explain', asked)).toMatchObject({ code: 0, err: '' });
  });

  it('init: prints, and writes only what is not there', () => {
    const folder = folderWith({ 'package.json': {} });
    expect(run(folder, 'init', '--pack', 'hipaa').out).toContain('...claudeCompliance.configs["hipaa"]');
    expect(readdirSync(folder)).toEqual(['package.json']);
    expect(run(folder, 'init', '--pack', 'hipaa', '--write').out).toContain('Wrote eslint.config.js');
    const before = readFileSync(join(folder, 'eslint.config.js'), 'utf8');
    expect(run(folder, 'init', '--pack', 'gov', '--write').out).toContain('was left as it is');
    expect(readFileSync(join(folder, 'eslint.config.js'), 'utf8')).toBe(before);
  });

  it('instructions: the rules in force', () => {
    const { code, out } = run(folderWith({}), 'instructions', '--pack', 'hipaa');
    expect(code).toBe(0);
    expect(out).toContain('`inference_geo` is one of `us`.');
    expect(out).toContain('npx claude-compliance check --pack hipaa');
  });

  it('help: of everything', () => {
    const folder = folderWith({});
    expect(run(folder, '--help')).toMatchObject({ code: 0 });
    for (const name of ['audit', 'check', 'fleet', 'waivers', 'diff', 'explain', 'init', 'instructions'])
      expect(run(folder, name, '--help').out).toContain(`Usage: claude-compliance ${name}`);
  });
});

describe('what a run meets', () => {
  it('writes the same into a folder of the repository again', () => {
    const folder = repositoryWith(LETTERS);
    run(folder, ...AUDIT);
    const first = readFileSync(join(folder, 'out', 'SHA256SUMS'), 'utf8');
    expect(evidenceIn(join(folder, 'out')).provenance.dirty).toBe(false);
    run(folder, ...AUDIT);
    expect(readFileSync(join(folder, 'out', 'SHA256SUMS'), 'utf8')).toBe(first);
  });

  it('lists a comment that turns every rule off where it would hide a finding', () => {
    const folder = repositoryWith(
      lettersWith(
        ['src/llm/send.ts', '      inference_geo: GEO,\n', ''],
        ['src/llm/send.ts', 'import', '/* eslint-disable */\nimport'],
        ['src/llm/settings.ts', 'export', '/* eslint-disable */\nexport'],
      ),
    );
    run(folder, ...AUDIT);
    const { deviations } = evidenceIn(join(folder, 'out'));
    expect(deviations).toMatchObject([{ kind: 'inline', at: { file: 'src/llm/send.ts', line: 1 } }]);
    expect(deviations[0]).not.toHaveProperty('rule');
  });

  it('says why where nothing can be written anywhere', () => {
    const folder = repositoryWith({ ...LETTERS, 'a.txt': '' });
    const { status, stderr } = spawnSync(process.execPath, [CLI, ...AUDIT.slice(0, -1), 'a.txt'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: join(folder, 'a.txt') },
    });
    expect(status).toBe(4);
    expect(stderr).toContain('Neither can a temporary folder');
  });

  it('says that a configuration cannot be used', () => {
    const folder = repositoryWith({ ...LETTERS, 'eslint.config.js': 'export default [ {' });
    const { code, err } = run(folder, ...AUDIT, '--config');
    expect(code).toBe(2);
    expect(err).toMatch(/ESLint configuration cannot be used: /);
  });

  it('says why there is no commit', () => {
    const audit = (folder: string, env: Readonly<Record<string, string>> = {}): string =>
      spawnSync(process.execPath, [CLI, ...AUDIT], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      }).stdout;
    const folder = folderWith(LETTERS);
    expect(audit(folder)).toContain('The folder lies in no repository.');
    expect(audit(folder, { PATH: '' })).toContain('git is not installed');
    gitIn(folder, 'init', '-q');
    expect(audit(folder)).toContain('The repository has no commit yet.');
    if (process.getuid?.() !== 0) return;
    for (const path of [folder, join(folder, '.git')]) chownSync(path, 1234, 1234);
    expect(audit(folder, { HOME: folder })).toContain('git config --global --add safe.directory');
  });

  it('prints what it can, and says what it cannot', () => {
    const folder = folderWith(LETTERS);
    const { code, err } = run(folder, ...AUDIT, '--format', 'json', '--pdf');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('add html') as string });
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/evidence.pdf'), 'of an earlier run');
    const { stderr } = spawnSync(process.execPath, [CLI, ...AUDIT, '--pdf'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: join(folder, 'nowhere') },
    });
    expect(stderr).toContain('CHROME_PATH names no program');
    expect(existsSync(join(folder, 'out/evidence.pdf'))).toBe(false);
  });

  it.each([
    ['with git', repositoryWith],
    ['without', folderWith],
  ])('lists a file whose name is in another encoding, %s', (_, made) => {
    const folder = made(LETTERS);
    const name = Buffer.concat([
      Buffer.from(`${folder}/src/bad`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.ts'),
    ]);
    try {
      writeFileSync(name, "import Anthropic from '@anthropic-ai/sdk';\n");
    } catch {
      return; // Not every file system takes such a name.
    }
    expect([1, 4]).toContain(run(folder, ...AUDIT).code);
    const { scope, provenance } = evidenceIn(join(folder, 'out'));
    expect(scope.unreadable).toHaveLength(1);
    expect(provenance.completeness).toBe('incomplete');
  });

  it('is not ended by whoever reads only the beginning', () => {
    const folder = repositoryWith(lettersWith(['src/llm/send.ts', '      inference_geo: GEO,\n', '']));
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${CLI}" check --pack hipaa | true`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('EPIPE');
  });
});
