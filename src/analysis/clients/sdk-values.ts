/**
 * From an origin outside the file to what the surface knows about it: which SDK value it is, where it
 * sends to, and how the client behind it was made.
 */
import type { DeclaredClients } from '../values/answers.ts';
import { declaredExports } from '../values/declared-modules.ts';
import { declaredRow, moduleOf, ROWS } from '../sdk-surface/index.ts';
import type { Platform, SurfaceRow } from '../sdk-surface/index.ts';
import type { Api, ApiStep } from '../syntax/types.ts';

/** A value that an SDK gives. */
export interface SdkValue {
  readonly row: SurfaceRow;
  readonly platform: Platform | undefined;
  /** The module it comes from is one the user declared in settings. */
  readonly declared: boolean;
}

/**
 * What the surface says about an origin.
 *
 * @param declared the modules that the user's settings declare
 */
export function sdkValueOf(api: Api, declared: DeclaredClients): SdkValue | undefined {
  const { from, step } = api;
  if (!from) return undefined;
  if (from.step.kind === 'module') return exportOf(from.step.source, step, declared);
  const base = sdkValueOf(from, declared);
  if (!base) return undefined;
  const name = rowAfter(base.row, step);
  const row = name === undefined ? undefined : ROWS.get(name);
  return row && { row, platform: row.platform ?? base.platform, declared: base.declared };
}

/** As {@link sdkValueOf}, for what is called: a module of CommonJS is its own default export. */
export function calledValueOf(api: Api, declared: DeclaredClients): SdkValue | undefined {
  return sdkValueOf(api.from ? api : { from: api, step: { kind: 'member', name: 'default' } }, declared);
}

/** The platform of a value that comes from an export which users declare: a client, a provider, a model. */
export function declaredPlatform(api: Api, declared: DeclaredClients): Platform | undefined {
  for (let current: Api | undefined = api; current; current = current.from) {
    const value = sdkValueOf(current, declared);
    if (value?.declared) return value.platform;
  }
  return undefined;
}

function rowAfter(row: SurfaceRow, step: ApiStep): string | undefined {
  switch (step.kind) {
    case 'member':
      return row.members && Object.hasOwn(row.members, step.name) ? row.members[step.name] : row.anyMember;
    case 'call':
      return row.call;
    case 'new':
      return row.new;
    case 'typed':
      return row.new ?? [...ROWS].find(([, r]) => r === row)?.[0];
    default:
      return undefined;
  }
}

function exportOf(source: string, step: ApiStep, declared: DeclaredClients): SdkValue | undefined {
  const name = step.kind === 'member' ? step.name : 'default';
  const own = declaredExports(source, declared)?.[name];
  let row = own ? ROWS.get(declaredRow(own)) : undefined;
  if (!row) {
    const known = moduleOf(source);
    const exported = known && Object.hasOwn(known.exports, name) ? known.exports[name] : undefined;
    row = ROWS.get(exported ?? known?.anyExport ?? '');
  }
  if (row && step.kind !== 'member') {
    const after = rowAfter(row, step);
    row = after === undefined ? undefined : ROWS.get(after);
  }
  return row && { row, platform: row.platform, declared: own !== undefined };
}
