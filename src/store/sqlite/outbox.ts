import { channelName, conversationId, type ConversationId } from '../../domain/ids.ts';
import { conversationIdFor } from '../../domain/new-conversation.ts';
import type { OutboundBody, OutboundMessage, SendResult } from '../../domain/outbound.ts';
import type { LeasedOutbound, OutboundRow, Store } from '../store.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { Events } from './events.ts';
import { outboundRecord } from './records.ts';
import type { Session } from './session.ts';
import type { Threads } from './threads.ts';

export interface Outbox extends Pick<Store, 'leaseOutbound' | 'settleOutbound' | 'enqueueOutbound' | 'outbound'> {
  /** Inside a write. A message that is there already stays as it is: a retry cannot post twice. */
  queue(conversation: ConversationId, message: OutboundMessage): void;
}

interface Row {
  readonly id: string;
  readonly conversation: string;
  readonly body: string;
  readonly state: OutboundRow['state'];
  readonly tries: number;
  readonly sent_at: number | null;
  readonly external_id: string | null;
  readonly problem: string | null;
}

const COLUMNS = 'id, conversation, body, state, tries, sent_at, external_id, problem';

export function createOutbox(
  session: Session,
  parts: { readonly threads: Threads; readonly deadLetters: DeadLetters; readonly events: Events },
): Outbox {
  const { db, now, write, read } = session;
  const insert = db.prepare<[string, string, string, string, string, number, number]>(
    `INSERT INTO outbound (id, conversation, channel, thread, body, secret, ready_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  );
  const selectReady = db.prepare<{ now: number; sentBefore: number; busy: string; limit: number }, Row>(
    `SELECT ${COLUMNS} FROM outbound AS o
     WHERE settled_at IS NULL AND ready_at <= @now AND (state = 'queued' OR sent_at <= @sentBefore)
       AND channel NOT IN (SELECT value FROM json_each(@busy))
       AND NOT EXISTS (SELECT 1 FROM outbound AS e WHERE e.thread = o.thread AND e.settled_at IS NULL AND e.position < o.position)
     ORDER BY position LIMIT @limit`,
  );
  const markSending = db.prepare<[number, string]>("UPDATE outbound SET state = 'sending', tries = tries + 1, sent_at = ? WHERE id = ?");
  const selectOpen = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM outbound WHERE id = ? AND settled_at IS NULL`);
  const settle = db.prepare<[string, string, string | null, string | null, number, string]>(
    'UPDATE outbound SET state = ?, body = ?, external_id = ?, problem = ?, settled_at = ? WHERE id = ?',
  );
  const postpone = db.prepare<[string, string, number, string]>('UPDATE outbound SET state = ?, problem = ?, ready_at = ? WHERE id = ?');
  const selectAll = db.prepare<{ conversation: string | null; channel: string | null }, Row>(
    `SELECT ${COLUMNS} FROM outbound WHERE (@conversation IS NULL OR conversation = @conversation)
       AND (@channel IS NULL OR channel = @channel) ORDER BY position`,
  );

  function queue(conversation: ConversationId, message: OutboundMessage): void {
    const { id, to, secret } = message;
    insert.run(id, conversation, to.channel, conversationIdFor(to), outboundRecord.write(message), secret ? 1 : 0, now().getTime());
  }

  function ready(limit: number, fenceMs: number, busy: readonly string[]): readonly Row[] {
    const at = now().getTime();
    return selectReady.all({ now: at, sentBefore: at - fenceMs, busy: JSON.stringify(busy), limit });
  }

  function take(row: Row): LeasedOutbound {
    markSending.run(now().getTime(), row.id);
    return {
      message: outboundRecord.read(row.body, row.id),
      conversation: conversationId(row.conversation),
      tries: row.tries + 1,
      resend: row.state !== 'queued',
    };
  }

  function end(row: Row, state: 'sent' | 'dead', result: SendResult): void {
    const message = outboundRecord.read(row.body, row.id);
    const kept = message.secret ? { ...message, body: withoutText(message.body) } : message;
    const externalId = result.kind === 'sent' && result.externalId !== '' ? result.externalId : null;
    const problem = result.kind === 'sent' ? null : result.because;
    settle.run(state, outboundRecord.write(kept), externalId, problem, now().getTime(), row.id);
    if (externalId !== null) parts.threads.refer(message.to, externalId);
    if (problem !== null) {
      parts.deadLetters.bury({ kind: 'outbound', id: row.id, conversation: conversationId(row.conversation), because: problem, at: now() });
    }
  }

  function settleRow(row: Row, result: SendResult, retryAt: Date | undefined): void {
    if (result.kind === 'sent') end(row, 'sent', result);
    else if (result.kind === 'undeliverable' || retryAt === undefined) end(row, 'dead', result);
    else postpone.run(result.kind === 'unknown' ? 'unknown' : 'queued', result.because, retryAt.getTime(), row.id);
  }

  return {
    queue,
    leaseOutbound: async (limit, fenceMs, busy = []) =>
      (await read(() => ready(1, fenceMs, busy))).length === 0 ? [] : write(() => ready(limit, fenceMs, busy).map(take)),
    settleOutbound: (id, result, retryAt, events) =>
      write(() => {
        const row = selectOpen.get(id);
        if (!row) return;
        settleRow(row, result, retryAt);
        parts.events.append(events);
      }),
    enqueueOutbound: (messages) =>
      write(() => {
        for (const message of messages) queue(conversationIdFor(message.to), message);
      }),
    outbound: ({ conversation, channel }) =>
      read(() =>
        selectAll.all({ conversation: conversation ?? null, channel: channel === undefined ? null : channelName(channel) }).map(toRow),
      ),
  };
}

/** The words of a secret go once they were delivered; that something was said stays. */
function withoutText(body: OutboundBody): OutboundBody {
  return 'markdown' in body ? { ...body, markdown: '' } : body;
}

function toRow(row: Row): OutboundRow {
  return {
    message: outboundRecord.read(row.body, row.id),
    conversation: conversationId(row.conversation),
    state: row.state,
    tries: row.tries,
    externalId: row.external_id ?? undefined,
    problem: row.problem ?? undefined,
    sentAt: row.sent_at === null ? undefined : new Date(row.sent_at),
  };
}
