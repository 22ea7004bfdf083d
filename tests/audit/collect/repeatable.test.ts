/**
 * The same commit, flags and day make the same bytes; and nothing of content, secrets or people is among them.
 */
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { filesOf } from '../../../src/audit/writers/index.ts';
import { auditFiles, auditOf, gitIn, repositoryWith } from '../../helpers/audits.ts';
import { API_KEY } from '../../helpers/credentials.ts';
import { folderWith } from '../../helpers/folders.ts';
import { LETTERS, lettersWith } from '../../helpers/letters.ts';

it('makes the same bytes again, and in another clone', async () => {
  const first = repositoryWith(LETTERS);
  const clone = join(folderWith({}), 'other-name');
  cpSync(first, clone, { recursive: true });
  for (const folder of [first, clone])
    gitIn(folder, 'remote', 'add', 'origin', 'https://user:hunter2@git.example.org/acme/letters.git');
  const one = filesOf(await auditOf(first));
  const again = filesOf(await auditOf(first));
  const other = filesOf(await auditOf(clone));
  expect([...again]).toEqual([...one]);
  expect([...other]).toEqual([...one]);
  expect(one.get('evidence.json')).toContain('https://git.example.org/acme/letters');
  expect(one.get('evidence.json')).not.toContain('hunter2');
  expect(one.get('evidence.json')).not.toContain(first);
});

it('makes the same bytes however many threads judge', async () => {
  const copies = ['a', 'b', 'c', 'd', 'e'].flatMap((name) =>
    Object.entries(LETTERS)
      .filter(([path]) => path.startsWith('src/'))
      .map(([path, text]) => [path.replace('src/', `src/${name}/`), text]),
  );
  const folder = repositoryWith({ ...LETTERS, ...(Object.fromEntries(copies) as Record<string, string>) });
  const program = pathToFileURL(join(process.cwd(), 'dist/cli.js'));
  const one = filesOf(await auditOf(folder));
  for (const count of [2, 3]) {
    const several = filesOf(await auditOf(folder, { threads: { program, count } }));
    expect([...several]).toEqual([...one]);
  }
});

it('judges itself what threads that end too early leave', async () => {
  const folder = repositoryWith(LETTERS);
  const program = pathToFileURL(join(folderWith({ 'ends.mjs': 'process.exit(1);' }), 'ends.mjs'));
  const one = filesOf(await auditOf(folder));
  expect([...filesOf(await auditOf(folder, { threads: { program, count: 2 } }))]).toEqual([...one]);
});

it('says which files were changed while it went on', async () => {
  const folder = repositoryWith(LETTERS);
  let looks = 0;
  const evidence = await auditOf(folder, {
    onProgress: () => {
      looks += 1;
      if (looks === 2) appendFileSync(join(folder, 'src/llm/send.ts'), '// later\n');
    },
  });
  expect(evidence.population.gaps).toContainEqual({ kind: 'changed', at: { file: 'src/llm/send.ts' } });
  expect(evidence.provenance.completeness).toBe('incomplete');
});

it('knows the state of git', async () => {
  const folder = repositoryWith(LETTERS);
  const clean = await auditOf(folder);
  expect(clean.provenance).toMatchObject({ dirty: false, branch: 'main', shallow: false });
  expect(clean.provenance.commit).toMatch(/^[0-9a-f]{40}$/);
  expect(clean.callSites[0]?.blob).toMatch(/^git:[0-9a-f]{40}$/);
  cpSync(join(folder, 'src/api/health.ts'), join(folder, 'src/api/ready.ts'));
  expect((await auditOf(folder)).provenance.dirty).toBe(true);
});

const CANARY = 'Canary Quetzal';
const PLANTED = `${CANARY} 555-12-3456`;

it('holds no content, no literal and no secret, wherever they stand', async () => {
  const files = lettersWith(
    [
      'src/llm/send.ts',
      'messages: [{',
      `system: '${PLANTED}', stop_sequences: ['${PLANTED}'], metadata: { user_id: '${PLANTED}' },
      tools: [{ name: 'x', description: '${PLANTED}', input_schema: { type: 'object', properties: { '${PLANTED}': { type: 'string', enum: ['${PLANTED}'] } } } }],
      messages: [{ role: 'assistant', content: \`${PLANTED} \${userId}\` }, {`,
    ],
    ['src/llm/send.ts', 'inference_geo: GEO', `inference_geo: '${PLANTED}'`],
    ['src/llm/settings.ts', "'claude-opus-4-6'", `'claude ${PLANTED}'`],
    [
      'src/llm/client.ts',
      'timeout: 60_000',
      `apiKey: '${API_KEY}', baseURL: 'https://user:${CANARY.replace(' ', '')}@llm.example.org/${CANARY.replace(' ', '')}?k=${CANARY.replace(' ', '')}', defaultHeaders: { 'x-label': '${PLANTED}' }`,
    ],
    [
      'src/api/letters.ts',
      'redactNames(body.notes)',
      `body.notes + '${PLANTED}' + (${JSON.stringify({ [PLANTED]: PLANTED })})['${PLANTED}']`,
    ],
    [
      'src/api/letters.ts',
      'return Response',
      `// ${PLANTED}\n  console.log('${PLANTED}', text);\n  return Response`,
    ],
  );
  const evidence = await auditFiles({
    ...files,
    'src/more.ts': `import { client } from './llm/client.ts';
export const ask = (make: (text: string) => typeof client) =>
  make('${PLANTED}').messages.create({ model: '${PLANTED}', max_tokens: 1, messages: [{ role: 'user', content: '${PLANTED}' }] });
// eslint-disable-next-line no-console -- ${PLANTED}
console.log(process.env['${PLANTED}']);
export const table = { '${PLANTED}'() { return client.messages.create({ model: 'claude-opus-4-6', max_tokens: 1, messages: [] }); } };
`,
    'tools/classify.py': `import anthropic\nPROMPT = '${PLANTED}'\n`,
    '.env': `ANTHROPIC_API_KEY=${API_KEY}\nNOTE=${PLANTED}\n`,
  });
  expect(evidence.callSites.length).toBeGreaterThan(1);
  expect(evidence.findings.map(({ rule }) => rule)).toContain('no-hardcoded-api-key');
  expect(evidence.population.gaps).toContainEqual({
    kind: 'other-language',
    at: { file: 'tools/classify.py' },
    name: 'Python',
  });
  for (const [name, text] of filesOf(evidence)) {
    expect(text.includes('Quetzal'), name).toBe(false);
    expect(text.includes(API_KEY), name).toBe(false);
    expect(text.includes('555-12'), name).toBe(false);
  }
});
