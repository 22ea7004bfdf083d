/**
 * The requests of a file with their facts.
 */
import type { CallSite as Request } from '../../analysis/index.ts';
import { contains } from '../../analysis/syntax/nodes.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { eligibilityPolicy } from '../../declared/settings.ts';
import { eligibilityOf } from '../../policy/features/index.ts';
import { matchFeatures } from '../../policy/features/match.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { AuditFacts, CallSite, UsedFeature } from '../model.ts';
import { codeName } from '../text.ts';
import { auditOf, contentOf, returnsOf } from './content.ts';
import { geographyFact, modelFact, regionFact } from './facts.ts';
import { trailsOf } from './handed-calls.ts';
import { calleePath, functionPath } from './places.ts';
import type { Locator } from './places.ts';
import { hasOpenClient, receiverOf } from './receivers.ts';
import { spotOf } from './spots.ts';
import type { RequestKey, Spot } from './spots.ts';

/** A call site before it has an id, callers and results. */
export type SiteFacts = Omit<
  CallSite,
  'callers' | 'id' | 'kind' | 'results' | 'package' | 'blob' | 'arrangement' | 'label'
>;

/** A request of the file. */
export interface OwnSite {
  readonly key: RequestKey;
  readonly facts: SiteFacts;
  /** What it is made of, here and in other modules. */
  readonly parts: readonly Spot[];
  /** Callers in other modules decide something of it. */
  readonly isHandedOn: boolean;
  /** It is handed its client: which one, the code does not say. */
  readonly platformOfClient: string | undefined;
}

interface Around {
  readonly key: RequestKey;
  readonly features: readonly FeatureHere[];
}

/** A feature, and the request of the file that uses it. */
export interface FeatureHere {
  readonly feature: UsedFeature;
  readonly node: Node;
  readonly request: Request | undefined;
}

export function ownSite(
  request: Request,
  file: CodeFile,
  where: Locator,
  { key, features }: Around,
): OwnSite {
  const { node, operation, via, params } = request;
  const at = where.at(node.callee);
  const content = contentOf(node, file, where);
  return {
    key,
    parts: file.analysis.partsOf(request).map((part) => spotOf(file, part)),
    platformOfClient: hasOpenClient(request, file) ? request.platform : undefined,
    isHandedOn: ['', 'messages', 'prompt', 'model'].some((path) =>
      params.get(path).some((answer) => answer.kind === 'unknown' && file.analysis.callersDecide(answer)),
    ),
    facts: {
      identity: {
        file: at.file,
        function: codeName(functionPath(node) || 'module').replace(/^module$/, ''),
        operation: codeName(operation.id),
        ordinal: 0,
      },
      at,
      foundBy: via === 'declared' || via === 'http' || via === 'import' ? via : 'shape',
      certainty: via === 'shape' ? 'by-name' : 'shown',
      callee: codeName(calleePath(node.callee)),
      operation: { id: codeName(operation.id), kind: operation.kind },
      ...receiverOf(request, file, where),
      model: modelFact(request, where),
      geography: geographyFact(request, where),
      region: regionFact(request, file, where),
      features: features.flatMap((each) => (each.request === request ? [each.feature] : [])),
      audit: operation.kind === 'count' ? NO_AUDIT : auditOf(trailsOf(file, request), file, where),
      ...content,
      returns: returnsOf(request, file, where),
    },
  };
}

const NO_AUDIT: AuditFacts = {
  success: 'not-applicable',
  failure: 'not-applicable',
  writers: [],
  fields: { shown: [], absent: [], unknown: [] },
};

export function featuresOf(file: CodeFile, where: Locator): FeatureHere[] {
  const policy = eligibilityPolicy(file.settings);
  const { uses } = matchFeatures(
    file.analysis,
    () => true,
    () => false,
  );
  return uses.map(({ feature, node, sentBy }) => ({
    request: sentBy ?? file.analysis.callSites.find((site) => contains(site.node, node)),
    node,
    feature: {
      id: feature.id,
      at: where.at(node),
      zdr: eligibilityOf(feature, 'zdr', policy),
      hipaa: eligibilityOf(feature, 'hipaa', policy),
    },
  }));
}
