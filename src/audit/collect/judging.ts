/**
 * What comes of a file that is parsed and judged, as plain data: it may come from another thread.
 */
import { join } from 'node:path';
import { directivesIn } from './directives.ts';
import type { Directive } from './directives.ts';
import type { Toolchain } from './eslint.ts';
import { textOf } from './files.ts';
import type { FromRoot } from './files.ts';
import { reportOf } from './file-report.ts';
import type { FileReport } from './file-report.ts';
import { FileJudge } from './judge-file.ts';
import type { FileConfig } from './judge-file.ts';
import { mentions } from './scan.ts';

/** What came of a file. */
export type Outcome =
  | { readonly kind: 'judged'; readonly report: FileReport; readonly directives: readonly Directive[] }
  | { readonly kind: 'unparsed'; readonly line: number | undefined; readonly mentions: boolean }
  /** It is gone, or may not be read any more. */
  | { readonly kind: 'gone' };

/** Judges the files of a run, one after the other. */
export class Judging {
  readonly #root: string;
  readonly #judge: FileJudge;

  constructor(root: string, tools: Toolchain) {
    this.#root = root;
    this.#judge = new FileJudge(tools, root);
  }

  /** @throws {Error} for settings that are not what they have to be */
  judge(path: FromRoot, config: FileConfig): Outcome {
    const full = join(this.#root, path);
    const text = textOf(full);
    if (text === undefined) return { kind: 'gone' };
    const judged = this.#judge.judge(text, full, config);
    if (judged.kind === 'unparsed') return { kind: 'unparsed', line: judged.line, mentions: mentions(text) };
    return {
      kind: 'judged',
      report: reportOf(judged, this.#root, path, config.settings),
      directives: directivesIn(judged.input.sourceCode),
    };
  }

  /** What a package says of itself; undefined where no rule has anything to report of it. */
  judgePackage(path: FromRoot, config: FileConfig): FileReport | undefined {
    const full = join(this.#root, path);
    const text = textOf(full);
    const judged = text === undefined ? undefined : this.#judge.judge(text, full, config);
    const says = judged?.kind === 'judged' && judged.assessments.some(({ reported }) => reported);
    return says ? reportOf(judged, this.#root, path, config.settings) : undefined;
  }
}
