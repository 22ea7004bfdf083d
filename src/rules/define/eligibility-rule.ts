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
import { callName, markerMessage, placeName, reasonText } from './wording.ts';

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

type MessageIds = 'ineligible' | 'marker' | 'qualified' | 'unclassified' | 'unverifiable';

const NAMES: Readonly<Record<Arrangement, string>> = {
  hipaa: 'HIPAA readiness',
  zdr: 'zero data retention',
};

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
      messages: {
        ineligible: `{{title}}{{sender}}: not covered by ${NAMES[arrangement]}; {{kept}}.{{disagreement}} Instead, {{instead}}. Table of {{date}}.`,
        qualified: `{{title}}{{sender}}: covered by ${NAMES[arrangement]} with a qualification; {{kept}}. To be safe, {{instead}}. Table of {{date}}.`,
        unclassified: `{{title}}: nothing is known of its place under ${NAMES[arrangement]} (table of {{date}}). Leave it out, or let \`settings.features\` say what your agreement says.`,
        unverifiable: `Cannot tell whether \`{{call}}\` uses something that ${NAMES[arrangement]} does not cover: a part of the request is not in this file; {{reason}}. Write the request out where this file shows it.`,
        ...markerMessage('whether the package is marked'),
      },
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
  const { analysis, requests, sourceCode, settings, whole } = file;
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
    const messageId = featureVerdict(feature, policy);
    const sender = sentBy ? `, sent by ${placeName(sourceCode, sentBy.node)}` : '';
    const said = { at, data: { ...factsOf(feature, policy), sender }, once: [use] };
    if (messageId === 'unclassified') yield unknown(subjectOf(use), messageId, { messageId, ...said });
    else if (messageId) yield finding(subjectOf(use), messageId, said);
  }
  for (const each of found.unclassified) {
    const verdict = unlistedVerdict(each.kind, policy);
    const use = { node: each.node, sentBy: analysis.sentBy(each.node) };
    if (verdict !== 'allow') yield assessUnlisted(subjectOf(use), each, verdict);
  }
  for (const { site, answer } of found.undecided) {
    const data = { call: callName(sourceCode, site.node), reason: reasonText(answer) };
    const subject = subjectOf({ node: site.node, sentBy: site });
    yield unknown(subject, becauseOf(answer), { messageId: 'unverifiable', data });
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
  const { value, node: at, date } = unlisted;
  const said = { at, data: { title: `\`${value}\``, date }, once: [unlisted] };
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
