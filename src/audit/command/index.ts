/**
 * The command `claude-compliance`.
 */
import { NAME, NAMESPACE, VERSION } from '../../meta.ts';
import { COMMON, nearest, parse, UsageError } from './arguments.ts';
import type { Given, Options } from './arguments.ts';
import { AUDIT, audit } from './audit.ts';
import { CHECK, check } from './check.ts';
import { EXPLAIN, explain } from './explain.ts';
import { DIFF, diff, FLEET, fleet, WAIVERS, waivers } from './records.ts';
import { EXIT } from './run.ts';
import { INIT, init, INSTRUCTIONS, instructions } from './setup.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { WriteError } from './write-files.ts';

interface Command {
  readonly usage: string;
  readonly help: string;
  readonly options: Options;
  /** @returns the exit code */
  readonly run: (given: Given, command: readonly string[], terminal: Terminal) => Promise<number> | number;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  audit: {
    usage: 'audit [paths] --pack NAME --out DIR',
    help: 'Evidence about every place that reaches Claude, in all formats.',
    options: AUDIT,
    run: audit,
  },
  check: {
    usage: 'check [paths] --pack NAME [--changed-since REV]',
    help: 'The gate: findings by call site and by cause.',
    options: CHECK,
    run: check,
  },
  fleet: {
    usage: 'fleet FILES… --out DIR',
    help: 'One page and one table over evidence of many repositories.',
    options: FLEET,
    run: fleet,
  },
  waivers: {
    usage: 'waivers [paths] --pack NAME [--ending 30d]',
    help: 'Who keeps which finding, until when and why.',
    options: WAIVERS,
    run: waivers,
  },
  diff: { usage: 'diff OLD NEW', help: 'What changed between two states.', options: DIFF, run: diff },
  explain: {
    usage: 'explain <rule | rule/message | feature | control>',
    help: 'What it is about.',
    options: EXPLAIN,
    run: explain,
  },
  init: {
    usage: 'init --pack NAME [--write]',
    help: 'What to add to a project. Changes no file that is there.',
    options: INIT,
    run: init,
  },
  instructions: {
    usage: 'instructions --pack NAME [--config]',
    help: 'The rules in force as a short text for whoever writes code.',
    options: INSTRUCTIONS,
    run: instructions,
  },
};

const EXIT_CODES =
  'Exit codes: 0 complete and without what is asked for, 1 findings, 2 usage or configuration, 3 no call sites with --require-call-sites, 4 incomplete, 130 interrupted.';

/**
 * Runs the command.
 *
 * @param args without the program's own names
 * @param program the file that was started, for threads
 * @returns the exit code
 */
export async function main(args: readonly string[], program?: URL): Promise<number> {
  const [name = '--help', ...rest] = args;
  const terminal = processTerminal({
    quiet: args.includes('--quiet') || args.includes('-q'),
    color: !args.includes('--no-color'),
    program,
  });
  try {
    if (name === '--version' || name === '-v') terminal.out(VERSION);
    else if (name === '--help' || name === '-h' || name === 'help') terminal.out(helpOf(rest[0]));
    else {
      const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
      if (!command) throw unknownCommand(name);
      const given = parse(rest, command.options);
      if (given.flag('help')) terminal.out(helpOf(name));
      else return await command.run(given, args, terminal);
    }
    return EXIT.clean;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.say(`${NAMESPACE}: ${error.message}`);
      return EXIT.usage;
    }
    if (error instanceof WriteError) {
      terminal.say(`${NAMESPACE}: ${error.message}`);
      return EXIT.incomplete;
    }
    // What failed may quote code: its message is for those who ask for it.
    const isAsked = (process.env['DEBUG'] ?? '').includes(NAMESPACE);
    const what = error instanceof Error ? error.name : 'an error';
    terminal.say(
      isAsked && error instanceof Error
        ? (error.stack ?? error.message)
        : `${NAMESPACE} failed (${what}). Run it with DEBUG=${NAMESPACE} and report what it prints.`,
    );
    return EXIT.incomplete;
  }
}

function unknownCommand(name: string): UsageError {
  const near = nearest(name, Object.keys(COMMANDS));
  const hint = near === undefined ? `Known: ${Object.keys(COMMANDS).join(', ')}.` : `Did you mean ${near}?`;
  return new UsageError(`There is no command ${JSON.stringify(name.slice(0, 40))}. ${hint}`);
}

function helpOf(name: string | undefined): string {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const rows = Object.values(COMMANDS).map(({ usage, help }) => `  ${usage}\n      ${help}`);
    return [`${NAME} ${VERSION}`, `Usage: ${NAMESPACE} <command>`, '', ...rows, '', EXIT_CODES].join('\n');
  }
  const options = Object.entries({ ...command.options, ...COMMON }).map(([key, { short, value, help }]) => {
    const flag = `${short === undefined ? '    ' : `-${short}, `}--${key}${value === undefined ? '' : ` ${value}`}`;
    return `  ${flag.padEnd(28)} ${help}`;
  });
  return [`Usage: ${NAMESPACE} ${command.usage}`, '', command.help, '', ...options, '', EXIT_CODES].join(
    '\n',
  );
}
