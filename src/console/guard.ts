import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export interface Secrets {
  /** For commands of this machine, from `agent.json`. */
  readonly bearer: string;
  /** In the page's cookie, SameSite=Strict and out of reach for scripts. */
  readonly session: string;
  /** In the page itself; sent back as a header with everything that changes something. */
  readonly csrf: string;
}

/** Cookies of 127.0.0.1 are shared by all its ports, and two agents may run side by side. */
export function sessionCookie(host: string | undefined): string {
  return `deskhand_session_${/:(\d+)$/.exec(host ?? '')?.[1] ?? '80'}`;
}

export const CSRF_HEADER = 'x-deskhand-csrf';

/** Said to the page when it was loaded before a restart: it loads itself again. */
export const STALE_SESSION = 'stale_session';

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** On every answer, errors included. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value);
};

/** Names of this machine only: a foreign name that was made to point at 127.0.0.1 (DNS rebinding) gets nothing. */
export const localHostOnly: MiddlewareHandler = async (context, next) => {
  if (!isLocalHost(context.req.header('host')))
    return context.json(problem('wrong_host', 'Open this page as 127.0.0.1 or localhost.'), 403);
  return next();
};

export function isLocalHost(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');
}

/** The page's own requests: its cookie, and for a change also its token and its origin. */
export function pageOnly(secrets: Secrets): MiddlewareHandler {
  return async (context, next) => {
    const header = (name: string): string | undefined => context.req.header(name);
    if (!isSameOrigin(header('origin'), header('host')) || !['same-origin', 'none', undefined].includes(header('sec-fetch-site'))) {
      return context.json(problem('foreign_origin', 'Only this page may ask.'), 403);
    }
    if (!isEqual(cookie(header('cookie'), sessionCookie(header('host'))), secrets.session)) {
      return context.json(problem(STALE_SESSION, 'Load the page again.'), 403);
    }
    const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    if (changes && !isEqual(header(CSRF_HEADER), secrets.csrf)) return context.json(problem(STALE_SESSION, 'Load the page again.'), 403);
    return next();
  };
}

/** Commands of this machine that could read `agent.json`. */
export function bearerOnly(secrets: Secrets): MiddlewareHandler {
  return async (context, next) => {
    const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (!isEqual(token, secrets.bearer)) return context.json(problem('unauthorized', 'The token in agent.json is needed.'), 401);
    return next();
  };
}

export interface ApiProblem {
  readonly error: { readonly code: string; readonly message: string };
}

export function problem(code: string, message: string): ApiProblem {
  return { error: { code, message } };
}

/** No Origin header: not a browser, or a plain navigation. */
function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin === `http://${host ?? ''}`;
}

function cookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

/** In constant time, whatever the lengths. */
function isEqual(given: string | undefined, expected: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
