import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '../../domain/error.ts';
import type { Now } from '../../domain/ports.ts';
import type { Deliver } from './slack-front.ts';
import type { SlackPorts } from './slack-ports.ts';
import { verifySignature } from './verify-signature.ts';

export interface SlackReceiver {
  /** The port that was taken. Rejects with `channel_unavailable` when it is in use. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

export interface ReceiverSettings {
  readonly host: string;
  readonly port: number;
  readonly signingSecret: string;
}

/** Slack's payloads are far smaller. */
const MOST_BYTES = 1024 * 1024;
const PATH = '/slack/events';

/** Events and interactions over HTTP. 200 only once the message is stored: Slack sends again what was not acknowledged. */
export function createSlackReceiver(
  { host, port, signingSecret }: ReceiverSettings,
  deliver: Deliver,
  { now, report }: { readonly now: Now; readonly report: SlackPorts['report'] },
): SlackReceiver {
  const handle = async (request: IncomingMessage): Promise<Answer> => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== PATH) return { status: 404 };
    const body = await readBody(request);
    if (!body) return { status: 413 };
    const [timestamp, signature] = [headerOf(request, 'x-slack-request-timestamp'), headerOf(request, 'x-slack-signature')];
    if (!verifySignature({ body, timestamp, signature }, signingSecret, now())) {
      report({ kind: 'refused_request', because: 'signature' });
      return { status: 401 };
    }
    const payload = payloadOf(body, headerOf(request, 'content-type'));
    if (payload === undefined) {
      report({ kind: 'refused_request', because: 'shape' });
      return { status: 400 };
    }
    const challenge = challengeOf(payload);
    if (challenge !== undefined) return { status: 200, text: challenge };
    await deliver(payload);
    return { status: 200 };
  };

  const server = createServer((request, response) => {
    handle(request)
      .catch((error: unknown): Answer => {
        report({ kind: 'not_stored', because: error instanceof Error ? error.name : 'unknown' });
        return { status: 503 };
      })
      .then((answer) => write(response, answer))
      .catch(() => response.destroy());
  });

  return {
    start: () => listen(server, host, port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly text?: string;
}

function write(response: ServerResponse, { status, text = '' }: Answer): void {
  // Of a body that was not read to its end the rest is still on its way: nothing can follow it on this connection.
  const ending = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text), ...ending });
  response.end(text);
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Events are JSON; interactions a form with JSON in its one field. */
function payloadOf(body: Buffer, contentType: string | undefined): unknown {
  const text = body.toString('utf8');
  const json = contentType?.startsWith('application/x-www-form-urlencoded') ? (new URLSearchParams(text).get('payload') ?? '') : text;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Slack asks once whether the address is ours. */
function challengeOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('type' in payload) || payload.type !== 'url_verification') return undefined;
  return 'challenge' in payload && typeof payload.challenge === 'string' ? payload.challenge : undefined;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new AppError('channel_unavailable', `Slack's port ${port} on ${host} cannot be opened (${cause.code ?? 'unknown'})`, {
          retryable: false,
          hint: 'set SLACK_PORT to a free port',
          cause,
        }),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
