/**
 * Calls that may reach Claude, of which the code does not show whom they reach.
 */
import { isFunction, literalText, rootOf, unwrap, writtenKey } from '../../analysis/syntax/nodes.ts';
import type { CallNode, Node } from '../../analysis/syntax/types.ts';
import { isOtherModelId } from '../../analysis/sdk-surface/model-names.ts';
import { writtenPath } from '../../analysis/syntax/written-names.ts';
import { dependenciesIn } from '../../policy/claude-packages.ts';
import { packageOf } from '../../project/manifests.ts';
import type { CodeFile } from './file.ts';

/** Functions of libraries that serve models of any vendor, and what is called on any client like Anthropic's. */
const ANY_VENDOR =
  /^(?:generateText|streamText|generateObject|streamObject|ToolLoopAgent|Experimental_Agent|InvokeModelCommand|InvokeModelWithResponseStreamCommand|ConverseCommand|ConverseStreamCommand)$/;
const OWN_SHAPE = /(?:^|\.)messages\.(?:create|stream|batches\.create)$/;

const MAX_CANDIDATES = 50;

/**
 * The calls of a file that are no request as far as anybody can tell, and may be one.
 *
 * What names a model of another vendor is none.
 */
export function mayBeClaudeCalls({ analysis, sourceCode, text }: CodeFile): CallNode[] {
  if (!/anthropic|claude|['"]ai['"]|@mastra\/core|client-bedrock-runtime/i.test(text)) return [];
  const taken = new Set<Node>([...analysis.callSites, ...analysis.handedSites()].map(({ node }) => node));
  const found: CallNode[] = [];
  const visit = (node: Node): void => {
    if (found.length >= MAX_CANDIDATES) return;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && !taken.has(node)) {
      const path = writtenPath(node.callee);
      const name = path.split('.').at(-1) ?? '';
      const isAgent = name === 'Agent' && WITH_AGENTS.test(text);
      const isLike = isAgent || ANY_VENDOR.test(name) || OWN_SHAPE.test(path);
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

/** Frameworks on the AI SDK, whose agents are given a model. */
const WITH_AGENTS = /['"]@mastra\/core(?:\/agent)?['"]/;

/**
 * Of these calls those of the AI SDK and its frameworks, in a package that depends on a provider for Claude: that their model is one
 * of Claude's is as likely as not. A model that a function is handed by other modules is theirs to name.
 */
export function askingSomeModel(file: CodeFile): CallNode[] {
  const hasAgents = WITH_AGENTS.test(file.text);
  if (file.isTest || !(hasAgents || /['"]ai['"]/.test(file.text))) return [];
  const { content = {} } = packageOf(file.filename) ?? {};
  if (!dependenciesIn(content).some(({ reach }) => reach === 'claude')) return [];
  return mayBeClaudeCalls(file).filter((call) => {
    const name = writtenPath(call.callee);
    const asks = OF_AI_SDK.test(name) || (hasAgents && name === 'Agent');
    if (!asks || file.analysis.asksOtherVendor(call)) return false;
    return !(isHandedModel(call) && file.analysis.runsForCallers(call));
  });
}

/** `model: options.model`, of a parameter of a function around the call. */
function isHandedModel(call: CallNode): boolean {
  const [options] = call.arguments;
  const model =
    options?.type === 'ObjectExpression'
      ? options.properties.flatMap((each) =>
          each.type === 'Property' && writtenKey(each) === 'model' ? [rootOf(unwrap(each.value))] : [],
        )[0]
      : options && rootOf(unwrap(options));
  if (model?.type !== 'Identifier') return false;
  const { name } = model;
  for (let node = call.parent as Node | undefined; node; node = node.parent)
    if (isFunction(node) && node.params.some((each) => namesIn(each).includes(name))) return true;
  return false;
}

/** The names that a parameter introduces. */
function namesIn(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        namesIn(each.type === 'Property' ? each.value : each.argument),
      );
    default:
      return [];
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

/** Vendors, as their providers and their models are called. */
const OTHER_VENDORS =
  /^(?:create)?(?:azure|cerebras|cohere|deepinfra|deepseek|fireworks|google|groq|mistral|ollama|openai|perplexity|together|vertex|xai)/i;

/** `model: openai("gpt-5")`, `model: "gpt-5"`; not `model: registry.languageModel("fast")`, behind which anything may stand. */
function namesOtherModel(call: CallNode): boolean {
  const [first] = call.arguments;
  if (first?.type !== 'ObjectExpression') return false;
  return first.properties.some((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return false;
    if (property.key.name !== 'model' && property.key.name !== 'modelId') return false;
    const value = unwrap(property.value);
    const isMade = value.type === 'CallExpression';
    const inner = isMade ? value.arguments[0] : value;
    const id = inner && inner.type !== 'SpreadElement' ? literalText(inner) : undefined;
    if (id === undefined || /claude|anthropic/i.test(id)) return false;
    return !isMade || isOtherModelId(id) || OTHER_VENDORS.test(writtenPath(value.callee));
  });
}
