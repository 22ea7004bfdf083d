/**
 * Calls that may reach Claude, of which the code does not show whom they reach.
 */
import { literalText, unwrap } from '../../analysis/syntax/nodes.ts';
import type { CallNode, Node } from '../../analysis/syntax/types.ts';
import { writtenPath } from '../../analysis/syntax/written-names.ts';
import { dependenciesIn } from '../../policy/claude-packages.ts';
import { packageOf } from '../../project/manifests.ts';
import type { CodeFile } from './file.ts';

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
export function mayBeClaudeCalls({ analysis, sourceCode, text }: CodeFile): CallNode[] {
  if (!/anthropic|claude|['"]ai['"]|client-bedrock-runtime/i.test(text)) return [];
  const taken = new Set<Node>([...analysis.callSites, ...analysis.handedSites()].map(({ node }) => node));
  const found: CallNode[] = [];
  const visit = (node: Node): void => {
    if (found.length >= MAX_CANDIDATES) return;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && !taken.has(node)) {
      const path = writtenPath(node.callee);
      const name = path.split('.').at(-1) ?? '';
      const isLike = ANY_VENDOR.test(name) || OWN_SHAPE.test(path);
      if (isLike && !namesOtherModel(node)) found.push(node);
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

/** What the AI SDK asks a model with. */
const OF_AI_SDK =
  /^(?:generateText|streamText|generateObject|streamObject|ToolLoopAgent|Experimental_Agent)$/;

/**
 * Of these calls those of the AI SDK, in a package that depends on its provider for Claude: that their model is one of Claude's
 * is as likely as not.
 */
export function askingSomeModel(file: CodeFile): CallNode[] {
  if (file.isTest || !/['"]ai['"]/.test(file.text)) return [];
  const { content = {} } = packageOf(file.filename) ?? {};
  if (!dependenciesIn(content).some(({ reach }) => reach === 'claude')) return [];
  return mayBeClaudeCalls(file).filter(({ callee }) => OF_AI_SDK.test(writtenPath(callee)));
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
