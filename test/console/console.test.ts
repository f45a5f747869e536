import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createConsole, type Console } from '../../src/console/console.ts';
import { AppError } from '../../src/domain/error.ts';
import { approvalTicket, handoffTicket, NOW } from '../support/desk-tickets.ts';
import { fakeDeskhand, HEALTHY, type FakeDeskhand } from '../support/deskhand-fake.ts';

let folder: string;
let deskhand: FakeDeskhand;
let served: Console;
let address: string;
let errors: Error[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-console-'));
  deskhand = fakeDeskhand();
  errors = [];
  served = createConsole(deskhand, { port: 0, dataFolder: folder, now: () => NOW, onError: (error) => errors.push(error) });
  ({ address } = await served.start());
});

afterEach(async () => {
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Page {
  readonly cookie: string;
  readonly csrf: string;
}

/** Loads the page as a browser does: its cookie and its token. */
async function openPage(): Promise<Page> {
  const response = await fetch(address);
  const csrf = /name="deskhand-csrf" content="([^"]+)"/.exec(await response.text())?.[1] ?? '';
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', csrf };
}

async function post(path: string, body: unknown, page?: Page, headers: Record<string, string> = {}): Promise<Response> {
  const own = page ? { cookie: page.cookie, 'x-deskhand-csrf': page.csrf, origin: address } : {};
  return fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...own, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** `fetch` writes the Host header itself; a rebinding browser sends the foreign name. */
async function statusWithHost(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${address}${path}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

const claim = { id: 'click-1', ticket: 'T-1001', by: 'ben', do: { action: 'claim' } };

describe('the console’s health', () => {
  it('answers 200 once messages are accepted', async () => {
    const response = await fetch(`${address}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: true, accepting: true, channels: [{ name: 'console', ok: true }] });
  });

  it('answers 503 before that', async () => {
    deskhand.world.health = { ...HEALTHY, accepting: false };
    expect((await fetch(`${address}/health`)).status).toBe(503);
  });
});

describe('who may ask the page’s API', () => {
  it('is reachable on this machine only', () => {
    expect(new URL(address).hostname).toBe('127.0.0.1');
  });

  it.each([
    ['127.0.0.1', 200],
    ['localhost:1234', 200],
    ['deskhand.attacker.example', 403],
    ['127.0.0.1.attacker.example', 403],
    ['localhost.attacker.example:80', 403],
    ['0.0.0.0', 403],
  ])('answers the host name %s with %d', async (host, status) => {
    expect(await statusWithHost('/health', host)).toBe(status);
    expect(await statusWithHost('/', host)).toBe(status);
  });

  it('reads nothing to a request without the page’s cookie', async () => {
    expect((await fetch(`${address}/api/overview`)).status).toBe(403);
    expect((await fetch(`${address}/events`)).status).toBe(403);
  });

  it.each<[string, (page: Page) => Record<string, string>, number]>([
    ['with cookie, token and origin', () => ({}), 200],
    ['without the token', () => ({ 'x-deskhand-csrf': '' }), 403],
    ['with another token', () => ({ 'x-deskhand-csrf': 'guess' }), 403],
    ['without the cookie', () => ({ cookie: '' }), 403],
    ['with another cookie', ({ cookie }) => ({ cookie: `${cookie}x` }), 403],
    ['from a foreign origin', () => ({ origin: 'https://attacker.example' }), 403],
    ['from a page without an origin', () => ({ origin: 'null' }), 403],
    ['from another port of this machine', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['from another site, as the browser says', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
  ])('takes a change %s by the rule', async (_how, headers, status) => {
    deskhand.world.tickets.set('T-1001', handoffTicket());
    const page = await openPage();
    expect((await post('/api/act', claim, page, headers(page))).status).toBe(status);
    expect(deskhand.world.events.length).toBe(status === 200 ? 1 : 0);
  });

  it('hides its cookie from scripts and from other sites', async () => {
    expect((await fetch(address)).headers.get('set-cookie')).toMatch(
      /^deskhand_session_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('keeps apart the cookies of two agents on one machine', async () => {
    expect((await openPage()).cookie).toContain(`deskhand_session_${new URL(address).port}=`);
  });
});

describe('what the console serves', () => {
  it.each([
    '/',
    '/page.css',
    '/page.js',
    '/api.js',
    '/build.js',
    '/chat.js',
    '/desk.js',
    '/inbox.js',
    '/lines.js',
    '/markdown.js',
    '/icon.svg',
  ])('serves %s under a strict policy', async (path) => {
    const response = await fetch(`${address}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  it('holds no script, style or handler inside the page, and nothing from elsewhere', async () => {
    const html = await (await fetch(address)).text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:\/\//i);
  });

  it('loads no script that is not served', async () => {
    const scripts = ['/page.js', '/chat.js', '/desk.js', '/inbox.js', '/lines.js', '/api.js', '/build.js', '/markdown.js'];
    for (const path of scripts) {
      const imports = (await (await fetch(`${address}${path}`)).text()).matchAll(/from '\.(\/[\w.]+)'/g);
      for (const [, imported] of imports) expect(scripts).toContain(imported);
    }
  });

  it.each(['/page/page.js', '/..%2fconsole.ts', '/console.ts', '/agent.json', '/%2e%2e/agent.json', '/__proto__', '/constructor'])(
    'has nothing at %s',
    async (path) => {
      expect((await fetch(`${address}${path}`)).status).toBe(404);
    },
  );

  it('keeps the policy on errors too', async () => {
    expect((await fetch(`${address}/nothing`)).headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('the page’s API', () => {
  it('takes a message and shows the chat with its answer', async () => {
    const page = await openPage();
    const sent = await post('/api/write', { from: 'Mia@Example.com', chat: '1', text: 'Hello' }, page);
    expect(await sent.json()).toEqual({ conversation: 'console/local/mia@example.com/1' });
    const chat = await fetch(`${address}/api/chat?from=mia%40example.com&chat=1`, { headers: { cookie: page.cookie } });
    expect(await chat.json()).toMatchObject({
      lines: [
        { from: 'customer', text: 'Hello' },
        { from: 'agent', text: 'You said: Hello' },
      ],
      state: 'open',
    });
  });

  it('shows the queue, the card and the proposal that waits', async () => {
    deskhand.world.tickets.set('T-1002', approvalTicket());
    deskhand.world.tickets.set('T-1001', handoffTicket({ state: { kind: 'resolved', by: 'ana', at: NOW, outcome: 'solved' } }));
    const { cookie } = await openPage();
    const overview = await fetch(`${address}/api/overview`, { headers: { cookie } });
    expect(await overview.json()).toMatchObject({
      queue: [{ number: 'T-1002', status: 'approval · waiting 2 m', waitsForApproval: true }],
      closed: [{ number: 'T-1001', status: 'closed by ana 0 s ago · solved' }],
      staff: [{ name: 'ben' }, { name: 'ana' }, { name: 'lea' }],
      outcomes: { solved: 'solved by a human' },
    });
    const ticket = await fetch(`${address}/api/ticket?number=T-1002`, { headers: { cookie } });
    expect(await ticket.json()).toMatchObject({
      waitsForApproval: true,
      card: { sections: [{ heading: 'Waiting for your decision' }, {}, {}, {}, {}, {}, {}, {}, {}, {}] },
    });
  });

  it('carries one click out once, however often it arrives', async () => {
    deskhand.world.tickets.set('T-1002', approvalTicket());
    const page = await openPage();
    const approve = { id: 'click-7', ticket: 'T-1002', by: 'ana', do: { action: 'approve' } };
    const answers = await Promise.all([1, 2, 3, 4].map(async () => (await post('/api/act', approve, page)).json()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(deskhand.world.events).toHaveLength(1);
  });

  it('says in a sentence why the desk refused', async () => {
    deskhand.world.tickets.set('T-1002', approvalTicket());
    const page = await openPage();
    const answer = await post('/api/act', { id: 'c', ticket: 'T-1002', by: 'ben', do: { action: 'approve' } }, page);
    expect(await answer.json()).toEqual({ kind: 'refused', rule: 'role_missing', text: 'Approving this needs the role refund_approver.' });
  });

  it('pauses and resumes for known staff only', async () => {
    const page = await openPage();
    expect((await post('/api/pause', { by: 'mallory' }, page)).status).toBe(400);
    expect((await post('/api/pause', { by: 'ana' }, page)).status).toBe(200);
    expect(deskhand.world.health.paused).toBe(true);
    await post('/api/resume', { by: 'ana' }, page);
    expect(deskhand.world.health.paused).toBe(false);
  });

  it.each<[string, string, unknown, number]>([
    ['no JSON', '/api/act', '{', 400],
    ['nothing', '/api/act', '', 400],
    ['an unknown action', '/api/act', { ...claim, do: { action: 'delete' } }, 400],
    ['an empty message', '/api/write', { from: 'mia', chat: '1', text: ' \n ' }, 400],
    ['a name of another type', '/api/write', { from: 7, chat: '1', text: 'hi' }, 400],
    ['a message above 8,000 characters', '/api/write', { from: 'mia', chat: '1', text: 'x'.repeat(8001) }, 400],
    ['a body above 64 KB', '/api/write', 'x'.repeat(65 * 1024), 413],
    ['an unknown call', '/api/nothing', {}, 404],
  ])('answers %s with a clear error', async (_what, path, body, status) => {
    const response = await post(path, body, await openPage());
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
  });

  it.each(['/api/ticket?number=T-9', '/api/ticket', '/api/conversation?id=nothing', '/api/conversation'])(
    'knows nothing at %s',
    async (path) => {
      const { cookie } = await openPage();
      expect((await fetch(`${address}${path}`, { headers: { cookie } })).status).toBe(404);
    },
  );

  it('keeps the words of an unplanned failure to the log', async () => {
    deskhand.mails = () => Promise.reject(new Error('secret detail'));
    const { cookie } = await openPage();
    const response = await fetch(`${address}/api/overview`, { headers: { cookie } });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
    expect(errors.map(({ message }) => message)).toEqual(['secret detail']);
  });

  it('passes on what an operator can act on', async () => {
    deskhand.mails = () => Promise.reject(new AppError('disk_full', 'the disk is full', { retryable: true }));
    const { cookie } = await openPage();
    const response = await fetch(`${address}/api/overview`, { headers: { cookie } });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: { code: 'disk_full', message: 'the disk is full' } });
  });
});

describe('live pages', () => {
  it('are told after anything changed', async () => {
    const { cookie } = await openPage();
    const response = await fetch(`${address}/events`, { headers: { cookie } });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    const next = async (): Promise<string> => decoder.decode((await reader?.read())?.value);
    expect(await next()).toContain('event: change');
    deskhand.changed();
    deskhand.changed();
    expect(await next()).toBe('event: change\ndata: {}\n\n');
    await reader?.cancel();
  });

  it('end with the console', async () => {
    const { cookie } = await openPage();
    const response = await fetch(`${address}/events`, { headers: { cookie } });
    await served.stop();
    await expect(response.text().catch(() => 'cut')).resolves.toEqual(expect.any(String));
  });
});

describe('the file by which commands find the agent', () => {
  it('names process, address and token to its owner alone', async () => {
    const path = join(folder, 'agent.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ pid: process.pid, address, token: expect.stringMatching(/^[\w-]{43}$/) });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('goes with the agent', async () => {
    await served.stop();
    await expect(stat(join(folder, 'agent.json'))).rejects.toThrow('ENOENT');
  });

  it('stays when a later agent has written its own', async () => {
    const later = createConsole(deskhand, { port: 0, dataFolder: folder, now: () => NOW, onError: () => undefined });
    const second = await later.start();
    await served.stop();
    expect(await readFile(join(folder, 'agent.json'), 'utf8')).toContain(second.address);
    await later.stop();
  });
});

describe('a port that is taken', () => {
  it('ends in one clear sentence with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const bound = other.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    const second = createConsole(deskhand, { port, dataFolder: folder, now: () => NOW, onError: () => undefined });
    await expect(second.start()).rejects.toMatchObject({
      code: 'config_invalid',
      message: `port ${port} is taken by another program`,
      hint: 'Set PORT to another number.',
    });
    await second.stop();
    await new Promise((resolve) => other.close(resolve));
  });
});
