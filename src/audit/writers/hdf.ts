/**
 * Heimdall Data Format: what viewers and pipelines of US agencies read. One control a rule, one result a call site.
 */
import { CONTROLS } from '../../policy/controls/index.ts';
import type { CallSite, Evidence, Finding } from '../model.ts';
import { ruleText, SEVERITY } from '../rule-texts.ts';
import { placeText } from '../text.ts';
import { because, RESULT_STATES } from '../words.ts';
import type { ResultState } from '../words.ts';
import { siteName } from '../views.ts';

/** HDF knows no open questions and no accepted risks: both are "skipped", with a message that says which. */
const STATUS: Readonly<Record<ResultState, 'failed' | 'passed' | 'skipped'>> = {
  finding: 'failed',
  'cannot-tell': 'skipped',
  waived: 'skipped',
  'not-run': 'skipped',
  'no-finding': 'passed',
  'not-applicable': 'skipped',
};

/** Results in the form of InSpec's `exec-json`, as an object for JSON. */
export function hdfOf(evidence: Evidence): object {
  const { provenance, rules, statement } = evidence;
  const start = `${provenance.asOf}T00:00:00Z`;
  return {
    platform: {
      name: 'eslint-plugin-claude-compliance',
      release: provenance.tools.plugin,
      target_id: provenance.repository,
    },
    version: provenance.tools.plugin,
    statistics: {},
    profiles: [
      {
        name: `claude-compliance-${provenance.packs.join('-')}`,
        version: provenance.tools.plugin,
        title: 'Static checks of code that calls Claude',
        summary: statement,
        sha256: provenance.config.digest.replace(/^sha256:/, ''),
        supports: [],
        attributes: [],
        groups: [],
        status: 'loaded',
        controls: rules.map(({ name }) => control(evidence, name, start)),
      },
    ],
  };
}

function control(evidence: Evidence, rule: string, start: string): object {
  const { description, url, cwe } = ruleText(rule);
  const nist = (CONTROLS[rule] ?? []).flatMap(({ framework, id }) =>
    framework === 'NIST SP 800-53 Rev 5' ? [nistTag(id)] : [],
  );
  const own = evidence.findings.filter((finding) => finding.rule === rule);
  const messages = new Map(own.map((finding) => [finding.id, finding.message]));
  const results = [
    ...evidence.callSites.map((site) => siteResult(site, rule, { messages, start })),
    ...own.filter(({ sites }) => sites.length === 0).map((finding) => placeResult(finding, start)),
  ];
  return {
    id: rule,
    title: description,
    desc: `${description}. ${evidence.statement}`,
    descriptions: url === '' ? [] : [{ label: 'fix', data: `See ${url}` }],
    impact: Number(((SEVERITY[rule] ?? 5) / 10).toFixed(2)),
    refs: url === '' ? [] : [{ url }],
    tags: { nist, cci: [], cwe: cwe.map((number) => `CWE-${String(number)}`) },
    code: null,
    source_location: {},
    results,
  };
}

/** `SA-9(5)` is `SA-9 (5)` to Heimdall. */
const nistTag = (id: string): string => id.replace(/\((\d+)\)/g, ' ($1)');

interface Context {
  readonly messages: ReadonlyMap<string, string>;
  readonly start: string;
}

function siteResult(site: CallSite, rule: string, { messages, start }: Context): object {
  const result = site.results[rule];
  const state = result?.state ?? 'not-run';
  const said = (result?.findings ?? []).flatMap((id) => messages.get(id) ?? []).join(' ');
  const why = because(result?.why);
  const message = [RESULT_STATES[state], said || why].filter(Boolean).join(': ');
  const status = STATUS[state];
  return {
    status,
    code_desc: `${siteName(site)} at ${placeText(site.at)} (${site.id})`,
    start_time: start,
    ...(status === 'skipped' ? { skip_message: message } : { message }),
  };
}

function placeResult({ at, kind, waiver, message }: Finding, start: string): object {
  const failed = kind === 'finding' && waiver === undefined;
  const words = waiver === undefined ? message : `waived: ${message}`;
  return {
    status: failed ? 'failed' : 'skipped',
    code_desc: placeText(at),
    start_time: start,
    ...(failed ? { message: words } : { skip_message: words }),
  };
}
