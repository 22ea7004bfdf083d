/**
 * Variables of the environment that hold a key for Claude, and how teams name environments in them.
 */
import type { Fact } from './facts.ts';

interface KeyVariableRow extends Fact {
  readonly name: string;
}

const SDK: Fact = {
  source: '@anthropic-ai/sdk 1.12, its sibling packages and @ai-sdk/amazon-bedrock, as published',
  checkedOn: '2026-11-21',
  certainty: 'A',
};

/** The variables that SDKs read a key from. Tokens of workload identity are short-lived and not among them. */
export const KEY_VARIABLES: readonly KeyVariableRow[] = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_AWS_API_KEY',
  'ANTHROPIC_FOUNDRY_API_KEY',
  'AWS_BEARER_TOKEN_BEDROCK',
].map((name) => ({ name, ...SDK }));

/** Names that teams give: `CLAUDE_KEY`, `ANTHROPIC_API_KEY_PROD`, `STAGING_ANTHROPIC_API_KEY`. */
const OWN_NAME = /^(?:[A-Z0-9]+_)*(?:ANTHROPIC|CLAUDE)_(?:[A-Z0-9]+_)*(?:KEY|TOKEN)(?:_[A-Z0-9]+)*$/;
/** What is about a key and no key. */
const ABOUT_A_KEY =
  /_(?:ARN|COUNT|FILE|HASH|HEADER|ID|LENGTH|LIMIT|NAME|PATH|PREFIX|PUBLIC|SET|TTL|URL)$|(?:^|_)(?:CACHE|COUNT|ENVIRONMENT|IDENTITY|INPUT|MAX|OUTPUT|SESSION|SIGNING|WEBHOOK)_/;

/** True for variables that hold a key for Claude. */
export function isKeyVariable(name: string): boolean {
  if (KEY_VARIABLES.some((row) => row.name === name)) return true;
  return OWN_NAME.test(name) && !ABOUT_A_KEY.test(name);
}

/** Environment → how it is written in code and in variables. */
const ENVIRONMENTS: Readonly<Record<string, readonly string[]>> = {
  production: ['live', 'prd', 'prod', 'production'],
  staging: ['preprod', 'preproduction', 'stage', 'staging', 'stg', 'uat'],
  preview: ['preview'],
  sandbox: ['demo', 'sandbox'],
  test: ['ci', 'qa', 'test', 'testing'],
  development: ['dev', 'devel', 'development', 'local'],
};

const BY_WORD = new Map(
  Object.entries(ENVIRONMENTS).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
);

/** The environment that a word stands for: `prod` → production. */
export function environmentNamed(word: string): string | undefined {
  return BY_WORD.get(word.toLowerCase());
}

/** The environment that a variable is named for: `ANTHROPIC_API_KEY_PROD` → production. */
export function environmentOfVariable(name: string): string | undefined {
  for (const word of name.split('_')) {
    const found = environmentNamed(word);
    if (found !== undefined) return found;
  }
  return undefined;
}
