/**
 * Suggestions that pin a request, each of which leaves code that runs.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { CallSite, Geography, GeoReading, Misplaced } from '../analysis/index.ts';
import { has, parsePath } from '../analysis/values/object-view.ts';
import { addArgument, addProperty, modelObject, pinOver, renameKey, replaceString } from './properties.ts';
import type { Edit } from './properties.ts';

export type { Edit } from './properties.ts';

/**
 * The change that makes a request carry `value`, where one is safe to make mechanically.
 *
 * @returns undefined where the place to write it is not in this file, or not plain
 */
export function pinEdit(
  sourceCode: Readonly<TSESLint.SourceCode>,
  site: CallSite,
  geography: Geography,
  reading: GeoReading,
  value: string,
): Edit | undefined {
  const keys = parsePath(geography.path);
  const { node } = reading;
  if (!isTyped(site)) return undefined;
  switch (reading.state) {
    case 'value':
    case 'nullish':
      // Only where the value itself is written; a constant may serve other requests as well.
      return node.type === 'Literal' || (node.type === 'Identifier' && node.name === 'undefined')
        ? (fixer) => replaceString(sourceCode, fixer, node, value)
        : undefined;
    case 'absent':
      // Only what the SDK itself reads: not the option of a helper that stands behind it.
      if (
        !endsWith(keys, reading.missing) ||
        reading.missing.some((k) => k === '*' || (k === 'params' && site.operation.kind === 'batch'))
      )
        return undefined;
      if (node.type === 'ObjectExpression') {
        return (fixer) => addProperty(sourceCode, fixer, node, reading.missing, value);
      }
      if (site.operation.kind === 'agent' && (node.type === 'Literal' || node.type === 'TemplateLiteral')) {
        return (fixer) => modelObject(sourceCode, fixer, node, reading.missing.at(-1) ?? '', value);
      }
      if (node === site.node && site.params.roots.length === 0 && hasPlaceNext(site)) {
        return (fixer) => addArgument(sourceCode, fixer, site.node, reading.missing, value) ?? null;
      }
      return undefined;
    case 'unknown': {
      const { answer } = reading;
      if (answer.kind === 'unknown' && answer.spreadInto && answer.path.length > 0) {
        const object = answer.spreadInto;
        const missing = answer.path.slice(-keys.length);
        return missing.includes('*') || missing.length !== 1
          ? undefined
          : (fixer) => addProperty(sourceCode, fixer, object, missing, value);
      }
      const request = writtenRequest(site);
      // An agent's model may be a bare id, which cannot be spread.
      if (
        site.via === 'http' ||
        site.operation.kind === 'agent' ||
        keys.includes('*') ||
        keys.some((k) => k.endsWith('[*]'))
      )
        return undefined;
      return request && (request.type === 'Identifier' || request.type === 'MemberExpression')
        ? (fixer) => pinOver(sourceCode, fixer, request, keys, value)
        : undefined;
    }
  }
}

/** True where the request would be the next argument of the call. */
function hasPlaceNext({ node, operation }: CallSite): boolean {
  return node.arguments.length === operation.request || operation.requestMayFollow === true;
}

/** The argument of the call that is the request as a whole. */
function writtenRequest({ node, params }: CallSite): TSESTree.Node | undefined {
  const [only, ...others] = params.roots;
  if (!only || others.length > 0 || only.path.length > 0 || only.frame) return undefined;
  return node.arguments.find((each) => each === only.node);
}

/** False where the types of the package, or of some release of it, do not have the place. */
function isTyped({ operation: { geo }, params }: CallSite): boolean {
  if (geo?.kind !== 'field' || geo.typed === undefined) return true;
  return geo.typed !== 'refused' && has(params, geo.typed.with);
}

function endsWith(keys: readonly string[], tail: readonly string[]): boolean {
  return tail.length > 0 && tail.every((key, i) => key === keys[keys.length - tail.length + i]);
}

/** The change that writes a misplaced geography as the SDK wants it, when only its name is wrong. */
export function renameEdit(
  sourceCode: Readonly<TSESLint.SourceCode>,
  geography: Geography,
  { path, found }: Misplaced,
): Edit | undefined {
  const from = path.split('.');
  const to = geography.path.split('.');
  const sameParent = from.length === to.length && from.slice(0, -1).every((key, i) => key === to[i]);
  const { property } = found;
  if (!sameParent || !property) return undefined;
  return (fixer) => renameKey(sourceCode, fixer, property, to.at(-1) ?? '');
}
