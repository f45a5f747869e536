import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkSlack } from '../../../src/channels/slack/check-slack.ts';
import { readSlackSettings } from '../../../src/channels/slack/slack-settings.ts';
import { startFakeSlack, type FakeSlack } from '../../support/slack/fake-slack.ts';
import { OTHER_TEAM, TEAM } from '../../support/slack/slack-payloads.ts';
import { APP_TOKEN, BOT_TOKEN } from '../../support/slack/fake-workspace.ts';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

const settingsWith = (over: object) =>
  readSlackSettings({ mode: 'socket', botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.apiUrl, ...over });
const check = (over: object = {}): Promise<readonly string[]> => checkSlack(settingsWith(over));

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
    expect(await check()).toEqual([expect.stringMatching(/lacks files:read, so files of customers are listed and not kept: install/)]);
  });

  it('says for every scope what is lost without it', async () => {
    const scopes = slack.workspace.scopes.splice(0);
    const found = await check({ agentView: true });
    expect(found).toHaveLength(scopes.length);
    for (const scope of scopes) expect(found).toContainEqual(expect.stringMatching(new RegExp(`lacks ${scope}, so .+: install it again`)));
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

  it('finds nothing at a desk whose channel and people are there', async () => {
    slack.workspace.channels.set('C0DESK001', true);
    slack.workspace.people.set('U0ANA0001', {});
    expect(
      await checkSlack(settingsWith({}), { channel: 'C0DESK001', staff: [{ name: 'ana', accounts: [`slack/${TEAM}/U0ANA0001`] }] }),
    ).toEqual([]);
  });

  it.each([
    ['a channel that the app is not in', 'C0DESK002', [`slack/${TEAM}/U0ANA0001`], /not in the desk's channel/],
    ['a channel that is not there', 'C0GONE001', [`slack/${TEAM}/U0ANA0001`], /channel_not_found/],
    ['a channel that another company reads', 'C0DESK003', [`slack/${TEAM}/U0ANA0001`], /shared with another company/],
    ['nobody who could press', 'C0DESK001', ['ana@example.com'], /nobody in staff.yaml/],
    ['a person of another workspace', 'C0DESK001', [`slack/${OTHER_TEAM}/U0ANA0001`], /people of another company/],
    ['a person who left', 'C0DESK001', [`slack/${TEAM}/U0LEFT001`], /no U0LEFT001 \(ana/],
    ['a person who is not there', 'C0DESK001', [`slack/${TEAM}/U0GONE001`], /no U0GONE001/],
    ['a guest', 'C0DESK001', [`slack/${TEAM}/U0GUEST01`], /guest/],
  ])('finds at the desk %s', async (_what, channel, accounts, problem) => {
    const { channels, shared, people } = slack.workspace;
    channels.set('C0DESK001', true).set('C0DESK002', false).set('C0DESK003', true);
    shared.add('C0DESK003');
    people.set('U0ANA0001', {}).set('U0LEFT001', { deleted: true }).set('U0GUEST01', { is_restricted: true });
    expect(await checkSlack(settingsWith({}), { channel, staff: [{ name: 'ana', accounts }] })).toEqual([expect.stringMatching(problem)]);
  });

  it('says so when there is no Slack', async () => {
    await slack.close();
    expect(await check()).toEqual([expect.stringContaining('not reachable')]);
  });
});
