// The recognised ways to call Claude, one snippet each. docs/ways-to-call.md is made of it; tests lint every snippet, and
// `npm run ways` applies what the lint suggests and checks the types against the packages in facts/.

/** Values that snippets take from somewhere else. */
export const GIVEN = `declare const note: string;
declare const messages: { role: 'user'; content: string }[];
`;

const way = (packages, row, content, code, more = {}) => ({
  packages,
  row,
  content,
  code,
  checkedOn: '2026-11-29',
  ...more,
});

/**
 * `row`: the row of the surface whose operation it is, which tells the places of the model and the geography.
 * `content`: where the prompt stands. `typed: false`: the package is not among those in facts/.
 */
export const WAYS = [
  way(
    '@anthropic-ai/sdk',
    'anthropic.create',
    'messages, system',
    `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });`,
  ),
  way(
    '@anthropic-ai/sdk',
    'anthropic.batchesCreate',
    'requests[].params.messages',
    `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const batch = client.messages.batches.create({
  requests: [{ custom_id: 'a', params: { model: 'claude-opus-5', max_tokens: 1024, messages } }],
});`,
  ),
  way(
    '@anthropic-ai/sdk',
    'anthropic.toolRunner',
    'messages',
    `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const runner = client.beta.messages.toolRunner({ model: 'claude-opus-5', max_tokens: 1024, messages, tools: [], thread: false });`,
  ),
  way(
    '@anthropic-ai/aws-sdk',
    'anthropic.create',
    'messages, system',
    `import { AnthropicAws } from '@anthropic-ai/aws-sdk';
const client = new AnthropicAws({ awsRegion: 'us-east-1' });
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });`,
  ),
  way(
    '@anthropic-ai/google-cloud-sdk',
    'anthropic.create',
    'messages, system',
    `import { AnthropicGoogleCloud } from '@anthropic-ai/google-cloud-sdk';
const client = new AnthropicGoogleCloud();
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });`,
  ),
  way(
    '@anthropic-ai/bedrock-sdk',
    'anthropic.create',
    'messages, system',
    `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock({ awsRegion: 'us-east-1' });
export const answer = client.messages.create({ model: 'us.anthropic.claude-opus-5', max_tokens: 1024, messages });`,
    { place: 'awsRegion, and the profile in the model' },
  ),
  way(
    '@anthropic-ai/vertex-sdk',
    'anthropic.create',
    'messages, system',
    `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
const client = new AnthropicVertex({ region: 'us-east5', projectId: 'p' });
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });`,
    { place: 'region' },
  ),
  way(
    '@anthropic-ai/foundry-sdk',
    'anthropic.create',
    'messages, system',
    `import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
const client = new AnthropicFoundry({ resource: 'r' });
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });`,
    { place: 'the deployment' },
  ),
  way(
    '@anthropic-ai/claude-agent-sdk',
    'agent-sdk.query',
    'prompt',
    `import { query } from '@anthropic-ai/claude-agent-sdk';
export const run = query({ prompt: note, options: { model: 'claude-opus-5' } });`,
  ),
  way(
    'ai, @ai-sdk/anthropic',
    'ai.generateText',
    'prompt, messages, system',
    `import { anthropic } from '@ai-sdk/anthropic';
import { generateText } from 'ai';
export const answer = generateText({ model: anthropic('claude-opus-5'), prompt: note });`,
  ),
  way(
    '@ai-sdk/anthropic',
    'ai.model.doGenerate',
    'prompt',
    `import { anthropic } from '@ai-sdk/anthropic';
export const answer = anthropic('claude-opus-5').doGenerate({
  prompt: [{ role: 'user', content: [{ type: 'text', text: note }] }],
});`,
  ),
  way(
    'ai, @ai-sdk/anthropic',
    'ai.AgentClass',
    'prompt, messages of its calls',
    `import { anthropic } from '@ai-sdk/anthropic';
import { ToolLoopAgent } from 'ai';
export const agent = new ToolLoopAgent({ model: anthropic('claude-opus-5') });`,
  ),
  way(
    '@langchain/anthropic',
    'langchain.ChatAnthropic',
    'the argument of invoke and its like',
    `import { ChatAnthropic } from '@langchain/anthropic';
const model = new ChatAnthropic({ model: 'claude-opus-5' });
export const answer = model.invoke(note);`,
  ),
  way(
    'langchain',
    'langchain.initChatModel',
    'the argument of invoke and its like',
    `import { initChatModel } from 'langchain';
export const model = initChatModel('anthropic:claude-opus-5');`,
  ),
  way(
    '@langchain/aws',
    'langchain.converse.Class',
    'the argument of invoke and its like',
    `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-opus-5', region: 'us-east-1' });`,
    { place: 'region, and the profile in the model' },
  ),
  way(
    '@langchain/google-vertexai',
    'langchain.vertex.Class',
    'the argument of invoke and its like',
    `import { ChatVertexAI } from '@langchain/google-vertexai';
export const model = new ChatVertexAI({ model: 'claude-opus-5', location: 'us-east5' });`,
    { place: 'location' },
  ),
  way(
    '@langchain/openai',
    'langchain.openai.Class',
    'the argument of invoke and its like',
    `import { ChatOpenAI } from '@langchain/openai';
export const model = new ChatOpenAI({ model: 'anthropic/claude-opus-5', configuration: { baseURL: 'https://openrouter.ai/api/v1' } });`,
  ),
  way(
    '@langchain/langgraph',
    'langchain.reactAgent',
    'messages of its calls',
    `import { ChatAnthropic } from '@langchain/anthropic';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
export const agent = createReactAgent({ llm: new ChatAnthropic({ model: 'claude-opus-5' }), tools: [] });`,
    { site: 'new ChatAnthropic' },
  ),
  way(
    '@llamaindex/anthropic',
    'llamaindex.Class',
    'messages of its calls',
    `import { Anthropic } from '@llamaindex/anthropic';
export const llm = new Anthropic({ model: 'claude-sonnet-4-6' as never });`,
  ),
  way(
    '@mastra/core',
    'mastra.Agent',
    'the argument of generate and stream',
    `import { Agent } from '@mastra/core/agent';
export const agent = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'anthropic/claude-opus-5' });`,
  ),
  way(
    '@openai/agents, @openai/agents-extensions',
    'openai-agents.AgentClass',
    'the input of run',
    `import { anthropic } from '@ai-sdk/anthropic';
import { Agent } from '@openai/agents';
import { aisdk } from '@openai/agents-extensions/ai-sdk';
export const agent = new Agent({ name: 'a', instructions: 'x', model: aisdk(anthropic('claude-opus-5')) });`,
  ),
  way(
    '@strands-agents/sdk',
    'strands.AnthropicClass',
    'the argument of invoke and stream',
    `import { AnthropicModel } from '@strands-agents/sdk/models/anthropic';
export const model = new AnthropicModel({ modelId: 'claude-opus-5' });`,
  ),
  way(
    '@strands-agents/sdk',
    'strands.BedrockClass',
    'the argument of invoke and stream',
    `import { BedrockModel } from '@strands-agents/sdk/models/bedrock';
export const model = new BedrockModel({ modelId: 'us.anthropic.claude-opus-5', region: 'us-east-1' });`,
    { place: 'region, and the profile in the model' },
  ),
  way(
    '@inngest/agent-kit',
    'inngest.model',
    'body.messages',
    `import { anthropic } from '@inngest/agent-kit';
export const model = anthropic({ model: 'claude-3-5-sonnet-latest', defaultParameters: { max_tokens: 1024 } });`,
  ),
  way(
    '@openrouter/ai-sdk-provider, ai',
    'ai.generateText',
    'prompt, messages, system',
    `import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText } from 'ai';
const openrouter = createOpenRouter();
export const answer = generateText({ model: openrouter('anthropic/claude-opus-5'), prompt: note });`,
    { place: 'none: a gateway' },
  ),
  way(
    'openai',
    'openai.create',
    'messages',
    `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
export const answer = client.chat.completions.create({ model: 'anthropic/claude-opus-5', messages });`,
    { place: 'none: a gateway' },
  ),
  way(
    '@aws-sdk/client-bedrock-runtime',
    'aws.ConverseCommand',
    'messages, system',
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'us-east-1' });
export const answer = client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-opus-5', messages: [{ role: 'user', content: [{ text: note }] }] }));`,
    { place: 'region, and the profile in the model' },
  ),
  way(
    '@tanstack/ai-anthropic',
    'tanstack.adapter',
    'messages of chat',
    `import { anthropicText } from '@tanstack/ai-anthropic';
export const adapter = anthropicText('claude-opus-5');`,
    { typed: false },
  ),
  way(
    '@genkit-ai/anthropic, genkit',
    'genkit.generate',
    'prompt, messages, system',
    `import { anthropic } from '@genkit-ai/anthropic';
import { genkit } from 'genkit';
const ai = genkit({ plugins: [anthropic()] });
export const answer = ai.generate({ model: anthropic.model('claude-opus-5'), prompt: note });`,
    { typed: false },
  ),
  way(
    '@effect/ai-anthropic',
    'effect.model',
    'prompt of its calls',
    `import { AnthropicLanguageModel } from '@effect/ai-anthropic';
export const model = AnthropicLanguageModel.model('claude-opus-5');`,
    { typed: false },
  ),
  way(
    '@browserbasehq/stagehand',
    'stagehand.Class',
    'what act, extract and observe are told',
    `import { Stagehand } from '@browserbasehq/stagehand';
export const stagehand = new Stagehand({ env: 'LOCAL', model: 'anthropic/claude-opus-5' });`,
    { typed: false },
  ),
  way(
    '@copilotkit/runtime',
    'copilotkit.AgentClass',
    'what users type',
    `import { BuiltInAgent } from '@copilotkit/runtime/v2';
export const agent = new BuiltInAgent({ model: 'anthropic/claude-opus-5' });`,
    { typed: false },
  ),
  way(
    '@opencode-ai/sdk',
    'opencode.prompt',
    'body.parts',
    `import { createOpencodeClient } from '@opencode-ai/sdk';
const client = createOpencodeClient();
export const answer = client.session.prompt({ path: { id: 'a' }, body: { model: { providerID: 'anthropic', modelID: 'claude-opus-5' }, parts: [{ type: 'text', text: note }] } });`,
    { typed: false },
  ),
  way(
    '@mariozechner/pi-ai',
    'pi-ai.complete',
    'messages',
    `import { complete, getModel } from '@mariozechner/pi-ai';
export const answer = complete(getModel('anthropic', 'claude-opus-5'), { messages });`,
    { typed: false },
  ),
  way(
    'portkey-ai',
    'portkey.complete',
    'messages',
    `import Portkey from 'portkey-ai';
const client = new Portkey({ provider: '@anthropic' });
export const answer = client.chat.completions.create({ model: 'claude-opus-5', messages });`,
    { typed: false, place: 'none: a gateway' },
  ),
  way(
    'fetch, axios, got, undici, node:https',
    'POST /v1/messages',
    'messages, system',
    `export const answer = fetch('https://api.anthropic.com/v1/messages', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-api-key': process.env['ANTHROPIC_API_KEY'] ?? '' },
  body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 1024, messages }),
});`,
  ),
  way(
    'child processes, execa, zx, Bun, Deno',
    'claude -p',
    'the words of the command, its input',
    `import { execFileSync } from 'node:child_process';
export const answer = execFileSync('claude', ['-p', note, '--model', 'claude-opus-5']);`,
  ),
];
