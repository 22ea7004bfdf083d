/**
 * The rule of one arrangement, over the one catalogue.
 */
import { isCompared } from '../../analysis/syntax/comparisons.ts';
import { contains, enclosingFunction } from '../../analysis/syntax/nodes.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { eligibilityPolicy } from '../../declared/settings.ts';
import type { Arrangement } from '../../policy/features/index.ts';
import { isOtherContract, matchFeatures } from '../../policy/features/match.ts';
import type { FeatureUse, Unclassified, Undecided } from '../../policy/features/match.ts';
import { factsOf, featureVerdict, speakerOf, unlistedVerdict } from '../../policy/features/verdicts.ts';
import type { ArrangementPolicy, FeatureVerdict } from '../../policy/features/verdicts.ts';
import { exempt, finding, pass, unknown } from './assessment.ts';
import type { Assessment, Subject } from './assessment.ts';
import type { ClaudeRule } from './definition.ts';
import type { CodeFile } from './file.ts';
import { choice, optionsOf } from './options.ts';
import { becauseOf } from './reasons.ts';
import { createRule } from './rule.ts';
import {
  callName,
  capitalised,
  firstAction,
  MARKER,
  MAX_MESSAGE,
  nameOf,
  originNote,
  placeName,
  rendered,
} from './wording.ts';

/** Options of a rule about eligibility. */
export interface EligibilityOptions {
  /** `marked`: only packages that are marked. `always`: all but those marked with false. */
  readonly when: 'always' | 'marked';
  /** Features that an arrangement covers with a qualification; reported under the strict baseline only. */
  readonly qualified: 'ignore' | 'report';
  /** Features, tool types and betas about which the catalogue has no statement. */
  readonly unclassified: 'ignore' | 'report';
  /** Requests of which the file does not show everything. */
  readonly unverifiable: 'ignore' | 'report';
}

type MessageIds =
  'ineligible' | 'marker' | 'qualified' | 'stored' | 'unclassified' | 'unjudged' | 'unverifiable';

const NAMES: Readonly<Record<Arrangement, string>> = {
  hipaa: 'HIPAA readiness',
  zdr: 'zero data retention',
};

/** The arrangements as messages name them. */
const SHORT: Readonly<Record<Arrangement, string>> = { hipaa: 'HIPAA readiness', zdr: 'ZDR' };

/** The action of a message: the table's first one, where it fits into the message. */
function actionFor(
  message: string,
  said: Readonly<Record<'also' | 'sender' | 'title', string>>,
  instead: string,
): string {
  const action = capitalised(firstAction(instead));
  return rendered(message, { ...said, instead: action }).length > MAX_MESSAGE ? 'Leave it out' : action;
}

/** What is said of a use under an arrangement. */
function messagesOf(arrangement: Arrangement): Readonly<Record<MessageIds, string>> {
  const name = SHORT[arrangement];
  return {
    ineligible: `{{title}}{{sender}}: not covered by ${name}{{also}}. {{instead}}.`,
    qualified: `{{title}}{{sender}}: covered by ${name}{{also}} with a qualification. {{instead}}.`,
    stored: `{{title}}: reads what is stored, which ${name}{{also}} does not cover. Delete it, and store no more.`,
    unclassified: `{{title}}: not classified under ${name}{{also}}. Leave it out, or classify it in \`features\`.`,
    unverifiable: 'Cannot tell what `{{call}}` sends{{where}}. Write it out.',
    ...MARKER,
  };
}

/**
 * Makes the rule that reports what an arrangement does not cover.
 *
 * @param arrangement the column of the catalogue
 */
export function createEligibilityRule(
  name: string,
  arrangement: Arrangement,
): ClaudeRule<MessageIds | 'failed', readonly [EligibilityOptions]> {
  return createRule<MessageIds, EligibilityOptions>({
    name,
    subjects: ['call site', 'file', 'package'],
    asks: 'retention',
    unknowns: { unclassified: 'unclassified' },
    meta: {
      type: 'problem',
      docs: {
        description: `Disallow features of Claude that ${NAMES[arrangement]} does not cover, in packages under that arrangement`,
        cwe: [213],
      },
      schema: optionsOf({
        when: choice('Whether only marked packages are checked, or all that are not marked with false.', [
          'marked',
          'always',
        ]),
        qualified: choice(
          'Whether to report features that are covered with a qualification (strict baseline only).',
        ),
        unclassified: choice(
          'Whether to report features, tool types and betas about which no statement is known.',
        ),
        unverifiable: choice('Whether to report requests of which the file does not show everything.'),
      }),
      defaultOptions: [
        { when: 'marked', qualified: 'ignore', unclassified: 'ignore', unverifiable: 'ignore' },
      ],
      messages: messagesOf(arrangement),
    },
    // Blocks of a request may be built in a file that names neither Claude nor a client.
    mentions:
      /cache_control|cacheControl|setMessagesParams|_20\d{6}\b|mcp_servers|container_upload|file_id|anthropic/i,
    *assess(file, options) {
      if (file.isUnder(arrangement) ?? options.when === 'always') {
        yield* assessUses(file, { arrangement, options, beside: besideOf(file, arrangement) });
        return;
      }
      // With a broken marker nobody knows whether the package is marked.
      const isBroken = 'problem' in file.marker();
      for (const subject of [...file.requests, file.whole])
        yield isBroken ? unknown(subject, 'broken marker') : exempt(subject, 'not marked');
    },
  });
}

/** A use of a feature, or of what no row names. */
type Use = Pick<FeatureUse, 'node' | 'sentBy'>;

/** One arrangement, and the other where the rule about that one looks at the file, too. */
interface Asked {
  readonly arrangement: Arrangement;
  readonly options: EligibilityOptions;
  readonly beside: Pick<Asked, 'arrangement' | 'options'> | undefined;
}

const OTHER: Readonly<Record<Arrangement, Arrangement>> = { hipaa: 'zdr', zdr: 'hipaa' };

function besideOf(file: CodeFile, arrangement: Arrangement): Asked['beside'] {
  const other = OTHER[arrangement];
  const given = file.optionsOfRule(ruleOf(other));
  if (!given) return undefined;
  const options = given as EligibilityOptions;
  return (file.isUnder(other) ?? options.when === 'always') ? { arrangement: other, options } : undefined;
}

/** The rule of an arrangement. */
function ruleOf(arrangement: Arrangement): string {
  return `no-${arrangement}-ineligible-features`;
}

/** Of a use that both rules see one speaks, for both arrangements if need be. */
function shareOf(
  { arrangement, beside }: Asked,
  own: FeatureVerdict | undefined,
  other: FeatureVerdict | undefined,
): { readonly also: string; readonly saidElsewhere?: 'by another rule' } {
  const speaker = beside ? speakerOf(arrangement, own, other) : 'own';
  if (speaker === 'other') return { also: '', saidElsewhere: 'by another rule' };
  return { also: speaker === 'both' && beside ? ` or ${SHORT[beside.arrangement]}` : '' };
}

/** One look of the rule at a file. */
interface Look {
  readonly file: CodeFile;
  readonly asked: Asked;
  readonly policy: ArrangementPolicy;
  /** What a use is a use of: the request that has it, else the file. It counts as judged from then on. */
  readonly subjectOf: (use: Use) => Subject;
}

function* assessUses(file: CodeFile, asked: Asked): Generator<Assessment<MessageIds>> {
  const { analysis, settings, whole } = file;
  const { arrangement, options } = asked;
  const requests = [...file.requests, ...file.handed];
  const policy = { ...eligibilityPolicy(settings), arrangement, qualified: options.qualified };
  const judged = new Set<Subject>();
  const subjectOf = (use: Use): Subject => {
    const subject = requests.find((each) => isOf(each, use)) ?? whole;
    judged.add(subject);
    return subject;
  };
  const look: Look = { file, asked, policy, subjectOf };
  const found = matchFeatures(
    analysis,
    (feature) => featureVerdict(feature, policy) !== undefined,
    (feature) => isAskedFor(featureVerdict(feature, policy), options),
  );
  for (const use of found.uses) yield* assessListed(look, use);
  for (const each of found.unclassified) yield* assessUnlisted(look, each);
  for (const each of found.undecided) yield assessUndecided(look, each);
  for (const subject of [...requests, whole]) {
    const isOther = subject.site && isOtherContract(subject.site.platform);
    if (!judged.has(subject)) yield isOther ? exempt(subject, 'other contract') : pass(subject);
  }
}

/** A use of a feature that the catalogue has a row for. */
function* assessListed(
  { file, asked, policy, subjectOf }: Look,
  use: FeatureUse,
): Generator<Assessment<MessageIds>> {
  const { feature, node: at, sentBy } = use;
  // Of the switch for browsers no-browser-client speaks, in every pack.
  if (feature.id === 'browser_cors' && !file.isTest && !file.isLibrary) {
    yield exempt(subjectOf(use), 'said by another', { at });
    return;
  }
  if (file.isTest && !sentBy && isCompared(at)) {
    yield exempt(subjectOf(use), 'test file', { at });
    return;
  }
  const verdict = featureVerdict(feature, policy);
  const messageId = verdict === 'ineligible' && use.reads ? 'stored' : verdict;
  const sender = sentBy ? `, sent by ${placeName(sentBy.node, file.cwd)}` : '';
  const { title, instead } = factsOf(feature, policy);
  const message = messagesOf(asked.arrangement)[messageId ?? 'ineligible'];
  const { also, ...elsewhere } = shareOf(asked, verdict, verdictBeside(asked.beside, feature, policy));
  const action = actionFor(message, { title, sender, also }, instead);
  const said = {
    at,
    data: { title, sender, also, instead: action },
    once: sameMend(use, messageId),
    ...elsewhere,
  };
  if (messageId === 'unclassified') yield unknown(subjectOf(use), messageId, { messageId, ...said });
  else if (messageId) yield finding(subjectOf(use), messageId, said);
}

/**
 * One use, and all of one feature that one function puts into a request: they are put there together, and taken out. A call that is a
 * use by itself is mended by itself; what a file reads of what is stored goes with what stores it.
 */
function sameMend(use: FeatureUse, messageId: string | undefined): readonly (object | string)[] {
  const { feature, node, sentBy } = use;
  if (messageId === 'stored') return [use, `stored ${feature.id}`];
  const around = isOfCall(node) ? undefined : enclosingFunction(node);
  const request = sentBy?.node.range.join(':') ?? '';
  return around ? [use, `${feature.id} ${around.range.join(':')} ${request}`] : [use];
}

/** True for the name of what is called. */
function isOfCall(node: Node): boolean {
  const { parent } = node;
  const callee = parent?.type === 'MemberExpression' && parent.property === node ? parent : node;
  return callee.parent !== undefined && 'callee' in callee.parent && callee.parent.callee === callee;
}

/** What the rule of the other arrangement says of a feature. */
function verdictBeside(
  beside: Asked['beside'],
  feature: FeatureUse['feature'],
  policy: ArrangementPolicy,
): FeatureVerdict | undefined {
  if (!beside) return undefined;
  const { arrangement, options } = beside;
  const verdict = featureVerdict(feature, { ...policy, arrangement, qualified: options.qualified });
  return verdict === 'unclassified' && options.unclassified === 'ignore' ? undefined : verdict;
}

/** What no row names, with the user's word on it. */
function* assessUnlisted(
  { file, asked, policy, subjectOf }: Look,
  unlisted: Unclassified,
): Generator<Assessment<MessageIds>> {
  const { kind, value, node: at } = unlisted;
  const verdict = unlistedVerdict(kind, policy);
  if (verdict === 'allow') return;
  const { beside } = asked;
  const isSaidBeside = beside && (beside.options.unclassified === 'report' || verdict === 'forbid');
  const { also, ...elsewhere } = shareOf(asked, 'unclassified', isSaidBeside ? 'unclassified' : undefined);
  const subject = subjectOf({ node: at, sentBy: file.analysis.sentBy(at) });
  const said = { at, data: { title: `\`${nameOf(value)}\``, also }, once: [unlisted], ...elsewhere };
  yield verdict === 'forbid'
    ? finding(subject, 'unclassified', said)
    : unknown(subject, 'unclassified', { messageId: 'unclassified', ...said });
}

/** A request of which not everything is shown. */
function assessUndecided(
  { file, asked, subjectOf }: Look,
  { site, answer }: Undecided,
): Assessment<MessageIds> {
  const { arrangement, beside } = asked;
  const data = {
    call: callName(site.node),
    where: originNote(answer.elsewhere ?? answer.node, file.cwd),
  };
  const subject = subjectOf({ node: site.node, sentBy: site });
  if (file.analysis.callersDecide(answer)) return exempt(subject, 'callers');
  const isSaid = arrangement === 'hipaa' && beside?.options.unverifiable === 'report';
  const saidElsewhere = isSaid ? ('by another rule' as const) : undefined;
  return unknown(subject, becauseOf(answer), { messageId: 'unverifiable', data, saidElsewhere });
}

/** A request of which a part is not shown is of interest where that part could be one of these. */
function isAskedFor(verdict: FeatureVerdict | undefined, { unclassified }: EligibilityOptions): boolean {
  return verdict === 'unclassified' ? unclassified === 'report' : verdict !== undefined;
}

/** True for the request that a use is handed to, or stands in. */
function isOf({ site }: Subject, { node, sentBy }: Use): boolean {
  return site !== undefined && (sentBy ? site === sentBy : contains(site.node, node));
}
