/**
 * The configuration of Nuxt, of which one part is sent to every page.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { namesOf } from '../values/origins.ts';

/** An entry of the public part, where it is written or read. */
export interface PublicEntry {
  readonly name: string;
  readonly node: Node;
  /** What it is given; undefined where it is read. */
  readonly value: Node | undefined;
}

/** The public entry that a value is read from: `useRuntimeConfig().public.key`. */
export function publicEntryRead(answer: Answer): PublicEntry | undefined {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return undefined;
  const names = namesOf(answer.value.api).filter((name) => name !== '()');
  const at = names.findIndex((name) => /^(?:useRuntimeConfig|\$config|runtimeConfig)$/.test(name));
  const [part, ...rest] = names.slice(at + 1);
  const name = rest.at(-1);
  return at >= 0 && part === 'public' && name !== undefined
    ? { name, node: answer.node, value: undefined }
    : undefined;
}

/** The public entries that the file writes: `defineNuxtConfig({ runtimeConfig: { public: { … } } })`. */
export function publicEntries(ev: Evaluator): PublicEntry[] {
  return ev.index
    .propertiesNamed('public')
    .filter((property) => {
      const owner = property.parent.parent;
      return owner.type === 'Property' && writtenKey(owner) === 'runtimeConfig';
    })
    .flatMap(({ value }) => entriesIn(unwrap(value)));
}

function entriesIn(object: Node): PublicEntry[] {
  if (object.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property): PublicEntry[] => {
    if (property.type !== 'Property') return [];
    const value = unwrap(property.value);
    const inner = entriesIn(value);
    return inner.length > 0 ? inner : entryOf(property, value);
  });
}

function entryOf(property: TSESTree.Property, value: Node): PublicEntry[] {
  const name = writtenKey(property);
  return name === undefined ? [] : [{ name, node: property.key, value }];
}
