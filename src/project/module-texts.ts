/**
 * The texts of a project's modules and which of them import which, read when first asked for and forgotten when the disk
 * has something else. Shared by all rules and parsers of a process.
 */
import { extname } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { Disk } from './disk.ts';
import type { Stamp } from './disk.ts';
import { typesIn } from './declared-types-scan.ts';
import type { DeclaredType } from './declared-types-scan.ts';
import { importedSpecifiers } from './import-scan.ts';
import { isModuleFile } from './parse.ts';
import { namesPutIn } from './put-names-scan.ts';
import { handedOn } from './re-exports.ts';
import { KeptTexts } from './kept-texts.ts';
import { Resolution } from './resolution.ts';

/** Modules larger than this are not read, in bytes. */
export const MAX_BYTES = 512_000;

/** Modules that one question goes through at most. */
const MAX_REACHED = 10_000;

/** Texts that are kept, in characters: those of a large application, where the heap has room. */
const MAX_KEPT = getHeapStatistics().heap_size_limit > 1.5e9 ? 24_000_000 : 4_000_000;

/** Modules of which the imports are kept. */
const MAX_RECORDS = 50_000;

/** How long an epoch lasts at most, in milliseconds. */
const EPOCH_MS = 1000;

/** Who lints a whole project goes on at once; after a pause as long as this, in milliseconds, somebody may have saved a file. */
const PAUSE_MS = 100;

const NO_TYPES: ReadonlyMap<string, DeclaredType> = new Map<string, DeclaredType>();

interface TextRecord {
  readonly stamp: Stamp;
  readonly specifiers: readonly string[];
  readonly answers: Map<TextPredicate, boolean>;
  puts: readonly string[] | undefined;
  types: ReadonlyMap<string, DeclaredType> | undefined;
  /** The specifiers by which the module imports what it hands on. */
  hands: ReadonlySet<string> | undefined;
  /** The local modules behind the specifiers, as of an epoch. */
  edges: readonly string[] | undefined;
  edgesOf: number;
  checkedIn: number;
}

/** A question about a text. Pure, and always the same function for the same question: answers are remembered by it. */
export type TextPredicate = (text: string) => boolean;

interface Reached {
  version: number;
  readonly yes: Set<string>;
  readonly no: Set<string>;
}

/** Modules on one disk. Never throws. {@link projectTexts} are those of the process. */
export class ModuleTexts {
  readonly disk = new Disk();
  readonly resolution = new Resolution(this.disk);
  readonly #records = new Map<string, TextRecord>();
  readonly #texts = new KeptTexts(MAX_KEPT);
  readonly #reached = new Map<TextPredicate, Reached>();
  /** Counts epochs, and every change that is seen within one. */
  #version = 0;
  #epoch = 0;
  #epochEnds = 0;
  #passEnded = 0;
  #generation = 0;
  #isInPass = false;
  #isHeld = false;
  #parsed = 0;
  /** The files that were linted in this epoch. */
  readonly #linted = new Set<string>();

  /** Changes when something is linted again, or after a pause. */
  get generation(): number {
    return this.#generation;
  }

  /** Changes when the disk is looked at anew. */
  get epoch(): number {
    return this.#epoch;
  }

  /** True while the disk is believed as it was when it was first asked. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /**
   * Begins a run that is about one state of the project: what was once seen of the disk is believed until it is released.
   *
   * @param from the folder of the run
   */
  hold(from: string): void {
    this.#epochEnds = 0;
    this.enterAnew(from);
    this.#generation += 1;
    this.#isHeld = true;
  }

  /** Ends such a run: the next question looks at the disk anew. */
  release(): void {
    this.#isHeld = false;
    this.#generation += 1;
    this.#epochEnds = 0;
    this.endPass();
  }

  /** Ends the pass: the next question is asked for another file, or for the same at another time. */
  endPass(): void {
    if (this.#isInPass) this.#passEnded = performance.now();
    this.#isInPass = false;
  }

  /**
   * Begins a pass if none is on. A pass lasts as long as its code runs without a pause, which is how files are linted.
   * An epoch ends after a while, after a pause, and when a file is linted again: then somebody has changed something.
   *
   * @param from the file that the first question of a pass is about
   */
  enter(from: string): void {
    if (this.#isInPass) return;
    this.#isInPass = true;
    this.#parsed = 0;
    queueMicrotask(() => {
      this.endPass();
    });
    if (this.#isHeld) return;
    const now = performance.now();
    const mayHaveChanged = this.#linted.has(from) || now - this.#passEnded > PAUSE_MS;
    if (mayHaveChanged) this.#generation += 1;
    if (mayHaveChanged || now > this.#epochEnds) {
      this.#epochEnds = now + EPOCH_MS;
      this.#epoch += 1;
      this.#version += 1;
      this.#linted.clear();
      this.disk.renew();
      this.resolution.renew();
      if (this.#records.size > MAX_RECORDS) this.#records.clear();
    }
    this.#linted.add(from);
  }

  /** Begins a pass of its own, for a question that is asked outside the linting of a file. */
  enterAnew(from: string): void {
    this.endPass();
    this.#linted.add(from);
    this.enter(from);
  }

  /** Counts one more module that is parsed in this pass; false when that is one too many. */
  mayParse(atMost: number): boolean {
    this.#parsed += 1;
    return this.#parsed <= atMost;
  }

  /** The local modules that a text imports, in its order. */
  importsOf(text: string, from: string): readonly string[] {
    return this.#leadTo(importedSpecifiers(text), from);
  }

  /** The local modules that a module imports. */
  importsAt(path: string): readonly string[] {
    return this.#edges(path);
  }

  /** How a module writes its import of another: every specifier that leads there. */
  specifiersFor(path: string, imported: string): readonly string[] {
    return (this.#record(path)?.specifiers ?? []).filter((specifier) => {
      const located = this.resolution.locate(specifier, path);
      return located.kind === 'file' && located.path === imported;
    });
  }

  /** True when a module hands on to its own importers what it imports from another. */
  handsOnFrom(path: string, imported: string): boolean {
    const record = this.#record(path);
    if (!record) return false;
    record.hands ??= handedOn(this.textOf(path) ?? '');
    const { hands } = record;
    return hands.size > 0 && this.specifiersFor(path, imported).some((specifier) => hands.has(specifier));
  }

  /** The names under which a module puts something on what a framework hands around. */
  putsAt(path: string): readonly string[] {
    const record = this.#record(path);
    if (!record) return [];
    return (record.puts ??= namesPutIn(this.textOf(path) ?? ''));
  }

  /** The types that a module declares. */
  typesAt(path: string): ReadonlyMap<string, DeclaredType> {
    const record = this.#record(path);
    if (!record) return NO_TYPES;
    return (record.types ??= typesIn(this.textOf(path) ?? ''));
  }

  /** True when a module that the text imports, or one behind it, has a text that is wanted. */
  reaches(text: string, from: string, wanted: TextPredicate): boolean {
    return this.#leads(this.importsOf(text, from), wanted);
  }

  /** The same of a module as the disk has it, its own text included. */
  concerns(path: string, wanted: TextPredicate): boolean {
    return this.#leads([path], wanted);
  }

  #leads(start: readonly string[], wanted: TextPredicate): boolean {
    const known = this.#reachedFor(wanted);
    const cameFrom = new Map<string, string | undefined>(start.map((path) => [path, undefined]));
    for (const path of cameFrom.keys()) {
      if (known.no.has(path)) continue;
      if (known.yes.has(path) || this.answers(path, wanted)) {
        for (let at: string | undefined = path; at !== undefined; at = cameFrom.get(at)) known.yes.add(at);
        return true;
      }
      if (cameFrom.size > MAX_REACHED) return false;
      for (const next of this.#edges(path)) if (!cameFrom.has(next)) cameFrom.set(next, path);
    }
    // Everything behind them was seen.
    for (const path of cameFrom.keys()) known.no.add(path);
    return false;
  }

  /** The paths of all modules that a text imports and of those behind them, nearest first. */
  reachable(text: string, from: string): readonly string[] {
    return this.closureOf(this.importsOf(text, from));
  }

  /** These modules and all behind them, nearest first. */
  closureOf(start: readonly string[]): readonly string[] {
    const found = new Set(start);
    for (const path of found) {
      if (found.size > MAX_REACHED) break;
      for (const next of this.#edges(path)) found.add(next);
    }
    return [...found];
  }

  /** The text of a module, as the disk has it; undefined where it cannot be read. */
  textOf(path: string): string | undefined {
    return this.#texts.get(path, this.disk.stamp(path), () => {
      const read = this.disk.read(path, MAX_BYTES);
      return typeof read === 'string' ? undefined : read;
    });
  }

  #reachedFor(wanted: TextPredicate): Reached {
    let reached = this.#reached.get(wanted);
    if (reached?.version !== this.#version) {
      reached = { version: this.#version, yes: new Set(), no: new Set() };
      this.#reached.set(wanted, reached);
    }
    return reached;
  }

  #leadTo(specifiers: readonly string[], from: string): readonly string[] {
    const found = new Set<string>();
    for (const specifier of specifiers) {
      const located = this.resolution.locate(specifier, from);
      if (located.kind === 'file' && isModuleFile(located.path)) found.add(located.path);
    }
    return [...found];
  }

  #edges(path: string): readonly string[] {
    const record = this.#record(path);
    if (!record) return [];
    if (record.edges === undefined || record.edgesOf !== this.#epoch) {
      record.edges = this.#leadTo(record.specifiers, path);
      record.edgesOf = this.#epoch;
    }
    return record.edges;
  }

  /** Whether the text of a module is wanted, as the disk has it. */
  answers(path: string, wanted: TextPredicate): boolean {
    const record = this.#record(path);
    if (!record) return false;
    let answer = record.answers.get(wanted);
    if (answer === undefined) {
      answer = wanted(this.textOf(path) ?? '');
      record.answers.set(wanted, answer);
    }
    return answer;
  }

  /** What is known of a module. Compared with the disk once an epoch. */
  #record(path: string): TextRecord | undefined {
    const known = this.#records.get(path);
    if (known?.checkedIn === this.#epoch) return known;
    const stamp = this.disk.stamp(path);
    if (known && known.stamp === stamp) {
      known.checkedIn = this.#epoch;
      return known;
    }
    if (known) {
      this.#records.delete(path);
      this.#version += 1;
    }
    const text = stamp === undefined ? undefined : this.textOf(path);
    if (text === undefined || stamp === undefined) return undefined;
    const specifiers = extname(path) === '.json' ? [] : importedSpecifiers(text);
    const record: TextRecord = {
      stamp,
      specifiers,
      answers: new Map(),
      puts: undefined,
      types: undefined,
      hands: undefined,
      edges: undefined,
      edgesOf: 0,
      checkedIn: this.#epoch,
    };
    this.#records.set(path, record);
    return record;
  }
}

/** Shared by all rules, files and parsers of the process. */
export const projectTexts = new ModuleTexts();
