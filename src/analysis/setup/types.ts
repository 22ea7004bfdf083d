/**
 * How a file sets its SDKs up: the clients it makes, the variables it sets, what it prints of them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RequestParams } from '../values/object-view.ts';
import type { ClientHere } from '../clients/client.ts';
import type { VariableSet } from '../clients/environment.ts';
import type { CallNode, Node, Resolved } from '../syntax/types.ts';

/** A call of something that a module exports. */
export interface ModuleCall {
  readonly node: CallNode;
  /** The module, as it is written. */
  readonly source: string;
  /** The last name on the way from the module to what is called. */
  readonly name: string;
  /** One of its arguments, as options. */
  argument(position: number): RequestParams;
  /** The first argument is, or does, something with Claude: a client, a model, a function that calls it. */
  readonly holdsClaude: boolean;
}

/** An environment variable that the file sets, for itself or for a process it starts. */
export interface SetVariable extends VariableSet {
  /** A condition that is not about the variable itself decides whether it is set. */
  readonly conditional: boolean;
}

/** Which calls are asked for. */
export interface CallQuery {
  readonly module: RegExp;
  /** Last names on the way from the module. */
  readonly names?: readonly string[];
  /** Any call that is handed an object with this key, whatever its name. */
  readonly key?: string;
}

/** What is known of a file's setup. Everything is computed when it is asked for. */
export interface Setup {
  /** The API clients that it makes. */
  clients(): readonly ClientHere[];
  /** True where a node stands on one side of a condition that asks for an environment or a flag. */
  isByFlag(node: Node): boolean;
  calls(query: CallQuery): readonly ModuleCall[];
  /** Where a variable is set. */
  variables(name: string): readonly SetVariable[];
  /** The values that any object or environment of the file is given under a name. */
  given(name: string): Resolved | readonly [];
  /** Values written to a property of a client after it was made. */
  writesToClient(name: string): readonly { readonly node: Node; readonly value: Resolved }[];
  /** True for an object that the file says is of a type of a module: `const telemetry: TelemetrySettings = { … }`. */
  isOfType(object: Node, module: RegExp, type: RegExp): boolean;
  /** The objects that are given a property of this name. */
  objectsWith(key: string): readonly TSESTree.ObjectExpression[];
  /** Clients handed to something that prints them with all they hold. */
  printedClients(): readonly Node[];
  /** The file has to do with Claude beyond a word in it. */
  readonly evident: boolean;
  /** A module of which the file loads something, types excepted. */
  loads(module: RegExp): boolean;
}
