import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface HttpCall {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  /** Longer answers are cut off. */
  readonly mostBytes: number;
}

export type HttpResult =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer }
  | { readonly kind: 'too_long' }
  /** No connection: nothing left this machine. */
  | { readonly kind: 'not_sent' }
  | { readonly kind: 'lost'; readonly because: string };

export interface HttpClient {
  /** One request, never repeated, no redirect followed. Does not reject. */
  send(call: HttpCall): Promise<HttpResult>;
  close(): void;
}

/** Connections are kept, because a new one costs two round trips and a handshake on every reply. */
export function createHttpClient(): HttpClient {
  const kept = { keepAlive: true, maxSockets: 64, timeout: 60_000 };
  const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) };
  return {
    send: (call) => exchange(call, agents),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function exchange(
  { url, method, headers, body, timeoutMs, mostBytes }: HttpCall,
  agents: { readonly http: HttpAgent; readonly https: HttpsAgent },
): Promise<HttpResult> {
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve) => {
    let isConnected = false;
    const signal = AbortSignal.timeout(timeoutMs);
    const fail = (because: string): void => resolve(isConnected ? { kind: 'lost', because } : { kind: 'not_sent' });
    const options = { method, headers, signal };
    const request = isSecure
      ? httpsRequest(url, { ...options, agent: agents.https })
      : httpRequest(url, { ...options, agent: agents.http });
    request.on('socket', (socket) => {
      if (!socket.connecting) isConnected = true;
      else socket.once(isSecure ? 'secureConnect' : 'connect', () => void (isConnected = true));
    });
    request.on('response', (response) => {
      readAll(response, mostBytes).then(
        (bytes) =>
          resolve(bytes ? { kind: 'answered', status: response.statusCode ?? 0, headers: response.headers, bytes } : { kind: 'too_long' }),
        () => fail(signal.aborted ? 'no whole answer in time' : 'the connection was lost during the answer'),
      );
    });
    request.on('error', () => fail(signal.aborted ? 'no answer in time' : 'the connection was lost'));
    request.end(body);
  });
}

/** Undefined when it is longer than allowed; the rest is not read. */
async function readAll(response: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > mostBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
