/**
 * Strings of the shape of credentials, made at run time so that no scanner, ours included, finds any in the repository.
 */
import { createHash } from 'node:crypto';

/** Characters that look drawn at random and are the same in every run. */
export function random(
  length: number,
  seed: string,
  encoding: 'base64' | 'base64url' | 'hex' = 'base64url',
): string {
  let text = '';
  for (let i = 0; text.length < length; i += 1) {
    text += createHash('sha512')
      .update(`${seed} ${String(i)}`)
      .digest(encoding)
      .replace(/[=]/g, '');
  }
  return text.slice(0, length);
}

const claude = (family: string, seed: string): string =>
  ['sk', 'ant', family, `${random(93, seed)}AA`].join('-');

export const API_KEY = claude('api03', 'api');
export const OTHER_API_KEY = claude('api03', 'another');
export const ADMIN_KEY = claude('admin01', 'admin');
export const COMPLIANCE_KEY = claude('api01', 'compliance');
export const OAUTH_TOKEN = claude('oat01', 'access');
export const REFRESH_TOKEN = claude('ort01', 'refresh');
export const SESSION_KEY = claude('sid01', 'session');
export const HOSTED_TOKEN = [
  'sk',
  'ant',
  'si',
  `eyJ${random(40, 'h')}.${random(90, 'p')}.${random(43, 's')}`,
].join('-');
export const CODE_TOKEN = [
  'sk',
  'ant',
  'cc',
  `eyJ${random(40, 'h2')}.${random(90, 'p2')}.${random(43, 's2')}`,
].join('-');
export const TRUNCATED_KEY = API_KEY.slice(0, 44);
export const FUTURE_KEY = ['sk', 'ant', 'svc02', random(70, 'future')].join('-');
const BEDROCK_ID = Buffer.from(
  `BedrockAPIKey-${random(4, 'id', 'hex')}-at-471120958113:${random(57, 'bedrock', 'base64')}`,
).toString('base64');
export const BEDROCK_KEY = `ABSK${BEDROCK_ID}`;
export const SHORT_BEDROCK_KEY = `bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Credential=${random(60, 'short')}`).toString('base64')}`;
export const AWS_ID = `AKIA${random(60, 'aws', 'base64')
  .toUpperCase()
  .replace(/[^A-Z2-7]/g, '')
  .slice(0, 16)}`;
export const AWS_SECRET = random(40, 'secret', 'base64');
/** Of no known shape. */
export const OPAQUE = random(32, 'opaque', 'hex');

/** Every credential with a shape of its own, and the family that names it. */
export const SHAPED: readonly (readonly [key: string, title: string])[] = [
  [API_KEY, 'A Claude API key'],
  [ADMIN_KEY, 'An Admin API key'],
  [COMPLIANCE_KEY, 'A compliance access key'],
  [OAUTH_TOKEN, 'A Claude OAuth access token'],
  [REFRESH_TOKEN, 'A Claude OAuth refresh token'],
  [SESSION_KEY, 'A claude.ai session key'],
  [HOSTED_TOKEN, 'A hosted-session token'],
  [CODE_TOKEN, 'A hosted-session token'],
  [BEDROCK_KEY, 'A long-term Bedrock API key'],
  [SHORT_BEDROCK_KEY, 'A short-term Bedrock API key'],
];
