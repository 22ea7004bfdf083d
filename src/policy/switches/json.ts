/**
 * The variables of the catalogue in JSON: environments, and commands in the scripts of a `package.json`.
 */
import { variableInCommand } from '../../analysis/setup/index.ts';
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
  readonly value?: unknown;
  readonly name?: unknown;
}

/**
 * Listeners for the JSON language.
 *
 * @param report is told of each place and the row it turns on
 */
export function variablesInJson(
  report: (loc: Location, row: ContentSwitch) => void,
): Record<string, (node: never) => void> {
  return {
    /** `"env": { "NAME": "value" }` */
    Member(node: JsonNode) {
      const name = textOf(node.name);
      const value = textOf(node.value);
      const found = VARIABLE_SWITCHES.find((v) => v.name === name && value !== undefined && v.is.test(value));
      if (found && !found.row.needs) report(node.loc, found.row);
    },
    /** `"start": "NAME=value node server.js"` */
    String(node: JsonNode) {
      const command = typeof node.value === 'string' ? node.value : '';
      for (const { name, is, row } of VARIABLE_SWITCHES) {
        const value = row.needs ? undefined : variableInCommand(command, name);
        if (value !== undefined && is.test(value)) report(node.loc, row);
      }
    },
  };
}

function textOf(node: unknown): string | undefined {
  const value = (node as JsonNode | null | undefined)?.value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
