import { describe, expect, it } from '@jest/globals';
import { slackManifest } from '../../../src/channels/slack/slack-manifest.ts';
import { botScopes, EVENTS, WEB_METHODS } from '../../../src/channels/slack/slack-routes.ts';
import { slackCommand } from '../../../src/cli/slack.ts';
import { readSources } from '../../architecture/source-file.ts';

const source = readSources(['src/channels/slack'])
  .filter(({ path }) => !path.endsWith('slack-routes.ts'))
  .map(({ text }) => text)
  .join('\n');

async function printed(...args: readonly string[]): Promise<ReturnType<typeof slackManifest>> {
  const written: string[] = [];
  const stdout = { write: (text: string) => written.push(text) };
  const { stdin } = process;
  await slackCommand.run(['manifest', ...args], { stdin, stdout, stderr: stdout, env: {}, signal: new AbortController().signal });
  return JSON.parse(written.join('')) as ReturnType<typeof slackManifest>;
}

describe('the manifest of the Slack app', () => {
  it.each(Object.keys(WEB_METHODS))('asks scopes for methods in use: %s', (method) => {
    expect(source).toContain(`'${method}'`);
  });

  it('asks for exactly the scopes of the methods, events and files in use', async () => {
    const { oauth_config: access } = await printed();
    expect(access.scopes.bot).toEqual([
      'app_mentions:read',
      'assistant:write',
      'channels:history',
      'channels:read',
      'chat:write',
      'files:read',
      'groups:history',
      'groups:read',
      'im:history',
      'im:write',
      'mpim:history',
      'reactions:write',
      'users:read',
    ]);
  });

  it('asks for nothing more where there is no agent view', async () => {
    const manifest = await printed('--no-agent-view');
    expect(manifest.oauth_config.scopes.bot).toEqual(botScopes(true).filter((scope) => scope !== 'assistant:write'));
    expect(manifest.features).not.toHaveProperty('assistant_view');
  });

  it.each([
    ['socket', [], true, undefined],
    ['http', ['--mode', 'http', '--url', 'https://help.example.com/'], false, 'https://help.example.com/slack/events'],
  ] as const)('subscribes to the same events in %s mode', async (_, args, isSocket, url) => {
    const { settings } = await printed(...args);
    expect(settings.event_subscriptions.bot_events).toEqual(Object.keys(EVENTS));
    expect(settings.socket_mode_enabled).toBe(isSocket);
    expect(
      [settings.event_subscriptions, settings.interactivity].map((each) => ('request_url' in each ? each.request_url : undefined)),
    ).toEqual([url, url]);
  });

  it.each([[[]], [['manifest', '--mode', 'carrier-pigeon']], [['manifest', '--mode', 'http']], [['manifest', '--name', 'x'.repeat(36)]]])(
    'is not printed for %j',
    async (args) => {
      const { stdin } = process;
      const stdout = { write: () => true };
      await expect(
        slackCommand.run(args, { stdin, stdout, stderr: stdout, env: {}, signal: new AbortController().signal }),
      ).rejects.toMatchObject({ code: 'usage' });
    },
  );
});
