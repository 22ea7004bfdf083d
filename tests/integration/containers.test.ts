/**
 * What containers hand in: clients and services that are bound under a token, by a name or by a class.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const manifest = (container: string) => ({
  name: 'project',
  type: 'module',
  dependencies: { '@anthropic-ai/vertex-sdk': '^1.0.0', [container]: '^1.0.0' },
});
const MAKE = (region: string) => `new AnthropicVertex({ projectId: 'p', region: '${region}' })`;
const SDK = `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\n`;
const ASK = `ask(text: string) { return this.claude.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: text }] }); }`;
const region = { rules: { 'require-approved-region': { regions: ['us'], unverifiable: 'report' } } };

/** One way of one container: the package, and the files for a region. */
type Way = readonly [name: string, container: string, files: (region: string) => Record<string, string>];

const TOKENS = `export const CLAUDE = Symbol('claude');\nexport const TYPES = { Claude: Symbol.for('Claude') };\n`;
const nest =
  (inject: string, provider: (region: string) => string): Way[2] =>
  (where) => ({
    'src/tokens.ts': TOKENS,
    'src/module.ts': `${SDK}import { Module } from '@nestjs/common';
import { CLAUDE } from './tokens.js'; import { Service } from './service.js';
const makeClaude = () => ${MAKE(where)};
@Module({ providers: [${provider(where)}, Service] })
export class AppModule {}
`,
    'src/service.ts': `import type { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { Inject, Injectable } from '@nestjs/common';
import { CLAUDE } from './tokens.js';
@Injectable()
export class Service { ${inject} ${ASK} }
`,
  });
const INTO_CONSTRUCTOR = 'constructor(@Inject(CLAUDE) private readonly claude: AnthropicVertex) {}';
const container =
  (bind: (region: string) => string, inject: string): Way[2] =>
  (where) => ({
    'src/tokens.ts': TOKENS,
    'src/container.ts': `${SDK}import { Container, container } from 'di';
import { TYPES } from './tokens.js';
const settings = { region: '${where}' };
const makeClaude = () => ${MAKE(where)};
${bind(where)}
`,
    'src/service.ts': `import type { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { inject, injectable } from 'di';
import { TYPES } from './tokens.js';
@injectable()
export class Service { ${inject} ${ASK} }
`,
  });
const BY_TYPE = 'constructor(@inject(TYPES.Claude) private readonly claude: AnthropicVertex) {}';
const CRADLE =
  'private readonly claude; constructor({ claude }: { claude: AnthropicVertex }) { this.claude = claude; }';

const WAYS: readonly Way[] = [
  [
    'a factory of NestJS',
    '@nestjs/common',
    nest(INTO_CONSTRUCTOR, (r) => `{ provide: CLAUDE, useFactory: () => ${MAKE(r)} }`),
  ],
  [
    'a factory of NestJS by its name',
    '@nestjs/common',
    nest(INTO_CONSTRUCTOR, () => `{ provide: CLAUDE, useFactory: makeClaude }`),
  ],
  [
    'a value of NestJS',
    '@nestjs/common',
    nest(INTO_CONSTRUCTOR, (r) => `{ provide: CLAUDE, useValue: ${MAKE(r)} }`),
  ],
  [
    'a field of NestJS',
    '@nestjs/common',
    nest(
      '@Inject(CLAUDE) private readonly claude: AnthropicVertex;',
      (r) => `{ provide: CLAUDE, useValue: ${MAKE(r)} }`,
    ),
  ],
  [
    'an alias of NestJS',
    '@nestjs/common',
    nest(
      INTO_CONSTRUCTOR,
      (r) => `{ provide: 'VERTEX', useValue: ${MAKE(r)} }, { provide: CLAUDE, useExisting: 'VERTEX' }`,
    ),
  ],
  [
    'a text as the token',
    '@nestjs/common',
    nest(
      "constructor(@Inject('claude') private readonly claude: AnthropicVertex) {}",
      (r) => `{ provide: 'claude', useFactory: () => ${MAKE(r)} }`,
    ),
  ],
  [
    'a factory that is handed another',
    '@nestjs/common',
    nest(
      INTO_CONSTRUCTOR,
      (r) =>
        `{ provide: 'REGION', useValue: '${r}' }, { provide: CLAUDE, inject: ['REGION'], useFactory: (region) => new AnthropicVertex({ projectId: 'p', region }) }`,
    ),
  ],
  [
    'a constant of Inversify',
    'inversify',
    container((r) => `container.bind<AnthropicVertex>(TYPES.Claude).toConstantValue(${MAKE(r)});`, BY_TYPE),
  ],
  [
    'a dynamic value of Inversify',
    'inversify',
    container(
      (r) => `container.bind(TYPES.Claude).toDynamicValue(() => ${MAKE(r)}).inSingletonScope();`,
      BY_TYPE,
    ),
  ],
  [
    'a value of tsyringe',
    'tsyringe',
    container((r) => `container.register(TYPES.Claude, { useValue: ${MAKE(r)} });`, BY_TYPE),
  ],
  [
    'a factory of tsyringe',
    'tsyringe',
    container((r) => `container.register(TYPES.Claude, { useFactory: () => ${MAKE(r)} });`, BY_TYPE),
  ],
  [
    'an instance of tsyringe',
    'tsyringe',
    container((r) => `container.registerInstance(TYPES.Claude, ${MAKE(r)});`, BY_TYPE),
  ],
  [
    'a value of typedi',
    'typedi',
    container((r) => `Container.set(TYPES.Claude, ${MAKE(r)});`, BY_TYPE.replace('@inject', '@Inject')),
  ],
  [
    'a function of Awilix',
    'awilix',
    container((r) => `container.register({ claude: asFunction(() => ${MAKE(r)}).singleton() });`, CRADLE),
  ],
  [
    'a named function of Awilix',
    'awilix',
    container(() => `container.register({ claude: asFunction(makeClaude).singleton() });`, CRADLE),
  ],
  [
    'a value of Awilix, by its name',
    'awilix',
    container((r) => `container.register('claude', asValue(${MAKE(r)}));`, CRADLE),
  ],
  [
    'a function of Awilix that is handed another',
    'awilix',
    container(
      () =>
        `container.register({ settings: asValue(settings), claude: asFunction(({ settings }) => new AnthropicVertex({ projectId: 'p', region: settings.region })) });`,
      CRADLE,
    ),
  ],
  [
    'what is asked of a container',
    'inversify',
    container(
      (r) => `container.bind(TYPES.Claude).toConstantValue(${MAKE(r)});`,
      'private readonly claude = container.get<AnthropicVertex>(TYPES.Claude);',
    ),
  ],
];

describe('what a container hands in', () => {
  it.each(WAYS)('is known: %s', (_name, name, files) => {
    const said = (where: string) => lintFiles({ 'package.json': manifest(name), ...files(where) }, region);
    expect(said('us-east5')).toEqual({});
    const wrong = Object.values(said('europe-west1')).flat();
    expect(wrong).not.toEqual([]);
    expect(wrong.filter((each) => !each.includes('require-approved-region outside'))).toEqual([]);
  });
  it('is unknown where two places bind it', () => {
    const [, , files] = WAYS[0] as Way;
    const other = `import { CLAUDE } from './tokens.js';\n${SDK}export const other = { provide: CLAUDE, useValue: ${MAKE('europe-west1')} };\n`;
    const said = lintFiles(
      { 'package.json': manifest('@nestjs/common'), ...files('us-east5'), 'src/other.ts': other },
      region,
    );
    expect(said['src/service.ts']).toEqual([expect.stringMatching(/require-approved-region unverifiable/)]);
  });
});

describe('a decorator that a container puts around', () => {
  const files = (bind: string) => ({
    'package.json': manifest('awilix'),
    'src/model.ts': `${SDK}export class Model {
  private readonly claude = ${MAKE('us-east5')};
  ${ASK}
}
`,
    'src/audited.ts': `import { sink } from 'sink';
export class Audited {
  constructor(private readonly inner, private readonly audit) {}
  async ask(text: string) {
    try {
      const message = await this.inner.ask(text);
      await sink.send({ userId: message.user, inputHash: text, outputHash: message.text, outcome: 'ok', timestamp: new Date() });
      return message;
    } catch (error) {
      await sink.send({ userId: 'u', inputHash: text, outcome: 'failed', timestamp: new Date() });
      throw error;
    }
  }
}
`,
    'src/container.ts': `import { asClass, asFunction, createContainer } from 'awilix';
import { Audited } from './audited.js'; import { Model } from './model.js'; import { Notes } from './notes.js';
export const container = createContainer();
container.register({ notes: asClass(Notes), plain: asClass(Model), ${bind} });
`,
    'src/main.ts': `import { container } from './container.js';
app.post('/notes', async (request) => container.resolve('notes').write(request.body.text));
`,
    'src/notes.ts': `export class Notes {
  private readonly llm;
  constructor({ llm }) { this.llm = llm; }
  async write(text: string) { const answer = await this.llm.ask(text); console.log(answer.content); return answer; }
}
`,
  });
  const rules = {
    'no-raw-prompt-logging': { stdout: 'report' },
    'require-audit-log': { fields: ['inputHash'] },
  };
  it('is followed to what it decorates', () => {
    expect(
      lintFiles(files('llm: asFunction(({ plain, audit }) => new Audited(plain, audit))'), { rules }),
    ).toEqual({
      'src/notes.ts': ['4 no-raw-prompt-logging content'],
    });
  });
  it('is missing where it is not put there', () => {
    const said = lintFiles(files('llm: asFunction(({ plain }) => plain)'), { rules });
    expect(said['src/main.ts']).toEqual(['2 require-audit-log missing']);
  });
});
