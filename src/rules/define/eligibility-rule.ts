/**
 * The rule of one arrangement, over the one catalogue.
 */
import type { FileAnalysis } from '../../analysis/index.ts';
import { createRule } from './rule.ts';
import type { ClaudeRule, RuleContext } from './rule.ts';
import { isUnder, readMarker } from '../../declared/package-marker.ts';
import { eligibilityOf, isStricterThanVendor } from '../../policy/features/index.ts';
import type { Arrangement, EligibilityPolicy, Feature } from '../../policy/features/index.ts';
import { matchFeatures } from '../../policy/features/match.ts';
import { eligibilityPolicy } from '../../declared/settings.ts';
import type { Settings } from '../../declared/settings.ts';
import { callName, fileStart, placeName, reasonText } from './wording.ts';

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
type Context = RuleContext<MessageIds, readonly [EligibilityOptions]>;

const NAMES: Readonly<Record<Arrangement, string>> = {
  hipaa: 'HIPAA readiness',
  zdr: 'zero data retention',
};

const choice = (description: string): { type: 'string'; description: string; enum: string[] } => ({
  type: 'string',
  description,
  enum: ['report', 'ignore'],
});

/**
 * Makes the rule that reports what an arrangement does not cover.
 *
 * @param arrangement the column of the catalogue
 */
export function createEligibilityRule(
  name: string,
  arrangement: Arrangement,
): ClaudeRule<MessageIds, readonly [EligibilityOptions]> {
  return createRule({
    name,
    meta: {
      type: 'problem',
      docs: {
        description: `Disallow features of Claude that ${NAMES[arrangement]} does not cover, in packages under that arrangement`,
        cwe: [213],
      },
      schema: [
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            when: {
              type: 'string',
              description: 'Whether only marked packages are checked, or all that are not marked with false.',
              enum: ['marked', 'always'],
            },
            qualified: choice(
              'Whether to report features that are covered with a qualification (strict baseline only).',
            ),
            unclassified: choice(
              'Whether to report features, tool types and betas about which no statement is known.',
            ),
            unverifiable: choice('Whether to report requests of which the file does not show everything.'),
          },
        },
      ],
      defaultOptions: [
        { when: 'marked', qualified: 'ignore', unclassified: 'ignore', unverifiable: 'ignore' },
      ] as readonly [EligibilityOptions],
      messages: {
        ineligible: `{{title}}{{sender}}: not covered by ${NAMES[arrangement]}; {{kept}}.{{disagreement}} Instead, {{instead}}. Table of {{date}}.`,
        qualified: `{{title}}{{sender}}: covered by ${NAMES[arrangement]} with a qualification; {{kept}}. To be safe, {{instead}}. Table of {{date}}.`,
        unclassified: `{{title}}: nothing is known of its place under ${NAMES[arrangement]} (table of {{date}}). Leave it out, or let \`settings.features\` say what your agreement says.`,
        unverifiable: `Cannot tell whether \`{{call}}\` uses something that ${NAMES[arrangement]} does not cover: a part of the request is not in this file; {{reason}}. Write the request out where this file shows it.`,
        marker: '{{problem}}. Until it is mended, this rule does not know whether the package is marked.',
      },
    },
    // Blocks of a request may be built in a file that names neither Claude nor a client.
    mentions: /cache_control|_20\d{6}\b|mcp_servers|container_upload|file_id|anthropic/i,
    check(context, [options], analysis, settings) {
      const reading = readMarker(context.filename);
      if ('problem' in reading) {
        context.report({
          ...fileStart(context.sourceCode),
          messageId: 'marker',
          data: { problem: reading.problem },
        });
      }
      if (isUnder(arrangement, reading, settings) ?? options.when === 'always')
        report(context, arrangement, options, analysis, settings);
    },
  });
}

function report(
  context: Context,
  arrangement: Arrangement,
  options: EligibilityOptions,
  analysis: FileAnalysis,
  settings: Settings,
): void {
  const policy = eligibilityPolicy(settings);
  const verdict = (feature: Feature): MessageIds | undefined => {
    switch (eligibilityOf(feature, arrangement, policy)) {
      case 'no':
        return 'ineligible';
      case 'qualified':
        return options.qualified === 'report' && policy.baseline === 'strict' ? 'qualified' : undefined;
      case 'unknown':
        return options.unclassified === 'report' && feature.carriesContent !== false
          ? 'unclassified'
          : undefined;
      case 'yes':
        return undefined;
    }
  };
  const { uses, undecided, unclassified } = matchFeatures(
    analysis,
    (feature) => verdict(feature) !== undefined,
    options.unverifiable === 'report',
  );
  for (const { feature, node, sentBy } of uses) {
    const messageId = verdict(feature);
    if (!messageId) continue;
    const sender = sentBy ? `, sent by ${placeName(context.sourceCode, sentBy.node)}` : '';
    context.report({ node, messageId, data: { ...factsOf(feature, arrangement, policy), sender } });
  }
  for (const { kind, value, node, date } of unclassified) {
    // The user's word on betas that no row names.
    const said = kind === 'beta' ? policy.overrides['beta_unlisted'] : undefined;
    if (said === 'allow' || (said === undefined && options.unclassified === 'ignore')) continue;
    context.report({ node, messageId: 'unclassified', data: { title: `\`${value}\``, date } });
  }
  if (options.unverifiable === 'report') {
    for (const { site, answer } of undecided) {
      const call = callName(context.sourceCode, site.node);
      context.report({
        node: site.node.callee,
        messageId: 'unverifiable',
        data: { call, reason: reasonText(answer) },
      });
    }
  }
}

function factsOf(
  feature: Feature,
  arrangement: Arrangement,
  policy: EligibilityPolicy,
): Record<string, string> {
  const bySource = isStricterThanVendor(feature, arrangement) && policy.baseline === 'strict';
  return {
    title: feature.title,
    kept: feature.kept ?? 'your settings forbid it',
    instead: feature.instead ?? 'do without it',
    date: feature.checkedOn,
    disagreement: bySource
      ? ' (The source document forbids it; the vendor now lists it as eligible, and `baseline: "vendor"` follows the vendor.)'
      : '',
  };
}
