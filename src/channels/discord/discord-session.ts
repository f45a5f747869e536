import { REST } from 'discord.js';
import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { AppError } from '../../domain/error.ts';
import { isDeskThread } from '../../domain/desk-view.ts';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import { createCardPlaces, type CardPlaces } from '../desk-thread/card-places.ts';
import { createHttpClient } from '../http/http-client.ts';
import { atMost } from './at-most.ts';
import { BoundedMap } from './bounded-map.ts';
import { createCatchUp } from './catch-up.ts';
import type { CatchUp } from './catch-up.ts';
import { createChannelDirectory } from './channel-directory.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import { finalClosing } from './close-codes.ts';
import { connectionProblem, refusedToken } from './connection-problem.ts';
import { createDiscordDesk } from './discord-desk.ts';
import { createDiscordDeskPoster } from './discord-desk-poster.ts';
import { createDiscordIntake } from './discord-intake.ts';
import type { DiscordIntake } from './discord-intake.ts';
import { createDiscordInteractions } from './discord-interactions.ts';
import { createDirectQuestions } from './direct-questions.ts';
import { fetchDiscordFiles } from './discord-files.ts';
import { DiscordGateway, restOptions } from './discord-gateway.ts';
import { deletionPayload, interactionPayload, messagePayload, readyPayload } from './discord-payloads.ts';
import type { DiscordPorts } from './discord-ports.ts';
import { createDiscordPoster } from './discord-poster.ts';
import type { DiscordPoster } from './discord-poster.ts';
import { createDiscordRest } from './discord-rest.ts';
import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { IdentifyLog } from './identify-log.ts';
import { DISCORD, toPlace } from './discord-thread.ts';
import { createPrivateReplies } from './private-replies.ts';
import { ReadingPositions } from './reading-positions.ts';
import { createRequestGuard } from './request-guard.ts';
import { createSolvedTag } from './solved-tag.ts';
import type { SolvedTag } from './solved-tag.ts';
import { registerCommand } from './support-command.ts';
import { createTyping } from './typing.ts';

type Receive = (messages: readonly InboundMessage[]) => Promise<void>;

const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 60_000] as const;
/** `start` waits so long for the first connection; a Discord that is down must not keep the other channels waiting. */
const START_PATIENCE_MS = 10_000;
const STOP_PATIENCE_MS = 2_000;
const MOST = 2_000;

/** One bot on Discord: its connection, and what its events set in motion. */
export class DiscordSession {
  readonly poster: DiscordPoster;
  private readonly settings: DiscordSettings;
  private readonly ports: DiscordPorts;
  private readonly rest: DiscordRest;
  private readonly guard = createRequestGuard();
  private readonly directory: ChannelDirectory;
  private readonly positions: ReadingPositions;
  private readonly replies = createPrivateReplies();
  private readonly questions = createDirectQuestions();
  private readonly typing;
  private readonly solvedTag: SolvedTag;
  private readonly places: CardPlaces;
  private readonly deskPoster: ReturnType<typeof createDiscordDeskPoster>;
  private readonly http = createHttpClient();
  private readonly roots = new BoundedMap<string, { readonly user: string; readonly words: string }>(MOST);
  private self: { readonly user: string; readonly application: string } | undefined;
  private intake: DiscordIntake | undefined;
  private catchUp: CatchUp | undefined;
  private interact: ReturnType<typeof createDiscordInteractions> | undefined;
  private gateway: DiscordGateway | undefined;
  private refused: AppError | undefined;
  private readonly identifies: IdentifyLog;
  private isStopped = false;
  private isRegistered = false;
  private cancelRetry: (() => void) | undefined;

  constructor(settings: DiscordSettings, ports: DiscordPorts) {
    this.settings = settings;
    this.ports = ports;
    const { now, schedule } = ports;
    const http = new REST(restOptions(settings.apiUrl)).setToken(settings.token);
    this.rest = createDiscordRest(http, this.guard, now);
    this.positions = new ReadingPositions(ports);
    this.identifies = new IdentifyLog(ports.memory);
    this.directory = createChannelDirectory(async (id) => {
      const asked = await this.rest.channel(id);
      if (asked.kind === 'ok') return asked.value;
      if (asked.failure.kind === 'missing' || asked.failure.kind === 'forbidden') return undefined;
      throw new AppError('channel_unavailable', 'Discord does not say what this channel is', { retryable: true });
    });
    this.solvedTag = createSolvedTag({ rest: this.rest, settings, report: (event) => ports.report(event) });
    this.places = createCardPlaces(DISCORD, ports.memory);
    this.typing = createTyping((channel) => this.rest.typing(channel), schedule);
    this.poster = createDiscordPoster({
      rest: this.rest,
      directory: this.directory,
      replies: this.replies,
      questions: this.questions,
      roots: this.roots,
      settings,
      now,
      self: () => this.self,
      onUnauthorized: () => {
        this.refused = finalClosing(4_004);
        // discord.js forgets a token that was refused once; ours may be accepted again.
        http.setToken(settings.token);
      },
    });
    const { rest, directory, poster, places, replies } = this;
    this.deskPoster = createDiscordDeskPoster({ rest, directory, poster, places, replies, now, self: () => this.self });
  }

  /** Resolves once connected or after ten seconds; rejects when Discord refuses the token or an intent. */
  async start(receive: Receive): Promise<void> {
    await this.positions.load();
    await this.identifies.load();
    const desk = this.deskLine();
    this.intake = createDiscordIntake({
      settings: this.settings,
      directory: this.directory,
      positions: this.positions,
      receive,
      self: () => this.self?.user ?? '',
      now: this.ports.now,
      report: (event) => this.ports.report(event),
      questions: this.questions,
      onWaiting: (channel) => this.typing.seen(channel),
      fetchFiles: (files) => fetchDiscordFiles(files, { http: this.http, apiUrl: this.settings.apiUrl, keep: this.ports.keepFile }),
      originalThread: async (message) => this.ports.originalThread?.(message),
      roots: this.roots,
      desk,
    });
    this.catchUp = createCatchUp({
      ...this.ports,
      settings: this.settings,
      deskChannel: desk?.channel,
      rest: this.rest,
      directory: this.directory,
      positions: this.positions,
      intake: this.intake,
    });
    this.interact = createDiscordInteractions({
      settings: this.settings,
      rest: this.rest,
      replies: this.replies,
      schedule: this.ports.schedule,
      receive,
      onReveal: (thread, user) => this.reveal(thread, user),
      desk,
    });
    const connecting = this.connect(0);
    connecting.catch(() => undefined);
    await atMost(START_PATIENCE_MS, this.ports.schedule, connecting);
  }

  private deskLine(): ReturnType<typeof createDiscordDesk> | undefined {
    const { rest, directory, places, replies } = this;
    const { desk } = this.ports;
    return desk && createDiscordDesk({ desk, rest, directory, places, replies, self: () => this.self?.user ?? '' });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelRetry?.();
    this.typing.stop();
    const closing = Promise.all([this.gateway?.close(), this.catchUp?.stop()]);
    await atMost(STOP_PATIENCE_MS, this.ports.schedule, closing);
    if (this.catchUp !== undefined) await this.positions.save();
    this.http.close();
  }

  find(message: OutboundMessage): ReturnType<DiscordPoster['find']> {
    return (isDeskThread(message.to) ? this.deskPoster : this.poster).find(message);
  }

  /** What only this process knows of a message on its way out. */
  async send(message: OutboundMessage): Promise<SendResult> {
    if (isDeskThread(message.to)) return this.deskPoster.send(message);
    const room = this.poster.roomOf(message);
    if (message.body.kind === 'status') {
      await this.show(message.to, message.body.state, room);
      return { kind: 'sent', externalId: '' };
    }
    if (message.speaker.kind === 'staff') this.intake?.quiet(message.to);
    const result = await this.poster.send(message);
    this.typing.done(room);
    if (result.kind === 'sent' && this.refused?.message === finalClosing(4_004)?.message && this.gateway?.isConnected)
      this.refused = undefined;
    return result;
  }

  private async show(thread: ThreadRef, state: Extract<OutboundMessage['body'], { kind: 'status' }>['state'], room: string): Promise<void> {
    switch (state) {
      case 'working':
        return this.typing.working(room);
      case 'done':
        return this.typing.done(room);
      case 'resolved':
      case 'reopened':
        return this.solvedTag(toPlace(thread), state === 'resolved');
      default:
        return assertNever(state);
    }
  }

  get lastHeardAt(): Date | undefined {
    return this.gateway?.lastHeardAt;
  }

  problem(): string | undefined {
    const now = this.ports.now();
    const { gateway } = this;
    return (
      connectionProblem({
        refused: this.refused ?? gateway?.refused,
        isConnected: gateway?.isConnected ?? false,
        isOutOfIdentifies: gateway?.isOutOfIdentifies ?? false,
        lastHeardAt: this.lastHeardAt,
        now,
      }) ?? this.guard.problem(now)
    );
  }

  /** Discord down at the start is waited out; once connected, discord.js connects again by itself. */
  private async connect(attempt: number): Promise<void> {
    if (this.isStopped) return;
    const gateway = new DiscordGateway({
      token: this.settings.token,
      apiUrl: this.settings.apiUrl,
      now: this.ports.now,
      schedule: this.ports.schedule,
      identifies: this.identifies,
      onDispatch: (name, data) => this.dispatch(name, data),
      onClosed: (code) => this.ports.report({ kind: 'disconnected', code }),
    });
    this.gateway = gateway;
    try {
      await gateway.connect();
    } catch (error) {
      this.refused = gateway.refused ?? refusedToken(error);
      if (this.refused !== undefined) throw this.refused;
      this.ports.report({ kind: 'unhealthy', problem: 'no connection to Discord' });
      await new Promise<void>((resolve) => {
        this.cancelRetry = this.ports.schedule(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 60_000, resolve);
      });
      await this.connect(attempt + 1);
    }
  }

  private dispatch(name: string, data: unknown): void {
    if (this.isStopped) return;
    switch (name) {
      case 'READY':
        return this.ready(data);
      case 'RESUMED':
        return this.ports.report({ kind: 'connected', how: 'resumed' });
      case 'GUILD_CREATE':
        return this.directory.putGuild(data);
      case 'CHANNEL_CREATE':
      case 'THREAD_CREATE':
      case 'THREAD_UPDATE':
        return this.directory.put(data);
      case 'CHANNEL_UPDATE':
        this.directory.put(data);
        return this.guard.reopen(idOf(data));
      case 'CHANNEL_DELETE':
      case 'THREAD_DELETE':
        return this.directory.forget(data);
      case 'MESSAGE_CREATE':
        return this.hear(data);
      case 'MESSAGE_UPDATE':
      case 'MESSAGE_DELETE':
        return this.change(name, data);
      case 'INTERACTION_CREATE': {
        const interaction = interactionPayload.safeParse(data).data;
        if (interaction !== undefined) void this.interact?.(interaction).catch(() => undefined);
        return undefined;
      }
      default:
        return undefined;
    }
  }

  /** A new session: whatever was said since we last heard is only in the history. */
  private ready(data: unknown): void {
    const ready = readyPayload.parse(data);
    this.self = { user: ready.user.id, application: ready.application.id };
    this.refused = undefined;
    this.ports.report({ kind: 'connected', how: 'identified' });
    this.catchUp?.afterGap(ready.guilds.map(({ id }) => id));
    if (this.isRegistered || !this.settings.supportCommand) return;
    this.isRegistered = true;
    void registerCommand(this.rest, this.settings, ready.application.id, (because) =>
      this.ports.report({ kind: 'not_registered', because }),
    );
  }

  private hear(data: unknown): void {
    const message = messagePayload.safeParse(data).data;
    if (message === undefined) return this.ports.report({ kind: 'ignored', because: 'unreadable' });
    if (message.author.id === this.self?.user) this.poster.heard(message);
    return this.catchUp?.push(message);
  }

  private change(name: 'MESSAGE_UPDATE' | 'MESSAGE_DELETE', data: unknown): void {
    if (!this.settings.edits) return;
    const edited = name === 'MESSAGE_UPDATE' ? messagePayload.safeParse(data).data : undefined;
    const deleted = name === 'MESSAGE_DELETE' ? deletionPayload.safeParse(data).data : undefined;
    const channel = edited?.channel_id ?? deleted?.channel_id;
    if (channel === undefined || this.intake === undefined) return;
    const { intake } = this;
    this.catchUp?.inOrder(channel, async () => {
      if (edited !== undefined) await intake.edited(edited);
      if (deleted !== undefined) await intake.deleted(deleted);
    });
  }

  private async reveal(thread: ThreadRef, user: string): Promise<void> {
    for (const message of this.replies.withheld(thread, user)) {
      const result = await this.poster.send(message);
      if (result.kind === 'sent') this.replies.release(thread, user, message);
    }
  }
}

const idOf = (data: unknown): string => z.object({ id: z.string() }).safeParse(data).data?.id ?? '';
