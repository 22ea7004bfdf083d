/**
 * Rows that an ORM makes of an object and writes only where it is told to: `repository.create(…)` of TypeORM, `em.create(…)` of MikroORM,
 * `new Entry(…)` of Mongoose, `Entry.build(…)` of Sequelize.
 */
import { calleeName, unwrap, wrapped } from '../syntax/nodes.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { comesFrom } from '../values/origins.ts';

/** The packages whose calls of these names only make a row. */
const MAKERS: ReadonlyMap<string, RegExp> = new Map([
  ['create', /^(?:typeorm|@nestjs\/typeorm|@mikro-orm\/[\w-]+)$/],
  ['build', /^sequelize(?:-typescript)?$/],
]);
const DOCUMENTS = /^(?:mongoose|@nestjs\/mongoose)$/;

/** What writes, at the end of a request or a transaction, all rows that were made: an entity manager's own business. */
const UNIT_OF_WORK = /^@mikro-orm\//;
const WRITES_ALL = /flush|persist|transaction|RequestContext/i;

/** Calls that look at a row and do not write it to its table. */
const LOOKS = /^(?:debug|error|info|inspect|log|plainToInstance|stringify|toJSON|trace|validate|warn)$/;

/** True for a call that only makes a row which is seen to be written nowhere. */
export function isUnsaved(ev: Evaluator, call: CallNode): boolean {
  if (!makesRow(ev, call)) return false;
  let value: Node = wrapped(call);
  while (value.parent?.type === 'AwaitExpression') value = wrapped(value.parent);
  const holder = value.parent;
  if (holder?.type === 'ExpressionStatement') return true;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  return readsOf(ev.index.variableOf(holder.id)).every(isLook);
}

/** `new Entry({ … })` of a model of Mongoose. */
export function isDocument(ev: Evaluator, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  return (
    call.type === 'NewExpression' &&
    callee.type === 'Identifier' &&
    comesFrom(ev.answers(callee, []), DOCUMENTS)
  );
}

function makesRow(ev: Evaluator, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (call.type === 'NewExpression') return isDocument(ev, call);
  const makers = callee.type === 'MemberExpression' ? MAKERS.get(calleeName(callee) ?? '') : undefined;
  if (!makers || callee.type !== 'MemberExpression') return false;
  const made = ev.answers(callee.object, []);
  if (!comesFrom(made, makers)) return false;
  return !comesFrom(made, UNIT_OF_WORK) || !WRITES_ALL.test(ev.index.indexOf(call).text);
}

/** A field that is read or written, or a call that only looks at the row. */
function isLook(use: Node): boolean {
  const { parent } = wrapped(use);
  if (parent?.type === 'MemberExpression') {
    const outer = parent.parent;
    return outer.type !== 'CallExpression' || outer.callee !== parent || LOOKS.test(calleeName(parent) ?? '');
  }
  return (
    parent?.type === 'CallExpression' && parent.callee !== use && LOOKS.test(calleeName(parent.callee) ?? '')
  );
}
