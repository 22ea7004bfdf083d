/**
 * What one file gives to the evidence: its requests with their facts, what it hands to requests of other modules, and what the
 * rules say of each.
 */
import type { CallSite as Request, HandedSite } from '../../analysis/index.ts';
import { eligibilityPolicy, readSettings, recordQuery } from '../../declared/settings.ts';
import { contains } from '../../analysis/syntax/nodes.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { eligibilityOf } from '../../policy/features/index.ts';
import { matchFeatures } from '../../policy/features/match.ts';
import type { RuleAssessment } from '../../rules/define/assess.ts';
import { mayBeClaudeCalls } from '../../rules/define/candidates.ts';
import { languageOf, openCode } from '../../rules/define/file.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { AuditFacts, CallSite, Fact, Named, Place, UsedFeature } from '../model.ts';
import { codeName } from '../text.ts';
import type { Why } from '../words.ts';
import { auditOf, contentOf, returnsOf } from './content.ts';
import type { ContentFacts } from './content.ts';
import { geographyFact, modelFact, receiverOf, regionFact } from './facts.ts';
import { calleePath, functionPath, locator } from './places.ts';
import type { Locator } from './places.ts';
import type { JudgedFile } from './judge-file.ts';

/** A request, by its place: absolute path and range. */
export type RequestKey = string;

/** A call site before it has an id, callers and results. */
export type SiteFacts = Omit<
  CallSite,
  'callers' | 'id' | 'kind' | 'results' | 'package' | 'blob' | 'arrangement' | 'label'
>;

/** A request of the file. */
export interface OwnSite {
  readonly key: RequestKey;
  readonly facts: SiteFacts;
  /** Callers in other modules decide something of it. */
  readonly isHandedOn: boolean;
}

/** A call of the file that leads to a request of another module. */
export interface HandedCall {
  /** The request. */
  readonly key: RequestKey;
  readonly at: Place;
  readonly callee: string;
  readonly content: ContentFacts;
  readonly audit: AuditFacts;
  readonly geography: Fact;
  readonly model: Fact;
  /** The function that is called: what would mend its callers together. */
  readonly through: Named;
}

/** What a rule says, with the requests that it is about. */
export interface Said {
  readonly assessment: RuleAssessment;
  readonly at: Place;
  /** Where exactly, to tell places apart: the range of a node. */
  readonly spot: string;
  readonly sites: readonly RequestKey[];
  /** The gateway through which the file reaches the request. */
  readonly through?: Named | undefined;
}

export interface FileReport {
  readonly path: string;
  readonly sites: readonly OwnSite[];
  readonly handed: readonly HandedCall[];
  readonly said: readonly Said[];
  readonly candidates: readonly { readonly callee: string; readonly at: Place; readonly why: Why }[];
  /** Packages that the file imports. */
  readonly imports: readonly string[];
  readonly isFollowed: boolean;
  /** It imports an SDK of Claude, and neither sends anything nor makes a client. */
  readonly isIdle: boolean;
}

/**
 * @param root of the repository, absolute
 * @param path of the file from the root
 */
export function reportOf(
  judged: JudgedFile,
  root: string,
  path: string,
  settings: Readonly<Record<string, unknown>>,
): FileReport {
  const { input, assessments } = judged;
  if (languageOf(input.sourceCode)?.kind !== 'code') {
    const where = locator(root, input.filename, () => undefined);
    const said = assessments.map((assessment) => saidOf(assessment, where, [], undefined));
    return {
      path,
      sites: [],
      handed: [],
      said,
      candidates: [],
      imports: [],
      isFollowed: true,
      isIdle: false,
    };
  }
  const { file } = openCode(input, readSettings(settings));
  const where = locator(root, input.filename, (node) => file.analysis.pathOf(node));
  const features = featuresOf(file, where);
  const handed = file.analysis.handedSites();
  const keyOf = (request: Request): RequestKey =>
    isHanded(request)
      ? keyAt(file, input.filename, request.request.node)
      : keyAt(file, input.filename, request.node);
  return {
    path,
    sites: file.analysis.callSites.map((request) =>
      ownSite(request, file, where, { key: keyOf(request), features }),
    ),
    handed: handed.map((request) => handedCall(request, file, where, keyOf(request))),
    said: assessments.map((assessment) => {
      const { site } = assessment.subject;
      const request = site ?? requestAround(file, assessment);
      const through = request && isHanded(request) ? gatewayOf(request, where) : undefined;
      return saidOf(assessment, where, request ? [keyOf(request)] : [], through);
    }),
    candidates: mayBeClaudeCalls(file).map(({ callee }) => ({
      callee: codeName(calleePath(callee)),
      at: where.at(callee),
      why: 'untracked',
    })),
    imports: importsOf(file),
    isIdle: isIdle(file),
    isFollowed: file.analysis.sent(file.flow).complete && file.analysis.leaks(file.flow).complete,
  };
}

function saidOf(
  assessment: RuleAssessment,
  where: Locator,
  sites: readonly RequestKey[],
  through: Named | undefined,
): Said {
  const at = where.of(assessment.at);
  const spot =
    'range' in assessment.at ? assessment.at.range.join(':') : `${String(at.line)}:${String(at.column)}`;
  return { assessment, at, spot, sites, through };
}

/** The request that a client or a setting is about, where a file has one that it stands in. */
function requestAround({ analysis }: CodeFile, { subject, at }: RuleAssessment): Request | undefined {
  if (subject.kind === 'file' || subject.kind === 'package' || !('type' in at)) return undefined;
  const through = analysis.callSites.filter(
    (site) =>
      contains(site.node, at) || analysis.clientsOf(site).some(({ node }) => node && contains(node, at)),
  );
  return through.length === 1 ? through[0] : undefined;
}

function isHanded(request: Request): request is HandedSite {
  return request.via === 'handed';
}

function keyAt({ analysis }: CodeFile, filename: string, node: Node): RequestKey {
  return `${analysis.pathOf(node) ?? filename}\u0000${node.range.join(':')}`;
}

function gatewayOf({ way, request }: HandedSite, where: Locator): Named {
  const [first] = way;
  const name = first ? functionPath(first.body) : '';
  return {
    name: codeName(name === '' ? calleePath(request.node.callee) : name),
    at: where.at(first ?? request.node),
  };
}

function handedCall(request: HandedSite, file: CodeFile, where: Locator, key: RequestKey): HandedCall {
  const trails = trailsOf(file, request);
  return {
    key,
    at: where.at(request.node.callee),
    callee: codeName(calleePath(request.node.callee)),
    content: contentOf(request.node, file, where),
    audit: auditOf(trails, file, where),
    geography: geographyFact(request, where),
    model: modelFact(request, where),
    through: gatewayOf(request, where),
  };
}

function trailsOf(file: CodeFile, request: Request): ReturnType<CodeFile['analysis']['auditTrails']> {
  return file.analysis.auditTrails(recordQuery(file.settings)).filter(({ site }) => site === request);
}

interface Around {
  readonly key: RequestKey;
  readonly features: readonly (UsedFeature & { readonly request: Request })[];
}

function ownSite(request: Request, file: CodeFile, where: Locator, { key, features }: Around): OwnSite {
  const { node, operation, via, params } = request;
  const at = where.at(node.callee);
  const content = contentOf(node, file, where);
  return {
    key,
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
      features: features.flatMap(({ request: own, ...feature }) => (own === request ? [feature] : [])),
      audit: operation.kind === 'count' ? NO_AUDIT : auditOf(trailsOf(file, request), file, where),
      ...content,
      returns: returnsOf(request, where),
    },
  };
}

const NO_AUDIT: AuditFacts = {
  success: 'not-applicable',
  failure: 'not-applicable',
  writers: [],
  fields: { shown: [], absent: [], unknown: [] },
};

function featuresOf(file: CodeFile, where: Locator): (UsedFeature & { readonly request: Request })[] {
  const policy = eligibilityPolicy(file.settings);
  const { uses } = matchFeatures(
    file.analysis,
    () => true,
    () => false,
  );
  return uses.flatMap(({ feature, node, sentBy }) => {
    const request = sentBy ?? file.analysis.callSites.find((site) => contains(site.node, node));
    if (!request) return [];
    return [
      {
        request,
        id: feature.id,
        at: where.at(node),
        zdr: eligibilityOf(feature, 'zdr', policy),
        hipaa: eligibilityOf(feature, 'hipaa', policy),
      },
    ];
  });
}

function importsOf({ text }: CodeFile): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"]([^'"\n]{1,120})['"]/g);
  return [...new Set([...found].map(([, source = '']) => source).filter((source) => !/^[./]/.test(source)))];
}

function isIdle({ analysis, sourceCode }: CodeFile): boolean {
  const hasSdk = sourceCode.ast.body.some(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      statement.importKind !== 'type' &&
      /^@anthropic-ai\/(?:[\w-]+-)?sdk(?:\/|$)/.test(statement.source.value) &&
      statement.specifiers.some((each) => each.type !== 'ImportSpecifier' || each.importKind !== 'type'),
  );
  return (
    hasSdk &&
    analysis.callSites.length === 0 &&
    analysis.handedSites().length === 0 &&
    analysis.madeClients().length === 0
  );
}
