import pino from 'pino';

const root = pino();

/** A function that logs for one part of the program. */
export const logFor =
  (part) =>
  (event, fields = {}) =>
    root.info({ part, ...fields }, event);
