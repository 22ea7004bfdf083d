/**
 * How a connection to Claude has to be protected, as dated rows, and which settings of a file fall short.
 */
import { isLoopback, readUrl } from '../analysis/clients/hosts.ts';
import { HOLE } from '../analysis/values/text.ts';
import type { Pieces } from '../analysis/values/text.ts';
import type { TransportSetting } from '../analysis/connections/transport.ts';
import type { Fact } from './facts.ts';

/** What is wrong with a connection. */
export type TransportFault = 'oldTls' | 'plainHttp' | 'unchecked';

interface TransportRow extends Fact {
  readonly fault: TransportFault;
  /** What has to hold. */
  readonly demand: string;
}

/** What has to hold for every connection, with where it stands. */
export const TRANSPORT: readonly TransportRow[] = [
  {
    fault: 'plainHttp',
    demand: 'TLS to every host that is not the machine itself',
    source:
      'the project’s source documents: the API encrypts in transit with TLS 1.2 or later; RFC 6761 and RFC 1122 for loopback',
    checkedOn: '2026-11-21',
    certainty: 'B',
  },
  {
    fault: 'unchecked',
    demand: 'the server’s certificate and its name are checked',
    source:
      'nodejs.org/api/tls.html: rejectUnauthorized, checkServerIdentity; nodejs.org/api/cli.html: NODE_TLS_REJECT_UNAUTHORIZED',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    fault: 'oldTls',
    demand: 'TLS 1.2 or later',
    source: 'RFC 8996: TLS 1.0 and 1.1 are deprecated; nodejs.org/api/tls.html for the names',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
];

/** The version that suggestions write. */
export const LEAST_TLS = 'TLSv1.2';

const OLD_VERSIONS: readonly unknown[] = ['TLSv1', 'TLSv1.1'];
/** Methods of OpenSSL that fix an old version. `SSLv23_method` and `TLS_method` fix none. */
const OLD_METHOD = /^(?:SSLv[23]|TLSv1(?:_1)?)(?:_client|_server)?_method$/;
const OLD_FLAG = /--tls-min-v1\.[01](?!\d)/;

/** For each setting, the fault that a value of it is; undefined for values that are safe. */
const FAULTS: Readonly<Record<string, (setting: TransportSetting) => TransportFault | undefined>> = {
  rejectUnauthorized: ({ literal }) => (literal === false ? 'unchecked' : undefined),
  checkServerIdentity: ({ acceptsAll }) => (acceptsAll ? 'unchecked' : undefined),
  NODE_TLS_REJECT_UNAUTHORIZED: ({ literal }) => (literal === '0' || literal === 0 ? 'unchecked' : undefined),
  minVersion: oldVersion,
  maxVersion: oldVersion,
  DEFAULT_MIN_VERSION: oldVersion,
  DEFAULT_MAX_VERSION: oldVersion,
  secureProtocol: ({ literal }) =>
    typeof literal === 'string' && OLD_METHOD.test(literal) ? 'oldTls' : undefined,
  NODE_OPTIONS: ({ text }) => (text?.some((piece) => piece && OLD_FLAG.test(piece)) ? 'oldTls' : undefined),
};

function oldVersion({ literal }: TransportSetting): TransportFault | undefined {
  return OLD_VERSIONS.includes(literal) ? 'oldTls' : undefined;
}

/** The fault of one setting; undefined where it has none, or where the file does not show it. */
export function transportFault(setting: TransportSetting): TransportFault | undefined {
  if (setting.kind === 'switch') return FAULTS[setting.name]?.(setting);
  const host = setting.text && plainHost(setting.text);
  return host !== undefined && !isLoopback(host) ? 'plainHttp' : undefined;
}

/** `unknown`: the file does not show what it is set to. */
export type TransportVerdict = TransportFault | 'safe' | 'unknown';

/** Judges one setting. */
export function transportVerdict(setting: TransportSetting): TransportVerdict {
  const fault = transportFault(setting);
  if (fault) return fault;
  const { kind, literal, name, text } = setting;
  if (kind === 'url') {
    const scheme = text?.[0] ?? '';
    // An `http:` URL without a fault goes to this machine, or to a host that is not known.
    if (/^http:/i.test(scheme)) return plainHost(text ?? []) === undefined ? 'unknown' : 'safe';
    return scheme === '' ? 'unknown' : 'safe';
  }
  const isShown = literal !== undefined || text !== undefined || name === 'checkServerIdentity';
  return isShown ? 'safe' : 'unknown';
}

/** The host of an `http:` URL; undefined for other schemes, and for hosts that are not known. */
export function plainHost(url: Pieces): string | undefined {
  const parts = readUrl(url);
  return parts?.protocol !== 'http' || parts.hostname.includes(HOLE) ? undefined : parts.hostname;
}
