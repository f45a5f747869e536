import type { Capabilities, Channel } from '../channel.ts';
import type { InboundMessage } from '../../domain/message.ts';
import { isDeskThread } from '../../domain/desk-view.ts';
import { createCardPlaces } from '../desk-thread/card-places.ts';
import { createSlackApi } from './slack-api.ts';
import { createSlackDeskPoster } from './slack-desk-poster.ts';
import { createHttpClient } from '../http/http-client.ts';
import { createSlackLine, type SlackLine } from './slack-line.ts';
import type { SlackPorts } from './slack-ports.ts';
import { createSlackPoster } from './slack-poster.ts';
import { SLACK } from './slack-names.ts';
import { readSlackSettings, type SlackSettingsInput } from './slack-settings.ts';
import { TEXT_LENGTH } from './to-slack.ts';
import { createWorkingSigns } from './working-signs.ts';

export const SLACK_CAPABILITIES: Capabilities = {
  maxLength: TEXT_LENGTH,
  formatting: 'markdown',
  privateReply: 'ephemeral',
  edits: true,
  buttons: true,
  silenceHours: 24,
};

export interface SlackChannel extends Channel {
  /** Where Slack's requests arrive in http mode, once it listens. */
  readonly port: number | undefined;
}

/**
 * A Slack workspace as a channel. Throws `AppError('config_invalid')` at once; Slack that cannot be reached, or refuses
 * us, only shows in `health`, and is tried again.
 */
export function createSlackChannel(input: SlackSettingsInput, ports: SlackPorts): SlackChannel {
  const settings = readSlackSettings(input);
  const http = createHttpClient();
  const api = createSlackApi(settings, http);
  const poster = createSlackPoster(api, ports.now);
  const places = createCardPlaces(SLACK, ports.memory);
  const deskPoster = createSlackDeskPoster({ api, poster, places, onCard: (channel, ts) => line?.noteThread(channel, ts) });
  const signs = createWorkingSigns(api, ports.timers, settings.workingReaction);
  let line: SlackLine | undefined;
  let lastHeardAt: Date | undefined;

  return {
    capabilities: SLACK_CAPABILITIES,
    get port() {
      return line?.port();
    },
    async start(receive) {
      const hear = async (messages: readonly InboundMessage[]): Promise<void> => {
        await receive(messages);
        lastHeardAt = ports.now();
      };
      line = createSlackLine({ settings, ports, api, http, signs, places, receive: hear });
      await line.start();
    },
    async send(message) {
      if (isDeskThread(message.to)) return deskPoster.send(message);
      if (message.body.kind === 'status') {
        if (message.body.state === 'working') signs.show(message.to, undefined);
        else if (message.body.state === 'done') signs.clear(message.to);
        return { kind: 'sent', externalId: '' };
      }
      const result = await poster.send(message);
      if (result.kind !== 'retry_later') signs.clear(message.to);
      return result;
    },
    find: (message) => (isDeskThread(message.to) ? deskPoster : poster).find(message),
    health() {
      const problem = line?.problem() ?? poster.problem();
      return { ok: problem === undefined, lastHeardAt, ...(problem === undefined ? {} : { problem }) };
    },
    async stop() {
      await line?.stop();
      await signs.stop();
      http.close();
    },
  };
}
