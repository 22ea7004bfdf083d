const Anthropic = require('@anthropic-ai/sdk');

const client = new Anthropic();

/** Explains a decision that was made elsewhere. */
async function explain(decision) {
  const params = {
    model: 'claude-opus-4-6',
    max_tokens: 512,
    messages: [{ role: 'user', content: `Explain this decision: ${decision.reasonCodes.join(', ')}` }],
  };
  if (decision.region === 'US') params.inference_geo = 'us';
  return client.messages.create(params);
}

/** Overnight run over all open applications. */
async function explainAll(decisions) {
  return client.messages.batches.create({
    requests: decisions.map((decision) => ({
      custom_id: decision.id,
      params: {
        model: 'claude-opus-4-6',
        max_tokens: 512,
        inference_geo: 'eu',
        messages: [{ role: 'user', content: decision.reasonCodes.join(', ') }],
      },
    })),
  });
}

module.exports = { explain, explainAll };
