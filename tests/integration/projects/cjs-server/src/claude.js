'use strict';

const { Anthropic } = require('@anthropic-ai/sdk');

let shared;

function claude() {
  shared ??= new Anthropic();
  return shared;
}

async function ask(question) {
  const message = await claude().messages.create({
    model: 'claude-3-5-haiku-20241022',
    max_tokens: 256,
    inference_geo: 'us',
    messages: [{ role: 'user', content: question }],
  });
  return message.content[0].text;
}

async function askByHand(question) {
  const response = await fetch('https://api.anthropic.com/v1/messages', {
    method: 'POST',
    headers: { 'anthropic-version': '2023-06-01', 'x-api-key': process.env.ANTHROPIC_API_KEY },
    body: JSON.stringify({
      model: 'claude-sonnet-4-6',
      max_tokens: 256,
      messages: [{ role: 'user', content: question }],
    }),
  });
  return response.json();
}

module.exports = { ask, askByHand, claude };
