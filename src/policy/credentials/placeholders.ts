/**
 * Is a text a stand-in for a credential? Decided by its structure: what is drawn at random has no runs, no
 * repetitions and no words.
 */

/** Words that nobody has in a credential, wherever they stand in it. */
const STAND_INS: ReadonlySet<string> = new Set(
  `anonymized bar baz blah bogus censored changeme demo dev1 dummy empty example examples fake faked fixture foo foobar
  goes here hidden ignored inject injected insert invalid ipsum jest local localhost lorem masked mock mocked mykey needed no noop none not
  null obfuscated omitted placeholder playwright provide provided qux real redacted removed replace replaced required
  sample sanitized scrubbed should specified stub stubbed tbd template test tested testing tests thekey
  todo undefined unit unset unused use vitest whatever xxx your yours yourkey`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that make a phrase, or a label, of the words beside them. */
const FILLERS: ReadonlySet<string> = new Set(
  `a access admin an and anthropic any api apikey app as auth authtoken aws bearer bedrock by claude cli client code config
  credential credentials custom default enter env environment for foundry from gateway get google header id in is it
  key keys legacy llm managed model my name of off on openai option or password prod production provider proxy public secret secrets
  server service set setting sk some staging string test the this to token tokens user v value variable vertex via with x`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const ROWS_OF_KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Words inside a body without separators, long enough not to come about by chance. */
const LONG_STAND_INS =
  /example|dummy|placeholder|redacted|sample|testing|changeme|notareal|fake[-_]?key|yourkey|your[-_]api/i;
/** Shorter ones count in short bodies, in one of the three ways in which words are written. */
const SHORT_STAND_INS = /fake|FAKE|Fake|test|TEST|Test|mock|MOCK|Mock|todo|TODO|xxxx|XXXX/;

/**
 * True when the part of a credential that should be random is not.
 *
 * @param body the credential without the characters that all of its family start with
 * @param oneCase real ones have capitals and digits only
 */
export function isPlaceholderBody(body: string, oneCase: boolean): boolean {
  if (new Set(body).size < Math.min(8, body.length / 2)) return true;
  if (LONG_STAND_INS.test(body) || (body.length < 60 && SHORT_STAND_INS.test(body))) return true;
  if (wordsOf(body).some((word) => STAND_INS.has(word) && word.length > 3)) return true;
  if (patternedShare(body) >= 0.35 || repeatedShare(body) > 0.3) return true;
  return !oneCase && (wordedShare(body) >= 0.6 || classesOf(body) < 2);
}

/**
 * True when a text given as a credential is none: a stand-in, a reference to a secret kept elsewhere, a label, a phrase.
 *
 * @param value whatever was written
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length < 6 || /\s/.test(text)) return true;
  if (/[<>{}[\]()|\\…•]|\.{3}|\*{2}|^[$%@#]|\$\w|%\w+%/.test(text)) return true;
  // The name of a variable, a reference, an address, a path.
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text)) return true;
  if (
    /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:arn|env|file|op|secrets?|ssm|vault|keychain|projects|aws|gcp|data)[:/]|\.{0,2}\/(?:run|etc|var|mnt)\/|\.{1,2}\/|~\/)/i.test(
      text,
    )
  )
    return true;
  if (isPlaceholderValueBody(text)) return true;
  return isPhrase(text);
}

function isPlaceholderValueBody(text: string): boolean {
  const words = wordsOf(text);
  if (words.some((word) => STAND_INS.has(word)) || LONG_STAND_INS.test(text)) return true;
  if (new Set(text).size < 4) return true;
  return patternedShare(text) >= 0.5 || (text.length >= 16 && repeatedShare(text) > 0.3);
}

/** `via-gateway`, `lm-studio`, `my-secret-key-1`: words that say something, and no more than a number beside them. */
function isPhrase(text: string): boolean {
  const parts = text
    .split(/[^A-Za-z0-9]+/)
    .flatMap(humpsOf)
    .filter((part) => part !== '');
  if (parts.length === 0) return true;
  const worded = parts.every((part) => isWord(part) || /^\d{1,4}$/.test(part) || isNumberedFiller(part));
  if (!worded) return false;
  return parts.length <= 2 || parts.some((part) => FILLERS.has(part.toLowerCase().replace(/\d+$/, '')));
}

/** `key1`, `token42`, `v2`. */
function isNumberedFiller(part: string): boolean {
  const word = /^([a-z]+)\d{1,4}$/i.exec(part)?.[1]?.toLowerCase();
  return word !== undefined && (FILLERS.has(word) || STAND_INS.has(word));
}

/** The parts of `camelCase` and `PascalCase`; anything else stays as it is. */
function humpsOf(part: string): string[] {
  return /^[A-Za-z][a-z]+(?:[A-Z][a-z]+)+$/.test(part) ? part.split(/(?=[A-Z])/) : [part];
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^A-Za-z0-9]+/)
    .flatMap(humpsOf)
    .map((part) => part.toLowerCase().replace(/\d+$/, ''))
    .filter((part) => part !== '');
}

/** Letters of one case, or capitalised, with vowels as words have them. */
function isWord(part: string): boolean {
  if (!/^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(part) || part.length > 20) return false;
  const vowels = part.match(/[aeiouy]/gi)?.length ?? 0;
  return part.length <= 3 || (vowels / part.length >= 0.2 && !/[^aeiouy]{6}/i.test(part));
}

/** How much of a text is runs: `aaaa`, `1234`, `dcba`, `qwerty`, `a1b2c3`. */
function patternedShare(text: string): number {
  const lower = text.toLowerCase();
  const covered = new Array<boolean>(lower.length).fill(false);
  for (const [stride, least] of [
    [1, 3],
    [2, 6],
  ] as const) {
    for (const step of [0, 1, -1]) {
      let start = 0;
      for (let i = stride; i <= lower.length; i += 1) {
        if (i < lower.length && follows(lower, i - stride, i, step)) continue;
        if (i - start >= least) covered.fill(true, start, i);
        start = i - stride + 1;
      }
    }
  }
  for (const row of ROWS_OF_KEYS) {
    for (let i = 0; i + 4 <= lower.length; i += 1) {
      if (row.includes(lower.slice(i, i + 4))) covered.fill(true, i, i + 4);
    }
  }
  return covered.filter(Boolean).length / Math.max(text.length, 1);
}

/** True when one character comes `step` after another in the alphabet or the digits; `0` follows `9`. */
function follows(text: string, from: number, to: number, step: number): boolean {
  const [a, b] = [text.charCodeAt(from), text.charCodeAt(to)];
  if (step !== 0 && !/[a-z0-9]/.test(text.charAt(from))) return false;
  return b - a === step || (step === 1 && a === 57 && b === 48);
}

/** How much of a text stands in it before: four characters are not met twice by chance. */
function repeatedShare(text: string): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (let i = 0; i + 4 <= text.length; i += 1) {
    const gram = text.slice(i, i + 4);
    if (seen.has(gram)) repeated += 1;
    seen.add(gram);
  }
  return repeated / Math.max(text.length - 3, 1);
}

/** How much of a text is words, separated or in camelCase. */
function wordedShare(text: string): number {
  const parts = text.split(/[^A-Za-z0-9]+/).flatMap(humpsOf);
  const words = parts.filter((part) => part.length > 1 && isWord(part));
  return words.length < 2 && parts.length > 1
    ? 0
    : words.reduce((sum, word) => sum + word.length, 0) /
        Math.max(text.replace(/[^A-Za-z0-9]+/g, '').length, 1);
}

function classesOf(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/].filter((part) => part.test(text)).length;
}
