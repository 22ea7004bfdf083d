/** What the model risk committee approved. */
export const request = Object.freeze({ model: 'claude-sonnet-4-6', max_tokens: 1500, inference_geo: 'us' });

export const label = 'confidential';
