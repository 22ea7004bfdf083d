import { createLlm, govLlm, llm } from '@acme/llm';

export async function answer(request) {
  return llm.messages.create(request);
}

export async function answerFromGovCloud(request) {
  return govLlm.messages.create(request);
}

export async function answerForBilling(question) {
  const billing = createLlm('billing');
  return billing.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 256,
    messages: [{ role: 'user', content: question }],
  });
}

export async function answerInTheUnitedStates(request) {
  return llm.messages.create({ ...request, inference_geo: 'us' });
}
