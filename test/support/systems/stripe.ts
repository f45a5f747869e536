import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';

/** What goes wrong with one request to make a refund. */
export type StripeFault =
  /** Nothing happens, and the answer is a 404 without an error in it, which the SDK takes for a success. */
  | '404_without_error'
  /** The refund is made and its answer never arrives. */
  | 'lost_after_effect'
  /** The refund is made and the server says it failed. */
  | '500_after_effect'
  | 'unauthorized';

export interface StripeServer {
  readonly url: string;
  /** Bodies of the requests that asked for a refund. */
  readonly asked: readonly { readonly key: string | undefined; readonly body: string }[];
  next(...faults: readonly StripeFault[]): void;
  /** Every refund is shown with this status from now on. */
  showAs(status: string): void;
  stop(): Promise<void>;
}

/** The stateful mock of Stripe over a socket, with what it does not know: lost answers, slow refunds, answers that are none. */
export async function startStripe(): Promise<StripeServer> {
  const require = createRequire(import.meta.url);
  (require('loglevel') as { setLevel(level: string): void }).setLevel('silent');
  const mock = (require('stripe-stateful-mock') as { createExpressApp(): RequestListener }).createExpressApp();
  const asked: { key: string | undefined; body: string }[] = [];
  const faults: StripeFault[] = [];
  let shownAs: string | undefined;

  const server = createServer((request, response) => {
    const isRefund = request.method === 'POST' && request.url === '/v1/refunds';
    if (isRefund) note(request, asked);
    const fault = isRefund ? faults.shift() : undefined;
    if (fault === '404_without_error' || fault === 'unauthorized') {
      const [status, body] = NOT_STRIPES_WORD[fault];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    if (request.url?.startsWith('/v1/refunds'))
      rewrite(response, (text) => (shownAs === undefined ? text : text.replaceAll('"status":"succeeded"', `"status":"${shownAs}"`)));
    if (fault === 'lost_after_effect') response.end = () => response.destroy();
    if (fault === '500_after_effect') {
      const end = response.end.bind(response);
      response.end = () => {
        response.removeHeader('content-length');
        response.statusCode = 500;
        return end('{"error":{"type":"api_error","message":"after the effect"}}');
      };
    }
    mock(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    next: (...more) => void faults.push(...more),
    showAs: (status) => void (shownAs = status),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const NOT_STRIPES_WORD = {
  '404_without_error': [404, { message: 'no route' }],
  unauthorized: [401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } }],
} as const;

function note(request: IncomingMessage, asked: { key: string | undefined; body: string }[]): void {
  const key = request.headers['idempotency-key'];
  const entry = { key: typeof key === 'string' ? key : undefined, body: '' };
  asked.push(entry);
  request.on('data', (chunk: Uint8Array) => (entry.body += Buffer.from(chunk).toString('utf8')));
}

/** Changes the text of an answer on its way out. */
function rewrite(response: ServerResponse, change: (text: string) => string): void {
  const end = response.end.bind(response);
  response.end = (chunk?: unknown) => {
    const text = typeof chunk === 'string' || chunk instanceof Uint8Array ? Buffer.from(chunk).toString('utf8') : '';
    response.removeHeader('content-length');
    return end(change(text));
  };
}

/** A payment that was made, in the smallest unit of its currency. */
export async function pay(stripe: Stripe, amount: number, currency = 'usd'): Promise<string> {
  const charge = await stripe.charges.create({ amount, currency, source: 'tok_visa' });
  return charge.id;
}
