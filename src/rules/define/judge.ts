/**
 * Has a rule judge one file, and says which of its assessments are reported.
 */
import { once } from '../../analysis/syntax/once.ts';
import { templateRoot } from '../../analysis/syntax/templates.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import type { Settings } from '../../declared/settings.ts';
import { NAMESPACE } from '../../meta.ts';
import { isTestFile } from '../../project/test-files.ts';
import { exempt, unknown } from './assessment.ts';
import type { Assessment, Place } from './assessment.ts';
import type { OwnMessageIds, RuleDefinition } from './definition.ts';
import { againstClaims, isUnseen, underContract } from './contract.ts';
import { languageOf, openCode, openPlain, openText, wholeOf } from './file.ts';
import type { CodeFile, FileInput, FileLanguage } from './file.ts';
import { isManifest, keysOfProblem, manifestName, openManifest } from './manifest.ts';
import { passOf } from './pass.ts';
import { concernsClaude } from './surroundings.ts';
import { CLAIM, FAILED, fitted, LEFT_OPEN, markerProblem, NOT_FOLLOWED, notFollowed } from './wording.ts';

/** A file that concerns a rule. */
export interface JudgedFile {
  readonly input: FileInput;
  readonly language: FileLanguage;
  readonly settings: Settings;
}

/** The language of a file that the rule may have something to say about; undefined where it has nothing. */
export function languageFor<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
  input: FileInput,
  settings: Settings,
): FileLanguage | undefined {
  const { sourceCode, filename } = input;
  const { mentions, assessJson, assessText } = definition;
  // Of a binary file there is no text, whatever the types say.
  const { text } = sourceCode as { readonly text: unknown };
  if (typeof text !== 'string') return undefined;
  if (isManifest(filename) && judgesPackages(definition)) {
    const found = languageOf(sourceCode);
    return found && found.kind !== 'code' ? { kind: 'manifest', root: found.root } : undefined;
  }
  const isMentioned = mentions?.test(text) === true;
  if (!isMentioned && !concernsClaude(input, settings)) return undefined;
  const language = languageOf(sourceCode);
  if (language?.kind === 'json' && assessJson) return isMentioned ? language : undefined;
  return language?.kind === 'code' || assessText ? language : undefined;
}

/** Whether a rule has something to say of a package.json. */
export function judgesPackages<MessageIds extends string, Options extends object>({
  meta,
  assessManifest,
}: RuleDefinition<MessageIds, Options>): boolean {
  return assessManifest !== undefined || 'marker' in meta.messages;
}

/** Everything that a rule has to say of a file. Where it fails, it says that, and lets nothing pass. */
export function judge<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
  judged: JudgedFile,
  options: Options,
): Assessment<MessageIds | OwnMessageIds>[] {
  const found: Assessment<MessageIds | OwnMessageIds>[] = [];
  try {
    const messages = once(() => messagesOf(definition));
    const isTest = once(() => judged.language.kind === 'code' && isTestFile(judged.input.filename));
    for (const each of underContract(definition.asks, assessmentsOf(definition, judged, options)))
      found.push(measured(placed(isOfOther(each) && isTest() ? ofTest(each) : each, judged), messages));
    return found;
  } catch (error) {
    explain(definition.name, judged.input.filename, error);
    const failed = unknown(wholeOf(judged.input.sourceCode, judged.language.kind), 'failed', {
      messageId: 'failed',
    });
    return [...found.filter(({ outcome }) => outcome !== 'pass'), failed];
  }
}

/** True for what is said of another module. */
function isOfOther<MessageIds extends string>(each: Assessment<MessageIds>): boolean {
  return 'messageId' in each && each.subject.elsewhere !== undefined;
}

/** What a test calls of the project is judged in its own module. */
function ofTest<MessageIds extends string>({ subject, at }: Assessment<MessageIds>): Assessment<MessageIds> {
  return exempt(subject, 'test file', { at });
}

/** The messages of a rule, with those that the factory adds. */
export function messagesOf<MessageIds extends string, Options extends object>({
  asks,
  meta,
}: RuleDefinition<MessageIds, Options>): Record<
  MessageIds | 'claim' | 'failed' | 'leftOpen' | 'notFollowed',
  string
> {
  const messages: Record<string, string> = {
    ...meta.messages,
    failed: FAILED,
    notFollowed: NOT_FOLLOWED,
  };
  if (asks !== undefined) messages['claim'] = CLAIM;
  if (asks !== undefined && isUnseen(asks)) messages['leftOpen'] = LEFT_OPEN;
  return messages;
}

function* assessmentsOf<MessageIds extends string, Options extends object>(
  definition: RuleDefinition<MessageIds, Options>,
  { input, language, settings }: JudgedFile,
  options: Options,
): Generator<Assessment<MessageIds | OwnMessageIds>> {
  const { name, asks, meta, follows, assess, assessJson, assessText } = definition;
  if (language.kind === 'manifest') {
    yield* assessPackage(definition, { input, language, settings }, options);
    return;
  }
  if (language.kind !== 'code') {
    const judgeText = language.kind === 'json' && assessJson ? assessJson : assessText;
    if (judgeText) yield* judgeText(openText(input, settings), options);
    return;
  }
  const { file, marker, brokenMarker } = openCode(input, settings);
  const isWhole = follows === undefined || file.analysis[follows](file.flow).complete;
  if (!isWhole) yield followedInPart(name, file);
  yield* againstClaims({ asks, file, marker }, assess(file, options));
  if (isWhole && file.analysis.isFollowedInPart()) yield followedInPart(name, file);
  const broken = brokenMarker();
  if (broken !== undefined && 'marker' in meta.messages)
    yield unknown({ kind: 'package', at: file.whole.at }, 'broken marker', {
      messageId: 'unjudged',
      data: { file: manifestName(broken, input.cwd) },
    });
}

function* assessPackage<MessageIds extends string, Options extends object>(
  { meta, assessManifest }: RuleDefinition<MessageIds, Options>,
  { input, settings }: JudgedFile,
  options: Options,
): Generator<Assessment<MessageIds | OwnMessageIds>> {
  const file = openManifest(openPlain(input, settings));
  const { reading, isTest } = file;
  if (!('problem' in reading)) {
    if (assessManifest) yield* assessManifest(file, options);
    return;
  }
  // Of a file that is no JSON nobody knows whether it has a marker; those of tests often are on purpose.
  const isOurs = /claude|anthropic/i.test(file.text) && !isTest;
  if ('marker' in meta.messages && isOurs)
    yield unknown(file.package, 'broken marker', {
      messageId: 'marker',
      at: file.placeOf(keysOfProblem(reading.problem)),
      data: { problem: markerProblem(reading.problem, input.cwd) },
    });
}

/**
 * An assessment at a place of the linted file: what stands in another module is shown at the subject, and is not changed
 * from here.
 */
function placed<MessageIds extends string>(
  each: Assessment<MessageIds>,
  { input, language }: JudgedFile,
): Assessment<MessageIds> {
  if (language.kind !== 'code' || isIn(input, each.at)) return each;
  const { subject } = each;
  const at = isIn(input, subject.at) ? subject.at : wholeOf(input.sourceCode, language.kind).at;
  return 'messageId' in each ? { ...each, at, suggest: [] } : { ...each, at };
}

/** True for what has no tree, and for nodes of the tree that is linted. */
function isIn({ sourceCode }: FileInput, at: Place): boolean {
  if (!('type' in at)) return true;
  let root: Node = at;
  while (root.parent) root = root.parent;
  return root === sourceCode.ast || root === templateRoot(sourceCode.ast);
}

/**
 * Says that a file was not followed to its end: one rule says it for all. Of a file without a request in sight it is kept for the
 * evidence, as of a test: there is nothing that its author could mend.
 */
function followedInPart(rule: string, file: CodeFile): Assessment<OwnMessageIds> {
  const { analysis, handed, requests, whole } = file;
  const says = saidBy.get(analysis) ?? rule;
  saidBy.set(analysis, says);
  return says === rule && !file.isTest && requests.length + handed.length > 0
    ? unknown(whole, 'followed in part', { messageId: 'notFollowed', data: notFollowed(file.text) })
    : unknown(whole, 'followed in part');
}

const saidBy = new WeakMap<object, string>();

/** An assessment whose messages keep to their measure. */
function measured<MessageIds extends string>(
  each: Assessment<MessageIds>,
  messagesOfRule: () => Readonly<Record<string, string>>,
): Assessment<MessageIds> {
  if (!('messageId' in each)) return each;
  const messages = messagesOfRule();
  const { messageId, data = {}, suggest = [] } = each;
  return {
    ...each,
    data: fitted(messages[messageId] ?? '', data),
    suggest: suggest.map((change) => ({
      ...change,
      data: fitted(messages[change.messageId] ?? '', textsOf(change.data)),
    })),
  };
}

function textsOf(data: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]));
}

/** What is reported whatever the options say. */
const ALWAYS: ReadonlySet<string> = new Set<OwnMessageIds>(['failed', 'marker', 'notFollowed', 'unjudged']);

/** What is said once in a file, by whichever rule comes first. */
const BY_ONE_RULE: ReadonlySet<string> = new Set<OwnMessageIds>(['marker', 'unjudged']);

/**
 * Of these assessments of one file those that are reported, each thing once.
 *
 * @param ast of the file: rules that look at it in the same pass share what only one of them says
 */
export function reportsOf<MessageIds extends string, Options extends object>(
  { unknowns }: RuleDefinition<MessageIds, Options>,
  assessments: readonly Assessment<MessageIds | OwnMessageIds>[],
  options: Options,
  ast: object,
): Reported<MessageIds | OwnMessageIds>[] {
  const pass = passOf(ast);
  pass.isJudging = true;
  const chosen = new Map<string, unknown>(Object.entries(options));
  const decidedBy: Readonly<Record<string, string | undefined>> = { ...unknowns };
  const said = new Set<object | string>();
  return assessments.filter((each): each is Reported<MessageIds | OwnMessageIds> => {
    if (!('messageId' in each)) return false;
    const { messageId, outcome, at, saidElsewhere } = each;
    if (saidElsewhere) return false;
    const isIgnored = chosen.get(decidedBy[messageId] ?? 'unverifiable') === 'ignore';
    if (outcome === 'unknown' && isIgnored && !ALWAYS.has(messageId)) return false;
    const { once = [`${messageId}@${keyOf(at)}`] } = each;
    if (once.some((key) => said.has(key))) return false;
    for (const key of once) said.add(key);
    if (!BY_ONE_RULE.has(messageId)) return true;
    if (pass.said.has(messageId)) return false;
    pass.said.add(messageId);
    return true;
  });
}

/** An assessment that says something. */
export type Reported<MessageIds extends string> = Assessment<MessageIds> & {
  readonly outcome: 'finding' | 'unknown';
  readonly messageId: MessageIds;
};

function keyOf(at: Place): string {
  if ('range' in at) return at.range.join(':');
  const { start, end } = 'start' in at ? at : { start: at, end: at };
  return [start.line, start.column, end.line, end.column].join(':');
}

/** Names the place of a failure under `DEBUG=claude-compliance`; else a failure is a finding, and no more. */
export function explain(rule: string, filename: string, error: unknown): void {
  const asked = (process.env['DEBUG'] ?? '').split(/[\s,]+/);
  if (!asked.some((name) => name === '*' || name.replace(/:\*$/, '') === NAMESPACE)) return;
  const { name, message, stack = '' } = error instanceof Error ? error : new Error('not an error');
  // Errors of parsers quote what they read, which may be a secret.
  const shown = error instanceof SyntaxError ? name : `${name}: ${message}`;
  console.error(
    `${NAMESPACE}/${rule} failed on ${filename}: ${shown}\n${stack.replace(/^[^]*?(?=\n\s+at )/, '')}`,
  );
}
