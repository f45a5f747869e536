import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startAgentProcess } from '../support/agent-process.ts';
import { describeSevenScenarios } from './seven-scenarios.ts';
import { until, type CustomerLine, type SupportLine } from './support-line.ts';

const overview = z.object({ mails: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string(), at: z.coerce.date() })) });
const chat = z.object({ lines: z.array(z.object({ from: z.string(), text: z.string() })) });
const decided = z.object({ kind: z.string(), text: z.string() });

interface PageClient {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
}

/** The page's own requests, with its cookie and its token, as a browser sends them. */
async function openPage(address: string): Promise<PageClient> {
  const page = await fetch(address);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const csrf = /name="deskhand-csrf" content="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${address}/api/${path}`, {
      ...init,
      headers: { cookie, origin: address, 'content-type': 'application/json', 'x-deskhand-csrf': csrf },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return { get: (path) => ask(path), post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }) };
}

async function openPageLine(): Promise<SupportLine> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'deskhand-page-'));
  const agent = await startAgentProcess(dataFolder);
  await agent.accepts();
  const page = await openPage(agent.address);
  let commands = 0;
  return {
    dataFolder,
    customer: (email) => pageCustomer(email, page),
    async approve(ticket, by) {
      commands += 1;
      const result = decided.parse(await page.post('act', { id: `scenario-${commands}`, ticket, by, do: { action: 'approve' } }));
      if (result.kind !== 'done') throw new Error(result.text);
    },
    async close() {
      await agent.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function pageCustomer(email: string, page: PageClient): CustomerLine {
  let read = 0;
  const answers = async (): Promise<readonly string[]> => {
    const { lines } = chat.parse(await page.get(`chat?from=${encodeURIComponent(email)}&chat=scenario`));
    return lines.filter(({ from }) => from === 'agent').map(({ text }) => text);
  };
  const mails = async (): Promise<readonly string[]> => {
    const all = overview.parse(await page.get('overview')).mails.filter(({ to }) => to === email);
    return all.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ subject, text }) => `${subject}\n${text}`);
  };
  return {
    async say(text) {
      await page.post('write', { from: email, chat: 'scenario', text });
      return until(`an answer to ${text}`, async () => {
        const answer = (await answers())[read];
        if (answer !== undefined) read += 1;
        return answer;
      });
    },
    code: () => until('a code', async () => /\b\d{6}\b/.exec((await mails()).findLast((mail) => /code/i.test(mail)) ?? '')?.[0]),
    hears: (words) => until(String(words), async () => (await answers()).find((text) => words.test(text))),
    mailed: (words) => until(String(words), async () => (await mails()).find((mail) => words.test(mail))),
  };
}

describeSevenScenarios('on the page', openPageLine);
