import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { discordSchema } from './discord-schema.ts';
import { channelObject, guildObject, memberObject, messageObject, nextId, roleObject, TOKEN, userObject } from './discord-objects.ts';
import type { FakeChannel, FakeMessage, FakeUser } from './discord-objects.ts';
import { FakeGateway } from './fake-gateway.ts';

export { TOKEN };
export const BOT: FakeUser = { id: '900000000000000001', username: 'robin', bot: true };
export const GUILD = '100000000000000001';

export const BOT_ROLE = '900000000000000002';
/** View Channel, Send Messages, Embed Links, Read Message History, Manage Threads, Create Public Threads, Send Messages in Threads. */
export const BOT_PERMISSIONS = [10n, 11n, 14n, 16n, 34n, 35n, 38n].reduce((all, bit) => all | (1n << bit), 0n);

/** What the next matching request gets instead of its answer, once each. */
export interface Fault {
  readonly when: RegExp;
  readonly status: number;
  readonly code?: number;
  readonly retryAfter?: number;
  readonly global?: boolean;
  /** Does what was asked, and answers this all the same. */
  readonly after?: boolean;
  /** Hangs up instead of answering. */
  readonly hangUp?: boolean;
  /** Done as asked, but only after that time, whether or not anybody still waits; `onCome` when the request is here. */
  readonly lateByMs?: number;
  readonly onCome?: () => void;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly at: number;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const postBody = z.object({
  content: z.string().default(''),
  nonce: z.string().optional(),
  enforce_nonce: z.boolean().optional(),
  flags: z.number().default(0),
  components: z.array(z.unknown()).default([]),
  embeds: z.array(z.unknown()).default([]),
  message_reference: z.object({ message_id: z.string() }).optional(),
});
const changeBody = z.object({
  content: z.string().optional(),
  components: z.array(z.unknown()).optional(),
  embeds: z.array(z.unknown()).optional(),
});
const refuse = (status: number, code: number): Answer => ({ status, body: { message: 'refused', code } });

/** Discord on 127.0.0.1, for tests: HTTP API and gateway, with one server, its channels and the people that a test names. */
export class FakeDiscord {
  readonly calls: Call[] = [];
  /** Requests that Discord would not take, and answers that it would not give. */
  readonly violations: string[] = [];
  readonly messages = new Map<string, FakeMessage[]>();
  readonly channels = new Map<string, FakeChannel>();
  /** What only one person sees. */
  readonly asides: { readonly token: string; readonly body: z.infer<typeof postBody> }[] = [];
  readonly callbacks: { readonly id: string; readonly body: unknown; readonly at: number }[] = [];
  /** What lies where attachments are kept, by path. */
  readonly files = new Map<
    string,
    { readonly bytes: Buffer; readonly status?: number; readonly type?: string; readonly headers?: Readonly<Record<string, string>> }
  >();
  readonly closedDirects = new Set<string>();
  readonly noThreads = new Set<string>();
  /** Who is in the server, where somebody asks. */
  readonly members = new Map<string, FakeUser>();
  readonly noPosts = new Set<string>();
  /** Threads that were put away. */
  readonly archived = new Set<string>();
  /** Told of every message of the bot. */
  onPosted: ((message: FakeMessage, isLate: boolean) => void) | undefined;
  private isLate = false;
  token = TOKEN;
  hasMessageContent = true;
  /** What the bot's one role may do in the whole server. */
  botPermissions = BOT_PERMISSIONS;
  readonly gateway: FakeGateway;
  private readonly faults: Fault[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private readonly deadTokens = new Set<string>();

  constructor(heartbeatMs = 45_000) {
    this.gateway = new FakeGateway(this.server, () => this.gatewayUrl, {
      token: () => this.token,
      hasMessageContent: () => this.hasMessageContent,
      heartbeatMs,
      ready: (session_id, resume_gateway_url) => ({
        v: 10,
        user: { ...userObject(BOT), mfa_enabled: false, verified: true, email: null },
        guilds: [{ id: GUILD, unavailable: true }],
        session_id,
        resume_gateway_url,
        shard: [0, 1],
        application: { id: BOT.id, flags: 0 },
        private_channels: [],
        relationships: [],
      }),
      welcome: () => [
        [
          'GUILD_CREATE',
          guildObject(
            GUILD,
            [...this.channels.values()].filter(({ guild }) => guild === GUILD),
            [],
          ),
        ],
      ],
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.gateway.drop();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  fail(...faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  /** Takes back every fault that is still to come. */
  mend(): void {
    this.faults.splice(0);
  }

  addChannel(channel: Pick<FakeChannel, 'id' | 'type'> & Partial<FakeChannel>): string {
    this.channels.set(channel.id, {
      guild: GUILD,
      parent: undefined,
      name: 'channel',
      owner: undefined,
      recipient: undefined,
      lastMessage: undefined,
      availableTags: [],
      appliedTags: [],
      overwrites: [],
      ...channel,
    });
    return channel.id;
  }

  /** A person writes; the gateway tells it. */
  say(author: FakeUser, channel: string, content: string, parts: Partial<FakeMessage> = {}, guild?: string): FakeMessage {
    const message = this.keep({ author, channel_id: channel, content, ...parts });
    this.tell('MESSAGE_CREATE', message, guild);
    return message;
  }

  /** A direct message, in the channel that the two share. */
  sayDirectly(author: FakeUser, content: string, parts: Partial<FakeMessage> = {}): FakeMessage {
    return this.say(author, this.directWith(author), content, parts);
  }

  edit(message: FakeMessage, content: string): void {
    const edited = { ...message, content, editedAt: new Date() };
    const all = this.messages.get(message.channel_id) ?? [];
    all[all.findIndex(({ id }) => id === message.id)] = edited;
    this.tell('MESSAGE_UPDATE', edited);
  }

  erase(message: FakeMessage): void {
    this.gateway.dispatch('MESSAGE_DELETE', {
      id: message.id,
      channel_id: message.channel_id,
      guild_id: this.channels.get(message.channel_id)?.guild,
    });
  }

  /** Presses a control, sends a form or a command; returns the interaction's id and token. */
  interact(
    user: FakeUser,
    parts: Readonly<Record<string, unknown>> & { readonly type: number; readonly channel_id: string },
  ): { readonly id: string; readonly token: string } {
    const id = nextId();
    const token = `token-${id}`;
    const guild = this.channels.get(parts.channel_id)?.guild;
    const who =
      guild === undefined
        ? { user: userObject(user) }
        : {
            guild_id: guild,
            member: {
              user: userObject(user),
              roles: [],
              nick: null,
              permissions: '0',
              joined_at: new Date().toISOString(),
              deaf: false,
              mute: false,
              flags: 0,
            },
          };
    this.gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: BOT.id,
      token,
      version: 1,
      entitlements: [],
      authorizing_integration_owners: {},
      app_permissions: '0',
      attachment_size_limit: 10_485_760,
      locale: 'en-US',
      ...who,
      ...parts,
    });
    return { id, token };
  }

  expireToken(token: string): void {
    this.deadTokens.add(token);
  }

  textsIn(channel: string): readonly string[] {
    return (this.messages.get(channel) ?? []).map(({ content }) => content);
  }

  /** What the bot wrote there. */
  answersIn(channel: string): readonly string[] {
    return (this.messages.get(channel) ?? []).filter(({ author }) => author.id === BOT.id).map(({ content }) => content);
  }

  directWith(user: FakeUser): string {
    const known = [...this.channels.values()].find(({ recipient }) => recipient?.id === user.id);
    return known?.id ?? this.addChannel({ id: nextId(), type: 1, guild: undefined, recipient: user });
  }

  callsTo(pattern: RegExp): readonly Call[] {
    return this.calls.filter(({ method, path }) => pattern.test(`${method} ${path}`));
  }

  private get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  private get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.port}/gateway`;
  }

  private keep(parts: Partial<FakeMessage> & Pick<FakeMessage, 'author' | 'channel_id' | 'content'>): FakeMessage {
    const message: FakeMessage = {
      id: nextId(),
      type: 0,
      flags: 0,
      components: [],
      embeds: [],
      nonce: undefined,
      mentions: [],
      reference: undefined,
      referenced: undefined,
      editedAt: undefined,
      attachments: [],
      ...parts,
    };
    this.messages.set(message.channel_id, [...(this.messages.get(message.channel_id) ?? []), message]);
    const channel = this.channels.get(message.channel_id);
    if (channel !== undefined) this.channels.set(channel.id, { ...channel, lastMessage: message.id });
    return message;
  }

  private tell(name: string, message: FakeMessage, guild = this.channels.get(message.channel_id)?.guild): void {
    const extra = guild === undefined ? {} : { guild_id: guild, member: { roles: [], nick: null } };
    this.gateway.dispatch(name, { ...messageObject(message), ...extra, ...(message.nonce === undefined ? {} : { nonce: message.nonce }) });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname.replace('/api/v10', ''));
    const method = request.method ?? 'GET';
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const file = this.files.get(path);
    if (file !== undefined) {
      response.writeHead(file.status ?? 200, { 'content-type': file.type ?? 'image/png', ...file.headers }).end(file.bytes);
      return undefined;
    }
    this.calls.push({ method, path, body, at: Date.now() });
    const wrong = discordSchema()?.request(method, path, body);
    if (wrong !== undefined) this.violations.push(wrong);
    const authorized = /^\/(?:webhooks|interactions)\//.test(path) || request.headers.authorization === `Bot ${this.token}`;
    const fault = this.takeFault(`${method} ${path}`);
    const isLate = fault?.lateByMs !== undefined;
    if (isLate) {
      fault.onCome?.();
      await wait(fault.lateByMs);
    } else if (fault !== undefined && fault.after !== true) return this.answerFault(response, fault);
    this.isLate = isLate;
    const answer = authorized ? this.answer(method, path, url.searchParams, body) : { status: 401, body: { message: '401', code: 0 } };
    if (fault !== undefined && !isLate) return this.answerFault(response, fault);
    const odd = answer.status < 300 ? discordSchema()?.response(method, path, answer.status, answer.body) : undefined;
    if (odd !== undefined) this.violations.push(odd);
    respond(response, answer);
    return undefined;
  }

  private takeFault(call: string): Fault | undefined {
    const at = this.faults.findIndex(({ when }) => when.test(call));
    return at === -1 ? undefined : this.faults.splice(at, 1)[0];
  }

  private answerFault(response: ServerResponse, { status, code = 0, retryAfter, global = false, hangUp }: Fault): void {
    if (hangUp === true) {
      response.destroy();
      return;
    }
    const limits =
      retryAfter === undefined
        ? {}
        : {
            'retry-after': String(retryAfter),
            ...(global ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' } : { 'x-ratelimit-scope': 'user' }),
          };
    respond(
      response,
      { status, body: retryAfter === undefined ? { message: 'refused', code } : { message: 'slow down', retry_after: retryAfter, global } },
      limits,
    );
  }

  private answer(method: string, path: string, query: URLSearchParams, body: unknown): Answer {
    for (const [pattern, handle] of this.routes) {
      const match = pattern.exec(`${method} ${path}`);
      if (match !== null) return handle(match.slice(1).map(String), body, query);
    }
    this.violations.push(`${method} ${path}: the fake has no such route`);
    return refuse(404, 0);
  }

  private readonly routes: readonly (readonly [RegExp, (args: readonly string[], body: unknown, query: URLSearchParams) => Answer])[] = [
    [
      /^GET \/gateway\/bot$/,
      () => ({
        status: 200,
        body: {
          url: this.gatewayUrl,
          shards: 1,
          session_start_limit: { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        },
      }),
    ],
    [
      /^GET \/applications\/@me$/,
      () => ({ status: 200, body: { id: BOT.id, name: 'Robin', flags: this.hasMessageContent ? 1 << 19 : 0 } }),
    ],
    [/^POST \/channels\/(\d+)\/messages$/, ([channel = ''], body) => this.post(channel, postBody.parse(body))],
    [/^GET \/channels\/(\d+)\/messages$/, ([channel = ''], _, query) => this.history(channel, query)],
    [
      /^GET \/users\/@me$/,
      () => ({ status: 200, body: { ...userObject(BOT), mfa_enabled: false, verified: true, email: null, locale: 'en-US' } }),
    ],
    [
      /^GET \/guilds\/(\d+)\/roles$/,
      ([guild = '']) => ({ status: 200, body: [roleObject(guild, '@everyone', 0n), roleObject(BOT_ROLE, 'Robin', this.botPermissions)] }),
    ],
    [/^GET \/guilds\/(\d+)\/members\/(\d+)$/, ([, user = '']) => this.member(user)],
    [/^GET \/channels\/(\d+)$/, ([channel = '']) => this.show(channel)],
    [/^PATCH \/channels\/(\d+)$/, ([channel = ''], body) => this.changeThread(channel, body)],
    [/^POST \/channels\/(\d+)\/threads$/, ([forum = ''], body) => this.openPost(forum, body)],
    [/^PATCH \/channels\/(\d+)\/messages\/(\d+)$/, ([channel = '', id = ''], body) => this.change(channel, id, changeBody.parse(body))],
    [/^POST \/channels\/(\d+)\/messages\/(\d+)\/threads$/, ([channel = '', message = ''], body) => this.openThread(channel, message, body)],
    [/^PUT \/channels\/(\d+)\/thread-members\/(\d+)$/, () => ({ status: 204 })],
    [/^POST \/channels\/(\d+)\/typing$/, () => ({ status: 204 })],
    [/^POST \/users\/@me\/channels$/, (_, body) => this.openDirect(z.object({ recipient_id: z.string() }).parse(body).recipient_id)],
    [/^GET \/guilds\/(\d+)\/threads\/active$/, ([guild = '']) => this.activeThreads(guild)],
    [/^POST \/interactions\/(\d+)\/([^/]+)\/callback$/, ([id = ''], body) => this.callback(id, body)],
    [/^POST \/webhooks\/(\d+)\/([^/]+)$/, ([, token = ''], body) => this.postAside(token, postBody.parse(body))],
    [/^POST \/applications\/(\d+)(?:\/guilds\/\d+)?\/commands$/, (_, body) => this.register(body)],
  ];

  private post(channel: string, body: z.infer<typeof postBody>): Answer {
    const room = this.channels.get(channel);
    if (room === undefined) return refuse(404, 10_003);
    if (room.recipient !== undefined && this.closedDirects.has(room.recipient.id)) return refuse(403, 50_007);
    if (this.noPosts.has(channel)) return refuse(403, 50_013);
    if (body.content.length > 2_000 || body.content.trim() === '') return refuse(400, 50_035);
    const earlier = body.enforce_nonce === true ? (this.messages.get(channel) ?? []).find(({ nonce }) => nonce === body.nonce) : undefined;
    const message =
      earlier ??
      this.keep({
        author: BOT,
        channel_id: channel,
        content: body.content,
        nonce: body.nonce,
        flags: body.flags,
        components: body.components,
        embeds: body.embeds,
        reference: body.message_reference?.message_id,
      });
    if (earlier === undefined) {
      this.onPosted?.(message, this.isLate);
      this.tell('MESSAGE_CREATE', message);
    }
    return { status: 200, body: { ...messageObject(message), components: [], ...(body.nonce === undefined ? {} : { nonce: body.nonce }) } };
  }

  private history(channel: string, query: URLSearchParams): Answer {
    if (!this.channels.has(channel)) return refuse(404, 10_003);
    const after = BigInt(query.get('after') ?? '0');
    const found = (this.messages.get(channel) ?? []).filter(({ id }) => BigInt(id) > after).slice(0, Number(query.get('limit') ?? 50));
    return { status: 200, body: found.map((message) => ({ ...messageObject(message), components: [] })).toReversed() };
  }

  private show(channel: string): Answer {
    const found = this.channels.get(channel);
    return found === undefined ? refuse(404, 10_003) : { status: 200, body: channelObject(found) };
  }

  private member(id: string): Answer {
    if (id === BOT.id) return { status: 200, body: memberObject(BOT, [BOT_ROLE]) };
    const found = this.members.get(id);
    if (found === undefined) return refuse(404, 10_007);
    return { status: 200, body: memberObject(found) };
  }

  /** A forum post: thread and first message have one id. */
  private openPost(forum: string, body: unknown): Answer {
    if (this.channels.get(forum)?.type !== 15) return refuse(404, 10_003);
    const { name, message } = z.object({ name: z.string(), message: postBody }).parse(body);
    const id = nextId();
    this.addChannel({ id, type: 11, parent: forum, name, owner: BOT.id });
    const thread = this.show(id);
    this.gateway.dispatch('THREAD_CREATE', thread.body);
    const { content, components, embeds } = message;
    this.tell('MESSAGE_CREATE', this.keep({ id, author: BOT, channel_id: id, content, components, embeds }));
    return { ...thread, status: 201 };
  }

  private change(channel: string, id: string, body: z.infer<typeof changeBody>): Answer {
    if (!this.channels.has(channel)) return refuse(404, 10_003);
    if (this.archived.has(channel)) return refuse(400, 50_083);
    const all = this.messages.get(channel) ?? [];
    const at = all.findIndex((message) => message.id === id && message.author.id === BOT.id);
    const standing = all[at];
    if (standing === undefined) return refuse(404, 10_008);
    const { content = standing.content, components = standing.components, embeds = standing.embeds } = body;
    const changed: FakeMessage = { ...standing, content, components, embeds, editedAt: new Date() };
    all[at] = changed;
    this.tell('MESSAGE_UPDATE', changed);
    return { status: 200, body: { ...messageObject(changed), components: [] } };
  }

  private changeThread(channel: string, body: unknown): Answer {
    if (!z.object({ archived: z.literal(false) }).safeParse(body).success) return this.applyTags(channel, body);
    this.archived.delete(channel);
    return this.show(channel);
  }

  private applyTags(channel: string, body: unknown): Answer {
    const found = this.channels.get(channel);
    if (found === undefined) return refuse(404, 10_003);
    if (this.noPosts.has(channel)) return refuse(403, 50_013);
    const { applied_tags: appliedTags } = z.object({ applied_tags: z.array(z.string()).max(5) }).parse(body);
    this.channels.set(channel, { ...found, appliedTags });
    return this.show(channel);
  }

  private openThread(channel: string, message: string, body: unknown): Answer {
    if (this.noThreads.has(channel)) return refuse(403, 50_013);
    if (this.channels.has(message)) return refuse(400, 160_004);
    if (!(this.messages.get(channel) ?? []).some(({ id }) => id === message)) return refuse(404, 10_008);
    const { name } = z.object({ name: z.string() }).parse(body);
    this.addChannel({ id: message, type: 11, parent: channel, name, owner: BOT.id });
    const thread = this.show(message);
    this.gateway.dispatch('THREAD_CREATE', thread.body);
    return { ...thread, status: 201 };
  }

  private openDirect(user: string): Answer {
    const id = this.directWith({ id: user, username: 'somebody' });
    return this.show(id);
  }

  private activeThreads(guild: string): Answer {
    const threads = [...this.channels.values()].filter((channel) => channel.guild === guild && channel.type === 11);
    return { status: 200, body: { threads: threads.map(channelObject), members: [], has_more: false } };
  }

  private callback(id: string, body: unknown): Answer {
    if (this.callbacks.some((one) => one.id === id)) return refuse(400, 40_060);
    this.callbacks.push({ id, body, at: Date.now() });
    return { status: 204 };
  }

  private postAside(token: string, body: z.infer<typeof postBody>): Answer {
    if (this.deadTokens.has(token)) return refuse(401, 50_027);
    this.asides.push({ token, body });
    const message: FakeMessage = {
      id: nextId(),
      channel_id: nextId(),
      author: BOT,
      content: body.content,
      type: 0,
      flags: body.flags,
      components: [],
      embeds: [],
      nonce: undefined,
      mentions: [],
      reference: undefined,
      referenced: undefined,
      editedAt: undefined,
      attachments: [],
    };
    return { status: 200, body: messageObject(message) };
  }

  private register(body: unknown): Answer {
    const { name, description } = z.object({ name: z.string(), description: z.string() }).parse(body);
    const command = {
      id: nextId(),
      application_id: BOT.id,
      version: nextId(),
      default_member_permissions: null,
      type: 1,
      name,
      description,
      integration_types: [0],
      contexts: null,
      nsfw: false,
    };
    return { status: 201, body: command };
  }
}

function respond(response: ServerResponse, { status, body }: Answer, headers: Readonly<Record<string, string>> = {}): void {
  // A 204 with a JSON content type makes discord.js read a body that is not there.
  response.writeHead(status, body === undefined ? headers : { ...headers, 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
