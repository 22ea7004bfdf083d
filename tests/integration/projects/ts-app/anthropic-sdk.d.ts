declare module '@anthropic-ai/sdk' {
  export interface Message {
    readonly content: readonly { readonly text: string }[];
  }

  export interface MessageCreateParams {
    model: string;
    max_tokens: number;
    messages: { role: 'assistant' | 'user'; content: string }[];
    inference_geo?: string | null;
    [extra: string]: unknown;
  }

  interface Messages {
    create(body: MessageCreateParams): Promise<Message>;
    stream(body: MessageCreateParams): { finalMessage(): Promise<Message> };
  }

  export default class Anthropic {
    constructor(options?: { apiKey?: string | undefined; maxRetries?: number });
    readonly messages: Messages;
    readonly beta: { readonly messages: Messages };
  }
}
