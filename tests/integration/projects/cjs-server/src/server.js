'use strict';

const express = require('express');
const Anthropic = require('@anthropic-ai/sdk');
const { claude } = require('./claude');

const app = express();
const anthropic = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });

app.use(express.json());

app.post('/summaries', async (request, response) => {
  const message = await anthropic.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 1024,
    messages: [{ role: 'user', content: request.body.notes }],
  });
  response.json({ summary: message.content[0].text });
});

app.post('/translations', async (request, response) => {
  const message = await anthropic.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 1024,
    messages: [{ role: 'user', content: request.body.text }],
    inference_geo: 'us',
  });
  response.json({ translation: message.content[0].text });
});

app.post('/answers', (request, response) => {
  const stream = claude().messages.stream({
    model: 'claude-sonnet-4-6',
    max_tokens: 1024,
    messages: [{ role: 'user', content: request.body.question }],
    inference_geo: 'eu',
  });
  stream.on('text', (text) => response.write(text));
  stream.on('end', () => response.end());
});

app.post('/letters', async (request, response) => {
  const params = {
    model: 'claude-sonnet-4-6',
    max_tokens: 1024,
    messages: [{ role: 'user', content: request.body.history }],
  };
  params.inference_geo = process.env.CLAUDE_GEO;
  const message = await anthropic.messages.create(params);
  response.json({ letter: message.content[0].text });
});

app.listen(3000);
