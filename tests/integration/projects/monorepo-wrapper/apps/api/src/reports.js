import model from './lib/claude.js';

export const report = (request) => model.messages.create({ ...request, inference_geo: null });

export const draft = (request) => model.beta.messages.stream(request);
