/**
 * Texts of files, as many as there is room for: last used, last forgotten.
 */
import type { Stamp, TextFile } from './disk.ts';

export class KeptTexts {
  readonly #texts = new Map<string, TextFile>();
  readonly #most: number;
  #kept = 0;

  /** @param most characters that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** The text that is kept of a file if it is still that of the disk; else what is read. */
  get(path: string, stamp: Stamp | undefined, read: () => TextFile | undefined): string | undefined {
    const kept = this.#texts.get(path);
    if (kept && kept.stamp === stamp) {
      this.#texts.delete(path);
      this.#texts.set(path, kept);
      return kept.text;
    }
    const found = read();
    if (found) this.#keep(path, found);
    return found?.text;
  }

  #keep(path: string, file: TextFile): void {
    this.#kept += file.text.length - (this.#texts.get(path)?.text.length ?? 0);
    this.#texts.delete(path);
    this.#texts.set(path, file);
    for (const [oldest, { text }] of this.#texts) {
      if (this.#kept <= this.#most || oldest === path) break;
      this.#texts.delete(oldest);
      this.#kept -= text.length;
    }
  }
}
