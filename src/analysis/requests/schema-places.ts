/**
 * Where requests carry schemas.
 */
import { pathsOf } from '../sdk-surface/index.ts';
import type { Answer, Node } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { CallSite } from './call-site.ts';

const OUTPUT_PATHS = ['output_config.format', 'output_format'];
const AI_SDK_PATHS = ['schema', 'output', 'experimental_output'];

/** A request that is not shown as a whole may carry a schema. */
export function mayCarrySchema({ operation, params }: CallSite): boolean {
  return OUTPUT_PATHS.flatMap((path) => pathsOf(operation, path)).some((path) =>
    params.get(path).some((answer) => answer.kind === 'unknown'),
  );
}

/** Where a request carries schemas: structured outputs, and tools that are strict. */
export function schemaAnswers(site: CallSite): readonly Answer[] {
  const { operation, params, perCall } = site;
  const outputs = OUTPUT_PATHS.flatMap((path) => pathsOf(operation, path)).filter((path) =>
    isMentioned(site, path),
  );
  const own =
    operation.sdk === 'ai-sdk' ? AI_SDK_PATHS : operation.sdk === 'agent-sdk' ? ['options.outputFormat'] : [];
  const tools = operation.sdk === 'ai-sdk' ? ['tools.*'] : pathsOf(operation, 'tools[*]');
  const strict = params.mentions('strict')
    ? tools.flatMap((path) =>
        params.get(path).flatMap((tool) => {
          if (tool.kind !== 'known' || !isStrict(site, tool.node)) return [];
          return ['input_schema', 'inputSchema', 'parameters'].flatMap((key) => params.below(tool.node, key));
        }),
      )
    : [];
  return [
    ...[...outputs, ...own].flatMap((path) => params.get(path)),
    ...(operation.sdk === 'ai-sdk' ? perCall.flatMap((options) => options.get('output')) : []),
    ...strict,
  ];
}

function isMentioned({ params }: CallSite, path: string): boolean {
  return params.mentions(path.split('.').at(-2) ?? path) || params.mentions('output_format');
}

function isStrict({ params }: CallSite, tool: Node): boolean {
  return params.below(tool, 'strict').some((a) => literalOf(a) === true);
}
