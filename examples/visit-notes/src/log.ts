import pino from 'pino';

const root = pino({ level: process.env.LOG_LEVEL ?? 'info' });

/** A logger for one part of the program. */
export const logFor = (part: string) => root.child({ part });
