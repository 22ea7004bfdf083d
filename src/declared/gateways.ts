/**
 * Gateways that users declare: in settings, or in the package.json of the package that has them, where every consumer finds
 * them.
 */
import { dirname } from 'node:path';
import { GATEWAY_ASPECTS, GATEWAY_RETURNS } from '../analysis/syntax/declared-gateways.ts';
import type { DeclaredGateways, GatewayDirectory, GatewayExports } from '../analysis/index.ts';
import { declaredExports } from '../analysis/values/declared-modules.ts';
import { DECLARABLE_PLATFORMS } from '../analysis/sdk-surface/index.ts';
import { NAMESPACE } from '../meta.ts';
import { dependenciesIn } from '../policy/claude-packages.ts';
import { installedManifest } from '../project/installed-packages.ts';
import { packageOf, workspaceRootOf } from '../project/manifests.ts';
import { projectTexts } from '../project/module-texts.ts';
import { listOf, mapOf, matching, objectOf, oneOf } from './validation.ts';
import type { Check } from './validation.ts';

/** The functions of one module, each with what is declared of it. */
export const gatewayExports: Check = mapOf(
  objectOf(
    {
      platform: oneOf(...DECLARABLE_PLATFORMS),
      provides: listOf(oneOf(...GATEWAY_ASPECTS)),
      returns: oneOf(...GATEWAY_RETURNS),
      sends: listOf(matching(/^\d+(?:\.[\w$-]+)*$/, 'a place in the arguments such as "0.prompt" or "1"')),
    },
    'an object such as { "sends": ["0.prompt"], "returns": "content", "provides": ["geography"] }',
  ),
  'an object of the form { "<function>" or "<Class>.<method>": { … } }',
);

const NO_GATEWAYS: DeclaredGateways = Object.freeze({});
const directories = new WeakMap<DeclaredGateways, GatewayDirectory>();

/**
 * What is declared of gateways; one and the same object for the same settings.
 *
 * Settings come first, then the package.json of an installed package. One that is not what the schema allows declares
 * nothing: whoever imports the package cannot mend it. Never throws.
 */
export function gatewayDirectory(gateways: DeclaredGateways = NO_GATEWAYS): GatewayDirectory {
  const known = directories.get(gateways);
  if (known) return known;
  const directory: GatewayDirectory = {
    of: (specifier, from) => declaredExports(specifier, gateways) ?? declaredIn(specifier, from),
    hasAny: (from) => Object.keys(gateways).length > 0 || dependenciesDeclare(from),
  };
  directories.set(gateways, directory);
  return directory;
}

let declaring = { epoch: -1, folders: new Map<string, boolean>() };

/** True where a package that the package of a file depends on, or the root of its workspace, declares gateways. */
function dependenciesDeclare(from: string): boolean {
  const { epoch } = projectTexts;
  if (declaring.epoch !== epoch) declaring = { epoch, folders: new Map() };
  const folder = dirname(from);
  let declares = declaring.folders.get(folder);
  if (declares === undefined) {
    const own = packageOf(from);
    declares = [own, own && workspaceRootOf(own)].some(
      (each) =>
        each !== undefined &&
        dependenciesIn(each.content).some(({ name }) => declaredIn(name, from) !== undefined),
    );
    declaring.folders.set(folder, declares);
  }
  return declares;
}

const checked = new WeakMap<object, GatewayExports | 'none'>();

function declaredIn(specifier: string, from: string): GatewayExports | undefined {
  const marker = installedManifest(specifier, from)?.content[NAMESPACE];
  if (typeof marker !== 'object' || marker === null) return undefined;
  let known = checked.get(marker);
  if (known === undefined) checked.set(marker, (known = valid(marker) ?? 'none'));
  return known === 'none' ? undefined : known;
}

function valid(marker: { readonly gateways?: unknown }): GatewayExports | undefined {
  const { gateways } = marker;
  if (gateways === undefined) return undefined;
  try {
    gatewayExports(gateways, 'gateways');
    return gateways as GatewayExports;
  } catch {
    return undefined;
  }
}
