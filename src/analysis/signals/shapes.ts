/**
 * Properties that only Claude's API has, wherever they stand.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { namesOf } from '../values/origins.ts';
import { calleeName, wrapped, writtenKey } from '../syntax/nodes.ts';
import { stringsOf } from '../values/object-view.ts';
import { toolTypeOf } from '../sdk-surface/index.ts';
import type { Answer, Node } from '../syntax/types.ts';
import { isOpaque, literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { directBrowser } from './direct-browser.ts';
import type { Context, ShapeSignal } from './types.ts';

/** Properties that only Claude's API has. */
export function shapes(context: Context): ShapeSignal[] {
  return [
    ...cacheControls(context),
    ...fileSources(context),
    ...mcpServers(context),
    ...directBrowser(context),
    ...others(context),
  ];
}

function cacheControls({
  ev,
  platformAt,
  evident,
  alone,
  requests,
  loads,
  usesAiSdk,
}: Context): ShapeSignal[] {
  // A file that speaks to another vendor only may use the same words for that vendor's gateway.
  if (!evident && !alone) return [];
  const found: ShapeSignal[] = [];
  const push = (node: Node): void => {
    found.push({ shape: 'cache_control', node, platform: platformAt(node) });
  };
  const add = (key: Node, value: Node, passesOn: boolean): void => {
    const kinds = ev.answers(value, ['type']);
    const ephemeral = kinds.some(isText('ephemeral'));
    // A call here is a schema that describes the field more often than it is a value.
    const given =
      value.type === 'ObjectExpression'
        ? kinds.some((a) => a.kind === 'unknown' || (a.kind === 'known' && a.value.kind === 'api'))
        : value.type !== 'CallExpression' && ev.answers(value, []).some(isOpaque);
    const typed = ev.answers(value, []).some(isCacheControlType);
    if (!ephemeral && !typed && !(given && passesOn)) return;
    const ttl = ev.answers(value, ['ttl']);
    found.push({ shape: 'cache_control', node: key, platform: platformAt(key), ttl });
  };
  for (const property of ev.index.propertiesNamed('cache_control')) {
    add(property.key, property.value, requests);
  }
  for (const property of ev.index.propertiesNamed('cacheControl')) {
    const passesOn = isUnderAnthropic(property) || isToolOption(property);
    // Options kept in a variable; under another key they are another provider's.
    const kept = usesAiSdk && wrapped(property.parent).parent?.type !== 'Property';
    if (passesOn || kept) add(property.key, property.value, passesOn);
  }
  for (const { target, value } of ev.index.writesToMember('cache_control')) {
    add(target.property, value, requests);
  }
  for (const { key, value } of ev.index.hasKey('cacheControl') ? handedOn(ev) : []) {
    if (found.every(({ node }) => node !== key)) add(key, value, true);
  }
  // The same, as a gateway and a plugin of Genkit call it.
  for (const property of ev.index.propertiesNamed('caching')) {
    const holder = wrapped(property.parent).parent;
    const isGateway = holder?.type === 'Property' && writtenKey(holder) === 'gateway';
    if (isGateway && ev.answers(property.value, []).some(isText('auto'))) push(property.key);
  }
  for (const property of ev.index.propertiesNamed('cacheSystemPrompt')) {
    if (loads('genkitx-anthropic') && ev.answers(property.value, []).some(isTrue)) push(property.key);
  }
  return found;
}

/** `cacheControl` of what becomes `anthropic: …` through a variable, a spread or a function. */
function handedOn(ev: Evaluator): TSESTree.Property[] {
  const { index } = ev;
  const given = [
    ...index.propertiesNamed('anthropic').map(({ value }) => value),
    ...index.writesToMember('anthropic').map(({ value }) => value),
  ];
  return given.flatMap((value) =>
    ev.answers(value, ['cacheControl']).flatMap((answer) => {
      const property = answer.kind === 'absent' ? undefined : answer.property;
      return property && index.indexOf(property) === index ? [property] : [];
    }),
  );
}

/** An option of a provider's tool: `tools.webSearch_20250305({ cacheControl })`. */
function isToolOption(property: TSESTree.Property): boolean {
  const call = property.parent.parent;
  return call.type === 'CallExpression' && toolTypeOf(calleeName(call.callee) ?? '') !== undefined;
}

/** `anthropic: { … }`: the options that the AI SDK hands to Anthropic's provider. */
function isUnderAnthropic(property: TSESTree.Property): boolean {
  const holder = wrapped(property.parent).parent;
  return holder?.type === 'Property' && writtenKey(holder) === 'anthropic';
}

const MENTIONS_FILE = /["'`]file["'`]|container_upload/;

function fileSources({ ev, platformAt, evident }: Context): ShapeSignal[] {
  const found: ShapeSignal[] = [];
  const push = (node: Node): void => {
    found.push({ shape: 'file_source', node, platform: platformAt(node) });
  };
  for (const property of MENTIONS_FILE.test(ev.index.text) ? ev.index.propertiesNamed('type') : []) {
    const text = ev.answers(property.value, []);
    if (text.some(isText('container_upload'))) push(property.value);
    if (!text.some(isText('file'))) continue;
    const holder = property.parent.parent;
    const isSource = holder.type === 'Property' && writtenKey(holder) === 'source';
    const id = ev.answers(property.parent, ['file_id']);
    if (
      id.some((a) => a.kind !== 'absent') ||
      (isSource && ev.answers(property.parent, ['fileId']).some((a) => a.kind !== 'absent'))
    ) {
      if (isSource || (evident && property.parent.properties.length === 2)) push(property.value);
    }
  }
  for (const property of ev.index.propertiesNamed('containerUpload')) {
    if (isUnderAnthropic(property) && ev.answers(property.value, []).some(isTrue)) push(property.key);
  }
  // A provider reference of the AI SDK: data: { anthropic: "file_…" }.
  for (const property of ev.index.propertiesNamed('anthropic')) {
    const holder = property.parent.parent;
    if (holder.type === 'Property' && writtenKey(holder) === 'data') push(property.key);
  }
  return found;
}

function mcpServers({ ev, platformAt, requests }: Context): ShapeSignal[] {
  const found: ShapeSignal[] = [];
  const add = (key: Node, value: Node, passesOn: boolean): void => {
    const isList =
      ev.answers(value, []).some((a) => a.kind === 'known' && a.value.kind === 'array') &&
      ev.answers(value, ['*', 'type']).some(isText('url'));
    const given = passesOn && ev.answers(value, []).some(isOpaque);
    if (isList || given) found.push({ shape: 'mcp_servers', node: key, platform: platformAt(key) });
  };
  for (const property of ev.index.propertiesNamed('mcp_servers')) add(property.key, property.value, false);
  for (const property of ev.index.propertiesNamed('mcpServers')) {
    if (isUnderAnthropic(property)) add(property.key, property.value, true);
  }
  // body.mcp_servers = servers, in a file that sends the body.
  for (const { target, value } of ev.index.writesToMember('mcp_servers'))
    add(target.property, value, requests);
  return found;
}

function others({ ev, platformAt, evident }: Context): ShapeSignal[] {
  const found: ShapeSignal[] = [];
  for (const name of ['allowed_callers', 'allowedCallers']) {
    for (const property of ev.index.propertiesNamed(name)) {
      const callers = stringsOf(ev.answers(property.value, ['*']));
      if (callers.some((caller) => caller[0]?.startsWith('code_execution_'))) {
        found.push({ shape: 'code_execution_caller', node: property.key, platform: platformAt(property) });
      }
    }
  }
  for (const name of ['transcripts_storage', 'safeguards_storage']) {
    for (const property of ev.index.propertiesNamed(name)) {
      const kinds = [...ev.answers(property.value, []), ...ev.answers(property.value, ['type'])];
      if (kinds.some(isText('external')))
        found.push({ shape: 'external_storage', node: property.key, platform: platformAt(property) });
    }
  }
  if (evident) {
    for (const property of ev.index.propertiesNamed('content_mode')) {
      if (ev.answers(property.value, []).some(isText('content'))) {
        found.push({ shape: 'content_mode', node: property.key, platform: platformAt(property) });
      }
    }
  }
  return found;
}

/** A value that an annotation says to be a cache entry: `Anthropic.CacheControlEphemeral`. */
function isCacheControlType(answer: Answer): boolean {
  return (
    answer.kind === 'known' &&
    answer.value.kind === 'api' &&
    namesOf(answer.value.api).some((name) => name.endsWith('CacheControlEphemeral'))
  );
}

function isTrue(answer: Answer): boolean {
  return literalOf(answer) === true;
}

function isText(text: string): (answer: Answer) => boolean {
  return (answer) => literalOf(answer) === text;
}
