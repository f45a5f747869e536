import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../src/app.ts';
import { realWorld } from '../../src/app/real-world.ts';
import { loadConfig } from '../../src/config.ts';
import { ticketNumber } from '../../src/domain/ids.ts';
import { createLogger } from '../../src/insight/logger.ts';
import { startFakeSlack, type FakeSlack } from '../support/slack/fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from '../support/slack/fake-workspace.ts';
import { messageEvent } from '../support/slack/slack-payloads.ts';
import { describeSevenScenarios } from './seven-scenarios.ts';
import { until, type CustomerLine, type SupportLine } from './support-line.ts';

const ASKS_FOR_ADDRESS = /email address on your account/;

/** The whole product on Socket Mode, with a Slack of our own; codes and confirmations land in the demo inbox. */
async function openSlackLine(): Promise<SupportLine> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'deskhand-slack-'));
  const slack = await startFakeSlack();
  const env = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const config = await loadConfig(env, { folder: dataFolder, dataFolder });
  const app = await openApp(
    { ...config, slack: config.slack && { ...config.slack, agentView: false } },
    { world: realWorld(createLogger({ level: 'error', sink: process.stderr })) },
  );
  await app.start();
  await app.ready();
  await until('a socket', () => (slack.sockets() > 0 ? true : undefined));
  let people = 0;
  let commands = 0;

  const mailTo = (email: string, words: RegExp): Promise<string> =>
    until(String(words), async () => (await app.deskhand.mails()).findLast(({ to, text }) => to === email && words.test(text))?.text);

  return {
    dataFolder,
    customer(email) {
      people += 1;
      const who = { user: `U0PERSON${people}`, channel: `D0PERSON${people}` };
      const writes = (text: string): Promise<string> => sayOnSlack(slack, who, text);
      return {
        knownAs: who.user,
        async say(text) {
          const answer = await writes(text);
          // Slack tells no address, so the agent asks for it.
          return ASKS_FOR_ADDRESS.test(answer) ? writes(email) : answer;
        },
        code: async () => /\b\d{6}\b/.exec(await mailTo(email, /\b\d{6}\b/))?.[0] ?? '',
        hears: (words) => until(String(words), () => slack.posts(who.channel).find(({ text }) => words.test(text))?.text),
        mailed: (words) => mailTo(email, words),
      } satisfies CustomerLine;
    },
    async approve(ticket, by) {
      commands += 1;
      const result = await app.deskhand.act({ id: `approve-${commands}`, ticket: ticketNumber(ticket), by, do: { action: 'approve' } });
      if (result.kind !== 'done') throw new Error(result.text);
    },
    async close() {
      await app.stop();
      await slack.close();
      rmSync(dataFolder, { recursive: true, force: true });
      if (slack.violations.length > 0) throw new Error(`Slack would not have taken: ${slack.violations.join('; ')}`);
    },
  };
}

/** Writes in the person's direct-message room, and resolves with what is posted there next. */
async function sayOnSlack(slack: FakeSlack, who: { readonly user: string; readonly channel: string }, text: string): Promise<string> {
  const before = slack.posts(who.channel).length;
  await slack.emit(messageEvent({ text, ...who }));
  return until(`an answer to ${text}`, () => slack.posts(who.channel)[before]?.text);
}

describeSevenScenarios('on Slack', openSlackLine);
