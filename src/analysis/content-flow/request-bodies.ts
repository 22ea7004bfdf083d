/**
 * What the body of a request to the file's own server is read from, in the usual frameworks; what its workers are handed counts as one.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isServerFunction, treeOf } from '../syntax/directives.ts';
import { calleeName, isFunction, literalText, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Node, Path } from '../syntax/types.ts';
import { isMetadataName } from './names.ts';
import {
  calledFirst,
  importsFrom,
  isDecorated,
  methodOf,
  nameOfParameter,
  placeOf,
  typeNameOf,
} from './parameter-places.ts';
import { isFromQueue } from './queue-messages.ts';
import type { Origin } from './types.ts';

/** What handlers call the request, or the object that holds it. */
const REQUEST_NAMES =
  /^_?(?:ev|event|evt|httpRequest|incomingMessage|nextRequest|req|request|requestEvent)$/i;
/** What handlers call the object that holds the request; its own body is the response's. */
const HOLDER_NAMES = /^(?:c|context|ctx|e|ev|event|evt)$/i;
const REQUEST_TYPES =
  /^(?:APIGateway\w*Event\w*|ALBEvent|ExpressRequest|FastifyRequest|FunctionUrlEvent|H3Event|HttpRequest|IncomingMessage|LambdaFunctionURLEvent|NextApiRequest|NextRequest|NowRequest|Request|RequestEvent|VercelRequest)$/;
/** Steps from a request to what its body says: members that hold it, methods that give it. */
const BODY_STEPS =
  /^(?:(?:body|bodyText|payload|rawBody)(?:\(|$)|on\(data\)|(?:all|blob|except|formData|input|json|only|parseBody|text|valid|validateUsing)\()/;
/** Functions that are handed a request and give its body. */
const READERS = /^(?:get|parse|read)(?:Json|Raw|Request|Validated)*(?:Body|FormData)$/i;
/** Methods that register a handler for what is sent to the server. */
const ROUTES = new Set('all delete handle handler on onRequest patch post put route use'.split(' '));
/** Methods of RPC builders whose callback gets the body as `input`. */
const PROCEDURES = new Set('action handler mutation query subscription'.split(' '));
/** Files and pictures: a redactor of text does nothing with them. */
const NO_TEXT =
  /^(?:arrayBuffer|audio|avatar|base64|blob|file|files|frame|frames|image|images|imageBase64|imageData|img|pdf|pdfBase64|photo|photos|screenshot|video)$/i;

/** True for text that somebody sent to the server or the worker that the file is part of. */
export function isFromBody(origin: Origin): boolean {
  let known = answers.get(origin);
  if (known === undefined) answers.set(origin, (known = readsBody(origin)));
  return known;
}

/** Every expression on the way from an origin asks the same of it. */
const answers = new WeakMap<Origin, boolean>();

function readsBody(origin: Origin): boolean {
  const { kind, at, path } = origin;
  if (path.some((step) => NO_TEXT.test(step) || /base64|image|photo|audio|dataurl/i.test(step))) return false;
  if (isFromQueue(origin)) return true;
  if (kind === 'call') return READERS.test(calleeName(at.callee) ?? '');
  const [first = '', second = ''] = path;
  // Astro.request.json()
  if (kind === 'global') return at.name === 'Astro' && first === 'request' && BODY_STEPS.test(second);
  if (kind !== 'parameter') return false;
  const name = nameOfParameter(at);
  if (['Body', 'Arg', 'Args'].some((by) => isDecorated(at, by))) return true;
  if (name === 'formData' || typeNameOf(at) === 'FormData')
    return !/^(?:append|delete|has|keys|set)\(/.test(first);
  if (isArgument(at, path)) return true;
  if (at.type === 'ObjectPattern') {
    if (first === 'body') return isHandler(at);
    return /^req(?:uest)?$/.test(first) && BODY_STEPS.test(second);
  }
  if (HOLDER_NAMES.test(name) && /^req(?:uest)?$/.test(first)) return BODY_STEPS.test(second);
  if (!REQUEST_NAMES.test(name) && !REQUEST_TYPES.test(typeNameOf(at))) return false;
  // for await (const chunk of request)
  if (first === '*' && /^req(?:uest)?$/.test(name)) return true;
  // Other events have text as well, of another kind.
  return BODY_STEPS.test(first) && (!/^ev/i.test(name) || first.startsWith('body'));
}

/**
 * True for what a caller hands over the network to a function: an argument of a server action, `data` of a server function, what a
 * remote function or an action is called with.
 */
function isArgument(parameter: Node, [first = '']: Path): boolean {
  const fn = parameter.parent;
  if (!fn || !isFunction(fn)) return false;
  const place = placeOf(fn);
  const method = place.parent?.type === 'CallExpression' ? methodOf(place.parent) : '';
  if (first === 'input' && PROCEDURES.has(method)) return true;
  if (first === 'parsedInput' && /^(?:stateAction|action)$/.test(method)) return true;
  const position = fn.params.findIndex((each) => each === parameter);
  if (position === 0 && isCalledByPages(place)) return true;
  if (position === 1 && first !== '' && isResolver(place)) return true;
  if (first === 'data' && method === 'handler' && isServerFn(place)) return true;
  // The whole of an argument goes by the name that the function gives it.
  const isId = first === '' && isMetadataName(nameOfParameter(parameter));
  return !isId && isServerFunction(fn) && mayBeText(parameter);
}

/** `Query: { explain: (_, args) => … }`: what GraphQL calls for a field that was asked for. */
function isResolver(place: Node): boolean {
  const fields = place.parent?.type === 'Property' ? place.parent.parent : undefined;
  const holder = fields?.type === 'ObjectExpression' ? wrapped(fields).parent : undefined;
  const name =
    holder?.type === 'Property'
      ? writtenKey(holder)
      : holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier'
        ? holder.id.name
        : undefined;
  return /^(?:Query|Mutation|Subscription)$/.test(name ?? '');
}

/** The state that a form had before, numbers and flags. */
function mayBeText(parameter: Node): boolean {
  const name = nameOfParameter(parameter);
  const type = parameter.type === 'Identifier' ? parameter.typeAnnotation?.typeAnnotation.type : undefined;
  return (
    !/^_|^(?:prev|previous|initial|last)?_?state$/i.test(name) &&
    !/^TS(?:Boolean|Number)Keyword$/.test(type ?? '')
  );
}

/** `createServerFn().validator(…).handler(fn)` of TanStack Start, or what was begun so before. */
function isServerFn(place: Node): boolean {
  const call = place.parent;
  if (call?.type !== 'CallExpression') return false;
  const maker = calledFirst(call);
  return calleeName(maker) === 'createServerFn' || importsFrom(maker, /^@tanstack\/[\w-]*start(?:\/|$)/);
}

/** Remote functions of SvelteKit, `defineAction({ handler })` of Astro. */
function isCalledByPages(place: Node): boolean {
  const holder = place.parent;
  if (holder?.type === 'CallExpression') {
    const maker = calledFirst(holder);
    return maker.type === 'Identifier' && REMOTE.test(importedAs(maker, '$app/server') ?? '');
  }
  if (holder?.type !== 'Property' || writtenKey(holder) !== 'handler') return false;
  const call = holder.parent.parent;
  return call.type === 'CallExpression' && calleeName(call.callee) === 'defineAction';
}

const REMOTE = /^(?:command|form|query)$/;

/** What a name stands for that its file imports from a module. */
function importedAs(identifier: TSESTree.Identifier, source: string): string | undefined {
  const root = treeOf(identifier);
  for (const statement of root.type === 'Program' ? root.body : []) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== source) continue;
    const own = statement.specifiers.find(({ local }) => local.name === identifier.name);
    if (own?.type === 'ImportSpecifier' && own.imported.type === 'Identifier') return own.imported.name;
  }
  return undefined;
}

/** The name of the method that a parameter's function is handed to; empty for other functions. */
function methodTaking(parameter: Node): string {
  const fn = parameter.parent;
  const call = fn && wrapped(fn).parent;
  return call?.type === 'CallExpression' ? methodOf(call) : '';
}

/** `app.post("/ask", ({ body }) => …)` */
function isHandler(parameter: Node): boolean {
  const fn = parameter.parent;
  const call = fn && wrapped(fn).parent;
  if (call?.type !== 'CallExpression' || !ROUTES.has(methodTaking(parameter))) return false;
  return call.arguments.some((argument) => literalText(argument)?.startsWith('/') === true);
}
