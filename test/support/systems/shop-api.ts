import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What goes wrong with one request. */
export type ShopFault =
  | 'timeout'
  | 'timeout_after_effect'
  | '500_after_effect'
  | '503'
  | 'redirect'
  | 'oversize'
  | 'misshapen'
  | 'not_json'
  | 'cut'
  | 'busy';

export interface ShopOrder {
  readonly number: string;
  readonly customer: string;
  state: string;
  readonly total: string;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A company's shop: orders over HTTP, as `test/fixtures/connectors/shop-openapi.yaml` describes them, with faults on demand. */
export interface ShopApi {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  readonly orders: ReadonlyMap<string, ShopOrder>;
  /** How often an order was really cancelled. */
  readonly cancellations: number;
  /** Faults of the next requests, one each. */
  next(...faults: readonly ShopFault[]): void;
  stop(): Promise<void>;
}

const TOKEN = 'Bearer shop-secret';

export async function startShopApi(options: { readonly redirectTo?: string; readonly honoursKeys?: boolean } = {}): Promise<ShopApi> {
  const { redirectTo = 'http://127.0.0.1:9/stolen', honoursKeys = true } = options;
  const orders = new Map<string, ShopOrder>([
    ['A-1', { number: 'A-1', customer: 'c-1', state: 'paid', total: '40.00' }],
    ['A-2', { number: 'A-2', customer: 'c-1', state: 'sent', total: '12.50' }],
    ['B-1', { number: 'B-1', customer: 'c-2', state: 'paid', total: '99.99' }],
  ]);
  const requests: SeenRequest[] = [];
  const faults: ShopFault[] = [];
  const answered = new Map<string, { readonly status: number; readonly body: unknown }>();
  let cancellations = 0;

  const cancel = (customer: string, number: string): { readonly status: number; readonly body: unknown } => {
    const order = orders.get(number);
    if (order?.customer !== customer) return { status: 404, body: { error: 'no such order' } };
    if (order.state !== 'paid') return { status: 409, body: { error: { code: `already_${order.state}` } } };
    order.state = 'cancelled';
    cancellations += 1;
    return { status: 200, body: view(order) };
  };
  const serve = (request: IncomingMessage): { readonly status: number; readonly body: unknown } => {
    if (request.headers.authorization !== TOKEN) return { status: 401, body: { error: 'who are you?' } };
    const path = new URL(request.url ?? '', 'http://shop').pathname;
    const [, customer = '', number = '', action] =
      /^\/v1\/customers\/([^/]+)\/orders\/([^/]+)(\/cancellation)?$/.exec(path)?.map((part) => decodeURIComponent(part ?? '')) ?? [];
    if (request.method === 'POST' && action) {
      const key = String(request.headers['idempotency-key'] ?? '');
      const before = honoursKeys && key !== '' ? answered.get(key) : undefined;
      const result = before ?? cancel(customer, number);
      if (key !== '') answered.set(key, result);
      return result;
    }
    if (path === '/v1/') return { status: 200, body: {} };
    const order = orders.get(number);
    return order?.customer === customer ? { status: 200, body: view(order) } : { status: 404, body: { error: 'no such order' } };
  };

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    });
    const fault = faults.shift();
    const hasEffect = fault === undefined || fault.endsWith('after_effect') || ['oversize', 'misshapen', 'not_json', 'cut'].includes(fault);
    const result = hasEffect ? serve(request) : { status: 500, body: {} };
    await FAULTS[fault ?? 'none'](response, result, redirectTo);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    orders,
    get cancellations() {
      return cancellations;
    },
    next: (...more) => void faults.push(...more),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const view = ({ number, state, total, customer }: ShopOrder): unknown => ({ number, state, total, owner: { id: customer }, note: null });

type Fault = (
  response: ServerResponse,
  result: { readonly status: number; readonly body: unknown },
  redirectTo: string,
) => void | Promise<void>;

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
};

/** Longer than any limit that the tests set. */
const TOO_LONG_MS = 600;

const FAULTS: Readonly<Record<ShopFault | 'none', Fault>> = {
  none: (response, { status, body }) => send(response, status, JSON.stringify(body)),
  timeout: async (response) => {
    await wait(TOO_LONG_MS);
    response.destroy();
  },
  timeout_after_effect: async (response) => {
    await wait(TOO_LONG_MS);
    response.destroy();
  },
  '500_after_effect': (response) => send(response, 500, '{"error":"after the effect"}'),
  '503': (response) => send(response, 503, '{}'),
  busy: (response) => void response.writeHead(429, { 'retry-after': '0' }).end('{}'),
  redirect: (response, _result, redirectTo) => void response.writeHead(307, { location: redirectTo }).end(),
  oversize: (response, { status, body }) => send(response, status, JSON.stringify({ body, padding: 'x'.repeat(400_000) })),
  misshapen: (response, { status }) => send(response, status, '{"number":7,"state":"paid"}'),
  not_json: (response, { status }) => send(response, status, '<html>ok</html>'),
  cut: (response, { status, body }) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': '4096' });
    response.write(JSON.stringify(body));
    setTimeout(() => response.destroy(), 20);
  },
};
