/**
 * A run: from files of a repository to evidence. Reads the disk and git, writes nothing.
 */
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { mentionsClaude } from '../../analysis/index.ts';
import type { PackName } from '../../configs/packs/index.ts';
import { judgeAsOf } from '../../declared/package-marker.ts';
import { readSettings } from '../../declared/settings.ts';
import { moduleGraph } from '../../project/module-graph.ts';
import { projectTexts } from '../../project/module-texts.ts';
import { textConcernsClaude } from '../../rules/define/surroundings.ts';
import { rules } from '../../rules/index.ts';
import type { Collected } from '../model.ts';
import type { Scope } from '../run-model.ts';
import { byText, repoPath } from '../text.ts';
import { packConfiguration, projectConfiguration } from './configuration.ts';
import type { Configuration } from './configuration.ts';
import { directivesIn } from './directives.ts';
import type { Directive } from './directives.ts';
import { toolchain } from './eslint.ts';
import type { Toolchain } from './eslint.ts';
import { filesBelow, isNotThere, textOf } from './files.ts';
import type { FileList } from './files.ts';
import { reportOf } from './file-report.ts';
import type { FileReport } from './file-report.ts';
import { finished } from './finish.ts';
import { repositoryAt } from './git.ts';
import type { Repository } from './git.ts';
import { FileJudge } from './judge-file.ts';
import type { FileConfig } from './judge-file.ts';

/** What a run is asked for. */
export interface RunOptions {
  /** The folder of the run, absolute, without symbolic links. */
  readonly cwd: string;
  /** Files and folders, absolute. */
  readonly paths: readonly string[];
  readonly packs: readonly PackName[];
  /** Use the project's own configuration, and say how it deviates from the packs. */
  readonly useConfig: boolean;
  /** The folder that the run is written to, absolute. */
  readonly out?: string | undefined;
  /** The day to judge by, ISO 8601. */
  readonly asOf: string;
  /** The arguments of the command, for the provenance. */
  readonly command: readonly string[];
  readonly maxWaiverDays?: number | undefined;
  /** A waiver is said to end when it has so many days left. */
  readonly endingDays?: number | undefined;
  /** Ends the run early: what was collected so far is given, as interrupted. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: Progress) => void) | undefined;
}

export interface Progress {
  readonly files: number;
  readonly of: number;
  readonly sites: number;
}

/** What a run has seen of the files. */
export interface Seen {
  readonly root: string;
  readonly repository: Repository | undefined;
  readonly tools: Toolchain;
  readonly configuration: Configuration;
  readonly files: FileList;
  readonly reports: readonly FileReport[];
  readonly directives: ReadonlyMap<string, readonly Directive[]>;
  /** File → what was in force for it. */
  readonly configs: ReadonlyMap<string, FileConfig>;
  readonly scope: Scope;
  /** Ignored files that mention Claude. */
  readonly ignoredMentions: readonly string[];
  /** Files that mention Claude and could not be parsed. */
  readonly unparsedMentions: readonly string[];
  readonly interrupted: boolean;
}

/**
 * Collects evidence.
 *
 * @throws {Error} for paths that are not there, packs that contradict one another, settings and waiver files of another form
 */
export async function collect(options: RunOptions): Promise<Collected> {
  const { cwd, paths, packs, useConfig, asOf } = options;
  const repository = repositoryAt(cwd, options.out);
  const root = repository?.root ?? cwd;
  const tools = toolchain([cwd, root]);
  const configuration = useConfig ? projectConfiguration(packs, tools, root, cwd) : packConfiguration(packs);
  judgeAsOf(asOf);
  try {
    projectTexts.hold(root);
    const files = filesBelow(root, paths, repository);
    const reading = new Reading({ root, tools, configuration, options });
    const interrupted = await reading.readAll(files.code);
    if (!interrupted) await reading.readPackages(files.manifests);
    return finished(
      {
        root,
        repository,
        tools,
        configuration,
        files,
        ...reading.seen(),
        interrupted,
        scope: reading.scope(files),
      },
      options,
    );
  } finally {
    projectTexts.release();
    judgeAsOf(undefined);
  }
}

/** Other spellings about which some rule has something to say. */
const MENTIONS = Object.values(rules).flatMap(({ mentions }) => (mentions ? [mentions] : []));
const NO_CLIENTS = {};
const mentions = (text: string): boolean => mentionsClaude(text, NO_CLIENTS);

/** Files between two looks at whether to go on. */
const STRIDE = 10;

interface ReadingInput {
  readonly root: string;
  readonly tools: Toolchain;
  readonly configuration: Configuration;
  readonly options: RunOptions;
}

/** Reads the files of a run, one after the other. */
class Reading {
  readonly #input: ReadingInput;
  readonly #judge: FileJudge;
  readonly #pass = {};
  readonly #reports: FileReport[] = [];
  readonly #directives = new Map<string, readonly Directive[]>();
  readonly #configs = new Map<string, FileConfig>();
  readonly #ignored: string[] = [];
  readonly #ignoredMentions: string[] = [];
  readonly #unparsed: Scope['unparsed'][number][] = [];
  readonly #unparsedMentions: string[] = [];
  readonly #unreadable: string[] = [];
  #linted = 0;
  #concerned = 0;

  constructor(input: ReadingInput) {
    this.#input = input;
    this.#judge = new FileJudge(input.tools, input.root);
  }

  /** @returns whether the run was ended early */
  async readAll(paths: readonly string[]): Promise<boolean> {
    const { signal, onProgress } = this.#input.options;
    let sites = 0;
    for (const [i, path] of paths.entries()) {
      if (i % STRIDE === 0) {
        onProgress?.({ files: i, of: paths.length, sites });
        await turn();
        if (signal?.aborted === true) return true;
      }
      await this.#read(path);
      sites = this.#reports.reduce((sum, report) => sum + report.sites.length, 0);
    }
    onProgress?.({ files: paths.length, of: paths.length, sites });
    return false;
  }

  /** What packages say of themselves. They are no code, and count as none. */
  async readPackages(manifests: readonly string[]): Promise<void> {
    const { root, configuration } = this.#input;
    for (const path of manifests) {
      const text = textOf(join(root, path));
      const config = text === undefined ? undefined : await configuration.of(path);
      if (text === undefined || !config) continue;
      const judged = this.#judge.judge(text, join(root, path), config);
      if (judged.kind === 'unparsed' || !judged.assessments.some(({ reported }) => reported)) continue;
      this.#configs.set(repoPath(path), config);
      this.#reports.push(reportOf(judged, root, path, config.settings));
    }
  }

  async #read(path: string): Promise<void> {
    const { root, configuration } = this.#input;
    const full = join(root, path);
    const text = textOf(full);
    if (text === undefined) {
      // A name in another encoding comes here as one that is nowhere.
      if (!isNotThere(full) || path.includes('\uFFFD')) this.#unreadable.push(repoPath(path));
      return;
    }
    const config = await configuration.of(path);
    if (!config) {
      this.#ignored.push(path);
      if (mentions(text)) this.#ignoredMentions.push(path);
      return;
    }
    this.#linted += 1;
    if (!this.#concerns(text, full, config)) return;
    this.#concerned += 1;
    this.#configs.set(repoPath(path), config);
    const judged = this.#judge.judge(text, full, config);
    if (judged.kind === 'unparsed') {
      this.#unparsed.push({ file: repoPath(path), ...(judged.line !== undefined && { line: judged.line }) });
      if (mentions(text)) this.#unparsedMentions.push(path);
      return;
    }
    const report = reportOf(judged, root, path, config.settings);
    this.#reports.push(report);
    const directives = directivesIn(judged.input.sourceCode);
    if (directives.length > 0) this.#directives.set(repoPath(path), directives);
  }

  /** A scan of the text, and of the texts of what it imports: files without Claude cost no more. */
  #concerns(text: string, filename: string, { settings }: FileConfig): boolean {
    const { root, tools } = this.#input;
    const own = readSettings(settings);
    if (MENTIONS.some((each) => each.test(text))) return true;
    const host = {
      cwd: root,
      parser: tools.typescript,
      parserOptions: {},
      ecmaVersion: 'latest',
      sourceType: 'module',
    };
    const graph = own.imports === 'ignore' ? undefined : moduleGraph(host, this.#pass);
    return textConcernsClaude(filename, text, own, graph);
  }

  seen(): Pick<Seen, 'configs' | 'directives' | 'ignoredMentions' | 'reports' | 'unparsedMentions'> {
    return {
      reports: this.#reports,
      directives: this.#directives,
      configs: this.#configs,
      ignoredMentions: this.#ignoredMentions,
      unparsedMentions: this.#unparsedMentions,
    };
  }

  scope(files: FileList): Scope {
    return {
      linted: this.#linted,
      concerned: this.#concerned,
      unconcerned: this.#linted - this.#concerned,
      ignored: {
        files: this.#ignored.length,
        by: byFolder(this.#ignored).map(([pattern, count]) => ({ pattern, files: count })),
      },
      unparsed: this.#unparsed,
      unreadable: this.#unreadable,
      otherLanguages: otherLanguages(this.#input.root, files),
    };
  }
}

/** Ignored files by their folder: configuration says which, and not by which of its patterns. */
function byFolder(paths: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = `${dirname(repoPath(path))}/`;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => byText(a, b));
}

function otherLanguages(root: string, { others }: FileList): Scope['otherLanguages'] {
  const found = new Map<string, string[]>();
  for (const { path, language } of others) {
    const text = textOf(join(root, path));
    if (text === undefined || !/anthropic|claude/i.test(text)) continue;
    const files = found.get(language);
    if (files) files.push(repoPath(path));
    else found.set(language, [repoPath(path)]);
  }
  return [...found].map(([language, files]) => ({ language, files }));
}
