// Lints one text. A worker, so that hostile-inputs.test.ts can end it and give it a stack of any size.
import { parentPort, workerData } from 'node:worker_threads';
import { ESLint } from 'eslint';
import plugin from '../../dist/index.js';

const { code, filePath } = workerData;
const parser = filePath.endsWith('.ts') ? await import('@typescript-eslint/parser') : undefined;
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [parser ? { files: ['**/*.ts'], languageOptions: { parser } } : {}, ...plugin.configs.hipaa],
});
const results = await eslint.lintText(code, { filePath });
parentPort.postMessage(results.flatMap(({ messages }) => messages));
