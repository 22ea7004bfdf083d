/**
 * How each SDK spells a field of the Messages API in its own requests.
 */
import type { Operation, Sdk } from './types.ts';

/** `context_management` → `contextManagement`, key by key. */
export function camelCase(path: string): string {
  return path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Options of an SDK's own that become a field of the request: SDK → field → paths (seen on the wire, November 2026). */
const HELPERS: Readonly<Partial<Record<Sdk, Readonly<Record<string, readonly string[]>>>>> = {
  'ai-sdk': {
    'output_config.format': ['output', 'experimental_output'],
    'output_config.task_budget': ['providerOptions.anthropic.taskBudget'],
  },
  langchain: {
    'output_config.format': ['outputConfig.format', 'outputFormat'],
    'output_config.task_budget': ['outputConfig.task_budget', 'outputConfig.taskBudget'],
  },
  mastra: {
    'output_config.task_budget': ['defaultOptions.providerOptions.anthropic.taskBudget'],
  },
};

/** Operations that take a schema for their whole result. */
const OBJECT_OPERATIONS: ReadonlySet<string> = new Set(['generateObject', 'streamObject']);

/** The paths of an SDK's own options that become this field. */
export function helperPathsOf({ sdk, id }: Operation, path: string): readonly string[] {
  const own = HELPERS[sdk]?.[path] ?? [];
  return path === 'output_config.format' && OBJECT_OPERATIONS.has(id) ? ['schema'] : own;
}

/**
 * The paths at which an operation's request can carry a field.
 *
 * @param path the field in the API's own spelling, relative to one request to the model
 */
export function pathsOf(operation: Operation, path: string): readonly string[] {
  const batch = operation.kind === 'batch' ? 'requests[*].' : '';
  switch (operation.sdk) {
    case 'anthropic-sdk':
    case 'http':
    case 'openai':
      return [batch === '' ? path : `${batch}params.${path}`];
    case 'ai-sdk':
      return [`${batch}providerOptions.anthropic.${camelCase(path)}`];
    case 'copilotkit':
      return [`providerOptions.anthropic.${camelCase(path)}`];
    case 'mastra':
      return [`defaultOptions.providerOptions.anthropic.${camelCase(path)}`];
    case 'openai-agents':
      return [`modelSettings.providerData.providerOptions.anthropic.${camelCase(path)}`];
    case 'langchain':
      return [...new Set([path, camelCase(path), `invocationKwargs.${path}`])];
    case 'inngest':
      return [`defaultParameters.${path}`];
    case 'strands':
      return [`params.${path}`];
    case 'llamaindex':
      return [`additionalChatOptions.${path}`];
    case 'genkit':
      return [`config.${path}`];
    case 'effect':
      return [operation.request === 1 ? path : `config.${path}`];
    default:
      return [];
  }
}

/** The paths at which the options of a later call on a made object can carry a field. */
export function callPathsOf(operation: Operation, path: string): readonly string[] {
  switch (operation.sdk) {
    case 'ai-sdk':
    case 'mastra':
      return [`providerOptions.anthropic.${camelCase(path)}`];
    case 'langchain':
      return [...new Set([path, camelCase(path)])];
    case 'anthropic-sdk':
      return [path];
    default:
      return [];
  }
}

/** Where a request names models beside its own, in the API's spelling: fallbacks, and the model of an advisor. */
const FURTHER_MODELS = ['fallbacks[*].model', 'fallbacks', 'tools[*].model'];

/** The paths at which an operation's request can name models beside its own. */
export function furtherModelPathsOf(operation: Operation): readonly string[] {
  switch (operation.sdk) {
    case 'agent-sdk':
      return ['options.fallbackModel', 'options.agents.*.model'];
    case 'ai-sdk':
      return [
        ...furtherPaths(operation),
        `${operation.kind === 'batch' ? 'requests[*].' : ''}${GATEWAY_MODELS}`,
      ];
    case 'mastra':
      return [...furtherPaths(operation), 'model[*].model', `defaultOptions.${GATEWAY_MODELS}`];
    default:
      return furtherPaths(operation);
  }
}

/** The same for the options of a later call on a made object. */
export function furtherModelCallPathsOf(operation: Operation): readonly string[] {
  const own = operation.sdk === 'ai-sdk' || operation.sdk === 'mastra' ? [GATEWAY_MODELS] : [];
  return [...FURTHER_MODELS.flatMap((path) => callPathsOf(operation, path)), ...own];
}

/** Models that the Vercel gateway asks in turn. */
const GATEWAY_MODELS = 'providerOptions.gateway.models[*]';

function furtherPaths(operation: Operation): string[] {
  return FURTHER_MODELS.flatMap((path) => pathsOf(operation, path));
}

/** Methods of an API client that lead to its resources; what is called below them is told by its path. */
export const RESOURCES: ReadonlySet<string> = new Set([
  'agents',
  'batches',
  'completions',
  'compliance',
  'deploymentRuns',
  'deployments',
  'dreams',
  'environments',
  'evals',
  'files',
  'fineTuning',
  'memoryStores',
  'models',
  'organization',
  'sessions',
  'skills',
  'tunnels',
  'userProfiles',
  'vaults',
]);

/**
 * The API's name of a tool from the name an SDK's factory has: `codeExecution_20250825`,
 * `CodeExecution_20250522`, `toolSearchRegex_20251119`.
 *
 * @returns undefined for a name that is no factory
 */
export function toolTypeOf(factory: string): string | undefined {
  const [, name, date] = /^([A-Za-z][A-Za-z0-9]*)_(\d{8})$/.exec(factory) ?? [];
  if (name === undefined || date === undefined) return undefined;
  const snake = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  if (snake === 'mcp_toolset') return snake;
  return `${snake.replace(/^tool_search_(?=regex|bm25)/, 'tool_search_tool_')}_${date}`;
}

/** Where the requests of SDKs hold what the model is to read. */
const PROMPT_PATHS: readonly string[] = [
  'messages',
  'uiMessages',
  'system',
  'prompt',
  'input',
  'inputText',
  'instruction',
  'instructions',
  'contents',
  'chatRequest.messages',
  'documents',
  'query',
  'systemPrompts',
  'initial_events',
  'events',
  'requests[*].params.messages',
  'requests[*].params.system',
  'requests[*].prompt',
  'requests[*].messages',
];

/** SDKs of which a request wraps another that goes out as it is. */
const WRAPPING: ReadonlySet<Sdk> = new Set<Sdk>(['bedrock-runtime', 'gateway', 'http']);

/** Places that only one SDK has. */
const OWN_PATHS: Readonly<Partial<Record<Sdk, readonly string[]>>> = {
  inngest: ['body.messages', 'body.system'],
  opencode: ['body.arguments', 'body.parts', 'body.system', 'arguments', 'parts'],
};

/**
 * Where the requests of an SDK hold what the model is to read. Paths as in {@link RequestParams.get}.
 *
 * @param sdk undefined for a call on something that was made before
 */
export function promptPathsOf(sdk: Sdk | undefined): readonly string[] {
  if (sdk === undefined) return PROMPT_PATHS;
  return [...PROMPT_PATHS, ...(WRAPPING.has(sdk) ? ['body'] : (OWN_PATHS[sdk] ?? []))];
}
