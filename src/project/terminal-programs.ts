/**
 * Whether a file is a program that talks to a person at a terminal: what it prints is its product, not a log.
 */
import { packageOf } from './manifests.ts';

/** Packages that read a command line or ask questions at one. */
const COMMAND_LINES =
  /['"](?:@clack\/prompts|@inquirer\/[\w-]+|@oclif\/[\w-]+|cac|citty|cleye|commander|enquirer|inquirer|ink|meow|minimist|ora|prompts|prompt-sync|sade|vorpal|yargs(?:\/[\w-]+)?)['"]/;
const ARGUMENTS = /\bprocess\s*\.\s*argv\b|\bDeno\s*\.\s*args\b|\bparseArgs\b|\bBun\s*\.\s*argv\b/;

/** What a module has that waits for requests, or is called with them. */
const SERVES =
  /\.\s*listen\s*\(|\bcreateServer\s*\(|\b(?:Bun|Deno)\s*\.\s*serve\b|\bexport\s+(?:(?:async\s+)?function|const|let)\s+(?:DELETE|GET|PATCH|POST|PUT|handler|lambdaHandler)\b|\bexports\s*\.\s*handler\b/;

/**
 * True for a script with a `#!` line, for code that reads its command line, for a conversation over `readline`, and for
 * every file of a package that installs commands and nothing else (`bin` in its package.json, and neither `main` nor
 * `exports`: what a library prints is a log of the program that calls it). What serves requests is none, though it may read a port
 * from its command line; with a library for command lines it is one that waits for something, a sign-in.
 *
 * @param text the whole file
 */
export function isTerminalProgram(filename: string, text: string): boolean {
  if (text.startsWith('#!')) return true;
  if (COMMAND_LINES.test(text) || (ARGUMENTS.test(text) && !SERVES.test(text))) return true;
  if (/\breadline\b/.test(text) && /\bstdin\b/.test(text)) return true;
  const { bin, main, exports: exported } = packageOf(filename)?.content ?? {};
  return bin !== undefined && main === undefined && exported === undefined && !SERVES.test(text);
}
