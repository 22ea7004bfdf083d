import { createLlm } from '@acme/llm';

export default createLlm('api');
