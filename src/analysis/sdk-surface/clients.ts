/**
 * What each client takes as options, and the key it finds by itself where they are left out. Read from the packages
 * (versions beside their rows), November 2026.
 */
import {
  AWS_SLOTS,
  GOOGLE_AUTH_SLOTS,
  INIT_CHAT_MODEL_SLOTS,
  LANGCHAIN_AWS_SLOTS,
  LANGCHAIN_OPENAI_SLOTS,
  LANGCHAIN_SLOTS,
  OPENAI_SLOTS,
  OPENROUTER_SLOTS,
  PLUGIN_SLOTS,
  PORTKEY_SLOTS,
  slotsOf,
  STRANDS_AWS_SLOTS,
  TANSTACK_KEYED_SLOTS,
} from './credentials.ts';
import type { AmbientKey, ClientOptions } from './types.ts';

/** Workload identity and the like: no static key at all. */
const IDENTITY = ['credentials', 'config', 'profile'];

const ambient = (variable: string, ...unless: readonly string[]): AmbientKey => ({ variable, unless });

const BASE_URL = { baseUrls: ['baseURL'] };

const LANGCHAIN: ClientOptions = {
  baseUrls: ['anthropicApiUrl', 'baseURL', 'clientOptions.baseURL'],
  credentials: LANGCHAIN_SLOTS,
  ambient: ambient(
    'ANTHROPIC_API_KEY',
    'apiKey',
    'anthropicApiKey',
    'createClient',
    'clientOptions.apiKey',
    'clientOptions.authToken',
  ),
};

const TANSTACK: ClientOptions = {
  ...BASE_URL,
  credentials: slotsOf('anthropic', 1),
  ambient: ambient('ANTHROPIC_API_KEY', 'apiKey'),
};

/** Options by the client that takes them. */
export const CLIENTS = {
  anthropic: {
    ...BASE_URL,
    credentials: slotsOf('anthropic'),
    ambient: ambient('ANTHROPIC_API_KEY', 'apiKey', 'authToken', ...IDENTITY),
  },
  'anthropic-aws': { ...BASE_URL, region: 'awsRegion', credentials: slotsOf('anthropic-aws') },
  bedrock: { ...BASE_URL, region: 'awsRegion', credentials: slotsOf('bedrock') },
  foundry: {
    ...BASE_URL,
    credentials: slotsOf('foundry'),
    ambient: ambient('ANTHROPIC_FOUNDRY_API_KEY', 'apiKey', 'azureADTokenProvider', ...IDENTITY),
  },
  'google-cloud': { ...BASE_URL, credentials: slotsOf('google-cloud') },
  vertex: { ...BASE_URL, region: 'region', credentials: slotsOf('vertex') },
  aiSdk: {
    ...BASE_URL,
    credentials: slotsOf('anthropic'),
    ambient: ambient('ANTHROPIC_API_KEY', 'apiKey', 'authToken'),
  },
  aiSdkBedrock: { ...BASE_URL, region: 'region', credentials: slotsOf('bedrock'), vendors: 'by-model' },
  aiSdkBedrockAnthropic: { ...BASE_URL, region: 'region', credentials: slotsOf('bedrock') },
  aiSdkVertex: { ...BASE_URL, region: 'location', credentials: slotsOf('vertex') },
  gateway: { ...BASE_URL, credentials: slotsOf('vercel-gateway'), vendors: 'by-model' },
  langchain: LANGCHAIN,
  langchainAny: { ...LANGCHAIN, credentials: INIT_CHAT_MODEL_SLOTS, vendors: 'by-model' },
  llamaindex: {
    ...BASE_URL,
    credentials: PLUGIN_SLOTS,
    ambient: ambient('ANTHROPIC_API_KEY', 'apiKey', 'session'),
  },
  tanstack: TANSTACK,
  tanstackKeyed: { ...BASE_URL, credentials: TANSTACK_KEYED_SLOTS },
  genkit: {
    baseUrls: [],
    credentials: PLUGIN_SLOTS,
    ambient: ambient('ANTHROPIC_API_KEY', 'apiKey'),
  },
  // @genkit-ai/vertexai 1.x
  genkitGarden: { baseUrls: [], region: 'location', credentials: [], vendors: 'by-model' },
  effect: { baseUrls: ['apiUrl'], credentials: slotsOf('anthropic') },
  bedrockRuntime: {
    baseUrls: ['endpoint'],
    region: 'region',
    credentials: AWS_SLOTS,
    vendors: 'by-model',
  },
  openai: { ...BASE_URL, credentials: slotsOf('openai-compatible'), vendors: 'by-url' },
  // @langchain/aws 1.4.5, @langchain/community 1.1.29, @langchain/google-vertexai 2.3.2, @langchain/openai (2026-11-29).
  langchainBedrock: { baseUrls: [], region: 'region', credentials: LANGCHAIN_AWS_SLOTS, vendors: 'by-model' },
  langchainVertex: { baseUrls: [], region: 'location', credentials: GOOGLE_AUTH_SLOTS, vendors: 'by-model' },
  langchainOpenai: {
    baseUrls: ['configuration.baseURL'],
    credentials: LANGCHAIN_OPENAI_SLOTS,
    vendors: 'by-url',
  },
  aiSdkOpenai: { ...BASE_URL, credentials: OPENAI_SLOTS, vendors: 'by-url' },
  openrouter: { ...BASE_URL, credentials: OPENROUTER_SLOTS, vendors: 'by-model' },
  openrouterSdk: { baseUrls: ['serverURL'], credentials: OPENROUTER_SLOTS, vendors: 'by-model' },
  portkey: { ...BASE_URL, credentials: PORTKEY_SLOTS, vendors: 'by-model' },
  llamaindexBedrock: {
    baseUrls: [],
    region: 'region',
    credentials: AWS_SLOTS,
    vendors: 'by-model',
  },
  strandsBedrock: { baseUrls: [], region: 'region', credentials: STRANDS_AWS_SLOTS, vendors: 'by-model' },
  strandsAnthropic: {
    baseUrls: ['clientConfig.baseURL'],
    credentials: PLUGIN_SLOTS,
    ambient: ambient('ANTHROPIC_API_KEY', 'apiKey', 'client', 'clientConfig.apiKey'),
  },
  inngest: {
    baseUrls: ['baseUrl'],
    credentials: PLUGIN_SLOTS,
    ambient: ambient('ANTHROPIC_API_KEY', 'apiKey'),
  },
  effectBedrock: {
    baseUrls: ['apiUrl'],
    region: 'region',
    credentials: slotsOf('bedrock'),
    vendors: 'by-model',
  },
  tanstackVertex: { baseUrls: ['baseURL'], region: 'region', credentials: slotsOf('vertex', 1) },
} as const satisfies Record<string, ClientOptions>;

/** The same for a client that has its key from elsewhere: a clone, or one that another module makes. */
export function keyed({ baseUrls, region, credentials }: ClientOptions): ClientOptions {
  return { baseUrls, credentials, ...(region !== undefined && { region }) };
}
