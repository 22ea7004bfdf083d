/** Inside the boundary. */
export const PLATFORM = {
  region: 'us-gov-west-1',
  model: 'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0',
  maxTokens: 1200,
  component: 'permit-letters',
  label: 'CUI',
} as const;
