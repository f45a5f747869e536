import type { Conversation, Turn } from '../../domain/conversation.ts';
import type { MailCopy } from '../../domain/deskhand.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { OutboundRow } from '../../store/store.ts';

/** What one step of one conversation came to, as scripts read it. */
export interface StepReport {
  readonly conversation: string;
  readonly replies: readonly { readonly to: string; readonly private: boolean; readonly text: string; readonly by: string }[];
  readonly intents: readonly string[];
  readonly decision: string | null;
  readonly rules: readonly string[];
  readonly actions: readonly { readonly tool: string; readonly status: string; readonly rule?: string }[];
  readonly escalation?: { readonly reason: string; readonly priority: string; readonly queue: string; readonly summary: string };
  readonly identity: string;
  readonly state: { readonly kind: string; readonly by?: string; readonly how?: string };
  readonly pending: string | null;
  readonly tickets: readonly string[];
  readonly mails: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
}

export interface StepFacts {
  readonly name: string;
  readonly after: Conversation;
  /** Turns of this step. */
  readonly turns: readonly Turn[];
  /** Messages of this step. */
  readonly sent: readonly OutboundRow[];
  readonly mails: readonly MailCopy[];
  /** Opened in this step. */
  readonly opened: Ticket | undefined;
}

export function reportStep({ name, after, turns, sent, mails, opened }: StepFacts): StepReport {
  const last = turns.at(-1);
  const inThread = sent.filter(({ message }) => message.to.channel === after.thread.channel && message.to.key === after.thread.key);
  const elsewhere = new Set(sent.filter((row) => !inThread.includes(row)).map(({ message }) => String(message.id)));
  return {
    conversation: name,
    replies: inThread.flatMap(({ message }) => {
      if (message.body.kind !== 'text' && message.body.kind !== 'question') return [];
      const isPrivate = message.audience.kind === 'only';
      const by = message.speaker.kind === 'staff' ? message.speaker.name : message.speaker.kind;
      return [
        {
          to: message.audience.kind === 'only' ? message.audience.participant : after.thread.space,
          private: isPrivate,
          text: message.body.markdown,
          by,
        },
      ];
    }),
    intents: turns.flatMap(({ classifications }) => classifications.map(({ intent }) => intent)),
    decision: last?.decision.kind ?? null,
    rules: turns.flatMap(({ rules }) => rules),
    actions: turns.flatMap(({ actions }) =>
      actions.map(({ tool, status, rule }) => ({ tool, status, ...(rule === undefined ? {} : { rule }) })),
    ),
    ...escalationOf(last, opened),
    identity: identityOf(after, last),
    state: stateOf(after),
    pending: after.pending?.kind ?? null,
    tickets: after.memory.tickets,
    mails: mails.filter(({ id }) => elsewhere.has(id)).map(({ to, subject, text }) => ({ to, subject, text })),
  };
}

function escalationOf(turn: Turn | undefined, opened: Ticket | undefined): Pick<StepReport, 'escalation'> {
  if (!opened || opened.kind !== 'handoff') return {};
  const reason = turn?.decision.kind === 'escalate' ? turn.decision.reason.kind : opened.summary.reason.kind;
  const { priority, queue, summary } = opened;
  return {
    escalation: {
      reason,
      priority,
      queue,
      summary: `${summary.customer} · ${summary.proof} · wants: ${summary.wants} · next: ${summary.suggestedNextStep}`,
    },
  };
}

/** Of whoever spoke last. */
function identityOf({ identities, turns }: Conversation, last: Turn | undefined): string {
  const speaker = (last ?? turns.at(-1))?.inbound[0]?.author.key;
  return (speaker === undefined ? undefined : identities.get(speaker)?.kind) ?? 'anonymous';
}

function stateOf({ state }: Conversation): StepReport['state'] {
  return state.kind === 'resolved' ? { kind: state.kind, by: state.by, how: state.how } : { kind: state.kind };
}
