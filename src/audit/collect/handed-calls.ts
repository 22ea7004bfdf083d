/**
 * Calls of a file that lead to requests of other modules.
 */
import type { CallSite as Request, HandedSite } from '../../analysis/index.ts';
import { functionsAround } from '../../analysis/syntax/nodes.ts';
import { recordQuery } from '../../declared/settings.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { AuditFacts, Fact, Named, Place, Return } from '../model.ts';
import { codeName } from '../text.ts';
import { auditOf, contentOf, returnsOf } from './content.ts';
import type { ContentFacts } from './content.ts';
import { geographyFact, modelFact } from './facts.ts';
import { calleePath, functionPath } from './places.ts';
import type { Locator } from './places.ts';
import { keyAt, spotOf } from './spots.ts';
import type { RequestKey, Spot } from './spots.ts';

/** A call of the file that leads to a request of another module. */
export interface HandedCall {
  /** The request. */
  readonly key: RequestKey;
  /** The call itself. */
  readonly call: RequestKey;
  readonly at: Place;
  readonly callee: string;
  readonly content: ContentFacts;
  readonly returns: readonly Return[];
  readonly audit: AuditFacts;
  readonly geography: Fact;
  readonly model: Fact;
  /** What is handed in, here and in other modules. */
  readonly parts: readonly Spot[];
  /** The functions on the way to the request, and those around the call. */
  readonly passes: readonly RequestKey[];
  readonly within: readonly RequestKey[];
  /** False where the call only makes a function that asks. */
  readonly runs: boolean;
}

/** The functions on the way to the request of another module, from the one that is called to the one that sends. */
export function wayOf({ way, request }: HandedSite, where: Locator): readonly Named[] {
  const named = way.flatMap((fn): Named[] => {
    const name = functionPath(fn.body);
    return name === '' ? [] : [{ name: codeName(name), at: where.at(fn) }];
  });
  return named.length > 0
    ? named
    : [{ name: codeName(calleePath(request.node.callee)), at: where.at(request.node) }];
}

export function handedCall(request: HandedSite, file: CodeFile, where: Locator, key: RequestKey): HandedCall {
  const trails = trailsOf(file, request);
  return {
    key,
    call: keyAt(file, file.filename, request.node),
    at: where.at(request.node.callee),
    callee: codeName(calleePath(request.node.callee)),
    content: contentOf(request.node, file, where),
    returns: returnsOf(request, file, where),
    audit: auditOf(trails, file, where),
    geography: geographyFact(request, where),
    model: modelFact(request, where),
    parts: file.analysis.partsOf(request).map((part) => spotOf(file, part)),
    passes: request.way.map((fn) => keyAt(file, file.filename, fn)),
    within: functionsAround(request.node).map((fn) => keyAt(file, file.filename, fn)),
    runs: request.runs,
  };
}

export function trailsOf(file: CodeFile, request: Request): ReturnType<CodeFile['analysis']['auditTrails']> {
  return file.analysis.auditTrails(recordQuery(file.settings)).filter(({ site }) => site === request);
}
