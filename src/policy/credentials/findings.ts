/**
 * What of a file's text is a credential, and where it stands. Holds secrets: only rules read it, and only the tail
 * of a secret leaves them.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { CredentialUse, FileAnalysis } from '../../analysis/index.ts';
import { stringsOf } from '../../analysis/values/object-view.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { CREDENTIAL_VARIABLES } from '../../analysis/sdk-surface/index.ts';
import { CREDENTIAL_PIECES, findCredentials, secretIn } from './index.ts';
import type { FoundCredential } from './index.ts';

/** A credential at a place of a file. */
export interface CredentialFinding {
  /** `given`: of no known shape, and given to Claude as one. */
  readonly certainty: 'exact' | 'given' | 'loose';
  readonly range: readonly [number, number];
  readonly secret: string;
  /** As a message names it. */
  readonly title: string;
  readonly where: string;
  /** The variable to read in its place. */
  readonly variable: string | undefined;
  /** What takes it, where that is known. */
  readonly use?: CredentialUse | undefined;
  /** The expression that holds it, with its whole text, where the language has expressions. */
  readonly expression?: { readonly node: Node; readonly value: string } | undefined;
}

/** What is looked at. */
export interface Scope {
  readonly comments: boolean;
  /** Only what has the exact shape of a credential. */
  readonly exactOnly: boolean;
}

interface Ranged {
  readonly range?: readonly [number, number] | undefined;
}

/** The credentials of a file of JavaScript or TypeScript. */
export function credentialsInCode(
  sourceCode: Readonly<TSESLint.SourceCode>,
  analysis: FileAnalysis,
  scope: Scope,
): CredentialFinding[] {
  const uses = analysis.credentialUses();
  const found: CredentialFinding[] = [];
  const secrets = new Set<string>();
  const { text } = sourceCode;
  const { comments = [] } = sourceCode.ast as { readonly comments?: readonly Ranged[] };
  const pieces = CREDENTIAL_PIECES.test(text) || /\bsk\b/.test(text);
  for (const hit of findCredentials(text, usesAws(analysis))) {
    secrets.add(hit.secret);
    const inComment = isIn(comments, hit.start);
    // A whole key in a comment is a leak like any other.
    if (inComment && !scope.comments && hit.certainty !== 'exact') continue;
    const place = inComment ? { where: 'in a comment' } : textPlaceOf(analysis.nodeAt(hit.start));
    if (!place) continue;
    const use = place.expression && useOf(uses, place.expression.node);
    found.push({ ...shown(hit, use), range: [hit.start, hit.end], use, ...place });
  }
  for (const { node, texts } of pieces ? analysis.compositions() : []) {
    for (const value of texts) {
      for (const hit of findCredentials(value, usesAws(analysis))) {
        if (secrets.has(hit.secret)) continue;
        secrets.add(hit.secret);
        const use = useOf(uses, node);
        const where = whereOf(node);
        found.push({ ...shown(hit, use), range: node.range, use, where, expression: { node, value } });
      }
    }
  }
  found.push(...givenSecrets(uses, found));
  return found.filter(
    ({ certainty, secret }) =>
      (!scope.exactOnly || certainty === 'exact') &&
      // A piece of a credential that is reported as a whole.
      !(
        certainty === 'loose' &&
        found.some((other) => other.secret !== secret && other.secret.includes(secret))
      ),
  );
}

/** The credentials of a file in any other language, by its text alone. */
export function credentialsInText(
  text: string,
  comments: readonly Ranged[],
  scope: Scope,
  isProse: boolean,
): CredentialFinding[] {
  const hits = findCredentials(text, /bedrock|claude|anthropic/i.test(text));
  const found = hits.map((hit): CredentialFinding => ({
    ...shown(hit, undefined),
    range: [hit.start, hit.end],
    where: isIn(comments, hit.start) ? 'in a comment' : 'in this file',
  }));
  // Prose shows how to set a variable; only the shape of a credential tells.
  if (!isProse) {
    for (const { name, value, range } of assignments(text)) {
      const secret = secretIn(value);
      if (secret === undefined || found.some((other) => overlap(other.range, range))) continue;
      const where = isIn(comments, range[0]) ? 'in a comment' : 'in this file';
      found.push({ certainty: 'given', range, secret, title: `\`${name}\``, where, variable: undefined });
    }
  }
  return found.filter(
    ({ certainty, where }) =>
      (scope.comments || certainty === 'exact' || where !== 'in a comment') &&
      (!scope.exactOnly || certainty === 'exact'),
  );
}

const NAMES = [...CREDENTIAL_VARIABLES].join('|');
const VALUE = `(?:"([^"\\n]*)"|'([^'\\n]*)'|([^\\s"',;#]+))`;
/** `NAME=value`, `NAME: value`, `"NAME": "value"`, and `name: NAME` with `value:` on the next line. */
const ASSIGNMENT = new RegExp(
  `(?<![A-Za-z0-9_])(?:${NAMES})["']?(?:[ \\t]*(?:=|:)[ \\t]*|[ \\t]*\\r?\\n[ \\t]*value:[ \\t]*)${VALUE}`,
  'dgi',
);

function* assignments(
  text: string,
): Generator<{ name: string; value: string; range: readonly [number, number] }> {
  for (const match of text.matchAll(ASSIGNMENT)) {
    const group = match.slice(1).findIndex((value: string | undefined) => value !== undefined) + 1;
    const range = match.indices?.[group];
    const name = /^\w+/.exec(match[0])?.[0];
    if (range && name) yield { name, value: match[group] ?? '', range };
  }
}

function shown(
  { family, certainty, secret }: FoundCredential,
  use: CredentialUse | undefined,
): Pick<CredentialFinding, 'certainty' | 'secret' | 'title' | 'variable'> {
  return { certainty, secret, title: family.title, variable: use?.variable ?? family.variable };
}

/** AWS credentials are Claude's where a client takes them that sends to Claude on AWS. */
function usesAws(analysis: FileAnalysis): boolean {
  return (
    analysis.callSites.some(({ platform }) => platform === 'bedrock' || platform === 'anthropic-aws') ||
    analysis
      .credentialTakers()
      .some(({ takes }) =>
        takes.credentials.some(({ path }) => /^(?:credentials\.)?(?:awsA|a)ccessKey/.test(path)),
      )
  );
}

function isIn(places: readonly Ranged[], index: number): boolean {
  return places.some(({ range }) => range && range[0] <= index && index < range[1]);
}

function overlap(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** The use that a value, or a string in it, goes to. */
function useOf(uses: readonly CredentialUse[], node: Node): CredentialUse | undefined {
  return uses.find(({ answers }) =>
    answers.some((answer) => answer.kind === 'known' && answer.node === node),
  );
}

type TextPlace = Pick<CredentialFinding, 'expression' | 'where'>;

/** What kind of text stands at a node; undefined for what is no text. */
function textPlaceOf(node: Node | undefined): TextPlace | undefined {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? inString(node, node.value) : undefined;
    case 'TemplateElement': {
      const template = node.parent;
      return {
        where: 'in a template',
        ...(template.type === 'TemplateLiteral' && {
          expression: {
            node: template,
            value: template.quasis.map((part) => part.value.cooked ?? '').join('\u0000'),
          },
        }),
      };
    }
    case 'JSXText':
      return { where: 'in JSX text' };
    case 'Identifier':
    case 'JSXIdentifier':
    case 'PrivateIdentifier':
      return undefined;
    default:
      return { where: 'in this file' };
  }
}

function inString(node: Node, value: string): TextPlace {
  return { where: 'in a string', expression: { node, value } };
}

function whereOf(node: Node): string {
  return node.type === 'Literal' ? 'in a string' : 'in strings that are put together';
}

/** What is given to Claude as a credential without having the shape of one. */
function givenSecrets(
  uses: readonly CredentialUse[],
  found: readonly CredentialFinding[],
): CredentialFinding[] {
  const given: CredentialFinding[] = [];
  const values = uses.flatMap((use) => (use.loopback ? [] : use.answers.map((answer) => ({ use, answer }))));
  // Where the secret itself is written comes before what is made of it.
  const rank = ({ answer }: (typeof values)[number]): number => (answer.node.type === 'Literal' ? 0 : 1);
  for (const { use, answer } of values.sort((a, b) => rank(a) - rank(b))) {
    const [pieces] = stringsOf([answer]);
    const [value] = pieces ?? [];
    if (pieces?.length !== 1 || typeof value !== 'string') continue;
    const secret = secretIn(value);
    const { node } = answer;
    const isKnown = [...found, ...given].some(
      (other) => overlap(other.range, node.range) || (node.type !== 'Literal' && other.secret === secret),
    );
    if (secret === undefined || isKnown) continue;
    given.push({
      certainty: 'given',
      range: node.range,
      secret,
      title: `\`${use.name}\``,
      where: whereOf(node),
      variable: use.variable,
      use,
      expression: { node, value },
    });
  }
  return given;
}
