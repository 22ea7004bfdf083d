/**
 * Switches of Anthropic's own clients, of Claude Code and its Agent SDK, and of the cloud and OpenAI clients.
 */
import type { ContentSwitch } from './types.ts';

const CHECKED_ON = '2026-11-21';
const BODIES = 'the full request, with the prompt, and the full response';
const OFF = { code: 'false' };

const SDK = {
  packages: '`@anthropic-ai/sdk` 0.73 to 1.12 and its platform packages',
  source: '@anthropic-ai/sdk 1.12.0, client.mjs and internal/utils/log.mjs',
  checkedOn: CHECKED_ON,
  certainty: 'A',
} as const;

const CLAUDE_CODE = {
  packages: 'Claude Code, `@anthropic-ai/claude-agent-sdk`',
  source: 'https://code.claude.com/docs/en/monitoring-usage',
  checkedOn: CHECKED_ON,
  certainty: 'A',
} as const;

const AGENT_SDK = {
  packages: '`@anthropic-ai/claude-agent-sdk` 0.3.330',
  source: '@anthropic-ai/claude-agent-sdk 0.3.330, sdk.d.ts',
  checkedOn: CHECKED_ON,
  certainty: 'A',
} as const;

const otel = (name: string, writes: string, more = ''): ContentSwitch => ({
  id: name.toLowerCase(),
  title: `${name}=1`,
  message: 'content',
  writes,
  to: 'into the telemetry of Claude Code',
  instead: 'Remove the variable',
  ...CLAUDE_CODE,
  markers: { variables: [{ name, is: new RegExp(`^(?:1|true|yes|on${more})$`, 'i') }] },
});

export const CLIENT_SWITCHES: readonly ContentSwitch[] = [
  {
    id: 'sdk_debug_level',
    title: 'logLevel: "debug"',
    message: 'content',
    writes: BODIES,
    to: 'to the logger of the client, by default the console',
    instead: 'Set the level to "warn"',
    safe: 'warn',
    ...SDK,
    markers: {
      clients: [{ path: 'logLevel', is: /^debug$/ }],
      requests: [
        // Frameworks that pass options on to the client they make.
        { sdk: 'langchain', path: 'clientOptions.logLevel', is: /^debug$/ },
        { sdk: 'tanstack', path: 'logLevel', is: /^debug$/ },
      ],
      writes: [{ path: 'logLevel', is: /^debug$/ }],
    },
  },
  {
    id: 'anthropic_log',
    title: 'ANTHROPIC_LOG=debug',
    message: 'content',
    writes: BODIES,
    to: 'to the logger of every client without a level of its own, by default the console',
    instead: 'Remove the variable',
    ...SDK,
    markers: { variables: [{ name: 'ANTHROPIC_LOG', is: /^debug$/ }] },
  },
  {
    id: 'sdk_traces_content',
    title: 'openTelemetry.traces.contentMode: "content"',
    message: 'content',
    writes: 'messages, system prompts and tool arguments',
    to: 'into the attributes of OpenTelemetry spans',
    instead: 'Set it to "metadata_only"',
    safe: 'metadata_only',
    ...SDK,
    packages: '`@anthropic-ai/sdk` from 0.134',
    markers: { clients: [{ path: 'openTelemetry.traces.contentMode', is: /^content$/ }] },
  },
  {
    id: 'sdk_traces_content_variable',
    title: 'ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE=content',
    message: 'content',
    writes: 'messages, system prompts and tool arguments',
    to: 'into the attributes of OpenTelemetry spans',
    instead: 'Remove the variable',
    ...SDK,
    packages: '`@anthropic-ai/sdk` from 0.134',
    markers: {
      variables: [{ name: 'ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE', is: /^content$/ }],
    },
  },
  {
    id: 'telemetry_destination',
    title: 'content_mode: "content"',
    message: 'content',
    writes: 'prompts and completions of the organization',
    to: 'to the telemetry destination',
    instead: 'Set it to "metadata_only"',
    safe: 'metadata_only',
    ...SDK,
    source: '@anthropic-ai/sdk 1.12.0, resources/beta/organization',
    packages: '`@anthropic-ai/sdk` 1.x',
    markers: {
      calls: [
        {
          module: /^@anthropic-ai\//,
          names: ['create'],
          option: { argument: 0, path: 'content_mode', is: /^content$/ },
        },
        {
          module: /^@anthropic-ai\//,
          names: ['update'],
          option: { argument: 1, path: 'content_mode', is: /^content$/ },
        },
      ],
    },
  },
  otel('OTEL_LOG_USER_PROMPTS', 'the prompts of users'),
  otel('OTEL_LOG_ASSISTANT_RESPONSES', 'the answers of the model'),
  otel('OTEL_LOG_TOOL_CONTENT', 'inputs and outputs of tools'),
  otel('OTEL_LOG_TOOL_DETAILS', 'arguments of tools, shell commands among them'),
  otel('OTEL_LOG_RAW_API_BODIES', BODIES, '|file:.*'),
  {
    id: 'agent_debug',
    title: 'debug: true',
    message: 'content',
    writes: 'a detailed log of the session',
    to: 'to the debug output of the Claude Code process',
    instead: 'Leave it out',
    safe: OFF,
    ...AGENT_SDK,
    certainty: 'B',
    markers: { requests: [{ sdk: 'agent-sdk', path: 'options.debug', is: true }] },
  },
  {
    id: 'agent_debug_file',
    title: 'debugFile',
    message: 'content',
    writes: 'a detailed log of the session',
    to: 'to a file',
    instead: 'Leave it out',
    ...AGENT_SDK,
    certainty: 'B',
    markers: { requests: [{ sdk: 'agent-sdk', path: 'options.debugFile', is: 'given' }] },
  },
  {
    id: 'agent_debug_argument',
    title: 'extraArgs.debug',
    message: 'content',
    writes: 'a detailed log of the session',
    to: 'to the debug output of the Claude Code process',
    instead: 'Leave it out',
    ...AGENT_SDK,
    certainty: 'B',
    markers: {
      requests: [
        { sdk: 'agent-sdk', path: 'options.extraArgs.debug', is: 'present' },
        { sdk: 'agent-sdk', path: 'options.extraArgs.debug-to-stderr', is: 'present' },
        { sdk: 'agent-sdk', path: 'options.extraArgs.debug-file', is: 'present' },
      ],
    },
  },
  {
    id: 'agent_session_store',
    title: 'sessionStore',
    message: 'content',
    writes: 'the transcript of the session',
    to: 'to that store as well as to disk',
    instead: 'Leave it out, or see to it that the store keeps to your retention',
    ...AGENT_SDK,
    markers: { requests: [{ sdk: 'agent-sdk', path: 'options.sessionStore', is: 'given' }] },
  },
  {
    id: 'agent_persist_session',
    title: 'persistSession',
    message: 'persists',
    writes: 'the whole transcript',
    to: 'in plain text below the Claude configuration directory',
    instead: 'Set `persistSession: false`',
    safe: OFF,
    ...AGENT_SDK,
    neededBy: ['options.resume', 'options.continue', 'options.forkSession', 'options.resumeSessionAt'],
    masks: [{ sessionStore: true }],
    markers: {
      requests: [
        { sdk: 'agent-sdk', path: 'options.persistSession', is: 'missing' },
        { sdk: 'agent-sdk', path: 'options.persistSession', is: true },
      ],
    },
  },
  {
    id: 'bedrock_logger',
    title: 'logger',
    message: 'content',
    writes: 'the prompt and the completion of Converse calls',
    to: 'to that logger',
    instead: 'Leave the logger out',
    packages: '`@aws-sdk/client-bedrock-runtime` 3.1163',
    source: '@aws-sdk/client-bedrock-runtime 3.1163.0 (Converse in clear, InvokeModel masked)',
    checkedOn: CHECKED_ON,
    certainty: 'A',
    needs: { sdk: 'bedrock-runtime', operations: /converse/i },
    markers: {
      calls: [
        {
          module: /^@aws-sdk\/client-bedrock-runtime$/,
          names: ['BedrockRuntimeClient', 'BedrockRuntime'],
          option: { argument: 0, path: 'logger', is: 'given' },
        },
      ],
    },
  },
  {
    id: 'openai_debug_level',
    title: 'logLevel: "debug"',
    message: 'content',
    writes: BODIES,
    to: 'to the logger of the client, by default the console',
    instead: 'Set the level to "warn"',
    safe: 'warn',
    packages: '`openai` 6.49 and 7.57 against Anthropic’s endpoint',
    source: 'openai 7.57.0',
    checkedOn: CHECKED_ON,
    certainty: 'A',
    markers: { openai: [{ path: 'logLevel', is: /^debug$/ }] },
  },
  {
    id: 'openai_log',
    title: 'OPENAI_LOG=debug',
    message: 'content',
    writes: BODIES,
    to: 'to the logger of the OpenAI client that talks to Claude',
    instead: 'Remove the variable',
    packages: '`openai` 6.49 and 7.57 against Anthropic’s endpoint',
    source: 'openai 7.57.0',
    checkedOn: CHECKED_ON,
    certainty: 'A',
    needs: { sdk: 'openai' },
    markers: { variables: [{ name: 'OPENAI_LOG', is: /^debug$/ }] },
  },
];
