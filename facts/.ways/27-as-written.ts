declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { execFileSync } from 'node:child_process';
export const answer = execFileSync('claude', ['-p', note, '--model', 'claude-opus-5']);
