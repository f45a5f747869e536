import { describe, expect, it } from '@jest/globals';
import { readEmailSettings } from '../../../src/channels/email/email-settings.ts';
import type { EmailSettingsInput } from '../../../src/channels/email/email-settings.ts';
import { COMPANY } from './email-builders.ts';

const server = (host: string, tls: 'implicit' | 'starttls' | 'none') => ({ host, port: 1143, tls, auth: { kind: 'none' as const } });
const settings = (parts: Partial<EmailSettingsInput>): EmailSettingsInput => ({
  supportAddress: 'Support@Larkfield.example',
  company: COMPANY,
  ...parts,
});

describe('the settings of the email channel', () => {
  it.each([
    ['127.0.0.1', 'none' as const, true],
    ['localhost', 'none' as const, true],
    ['::1', 'none' as const, true],
    ['mail.example.com', 'none' as const, false],
    ['127.0.0.1.example.com', 'none' as const, false],
    ['mail.example.com', 'starttls' as const, true],
    ['mail.example.com', 'implicit' as const, true],
  ])('allow %s with TLS %s: %s', (host, tls, allowed) => {
    for (const parts of [{ imap: server(host, tls) }, { smtp: server(host, tls) }]) {
      const read = () => readEmailSettings(settings(parts));
      if (allowed) expect(read).not.toThrow();
      else expect(read).toThrow(expect.objectContaining({ code: 'config_invalid', message: expect.stringMatching(/loopback/) }));
    }
  });

  it('name every problem at once', () => {
    const wrong = settings({ supportAddress: 'support', smtp: server('mail.example.com', 'none') });
    expect(() => readEmailSettings(wrong)).toThrow(/supportAddress: .*; smtp: /);
  });

  it('compare addresses in lower case and have the documented defaults', () => {
    expect(readEmailSettings(settings({}))).toMatchObject({
      supportAddress: 'support@larkfield.example',
      sweepSeconds: 60,
      oldestAnsweredHours: 48,
      repliesPerSenderHour: 10,
      authenticateSenders: false,
    });
  });
});
