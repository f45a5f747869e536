import { evaluate, fillText, isBlock, type Scope } from '../template.ts';
import type { HttpCall, HttpSettings } from './http-settings.ts';

/** Leads out of the path even though every value in it is encoded. */
const CLIMBS = /^(?:\.|%2e){1,2}$/i;

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * The request for one call, or undefined when a value that its path needs is missing. Values are encoded, so that none can
 * leave its place: neither another path nor another host is ever asked.
 */
export function httpRequest({ baseUrl, headers }: HttpSettings, call: HttpCall, scope: Scope): HttpRequest | undefined {
  const path = fillText(call.path, scope, encodeURIComponent);
  if (path === undefined || path.split('/').some((segment) => CLIMBS.test(segment))) return undefined;
  const base = new URL(baseUrl.endsWith('/') ? baseUrl.slice(0, -1) : baseUrl);
  const url = new URL(`${base.href.replace(/\/$/, '')}${path}`);
  for (const [name, value] of queryOf(call.query, scope)) url.searchParams.append(name, value);
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  const body = call.body === undefined ? undefined : JSON.stringify(evaluate(call.body, scope));
  return {
    method: call.method,
    url,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
      ...headersOf(call.headers, scope),
    },
    body,
  };
}

function queryOf(query: Readonly<Record<string, unknown>>, scope: Scope): readonly (readonly [string, string])[] {
  return Object.entries(query).flatMap(([name, template]) => {
    const value = evaluate(template, scope);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((each) => each !== undefined && !isBlock(each)).map((each) => [name, String(each)] as const);
  });
}

/** A line break in a value would begin another header. */
function headersOf(headers: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> {
  const filled = Object.entries(headers).map(([name, template]) => [name, evaluate(template, scope)] as const);
  return Object.fromEntries(
    filled.filter(([, value]) => value !== undefined).map(([name, value]) => [name, encodeHeader(String(value))] as const),
  );
}

const encodeHeader = (value: string): string => value.replace(/[^\t\x20-\x7e]/g, encodeURIComponent);
