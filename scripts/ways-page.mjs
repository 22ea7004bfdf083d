// docs/ways-to-call.md, from facts/ways.mjs and the surface's own rows.
import { CLAUDE_COMMAND, POST_MESSAGES, ROWS } from '../dist/analysis/sdk-surface/index.js';
import { WAYS } from '../facts/ways.mjs';
import { code, table } from './markdown.mjs';

/** What a way does: the operation of its row. */
export function operationOf({ row }) {
  const operation = [CLAUDE_COMMAND, POST_MESSAGES].find(({ id }) => id === row) ?? ROWS.get(row)?.operation;
  if (!operation) throw new Error(`facts/ways.mjs: no row "${row}" with an operation`);
  return operation;
}

/** The spelling of the geography, or what decides in its place. */
function geographyOf(way) {
  if (way.place) return way.place;
  const { geo } = operationOf(way);
  return geo?.kind === 'field' ? code(geo.path.replaceAll('[*]', '[]')) : 'none: the workspace decides';
}

export function waysTable() {
  return table(
    ['Package', 'Entry', 'Geography', 'Model', 'Content', 'Checked on'],
    WAYS.map((way) => {
      const { id, model } = operationOf(way);
      const at =
        model === '@0'
          ? 'the first argument'
          : model === undefined
            ? '`--model`'
            : code(model.replaceAll('[*]', '[]'));
      return [code(way.packages), code(id), geographyOf(way), at, way.content, way.checkedOn];
    }),
  );
}

export function waysSnippets() {
  return WAYS.map(
    (way) => `### ${operationOf(way).id} of ${way.packages}\n\n\`\`\`ts\n${way.code}\n\`\`\``,
  ).join('\n\n');
}
