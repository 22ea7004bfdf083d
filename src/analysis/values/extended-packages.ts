/**
 * Classes of the project that extend a class of a package: an instance is one of that class, made by the `super(…)` of the class
 * next to it that has a constructor, or by what makes the instance.
 */
import { isClass } from '../syntax/nodes.ts';
import type { Answer, Api, ApiStep, CallNode, ClassNode, Node } from '../syntax/types.ts';
import type { Answers, Evaluator } from './answers.ts';
import type { Maker } from './origins.ts';
import { chainOf, superCalls } from './subclasses.ts';

/** Places that make instances of one class, at most. */
const MAX_MAKERS = 4;

/** The `super(…)` of a class's constructor. */
export function superCallOf(ev: Evaluator, owner: ClassNode): CallNode | undefined {
  return owner.superClass ? superCalls(ev, owner)?.find((call) => ownerOf(call) === owner) : undefined;
}

function ownerOf(node: Node): ClassNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isClass(at)) return at;
  return undefined;
}

/** The step that makes an instance of the class of a package that a class extends. */
export function stepOfSuper(ev: Evaluator, owner: ClassNode): ApiStep | undefined {
  const node = superCallOf(ev, owner);
  return node && { kind: 'new', node, frame: undefined };
}

/**
 * What a class inherits from one of a package, of an instance that is made here.
 *
 * @param maker what makes the instance; undefined for `this`
 */
export function asMade(ev: Evaluator, owner: ClassNode, maker: Maker | undefined, answers: Answers): Answers {
  if (!owner.superClass || !answers.some(isOfHeir)) return answers;
  const chain = chainOf(ev, owner);
  const makers = makersOfInstance(ev, owner, maker);
  if (makers.length === 0) return answers;
  return answers.flatMap((answer): Answers => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api' || !isOfHeir(answer)) return [answer];
    const { api } = answer.value;
    return makers.map((each) => ({
      ...answer,
      value: { kind: 'api', api: remade(api, chain, { kind: 'new', ...each }) },
    }));
  });
}

/** What an answer is of a package: also where it is an instance of a class that extends one of its own. */
export function apiOf(ev: Evaluator, answer: Answer): Api | undefined {
  if (answer.kind !== 'known') return undefined;
  const { value } = answer;
  if (value.kind === 'api') return value.api;
  if (value.kind !== 'instance' || !value.of.superClass) return undefined;
  const chain = chainOf(ev, value.of);
  const extended = chain.at(-1)?.superClass;
  const base = extended && ev.answers(extended, []).find((a) => a.kind === 'known' && a.value.kind === 'api');
  if (base?.kind !== 'known' || base.value.kind !== 'api') return undefined;
  const { node } = value;
  const isMaker = node.type === 'NewExpression' || node.type === 'CallExpression';
  const [made] = makersOfInstance(ev, value.of, isMaker ? { node, frame: undefined } : undefined);
  return { from: base.value.api, step: made ? { kind: 'new', ...made } : { kind: 'typed', node: value.of } };
}

function isOfHeir(answer: Answer): boolean {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
  for (let current: Api | undefined = answer.value.api; current; current = current.from)
    if (current.step.kind === 'typed' && isClass(current.step.node)) return true;
  return false;
}

/** The calls that make the part of an instance that comes from the package: the constructor nearest to it, or its maker. */
export function makersOfInstance(
  ev: Evaluator,
  owner: ClassNode,
  maker: Maker | undefined,
): readonly Maker[] {
  for (const each of [...chainOf(ev, owner)].reverse()) {
    const node = superCallOf(ev, each);
    if (node) return [{ node, frame: undefined }];
  }
  if (maker) return [maker];
  const name = owner.id?.name;
  if (name === undefined) return [];
  return ev.index
    .indexOf(owner)
    .callsNamed(name)
    .filter((call) => call.type === 'NewExpression')
    .slice(0, MAX_MAKERS)
    .map((node) => ({ node, frame: undefined }));
}

function remade(api: Api, chain: readonly ClassNode[], step: ApiStep): Api {
  const { from } = api;
  const isHeir = api.step.kind === 'typed' && isClass(api.step.node) && chain.includes(api.step.node);
  return { from: from && remade(from, chain, step), step: isHeir ? step : api.step };
}
