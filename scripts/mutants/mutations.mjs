// Small faults that somebody could make in a file, from its syntax tree: which they are, and the text with one of them.
import { parseForESLint } from '@typescript-eslint/parser';

const TURNED = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
};
/** Names of methods that tell a thing apart from others. */
const TELLING = /^(?:has|is[A-Z]\w*|includes|some|every|test|startsWith|endsWith)$/;

const isVerdict = (node) =>
  (node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    TELLING.test(node.callee.property.name ?? '')) ||
  (node.type === 'CallExpression' && TELLING.test(node.callee.name ?? '')) ||
  (node.type === 'UnaryExpression' && node.operator === '!');

/** The operator stands between both sides, and nothing else but parentheses, spaces and comments. */
function turned(node, text) {
  const to = TURNED[node.operator];
  if (!to) return [];
  const at = text.indexOf(node.operator, node.left.range[1]);
  return [{ kind: 'operator', range: [at, at + node.operator.length], text: to }];
}

/** A guard that never stops anything. */
const guard = (node) =>
  node.alternate === null && /^(?:Return|Continue|Break|Throw)Statement$/.test(node.consequent.type)
    ? [{ kind: 'guard', range: node.test.range, text: 'false' }]
    : [];

function dropped(elements, text) {
  return elements.flatMap((element, i) => {
    if (!element || elements.length < 2) return [];
    const next = elements[i + 1];
    const end = next ? next.range[0] : text.indexOf(']', element.range[1]);
    return [{ kind: 'entry', range: [element.range[0], end], text: '' }];
  });
}

const isNamed = (node, name) => node.type === 'Identifier' && node.name === name;

const MUTATIONS = {
  BinaryExpression: turned,
  LogicalExpression: turned,
  IfStatement: guard,
  Literal: (node) =>
    typeof node.value === 'boolean'
      ? [{ kind: 'boolean', range: node.range, text: String(!node.value) }]
      : [],
  NewExpression: (node, text) =>
    isNamed(node.callee, 'Set') && node.arguments[0]?.type === 'ArrayExpression'
      ? dropped(node.arguments[0].elements, text)
      : [],
  ReturnStatement: (node, text) =>
    node.argument && isVerdict(node.argument)
      ? [{ kind: 'verdict', range: node.argument.range, text: `!(${text.slice(...node.argument.range)})` }]
      : [],
  ConditionalExpression: (node, text) => [
    {
      kind: 'branches',
      range: [node.consequent.range[0], node.alternate.range[1]],
      text: `${text.slice(...node.alternate.range)} : ${text.slice(...node.consequent.range)}`,
    },
  ],
};

/** Types are erased, so a fault in them is none. */
const isType = (node) => /^TS(?!As|NonNull|Satisfies)/.test(node.type);

function* nodesOf(node) {
  if (isType(node)) return;
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || key === 'loc' || key === 'range') continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof child.type === 'string') yield* nodesOf(child);
  }
}

/**
 * The faults that this file could have: of which kind, in which line, what stands there, what would, and the whole text with it.
 */
export function mutantsOf(text) {
  return [...nodesOf(parseForESLint(text, { range: true }).ast)].flatMap((node) =>
    (MUTATIONS[node.type]?.(node, text) ?? []).map(({ kind, range: [start, end], text: instead }) => ({
      kind,
      line: text.slice(0, start).split('\n').length,
      was: text.slice(start, end),
      becomes: instead,
      mutated: text.slice(0, start) + instead + text.slice(end),
    })),
  );
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function numbersOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of these, no kind of fault more likely than another, in the order of the draw. */
export function drawn(mutants, count, next) {
  const kinds = new Map();
  for (const mutant of mutants)
    kinds.has(mutant.kind) ? kinds.get(mutant.kind).push(mutant) : kinds.set(mutant.kind, [mutant]);
  const any = (list) => Math.floor(next() * list.length);
  const chosen = [];
  while (chosen.length < count && kinds.size > 0) {
    const names = [...kinds.keys()];
    const name = names[any(names)];
    const list = kinds.get(name);
    chosen.push(...list.splice(any(list), 1));
    if (list.length === 0) kinds.delete(name);
  }
  return chosen;
}
