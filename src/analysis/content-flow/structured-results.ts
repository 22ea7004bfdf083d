/**
 * What the request's own schema says of its result: where only numbers, flags and listed words can stand.
 */
import type { CallSite } from '../requests/call-site.ts';
import { pathsOf } from '../sdk-surface/index.ts';
import type { Answer, Path } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { isClosed } from './closed-values.ts';

/** Where a structured result stands, and where the request has its schema. */
const STRUCTURED: ReadonlyMap<string, readonly string[]> = new Map([
  ['object', ['schema']],
  ['output', ['output']],
  ['experimental_output', ['experimental_output']],
  ['parsed_output', ['output_config.format', 'output_format']],
]);
/** Where a request has the schema of the text that it gives back. */
const TEXT_FORMATS = ['output_config.format', 'output_format'];
/** Where tools have theirs, by SDK. */
const TOOL_SCHEMAS = ['input_schema', 'inputSchema', 'parameters'];
/** Types of JSON Schema without free text. */
const CLOSED_TYPES: ReadonlySet<unknown> = new Set(['boolean', 'integer', 'null', 'number']);

/** True when the request's own schema lets only numbers, flags and listed words through at a path of its result. */
export function closedBySchema(ev: Evaluator, site: CallSite, path: Path): boolean {
  const at = path.findIndex((step) => STRUCTURED.has(step));
  const rest = path.slice(at + 1);
  if (at >= 0 && rest.length > 0) {
    const places = STRUCTURED.get(path[at] ?? '') ?? [];
    if (places.some((place) => site.params.get(place).some((answer) => closes(ev, answer, rest))))
      return true;
  }
  return closedText(ev, site, path) || closedInput(ev, site, path);
}

/** `zodOutputFormat(schema, "name")`, `Output.object({ schema })`, a schema as it is. */
function closes(ev: Evaluator, answer: Answer, rest: Path): boolean {
  if (isClosed(ev, [answer], rest)) return true;
  if (answer.kind !== 'known' || answer.value.kind !== 'api' || answer.value.api.step.kind !== 'call')
    return false;
  const [given] = answer.value.api.step.node.arguments;
  if (!given) return false;
  const read: Read = (keys) => ev.answers(given, keys);
  return (
    isClosed(ev, read([]), rest) ||
    isClosed(ev, read(['schema']), rest) ||
    closedByJsonSchema(read, rest) ||
    closedByJsonSchema((keys) => read(['schema', ...keys]), rest)
  );
}

/** What is parsed of a text whose format the request gives: `JSON.parse(message.content[0].text).urgency`. */
function closedText(ev: Evaluator, site: CallSite, path: Path): boolean {
  const text = path.lastIndexOf('text');
  const rest = path.slice(text + 1);
  if (text < 0 || rest.length === 0) return false;
  return TEXT_FORMATS.flatMap((format) => pathsOf(site.operation, format)).some((place) => {
    if (!site.params.mentions(place.split('.').at(-1) ?? '')) return false;
    const made = site.params.get(place);
    if (made.length > 0 && made.every((answer) => closes(ev, answer, rest))) return true;
    return closedByJsonSchema((keys) => site.params.get([place, 'schema', ...keys].join('.')), rest);
  });
}

/** The input of a strict tool: `block.input.urgency`, where no tool of the request lets a text through under that name. */
function closedInput(ev: Evaluator, site: CallSite, path: Path): boolean {
  const input = path.lastIndexOf('input');
  const rest = path.slice(input + 1);
  if (input < 0 || rest.length === 0 || !site.params.mentions('strict')) return false;
  const tools = pathsOf(site.operation, 'tools[*]').flatMap((place) => site.params.get(place));
  const described = tools.filter((tool) => tool.kind !== 'absent');
  return (
    described.length > 0 &&
    described.every((tool) => {
      if (tool.kind !== 'known' || !['object', 'literal'].includes(tool.value.kind)) return false;
      const read: Read = (keys) => ev.answers(tool.node, keys);
      if (!read(['strict']).some((answer) => literalOf(answer) === true)) return false;
      return TOOL_SCHEMAS.some((key) => closedByJsonSchema((keys) => read([key, ...keys]), rest));
    })
  );
}

/** Reads a part of a schema. */
type Read = (keys: Path) => readonly Answer[];

/** True when a JSON schema lets only numbers, flags and listed words through at a path. */
function closedByJsonSchema(read: Read, path: Path): boolean {
  const [key, ...rest] = path;
  if (key !== undefined) {
    const isElement = key === '*' || /^\d+$/.test(key);
    const below = isElement ? ['items'] : ['properties', key];
    return closedByJsonSchema((keys) => read([...below, ...keys]), rest);
  }
  const isThere = (keyword: string): boolean => {
    const answers = read([keyword]);
    // What a package makes may have any key.
    const isWritten = (answer: Answer): boolean => answer.kind === 'known' && answer.value.kind !== 'api';
    return answers.length > 0 && answers.every(isWritten);
  };
  if (isThere('enum') || isThere('const')) return true;
  const types = read(['type']);
  const listed = types.some((a) => a.kind === 'known' && a.value.kind === 'array')
    ? read(['type', '*'])
    : types;
  return listed.length > 0 && listed.every((answer) => CLOSED_TYPES.has(literalOf(answer)));
}
