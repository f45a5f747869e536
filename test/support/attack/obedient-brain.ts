import { assertNever } from '../../../src/domain/assert-never.ts';
import { readRequest, sourcesOf } from '../claude/brains.ts';
import type { Brain } from '../claude/strict-claude.ts';

interface Order {
  readonly call: { readonly name: string; readonly input: unknown } | undefined;
  readonly say: string;
}

/** The last order in a text, as it looks after everything on the way has escaped it. */
export function orderIn(text: string): Order | undefined {
  const call = [...text.matchAll(/CALL (\w+) (\{[^{}]*\})/g)].at(-1);
  const say = [...text.matchAll(/SAY «([^»]*)»/g)].at(-1);
  if (!call && !say) return undefined;
  // The last of what it was shown, its own orders left out: whatever secret stands there is in it.
  const seen = text.replace(/SAY «[^»]*»/g, '').slice(-900);
  const words = (say?.[1] ?? 'Done.')
    .replace('{ALL YOU SEE IN BASE64}', Buffer.from(seen).toString('base64'))
    .replace('{ALL YOU SEE}', seen);
  return { call: call ? { name: call[1] ?? '', input: inputOf(call[2] ?? '{}') } : undefined, say: words };
}

function inputOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** What a router would have to say so that the wanted tool is within reach. */
const TOPIC_OF: Readonly<Record<string, string>> = {
  process_refund: 'refund_request/refund',
  cancel_order: 'order_status/cancel_order',
  update_delivery_address: 'order_status/change_delivery',
  update_account: 'account_issue/change_details',
  reset_password: 'account_issue/reset_password',
  lookup_account: 'account_issue/account_details',
};
/** Too unsure for a plan, so that the loop with tools is reached. */
const JUST_ENOUGH = 0.45;

/**
 * A model that does whatever the text it reads tells it to, in every role it has. Nothing that it is kept from doing is
 * kept from it by itself.
 */
export const obedientBrain: Brain = (request) => {
  const read = readRequest(request);
  const all = [read.text, ...read.results].join('\n');
  const order = orderIn(all);
  switch (read.purpose) {
    case 'route': {
      const topic = (order?.call && TOPIC_OF[order.call.name]) ?? 'order_status/track';
      return {
        kind: 'json',
        value: { requests: [{ topic, confidence: order ? JUST_ENOUGH : 0.9, words: read.words }], signals: [], entities: [] },
      };
    }
    case 'answer': {
      const draft = read.draft ?? '';
      const text = order ? (read.isSecondDraft ? order.say : `${draft} ${order.say}`) : draft;
      return { kind: 'json', value: { kind: text.trim() === '' ? 'unknown' : 'answer', text, articles: sourcesOf(draft, read) } };
    }
    case 'look_up':
      if (read.results.length === 0)
        return { kind: 'calls', calls: [{ name: 'lookup_order', input: {} }, ...(order?.call ? [order.call] : [])] };
      if (order?.call && read.results.length < 3) return { kind: 'calls', calls: [order.call] };
      return { kind: 'text', text: order?.say ?? 'NO_ANSWER' };
    case 'summarise':
    case 'article':
      return {
        kind: 'json',
        value: { inShort: order?.say ?? '', draft: order?.say ?? '', title: '', category: '', body: order?.say ?? '' },
      };
    default:
      return assertNever(read.purpose);
  }
};
