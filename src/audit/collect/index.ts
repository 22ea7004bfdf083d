/**
 * A run: from files of a repository to evidence. Reads the disk and git, writes nothing.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { PackName } from '../../configs/packs/index.ts';
import { judgeAsOf } from '../../declared/package-marker.ts';
import { projectTexts } from '../../project/module-texts.ts';
import type { Collected } from '../model.ts';
import type { Scope } from '../run-model.ts';
import { repoPath } from '../text.ts';
import { configurationOf } from './configuration.ts';
import type { Configuration } from './configuration.ts';
import type { Directive } from './directives.ts';
import { toolchain } from './eslint.ts';
import type { Toolchain } from './eslint.ts';
import { filesBelow } from './files.ts';
import type { FileList, FromRoot } from './files.ts';
import type { FileReport } from './file-report.ts';
import { finished } from './finish.ts';
import { repositoryAt } from './git.ts';
import type { Repository } from './git.ts';
import { Judging } from './judging.ts';
import type { Outcome } from './judging.ts';
import type { FileConfig } from './judge-file.ts';
import { otherLanguages, Scan } from './scan.ts';
import { PURPOSE, ThreadPool, threadsFor } from './threads.ts';
import type { Threads } from './threads.ts';

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
  /** Threads beside the run's own; none unless given. */
  readonly threads?: Threads | undefined;
  readonly onProgress?: ((done: Progress) => void) | undefined;
}

export interface Progress {
  /** Files that are done with. */
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
  /** Files that were changed while the run went on. */
  readonly changed: readonly string[];
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
  const configuration = configurationOf({ packs, useConfig, tools, root, cwd });
  judgeAsOf(asOf);
  try {
    projectTexts.hold(root);
    const files = filesBelow(root, paths, repository);
    const reading = new Reading({ root, tools, configuration, options });
    const interrupted = await reading.readAll(files);
    return finished(
      { root, repository, tools, configuration, files, ...reading.seen(files), interrupted },
      options,
    );
  } finally {
    projectTexts.release();
    judgeAsOf(undefined);
  }
}

/** Files between two looks at whether to go on. */
const STRIDE = 10;

interface ReadingInput {
  readonly root: string;
  readonly tools: Toolchain;
  readonly configuration: Configuration;
  readonly options: RunOptions;
}

/** Reads the files of a run: looks at all of them, then judges those that can concern a rule. */
class Reading {
  readonly #input: ReadingInput;
  readonly #scan: Scan;
  readonly #judging: Judging;
  readonly #outcomes = new Map<FromRoot, Outcome>();
  readonly #packages = new Map<FromRoot, FileReport>();
  readonly #packageConfigs = new Map<FromRoot, FileConfig>();
  #pool: ThreadPool | undefined;
  #sites = 0;

  constructor(input: ReadingInput) {
    this.#input = input;
    this.#scan = new Scan(input);
    this.#judging = new Judging(input.root, input.tools);
  }

  /** @returns whether the run was ended early */
  async readAll({ code, manifests }: FileList): Promise<boolean> {
    try {
      for (const [i, path] of code.entries()) {
        if (i % STRIDE === 0 && (await this.#isEnded(code.length))) return true;
        await this.#scan.look(path);
        this.#openThreads();
      }
      await this.#judgeInThreads(code.length);
      if (await this.#judgeHere(code.length)) return true;
    } finally {
      await this.#pool?.end();
    }
    await this.#readPackages(manifests);
    return false;
  }

  async #isEnded(of: number): Promise<boolean> {
    const { signal, onProgress } = this.#input.options;
    onProgress?.({ files: this.#scan.unconcerned + this.#outcomes.size, of, sites: this.#sites });
    await turn();
    return signal?.aborted === true;
  }

  /** They load what they need while the rest of the files is looked at. */
  #openThreads(): void {
    const { root, options } = this.#input;
    const { threads, cwd, packs, useConfig, asOf } = options;
    if (!threads || this.#pool) return;
    const count = threadsFor(threads, this.#scan.concerned.size);
    if (count === 0) return;
    this.#pool = new ThreadPool(
      threads.program,
      { purpose: PURPOSE, root, cwd, packs, useConfig, asOf },
      count,
    );
  }

  async #judgeInThreads(of: number): Promise<void> {
    const { signal } = this.#input.options;
    await this.#pool?.judge(
      [...this.#scan.concerned.keys()],
      (path, outcome) => {
        this.#take(path, outcome);
        void this.#isEnded(of);
      },
      signal,
    );
  }

  /** Where there are no threads, and what they left. */
  async #judgeHere(of: number): Promise<boolean> {
    let i = 0;
    for (const [path, config] of this.#scan.concerned) {
      if (this.#outcomes.has(path)) continue;
      if (i % STRIDE === 0 && (await this.#isEnded(of))) return true;
      this.#take(path, this.#judging.judge(path, config));
      // What a file opens is counted until the code pauses.
      await Promise.resolve();
      i += 1;
    }
    return this.#isEnded(of);
  }

  #take(path: FromRoot, outcome: Outcome): void {
    this.#outcomes.set(path, outcome);
    if (outcome.kind === 'judged') this.#sites += outcome.report.sites.length;
  }

  /** What packages say of themselves. They are no code, and count as none. */
  async #readPackages(manifests: readonly FromRoot[]): Promise<void> {
    for (const path of manifests) {
      const config = await this.#input.configuration.of(path);
      const report = config && this.#judging.judgePackage(path, config);
      if (!report) continue;
      this.#packages.set(path, report);
      this.#packageConfigs.set(path, config);
    }
  }

  seen(
    files: FileList,
  ): Pick<
    Seen,
    'changed' | 'configs' | 'directives' | 'ignoredMentions' | 'reports' | 'scope' | 'unparsedMentions'
  > {
    const scan = this.#scan;
    // In the order of the files, whichever thread was first.
    const outcomes = [...scan.concerned.keys()].flatMap((path) => {
      const outcome = this.#outcomes.get(path);
      return outcome && outcome.kind !== 'gone' ? [{ path, outcome }] : [];
    });
    const judged = outcomes.flatMap(({ path, outcome }) =>
      outcome.kind === 'judged' ? [{ path, ...outcome }] : [],
    );
    const unparsed = outcomes.flatMap(({ path, outcome }) =>
      outcome.kind === 'unparsed' ? [{ path, ...outcome }] : [],
    );
    const configs = [...scan.concerned].filter(([path]) => this.#outcomes.has(path));
    return {
      reports: [...judged.map(({ report }) => report), ...this.#packages.values()],
      directives: new Map(
        judged.flatMap(({ path, directives }) =>
          directives.length > 0 ? [[repoPath(path), directives] as const] : [],
        ),
      ),
      configs: new Map(
        [...configs, ...this.#packageConfigs].map(([path, config]) => [repoPath(path), config]),
      ),
      ignoredMentions: scan.ignoredMentions,
      unparsedMentions: unparsed.flatMap(({ path, mentions }) => (mentions ? [path] : [])),
      changed: scan.changed(),
      scope: {
        linted: scan.unconcerned + outcomes.length,
        concerned: outcomes.length,
        unconcerned: scan.unconcerned,
        ignored: scan.ignored(),
        unparsed: unparsed.map(({ path, line }) => ({
          file: repoPath(path),
          ...(line !== undefined && { line }),
        })),
        unreadable: scan.unreadable.map(repoPath),
        otherLanguages: otherLanguages(this.#input.root, files),
      },
    };
  }
}
