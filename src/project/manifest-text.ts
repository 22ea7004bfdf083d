/**
 * What the texts of package.json and pnpm-workspace.yaml say.
 */

/** The fields of a package.json. */
export type ManifestContent = Readonly<Record<string, unknown>>;

/**
 * Reads a package.json.
 *
 * @returns the fields, or why it cannot be used, as the end of a sentence
 */
export function manifestContent(text: string): ManifestContent | string {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(content) ? content : 'is not a JSON object';
  } catch {
    return 'is not valid JSON';
  }
}

/** The name of a package; undefined where it has none: such a file says how modules are read, and is no package. */
export function packageName({ name }: ManifestContent): string | undefined {
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The patterns of `workspaces`, in either form. */
export function listedWorkspaces({ workspaces }: ManifestContent): readonly string[] {
  const listed = isRecord(workspaces) ? workspaces['packages'] : workspaces;
  return Array.isArray(listed) ? listed.filter((entry) => typeof entry === 'string') : [];
}

/** The list below `packages:` of a pnpm-workspace.yaml. No other part of YAML is in use there. */
export function pnpmWorkspaces(text: string): readonly string[] {
  const list = /^packages:[^\S\n]*\n((?:[^\S\n]*(?:-[^\n]*|#[^\n]*)?(?:\n|$))*)/m.exec(text)?.[1] ?? '';
  return [...list.matchAll(/^\s*-\s*(['"]?)([^'"\n#]+?)\1\s*(?:#.*)?$/gm)].map((match) => match[2] ?? '');
}

/** True for objects that are no lists. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
