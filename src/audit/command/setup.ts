/**
 * `init` and `instructions`: what to add to a project, and the rules in force as a short text.
 */
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { composed } from '../../configs/compose.ts';
import type { PackName } from '../../configs/packs/index.ts';
import { NAME, NAMESPACE } from '../../meta.ts';
import { projectConfiguration } from '../collect/configuration.ts';
import { toolchain } from '../collect/eslint.ts';
import type { FileConfig, RuleSetting } from '../collect/judge-file.ts';
import { ruleText } from '../rule-texts.ts';
import { visible } from '../text.ts';
import { packsOf, RUN } from './arguments.ts';
import type { Given, Options } from './arguments.ts';
import { EXIT } from './run.ts';
import type { Terminal } from './terminal.ts';

const { pack, config } = RUN;

export const INIT: Options = {
  ...(pack && { pack }),
  write: {
    type: 'boolean',
    help: 'Write files that are not there yet. Files that are there are never changed.',
  },
};

/** Prints what to add, or writes what is not there. @throws {UsageError} */
export function init(given: Given, _command: readonly string[], terminal: Terminal): number {
  const packs = packsOf(given);
  for (const [name, text] of filesFor(packs)) {
    if (!given.flag('write')) terminal.out(`# ${name}\n${text}`);
    else if (existsSync(name) || (name === 'eslint.config.js' && hasConfig()))
      terminal.out(`${name} is there, and was left as it is. Add by hand:\n${text}`);
    else {
      // Fails where the file has come to be in the meantime.
      writeFileSync(name, text, { flag: 'wx' });
      terminal.out(`Wrote ${name}`);
    }
  }
  return EXIT.clean;
}

function hasConfig(): boolean {
  return ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].some((end) => existsSync(`eslint.config.${end}`));
}

function filesFor(packs: readonly PackName[]): readonly (readonly [name: string, text: string])[] {
  const [first = 'recommended'] = packs;
  const isOne = packs.length === 1;
  const entry = isOne
    ? `...claudeCompliance.configs[${JSON.stringify(first)}]`
    : `...composePacks(${packs.map((name) => JSON.stringify(name)).join(', ')})`;
  const helper = isOne ? '' : `import { composePacks } from '${NAME}/config';\n`;
  return [
    [
      'eslint.config.js',
      `import claudeCompliance from '${NAME}';\n${helper}\nexport default [\n  ${entry},\n  claudeCompliance.configs['credentials-everywhere'],\n];\n`,
    ],
    [`${NAMESPACE}.waivers.json`, '{ "waivers": [] }\n'],
  ];
}

export const INSTRUCTIONS: Options = { ...(pack && { pack }), ...(config && { config }) };

/** The rules in force as a text for people and programs that write code. @throws {UsageError} */
export async function instructions(
  given: Given,
  _command: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const packs = packsOf(given);
  const inForce = given.flag('config') ? await ofProject(packs) : { rules: composed(packs), settings: {} };
  terminal.out(instructionsText(inForce, packs));
  return EXIT.clean;
}

async function ofProject(packs: readonly PackName[]): Promise<FileConfig> {
  const cwd = realpathSync(process.cwd());
  const found = await projectConfiguration(packs, toolchain([cwd]), cwd, cwd).of('src/index.ts');
  return found ?? { rules: {}, settings: {} };
}

/** What every request needs here. */
export function instructionsText({ rules, settings }: FileConfig, packs: readonly PackName[]): string {
  const on = Object.entries(rules).filter(([, { severity }]) => severity !== 'off');
  const lines = on.map(([rule, setting]) => `- ${sentenceOf(rule, setting)}`);
  return [
    '# Code that calls Claude',
    '',
    `Judged by ${packs.join(' + ')} (${NAME}). Before you finish, run \`npx ${NAMESPACE} check --pack ${packs.join(',')}\`.`,
    '',
    'Every request needs:',
    '',
    ...lines,
    ...named(settings),
    '',
    'What cannot be mended now is waived with `// eslint-disable-next-line <rule> -- owner: team; ref: ticket; until: YYYY-MM-DD; reason: why`.',
    'Do not waive on your own: the owner decides.',
  ].join('\n');
}

function sentenceOf(rule: string, { severity, options = {} }: RuleSetting): string {
  const list = (key: string): string => {
    const value = options[key];
    return Array.isArray(value) ? value.map((one) => `\`${visible(String(one), 60)}\``).join(', ') : '';
  };
  const details: Readonly<Record<string, string>> = {
    'require-approved-model': list('models') && `One of ${list('models')}.`,
    'require-approved-provider': list('providers') && `One of ${list('providers')}.`,
    'require-approved-region': list('regions') && `Within ${list('regions')}.`,
    'require-audit-log':
      list('fields') &&
      `With ${list('fields')}${options['errorPath'] === true ? ', also when the request fails' : ''}.`,
    'require-inference-geo': list('allowed') && `\`inference_geo\` is one of ${list('allowed')}.`,
  };
  const more = details[rule];
  const weight = severity === 'warn' ? ' (warning)' : '';
  return `${ruleText(rule).description}. ${more === undefined || more === '' ? '' : `${more} `}(\`${rule}\`${weight})`;
}

const NAMED: Readonly<Record<string, string>> = {
  auditLoggers: 'Audit records are written with',
  clients: 'Requests go through',
  loggers: 'These write logs, and get no content',
  redactors: 'Content is redacted with',
};

/** The team's own gateway, writers and redactors. */
function named(settings: Readonly<Record<string, unknown>>): string[] {
  const own = settings[NAMESPACE];
  if (typeof own !== 'object' || own === null) return [];
  return Object.entries(own).flatMap(([key, value]: [string, unknown]) => {
    const what = NAMED[key];
    if (what === undefined || typeof value !== 'object' || value === null) return [];
    const names = Object.entries(value).flatMap(([name, is]: [string, unknown]) =>
      is === false ? [] : [`\`${visible(name, 80)}\``],
    );
    return names.length > 0 ? [`- ${what} ${names.join(', ')}.`] : [];
  });
}
