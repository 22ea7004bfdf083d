/**
 * The ESLint versions of the peer range: the newest, the last 9 and the oldest. Their types differ in
 * details only; the newest speaks for all.
 */
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import { ESLint as ESLint9 } from 'eslint-9';
import { defineConfig as defineConfig9 } from 'eslint-9/config';
import { ESLint as ESLintFloor } from 'eslint-floor';
import { defineConfig as defineConfigFloor } from 'eslint-floor/config';

export interface EslintVersion {
  readonly version: string;
  readonly ESLint: typeof ESLint;
  readonly defineConfig: typeof defineConfig;
}

export const ESLINT_VERSIONS: readonly EslintVersion[] = [
  { version: ESLint.version, ESLint, defineConfig },
  { version: ESLint9.version, ESLint: ESLint9, defineConfig: defineConfig9 },
  {
    version: ESLintFloor.version,
    ESLint: ESLintFloor as unknown as typeof ESLint,
    defineConfig: defineConfigFloor,
  },
];
