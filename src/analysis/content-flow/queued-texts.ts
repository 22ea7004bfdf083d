/**
 * What texts show of how something is put into a queue, before they are parsed: who listens imports nothing from who does.
 */

const REDACTOR = String.raw`\w*(?:anonymi[sz]|deidentif|mask|pseudonymi[sz]|redact|scrub)\w*\s*\(`;

/** Methods that put something into a queue, a topic or a bus, or start a workflow with it. */
const QUEUES =
  /\.\s*(?:add(?:Bulk)?|dispatch|emit|enqueue|execute|publish(?:Message)?|schedule|send(?:Batch|Event|Message(?:s|Batch)?|ToQueue)?|signal|start|trigger)\s*\(/g;

/** `const safe = redact(note)`, `const { text } = await redactNote(note)` */
const REDACTED = new RegExp(
  String.raw`\b(?:const|let)\s+(?:\{\s*([^}]{1,200})\}|([\w$]+))(?:\s*:\s*[^=;\n]{1,100})?\s*=\s*(?:await\s+)?(?:[\w$]+\s*\.\s*){0,4}${REDACTOR}`,
  'g',
);

/** How far behind such a method what it is handed is looked for. */
const MAX_HANDED = 400;

/**
 * True for a text that puts into a queue what a redactor gives, as far as its words show: called in the argument, or before and handed
 * in by its name.
 */
export function queuesRedacted(text: string): boolean {
  if (!/anonymi|deidentif|mask|pseudonymi|redact|scrub/i.test(text)) return false;
  const names = [...text.matchAll(REDACTED)].flatMap(([, keys = '', name = '']) => [
    name,
    ...keys.split(',').map((key) => /([\w$]+)\s*$/.exec(key)?.[1] ?? ''),
  ]);
  const redacts = new RegExp([REDACTOR, ...named(names)].join('|'), 'i');
  return [...text.matchAll(QUEUES)].some(({ index }) => {
    const handed = text.slice(index, index + MAX_HANDED);
    return redacts.test(handed.slice(0, handed.indexOf(';') + 1 || undefined));
  });
}

function named(names: readonly string[]): string[] {
  return names.flatMap((name) =>
    name === '' ? [] : [String.raw`(?<![\w$.])${name.replaceAll('$', '\\$')}(?![\w$])`],
  );
}
