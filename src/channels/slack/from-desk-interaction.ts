import { z } from 'zod';
import type { DeskForm, DeskPerson, DeskPress } from '../../domain/desk-port.ts';
import { DESK_BUTTONS, type DeskButtonName } from '../../domain/desk-view.ts';
import { ticketNumber } from '../../domain/ids.ts';
import { personKey, SLACK } from './slack-names.ts';
import { DESK_ACTION, DESK_BLOCK } from './to-slack-card.ts';

/** A press on a card that may have to ask something first, or a form that was sent. */
export type DeskInteraction =
  | { readonly kind: 'pressed'; readonly press: DeskPress; readonly triggerId: string }
  | { readonly kind: 'sent'; readonly press: DeskPress };

const person = z.looseObject({ id: z.string(), team_id: z.string().nullish() });
const team = z.looseObject({ id: z.string() }).nullish();

const click = z.looseObject({
  type: z.literal('block_actions'),
  user: person,
  team,
  trigger_id: z.string(),
  container: z.looseObject({ message_ts: z.string(), channel_id: z.string() }),
  actions: z
    .array(z.looseObject({ action_id: z.string(), block_id: z.string(), value: z.string().nullish(), action_ts: z.string() }))
    .min(1),
});

const submission = z.looseObject({
  type: z.literal('view_submission'),
  user: person,
  team,
  view: z.looseObject({
    id: z.string(),
    callback_id: z.literal('deskhand.desk_form'),
    private_metadata: z.string(),
    state: z.looseObject({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.looseObject({ value: z.string().nullish(), selected_option: z.looseObject({ value: z.string() }).nullish() }),
        ),
      ),
    }),
  }),
});

const origin = z.strictObject({ ticket: z.string().min(1), button: z.enum(DESK_BUTTONS), seen: z.string().optional() });

/** Undefined for everything that is not the desk's. */
export function fromDeskInteraction(payload: unknown, account: string): DeskInteraction | undefined {
  const clicked = click.safeParse(payload);
  if (clicked.success) return fromClick(clicked.data, account);
  const sent = submission.safeParse(payload);
  return sent.success ? fromForm(sent.data, account) : undefined;
}

function fromClick(
  { user, team: home, container, actions, trigger_id: triggerId }: z.infer<typeof click>,
  account: string,
): DeskInteraction | undefined {
  const [action] = actions;
  const button = DESK_BUTTONS.find((name) => action?.action_id === `${DESK_ACTION}${name}`);
  const [block, ticket] = action?.block_id.split('/') ?? [];
  if (!action || button === undefined || block !== DESK_BLOCK || !ticket) return undefined;
  const seen = decides(button) ? (action.value ?? undefined) : undefined;
  return {
    kind: 'pressed',
    triggerId,
    press: {
      id: [SLACK, 'press', container.channel_id, container.message_ts, action.action_ts, user.id, button].join('/'),
      ticket: ticketNumber(ticket),
      button,
      person: personOf(user, home?.id, account),
      words: undefined,
      seen,
    },
  };
}

function fromForm({ user, team: home, view }: z.infer<typeof submission>, account: string): DeskInteraction | undefined {
  const from = readOrigin(view.private_metadata);
  if (!from) return undefined;
  const field = view.state.values[FIELD_BLOCK]?.[FIELD];
  return {
    kind: 'sent',
    press: {
      id: [SLACK, 'form', view.id].join('/'),
      ticket: ticketNumber(from.ticket),
      button: from.button,
      person: personOf(user, home?.id, account),
      words: field?.selected_option?.value ?? field?.value ?? '',
      seen: from.seen,
    },
  };
}

const decides = (button: DeskButtonName): boolean => button === 'approve' || button === 'deny';

/** In a channel that is shared with another company, its people can press too: they are told apart by their workspace. */
export function personOf(user: z.infer<typeof person>, homeTeam: string | undefined, account: string): DeskPerson {
  const home = user.team_id ?? homeTeam ?? account;
  return { key: personKey(home, user.id), isOutside: home !== account };
}

function readOrigin(text: string): z.infer<typeof origin> | undefined {
  try {
    return origin.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const FIELD_BLOCK = 'deskhand.desk_field';
const FIELD = 'words';
/** Limits of a text field and of a modal's title and labels (docs.slack.dev/reference/block-kit). */
const MOST_INITIAL = 3_000;
const plain = (text: string, length: number) => ({ type: 'plain_text', text: text.slice(0, length) }) as const;

export type DeskView = ReturnType<typeof deskView>;

/** The form behind a button. */
export function deskView({ ticket, button, seen }: Pick<DeskPress, 'ticket' | 'button' | 'seen'>, form: DeskForm) {
  const { field } = form;
  const element =
    field.kind === 'text'
      ? ({
          type: 'plain_text_input',
          action_id: FIELD,
          multiline: true,
          focus_on_load: true,
          ...(field.initial === '' ? {} : { initial_value: field.initial.slice(0, MOST_INITIAL) }),
        } as const)
      : ({
          type: 'static_select',
          action_id: FIELD,
          options: field.choices.map(({ value, label }) => ({ text: plain(label, 75), value })),
        } as const);
  return {
    type: 'modal',
    callback_id: 'deskhand.desk_form',
    private_metadata: JSON.stringify({ ticket, button, ...(seen === undefined ? {} : { seen }) }),
    title: plain(form.title, 24),
    submit: plain(form.send, 24),
    close: plain('Cancel', 24),
    blocks: [{ type: 'input', block_id: FIELD_BLOCK, label: plain(form.label, 2_000), hint: plain(form.hint, 2_000), element }],
  } as const;
}
