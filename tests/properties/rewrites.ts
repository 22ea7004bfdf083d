/**
 * Ways to write a program otherwise that mean the same, one step each.
 */
import { ancestorsOf, edited, nodesIn, parseProgram } from './program.ts';
import {
  canMoveUp,
  isData,
  isObject,
  isPlain,
  isReference,
  isRequire,
  isSimple,
  isString,
  isTarget,
  isValue,
  mayAwait,
  mentionsThis,
  underNew,
} from './places.ts';
import type { Node, Place, Step } from './places.ts';
import {
  assembled,
  beforeStatement,
  called,
  getter,
  inline,
  keyed,
  moved,
  prepend,
  rename,
  replace,
  wrapped,
} from './steps.ts';

/** A program after one step. */
export interface Rewritten {
  readonly step: string;
  readonly text: string;
}

/** Every step at every place of a program. */
export function rewritesOf(code: string): Rewritten[] {
  const program = parseProgram(code);
  if (!program || /\bstep\d?\b/.test(code)) return [];
  const text = (node: Node): string => code.slice(...node.range);
  const found: Rewritten[] = [];
  for (const node of nodesIn(program.ast)) {
    const [parent] = ancestorsOf(node);
    if (!parent || inImport(node)) continue;
    for (const [step, apply] of Object.entries(STEPS)) {
      const edits = apply({ node, parent, program, text });
      if (edits && edits.length > 0) found.push({ step, text: edited(code, edits) });
    }
  }
  return found;
}

function inImport(node: Node): boolean {
  return [node, ...ancestorsOf(node)].some(
    ({ type }) => type.startsWith('Import') || type.startsWith('TS') || type.startsWith('JSX'),
  );
}

/** Steps for a value that stands where any expression may stand. */
const around =
  (wrap: (text: string) => string, applies: (at: Place) => boolean = () => true): Step =>
  (at) =>
    isValue(at) && applies(at) ? replace(at.node, wrap(at.text(at.node))) : undefined;

const STEPS: Readonly<Record<string, Step>> = {
  parenthesised: around((text) => `(${text})`),
  'a comma before': around((text) => `(0, ${text})`),
  'a conditional with equal arms': around((text) => `(step ? ${text} : ${text})`, isString),
  'as any': around((text) => `(${text} as any)`, isObject),
  'as const': around((text) => `(${text} as const)`, isString),
  satisfies: around((text) => `(${text} satisfies object)`, isObject),
  'non-null': around(
    (text) => `${text}!`,
    ({ node }) => node.type === 'Identifier',
  ),
  'spread into a new object': around((text) => `{ ...${text} }`, isObject),
  'Object.assign': around((text) => `Object.assign({}, ${text})`, isObject),
  'Object.freeze': around((text) => `Object.freeze(${text})`, isObject),
  structuredClone: around(
    (text) => `structuredClone(${text})`,
    ({ node }) => isData(node),
  ),
  'an immediately called arrow': around((text) => `(() => (${text}))()`, isPlain),
  'an immediately called function': around(
    (text) => `(function () {\n  return ${text};\n})()`,
    (at) => isPlain(at) && !mentionsThis(at.node),
  ),
  'a template for a string': around(
    (text) => `\`${text.slice(1, -1)}\``,
    (at) => isString(at) && isSimple(at),
  ),
  'a sum for a string': around(
    (text) => `(${text.slice(0, 3)}${text[0] ?? ''} + ${text[0] ?? ''}${text.slice(3)})`,
    (at) => isString(at) && isSimple(at) && at.text(at.node).length > 6,
  ),
  'another name': rename,
  'a constant before the statement': (at) =>
    isValue(at) && isPlain(at) && canMoveUp(at) ? beforeStatement(at, 'step') : undefined,
  'a let before the statement': (at) =>
    isValue(at) && isPlain(at) && canMoveUp(at)
      ? beforeStatement(at, 'step', 'let step;\nstep = ')
      : undefined,
  'a constant inlined': inline,
  'a computed key': (at) => keyed(at, (key) => `['${key}']`),
  'a quoted key': (at) => keyed(at, (key) => `'${key}'`),
  'a getter': getter,
  'a spread of one property': ({ node, text }) =>
    node.type === 'Property' &&
    !node.method &&
    node.kind === 'init' &&
    node.parent.type === 'ObjectExpression'
      ? replace(node, `...{ ${text(node)} }`)
      : undefined,
  'a member by brackets': ({ node }) =>
    node.type === 'MemberExpression' &&
    !node.computed &&
    !node.optional &&
    node.property.type === 'Identifier'
      ? [{ range: [node.object.range[1], node.range[1]], text: `['${node.property.name}']` }]
      : undefined,
  'optional chaining': ({ node, parent }) =>
    node.type === 'MemberExpression' &&
    !node.computed &&
    !node.optional &&
    !isTarget(node, parent) &&
    !underNew(node)
      ? [{ range: [node.object.range[1], node.object.range[1]], text: '?' }]
      : undefined,
  'a pattern for a member': ({ node, text }) => {
    if (
      node.type !== 'VariableDeclarator' ||
      !node.init ||
      node.id.type !== 'Identifier' ||
      node.init.type !== 'MemberExpression'
    )
      return undefined;
    const { object, property, computed } = node.init;
    if (computed || property.type !== 'Identifier') return undefined;
    return replace(node, `{ ${property.name}: ${node.id.name} } = ${text(object)}`);
  },
  '.call': (at) => called(at, (callee, object, args) => `${callee}.call(${[object, ...args].join(', ')})`),
  '.apply': (at) => called(at, (callee, object, args) => `${callee}.apply(${object}, [${args.join(', ')}])`),
  '.bind': (at) => called(at, (callee, object, args) => `${callee}.bind(${object})(${args.join(', ')})`),
  'Reflect.apply': (at) =>
    called(at, (callee, object, args) => `Reflect.apply(${callee}, ${object}, [${args.join(', ')}])`),
  'a spread of arguments': ({ node, text }) =>
    node.type === 'CallExpression' &&
    node.arguments.length > 0 &&
    node.callee.type !== 'Super' &&
    !isRequire(node)
      ? [
          {
            range: [node.arguments[0]?.range[0] ?? 0, node.arguments.at(-1)?.range[1] ?? 0],
            text: `...[${node.arguments.map(text).join(', ')}]`,
          },
        ]
      : undefined,
  'try around a statement': (at) =>
    wrapped(at, (text) => `try {\n${text}\n} catch (step) {\n  throw step;\n}`),
  'a block around a statement': (at) => wrapped(at, (text) => `{\n${text}\n}`),
  'a condition that holds': (at) => wrapped(at, (text) => `if (true) {\n${text}\n}`),
  'an async function that is called': (at) =>
    at.parent.type === 'Program' ? wrapped(at, (text) => `await (async () => {\n${text}\n})();`) : undefined,
  'an expression for a body': ({ node, text }) =>
    node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement'
      ? replace(node.body, `{\n  return ${text(node.body)};\n}`)
      : undefined,
  'await of a value': around(
    (text) => `(await ${text})`,
    (at) => at.node.type === 'AwaitExpression',
  ),
  'a promise that is resolved': around(
    (text) => `(await Promise.resolve(${text}))`,
    (at) => isObject(at) && mayAwait(at.node),
  ),
  'console of globalThis': ({ node }) =>
    node.type === 'Identifier' && node.name === 'console' && isReference(node)
      ? replace(node, 'globalThis.console')
      : undefined,
  'another name for the console': ({ node, program }) =>
    node.type === 'Identifier' &&
    node.name === 'console' &&
    isReference(node) &&
    !program.top.set.has('console')
      ? [{ range: node.range, text: 'step' }, prepend('const step = console;')]
      : undefined,
  'a field of a class': (at) =>
    moved(at, (text) => `class Step {\n  static value = ${text};\n}`, 'Step.value'),
  'a field of an object': (at) => moved(at, (text) => `const step = { value: ${text} };`, 'step.value'),
  'an entry of a list': (at) => moved(at, (text) => `const step = [${text}];`, 'step[0]'),
  'what a function returns': (at) => moved(at, (text) => `function step() {\n  return ${text};\n}`, 'step()'),
  'what an arrow returns': (at) => moved(at, (text) => `const step = () => (${text});`, 'step()'),
  'what a method returns': (at) =>
    moved(at, (text) => `const step = {\n  value() {\n    return ${text};\n  },\n};`, 'step.value()'),
  'what a function is handed': (at) =>
    moved(at, () => `const step = (value) => value;`, `step(${at.text(at.node)})`),
  'a map': (at) => moved(at, (text) => `const step = new Map([['value', ${text}]]);`, `step.get('value')`),
  'a default': (at) => moved(at, (text) => `const { step = ${text} } = {};`, 'step'),
  'a sequence of writes': assembled,
};
