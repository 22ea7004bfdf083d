import type { MessageCreateParams } from '@anthropic-ai/sdk';
import { claude } from './claude.ts';

const DEFAULTS = { model: 'claude-opus-4-6', max_tokens: 2048 };
const PINNED = { ...DEFAULTS, inference_geo: 'us' } as const;

export async function summarizeVisit(notes: string): Promise<string> {
  const message = await claude.messages.create({
    ...DEFAULTS,
    messages: [{ role: 'user', content: notes }],
  });
  return message.content[0]?.text ?? '';
}

export async function summarizeStay(notes: string): Promise<string> {
  const message = await claude.messages.create({
    ...PINNED,
    messages: [{ role: 'user', content: notes }],
  });
  return message.content[0]?.text ?? '';
}

export async function summarize(notes: string, overrides: Partial<MessageCreateParams>): Promise<string> {
  const message = await claude.messages.create({
    ...DEFAULTS,
    messages: [{ role: 'user', content: notes }],
    ...overrides,
  });
  return message.content[0]?.text ?? '';
}
