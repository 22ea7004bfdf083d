/**
 * Where each SDK takes its credentials, and the environment variable that it reads in their place. Read from the
 * packages named in the other tables, November 2026.
 */
import type { CredentialSlot, Platform } from './types.ts';

const AWS: Readonly<Record<string, string>> = {
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  awsAccessKey: 'AWS_ACCESS_KEY_ID',
  awsSecretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  awsSecretKey: 'AWS_SECRET_ACCESS_KEY',
  awsSessionToken: 'AWS_SESSION_TOKEN',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  sessionToken: 'AWS_SESSION_TOKEN',
};

/** Option → variable, for the clients of each platform. An empty name: none is read. */
const OPTIONS: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  anthropic: {
    apiKey: 'ANTHROPIC_API_KEY',
    authToken: 'ANTHROPIC_AUTH_TOKEN',
    webhookKey: 'ANTHROPIC_WEBHOOK_SIGNING_KEY',
  },
  'anthropic-aws': { apiKey: 'ANTHROPIC_AWS_API_KEY', ...AWS },
  bedrock: { apiKey: 'AWS_BEARER_TOKEN_BEDROCK', ...AWS },
  foundry: { apiKey: 'ANTHROPIC_FOUNDRY_API_KEY' },
  // Each gateway has a variable of its own.
  gateway: { apiKey: '' },
  'google-cloud': { accessToken: '', apiKey: '' },
  // Of Anthropic's own endpoint it is ANTHROPIC_API_KEY, of any other that one's.
  'openai-compatible': { apiKey: '' },
  'vercel-gateway': { apiKey: 'AI_GATEWAY_API_KEY' },
  vertex: {
    accessToken: '',
    apiKey: 'GOOGLE_VERTEX_API_KEY',
    'googleAuthOptions.credentials.private_key': '',
  },
};

/** What every client takes beside, wherever it sends. */
const COMMON: Readonly<Record<string, string>> = {
  authToken: 'ANTHROPIC_AUTH_TOKEN',
  webhookKey: 'ANTHROPIC_WEBHOOK_SIGNING_KEY',
};

/** The variables that credentials of Claude are read from. */
export const CREDENTIAL_VARIABLES: ReadonlySet<string> = new Set([
  'ANTHROPIC_ADMIN_KEY',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_AWS_API_KEY',
  'ANTHROPIC_ENVIRONMENT_KEY',
  'ANTHROPIC_FOUNDRY_API_KEY',
  'ANTHROPIC_IDENTITY_TOKEN',
  'ANTHROPIC_WEBHOOK_SIGNING_KEY',
  'AWS_BEARER_TOKEN_BEDROCK',
  'CLAUDE_API_KEY',
  'CLAUDE_CODE_OAUTH_TOKEN',
]);

/** Headers of gateways that carry their key, and the variable that it is usually read from. */
const GATEWAY_HEADERS: Readonly<Record<string, string>> = {
  'cf-aig-authorization': '',
  'helicone-auth': 'HELICONE_API_KEY',
  'x-litellm-api-key': '',
  'x-portkey-api-key': 'PORTKEY_API_KEY',
};

/** Headers that carry a credential, in lower case: those of Claude's own platforms, and of gateways. */
export const CREDENTIAL_HEADERS = [
  'api-key',
  'authorization',
  'x-api-key',
  ...Object.keys(GATEWAY_HEADERS),
] as const;

/** The variable that the credential in a header is usually read from. */
export function headerVariable(platform: Platform, header: string): string | undefined {
  if (platform === 'anthropic' && header === 'authorization') return 'ANTHROPIC_AUTH_TOKEN';
  const variable = GATEWAY_HEADERS[header] ?? OPTIONS[platform]['apiKey'];
  return variable === '' ? undefined : variable;
}

function slot(argument: number, path: string, variable = ''): CredentialSlot {
  return { argument, path, ...(variable !== '' && { variable }) };
}

/** What a client of a platform takes in an options argument. */
export function slotsOf(platform: Platform, argument = 0, below = ''): readonly CredentialSlot[] {
  const options = { ...COMMON, ...OPTIONS[platform] };
  return Object.entries(options).map(([name, variable]) => slot(argument, below + name, variable));
}

/** The properties of a client that hold its credentials once it is made. */
export const HELD: Readonly<Record<string, string>> = { ...OPTIONS.anthropic, ...AWS };

const key = (argument: number, ...paths: readonly string[]): CredentialSlot[] =>
  paths.map((path) => slot(argument, path, 'ANTHROPIC_API_KEY'));

/** `createOpenRouter({ apiKey })`, `new OpenRouter({ apiKey })`. */
export const OPENROUTER_SLOTS: readonly CredentialSlot[] = [slot(0, 'apiKey', 'OPENROUTER_API_KEY')];

/** `new Portkey({ apiKey })`. */
export const PORTKEY_SLOTS: readonly CredentialSlot[] = [slot(0, 'apiKey', 'PORTKEY_API_KEY')];

/** `createOpenAICompatible({ apiKey })`: where it goes tells the variable. */
export const OPENAI_SLOTS: readonly CredentialSlot[] = [slot(0, 'apiKey')];

/** `new ChatOpenAI({ apiKey, configuration: { apiKey } })`, `new ChatOpenAI(model, { … })`. */
export const LANGCHAIN_OPENAI_SLOTS: readonly CredentialSlot[] = [0, 1].flatMap((argument) =>
  ['apiKey', 'openAIApiKey', 'configuration.apiKey'].map((path) => slot(argument, path)),
);

/** `complete(model, context, { apiKey })`. */
export const PI_AI_SLOTS: readonly CredentialSlot[] = [slot(2, 'apiKey')];

/** `new BedrockRuntimeClient({ credentials: { … }, token: { … } })`. */
export const AWS_SLOTS: readonly CredentialSlot[] = [
  ...Object.entries(AWS).map(([name, variable]) => slot(0, `credentials.${name}`, variable)),
  slot(0, 'token.token', 'AWS_BEARER_TOKEN_BEDROCK'),
];

/** `new ChatBedrockConverse({ credentials })`, `new BedrockChat({ awsAccessKeyId })`. */
export const LANGCHAIN_AWS_SLOTS: readonly CredentialSlot[] = [0, 1].flatMap((argument) => [
  ...AWS_SLOTS.map((option) => ({ ...option, argument })),
  slot(argument, 'awsAccessKeyId', 'AWS_ACCESS_KEY_ID'),
  slot(argument, 'awsSecretAccessKey', 'AWS_SECRET_ACCESS_KEY'),
  slot(argument, 'awsSessionToken', 'AWS_SESSION_TOKEN'),
]);

/** `new ChatVertexAI({ authOptions: { credentials: { private_key } } })`. */
export const GOOGLE_AUTH_SLOTS: readonly CredentialSlot[] = [
  slot(0, 'authOptions.credentials.private_key'),
  slot(1, 'authOptions.credentials.private_key'),
];

/** `new BedrockModel({ apiKey, clientConfig: { credentials } })`. */
export const STRANDS_AWS_SLOTS: readonly CredentialSlot[] = [
  slot(0, 'apiKey', 'AWS_BEARER_TOKEN_BEDROCK'),
  ...AWS_SLOTS.map((option) => ({ ...option, path: `clientConfig.${option.path}` })),
];

const CLIENT_OPTIONS = slotsOf('anthropic', 0, 'clientOptions.');

/** `new ChatAnthropic({ apiKey })`, `new ChatAnthropic(model, { apiKey })`. */
export const LANGCHAIN_SLOTS: readonly CredentialSlot[] = [0, 1].flatMap((argument) => [
  ...key(argument, 'apiKey', 'anthropicApiKey'),
  ...CLIENT_OPTIONS.map((option) => ({ ...option, argument })),
]);

/** `initChatModel("anthropic:…", { apiKey })`. */
export const INIT_CHAT_MODEL_SLOTS: readonly CredentialSlot[] = key(1, 'apiKey', 'anthropicApiKey');

/** `anthropic({ apiKey })` of Genkit, LlamaIndex, Inngest and Strands. */
export const PLUGIN_SLOTS: readonly CredentialSlot[] = key(0, 'apiKey');

/** `ai.generate({ config: { apiKey } })`. */
export const GENKIT_CALL_SLOTS: readonly CredentialSlot[] = key(0, 'config.apiKey');

/** `new Agent({ model: { id, apiKey } })`. */
export const MASTRA_SLOTS: readonly CredentialSlot[] = key(0, 'model.apiKey', 'model[*].model.apiKey');

/** `new Stagehand({ model: { modelName, apiKey } })`; its own `apiKey` is another service's. */
export const STAGEHAND_SLOTS: readonly CredentialSlot[] = key(0, 'model.apiKey', 'modelClientOptions.apiKey');

/** `createAnthropicChat(model, key, { … })`. */
export const TANSTACK_KEYED_SLOTS: readonly CredentialSlot[] = [
  slot(1, '', 'ANTHROPIC_API_KEY'),
  ...slotsOf('anthropic', 2),
];

/** `query({ options: { env: { ANTHROPIC_API_KEY } } })`. */
export const AGENT_SDK_SLOTS: readonly CredentialSlot[] = [
  ...CREDENTIAL_VARIABLES,
  ...new Set(Object.values(AWS)),
].map((name) => slot(0, `options.env.${name}`, name));
