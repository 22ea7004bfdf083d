/**
 * What names say about values and functions whose insides the file does not show. Data, and the one way to read it.
 */
import { wordsOf } from '../syntax/words.ts';

/** Last words of names of things that describe content or a request and hold none of it. */
const METADATA = new Set(
  (
    'id ids uuid guid sid cuid ulid key keys count counts length len size sizes total totals num number index idx ' +
    'position offset limit page pages max min avg sum ratio percent percentage progress step round turn attempt ' +
    'attempts retries retry status type types kind model models role roles lang language locale timezone tz date time ' +
    'timestamp at ms millis seconds sec duration latency elapsed ttl timeout delay age year month day version mode format ' +
    'level score scores confidence probability rating rank weight temperature tokens token usage cost costs price budget ' +
    'currency unit width height url uri path paths file filename filepath dir directory folder ext extension mime mimetype ' +
    'flag enabled disabled active done ok success valid found exists provider vendor env environment region port host hostname ' +
    'hash digest checksum signature fingerprint hmac exit method priority severity category categories sentiment ' +
    'decision outcome verdict approved tier difficulty tag tags headers constructor stop finished effort domain slug identifier identifiers verified branch commit sha ip tone style genre mood theme platform framework frameworks author agent direction country ' +
    'countries industry industries jurisdiction channel sector classification originalname grade'
  ).split(' '),
);

/** Things whose name says what they are, and nothing of what a person wrote. */
const NAMED_THINGS = new Set(
  (
    'agent app bank block brand bucket business class clinic column config department event field file flow function index intent job lender method model node ' +
    'org organisation organization package plugin product project provider repo rule schema server service table template tool workflow workspace'
  ).split(' '),
);

/** True for the name of a thing: `toolName`, or `name` behind `tool`. */
export function isNameOfThing(name: string, before = ''): boolean {
  const words = wordsOf(`${before}_${name}`);
  return words.at(-1) === 'name' && NAMED_THINGS.has(words.at(-2) ?? '');
}

/** Last words that describe only behind another one: `statusCode`, `stop_reason`, but not `code` or `reason`. */
const METADATA_BEHIND = new Set(['code', 'reason', 'state']);

/** True for a name such as `userId`, `tokenCount`, `stop_reason`, `language`. */
export function isMetadataName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (METADATA.has(last) || (words.length > 1 && METADATA_BEHIND.has(last))) return true;
  return words.includes('tokens') || /^(?:is|has|should|can|was|did|needs)$/.test(words[0] ?? '');
}

/** Words of names of what tells one thing from another. */
const IDS = new Set('cuid guid id ids uid ulid uuid uuids'.split(' '));

/** True for a name such as `id`, `requestIds`. */
export function isIdName(name: string): boolean {
  return IDS.has(wordsOf(name).at(-1) ?? '');
}

/** Things that have a code, which is one of a list. */
const CODED = new Set(
  'category country currency error exit http intent label language locale outcome reason result status topic'.split(
    ' ',
  ),
);

/** True for the name of one of a list, behind the name of what it is of: `code` of `topic.code`. */
export function isListedCode(name: string, before = ''): boolean {
  return name === 'code' && CODED.has(wordsOf(before).at(-1) ?? '');
}

/** True for a constant of the source, whose text is no secret: `SYSTEM_PROMPT`. */
export function isConstantName(name: string): boolean {
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name) && name.length > 2;
}

const HASHES = new Set(
  'hash hashed hasher hmac digest sha1 sha256 sha384 sha512 md5 checksum fingerprint crc crc32 blake2 blake3 encrypt cipher sign'.split(
    ' ',
  ),
);
/** Functions that take identifying data out. */
const REDACTS =
  /^(?:redact|mask|deidentif|scrub|anonymi[sz]|tokeni[sz]e|pseudonymi[sz]|obfuscat|censor|withhold)/;
const COUNTS = new Set(
  'count estimate measure is has validate check verify compare detect classify'.split(' '),
);

/** Words of functions that give back what they are handed, in another form. */
const KEEPS = new Set(
  (
    'append assemble b64 base64 build capitalize chunk clean clip colorize combine compose concat content convert crop ' +
    'decode dedent dump embed encode escape excerpt extract fill flatten format highlight html ' +
    'indent inspect interpolate join json jsonify lower make markdown marked md merge message messages normalize pad parse ' +
    'pick preview pretty prettify print prompt quote raw render repr sanitize serialize shorten slice snippet split stringify strip ' +
    'substitute summary template text title to trim truncate unescape unwrap upper wrap xml yaml'
  ).split(' '),
);

/** First words of functions that look something up by what they are handed. */
const FETCHES = new Set(
  'delete fetch find get insert list load lookup open post query read remove retrieve save search select send store update write'.split(
    ' ',
  ),
);

/** First words of functions whose last word names where they look, not what they give: `readFile`, `loadPage`. */
const READS = new Set(['download', 'fetch', 'load', 'open', 'read', 'scrape']);

/** True for a function that gives what is in a file or at an address. */
export function isReading(name: string): boolean {
  return READS.has(wordsOf(name)[0] ?? '');
}

/** True for a function whose name says that it makes a hash or a cipher of what it is handed: nothing of it is left. */
export function isHashing(name: string): boolean {
  return wordsOf(name).some((word) => HASHES.has(word));
}

/**
 * What a function does with the content it is handed, by its name. `settled`: drops it, by the user's settings. `redacts`: takes out
 * of it what identifies, or makes a hash of it.
 */
export type Treatment = 'drops' | 'keeps' | 'redacts' | 'settled' | 'unknown';

/**
 * Judges a function by its name.
 *
 * @param redactors names that settings add (`true`) or take away (`false`)
 */
export function treatmentOf(name: string, redactors: Readonly<Record<string, boolean>>): Treatment {
  const said = Object.hasOwn(redactors, name) ? redactors[name] : undefined;
  if (said === true) return 'settled';
  const words = wordsOf(name);
  const [first = ''] = words;
  if (said !== false && words.some((word) => REDACTS.test(word))) return 'redacts';
  if (isHashing(name)) return 'redacts';
  if (COUNTS.has(first)) return 'drops';
  // `pRetry`, `pTimeout`: packages that wait for a promise, and give what it gives.
  if (/^p[A-Z]/.test(name)) return 'keeps';
  // `getNoteById` gives a note, `byId` what has it, and `readFile` what is in the file.
  const by = words.indexOf('by');
  const given = by >= 0 ? words.slice(0, by) : words;
  // `runUntilDone` and `withRetry` run, and give what comes of it; `createAgent` makes something to ask.
  const makes = first === 'run' || first === 'with' || given.at(-1) === 'agent';
  if (given.length > 1 && !makes && !READS.has(first) && isMetadataName(given.join('_'))) return 'drops';
  return !FETCHES.has(first) && words.some((word) => KEEPS.has(word)) ? 'keeps' : 'unknown';
}

/** Methods whose result says something about the receiver and holds nothing of it. */
export const DROPPING_METHODS: ReadonlySet<string> = new Set(
  (
    'includes indexOf lastIndexOf startsWith endsWith test search localeCompare charCodeAt codePointAt every some findIndex ' +
    'findLastIndex has keys push unshift add set delete clear getTime toFixed isArray countTokens abort cancel close end ' +
    'destroy pause resume removeListener off once setEncoding byteLength subarrayLength emit write pipeTo'
  ).split(' '),
);

/** Methods of strings, lists and streams that give back what the receiver holds, or a part of it. */
export const KEEPING_METHODS: ReadonlySet<string> = new Set(
  (
    'at charAt concat copyWithin decode entries fill filter find findLast flat join match matchAll normalize padEnd padStart pop ' +
    'repeat replace replaceAll reverse shift slice sort splice split substr substring tee toArray toJSON toLocaleLowerCase ' +
    'toLocaleUpperCase toLowerCase toReversed toSorted toSpliced toString toUpperCase trim trimEnd trimLeft trimRight trimStart ' +
    'valueOf values with getReader pipeThrough unref anchor bold'
  ).split(' '),
);

/** Of these, the methods whose arguments enter the result as well. */
export const MERGING_METHODS: ReadonlySet<string> = new Set([
  'concat',
  'decode',
  'fill',
  'padEnd',
  'padStart',
  'replace',
  'replaceAll',
  'splice',
  'with',
]);

/** Of these, the methods that give one element, or a text of all. */
export const PICKING_METHODS: ReadonlySet<string> = new Set([
  'at',
  'find',
  'findLast',
  'join',
  'pop',
  'shift',
]);

/** Functions of the language whose result holds what they are handed, by object and name. */
export const KEEPING_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'JSON.stringify JSON.parse String structuredClone decodeURIComponent encodeURIComponent escape unescape atob btoa Array.from ' +
    'Array.of Buffer.from Buffer.concat Object.assign Object.entries Object.freeze Object.fromEntries Object.values Promise.all Promise.allSettled ' +
    'Promise.any Promise.race Promise.resolve String.raw util.format util.inspect inspect format firstValueFrom lastValueFrom'
  ).split(' '),
);

/** Objects of the language, and modules, whose functions give numbers, flags and names. */
export const DROPPING_OBJECTS: ReadonlySet<string> = new Set([
  'Atomics',
  'Boolean',
  'Date',
  'Intl',
  'Math',
  'Number',
  'Reflect',
  'Symbol',
  'crypto',
  'os',
  'path',
  'performance',
]);

/** Functions of the language that give numbers and flags. */
export const DROPPING_FUNCTIONS: ReadonlySet<string> = new Set([
  'BigInt',
  'Boolean',
  'Date',
  'Number',
  'Symbol',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'setInterval',
  'setTimeout',
]);
