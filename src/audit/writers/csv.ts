/**
 * Tables for spreadsheets and GRC tools: call sites, controls, processors.
 *
 * RFC 4180 is one function; csv-stringify would bring 1 MB for it and guards against no formula.
 */
import type { CallSite, Evidence, Fact, Named } from '../model.ts';
import { placeText } from '../text.ts';
import { PROCESSORS, RESULT_STATE_NAMES } from '../words.ts';
import { destinationsOf, siteState } from '../views.ts';
import { RULE_NAMES } from '../../rules/names.ts';

/** Rows as CSV, with lines that end as RFC 4180 has them and a head. */
export function csvOf(rows: readonly (readonly (number | string)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell. One that a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(value: number | string): string {
  if (typeof value === 'number') return String(value);
  const flat = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, ' ');
  const guarded = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u.test(flat) ? `'${flat}` : flat;
  return /[",;'\n\r]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const value = ({ state, value: one, values }: Fact): string =>
  state === 'shown' ? (values?.join(' | ') ?? one ?? 'shown') : state;

const from = ({ from: at }: Fact): string => (at ? placeText(at) : '');

/** One row a call site; its columns do not change within a version of the schema. */
export function sitesCsv({ callSites, provenance }: Evidence): string {
  const head = [
    ...['repository', 'commit', 'as_of', 'number', 'id', 'package', 'file', 'line', 'function', 'operation'],
    ...['kind', 'certainty', 'provider', 'processor', 'host', 'model', 'model_from', 'geography'],
    ...['geography_from', 'region', 'region_from', 'label', 'arrangement', 'features', 'redaction'],
    ...['redaction_by', 'audit_success', 'audit_failure', 'audit_writers', 'logging', 'callers', 'result'],
    ...RULE_NAMES,
  ];
  const rows = callSites.map((site, i) => [
    ...[provenance.repository, provenance.commit ?? '', provenance.asOf, i + 1, site.id, site.package],
    ...[
      site.at.file,
      site.at.line ?? '',
      site.at.function ?? '',
      site.operation.id,
      site.kind,
      site.certainty,
    ],
    ...receiver(site),
    ...[value(site.model), from(site.model), value(site.geography), from(site.geography)],
    ...[value(site.region), from(site.region), value(site.label), site.arrangement.join(' ')],
    listed(site.features.map(({ id }) => id)),
    ...[site.redaction.state, namesOf(site.redaction.by)],
    ...[site.audit.success, site.audit.failure, namesOf(site.audit.writers)],
    ...[site.logging.state, site.callers.length, siteState(site)],
    ...RULE_NAMES.map((rule) => site.results[rule]?.state ?? ''),
  ]);
  return csvOf([head, ...rows]);
}

/** Each once, in the order of the evidence. */
function listed(words: readonly string[]): string {
  return [...new Set(words)].join(' ');
}

function namesOf(named: readonly Named[]): string {
  return listed(named.map(({ name }) => name));
}

function receiver({ provider, host }: CallSite): string[] {
  const to = provider.value;
  return [to ?? provider.state, to === undefined ? provider.state : PROCESSORS[to].processor, host ?? ''];
}

/** One row a control and framework. */
export function controlsCsv({ controls, provenance }: Evidence): string {
  const head = ['repository', 'commit', 'as_of', 'framework', 'control', 'state', 'applicable'];
  return csvOf([
    [...head, ...RESULT_STATE_NAMES, 'open_elsewhere', 'rules', 'why', 'caution'],
    ...controls.map((control) => [
      ...[provenance.repository, provenance.commit ?? '', provenance.asOf, control.framework, control.id],
      ...[control.state, control.applicable, ...RESULT_STATE_NAMES.map((name) => control.sites[name])],
      ...[control.elsewhere, control.rules.join(' '), control.why, control.caution ?? ''],
    ]),
  ]);
}

/** One row a processor, place and package: for the register of processing (GDPR, Art. 30). What only people know stays empty. */
export function processorsCsv({ callSites, provenance }: Evidence): string {
  const head = ['repository', 'commit', 'as_of', 'processor', 'through', 'host', 'processed_in', 'package'];
  return csvOf([
    [...head, 'call_sites', 'models', 'labels', 'files', 'purpose', 'transfer_basis'],
    ...destinationsOf(callSites).flatMap((destination) =>
      [...destination.packages].map(([name, sites]) => [
        ...[provenance.repository, provenance.commit ?? '', provenance.asOf, destination.processor],
        ...[destination.provider, destination.host ?? '', destination.where, name, sites.length],
        distinct(sites.map(({ model }) => value(model))),
        distinct(sites.map(({ label }) => value(label))),
        distinct(sites.map(({ at }) => at.file)),
        ...['', ''],
      ]),
    ),
  ]);
}

const distinct = (words: readonly string[]): string => [...new Set(words)].sort().join(' | ');
