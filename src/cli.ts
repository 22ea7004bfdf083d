#!/usr/bin/env node
/**
 * The program `claude-compliance`.
 */
import { main } from './audit/command/index.ts';

process.exitCode = await main(process.argv.slice(2));
