/**
 * What one file gives to the evidence: its requests with their facts, what it hands to requests of other modules, and what the
 * rules say of each.
 */
import type { CallSite as Request, HandedSite } from '../../analysis/index.ts';
import { eligibilityPolicy, readSettings, recordQuery } from '../../declared/settings.ts';
import { contains, enclosingFunction } from '../../analysis/syntax/nodes.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { eligibilityOf } from '../../policy/features/index.ts';
import { matchFeatures } from '../../policy/features/match.ts';
import type { RuleAssessment } from '../../rules/define/assess.ts';
import { mayBeClaudeCalls } from '../../rules/define/candidates.ts';
import { languageOf, openCode } from '../../rules/define/file.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { AuditFacts, CallSite, Fact, LoggingFacts, Named, Place, UsedFeature } from '../model.ts';
import { codeName } from '../text.ts';
import type { Why } from '../words.ts';
import { messageOf } from './messages.ts';
import { auditOf, contentOf, returnsOf, sinkOf } from './content.ts';
import type { ContentFacts } from './content.ts';
import { geographyFact, modelFact, regionFact } from './facts.ts';
import { clientsMade, hasOpenClient, receiverOf } from './receivers.ts';
import type { Receiver } from './receivers.ts';
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
  /** What it is made of, here and in other modules. */
  readonly parts: readonly Spot[];
  /** Callers in other modules decide something of it. */
  readonly isHandedOn: boolean;
  /** It is handed its client: which one, the code does not say. */
  readonly platformOfClient: string | undefined;
}

/** A client that is made, and that whoever is handed one may go through. */
export interface ClientPart {
  /** The file that makes it, from the root. */
  readonly file: string;
  readonly platform: string | undefined;
  readonly parts: readonly Spot[];
  readonly receiver: Receiver;
}

/** A call of the file that leads to a request of another module. */
export interface HandedCall {
  /** The request. */
  readonly key: RequestKey;
  /** The call itself. */
  readonly call: RequestKey;
  readonly at: Place;
  readonly callee: string;
  readonly content: ContentFacts;
  readonly audit: AuditFacts;
  readonly geography: Fact;
  readonly model: Fact;
  /** The function that is called: what would mend its callers together. */
  readonly through: Named;
  /** The functions on the way to the request, and those around the call. */
  readonly passes: readonly RequestKey[];
  readonly within: readonly RequestKey[];
  /** False where the call only makes a function that asks. */
  readonly runs: boolean;
}

/** A stretch of a file, by its absolute path. */
export interface Spot {
  readonly path: string;
  readonly range: readonly [number, number];
}

/**
 * What a rule says, with the requests that it is about. It holds no node: every node leads to the whole tree of its file, and
 * those of ten thousand files are more than a machine has room for.
 */
export interface Said {
  readonly rule: string;
  readonly outcome: RuleAssessment['outcome'];
  readonly certainty: RuleAssessment['certainty'];
  readonly reported: boolean;
  /** Another rule says so, too. */
  readonly byAnotherRule: boolean;
  /** Why it is so, in one word. */
  readonly word: string | undefined;
  readonly messageId: string;
  /** What evidence may hold of the message. */
  readonly message: string | undefined;
  /** It is about a request of its own file, or one that a call of the file leads to. */
  readonly isOfRequest: boolean;
  readonly at: Place;
  /** Where exactly, to tell places apart: the range of a node, or a position. */
  readonly spot: string;
  /** The place where a request may have a part: undefined for what is about the file, and for what has no range. */
  readonly piece: Spot | undefined;
  readonly sites: readonly RequestKey[];
  /** It is said of one of several clients, and which of them a request is handed is not known. */
  readonly maybe?: readonly RequestKey[];
  /** The gateway through which the file reaches the request. */
  readonly through?: Named | undefined;
}

export interface FileReport {
  readonly path: string;
  readonly sites: readonly OwnSite[];
  readonly handed: readonly HandedCall[];
  readonly said: readonly Said[];
  /** Features outside the requests of the file. */
  readonly loose: readonly (UsedFeature & { readonly piece: Spot })[];
  /** Where content of requests of other modules is written down. */
  readonly leaked: readonly { readonly key: RequestKey; readonly sink: LoggingFacts['sinks'][number] }[];
  /** Where clients are sent by variables of the environment that it sets, unless it is a test. */
  readonly reroutes: readonly { readonly platform: string; readonly piece: Spot }[];
  /** Clients that it makes, unless it is a test. */
  readonly clients: readonly ClientPart[];
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
    const said = assessments
      .map((assessment) => saidOf(assessment, where, { sites: [] }))
      .filter(saysSomething);
    return {
      path,
      sites: [],
      handed: [],
      said,
      loose: [],
      leaked: [],
      clients: [],
      reroutes: [],
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
    said: assessments
      .map((assessment) => {
        const { site, elsewhere } = assessment.subject;
        const keys = elsewhere ? [keyAt(file, input.filename, elsewhere)] : [];
        return saidOf(assessment, where, {
          sites: site ? [keyOf(site)] : keys,
          through: site && isHanded(site) ? gatewayOf(site, where) : undefined,
          piece: pieceOf(file, assessment),
        });
      })
      .filter(saysSomething),
    loose: features.flatMap(({ request, node, feature }) =>
      request ? [] : [{ ...feature, piece: spotOf(file, node) }],
    ),
    leaked: file.analysis
      .leaks(file.flow)
      .found.flatMap((leak) =>
        file.analysis.pathOf(leak.source) === undefined
          ? []
          : [{ key: keyAt(file, input.filename, leak.source), sink: sinkOf(leak, where) }],
      ),
    clients: file.isTest
      ? []
      : clientsMade(file, where).map(({ parts, ...client }) => ({
          ...client,
          file: path,
          parts: parts.map((part) => spotOf(file, part)),
        })),
    reroutes: file.isTest ? [] : reroutesIn(file),
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

/** What is left of an assessment when its file is gone. */
function saidOf(
  assessment: RuleAssessment,
  where: Locator,
  { sites, through, piece }: Pick<Said, 'sites' | 'through'> & Partial<Pick<Said, 'piece'>>,
): Said {
  const { rule, outcome, certainty, reported, because, subject } = assessment;
  const place = assessment.at;
  const at = where.of(place);
  return {
    rule,
    outcome,
    certainty,
    reported,
    byAnotherRule: 'saidElsewhere' in assessment && assessment.saidElsewhere === 'by another rule',
    word: because?.word,
    messageId: ('messageId' in assessment ? assessment.messageId : undefined) ?? '',
    message: messageOf(assessment, where.root),
    isOfRequest: subject.site !== undefined,
    at,
    spot: 'range' in place ? place.range.join(':') : `${String(at.line)}:${String(at.column)}`,
    piece,
    sites,
    through,
  };
}

/** False for a pass of a file as a whole: no call site is any the wiser for it. */
function saysSomething({ outcome, piece, sites }: Said): boolean {
  return sites.length > 0 || piece !== undefined || outcome === 'finding' || outcome === 'unknown';
}

/** The platforms whose requests a variable of the environment sends elsewhere: one that the file sets for its process. */
function reroutesIn(file: CodeFile): FileReport['reroutes'] {
  return file.analysis
    .reroutes()
    .flatMap(({ reroute: { kind, to }, addresses: [first] }) =>
      kind === 'address' && first ? [{ platform: to, piece: spotOf(file, first.node) }] : [],
    );
}

/** The place that an assessment is about, unless that is the file or the package. */
function pieceOf(file: CodeFile, { subject, at }: RuleAssessment): Spot | undefined {
  const isOfPart = subject.kind !== 'package' && (subject.kind !== 'file' || at !== subject.at);
  return isOfPart && 'type' in at ? spotOf(file, at) : undefined;
}

function spotOf({ analysis, filename }: CodeFile, node: Node): Spot {
  return { path: analysis.pathOf(node) ?? filename, range: node.range };
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
    call: keyAt(file, file.filename, request.node),
    at: where.at(request.node.callee),
    callee: codeName(calleePath(request.node.callee)),
    content: contentOf(request.node, file, where),
    audit: auditOf(trails, file, where),
    geography: geographyFact(request, where),
    model: modelFact(request, where),
    through: gatewayOf(request, where),
    passes: request.way.map((fn) => keyAt(file, file.filename, fn)),
    within: functionsAround(request.node).map((fn) => keyAt(file, file.filename, fn)),
    runs: request.runs,
  };
}

function functionsAround(node: Node): readonly Node[] {
  const fn = enclosingFunction(node);
  return fn ? [fn, ...functionsAround(fn)] : [];
}

function trailsOf(file: CodeFile, request: Request): ReturnType<CodeFile['analysis']['auditTrails']> {
  return file.analysis.auditTrails(recordQuery(file.settings)).filter(({ site }) => site === request);
}

interface Around {
  readonly key: RequestKey;
  readonly features: readonly FeatureHere[];
}

/** A feature, and the request of the file that uses it. */
interface FeatureHere {
  readonly feature: UsedFeature;
  readonly node: Node;
  readonly request: Request | undefined;
}

function ownSite(request: Request, file: CodeFile, where: Locator, { key, features }: Around): OwnSite {
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

function featuresOf(file: CodeFile, where: Locator): FeatureHere[] {
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
