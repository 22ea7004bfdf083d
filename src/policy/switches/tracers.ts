/**
 * Tracers that record prompts and completions by default, reported where they are set up.
 */
import { OTHER_CHAT_MODELS } from '../../analysis/sdk-surface/index.ts';
import type { CallMarker, ContentSwitch, Mask, Needs } from './types.ts';

const CHECKED_ON = '2026-11-21';

const LANGSMITH_MASKS: readonly Mask[] = [
  { hideInputs: true, hideOutputs: true },
  { LANGSMITH_HIDE_INPUTS: true, LANGSMITH_HIDE_OUTPUTS: true },
  { LANGCHAIN_HIDE_INPUTS: true, LANGCHAIN_HIDE_OUTPUTS: true },
  { processInputs: true, processOutputs: true },
  { anonymizer: true },
];
const HIDE = 'hide inputs and outputs (`hideInputs` and `hideOutputs` of its `Client`)';

const LANGCHAIN: Needs = { sdk: 'langchain', others: OTHER_CHAT_MODELS };

interface Tracer {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly instead: string;
  readonly packages: string;
  readonly source: string;
  readonly writes?: string;
  readonly safe?: { readonly code: string };
  readonly masks?: readonly Mask[];
  readonly needs?: Needs;
  readonly calls: readonly CallMarker[];
}

const tracer = ({ calls, ...row }: Tracer): ContentSwitch => ({
  message: 'content',
  writes: 'prompts and completions',
  checkedOn: CHECKED_ON,
  certainty: 'A',
  ...row,
  markers: { calls },
});

const variable = (name: string): ContentSwitch => ({
  id: name.toLowerCase(),
  title: `${name}=true`,
  message: 'content',
  writes: 'prompts and completions of LangChain',
  to: 'to LangSmith',
  instead: 'Remove the variable, or set `LANGSMITH_HIDE_INPUTS` and `LANGSMITH_HIDE_OUTPUTS` beside it',
  packages: '`langsmith` 0.12, `@langchain/core` 1.4',
  source: 'https://docs.langchain.com/langsmith/mask-inputs-outputs',
  checkedOn: CHECKED_ON,
  certainty: 'A',
  needs: 'claude',
  masks: LANGSMITH_MASKS,
  markers: { variables: [{ name, is: /^true$/ }] },
});

/** What Sentry's integrations record when they are told to. */
const RECORDED = [
  ['recordInputs', 'prompts'],
  ['recordOutputs', 'completions'],
] as const;

const SENTRY =
  'https://docs.sentry.io/platforms/javascript/guides/nextjs/configuration/integrations/anthropic/';
const OFF = { code: 'false' };

const RECORD_OFF: readonly Mask[] = [{ recordInputs: false, recordOutputs: false }];

export const TRACER_SWITCHES: readonly ContentSwitch[] = [
  variable('LANGSMITH_TRACING'),
  variable('LANGSMITH_TRACING_V2'),
  variable('LANGCHAIN_TRACING'),
  variable('LANGCHAIN_TRACING_V2'),
  tracer({
    id: 'langchain_tracer',
    title: 'new LangChainTracer',
    to: 'to LangSmith',
    instead: `Leave it out, or ${HIDE}`,
    packages: '`@langchain/core` 1.4',
    source: 'https://docs.langchain.com/langsmith/mask-inputs-outputs',
    needs: LANGCHAIN,
    masks: LANGSMITH_MASKS,
    calls: [{ module: /^(?:@langchain\/core|langchain)(?:\/|$)/, names: ['LangChainTracer'] }],
  }),
  tracer({
    id: 'langsmith_wrappers',
    title: 'wrapSDK, wrapAnthropic, wrapClaudeAgentSDK, traceable',
    to: 'to LangSmith',
    instead: `Leave it out, or ${HIDE}`,
    packages: '`langsmith` 0.12',
    source: 'https://reference.langchain.com/javascript/langsmith/wrappers',
    masks: LANGSMITH_MASKS,
    calls: [
      { module: /^langsmith(?:\/|$)/, names: ['wrapSDK', 'traceable'], around: true },
      { module: /^langsmith\//, names: ['wrapAnthropic', 'wrapClaudeAgentSDK'] },
    ],
  }),
  tracer({
    id: 'langsmith_ai_sdk',
    title: 'wrapAISDK, AISDKExporter.getSettings',
    to: 'to LangSmith',
    instead: `Leave it out, or ${HIDE}`,
    packages: '`langsmith` 0.12',
    source: 'https://docs.langchain.com/langsmith/trace-with-vercel-ai-sdk',
    needs: 'claude',
    masks: LANGSMITH_MASKS,
    calls: [
      { module: /^langsmith\//, names: ['wrapAISDK', 'wrapAISDKModel'] },
      { module: /^langsmith\/vercel$/, names: ['getSettings'] },
    ],
  }),
  tracer({
    id: 'braintrust',
    title: 'wrapAnthropic, wrapClaudeAgentSDK',
    to: 'to Braintrust',
    instead: 'Leave it out, or mask with `setMaskingFunction`',
    packages: '`braintrust`',
    source: 'https://www.braintrust.dev/docs/integrations/ai-providers/anthropic',
    calls: [
      { module: /^braintrust$/, names: ['wrapAnthropic', 'wrapClaudeAgentSDK'] },
      { module: /^braintrust$/, names: ['wrapAISDKModel'], around: true },
    ],
  }),
  tracer({
    id: 'braintrust_ai_sdk',
    title: 'wrapAISDK',
    to: 'to Braintrust',
    instead: 'Leave it out, or mask with `setMaskingFunction`',
    packages: '`braintrust`',
    source: 'https://www.braintrust.dev/docs/integrations/ai-providers/anthropic',
    needs: 'claude',
    calls: [{ module: /^braintrust$/, names: ['wrapAISDK'] }],
  }),
  tracer({
    id: 'weave',
    title: 'wrapClaudeAgentSdk',
    to: 'to Weights & Biases',
    instead: 'Leave it out',
    packages: '`weave`',
    source: 'https://docs.wandb.ai/weave/reference/typescript-sdk/functions/wrapclaudeagentsdk',
    calls: [{ module: /^weave$/, names: ['wrapClaudeAgentSdk'] }],
  }),
  tracer({
    id: 'openinference',
    title: 'new AnthropicInstrumentation, new ClaudeAgentSDKInstrumentation',
    to: 'into the attributes of spans',
    instead: 'Set `traceConfig: { hideInputs: true, hideOutputs: true }`',
    packages: '`@arizeai/openinference-instrumentation-anthropic` and `-claude-agent-sdk`',
    source:
      'https://github.com/Arize-ai/openinference (instrumentation.ts), https://arize-ai.github.io/openinference/spec/configuration/trace-config.html',
    masks: [
      { hideInputs: true, hideOutputs: true },
      { OPENINFERENCE_HIDE_INPUTS: true, OPENINFERENCE_HIDE_OUTPUTS: true },
    ],
    calls: [
      {
        module: /^@arizeai\/openinference-instrumentation-(?:anthropic|claude-agent-sdk)$/,
        names: ['AnthropicInstrumentation', 'ClaudeAgentSDKInstrumentation'],
      },
    ],
  }),
  tracer({
    id: 'traceloop_instrumentation',
    title: 'new AnthropicInstrumentation',
    to: 'into the attributes of spans',
    instead: 'Set `traceContent: false`',
    packages: '`@traceloop/instrumentation-anthropic`',
    source:
      'https://github.com/traceloop/openllmetry-js (instrumentation-anthropic/src/types.ts: default true)',
    masks: [{ traceContent: false }, { TRACELOOP_TRACE_CONTENT: false }],
    calls: [{ module: /^@traceloop\/instrumentation-anthropic$/, names: ['AnthropicInstrumentation'] }],
  }),
  tracer({
    id: 'traceloop',
    title: 'initialize',
    to: 'into the attributes of spans',
    instead: 'Set `traceContent: false`',
    packages: '`@traceloop/node-server-sdk`',
    source: 'https://github.com/traceloop/openllmetry-js (initialize-options.interface.ts: default true)',
    needs: 'claude',
    masks: [{ traceContent: false }, { TRACELOOP_TRACE_CONTENT: false }],
    calls: [{ module: /^@traceloop\/node-server-sdk$/, names: ['initialize'] }],
  }),
  tracer({
    id: 'langfuse_langchain',
    title: 'new CallbackHandler',
    to: 'to Langfuse',
    instead: 'Leave the handler out, or give its span processor a `mask`',
    packages: '`@langfuse/langchain`, `langfuse-langchain`',
    source: 'https://js.reference.langfuse.com/modules/_langfuse_langchain.html',
    needs: LANGCHAIN,
    masks: [{ mask: true }],
    calls: [{ module: /^(?:@langfuse\/langchain|langfuse-langchain)$/, names: ['CallbackHandler'] }],
  }),
  tracer({
    id: 'posthog_client',
    title: 'new Anthropic of @posthog/ai',
    to: 'to PostHog',
    instead: 'Set `privacyMode: true` on the PostHog client',
    packages: '`@posthog/ai`',
    source: 'https://posthog.com/docs/llm-analytics/privacy-mode.md',
    masks: [{ privacyMode: true }, { posthogPrivacyMode: true }],
    calls: [{ module: /^@posthog\/ai(?:\/|$)/, names: ['Anthropic'] }],
  }),
  tracer({
    id: 'posthog_tracing',
    title: 'withTracing',
    to: 'to PostHog',
    instead: 'Set `posthogPrivacyMode: true`',
    packages: '`@posthog/ai`',
    source: '@posthog/ai 6.1.1, dist/vercel/index.d.ts',
    masks: [{ privacyMode: true }, { posthogPrivacyMode: true }],
    calls: [{ module: /^@posthog\/ai(?:\/|$)/, names: ['withTracing'], around: true }],
  }),
  ...RECORDED.map(([path, writes]) =>
    tracer({
      id: `sentry_${path}`,
      title: `${path}: true`,
      writes,
      to: 'to Sentry',
      instead: 'Set it to false',
      safe: OFF,
      packages: '`@sentry/node` from 10.12 and its siblings',
      source: SENTRY,
      calls: [
        { module: /^@sentry\//, names: ['anthropicAIIntegration'], option: { argument: 0, path, is: true } },
        {
          module: /^@sentry\//,
          names: ['instrumentAnthropicAiClient'],
          option: { argument: 1, path, is: true },
        },
      ],
    }),
  ),
  ...RECORDED.map(([path, writes]) =>
    tracer({
      id: `sentry_ai_sdk_${path}`,
      title: `${path}: true`,
      writes,
      to: 'to Sentry',
      instead: 'Set it to false',
      safe: OFF,
      packages: '`@sentry/node` from 9.27 and its siblings',
      source: 'https://docs.sentry.io/platforms/javascript/guides/remix/configuration/integrations/vercelai',
      needs: 'claude',
      calls: [
        { module: /^@sentry\//, names: ['vercelAIIntegration'], option: { argument: 0, path, is: true } },
      ],
    }),
  ),
  tracer({
    id: 'sentry_default_pii',
    title: 'sendDefaultPii: true',
    to: 'to Sentry, whose Anthropic integration is on by default',
    instead: 'Set it to false, or give `anthropicAIIntegration` `recordInputs: false, recordOutputs: false`',
    packages: '`@sentry/node` from 10.28 and its siblings',
    safe: OFF,
    source: SENTRY,
    needs: 'claude',
    masks: RECORD_OFF,
    calls: [
      {
        module: /^@sentry\//,
        names: ['init'],
        option: { argument: 0, path: 'sendDefaultPii', is: true },
      },
    ],
  }),
  {
    id: 'helicone',
    title: 'baseURL',
    message: 'content',
    writes: 'prompts and completions',
    to: 'to Helicone, which stores them',
    instead: 'Send the headers `Helicone-Omit-Request` and `Helicone-Omit-Response`',
    packages: 'any client with a base URL of Helicone’s',
    source: 'https://docs.helicone.ai/features/advanced-usage/omit-logs',
    checkedOn: CHECKED_ON,
    certainty: 'A',
    masks: [
      { 'Helicone-Omit-Request': true, 'Helicone-Omit-Response': true },
      { 'helicone-omit-request': true, 'helicone-omit-response': true },
    ],
    markers: {
      clients: [{ path: 'baseURL', is: /\bhelicone\.ai\b/ }],
      requests: [
        { sdk: 'langchain', path: 'clientOptions.baseURL', is: /\bhelicone\.ai\b/ },
        { sdk: 'langchain', path: 'anthropicApiUrl', is: /\bhelicone\.ai\b/ },
      ],
      calls: [
        {
          module: /^@ai-sdk\/anthropic$/,
          names: ['createAnthropic'],
          option: { argument: 0, path: 'baseURL', is: /\bhelicone\.ai\b/ },
        },
      ],
    },
  },
];
