/**
 * What a walk remembers of the places that it was at.
 */
import type { Frame, Node, Path } from '../syntax/types.ts';

/** Values by place. Most questions are for a node as a whole, in no frame: they need no map of their own. */
export class PlaceMemory<Value> {
  readonly #wholes = new Map<Node, Value | undefined>();
  readonly #parts = new Map<Node, Map<string, Value | undefined>>();
  readonly #frames = new Map<Frame, number>();

  /** A key of its own for each path, frame and mode; empty for the whole of a node. */
  keyOf(path: Path, frame: Frame | undefined, mode: string): string {
    const keys = path.length === 0 ? '' : path.join('\u0000');
    if (!frame && mode === '') return keys;
    return `${keys}\u0001${frame ? String(this.#idOf(frame)) : '0'}${mode}`;
  }

  #idOf(frame: Frame): number {
    let id = this.#frames.get(frame);
    if (id === undefined) this.#frames.set(frame, (id = this.#frames.size + 1));
    return id;
  }

  get(node: Node, key: string): Value | undefined {
    return key === '' ? this.#wholes.get(node) : this.#parts.get(node)?.get(key);
  }

  set(node: Node, key: string, value: Value | undefined): void {
    if (key === '') {
      this.#wholes.set(node, value);
      return;
    }
    const parts = this.#parts.get(node);
    if (parts) parts.set(key, value);
    else this.#parts.set(node, new Map([[key, value]]));
  }
}
