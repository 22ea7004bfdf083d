/**
 * What clients take as options for their connection and key, and the variables they read where these are left
 * out. Read from the packages (versions beside their rows), November 2026.
 */
import type { ClientOptions } from './types.ts';

/** Variables that clients read a base URL from. */
export const BASE_URL_VARIABLES = [
  'ANTHROPIC_API_URL',
  'ANTHROPIC_AWS_BASE_URL',
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_BEDROCK_BASE_URL',
  'ANTHROPIC_BEDROCK_MANTLE_BASE_URL',
  'ANTHROPIC_FOUNDRY_BASE_URL',
  'ANTHROPIC_VERTEX_BASE_URL',
  'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
] as const;

/** Workload identity and the like: no static key at all. */
const IDENTITY = ['credentials', 'config', 'profile'];
const AWS = [
  'awsAccessKey',
  'awsSecretKey',
  'awsSecretAccessKey',
  'awsProfile',
  'providerChainResolver',
  'skipAuth',
];

const AI_SDK_BEDROCK = {
  baseUrls: ['baseURL'],
  credentials: ['apiKey', 'accessKeyId', 'credentialProvider'],
  variables: [],
} as const;

const LANGCHAIN = {
  baseUrls: ['anthropicApiUrl', 'baseURL', 'clientOptions.baseURL'],
  credentials: [
    'apiKey',
    'anthropicApiKey',
    'createClient',
    'clientOptions.apiKey',
    'clientOptions.authToken',
  ],
  variables: ['ANTHROPIC_API_KEY'],
} as const;

/** Options by the client that takes them. */
export const OPTIONS_OF = {
  anthropic: {
    baseUrls: ['baseURL'],
    credentials: ['apiKey', 'authToken', ...IDENTITY],
    variables: ['ANTHROPIC_API_KEY'],
  },
  'anthropic-aws': {
    baseUrls: ['baseURL'],
    credentials: ['apiKey', 'authToken', ...IDENTITY, ...AWS],
    variables: [],
  },
  bedrock: {
    baseUrls: ['baseURL'],
    credentials: ['apiKey', ...IDENTITY, ...AWS],
    variables: [],
  },
  foundry: {
    baseUrls: ['baseURL'],
    credentials: ['apiKey', 'azureADTokenProvider', ...IDENTITY],
    variables: ['ANTHROPIC_FOUNDRY_API_KEY'],
  },
  'google-cloud': { baseUrls: ['baseURL'], credentials: ['apiKey'], variables: [] },
  vertex: { baseUrls: ['baseURL'], credentials: ['accessToken', 'googleAuth', 'authClient'], variables: [] },
  aiSdk: {
    baseUrls: ['baseURL'],
    credentials: ['apiKey', 'authToken'],
    variables: ['ANTHROPIC_API_KEY'],
  },
  aiSdkBedrock: { ...AI_SDK_BEDROCK, anyVendor: 'by-requests' },
  aiSdkBedrockAnthropic: AI_SDK_BEDROCK,
  aiSdkVertex: { baseUrls: ['baseURL'], credentials: ['googleAuthOptions'], variables: [] },
  gateway: {
    baseUrls: ['baseURL'],
    credentials: ['apiKey'],
    variables: [],
    anyVendor: 'by-requests',
  },
  langchain: LANGCHAIN,
  langchainAny: { ...LANGCHAIN, anyVendor: 'by-requests' },
  llamaindex: {
    baseUrls: ['baseURL'],
    credentials: ['apiKey', 'session'],
    variables: ['ANTHROPIC_API_KEY'],
  },
  tanstack: { baseUrls: ['baseURL'], credentials: ['apiKey'], variables: ['ANTHROPIC_API_KEY'] },
  genkit: { baseUrls: [], credentials: ['apiKey'], variables: ['ANTHROPIC_API_KEY'] },
  effect: { baseUrls: ['apiUrl'], credentials: ['apiKey'], variables: [] },
  bedrockRuntime: {
    baseUrls: ['endpoint'],
    credentials: ['credentials', 'token', 'profile'],
    variables: [],
    anyVendor: 'by-requests',
  },
  openai: {
    baseUrls: ['baseURL'],
    credentials: ['apiKey'],
    variables: [],
    anyVendor: 'by-url',
  },
} as const satisfies Record<string, ClientOptions>;
