/**
 * What an audit record of a Claude call is to hold: the fields, and the names under which code keeps them. Data, and the
 * one way to read it. Pure: a record comes as plain words.
 */
import { wordsOf } from '../analysis/syntax/words.ts';
import type { FieldFacts, RecordFacts } from '../analysis/records/facts.ts';

/** One field that a record can be asked for. */
export interface AuditFieldRow {
  readonly id: string;
  /** What it answers, for people. */
  readonly meaning: string;
  /** A name is this field when one of its words is here… */
  readonly about: readonly string[];
  /** …and all the others are here. */
  readonly beside: readonly string[];
  /** Of which one has to be there as well. */
  readonly needs?: readonly string[];
  /** The field is known by what its value is read from, too: `id: req.user.id`. */
  readonly byValue?: true;
  readonly source: string;
  readonly checkedOn: string;
}

const words = (text: string): readonly string[] => text.split(' ');

const HASH_WORDS = words(
  'hash hashed hmac digest sha sha1 sha256 sha384 sha512 md5 checksum fingerprint signature hex mac blake2 blake3',
);
const INPUT_WORDS = words(
  'input inputs prompt prompts request req query question messages message body content payload text document doc transcript context instruction instructions in',
);
const OUTPUT_WORDS = words(
  'output outputs response resp res completion answer result reply out generated generation summary',
);

const CONTENT_WORDS: ReadonlySet<string> = new Set([...INPUT_WORDS, ...OUTPUT_WORDS]);

const FROM_SEED = 'the project’s source document on HIPAA, line B06';
const FROM_AU3 = 'NIST SP 800-53 Rev 5, AU-3';
const NAMES_FROM = 'names as counted in public code with audit records, November 2026';
const CHECKED = '2026-11-22';

/** Every field, in the order in which messages list them. */
export const AUDIT_FIELDS = [
  {
    id: 'inputHash',
    meaning: 'what was sent, without showing it',
    about: INPUT_WORDS,
    beside: [...HASH_WORDS, 'user', 'system', 'llm', 'ai', 'raw', 'redacted', 'model'],
    needs: HASH_WORDS,
    source: `${FROM_SEED}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'outputHash',
    meaning: 'what came back, without showing it',
    about: OUTPUT_WORDS,
    beside: [...HASH_WORDS, ...INPUT_WORDS, 'llm', 'ai', 'raw', 'model', 'redacted'],
    needs: HASH_WORDS,
    source: `${FROM_SEED}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'timestamp',
    meaning: 'when',
    about: words('timestamp ts time date datetime when at'),
    beside: words(
      'created occurred requested logged recorded event started completed finished performed start end utc iso iso8601 ms request response audit log called sent received of the unix epoch',
    ),
    source: `${FROM_SEED}; ${FROM_AU3}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'userId',
    meaning: 'who asked',
    about: words(
      'user actor principal clinician physician doctor nurse employee operator caller requester requestor requested staff officer analyst adjudicator underwriter advisor owner member author initiator subject uid username by account admin customer person who sub',
    ),
    beside: words(
      'id ids uuid guid sub name email ref reference identity hash hashed hmac key oid upn login session current auth authenticated requesting acting performed initiated created triggered invoked opaque pseudonym pseudonymous internal external db app by clerk firebase on behalf of',
    ),
    byValue: true,
    source: `${FROM_SEED}; ${FROM_AU3}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'outcome',
    meaning: 'with what outcome or decision',
    about: words(
      'outcome decision result status success successful succeeded ok verdict disposition error err failure failed stop finish refusal refused approved rejected denied blocked allowed conclusion recommendation exception',
    ),
    beside: words(
      'final code type name message reason is was state ai model request response call llm audit http event outcome class kind',
    ),
    source: `${FROM_SEED}; ${FROM_AU3}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'eventType',
    meaning: 'what kind of event it is',
    about: words('event action type operation activity kind verb'),
    beside: words('name type kind id audit ai llm code category entry record'),
    source: `${FROM_AU3}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'component',
    meaning: 'where in the system it happened',
    about: words(
      'component service module app application system subsystem feature function handler workflow agent program process package',
    ),
    beside: words('name id'),
    source: `${FROM_AU3}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'source',
    meaning: 'where it came from',
    about: words(
      'source origin ip host hostname route endpoint path url channel node instance device client',
    ),
    beside: words('address id name remote request event ip app system'),
    source: `${FROM_AU3}; ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
  {
    id: 'dataClassification',
    meaning: 'how its content is classified',
    about: words('classification label sensitivity'),
    beside: words('data'),
    source: `names as in require-data-classification`,
    checkedOn: CHECKED,
  },
  {
    id: 'model',
    meaning: 'which model answered',
    about: words('model models'),
    beside: words('id name used llm ai version requested claude anthropic'),
    byValue: true,
    source: NAMES_FROM,
    checkedOn: CHECKED,
  },
  {
    id: 'requestId',
    meaning: 'which request it was',
    about: words(
      'request req correlation trace message msg completion response call invocation transaction span run requestid x',
    ),
    beside: words('id ids uuid guid anthropic claude llm api ai external upstream requestid'),
    needs: words('id ids uuid guid requestid'),
    byValue: true,
    source: NAMES_FROM,
    checkedOn: CHECKED,
  },
  {
    id: 'purpose',
    meaning: 'for what purpose',
    about: words('purpose usecase case basis intent task justification'),
    beside: words('use legal lawful of processing code name business type'),
    source: `GDPR Art. 30(1)(b); ${NAMES_FROM}`,
    checkedOn: CHECKED,
  },
] as const satisfies readonly AuditFieldRow[];

export type AuditField = (typeof AUDIT_FIELDS)[number]['id'];

/** The ids of all fields. */
export const AUDIT_FIELD_IDS: readonly AuditField[] = AUDIT_FIELDS.map(({ id }) => id);

/** Words of an event's name, or of the function that writes it, that say how it ended. */
const ENDINGS = new Set(
  words(
    'success succeeded successful fail failed failure error errored completed passed processed denied approved rejected refused blocked ok',
  ),
);

const ROWS: ReadonlyMap<string, AuditFieldRow> = new Map(AUDIT_FIELDS.map((row) => [row.id, row]));

/** True when a name, in its words, is one of the row's. */
function isNamed({ about, beside, needs }: AuditFieldRow, name: readonly string[]): boolean {
  return (
    name.some((word) => about.includes(word)) &&
    name.every((word) => about.includes(word) || beside.includes(word)) &&
    (!needs || name.some((word) => needs.includes(word)))
  );
}

/** The same names are asked for all the time. */
const named = new Map<string, AuditField | undefined>();
const MAX_REMEMBERED = 5_000;

/** The field of an audit record that a name stands for; undefined for all other names. */
export function fieldNamed(name: string): AuditField | undefined {
  const known = named.get(name);
  if (known !== undefined || named.has(name)) return known;
  if (named.size > MAX_REMEMBERED) named.clear();
  const spelled = wordsOf(name);
  const field = AUDIT_FIELDS.find((row) => spelled.length > 0 && isNamed(row, spelled))?.id;
  named.set(name, field);
  return field;
}

/** True when a field of a record is what the row asks for. */
export function isField(id: AuditField, field: FieldFacts): boolean {
  const row = ROWS.get(id) as AuditFieldRow;
  if (id === 'inputHash' || id === 'outputHash') return isHashOf(id, row, field);
  // `userId: "system"` tells nobody who asked.
  if (id === 'userId' && field.constant !== undefined) return false;
  if (isNamed(row, field.words))
    return id !== 'timestamp' || field.words.length > 1 || field.words[0] !== 'at' || field.isDate;
  if (id === 'timestamp') return field.isDate;
  return row.byValue === true && field.valueWords.some((name) => isNamed(row, name));
}

/** Texts that stand where somebody's id belongs, and name nobody. */
const NOBODY =
  /^(?:anonymous|anon|default|n\/?a|nobody|none|null|server|service|system|test|todo|unknown|user)?$/i;

/** True for records that say who asked, and of which each names nobody: `userId: 'system'`. */
export function namesNobody(records: readonly RecordFacts[]): boolean {
  const named = records.flatMap(({ fields }) =>
    fields.filter(({ words: name }) => isNamed(ROWS.get('userId') as AuditFieldRow, name)),
  );
  return named.length > 0 && named.every(({ constant }) => constant !== undefined && NOBODY.test(constant));
}

/** A hash by its name, or by its value under a name that says of what. */
function isHashOf(id: 'inputHash' | 'outputHash', row: AuditFieldRow, field: FieldFacts): boolean {
  if (field.hash === 'none') return false;
  const ofOutput = field.words.some((word) => OUTPUT_WORDS.includes(word));
  const ofInput = !ofOutput && field.words.some((word) => INPUT_WORDS.includes(word));
  if (ofOutput || ofInput) {
    if (ofOutput !== (id === 'outputHash')) return false;
    return field.hash !== undefined || (isNamed(row, field.words) && !isAsItIs(field));
  }
  if (field.hash === undefined) return false;
  const hashesOutput = field.hashedWords.some((word) => OUTPUT_WORDS.includes(word) || word === 'message');
  return (
    hashesOutput === (id === 'outputHash') &&
    (hashesOutput || field.hashedWords.some((word) => INPUT_WORDS.includes(word)))
  );
}

/** `inputHash: prompt`: what is to be hashed stands there as it is. */
function isAsItIs({ hash, valueWords: [own = [], behind = []] }: FieldFacts): boolean {
  const last = own.at(-1) ?? '';
  const saysHash = [...own, ...behind].some((word) => HASH_WORDS.includes(word));
  return (
    hash === undefined && own.length === 1 && behind.length === 0 && !saysHash && CONTENT_WORDS.has(last)
  );
}

/** Which of the fields a set of records, read as one, does not show. */
export function missingFields(
  required: readonly AuditField[],
  records: readonly RecordFacts[],
): AuditField[] {
  return required.filter((id) => {
    if (
      records.some((record) =>
        record.fields.some((field) => isField(id, field) || mayBecome(id, field, record)),
      )
    )
      return false;
    if (id === 'outcome') return !records.some((record) => record.says.some((word) => ENDINGS.has(word)));
    if (id === 'eventType') return !records.some((record) => record.hasText);
    return !(id === 'timestamp' && records.some((record) => record.stampsItself));
  });
}

/** The outcome that records always tell; undefined where it is worked out, differs, or an event's name tells it. */
function constantOutcome(records: readonly RecordFacts[]): string | undefined {
  const told = new Set(
    records
      .flatMap(({ fields }) => fields.filter((field) => isField('outcome', field)))
      .map((f) => f.constant),
  );
  const isSaid = records.some(({ says }) =>
    says.some((word) => ENDINGS.has(word) && !isAmong(word, [...told])),
  );
  return told.size === 1 && !isSaid ? [...told][0] : undefined;
}

function isAmong(word: string, texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => text !== undefined && wordsOf(text).includes(word));
}

/** True where records of a success and of a failure tell one and the same outcome, whatever happened. */
export function tellsNoOutcome(success: readonly RecordFacts[], failure: readonly RecordFacts[]): boolean {
  const told = constantOutcome(failure);
  return told !== undefined && told === constantOutcome(success);
}

/** True for the text itself, handed to a function of another file: whether that keeps a hash of it is not seen. */
function mayBecome(
  id: AuditField,
  { words: name, isText, hash }: FieldFacts,
  { stampsItself }: RecordFacts,
): boolean {
  if ((id !== 'inputHash' && id !== 'outputHash') || stampsItself || isText) return false;
  // A function that gives the text back is no hash, whatever the field says.
  if (hash === 'none' && name.some((word) => HASH_WORDS.includes(word))) return false;
  const ofOutput = name.some((word) => OUTPUT_WORDS.includes(word));
  const row = ROWS.get(id) as AuditFieldRow;
  return ofOutput === (id === 'outputHash') && isNamed(row, [...name, 'hash']);
}

/** The fields of a record of which a plain hash can be undone by guessing: of inputs, outputs and persons. */
export function guessable(record: RecordFacts): FieldFacts[] {
  return record.fields.filter(
    (field) =>
      field.hash === 'plain' &&
      (['inputHash', 'outputHash', 'userId'] as const).some((id) => isField(id, field)),
  );
}
