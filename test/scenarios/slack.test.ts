import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from '../support/slack/fake-workspace.ts';
import { messageEvent } from '../support/slack/slack-payloads.ts';
import { openChatPlatformLine } from './chat-platform-line.ts';
import { describeSevenScenarios } from './seven-scenarios.ts';
import { until, type SupportLine } from './support-line.ts';

async function openSlackLine(): Promise<SupportLine> {
  const slack = await startFakeSlack();
  return openChatPlatformLine({
    env: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    settings: (config) => ({ ...config, slack: config.slack && { ...config.slack, agentView: false } }),
    connected: () => until('a socket', () => (slack.sockets() > 0 ? true : undefined)),
    person(n) {
      const who = { user: `U0PERSON${n}`, channel: `D0PERSON${n}` };
      return {
        knownAs: who.user,
        write: async (text) => void (await slack.emit(messageEvent({ text, ...who }))),
        heard: () => slack.posts(who.channel).map(({ text }) => text),
      };
    },
    violations: () => slack.violations,
    close: () => slack.close(),
  });
}

describeSevenScenarios('on Slack', openSlackLine);
