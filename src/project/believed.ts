/**
 * What a search through a whole project has found, which is not repeated for every file that is linted.
 */
import type { ModuleTexts } from './module-texts.ts';

/** How long it is believed at least while files are linted one after the other, in milliseconds. */
const FRESH_MS = 10_000;

/** A search that took long is not repeated all the time. */
const TIMES_ITS_COST = 50;

interface Kept<Value> {
  readonly value: Value;
  readonly generation: number;
  readonly until: number;
}

/** Findings of one kind of search, by what was searched. Forgotten when somebody may have changed something. */
export class Believed<Value> {
  readonly #kept = new WeakMap<ModuleTexts, Map<string, Kept<Value>>>();

  /** What is known of a key; else what is found. */
  get(texts: ModuleTexts, key: string, search: () => Value): Value {
    const kept = this.#kept.get(texts) ?? new Map<string, Kept<Value>>();
    this.#kept.set(texts, kept);
    const known = kept.get(key);
    const now = performance.now();
    if (known?.generation === texts.generation && (texts.isHeld || now < known.until)) return known.value;
    const value = search();
    const end = performance.now();
    const until = end + Math.max(FRESH_MS, TIMES_ITS_COST * (end - now));
    kept.set(key, { value, generation: texts.generation, until });
    return value;
  }
}
