/**
 * Labels that a file puts on a request: in its headers and metadata, on the wrapper it stands in, in the audit record
 * beside it.
 */
import { recordsAround, surroundings } from './surroundings.ts';
import { recordsIn } from './records.ts';
import type { AuditRecord, RecordQuery } from './records.ts';
import type { HandedSite } from '../sites/handed-sites.ts';
import type { CallSite } from '../requests/call-site.ts';
import { contains, isClass, isFunction, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import { fieldsOf } from '../values/object-fields.ts';
import type { ObjectField } from '../values/object-fields.ts';
import type { RequestRoot } from '../values/object-view.ts';
import { stringsOf } from '../values/object-view.ts';
import type { Answer, CallNode, ClassNode, FunctionNode, Node, Path } from '../syntax/types.ts';
import { once } from '../syntax/once.ts';
import { usesOf } from '../syntax/variables.ts';
import { typeHas } from './label-types.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/callers.ts';

/** A label, or the place where one is handed in. */
export interface Label {
  readonly place: 'audit' | 'wrapper';
  /** Where its value, or else its name, is written. */
  readonly node: Node;
  /** What it says; undefined where the file does not show it. */
  readonly text: string | undefined;
}

/** Where headers and metadata stand, in requests, their options and the options of clients. */
const HOLDERS: readonly Path[] = [
  [],
  ['headers'],
  ['defaultHeaders'],
  ['metadata'],
  ['clientOptions', 'defaultHeaders'],
  ['config', 'metadata'],
  ['experimental_telemetry', 'metadata'],
  ['telemetry', 'metadata'],
];

/**
 * The labels of one request.
 *
 * @param isLabel true for names of fields, headers and parameters that carry a label
 */
export function labelsOf(
  ev: Evaluator,
  site: CallSite,
  records: readonly AuditRecord[],
  isLabel: (name: string) => boolean,
): Label[] {
  const read = (place: Label['place'], fields: readonly ObjectField[]): Label[] =>
    fields.filter(({ name }) => isLabel(name)).flatMap((field) => valuesOf(ev, field, place));
  // `metadata.dataClassification = label`
  const assigned = once(() => [
    ...new Set(ev.index.members.flatMap((member) => writtenKey(member) ?? []).filter(isLabel)),
  ]);
  const roots: RequestRoot[] = [
    ...site.params.roots,
    ...(site.client?.options.roots ?? []),
    ...site.perCall.flatMap((call) => call.roots),
    ...site.node.arguments.flatMap(listedIn),
  ];
  return [
    ...roots.flatMap(({ node, frame, path }) =>
      HOLDERS.flatMap((holder) => {
        const at = [...path, ...holder];
        if (!holder.every((key) => ev.hasKey(key))) return [];
        const objects = ev.answers(node, at, frame);
        const written = objects.flatMap((answer) =>
          answer.kind === 'known' && answer.value.kind !== 'literal'
            ? read(
                'wrapper',
                fieldsOf(
                  ev,
                  answer.elsewhere ?? answer.node,
                  'frame' in answer.value ? answer.value.frame : frame,
                ).fields,
              )
            : [],
        );
        return written.length > 0
          ? written
          : assigned().flatMap((name) => assignedLabels(ev, { node, frame, path: [...at, name] }));
      }),
    ),
    ...setHeaders(ev, site, isLabel),
    ...wrapperLabels(ev, site, isLabel, (fields) => read('wrapper', fields)),
    ...recordsAround(ev, records, site.node).flatMap(({ call, fields }) =>
      // What another module puts into the record is shown by the call that has it written.
      read('audit', fields).map((label) =>
        ev.index.indexOf(label.node) === ev.index ? label : { ...label, node: call.callee },
      ),
    ),
  ];
}

/** The labels that are put into an object after it was made. */
function assignedLabels(ev: Evaluator, { node, frame, path }: RequestRoot): Label[] {
  return ev.answers(node, path, frame).flatMap((answer): Label[] => {
    if (answer.kind === 'absent') return [];
    const isAssigned = answer.kind === 'known' ? answer.assignment : answer.isWritten;
    return isAssigned ? [labelIn(answer, 'wrapper')] : [];
  });
}

/** An argument; of one that is a list of arguments, each of the first ones. */
function listedIn(node: Node): readonly RequestRoot[] {
  const list = unwrap(node.type === 'SpreadElement' ? node.argument : node);
  const isOne = node.type !== 'SpreadElement' && list.type !== 'ArrayExpression';
  const paths: readonly Path[] = isOne ? [[]] : [['0'], ['1'], ['2']];
  return paths.map((path): RequestRoot => ({ node: list, frame: undefined, path }));
}

/** The labels that other modules put on a request that they make for a call: on the request, and in the records on the way to it. */
export function labelsOfWay(
  ev: Evaluator,
  { request, calls }: Pick<HandedSite, 'calls' | 'request'>,
  query: RecordQuery,
  isLabel: (name: string) => boolean,
): Label[] {
  const recorded = calls.flatMap((call) =>
    recordsAround(ev, recordsIn(ev, ev.index.indexOf(call), query), call).flatMap((record) =>
      record.fields
        .filter(({ name }) => isLabel(name))
        .flatMap((field) => valuesOf(ev, field, 'audit'))
        .map((label) => ({ ...label, node: record.call.callee })),
    ),
  );
  return [...labelsOf(ev, request, [], isLabel), ...recorded];
}

/** The values that a field can have; a value from elsewhere is a label that is not shown. */
function valuesOf(ev: Evaluator, { value, frame }: ObjectField, place: Label['place']): Label[] {
  return ev.resolve(value, [], frame).map((answer) => labelIn(answer, place));
}

function labelIn(answer: Answer, place: Label['place']): Label {
  const [text] = stringsOf([answer]);
  return { place, node: answer.node, text: text?.length === 1 ? (text[0] ?? undefined) : undefined };
}

/** `headers.set("x-data-classification", label)` in the function of the request. */
function setHeaders(ev: Evaluator, { node }: CallSite, isLabel: (name: string) => boolean): Label[] {
  const { inner } = surroundings(ev, node);
  return ['append', 'set', 'setHeader'].flatMap((method) =>
    ev.index.callsNamed(method).flatMap((call): Label[] => {
      const [name, value] = call.arguments;
      if (!name || !value || !isLabel(literalText(name) ?? '')) return [];
      if (!inner.some((place) => contains(place, call))) return [];
      return valuesOf(ev, { name: '', value, frame: undefined, node: call }, 'wrapper');
    }),
  );
}

/** Labels on what the request stands in: parameters, the arguments of its callers, wrapping calls, fields of its class. */
function wrapperLabels(
  ev: Evaluator,
  { node }: CallSite,
  isLabel: (name: string) => boolean,
  read: (fields: readonly ObjectField[]) => Label[],
): Label[] {
  const found: Label[] = [];
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (isFunction(at)) {
      const fn = at;
      found.push(...fn.params.flatMap((param) => parameterLabels(ev, param, isLabel)));
      const calls = callersOf(ev, fn).calls;
      for (const call of calls) found.push(...argumentLabels(ev, call, read));
      for (const name of fn.params.flatMap(parameterNames)) found.push(...memberReads(ev, fn, name, isLabel));
    } else if (isClass(at)) {
      found.push(...classLabels(ev, at, isLabel));
    } else if (at.type === 'CallExpression') {
      // withLabel({ dataClassification }, () => …)
      found.push(...argumentLabels(ev, at, read));
    }
  }
  return found;
}

function argumentLabels(
  ev: Evaluator,
  call: CallNode,
  read: (fields: readonly ObjectField[]) => Label[],
): Label[] {
  return call.arguments.flatMap((argument) =>
    argument.type === 'SpreadElement' || isFunction(unwrap(argument))
      ? []
      : read(fieldsOf(ev, argument).fields),
  );
}

const handedIn = (node: Node): Label => ({ place: 'wrapper', node, text: undefined });

/** A parameter that is a label, or an object with one, by its pattern or by its type. */
function parameterLabels(ev: Evaluator, parameter: Node, isLabel: (name: string) => boolean): Label[] {
  switch (parameter.type) {
    case 'AssignmentPattern': {
      const given = parameterLabels(ev, parameter.left, isLabel);
      const isWhole = parameter.left.type === 'Identifier' && isLabel(parameter.left.name);
      return isWhole && given.length > 0 ? [...given, ...defaultLabels(ev, parameter.right)] : given;
    }
    case 'TSParameterProperty':
      return parameterLabels(ev, parameter.parameter, isLabel);
    case 'Identifier':
      if (isLabel(parameter.name) && !isObject(ev, parameter)) return [handedIn(parameter)];
      break;
    case 'ObjectPattern':
      for (const property of parameter.properties) {
        if (property.type !== 'Property' || !isLabel(writtenKey(property) ?? '')) continue;
        const { value } = property;
        return [
          handedIn(property),
          ...(value.type === 'AssignmentPattern' ? defaultLabels(ev, value.right) : []),
        ];
      }
      break;
    default:
      return [];
  }
  const type = parameter.typeAnnotation?.typeAnnotation;
  return type && typeHas(ev, type, isLabel) ? [handedIn(parameter)] : [];
}

/** What a parameter holds that nobody hands in. */
function defaultLabels(ev: Evaluator, value: Node): Label[] {
  return valuesOf(ev, { name: '', value, frame: undefined, node: value }, 'wrapper').filter(
    ({ text }) => text !== undefined,
  );
}

/** True for a parameter of which properties are read: the result of some other classification. */
function isObject(ev: Evaluator, parameter: Node): boolean {
  return usesOf(ev.index.variableOf(parameter)).some((use) => {
    const { parent } = use;
    if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
    return !((writtenKey(parent) ?? '') in String.prototype);
  });
}

function parameterNames(parameter: Node): string[] {
  if (parameter.type === 'AssignmentPattern') return parameterNames(parameter.left);
  return parameter.type === 'Identifier' ? [parameter.name] : [];
}

/** `options.dataClassification`, read in the function that is handed `options`. */
function memberReads(
  ev: Evaluator,
  fn: FunctionNode,
  name: string,
  isLabel: (name: string) => boolean,
): Label[] {
  return ev.index.members.flatMap((node) => {
    const root = unwrap(node.object);
    const isRead = root.type === 'Identifier' && root.name === name && contains(fn.body, node);
    return isRead && isLabel(writtenKey(node) ?? '') ? [handedIn(node)] : [];
  });
}

/** Fields and parameter properties of the class around a request. */
function classLabels(ev: Evaluator, owner: ClassNode, isLabel: (name: string) => boolean): Label[] {
  return owner.body.body.flatMap((member): Label[] => {
    if (member.type === 'PropertyDefinition' && isLabel(writtenKey(member) ?? '')) {
      return member.value
        ? valuesOf(ev, { name: '', value: member.value, frame: undefined, node: member }, 'wrapper')
        : [handedIn(member)];
    }
    const fn = member.type === 'MethodDefinition' && member.kind === 'constructor' ? member.value : undefined;
    return (fn?.params ?? [])
      .filter((param) => param.type === 'TSParameterProperty')
      .flatMap((param) => parameterLabels(ev, param, isLabel));
  });
}
