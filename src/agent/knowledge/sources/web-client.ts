import { lookup } from 'node:dns';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './public-address.ts';

/** What a page was the last time, so that it need not be sent again. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type Fetched =
  | { readonly kind: 'page'; readonly body: Buffer; readonly mediaType: string; readonly address: URL; readonly validators: Validators }
  | { readonly kind: 'unchanged' }
  /** The server says that there is no such page (404, 410). */
  | { readonly kind: 'gone' }
  /** `status` where the server answered at all. */
  | { readonly kind: 'failed'; readonly because: string; readonly status?: number };

export interface WebClient {
  fetch(address: URL, before?: Validators): Promise<Fetched>;
}

export interface WebClientOptions {
  /** Host with port; nothing else is asked, wherever a redirect leads. */
  readonly host: string;
  readonly maxBytes: number;
  readonly privateAddresses: boolean;
  readonly timeoutMs?: number;
  /** Ends every request. */
  readonly signal: AbortSignal;
}

/** As it stands in robots.txt. */
export const AGENT = 'deskhand';
const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** Reads pages of one host within bounds. Never rejects: what went wrong is said in words for whoever looks after the articles. */
export function createWebClient(options: WebClientOptions): WebClient {
  return {
    async fetch(address, before = {}) {
      let next = address;
      for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
        const refused = refuse(next, options);
        if (refused !== undefined) return { kind: 'failed', because: refused };
        const answer = await ask(next, before, options);
        if (answer.kind !== 'redirect') return answer;
        if (!URL.canParse(answer.to, next.href)) return { kind: 'failed', because: 'is redirected to no address' };
        next = new URL(answer.to, next);
      }
      return { kind: 'failed', because: `is redirected more than ${MAX_REDIRECTS} times` };
    },
  };
}

function refuse({ protocol, host, hostname }: URL, options: WebClientOptions): string | undefined {
  if (protocol !== 'http:' && protocol !== 'https:') return `is redirected to ${protocol}, which is not read`;
  if (host !== options.host) return `leads to another host, ${host}`;
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (!options.privateAddresses && isIP(literal) !== 0 && !isPublicAddress(literal)) return PRIVATE;
  return undefined;
}

const PRIVATE = 'lies in a private network; set fetch.privateAddresses if that is meant';

type Answer = Fetched | { readonly kind: 'redirect'; readonly to: string };

function ask(address: URL, before: Validators, options: WebClientOptions): Promise<Answer> {
  const { timeoutMs = TIMEOUT_MS, signal } = options;
  return new Promise((resolve) => {
    const done = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const failed = (error: NodeJS.ErrnoException): void => {
      const because = done.aborted
        ? signal.aborted
          ? 'the time for the source was used up'
          : `did not answer within ${timeoutMs / 1000} s`
        : describe(error);
      resolve({ kind: 'failed', because });
    };
    const send = address.protocol === 'https:' ? requestSecure : requestPlain;
    const headers = {
      'user-agent': `${AGENT} (customer support, reads its own help centre)`,
      accept: 'text/html, text/plain, text/markdown, application/json, application/xml, text/xml, application/pdf;q=0.5',
      'accept-encoding': 'gzip, br, deflate',
      ...(before.etag !== undefined && { 'if-none-match': before.etag }),
      ...(before.lastModified !== undefined && { 'if-modified-since': before.lastModified }),
    };
    // The address is checked where it is looked up, so that no second look-up can lead elsewhere.
    const outgoing = send(address, { headers, signal: done, lookup: lookUp(options.privateAddresses) });
    outgoing.on('error', failed);
    outgoing.on('response', (response) => {
      read(response, address, options.maxBytes).then(resolve, failed);
    });
    outgoing.end();
  });
}

async function read(response: IncomingMessage, address: URL, maxBytes: number): Promise<Answer> {
  const { statusCode = 0, headers } = response;
  if (REDIRECTS.has(statusCode) && headers.location !== undefined) return leave(response, { kind: 'redirect', to: headers.location });
  if (statusCode === 304) return leave(response, { kind: 'unchanged' });
  if (GONE.has(statusCode)) return leave(response, { kind: 'gone' });
  if (statusCode !== 200) return leave(response, { kind: 'failed', because: `is answered with status ${statusCode}`, status: statusCode });
  const body = await readBody(unpacked(response), maxBytes);
  if (body === undefined) return leave(response, { kind: 'failed', because: `is larger than ${maxBytes / 1024 / 1024} MB` });
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return { kind: 'page', body, mediaType, address, validators: { etag: headers.etag, lastModified: headers['last-modified'] } };
}

function leave(response: IncomingMessage, answer: Answer): Answer {
  response.destroy();
  return answer;
}

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

function unpacked(response: IncomingMessage): Readable {
  const unpack = UNPACKERS[response.headers['content-encoding']?.toLowerCase() ?? '']?.();
  if (!unpack) return response;
  response.on('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

/** Undefined as soon as there is too much: a small archive may hold a large page. */
export async function readBody(body: Readable, maxBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function lookUp(privateAddresses: boolean): LookupFunction {
  return (hostname, wanted, found) => {
    lookup(hostname, { ...wanted, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return found(error ?? new Error('no address'), '', 4);
      const allowed = privateAddresses || addresses.every(({ address }) => isPublicAddress(address));
      if (!allowed) return found(Object.assign(new Error(PRIVATE), { code: 'EPRIVATE' }), '', 4);
      if (wanted.all === true) found(null, addresses);
      else found(null, first.address, first.family);
    });
  };
}

const CAUSES: Readonly<Record<string, string>> = {
  EPRIVATE: PRIVATE,
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host cannot be looked up now',
  ECONNREFUSED: 'refuses connections',
  ECONNRESET: 'dropped the connection',
  ERR_STREAM_PREMATURE_CLOSE: 'dropped the connection',
  Z_DATA_ERROR: 'is not packed as it says',
  Z_BUF_ERROR: 'is packed, and cut off',
};

const describe = ({ code }: NodeJS.ErrnoException): string => CAUSES[code ?? ''] ?? `cannot be read (${code ?? 'no reason given'})`;
