/**
 * Judging in threads beside the one that runs the command. What a file comes to depends on the disk and the configuration alone, so
 * that it is the same whichever thread looks.
 */
import { parentPort, Worker } from 'node:worker_threads';
import type { PackName } from '../../configs/packs/index.ts';
import { judgeAsOf } from '../../declared/package-marker.ts';
import { projectTexts } from '../../project/module-texts.ts';
import { configurationOf } from './configuration.ts';
import { toolchain } from './eslint.ts';
import type { FromRoot } from './files.ts';
import { Judging } from './judging.ts';
import type { Outcome } from './judging.ts';

/** Threads that a run may use. */
export interface Threads {
  /** The program that a thread runs: it calls {@link judgeForParent}. */
  readonly program: URL;
  /** How many; one for large runs unless given. Fewer than two: none beside the run's own. */
  readonly count?: number | undefined;
}

/** What a thread has to know. */
export interface ThreadTask {
  readonly purpose: typeof PURPOSE;
  readonly root: string;
  readonly cwd: string;
  readonly packs: readonly PackName[];
  readonly useConfig: boolean;
  readonly asOf: string;
}

export const PURPOSE = 'claude-compliance: judge files';

/** A thread loads ESLint, the parser and the rules anew: that takes as long as some dozens of files. */
const PAYS_FROM = 120;
/** Files of one message. Few, so that all threads end at about the same time. */
const CHUNK = 6;
/** Messages that wait in a thread, so that it is never without work. */
const AHEAD = 2;

/**
 * Room of a thread, in megabytes. A run has to get by with a gigabyte, and the engine takes what it is given; more room for what is
 * young spares it most of its copying, as trees die young.
 */
const ROOM = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 448 };

/**
 * How many threads a run opens that has so many files to judge so far; 0: none yet, it judges them itself. One thread of limited room
 * keeps a run within a gigabyte; on two cores a second one saves nothing, and each takes half a gigabyte.
 */
export function threadsFor({ count }: Threads, files: number): number {
  if (count === undefined) return files < PAYS_FROM ? 0 : 1;
  return count < 2 || files < count ? 0 : count;
}

type Answer =
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'judged'; readonly outcomes: readonly (readonly [FromRoot, Outcome])[] };

/** Threads that judge the files of one run. */
export class ThreadPool {
  readonly #workers: readonly Worker[];

  constructor(program: URL, task: ThreadTask, count: number) {
    this.#workers = Array.from(
      { length: count },
      () => new Worker(program, { workerData: task, resourceLimits: ROOM, execArgv: [], argv: [] }),
    );
  }

  /**
   * @param take is given what comes of each file
   * @returns when all that could be judged are judged, or the run is ended
   * @throws what judging throws
   */
  async judge(
    paths: readonly FromRoot[],
    take: (path: FromRoot, outcome: Outcome) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const waiting = [...paths].reverse();
    const next = (): FromRoot[] => (signal?.aborted === true ? [] : waiting.splice(-CHUNK).reverse());
    const onAbort = (): void => void this.end();
    signal?.addEventListener('abort', onAbort);
    try {
      await Promise.all(this.#workers.map((worker) => working(worker, next, take)));
    } finally {
      signal?.removeEventListener('abort', onAbort);
      await this.end();
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** Gives a thread work until there is none left, or the thread has ended. */
function working(
  worker: Worker,
  next: () => FromRoot[],
  take: (path: FromRoot, outcome: Outcome) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let out = 0;
    const send = (): void => {
      const paths = next();
      if (paths.length === 0) return;
      out += 1;
      worker.postMessage(paths);
    };
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'failed') {
        reject(errorOf(answer.error));
        return;
      }
      out -= 1;
      for (const [path, outcome] of answer.outcomes) take(path, outcome);
      send();
      if (out === 0) resolve();
    });
    // Without room, or with a fault of the engine's: what it had is judged by the run itself.
    worker.on('error', () => {
      resolve();
    });
    worker.on('exit', () => {
      resolve();
    });
    for (let i = 0; i < AHEAD; i += 1) send();
    if (out === 0) resolve();
  });
}

/** True for what a thread of ours was started with. */
export function isThreadTask(data: unknown): data is ThreadTask {
  return typeof data === 'object' && data !== null && 'purpose' in data && data.purpose === PURPOSE;
}

/** What a thread does: it judges what it is sent until it is ended. */
export function judgeForParent({ root, cwd, packs, useConfig, asOf }: ThreadTask): void {
  const tools = toolchain([cwd, root]);
  const configuration = configurationOf({ packs, useConfig, tools, root, cwd });
  judgeAsOf(asOf);
  projectTexts.hold(root);
  const judging = new Judging(root, tools);
  const judgeAll = async (paths: readonly FromRoot[]): Promise<Answer> => {
    const outcomes: [FromRoot, Outcome][] = [];
    for (const path of paths) {
      const config = await configuration.of(path);
      if (config) outcomes.push([path, judging.judge(path, config)]);
    }
    return { kind: 'judged', outcomes };
  };
  // One message after the other: what a file opens is counted until the code pauses.
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (paths: readonly FromRoot[]) => {
    last = last
      .then(() => judgeAll(paths))
      .catch((error: unknown): Answer => ({ kind: 'failed', error }))
      .then((answer) => parentPort?.postMessage(answer));
  });
}

function errorOf(value: unknown): Error {
  return value instanceof Error ? value : new Error('A thread failed.');
}
