/**
 * Environment variables that code sets: on `process.env`, in the environment of a process it starts, in a command.
 */
import {
  calleeName,
  enclosingFunction,
  isFunction,
  literalText,
  unwrap,
  wrapped,
  writtenKey,
} from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { isConditional } from './conditions.ts';
import type { VariableSet } from './types.ts';

/** Functions that hand their first argument to a shell. */
const SHELLS = ['exec', 'execSync', 'execAsync', 'execPromise', 'execaCommand', 'execaCommandSync'];

/** Every place where the file sets the variable. */
export function variablesSet(ev: Evaluator, name: string): VariableSet[] {
  if (!ev.index.mentions(name)) return [];
  const found: VariableSet[] = [];
  const add = (value: Node, node: Node): void => {
    found.push({ name, value: ev.resolve(value, []), node, conditional: isConditional(ev, node, name) });
  };
  for (const { target, value } of ev.index.writesToMember(name)) {
    if (isNamedEnvironment(target.object)) add(value, target.parent);
  }
  for (const property of ev.index.propertiesNamed(name)) {
    if (isEnvironmentObject(property.parent)) add(property.value, property);
  }
  for (const call of ev.index.callsNamed('set')) {
    const [variable, value] = call.arguments;
    const callee = unwrap(call.callee);
    const isEnv = callee.type === 'MemberExpression' && isNamedEnvironment(callee.object);
    if (isEnv && variable && value && literalText(variable) === name) add(value, call);
  }
  for (const call of SHELLS.flatMap((shell) => ev.index.callsNamed(shell))) {
    const [command] = call.arguments;
    const value = command && variableInCommand(literalText(command) ?? '', name);
    if (command && value !== undefined) {
      found.push({
        name,
        value: [{ kind: 'known', value: { kind: 'literal', value }, node: command }],
        node: command,
        conditional: isConditional(ev, command, name),
      });
    }
  }
  return found;
}

/** The value a shell command gives a variable: `NAME=value command`, `cross-env NAME=value command`. */
export function variableInCommand(command: string, name: string): string | undefined {
  const assigned = new RegExp(`(?:^|[\\s;&|("'])${name}=(?:"([^"]*)"|'([^']*)'|([^\\s;&|"')]*))`).exec(
    command,
  );
  return assigned ? (assigned[1] ?? assigned[2] ?? assigned[3]) : undefined;
}

/** `process.env`, `childEnv`, `options.environment`. */
function isNamedEnvironment(node: Node): boolean {
  return /env(?:ironment|s|_?vars|ironmentvariables)?$/i.test(calleeName(node) ?? '');
}

/** An object that stands where the environment of a process is wanted. */
function isEnvironmentObject(object: Node): boolean {
  if (object.type !== 'ObjectExpression') return false;
  if (object.properties.some((p) => p.type === 'SpreadElement' && isNamedEnvironment(p.argument)))
    return true;
  const outer = wrapped(object);
  const holder = outer.parent;
  switch (holder?.type) {
    case 'Property':
      return /^(?:\w*env(?:ironment)?(?:_?vars|variables)?|process\.env)$/i.test(writtenKey(holder) ?? '');
    case 'VariableDeclarator':
      return isNamedEnvironment(holder.id);
    case 'AssignmentExpression':
      return isNamedEnvironment(holder.left);
    case 'CallExpression':
      return (
        holder.arguments.some((a) => a !== outer && isNamedEnvironment(a)) ||
        isNamedEnvironment(holder.callee)
      );
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return returnsEnvironment(holder);
    default:
      return false;
  }
}

/** `function childEnv() { return { … } }`. */
function returnsEnvironment(node: Node): boolean {
  const fn = isFunction(node) ? node : enclosingFunction(node);
  if (!fn) return false;
  if (fn.type === 'FunctionDeclaration') return fn.id !== null && isNamedEnvironment(fn.id);
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator') return isNamedEnvironment(parent.id);
  return parent.type === 'MethodDefinition' && isNamedEnvironment(parent.key);
}
