import type { Road } from '../analysis/index.ts';
import { packageOf, workspaceRootOf } from '../project/manifests.ts';
import { isNamed, namesAny } from '../project/named-files.ts';
import { exempt, finding, orElse, pass, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { listOf, optionsOf, TEXT } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName, nameOf } from './define/wording.ts';

type Ids = 'client' | 'nameless' | 'package' | 'request' | 'unknown';

export interface GatewayOptions {
  readonly modules: readonly string[];
}

export default createRule<Ids, GatewayOptions>({
  name: 'require-gateway',
  subjects: ['call site', 'client', 'file', 'package'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Require that Claude is reached from the named modules only',
      cwe: [1059],
    },
    schema: optionsOf({
      modules: listOf(
        TEXT,
        'Paths, folders or globs of the modules that may make clients and send, from the folder of the package or of its workspace. Without it the rule does nothing.',
      ),
    }),
    defaultOptions: [{ modules: [] }],
    messages: {
      request: '`{{call}}` asks Claude outside the gateway. Call {{gateway}} instead.',
      client: '`{{call}}` makes a client of Claude outside the gateway. Move it into {{gateway}}.',
      package: 'This loads `{{name}}` outside the gateway. Use {{gateway}} instead.',
      nameless: '`{{name}}` names no file, as a gateway. Mend the `modules` option.',
      unknown: 'Which module this loads cannot be told: {{reason}}. Write its name out.',
    },
  },
  assess: (file, { modules }) =>
    modules.length === 0
      ? orElse(
          file.requests.map((subject) => exempt(subject, 'no list')),
          () => exempt(file.whole, 'no list'),
        )
      : orElse(assessRoads(file, modules), () => pass(file.whole)),
  *assessManifest(file, { modules }) {
    const { filename, package: subject } = file;
    const own = packageOf(filename);
    // The root of a workspace is asked for all of it.
    if (!own || workspaceRootOf(own)) return;
    for (const name of modules) {
      if (namesAny(own.folder, name)) yield pass(subject);
      else
        yield finding(subject, 'nameless', {
          at: file.placeOf(['name']),
          data: { name: nameOf(name) },
          once: [name],
        });
    }
  },
});

function* assessRoads(file: CodeFile, modules: readonly string[]): Generator<Assessment<Ids>> {
  const { analysis, filename, isTest } = file;
  const isGateway = isNamed(filename, modules);
  const roads = analysis.roads();
  const gateway = `\`${nameOf(modules[0] ?? '')}\``;
  for (const road of roads) {
    const subject = subjectOf(file, road);
    if (isTest) yield exempt(subject, 'test file');
    else if (isGateway) yield pass(subject);
    else if (road.kind === 'package' && roads.some(({ kind }) => kind === 'client' || kind === 'request'))
      yield exempt(subject, 'said by another');
    else yield outside(subject, road, gateway);
  }
  for (const { node, request } of analysis.handedSites()) {
    const subject = file.subjectOf(node, 'call site');
    const path = analysis.pathOf(request.node);
    const isInside = path !== undefined && isNamed(path, modules);
    yield isInside ? pass(subject) : exempt(subject, 'outside the gateway');
  }
}

function subjectOf({ subjectOf: ofCall, whole }: CodeFile, road: Road): Subject {
  switch (road.kind) {
    case 'request':
    case 'client':
      return ofCall(road.node, 'client');
    default:
      return whole;
  }
}

function outside(subject: Subject, road: Road, gateway: string): Assessment<Ids> {
  switch (road.kind) {
    case 'request':
    case 'client':
      return finding(subject, road.kind, {
        at: road.node.callee,
        data: { call: callName(road.node), gateway },
      });
    case 'package':
      return finding(subject, road.kind, { at: road.node, data: { name: road.name, gateway } });
    case 'unknown': {
      const because = becauseOf(road.answer);
      return unknown(subject, because, {
        at: road.node,
        messageId: 'unknown',
        data: { reason: because.text },
      });
    }
  }
}
