/**
 * What takes identifying data out of a value, as far as the source shows it: functions by name, known libraries,
 * masking in place, names that say it was done. Whether it works cannot be seen.
 */
import { functionsOf } from '../values/functions.ts';
import { stringsOf } from '../values/object-view.ts';
import { comesFrom } from '../values/origins.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  contains,
  enclosingFunction,
  isFunction,
  literalText,
  nameOfFunction,
  unwrap,
  wrapped,
  writtenKey,
} from '../syntax/nodes.ts';
import { oncePer } from '../syntax/once.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { CallNode, Frame, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { wordsOf } from '../syntax/words.ts';
import { givesBackAll, isEmptyList, isIdleFold, keepsAll } from './given-back.ts';
import { MAX_REMAINDER, patternsOf } from './text-patterns.ts';

/** Libraries whose functions give back a text without identifying data. */
const PACKAGES =
  /^(?:(?:@[\w-]+\/)?(?:redact-pii(?:-light)?|openredaction|maskdata|pii-filter|anonymize-nlp|fast-redact|presidio[\w-]*)|@openredaction\/.+|@presidio-dev\/.+)(?:\/|$)/;

/** Words of names of things that redact: `phiScrubber.process(text)`, `this.deidentifier.run(text)`. */
const REDACTS =
  /^(?:redact|deidentif|scrub|anonymi[sz]|pseudonymi[sz]|presidio|depersonali[sz]|dlp$|masker|masking|tokeni[sz]er$)/;

/** Words that take something out, and words for what is taken out: `stripPhi`, `removeSensitiveFields`. */
const TAKES_OUT =
  /^(?:clean|drop|eliminate|erase|exclude|filter|hide|omit|purge|remove|replace|sanitiz|sanitis|strip|suppress|without|wipe)/;
const IDENTIFYING =
  /^(?:confidential|identifiable|identifiers?|identifying|pci|personal|phi|pii|sensitive|ssns?)$/;

/** Words of names of values that were redacted before, or are a remainder that stands for no one. */
const REDACTED =
  /^(?:anonymi[sz]ed|censored|deidentified|depersonali[sz]ed|digest|encrypted|hash|hashed|hmac|initials?|last4|lastfour|masked|obfuscated|pseudonymi[sz]ed|pseudonym|redacted|scrubbed|synthetic|tokeni[sz]ed)$/;

/** What is put in place of identifying data: `***`, `XXX-XX`, `[SSN]`, `[card]`, `<EMAIL>`, `REDACTED`. */
const MASK =
  /\*{2,}|#{2,}|█|X{2,}|\bx{3,}\b|^[*#•]$|[Rr]edact|REDACT|[Mm]ask|MASK|\[[A-Z][A-Z\d _-]*\]|^\[[a-z][a-z\d _-]+\]$|<[A-Z][A-Z\d_-]*>/;

/** A word in marks: `{mrn}`, `<date>`, `[x]`. It is a mask where numbers or addresses are taken out. */
const MARK = /^(?:\[{1,2}|\{{1,2}|<{1,2}|\()[\w .:-]{1,24}(?:\]{1,2}|\}{1,2}|>{1,2}|\))$/;
const IDENTIFIES = /\\d|0-9|@/;

/** What is longer is text that is filled in. */
const MAX_MASK = 40;

/**
 * True when nothing that identifies is said to pass here.
 *
 * @param redactors names that settings add (`true`) or take away (`false`)
 */
export function isRedacting(
  ev: Evaluator,
  node: Node,
  redactors: Readonly<Record<string, boolean>>,
  frame?: Frame,
  depth = 0,
): boolean {
  switch (node.type) {
    case 'Identifier':
      return (saysRedacted(node.name) && !isOtherName(ev, node)) || isMaskedInLoop(ev, node);
    case 'MemberExpression':
      return saysRedacted(writtenKey(node) ?? '') || isFirstLetter(node) || isDomain(node, '1');
    case 'CallExpression':
    case 'NewExpression': {
      const names = writtenNames(node.callee);
      for (const name of [names.join('.'), ...names]) {
        if (Object.hasOwn(redactors, name)) return redactors[name] === true;
      }
      if (names.some(redacts)) {
        const own = functionsOf(ev, node.callee, frame);
        if (own.length === 0) return !isIdleFold(ev, node);
        return !own.every((each) => keepsAll(ev, each, node, frame));
      }
      return (
        masks(ev, node) ||
        isFoldOfMasks(ev, node) ||
        isRemainder(ev, node) ||
        isDomainTaken(node) ||
        isOfLibrary(ev, node) ||
        isMappedBy(ev, node, frame) ||
        (depth < MAX_DEPTH &&
          functionsRun(ev, node, frame).some((fn) => isRedactor(ev, fn, redactors, depth + 1)))
      );
    }
    default:
      return false;
  }
}

/** How many values and functions are looked into from one another: what is run from a list can run that list itself. */
const MAX_DEPTH = 4;

/** `steps.reduce((text, step) => step(text), note)`: each of the steps is run. */
function functionsRun(ev: Evaluator, call: CallNode, frame: Frame | undefined): readonly FunctionNode[] {
  const callee = unwrap(call.callee);
  return callee.type === 'Identifier' && isEachOfList(ev, callee)
    ? functionsOf(ev, callee, frame).map(({ node }) => node)
    : [];
}

function isRedactor(
  ev: Evaluator,
  fn: FunctionNode,
  redactors: Readonly<Record<string, boolean>>,
  depth: number,
): boolean {
  const name = nameOfFunction(fn) ?? '';
  if (Object.hasOwn(redactors, name)) return redactors[name] === true;
  if (redacts(name)) return !givesBackAll(ev, fn);
  const given = ev.index.returnsOf(fn);
  return (
    given.length > 0 &&
    given.every((each) => each && isRedacting(ev, unwrap(each), redactors, undefined, depth))
  );
}

/** True for a name that stands for one element of a list after another, in a fold or a loop. */
function isEachOfList(ev: Evaluator, name: Node): boolean {
  const definition = ev.index.variableOf(name)?.defs[0];
  if (definition?.type === 'Parameter') {
    const fn: Node = definition.node;
    const call = isFunction(fn) && fn.params[1] === definition.name ? wrapped(fn).parent : undefined;
    return call?.type === 'CallExpression' && /^reduce(?:Right)?$/.test(calleeName(call.callee) ?? '');
  }
  return definition?.type === 'Variable' && definition.parent.parent.type === 'ForOfStatement';
}

/** `lines.map(redact)`, `load(id).then(deidentify)`: a redactor by its name, run on what is there. */
function isMappedBy(ev: Evaluator, call: CallNode, frame: Frame | undefined): boolean {
  const [first] = call.arguments;
  if (!first || !/^(?:flatMap|map|then)$/.test(calleeName(call.callee) ?? '')) return false;
  if (!redacts(writtenNames(first).at(-1) ?? '')) return false;
  const own = functionsOf(ev, first, frame);
  return !(own.length > 0 && own.every((each) => givesBackAll(ev, each.node)));
}

/** `let masked = text;`: only another name of what is named beside it, which was not redacted before. */
function isOtherName(ev: Evaluator, name: Node): boolean {
  const variable = ev.index.variableOf(name);
  const definition = variable?.defs[0];
  if (definition?.type !== 'Variable' || definition.node.id !== definition.name) return false;
  const written =
    variable?.references.flatMap(({ writeExpr }) => (writeExpr ? [unwrap(writeExpr)] : [])) ?? [];
  return (
    written.length > 0 &&
    written.every(
      (each) => /^(?:Identifier|MemberExpression)$/.test(each.type) && !writtenNames(each).some(saysRedacted),
    )
  );
}

function saysRedacted(name: string): boolean {
  const words = wordsOf(name);
  if (words[0] === 'is' || words[0] === 'has') return false;
  return words.some((word, i) => REDACTED.test(word) || REDACTED.test(`${word}${words[i + 1] ?? ''}`));
}

function redacts(name: string): boolean {
  const words = wordsOf(name);
  if (
    words.some((word, i) => REDACTS.test(word) || (word === 'de' && REDACTS.test(`de${words[i + 1] ?? ''}`)))
  )
    return true;
  return words.some((word) => TAKES_OUT.test(word)) && words.some((word) => IDENTIFYING.test(word));
}

/** `text.replace(SSN, "[SSN]")`, `.replace(/\d(?=\d{4})/g, "*")`. */
function masks(ev: Evaluator, call: CallNode): boolean {
  const name = calleeName(call.callee);
  const [pattern, by] = call.arguments;
  if ((name !== 'replace' && name !== 'replaceAll') || !pattern || !by || isFunction(by)) return false;
  const marks = stringsOf(ev.answers(by, [])).map((pieces) => pieces.map((piece) => piece ?? '-').join(''));
  if (marks.some((mark) => mark.length <= MAX_MASK && MASK.test(mark))) return true;
  const takesOut = (): boolean =>
    patternsOf(ev, pattern).some(({ source }) => source !== undefined && IDENTIFIES.test(source));
  return marks.some((mark) => MARK.test(mark)) && takesOut();
}

/** `RULES.reduce((text, [pattern, mark]) => text.replace(pattern, mark), note)` */
function isFoldOfMasks(ev: Evaluator, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  const [step] = call.arguments;
  if (callee.type !== 'MemberExpression' || !step || !/^reduce(?:Right)?$/.test(writtenKey(callee) ?? ''))
    return false;
  const given = functionsOf(ev, step).flatMap(({ node }) => ev.index.returnsOf(node));
  return (
    given.length > 0 &&
    given.every((each) => each !== undefined && isMasking(ev, each)) &&
    !isEmptyList(ev, callee.object)
  );
}

function isMasking(ev: Evaluator, written: Node): boolean {
  const node = unwrap(written);
  return node.type === 'CallExpression' && masks(ev, node);
}

/** `for (const [pattern, mark] of RULES) text = text.replace(pattern, mark);`, and nothing written to the variable before it is read. */
function isMaskedInLoop(ev: Evaluator, name: Node): boolean {
  const variable = ev.index.variableOf(name);
  const written = variable ? writtenInLoops(variable) : [];
  const last = written.findLast((each) => each.range[1] <= name.range[0]);
  const loop = last && loopAround(last);
  return (
    last !== undefined &&
    loop !== undefined &&
    !contains(loop, name) &&
    enclosingFunction(loop) === enclosingFunction(name) &&
    isMasking(ev, last) &&
    !isEmptyList(ev, loop.right)
  );
}

/** Everything that is written to a variable, where some of it is in such a loop. */
const writtenInLoops = oncePer((variable: Variable): readonly Node[] => {
  const written = variable.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr] : []));
  return written.some(loopAround) ? written : [];
});

/** The loop over a list whose every round runs an assignment. */
function loopAround(assigned: Node): TSESTree.ForOfStatement | undefined {
  const statement = assigned.parent?.parent;
  const body = statement?.type === 'ExpressionStatement' ? statement.parent : undefined;
  const loop = body?.type === 'BlockStatement' ? body.parent : body;
  return loop?.type === 'ForOfStatement' ? loop : undefined;
}

/** Names of lists, of which a few elements are no remainder of a value. */
const LISTS = /(?:[a-z]{2}s|history|list|array|queue|stack|context|data|log|batch|buffer|content|text)$/i;

/** The last four digits, an initial: `ssn.slice(-4)`, `card.substring(card.length - 4)`, `name.charAt(0)`. */
function isRemainder(ev: Evaluator, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return false;
  const of = writtenNames(callee.object).at(-1) ?? '';
  if (LISTS.test(of)) return false;
  const [first, second] = call.arguments;
  switch (writtenKey(callee)) {
    case 'charAt':
      return true;
    case 'slice':
    case 'substr':
    case 'substring':
      if (!first) return false;
      if (countOf(ev, first) < 0) return countOf(ev, first) >= -MAX_REMAINDER;
      return second ? countOf(ev, second) <= MAX_REMAINDER : isEndBy(ev, first);
    default:
      return false;
  }
}

/** `x.length - 4` */
function isEndBy(ev: Evaluator, node: Node): boolean {
  return (
    node.type === 'BinaryExpression' &&
    node.operator === '-' &&
    writtenNames(node.left).at(-1) === 'length' &&
    countOf(ev, node.right) <= MAX_REMAINDER
  );
}

function countOf(ev: Evaluator, node: Node, depth = 0): number {
  if (node.type === 'UnaryExpression' && node.operator === '-') return -countOf(ev, node.argument, depth);
  const text = literalText(node);
  if (text !== undefined || node.type !== 'Identifier' || depth > MAX_DEPTH) return Number(text ?? NaN);
  const counts = ev
    .answers(node, [])
    .map(({ node: written }) => (written === node ? NaN : countOf(ev, written, depth + 1)));
  const [count = NaN] = counts;
  return counts.every((each) => each === count) ? count : NaN;
}

/** `email.split("@")[1]`: of an address only where it is kept. */
function isDomain(node: TSESTree.MemberExpression, position: string): boolean {
  return node.computed && literalText(node.property) === position && isSplitAtSign(unwrap(node.object));
}

/** `email.split("@").pop()`, `email.split("@").at(-1)` */
function isDomainTaken({ callee, arguments: [position] }: CallNode): boolean {
  const member = unwrap(callee);
  if (member.type !== 'MemberExpression' || !isSplitAtSign(unwrap(member.object))) return false;
  const name = writtenKey(member);
  const at =
    position && (literalText(position) ?? (position.type === 'UnaryExpression' ? 'last' : undefined));
  return name === 'pop' || (name === 'at' && (at === '1' || at === 'last'));
}

/** `email.split("@")` */
export function isSplitAtSign(node: Node): boolean {
  if (node.type !== 'CallExpression' || calleeName(node.callee) !== 'split') return false;
  const [separator] = node.arguments;
  return separator !== undefined && literalText(separator) === '@';
}

/** `firstName[0]` */
function isFirstLetter(node: Node): boolean {
  if (node.type !== 'MemberExpression' || !node.computed || literalText(node.property) !== '0') return false;
  return (
    /name$/i.test(writtenNames(node.object).at(-1) ?? '') &&
    writtenNames(node.object).length > 0 &&
    !isPath(node)
  );
}

/** `patient.name[0].given`: a list of names, as FHIR has it. */
function isPath(node: Node): boolean {
  const { parent } = node;
  const isHolder =
    (parent?.type === 'MemberExpression' && parent.object === node) || parent?.type === 'ChainExpression';
  return isHolder && calleeName(node) !== 'toUpperCase' && !isCalled(parent);
}

function isCalled(node: Node): boolean {
  return node.parent?.type === 'CallExpression' && node.parent.callee === node;
}

function isOfLibrary(ev: Evaluator, call: CallNode): boolean {
  return comesFrom(ev.answers(call.callee, []), PACKAGES);
}
