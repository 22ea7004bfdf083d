/**
 * The rule of one arrangement, over the one catalogue.
 */
import { contains } from '../../analysis/syntax/nodes.ts';
import { eligibilityPolicy } from '../../declared/settings.ts';
import type { Arrangement } from '../../policy/features/index.ts';
import { isOtherContract, matchFeatures } from '../../policy/features/match.ts';
import type { FeatureUse, Unclassified } from '../../policy/features/match.ts';
import { factsOf, featureVerdict, unlistedVerdict } from '../../policy/features/verdicts.ts';
import type { FeatureVerdict } from '../../policy/features/verdicts.ts';
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

type MessageIds = 'ineligible' | 'marker' | 'qualified' | 'unclassified' | 'unjudged' | 'unverifiable';

const NAMES: Readonly<Record<Arrangement, string>> = {
  hipaa: 'HIPAA readiness',
  zdr: 'zero data retention',
};

/** The arrangements as messages name them. */
const SHORT: Readonly<Record<Arrangement, string>> = { hipaa: 'HIPAA readiness', zdr: 'ZDR' };

/** The action of a message: the table's first one, where it fits into the message. */
function actionFor(
  message: string,
  said: Readonly<Record<'sender' | 'title', string>>,
  instead: string,
): string {
  const action = capitalised(firstAction(instead));
  return rendered(message, { ...said, instead: action }).length > MAX_MESSAGE ? 'Leave it out' : action;
}

/** What is said of a use under an arrangement. */
function messagesOf(arrangement: Arrangement): Readonly<Record<MessageIds, string>> {
  const name = SHORT[arrangement];
  return {
    ineligible: `{{title}}{{sender}}: not covered by ${name}. {{instead}}.`,
    qualified: `{{title}}{{sender}}: covered by ${name} with a qualification. {{instead}}.`,
    unclassified: `{{title}}: not classified under ${name}. Leave it out, or classify it in \`features\`.`,
    unverifiable: 'Cannot tell what `{{call}}` sends{{where}}. Write the request out where it is made.',
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
    mentions: /cache_control|_20\d{6}\b|mcp_servers|container_upload|file_id|anthropic/i,
    *assess(file, options) {
      if (file.isUnder(arrangement) ?? options.when === 'always') {
        yield* assessUses(file, arrangement, options);
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

function* assessUses(
  file: CodeFile,
  arrangement: Arrangement,
  options: EligibilityOptions,
): Generator<Assessment<MessageIds>> {
  const { analysis, cwd, settings, whole } = file;
  const requests = [...file.requests, ...file.handed];
  const policy = { ...eligibilityPolicy(settings), arrangement, qualified: options.qualified };
  const found = matchFeatures(
    analysis,
    (feature) => featureVerdict(feature, policy) !== undefined,
    (feature) => isAskedFor(featureVerdict(feature, policy), options),
  );
  const judged = new Set<Subject>();
  const subjectOf = (use: Use): Subject => {
    const subject = requests.find((each) => isOf(each, use)) ?? whole;
    judged.add(subject);
    return subject;
  };
  for (const use of found.uses) {
    const { feature, node: at, sentBy } = use;
    // Of the switch for browsers no-browser-client speaks, in every pack.
    if (feature.id === 'browser_cors' && !file.isTest && !file.isLibrary) {
      yield exempt(subjectOf(use), 'said by another', { at });
      continue;
    }
    const messageId = featureVerdict(feature, policy);
    const sender = sentBy ? `, sent by ${placeName(sentBy.node, cwd)}` : '';
    const { title, instead } = factsOf(feature, policy);
    const message = messagesOf(arrangement)[messageId ?? 'ineligible'];
    const action = actionFor(message, { title, sender }, instead);
    const said = { at, data: { title, sender, instead: action }, once: [use] };
    if (messageId === 'unclassified') yield unknown(subjectOf(use), messageId, { messageId, ...said });
    else if (messageId) yield finding(subjectOf(use), messageId, said);
  }
  for (const each of found.unclassified) {
    const verdict = unlistedVerdict(each.kind, policy);
    const use = { node: each.node, sentBy: analysis.sentBy(each.node) };
    if (verdict !== 'allow') yield assessUnlisted(subjectOf(use), each, verdict);
  }
  for (const { site, answer } of found.undecided) {
    const data = { call: callName(site.node), where: originNote(answer.elsewhere ?? answer.node, cwd) };
    const subject = subjectOf({ node: site.node, sentBy: site });
    if (analysis.callersDecide(answer)) yield exempt(subject, 'callers');
    else yield unknown(subject, becauseOf(answer), { messageId: 'unverifiable', data });
  }
  for (const subject of [...requests, whole]) {
    const isOther = subject.site && isOtherContract(subject.site.platform);
    if (!judged.has(subject)) yield isOther ? exempt(subject, 'other contract') : pass(subject);
  }
}

/** What no row names, with the user's word on it. */
function assessUnlisted(
  subject: Subject,
  unlisted: Unclassified,
  verdict: 'forbid' | undefined,
): Assessment<MessageIds> {
  const { value, node: at } = unlisted;
  const said = { at, data: { title: `\`${nameOf(value)}\`` }, once: [unlisted] };
  return verdict === 'forbid'
    ? finding(subject, 'unclassified', said)
    : unknown(subject, 'unclassified', { messageId: 'unclassified', ...said });
}

/** A request of which a part is not shown is of interest where that part could be one of these. */
function isAskedFor(verdict: FeatureVerdict | undefined, { unclassified }: EligibilityOptions): boolean {
  return verdict === 'unclassified' ? unclassified === 'report' : verdict !== undefined;
}

/** True for the request that a use is handed to, or stands in. */
function isOf({ site }: Subject, { node, sentBy }: Use): boolean {
  return site !== undefined && (sentBy ? site === sentBy : contains(site.node, node));
}
