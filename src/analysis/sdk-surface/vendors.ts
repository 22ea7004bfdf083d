/**
 * Vendors that are not Claude: by what their packages, their hosts and their clients are called. One row a vendor, with
 * whatever is known of it.
 */

interface VendorRow {
  readonly name: string;
  /** It offers models: its files, batches and browser switches could be taken for Claude's. */
  readonly models?: true;
  /** How the names of its packages begin. */
  readonly packages?: readonly string[];
  /** Its domains; hosts below them are its own, too. */
  readonly domains?: readonly string[];
  /** Words in the names of its clients' classes. */
  readonly clients?: readonly string[];
  /** Its package in LangChain's scope, which also names its module of chat models. */
  readonly langchain?: string;
}

const VENDORS: readonly VendorRow[] = [
  // Models, some of them behind the Messages protocol.
  {
    name: 'OpenAI',
    models: true,
    packages: ['openai'],
    domains: ['openai.com'],
    clients: ['OpenAI'],
    langchain: 'openai',
  },
  { name: 'Azure OpenAI', models: true, packages: ['@azure/openai'], langchain: 'azure' },
  {
    name: 'Google',
    models: true,
    packages: ['@google/', '@google-cloud/', 'googleapis', '@googleapis/'],
    domains: ['googleapis.com'],
    clients: ['Gemini'],
    langchain: 'google',
  },
  {
    name: 'Groq',
    models: true,
    packages: ['groq-sdk'],
    domains: ['groq.com'],
    clients: ['Groq'],
    langchain: 'groq',
  },
  {
    name: 'Mistral',
    models: true,
    packages: ['@mistralai'],
    domains: ['mistral.ai'],
    clients: ['Mistral'],
    langchain: 'mistral',
  },
  {
    name: 'Cohere',
    models: true,
    packages: ['cohere'],
    domains: ['cohere.ai', 'cohere.com'],
    clients: ['Cohere'],
    langchain: 'cohere',
  },
  { name: 'Together', models: true, packages: ['together-ai'], domains: ['together.ai', 'together.xyz'] },
  { name: 'Fireworks', models: true, domains: ['fireworks.ai'] },
  { name: 'Cerebras', models: true, packages: ['@cerebras/'], domains: ['cerebras.ai'] },
  { name: 'SambaNova', models: true, domains: ['sambanova.ai'] },
  { name: 'NVIDIA', models: true, domains: ['nvidia.com'] },
  { name: 'AI21', models: true, packages: ['ai21'], domains: ['ai21.com'] },
  { name: 'Ollama', models: true, packages: ['ollama'], clients: ['Ollama'], langchain: 'ollama' },
  { name: 'xAI', models: true, domains: ['x.ai'], langchain: 'xai' },
  { name: 'DeepSeek', models: true, domains: ['deepseek.com'], langchain: 'deepseek' },
  { name: 'Moonshot', models: true, domains: ['kimi.com', 'moonshot.ai', 'moonshot.cn'] },
  { name: 'Zhipu', models: true, domains: ['bigmodel.cn', 'z.ai'] },
  {
    name: 'MiniMax',
    models: true,
    domains: ['minimax.chat', 'minimax.com', 'minimax.io', 'minimaxi.chat', 'minimaxi.com', 'minimaxi.io'],
  },
  { name: 'Alibaba Cloud', models: true, domains: ['aliyuncs.com', 'qwen.ai'] },
  // Messages to people: a path or a method of the same name.
  { name: 'Twilio', packages: ['twilio'], domains: ['twilio.com', 'sendgrid.com'] },
  { name: 'Mailgun', packages: ['mailgun'], domains: ['mailgun.net'] },
  { name: 'Intercom', packages: ['intercom'], domains: ['intercom.io'] },
  { name: 'Sendbird', packages: ['@sendbird'] },
  { name: 'Slack', packages: ['@slack'], domains: ['slack.com'] },
  { name: 'LINE', packages: ['@line/'] },
  { name: 'Telnyx', packages: ['telnyx'] },
  { name: 'Plivo', packages: ['plivo'] },
  { name: 'MessageBird', packages: ['messagebird'], domains: ['messagebird.com'] },
  { name: 'Vonage', packages: ['@vonage'], domains: ['vonage.com'] },
  { name: 'Microsoft', packages: ['@microsoft/'] },
  { name: 'Meta', models: true, domains: ['facebook.com', 'llama.com', 'meta.ai', 'whatsapp.com'] },
  { name: 'Telegram', domains: ['telegram.org'] },
  { name: 'Discord', domains: ['discord.com'] },
  { name: 'Nylas', domains: ['nylas.com'] },
  { name: 'Sinch', domains: ['sinch.com'] },
  // Records and texts of an application.
  { name: 'Prisma', packages: ['@prisma'] },
  { name: 'translations', packages: ['i18next', 'next-intl', 'react-intl', 'vue-i18n'] },
];

const MODELS = VENDORS.filter(({ models }) => models);
const begins = (rows: readonly VendorRow[], source: string): boolean =>
  rows.some(({ packages = [] }) => packages.some((start) => source.toLowerCase().startsWith(start)));

/** True for a package of another vendor, with a `messages.create` or the like of its own. */
export function isVendorPackage(source: string): boolean {
  return begins(VENDORS, source);
}

/** True for a package of another vendor's models, whose files and batches might be meant. */
export function isModelVendorPackage(source: string): boolean {
  return begins(MODELS, source);
}

/** Providers of the AI SDK that have models of their own vendor, and no others. */
const OTHER_PROVIDERS =
  /^@ai-sdk\/(?:cerebras|cohere|deepseek|fireworks|google|groq|mistral|openai|perplexity|togetherai|xai)$/;

/** True for a package that gives another vendor's models. */
export function givesOtherModels(source: string): boolean {
  return OTHER_PROVIDERS.test(source) || isModelVendorPackage(source);
}

/** True for a host of another vendor, in lower case. */
export function isVendorHost(host: string): boolean {
  return VENDORS.some(({ domains = [] }) =>
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`)),
  );
}

/** True for the name of a class that makes a client of another vendor's models: `AzureOpenAI`. */
export function isVendorClient(name: string): boolean {
  return MODELS.some(({ clients = [] }) => clients.some((word) => name.includes(word)));
}

const IN_LANGCHAIN = MODELS.flatMap(({ langchain }) => langchain ?? []).join('|');

/** Packages of LangChain with chat models of other vendors. */
export const OTHER_CHAT_MODELS = new RegExp(
  `^(?:@langchain/(?:${IN_LANGCHAIN})|langchain/chat_models/(?!anthropic))`,
);
