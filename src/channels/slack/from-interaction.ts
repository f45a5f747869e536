import { z } from 'zod';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import { externalMessageId, isDirect, personKey, threadOf } from './slack-names.ts';
import type { PressedControl } from './used-controls.ts';
import { ANSWER_ACTION, CODE_ACTION, originOf } from './to-slack.ts';

const person = z.looseObject({ id: z.string(), team_id: z.string().nullish(), name: z.string().nullish(), username: z.string().nullish() });

const blockActions = z.looseObject({
  type: z.literal('block_actions'),
  user: person,
  team: z.looseObject({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  container: z.looseObject({ message_ts: z.string(), channel_id: z.string(), is_ephemeral: z.boolean().nullish() }),
  message: z.unknown().optional(),
  response_url: z.string().nullish(),
  actions: z
    .array(z.looseObject({ action_id: z.string(), block_id: z.string(), value: z.string().nullish(), action_ts: z.string() }))
    .min(1),
});

const viewSubmission = z.looseObject({
  type: z.literal('view_submission'),
  user: person,
  team: z.looseObject({ id: z.string() }).nullish(),
  view: z.looseObject({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.looseObject({ value: z.string().nullish() }))) }),
  }),
});

/** Where a modal was opened from, carried in its private metadata. */
const origin = z.strictObject({
  channel: z.string(),
  key: z.string(),
  from: z.strictObject({ channel: z.string(), ts: z.string() }).optional(),
});

export const CODE_VIEW = 'deskhand.code_view';
const CODE_BLOCK = 'deskhand.code_block';

export type Interaction =
  | {
      readonly kind: 'words';
      readonly message: InboundMessage;
      /** What was pressed, or the message that the form opened above. */
      readonly used:
        | { readonly pressed: PressedControl }
        | { readonly formFrom: { readonly channel: string; readonly ts: string } | undefined };
    }
  /** The person wants to type a code where nobody else sees it: a modal has to open within three seconds. */
  | { readonly kind: 'open_modal'; readonly triggerId: string; readonly view: CodeView; readonly pressed: PressedControl }
  | { readonly kind: 'ignored' };

/**
 * A click or a modal as the words that the person could have typed in the same thread. A question's buttons answer it
 * once for each person: a second click, on whichever button, is the same message.
 */
export function fromInteraction(payload: unknown, account: string, now: Date): Interaction {
  const click = blockActions.safeParse(payload);
  if (click.success) return fromClick(click.data, account, now);
  const submission = viewSubmission.safeParse(payload);
  return submission.success ? fromModal(submission.data, account, now) : { kind: 'ignored' };
}

function fromClick(click: z.infer<typeof blockActions>, account: string, now: Date): Interaction {
  const { user, team, container, actions, trigger_id: triggerId } = click;
  const [action] = actions;
  const from = action && originOf(action.block_id);
  if (!action || from === undefined) return { kind: 'ignored' };
  const pressed: PressedControl = {
    channel: container.channel_id,
    ts: container.message_ts,
    isTheirs: from.asked === user.id || isDirect(container.channel_id) || container.is_ephemeral === true,
    message: click.message,
    responseUrl: click.response_url ?? undefined,
  };
  const { channel, key } = from;
  if (action.action_id === CODE_ACTION) {
    const view = codeView({ channel, key, from: { channel: pressed.channel, ts: pressed.ts } });
    return { kind: 'open_modal', triggerId, view, pressed };
  }
  if (!action.action_id.startsWith(`${ANSWER_ACTION}.`) || !action.value) return { kind: 'ignored' };
  const thread = threadOf(account, from.channel, from.key);
  return {
    kind: 'words',
    message: spoken(thread, `${container.message_ts}/answer/${user.id}`, user, team?.id ?? account, action.value, now),
    used: { pressed },
  };
}

function fromModal({ user, team, view }: z.infer<typeof viewSubmission>, account: string, now: Date): Interaction {
  const from = view.callback_id === CODE_VIEW ? readOrigin(view.private_metadata) : undefined;
  const code = Object.values(view.state.values[CODE_BLOCK] ?? {})[0]?.value?.trim();
  if (!from || !code) return { kind: 'ignored' };
  const thread = threadOf(account, from.channel, from.key);
  return { kind: 'words', message: spoken(thread, `view/${view.id}`, user, team?.id ?? account, code, now), used: { formFrom: from.from } };
}

function readOrigin(text: string): z.infer<typeof origin> | undefined {
  try {
    return origin.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function spoken(thread: ThreadRef, name: string, user: z.infer<typeof person>, team: string, text: string, now: Date): InboundMessage {
  const home = user.team_id ?? team;
  return {
    id: externalMessageId(thread.account, thread.space, name),
    kind: 'new',
    thread,
    author: {
      key: personKey(home, user.id),
      displayName: user.name ?? user.username ?? user.id,
      trust: home === thread.account ? 'unverified' : 'mutable',
      role: 'customer',
    },
    audience: isDirect(thread.space) ? 'private' : 'shared',
    text,
    fullText: text,
    subject: undefined,
    automatic: 'none',
    attachments: [],
    sentAt: now,
  };
}

export type CodeView = ReturnType<typeof codeView>;

function codeView(from: z.infer<typeof origin>) {
  return {
    type: 'modal',
    callback_id: CODE_VIEW,
    private_metadata: JSON.stringify(from),
    title: { type: 'plain_text', text: 'Your code' },
    submit: { type: 'plain_text', text: 'Send' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: CODE_BLOCK,
        label: { type: 'plain_text', text: 'The code from our email' },
        hint: { type: 'plain_text', text: 'Only the support agent sees it.' },
        element: { type: 'plain_text_input', action_id: 'code', min_length: 4, max_length: 20, focus_on_load: true },
      },
    ],
  } as const;
}
