import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { startFakeSlack, type FakeSlack } from '../test/support/slack/fake-slack.ts';
import { messageEvent } from '../test/support/slack/slack-payloads.ts';
import { quantile, type Bench, type Figure } from './bench.ts';
import { SIGNING_SECRET, type SlowAgentSettings } from './slow-agent-settings.ts';

const PER_SECOND = 200;
const SECONDS = 20;
const WARM_UP_SECONDS = 3;
const ROOMS = 400;
const PEOPLE = 100;
const THINKS_MS = 20_000;
const AGENT = fileURLToPath(new URL('./slow-agent.ts', import.meta.url));
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url));
const ready = z.object({ port: z.number() });

/** Delivers one event; resolves to whether it was acknowledged. */
type Deliver = (event: ReturnType<typeof messageEvent>) => Promise<boolean>;

export const acksBench: Bench = {
  about: `how soon Slack's events are acknowledged at ${PER_SECOND} a second, while the agent takes ${THINKS_MS / 1_000} s for an answer`,
  async run(say) {
    const figures: Figure[] = [];
    say('a bare server, for comparison');
    const bare = await bareP99();
    for (const mode of ['http', 'socket'] as const) {
      say(`${mode}, ${SECONDS} s`);
      figures.push(await measure(mode, bare));
    }
    return figures;
  },
};

/** A busy machine lets everybody wait: this is how long, without any of our work. */
async function bareP99(): Promise<number> {
  const server = fork(BARE, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    const [report] = await once(server, 'message');
    return quantile(await load(overHttp(ready.parse(report).port), SECONDS / 2), 0.99);
  } finally {
    server.kill('SIGKILL');
  }
}

async function measure(mode: 'http' | 'socket', bare: number): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-bench-'));
  const slack = await startFakeSlack();
  const settings: SlowAgentSettings = { mode, apiUrl: slack.apiUrl, folder, thinksMs: THINKS_MS };
  const agent = fork(AGENT, [JSON.stringify(settings)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    const [report] = await once(agent, 'message');
    const { port } = ready.parse(report);
    if (mode === 'socket') while (slack.sockets() === 0) await wait(20);
    const deliver = mode === 'http' ? overHttp(port) : overSocket(slack);
    await load(deliver, WARM_UP_SECONDS);
    const waits = await load(deliver, SECONDS);
    const missing = waits.filter((ms) => ms === Number.POSITIVE_INFINITY).length;
    const detail = `p50 ${Math.round(quantile(waits, 0.5))}, slowest ${Math.round(Math.max(...waits))}, ${waits.length} events, ${missing} not acknowledged; a bare server: p99 ${Math.round(bare)}`;
    return { name: `sent to acknowledged over ${mode}, p99`, value: quantile(waits, 0.99), unit: 'ms', goal: 500, detail };
  } finally {
    agent.kill('SIGKILL');
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the moment when each event was due, so that a sender that lags behind hides nothing. */
async function load(deliver: Deliver, seconds: number): Promise<readonly number[]> {
  const startedAt = performance.now();
  const running: Promise<number>[] = [];
  for (let sent = 0; sent < PER_SECOND * seconds; sent += 1) {
    const dueAt = startedAt + (sent * 1_000) / PER_SECOND;
    const ahead = dueAt - performance.now();
    if (ahead > 1) await wait(ahead);
    running.push(deliverAt(deliver, dueAt, sent));
  }
  return Promise.all(running);
}

async function deliverAt(deliver: Deliver, dueAt: number, number: number): Promise<number> {
  const channel = `D0ROOM${number % ROOMS}`;
  const isTaken = await deliver(messageEvent({ text: `Where is order ${number}?`, channel, user: `U0PERSON${number % PEOPLE}` }));
  return isTaken ? performance.now() - dueAt : Number.POSITIVE_INFINITY;
}

const overSocket =
  (slack: FakeSlack): Deliver =>
  (event) =>
    slack.emit(event, { withinMs: 10_000 });

function overHttp(port: number): Deliver {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (event) =>
    new Promise((resolve) => {
      const body = JSON.stringify(event);
      const seconds = String(Math.floor(Date.now() / 1_000));
      const signature = `v0=${createHmac('sha256', SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest('hex')}`;
      const headers = { 'content-type': 'application/json', 'x-slack-request-timestamp': seconds, 'x-slack-signature': signature };
      const sent = request({ host: '127.0.0.1', port, path: '/slack/events', method: 'POST', headers, agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode === 200));
      });
      sent.on('error', () => resolve(false));
      sent.end(body);
    });
}
