import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandIo, ExitCode } from '../../src/cli/command.ts';
import { createDeskCommand } from '../../src/cli/desk.ts';
import { approvalTicket, handoffTicket } from '../support/desk-tickets.ts';
import { fakeDeskhand, type FakeDeskhand } from '../support/deskhand-fake.ts';

let deskhand: FakeDeskhand;
let closed: number;

beforeEach(() => {
  deskhand = fakeDeskhand();
  deskhand.world.tickets.set('T-1001', handoffTicket()).set('T-1002', approvalTicket());
  closed = 0;
});

async function desk(
  args: readonly string[],
  env: CommandIo['env'] = {},
): Promise<{ readonly code: ExitCode; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  const command = createDeskCommand(async () => ({
    deskhand,
    isRunning: true,
    close: async () => {
      closed += 1;
    },
  }));
  const io: CommandIo = {
    stdin: Readable.from([]),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env,
    signal: new AbortController().signal,
  };
  const code = await command.run(args, io);
  return { code, out, err };
}

describe('deskhand desk', () => {
  it('lists what waits, one ticket a line', async () => {
    const { code, out } = await desk(['list']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^T-1001 +high +unclaimed · waiting .* Mug set arrived broken\nT-1002 +high +approval · waiting .* Refund of LF-10003\n$/,
    );
  });

  it('lists when no verb is given', async () => {
    expect((await desk([])).out).toContain('T-1001');
  });

  it('lists closed tickets too when asked to, behind the open ones', async () => {
    await desk(['--as', 'ana', 'resolve', 'T-1001']);
    const numbers = (out: string): string[] => out.split('\n').flatMap((line) => /^T-\d+/.exec(line) ?? []);
    expect(numbers((await desk(['list'])).out)).toEqual(['T-1002']);
    expect(numbers((await desk(['list', '--all'])).out)).toEqual(['T-1002', 'T-1001']);
  });

  it('says so when nothing waits', async () => {
    deskhand.world.tickets.clear();
    expect((await desk(['list'])).out).toBe('Nothing waits for a human.\n');
  });

  it('writes one JSON line a ticket', async () => {
    const lines = (await desk(['list', '--json'])).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ number: 'T-1001' }, { number: 'T-1002' }]);
  });

  it('shows the card and what was said, with control characters taken out', async () => {
    const ticket = handoffTicket({ subject: 'Mug\u001B[2J set' });
    deskhand.world.tickets.set('T-1001', ticket);
    deskhand.world.lines.set(ticket.conversation, [
      { at: ticket.openedAt, from: 'customer', name: 'Mia', text: 'It broke\u0007', private: false, delivery: undefined },
    ]);
    const { out } = await desk(['show', 't-1001']);
    expect(out).toContain('T-1001 · high · Mug [2J set');
    expect(out).toContain('Why you\n  asked for a person: “let me talk to a person”\n');
    expect(out).toContain('Mia:\n  It broke \n');
  });

  it.each<[string[], string, string]>([
    [['claim', 'T-1001'], 'T-1001 is yours. The agent is silent until you return or resolve it.\n', 'ticket.claimed'],
    [['reply', 'T-1001', 'Hi', 'Mia'], 'Sent. T-1001 is yours now.\n', 'ticket.replied'],
    [['note', 'T-1001', 'seen'], 'Noted on T-1001. The customer does not see it.\n', 'ticket.noted'],
    [['approve', 'T-1002'], 'Approved: refund of LF-10003 to Visa ending in 4242.\n', 'approval.decided'],
    [['deny', 'T-1002', 'Used'], 'Denied: refund of LF-10003 to Visa ending in 4242. The customer is told why.\n', 'approval.decided'],
    [['resolve', 'T-1001', 'bug'], 'T-1001 is resolved: a bug. The customer gets a closing message.\n', 'ticket.resolved'],
    [['return', 'T-1001', 'Offer', 'an', 'exchange'], "The agent goes on with T-1001's customer.\n", 'ticket.returned'],
  ])('carries out %j', async (args, text, event) => {
    const { code, out } = await desk(['--as', 'ana', ...args]);
    expect({ code, out }).toEqual({ code: 0, out: text });
    expect(deskhand.world.events.at(-1)?.name).toBe(event);
  });

  it('takes a resolve without an outcome as solved', async () => {
    expect((await desk(['--as', 'ana', 'resolve', 'T-1001'])).out).toContain('solved by a human');
  });

  it('ends with 1 and the reason when the desk refuses', async () => {
    expect(await desk(['--as', 'ben', 'approve', 'T-1002'])).toEqual({
      code: 1,
      out: '',
      err: 'Approving this needs the role refund_approver.\n',
    });
  });

  it('acts as the account’s own name when staff lists it', async () => {
    await desk(['claim', 'T-1001'], { USER: 'lea' });
    expect(deskhand.world.tickets.get('T-1001')?.state).toMatchObject({ by: 'lea' });
  });

  it.each<[string, string[], CommandIo['env'], string]>([
    ['an unknown name', ['--as', 'mallory', 'claim', 'T-1001'], {}, 'nobody is called "mallory"'],
    ['no name', ['claim', 'T-1001'], {}, 'who acts? Say --as NAME'],
    ['an account that is not staff', ['claim', 'T-1001'], { USER: 'root' }, 'who acts? Say --as NAME'],
    ['an unknown verb', ['aprove', 'T-1001'], {}, 'desk cannot "aprove"'],
    ['a missing ticket', ['claim'], {}, 'desk claim needs a ticket'],
  ])('refuses %s as unusable', async (_what, args, env, message) => {
    await expect(desk(args, env)).rejects.toMatchObject({ code: 'usage', message });
  });

  it('names the staff that exist to an unknown one', async () => {
    await expect(desk(['--as', 'mallory', 'claim', 'T-1001'])).rejects.toMatchObject({ hint: 'config/staff.yaml lists ben, ana, lea.' });
  });

  it('knows no ticket that does not exist', async () => {
    expect(await desk(['show', 'T-9'])).toEqual({ code: 1, out: '', err: 'deskhand: there is no ticket T-9\n' });
    expect((await desk(['--as', 'ana', 'claim', 'T-9'])).code).toBe(1);
  });

  it('pauses and resumes the agent', async () => {
    await desk(['--as', 'ana', 'pause']);
    expect(deskhand.world.health.paused).toBe(true);
    await desk(['--as', 'ana', 'resume']);
    expect(deskhand.world.health.paused).toBe(false);
  });

  it('closes what it opened, also when it fails', async () => {
    await desk(['list']);
    await desk(['--as', 'mallory', 'claim', 'T-1001']).catch(() => undefined);
    expect(closed).toBe(2);
  });
});
