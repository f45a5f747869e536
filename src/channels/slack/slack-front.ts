import { App, LogLevel, type Logger, type Receiver } from '@slack/bolt';
import { z } from 'zod';
import { slackEnvelope } from './slack-event.ts';
import type { SlackIntake } from './slack-intake.ts';

/** One delivery from Slack, however it came. Resolves when it may be acknowledged and rejects when Slack should send it again. */
export type Deliver = (payload: unknown) => Promise<'handled' | 'not_for_us'>;

/** Payloads stand in the SDK's debug log whole, so nothing of it is ever written. */
export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

const interactive = z.looseObject({ type: z.enum(['block_actions', 'view_submission', 'view_closed', 'shortcut', 'message_action']) });

/** Events take our own way, because Bolt acknowledges them before anything is stored; interactions go through Bolt. */
export function createSlackFront(
  intake: SlackIntake,
  access: { readonly botToken: string; readonly apiUrl: string; readonly botUserId: string },
): Deliver {
  const bolt = createInteractivity(intake, access);
  return async (payload) => {
    const envelope = slackEnvelope.safeParse(payload);
    if (envelope.success) {
      await intake.event(envelope.data);
      return 'handled';
    }
    if (!interactive.safeParse(payload).success) return 'not_for_us';
    await bolt(payload);
    return 'handled';
  };
}

/** Bolt knows what kinds of interactions there are and whose they are; we hand it the bodies and wait for its listeners. */
function createInteractivity(
  intake: SlackIntake,
  { botToken, apiUrl, botUserId }: Parameters<typeof createSlackFront>[1],
): (payload: unknown) => Promise<void> {
  const noReceiver: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const app = new App({
    receiver: noReceiver,
    authorize: async () => ({ botToken, botUserId }),
    ignoreSelf: false,
    logger: SILENT,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
  });
  app.action(/^deskhand\./, async ({ body, ack }) => {
    await intake.interaction(body);
    await ack();
  });
  app.view(/^deskhand\./, async ({ body, ack }) => {
    await intake.interaction(body);
    await ack();
  });
  app.error(async (error) => {
    throw error;
  });
  return async (payload) => {
    const body = z.record(z.string(), z.unknown()).parse(payload);
    await app.processEvent({ body, ack: async () => undefined });
  };
}
