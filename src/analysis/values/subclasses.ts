/**
 * The classes that extend a class, and what they put in place of its members.
 */
import { isClass, isFunction, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, ClassNode, Frame, Node, Path } from '../syntax/types.ts';
import type { Answers, Evaluator } from './answers.ts';
import { isExported } from './visibility.ts';

/** How far down and up a chain of classes is followed. */
const MAX_CLASSES = 5;
/** Classes that extend one another, at most. */
const MAX_SUBCLASSES = 24;

const memory = new WeakMap<Evaluator, Map<ClassNode, readonly ClassNode[]>>();

/**
 * The classes that extend a class, one from another, among the files at hand: those of its own file, those that the asking
 * file's classes extend on the way to it, and, where it is abstract, those of the modules that import it.
 */
export function subclassesOf(ev: Evaluator, owner: ClassNode): readonly ClassNode[] {
  let known = memory.get(ev);
  if (!known) memory.set(ev, (known = new Map<ClassNode, readonly ClassNode[]>()));
  let found = known.get(owner);
  if (!found) {
    // Entered before it is found: classes that extend one another in a circle end there.
    known.set(owner, []);
    known.set(owner, (found = findSubclasses(ev, owner)));
  }
  return found;
}

function findSubclasses(ev: Evaluator, owner: ClassNode): readonly ClassNode[] {
  const found = new Set<ClassNode>();
  const below = (base: ClassNode, depth: number): void => {
    if (depth > MAX_CLASSES) return;
    for (const file of filesExtending(ev, base)) {
      for (const each of file.classes) {
        if (found.size >= MAX_SUBCLASSES || found.has(each) || baseOf(ev, each) !== base) continue;
        found.add(each);
        below(each, depth + 1);
      }
    }
  };
  below(owner, 1);
  for (const each of ev.index.classes) {
    const chain = chainOf(ev, each);
    const at = chain.indexOf(owner);
    for (const between of chain.slice(0, Math.max(0, at))) found.add(between);
  }
  found.delete(owner);
  return [...found];
}

/** A class and those that it extends, nearest first, as far as they are classes of the project. */
export function chainOf(ev: Evaluator, start: ClassNode): readonly ClassNode[] {
  const chain = [start];
  for (let next = baseOf(ev, start); next && chain.length <= MAX_CLASSES; next = baseOf(ev, next)) {
    if (chain.includes(next)) break;
    chain.push(next);
  }
  return chain;
}

/** True for methods of classes of which neither extends the other: what one of them lacks, another may have. */
export function areOfSiblings(ev: Evaluator, callees: Answers): boolean {
  if (callees.length < 2) return false;
  const owners = new Set<ClassNode>();
  for (const { kind, node } of callees) {
    const owner =
      kind === 'known' && node.parent?.type === 'MethodDefinition' ? node.parent.parent.parent : undefined;
    if (owner && isClass(owner)) owners.add(owner);
  }
  const classes = [...owners];
  return classes.some((each, i) =>
    classes
      .slice(i + 1)
      .some((other) => !chainOf(ev, each).includes(other) && !chainOf(ev, other).includes(each)),
  );
}

/** The class of the project that a class extends. */
export function baseOf(ev: Evaluator, { superClass }: ClassNode): ClassNode | undefined {
  if (!superClass) return undefined;
  for (const answer of ev.answers(superClass, []))
    if (answer.kind === 'known' && answer.value.kind === 'class') return answer.value.node;
  return undefined;
}

/** The calls of `super(…)` in the constructor of a class; undefined where it has none. */
export function superCalls(ev: Evaluator, subclass: ClassNode): readonly CallNode[] | undefined {
  const constructor = subclass.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  if (!constructor) return undefined;
  return ev.index.callsWithin(constructor).filter((call) => call.callee.type === 'Super');
}

function filesExtending(ev: Evaluator, base: ClassNode): readonly SyntaxIndex[] {
  const own = ev.index.indexOf(base);
  const name = base.id?.name;
  const isOpen = base.abstract && name !== undefined && isExported(ev, base);
  return [...new Set([own, ev.index, ...(isOpen ? (ev.usersOf(own, name, 'extended') ?? []) : [])])];
}

/** What subclasses put in place of a member: methods, accessors and fields of the same name. */
export function overridden(ev: Evaluator, owner: ClassNode, path: Path, frame: Frame | undefined): Answers {
  const [key, ...rest] = path;
  return subclassesOf(ev, owner).flatMap((subclass) =>
    subclass.body.body.flatMap((member): Answers => {
      if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return [];
      const value: Node | null = member.value;
      if (!value || writtenKey(member) !== key) return [];
      if (member.type === 'PropertyDefinition') return ev.answers(value, rest, frame);
      if (!isFunction(value)) return [];
      if (member.kind === 'method') return ev.answers(value, rest, frame);
      return member.kind === 'get'
        ? ev.index.returnsOf(value).flatMap((n) => (n ? ev.answers(n, rest, frame) : []))
        : [];
    }),
  );
}
