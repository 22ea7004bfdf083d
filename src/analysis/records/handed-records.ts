/**
 * Records that another module writes of a request, read with what a call of the asking file hands in: `ask(text, 'system')`.
 */
import { isHandedSite } from '../sites/handed-sites.ts';
import type { CallSite } from '../requests/call-site.ts';
import { contains } from '../syntax/nodes.ts';
import type { Frame } from '../syntax/types.ts';
import type { AuditRecord } from './records.ts';

/** Such records, their fields in the frames of that call; those that no function on its way writes are left out. */
export function asHandedIn(site: CallSite, records: readonly AuditRecord[]): readonly AuditRecord[] {
  if (!isHandedSite(site) || !site.runs) return [];
  return records.flatMap((record) => {
    const base = framesFrom(site.frame).find(({ fn }) => contains(fn, record.call));
    if (!base) return [];
    return [
      { ...record, fields: record.fields.map((field) => ({ ...field, frame: within(base, field.frame) })) },
    ];
  });
}

/** The frame of the innermost function on the way, and of those that led to it. */
function framesFrom(frame: Frame | undefined): readonly Frame[] {
  return frame ? [frame, ...framesFrom(frame.argsFrame)] : [];
}

/** A frame that was entered from a function of which nothing was known, entered from where that was called. */
function within(base: Frame, frame: Frame | undefined): Frame {
  return frame
    ? { ...frame, argsFrame: within(base, frame.argsFrame), depth: frame.depth + base.depth }
    : base;
}
