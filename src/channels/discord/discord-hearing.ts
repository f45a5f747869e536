import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import type { CardPlaces } from '../desk-thread/card-places.ts';
import type { HttpClient } from '../http/http-client.ts';
import { createCatchUp } from './catch-up.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import type { DirectQuestions } from './direct-questions.ts';
import { createDiscordDesk } from './discord-desk.ts';
import { createDiscordEvents, type DiscordSelf } from './discord-events.ts';
import { fetchDiscordFiles } from './discord-files.ts';
import { createDiscordIntake } from './discord-intake.ts';
import { createDiscordInteractions } from './discord-interactions.ts';
import type { DiscordPorts } from './discord-ports.ts';
import type { DiscordPoster } from './discord-poster.ts';
import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import type { PrivateReplies } from './private-replies.ts';
import type { ReadingPositions } from './reading-positions.ts';
import type { RequestGuard } from './request-guard.ts';
import type { Roots } from './thread-opener.ts';
import type { Typing } from './typing.ts';

/** The way in: from an event, a press or the history to a stored message. */
export interface DiscordHearing {
  /** One event of the gateway, by Discord's name; never throws. */
  onEvent(name: string, data: unknown): void;
  /** A teammate writes to this customer through the desk: nobody is shown typing there any more. */
  quiet(thread: ThreadRef): void;
  /** Resolves once what was begun is stored. */
  stop(): Promise<void>;
}

export interface HearingParts {
  readonly settings: DiscordSettings;
  readonly ports: DiscordPorts;
  readonly rest: DiscordRest;
  readonly http: HttpClient;
  readonly guard: RequestGuard;
  readonly directory: ChannelDirectory;
  readonly positions: ReadingPositions;
  readonly places: CardPlaces;
  readonly replies: PrivateReplies;
  readonly questions: DirectQuestions;
  readonly roots: Roots;
  readonly typing: Typing;
  readonly poster: DiscordPoster;
  readonly receive: (messages: readonly InboundMessage[]) => Promise<void>;
  readonly self: () => DiscordSelf | undefined;
  readonly onReady: (self: DiscordSelf) => void;
}

export function createDiscordHearing(parts: HearingParts): DiscordHearing {
  const { settings, ports, rest, http, typing, poster, replies } = parts;
  const report = (event: Parameters<DiscordPorts['report']>[0]): void => ports.report(event);
  const self = (): string => parts.self()?.user ?? '';

  /** What could not be sent to somebody, shown to them where they pressed. */
  async function reveal(thread: ThreadRef, user: string): Promise<void> {
    for (const message of replies.withheld(thread, user)) {
      const result = await poster.send(message);
      if (result.kind === 'sent') replies.release(thread, user, message);
    }
  }

  const desk = ports.desk && createDiscordDesk({ ...parts, desk: ports.desk, self });
  const intake = createDiscordIntake({
    ...parts,
    self,
    desk,
    report,
    now: ports.now,
    onWaiting: (channel) => typing.seen(channel),
    fetchFiles: (files) => fetchDiscordFiles(files, { http, apiUrl: settings.apiUrl, keep: ports.keepFile }),
    originalThread: async (message) => ports.originalThread?.(message),
  });
  const catchUp = createCatchUp({ ...parts, report, schedule: ports.schedule, deskChannel: desk?.channel, intake });
  const interact = createDiscordInteractions({ ...parts, rest, schedule: ports.schedule, desk, onReveal: reveal });
  const onEvent = createDiscordEvents({
    ...parts,
    catchUp,
    intake,
    interact,
    report,
    edits: settings.edits,
    onOwn: (message) => poster.heard(message),
  });
  return {
    onEvent,
    quiet: (thread) => intake.quiet(thread),
    stop: () => catchUp.stop(),
  };
}
