/**
 * The picture as data: where content enters, what redacts it, what sends it, who receives it, what comes back, what is kept.
 * Everything in it is in the evidence; nothing is drawn that the code does not show.
 */
import type { CallSite, Place } from '../model.ts';
import { placeText } from '../text.ts';
import { PLACE_KINDS, PROCESSORS, SINK_KINDS } from '../words.ts';
import { Drawing } from './drawing.ts';
import { groupsOf } from './groups.ts';
import type { Group } from './groups.ts';
import type { DiagramGraph, EdgeState } from './types.ts';

/** Rules that judge a stretch of the way. */
const WAY_RULES = {
  in: ['require-redaction', 'no-full-record'],
  out: [
    'require-inference-geo',
    'require-approved-region',
    'require-approved-provider',
    'require-approved-model',
    'no-insecure-transport',
    'no-browser-client',
    'no-identifying-metadata',
    'no-phi-in-schema',
    'no-hipaa-ineligible-features',
    'no-zdr-ineligible-features',
  ],
  record: ['require-audit-log'],
  log: ['no-raw-prompt-logging', 'no-sdk-content-logging'],
} as const;

/** Draws some call sites: each by itself where they are few, else by file, folder or package. */
export function graphOf(title: string, sites: readonly CallSite[]): DiagramGraph {
  const drawing = new Drawing();
  const { groups, byKind } = groupsOf(sites);
  groups.forEach((group, row) => {
    drawGroup(drawing, byKind ? { group } : { group, row });
  });
  return drawing.finish(title);
}

/** What is drawn as one; with a row, its entries are one node, and so is what it keeps. */
interface Drawable {
  readonly group: Group;
  readonly row?: number;
}

function drawGroup(drawing: Drawing, drawable: Drawable): void {
  const { group, row } = drawable;
  const own = drawing.node({
    key: `site ${group.key}`,
    column: 2,
    kind: 'site',
    caption: group.caption,
    title: group.title,
    detail: group.detail,
    ...(row !== undefined && { row }),
  });
  for (const site of group.sites) {
    drawing.see(own, site, site.at);
    drawIn(drawing, own, site, drawable);
    drawOut(drawing, own, site);
    if (row === undefined) drawRecords(drawing, own, site);
    else drawKept(drawing, own, site, { group, row });
  }
}

/** What comes in, through a redactor or past it. */
function drawIn(drawing: Drawing, own: string, site: CallSite, { group, row }: Drawable): void {
  const together = row !== undefined;
  for (const entry of site.entries) {
    const kind = PLACE_KINDS[entry.kind];
    const from = drawing.node({
      key: together ? `in ${group.key}` : `in ${entry.kind} ${entry.name ?? ''} ${entry.at.file}`,
      column: 0,
      kind: 'entry',
      caption: together ? 'entries' : kind,
      title: together ? group.title : (entry.name ?? fileName(entry.at)),
      detail: together ? '' : placeText(entry.at),
      counted: kind,
      ...(together && { row }),
    });
    drawing.see(from, site, entry.at);
    const state = stateOn(site, WAY_RULES.in, [entry.redaction]);
    if (entry.by) {
      const by = drawing.node({
        key: `by ${entry.by.name} ${entry.by.at.file}`,
        column: 1,
        kind: 'redactor',
        caption: 'redactor',
        title: entry.by.name,
        detail: placeText(entry.by.at),
      });
      drawing.see(by, site, entry.by.at);
      drawing.edge(from, by, 'shown', site.id);
      drawing.edge(by, own, state, site.id);
    } else drawing.edge(from, own, state, site.id);
  }
}

/** What has no name of its own goes by its file. */
function fileName({ file }: Place): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Where it goes, what comes back and what is written down. */
function drawOut(drawing: Drawing, own: string, site: CallSite): void {
  const provider = site.provider.value;
  const where = placeOfProcessing(site);
  const to = drawing.node({
    key: `to ${provider ?? '?'} ${site.host ?? ''} ${where}`,
    column: 3,
    kind: 'claude',
    caption: site.host ?? (provider === undefined ? 'receiver not known' : PROCESSORS[provider].title),
    title: where,
    detail: '',
    counted: site.model.value ?? site.model.values?.join(' or ') ?? 'model not known',
  });
  drawing.see(to, site, site.at);
  const facts = [site.provider.state, site.model.state, site.geography.state, site.region.state];
  drawing.edge(own, to, stateOn(site, WAY_RULES.out, facts), site.id);
  for (const { kind, at, state } of site.returns) {
    const back = drawing.node({
      key: `back ${kind}`,
      column: 4,
      kind: 'answer',
      caption: 'answer',
      title: PLACE_KINDS[kind],
      detail: '',
    });
    drawing.see(back, site, at);
    drawing.edge(to, back, state === 'shown' ? 'shown' : 'unknown', site.id);
  }
}

/** What a group writes down, at one node: audit records and logs. */
function drawKept(drawing: Drawing, own: string, site: CallSite, { group, row }: Required<Drawable>): void {
  const { writers, success, failure } = site.audit;
  const state = stateOn(site, WAY_RULES.record, [success, failure]);
  const logged = stateOn(site, WAY_RULES.log, [site.logging.state]);
  const words = writers[0]?.name ?? (state === 'unknown' ? 'cannot tell' : 'no record');
  for (const counted of [words, ...site.logging.sinks.map(({ name }) => name)]) {
    const kept = drawing.node({
      key: `kept ${group.key}`,
      column: 4,
      kind: 'record',
      caption: 'records and logs',
      title: group.title,
      detail: '',
      counted,
      row,
    });
    drawing.see(kept, site, writers[0]?.at ?? site.at);
    drawing.edge(own, kept, state, site.id);
    if (logged === 'finding' || logged === 'waived') drawing.edge(own, kept, logged, site.id);
  }
}

/** What one call site writes down. */
function drawRecords(drawing: Drawing, own: string, site: CallSite): void {
  const { writers, success, failure } = site.audit;
  const state = stateOn(site, WAY_RULES.record, [success, failure]);
  const logged = stateOn(site, WAY_RULES.log, [site.logging.state]);
  for (const { name, at } of writers) {
    const writer = drawing.node({
      key: `record ${name} ${at.file}`,
      column: 4,
      kind: 'record',
      caption: 'audit record',
      title: name,
      detail: placeText(at),
    });
    drawing.see(writer, site, at);
    drawing.edge(own, writer, state, site.id);
  }
  if (writers.length === 0 && state !== 'shown') {
    const none = drawing.node({
      key: `record none ${state}`,
      column: 4,
      kind: 'missing',
      caption: 'audit record',
      title: state === 'unknown' ? 'cannot tell' : 'none found',
      detail: '',
    });
    drawing.see(none, site, site.at);
    drawing.edge(own, none, state, site.id);
  }
  for (const { kind, name, at } of site.logging.sinks) {
    const sink = drawing.node({
      key: `log ${kind} ${name}`,
      column: 4,
      kind: 'log',
      caption: SINK_KINDS[kind],
      title: name,
      detail: '',
    });
    drawing.see(sink, site, at);
    drawing.edge(own, sink, logged, site.id);
  }
}

/** The region or geography in a few words. */
export function placeOfProcessing({ geography, region }: CallSite): string {
  const said = region.state === 'not-applicable' ? geography : region;
  if (said.state === 'shown') return said.values?.join(' or ') ?? said.value ?? 'not known';
  if (said.state === 'absent') return 'place not set';
  return said.state === 'not-applicable' ? 'place does not apply' : 'cannot tell where';
}

function stateOn(site: CallSite, rules: readonly string[], facts: readonly string[]): EdgeState {
  const states = new Set(rules.map((rule) => site.results[rule]?.state));
  if (states.has('finding')) return 'finding';
  if (states.has('waived')) return 'waived';
  return states.has('cannot-tell') || facts.includes('cannot-tell') ? 'unknown' : 'shown';
}
