/**
 * Repeatable random choices (xorshift32).
 *
 * @param {number} seed any whole number
 */
export function createRandom(seed) {
  // Multiplying spreads neighbouring seeds; zero would stay zero.
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 8; i += 1) next();

  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    /** A whole number, both ends included. */
    int,
    pick: (list) => list[int(0, list.length - 1)],
    /** A shuffled copy. */
    shuffle(list) {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
  };
}
