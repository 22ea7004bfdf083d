// Pieces of Markdown.

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

export const code = (text) => `\`${text}\``;

export const list = (items) => items.map((item) => `- ${item}`).join('\n');

/** How the identifiers of a framework were checked, and what to do before anybody prints them. */
export const confidenceOf = ({ confidence, caution, checkedOn }) =>
  `${confidence} (${checkedOn}).${caution ? ` **Read at the source before printing:** ${caution}.` : ''}`;

/** Which baselines select a control of NIST SP 800-53. */
export function selectionOf(baselines) {
  if (!baselines) return '';
  const parts = [
    ...(baselines.nist.length > 0 ? [`NIST ${baselines.nist.join('/')}`] : []),
    ...(baselines.fedramp.length > 0 ? [`FedRAMP Rev 5 ${baselines.fedramp.join('/')}`] : []),
  ];
  return parts.length > 0 ? ` Selected by: ${parts.join(', ')}.` : ' Supplemental: in no baseline.';
}
