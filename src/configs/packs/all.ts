import { RULE_NAMES } from '../../rules/names.ts';
import type { Pack } from './types.ts';

export const all: Pack = {
  title: 'All',
  audience: 'Teams that want to see everything the plugin can say: every rule, with its own defaults.',
  rules: Object.fromEntries(
    RULE_NAMES.map((rule) => [rule, { severity: 'error', reason: 'Every rule, with its own defaults.' }]),
  ),
  leftOut: {},
};
