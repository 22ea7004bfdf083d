#!/usr/bin/env node
/**
 * The program `claude-compliance`.
 */
import { main } from './audit/command/index.ts';

// Whoever reads only the beginning, as `head` does, ends nothing.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
