/**
 * Where a file takes keys from the environment, and where it chooses between environments.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { environmentReads } from '../clients/environment.ts';
import type { EnvironmentRead } from '../clients/environment.ts';
import type { ClientHere } from '../clients/client.ts';
import { calleeName, contains, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import { wordsOf } from '../syntax/words.ts';
import type { ChoiceNode } from '../syntax/syntax-index.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import { isUndefined } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { makersOf } from '../values/origins.ts';

/** Which names matter. */
export interface EnvironmentWords {
  /** True for variables that hold a key. */
  isKey(name: string): boolean;
  /** The environment that a word stands for. */
  environmentOf(word: string): string | undefined;
}

/** A variable of the environment that is read; by a client, its name is written nowhere. */
export interface KeyRead extends EnvironmentRead {
  /** The client that reads it by itself. */
  readonly by: CallNode | undefined;
}

/** What one environment is given. */
export interface EnvironmentBranch {
  readonly environment: string;
  readonly reads: readonly KeyRead[];
}

/** `production ?? development`: a key, and the one that is taken instead. */
export interface KeyFallback {
  readonly node: TSESTree.LogicalExpression;
  readonly from: KeyRead;
  readonly to: KeyRead;
}

export interface EnvironmentKeys {
  readonly reads: readonly KeyRead[];
  /** Objects, conditions and switches that give each environment something of its own. */
  readonly choices: readonly (readonly EnvironmentBranch[])[];
  readonly fallbacks: readonly KeyFallback[];
  /** Reads by what is named for an environment: `stagingClient`. */
  readonly named: readonly EnvironmentBranch[];
}

const NONE: EnvironmentKeys = { reads: [], choices: [], fallbacks: [], named: [] };

/** Finds what a file does with key variables. */
export function findEnvironmentKeys(
  ev: Evaluator,
  clients: readonly ClientHere[],
  words: EnvironmentWords,
): EnvironmentKeys {
  const reads: KeyRead[] = [
    ...byThemselves(ev, clients),
    ...environmentReads(ev, (name) => words.isKey(name))
      .filter(({ node }) => !isNoUse(node))
      .map((read) => ({ ...read, by: undefined })),
  ];
  if (reads.length === 0) return NONE;
  reads.sort((a, b) => a.node.range[0] - b.node.range[0]);
  const within = (node: Node): readonly KeyRead[] => readsWithin(ev, node, reads);
  return {
    reads,
    choices: ev.index.choices
      .map((node) => branchesOf(node, words, within))
      .filter((branches) => branches.length > 1),
    fallbacks: ev.index.choices.flatMap((node) => fallbackOf(node, within)),
    named: reads.flatMap((read) => namedFor(read, words)),
  };
}

/** Clients that are given no credential, and providers that come ready-made. */
function byThemselves(ev: Evaluator, clients: readonly ClientHere[]): KeyRead[] {
  const made = clients.flatMap(({ call, options, takes }): KeyRead[] => {
    const { ambient } = takes;
    if (!ambient) return [];
    const isBare = ambient.unless.every((path) =>
      options.get(path).every((answer) => isUndefined(answer) === true),
    );
    return isBare ? [{ name: ambient.variable, node: call, written: undefined, by: call }] : [];
  });
  const ready = ev.index.calls.flatMap((call): KeyRead[] => {
    const callee = unwrap(call.callee);
    if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return [];
    const root = callee.type === 'Identifier' ? callee : unwrap(callee.object);
    if (root.type !== 'Identifier' || ev.index.variableOf(root)?.defs[0]?.type !== 'ImportBinding') return [];
    const [answer] = ev.answers(root, []);
    if (answer?.kind !== 'known' || answer.value.kind !== 'api') return [];
    // What a module of the project makes says there which key it takes.
    if (makersOf(answer.value.api).length > 0) return [];
    const name = sdkValueOf(answer.value.api, ev.declared)?.row.client?.ambient?.variable;
    return name === undefined ? [] : [{ name, node: call, written: undefined, by: call }];
  });
  return [...made, ...ready];
}

/** Assigned, deleted, looked at by a test, or kept to be put back: not a use of the key. */
function isNoUse(node: Node): boolean {
  const { parent } = node;
  if (node.type !== 'MemberExpression') return false;
  switch (parent?.type) {
    case 'AssignmentExpression':
      if (parent.left === node) return parent.operator === '=';
      return KEPT.test(calleeName(parent.left) ?? '');
    case 'VariableDeclarator':
      return KEPT.test(calleeName(parent.id) ?? '');
    case 'CallExpression':
      return /^(?:expect|assert)$/.test(calleeName(parent.callee) ?? '');
    case 'UnaryExpression':
      return parent.operator === 'delete';
    default:
      return false;
  }
}

/** How tests name what they put back afterwards. */
const KEPT = /^_?(?:backup|before|initial|old|orig|prev|restore|saved|snapshot)/i;

/** The environment that the name of what reads a key speaks of; nothing where it speaks of two. */
function namedFor(read: KeyRead, words: EnvironmentWords): EnvironmentBranch[] {
  for (let node = read.node.parent; node; node = node.parent) {
    const spoken = new Set(
      wordsOf(holderName(node) ?? '').flatMap((word) => words.environmentOf(word) ?? []),
    );
    if (spoken.size > 0)
      return spoken.size === 1 ? [...spoken].map((environment) => ({ environment, reads: [read] })) : [];
    if (node.type === 'FunctionDeclaration') return [];
  }
  return [];
}

/** The name of what an expression is kept in or given by. */
function holderName(node: Node): string | undefined {
  switch (node.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
      return node.id?.type === 'Identifier' ? node.id.name : undefined;
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return writtenKey(node);
    case 'AssignmentExpression':
      return calleeName(node.left);
    default:
      return undefined;
  }
}

/** The reads inside an expression, or in what it stands for. */
function readsWithin(ev: Evaluator, node: Node, reads: readonly KeyRead[]): readonly KeyRead[] {
  const inside = reads.filter((read) => contains(node, read.node));
  if (inside.length > 0) return inside;
  // const { ANTHROPIC_API_KEY_PROD } = process.env
  const names: readonly Node[] = ev.index.variableOf(unwrap(node))?.identifiers ?? [];
  const taken = reads.filter((read) => names.some((name) => contains(read.node, name)));
  if (taken.length > 0) return taken;
  const places = ev.answers(node, []).map((answer) => answer.node);
  return reads.filter((read) => places.some((place) => contains(read.node, place)));
}

/** How messages name what a condition leaves over. */
const OTHER = 'any other';

function branchesOf(
  node: ChoiceNode,
  words: EnvironmentWords,
  within: (node: Node) => readonly KeyRead[],
): EnvironmentBranch[] {
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((property): EnvironmentBranch[] => {
        const environment =
          property.type === 'Property' ? words.environmentOf(writtenKey(property) ?? '') : undefined;
        return environment !== undefined && property.type === 'Property'
          ? [{ environment, reads: within(property.value) }]
          : [];
      });
    case 'SwitchStatement':
      return node.cases.flatMap(({ test }, i): EnvironmentBranch[] => {
        const environment = test ? words.environmentOf(literalText(test) ?? '') : OTHER;
        // Cases without code of their own run into the next.
        const code = node.cases.slice(i).find(({ consequent }) => consequent.length > 0)?.consequent ?? [];
        return environment === undefined ? [] : [{ environment, reads: code.flatMap(within) }];
      });
    case 'ConditionalExpression': {
      const environment = environmentAsked(node.test, words);
      return environment === undefined
        ? []
        : [
            { environment, reads: within(node.consequent) },
            { environment: OTHER, reads: within(node.alternate) },
          ];
    }
    default:
      return [];
  }
}

/** The environment that a condition asks for: `isProd`, `env === "production"`. */
function environmentAsked(test: Node, words: EnvironmentWords): string | undefined {
  const condition = unwrap(test);
  switch (condition.type) {
    case 'Identifier':
    case 'MemberExpression':
    case 'CallExpression': {
      const name = calleeName(condition.type === 'CallExpression' ? condition.callee : condition) ?? '';
      return words.environmentOf(
        name.replace(/^(?:is|in|_)+(?=[A-Z_])/i, '').replace(/^_|(?:Env|Mode|_)$/g, ''),
      );
    }
    case 'UnaryExpression': {
      const asked = environmentAsked(condition.argument, words);
      return asked === undefined ? undefined : `not ${asked}`;
    }
    case 'BinaryExpression':
      for (const side of [condition.left, condition.right]) {
        const environment = words.environmentOf(literalText(side) ?? '');
        if (environment !== undefined)
          return condition.operator.startsWith('!') ? `not ${environment}` : environment;
      }
      return undefined;
    default:
      return undefined;
  }
}

/** A key of one environment, or that of another. */
function fallbackOf(node: ChoiceNode, within: (node: Node) => readonly KeyRead[]): KeyFallback[] {
  if (node.type !== 'LogicalExpression' || node.operator === '&&') return [];
  const left = unwrap(node.left);
  // In `a ?? b ?? c` what b falls back to is c.
  const last = left.type === 'LogicalExpression' ? left.right : left;
  const instead = within(node.right);
  return instead.length === 0
    ? []
    : within(last).flatMap((from) => instead.map((to) => ({ node, from, to })));
}
