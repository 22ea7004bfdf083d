/**
 * Calls that may reach Claude, of which the code does not show whom they reach.
 */
import { literalText, unwrap } from '../../analysis/syntax/nodes.ts';
import type { CallNode, Node } from '../../analysis/syntax/types.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { Place } from '../model.ts';
import { codeName } from '../text.ts';
import type { Why } from '../words.ts';
import { calleePath } from './places.ts';
import type { Locator } from './places.ts';

/** A call that may reach Claude. */
export interface Candidate {
  readonly callee: string;
  readonly at: Place;
  readonly why: Why;
}

/** Functions of libraries that serve models of any vendor, and what is called on any client like Anthropic's. */
const ANY_VENDOR =
  /^(?:generateText|streamText|generateObject|streamObject|ToolLoopAgent|InvokeModelCommand|InvokeModelWithResponseStreamCommand|ConverseCommand|ConverseStreamCommand)$/;
const OWN_SHAPE = /(?:^|\.)messages\.(?:create|stream|batches\.create)$/;

const MAX_CANDIDATES = 50;

/**
 * The calls of a file that are no request as far as anybody can tell, and may be one.
 *
 * What names a model of another vendor is none.
 */
export function mayBeClaudeCall({ analysis, sourceCode, text }: CodeFile, where: Locator): Candidate[] {
  if (!/anthropic|claude|['"]ai['"]|client-bedrock-runtime/i.test(text)) return [];
  const taken = new Set<Node>([...analysis.callSites, ...analysis.handedSites()].map(({ node }) => node));
  const found: Candidate[] = [];
  const visit = (node: Node): void => {
    if (found.length >= MAX_CANDIDATES) return;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && !taken.has(node)) {
      const path = calleePath(node.callee);
      const name = path.split('.').at(-1) ?? '';
      const isLike = ANY_VENDOR.test(name) || OWN_SHAPE.test(path);
      if (isLike && !namesOtherModel(node))
        found.push({ callee: codeName(path), at: where.at(node.callee), why: 'untracked' });
    }
    const record: Readonly<Record<string, unknown>> = { ...node };
    for (const key of sourceCode.visitorKeys[node.type] ?? []) {
      const child = record[key];
      for (const inner of Array.isArray(child) ? child : [child]) if (isNode(inner)) visit(inner);
    }
  };
  visit(analysis.program);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

/** `model: openai("gpt-5")`, `model: "gpt-5"`. */
function namesOtherModel(call: CallNode): boolean {
  const [first] = call.arguments;
  if (first?.type !== 'ObjectExpression') return false;
  return first.properties.some((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return false;
    if (property.key.name !== 'model' && property.key.name !== 'modelId') return false;
    const value = unwrap(property.value);
    const inner = value.type === 'CallExpression' ? value.arguments[0] : value;
    const id = inner && inner.type !== 'SpreadElement' ? literalText(inner) : undefined;
    return id !== undefined && !/claude|anthropic/i.test(id);
  });
}
