'use strict';

const Anthropic = require('@anthropic-ai/sdk').default;

const client = new Anthropic();

exports.scoreAll = (charts) =>
  client.messages.batches.create({
    requests: charts.map((chart) => ({
      custom_id: chart.id,
      params: {
        model: 'claude-sonnet-4-6',
        max_tokens: 64,
        messages: [{ role: 'user', content: chart.text }],
      },
    })),
  });

exports.scoreAllInTheUnitedStates = (charts) =>
  client.messages.batches.create({
    requests: charts.map((chart) => ({
      custom_id: chart.id,
      params: {
        model: 'claude-sonnet-4-6',
        max_tokens: 64,
        inference_geo: 'us',
        messages: [{ role: 'user', content: chart.text }],
      },
    })),
  });
