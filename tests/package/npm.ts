import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface ProcessResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever its exit code. */
export function run(program: string, args: readonly string[], cwd: string): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { cwd, env: outsideNpmScripts(process.env), maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        const exitCode = error ? error.code : 0;
        if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr });
        else reject(error ?? new Error(`${program} ended without an exit code`));
      },
    );
  });
}

/** What an `npm test` around us says about its own package is not for the packages made here. */
function outsideNpmScripts(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(?:package|lifecycle|command|config_local_prefix)|^NODE_OPTIONS$/.test(name),
    ),
  );
}

export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { exitCode, stdout, stderr } = await run('npm', args, cwd);
  if (exitCode !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** Adds packages to the project in `folder`, without running anything of theirs. */
export async function install(folder: string, packages: readonly string[]): Promise<void> {
  await npm(
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', ...packages],
    folder,
  );
}

export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
