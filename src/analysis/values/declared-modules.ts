/**
 * Modules that users declare in settings: what they export is known by declaration, and not read.
 */
import type { DeclaredClients } from './answers.ts';

/** What is declared of a module, whichever relative spelling or extension names it. */
export function declaredExports<Exports>(
  source: string,
  declared: Readonly<Record<string, Exports>>,
): Exports | undefined {
  if (Object.hasOwn(declared, source)) return declared[source];
  const wanted = moduleTail(source);
  const match = Object.keys(declared).find((name) => {
    const tail = moduleTail(name);
    return name.startsWith('.') && (wanted === tail || wanted.endsWith(`/${tail}`));
  });
  return match === undefined ? undefined : declared[match];
}

function moduleTail(specifier: string): string {
  return specifier
    .replace(/^(?:\.{1,2}\/)+/, '')
    .replace(/\.[cm]?[jt]sx?$/, '')
    .replace(/\/index$/, '');
}

/** True for a module that users declare. */
export function isDeclared(source: string, declared: DeclaredClients): boolean {
  return declaredExports(source, declared) !== undefined;
}
