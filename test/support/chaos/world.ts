import { openJsonServer, type JsonRequest } from './json-server.ts';
import { post, refundRequest } from './protocol.ts';

export interface Post {
  readonly id: string;
  /** The conversation that it was posted to. */
  readonly to: string;
  readonly text: string;
  readonly at: number;
  /** It was under way when its sender died. */
  readonly late: boolean;
}

export interface Payment {
  readonly message: string;
  readonly cents: number;
}

/** Everything outside of the child: the customers' screens and the refund ledger. It survives every kill. */
export interface World {
  readonly url: string;
  readonly posts: readonly Post[];
  readonly payments: readonly Payment[];
  /** The next post is held back for `lateByMs`, as a request that is still under way when its sender dies. Resolves when it has come. */
  holdNextPost(lateByMs: number): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const posts: Post[] = [];
  const payments: Payment[] = [];
  const byKey = new Map<string, Payment>();
  let hold: { readonly lateByMs: number; readonly arrived: () => void } | undefined;

  async function takePost(body: unknown): Promise<unknown> {
    const { id, to, text } = post.parse(body);
    const held = hold;
    hold = undefined;
    if (held) {
      held.arrived();
      await new Promise((resolve) => setTimeout(resolve, held.lateByMs));
    }
    posts.push({ id, to, text, at: performance.now(), late: held !== undefined });
    return { posted: true };
  }

  function pay({ headers, body }: JsonRequest): unknown {
    const key = String(headers['idempotency-key']);
    const payment = byKey.get(key) ?? refundRequest.parse(body);
    if (!byKey.has(key)) payments.push(payment);
    byKey.set(key, payment);
    return { paid: payment.cents };
  }

  const { server, port } = await openJsonServer(async (request) => {
    const { method, url } = request;
    if (url.pathname === '/refunds') return pay(request);
    if (url.pathname !== '/posts') return undefined;
    if (method === 'POST') return takePost(request.body);
    return { found: posts.some(({ id }) => id === url.searchParams.get('id')) };
  });
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    payments,
    holdNextPost: (lateByMs) =>
      new Promise((arrived) => {
        hold = { lateByMs, arrived };
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
