/**
 * The linted file, as one object that holds what rules ask: its text, its analysis, its settings, its package.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { analyzeFile } from '../../analysis/index.ts';
import type { CallSite, FileAnalysis, FlowSettings } from '../../analysis/index.ts';
import { once } from '../../analysis/syntax/once.ts';
import type { CallNode } from '../../analysis/syntax/types.ts';
import { isClaudeLibrary, isUnder, readMarker } from '../../declared/package-marker.ts';
import type { MarkerReading } from '../../declared/package-marker.ts';
import { flowSettings } from '../../declared/settings.ts';
import type { Settings } from '../../declared/settings.ts';
import type { Arrangement } from '../../policy/features/index.ts';
import { isTerminalProgram } from '../../project/terminal-programs.ts';
import { isTestFile } from '../../project/test-files.ts';
import { request } from './assessment.ts';
import type { RequestSubject, Subject, SubjectKind } from './assessment.ts';
import { passOf } from './pass.ts';
import { surroundingsOf } from './surroundings.ts';

export type SourceCode = Readonly<TSESLint.SourceCode>;

/** What has to be given to look at a file. */
export interface FileInput {
  readonly sourceCode: SourceCode;
  readonly filename: string;
  /** The folder that ESLint runs in. */
  readonly cwd: string;
  /** How the file was parsed, and how its modules are; a program that cannot tell throws. */
  readonly languageOptions?: object;
}

/** A file in any language. */
export interface LintedFile {
  readonly text: string;
  readonly filename: string;
  readonly cwd: string;
  readonly settings: Settings;
  /** It is a test, or belongs to tests. */
  readonly isTest: boolean;
  /** The file as a subject. */
  readonly whole: Subject;
  /** Where a range of the text is, counted as the language counts. */
  locOf(range: readonly [number, number]): TSESTree.SourceLocation;
  /** The options of another rule, where that looks at the file in the same pass. */
  optionsOfRule(rule: string): object | undefined;
}

/** A file of JavaScript or TypeScript. */
export interface CodeFile extends LintedFile {
  readonly sourceCode: SourceCode;
  readonly analysis: FileAnalysis;
  /** What the content flow has to know of names. */
  readonly flow: FlowSettings;
  /** A program that talks to a person at a terminal. */
  readonly isTerminalProgram: boolean;
  /** The package is a library that brings a client of Claude along. */
  readonly isLibrary: boolean;
  /** What the package declares. A rule that asks, and has a message for it, has a broken marker reported. */
  marker(): MarkerReading;
  /** Whether the package is under an arrangement; undefined where nobody says. Asks for the marker. */
  isUnder(arrangement: Arrangement): boolean | undefined;
  /** Its requests as subjects, in source order. */
  readonly requests: readonly RequestSubject[];
  /** Requests that functions of other modules make for its calls, in source order: what the call hands in is its own. */
  readonly handed: readonly RequestSubject[];
  /** A call as a subject: the request that it is, else what the rule takes it for. */
  readonly subjectOf: (call: CallNode, otherwise: SubjectKind) => Subject;
  /**
   * The requests that a call can be one of: itself, or those that make something on which later calls ask. None of the
   * file's: the file as a whole, for the request of another module where it is one.
   */
  requestsBehind(call: CallNode): readonly Subject[];
}

/** A file in a language without expressions: JSON, YAML, Markdown, `.env`. */
export interface TextFile extends LintedFile {
  readonly comments: readonly { readonly range?: readonly [number, number] | undefined }[];
  /** Written for people, with code in it as examples. */
  readonly isProse: boolean;
  /** The root of its tree. */
  readonly root: object;
}

/** A code file that rules look at one after the other. */
export interface OpenedFile {
  readonly file: CodeFile;
  /** What the package declares, for who is no rule. */
  readonly marker: () => MarkerReading;
  /** The package.json whose marker cannot be used, if the rule that looks at the file has asked for it. */
  readonly brokenMarker: () => string | undefined;
  /** Begins the look of a rule. */
  readonly begin: () => void;
}

/** Opens a code file for one rule, whose question for the marker is remembered. */
export function openCode(input: FileInput, settings: Settings): OpenedFile {
  const analysis = analyzeFile(input.sourceCode, surroundingsOf(input, settings));
  const pass = passOf(input.sourceCode.ast);
  const known = pass.opened;
  const opened =
    known?.file.analysis === analysis && known.file.settings === settings
      ? known
      : openedCode(input, settings, analysis);
  pass.opened = opened;
  opened.begin();
  return opened;
}

function openedCode(input: FileInput, settings: Settings, analysis: FileAnalysis): OpenedFile {
  const { sourceCode, filename } = input;
  const requests = once(() => analysis.callSites.map(request));
  const handed = once(() => analysis.handedSites().map(request));
  const byNode = once(
    () => new Map([...handed(), ...requests()].map((subject) => [subject.site.node, subject])),
  );
  const marker = once(() => readMarker(filename));
  const isTestHere = once(() => isTest(input));
  const isProgram = once(() => isTerminalProgram(filename, sourceCode.text));
  const isLibrary = once(() => isClaudeLibrary(filename));
  let asked = false;
  const file: CodeFile = {
    ...common(input, settings, 'code'),
    get isTest() {
      return isTestHere();
    },
    sourceCode,
    analysis,
    flow: flowSettings(settings),
    get isTerminalProgram() {
      return isProgram();
    },
    get isLibrary() {
      return isLibrary();
    },
    marker() {
      asked = true;
      return marker();
    },
    isUnder: (arrangement) => isUnder(arrangement, file.marker(), settings),
    get requests() {
      return requests();
    },
    get handed() {
      return handed();
    },
    subjectOf: (call, otherwise) => byNode().get(call) ?? { kind: otherwise, at: call.callee },
    requestsBehind(call) {
      const own = byNode().get(call);
      if (own) return [own];
      if (analysis.pathOf(call) !== undefined) return [{ kind: 'file', at: call.callee, elsewhere: call }];
      const makers = requests().filter(({ site }) => isMaker(site));
      if (makers.length > 0) return makers;
      return [analysis.pathOf(call) === undefined ? { kind: 'file', at: call.callee } : file.whole];
    },
  };
  return {
    file,
    marker,
    brokenMarker() {
      const reading = asked ? marker() : undefined;
      return reading && 'problem' in reading ? reading.path : undefined;
    },
    begin() {
      asked = false;
    },
  };
}

/** True for a request that makes a model or an agent, on which later calls ask. */
export function isMaker({ node, operation }: CallSite): boolean {
  // A command of the AWS SDK is sent where it is made.
  return (
    (node.type === 'NewExpression' || operation.perCall !== undefined) && operation.sdk !== 'bedrock-runtime'
  );
}

/** Opens a file of which only the text counts. */
export function openPlain(input: FileInput, settings: Settings): LintedFile {
  return { ...common(input, settings, 'text'), isTest: isTest(input) };
}

/** Opens a file in another language. */
export function openText(input: FileInput, settings: Settings): TextFile {
  const { sourceCode } = input;
  const tree = treeOf(sourceCode);
  return {
    ...openPlain(input, settings),
    comments: (sourceCode as Partial<Pick<TextFile, 'comments'>>).comments ?? tree?.comments ?? [],
    isProse: tree?.type === 'root',
    root: tree ?? {},
  };
}

function common(
  input: FileInput,
  settings: Settings,
  kind: FileLanguage['kind'],
): Omit<LintedFile, 'isTest'> {
  const { sourceCode, filename, cwd } = input;
  return {
    text: sourceCode.text,
    filename,
    cwd,
    settings,
    whole: wholeOf(sourceCode, kind),
    locOf: (range) => locOf(sourceCode, range),
    optionsOfRule: (rule) => passOf(sourceCode.ast).active.get(rule),
  };
}

function isTest({ filename }: FileInput): boolean {
  return isTestFile(filename);
}

/** The file as a subject: its first statement stands for it, or its beginning. */
export function wholeOf(sourceCode: SourceCode, kind: FileLanguage['kind']): Subject {
  const at = kind === 'code' ? (sourceCode.ast.body[0] ?? { line: 1, column: 0 }) : locOf(sourceCode, [0, 0]);
  return { kind: 'file', at };
}

function locOf(sourceCode: SourceCode, [from, to]: readonly [number, number]): TSESTree.SourceLocation {
  // Older versions of other languages have no such method, and count columns from 1.
  const { getLocFromIndex } = sourceCode as Partial<SourceCode>;
  const at = (index: number): TSESTree.Position => {
    if (getLocFromIndex) return sourceCode.getLocFromIndex(index);
    const before = sourceCode.text.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  return { start: at(from), end: at(to) };
}

/** The root of a tree in any language, whatever the types say. */
interface Tree {
  readonly type: string;
  readonly comments?: TextFile['comments'] | undefined;
}

/** A language of ours may show rules for code another tree than its own. */
function treeOf(sourceCode: { readonly ast: Tree | undefined; readonly document?: Tree }): Tree | undefined {
  return sourceCode.document ?? sourceCode.ast;
}

/** Parsers that give ESLint's own kind of source code for another language. */
const OTHER_LANGUAGES = ['isJSON', 'isManifest', 'isTOML', 'isYAML'];

/** A language, as far as rules tell them apart, and the type of the root of its trees. */
export interface FileLanguage {
  readonly kind: 'code' | 'json' | 'manifest' | 'text';
  readonly root: string;
}

/** The language of a file; undefined for what has no tree. */
export function languageOf(sourceCode: SourceCode): FileLanguage | undefined {
  // Languages other than JavaScript have no scopes.
  const { scopeManager, parserServices } = sourceCode as Partial<SourceCode>;
  const services: Readonly<Record<string, unknown>> = { ...parserServices };
  if (scopeManager && !OTHER_LANGUAGES.some((flag) => services[flag] === true))
    return { kind: 'code', root: 'Program' };
  const root = treeOf(sourceCode)?.type;
  return root === undefined ? undefined : { kind: root === 'Document' ? 'json' : 'text', root };
}
