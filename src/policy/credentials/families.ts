/**
 * What a credential of Claude looks like, family by family.
 */
import type { Fact } from '../facts.ts';

/** One kind of credential. The first family whose shape a text has is the one that is named. */
export interface CredentialFamily extends Fact {
  readonly id: string;
  /** As a message names it, with its article. */
  readonly title: string;
  /** The whole credential: nothing else looks like this. */
  readonly exact?: RegExp;
  /** The same cut short, or with a body whose form is not known. */
  readonly loose?: RegExp;
  /** Characters that every credential of the family starts with and that say nothing about it. */
  readonly prefix: RegExp;
  /** The environment variable that it is usually read from; absent where none is documented. */
  readonly variable?: string;
  /** Other software has credentials of this shape: it counts beside a Claude client only. */
  readonly shared?: true;
  /** Made of capitals and digits only. */
  readonly oneCase?: true;
}

const AUTH = {
  source: 'https://platform.claude.com/docs/en/manage-claude/authentication',
  checkedOn: '2026-11-21',
  certainty: 'A',
} as const satisfies Fact;

const GITLEAKS = {
  source: 'https://github.com/gitleaks/gitleaks/tree/master/cmd/generate/config/rules',
  checkedOn: '2026-11-21',
  certainty: 'B',
} as const satisfies Fact;

/** 93 characters of base64url and `AA`, as the scanners of gitleaks, trufflehog and the vendor's agent SDK have it. */
const BODY = '[A-Za-z0-9_-]{93}AA(?![A-Za-z0-9_-])';
/** Not inside a longer word; an escape such as `\n` in front is none. */
const START = '(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt]))';

const shape = (source: string): RegExp => new RegExp(START + source, 'g');
const whole = (prefix: string): RegExp => shape(`${prefix}${BODY}`);
const atLeast = (prefix: string, length: number): RegExp =>
  shape(`${prefix}[A-Za-z0-9_-]{${String(length)},}`);

export const FAMILIES: readonly CredentialFamily[] = [
  {
    ...AUTH,
    id: 'api',
    title: 'a Claude API key',
    exact: whole('sk-ant-api03-'),
    loose: atLeast('sk-ant-api03-', 20),
    prefix: /^sk-ant-api03-/,
    variable: 'ANTHROPIC_API_KEY',
  },
  {
    ...AUTH,
    id: 'admin',
    title: 'an Admin API key',
    exact: whole('sk-ant-admin01-'),
    loose: atLeast('sk-ant-admin01-', 20),
    prefix: /^sk-ant-admin01-/,
    variable: 'ANTHROPIC_ADMIN_KEY',
  },
  {
    ...AUTH,
    id: 'compliance',
    title: 'a compliance access key',
    exact: whole('sk-ant-api01-'),
    loose: atLeast('sk-ant-api01-', 20),
    prefix: /^sk-ant-api01-/,
    variable: 'ANTHROPIC_COMPLIANCE_KEY',
  },
  {
    ...AUTH,
    id: 'oauth-access',
    title: 'a Claude OAuth access token',
    exact: atLeast('sk-ant-oat\\d\\d-', 60),
    loose: atLeast('sk-ant-oat\\d\\d-', 20),
    prefix: /^sk-ant-oat\d\d-/,
    variable: 'ANTHROPIC_AUTH_TOKEN',
  },
  {
    ...AUTH,
    id: 'oauth-refresh',
    title: 'a Claude OAuth refresh token',
    exact: atLeast('sk-ant-ort\\d\\d-', 60),
    loose: atLeast('sk-ant-ort\\d\\d-', 20),
    prefix: /^sk-ant-ort\d\d-/,
    source: 'public code',
    certainty: 'C',
  },
  {
    ...AUTH,
    id: 'session',
    title: 'a claude.ai session key',
    exact: atLeast('sk-ant-sid\\d\\d-', 60),
    loose: atLeast('sk-ant-sid\\d\\d-', 20),
    prefix: /^sk-ant-sid\d\d-/,
    source: 'public code',
    certainty: 'C',
  },
  {
    ...AUTH,
    id: 'hosted-session',
    title: 'a hosted-session token',
    exact: shape('sk-ant-(?:cc|si|req)-eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}'),
    loose: shape('sk-ant-(?:cc|si|req)-[A-Za-z0-9_-]{20,}(?:\\.[A-Za-z0-9_-]+)*'),
    prefix: /^sk-ant-(?:cc|si|req)-(?:eyJ)?/,
    source: 'https://code.claude.com/docs/en/claude-code-on-the-web',
  },
  {
    ...GITLEAKS,
    id: 'bedrock-long-term',
    title: 'a long-term Bedrock API key',
    exact: shape('ABSK[A-Za-z0-9+/]{109,269}={0,2}(?![A-Za-z0-9+/=])'),
    // "BedrockAPIKey-" in base64, with which every known one goes on.
    loose: shape('ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{20,}={0,2}'),
    prefix: /^ABSK(?:QmVkcm9ja0FQSUtleS)?/,
    variable: 'AWS_BEARER_TOKEN_BEDROCK',
  },
  {
    ...GITLEAKS,
    id: 'bedrock-short-term',
    title: 'a short-term Bedrock API key',
    // "bedrock.amazonaws.com" in base64.
    exact: shape('bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=_-]{20,}'),
    loose: shape('bedrock-api-key-[A-Za-z0-9+/=_-]{40,}'),
    prefix: /^bedrock-api-key-(?:YmVkcm9jay5hbWF6b25hd3MuY29t)?/,
    variable: 'AWS_BEARER_TOKEN_BEDROCK',
  },
  {
    ...GITLEAKS,
    id: 'aws-access-key-id',
    title: 'an AWS access key id',
    exact: shape('(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9_-])'),
    prefix: /^(?:A3T.|A[A-Z]{3})/,
    variable: 'AWS_ACCESS_KEY_ID',
    shared: true,
    oneCase: true,
  },
  {
    ...AUTH,
    id: 'other',
    title: 'a Claude credential',
    // Families to come are named as those there are; keys of the first months had no family.
    loose: shape('sk-ant-(?:[a-z]{2,12}\\d{0,3}-[A-Za-z0-9_-]{20,}|[A-Za-z0-9_-]{40,})'),
    prefix: /^sk-ant-(?:[a-z]{2,12}\d{0,3}-)?/,
    variable: 'ANTHROPIC_API_KEY',
    certainty: 'C',
  },
];

/** The start of `sk-ant-` in base64, as secrets of Kubernetes and code that hides a key have it. */
export const ENCODED = /(?<![A-Za-z0-9+/_-])c2stYW50L[A-Za-z0-9+/_-]{24,}={0,2}/g;

/**
 * Pieces of text without which a file holds no credential of a known shape, or of any shape under a name that
 * tells: what a file is scanned for first.
 */
export const CREDENTIAL_PIECES =
  /ant-(?:api|admin|oat|ort|sid|cc-|si-|req-)|sk-ant|["'`]ant-|(?:api|admin|oat|ort|sid)0\d|ABSK|bedrock-api-key|c2stYW50|BEARER_TOKEN_BEDROCK/;
