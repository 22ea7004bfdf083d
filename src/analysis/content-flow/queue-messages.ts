/**
 * What workers are handed: text that waited in a queue, a topic, a bus or a workflow. Somebody sent it, as somebody sends a body.
 */
import { treeOf } from '../syntax/directives.ts';
import { calleeName, isFunction, literalText, writtenKey } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { writtenPath } from '../syntax/written-names.ts';
import { isMetadataName } from './names.ts';
import { importsFrom, isDecorated, nameOfParameter, placeOf, typeNameOf } from './parameter-places.ts';
import type { Origin } from './types.ts';

/** Where a message holds its text, by what is read of it: positions are `*`. */
interface MessageRow {
  /** What the parameter is called. */
  readonly names?: RegExp;
  /** How it is typed. */
  readonly types?: RegExp;
  /** What hands it over: a method, a class that is made, or the key of the object that the function stands in. */
  readonly by?: RegExp;
  readonly text: RegExp;
}

/** `data` of a job of BullMQ, Bull and pg-boss, alone or of a batch, and `attrs.data` of one of Agenda. */
const OF_JOB = /^(?:\*\.)?(?:attrs\.)?data(?:\.|$)/;
/** Records of Lambda: SQS, SNS, Kinesis. */
const OF_RECORD = /^(?:body|Sns\.Message|kinesis\.data)(?:\.|$)/;
const OF_RECORDS = /^Records\.\*\.(?:body|Sns\.Message|kinesis\.data)(?:\.|$)/;

const ROWS: readonly MessageRow[] = [
  { names: /^_?jobs?$/, types: /^(?:Sandboxed)?Job$/, by: /^(?:Worker|work)$/, text: OF_JOB },
  { names: /^_?(?:e|ev|event|evt)$/, types: /^(?:SQS|SNS|KinesisStream)Event$/, text: OF_RECORDS },
  { types: /^(?:SQSRecord|SNSEventRecord|KinesisStreamRecord)$/, text: OF_RECORD },
  { types: /^EventBridgeEvent$/, text: /^detail(?:\.|$)/ },
  { types: /^EachMessagePayload$/, by: /^eachMessage$/, text: /^message\.value(?:\.|$)/ },
  { types: /^EachBatchPayload$/, by: /^eachBatch$/, text: /^batch\.messages\.\*\.value(?:\.|$)/ },
  { types: /^ConsumeMessage$/, by: /^consume$/, text: /^content(?:\.|$)/ },
  { by: /^handleMessage(?:Batch)?$/, text: /^(?:\*\.)?Body(?:\.|$)/ },
  { names: /^batch$/, types: /^MessageBatch$/, text: /^messages\.\*\.body(?:\.|$)/ },
  { types: /^WorkflowEvent$/, text: /^payload(?:\.|$)/ },
  { by: /^createFunction$/, text: /^event\.data(?:\.|$)/ },
  { types: /^CallableRequest$/, by: /^onCall$/, text: /^data(?:\.|$)/ },
  { by: /^onMessagePublished$/, text: /^data\.message(?:\.|$)/ },
  { names: /^call$/, types: /^Server(?:Unary|Writable|Duplex)\w*$/, text: /^request\./ },
];

/** What a client of a queue hands out when it is asked. */
const FETCHED = /(?:^|\.)(?:Messages\.\*\.Body|df\.getInput\(\))(?:\.|$)/;
/** What a subscription tells who listens to it; so do sockets, threads and chats, whose messages are none of a queue. */
const HEARD = /^on\(message\)\.(?:body|data)(?:\.|$)/;
/** Ways to register a function of Azure for what waits in a queue: `app.storageQueue('notes', { handler })`. */
const TRIGGERS = /^(?:eventGrid|eventHub|serviceBusQueue|serviceBusTopic|storageQueue)$/;
/** Decorators of methods, the first parameter of which is the message. */
const OF_METHODS =
  /^(?:EventPattern|GrpcMethod|GrpcStreamMethod|MessagePattern|RabbitRPC|RabbitSubscribe|SubscribeMessage)$/;

/** True for text that a worker is handed. */
export function isFromQueue(origin: Origin): boolean {
  const { kind, at, path } = origin;
  const steps = path.map((step) => (/^\d+$/.test(step) ? '*' : step)).join('.');
  if (FETCHED.test(steps) || (HEARD.test(steps) && /subscri/i.test(nameOfPlace(origin)))) return true;
  if (kind !== 'parameter') return false;
  if (['MessageBody', 'Payload'].some((by) => isDecorated(at, by))) return true;
  const fn = at.parent;
  if (!fn || !isFunction(fn)) return false;
  if (fn.params[0] !== at) return isFromWindow(fn, at);
  const by = handedBy(fn);
  const isMessage = ({ names, types, by: ways, text }: MessageRow): boolean =>
    (names?.test(nameOfParameter(at)) === true ||
      types?.test(typeNameOf(at)) === true ||
      ways?.test(by) === true) &&
    text.test(steps);
  return ROWS.some(isMessage) || (isWholeMessage(fn, by) && isText(at, steps));
}

/** The name of what a value comes from: of a variable, of what is called. */
function nameOfPlace({ kind, at }: Origin): string {
  if (kind === 'call') return calleeName(at.callee) ?? '';
  if (kind === 'global' || kind === 'import') return at.name;
  return kind === 'parameter' ? nameOfParameter(at) : '';
}

/** `ipcMain.handle('ask', (event, question) => …)`: what a window of Electron hands over. */
function isFromWindow(fn: FunctionNode, parameter: Node): boolean {
  const call = placeOf(fn).parent;
  return (
    call?.type === 'CallExpression' &&
    /^ipcMain\.(?:handle|handleOnce|on|once)$/.test(writtenPath(call.callee)) &&
    !isMetadataName(nameOfParameter(parameter))
  );
}

/** The whole of an argument goes by the name that the function gives it. */
function isText(parameter: Node, steps: string): boolean {
  return steps !== '' || !isMetadataName(nameOfParameter(parameter));
}

/** True for a function whose first argument is the message itself. */
function isWholeMessage(fn: FunctionNode, by: string): boolean {
  if (by === 'handler' && TRIGGERS.test(callOfOptions(placeOf(fn)))) return true;
  if (by === 'run' && importsFrom(fn, /^@trigger\.dev\/sdk(?:\/|$)/)) return true;
  return isOfMessages(fn) || isWorkflow(fn);
}

/** What a function is handed to, or the key that it stands under: `Worker`, `consume`, `eachMessage`; empty where neither is. */
function handedBy(fn: FunctionNode): string {
  const place = placeOf(fn);
  const holder = place.parent;
  if (holder?.type === 'Property') return writtenKey(holder) ?? '';
  if (holder?.type !== 'CallExpression' && holder?.type !== 'NewExpression') return '';
  const [first] = holder.arguments;
  // A worker of threads is made of a file.
  if (holder.type === 'NewExpression' && (!first || first === place)) return '';
  return calleeName(holder.callee) ?? '';
}

/** The name of what is called with the object that a place is a property of. */
function callOfOptions({ parent: property }: Node): string {
  const call = property?.parent?.parent;
  return call?.type === 'CallExpression' ? (calleeName(call.callee) ?? '') : '';
}

/** `@EventPattern('note.created') created(data) { … }` */
function isOfMessages({ parent }: FunctionNode): boolean {
  return (
    parent.type === 'MethodDefinition' &&
    parent.decorators.some(
      ({ expression }) =>
        expression.type === 'CallExpression' && OF_METHODS.test(calleeName(expression.callee) ?? ''),
    )
  );
}

/** A function that a module of workflows exports: what starts it hands its arguments over by a service. */
function isWorkflow(fn: FunctionNode): boolean {
  if (fn.body.type === 'BlockStatement') {
    const [first] = fn.body.body;
    const said = first?.type === 'ExpressionStatement' ? literalText(first.expression) : undefined;
    if (said === 'use workflow') return true;
  }
  const holder = fn.type === 'FunctionDeclaration' ? fn.parent : fn.parent.parent?.parent;
  const isExported = holder?.type === 'ExportNamedDeclaration' && holder.parent === treeOf(fn);
  return isExported && importsFrom(fn, /^@temporalio\/workflow$/);
}
