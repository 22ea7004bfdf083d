#!/usr/bin/env node
/**
 * The program `claude-compliance`.
 */
import { workerData } from 'node:worker_threads';
import { isThreadTask, judgeForParent } from './audit/collect/threads.ts';
import { main } from './audit/command/index.ts';

// Whoever reads only the beginning, as `head` does, ends nothing.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

if (isThreadTask(workerData)) judgeForParent(workerData);
else process.exitCode = await main(process.argv.slice(2), new URL(import.meta.url));
