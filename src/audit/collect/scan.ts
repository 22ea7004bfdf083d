/**
 * The first look at the files of a run: which are left out, and which can concern a rule. By their texts; nothing is parsed.
 */
import { dirname, join } from 'node:path';
import { mentionsClaude } from '../../analysis/index.ts';
import { readSettings } from '../../declared/settings.ts';
import { moduleGraph } from '../../project/module-graph.ts';
import type { GraphHost } from '../../project/module-graph.ts';
import { textConcernsClaude } from '../../rules/define/surroundings.ts';
import { rules } from '../../rules/index.ts';
import type { Scope } from '../run-model.ts';
import { byText, repoPath } from '../text.ts';
import type { Configuration } from './configuration.ts';
import { isNotThere, stampAt, textOf } from './files.ts';
import type { FileList, FromRoot } from './files.ts';
import type { FileConfig } from './judge-file.ts';

/** Other spellings about which some rule has something to say. */
const MENTIONS = Object.values(rules).flatMap(({ mentions }) => (mentions ? [mentions] : []));
const NO_CLIENTS = {};

/** True for a text that names Claude or something that only Claude has. */
export const mentions = (text: string): boolean => mentionsClaude(text, NO_CLIENTS);

export interface ScanInput {
  readonly root: string;
  readonly configuration: Configuration;
}

/** Looks at the files of a run, one after the other. */
export class Scan {
  /** File → what is in force for it, of those that can concern a rule. */
  readonly concerned = new Map<FromRoot, FileConfig>();
  /** Files that no rule of ours has anything to say about. */
  unconcerned = 0;
  readonly unreadable: FromRoot[] = [];
  readonly ignoredMentions: FromRoot[] = [];
  readonly #ignored: FromRoot[] = [];
  /** File → what the disk said of it when it was looked at. */
  readonly #stamps = new Map<FromRoot, string>();
  readonly #input: ScanInput;
  readonly #pass = {};
  readonly #host: GraphHost;

  constructor(input: ScanInput) {
    this.#input = input;
    this.#host = {
      cwd: input.root,
      // Only texts are asked for.
      parser: undefined,
      parserOptions: {},
      ecmaVersion: 'latest',
      sourceType: 'module',
    };
  }

  async look(path: FromRoot): Promise<void> {
    const { root, configuration } = this.#input;
    const full = join(root, path);
    const stamp = stampAt(full);
    const text = textOf(full);
    if (stamp === undefined || text === undefined) {
      // A name in another encoding comes here as one that is nowhere.
      if (!isNotThere(full) || path.includes('\uFFFD')) this.unreadable.push(path);
      return;
    }
    this.#stamps.set(path, stamp);
    const config = await configuration.of(path);
    if (!config) {
      this.#ignored.push(path);
      if (mentions(text)) this.ignoredMentions.push(path);
    } else if (this.#concerns(text, full, config)) this.concerned.set(path, config);
    else this.unconcerned += 1;
  }

  /** A scan of the text, and of the texts of what it imports: files without Claude cost no more. */
  #concerns(text: string, filename: string, { settings }: FileConfig): boolean {
    if (MENTIONS.some((each) => each.test(text))) return true;
    const own = readSettings(settings);
    const graph = own.imports === 'ignore' ? undefined : moduleGraph(this.#host, this.#pass);
    return textConcernsClaude(filename, text, own, graph);
  }

  /** The files that are no longer what they were when they were looked at. */
  changed(): FromRoot[] {
    return [...this.#stamps].flatMap(([path, stamp]) =>
      stampAt(join(this.#input.root, path)) === stamp ? [] : [path],
    );
  }

  ignored(): Scope['ignored'] {
    return {
      files: this.#ignored.length,
      by: byFolder(this.#ignored).map(([pattern, count]) => ({ pattern, files: count })),
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

/** Files of other languages that mention Claude. */
export function otherLanguages(root: string, { others }: FileList): Scope['otherLanguages'] {
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
