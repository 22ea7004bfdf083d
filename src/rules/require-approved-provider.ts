import { destinationsOf } from '../analysis/connections/destinations.ts';
import { ADDRESS_ENTRY } from '../policy/base-urls.ts';
import { destinationVerdicts, PROVIDER_IDS, rerouteVerdicts } from '../policy/providers.ts';
import type { ProviderPolicy, ProviderVerdict } from '../policy/providers.ts';
import { exempt, finding, pass, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { choice, listOf, optionsOf } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName, firstOf, originNote, quote, reasonText } from './define/wording.ts';

type Ids = 'address' | 'provider' | 'unverifiable';

export default createRule<Ids, ProviderPolicy>({
  name: 'require-approved-provider',
  subjects: ['call site', 'client', 'setting'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Require requests to Claude to go to the providers that are under contract',
      cwe: [213],
    },
    schema: optionsOf({
      providers: listOf(PROVIDER_IDS, 'The approved providers.'),
      baseURLs: listOf(
        { type: 'string', pattern: ADDRESS_ENTRY },
        'Approved addresses beside those of the providers: hosts (`llm.example.org`, `*.example.org`) or beginnings of URLs.',
      ),
      unverifiable: choice('Whether to report requests whose destination the file does not show.'),
    }),
    defaultOptions: [{ providers: ['anthropic'], baseURLs: [], unverifiable: 'ignore' }],
    messages: {
      provider: '`{{call}}` sends to {{to}}, not approved. Use {{approved}}.',
      address: '`{{call}}` sends to `{{to}}`, not approved. Use {{approved}}.',
      unverifiable: 'Cannot tell where `{{call}}` sends{{where}}. Write an approved address.',
    },
  },
  mentions: /LANGSMITH_GATEWAY|AWS_ENDPOINT_URL_BEDROCK_RUNTIME/,
  *assess(file, policy) {
    const { analysis } = file;
    const switched = new Set<string>(analysis.reroutes().map(({ reroute }) => reroute.to));
    for (const destination of destinationsOf(analysis)) {
      const subject = file.subjectOf(destination.call, 'client');
      const { platform } = destination;
      // The switch that moves an agent is told by itself.
      if (startsClaudeCode(subject) && platform && platform !== 'anthropic' && switched.has(platform)) {
        yield exempt(subject, 'said by another');
        continue;
      }
      const verdicts = destinationVerdicts(destination, policy);
      const call = callName(destination.call);
      for (const verdict of verdicts) yield assessmentOf(file, subject, call, verdict, policy);
      if (verdicts.length === 0) yield pass(subject);
    }
    for (const reroute of analysis.reroutes()) {
      const [first] = reroute.addresses;
      if (!first) continue;
      const subject: Subject = { kind: 'setting', at: first.node };
      const verdicts = rerouteVerdicts(reroute, policy);
      if (file.isTest) yield exempt(subject, 'test file');
      else for (const verdict of verdicts) yield assessmentOf(file, subject, reroute.name, verdict, policy);
      if (!file.isTest && verdicts.length === 0) yield pass(subject);
    }
  },
});

function startsClaudeCode({ site }: Subject): boolean {
  return site?.operation.sdk === 'agent-sdk' || site?.operation.sdk === 'claude-code';
}

function assessmentOf(
  { analysis, isTest, cwd }: CodeFile,
  subject: Subject,
  call: string,
  { id, node: at, to, answer }: ProviderVerdict,
  { providers, baseURLs }: ProviderPolicy,
): Assessment<Ids> {
  // The servers of tests are stand-ins.
  if (isTest && id === 'address') return exempt(subject, 'test file', { at });
  // Whoever hands the client in is told where it is made.
  const isHandedIn = subject.site?.via === 'shape' && analysis.runsForCallers(subject.site.node);
  const isLeft = answer
    ? answer.kind === 'unknown' &&
      analysis.pathOf(answer.elsewhere ?? answer.node) === undefined &&
      analysis.callersDecide(answer)
    : isHandedIn;
  if (id === 'unverifiable' && isLeft) return exempt(subject, 'callers', { at });
  const approved = firstOf([...providers, ...baseURLs]) || 'an approved one';
  const reason = answer ? reasonText(answer) : 'the client is made in another file';
  const said = {
    at,
    data: {
      call,
      to: id === 'address' ? quote(to) : to,
      approved,
      reason,
      where: originNote(answer?.elsewhere ?? answer?.node, cwd),
    },
    // What starts Claude Code sends wherever its environment says: that is one setting.
    once: [id === 'provider' && startsClaudeCode(subject) ? `agents to ${to}` : at],
  };
  if (id !== 'unverifiable') return finding(subject, id, said);
  return unknown(subject, answer ? becauseOf(answer) : 'made elsewhere', { messageId: id, ...said });
}
