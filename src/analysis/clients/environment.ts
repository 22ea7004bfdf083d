/**
 * Environment variables: where a file sets them, for itself or for a process that it starts, and where it reads them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  enclosingFunction,
  literalText,
  nameOfFunction,
  unwrap,
  writtenKey,
} from '../syntax/nodes.ts';
import type { Answer, CallNode, FunctionNode, Node, Resolved } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { namesOf } from '../values/origins.ts';
import { isJsonStringify } from '../values/call-results.ts';
import { variablesInCommands } from './commands.ts';
import {
  becomesEnvironment,
  functionsOf,
  isEnvironment,
  isNamedEnvironment,
  isOfEnvironment,
  isReadEnvironment,
  namesEnvironment,
} from './environment-objects.ts';

/** A place where a file gives a variable a value. */
export interface VariableSet {
  readonly name: string;
  readonly value: Resolved;
  /** `command`: in the text of a shell command. `stub`: by a test, which takes it back. */
  readonly by: 'assignment' | 'call' | 'command' | 'property' | 'stub';
  /** The assignment, property or call that sets it; the text of a command. */
  readonly node: Node;
  /** What it is set in is seen to be an environment; otherwise only the name of the variable says so. */
  readonly certain: boolean;
}

/** Every place where the file sets the variable. */
export function variablesSet(ev: Evaluator, name: string): VariableSet[] {
  if (!ev.index.mentions(name)) return [];
  const set = (by: VariableSet['by'], node: Node, value: Node, certain = true): VariableSet => ({
    name,
    value: ev.resolve(value, []),
    by,
    node,
    certain,
  });
  return [
    ...assignments(ev, name).flatMap(({ target, value }) => {
      const certain = isEnvironment(ev, target.object);
      // A field of the same name is no variable: `this.ANTHROPIC_BASE_URL = …`.
      const isField = unwrap(target.object).type === 'ThisExpression';
      return certain || !isField ? [set('assignment', target.parent, value, certain)] : [];
    }),
    ...ev.index
      .propertiesNamed(name)
      .map((property) => set('property', property, property.value, becomesEnvironment(ev, property.parent))),
    ...computedProperties(ev, name).map((property) => set('property', property, property.value)),
    ...replacements(ev, name).map(({ property, value }) => set('property', property, value)),
    ...namedPairs(ev, name).map(({ pair, value }) => set('property', pair, value)),
    ...ev.index.calls.flatMap((call): VariableSet[] => {
      const value = valueSetBy(ev, call, name);
      const by = STUBS.test(calleeName(call.callee) ?? '') ? 'stub' : 'call';
      return value ? [{ name, value, by, node: call, certain: true }] : [];
    }),
    ...variablesInCommands(ev, name).map(({ node, value }) => ({
      name,
      value: [value],
      by: 'command' as const,
      node,
      certain: true,
    })),
  ];
}

/** `env.NAME = …`, `env["NAME"] = …`, and `env[key] = …` where the file shows the key. */
function assignments(
  ev: Evaluator,
  name: string,
): { readonly target: TSESTree.MemberExpression; readonly value: Node }[] {
  return ev.index.members.flatMap((target) => {
    const { parent } = target;
    if (parent.type !== 'AssignmentExpression' || parent.left !== target) return [];
    const key = writtenKey(target);
    const named = key === undefined ? isComputedName(ev, target.property, name) : key === name;
    return named && (key !== undefined || isEnvironment(ev, target.object))
      ? [{ target, value: parent.right }]
      : [];
  });
}

/** `{ ...process.env, [NAME]: … }` */
function computedProperties(ev: Evaluator, name: string): TSESTree.Property[] {
  return ev.index.choices.flatMap((object) =>
    object.type !== 'ObjectExpression'
      ? []
      : object.properties.filter(
          (property): property is TSESTree.Property =>
            property.type === 'Property' &&
            property.computed &&
            writtenKey(property) === undefined &&
            isComputedName(ev, property.key, name) &&
            becomesEnvironment(ev, object),
        ),
  );
}

function isComputedName(ev: Evaluator, key: Node, name: string): boolean {
  return (key.type === 'Identifier' || key.type === 'MemberExpression') && isTextOf(ev, key, name);
}

/** What bundlers put in the place of a read: `define: { "process.env.NAME": JSON.stringify("…") }`. */
function replacements(ev: Evaluator, name: string): { property: TSESTree.Property; value: Node }[] {
  return ['process.env', 'import.meta.env'].flatMap((environment) =>
    ev.index.propertiesNamed(`${environment}.${name}`).map((property) => {
      const value = unwrap(property.value);
      const [text] = isJsonStringify(ev, value) ? value.arguments : [];
      return { property, value: text ?? value };
    }),
  );
}

/** `environment: [{ name: "NAME", value: "…" }]`, as containers are described. */
function namedPairs(ev: Evaluator, name: string): { pair: Node; value: Node }[] {
  return ev.index.propertiesNamed('name').flatMap((property) => {
    const pair = property.parent;
    const list = pair.parent;
    if (literalText(property.value) !== name || pair.type !== 'ObjectExpression') return [];
    const holder = list.type === 'ArrayExpression' ? list.parent : undefined;
    if (holder?.type !== 'Property' || !namesEnvironment(writtenKey(holder) ?? '')) return [];
    return pair.properties.flatMap((p) =>
      p.type === 'Property' && writtenKey(p) === 'value' ? [{ pair, value: p.value }] : [],
    );
  });
}

/** `setEnv`, `stubEnv`, `exportVariable`, `addEnvironment`: functions that take the name and the value of one variable. */
const SETS_ONE =
  /^_?(?:add|export|mock|override|put|set|stub|with)_?(?:env(?:ironment)?(?:_?var(?:iable)?)?|variable)$/i;

const STUBS = /^(?:mock|stub)/i;

/** What a call gives the variable; undefined where it does not set it. */
function valueSetBy(ev: Evaluator, call: CallNode, name: string): Resolved | undefined {
  const [first, second, third] = call.arguments;
  if (!first || !second) return undefined;
  const callee = unwrap(call.callee);
  const called = calleeName(callee) ?? '';
  const receiver = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (SETS_ONE.test(called) || (called === 'set' && receiver && isNamedEnvironment(receiver)))
    return isTextOf(ev, first, name) ? ev.resolve(second, []) : undefined;
  const owner = receiver && calleeName(receiver);
  if (third && (owner === 'Reflect' || owner === 'Object') && isEnvironment(ev, first)) {
    const path = called === 'defineProperty' ? ['value'] : called === 'set' ? [] : undefined;
    return path && isTextOf(ev, second, name) ? ev.resolve(third, path) : undefined;
  }
  const setter = settersOf(ev).find((each) => each.called === called);
  const given = setter && call.arguments[setter.key];
  if (!given || !isTextOf(ev, given, name) || !functionsOf(ev, callee).includes(setter.fn)) return undefined;
  const value = setter.value === undefined ? setter.written : call.arguments[setter.value];
  return value && value.type !== 'SpreadElement' ? ev.resolve(value, []) : undefined;
}

function isTextOf(ev: Evaluator, node: Node, text: string): boolean {
  if (node.type === 'SpreadElement') return false;
  // The calls of a function that is told the name are the places that set it.
  const fn = enclosingFunction(node);
  if (fn && parameterAt(fn, node) >= 0) return false;
  return ev.answers(node, []).some((answer) => literalOf(answer) === text);
}

/** A function of the file that sets the variable it is told to. */
interface Setter {
  readonly fn: FunctionNode;
  readonly called: string;
  /** Which of its arguments is the name. */
  readonly key: number;
  /** Which is the value; undefined where it writes something else. */
  readonly value: number | undefined;
  readonly written: Node;
}

const setters = new WeakMap<Evaluator, readonly Setter[]>();

function settersOf(ev: Evaluator): readonly Setter[] {
  let found = setters.get(ev);
  if (!found) {
    const written = ev.index.members.flatMap((target) =>
      target.computed && target.parent.type === 'AssignmentExpression' && target.parent.left === target
        ? [{ environment: target.object, key: target.property, value: target.parent.right }]
        : [],
    );
    const called = ev.index.callsNamed('set').flatMap(({ callee, arguments: [key, value] }) => {
      const method = unwrap(callee);
      return method.type === 'MemberExpression' && key && value
        ? [{ environment: method.object, key, value }]
        : [];
    });
    found = [...written, ...called].flatMap(({ environment, key, value }) => {
      const fn = enclosingFunction(key);
      const name = fn && nameOfFunction(fn);
      const position = fn ? parameterAt(fn, key) : -1;
      if (!fn || name === undefined || position < 0 || !isEnvironment(ev, environment)) return [];
      const given = parameterAt(fn, value);
      return [{ fn, called: name, key: position, value: given < 0 ? undefined : given, written: value }];
    });
    setters.set(ev, found);
  }
  return found;
}

/** Which parameter an expression is; -1 for everything else. */
function parameterAt(fn: FunctionNode, node: Node): number {
  const name = unwrap(node);
  if (name.type !== 'Identifier') return -1;
  return fn.params.findIndex((parameter) => {
    const own = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    return own.type === 'Identifier' && own.name === name.name;
  });
}

/** A read of one variable. */
export interface EnvironmentRead {
  readonly name: string;
  readonly node: Node;
  /** The node that writes the variable's name; undefined where the read is known by the value alone. */
  readonly written: Node | undefined;
}

/** The variable that a value is read from; undefined for values from elsewhere. */
export function variableRead(answer: Answer): EnvironmentRead | undefined {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return undefined;
  const { api } = answer.value;
  const name = namesOf(api)
    .filter((each) => each !== '()')
    .at(-1);
  return name !== undefined && isOfEnvironment(api) && /^[A-Z][A-Z0-9_]+$/.test(name)
    ? { name, node: wholeRead(answer.node), written: undefined }
    : undefined;
}

/** Every read of a variable whose name is wanted, in whatever way the file gets at its environment. */
export function environmentReads(ev: Evaluator, wanted: (name: string) => boolean): EnvironmentRead[] {
  return [
    ...ev.index.members.flatMap((node): EnvironmentRead[] => {
      const name = writtenKey(node);
      if (name === undefined || !wanted(name) || !isReadEnvironment(ev, node.object)) return [];
      return [{ name, node, written: node.property }];
    }),
    ...ev.index.patternKeys.flatMap((node): EnvironmentRead[] => {
      const name = writtenKey(node);
      if (name === undefined || !wanted(name)) return [];
      const holder = node.parent.parent;
      const source = holder.type === 'VariableDeclarator' ? holder.init : undefined;
      return source && isReadEnvironment(ev, source) ? [{ name, node, written: node.key }] : [];
    }),
    ...ev.index.calls.flatMap((node): EnvironmentRead[] => {
      const [first] = node.arguments;
      if (!first || !getsVariable(node)) return [];
      const name = literalText(first) ?? nameIn(ev, first);
      return name !== undefined && wanted(name) ? [{ name, node, written: first }] : [];
    }),
  ].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** The one name that an expression surely is, also where it is listed: `get(...[name])`. */
function nameIn(ev: Evaluator, node: Node): string | undefined {
  const answers = node.type === 'SpreadElement' ? ev.answers(node.argument, ['0']) : ev.answers(node, []);
  const names = new Set(answers.map(literalOf));
  const [name] = names;
  return names.size === 1 && typeof name === 'string' ? name : undefined;
}

/** `Deno.env.get(name)`, `configService.getOrThrow(name)`, `requireEnv(name)`. */
function getsVariable(call: CallNode): boolean {
  const callee = unwrap(call.callee);
  const name = calleeName(callee) ?? '';
  if (call.type !== 'CallExpression') return false;
  if (/env(?:ironment)?(?:var(?:iable)?)?$/i.test(name))
    return !/^(?:_?un)?_?(?:delete|mock|set|stub)/i.test(name);
  if (callee.type !== 'MemberExpression' || !/^(?:get(?:OrThrow|String)?|require)$/.test(name)) return false;
  return /env$|config(?:uration)?(?:service)?$/i.test(calleeName(callee.object) ?? '');
}

/** `process.env.X` around `process`. */
function wholeRead(node: Node): Node {
  let current = node;
  while (
    (current.parent?.type === 'MemberExpression' && current.parent.object === current) ||
    current.parent?.type === 'MetaProperty'
  ) {
    current = current.parent;
  }
  return current;
}
