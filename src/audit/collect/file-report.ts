/**
 * What one file gives to the evidence: its requests with their facts, what it hands to requests of other modules, and what the
 * rules say of each.
 */
import { isHandedSite } from '../../analysis/index.ts';
import type { CallSite as Request } from '../../analysis/index.ts';
import { readSettings } from '../../declared/settings.ts';
import type { RuleAssessment } from '../../rules/define/assess.ts';
import { mayBeClaudeCalls } from '../../rules/define/candidates.ts';
import { languageOf, openCode } from '../../rules/define/file.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { LoggingFacts, Place, UsedFeature } from '../model.ts';
import { codeName } from '../text.ts';
import type { Why } from '../words.ts';
import { sinkOf } from './content.ts';
import { handedCall, wayOf } from './handed-calls.ts';
import type { HandedCall } from './handed-calls.ts';
import type { JudgedFile } from './judge-file.ts';
import { featuresOf, ownSite } from './own-sites.ts';
import type { OwnSite } from './own-sites.ts';
import { calleePath, locator } from './places.ts';
import type { Locator } from './places.ts';
import { clientsMade } from './receivers.ts';
import type { Receiver } from './receivers.ts';
import { saidOf, saysSomething } from './said.ts';
import type { Said } from './said.ts';
import { keyAt, spotOf } from './spots.ts';
import type { RequestKey, Spot } from './spots.ts';

/** A client that is made, and that whoever is handed one may go through. */
export interface ClientPart {
  /** The file that makes it, from the root. */
  readonly file: string;
  readonly platform: string | undefined;
  readonly parts: readonly Spot[];
  readonly receiver: Receiver;
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
  if (languageOf(input.sourceCode)?.kind !== 'code') return ofNoCode(judged, root, path);
  const { file } = openCode(input, readSettings(settings));
  const where = locator(root, input.filename, (node) => file.analysis.pathOf(node));
  const features = featuresOf(file, where);
  return {
    path,
    sites: file.analysis.callSites.map((request) =>
      ownSite(request, file, where, { key: keyOf(request, file), features }),
    ),
    handed: file.analysis
      .handedSites()
      .map((request) => handedCall(request, file, where, keyOf(request, file))),
    said: saidIn(file, assessments, where),
    loose: features.flatMap(({ request, node, feature }) =>
      request ? [] : [{ ...feature, piece: spotOf(file, node) }],
    ),
    leaked: leakedIn(file, where),
    clients: file.isTest ? [] : clientsIn(file, path, where),
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

/** A file that holds no code: a package.json, variables of the environment. */
function ofNoCode({ input, assessments }: JudgedFile, root: string, path: string): FileReport {
  const where = locator(root, input.filename, () => undefined);
  return {
    path,
    sites: [],
    handed: [],
    said: assessments.map((assessment) => saidOf(assessment, where, { sites: [] })).filter(saysSomething),
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

function keyOf(request: Request, file: CodeFile): RequestKey {
  return keyAt(file, file.filename, isHandedSite(request) ? request.request.node : request.node);
}

function saidIn(file: CodeFile, assessments: readonly RuleAssessment[], where: Locator): readonly Said[] {
  const said = assessments.map((assessment) => {
    const { site, elsewhere } = assessment.subject;
    const keys = elsewhere ? [keyAt(file, file.filename, elsewhere)] : [];
    return saidOf(assessment, where, {
      sites: site ? [keyOf(site, file)] : keys,
      through: site && isHandedSite(site) ? wayOf(site, where) : undefined,
      piece: pieceOf(file, assessment),
    });
  });
  return said.filter(saysSomething);
}

function leakedIn(file: CodeFile, where: Locator): FileReport['leaked'] {
  const leaks = file.analysis.leaks(file.flow).found;
  return leaks
    .filter(({ source }) => file.analysis.pathOf(source) !== undefined)
    .map((leak) => ({ key: keyAt(file, file.filename, leak.source), sink: sinkOf(leak, where) }));
}

function clientsIn(file: CodeFile, path: string, where: Locator): readonly ClientPart[] {
  return clientsMade(file, where).map(({ parts, ...client }) => ({
    ...client,
    file: path,
    parts: parts.map((part) => spotOf(file, part)),
  }));
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
