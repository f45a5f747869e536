import { z } from 'zod';
import type { SlackEnvelope } from '../../../src/channels/slack/slack-event.ts';

/** Payloads as Slack delivers them, of one workspace with one app; tests say only what is special. */
export const TEAM = 'T0HOME01';
export const OTHER_TEAM = 'T0OTHER1';
export const APP = 'A0APP0001';
export const BOT_USER = 'U0ROBIN01';
export const BOT = 'B0ROBIN01';
export const MIA = 'U0MIA0001';
export const CHANNEL = 'C0HELP001';
export const ROOM = 'D0MIA0001';

export function envelope(event: Readonly<Record<string, unknown>>, over: Readonly<Record<string, unknown>> = {}): SlackEnvelope {
  const { ts, event_ts: eventTs = ts } = event;
  return {
    token: 'unused',
    team_id: TEAM,
    api_app_id: APP,
    type: 'event_callback',
    event_id: `Ev${String(eventTs).replace('.', '')}`,
    event_time: Math.floor(Number(eventTs)),
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: 'unused',
    event: { event_ts: eventTs, ...event, type: String(event['type']) },
    ...over,
  };
}

export interface Said {
  readonly text: string;
  readonly ts?: string;
  readonly channel?: string;
  readonly user?: string;
}

let counter = 0;
/** A time stamp that no earlier message has. */
export const freshTs = (): string => `1770000000.${String((counter += 1)).padStart(6, '0')}`;

/** Somebody writes: in the app's direct-message room unless a channel is named. */
export function messageEvent({
  text,
  ts = freshTs(),
  channel = ROOM,
  user = MIA,
  ...over
}: Said & Readonly<Record<string, unknown>>): SlackEnvelope {
  const isDirect = channel.startsWith('D');
  return envelope({
    type: 'message',
    client_msg_id: `c-${ts}`,
    user,
    team: TEAM,
    text,
    ts,
    channel,
    channel_type: isDirect ? 'im' : 'channel',
    ...over,
  });
}

export function mentionEvent({
  text,
  ts = freshTs(),
  channel = CHANNEL,
  user = MIA,
  ...over
}: Said & Readonly<Record<string, unknown>>): SlackEnvelope {
  return envelope({
    type: 'app_mention',
    client_msg_id: `c-${ts}`,
    user,
    team: TEAM,
    text: `<@${BOT_USER}> ${text}`,
    ts,
    channel,
    ...over,
  });
}

export function clickPayload(over: {
  readonly blockId: string;
  readonly actionId: string;
  readonly value: string;
  readonly messageTs: string;
  readonly channel?: string;
  readonly user?: string;
  readonly team?: string;
  readonly actionTs?: string;
  /** What Slack shows of the message with the press; nothing of one that only one person sees. */
  readonly message?: unknown;
  readonly responseUrl?: string;
}): Readonly<Record<string, unknown>> {
  const { blockId, actionId, value, messageTs, channel = CHANNEL, user = MIA, team = TEAM, actionTs = '1770000009.000001' } = over;
  const isEphemeral = over.responseUrl !== undefined && over.message === undefined;
  return {
    type: 'block_actions',
    user: { id: user, username: 'mia', name: 'mia', team_id: team },
    api_app_id: APP,
    token: 'unused',
    container: { type: 'message', message_ts: messageTs, channel_id: channel, is_ephemeral: isEphemeral },
    trigger_id: `trigger.${actionTs}`,
    team: { id: TEAM, domain: 'larkfield' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: 'help' },
    response_url: over.responseUrl ?? 'https://hooks.slack.example/unused',
    ...(over.message === undefined ? {} : { message: over.message }),
    actions: [
      { action_id: actionId, block_id: blockId, text: { type: 'plain_text', text: value }, value, type: 'button', action_ts: actionTs },
    ],
  };
}

export function submissionPayload(view: {
  readonly id: string;
  readonly privateMetadata: string;
  readonly code: string;
  readonly user?: string;
}): Readonly<Record<string, unknown>> {
  return {
    type: 'view_submission',
    team: { id: TEAM, domain: 'larkfield' },
    user: { id: view.user ?? MIA, username: 'mia', name: 'mia', team_id: TEAM },
    api_app_id: APP,
    token: 'unused',
    trigger_id: 'trigger.2',
    view: {
      id: view.id,
      type: 'modal',
      callback_id: 'deskhand.code_view',
      private_metadata: view.privateMetadata,
      state: { values: { 'deskhand.code_block': { code: { type: 'plain_text_input', value: view.code } } } },
    },
  };
}

/** A file as a message carries it. */
export const fileObject = (id: string, url: string, size = 3): Readonly<Record<string, unknown>> => ({
  id,
  created: 1_770_000_000,
  name: `${id}.png`,
  title: id,
  mimetype: 'image/png',
  filetype: 'png',
  pretty_type: 'PNG',
  mode: 'hosted',
  editable: false,
  size,
  is_external: false,
  external_type: '',
  is_public: false,
  public_url_shared: false,
  display_as_bot: false,
  username: '',
  url_private_download: url,
  permalink: 'https://larkfield.slack.example/files/1',
  channels: null,
  groups: null,
});

const openedForm = z.object({
  callback_id: z.string(),
  private_metadata: z.string(),
  blocks: z.array(z.object({ block_id: z.string(), element: z.object({ type: z.string(), action_id: z.string() }) })).min(1),
});

/** A form of ours, as `views.open` was given it, filled in and sent. */
export function formPayload(sent: {
  readonly id: string;
  readonly view: string;
  readonly words: string;
  readonly user: string;
  readonly team: string;
}): Readonly<Record<string, unknown>> {
  const { callback_id, private_metadata, blocks } = openedForm.parse(JSON.parse(sent.view));
  const values = Object.fromEntries(
    blocks.map(({ block_id, element: { type, action_id } }) => [
      block_id,
      { [action_id]: type === 'static_select' ? { type, selected_option: { value: sent.words } } : { type, value: sent.words } },
    ]),
  );
  return {
    type: 'view_submission',
    team: { id: TEAM, domain: 'larkfield' },
    user: { id: sent.user, username: 'somebody', name: 'somebody', team_id: sent.team },
    api_app_id: APP,
    token: 'unused',
    trigger_id: 'trigger.3',
    view: { id: sent.id, type: 'modal', callback_id, private_metadata, state: { values } },
  };
}
