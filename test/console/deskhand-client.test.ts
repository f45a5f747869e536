import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readAgentFile, type AgentFile } from '../../src/console/agent-file.ts';
import { createConsole, type Console } from '../../src/console/console.ts';
import { connectDeskhand } from '../../src/console/deskhand-client.ts';
import type { Deskhand } from '../../src/domain/deskhand.ts';
import { conversationId, ticketNumber } from '../../src/domain/ids.ts';
import { approvalTicket, handoffTicket, NOW, STAFF } from '../support/desk-tickets.ts';
import { fakeDeskhand, HEALTHY, type FakeDeskhand } from '../support/deskhand-fake.ts';

let folder: string;
let deskhand: FakeDeskhand;
let served: Console;
let agent: AgentFile;
let client: Deskhand;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-client-'));
  deskhand = fakeDeskhand();
  deskhand.world.tickets.set('T-1001', handoffTicket()).set('T-1002', approvalTicket());
  served = createConsole(deskhand, { port: 0, dataFolder: folder, now: () => NOW, onError: () => undefined });
  await served.start();
  const file = await readAgentFile(folder);
  if (!file) throw new Error('no agent.json');
  agent = file;
  client = await connectDeskhand(agent);
});

afterEach(async () => {
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a Deskhand in another process', () => {
  it('gives the same answers as the one that runs', async () => {
    const id = await client.write({ from: 'mia', chat: '1', text: 'Hello' });
    expect(id).toBe('console/local/mia/1');
    expect(await client.health()).toEqual(JSON.parse(JSON.stringify(HEALTHY)));
    expect(client.staff()).toEqual(STAFF);
    expect(await client.ticket(ticketNumber('T-1002'))).toEqual(JSON.parse(JSON.stringify(approvalTicket()), reviveDates));
    expect(await client.tickets({ open: true })).toHaveLength(2);
    expect(await client.transcript(id)).toMatchObject([{ text: 'Hello', at: NOW }, { text: 'You said: Hello' }]);
    expect((await client.conversation(id))?.identities).toEqual(new Map());
    expect(await client.conversations(10)).toMatchObject([{ id, lastActivityAt: NOW }]);
    expect(await client.explain(id)).toEqual([]);
    expect(await client.mails()).toEqual([]);
    expect(await client.sampleCustomers()).toEqual([]);
  });

  it('has no answer for what does not exist', async () => {
    expect(await client.ticket(ticketNumber('T-9'))).toBeUndefined();
    expect(await client.conversation(conversationId('console/local/nobody/1'))).toBeUndefined();
  });

  it('acts, and passes the desk’s refusals on', async () => {
    const command = { ticket: ticketNumber('T-1001'), do: { action: 'claim' } as const };
    expect(await client.act({ ...command, id: 'a', by: 'ben' })).toMatchObject({ kind: 'done' });
    expect(await client.act({ ...command, id: 'b', by: 'ana' })).toMatchObject({ kind: 'refused', rule: 'already_claimed' });
    expect(await client.events(0, 10)).toMatchObject([{ position: 0, event: { name: 'ticket.claimed', at: NOW } }]);
  });

  it('pauses and resumes', async () => {
    await client.pause('ana');
    expect((await client.health()).paused).toBe(true);
    await client.resume('ana');
    expect((await client.health()).paused).toBe(false);
  });

  it('hears of changes until it stops listening', async () => {
    const heard = new Promise<void>((resolve) => {
      const stop = client.onChange(() => {
        stop();
        resolve();
      });
    });
    await expect(heard).resolves.toBeUndefined();
  });

  it('is told what was wrong with its input', async () => {
    await expect(client.write({ from: 'mia', chat: '1', text: ' ' })).rejects.toMatchObject({
      code: 'usage',
      message: 'text: write something first',
    });
  });
});

describe('who may call', () => {
  it.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer guess' }],
    ['the token without its scheme', { authorization: 'guess' }],
  ])('is nobody with %s', async (_what, headers: Record<string, string>) => {
    const response = await fetch(`${agent.address}/loopback/tickets`, { method: 'POST', headers, body: '{"open":true}' });
    expect(response.status).toBe(401);
    expect((await fetch(`${agent.address}/loopback/changes`, { headers })).status).toBe(401);
  });

  it.each(['constructor', '__proto__', 'close', 'onChange'])('calls only what is listed, not %s', async (method) => {
    const response = await fetch(`${agent.address}/loopback/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${agent.token}` },
      body: '{}',
    });
    expect(response.status).toBe(404);
  });

  it('is told when a body is no JSON', async () => {
    const headers = { authorization: `Bearer ${agent.token}` };
    const response = await fetch(`${agent.address}/loopback/tickets`, { method: 'POST', headers, body: '{' });
    expect(response.status).toBe(400);
  });
});

describe('an agent that is gone', () => {
  it('is noticed when connecting', async () => {
    await served.stop();
    await expect(connectDeskhand(agent)).rejects.toMatchObject({ code: 'store_unavailable', retryable: true });
  });

  it.each(['', '{', '[]', '{"pid":1}'])('is not seen in a broken file (%j)', async (content) => {
    await writeFile(join(folder, 'agent.json'), content);
    expect(await readAgentFile(folder)).toBeUndefined();
  });
});

function reviveDates(_key: string, value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value;
}
