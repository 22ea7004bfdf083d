/**
 * Every place in the file where a request to Claude is made, by import, by shape or by declaration.
 */
import { makerOptions, paramsOf } from './arguments.ts';
import { callSite } from './call-site.ts';
import type { CallSite } from './call-site.ts';
import { isCandidate } from './candidates.ts';
import { claudeEvidence, isClaudeText } from './claude-evidence.ts';
import type { ClaudeTarget } from './claude-evidence.ts';
import { makersOf, namesOf, sdkValueOf } from '../clients/sdk-values.ts';
import type { DeclaredClients, SdkValue } from '../clients/sdk-values.ts';
import { platformOfBase } from '../http/hosts.ts';
import { withPerCalls } from './per-call-options.ts';
import { mayHave, stringsOf } from './request-params.ts';
import type { RequestParams } from './request-params.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import { mayBeClaude, shapeOf, shapeSite, sourceOf, writtenNames } from './shapes.ts';
import type { Shape } from './shapes.ts';
import type { Api, CallNode } from '../types.ts';
import type { Resolver } from '../values/answers.ts';

/** Finds the call sites of one file, HTTP requests excepted. */
export function findCallSites(r: Resolver, declared: DeclaredClients): CallSite[] {
  const sites: CallSite[] = [];
  const usesSdk = importsSdk(r);
  for (const call of r.index.calls) {
    if (!isCandidate(r, call, declared)) continue;
    const site = siteAt(r, call, declared, usesSdk);
    if (site) sites.push(site);
  }
  return withPerCalls(r, sites);
}

/** True when the file imports one of Anthropic's own client packages, types included. */
export function importsSdk(r: Resolver): boolean {
  return r.index.program.body.some(
    (s) => s.type === 'ImportDeclaration' && /^@anthropic-ai\/(?:[\w-]+-)?sdk(?:\/|$)/.test(s.source.value),
  );
}

function siteAt(
  r: Resolver,
  call: CallNode,
  declared: DeclaredClients,
  usesSdk: boolean,
): CallSite | undefined {
  let found: CallSite | undefined;
  let shape: Shape | undefined;
  for (const answer of r.answers(call.callee, [])) {
    if (answer.kind === 'absent') continue;
    if (answer.kind === 'known' && answer.value.kind === 'api') {
      const { api } = answer.value;
      const value = sdkValueOf(api, declared);
      if (value?.row.operation) {
        const site = importedSite(r, call, api, value, value.row.operation, declared);
        // Of several possible clients the one that sends to Anthropic itself matters most.
        if (site?.platform === 'anthropic') return site;
        found ??= site;
      } else if (!value && mayBeClaude(api, declared)) {
        shape ??= shapeOf(namesOf(api), sourceOf(api));
      }
    } else if (answer.kind === 'unknown') {
      shape ??= shapeOf([...writtenNames(answer.node), ...answer.path]);
    }
  }
  return found ?? (shape && shapeSite(r, call, shape, usesSdk));
}

function importedSite(
  r: Resolver,
  call: CallNode,
  api: Api,
  value: SdkValue,
  operation: Operation,
  declared: DeclaredClients,
): CallSite | undefined {
  const params = paramsOf(r, call, operation);
  const maker = makersOf(api).find((m) => m.node !== call);
  const client = maker && makerOptions(r, maker);
  let target: ClaudeTarget | undefined = { platform: value.platform ?? 'anthropic' };
  if (operation.evidence)
    target = claudeEvidence(r, call, params, operation, value.platform, client, declared);
  if (!target || isOtherModel(params, operation, client)) return undefined;
  const redirected = redirection(r, operation, params, client, declared);
  if (redirected === 'other') return undefined;
  return callSite(r, {
    operation: target.operation ?? operation,
    platform: redirected ?? target.platform,
    node: call,
    via: value.declared ? 'declared' : 'import',
    params,
    client,
    defaults: target.defaults,
  });
}

/** Where the client is sent by a base URL, or by a function that makes another client. */
function redirection(
  r: Resolver,
  operation: Operation,
  params: RequestParams,
  client: RequestParams | undefined,
  declared: DeclaredClients,
): Platform | 'other' | undefined {
  if (operation.sdk === 'anthropic-sdk' && client) return platformOfBase(client, ['baseURL']);
  const factory = operation.clientFactory === undefined ? [] : params.get(operation.clientFactory);
  for (const answer of factory) {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') continue;
    for (const made of r.index.returnsOf(answer.value.node)) {
      for (const value of made ? r.answers(made, []) : []) {
        if (value.kind !== 'known' || value.value.kind !== 'api') continue;
        const platform = sdkValueOf(value.value.api, declared)?.platform;
        if (platform) return platform;
      }
    }
  }
  return platformOfBase(params, operation.baseUrls ?? []);
}

/** A client with a base URL of its own that asks for models of another vendor. */
function isOtherModel(
  params: RequestParams,
  operation: Operation,
  client: RequestParams | undefined,
): boolean {
  if (operation.sdk !== 'anthropic-sdk' || !operation.model || !client || !mayHave(client, 'baseURL'))
    return false;
  // `options.model ?? "glm-4.6"`: the names that the file shows decide.
  const names = stringsOf(params.get(operation.model));
  return names.length > 0 && !names.some(isClaudeText);
}
