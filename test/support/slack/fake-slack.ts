import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import type { SlackEnvelope } from '../../../src/channels/slack/slack-event.ts';
import { APP_TOKEN, createFakeWorkspace, type FakeWorkspace, type Posted } from './fake-workspace.ts';
import { foreignEventKeys, foreignKeys } from './key-oracle.ts';
import { wrongEvent, wrongRequest } from './schema/slack-schema.ts';

export interface Fault {
  /** `limit`: 429 · `error`: 500 · `stall`: no answer · `done_then_cut`: done, and the answer is lost · or Slack's word for a refusal. */
  readonly kind: 'limit' | 'error' | 'stall' | 'done_then_cut' | 'late' | { readonly refuse: string };
  readonly method: string;
  readonly channel?: string;
  readonly times?: number;
  /** Lets that many requests through first. */
  readonly after?: number;
  readonly retryAfterSeconds?: number;
  /** `late`: done after that time, whether or not anybody still waits; `onCome` when the request is here. */
  readonly lateByMs?: number;
  readonly onCome?: () => void;
}

export interface RecordedCall {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
  readonly at: number;
}

export interface FakeSlack {
  readonly apiUrl: string;
  readonly origin: string;
  readonly workspace: FakeWorkspace;
  readonly calls: RecordedCall[];
  /** What a real Slack would not have taken or sent. A test ends with none. */
  readonly violations: string[];
  posts(channel?: string): readonly Posted[];
  fail(fault: Fault): void;
  /** Takes back every fault that is still to come. */
  mend(): void;
  /** Over the newest socket; resolves to whether it was acknowledged in time. */
  emit(
    payload: SlackEnvelope | Readonly<Record<string, unknown>>,
    options?: { readonly retry?: number; readonly withinMs?: number },
  ): Promise<boolean>;
  sockets(): number;
  /** Slack ends the connection and wants a new one. */
  refresh(): void;
  /** The peer is there and says nothing any more, not even pong. */
  freeze(): void;
  cut(): void;
  refuseSockets(error: string | undefined): void;
  serveFile(
    path: string,
    file: { readonly status?: number; readonly type?: string; readonly bytes: Buffer; readonly location?: string },
  ): string;
  /** What was sent to the addresses that come with a press. */
  readonly responses: { readonly path: string; readonly body: unknown }[];
  readonly fileRequests: { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

const ACK_MS = 3_000;

/** Slack on 127.0.0.1: Web API, files and Socket Mode over real sockets, with the faults that Slack has. */
/** `seconds`: its clock, since 1970, where it has to agree with the agent's. */
export async function startFakeSlack(seconds?: () => number, onPosted?: (post: Posted, isLate: boolean) => void): Promise<FakeSlack> {
  const workspace = createFakeWorkspace(seconds);
  const calls: RecordedCall[] = [];
  const violations: string[] = [];
  const faults: { readonly fault: Fault; left: number; skip: number }[] = [];
  const files = new Map<string, Parameters<FakeSlack['serveFile']>[1]>();
  const fileRequests: FakeSlack['fileRequests'] = [];
  const responses: FakeSlack['responses'] = [];
  const waiting = new Map<string, (acknowledged: boolean) => void>();
  const links = new Set<WebSocket>();
  let socketRefusal: string | undefined;
  let envelopes = 0;

  const takeFault = (method: string, channel: string | undefined): Fault | undefined => {
    const matching = faults.filter(({ fault, left }) => left > 0 && fault.method === method && (fault.channel ?? channel) === channel);
    const found = matching.find((each) => (each.skip -= 1) < 0);
    if (found) found.left -= 1;
    return found?.fault;
  };

  const answer = (
    response: ServerResponse,
    method: string,
    body: object,
    status = 200,
    headers: Readonly<Record<string, string>> = {},
  ): void => {
    violations.push(...foreignKeys(method, body));
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));
  };

  const openSocket = (response: ServerResponse): void => {
    if (socketRefusal !== undefined) return answer(response, 'apps.connections.open', { ok: false, error: socketRefusal });
    answer(response, 'apps.connections.open', { ok: true, url: `${origin().replace('http', 'ws')}/link` });
  };

  const callMethod = (
    method: string,
    args: Readonly<Record<string, string>>,
    token: string | undefined,
    response: ServerResponse,
  ): void => {
    calls.push({ method, args, at: performance.now() });
    if (method === 'apps.connections.open' && token === APP_TOKEN) return openSocket(response);
    const fault = takeFault(method, args['channel']);
    if (fault?.kind === 'limit') {
      return answer(response, method, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(fault.retryAfterSeconds ?? 1) });
    }
    if (fault?.kind === 'error') return void response.writeHead(500).end('upstream');
    if (fault?.kind === 'stall') return;
    if (typeof fault?.kind === 'object') return answer(response, method, { ok: false, error: fault.kind.refuse });
    if (fault?.kind === 'late') {
      fault.onCome?.();
      setTimeout(() => finish(method, args, token, response, fault), fault.lateByMs ?? 0);
      return undefined;
    }
    return finish(method, args, token, response, fault);
  };

  const finish = (
    method: string,
    args: Readonly<Record<string, string>>,
    token: string | undefined,
    response: ServerResponse,
    fault: Fault | undefined,
  ): void => {
    violations.push(...wrongRequest(method, args));
    const before = workspace.posted.length;
    const result = workspace.handle(method, args, token);
    for (const post of workspace.posted.slice(before)) onPosted?.(post, fault?.kind === 'late');
    if (result.kind === 'violation') {
      violations.push(`${method}: ${result.because}`);
      return answer(response, method, { ok: false, error: 'invalid_arguments' });
    }
    if (fault?.kind === 'done_then_cut') return void response.destroy();
    answer(response, method, result.body, 200, { 'x-oauth-scopes': workspace.scopes.join(',') });
  };

  const serve = (path: string, request: IncomingMessage, response: ServerResponse): void => {
    if (request.method === 'POST') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        responses.push({ path, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
        response.writeHead(200).end('ok');
      });
      return;
    }
    fileRequests.push({ path, authorization: request.headers.authorization });
    const file = files.get(path);
    if (!file) {
      violations.push(`${path}: an unknown route`);
      return void response.writeHead(404).end();
    }
    const location = file.location === undefined ? {} : { location: file.location };
    response.writeHead(file.status ?? 200, { 'content-type': file.type ?? 'image/png', ...location }).end(file.bytes);
  };

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const method = /^\/api\/([\w.]+)$/.exec(path)?.[1];
    if (method === undefined) return serve(path, request, response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const args = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      callMethod(method, args, request.headers.authorization?.replace('Bearer ', ''), response);
    });
  });
  const sockets = new WebSocketServer({ server, path: '/link', autoPong: false });
  sockets.on('connection', (link) => {
    links.add(link);
    let isFrozen = false;
    link.on('ping', (data) => (isFrozen ? undefined : link.pong(data)));
    link.on('freeze', () => (isFrozen = true));
    link.on('close', () => links.delete(link));
    link.on('message', (data: Buffer) => {
      const { envelope_id: id } = JSON.parse(data.toString('utf8')) as { envelope_id: string };
      waiting.get(id)?.(true);
    });
    link.send(JSON.stringify({ type: 'hello', num_connections: links.size, connection_info: { app_id: 'A0APP0001' }, debug_info: {} }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = (): string => `http://127.0.0.1:${port}`;

  const emit: FakeSlack['emit'] = async (payload, { retry = 0, withinMs = ACK_MS } = {}) => {
    violations.push(...oddities(payload));
    const link = [...links].at(-1);
    if (!link) return false;
    const id = `envelope-${(envelopes += 1)}`;
    const type = 'event' in payload ? 'events_api' : 'interactive';
    const acknowledged = new Promise<boolean>((resolve) => {
      waiting.set(id, resolve);
      setTimeout(() => resolve(false), withinMs).unref();
    });
    link.send(
      JSON.stringify({
        envelope_id: id,
        type,
        payload,
        accepts_response_payload: type === 'interactive',
        retry_attempt: retry,
        retry_reason: retry > 0 ? 'timeout' : '',
      }),
    );
    return acknowledged;
  };

  return {
    get apiUrl() {
      return `${origin()}/api/`;
    },
    get origin() {
      return origin();
    },
    workspace,
    calls,
    violations,
    responses,
    fileRequests,
    posts: (channel) => workspace.posted.filter((post) => channel === undefined || post.channel === channel),
    mend: () => void faults.splice(0),
    fail: (fault) => void faults.push({ fault, left: fault.times ?? 1, skip: fault.after ?? 0 }),
    emit,
    sockets: () => links.size,
    refresh() {
      for (const link of links)
        link.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'fake' } }));
    },
    freeze() {
      for (const link of links) link.emit('freeze');
    },
    cut() {
      for (const link of links) link.terminate();
    },
    refuseSockets(error) {
      socketRefusal = error;
    },
    serveFile(path, file) {
      files.set(path, file);
      return `${origin()}${path}`;
    },
    async close() {
      for (const link of links) link.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What in a payload of ours Slack would not send. */
export function oddities(payload: object): readonly string[] {
  const { data } = carried.safeParse(payload);
  return data ? [...foreignEventKeys(data), ...wrongEvent(data.event)] : [];
}

const carried = z.looseObject({ event: z.record(z.string(), z.unknown()) });
