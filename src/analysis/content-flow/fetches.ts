/**
 * Calls that fetch records: from databases through the usual libraries, and from FHIR servers. Which model they ask for, and
 * whether they choose fields.
 */
import { calleeName, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Key, Node, Path } from '../syntax/types.ts';

/** One call that fetches records. */
export interface Fetch {
  /** Names of what is fetched: models, tables, resource types. */
  readonly of: readonly string[];
  /** What comes back are chosen fields; undefined where the file does not show it. */
  readonly projected: boolean | undefined;
  readonly isFhir: boolean;
}

const FINDERS = new Set(
  (
    'find findAll findBy findById findByIdOrThrow findByPk findFirst findFirstOrThrow findMany findOne findOneBy findOneByOrFail findOneOrFail findUnique ' +
    'findUniqueOrThrow first from getMany getOne maybeSingle read readResource request search searchOne searchResources select single query execute where whereIn'
  ).split(' '),
);
/** Methods that fetch from what holds many: `claims.byId(id)`, `patientStore.load(id)`. */
const READS = /^(?:by[A-Z]\w*|(?:fetch|get|load|lookup|retrieve)(?:By\w+|One)?)$/;
/** What holds many: a plural, or a store by its name. */
const HOLDS_MANY = /(?:[a-rt-z]s|Collection|Dao|Model|Repo|Repository|Service|Store|Table)$/i;
/** Plurals that hold texts under names, and no records: of a request, of an environment, of a configuration. */
const HOLDS_TEXTS =
  /(?:^|[a-z_])(?:args|attributes|cookies|envs|flags|headers|labels|locals|options|params|preferences|props|secrets|settings|strings|translations|vars)$/i;
/** Options under which a finder is told the fields it gives. */
const PROJECTIONS = new Set('attributes columns fields omit projection select _elements'.split(' '));
/** Methods of a query that choose fields. */
const SELECTS = new Set('columns pick pluck project select'.split(' '));
const FHIR = /fhir|medplum|smart/i;
const SQL = /^\s*select\s+(.+?)\s+from\s+["'`]?(?:\w+\.)?(\w+)/is;

/**
 * What a call fetches; undefined for calls that fetch nothing, or nothing that can be told.
 *
 * @param path what is read of its result: keys, and calls on it
 * @param textOf the text that a name stands for
 */
export function fetchOf(
  call: Node,
  path: Path = [],
  textOf: (name: Node) => string | undefined = () => undefined,
): Fetch | undefined {
  const of: string[] = [];
  let projected: boolean | undefined = false;
  let finds = false;
  let isFhir = false;
  for (const step of path.map(readStep)) {
    if (isFinder(step)) finds = true;
    if (chooses(step)) projected = true;
    const [, fields, table] = SQL.exec(step.given ?? '') ?? [];
    if (table !== undefined) of.push(table);
    if (fields?.includes('*') === false) projected = true;
  }
  let current = unwrap(call);
  for (;;) {
    if (current.type === 'CallExpression') {
      const name = calleeName(current.callee) ?? '';
      const isSelect = SELECTS.has(name);
      if (FINDERS.has(name) || readsStore(name, receiverName(current.callee))) finds = true;
      for (const argument of current.arguments) {
        const text = literalText(argument) ?? templateStart(argument) ?? textOf(argument);
        const sql = text === undefined ? null : SQL.exec(text);
        if (sql) {
          of.push(sql[2] ?? '');
          if (!sql[1]?.includes('*')) projected = true;
          finds = true;
        } else if (text !== undefined && isSelect) {
          if (!text.trim().startsWith('*') && text.trim() !== '') projected = true;
        } else if (text !== undefined) {
          of.push(text.replace(/[/?].*$/s, ''));
        } else if (isSelect || choosesFields(argument)) {
          projected = true;
        } else if (argument.type === 'Identifier' && name === 'from') {
          of.push(argument.name);
        }
      }
      // Mongoose takes the fields as second argument.
      const [, second] = current.arguments;
      if (second && name.startsWith('find') && (literalText(second) !== undefined || isFlags(second)))
        projected = true;
      if (name !== '' && !FINDERS.has(name) && !READS.test(name)) of.push(name);
      current = unwrap(current.callee);
    }
    if (current.type !== 'MemberExpression') break;
    const object = unwrap(current.object);
    const key =
      object.type === 'MemberExpression'
        ? writtenKey(object)
        : object.type === 'Identifier'
          ? object.name
          : undefined;
    if (key !== undefined) {
      of.push(key);
      if (FHIR.test(key)) isFhir = true;
    }
    current = object;
  }
  if (current.type === 'Identifier' && FHIR.test(current.name)) isFhir = true;
  return finds ? { of, projected, isFhir } : undefined;
}

/**
 * The same for a call that is handed nothing, which is a step of a path: `patient`, `findMany()`.
 *
 * @param root the name of what the path begins at
 * @returns the fetch, and what is read of its result; undefined where no step fetches
 */
export function fetchAlong(
  root: string | undefined,
  path: Path,
): { readonly fetch: Fetch; readonly read: Path } | undefined {
  const steps = path.map(readStep);
  const holderOf = (at: number): string => steps[at - 1]?.name ?? root ?? '';
  const last = steps.findLastIndex(
    (step, at) => isFinder(step) || (step.given !== undefined && readsStore(step.name, holderOf(at))),
  );
  if (last < 0) return undefined;
  const sql = steps.flatMap(({ given = '' }) => SQL.exec(given) ?? []);
  const of = [root ?? '', ...steps.slice(0, last).map(({ name }) => name), sql[2] ?? ''];
  const projected = steps.some(chooses) || (sql[1] !== undefined && !sql[1].includes('*'));
  return {
    fetch: { of, projected, isFhir: of.some((name) => FHIR.test(name)) },
    read: path.slice(last + 1),
  };
}

function readsStore(name: string, holder: string | undefined): boolean {
  return READS.test(name) && HOLDS_MANY.test(holder ?? '') && !HOLDS_TEXTS.test(holder ?? '');
}

/** `claims` of `this.claims.byId`. */
function receiverName(callee: Node): string | undefined {
  const target = unwrap(callee);
  return target.type === 'MemberExpression' ? calleeName(target.object) : undefined;
}

/** A step of a path: a key, or a call with the text of what it is given. */
interface Step {
  readonly name: string;
  /** Undefined for a key. */
  readonly given: string | undefined;
}

function readStep(step: Key): Step {
  const [, name = step, given] = /^(\w+)\((.*)\)$/s.exec(step) ?? [];
  return { name, given };
}

const isFinder = ({ name, given }: Step): boolean => given !== undefined && FINDERS.has(name);

/** `select(name, age)`, and not `select(*)`. */
function chooses({ name, given = '' }: Step): boolean {
  return SELECTS.has(name) && given !== '' && !given.trim().startsWith('*');
}

function templateStart(node: Node): string | undefined {
  return node.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw : undefined;
}

/** `{ where, select: { name: true } }` */
function choosesFields(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.some(
    (property) => property.type === 'Property' && PROJECTIONS.has(writtenKey(property) ?? ''),
  );
}

/** `{ name: 1, age: 1 }` */
function isFlags(node: Node): boolean {
  if (node.type !== 'ObjectExpression' || node.properties.length === 0) return false;
  return node.properties.every((property) => {
    return (
      property.type === 'Property' &&
      property.value.type === 'Literal' &&
      /^(?:0|1|true|false)$/.test(String(property.value.value))
    );
  });
}
