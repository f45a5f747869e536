import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { publicLookup, type Resolve } from './address.ts';
import type { HttpRequest } from './http-request.ts';

export type Sent =
  | { readonly kind: 'response'; readonly status: number; readonly body: string; readonly retryAfterSeconds: number | undefined }
  /** Nothing left this machine. */
  | { readonly kind: 'not_sent'; readonly code: string }
  /** It left, and no whole answer came back. */
  | { readonly kind: 'lost'; readonly code: string };

export interface SendLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** Sends requests to one host. Redirects are answers like any other: none is ever followed. */
export interface Sender {
  send(request: HttpRequest, limits: SendLimits): Promise<Sent>;
  close(): void;
}

/** More at once than one support desk asks of its shop. */
const SOCKETS = 8;

/** `resolve` answers for the network's name service, for tests. */
export function createSender(options: {
  readonly secure: boolean;
  readonly allowPrivateAddress: boolean;
  readonly resolve?: Resolve;
}): Sender {
  const settings = {
    keepAlive: true,
    maxSockets: SOCKETS,
    ...(options.allowPrivateAddress ? {} : { lookup: publicLookup(options.resolve) }),
  };
  const agent = options.secure ? new HttpsAgent(settings) : new HttpAgent(settings);
  const open = options.secure ? httpsRequest : httpRequest;
  return {
    send: ({ method, url, headers, body }, limits) => exchange((signal) => open(url, { method, headers, agent, signal }), body, limits),
    close: () => agent.destroy(),
  };
}

function exchange(open: (signal: AbortSignal) => ClientRequest, body: string | undefined, limits: SendLimits): Promise<Sent> {
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.timeoutMs)]);
  return new Promise((resolve) => {
    let isConnected = false;
    const fail = (error: unknown): void => {
      const code = signal.aborted ? 'timeout' : codeOf(error);
      resolve(isConnected ? { kind: 'lost', code } : { kind: 'not_sent', code });
    };
    const request = open(signal);
    request.on('socket', (socket: Socket) => {
      if (socket.destroyed) return;
      if (!socket.connecting) isConnected = true;
      else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => (isConnected = true));
    });
    request.on('response', (response) => {
      readBody(response, limits.maxBytes).then((text) => resolve(responseOf(response, text)), fail);
    });
    request.on('error', fail);
    request.end(body);
  });
}

function responseOf(response: IncomingMessage, body: string): Sent {
  const after = Number(response.headers['retry-after']);
  return { kind: 'response', status: response.statusCode ?? 0, body, retryAfterSeconds: Number.isFinite(after) ? after : undefined };
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.byteLength;
    if (bytes > maxBytes) {
      response.destroy();
      throw Object.assign(new RangeError('too large'), { code: 'too_large' });
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Codes only: messages of the network layer hold addresses and headers. */
function codeOf(error: unknown): string {
  const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'connection_failed';
  return code.toLowerCase();
}
