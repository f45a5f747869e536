import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';

const MESSAGE_CONTENT = 1 << 15;
const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalidSession: 9, hello: 10, ack: 11 } as const;

const payload = z.object({ op: z.number(), d: z.unknown().optional() });
const identify = z.object({ token: z.string(), intents: z.number() });
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

export interface GatewayRules {
  readonly token: () => string;
  /** The message content intent is switched on for this bot. */
  readonly hasMessageContent: () => boolean;
  readonly heartbeatMs: number;
  readonly ready: (session: string, url: string) => unknown;
  /** Sent after READY. */
  readonly welcome: () => readonly (readonly [name: string, data: unknown])[];
}

/** The gateway: sessions with numbered events that are replayed on a resume, until they are forgotten. */
export class FakeGateway {
  identifies = 0;
  resumes = 0;
  /** Answers no heartbeat and sends nothing: a socket that looks open. */
  isDeaf = false;
  /** Accepts no connection. */
  isDown = false;
  private session = { id: 'session-0', events: [] as { readonly s: number; readonly t: string; readonly d: unknown }[] };
  private socket: WebSocket | undefined;
  private readonly rules: GatewayRules;
  private url = '';

  constructor(server: Server, url: () => string, rules: GatewayRules) {
    this.rules = rules;
    const sockets = new WebSocketServer({ server, path: '/gateway' });
    sockets.on('connection', (socket) => {
      this.url = url();
      if (this.isDown) {
        socket.terminate();
        return;
      }
      socket.on('message', (data: Buffer) => this.hear(socket, payload.parse(JSON.parse(data.toString('utf8')))));
      socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: rules.heartbeatMs } }));
    });
  }

  get isConnected(): boolean {
    return this.socket !== undefined;
  }

  dispatch(t: string, d: unknown): void {
    const event = { s: this.session.events.length + 1, t, d };
    this.session.events.push(event);
    this.deliver(event);
  }

  /** The same event once more, as a replay may bring it. */
  repeatLast(times: number): void {
    const event = this.session.events.at(-1);
    if (event === undefined) return;
    for (let time = 0; time < times; time += 1) this.deliver(event);
  }

  /** Cuts the connection; with a code as Discord closes, without one as a cable does. */
  drop(code?: number): void {
    if (code === undefined) this.socket?.terminate();
    else this.socket?.close(code);
    this.socket = undefined;
  }

  /** Whatever was not delivered is gone: the next resume is refused. */
  forget(): void {
    this.session = { id: `session-${Math.random()}`, events: [] };
  }

  askToReconnect(): void {
    this.socket?.send(JSON.stringify({ op: OP.reconnect, d: null }));
  }

  invalidate(isResumable: boolean): void {
    if (!isResumable) this.forget();
    this.socket?.send(JSON.stringify({ op: OP.invalidSession, d: isResumable }));
  }

  private deliver(event: { readonly s: number; readonly t: string; readonly d: unknown }): void {
    if (!this.isDeaf) this.socket?.send(JSON.stringify({ op: OP.dispatch, ...event }));
  }

  private hear(socket: WebSocket, { op, d }: z.infer<typeof payload>): void {
    if (op === OP.heartbeat && !this.isDeaf) socket.send(JSON.stringify({ op: OP.ack, d: null }));
    if (op === OP.identify) this.identify(socket, identify.parse(d));
    if (op === OP.resume) this.resume(socket, resume.parse(d));
  }

  private identify(socket: WebSocket, { token, intents }: z.infer<typeof identify>): void {
    this.identifies += 1;
    if (token !== this.rules.token()) return socket.close(4_004);
    if ((intents & MESSAGE_CONTENT) !== 0 && !this.rules.hasMessageContent()) return socket.close(4_014);
    this.session = { id: `session-${this.identifies}`, events: [] };
    this.attach(socket);
    this.dispatch('READY', this.rules.ready(this.session.id, this.url));
    for (const [name, data] of this.rules.welcome()) this.dispatch(name, data);
    return undefined;
  }

  private resume(socket: WebSocket, { session_id, seq }: z.infer<typeof resume>): void {
    this.resumes += 1;
    if (session_id !== this.session.id) {
      socket.send(JSON.stringify({ op: OP.invalidSession, d: false }));
      return;
    }
    this.attach(socket);
    for (const event of this.session.events) if (event.s > seq) this.deliver(event);
    this.dispatch('RESUMED', {});
  }

  private attach(socket: WebSocket): void {
    this.socket = socket;
    socket.on('close', () => {
      if (this.socket === socket) this.socket = undefined;
    });
  }
}
