/** What was signed off. A change needs a review. */
export const settings = {
  model: 'claude-sonnet-4-6',
  geography: 'us',
  maxTokens: 1024,
} as const;
