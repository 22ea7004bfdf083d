/**
 * OSCAL assessment results (1.2.1): observations for every control, findings for those with findings. Never "satisfied": that would say of
 * an objective that it is met in full, which no linter knows.
 */
import { FRAMEWORKS } from '../../policy/controls/index.ts';
import type { ControlResult, Evidence } from '../model.ts';
import { placeText } from '../text.ts';
import { countsInWords, RESULT_STATE_NAMES } from '../words.ts';
import { scopeSentence } from '../views.ts';
import { runKey, uuid5 } from './ids.ts';

const OSCAL_VERSION = '1.2.1';
const PROPERTY_NAMESPACE = 'https://www.npmjs.com/package/eslint-plugin-claude-compliance';
/** The only framework of ours whose catalogue is public in OSCAL. */
const CATALOGUED = 'NIST SP 800-53 Rev 5';

/** Assessment results as an object for JSON. Needs no catalogue; those of other frameworks than NIST's stand as observations. */
export function oscalOf(evidence: Evidence): object {
  const key = runKey(evidence);
  const id = (name: string): string => uuid5(`${key} ${name}`);
  const start = `${evidence.provenance.asOf}T00:00:00Z`;
  const { controls, provenance } = evidence;
  const plan = id('assessment plan');
  const catalogued = controls.filter(({ framework }) => framework === CATALOGUED);
  // The schema asks for at least one; a run whose packs show no control has reviewed none.
  const reviewed = controls.length > 0 ? [...new Set(controls.map(oscalId))] : ['none'];
  const included = reviewed.map((name) => ({ 'control-id': name }));
  const findings = catalogued
    .filter(({ state }) => state === 'finding')
    .map((control) => finding(evidence, control, id));
  return {
    'assessment-results': {
      uuid: id('assessment results'),
      metadata: {
        title: 'Static checks of code that calls Claude',
        'last-modified': start,
        version: provenance.commit?.slice(0, 12) ?? provenance.asOf,
        'oscal-version': OSCAL_VERSION,
        remarks: evidence.statement,
      },
      'import-ap': { href: `#${plan}` },
      results: [
        {
          uuid: id('result'),
          title: `${provenance.packs.join(' + ')} at ${provenance.commit?.slice(0, 12) ?? 'no commit'}`,
          description: scopeSentence(evidence),
          start,
          'reviewed-controls': {
            'control-selections': [{ 'include-controls': included }],
          },
          ...(controls.length > 0 && {
            observations: controls.map((control) => observation(control, id, start)),
          }),
          ...(findings.length > 0 && { findings }),
        },
      ],
      'back-matter': {
        resources: [{ uuid: plan, title: 'Assessment plan, supplied by the system owner' }],
      },
    },
  };
}

type Ids = (name: string) => string;

const nameOf = ({ framework, id }: ControlResult): string => `observation ${framework} ${id}`;

function observation(control: ControlResult, id: Ids, collected: string): object {
  const { framework, sites, elsewhere, why, rules, state } = control;
  const property = (name: string, value: string): object => ({ name, ns: PROPERTY_NAMESPACE, value });
  const counts = RESULT_STATE_NAMES.filter((name) => sites[name] > 0);
  const words = countsInWords(sites);
  return {
    uuid: id(nameOf(control)),
    title: `${framework} ${control.id}`,
    description: `${why} Call sites: ${words || 'none'}. Elsewhere: ${String(elsewhere)} open.`,
    props: [
      property('state', state),
      ...counts.map((name) => property(name, String(sites[name]))),
      ...rules.map((rule) => property('Rule_Id', rule)),
    ],
    methods: ['TEST'],
    types: ['control-objective'],
    'relevant-evidence': [
      { href: 'evidence.json', description: 'The inventory of call sites with their results.' },
    ],
    collected,
    ...(FRAMEWORKS[framework].caution !== undefined && {
      remarks: `Read at the source before printing: ${FRAMEWORKS[framework].caution}.`,
    }),
  };
}

function finding(evidence: Evidence, control: ControlResult, id: Ids): object {
  const open = evidence.findings.filter(
    ({ rule, kind, waiver }) => kind === 'finding' && waiver === undefined && control.rules.includes(rule),
  );
  const shown = open.slice(0, 10).map(({ at, rule }) => `${placeText(at)} (${rule})`);
  const rest = open.length - shown.length;
  return {
    uuid: id(`finding ${control.id}`),
    title: `${control.id}: findings of rules that support it`,
    description: `${shown.join('; ')}${rest > 0 ? `; and ${String(rest)} more` : ''}`,
    target: {
      type: 'objective-id',
      'target-id': `${oscalId(control)}_obj`,
      status: { state: 'not-satisfied', reason: 'fail' },
    },
    'related-observations': [{ 'observation-uuid': id(nameOf(control)) }],
  };
}

/**
 * `SA-9(5)` is `sa-9.5` in NIST's catalogue. Controls of other frameworks, of which there is none in OSCAL, get a token that
 * tells them apart.
 */
function oscalId({ framework, id }: ControlResult): string {
  if (framework === CATALOGUED) return id.toLowerCase().replace(/\((\d+)\)/g, '.$1');
  return `x-${framework}-${id}`
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/-$/, '');
}
