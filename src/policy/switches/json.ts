/**
 * The variables of the catalogue in JSON: environments, and commands in the scripts of a `package.json`.
 */
import { variableInCommand } from '../../analysis/clients/commands.ts';
import { VARIABLE_SWITCHES } from './index.ts';
import type { ContentSwitch } from './types.ts';

interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** A node of the JSON language of `@eslint/json`, as far as it is looked at. */
interface JsonNode {
  readonly type: string;
  readonly loc: Location;
  readonly body?: unknown;
  readonly members?: unknown;
  readonly elements?: unknown;
  readonly name?: unknown;
  readonly value?: unknown;
}

/** A place of a JSON file that turns a switch on. */
export interface JsonSwitch {
  readonly loc: Location;
  readonly row: ContentSwitch;
}

/**
 * Every place of a JSON file that turns a switch on, in source order.
 *
 * @param root the root of its tree
 */
export function* variablesInJson(root: object): Generator<JsonSwitch> {
  for (const node of nodesBelow(root)) {
    // `"env": { "NAME": "value" }`
    if (node.type === 'Member') {
      const name = textOf(node.name);
      const value = textOf(node.value);
      const found = VARIABLE_SWITCHES.find((v) => v.name === name && value !== undefined && v.is.test(value));
      if (found && !found.row.needs) yield { loc: node.loc, row: found.row };
    }
    // `"start": "NAME=value node server.js"`
    const command = node.type === 'String' && typeof node.value === 'string' ? node.value : '';
    for (const { name, is, row } of command === '' ? [] : VARIABLE_SWITCHES) {
      const value = row.needs ? undefined : variableInCommand(command, name);
      if (value !== undefined && is.test(value)) yield { loc: node.loc, row };
    }
  }
}

/** A node and everything below it, in source order. */
function* nodesBelow(root: object): Generator<JsonNode> {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (!isNode(node)) continue;
    yield node;
    const { body, members, elements, name, value } = node;
    for (const child of [body, members, elements, name, value].flat().reverse()) open.push(child);
  }
}

function textOf(node: unknown): string | undefined {
  const value = isNode(node) ? node.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'loc' in value;
}
