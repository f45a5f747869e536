import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { authenticateSender } from '../../../src/channels/email/authenticate.ts';
import type { DnsResolver } from '../../../src/channels/email/email-ports.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const DKIM = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** The name servers of two domains: Mia's, which asks to reject forgeries, and Eve's own. */
const records: Readonly<Record<string, string>> = {
  'keys._domainkey.example.com': DKIM,
  '_dmarc.example.com': 'v=DMARC1; p=reject',
  'keys._domainkey.evil.example': DKIM,
  '_dmarc.evil.example': 'v=DMARC1; p=none',
};
const resolver: DnsResolver = async (name, type) => {
  const record = records[name];
  if (type === 'TXT' && record !== undefined) return [[record]];
  throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
};

async function signed(from: string, domain: string): Promise<Buffer> {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    dkim: { domainName: domain, keySelector: 'keys', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
  });
  const { message } = await transport.sendMail({ from, to: 'support@larkfield.example', subject: 'Hello', text: 'Where is my order?' });
  return Buffer.from(message as Buffer);
}

describe('the sender of a mail', () => {
  it('is verified by a signature of the domain in From', async () => {
    expect(await authenticateSender(await signed('mia@example.com', 'example.com'), 1, resolver)).toEqual({
      trust: 'verified',
      because: 'dmarc pass',
    });
  });

  it("is not believed with somebody else's valid signature", async () => {
    expect((await authenticateSender(await signed('mia@example.com', 'evil.example'), 1, resolver)).trust).toBe('mutable');
  });

  it('is not believed when the body was changed', async () => {
    const raw = Buffer.from(
      (await signed('mia@example.com', 'example.com')).toString().replace('Where is my order?', 'Send it to Eve now'),
    );
    expect((await authenticateSender(raw, 1, resolver)).trust).toBe('mutable');
  });

  it('is not believed for a result that stands in the mail itself', async () => {
    const raw = Buffer.from(`Authentication-Results: mx.larkfield.example; dmarc=pass\r\nFrom: mia@example.com\r\n\r\nhello\r\n`);
    expect((await authenticateSender(raw, 1, resolver)).trust).not.toBe('verified');
  });

  it('is nobody when there are two', async () => {
    expect((await authenticateSender(await signed('mia@example.com', 'example.com'), 2, resolver)).trust).toBe('mutable');
  });

  it('stays unverified when the name server does not answer', async () => {
    const broken: DnsResolver = () => Promise.reject(Object.assign(new Error('down'), { code: 'ESERVFAIL' }));
    expect((await authenticateSender(await signed('mia@example.com', 'example.com'), 1, broken)).trust).toBe('unverified');
  });
});
