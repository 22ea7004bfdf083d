/**
 * Where Claude Code, or an agent that drives it, is told to send: `env: { CLAUDE_CODE_USE_BEDROCK: '1' }`, beside the call or
 * in the environment of the process.
 */
import { variablesSet } from '../clients/environment.ts';
import { AGENT_SWITCHES, leavesOff } from '../sdk-surface/index.ts';
import type { Platform } from '../sdk-surface/index.ts';
import { contains } from '../syntax/nodes.ts';
import type { Answer, CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { literalOf } from '../values/answers.ts';

/**
 * The platform that a switch moves what a call starts to; undefined where none does.
 *
 * @param given what the environment that the call is handed has under a name
 */
export function movedTo(
  ev: Evaluator,
  call: CallNode,
  given: (variable: string) => readonly Answer[],
): Platform | undefined {
  return AGENT_SWITCHES.find(([name]) => given(name).some(isOn) || isSetFor(ev, call, name))?.[1];
}

function isOn(answer: Answer): boolean {
  return answer.kind === 'known' && answer.value.kind === 'literal' && !leavesOff(literalOf(answer));
}

/** The file sets it for its own process, or in the command that the call runs. */
function isSetFor(ev: Evaluator, call: CallNode, name: string): boolean {
  return variablesSet(ev, name).some(
    ({ by, certain, node, value }) =>
      certain &&
      (by === 'assignment' || by === 'call' || (by === 'command' && contains(call, node))) &&
      value.some(isOn),
  );
}
