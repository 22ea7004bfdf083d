/**
 * Methods of an API client and of its resources.
 */
import { sdkValueOf } from '../clients/sdk-values.ts';
import { namesOf, rootOfApi } from '../values/origins.ts';
import type { CallSite } from '../requests/call-site.ts';
import { methodNode, unwrap, writtenKey } from '../syntax/nodes.ts';
import { ACTING_NAMES, GENERATED_METHODS, RESOURCES, ROWS, SURFACE_MODULES } from '../sdk-surface/index.ts';
import type { SurfaceRow } from '../sdk-surface/index.ts';
import { literalOf } from '../values/answers.ts';
import { isOwnModule } from '../../project/own-modules.ts';
import type { Api, CallNode, Node } from '../syntax/types.ts';
import type { Context, MethodSignal } from './types.ts';

/** Calls of an API client's methods, and of what is the same by another name. */
export function methods(context: Context, sites: readonly CallSite[]): MethodSignal[] {
  const { ev } = context;
  const found: MethodSignal[] = [];
  for (const site of sites) {
    const path = site.operation.kind === 'batch' ? 'messages.batches.create' : site.operation.id;
    if (site.via === 'http') continue;
    found.push({ path: path.replace(/^beta\./, ''), node: methodNode(site.node), platform: site.platform });
  }
  found.push(...importedUses(context));
  const taken = new Set(sites.map((site) => site.node));
  const generated = context.loads('@effect/ai-anthropic');
  for (const call of ev.index.calls) {
    if (taken.has(call)) continue;
    const fn = calledBy(call);
    const names = namesOfFunction(context, fn);
    const last = names.at(-1) ?? '';
    const path = generated ? GENERATED_METHODS.find(([name]) => name.test(last))?.[1] : undefined;
    if (path !== undefined) found.push({ path, node: methodNode(call), platform: 'anthropic' });
    const relevant = names.some((name) => RESOURCES.has(name)) || ACTING_NAMES.has(last);
    const signal = relevant && methodSignal(context, { call, fn, names });
    if (signal) found.push(signal);
  }
  return found;
}

/** Exports that are used by being imported, to be passed on. */
const USED_BY_IMPORT = SURFACE_MODULES.flatMap(({ exports }) =>
  Object.keys(exports).filter((name) => ROWS.get(exports[name] ?? '')?.byImport),
);

/** Names that are used by being imported, to be passed on. */
function importedUses({ ev }: Context): MethodSignal[] {
  if (!USED_BY_IMPORT.some((name) => ev.mentions(name))) return [];
  return ev.index.program.body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return [];
    return statement.specifiers.flatMap((specifier): MethodSignal[] => {
      const [answer] = ev.answers(specifier.local, []);
      if (answer?.kind !== 'known' || answer.value.kind !== 'api') return [];
      const value = sdkValueOf(answer.value.api, ev.declared);
      if (!value?.row.byImport || value.row.actsAs === undefined) return [];
      const { platform, row } = value;
      return ev.index.declaredBy(specifier).flatMap(({ references }) =>
        references.map(({ identifier }) => ({
          path: row.actsAs ?? '',
          node: identifier,
          platform,
        })),
      );
    });
  });
}

/** A call, the function that it calls, and the names that one is written with. */
interface NamedCall {
  readonly call: CallNode;
  readonly fn: Node;
  readonly names: readonly string[];
}

/** `f` of `f(x)` and of `Reflect.apply(f, self, [x])`. */
function calledBy({ callee, arguments: [first] }: CallNode): Node {
  const fn = unwrap(callee);
  const isApplied =
    fn.type === 'MemberExpression' &&
    writtenKey(fn) === 'apply' &&
    fn.object.type === 'Identifier' &&
    fn.object.name === 'Reflect';
  return isApplied && first ? unwrap(first) : callee;
}

/** The names of a function; of one that was taken out of an object, those of the object, too. */
function namesOfFunction({ ev }: Context, fn: Node): readonly string[] {
  const names = chainNames(fn);
  if (names.length !== 1) return names;
  const definition = ev.index.variableOf(unwrap(fn))?.defs[0];
  if (definition?.type !== 'Variable') return names;
  const { init, id } = definition.node;
  return init && id.type === 'ObjectPattern' ? [...chainNames(init), ...names] : names;
}

function methodSignal(context: Context, { call, fn, names }: NamedCall): MethodSignal | undefined {
  const { ev } = context;
  for (const answer of ev.answers(fn, [])) {
    if (answer.kind === 'known' && answer.value.kind === 'api') {
      const { api } = answer.value;
      const value = sdkValueOf(api, context.ev.declared);
      if (value?.row.resource) {
        const path = pathBelowClient(api);
        return path === undefined ? undefined : { path, node: methodNode(call), platform: value.platform };
      }
      if (value?.row.actsAs !== undefined) {
        if (!actsHere(context, call, value.row)) return undefined;
        return { path: value.row.actsAs, node: methodNode(call), platform: value.platform };
      }
      if (value) return undefined;
      const shaped = shapedPath(namesOf(api), context);
      if (shaped !== undefined && isOwn(api))
        return { path: shaped, node: methodNode(call), platform: undefined };
    } else if (answer.kind === 'unknown') {
      const shaped = shapedPath(names, context);
      if (shaped !== undefined) return { path: shaped, node: methodNode(call), platform: undefined };
    }
  }
  return undefined;
}

/** True unless the row says that it depends on an option, which is not set so. */
function actsHere({ ev }: Context, call: CallNode, { actsWith }: SurfaceRow): boolean {
  if (!actsWith) return true;
  const options = call.arguments[actsWith.argument];
  return (
    options !== undefined && ev.answers(options, [actsWith.path]).some((a) => literalOf(a) === actsWith.is)
  );
}

/** A client from a module of the application's own, or from a variable nobody declares. */
function isOwn(api: Api): boolean {
  const root = rootOfApi(api);
  return root.kind === 'module' && isOwnModule(root.source);
}

/** The path from the client to the method, without `beta.`; undefined where it leads to no resource of the API. */
function pathBelowClient(api: Api): string | undefined {
  const names = namesOf(api);
  const start = names.findIndex((name) => name === 'messages' || RESOURCES.has(name));
  if (start < 0 || names[start - 1] === 'chat') return undefined;
  // `client.files.delete.call(client.files, id)` does what the method does.
  return names
    .slice(start)
    .filter((name) => !/^(?:\(\)|apply|call)$/.test(name))
    .join('.');
}

/** The path of a method on a client that the file does not show. */
function shapedPath(names: readonly string[], { evident, alone }: Context): string | undefined {
  const batches = names.indexOf('batches');
  if (batches > 0 && names[batches - 1] === 'messages') return names.slice(batches - 1).join('.');
  const start = names.findIndex((name) => RESOURCES.has(name));
  if (start < 1 || start === names.length - 1 || names[start - 1] === 'chat') return undefined;
  const receiver = names.slice(0, start).join(' ');
  const told =
    /anthropic|claude/i.test(receiver) || (evident && alone && /\b(?:client|api|ai)\b/i.test(receiver));
  return told ? names.slice(start).join('.') : undefined;
}

/** Members and calls further out than this belong to something that the API only started. */
const MAX_CHAIN = 12;

/** The names a callee is written with, outermost object first. */
function chainNames(callee: Node): string[] {
  const names: string[] = [];
  let current = unwrap(callee);
  while (names.length < MAX_CHAIN) {
    if (current.type === 'MemberExpression') {
      names.push(writtenKey(current) ?? '*');
      current = unwrap(current.object);
    } else if (current.type === 'CallExpression') {
      current = unwrap(current.callee);
    } else {
      if (current.type === 'Identifier') names.push(current.name);
      if (current.type === 'ThisExpression') names.push('this');
      break;
    }
  }
  return names.reverse();
}
