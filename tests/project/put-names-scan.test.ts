import { describe, expect, it } from 'vitest';
import { namesPutIn } from '../../src/project/put-names-scan.ts';

describe('names under which a text puts something', () => {
  it.each([
    [`container.bind(TYPES.Llm).to(Llm);`, ['bind:Llm']],
    [`container.register("llm", { useClass: Llm });`, ['bind:llm']],
    [`function wire(c: DependencyContainer) { c.register(llmToken, { useClass: Llm }); }`, ['bind:llmToken']],
    [`registry.register('llm', new Llm());`, ['bind:llm']],
    [`providers: [{ provide: llmToken, useClass: Llm }]`, ['bind:llmToken']],
    [`Container.set(LLM, new Llm());`, ['bind:LLM']],
    [`export default { llm: asClass(Llm) };`, ['bind:llm']],
  ])('of %s', (text, names) => {
    expect(namesPutIn(text)).toStrictEqual(names);
  });

  it.each([
    `router.post('/', users.create.bind(users));`,
    `this.ask = this.ask.bind(this);`,
    `const made = await auth.register(req.body);`,
    `await app.register(plugin);`,
    `program.register("-");`,
  ])('none of %s', (text) => {
    expect(namesPutIn(text)).toStrictEqual([]);
  });
});
