import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createSmtpOutbox } from '../../../src/channels/email/smtp-outbox.ts';
import type { MailServer } from '../../../src/channels/email/email-settings.ts';
import { createTokenSource } from '../../../src/channels/email/oauth-token.ts';
import { startSmtpSink } from '../../support/smtp-sink.ts';
import type { SmtpFault, SmtpSink } from '../../support/smtp-sink.ts';

const MAIL = Buffer.from(
  'From: support@larkfield.example\r\nTo: mia@example.com\r\nMessage-ID: <m1@larkfield.example>\r\nSubject: Hello\r\n\r\nHello.\r\n',
);
const ENVELOPE = { from: 'support@larkfield.example', to: ['mia@example.com'] };
const now = (): Date => new Date();

describe('a mail handed to the SMTP server', () => {
  let sink: SmtpSink;
  beforeEach(async () => {
    sink = await startSmtpSink();
  });
  afterEach(() => sink.stop());
  const outbox = (server: Partial<MailServer> = {}) =>
    createSmtpOutbox({ host: sink.host, port: sink.port, tls: 'none', auth: { kind: 'none' }, ...server }, { ca: undefined, now });

  it('is sent as it is', async () => {
    expect((await outbox().send(MAIL, ENVELOPE)).kind).toBe('sent');
    expect(sink.mails).toMatchObject([{ from: 'support@larkfield.example', to: ['mia@example.com'], raw: MAIL.toString() }]);
  });

  it.each<[SmtpFault, string]>([
    [{ kind: 'reject_recipient', code: 421 }, 'retry_later'],
    [{ kind: 'reject_recipient', code: 450 }, 'retry_later'],
    [{ kind: 'reject_recipient', code: 451 }, 'retry_later'],
    [{ kind: 'reject_recipient', code: 550 }, 'undeliverable'],
    [{ kind: 'reject_recipient', code: 553 }, 'undeliverable'],
    [{ kind: 'reject_data', code: 452 }, 'retry_later'],
    [{ kind: 'reject_data', code: 554 }, 'undeliverable'],
    [{ kind: 'drop_before_data' }, 'retry_later'],
    [{ kind: 'drop_after_data' }, 'unknown'],
  ])('after %j counts as %s', async (fault, expected) => {
    sink.fail(fault);
    expect((await outbox().send(MAIL, ENVELOPE)).kind).toBe(expected);
  });

  it('is the same to the byte when it is sent again after an unknown end', async () => {
    sink.fail({ kind: 'drop_after_data' });
    const sender = outbox();
    expect((await sender.send(MAIL, ENVELOPE)).kind).toBe('unknown');
    expect((await sender.send(MAIL, ENVELOPE)).kind).toBe('sent');
    expect(sink.mails).toHaveLength(2);
    expect(sink.mails[0]?.raw).toBe(sink.mails[1]?.raw);
  });

  it('is sent when only a reader in copy is refused, and not when the customer is', async () => {
    const both = { from: ENVELOPE.from, to: ['mia@example.com', 'ana@example.com'] };
    sink.fail({ kind: 'reject_recipient', code: 550 });
    expect((await outbox().send(MAIL, both)).kind).toBe('undeliverable');
    sink.fail({ kind: 'accept_recipient' }, { kind: 'reject_recipient', code: 550 });
    expect((await outbox().send(MAIL, both)).kind).toBe('sent');
  });

  it('waits when nobody listens, and the health says which settings to check', async () => {
    const { port } = sink;
    await sink.stop();
    const sender = outbox({ port });
    expect((await sender.send(MAIL, ENVELOPE)).kind).toBe('retry_later');
    expect(sender.problem()).toMatch(/SMTP_HOST/);
    sink = await startSmtpSink();
  });

  it('waits when the login is refused, and the health says which settings to check', async () => {
    const guarded = await startSmtpSink({ user: 'support', password: 'right' });
    const sender = outbox({ port: guarded.port, auth: { kind: 'password', user: 'support', password: 'wrong' } });
    expect((await sender.send(MAIL, ENVELOPE)).kind).toBe('retry_later');
    expect(sender.problem()).toMatch(/SMTP_PASSWORD/);
    const right = outbox({ port: guarded.port, auth: { kind: 'password', user: 'support', password: 'right' } });
    expect((await right.send(MAIL, ENVELOPE)).kind).toBe('sent');
    await guarded.stop();
  });
});

describe('an access token', () => {
  let server: Server;
  let asked: string[];
  let status: number;
  const url = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/token`;
  };
  beforeEach(async () => {
    asked = [];
    status = 200;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(body);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: 3600 }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));
  const source = (clock: () => Date) =>
    createTokenSource(
      { kind: 'oauth', user: 'u', clientId: 'id', clientSecret: 'secret', refreshToken: 'refresh', tokenUrl: url() },
      clock,
    );

  it('is fetched with the refresh token and used until a minute before it ends', async () => {
    let time = 0;
    const tokens = source(() => new Date(time));
    expect(await tokens.token()).toBe('token-1');
    time = 3_539_000;
    expect(await tokens.token()).toBe('token-1');
    time = 3_540_000;
    expect(await tokens.token()).toBe('token-2');
    expect(asked[0]).toBe('grant_type=refresh_token&refresh_token=refresh&client_id=id&client_secret=secret');
  });

  it('is fetched anew after the server refused it', async () => {
    const tokens = source(() => new Date(0));
    await tokens.token();
    tokens.discard();
    expect(await tokens.token()).toBe('token-2');
  });

  it.each([
    [400, 'channel_unauthorized'],
    [401, 'channel_unauthorized'],
    [503, 'channel_unavailable'],
  ])('is missing after the answer %i with the code %s', async (answered, code) => {
    status = answered;
    await expect(source(() => new Date(0)).token()).rejects.toMatchObject({ code });
  });
});
