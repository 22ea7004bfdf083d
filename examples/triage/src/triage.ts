import type Anthropic from '@anthropic-ai/sdk';
import { client } from './client.js';

const MODEL = 'claude-sonnet-4-6';

/** The call as it should be: the place of processing is part of the request. */
export async function summarize(note: string) {
  return client.messages.create({
    model: MODEL,
    max_tokens: 1024,
    inference_geo: 'us',
    messages: [{ role: 'user', content: `Summarize this note:\n${note}` }],
  });
}

/** Forgot the geography: the workspace default decides. */
export async function urgency(note: string) {
  return client.messages.create({
    model: MODEL,
    max_tokens: 16,
    messages: [{ role: 'user', content: `How urgent is this, 1 to 5?\n${note}` }],
  });
}

/** Asks for a model that cannot be pinned. */
export async function translate(note: string) {
  return client.messages.create({
    model: 'claude-3-5-haiku-20241022',
    max_tokens: 1024,
    messages: [{ role: 'user', content: `Translate to Spanish:\n${note}` }],
  });
}

/** Anyone may pass anything: whether the request is pinned cannot be told from this file. */
export async function ask(params: Anthropic.MessageCreateParamsNonStreaming) {
  return client.messages.create({ ...params, model: MODEL });
}
