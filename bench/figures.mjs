/**
 * Medians, ratios, and how they are shown.
 */

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The median of the ratios of chunks that were linted side by side, which a stray pause does not move,
 * and the ratio of the sums, in which a few dear files count for what they take.
 *
 * @param {number[][]} rounds a configuration's figures: round, chunk
 * @param {number[][]} base those of the configuration it is compared with
 * @returns {{ value: number, low: number, high: number, sums: number }} over all rounds; `low` and `high` are
 *   the lowest and the highest median of a round
 */
export function ratio(rounds, base) {
  const ratios = rounds.map((chunks, round) => chunks.map((time, chunk) => time / base[round][chunk]));
  const medians = ratios.map(median);
  return {
    value: median(ratios.flat()),
    low: Math.min(...medians),
    high: Math.max(...medians),
    sums: total(rounds) / total(base),
  };
}

const total = (rounds) => rounds.flat().reduce((sum, time) => sum + time, 0);

export const spread = ({ low, high }) => `${low.toFixed(3)}..${high.toFixed(3)}`;

/** How far a ratio is from 1: `+0.4 %`. */
export function percent(value) {
  const off = ((value - 1) * 100).toFixed(1);
  return `${off.startsWith('-') ? '' : '+'}${off} %`;
}

/** Lines of aligned columns: the first to the left, the others to the right. */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');
  return [head, ...rows].map((row) => `  ${line(row)}`.trimEnd()).join('\n');
}
