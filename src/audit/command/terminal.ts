/**
 * What the command prints: results on one stream, progress and problems on the other.
 */
import { styleText } from 'node:util';
import type { Progress } from '../collect/index.ts';

/** Where the command prints, and what it can be told by. */
export interface Terminal {
  /** The program that runs, which threads of a run run, too; undefined where the command is part of another program. */
  readonly program?: URL | undefined;
  out(line: string): void;
  /** Problems, and where files went. */
  say(line: string): void;
  /** Progress on a terminal. */
  progress(done: Progress): void;
  endProgress(): void;
  paint(style: 'bold' | 'dim' | 'green' | 'red' | 'yellow', text: string): string;
}

export interface TerminalOptions {
  readonly quiet: boolean;
  readonly color: boolean;
  readonly program?: URL | undefined;
}

const WIDTH = 24;
const EVERY_MS = 100;
/** Where there is no terminal, and a log is read by people. */
const LINE_EVERY_MS = 5000;

/** The terminal of this process. */
export function processTerminal({ quiet, color, program }: TerminalOptions): Terminal {
  const { stdout, stderr, env } = process;
  const isBar = stderr.isTTY && !quiet && env['CI'] === undefined;
  const isLog = !isBar && !quiet && env['CI'] !== undefined;
  const isPainted = color && stdout.isTTY && !(env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '');
  let shownAt = 0;
  let loggedAt = Date.now();
  const clear = (): void => {
    if (isBar && shownAt > 0) stderr.write('\r\u001B[2K');
    shownAt = 0;
  };
  return {
    program,
    out: (line) => {
      clear();
      stdout.write(`${line}\n`);
    },
    say: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress({ files, of, sites }) {
      const said = `${String(files)}/${String(of)} files, ${String(sites)} call sites`;
      if (isLog && Date.now() - loggedAt >= LINE_EVERY_MS) {
        loggedAt = Date.now();
        stderr.write(`${said}\n`);
      }
      if (!isBar || (Date.now() - shownAt < EVERY_MS && files < of)) return;
      shownAt = Date.now();
      const full = of === 0 ? WIDTH : Math.round((files / of) * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      stderr.write(`\r\u001B[2K${bar} ${said}`);
    },
    endProgress: clear,
    paint: (style, text) => (isPainted ? styleText(style, text) : text),
  };
}
