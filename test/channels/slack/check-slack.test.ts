import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkSlack } from '../../../src/channels/slack/check-slack.ts';
import { readSlackSettings } from '../../../src/channels/slack/slack-settings.ts';
import { startFakeSlack, type FakeSlack } from '../../support/slack/fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from '../../support/slack/fake-workspace.ts';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

const check = (over: object = {}): Promise<readonly string[]> =>
  checkSlack(readSlackSettings({ mode: 'socket', botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.apiUrl, ...over }));

describe('the examination of the Slack access', () => {
  it('finds nothing where all is well', async () => {
    slack.workspace.channels.set('C0HELP001', true);
    expect(await check({ supportChannels: ['C0HELP001'] })).toEqual([]);
  });

  it('finds a token that Slack refuses', async () => {
    expect(await check({ botToken: 'xoxb-old' })).toEqual([expect.stringContaining('SLACK_BOT_TOKEN')]);
  });

  it('names the scopes that the app lacks', async () => {
    slack.workspace.scopes.splice(slack.workspace.scopes.indexOf('files:read'), 1);
    expect(await check()).toEqual([expect.stringContaining('lacks files:read: install')]);
  });

  it('names the channels that the app is not in, or that are not there', async () => {
    slack.workspace.channels.set('C0HELP001', false);
    expect(await check({ supportChannels: ['C0HELP001', 'C0GONE001'] })).toEqual([
      expect.stringContaining('/invite'),
      expect.stringContaining('channel_not_found'),
    ]);
  });

  it('finds an app-level token that opens no socket', async () => {
    slack.refuseSockets('not_allowed_token_type');
    expect(await check()).toEqual([expect.stringContaining('SLACK_APP_TOKEN')]);
  });

  it('says so when there is no Slack', async () => {
    await slack.close();
    expect(await check()).toEqual([expect.stringContaining('not reachable')]);
  });
});
