import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deskhand } from '../domain/deskhand.ts';
import { AppError } from '../domain/error.ts';
import type { Now } from '../domain/ports.ts';
import { removeAgentFile, writeAgentFile } from './agent-file.ts';
import { bearerOnly, localHostOnly, pageOnly, problem, securityHeaders, sessionCookie, type Secrets } from './guard.ts';
import { createLiveEvents, type LiveEvents } from './live-events.ts';
import { loopbackApi } from './loopback-api.ts';
import { pageApi } from './page-api.ts';
import { PAGE_PATHS, readPageFile } from './page-files.ts';

export interface ConsoleSettings {
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Gets `agent.json`, by which commands find this process. */
  readonly dataFolder: string;
  readonly now: Now;
  /** Hears of failures that nobody planned; the caller gets a plain 500. */
  readonly onError: (error: Error) => void;
}

export interface Console {
  /** Listens and writes `agent.json`. Rejects with `config_invalid` when the port is taken. */
  start(): Promise<{ readonly address: string }>;
  /** Ends every stream and removes `agent.json`. */
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 64 * 1024;
const CSRF_PLACE = '{{csrf}}';

/** The local pages and the API of the terminal commands, on 127.0.0.1 and nowhere else. */
export function createConsole(deskhand: Deskhand, settings: ConsoleSettings): Console {
  const secrets: Secrets = { bearer: newSecret(), session: newSecret(), csrf: newSecret() };
  let running: { readonly server: Server; readonly live: LiveEvents } | undefined;
  return {
    async start() {
      const live = createLiveEvents(deskhand);
      const app = consoleApp(deskhand, settings, secrets, live);
      const server = httpServer(app);
      try {
        await listen(server, settings.port);
      } catch (error) {
        live.close();
        throw portProblem(error, settings.port);
      }
      running = { server, live };
      const address = `http://127.0.0.1:${portOf(server)}`;
      await writeAgentFile(settings.dataFolder, { pid: process.pid, address, token: secrets.bearer });
      return { address };
    },
    async stop() {
      if (!running) return;
      const { server, live } = running;
      running = undefined;
      await removeAgentFile(settings.dataFolder, secrets.bearer);
      live.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function consoleApp(deskhand: Deskhand, settings: ConsoleSettings, secrets: Secrets, live: LiveEvents): Hono {
  const app = new Hono();
  app.use(securityHeaders, localHostOnly);
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => context.json(problem('too_large', 'That is too long.'), 413) }));
  app.get('/health', async (context) => {
    const health = await deskhand.health();
    return context.json(health, health.accepting ? 200 : 503);
  });
  const events = (signal: AbortSignal): Response => {
    const stream = live.open(signal);
    if (!stream) return Response.json(problem('too_many', 'Too many pages are open.'), { status: 503 });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  };
  app.get('/events', pageOnly(secrets), (context) => events(context.req.raw.signal));
  app.use('/api/*', pageOnly(secrets));
  app.route('/api', pageApi(deskhand, settings.now));
  app.use('/loopback/*', bearerOnly(secrets));
  app.get('/loopback/changes', (context) => events(context.req.raw.signal));
  app.route('/loopback', loopbackApi(deskhand));
  for (const path of PAGE_PATHS) app.get(path, (context) => pageResponse(path, secrets, context.req.header('host')));
  app.notFound((context) => context.json(problem('not_found', 'There is nothing here.'), 404));
  app.onError((error, context) => {
    settings.onError(error);
    if (error instanceof AppError) return context.json(problem(error.code, error.message), 503);
    return context.json(problem('internal', 'That failed. The log says why.'), 500);
  });
  return app;
}

/** The page carries its token; the cookie goes with it, for this site only and hidden from scripts. */
async function pageResponse(path: string, secrets: Secrets, host: string | undefined): Promise<Response> {
  const file = await readPageFile(path);
  if (!file) return Response.json(problem('not_found', 'There is nothing here.'), { status: 404 });
  const headers = new Headers({ 'content-type': file.type });
  if (path === '/') headers.set('set-cookie', `${sessionCookie(host)}=${secrets.session}; Path=/; HttpOnly; SameSite=Strict`);
  return new Response(path === '/' ? file.text.replace(CSRF_PLACE, secrets.csrf) : file.text, { headers });
}

/** The adaptor can also speak HTTP/2; a local page has no use for it. */
function httpServer(app: Hono): Server {
  const server = createAdaptorServer({ fetch: app.fetch });
  if (!('closeAllConnections' in server)) throw new TypeError('not an HTTP/1.1 server');
  return server;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function portProblem(error: unknown, port: number): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const what = code === 'EADDRINUSE' ? 'is taken by another program' : 'may not be used by this account';
  return new AppError('config_invalid', `port ${port} ${what}`, { retryable: false, hint: 'Set PORT to another number.', cause: error });
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
