import { describe, expect, it } from '@jest/globals';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig, SHIPPED_FOLDER, versionOf } from '../../src/config.ts';
import { createWorkingFolder, type ConfigFileName } from './config-folder.ts';

type Changes = Partial<Record<ConfigFileName, (text: string) => string>>;

async function problemsOf(changes: Changes, env: Record<string, string> = {}, dotEnv?: string): Promise<readonly string[]> {
  const folder = await createWorkingFolder(changes, dotEnv);
  const error: unknown = await loadConfig(env, { folder }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: 'config_invalid' });
  const message = error !== null && typeof error === 'object' && 'message' in error ? String(error.message) : '';
  return message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

describe('a configuration file', () => {
  it.each<[string, ConfigFileName, (text: string) => string, string]>([
    [
      'a wrong type',
      'policies.yaml',
      (text) => text.replace('windowDays: 30', 'windowDays: soon'),
      'config/policies.yaml:10: refund.windowDays: found "soon", expected a whole number',
    ],
    [
      'a fraction of a cent',
      'policies.yaml',
      (text) => text.replace('10000', '99.5'),
      'config/policies.yaml:2: approval.refundAboveCents: found 99.5, expected a whole number',
    ],
    [
      'a number out of range',
      'intents.yaml',
      (text) => text.replace('0.3', '1.3'),
      'config/intents.yaml:5: intents.order_status.threshold: found 1.3, expected at most 1',
    ],
    [
      'a word outside the choice',
      'intents.yaml',
      (text) => text.replace('auto\n', 'automatic\n'),
      'config/intents.yaml:7: intents.order_status.autonomy: found "automatic", expected one of off, draft, auto',
    ],
    [
      'a missing key, at its block',
      'staff.yaml',
      (text) => text.replace('    displayName: Ana\n', ''),
      'config/staff.yaml:2: staff.ana.displayName: missing, expected text',
    ],
    [
      'an unknown key, with what was meant',
      'default.yaml',
      (text) => text.replace('agentName', 'agentNane'),
      'config/default.yaml:4: agent.company.agentNane: unknown key, did you mean "agentName"?',
    ],
    [
      'a key that occurs twice',
      'replies.yaml',
      (text) => `${text}greeting: Hi\n`,
      'config/replies.yaml:3: this key occurs twice, expected each key once',
    ],
    [
      'an unknown rule',
      'escalation.yaml',
      (text) => text.replace('customer_asked', 'custmer_asked'),
      'config/escalation.yaml:2: rules.0.name: found "custmer_asked", expected one of danger, customer_asked,',
    ],
    [
      'a time zone that does not exist',
      'default.yaml',
      (text) => text.replace('Europe/Berlin', 'Berlin'),
      'config/default.yaml:7: agent.company.timezone: found "Berlin", expected an IANA name',
    ],
    [
      'a queue that nobody works',
      'intents.yaml',
      (text) => text.replace('queue: orders', 'queue: returns'),
      'config/intents.yaml:8: intents.order_status.queue: nobody in staff.yaml works the queue "returns"',
    ],
    [
      'an approval that nobody may give',
      'staff.yaml',
      (text) => text.replace('refund_approver', 'agent'),
      'config/policies.yaml:3: approval.role: nobody in staff.yaml has the role "refund_approver"',
    ],
    [
      'an intent without examples',
      'intents.yaml',
      (text) => text.replace('[where is my parcel, has it shipped]', '[]'),
      'config/intents.yaml:11: intents.order_status.topics.track: found [], expected at least 1 entries',
    ],
  ])('reports %s', async (_, file, change, expected) => {
    const problems = await problemsOf({ [file]: change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it('that is not YAML is reported with the line of the mistake', async () => {
    const problems = await problemsOf({ 'replies.yaml': () => 'greeting: "Hello\nthanks: [a, b\n' });
    expect(problems.every((problem) => /^config\/replies\.yaml:\d+: not valid YAML/.test(problem))).toBe(true);
  });

  it('that is empty is reported', async () => {
    expect(await problemsOf({ 'staff.yaml': () => '' })).toEqual([expect.stringContaining('config/staff.yaml')]);
  });

  it('does not hide the mistakes of the other files or of the environment', async () => {
    const problems = await problemsOf(
      { 'policies.yaml': (text) => text.replace('72', '-1'), 'staff.yaml': (text) => text.replace('[orders]', 'orders') },
      { PORT: 'abc' },
    );
    expect(problems).toEqual([
      'environment: PORT: found "abc", expected a port, 0 to 65535',
      'config/policies.yaml:4: approval.expiresAfterHours: found -1, expected more than 0',
      'config/staff.yaml:5: staff.ana.queues: found "orders", expected a list',
    ]);
  });
});

describe('an environment variable', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT: found "abc", expected a port, 0 to 65535'],
    [{ PORT: '65536' }, 'PORT: found "65536", expected a port, 0 to 65535'],
    [{ PORT: '-1' }, 'PORT: found "-1", expected a port, 0 to 65535'],
    [{ IMAP_TLS: 'maybe' }, 'IMAP_TLS: found "maybe", expected one of implicit, starttls, none'],
    [{ SUPPORT_ADDRESS: 'support' }, 'SUPPORT_ADDRESS: found "support", expected a mail address'],
    [{ SMTP_HOST: 'https://mail.example' }, 'SMTP_HOST: found "https://mail.example", expected a host name'],
    [{ IMAP_HOST: 'mail.example', IMAP_USER: 'a@b.example' }, 'IMAP_PASSWORD: missing, expected the password for IMAP_USER'],
    [{ IMAP_HOST: 'mail.example', IMAP_PASSWORD: 'x', SUPPORT_ADDRESS: 'a@b.example' }, 'IMAP_USER: missing'],
    [{ IMAP_HOST: 'mail.example', IMAP_USER: 'support', IMAP_PASSWORD: 'x' }, 'SUPPORT_ADDRESS: missing'],
    [{ IMAP_PASSWORD: 'x' }, 'IMAP_HOST: missing although IMAP_PASSWORD is set'],
    [{ SMTP_HOST: 'mail.example', SMTP_USER: 'a' }, 'SMTP_PASSWORD: missing'],
    [{ SMTP_HOST: 'mail.example', SMTP_TLS: 'none' }, 'SMTP_TLS: found "none" for mail.example'],
    [{ DESKHAND_CONFIG: 'nowhere' }, 'DESKHAND_CONFIG:'],
  ])('%j is refused: %s', async (env, expected) => {
    const problems = await problemsOf({}, env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`environment: ${expected}`);
  });

  it('names each OAuth part that is missing', async () => {
    const env = { IMAP_HOST: 'mail.example', IMAP_USER: 'a@b.example', IMAP_OAUTH_CLIENT_ID: 'id' };
    expect((await problemsOf({}, env)).map((problem) => problem.split(':')[1]?.trim())).toEqual([
      'IMAP_OAUTH_REFRESH_TOKEN',
      'IMAP_OAUTH_TOKEN_URL',
    ]);
  });

  it('from .env is reported with its line there', async () => {
    expect(await problemsOf({}, {}, '# mail\nPORT=many\n')).toEqual(['.env:2: PORT: found "many", expected a port, 0 to 65535']);
  });

  it('that is misspelt in .env is reported with what was meant', async () => {
    expect(await problemsOf({}, {}, 'IMAP_PASWORD=hunter2\n')).toEqual([
      '.env:1: IMAP_PASWORD: unknown variable, did you mean IMAP_PASSWORD?',
    ]);
  });

  it('never shows a secret in a problem', async () => {
    const problems = await problemsOf({}, { IMAP_HOST: 'mail.example', IMAP_PASSWORD: 'canary-4711\nx', IMAP_TLS: 'maybe' });
    expect(problems.length).toBeGreaterThan(1);
    expect(problems.join('\n')).not.toContain('canary-4711');
  });

  it('wins over .env, and an empty one counts as unset', async () => {
    const folder = await createWorkingFolder({}, 'PORT=4001\nDESKHAND_DATA=from-file\nSMTP_HOST=\n');
    const config = await loadConfig({ PORT: '4002', DESKHAND_DATA: '' }, { folder });
    expect(config).toMatchObject({ port: 4002, dataFolder: join(folder, 'from-file'), smtp: undefined });
  });

  it.each([
    ['IMAP', 'implicit', 993],
    ['IMAP', 'starttls', 143],
    ['SMTP', 'implicit', 465],
    ['SMTP', 'starttls', 587],
  ])('%s_TLS %s stands for port %i', async (prefix, tls, port) => {
    const folder = await createWorkingFolder();
    const env = {
      [`${prefix}_HOST`]: 'mail.example',
      [`${prefix}_TLS`]: tls,
      [`${prefix}_USER`]: 'a@b.example',
      [`${prefix}_PASSWORD`]: 'x',
    };
    const config = await loadConfig(env, { folder });
    expect(prefix === 'IMAP' ? config.imap?.port : config.smtp?.port).toBe(port);
  });

  it('allows mail without encryption on loopback only', async () => {
    const folder = await createWorkingFolder();
    const config = await loadConfig({ SMTP_HOST: '127.0.0.1', SMTP_PORT: '2525', SMTP_TLS: 'none' }, { folder });
    expect(config.smtp).toEqual({ host: '127.0.0.1', port: 2525, tls: 'none', auth: { kind: 'none' } });
  });

  it('of a channel that this version lacks is warned about', async () => {
    const folder = await createWorkingFolder();
    expect((await loadConfig({ DATABASE_URL: 'postgres://127.0.0.1/x' }, { folder })).warnings).toEqual([
      'DATABASE_URL is set, but this version does not read it',
    ]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: missing'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_MODE: 'http' }, 'SLACK_SIGNING_SECRET: missing'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_MODE: 'fax' }, 'SLACK_MODE: found "fax", expected socket or http'],
    [{ SLACK_BOT_TOKEN: 'oops', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: expected a bot token (xoxb-…)'],
  ])('of Slack that is wrong is named: %o → %s', async (env, problem) => {
    await expect(loadConfig(env, { folder: await createWorkingFolder() })).rejects.toThrow(problem);
  });

  it('never repeats a secret that is wrong', async () => {
    const folder = await createWorkingFolder();
    await expect(loadConfig({ SLACK_BOT_TOKEN: 'hush-hush', SLACK_APP_TOKEN: 'xapp-1' }, { folder })).rejects.not.toThrow('hush-hush');
  });

  it('turns Slack and Discord on by their tokens, and says what is missing for codes', async () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DISCORD_TOKEN: 'abc' };
    const config = await loadConfig(env, { folder: await createWorkingFolder() });
    expect([config.slack?.mode, config.discord?.token]).toEqual(['socket', 'abc']);
    expect(config.warnings).toContain('SMTP is not set: no one-time code can leave, so nobody on Slack or Discord can prove who they are');
  });
});

describe('a loaded configuration', () => {
  it('holds the playbook without the utterances, and the utterances beside it', async () => {
    const config = await loadConfig({}, { folder: await createWorkingFolder() });
    expect(config.playbook.intents['order_status']).toEqual({
      description: 'Where is it?',
      tools: ['lookup_order'],
      threshold: 0.3,
      categories: ['orders'],
      autonomy: 'auto',
      queue: 'orders',
      priority: 'medium',
    });
    expect(config.utterances).toEqual({ order_status: { track: ['where is my parcel', 'has it shipped'] } });
    expect(config.outOfScope).toEqual(['what is the weather']);
    expect(config.playbook.replies).toMatchObject({ greeting: ['Hello!'], thanks: ['You are welcome.', 'Any time.'] });
    expect(config.staff).toEqual([
      { name: 'ana', displayName: 'Ana', roles: ['refund_approver'], queues: ['orders'], approvalLimitCents: 100_000, accounts: [] },
    ]);
  });

  it('knows the people at the desk on Slack and Discord, where they silence the agent too', async () => {
    const accounts = "    slack: T0123/U0456\n    discord: '400000000000009001'\n    email: Ana@example.com\n";
    const folder = await createWorkingFolder({ 'staff.yaml': (text) => text + accounts });
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DISCORD_TOKEN: 'x' };
    const { staff, slack, discord } = await loadConfig(tokens, { folder });
    expect(staff[0]?.accounts).toEqual(['slack/T0123/U0456', 'discord/400000000000009001', 'ana@example.com']);
    expect(slack?.staff).toEqual(['T0123/U0456']);
    expect(discord?.staffUsers).toEqual(['400000000000009001']);
  });

  it.each([
    ['slack', 'general', /expected a Slack channel id/],
    ['discord', 'C0123ABCD', /expected the id of a Discord forum/],
    ['slack', 'C0HELP001', /is a support channel too/],
  ])('refuses a desk on %s in "%s"', async (on, channel, problem) => {
    const desk = `channels:\n  slack:\n    supportChannels: [C0HELP001]\ndesk:\n  on: ${on}\n  channel: ${channel}\n`;
    const folder = await createWorkingFolder({ 'default.yaml': (text) => text + desk });
    await expect(loadConfig({}, { folder })).rejects.toThrow(problem);
  });

  it('says so when the desk’s platform is not connected', async () => {
    const folder = await createWorkingFolder({ 'default.yaml': (text) => `${text}desk:\n  on: slack\n  channel: C0DESK001\n` });
    expect((await loadConfig({}, { folder })).warnings).toContainEqual(expect.stringContaining('slack is not connected'));
  });

  it('is frozen to its leaves', async () => {
    const config = await loadConfig({}, { folder: await createWorkingFolder() });
    expect(Object.isFrozen(config.playbook.policies.refund)).toBe(true);
    expect(() => Object.assign(config.playbook.policies.refund, { windowDays: 365 })).toThrow(TypeError);
  });

  it('takes what default.yaml leaves out from the product', async () => {
    const config = await loadConfig({}, { folder: await createWorkingFolder() });
    expect(config.settings.agent.company.name).toBe('Birch & Co');
    expect(config.settings.flow.conversationsAtOnce).toBe(4);
  });

  it('takes a file that the folder lacks from the product', async () => {
    const folder = await createWorkingFolder();
    await rm(join(folder, 'config', 'escalation.yaml'));
    const [problem] = await loadConfig({}, { folder }).then(
      () => [],
      (error: Error) => error.message.split('\n').slice(1),
    );
    // The product's rules name a queue that this company does not have: they were read, and they are checked against its staff.
    expect(problem).toContain(join(SHIPPED_FOLDER, 'escalation.yaml'));
  });

  it('has a version that changes with the playbook and not with the order of its keys', async () => {
    const { playbook, playbookVersion } = await loadConfig({}, { folder: await createWorkingFolder() });
    const backwards = Object.fromEntries(Object.entries(playbook.policies.limits).toReversed()) as typeof playbook.policies.limits;
    const reordered = { ...playbook, policies: { ...playbook.policies, limits: backwards } };
    const changed = { ...playbook, policies: { ...playbook.policies, limits: { ...playbook.policies.limits, refundPerShopDayCents: 1 } } };
    expect(versionOf(reordered)).toBe(playbookVersion);
    expect(versionOf(changed)).not.toBe(playbookVersion);
  });

  it('uses the demo articles until the company has its own', async () => {
    const folder = await createWorkingFolder();
    expect(await loadConfig({}, { folder })).toMatchObject({
      ownKnowledge: false,
      knowledge: [{ folder: join(SHIPPED_FOLDER, 'knowledge') }],
    });
    await mkdir(join(folder, 'config', 'knowledge'));
    expect(await loadConfig({}, { folder })).toMatchObject({
      ownKnowledge: true,
      knowledge: [{ folder: join(folder, 'config', 'knowledge') }],
    });
  });
});
