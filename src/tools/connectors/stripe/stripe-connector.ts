import type Stripe from 'stripe';
import type { Answer, CallContext, Connector, ConnectorFinding, Operation } from '../connector.ts';
import { evaluate, plainText, type Scope } from '../template.ts';
import { findRefund, KEY_FIELD, readRefund, type AskedRefund } from './read-refund.ts';
import { toStripeAmount } from './stripe-amount.ts';
import { readStripeError } from './stripe-errors.ts';
import { stripeCall, type StripeCall, type StripeSettings } from './stripe-settings.ts';

/** Refunds of one payment that are looked through for ours; Stripe gives no more at once. */
const REFUNDS_OF_A_PAYMENT = 100;

/** Pays refunds through a Stripe account, each exactly once. */
export function createStripeConnector(settings: StripeSettings): Connector {
  let client: Promise<Stripe> | undefined;
  const stripe = (): Promise<Stripe> => (client ??= openStripe(settings));
  return {
    async operation(given): Promise<Operation> {
      const call = stripeCall.parse(given);
      return { isKeyed: true, run: async (scope, context) => refund(await stripe(), call, scope, context) };
    },
    check: async () => lookIn(await stripe()),
    close: async () => undefined,
  };
}

async function openStripe({ apiKey, apiUrl, timeoutMs, retries }: StripeSettings): Promise<Stripe> {
  const { default: Client } = await import('stripe');
  const { protocol, hostname, port } = new URL(apiUrl);
  return new Client(apiKey, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port),
    timeout: timeoutMs,
    maxNetworkRetries: retries,
    telemetry: false,
    appInfo: { name: 'deskhand' },
  });
}

/** Where the refund goes, once every value of it is known and allowed. */
interface Order extends AskedRefund {
  readonly payment: { readonly payment_intent: string } | { readonly charge: string };
}

async function refund(stripe: Stripe, call: StripeCall, scope: Scope, context: CallContext): Promise<Answer> {
  const order = orderOf(call, scope, context.key);
  if ('kind' in order) return order;
  if (context.repeated) {
    // Stripe forgets keys after a day, and the refund itself never: so it is looked for before it is asked for again.
    const before = await findOurs(stripe, order);
    if (before.kind !== 'not_found') return before;
  }
  const answer = await create(stripe, order);
  if (answer.kind !== 'unknown') return answer;
  const found = await findOurs(stripe, order);
  return found.kind === 'not_found' ? answer : found;
}

function orderOf(call: StripeCall, scope: Scope, key: string): Order | Answer {
  const currency = (plainText(evaluate(call.currency, scope)) ?? '').toUpperCase();
  const [amount, atMost] = [evaluate(call.amount, scope), evaluate(call.atMost, scope)].map(Number);
  const payment = evaluate(call.paymentIntent ?? call.charge, scope);
  const stripeAmount = toStripeAmount({ minor: amount ?? Number.NaN, currency });
  if (typeof payment !== 'string' || !/^[A-Z]{3}$/.test(currency) || stripeAmount === undefined || !Number.isSafeInteger(atMost)) {
    return { kind: 'failed', code: 'refund_incomplete', retryable: false };
  }
  if ((amount ?? 0) > (atMost ?? 0)) return { kind: 'declined', codes: ['amount_differs'] };
  const at = call.paymentIntent === undefined ? { charge: payment } : { payment_intent: payment };
  return { key, amount: stripeAmount, currency, payment: at };
}

async function create(stripe: Stripe, order: Order): Promise<Answer> {
  try {
    const { key, amount, payment } = order;
    const made = await stripe.refunds.create({ ...payment, amount, metadata: { [KEY_FIELD]: key } }, { idempotencyKey: key });
    return readRefund(made, order);
  } catch (error) {
    return readStripeError(error);
  }
}

/** `not_found` only when Stripe's list was read and ours is not in it. */
async function findOurs(stripe: Stripe, order: Order): Promise<Answer> {
  try {
    const found = findRefund(await stripe.refunds.list({ ...order.payment, limit: REFUNDS_OF_A_PAYMENT }), order.key);
    if (found === 'unreadable') return { kind: 'unknown', because: 'stripe did not answer with a list of refunds' };
    return found === undefined ? { kind: 'not_found' } : readRefund(found, order);
  } catch (error) {
    const answer = readStripeError(error);
    return answer.kind === 'unknown' ? answer : { kind: 'unknown', because: 'the refunds of the payment could not be read' };
  }
}

async function lookIn(stripe: Stripe): Promise<readonly ConnectorFinding[]> {
  try {
    const list = await stripe.refunds.list({ limit: 1 });
    if (findRefund(list, '') === 'unreadable') {
      return [{ level: 'problem', text: 'what answers is not Stripe', advice: 'Check apiUrl.' }];
    }
    return [{ level: 'ok', text: 'lets us read refunds' }];
  } catch (error) {
    const answer = readStripeError(error);
    if (answer.kind === 'failed' && answer.code === 'unauthorized') {
      return [{ level: 'problem', text: 'the key is not accepted', advice: 'Use a restricted key that may read and write refunds.' }];
    }
    return [{ level: 'problem', text: 'cannot be reached', advice: 'Check apiUrl, and the way there from this machine.' }];
  }
}
