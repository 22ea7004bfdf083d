/**
 * Switches of the AI SDK, LangChain, TanStack AI and Mastra.
 */
import { OTHER_CHAT_MODELS } from '../../analysis/sdk-surface/index.ts';
import type { ContentSwitch, Needs } from './types.ts';

const CHECKED_ON = '2026-11-21';
const BOTH = 'prompts and completions';
const OFF = { code: 'false' };

const AI_SDK = {
  source: 'https://ai-sdk.dev/docs/ai-sdk-core/telemetry',
  checkedOn: CHECKED_ON,
  certainty: 'A',
} as const;

/** A handler may have been given to a model of another vendor instead. */
const LANGCHAIN: Needs = { sdk: 'langchain', others: OTHER_CHAT_MODELS };
const LANGCHAIN_FACTS = {
  packages: '`@langchain/core` 1.4, `langchain` 1.5',
  source: '@langchain/core 1.4.0',
  checkedOn: CHECKED_ON,
  certainty: 'A',
} as const;

const RECORD_OFF = { recordInputs: false, recordOutputs: false };

export const FRAMEWORK_SWITCHES: readonly ContentSwitch[] = [
  {
    id: 'ai_sdk_experimental_telemetry',
    title: 'experimental_telemetry',
    message: 'content',
    writes: BOTH,
    to: 'into the attributes of OpenTelemetry spans',
    instead: 'Set `recordInputs` and `recordOutputs` to false',
    beside: RECORD_OFF,
    ...AI_SDK,
    packages: '`ai` 4 to 6',
    markers: { telemetry: { key: 'experimental_telemetry', default: 'off' } },
  },
  {
    id: 'ai_sdk_telemetry',
    title: 'telemetry',
    message: 'content',
    writes: BOTH,
    to: 'to the registered telemetry integrations',
    instead: 'Set `recordInputs` and `recordOutputs` of `telemetry` to false',
    beside: RECORD_OFF,
    ...AI_SDK,
    source: 'https://ai-sdk.dev/v7/docs/ai-sdk-core/telemetry',
    packages: '`ai` 7',
    markers: { telemetry: { key: 'telemetry', default: 'on-when-registered' } },
  },
  {
    id: 'ai_sdk_telemetry_integrations',
    title: 'globalThis.AI_SDK_TELEMETRY_INTEGRATIONS',
    message: 'content',
    writes: BOTH,
    to: 'to those integrations',
    instead: 'Leave it out',
    ...AI_SDK,
    source: 'ai 6.0.326, src/telemetry/telemetry-integration-registry.ts',
    packages: '`ai` 6',
    needs: { sdk: 'ai-sdk' },
    markers: { global: 'AI_SDK_TELEMETRY_INTEGRATIONS' },
  },
  {
    id: 'ai_sdk_stream_errors',
    title: 'onError',
    message: 'unhandled',
    writes: 'the error of a failed call, with the prompt in it',
    to: 'to the console',
    instead: 'Handle the error and log its name alone',
    safe: { code: '({ error }) => { console.error(error instanceof Error ? error.name : typeof error); }' },
    packages: '`ai` 6 and 7',
    source: 'ai 6.0.326 and 7.0.173, streamText and streamObject',
    checkedOn: CHECKED_ON,
    certainty: 'A',
    markers: {
      requests: [{ sdk: 'ai-sdk', operations: /^stream(?:Text|Object)$/, path: 'onError', is: 'missing' }],
    },
  },
  {
    id: 'langchain_verbose',
    title: 'verbose: true',
    message: 'content',
    writes: BOTH,
    to: 'to the console',
    instead: 'Set it to false',
    safe: OFF,
    ...LANGCHAIN_FACTS,
    markers: { requests: [{ sdk: 'langchain', path: 'verbose', is: true }] },
  },
  {
    id: 'langchain_chain_verbose',
    title: 'verbose: true',
    message: 'content',
    writes: BOTH,
    to: 'to the console',
    instead: 'Set it to false',
    safe: OFF,
    ...LANGCHAIN_FACTS,
    needs: LANGCHAIN,
    markers: {
      calls: [0, 1, 2].map((argument) => ({
        module: /^(?:@langchain\/(?!anthropic)|langchain(?:\/|$))/,
        option: { argument, path: 'verbose', is: true },
      })),
    },
  },
  {
    id: 'langchain_console_handler',
    title: 'new ConsoleCallbackHandler',
    message: 'content',
    writes: BOTH,
    to: 'to the console',
    instead: 'Leave the handler out',
    ...LANGCHAIN_FACTS,
    needs: LANGCHAIN,
    markers: {
      calls: [{ module: /^(?:@langchain\/core|langchain)(?:\/|$)/, names: ['ConsoleCallbackHandler'] }],
    },
  },
  {
    id: 'langchain_verbose_variable',
    title: 'LANGCHAIN_VERBOSE=true',
    message: 'content',
    writes: BOTH,
    to: 'to the console',
    instead: 'Remove the variable',
    ...LANGCHAIN_FACTS,
    needs: 'claude',
    markers: { variables: [{ name: 'LANGCHAIN_VERBOSE', is: /^true$/ }] },
  },
  {
    id: 'tanstack_debug',
    title: 'debug: true',
    message: 'content',
    writes: 'completions',
    to: 'to the console',
    instead: 'Set it to false',
    safe: OFF,
    packages: '`@tanstack/ai` with `@tanstack/ai-anthropic` 0.18',
    source: '@tanstack/ai-anthropic 0.18.11',
    checkedOn: CHECKED_ON,
    certainty: 'A',
    needs: { sdk: 'tanstack' },
    markers: {
      calls: [
        {
          module: /^@tanstack\/ai(?:$|-react|-client)/,
          names: ['chat'],
          option: { argument: 0, path: 'debug', is: true },
        },
      ],
    },
  },
  {
    id: 'mastra_default_logger',
    title: 'logger',
    message: 'unhandled',
    writes: 'the error of a failed call, with the request in it',
    to: 'to the console',
    instead: 'Set `logger: false`, or a logger that drops request bodies',
    safe: OFF,
    packages: '`@mastra/core` 1.71',
    source: '@mastra/core 1.71.0',
    checkedOn: CHECKED_ON,
    certainty: 'B',
    needs: { sdk: 'mastra' },
    markers: {
      calls: [
        {
          module: /^@mastra\/core(?:\/mastra)?$/,
          names: ['Mastra'],
          option: { argument: 0, path: 'logger', is: 'missing' },
        },
      ],
    },
  },
];
