/**
 * Whether a file is a program that talks to a person at a terminal: what it prints is its product, not a log.
 */

/** Packages that read a command line or ask questions at one. */
const COMMAND_LINES =
  /['"](?:@clack\/prompts|@inquirer\/[\w-]+|@oclif\/[\w-]+|cac|citty|cleye|commander|enquirer|inquirer|ink|meow|minimist|ora|prompts|prompt-sync|sade|vorpal|yargs(?:\/[\w-]+)?)['"]/;
const ARGUMENTS = /\bprocess\s*\.\s*argv\b|\bDeno\s*\.\s*args\b|\bparseArgs\b|\bBun\s*\.\s*argv\b/;

/**
 * True for a script with a `#!` line, for code that reads its command line, and for a conversation over `readline`.
 *
 * @param text the whole file
 */
export function isTerminalProgram(text: string): boolean {
  if (text.startsWith('#!')) return true;
  if (ARGUMENTS.test(text) || COMMAND_LINES.test(text)) return true;
  return /\breadline\b/.test(text) && /\bstdin\b/.test(text);
}
