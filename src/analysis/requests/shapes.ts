/**
 * Recognition by shape: requests through a client that this file does not show.
 */
import { paramsOf } from '../clients/arguments.ts';
import { callSite } from './call-site.ts';
import type { CallSite } from './call-site.ts';
import type { Asked } from './handed-functions.ts';
import { isClaudeText, platformOfId } from '../sdk-surface/model-names.ts';
import { declaredExports } from '../values/declared-modules.ts';
import { rootOfApi } from '../values/origins.ts';
import { mayHave, sometimesHas, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { INNGEST_MODEL, isVendorPackage, moduleOf, OPERATIONS } from '../sdk-surface/index.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import type { Api } from '../syntax/types.ts';
import type { Evaluator, DeclaredClients } from '../values/answers.ts';

/** A chain of methods that only the Messages API has, and the names it hangs from. */
export interface Shape {
  readonly operation: Operation;
  readonly names: readonly string[];
}

/** Method chains that only the Messages API has, on clients the file does not show. */
const SHAPES: readonly { readonly names: readonly string[]; readonly operation: Operation }[] = [
  { names: ['beta', 'messages', 'create'], operation: OPERATIONS.betaCreate },
  { names: ['beta', 'messages', 'stream'], operation: OPERATIONS.betaStream },
  { names: ['beta', 'messages', 'parse'], operation: OPERATIONS.betaParse },
  { names: ['beta', 'messages', 'toolRunner'], operation: OPERATIONS.toolRunner },
  { names: ['messages', 'batches', 'create'], operation: OPERATIONS.batchesCreate },
  { names: ['messages', 'countTokens'], operation: OPERATIONS.countTokens },
  // `step.ai.models.anthropic({ model })` of Inngest.
  { names: ['ai', 'models', 'anthropic'], operation: INNGEST_MODEL },
  { names: ['messages', 'create'], operation: OPERATIONS.create },
  { names: ['messages', 'stream'], operation: OPERATIONS.stream },
  { names: ['messages', 'parse'], operation: OPERATIONS.parse },
];

const SHAPE_NAMES: ReadonlySet<string> = new Set(SHAPES.flatMap((s) => s.names.slice(-1)));

/** False where the receiver is known to be something else. */
export function mayBeClaude(api: Api, declared: DeclaredClients): boolean {
  const root = rootOfApi(api);
  if (root.kind === 'module') {
    // A package the surface knows, reached through a name it does not know, is something else.
    return !moduleOf(root.source) && !declaredExports(root.source, declared) && !isVendorPackage(root.source);
  }
  return root.kind === 'global';
}

/** The module or global name that an origin starts from, as evidence by name. */
export function sourceOf(api: Api): string {
  const root = rootOfApi(api);
  return root.kind === 'module' ? root.source : '';
}

/** The shape that a chain of names ends in. */
export function shapeOf(names: readonly string[], source = ''): Shape | undefined {
  if (!SHAPE_NAMES.has(names.at(-1) ?? '')) return undefined;
  const found = SHAPES.find(({ names: wanted }) =>
    wanted.every((n, i) => names[names.length - wanted.length + i] === n),
  );
  if (!found || names.includes('threads')) return undefined;
  return { operation: found.operation, names: [source, ...names] };
}

/** The call site of a shape, when the arguments look like a request. */
export function shapeSite(
  ev: Evaluator,
  { call, passed }: Asked,
  shape: Shape,
  usesSdk: boolean,
): CallSite | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const { operation } = shape;
  const params = paramsOf(ev, call, operation, passed);
  if (!looksLikeRequest(params, operation, shape.names, usesSdk)) return undefined;
  const platform = platformOfModels(params);
  return callSite(ev, { operation, platform, node: call, via: 'shape', params });
}

/** Who serves the models that a request names, by the way they are spelled. */
function platformOfModels(params: RequestParams): Platform {
  const platforms = new Set(stringsOf(params.get('model')).map(platformOfId));
  const [only = 'anthropic'] = platforms.size === 1 ? platforms : [];
  return only;
}

function looksLikeRequest(
  params: RequestParams,
  operation: Operation,
  names: readonly string[],
  usesSdk: boolean,
): boolean {
  if (params.roots.length === 0) return false;
  const [whole] = params.get('');
  if (
    whole?.kind === 'known' &&
    whole.value.kind !== 'object' &&
    whole.value.kind !== 'api' &&
    whole.value.kind !== 'instance'
  ) {
    return false;
  }
  if (operation.kind === 'batch') return mayHave(params, 'requests');
  const models = params.get('model');
  if (stringsOf(models).some(isClaudeText)) return true;
  if (sometimesHas(params, 'messages') && sometimesHas(params, 'max_tokens')) return true;
  if (!mayHave(params, 'messages')) return false;
  // Nobody else has `beta.messages.create` and its like.
  const told =
    usesSdk || operation.id.startsWith('beta.') || names.some((name) => /anthropic|claude/i.test(name));
  return told && (mayHave(params, 'max_tokens') || mayHave(params, 'model'));
}
