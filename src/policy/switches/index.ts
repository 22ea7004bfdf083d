/**
 * The catalogue of switches by which SDKs, frameworks and tracers log content themselves.
 */
import { CLIENT_SWITCHES } from './clients.ts';
import { FRAMEWORK_SWITCHES } from './frameworks.ts';
import { TRACER_SWITCHES } from './tracers.ts';
import type { ContentSwitch } from './types.ts';

export type { ContentSwitch } from './types.ts';

/** Every row. */
export const SWITCHES: readonly ContentSwitch[] = [
  ...CLIENT_SWITCHES,
  ...FRAMEWORK_SWITCHES,
  ...TRACER_SWITCHES,
];

/** The variables that turn a switch on, each with its row. */
export const VARIABLE_SWITCHES = SWITCHES.flatMap((row) =>
  (row.markers.variables ?? []).map((variable) => ({ row, ...variable })),
);

/** The names of these variables that concern Claude wherever they are set. */
export const OWN_VARIABLES: readonly string[] = VARIABLE_SWITCHES.filter(({ row }) => !row.needs).map(
  ({ name }) => name,
);
