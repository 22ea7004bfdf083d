/**
 * Where programs write things down: loggers, error trackers, analytics, traces. Data, read from the packages'
 * documentation, November 2026.
 */
import type { SinkKind } from './types.ts';

/** What a family of packages offers that writes down what it is handed. */
export interface SinkRow {
  readonly kind: SinkKind;
  /** Module specifiers; subpaths count. */
  readonly packages: RegExp;
  /** Last words of names of what holds the methods, for values that other files of the project provide. */
  readonly receivers: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  /** The package's own function, or what it makes, is itself called to log. */
  readonly callable?: true;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Methods of loggers, one for each level and then some. */
export const LEVELS = set(
  'alert audit box crit critical debug emerg emergency error fatal group groupCollapsed http info log logLevel mark msg notice print ' +
    'silly success trace verbose warn warning write dir table assert',
);

/** Methods of `console` that reach standard output. */
export const STDOUT_METHODS = set('debug dir group groupCollapsed info log table');

export const SINK_ROWS: readonly SinkRow[] = [
  {
    kind: 'log',
    packages:
      /^(?:@adonisjs\/(?:core\/)?logger|@aws-lambda-powertools\/logger|@axiomhq\/[\w-]+|@fastify\/[\w-]*log[\w-]*|@google-cloud\/logging(?:-\w+)?|@logdna\/[\w-]+|@logtail\/[\w-]+|@nestjs\/common|@tsndr\/[\w-]+|bunyan|consola|debug|electron-log|fancy-log|firebase-functions(?:\/.*)?|lambda-log|log4js|loglevel|next-axiom|nestjs-pino|npmlog|pino(?:-[\w-]+)?|roarr|signale|tslog|winston(?:-[\w-]+)?)(?:\/|$)/,
    receivers: set('consola log logger loggers logging pino signale winston'),
    methods: LEVELS,
    callable: true,
  },
  {
    kind: 'errors',
    packages:
      /^(?:@sentry\/[\w-]+|@bugsnag\/[\w-]+|@datadog\/[\w-]+|@honeybadger-io\/[\w-]+|newrelic|rollbar|raygun|applicationinsights)(?:\/|$)/,
    receivers: set('bugsnag honeybadger insights newrelic relic rollbar rum scope sentry'),
    methods: set(
      'addBreadcrumb addAction addError addCustomAttribute addCustomAttributes addMetadata captureEvent captureException captureFeedback ' +
        'captureMessage configure critical debug error fmt info leaveBreadcrumb log noticeError notify recordCustomEvent recordLogEvent setContext setExtra ' +
        'setExtras setTag setTags trackEvent trackException trackTrace warn warning fatal',
    ),
  },
  {
    kind: 'analytics',
    packages:
      /^(?:@amplitude\/[\w-]+|@segment\/[\w-]+|@vercel\/analytics|analytics-node|mixpanel(?:-browser)?|posthog-(?:js|node)|@posthog\/[\w-]+|@statsig\/[\w-]+)(?:\/|$)/,
    receivers: set('amplitude analytics hog mixpanel posthog segment telemetry'),
    methods: set(
      'capture captureException group identify logEvent page people register setPersonProperties track trackEvent',
    ),
    callable: true,
  },
  // `new Console(process.stdout)`
  { kind: 'log', packages: /^(?:node:)?console$/, receivers: set('console'), methods: LEVELS },
  // `Effect.logInfo(text)`
  {
    kind: 'log',
    packages: /^effect(?:\/|$)/,
    receivers: new Set(),
    methods: set('annotateLogs log logDebug logError logFatal logInfo logTrace logWarning'),
  },
  // The log of a job, which its queue keeps.
  { kind: 'log', packages: /^bull(?:mq)?$/, receivers: set('job'), methods: set('log') },
  // `request.log(["notes"], { id })` of Hapi.
  { kind: 'log', packages: /^@hapi\/hapi$/, receivers: set('req request server'), methods: set('log') },
  // Azure Functions and their like hand a logger to each call.
  {
    kind: 'log',
    packages: /^@azure\/functions$/,
    receivers: set('context ctx'),
    methods: set('debug error info log trace warn'),
  },
  {
    kind: 'trace',
    packages:
      /^(?:@opentelemetry\/[\w-]+|@traceloop\/[\w-]+|@langfuse\/[\w-]+|langfuse(?:-\w+)?|langsmith|dd-trace|@arizeai\/[\w-]+|@braintrust\/[\w-]+|braintrust|@helicone\/[\w-]+|hot-shots|prom-client)(?:\/|$)/,
    receivers: set('generation langfuse llmobs span trace traceloop tracer tree'),
    methods: set(
      'addAttributes addEvent annotate createRun end event generation log postRun recordException score sendEvent setAttribute setAttributes ' +
        'setTag setTags span startObservation trace update updateRun updateTrace updateActiveTrace updateActiveObservation',
    ),
  },
];

/** Methods that give the same logger with more context. */
export const SAME_LOGGER = set('child extend getSubLogger scope withContext withFields withTag');

/** Methods of loggers that write nothing. */
export const LOGGER_SETUP =
  /^(?:add|addTransport|attach|bind|bindings|build|child|clear|close|configure|create\w*|default|disable|enable|enabled|end|extend|filter|find\w*|flush|for\w*|get\w*|has\w*|init\w*|is\w*|level|map|off|on|once|parse|pipe|push|query|remove\w*|reset|scope|set\w*|start\w*|stop\w*|toString|use|with\w*)$/;

/** Plain functions of other files by whose name one knows that they log. */
export const LOGGING_FUNCTIONS =
  /^(?:_?log|_?debug|dlog|trace|(?:app|console|debug|server|verbose)Log|log(?:ger|[A-Z]\w*)|(?:append|write)(?:To)?Log(?:s|File|Entry)?|(?:capture|report)(?:Error|Exception|Message)|trace[A-Z]\w*|trackEvent|sendTelemetry\w*)$/;

/** Functions of the file system that write, and the argument that holds what they write. */
export const FILE_WRITERS: ReadonlyMap<string, number> = new Map([
  ['appendFile', 1],
  ['appendFileSync', 1],
  ['outputFile', 1],
  ['outputFileSync', 1],
  ['writeFile', 1],
  ['writeFileSync', 1],
  ['writeTextFile', 1],
]);

/** Paths and names of files that are logs, or keep what was last asked. */
export const LOG_FILES =
  /\.log\b|(?:^|[/_.\\-])logs?(?:[/_.\\-]|$)|debug[\w-]*\.(?:txt|json)|trace[\w-]*\.(?:txt|jsonl?)|(?:^|[/_.\\-])(?:last|latest|raw|dump(?:ed)?|debug)[-_]?(?:prompt|completion|request|response|answer)s?\b/i;

/** Words of tables that are logs of what is asked: `prompt_logs`, `llmLog`, `ai_debug_log`. */
export const LOG_TABLE_WORDS = set(
  'ai anthropic call calls claude completion completions debug genai llm log logs prompt prompts',
);

/** What tables of audit records are called last: `audit_events`, `AuditTrail`. */
export const AUDIT_TABLE_WORDS = set('entries entry event events log logs record records trail trails');

/** Methods by which something is put into a table. */
export const STORES = /^(?:create(?:Many)?|execute|insert\w*|put|query|save|upsert|values)$/;
