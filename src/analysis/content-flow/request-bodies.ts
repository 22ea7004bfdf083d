/**
 * What the body of a request to the file's own server is read from, in the usual frameworks.
 */
import { calleeName, literalText, wrapped } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Origin } from './types.ts';

/** What handlers call the request, or the object that holds it. */
const REQUEST_NAMES =
  /^_?(?:ev|event|evt|httpRequest|incomingMessage|nextRequest|req|request|requestEvent)$/i;
/** What handlers call the object that holds the request; its own body is the response's. */
const HOLDER_NAMES = /^(?:c|context|ctx|e|ev|event|evt)$/i;
const REQUEST_TYPES =
  /^(?:APIGateway\w*Event\w*|ALBEvent|ExpressRequest|FastifyRequest|FunctionUrlEvent|H3Event|HttpRequest|IncomingMessage|LambdaFunctionURLEvent|NextApiRequest|NextRequest|NowRequest|Request|RequestEvent|VercelRequest)$/;
/** Steps from a request to what its body says. */
const BODY_STEPS =
  /^(?:blob|body|bodyText|formData|json|on\(data\)|parseBody|payload|rawBody|text|valid)(?:\(|$)/;
/** Functions that are handed a request and give its body. */
const READERS = /^(?:get|parse|read)(?:Json|Raw|Request|Validated)*(?:Body|FormData)$/i;
/** Methods that register a handler for what is sent to the server. */
const ROUTES = new Set('all delete handle handler on onRequest patch post put route use'.split(' '));
/** Methods of RPC builders whose callback gets the body as `input`. */
const PROCEDURES = new Set('action handler mutation query subscription'.split(' '));
/** Files and pictures: a redactor of text does nothing with them. */
const NO_TEXT =
  /^(?:arrayBuffer|audio|avatar|base64|blob|file|files|frame|frames|image|images|imageBase64|imageData|img|pdf|pdfBase64|photo|photos|screenshot|video)$/i;

/** True for text that somebody sent to the server that the file is part of. */
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
  if (kind === 'call') return READERS.test(calleeName(at.callee) ?? '');
  if (kind !== 'parameter') return false;
  const [first = '', second = ''] = path;
  const name = nameOfParameter(at);
  if (isDecorated(at, 'Body')) return true;
  if (name === 'formData') return first.startsWith('get(') || first.startsWith('entries(');
  if (first === 'input' && PROCEDURES.has(methodTaking(at))) return true;
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

function nameOfParameter(node: Node): string {
  const named = node.type === 'AssignmentPattern' ? node.left : node;
  return named.type === 'Identifier' ? named.name : '';
}

function typeNameOf(node: Node): string {
  const type = node.type === 'Identifier' ? node.typeAnnotation?.typeAnnotation : undefined;
  if (type?.type !== 'TSTypeReference') return '';
  const { typeName } = type;
  return typeName.type === 'Identifier'
    ? typeName.name
    : typeName.type === 'TSQualifiedName'
      ? typeName.right.name
      : '';
}

/** `@Body() input: AskDto` */
function isDecorated(node: Node, by: string): boolean {
  if (!('decorators' in node)) return false;
  return node.decorators.some(({ expression }) => {
    return expression.type === 'CallExpression' && calleeName(expression.callee) === by;
  });
}

/** The name of the method that a parameter's function is handed to; empty for other functions. */
function methodTaking(parameter: Node): string {
  const fn = parameter.parent;
  const call = fn && wrapped(fn).parent;
  return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression'
    ? (calleeName(call.callee) ?? '')
    : '';
}

/** `app.post("/ask", ({ body }) => …)` */
function isHandler(parameter: Node): boolean {
  const fn = parameter.parent;
  const call = fn && wrapped(fn).parent;
  if (call?.type !== 'CallExpression' || !ROUTES.has(methodTaking(parameter))) return false;
  return call.arguments.some((argument) => literalText(argument)?.startsWith('/') === true);
}
