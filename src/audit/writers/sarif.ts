/**
 * SARIF 2.1.0, twice: `findings.sarif` for code scanning, which takes everything in it for an alert, and `full.sarif` for
 * archives, with what was open, waived, not applicable and without a finding.
 *
 * GitHub ignores `suppressions` (codeql-action#1230), takes `kind: "pass"` for an alert, asks for at least one location, and
 * refuses a rule with more than 20 tags: so controls are taxonomies and never tags.
 */
import type {
  Location,
  Log,
  PhysicalLocation,
  PropertyBag,
  ReportingDescriptor,
  Result,
  Run,
  ToolComponent,
} from 'sarif';
import { CONTROLS } from '../../policy/controls/index.ts';
import { NAMESPACE } from '../../meta.ts';
import type { CallSite, Evidence, Finding, Place } from '../model.ts';
import { ruleText, SEVERITY } from '../rule-texts.ts';
import { byText, shortId } from '../text.ts';
import { because } from '../words.ts';
import { runKey, uuid5 } from './ids.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const INFORMATION = 'https://www.npmjs.com/package/eslint-plugin-claude-compliance';
/** Ids of open questions: a rule of their own in code scanning, so that they can be dismissed apart. */
const UNKNOWN = '/cannot-tell';

/** Findings and open questions that nobody waived. */
export function findingsSarif(evidence: Evidence): Log {
  const open = evidence.findings.filter(({ waiver }) => waiver === undefined);
  return log(evidence, open.map(resultOf), false);
}

/** Everything. */
export function fullSarif(evidence: Evidence): Log {
  const reported = evidence.findings.map((finding) => withState(evidence, finding));
  return log(evidence, [...reported, ...evidence.callSites.flatMap(quietResults)], true);
}

function log(evidence: Evidence, results: readonly Result[], full: boolean): Log {
  const { provenance } = evidence;
  const ids = [...new Set(results.map(({ ruleId = '' }) => ruleId))].sort(byText);
  const taxonomies = taxonomiesOf(evidence, ids);
  const run: Run = {
    tool: {
      driver: {
        name: 'eslint-plugin-claude-compliance',
        semanticVersion: provenance.tools.plugin,
        informationUri: INFORMATION,
        rules: ids.map((id) => descriptor(id, taxonomies)),
        supportedTaxonomies: taxonomies.map(({ name, guid = '' }) => ({ name, guid })),
      },
    },
    automationDetails: {
      id: `${NAMESPACE}/${provenance.packs.join('+')}${full ? '/full' : ''}/`,
      guid: uuid5(`${runKey(evidence)} ${full ? 'full' : 'findings'}`),
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
    taxonomies: [...taxonomies],
    invocations: [
      {
        executionSuccessful: provenance.completeness === 'complete',
        commandLine: `claude-compliance ${provenance.command.join(' ')}`,
      },
    ],
    results: results.map((result) => ({ ...result, ruleIndex: ids.indexOf(result.ruleId ?? '') })),
    properties: { statement: evidence.statement, asOf: provenance.asOf },
  };
  // Only addresses are repositories for SARIF.
  if (provenance.commit !== undefined && /^https?:/.test(provenance.repository)) {
    run.versionControlProvenance = [
      {
        repositoryUri: provenance.repository,
        revisionId: provenance.commit,
        ...(provenance.branch !== undefined && { branch: provenance.branch }),
      },
    ];
  }
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

const nameOf = (ruleId: string): string => ruleId.slice(NAMESPACE.length + 1).replace(UNKNOWN, '');

function descriptor(id: string, taxonomies: readonly ToolComponent[]): ReportingDescriptor {
  const name = nameOf(id);
  const { description, cwe, url } = ruleText(name);
  const open = id.endsWith(UNKNOWN);
  const controls = (CONTROLS[name] ?? []).filter(({ framework }) =>
    taxonomies.some((taxonomy) => taxonomy.name === framework),
  );
  const text = open ? `Cannot tell: ${description}` : description;
  const help = open
    ? 'The code does not decide what the rule asks. Make the value plain at the call, or where it comes from.'
    : `${description}. See the page of the rule for what to change.`;
  const properties: PropertyBag = {
    tags: [
      'security',
      NAMESPACE,
      ...cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`),
    ],
    precision: open ? 'low' : 'high',
    'security-severity': (open ? 3.9 : (SEVERITY[name] ?? 5)).toFixed(1),
  };
  return {
    id,
    name:
      name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase()) + (open ? 'CannotTell' : ''),
    shortDescription: { text },
    fullDescription: { text: `${text}.` },
    help: { text: help, markdown: markdownHelp(help, controls) },
    ...(url !== '' && { helpUri: url }),
    defaultConfiguration: { level: open ? 'note' : 'error' },
    properties,
    relationships: controls.map((control) => ({
      target: {
        id: control.id,
        toolComponent: { name: control.framework, guid: uuid5(`taxonomy ${control.framework}`) },
      },
      kinds: ['relevant'],
    })),
  };
}

type Controls = NonNullable<(typeof CONTROLS)[string]>;

function markdownHelp(help: string, controls: Controls): string {
  if (controls.length === 0) return help;
  const lines = controls.map(({ framework, id, why }) => `- ${framework} ${id}: ${why}`);
  return `${help}\n\nControls that the rule supports, in our own words:\n\n${lines.join('\n')}`;
}

/** The controls that the chosen packs show, by framework, as far as the rules of the file support them. */
function taxonomiesOf({ controls }: Evidence, ids: readonly string[]): ToolComponent[] {
  const rules = new Set(ids.map(nameOf));
  const own = controls.filter((control) => control.rules.some((rule) => rules.has(rule)));
  return [...new Set(own.map(({ framework }) => framework))].sort(byText).map((framework) => ({
    name: framework,
    guid: uuid5(`taxonomy ${framework}`),
    isComprehensive: false,
    shortDescription: { text: 'Controls by identifier, paraphrased in our own words.' },
    taxa: own
      .filter((control) => control.framework === framework)
      .map(({ id, why }) => ({ id, shortDescription: { text: why } })),
  }));
}

function physical({ file, line, column }: Place): PhysicalLocation {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' },
    region: {
      startLine: Math.max(1, line ?? 1),
      ...(column !== undefined && column > 0 && { startColumn: column }),
    },
  };
}

const location = (at: Place): Location => ({
  physicalLocation: physical(at),
  ...(at.function !== undefined && {
    logicalLocations: [{ fullyQualifiedName: at.function, kind: 'function' }],
  }),
});

function resultOf(finding: Finding): Result {
  const { rule, kind, severity, message, at, sites, way, cause, certainty } = finding;
  const open = kind === 'cannot-tell';
  return {
    ruleId: `${NAMESPACE}/${rule}${open ? UNKNOWN : ''}`,
    level: open ? 'note' : severity,
    message: { text: message },
    locations: [location(at)],
    ...(cause && {
      relatedLocations: [{ ...location(cause.at), id: 1, message: { text: `${cause.name} decides it` } }],
    }),
    partialFingerprints: { 'claudeComplianceFinding/v1': finding.id },
    ...(way &&
      way.length > 1 && {
        codeFlows: [
          {
            message: { text: 'The way of the content' },
            threadFlows: [
              { locations: way.map((step) => ({ location: { physicalLocation: physical(step) } })) },
            ],
          },
        ],
      }),
    properties: { certainty, callSites: [...sites] },
  };
}

/** A finding as archives want it: open questions as such, waived ones suppressed. */
function withState({ waivers }: Evidence, finding: Finding): Result {
  const result = resultOf(finding);
  if (finding.kind === 'cannot-tell') {
    // SARIF: a kind other than "fail" has no level.
    return { ...result, ruleId: `${NAMESPACE}/${finding.rule}`, kind: 'open', level: 'none' };
  }
  const waiver = waivers.find(({ id }) => id === finding.waiver);
  if (!waiver) return { ...result, kind: 'fail' };
  const { owner = '', ref = '', until = '', reason = '', source, state } = waiver;
  return {
    ...result,
    kind: 'fail',
    suppressions: [
      {
        kind: source === 'inline' ? 'inSource' : 'external',
        status: state === 'live' || state === 'ending' ? 'accepted' : 'rejected',
        justification: `Accepted risk, not a false positive. Owner: ${owner}; reference: ${ref}; until: ${until}; reason: ${reason}`,
        location: { physicalLocation: physical(waiver.at) },
      },
    ],
  };
}

/** What gave no finding and no question at a call site: without one, not applicable, not run. */
function quietResults(site: CallSite): Result[] {
  return Object.entries(site.results).flatMap(([rule, { state, why }]): Result[] => {
    if (state !== 'no-finding' && state !== 'not-applicable' && state !== 'not-run') return [];
    const words = because(why);
    const text =
      state === 'no-finding'
        ? 'No finding of this rule at this call site.'
        : `${state === 'not-run' ? 'Not run' : 'Not applicable'}: ${words}.`;
    return [
      {
        ruleId: `${NAMESPACE}/${rule}`,
        kind: state === 'no-finding' ? 'pass' : state === 'not-run' ? 'review' : 'notApplicable',
        level: 'none',
        message: { text },
        locations: [location(site.at)],
        partialFingerprints: { 'claudeComplianceFinding/v1': shortId('fi', [rule, site.id, state]) },
        properties: { callSites: [site.id] },
      },
    ];
  });
}
